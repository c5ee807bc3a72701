import DelimitedText

/// A general ledger in which each account's name heads its postings, as programs print it: `Checking`, dated rows, `Total for Checking`.
///
/// Its amounts are in each account's own sense, and its rows do not name their account; so it is asked for in another form.
enum SectionedLedger {
  /// The question, where `table` is such a ledger.
  static func rejection(_ table: Table, fileIndex: Int) -> Rejection? {
    guard let header = (0..<min(table.recordCount, 30)).first(where: { isHeader(table[$0]) }) else { return nil }
    var open: [String] = []
    var closed = 0
    var first: (text: String, line: Int)?
    for index in header + 1..<table.recordCount {
      let record = table[index]
      guard let field = (0..<record.fieldCount).first(where: { !record.isEmpty($0) }), field < 2 else { continue }
      let text = Cell.trimmed(record, field)
      if let name = totalled(text), open.contains(name) {
        closed += 1
      } else if !(field + 1..<max(record.fieldCount, field + 1)).contains(where: { !record.isEmpty($0) }) {
        open.append(Folding.name(text))
        first = first ?? (text, record.lineNumber)
      }
    }
    guard closed >= 2, let first else { return nil }
    return Rejection(
      "unrecognised",
      "the file is a general ledger whose accounts, such as \(quoted: first.text), stand as headings over their rows, and its rows do not name them",
      place: Place(fileIndex: fileIndex, lineNumber: first.line, columnNumber: 1), found: first.text,
      expected: "a trial balance, or a ledger with a column of accounts",
      remedy: "export the trial balance of the date, or a list of transactions with the columns date, account, debit and credit")
  }

  /// Whether a record names columns of dates and of amounts, and none of accounts.
  private static func isHeader(_ record: Table.Record) -> Bool {
    let columns = (0..<record.fieldCount).map { Column.candidates(Cell.trimmed(record, $0)).map(\.column) }
    guard columns.contains(where: { $0.contains(.date) }), !columns.contains(where: { $0.first == .account }) else { return false }
    let keys = Set((0..<record.fieldCount).map { Column.key(record.text($0)) })
    return columns.contains { $0.contains(.amount) } || (keys.contains("debit") && keys.contains("credit"))
  }

  /// The account that a total is of.
  private static func totalled(_ text: String) -> String? {
    let words = Folding.name(text)
    for lead in ["total for ", "totals for ", "total "] where words.hasPrefix(lead) { return String(words.dropFirst(lead.count)) }
    return nil
  }
}
