/// The way back from the data files' own spelling: exact decimals and ISO days. Nothing else is read, and nothing is repaired.
extension Amount {
  /// The amount that `decimalText` wrote: digits with a point, a minus before them; nil for anything else.
  public init?(decimalText text: String) {
    var digits = Array(text.utf8)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    let point = digits.firstIndex(of: UInt8(ascii: "."))
    let decimals = point.map { digits.count - $0 - 1 } ?? 0
    if let point { digits.remove(at: point) }
    // A point has a digit on each side.
    if let point, point == 0 || decimals == 0 { return nil }
    var coefficient: Int128 = 0
    guard !digits.isEmpty, digits.count <= 36 else { return nil }
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      coefficient = coefficient * 10 + Int128(digit - UInt8(ascii: "0"))
    }
    self.init(coefficient: isNegative ? -coefficient : coefficient, exponent: -decimals)
  }
}

extension CalendarDate {
  /// The day that `isoText` wrote: `2012-09-30`; nil for anything else.
  public init?(isoText text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    guard lengths == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
