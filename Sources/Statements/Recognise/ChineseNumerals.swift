/// Numbers written in Chinese characters, as dates have them: 二零一二, 三十一, 廿九.
enum ChineseNumerals {
  /// A number that was read: its value, its digits as they would be written in Arabic numerals, and where it ends.
  typealias Run = (value: Int, digitCount: Int, end: Int)

  /// The number that begins at `start`, or nil where none does; at most nine characters.
  static func run(in scalars: [UInt32], at start: Int) -> Run? {
    var end = start
    while end < scalars.count, end - start < 10, digit(scalars[end]) != nil || ten(scalars[end]) != nil { end += 1 }
    guard end > start, end - start < 10 else { return nil }
    let characters = scalars[start..<end]
    guard characters.contains(where: { ten($0) != nil }) else {
      let value = characters.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
      return (value, characters.count, end)
    }
    guard let value = counted(characters) else { return nil }
    return (value, value < 10 ? 1 : 2, end)
  }

  /// Tens and units: 十, 十二, 三十, 三十一, 廿九.
  private static func counted(_ characters: ArraySlice<UInt32>) -> Int? {
    var rest = characters
    var tens = 1
    if let first = rest.first, let digit = digit(first) {
      guard digit > 0 else { return nil }
      tens = digit
      rest = rest.dropFirst()
    }
    guard let mark = rest.first, let factor = ten(mark) else { return nil }
    // 廿 and 卅 carry their own tens.
    guard factor == 10 || rest.count == characters.count else { return nil }
    rest = rest.dropFirst()
    guard let last = rest.first else { return tens * factor }
    guard rest.count == 1, let unit = digit(last), unit > 0 else { return nil }
    return tens * factor + unit
  }

  private static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x3007, 0x96F6, 0x25CB, 0x25EF: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func ten(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341: 10
    case 0x5EFF: 20
    case 0x5345: 30
    default: nil
    }
  }
}
