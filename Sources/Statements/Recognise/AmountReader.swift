/// Reads a cell as an amount in every spelling that people and programs write, or says why it is none.
///
/// Nothing is guessed: `1,234` alone has two readings, and the caller settles them for the whole column with `decimalMark(ofColumn:)`.
/// Nothing is rounded: beyond thirty digits the answer is `tooManyDigits`. Plain ASCII amounts are read without allocating.
enum AmountReader {
  /// Reads the UTF-8 of one cell.
  ///
  /// - Parameter decimalMark: the mark of the cell's column where it is known: what was open is then settled, and a number in the
  ///   other mark is refused.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, decimalMark: DecimalMark? = nil) -> AmountReading {
    if let number = AmountDigits.plainNumber(bytes), decimalMark != .comma || number.separators.decimal == nil {
      return .number(number)
    }
    guard let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return .empty }
    if bytes[start] == UInt8(ascii: "#") { return spreadsheetError(bytes, from: start) }
    guard hasDigit(bytes) else { return wordReading(bytes) }
    var scanner = AmountScanner(bytes)
    if let refusal = scanner.scan() { return .notANumber(refusal) }
    return scanner.reading(decimalMark: decimalMark)
  }

  /// Reads one cell.
  static func read(_ text: String, decimalMark: DecimalMark? = nil) -> AmountReading {
    var text = text
    return text.withUTF8 { read($0, decimalMark: decimalMark) }
  }

  /// What the readings of a column, made without a known mark, prove about its decimal mark. The order of the rows is of no matter.
  static func decimalMark(ofColumn readings: some Sequence<AmountReading>) -> DecimalMarkFinding {
    var pointProof: Int?
    var commaProof: Int?
    for (index, reading) in readings.enumerated() {
      guard case .number(let number) = reading, let mark = number.separators.provenDecimalMark else { continue }
      switch mark {
      case .point: pointProof = pointProof ?? index
      case .comma: commaProof = commaProof ?? index
      }
    }
    switch (pointProof, commaProof) {
    case (nil, nil): return .open
    case (.some(let point), nil): return .settled(.point, proof: point)
    case (nil, .some(let comma)): return .settled(.comma, proof: comma)
    case (.some(let point), .some(let comma)): return .contradiction(pointProof: point, commaProof: comma)
    }
  }

  /// Whether an ASCII or a full-width digit occurs.
  private static func hasDigit(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices {
      if bytes[index] &- 0x30 < 10 { return true }
      if bytes[index] == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC, bytes[index + 2] &- 0x90 < 10 { return true }
    }
    return false
  }

  /// A cell that begins with `#`: not available, or a formula that went wrong, or a column too narrow to show its number.
  private static func spreadsheetError(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> AmountReading {
    let text = AmountGlyph.foldedWord(bytes)
    if text == "#n/a" || text == "#n/an/a" || text == "#na" { return .notAvailable }
    let errors: Set = [
      "#ref!", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#spill!", "#calc!", "#getting_data", "#field!", "#blocked!",
      "#unknown!", "#connect!", "#busy!",
    ]
    let isTooNarrow = text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
    return .notANumber(
      AmountRefusal(reason: errors.contains(text) || isTooNarrow ? .spreadsheetError : .unexpectedCharacter, byteOffset: start))
  }

  /// A cell without a digit: nothing, a mark of nil, words for no figure, or other words.
  private static func wordReading(_ bytes: UnsafeBufferPointer<UInt8>) -> AmountReading {
    let hasDash = bytes.contains { $0 == 0x2D || $0 == 0xE2 || $0 == 0xEF }
    var scanner = AmountScanner(bytes)
    if hasDash, let number = scanner.nilMark() { return .number(number) }
    // No such word is longer than this, and none begins with another letter: labels are not copied.
    let first = bytes.firstIndex { $0 > 0x20 } ?? 0
    let canBeWord = bytes.count <= 24 && (bytes[first] | 0x20 == 0x6E || bytes[first] == 0x28 || bytes[first] >= 0x80)
    switch canBeWord ? AmountGlyph.foldedWord(bytes) : "…" {
    case "": return .empty
    case "nil", "無", "无": return .number(AmountReading.Number(coefficient: 0, exponent: 0, isNilMark: true))
    case "(nil)", "(無)", "(无)":
      return .number(AmountReading.Number(coefficient: 0, exponent: 0, isNilMark: true, isBracketed: true))
    case "n/a", "na", "n.a.", "n.a", "nm", "n.m.", "n.m", "n/m", "nan", "null", "(n/a)", "notapplicable", "notavailable",
      "notmeaningful", "不适用", "不適用":
      return .notAvailable
    default:
      return .notANumber(AmountRefusal(reason: .noDigits, byteOffset: first))
    }
  }
}

extension AmountReading.Separators {
  /// The decimal mark that these separators show, even where the number has no decimals: `1,234,567` can only group by commas.
  var provenDecimalMark: DecimalMark? {
    if let decimal { return decimal }
    switch grouping {
    case .comma: return .point
    case .point: return .comma
    case .apostrophe, .space, nil: return nil
    }
  }
}
