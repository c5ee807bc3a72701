/// An amount written as programs write it, `-1234.50`, read from its bytes: at most seventeen digits with a minus and a point or without.
///
/// Anything else, and what could be thousands as well as decimals, is left to those who know all spellings.
struct PlainAmount {
  /// In 10⁻¹² units.
  let atoms: Int128
  let decimals: Int32
  /// Whether its point can only part decimals.
  let showsPoint: Bool
  /// Whether amount and decimals alone give the text again.
  let isCanonical: Bool

  @inline(__always)
  init?(_ text: UnsafePointer<UInt8>, _ length: Int) {
    guard length > 0, length <= 19 else { return nil }
    let isNegative = text[0] == 0x2D
    let start = isNegative ? 1 : 0
    var value: UInt64 = 0
    var point = -1
    var index = start
    while index < length {
      let digit = text[index] &- 0x30
      if digit < 10 {
        value = value &* 10 &+ UInt64(digit)
      } else if text[index] == 0x2E, point < 0 {
        point = index
      } else {
        return nil
      }
      index &+= 1
    }
    let digitCount = length &- start &- (point < 0 ? 0 : 1)
    guard digitCount >= 1, digitCount <= 17 else { return nil }
    let places = point < 0 ? 0 : length &- point &- 1
    let wholeCount = digitCount &- places
    if point >= 0 {
      // Three digits behind one to three may be thousands.
      guard places > 0, places <= 12, wholeCount > 0 else { return nil }
      if places == 3, wholeCount <= 3, text[start] != 0x30 { return nil }
    }
    let magnitude = value.multipliedFullWidth(by: PlainAmount.factor(12 &- places))
    let whole = Int128(bitPattern: UInt128(magnitude.high) << 64 | UInt128(magnitude.low))
    atoms = isNegative ? -whole : whole
    decimals = Int32(truncatingIfNeeded: places)
    showsPoint = point >= 0
    isCanonical = (text[start] != 0x30 || wholeCount == 1) && !(isNegative && value == 0)
  }

  @inline(__always)
  private static func factor(_ power: Int) -> UInt64 {
    switch power {
    case 12: 1_000_000_000_000
    case 11: 100_000_000_000
    case 10: 10_000_000_000
    case 9: 1_000_000_000
    case 8: 100_000_000
    case 7: 10_000_000
    case 6: 1_000_000
    case 5: 100_000
    case 4: 10_000
    case 3: 1_000
    case 2: 100
    case 1: 10
    default: 1
    }
  }
}
