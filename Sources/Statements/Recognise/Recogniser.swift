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
    if let register = RegisterLayout.find(in: table) { return .register(register) }
    if let statement = try StatementLayout.find(in: table, fileIndex: fileIndex, catalogue: catalogue) { return .statement(statement) }
    let first = (0..<table.recordCount).first { !table[$0].isBlank }
    let excerpt = first.map { index in (0..<min(table[index].fieldCount, 6)).map { table[index].text($0) }.joined(separator: ",") } ?? ""
    throw Rejection(
      "unrecognised", "no form is recognised: no heading reads as a date or period, and no record names the columns of a register",
      place: Place(fileIndex: fileIndex, lineNumber: first.map { table[$0].lineNumber } ?? 0), found: excerpt,
      expected: "a statement (a date or period at the head of each column) or a register (entity,holder,shares …)",
      remedy: "give the columns their headings, as the README shows for each form")
  }
}
