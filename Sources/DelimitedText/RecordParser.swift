import CLibCSV
import Glibc

/// A strict push parser: bytes of UTF-8 go in by the chunk, whole records come out, with the line that each begins in.
///
/// It holds one record and one chunk at most, so a file of any size streams through it. It is libcsv in strict mode with exact
/// line numbers and with limits (`Limits`) of its own; it neither decodes nor looks for the dialect, which `DelimitedReader`
/// does. A blank line is a record without fields. One parser reads one file: after an error, or `finish`, it is spent.
///
/// Fields come as they stand: nothing is trimmed. Not `Sendable`: one task feeds it.
public final class RecordParser {
  let parser: UnsafeMutablePointer<csv_parser>
  let state: UnsafeMutablePointer<ParserState>
  private let delimiter: UInt8
  let quote: UInt8?
  /// Whether the text has been through `QuoteMarking`.
  private let isMarked: Bool
  private var byteCount: Int
  var error: ReadError?
  private var isFinished = false

  /// Creates a parser for one file.
  ///
  /// - Parameters:
  ///   - delimiter: the byte between fields; not a line end and not the quote.
  ///   - quote: the byte that fields may be wrapped in; nil reads every quote as an ordinary character.
  ///   - firstLine: the number of the line that the first byte lies in.
  ///   - firstOffset: the number of the first byte, where the caller has passed over some.
  /// - Throws: `ReadError` of kind `unusableDialect`, or `system` where there is no memory.
  public convenience init(
    delimiter: UInt8 = UInt8(ascii: ","),
    quote: UInt8? = UInt8(ascii: "\""),
    firstLine: Int = 1,
    firstOffset: Int = 0
  ) throws(ReadError) {
    try self.init(delimiter: delimiter, quote: quote, isMarked: false, firstLine: firstLine, firstOffset: firstOffset)
  }

