/// What a figure is of: a day (a position) or a stretch of days, both ends included (a result or a movement).
public struct Period: Hashable, Comparable, Sendable {
  /// The first day, or nil for a figure at a date.
  public let start: CalendarDate?
  /// The day of a position, or the last day of a stretch.
  public let end: CalendarDate

  /// A position as at `date`.
  public static func asAt(_ date: CalendarDate) -> Period {
    Period(start: nil, end: date)
  }

  /// From `start` to `end`, both included, or nil where the end comes before the start.
  public static func from(_ start: CalendarDate, to end: CalendarDate) -> Period? {
    start <= end ? Period(start: start, end: end) : nil
  }

  /// The `months` months that end on `end`.
  public static func months(_ months: Int, to end: CalendarDate) -> Period {
    Period(start: end.adding(days: 1).adding(months: -months), end: end)
  }

  private init(start: CalendarDate?, end: CalendarDate) {
    self.start = start
    self.end = end
  }

  /// Whether it is a date rather than a stretch.
  public var isInstant: Bool { start == nil }

  /// The number of whole months that the stretch is, or nil for a date or a stretch that is no whole number of them.
  public var wholeMonths: Int? {
    guard let start else { return nil }
    let after = end.adding(days: 1)
    let (startYear, startMonth, startDay) = start.components
    let (endYear, endMonth, endDay) = after.components
    let count = (endYear - startYear) * 12 + endMonth - startMonth
    guard startDay == endDay, count > 0 else { return nil }
    return count
  }

  /// Days in the stretch; one for a date.
  public var dayCount: Int { start.map { end.days(since: $0) + 1 } ?? 1 }

  /// Whether two stretches are of one length: the same number of whole months, else of days.
  func isAsLong(as other: Period) -> Bool {
    if let months = wholeMonths, let otherMonths = other.wholeMonths { return months == otherMonths }
    return wholeMonths == nil && other.wholeMonths == nil && dayCount == other.dayCount
  }

  /// The same date or stretch twelve months earlier.
  var yearEarlier: Period {
    Period(start: start?.adding(months: -12), end: end.adding(months: -12))
  }

  /// By last day, then by first day; a date comes before the stretches that end on it.
  public static func < (left: Period, right: Period) -> Bool {
    if left.end != right.end { return left.end < right.end }
    switch (left.start, right.start) {
    case (nil, nil): return false
    case (nil, _): return true
    case (_, nil): return false
    case (.some(let leftStart), .some(let rightStart)): return leftStart < rightStart
    }
  }
}
