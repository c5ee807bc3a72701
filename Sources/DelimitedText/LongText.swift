/// A file that is too long to be held: its first records, how it is read, and any record of it again.
public struct LongText: Sendable {
  /// Its bytes.
  public let source: ByteSource
  /// Its first records, as the file's dialect has them.
  public let head: Table
  /// Where the text begins, behind a byte order mark.
  public let start: Int

  /// Opens a file; nil where its head does not show plain UTF-8 in double quotes, which needs a look at the whole.
  ///
  /// - Parameter recordCount: how many records the head must have, where the file has so many.
  public init?(_ source: ByteSource, recordCount: Int) {
    var length = 1 << 18
    while true {
      guard let bytes = source.bytes(0..<min(length, source.byteCount)) else { return nil }
      let isWhole = bytes.count == source.byteCount
      guard let end = isWhole ? bytes.count : bytes.lastIndex(of: 0x0A).map({ $0 + 1 }) else { return nil }
      guard let table = LongText.table(Array(bytes[..<end])) else { return nil }
      if table.recordCount >= recordCount || isWhole {
        self.source = source
        head = table
        start = table.dialect.hasByteOrderMark ? ByteOrderMark.utf8.count : 0
        return
      }
      length *= 4
      if length > 1 << 24 { return nil }
    }
  }

  private static func table(_ bytes: [UInt8]) -> Table? {
    let start = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    let isSeparated = bytes.withUnsafeBufferPointer { SeparatorLine(UnsafeBufferPointer(rebasing: $0[start...])) != nil }
    guard !isSeparated, let table = try? DelimitedReader.read(bytes) else { return nil }
    let dialect = table.dialect
    // Three sentences are encoding, delimiter and quote; any more is something that the rest of the file may have too.
    guard dialect.encoding == .utf8, dialect.quote == DelimiterChoice.doubleQuote, dialect.evidence.count == 3 else { return nil }
    return table
  }

  /// Bytes that must not occur anywhere: other delimiters, which would be weighed over the whole file.
  public var strangeBytes: [UInt8] { DelimiterChoice.candidates.filter { $0 != head.dialect.delimiter } }

  /// How the whole file is read, with the evidence of all of it, as `DelimitedReader` finds it; nil where it would find otherwise.
  public func dialect(_ tally: Tally) -> Dialect? {
    let counts = tally.recordsByFieldCount
    let recordCount = counts.values.reduce(0, +)
    let many = recordCount - (counts[1] ?? 0)
    guard many > 0, let usual = counts.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
    if tally.hasOtherQuote, tally.wrappedCount == 0 { return nil }
    // A delimiter other than the comma must cut a table.
    if head.dialect.delimiter != DelimiterChoice.candidates[0], many * 2 < recordCount { return nil }
    var dialect = head.dialect
    dialect.lineEnding = tally.lineEnding
    dialect.endsWithNewline = tally.endsWithNewline
    let (name, fields) = (DelimiterChoice.name(dialect.delimiter), usual.key)
    dialect.evidence = [
      dialect.hasByteOrderMark
        ? "the encoding is UTF-8: the file begins with its byte order mark" : TextDecoder.utf8Evidence(isASCII: tally.isASCII),
      recordCount == 1
        ? "the delimiter is the \(name): the one record has \(fields) fields"
        : "the delimiter is the \(name): \(usual.value) of \(recordCount) records that are not blank have \(fields) fields",
      TextReader.quoteEvidence(name: "double", isWrapping: tally.wrappedCount > 0, wrappedCount: tally.wrappedCount),
    ]
    return dialect
  }

  /// The last record of the file, as a table of it alone: it has its own line number.
  public func lastRecord(_ landmarks: [Tally.Landmark], _ dialect: Dialect) -> Table {
    var builder = TableBuilder()
    if let mark = landmarks.last, let bytes = source.bytes(mark.offset..<source.byteCount) {
      let scanner = BlockScanner(delimiter: dialect.delimiter, quote: DelimiterChoice.doubleQuote, capacity: bytes.count)
      bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { scanner.base.update(from: base, count: bytes.count) } }
      scanner.byteCount = bytes.count
      var line = mark.line
      while let consumed = try? scanner.scan(limit: .max, isLast: true), consumed > 0 {
        if let record = scanner.records.elements.last {
          builder = TableBuilder()
          builder.append(scanner, record, lineNumber: line + Int(record.line))
        }
        line += scanner.lineCount
        scanner.removeFirst(consumed)
      }
    }
    return Table(dialect: dialect, storage: builder.storage())
  }

  /// The records that begin on some lines, as a table of them alone: each has its own line number.
  public func records(onLines lines: [Int], _ landmarks: [Tally.Landmark], _ dialect: Dialect) -> Table {
    let wanted = Set(lines).sorted()
    // Some parts for each core, so that one with far lines does not keep the others waiting.
    let size = max((wanted.count + 15) / 16, 1)
    let parts = Workers.map((wanted.count + size - 1) / size) { part in
      records(onLines: wanted[part * size..<min((part + 1) * size, wanted.count)], landmarks, dialect)
    }
    var builder = TableBuilder()
    for part in parts { builder.append(part, shift: 0) }
    return Table(dialect: dialect, storage: builder.storage())
  }

  /// - Parameter wanted: in ascending order.
  private func records(onLines wanted: ArraySlice<Int>, _ landmarks: [Tally.Landmark], _ dialect: Dialect) -> TableStorage {
    var builder = TableBuilder()
    var next = wanted.startIndex
    for (index, mark) in landmarks.enumerated() where next < wanted.endIndex {
      let (endLine, end) =
        index + 1 < landmarks.count ? (landmarks[index + 1].line, landmarks[index + 1].offset) : (Int.max, source.byteCount)
      guard wanted[next] < endLine, end > mark.offset, let bytes = source.bytes(mark.offset..<end) else { continue }
      let scanner = BlockScanner(delimiter: dialect.delimiter, quote: DelimiterChoice.doubleQuote, capacity: bytes.count)
      bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { scanner.base.update(from: base, count: bytes.count) } }
      scanner.byteCount = bytes.count
      var line = mark.line
      while next < wanted.endIndex, wanted[next] < endLine {
        guard let consumed = try? scanner.scan(limit: .max, isLast: end == source.byteCount), consumed > 0 else { break }
        for record in scanner.records.elements where next < wanted.endIndex {
          let number = line + Int(record.line)
          while next < wanted.endIndex, wanted[next] < number { next += 1 }
          guard next < wanted.endIndex, wanted[next] == number else { continue }
          builder.append(scanner, record, lineNumber: number)
          next += 1
        }
        line += scanner.lineCount
        scanner.removeFirst(consumed)
      }
      while next < wanted.endIndex, wanted[next] < endLine { next += 1 }
    }
    return builder.storage()
  }
}
