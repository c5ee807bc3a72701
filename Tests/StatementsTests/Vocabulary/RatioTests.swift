import Testing

@testable import Statements

@Suite struct RatioTests {
  @Test func aFractionIsInLowestTermsWithAPositiveDenominator() {
    #expect(Ratio(numerator: 6, denominator: -8) == Ratio(numerator: -3, denominator: 4))
    #expect(Ratio(numerator: 0, denominator: -5) == .zero)
    #expect(Set([Ratio(numerator: 2, denominator: 4), Ratio(numerator: 50, denominator: 100), .oneHalf]).count == 1)
    #expect(Ratio(numerator: -1, denominator: 3) < Ratio(numerator: -1, denominator: 4))
    #expect(Ratio(numerator: 1, denominator: 3) < .oneHalf && .oneHalf < .one)
  }

  @Test func aChainOfAHundredHoldingsStaysExact() {
    // 9,999/10,000 a hundred times over has 400 digits below the line; back again it is one.
    let link = Ratio(numerator: 9_999, denominator: 10_000)
    let chain = (0..<100).reduce(Ratio.one) { product, _ in product * link }
    #expect(chain.text(places: 8) == "0.99004934", "0.9999^100 = 0.990049338…")
    #expect((0..<100).reduce(chain) { quotient, _ in quotient / link } == .one)
    #expect((0..<300).reduce(Ratio.zero) { sum, _ in sum + Ratio(numerator: 1, denominator: 300) } == .one)
  }

  /// Fractions that fit two words and those that do not are one arithmetic: the same value comes out whichever way it went.
  @Test func widthChangesNoResult() {
    var generator = SeededGenerator(seed: 7)
    let far = Ratio(coefficient: 1, exponent: 60)
    func whole() -> Int {
      [Int.max, Int.min, Int.min + 1, 1, -1, 3, Int(Int32.max)].randomElement(using: &generator) ?? 1
    }
    for _ in 0..<2_000 {
      let (first, second) = (Ratio(numerator: whole(), denominator: whole()), Ratio(numerator: whole(), denominator: whole()))
      #expect(first + second == (first * far + second * far) / far)
      #expect(first - second == (first * far - second * far) / far)
      #expect(first * second == (first * far) * second / far)
      #expect(first / second == (first * far) / (second * far))
      #expect((first < second) == (first * far < second * far))
      #expect(-(-first) == first && first.magnitude.sign >= 0)
      #expect(first.text(places: 6) == (first * far / far).text(places: 6))
      if let rounded = first.rounded(places: 6) {
        #expect(Ratio(coefficient: rounded, exponent: -6).text(places: 6) == first.text(places: 6))
      }
    }
  }

  @Test func textsOfValuesBeyondAnyFixedWidthAreWholeDigits() {
    let googol = Ratio(coefficient: 1, exponent: 100)
    #expect(googol.text(places: 0) == "1" + String(repeating: "0", count: 100))
    #expect(googol.rounded(places: 0) == nil, "beyond 128 bits there is no whole number to give back")
    #expect((.one / googol).text(places: 2) == "0.00")
    #expect((.one / googol).sign == 1)
  }

  @Test(arguments: [
    // numerator, denominator, places, rounded half away from zero
    (1, 8, 2, "0.13"), (-1, 8, 2, "-0.13"), (1, 3, 8, "0.33333333"), (2, 3, 8, "0.66666667"), (-2, 3, 0, "-1"), (1, 2, 0, "1"),
    (-1, 2, 0, "-1"), (49, 100, 0, "0"), (5, 1_000, 2, "0.01"), (4_999, 1_000_000, 2, "0.00"), (-1, 1_000, 2, "0.00"),
    (123_456, 100, 1, "1234.6"), (0, 7, 3, "0.000"), (90, 100, 8, "0.90000000"),
  ])
  func textRoundsHalfAwayFromZero(numerator: Int, denominator: Int, places: Int, text: String) {
    #expect(Ratio(numerator: numerator, denominator: denominator).text(places: places) == text)
  }

  @Test(arguments: [
    (1, 4, 8, "0.25"), (62_338, 10_000, 8, "6.2338"), (91_000_000, 1, 8, "91000000"), (1, 3, 4, "0.3333"), (100, 1, 0, "100"),
    (-1, 50, 8, "-0.02"), (1, 1_000, 2, "0"),
  ])
  func shortestTextHasNoNeedlessZeros(numerator: Int, denominator: Int, places: Int, text: String) {
    #expect(Ratio(numerator: numerator, denominator: denominator).shortestText(mostPlaces: places) == text)
  }

  @Test func arithmeticFollowsTheLawsOfFractions() {
    var generator = SeededGenerator(seed: 1)
    func any() -> Ratio {
      Ratio(
        numerator: Int.random(in: -1_000_000...1_000_000, using: &generator), denominator: Int.random(in: 1...999_983, using: &generator))
    }
    for _ in 0..<1_000 {
      let (first, second, third) = (any(), any(), any())
      #expect((first + second) * third == first * third + second * third)
      #expect(first - second == -(second - first))
      #expect((first < second) == ((second - first).sign > 0))
      if !second.isZero { #expect(first / second * second == first) }
      #expect(first.magnitude.sign >= 0 && (first.magnitude == first || first.magnitude == -first))
    }
  }
}
