import DelimitedText

/// Reads a table whose columns are dates or periods: which hold figures and of what, which hold labels, and where it ends.
struct WideTable {
  let scan: TableScan
  let head: TableScan.Head
  var preamble: Preamble

  var table: Table { scan.table }

  init(scan: TableScan, head: TableScan.Head, preamble: Preamble) {
    self.scan = scan
    self.head = head
    self.preamble = preamble
  }

  /// A field of the table.
  struct Column {
    let field: Int
    var heading: Heading
    /// The lowest non-empty cell above the figures.
    let text: String
    let place: Place
    var role: HeadingRole?
    var figures = 0
    var words = 0
    var known = 0
    /// Whether its cells are units or currencies, whatever its heading.
    var isOfUnits = false
  }

  /// The tables found, one for each column of labels, and the first record that is not theirs.
  func blocks() throws(Rejection) -> (blocks: [StatementBlock], end: Int) {
    let end = bodyEnd()
    var columns = try readColumns()
    try refuseLongRecords(end: end)
    census(&columns, end: end)
    findUnits(&columns, end: end)
    var said = preamble
    let belowHead = readBelowHead(&said, end: end)
    try readCornerDate(&columns, &said)
    // The corner above the labels often holds the unit of the whole table.
    for column in columns where !column.heading.saysTime && !column.text.isEmpty && column.role != .unit && column.heading.basis == nil {
      said.readCorner(column.text, at: column.place)
    }
    for column in columns where column.heading.saysTime {
      for words in column.heading.words where UnitReader.speaksOfUnit(words, isHeading: true) {
        said.unreadUnits.append(Said(value: words, place: column.place))
      }
    }
    var (series, asides) = try readSeries(columns, said)
    guard !series.isEmpty else { return ([], end) }
    nameFormer(&series)
    let labels = labelFields(columns, series)
    var blocks: [StatementBlock] = []
    for (index, field) in labels.enumerated() {
      let upper = index + 1 < labels.count ? labels[index + 1] : Int.max
      let own = labels.count == 1 ? series : series.filter { $0.index > field && $0.index < upper }
      guard !own.isEmpty else { continue }
      var block = StatementBlock(
        preamble: said, orientation: .wide, headerLineNumber: own[0].place.lineNumber > 0 ? Int(own[0].place.lineNumber) : 0, series: own,
        lines: [])
      block.lines = readLines(end: end, label: field, columns: columns, series: own, except: belowHead, said, &block.refusals)
      // `Assets` over one half of a table says what its lines are; below `Liabilities` capital stands too.
      let heading = columns.first { $0.field == field }?.text ?? ""
      if labels.count > 1, !block.lines.isEmpty, block.lines[0].section == nil,
        let item = scan.catalogue.findAny(label: heading)?.item, scan.catalogue[item].id == "total-assets"
      {
        block.lines[0].section = heading
      }
      block.asides = blocks.isEmpty ? asides : []
      block.doubts = unitDoubts(block.lines, columns, said, own)
      blocks.append(block)
    }
    return (blocks, end)
  }

  // MARK: Columns

  private func bodyEnd() -> Int {
    var index = head.bottom + 1
    // A date with the entity or the unit between the headings and the first figures is said of this table.
    while index < min(table.recordCount, head.bottom + 4), scan.isPreambleLine(index) { index += 1 }
    while index < table.recordCount {
      if scan.beginsAnother(index, head: head.bottom) {
        // What stands between the last figures and the next head is said of the next table.
        while index - 1 > head.bottom, !hasFigures(index - 1) { index -= 1 }
        return index
      }
      index += 1
    }
    return table.recordCount
  }

  private func hasFigures(_ index: Int) -> Bool {
    let record = table[index]
    return (1..<max(record.fieldCount, 1)).contains { scan.kind(record, $0) == .number }
  }

