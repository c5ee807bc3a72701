import DelimitedText

/// Cells as people mean them: without the blanks around.
enum Cell {
  static func trimmed(_ record: Table.Record, _ field: Int) -> String {
    record.withBytes(field) { bytes in
      // Nearly all cells begin and end with an ASCII character; only others need a look at Unicode's white space.
      var (start, end) = (0, bytes.count)
      while start < end, bytes[start] == 0x20 || (0x09...0x0D).contains(bytes[start]) { start += 1 }
      while end > start, bytes[end - 1] == 0x20 || (0x09...0x0D).contains(bytes[end - 1]) { end -= 1 }
      guard start < end else { return "" }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      return bytes[start] < 0x80 && bytes[end - 1] < 0x80 ? text : trim(text)
    }
  }

  /// Whether a record is a line drawn with dashes, as lists for printers have them.
  static func isRule(_ record: Table.Record) -> Bool {
    var length = 0
    for field in 0..<record.fieldCount {
      let isRuled = record.withBytes(field) { bytes in
        length += bytes.count
        return bytes.allSatisfy { $0 == 0x2D || $0 == 0x3D || $0 == 0x5F || $0 == 0x2B || $0 == 0x7C || $0 == 0x20 }
      }
      if !isRuled { return false }
    }
    // A dash is an amount of nil.
    return length >= 4 * max(record.fieldCount, 1)
  }

  /// Without blanks, tabs and no-break spaces at either end.
  static func trim(_ text: String) -> String {
    // Nearly all words begin and end with a character that shows.
    if let first = text.utf8.first, let last = text.utf8.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) { return text }
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(scalars[first...last])
  }
}
