/// A day of the Gregorian calendar, held as the number of days from 1 January 1970.
///
/// Nothing here knows a clock, a time zone or a locale. Days run from 1 January 1800 to 31 December 2299.
public struct CalendarDate: Hashable, Comparable, Sendable {
  let dayNumber: Int32

  /// The day, or nil where the calendar has none (31 February) or the year is outside 1800 to 2299.
  public init?(year: Int, month: Int, day: Int) {
    guard (1800...2299).contains(year), (1...12).contains(month), day >= 1, day <= CalendarDate.daysIn(month: month, year: year)
    else { return nil }
    dayNumber = CalendarDate.dayNumber(year: year, month: month, day: day)
  }

  init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    // Days are counted in years that begin on 1 March, so that the leap day is the last of its year.
    let shiftedYear = month > 2 ? year : year - 1
    let century = shiftedYear / 400
    let yearOfCentury = shiftedYear - century * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfCentury = yearOfCentury * 365 + yearOfCentury / 4 - yearOfCentury / 100 + dayOfYear
    return Int32(century * 146_097 + dayOfCentury - 719_468)
  }

  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let century = shifted / 146_097
    let dayOfCentury = shifted - century * 146_097
    let yearOfCentury = (dayOfCentury - dayOfCentury / 1460 + dayOfCentury / 36_524 - dayOfCentury / 146_096) / 365
    let dayOfYear = dayOfCentury - (365 * yearOfCentury + yearOfCentury / 4 - yearOfCentury / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfCentury + century * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// How many days `month` of `year` has.
  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  /// Whether it is the last day of its month.
  public var isMonthEnd: Bool {
    let (year, month, day) = components
    return day == CalendarDate.daysIn(month: month, year: year)
  }

  /// The last day of its month.
  public var monthEnd: CalendarDate {
    let (year, month, day) = components
    return adding(days: CalendarDate.daysIn(month: month, year: year) - day)
  }

  /// `days` days later.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + Int32(days))
  }

  /// The same day `months` months later; a month end stays a month end, and a day that the month lacks becomes its last.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = components
    let count = year * 12 + (month - 1) + months
    let (laterYear, laterMonth) = (count / 12, count % 12 + 1)
    let last = CalendarDate.daysIn(month: laterMonth, year: laterYear)
    let laterDay = isMonthEnd ? last : min(day, last)
    return CalendarDate(dayNumber: CalendarDate.dayNumber(year: laterYear, month: laterMonth, day: laterDay))
  }

  /// Days from `earlier` to this day.
  public func days(since earlier: CalendarDate) -> Int {
    Int(dayNumber - earlier.dayNumber)
  }

  /// By day.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }

  /// ISO 8601: `2012-09-30`.
  public var isoText: String {
    let (year, month, day) = components
    guard (1000...9999).contains(year) else {
      return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
    // Every figure has one or two of them in each file of data.
    return String(unsafeUninitializedCapacity: 10) { buffer in
      func put(_ pair: Int, at index: Int) {
        buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair / 10)
        buffer[index + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair % 10)
      }
      put(year / 100, at: 0)
      put(year % 100, at: 2)
      put(month, at: 5)
      put(day, at: 8)
      (buffer[4], buffer[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
      return 10
    }
  }
}

/// A day that recurs each year, such as a financial year's end. 31 December where nothing else is said.
public struct DayOfYear: Hashable, Sendable {
  /// 1 to 12.
  public let month: Int
  /// 1 to 31; a day that the month lacks stands for its last.
  public let day: Int

  /// The usual year end.
  public static let yearEnd = DayOfYear(month: 12, day: 31)

  /// A day of the year, unchecked against the month's length.
  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// The day as it falls in `year`.
  public func date(in year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: min(day, CalendarDate.daysIn(month: month, year: year)))
  }
}
