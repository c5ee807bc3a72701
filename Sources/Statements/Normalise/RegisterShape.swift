import DelimitedText

/// Whether a file is one whole register: its header once, every record as long as it.
struct RegisterShape {
  let table: Table
  let layout: RegisterLayout
  let fileIndex: Int
  /// What the header says in each field.
  private let names: [String]
  /// How many fields it names.
  let width: Int

  init(table: Table, layout: RegisterLayout, fileIndex: Int) {
    self.table = table
    self.layout = layout
    self.fileIndex = fileIndex
    let header = table[layout.headerRecord]
    names = (0..<header.fieldCount).map { Column.key(header.text($0)) }
    let named = (0..<header.fieldCount).last { !header.isEmpty($0) }.map { $0 + 1 } ?? 0
    // A column of `Dr` and `Cr` needs no heading.
    width = max(named, layout.measures.compactMap(\.sideField).max().map { $0 + 1 } ?? 0)
  }

  /// What a record below the header is.
  enum Verdict {
    /// Blank, or a line drawn with dashes.
    case none
    /// One to read.
    case whole
    case refused(Rejection)
  }

  /// The records to read. Refuses headings that say the same, records longer or shorter than the header, and a header that comes again.
  func records(_ refused: inout Refusals) -> [Int] {
    var whole: [Int] = []
    let header = table[layout.headerRecord]
    for field in layout.repeatedFields {
      let words = Cell.trimmed(header, field)
      refused.add(
        Rejection(
          "unreadable", "the heading \(quoted: words) stands twice, and nothing says which column is meant",
          place: Place(fileIndex: fileIndex, lineNumber: header.lineNumber, columnNumber: field + 1), found: words,
          expected: "each heading once", remedy: "rename one of the columns, or take it out"))
    }
    for index in layout.body(of: table) {
      switch verdict(of: table[index]) {
      case .none: continue
      case .whole: whole.append(index)
      case .refused(let rejection): refused.add(rejection)
      }
    }
    return whole
  }

  /// What one record below the header is.
  func verdict(of record: Table.Record) -> Verdict {
    if record.isBlank || Cell.isRule(record) { return .none }
    let place = Place(fileIndex: fileIndex, lineNumber: record.lineNumber)
    if isHeader(record) {
      return .refused(
        Rejection(
          "unreadable", "the headings come again here, as where files are put one behind the other", place: place,
          found: Cell.trimmed(record, 0), expected: "one header a file",
          remedy: "take the second line of headings out, or split the file there"))
    }
    if let extra = (width..<max(record.fieldCount, width)).first(where: { !record.isEmpty($0) }) {
      return .refused(
        Rejection(
          "unreadable", "the line has \(record.fieldCount) cells and the headings are \(width)",
          place: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: extra + 1), found: Cell.trimmed(record, extra),
          expected: "no more fields than the header has",
          remedy: "put quotes around a cell that holds the delimiter, or give the column a heading"))
    }
    if record.fieldCount < width, !layout.mayBeShort(record) {
      return .refused(
        Rejection(
          "unreadable", "the line has \(record.fieldCount) cells and the headings are \(width): it may have been cut short", place: place,
          found: Cell.trimmed(record, max(record.fieldCount - 1, 0)), expected: "as many fields as the header has",
          remedy: "complete the line; an empty cell keeps its comma, or whatever parts the cells"))
    }
    return .whole
  }

  /// Whether a record says again what the header says, in every field that the header names.
  private func isHeader(_ record: Table.Record) -> Bool {
    guard record.fieldCount >= 2 else { return false }
    return names.indices.allSatisfy { names[$0].isEmpty || Column.key(record.text($0)) == names[$0] }
  }
}

extension RegisterLayout {
  /// Whether a record without all its fields is words between the figures: a trial balance has headings and footnotes.
  func mayBeShort(_ record: Table.Record) -> Bool {
    guard form == .trialBalance else { return false }
    let fields = measures.flatMap { [$0.debitField, $0.creditField] } + [columns[.amount]].compactMap { $0 }
    return fields.allSatisfy { record.isEmpty($0) }
  }
}
