/// A date or period as a person asks for it, in any form that files may use.
struct PeriodWish {
  private let readings: [PeriodReading]
  /// A first and a last day, as findings write a stretch: `2012-01-01/2012-09-30`.
  private let stretch: Period?

  /// Why a wish cannot be used.
  enum Doubt: Error {
    /// It speaks of no time.
    case unreadable
    /// Its numbers can be two days.
    case open([CalendarDate])
  }

  init(_ text: String) throws(Doubt) {
    let parts = text.split(separator: "/").map { PeriodReader.dates(of: String($0)).map(\.date) }
    if parts.count == 2, parts[0].count == 1, parts[1].count == 1 {
      guard let stretch = Period.from(parts[0][0], to: parts[1][0]) else { throw .unreadable }
      self.stretch = stretch
      readings = []
      return
    }
    // As the pages write one day of a flow: `28 June 2024, one day`.
    let oneDay = ", one day"
    if text.hasSuffix(oneDay), let day = PeriodReader.dates(of: String(text.dropLast(oneDay.count))).first?.date {
      stretch = Period.from(day, to: day)
      readings = []
      return
    }
    stretch = nil
    // As the pages write a stretch: `9 months to 30 September 2012`.
    let ended = text.split(separator: " ").map { $0 == "to" ? "ended" : String($0) }.joined(separator: " ")
    let direct = PeriodReader.readings(of: text)
    // What never comes to days, such as `Year ended 31 December`, is of no figure.
    readings = (direct.isEmpty ? PeriodReader.readings(of: ended) : direct)
      .filter { PeriodResolver(yearEnd: .yearEnd).resolve($0, isInstant: false) != nil }
    if readings.isEmpty { throw .unreadable }
    let days = Set(PeriodReader.dates(of: text).map(\.date)).sorted()
    if days.count > 1 { throw .open(days) }
  }

  /// Whether a figure's date or period is meant, in financial years that end on `yearEnd`. A bare date is every figure that ends on it.
  func matches(_ period: Period, yearEnd: DayOfYear) -> Bool {
    if let stretch { return period == stretch }
    return readings.contains { reading in
      switch reading.kind {
      case .date(let date): period.end == date
      case .asAt(let date): period == .asAt(date)
      case .ended, .span, .year, .financialYear, .month, .quarter, .half, .firstMonths, .trailingTwelveMonths, .endedDayMonth:
        PeriodResolver(yearEnd: yearEnd).resolve(reading, isInstant: period.isInstant)?.period == period
      }
    }
  }

  /// Whether an event's day is meant: the day itself, or one within the stretch.
  func contains(_ date: CalendarDate, yearEnd: DayOfYear) -> Bool {
    if let stretch, let start = stretch.start { return start <= date && date <= stretch.end }
    return readings.contains { reading in
      switch reading.kind {
      case .date(let day), .asAt(let day): return day == date
      case .ended, .span, .year, .financialYear, .month, .quarter, .half, .firstMonths, .trailingTwelveMonths, .endedDayMonth:
        guard let meant = PeriodResolver(yearEnd: yearEnd).resolve(reading, isInstant: false)?.period, let start = meant.start else {
          return false
        }
        return start <= date && date <= meant.end
      }
    }
  }
}
