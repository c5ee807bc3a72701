import DelimitedText

/// The columns of a register that are not read: where one holds what another heading would have had read, that is said.
struct ColumnsLeftAside {
  private let reader: RegisterReader
  private let headings: [String]
  private let used: Set<Int>

  init(_ reader: RegisterReader) {
    self.reader = reader
    let layout = reader.layout
    let header = reader.table[layout.headerRecord]
    headings = (0..<header.fieldCount).map { Cell.trimmed(header, $0) }
    used = Set(layout.columns.values).union([layout.otherNameField].compactMap { $0 }).union(layout.repeatedFields)
      .union(layout.quotes.map(\.field))
  }

  /// What is to be said of them. A ledger's many columns are its own affair, unless a heading is a slip of the pen.
  var findings: [Finding] {
    let isLedger = reader.layout.form == .long || reader.layout.form == .trialBalance
    if !isLedger, reader.body.isEmpty {
      return [
        Finding(
          .info, "unmapped", "the columns are named, and no row stands below them",
          place: Place(fileIndex: reader.fileIndex, lineNumber: reader.table[reader.layout.headerRecord].lineNumber),
          remedy: "see that the file is whole, or take it out")
      ]
    }
    return headings.indices.filter { !used.contains($0) }.compactMap { field in
      let heading = headings[field]
      // Percentages of events are said to be left aside with what moves instead.
      if reader.layout.form == .equityEvents, Column.candidates(heading).contains(where: { $0.column == .percent }) { return nil }
      let place = Place(
        fileIndex: reader.fileIndex, lineNumber: reader.table[reader.layout.headerRecord].lineNumber, columnNumber: field + 1)
      if let meant = nearest(heading) {
        return Finding(
          .warning, "unmapped", "the column \(quoted: heading) is not read; its heading is nearly \(code: meant.rawValue)", place: place,
          expected: meant.rawValue, actual: heading, remedy: "correct the heading, or take the column out")
      }
      guard !isLedger, let holdsFigures = holdsFigures(field) else { return nil }
      let isWarning = heading.isEmpty || holdsFigures
      return Finding(
        isWarning ? .warning : .info, "unmapped",
        heading.isEmpty
          ? "a column without a heading is not read"
          : "the column \(quoted: heading) is not read, since \(code: reader.layout.form.rawValue) have none of that name", place: place,
        actual: heading, remedy: "give it the heading of a column that is read, or take it out")
    }
  }

  /// The column that the form has, the file lacks, and a heading names but for a slip of the pen.
  private func nearest(_ heading: String) -> Column? {
    let key = Array(Column.key(heading).unicodeScalars)
    guard key.count >= 4, Column.candidates(heading).isEmpty else { return nil }
    let lacking = reader.layout.form.known.subtracting(reader.layout.columns.keys)
    return lacking.sorted { $0.rawValue < $1.rawValue }.first { column in
      let name = Array(Column.key(column.rawValue).unicodeScalars)
      return EditDistance.of(key, name, atMost: name.count >= 8 ? 2 : 1) != nil
    }
  }

  /// Whether most of what stands in a column are numbers; nil where nothing does.
  private func holdsFigures(_ field: Int) -> Bool? {
    var (figures, words) = (0, 0)
    for index in reader.body {
      switch reader.table[index].withBytes(field, { AmountReader.read($0) }) {
      case .number, .open, .tooManyDigits: figures += 1
      case .notANumber: words += 1
      case .empty, .notAvailable: continue
      }
    }
    return figures + words == 0 ? nil : figures >= words
  }
}
