/// A cell's characters after folding what carries no meaning: case, width, kinds of space, dash and quotation mark, traditional forms.
///
/// Each folded character knows where it came from, so that what was recognised can be quoted as written.
struct FoldedText {
  /// Beyond this many bytes a cell is prose: no heading, unit or date is as long.
  static let mostBytes = 400

  /// The cell's UTF-8.
  let source: [UInt8]
  /// Folded characters.
  private(set) var scalars: [UInt32] = []
  /// Where each begins in `source`.
  private(set) var offsets: [Int] = []

  /// The folded text, or nil where the cell is too long.
  init?(_ text: String) {
    guard text.utf8.count <= FoldedText.mostBytes else { return nil }
    source = Array(text.utf8)
    scalars.reserveCapacity(source.count)
    offsets.reserveCapacity(source.count)
    var offset = 0
    for scalar in text.unicodeScalars {
      if let folded = FoldedText.fold(scalar.value) {
        scalars.append(folded)
        offsets.append(offset)
      }
      offset += UTF8.width(scalar)
    }
  }

  /// How many folded characters there are.
  var count: Int { scalars.count }

  /// What was written at the folded characters of `range`.
  func excerpt(_ range: Range<Int>) -> String {
    guard !range.isEmpty, range.upperBound <= scalars.count else { return "" }
    let end = range.upperBound < offsets.count ? offsets[range.upperBound] : source.count
    var bytes = source[offsets[range.lowerBound]..<end]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether every letter of `range` was written as a capital.
  func isCapital(_ range: Range<Int>) -> Bool {
    range.allSatisfy { !(0x61...0x7A).contains(source[offsets[$0]]) }
  }

  /// The folded character, or nil for one without meaning: zero width, byte order mark, soft hyphen.
  private static func fold(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x41...0x5A: scalar + 0x20
    case 0x00...0x20, 0x7F: 0x20
    case 0x60: 0x27
    case 0x21...0x7E: scalar
    case 0xFF01...0xFF5E: fold(scalar - 0xFEE0)
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: 0x20
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: nil
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0x2500, 0x301C, 0x223C: 0x2D
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x00B4, 0x02B9, 0x02BC: 0x27
    case 0x201C, 0x201D: 0x22
    case 0xFE59, 0x3014, 0x3010: 0x28
    case 0xFE5A, 0x3015, 0x3011: 0x29
    case 0xFE55: 0x3A
    case 0x3001, 0xFE50: 0x2C
    case 0xFFE1: 0xA3
    case 0xFFE5: 0xA5
    // Superscripts, daggers and such are marks of a footnote.
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2020, 0x2021, 0x00A7, 0x203B, 0x2460...0x2473: 0x2A
    case 0xC0...0xFF: withoutAccent(scalar)
    case 0x100...0x17F: eastern[scalar] ?? scalar
    default: scalar < 0x2E80 ? scalar : simplified[scalar] ?? scalar
    }
  }

  /// A Latin letter with an accent as the letter: août, märz, año.
  private static func withoutAccent(_ scalar: UInt32) -> UInt32 {
    switch scalar | 0x20 {
    case 0xE0...0xE5: 0x61
    case 0xE7: 0x63
    case 0xE8...0xEB: 0x65
    case 0xEC...0xEF: 0x69
    case 0xF1: 0x6E
    case 0xF2...0xF6, 0xF8: 0x6F
    case 0xF9...0xFC: 0x75
    default: scalar
    }
  }

  /// The accented letters of Polish, Czech, Slovak, Hungarian, Romanian and Turkish.
  private static let eastern: [UInt32: UInt32] = {
    let (accented, plain) = ("ĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžŐőŰűĂăŞşŢţĞğİı", "aacceellnnsszzzzccddeennrrssttuuzzoouuaassttggii")
    return Dictionary(uniqueKeysWithValues: zip(accented.unicodeScalars, plain.unicodeScalars).map { ($0.value, $1.value) })
  }()

  private static let simplified: [UInt32: UInt32] = {
    let traditional = "於經審個會計間編報餘額預測劃實際後調備註幣萬億圓圆單數貨兩號從結時終訖個週稅補務円參約"
    let simple = "于经审个会计间编报余额预测划实际后调备注币万亿元元单数货两号从结时终讫个周税补务円参约"
    var result: [UInt32: UInt32] = [:]
    for (from, to) in zip(traditional.unicodeScalars, simple.unicodeScalars) { result[from.value] = to.value }
    for (from, to) in zip("臺鎊歐韓澳門紙鈔銖盧仟佰".unicodeScalars, "台镑欧韩澳门纸钞铢卢千百".unicodeScalars) { result[from.value] = to.value }
    return result
  }()
}
