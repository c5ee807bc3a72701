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
    // Two of them in each row of a history, which has them by the million.
    var numbers = (0, 0, 0)
    var index = 0
    for byte in text.utf8 {
      switch (index, byte) {
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
      case (0..<4, 0x30...0x39): numbers.0 = numbers.0 * 10 + Int(byte - 0x30)
      case (5..<7, 0x30...0x39): numbers.1 = numbers.1 * 10 + Int(byte - 0x30)
      case (8..<10, 0x30...0x39): numbers.2 = numbers.2 * 10 + Int(byte - 0x30)
      default: return nil
      }
      index += 1
    }
    guard index == 10 else { return nil }
    let (year, month, day) = numbers
    self.init(year: year, month: month, day: day)
  }
}
