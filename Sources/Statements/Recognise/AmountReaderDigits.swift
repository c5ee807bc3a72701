/// The digits of a number and what parted them, gathered one by one without a list.
///
/// Groups are counted as they close, since whether a separator groups or begins the decimals is known only at the end.
struct AmountDigits {
  /// The digits' value; meaningless once `isTooLong`.
  private(set) var coefficient: Int128 = 0
  /// More digits than can be held exactly.
  private(set) var isTooLong = false
  /// The offset of the last separator, to be named where it is misplaced.
  private(set) var lastSeparatorOffset = 0

  static let mostDigits = 30
  private var digitCount = 0
  private var significantCount = 0
  private var separatorCount = 0
  private var firstKind: AmountReading.Grouping?
  private var lastKind: AmountReading.Grouping?
  private var earlierAreUniform = true
  private var firstLength = 0
  private var firstIsZero = false
  private var groupsBeforePendingAreThrees = true
  private var groupsBeforePendingAreTwos = true
  private var pendingLength: Int?
  private var currentLength = 0

  /// Whether no digit has come yet.
  var isEmpty: Bool { digitCount == 0 }

  /// Takes the next digit.
  mutating func append(digit: UInt8) {
    if digitCount == 0, separatorCount == 0, digit == 0 { firstIsZero = true }
    digitCount += 1
    currentLength += 1
    if significantCount > 0 || digit != 0 { significantCount += 1 }
    if significantCount > AmountDigits.mostDigits || digitCount > 2 * AmountDigits.mostDigits {
      isTooLong = true
    } else {
      coefficient = coefficient * 10 + Int128(digit)
    }
  }

  /// Takes a separator.
  mutating func append(separator: AmountReading.Grouping, at offset: Int) {
    lastSeparatorOffset = offset
    if separatorCount == 0 {
      firstKind = separator
      firstLength = currentLength
    } else {
      if lastKind != firstKind { earlierAreUniform = false }
      if let pendingLength {
        if pendingLength != 3 { groupsBeforePendingAreThrees = false }
        if pendingLength != 2 { groupsBeforePendingAreTwos = false }
      }
      pendingLength = currentLength
    }
    separatorCount += 1
    lastKind = separator
    currentLength = 0
  }

  /// A way to take the separators: the number of decimals, and what did what.
  typealias Interpretation = (decimals: Int, separators: AmountReading.Separators)

  /// With every separator as grouping, where they stand as thousands (1,234,567) or as lakhs and crores (12,34,567).
  var grouped: Interpretation? {
    guard let firstKind, !firstIsZero, currentLength == 3, earlierAreUniform, lastKind == firstKind else { return nil }
    let isWestern = (1...3).contains(firstLength) && groupsBeforePendingAreThrees && (pendingLength ?? 3) == 3
    let isIndian = (1...2).contains(firstLength) && groupsBeforePendingAreTwos && pendingLength == 2
    return isWestern || isIndian ? (0, AmountReading.Separators(grouping: firstKind, groupsLakhs: !isWestern)) : nil
  }

  /// With the last separator as the decimal mark, the others as grouping.
  var decimal: Interpretation? {
    let mark: DecimalMark
    switch lastKind {
    case .point: mark = .point
    case .comma: mark = .comma
    case .apostrophe, .space, nil: return nil
    }
    // `1234.` is written by programs; `1,234,` by none.
    guard currentLength > 0 || (mark == .point && separatorCount == 1) else { return nil }
    guard separatorCount > 1 else { return (currentLength, AmountReading.Separators(decimal: mark)) }
    guard firstKind != lastKind, earlierAreUniform, !firstIsZero else { return nil }
    let isWestern = (1...3).contains(firstLength) && groupsBeforePendingAreThrees && pendingLength == 3
    let isIndian = separatorCount > 2 && (1...2).contains(firstLength) && groupsBeforePendingAreTwos && pendingLength == 3
    guard isWestern || isIndian else { return nil }
    return (currentLength, AmountReading.Separators(grouping: firstKind, decimal: mark, groupsLakhs: !isWestern))
  }

  /// A number as programs write it, at most eighteen ASCII digits with a minus and a point or without, where nothing is open; nil for all
  /// else. Most cells of large files are such.
  static func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> AmountReading.Number? {
    guard let first = bytes.first, bytes.count <= 20 else { return nil }
    let hasMinus = first == 0x2D
    let start = hasMinus ? 1 : 0
    var value: UInt64 = 0
    var point: Int?
    for index in start..<bytes.count {
      let digit = bytes[index] &- 0x30
      if digit < 10 {
        value = value &* 10 &+ UInt64(digit)
      } else if bytes[index] == 0x2E, point == nil {
        point = index
      } else {
        return nil
      }
    }
    let digitCount = bytes.count - start - (point == nil ? 0 : 1)
    guard (1...18).contains(digitCount) else { return nil }
    let coefficient = hasMinus ? -Int128(value) : Int128(value)
    guard let point else { return AmountReading.Number(coefficient: coefficient, exponent: 0, hasMinus: hasMinus) }
    // Three digits after one to three are open, unless the first is a zero.
    let decimals = bytes.count - point - 1
    let isOpen = decimals == 3 && (1...3).contains(point - start) && bytes[start] != 0x30
    if isOpen || decimals == 0 || point == start { return nil }
    return AmountReading.Number(
      coefficient: coefficient, exponent: -decimals, hasMinus: hasMinus, separators: AmountReading.Separators(decimal: .point))
  }

  /// Whether there is no separator at all.
  var isPlain: Bool { separatorCount == 0 }
}