  /// A record with figures beyond the last heading is refused: an amount such as 1,234 without quotes would be two.
  private func refuseLongRecords(end: Int) throws(Rejection) {
    guard head.top <= head.bottom, let width = (head.top...head.bottom).map({ table[$0].fieldCount }).max() else { return }
    var refused: [Rejection] = []
    for index in head.bottom + 1..<max(end, head.bottom + 1) where table[index].fieldCount > width {
      let record = table[index]
      guard let field = (width..<record.fieldCount).first(where: { scan.kind(record, $0) == .number }) else { continue }
      refused.append(
        Rejection(
          "unreadable", "the line has \(record.fieldCount) cells, and there are headings for \(width)",
          place: Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1),
          found: Cell.trimmed(record, field),
          expected: "no figure beyond the last heading",
          remedy: "put quotes around amounts with a comma in them, such as `\"1,234\"`, or write a heading over the column"))
      if refused.count == Rejection.most { break }
    }
    if let all = Rejection.all(refused) { throw all }
  }

  private func readColumns() throws(Rejection) -> [Column] {
    let rows = head.top <= head.bottom ? Array(head.top...head.bottom) : []
    let width = rows.map { table[$0].fieldCount }.max() ?? 0
    let bodyWidth = (head.bottom + 1..<min(table.recordCount, head.bottom + 6)).map { table[$0].fieldCount }.max() ?? 0
    var columns: [Column] = []
    var impossibleDates: [Rejection] = []
    let endsWithUnits = rows.last.map(isRowOfUnits) ?? false
    for field in 0..<max(width, rows.isEmpty ? bodyWidth : min(bodyWidth, width + 1)) {
      var texts: [String] = []
      var own = ""
      var place = Place(fileIndex: scan.fileIndex, lineNumber: table[head.bottom].lineNumber, columnNumber: field + 1)
      for row in rows {
        let record = table[row]
        var text = Cell.trimmed(record, field)
        if !text.isEmpty {
          if let impossible = PeriodReader.impossibleDate(in: text) {
            impossibleDates.append(
              Rejection(
                "unreadable", "the heading \(quoted: text) names a day that the calendar does not have, \(code: impossible)",
                place: Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1), found: text,
                expected: "a date or period", remedy: "correct the date in the heading"))
          }
          if own.isEmpty || PeriodReader.looksLikePeriod(text) || !PeriodReader.looksLikePeriod(own) {
            own = text
            place = Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1)
          }
        } else if field > 0, row < head.bottom || (endsWithUnits && !own.isEmpty) {
          text = spanning(row, field)
        }
        if !text.isEmpty { texts.append(text) }
      }
      let role = own.isEmpty ? nil : HeadingWords.role(of: own)
      // `Notes` below a heading that spans the table heads no figures, and a column without a cell of its own has no heading.
      switch role {
      case .label, .note, .code, .unit, .currency, .entity, .section, .remark: texts = [own]
      case .variance, .time, .scenario, .basis, nil: if own.isEmpty { texts = [] }
      }
      columns.append(Column(field: field, heading: Heading(texts), text: own, place: place, role: role))
    }
    if let all = Rejection.all(impossibleDates) { throw all }
    return columns
  }

  /// Whether a row has units and nothing else: one cell of it may have been merged over several columns.
  private func isRowOfUnits(_ row: Int) -> Bool {
    let record = table[row]
    let filled = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    return !filled.isEmpty && filled.allSatisfy { UnitReader.whole(Cell.trimmed(record, $0)) != nil }
  }

  /// The cell of an upper row of headings that stands over a field: the nearest to the left, or the row's only one.
  private func spanning(_ row: Int, _ field: Int) -> String {
    let record = table[row]
    var left = field - 1
    while left > 0 {
      if !record.isEmpty(left) {
        let text = Cell.trimmed(record, left)
        switch HeadingWords.role(of: text) {
        case .label, .note, .code, .unit, .variance, .remark, .section: return ""
        case .currency, .entity, .time, .scenario, .basis, nil: return text
        }
      }
      left -= 1
    }
    let filled = (1..<max(record.fieldCount, 1)).filter { !record.isEmpty($0) }
    guard filled.count == 1, record.isEmpty(0) else { return "" }
    return Cell.trimmed(record, filled[0])
  }

  /// Counts figures and words below each heading, over the first records.
  private func census(_ columns: inout [Column], end: Int) {
    let records = head.bottom + 1..<max(min(end, head.bottom + 81), head.bottom + 1)
    for index in records {
      let record = table[index]
      for column in columns.indices where !record.isEmpty(columns[column].field) {
        switch record.withBytes(columns[column].field, { AmountReader.read($0) }) {
        case .number, .open, .tooManyDigits: columns[column].figures += 1
        case .empty, .notAvailable: continue
        case .notANumber: columns[column].words += 1
        }
      }
    }
    // Which words are labels matters only where more than one column has words.
    let wordy = columns.indices.filter { columns[$0].words > 0 && !columns[$0].heading.saysTime }
    guard wordy.count > 1 else { return }
    for column in wordy {
      for index in records where columns[column].known < 12 {
        let label = Cell.trimmed(table[index], columns[column].field)
        guard !label.isEmpty, scan.catalogue.findAny(label: UnitReader.strippingUnit(fromLabel: label).label) != nil else { continue }
        columns[column].known += 1
      }
    }
  }
}

extension PeriodReading {
  /// As `completed(by:)`, where there is a line above.
  func completed(by above: PeriodReading?) -> PeriodReading {
    above.map { completed(by: $0) } ?? self
  }
}

extension Rejection {
  /// A date that can be read in two orders, with nothing to settle it.
  static func openDate(_ text: String, at place: Place) -> Rejection {
    Rejection(
      "unreadable", "the heading \(quoted: text) can be read with the day first or with the month first", place: place, found: text,
      expected: "a date that can be read one way", remedy: "write the date as 2012-09-30")
  }
}

extension Cell {
  /// A currency by its code, `RMB` among them, or by its symbol.
  static func currency(_ text: String) -> Currency? {
    guard let currency = Currency(code: trim(text)) ?? UnitReader.read(text)?.unit.currency else { return nil }
    return currency.code == "RMB" ? .renminbi : currency
  }
}
