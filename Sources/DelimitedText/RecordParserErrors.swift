import CLibCSV

extension RecordParser {
  /// What libcsv calls a parse error, in our words.
  func syntaxError(at offset: Int) -> ReadError {
    let partial = UnsafeRawBufferPointer(start: parser.pointee.entry_buf, count: parser.pointee.entry_pos)
    let line = state.pointee.line + countLineEnds(partial)
    guard csv_error(parser) == CSV_EPARSE else { return failure(.fieldTooLong, at: offset) }
    let quoted = parser.pointee.quoted != 0
    return fail(
      .strayQuote, at: offset, lineNumber: line,
      found: quoted
        ? "a character after the quote that closes the field" : "a quote inside a field that is not in quotes",
      expected: quoted ? "a delimiter or the end of the line" : "the field in quotes, and each quote in it doubled",
      remedy: "put the whole field in quotes and write each quote inside it twice")
  }

  /// A limit that was passed, or memory that was not to be had.
  func failure(_ kind: ReadError.Kind, at offset: Int) -> ReadError {
    let (found, expected) =
      switch kind {
      case .fieldTooLong: ("a field of more than \(Limits.fieldByteCount) bytes", "a cell of a table")
      case .recordTooLong: ("a record of more than \(Limits.recordByteCount) bytes", "a row of a table")
      case .tooManyFields: ("a record of more than \(Limits.fieldCount) fields", "a row of a table")
      default: ("no memory", "memory for the records of the file")
      }
    return fail(
      kind, at: offset, found: found, expected: expected, remedy: "look for a quote that never closes, or a file that is no table")
  }

  /// Makes an error of the parser, and keeps it: the parser is spent.
  func fail(
    _ kind: ReadError.Kind, at offset: Int, lineNumber: Int? = nil, found: String, expected: String, remedy: String
  ) -> ReadError {
    let partial = UnsafeBufferPointer(start: parser.pointee.entry_buf, count: min(parser.pointee.entry_pos, 60))
    let result = ReadError(
      kind: kind, lineNumber: lineNumber ?? state.pointee.line, columnNumber: state.pointee.fieldsInRecord + 1,
      byteOffset: offset, excerpt: printable(partial), found: found, expected: expected, remedy: remedy)
    error = result
    return result
  }
}
