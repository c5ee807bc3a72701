import Testing

@testable import Statements

@Suite struct PeriodTests {
  @Test(
    arguments: [
      // first day, last day, whole months, days
      ("2012-01-01", "2012-12-31", 12, 366), ("2012-01-01", "2012-09-30", 9, 274), ("2012-02-01", "2012-02-29", 1, 29),
      ("2011-02-01", "2011-02-28", 1, 28), ("2011-07-01", "2012-06-30", 12, 366), ("2012-01-15", "2012-02-14", 1, 31),
      ("2012-01-01", "2012-01-30", nil, 30), ("2012-01-02", "2012-12-31", nil, 365), ("2012-01-01", "2012-01-01", nil, 1),
      ("2012-02-01", "2012-02-28", nil, 28), ("2011-01-01", "2012-12-31", 24, 731),
    ] as [(String, String, Int?, Int)])
  func wholeMonthsAreCountedAndNothingElseIsCalledSo(start: String, end: String, months: Int?, days: Int) throws {
    let first = try #require(PeriodReader.dates(of: start).first?.date)
    let last = try #require(PeriodReader.dates(of: end).first?.date)
    let period = try #require(Period.from(first, to: last))
    #expect(period.wholeMonths == months)
    #expect(period.dayCount == days)
    #expect(!period.isInstant)
  }

  @Test func aDateIsNoStretch() {
    let date = Period.asAt(.day(2012, 9, 30))
    #expect(date.isInstant && date.wholeMonths == nil && date.dayCount == 1)
    #expect(Period.from(.day(2012, 9, 30), to: .day(2012, 9, 29)) == nil)
    #expect(date != Period.from(.day(2012, 9, 30), to: .day(2012, 9, 30)))
  }

  @Test(arguments: [
    (9, 2012, 9, 30, "2012-01-01/2012-09-30"), (12, 2012, 12, 31, "2012-01-01/2012-12-31"), (3, 2012, 2, 29, "2011-12-01/2012-02-29"),
    (1, 2012, 2, 29, "2012-02-01/2012-02-29"), (12, 2012, 6, 30, "2011-07-01/2012-06-30"), (6, 2012, 5, 14, "2011-11-15/2012-05-14"),
  ])
  func theMonthsToADayBeginWhereTheyShould(months: Int, year: Int, month: Int, day: Int, iso: String) {
    let period = Period.months(months, to: .day(year, month, day))
    #expect(period.isoText == iso)
    #expect(period.wholeMonths == months)
  }

  @Test func everyCountOfMonthsToEveryMonthEndIsThatManyWholeMonths() {
    for year in [1999, 2000, 2011, 2012, 2100] {
      for month in 1...12 {
        let end = CalendarDate.day(year, month, 1).monthEnd
        for months in 1...36 { #expect(Period.months(months, to: end).wholeMonths == months, "\(months) months to \(end.isoText)") }
      }
    }
  }

  @Test func periodsAreOrderedByLastDayAndADateComesBeforeTheStretchesThatEndOnIt() {
    let end = CalendarDate.day(2012, 12, 31)
    let ordered: [Period] = [
      .asAt(end.adding(days: -1)), .asAt(end), .months(24, to: end), .months(12, to: end), .months(1, to: end),
      .months(36, to: end.adding(days: 1)),
    ]
    for (left, first) in ordered.enumerated() {
      for (right, second) in ordered.enumerated() { #expect((first < second) == (left < right)) }
    }
    #expect(ordered.reversed().sorted() == ordered)
  }
}
