import Testing

@testable import Statements

@Suite struct CalendarDateTests {
  /// Walks the calendar day by day as a schoolchild would, from 1 January 1800: the second algorithm.
  @Test func everyDayOfFiveCenturiesRoundTrips() throws {
    let start = CalendarDate.day(1800, 1, 1)
    // From 1 January 1800 to 1 January 1970: 170 years, of which 41 are leap years (1804 … 1968 without 1900).
    var expectedNumber = Int32(-(170 * 365 + 41))
    #expect(start.dayNumber == expectedNumber)
    var wrong = 0
    var days = 0
    for year in 1800...2299 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          let date = try #require(CalendarDate(year: year, month: index + 1, day: day))
          let back = date.components
          if date.dayNumber != expectedNumber || back.year != year || back.month != index + 1 || back.day != day
            || date.isMonthEnd != (day == length) || date.monthEnd.components.day != length
          {
            wrong += 1
          }
          expectedNumber += 1
          days += 1
        }
        #expect(CalendarDate(year: year, month: index + 1, day: length + 1) == nil)
      }
    }
    #expect(wrong == 0)
    #expect(days == 500 * 365 + 121, "122 fourth years less 1800, 1900, 2100 and 2200, plus those divisible by 400")
  }

  @Test(arguments: [
    (1799, 12, 31), (2300, 1, 1), (2012, 0, 1), (2012, 13, 1), (2012, 1, 0), (2012, 1, -1), (2011, 2, 29), (1900, 2, 29), (2100, 2, 29),
    (2012, 2, 30), (2012, 9, 31),
  ])
  func aDayThatTheCalendarLacksIsNone(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    // a month end stays a month end; a day that the month lacks becomes its last
    ("2012-01-31", 1, "2012-02-29"), ("2011-01-31", 1, "2011-02-28"), ("2012-02-29", 12, "2013-02-28"), ("2011-02-28", 12, "2012-02-29"),
    ("2012-02-28", 1, "2012-03-28"), ("2012-06-30", 6, "2012-12-31"), ("2012-06-30", -3, "2012-03-31"), ("2012-12-31", -12, "2011-12-31"),
    ("2012-01-30", 1, "2012-02-29"), ("2012-03-29", -1, "2012-02-29"), ("2012-11-15", 2, "2013-01-15"), ("2012-01-15", -1, "2011-12-15"),
    ("2012-09-30", 0, "2012-09-30"), ("2012-12-31", 14, "2014-02-28"),
  ])
  func monthsAreAddedAtMonthEnds(from: String, months: Int, to: String) throws {
    let date = try #require(PeriodReader.dates(of: from).first?.date)
    #expect(date.adding(months: months).isoText == to)
  }

  @Test func daysBetweenAreCountedOverLeapDays() {
    #expect(CalendarDate.day(2012, 11, 30).days(since: .day(2012, 9, 30)) == 61)
    #expect(CalendarDate.day(2012, 3, 1).days(since: .day(2012, 2, 28)) == 2)
    #expect(CalendarDate.day(2011, 3, 1).days(since: .day(2011, 2, 28)) == 1)
    #expect(CalendarDate.day(2012, 2, 28).adding(days: 2) == .day(2012, 3, 1))
    #expect(CalendarDate.day(2012, 9, 30) < .day(2012, 11, 30))
    #expect(CalendarDate.day(1999, 1, 2).isoText == "1999-01-02")
  }

  @Test func aRecurringDayIsFittedToItsMonth() {
    #expect(DayOfYear(month: 2, day: 29).date(in: 2012) == .day(2012, 2, 29))
    #expect(DayOfYear(month: 2, day: 29).date(in: 2011) == .day(2011, 2, 28))
    #expect(DayOfYear.yearEnd.date(in: 2012) == .day(2012, 12, 31))
    #expect(DayOfYear.yearEnd.date(in: 2300) == nil)
  }
}
