import Testing

@testable import Statements

@Suite struct IntervalTests {
  @Test func aPrintedFigureStandsForHalfAUnitToEachSide() {
    // 14,433.9 in RMB'000: u is RMB 100.
    let figure = Interval(Amount("14433900"), decimals: -2)
    #expect(figure.low == Amount("14433850") && figure.high == Amount("14433950"))
    #expect(figure.tolerance == Amount("50"))
    #expect(figure.contains(Amount("14433950")) && !figure.contains(Amount("14433950.000000000001")))
    #expect(Interval(Amount("0.02"), decimals: 2).tolerance == Amount("0.005"))
    #expect(Interval(Amount("1"), decimals: 12).tolerance == .zero, "there is no room for half of the last place")
  }

  @Test func intervalsMeetAtTheirEdgesAndNotBeyond() {
    let ten = Interval(Amount("10"), decimals: 0)
    for (other, meets) in [("11", true), ("9", true), ("11.000000000001", false), ("8.999999999999", false)] {
      let second = Interval(Amount(other), decimals: 0)
      #expect(ten.meets(second) == meets, "10 ± 0.5 and \(other) ± 0.5")
      #expect(second.meets(ten) == meets)
    }
    #expect(ten.meets(ten))
  }

  @Test func sumsAndDifferencesAddTheTolerances() {
    let (first, second) = (Interval(Amount("100"), decimals: 0), Interval(Amount("30"), decimals: 0))
    #expect(first + second == Interval(low: Amount("129"), high: Amount("131")))
    #expect(first - second == Interval(low: Amount("69"), high: Amount("71")))
    #expect(-second == Interval(low: Amount("-30.5"), high: Amount("-29.5")))
    // Three figures to 0.1 of RMB'000: ± 0.15.
    let printed = ["95300", "-1552500", "-456600"].map { Interval(Amount($0), decimals: -2) }
    #expect((printed[2] - printed[0] - printed[1]).tolerance == Amount("150"))
  }

  @Test func theEdgesMayBeGivenEitherWayRound() {
    #expect(Interval(low: Amount("2"), high: Amount("1")) == Interval(low: Amount("1"), high: Amount("2")))
  }
}
