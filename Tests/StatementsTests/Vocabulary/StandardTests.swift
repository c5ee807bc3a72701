import Testing

@testable import Statements

/// What counts is the first day of the annual period, not the day of the event.
@Suite struct StandardTests {
  private static let december = DayOfYear.yearEnd
  private static let june = DayOfYear(month: 6, day: 30)
  private static let march = DayOfYear(month: 3, day: 31)

  @Test(arguments: [
    // the day, the year end, the standard
    ("2009-06-30", december, Standard.beforeRevision), ("2009-07-01", december, .beforeRevision), ("2009-12-31", december, .beforeRevision),
    ("2010-01-01", december, .ias27Revised), ("2012-11-30", december, .ias27Revised), ("2012-12-31", december, .ias27Revised),
    ("2013-01-01", december, .ifrs10), ("2025-07-01", december, .ifrs10), ("2009-06-30", june, .beforeRevision),
    ("2009-07-01", june, .ias27Revised), ("2013-01-01", june, .ias27Revised), ("2013-06-30", june, .ias27Revised),
    ("2013-07-01", june, .ifrs10), ("2010-03-31", march, .beforeRevision), ("2010-04-01", march, .ias27Revised),
    ("2013-03-31", march, .ias27Revised), ("2013-04-01", march, .ifrs10),
  ])
  func theAnnualPeriodDecides(day: String, yearEnd: DayOfYear, standard: Standard) throws {
    let date = try #require(PeriodReader.dates(of: day).first?.date)
    #expect(Standard(on: date, yearEnd: yearEnd) == standard)
  }

  @Test func everyStandardCitesItsOwnParagraphs() {
    #expect(Standard.ias27Revised.equityTransaction.text == "IAS 27 (2008).30-31")
    #expect(Standard.ias27Revised.disclosure.text == "IAS 27 (2008).41(e)")
    #expect(Standard.ifrs10.equityTransaction.text == "IFRS 10.23, B96")
    #expect(Standard.ifrs10.disclosure.text == "IFRS 12.18")
    #expect(Standard.beforeRevision.equityTransaction.text == "IAS 27 (2003)")
  }

  @Test(arguments: [
    ("2012-09-30", december, "2012-01-01", "2012-12-31"), ("2012-12-31", december, "2012-01-01", "2012-12-31"),
    ("2013-01-01", december, "2013-01-01", "2013-12-31"), ("2012-06-30", june, "2011-07-01", "2012-06-30"),
    ("2012-07-01", june, "2012-07-01", "2013-06-30"), ("2012-02-29", DayOfYear(month: 2, day: 28), "2012-02-29", "2013-02-28"),
    ("2012-02-29", DayOfYear(month: 2, day: 29), "2011-03-01", "2012-02-29"),
    ("2011-02-28", DayOfYear(month: 2, day: 29), "2010-03-01", "2011-02-28"),
  ])
  func aFinancialYearIsTheYearUpToItsEnd(day: String, yearEnd: DayOfYear, start: String, end: String) throws {
    let date = try #require(PeriodReader.dates(of: day).first?.date)
    let year = FinancialYear(containing: date, yearEnd: yearEnd)
    #expect(year.start.isoText == start)
    #expect(year.end.isoText == end)
  }

  @Test(arguments: [(2026, "IAS 1.106(d)"), (2027, "IFRS 18.107"), (2028, "IFRS 18.107")])
  func changesInEquityAreShownByTheStandardOfTheirYear(year: Int, paragraph: String) {
    #expect(PresentationStandard(on: .day(year, 1, 1), yearEnd: .yearEnd).changesInEquity == Citation(paragraph))
    #expect(PresentationStandard(on: .day(year, 12, 31), yearEnd: .yearEnd).changesInEquity == Citation(paragraph))
  }

  /// A year that begins in 2026 is presented by IAS 1 to its end.
  @Test func theYearThatBeganBeforeDecides() {
    #expect(PresentationStandard(on: .day(2027, 6, 30), yearEnd: DayOfYear(month: 6, day: 30)) == .ias1)
    #expect(PresentationStandard(on: .day(2027, 7, 1), yearEnd: DayOfYear(month: 6, day: 30)) == .ifrs18)
  }
}
