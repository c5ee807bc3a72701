import Testing

@testable import Statements

/// What a period is in a financial year.
@Suite struct FigureKindTests {
  @Test(
    arguments: [
      (Period.asAt(.day(2024, 12, 31)), 12, [FigureKind.instant]),
      (.months(12, to: .day(2024, 12, 31)), 12, [.financialYear]), (.months(12, to: .day(2024, 3, 31)), 12, [.lastTwelveMonths]),
      (.months(12, to: .day(2024, 3, 31)), 3, [.financialYear]), (.months(9, to: .day(2012, 9, 30)), 12, [.yearToDate]),
      (.months(9, to: .day(2012, 12, 31)), 12, [.irregularYear]), (.months(18, to: .day(2012, 12, 31)), 12, [.irregularYear]),
      (.months(6, to: .day(2024, 6, 30)), 12, [.yearToDate, .half]), (.months(6, to: .day(2024, 12, 31)), 12, [.half]),
      (.months(3, to: .day(2024, 3, 31)), 12, [.yearToDate, .quarter]), (.months(3, to: .day(2024, 6, 30)), 12, [.quarter]),
      (.months(3, to: .day(2024, 6, 30)), 3, [.yearToDate, .quarter]), (.months(1, to: .day(2024, 1, 31)), 12, [.yearToDate, .month]),
      (.months(1, to: .day(2024, 2, 29)), 12, [.month]), (.months(2, to: .day(2024, 6, 30)), 12, [.stretch]),
      // The end of February is the year end, in leap years too.
      (.months(12, to: .day(2024, 2, 29)), 2, [.financialYear]), (.months(12, to: .day(2023, 2, 28)), 2, [.financialYear]),
    ] as [(Period, Int, [FigureKind])])
  func aPeriodHasTheKindOfItsPlaceInTheYear(period: Period, yearEndMonth: Int, kinds: [FigureKind]) {
    let yearEnd = DayOfYear(month: yearEndMonth, day: CalendarDate.daysIn(month: yearEndMonth, year: 2023))
    #expect(FigureKind.all(of: period, yearEnd: yearEnd) == kinds)
  }

  @Test func aYearOfWeeksIsAYearOfItsOwnLength() throws {
    let weeks = try #require(Period.from(.day(2023, 10, 1), to: .day(2024, 9, 28)))
    #expect(FigureKind.all(of: weeks, yearEnd: DayOfYear(month: 9, day: 30)) == [.irregularYear])
    let dividend = try #require(Period.from(.day(2024, 12, 31), to: .day(2024, 12, 31)))
    #expect(FigureKind.all(of: dividend, yearEnd: .yearEnd) == [.stretch], "a movement of one day is no year")
  }

  @Test func aFigureIsOneByAllThatItIsOf() {
    let fact = Fact(
      entity: EntityID(index: 0), item: LineItemCatalogue.shipped().find(id: "revenue") ?? ItemID(index: 0), label: "",
      period: .months(3, to: .day(2024, 6, 30)), value: .zero, currency: nil, decimals: 0, basis: .unstated, scenario: Fact.actual,
      provenance: .read(Place(fileIndex: 0)), raw: "")
    var other = fact
    other.scenario = "budget"
    #expect(FigureKey(fact, yearEnd: .yearEnd) != FigureKey(other, yearEnd: .yearEnd))
    other = fact
    other.basis = .combined
    #expect(FigureKey(fact, yearEnd: .yearEnd) != FigureKey(other, yearEnd: .yearEnd))
    #expect(FigureKey(fact, yearEnd: .yearEnd) == FigureKey(fact, yearEnd: .yearEnd))
    #expect(FigureKey(fact, yearEnd: .yearEnd) != FigureKey(fact, yearEnd: DayOfYear(month: 3, day: 31)), "the kind tells them apart")
  }
}
