import Testing

@testable import Statements

@Suite struct AmountTests {
  @Test func anAmountIsHeldBelowTheBoundAndRefusedAtIt() {
    let justBelow: Int128 = 999_999_999_999_999_999_999_999_999_999
    let bound: Int128 = 1_000_000_000_000_000_000_000_000_000_000
    for sign: Int128 in [1, -1] {
      #expect(Amount(coefficient: sign * justBelow, exponent: -12)?.atoms == sign * justBelow)
      #expect(Amount(coefficient: sign * bound, exponent: -12) == nil)
      #expect(Amount(coefficient: sign, exponent: 18) == nil)
      #expect(Amount(coefficient: sign, exponent: 17)?.decimalText == (sign < 0 ? "-" : "") + "100000000000000000")
      #expect(Amount(coefficient: sign, exponent: 400) == nil, "overflow of the widest integer is refused, not trapped")
      #expect(Amount(coefficient: sign * Int128.max, exponent: 0) == nil)
    }
    #expect(Amount(coefficient: .min, exponent: 0) == nil)
    #expect(Amount(coefficient: 0, exponent: 400) == .zero)
    #expect(Amount(coefficient: 0, exponent: -400) == .zero)
  }

  @Test func anAmountFinerThanTwelvePlacesIsRefusedUnlessItsLastDigitsAreNil() {
    #expect(Amount(coefficient: 1, exponent: -12)?.decimalText == "0.000000000001")
    #expect(Amount(coefficient: 1, exponent: -13) == nil)
    #expect(Amount(coefficient: 10, exponent: -13)?.decimalText == "0.000000000001")
    #expect(Amount(coefficient: -15, exponent: -13) == nil)
  }

  @Test(arguments: [
    // coefficient, exponent, exact digits, with two decimals at least
    (95_3, 2, "95300", "95300.00"), (-456_6, 2, "-456600", "-456600.00"), (2, -2, "0.02", "0.02"), (-5, -1, "-0.5", "-0.50"),
    (0, 0, "0", "0.00"), (1_005, -3, "1.005", "1.005"), (10, -1, "1", "1.00"), (-1, -12, "-0.000000000001", "-0.000000000001"),
  ])
  func decimalTextIsExactAndWithoutNeedlessZeros(coefficient: Int, exponent: Int, exact: String, cents: String) throws {
    let amount = try #require(Amount(coefficient: Int128(coefficient), exponent: exponent))
    #expect(amount.decimalText == exact)
    #expect(amount.text(minimumPlaces: 2) == cents)
  }

  @Test(arguments: [
    // the amount, the places, rounded half away from zero
    ("0.005", 2, "0.01"), ("-0.005", 2, "-0.01"), ("0.0049999", 2, "0"), ("-0.0049999", 2, "0"), ("2.5", 0, "3"), ("-2.5", 0, "-3"),
    ("3.5", 0, "4"), ("-3.5", 0, "-4"), ("0.5", 0, "1"), ("1.004999999999", 2, "1"), ("50", -2, "100"), ("-50", -2, "-100"),
    ("49.999999999999", -2, "0"), ("1234.5", 12, "1234.5"), ("1234.5", 40, "1234.5"), ("7", -30, "0"),
  ])
  func roundingIsHalfAwayFromZeroOnBothSides(digits: String, places: Int, rounded: String) {
    #expect(Amount(digits).rounded(to: places).decimalText == rounded)
    // The way over exact fractions is the same.
    if places <= Amount.scale { #expect(Amount(Amount(digits).ratio, roundedTo: places)?.decimalText == rounded) }
  }

  @Test func aFractionBeyondTheBoundIsNoAmount() {
    #expect(Amount(Ratio(coefficient: 1, exponent: 18), roundedTo: 2) == nil)
    #expect(Amount(Ratio(coefficient: 1, exponent: 100), roundedTo: 2) == nil)
    #expect(Amount(Ratio(numerator: 2, denominator: 3), roundedTo: 2)?.decimalText == "0.67")
    #expect(Amount(Ratio(numerator: -2, denominator: 3), roundedTo: 2)?.decimalText == "-0.67")
  }

  @Test func aHundredMillionOfTheLargestAmountsAddUpExactly() {
    let largest = Amount(atoms: Amount.bound - 1)
    let sum = (0..<27).reduce(largest) { doubled, _ in doubled + doubled }
    #expect(sum.atoms == (Amount.bound - 1) << 27, "10⁸ < 2²⁷")
  }

  @Test func arithmeticIsExactToTheLastPlace() {
    let (third, tiny) = (Amount("0.333333333333"), Amount("0.000000000001"))
    #expect(third + third + third + tiny == Amount(units: 1))
    #expect((third - tiny).decimalText == "0.333333333332")
    #expect((-third).magnitude == third)
    #expect([(-third).sign, Amount.zero.sign, tiny.sign] == [-1, 0, 1])
    #expect(-third < .zero && .zero < tiny)
    #expect(Amount("0.125").ratio == Ratio(numerator: 1, denominator: 8))
  }
}
