/// Turns what a heading says into the date or period of the figures below it.
struct PeriodResolver: Sendable {
  /// The entity's year end.
  let yearEnd: DayOfYear
  /// Whether results under bare dates are those of single quarters rather than of the year to date.
  var resultsAreQuarters = false

  /// A date or period, and what was assumed to get it.
  struct Resolved: Hashable, Sendable {
    let period: Period
    let assumption: Text?
  }

  /// The period of a figure; a position (`isInstant`) stands at the last day, a result runs up to it.
  ///
  /// - Returns: nil where the heading does not say enough.
  func resolve(_ reading: PeriodReading, isInstant: Bool) -> Resolved? {
    guard let (last, stretch, assumption) = parts(reading.kind) else { return nil }
    if isInstant {
      // The day of a position is certain but where the financial year's end had to be taken for it.
      return Resolved(period: .asAt(last), assumption: namesOnlyAYear(reading.kind) ? assumption : nil)
    }
    return Resolved(period: stretch, assumption: assumption)
  }

  private func namesOnlyAYear(_ kind: PeriodReading.Kind) -> Bool {
    if case .year = kind { return true }
    return false
  }

  private func parts(_ kind: PeriodReading.Kind) -> (last: CalendarDate, stretch: Period, assumption: Text?)? {
    switch kind {
    case .date(let date), .asAt(let date):
      return (date, upTo(date), resultsAreQuarters ? nil : "results under \(date) are taken as those of the year to date")
    case .ended(let date, let months):
      guard (1...1200).contains(months) else { return nil }
      return (date, .months(months, to: date), nil)
    case .span(let first, let last):
      return Period.from(first, to: last).map { (last, $0, nil) }
    case .year(let year):
      guard let (last, stretch) = wholeYear(year) else { return nil }
      return (last, stretch, "\(code: String(year)) is taken as the financial year that ends on \(last)")
    case .financialYear(let year):
      guard let (last, stretch) = wholeYear(year) else { return nil }
      return (last, stretch, nil)
    case .month(let year, let month):
      guard let last = CalendarDate(year: year, month: month, day: 1)?.monthEnd else { return nil }
      return (last, .months(1, to: last), "results under a month's name are taken as those of that month alone")
    case .quarter(let year, let quarter):
      guard let last = part(of: year, endingAfter: 3 * quarter) else { return nil }
      return (last, .months(3, to: last), nil)
    case .half(let year, let half):
      guard let last = part(of: year, endingAfter: 6 * half) else { return nil }
      return (last, .months(6, to: last), nil)
    case .firstMonths(let year, let months):
      guard (1...12).contains(months), let last = part(of: year, endingAfter: months) else { return nil }
      return (last, .months(months, to: last), nil)
    case .trailingTwelveMonths(let date):
      return date.map { ($0, .months(12, to: $0), nil) }
    case .endedDayMonth:
      return nil
    }
  }

  private func upTo(_ date: CalendarDate) -> Period {
    if resultsAreQuarters { return .months(3, to: date) }
    let year = FinancialYear(containing: date, yearEnd: yearEnd)
    return Period.from(year.start, to: date) ?? .asAt(date)
  }

  private func wholeYear(_ year: Int) -> (CalendarDate, Period)? {
    yearEnd.date(in: year).map { ($0, Period.months(12, to: $0)) }
  }

  /// The last day of the first `months` months of the financial year that ends in `year`.
  private func part(of year: Int, endingAfter months: Int) -> CalendarDate? {
    yearEnd.date(in: year)?.adding(months: months - 12)
  }
}
