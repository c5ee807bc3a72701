import DelimitedText

/// Where a file ends: amid a line, it may be half of what was sent, and its last cell half of what was written.
///
/// What stands there is taken as it stands, since many programs leave the last line end out; but it is said. A file that is cut at the end
/// of a line shows nothing of it.
struct FileEnd {
  /// The last record; nil where it is blank, so that the line before it has its end.
  private let record: Table.Record?
  /// Whether the last record has fewer cells than others: then some of it is lost.
  private let isShort: Bool
  /// Whether the last cell has its closing quotation mark, and its record as many cells as others: then both are whole.
  private let isClosed: Bool

  /// The end of a file that is held.
  init(_ table: Table, _ delivery: Delivery) {
    let bytes = delivery.stream.flatMap { $0.bytes(max($0.byteCount - 4, 0)..<$0.byteCount) } ?? Array(delivery.bytes.suffix(4))
    self.init(table, lastBytes: bytes)
  }

  /// The end of a file that was added up as it was read.
  init(_ long: LongSource) {
    let count = long.text.source.byteCount
    self.init(long.text.lastRecord(long.landmarks, long.dialect), lastBytes: long.text.source.bytes(max(count - 4, 0)..<count) ?? [])
  }

  private init(_ table: Table, lastBytes: [UInt8]) {
    let last = table.recordCount > 0 ? table[table.recordCount - 1] : nil
    record = table.dialect.endsWithNewline ? nil : last.flatMap { $0.isBlank ? nil : $0 }
    // A character of UTF-16 and UTF-32 has empty bytes beside it.
    let width = (0..<table.recordCount).reduce(0) { max($0, table[$1].fieldCount) }
    isShort = last.map { $0.fieldCount < width } ?? false
    isClosed =
      table.dialect.quote != nil && lastBytes.last { $0 != 0 } == table.dialect.quote && !isShort
  }

  /// What is to be said of it; nil where the last line has its end.
  func finding(fileIndex: Int) -> Finding? {
    guard let record else { return nil }
    let place = Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: record.fieldCount)
    let last = Cell.trimmed(record, record.fieldCount - 1)
    return Finding(
      isShort ? .warning : .info, "cut-short",
      isClosed
        ? "the last line of the file has no end: lines behind it may have been lost"
        : "the file ends amid a line: its last cell \(quoted: last) may have been cut short", place: place,
      expected: "a line end", actual: last, remedy: "see that the file is whole, and end its last line")
  }
}
