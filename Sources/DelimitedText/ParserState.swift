import CLibCSV
import Glibc

/// Where a record ends and where it began.
struct RecordMark: BitwiseCopyable {
  /// How many fields the list holds up to and with this record.
  var fieldEnd: Int
  /// The line that the record begins in, from 1.
  var lineNumber: Int
}

/// What libcsv's callbacks write: the fields and records of the bytes fed so far and not yet taken.
///
/// It lies behind a pointer of its own, because a callback may not touch the object that is calling into C. The callbacks must
/// neither throw nor trap: what goes wrong is noted in `failure`, and from then on they do nothing.
struct ParserState {
  var text = RawList<UInt8>()
  /// The end of each field in `text`.
  var fieldEnds = RawList<UInt32>()
  var records = RawList<RecordMark>()

  /// The line of the next byte that is not yet in a field.
  var line: Int
  var recordLine: Int
  var recordTextStart = 0
  var recordFieldStart = 0
  var isAfterCarriageReturn = false

  var lineFeedCount = 0
  var carriageReturnCount = 0
  var pairCount = 0
  var failure: ReadError.Kind?

  init(firstLine: Int) {
    line = firstLine
    recordLine = firstLine
  }

  var fieldsInRecord: Int { fieldEnds.count &- recordFieldStart }
}

/// libcsv has a field: copy it, since libcsv's buffer is only lent.
func parserDidReadField(_ field: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  guard let state = context?.assumingMemoryBound(to: ParserState.self), state.pointee.failure == nil else { return }
  guard state.pointee.fieldsInRecord < Limits.fieldCount else {
    state.pointee.failure = .tooManyFields
    return
  }
  guard state.pointee.text.count &- state.pointee.recordTextStart &+ count <= Limits.recordByteCount else {
    state.pointee.failure = .recordTooLong
    return
  }
  state.pointee.isAfterCarriageReturn = false
  if let field, count > 0 {
    guard state.pointee.text.append(field, count: count) else {
      state.pointee.failure = .system
      return
    }
    if memchr(field, 0x0A, count) != nil || memchr(field, 0x0D, count) != nil {
      state.pointee.line &+= countLineEnds(UnsafeRawBufferPointer(start: field, count: count))
    }
  }
  guard state.pointee.fieldEnds.append(UInt32(truncatingIfNeeded: state.pointee.text.count)) else {
    state.pointee.failure = .system
    return
  }
}

/// libcsv has the end of a record: by a line end (its byte), or by the end of the file (-1).
///
/// Every unquoted CR and LF is reported, so a blank line is a record without fields, and a line feed straight after a carriage
/// return is the second half of one line end.
func parserDidEndRecord(_ lineEnd: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let state = context?.assumingMemoryBound(to: ParserState.self), state.pointee.failure == nil else { return }
  if lineEnd == 0x0A, state.pointee.isAfterCarriageReturn {
    state.pointee.isAfterCarriageReturn = false
    state.pointee.carriageReturnCount &-= 1
    state.pointee.pairCount &+= 1
    return
  }
  let mark = RecordMark(fieldEnd: state.pointee.fieldEnds.count, lineNumber: state.pointee.recordLine)
  if lineEnd >= 0 || state.pointee.fieldsInRecord > 0 {
    guard state.pointee.records.append(mark) else {
      state.pointee.failure = .system
      return
    }
  }
  state.pointee.isAfterCarriageReturn = lineEnd == 0x0D
  if lineEnd == 0x0D { state.pointee.carriageReturnCount &+= 1 }
  if lineEnd == 0x0A { state.pointee.lineFeedCount &+= 1 }
  if lineEnd >= 0 { state.pointee.line &+= 1 }
  state.pointee.recordLine = state.pointee.line
  state.pointee.recordTextStart = state.pointee.text.count
  state.pointee.recordFieldStart = state.pointee.fieldEnds.count
}

/// Memory for a field, up to the limit: libcsv then stops with CSV_ENOMEM.
func cappedRealloc(_ memory: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
  size > Limits.fieldByteCount ? nil : realloc(memory, size)
}

/// What libcsv may trim from around a field: nothing but the byte that stands for a blank beside a quote, so that the spaces
/// which indent a label stay. See `QuoteMarking`.
func isTrimmedByte(_ byte: UInt8) -> Int32 {
  byte == QuoteMarking.blank ? 1 : 0
}

/// How many lines end in these bytes: LF, CR and CR LF end one each.
func countLineEnds(_ bytes: UnsafeRawBufferPointer) -> Int {
  var count = 0
  var previous: UInt8 = 0
  for byte in bytes {
    if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count &+= 1 }
    previous = byte
  }
  return count
}
