/// What sort of date or stretch a figure is of. Figures of different kinds are never held against each other.
///
/// Cites: IAS 34.20.
public enum FigureKind: String, Hashable, Sendable, CaseIterable {
  /// A position at a date.
  case instant
  /// One month.
  case month
  /// Three months.
  case quarter
  /// Six months.
  case half
  /// From the first day of a financial year to a day before its last.
  case yearToDate = "year to date"
  /// A whole financial year.
  case financialYear = "financial year"
  /// What ends on a year end and is longer or shorter than twelve months: the first period of a company, a change of the year end.
  case irregularYear = "irregular year"
  /// Twelve months that end on another day than a year end.
  case lastTwelveMonths = "last twelve months"
  /// Any other stretch.
  case stretch

  /// The kind of a stretch within a year of so many whole months.
  static func discrete(months: Int?) -> FigureKind? {
    switch months {
    case 1: .month
    case 3: .quarter
    case 6: .half
    default: nil
    }
  }

  /// What a period is in a financial year that ends on `yearEnd`. The first quarter is a quarter and the year to date, and so are the
  /// first month and the first half.
  static func all(of period: Period, yearEnd: DayOfYear) -> [FigureKind] {
    guard let start = period.start else { return [.instant] }
    let months = period.wholeMonths
    let beginsYear = yearEnd.falls(on: start.adding(days: -1))
    let endsYear = yearEnd.falls(on: period.end)
    if months == 12 { return [endsYear ? .financialYear : .lastTwelveMonths] }
    // A year of 52 or 53 weeks ends near the year end, not on it.
    if months == nil, (357...378).contains(period.dayCount) { return [.irregularYear] }
    if beginsYear, !endsYear, period.dayCount < 365 {
      return [.yearToDate] + (discrete(months: months).map { [$0] } ?? [])
    }
    if let discrete = discrete(months: months) { return [discrete] }
    return [endsYear && period.dayCount > 1 ? .irregularYear : .stretch]
  }
}

extension DayOfYear {
  /// Whether a date is this day of its year; the last day of a month stands for the month's last.
  func falls(on date: CalendarDate) -> Bool {
    let (_, dateMonth, dateDay) = date.components
    guard dateMonth == month else { return false }
    return dateDay == day || (date.isMonthEnd && day >= CalendarDate.daysIn(month: month, year: 2023))
  }

  /// The first day of the financial year in which a date falls.
  func yearStart(of date: CalendarDate) -> CalendarDate {
    // The end of February is the 29th in a leap year; elsewhere the day is fitted to its month.
    let end = month == 2 && day >= 28 ? DayOfYear(month: 2, day: 29) : self
    return FinancialYear(containing: date, yearEnd: end).start
  }
}
