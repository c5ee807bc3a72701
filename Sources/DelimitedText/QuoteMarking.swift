/// The two control bytes that stand in for quotes and blanks where libcsv must not take them at their face value.
///
/// Neither can occur in a text that we read, since control bytes are refused first. A text is marked when some quotes in it are
/// ordinary characters (`5" disk`), or have blanks around them (`a, "b" ,c`). Nothing moves: every place stays what it was.
enum QuoteMarking {
  /// Stands for a quote that wraps a field, where other quotes in the file are ordinary characters; and serves as libcsv's
  /// quote, which cannot be switched off, where there is none.
  static let quote: UInt8 = 0x01
  /// Stands for a blank between a wrapping quote and its delimiter; the only byte that libcsv may trim.
  static let blank: UInt8 = 0x02

  /// The text with the quotes that wrap fields, those doubled inside them, and the blanks around them, marked.
  static func mark(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, quote: UInt8) -> [UInt8] {
    var marked = Array(text)
    var walker = FieldWalker(text: text, delimiter: delimiter, quote: quote)
    while let field = walker.next() {
      guard field.form != .plain else { continue }
      for index in field.start..<field.open { marked[index] = blank }
      marked[field.open] = Self.quote
      guard field.form != .unclosed else { continue }
      for index in field.open...field.close where text[index] == quote { marked[index] = Self.quote }
      var after = field.close + 1
      while after < field.end, walker.isBlank(text[after]) {
        marked[after] = blank
        after += 1
      }
    }
    return marked
  }
}
