/// Gathers what a `RecordParser` reads into the arrays of a `Table`.
struct TableBuilder {
  private var text: [UInt8] = []
  private var fieldEnds: [UInt32] = []
  private var records: [TableStorage.Mark] = []

  /// Units: bytes that the parser is given at a time, so that little is read in vain after a limit is passed.
  static let chunkByteCount = 1 << 18

  /// Reads all the bytes.
  ///
  /// - Throws: the parser's error.
  mutating func read(_ bytes: UnsafeRawBufferPointer, _ parser: RecordParser) throws(ReadError) {
    text.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
      let end = min(start + Self.chunkByteCount, bytes.count)
      try parser.parse(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      take(parser)
      start = end
    }
    try parser.parseEnd()
    take(parser)
  }

  /// Appends a record that a scanner has found.
  mutating func append(_ scanner: BlockScanner, _ record: BlockScanner.Mark, lineNumber: Int) {
    let bounds = scanner.bounds.elements
    for field in 0..<Int(record.fieldCount) {
      let place = Int(record.firstBound) + field * 2
      text.append(contentsOf: UnsafeBufferPointer(start: scanner.base + Int(bounds[place]), count: Int(bounds[place + 1] - bounds[place])))
      fieldEnds.append(UInt32(truncatingIfNeeded: text.count))
    }
    records.append(
      TableStorage.Mark(
        fieldEnd: UInt32(truncatingIfNeeded: fieldEnds.count), lineNumber: UInt32(truncatingIfNeeded: lineNumber)))
  }

  /// Appends the records of another table, their lines `shift` further down.
  mutating func append(_ other: TableStorage, shift: Int) {
    for record in other.records.indices {
      let view = Table.Record(storage: other, index: record)
      for field in 0..<view.fieldCount {
        view.withBytes(field) { text.append(contentsOf: $0) }
        fieldEnds.append(UInt32(truncatingIfNeeded: text.count))
      }
      records.append(
        TableStorage.Mark(
          fieldEnd: UInt32(truncatingIfNeeded: fieldEnds.count),
          lineNumber: UInt32(truncatingIfNeeded: view.lineNumber + shift)))
    }
  }

  /// Puts back the quotes for which `QuoteMarking.quote` stood.
  mutating func restoreQuotes(_ quote: UInt8) {
    for index in text.indices where text[index] == QuoteMarking.quote { text[index] = quote }
  }

  /// The arrays as they are now.
  consuming func storage() -> TableStorage {
    TableStorage(text: text, fieldEnds: fieldEnds, records: records)
  }

  private mutating func take(_ parser: RecordParser) {
    let state = parser.state
    let textBase = UInt32(truncatingIfNeeded: text.count)
    let fieldBase = UInt32(truncatingIfNeeded: fieldEnds.count)
    let fields = state.pointee.fieldEnds.elements[..<state.pointee.recordFieldStart]
    text.append(contentsOf: state.pointee.text.elements[..<state.pointee.recordTextStart])
    fieldEnds.append(contentsOf: fields.lazy.map { textBase &+ $0 })
    records.append(
      contentsOf: state.pointee.records.elements.lazy.map {
        TableStorage.Mark(
          fieldEnd: fieldBase &+ UInt32(truncatingIfNeeded: $0.fieldEnd), lineNumber: UInt32(truncatingIfNeeded: $0.lineNumber))
      })
    parser.discardRecords()
  }
}
