/// One thing that a cell that speaks of time can mean, with what else the cell says.
///
/// Which days it stands for is decided later, where the financial year's end and the kind of figure below it are known.
struct PeriodReading: Hashable, Sendable {
  /// The words or digits for time.
  enum Kind: Hashable, Sendable {
    /// A bare date: `30 September 2012`; also `Period ended` and `YTD`, whose length the cell does not say.
    case date(CalendarDate)
    /// A position: `As at 30 September 2012`.
    case asAt(CalendarDate)
    /// A stretch of whole months by its last day: `For the nine months ended 30 September 2012`.
    case ended(CalendarDate, months: Int)
    /// A stretch by its first and its last day; also `13 weeks ended`, which is no number of months.
    case span(CalendarDate, CalendarDate)
    /// A bare year.
    case year(Int)
    /// A financial year by the year that it ends in: `FY2012`, `FY 2011/12`.
    case financialYear(Int)
    /// A month.
    case month(year: Int, month: Int)
    /// A quarter of a year, 1 to 4.
    case quarter(year: Int, quarter: Int)
    /// A half of a year, 1 or 2.
    case half(year: Int, half: Int)
    /// The year's first months: `9M 2012`.
    case firstMonths(year: Int, months: Int)
    /// `TTM`, `LTM Sep 2012`.
    case trailingTwelveMonths(CalendarDate?)
    /// A day without its year, over a row of years: `Year ended 31 December`; no `months` where it may be a position.
    case endedDayMonth(month: Int, day: Int, months: Int?)
  }

  /// What it means.
  var kind: Kind
  /// Whether the figures are restated.
  var isRestated: Bool = false
  /// Whether the figures are audited, where that is said.
  var isAudited: Bool? = nil
  /// `budget`, `forecast`, `plan` or `pro forma`; nil for what happened.
  var scenario: String? = nil
  /// The unit that the same cell gives.
  var unit: MoneyUnit? = nil
  /// How the date's numbers were taken; nil where a month is written as a word or nothing is open.
  var style: DateSpelling? = nil
  /// The era in which its year is counted, where that is not the common one.
  var era: PeriodEra? = nil
}
