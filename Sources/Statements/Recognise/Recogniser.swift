import DelimitedText

/// What a file is.
enum Recognition: Sendable {
  case statement(StatementLayout)
  case register(RegisterLayout)
}

/// Says what a file is from what is in it, never from its name.
enum Recogniser {
  /// The form of `table`.
  ///
  /// Registers come first: their columns are named, while a statement needs no more than a date above figures.
  /// - Throws: a rejection that says what was looked for.
  static func recognise(_ table: Table, fileIndex: Int, catalogue: LineItemCatalogue) throws(Rejection) -> Recognition {
    if let rejection = SectionedLedger.rejection(table, fileIndex: fileIndex) { throw rejection }
    if let register = RegisterLayout.find(in: table) { return .register(register) }
    if let statement = try StatementLayout.find(in: table, fileIndex: fileIndex, catalogue: catalogue) { return .statement(statement) }
    if let register = RegisterLayout.byDefault(in: table) { return .register(register) }
    throw Unrecognised(table: table, fileIndex: fileIndex, catalogue: catalogue).rejection
  }
}
