/// A character of an amount after folding width and kind: every dash, every space and every bracket is one glyph.
enum AmountGlyph: Hashable {
  case digit(UInt8)
  case point, comma, apostrophe, space
  case plus, hyphen, dash
  case open, close, percent
  /// `€`, `£`, `¥` …, by its code point.
  case currency(UInt32)
  /// `$`, which letters before it make a currency's.
  case dollar
  /// An ASCII letter, in lower case.
  case letter(UInt8)
  case other

  /// The glyph at `index` and its length in bytes; a byte that begins no character is `other` with length 1.
  static func at(_ index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (glyph: AmountGlyph, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (ascii(byte), 1) }
    let length = byte >= 0xF0 ? 4 : (byte >= 0xE0 ? 3 : (byte >= 0xC2 ? 2 : 1))
    guard length > 1, index + length <= bytes.count else { return (.other, 1) }
    var scalar = UInt32(byte) & (0x7F >> UInt32(length))
    for next in 1..<length {
      guard bytes[index + next] & 0xC0 == 0x80 else { return (.other, 1) }
      scalar = scalar << 6 | UInt32(bytes[index + next] & 0x3F)
    }
    return (wide(scalar), length)
  }

  private static func ascii(_ byte: UInt8) -> AmountGlyph {
    switch byte {
    case 0x30...0x39: .digit(byte - 0x30)
    case 0x2E: .point
    case 0x2C: .comma
    case 0x27: .apostrophe
    case 0x20, 0x09, 0x0A, 0x0D: .space
    case 0x2B: .plus
    case 0x2D: .hyphen
    case 0x28: .open
    case 0x29: .close
    case 0x25: .percent
    case 0x24: .dollar
    case 0x41...0x5A: .letter(byte + 0x20)
    case 0x61...0x7A: .letter(byte)
    default: .other
    }
  }

  private static func wide(_ scalar: UInt32) -> AmountGlyph {
    switch scalar {
    case 0xFF01...0xFF5E: ascii(UInt8(scalar - 0xFEE0))
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF, 0x200B: .space
    case 0x2019, 0x2018, 0x02BC: .apostrophe
    // Minus sign, hyphens and their small and full-width forms.
    case 0x2212, 0x2010, 0x2011, 0xFE63: .hyphen
    case 0x2012...0x2015, 0x2500: .dash
    case 0xFE59: .open
    case 0xFE5A: .close
    case 0xFE6A: .percent
    case 0xFE50: .comma
    case 0xFE52: .point
    case 0xFE69: .dollar
    case 0xA5, 0xFFE5: .currency(0xA5)
    case 0xA3, 0xFFE1: .currency(0xA3)
    case 0x20A9, 0xFFE6: .currency(0x20A9)
    case 0x20AC, 0x20B9, 0x20BD, 0x20BA, 0x20AB, 0x0E3F, 0x20B1, 0x20AA: .currency(scalar)
    default: .other
    }
  }

  /// The cell in lower case and ASCII width without white space, for comparison with a word.
  static func foldedWord(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var word = ""
    var index = 0
    while index < bytes.count {
      let (glyph, length) = at(index, of: bytes)
      switch glyph {
      case .space: break
      case .letter(let letter): word.unicodeScalars.append(Unicode.Scalar(letter))
      case .open: word += "("
      case .close: word += ")"
      case .point: word += "."
      default: word += String(decoding: bytes[index..<index + length], as: UTF8.self)
      }
      index += length
    }
    return word
  }
}
