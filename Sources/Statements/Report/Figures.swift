/// How figures, dates and percentages are printed. Parentheses for negative amounts exist here and nowhere else.
enum Figures {
  /// An amount in its unit: `(1,552.5)`, `-` for nil; rounded half away from zero, here and only here.
  static func amount(_ money: Money) -> String {
    if money.showsUnit {
      let heading = money.display.unit.heading
      return heading + (heading.hasSuffix("$") ? "" : " ") + amount(Money(money.amount, money.display))
    }
    if money.amount.sign == 0 { return "-" }
    let grouped = grouped(money.amount.magnitude.text(exponent: money.display.unit.exponent, places: money.display.places))
    return money.amount.sign < 0 ? "(\(grouped))" : grouped
  }

  /// Digits in groups of three before the point.
  static func grouped(_ digits: String) -> String {
    let bytes = Array(digits.utf8)
    let point = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    guard point > 3 else { return digits }
    var grouped: [UInt8] = []
    grouped.reserveCapacity(bytes.count + point / 3)
    for index in 0..<point {
      if index > 0, (point - index) % 3 == 0, grouped.last != UInt8(ascii: "-") { grouped.append(UInt8(ascii: ",")) }
      grouped.append(bytes[index])
    }
    return String(decoding: grouped + bytes[point...], as: UTF8.self)
  }

  /// A percentage of a change: one decimal, brackets for a fall.
  static func changePercent(_ percentage: Percentage) -> String { percentFigure(percentage) + " %" }

  /// The figure of a percentage of a change, without the sign that follows it.
  static func percentFigure(_ percentage: Percentage) -> String {
    let digits = grouped(percentage.text)
    return digits.hasPrefix("-") ? "(\(digits.dropFirst()))" : digits
  }

  /// A percentage of an interest.
  static func percent(_ ratio: Ratio, places: Int) -> String {
    let digits = (ratio * Ratio(100)).shortestText(mostPlaces: places)
    guard let point = digits.firstIndex(of: ".") else { return digits + ".00 %" }
    // Interests are shown with two decimals at least.
    let decimals = digits.distance(from: point, to: digits.endIndex) - 1
    return digits + String(repeating: "0", count: max(2 - decimals, 0)) + " %"
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// `30 September 2012`.
  static func date(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(day) \(monthNames[month - 1]) \(year)"
  }

  /// `30 Sep 2012`, for headings.
  static func shortDate(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(day) \(monthNames[month - 1].prefix(3)) \(year)"
  }

  /// `9 months to 30 September 2012`; a stretch that is no whole number of months by its two days.
  static func period(_ period: Period, short: Bool = false) -> String {
    let date = short ? shortDate : Self.date
    guard let start = period.start else { return date(period.end) }
    guard start != period.end else { return "\(date(period.end)), one day" }
    guard let months = period.wholeMonths else { return "\(date(start)) to \(date(period.end))" }
    return months == 1 ? "1 month to \(date(period.end))" : "\(months) months to \(date(period.end))"
  }
}
