import DelimitedText

/// Why a file is none of the forms: which cell is at fault, or which line seems to hold the headings and what it lacks.
struct Unrecognised {
  let table: Table
  let fileIndex: Int
  let catalogue: LineItemCatalogue

  /// How far from the top headings are looked for.
  private static let depth = 60

  /// The refusal, at the cell or the line that comes nearest to a form.
  var rejection: Rejection {
    let scan = TableScan(table: table, fileIndex: fileIndex, catalogue: catalogue)
    if let rejection = impossibleDate() ?? wordsBelowDate(scan) { return rejection }
    let header = header(scan)
    let headings = header.map { index in (0..<table[index].fieldCount).map { Cell.trimmed(table[index], $0) }.filter { !$0.isEmpty } } ?? []
    let excerpt = headings.prefix(6).joined(separator: ",")
    return Rejection(
      "unrecognised",
      headings.count > 1
        ? "what kind of table this is cannot be told: none of the headings \(quoted: headings.prefix(6).joined(separator: ", ")) reads as a date or period, and together they are not those of a register"
        : "what kind of table this is cannot be told: no line has dates or periods over figures, and none names the columns of a register",
      place: Place(fileIndex: fileIndex, lineNumber: header.map { table[$0].lineNumber } ?? 0), found: excerpt,
      expected: "a statement (a date or period at the head of each column) or a register (entity,holder,shares …)", remedy: remedy(headings)
    )
  }

  // MARK: Cells at fault

  /// The headings that name days which the calendar does not have.
  private func impossibleDate() -> Rejection? {
    var refused: [Rejection] = []
    for index in 0..<min(table.recordCount, Unrecognised.depth) {
      let record = table[index]
      for field in 1..<max(record.fieldCount, 1) {
        let text = Cell.trimmed(record, field)
        guard !text.isEmpty, let impossible = PeriodReader.impossibleDate(in: text) else { continue }
        refused.append(
          Rejection(
            "unreadable", "the heading \(quoted: text) names a day that the calendar does not have, \(code: impossible)",
            place: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1), found: text,
            expected: "a date or period", remedy: "correct the date in the heading"))
      }
    }
    return Rejection.all(refused)
  }

  /// A date over cells that are all words, of which one begins as a figure does.
  private func wordsBelowDate(_ scan: TableScan) -> Rejection? {
    for index in 0..<min(table.recordCount, Unrecognised.depth) {
      let record = table[index]
      for field in 1..<max(record.fieldCount, 1) where scan.kind(record, field) == .time {
        var bad: (text: String, line: Int)?
        for below in index + 1..<max(min(table.recordCount, index + 21), index + 1) where table[below].fieldCount > field {
          let text = Cell.trimmed(table[below], field)
          guard !text.isEmpty else { continue }
          guard scan.kind(table[below], field) == .words else {
            bad = nil
            break
          }
          if bad == nil, text.utf8.contains(where: { (0x30...0x39).contains($0) }) || text.utf8.first == UInt8(ascii: "#") {
            bad = (text, table[below].lineNumber)
          }
        }
        guard let bad else { continue }
        let refusal = AmountWords.refusal(bad.text, at: Place(fileIndex: fileIndex, lineNumber: bad.line, columnNumber: field + 1))
        return refusal
      }
    }
    return nil
  }

  // MARK: The headings

  /// The record that seems to hold headings: words side by side over a record with figures; else the first that is not blank.
  private func header(_ scan: TableScan) -> Int? {
    var first: Int?
    var pair: (index: Int, count: Int)?
    for index in 0..<min(table.recordCount, Unrecognised.depth) where !table[index].isBlank {
      first = first ?? index
      let record = table[index]
      let filled = (0..<record.fieldCount).filter { !record.isEmpty($0) }
      if filled.count > max(pair?.count ?? 1, 1) { pair = (index, filled.count) }
      guard filled.count > 1, filled.allSatisfy({ scan.kind(record, $0) != .number }), let next = scan.next(after: index) else { continue }
      if filled.contains(where: { scan.kind(table[next], $0) == .number }) { return index }
    }
    return pair?.index ?? first
  }

  /// What the nearest form needs.
  private func remedy(_ headings: [String]) -> Text {
    let columns = Set(headings.flatMap { Column.candidates($0).map(\.column) })
    var best: (form: RegisterForm, missing: [[Column]])?
    for form in RegisterForm.order where form != .trialBalance && form != .settings {
      let missing = form.required.filter { list in !list.contains(where: columns.contains) }
      guard missing.count * 2 <= form.required.count, missing.count < form.required.count else { continue }
      if let best, best.missing.count <= missing.count { continue }
      best = (form, missing)
    }
    let statement: Text = "write a date or period such as `31 December 2025` at the head of each column of figures"
    if columns.contains(.amount), columns.contains(.account) || columns.contains(.accountName) {
      return "\(statement); or, for a trial balance, name the columns of amounts `debit` and `credit`, or add the column `dr/cr`"
    }
    if let best, !best.missing.isEmpty {
      let lists = best.missing.map { $0.map { "`\($0.rawValue)`" }.joined(separator: " or ") }.joined(separator: ", and ")
      return "\(statement); or, for the form `\(code: best.form.rawValue)`, add the column \(code: lists.filter { $0 != "`" })"
    }
    return "\(statement); or name the columns as a register's: `entity,holder,shares`, `entity,date,item,amount`, `date,base,quote,rate`"
  }
}

/// The refusal of words where a figure should be.
enum AmountWords {
  /// Whether words are a figure with a slip rather than a remark: a spreadsheet's error, or digits that make up half of it or more
  /// (`12O0`, `1O1`, `1,2x4`), whatever label stands beside.
  static func looksMistyped(_ text: String) -> Bool {
    if case .notANumber(let refusal) = AmountReader.read(text), refusal.reason == .spreadsheetError { return true }
    let digits = text.unicodeScalars.count { (0x30...0x39).contains($0.value) }
    let letters = text.unicodeScalars.count { !(0x30...0x39).contains($0.value) && !",.'() -−–$€£¥%".unicodeScalars.contains($0) }
    return digits > 0 && digits >= letters && text.utf8.count <= 24
  }

  static func refusal(_ text: String, at place: Place) -> Rejection {
    let expected = "an amount such as (1,552.5), a dash for nil, or nothing"
    guard case .notANumber(let refusal) = AmountReader.read(text), refusal.reason == .spreadsheetError else {
      return Rejection(
        "unreadable", "\(quoted: text) is no amount", place: place, found: text, expected: expected,
        remedy: "write the figure, a dash for nil, or leave the cell empty where there is none")
    }
    let isTooNarrow = text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
    return Rejection(
      "unreadable",
      isTooNarrow
        ? "\(quoted: text) stands where a column was too narrow to show its figure"
        : "\(quoted: text) is the error of a spreadsheet's formula, and no amount", place: place, found: text, expected: expected,
      remedy: isTooNarrow ? "widen the column in the spreadsheet, and export it again" : "mend the formula, and export the table again")
  }
}