  init(delimiter: UInt8, quote: UInt8?, isMarked: Bool, firstLine: Int, firstOffset: Int) throws(ReadError) {
    self.delimiter = delimiter
    self.quote = quote
    self.isMarked = isMarked
    byteCount = firstOffset
    parser = .allocate(capacity: 1)
    state = .allocate(capacity: 1)
    state.initialize(to: ParserState(firstLine: firstLine))
    parser.initialize(to: csv_parser())
    // libcsv's options are fixed here for good, and without CSV_APPEND_NULL: both would be ways to overrun its buffer.
    guard csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)) == 0 else {
      throw .unplaced(.system, found: "libcsv could not be set up", expected: "memory for a parser", remedy: "try again")
    }
    csv_set_delim(parser, delimiter)
    csv_set_quote(parser, quote ?? QuoteMarking.quote)
    csv_set_space_func(parser, isTrimmedByte)
    csv_set_realloc_func(parser, cappedRealloc)
    csv_set_blk_size(parser, 16_384)
    guard Self.canServe(delimiter: delimiter, quote: quote) else {
      throw .unplaced(
        .unusableDialect, found: "the delimiter \(describe(delimiter)) with the quote \(quote.map(describe) ?? "none")",
        expected: "two different bytes, neither a line end, a blank nor part of a longer character",
        remedy: "choose one of comma, semicolon, tab and pipe, and a double or a single quote")
    }
  }

  deinit {
    csv_free(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
    state.pointee.text.deallocate()
    state.pointee.fieldEnds.deallocate()
    state.pointee.records.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Reads a chunk and hands over the records that end in it, each lent for the length of the call.
  ///
  /// The chunks may be cut anywhere. Records before an error are still handed over.
  ///
  /// - Throws: the `ReadError` at its exact line, field and byte (for a record that is too long, or has too many fields, the
  ///   byte is the last of the chunk in which that came to light), the handler's own, or the earlier error again.
  public func feed(
    _ chunk: UnsafeRawBufferPointer,
    _ handler: (borrowing BorrowedRecord) throws(ReadError) -> Void
  ) throws(ReadError) {
    do {
      try parse(chunk)
    } catch {
      try handOver(handler)
      throw error
    }
    try handOver(handler)
  }

  /// Reads a chunk and hands over the records that end in it, as the other `feed` does.
  ///
  /// - Throws: as the other `feed` does.
  public func feed(_ chunk: [UInt8], _ handler: (borrowing BorrowedRecord) throws(ReadError) -> Void) throws(ReadError) {
    try chunk.withUnsafeBufferPointer { (bytes) throws(ReadError) in try feed(UnsafeRawBufferPointer(bytes), handler) }
  }

  /// Ends the file and hands over its last record where that had no line end.
  ///
  /// - Throws: `ReadError` of kind `unclosedQuote`, at the line and field where the quote opened and the byte where the file
  ///   ends; the handler's own; or the earlier error again.
  public func finish(_ handler: (borrowing BorrowedRecord) throws(ReadError) -> Void) throws(ReadError) {
    try parseEnd()
    try handOver(handler)
  }

  /// Reads a chunk; its records are in `state` until `discardRecords`.
  func parse(_ chunk: UnsafeRawBufferPointer) throws(ReadError) {
    precondition(!isFinished, "a record parser reads one file: make another for the next")
    if let error { throw error }
    guard let base = chunk.baseAddress, chunk.count > 0 else { return }
    if quote == nil, !isMarked, let bad = memchr(base, Int32(QuoteMarking.quote), chunk.count) {
      throw fail(
        .controlByte, at: byteCount + (UnsafeRawPointer(bad) - base), found: "the control byte 0x01", expected: "text",
        remedy: "save the file again as CSV UTF-8")
    }
    let readCount = csv_parse(parser, base, chunk.count, parserDidReadField, parserDidEndRecord, state)
    if let kind = state.pointee.failure { throw failure(kind, at: byteCount + chunk.count - 1) }
    if readCount < chunk.count || csv_error(parser) != CSV_SUCCESS {
      throw syntaxError(at: byteCount + readCount)
    }
    byteCount += chunk.count
  }

  /// Ends the file; the last record is in `state` until `discardRecords`.
  func parseEnd() throws(ReadError) {
    precondition(!isFinished, "a record parser reads one file: make another for the next")
    // After an error csv_fini would forget it and hand over half a record: it must not be called.
    if let error { throw error }
    isFinished = true
    let status = csv_fini(parser, parserDidReadField, parserDidEndRecord, state)
    if let kind = state.pointee.failure { throw failure(kind, at: byteCount) }
    if status != 0 {
      throw fail(
        .unclosedQuote, at: byteCount, lineNumber: state.pointee.line, found: "a quote that opens and never closes",
        expected: "a closing quote before the file ends",
        remedy: "close the quote, or save the file again: it may have been cut short")
    }
  }

  /// How the lines read so far end.
  var lineEnding: LineEnding {
    let counts = (state.pointee.lineFeedCount, state.pointee.pairCount, state.pointee.carriageReturnCount)
    return switch counts {
    case (0, 0, 0): .none
    case (_, 0, 0): .lf
    case (0, _, 0): .crlf
    case (0, 0, _): .cr
    default: .mixed
    }
  }

  /// Drops the records that are in `state`, and keeps the fields of the record under way.
  func discardRecords() {
    let textStart = state.pointee.recordTextStart
    let fieldStart = state.pointee.recordFieldStart
    state.pointee.text.removeFirst(textStart)
    state.pointee.fieldEnds.removeFirst(fieldStart)
    for index in 0..<state.pointee.fieldEnds.count {
      state.pointee.fieldEnds[index] &-= UInt32(truncatingIfNeeded: textStart)
    }
    state.pointee.records.removeFirst(state.pointee.records.count)
    state.pointee.recordTextStart = 0
    state.pointee.recordFieldStart = 0
  }

  private func handOver(_ handler: (borrowing BorrowedRecord) throws(ReadError) -> Void) throws(ReadError) {
    var firstField = 0
    for mark in state.pointee.records.elements {
      try handler(
        BorrowedRecord(
          lineNumber: mark.lineNumber, firstField: firstField, fieldCount: mark.fieldEnd - firstField,
          text: state.pointee.text.elements, fieldEnds: state.pointee.fieldEnds.elements))
      firstField = mark.fieldEnd
    }
    discardRecords()
  }

  private static func canServe(delimiter: UInt8, quote: UInt8?) -> Bool {
    func isOrdinary(_ byte: UInt8) -> Bool { (byte >= 0x20 && byte < 0x7F && byte != 0x20) || byte == 0x09 }
    return isOrdinary(delimiter) && delimiter != quote && (quote.map { isOrdinary($0) && $0 != 0x09 } ?? true)
  }
}
