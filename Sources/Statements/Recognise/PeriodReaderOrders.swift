extension PeriodPoints {
  /// A number with the digits that it is written with.
  typealias Part = (value: Int, digits: Int)
  /// Year, month and day in one order.
  typealias Order = (year: Int, month: Int, day: Int, style: DateSpelling?)

  /// The orders in which three numbers are a date. Where no order gives a day of the calendar, the likeliest comes back as it is, to be
  /// refused by name; where day and month are equal the order is of no matter and there is one, without a style.
  static func orders(_ first: Part, _ second: Part, _ third: Part) -> [Order] {
    guard (1...2).contains(second.digits) else { return [] }
    if first.digits == 4, (1...2).contains(third.digits) {
      return years.contains(first.value) ? [(first.value, second.value, third.value, .yearMonthDay)] : []
    }
    guard (1...2).contains(first.digits) else { return [] }
    let year: Int
    if third.digits == 4, years.contains(third.value) {
      year = third.value
    } else if third.digits == 2 {
      // 99-12-31: the first can be no day.
      if first.digits == 2, first.value == 0 || first.value > 31 {
        let order: Order = (fullYear(first.value), second.value, third.value, .yearMonthDay)
        return isDay(order) ? [order] : []
      }
      year = fullYear(third.value)
    } else {
      return []
    }
    let dayFirst: Order = (year, second.value, first.value, .dayMonthYear)
    let monthFirst: Order = (year, first.value, second.value, .monthDayYear)
    switch (isDay(dayFirst), isDay(monthFirst)) {
    case (true, true): return first.value == second.value ? [(year, first.value, second.value, nil)] : [dayFirst, monthFirst]
    case (true, false): return [dayFirst]
    case (false, true): return [monthFirst]
    case (false, false): return first.value <= 31 && second.value <= 31 ? [second.value <= 12 ? dayFirst : monthFirst] : []
    }
  }

  private static func isDay(_ order: Order) -> Bool {
    CalendarDate(year: order.year, month: order.month, day: order.day) != nil
  }

  /// The orders of an ASCII cell that is three numbers and two like marks, and nothing else; nil where it is not.
  static func plainDate(_ bytes: UnsafeBufferPointer<UInt8>) -> [Order]? {
    guard (6...10).contains(bytes.count) else { return nil }
    var parts: (Part, Part, Part) = ((0, 0), (0, 0), (0, 0))
    var joint: UInt8?
    var part = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        let digit = Int(byte - 0x30)
        if part == 0 { parts.0 = (parts.0.value * 10 + digit, parts.0.digits + 1) }
        if part == 1 { parts.1 = (parts.1.value * 10 + digit, parts.1.digits + 1) }
        if part == 2 { parts.2 = (parts.2.value * 10 + digit, parts.2.digits + 1) }
      case 0x2D, 0x2E, 0x2F:
        guard part < 2, joint == nil || joint == byte else { return nil }
        joint = byte
        part += 1
      default: return nil
      }
    }
    return part == 2 ? orders(parts.0, parts.1, parts.2) : nil
  }
}
