import DelimitedText

/// Cells as people mean them: without the blanks around.
enum Cell {
  static func trimmed(_ record: Table.Record, _ field: Int) -> String {
    trim(record.text(field))
  }

  /// Without blanks, tabs and no-break spaces at either end.
  static func trim(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(scalars[first...last])
  }
}
