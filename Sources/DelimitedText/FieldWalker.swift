/// Walks over the fields of a text, honouring quotes, and forgives what the strict parser does not: to look at a text before
/// reading it, and in every dialect that it might be in.
struct FieldWalker {
  /// One field as it lies in the text.
  struct Field {
    /// How the field is written.
    enum Form {
      /// Not in quotes.
      case plain
      /// In quotes, well-formed.
      case quoted
      /// In quotes, with more text after the closing one.
      case malformed
      /// A quote opens it and none closes it.
      case unclosed
    }

    var form = Form.plain
    var start = 0
    /// The end of the field, without the delimiter or line end.
    var end = 0
    /// The opening and closing quotes, where it has them.
    var open = 0
    var close = 0
    /// The kinds of bytes in a plain field, of `ByteKind`.
    var kinds: UInt8 = 0
    /// Whether a line end or the end of the text follows, rather than a delimiter.
    var endsRecord = false
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let quote: UInt8
  private let kinds: [UInt8]
  private var index = 0
  private var isDone = false
  private var quotesNeverClose = false

  init(text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, quote: UInt8) {
    self.text = text
    self.delimiter = delimiter
    self.quote = quote
    kinds = ByteKind.table(delimiter: delimiter, quote: quote)
    isDone = text.isEmpty
  }

  /// The next field, or nil at the end of the text. A blank line comes as one empty field.
  mutating func next() -> Field? {
    guard !isDone else { return nil }
    var field = Field()
    field.start = index
    var content = index
    while content < text.count, isBlank(text[content]) { content &+= 1 }
    if content < text.count, text[content] == quote, !quotesNeverClose {
      readQuoted(&field, opening: content)
    }
    readPlain(&field)
    finish(&field)
    return field
  }

  /// Whether a byte is a blank that may stand between a quote and its delimiter.
  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte == 0x09 && delimiter != 0x09) }

  private mutating func readQuoted(_ field: inout Field, opening: Int) {
    var place = opening &+ 1
    while place < text.count {
      guard text[place] == quote else {
        place &+= 1
        continue
      }
      if place &+ 1 < text.count, text[place &+ 1] == quote {
        place &+= 2
        continue
      }
      field.open = opening
      field.close = place
      index = place &+ 1
      while index < text.count, isBlank(text[index]) { index &+= 1 }
      field.form = index < text.count && kinds[Int(text[index])] & ByteKind.end == 0 ? .malformed : .quoted
      return
    }
    // From here no quote closes: what follows is read as if there were none, once.
    quotesNeverClose = true
    field.form = .unclosed
    field.open = opening
    index = opening &+ 1
  }

  private mutating func readPlain(_ field: inout Field) {
    var seen: UInt8 = 0
    var place = index
    while place < text.count {
      let kind = kinds[Int(text[place])]
      if kind & ByteKind.end != 0 { break }
      seen |= kind
      place &+= 1
    }
    index = place
    field.kinds = seen
  }

  private mutating func finish(_ field: inout Field) {
    field.end = index
    guard index < text.count else {
      field.endsRecord = true
      isDone = true
      return
    }
    let byte = text[index]
    index &+= 1
    if byte == delimiter { return }
    field.endsRecord = true
    if byte == 0x0D, index < text.count, text[index] == 0x0A { index &+= 1 }
    isDone = index == text.count
  }
}

/// What a byte may be in a cell.
enum ByteKind {
  static let digit: UInt8 = 1
  /// What numbers and dates hold besides digits.
  static let numeric: UInt8 = 2
  static let letter: UInt8 = 4
  /// A delimiter other than the one that is tried.
  static let foreign: UInt8 = 8
  static let quote: UInt8 = 16
  /// The delimiter or a line end.
  static let end: UInt8 = 128

  static func table(delimiter: UInt8, quote: UInt8) -> [UInt8] {
    var table = [UInt8](repeating: letter, count: 256)
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = digit }
    for byte in " .'()-+%$/:".utf8 { table[Int(byte)] = numeric }
    for byte in DelimiterChoice.candidates { table[Int(byte)] = foreign }
    table[Int(quote)] = ByteKind.quote
    table[0x0A] = end
    table[0x0D] = end
    table[Int(delimiter)] = end
    return table
  }
}
