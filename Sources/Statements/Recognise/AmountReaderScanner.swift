/// Goes once through the bytes of a cell: marks before the digits, the digits, marks after them.
struct AmountScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var digits = AmountDigits()
  private var scientificExponent: Int?
  private var marks = AmountMarks()

  /// A scanner of one cell's UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Reads the cell through; nil, or why it is no number.
  mutating func scan() -> AmountRefusal? {
    while index < bytes.count {
      let (glyph, length) = AmountGlyph.at(index, of: bytes)
      switch glyph {
      case .digit, .point, .comma:
        guard digits.isEmpty else { return refusal(.unexpectedCharacter) }
        if case .digit = glyph {} else if !isDigit(at: index + length) { return refusal(.misplacedSeparator) }
        if let refusal = scanDigits() { return refusal }
      default:
        if let reason = scanMark(glyph, length: length) { return refusal(reason) }
      }
    }
    if marks.isOpen { return AmountRefusal(reason: .unpairedBracket, byteOffset: marks.bracketOffset) }
    return nil
  }

  /// A dash for zero, with a currency or brackets around it if any: `-`, `—`, `$ -`, `(-)`; nil where the cell is none.
  mutating func nilMark() -> AmountReading.Number? {
    var dashes = 0
    var endOfDashes = 0
    while index < bytes.count {
      let (glyph, length) = AmountGlyph.at(index, of: bytes)
      switch glyph {
      case .hyphen, .dash:
        if dashes > 0, endOfDashes != index { return nil }
        dashes += 1
        index += length
        endOfDashes = index
      case .digit, .point, .comma, .apostrophe, .plus, .other: return nil
      case .letter, .space, .open, .close, .percent, .currency, .dollar:
        marks.isAfterDigits = dashes > 0
        if scanMark(glyph, length: length) != nil { return nil }
      }
    }
    // More dashes than three are a ruling above a total.
    guard (1...3).contains(dashes), !marks.isOpen, !marks.isCredit, !marks.isDebit, marks.scale == nil else { return nil }
    return AmountReading.Number(
      coefficient: 0, exponent: 0, isNilMark: true, isBracketed: marks.isBracketed, currency: marks.currency, isPercent: marks.isPercent)
  }

  /// What the scanned cell is as an amount.
  func reading(decimalMark: DecimalMark?) -> AmountReading {
    if digits.isTooLong { return .tooManyDigits }
    if let scientificExponent, digits.coefficient != 0, abs(scientificExponent) > 60 { return .tooManyDigits }
    if digits.isPlain { return .number(number((0, AmountReading.Separators()))) }
    // A number with an exponent is a program's: it has no groups.
    let grouped = scientificExponent == nil ? digits.grouped : nil
    let decimal = digits.decimal
    switch (grouped, decimal) {
    case (nil, nil):
      return .notANumber(AmountRefusal(reason: .misplacedSeparator, byteOffset: digits.lastSeparatorOffset))
    case (.some(let one), nil), (nil, .some(let one)):
      if let decimalMark, let proven = one.separators.provenDecimalMark, proven != decimalMark {
        return .notANumber(AmountRefusal(reason: .otherDecimalMark, byteOffset: digits.lastSeparatorOffset))
      }
      return .number(number(one))
    case (.some(let grouped), .some(let decimal)):
      // `1.234m` has a decimal point: nobody groups the digits before a scale with points.
      if decimalMark == nil, marks.scale != nil, decimal.separators.decimal == .point { return .number(number(decimal)) }
      guard let decimalMark else { return .open(number(grouped), number(decimal)) }
      return .number(number(decimal.separators.decimal == decimalMark ? decimal : grouped))
    }
  }

  private func number(_ interpretation: AmountDigits.Interpretation) -> AmountReading.Number {
    let isNegative = marks.hasMinus || marks.isBracketed || marks.isCredit
    return AmountReading.Number(
      coefficient: isNegative ? -digits.coefficient : digits.coefficient,
      exponent: min(max(scientificExponent ?? 0, -60), 60) - interpretation.decimals + (marks.scale ?? 0), isBracketed: marks.isBracketed,
      hasMinus: marks.hasMinus, isCredit: marks.isCredit, isDebit: marks.isDebit, currency: marks.currency,
      isPercent: marks.isPercent, scale: marks.scale, separators: interpretation.separators)
  }

  private func refusal(_ reason: AmountRefusal.Reason) -> AmountRefusal {
    AmountRefusal(reason: reason, byteOffset: index)
  }

  private func isDigit(at position: Int) -> Bool {
    guard position < bytes.count else { return false }
    if case .digit = AmountGlyph.at(position, of: bytes).glyph { return true }
    return false
  }

  /// The digits, their separators and a scientific exponent; stops before the first thing that is neither.
  private mutating func scanDigits() -> AmountRefusal? {
    while index < bytes.count {
      let (glyph, length) = AmountGlyph.at(index, of: bytes)
      let separator: AmountReading.Grouping
      switch glyph {
      case .digit(let digit):
        digits.append(digit: digit)
        index += length
        continue
      case .point: separator = .point
      case .comma: separator = .comma
      case .apostrophe: separator = .apostrophe
      case .space: separator = .space
      case .letter(UInt8(ascii: "e")):
        if let refusal = scanExponent() { return refusal }
        marks.isAfterDigits = true
        return nil
      case .plus, .hyphen, .dash, .open, .close, .percent, .currency, .dollar, .letter, .other:
        marks.isAfterDigits = true
        return nil
      }
      let isAtEnd = !isDigit(at: index + length)
      if isAtEnd, separator == .space {
        marks.isAfterDigits = true
        return nil
      }
      digits.append(separator: separator, at: index)
      // A point at the end is judged with the other separators; after any other the digits must go on.
      if isAtEnd, separator != .point { return refusal(.misplacedSeparator) }
      index += length
      if isAtEnd {
        marks.isAfterDigits = true
        return nil
      }
    }
    marks.isAfterDigits = true
    return nil
  }

  /// `E+06` after the digits; an `e` that begins a word is left to the marks.
  private mutating func scanExponent() -> AmountRefusal? {
    var position = index + AmountGlyph.at(index, of: bytes).length
    var isNegative = false
    if position < bytes.count {
      let (sign, length) = AmountGlyph.at(position, of: bytes)
      if sign == .plus || sign == .hyphen {
        isNegative = sign == .hyphen
        position += length
      }
    }
    var exponent: Int?
    while position < bytes.count {
      let (glyph, length) = AmountGlyph.at(position, of: bytes)
      guard case .digit(let digit) = glyph else { break }
      exponent = min((exponent ?? 0) * 10 + Int(digit), 10_000)
      position += length
    }
    guard let exponent else { return nil }
    scientificExponent = isNegative ? -exponent : exponent
    index = position
    return nil
  }

  /// One mark before or after the digits; nil, or why it cannot stand there.
  private mutating func scanMark(_ glyph: AmountGlyph, length: Int) -> AmountRefusal.Reason? {
    switch glyph {
    case .space: break
    case .letter, .dollar, .other: return scanWord()
    case .currency(let symbol):
      if let reason = marks.take(currency: UnitCurrencies.currency(ofSymbol: symbol)) { return reason }
    case .plus, .hyphen, .dash, .open, .close, .percent, .digit, .point, .comma, .apostrophe:
      if let reason = marks.take(glyph, at: index) { return reason }
    }
    index += length
    return nil
  }

  /// A word beside the digits: a currency, `CR`, `DR`, or a scale.
  private mutating func scanWord() -> AmountRefusal.Reason? {
    let start = index
    var word = ""
    var end = index
    scan: while end < bytes.count, end - start < 24 {
      let (glyph, length) = AmountGlyph.at(end, of: bytes)
      switch glyph {
      case .letter(let letter): word.unicodeScalars.append(Unicode.Scalar(letter))
      case .dollar:
        word += "$"
        end += length
        break scan
      case .other where length == 3: word += String(decoding: bytes[end..<end + length], as: UTF8.self)
      case .point where !word.isEmpty && !isDigit(at: end + length): break
      default: break scan
      }
      end += length
    }
    guard let meaning = AmountMarks.meaning(of: word) else { return .unexpectedCharacter }
    if let reason = marks.take(meaning) { return reason }
    index = end
    return nil
  }
}
