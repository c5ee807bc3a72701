import DelimitedText

/// Reads a table whose records are dates or periods, and whose columns are line items; often with a column that says whose they are.
struct TransposedTable {
  let scan: TableScan
  let head: TableScan.Head
  let preamble: Preamble

  private var table: Table { scan.table }

  /// The table and the first record that is not its own.
  func blocks() throws(Rejection) -> (blocks: [StatementBlock], end: Int) {
    let header = table[head.bottom]
    let (records, end) = bodyRecords()
    guard !records.isEmpty else { return ([], end) }
    let fields = Array(0..<max(header.fieldCount, records.map { table[$0].fieldCount }.max() ?? 0))
    let role = { (field: Int) in HeadingWords.role(of: header.text(field)) }
    let timeFields = fields.filter { field in
      (role(field) == .time || header.isEmpty(field) && !isUnits(field, records)) && records.contains { !table[$0].isEmpty(field) }
        && (field < 3
          || records.allSatisfy { table[$0].isEmpty(field) || scan.kind(table[$0], field) == .time || table[$0].text(field).utf8.count < 3 })
    }
    var times = timeFields.filter { field in records.allSatisfy { scan.kind(table[$0], field) == .time || table[$0].isEmpty(field) } }
    if times.isEmpty { times = fields.prefix(3).filter { field in scan.kind(table[records[0]], field) == .time } }
    let meta = Set(timeFields + times)
    let isWords = { (field: Int) in
      records.contains { scan.kind(table[$0], field) == .words } && !records.contains { scan.kind(table[$0], field) == .number }
    }
    let free = fields.filter { !meta.contains($0) }
    let entityField =
      free.first { role($0) == .entity } ?? free.first { role($0) == .code && isWords($0) && !isUnits($0, records) }
      ?? free.first { role($0) == nil && isWords($0) && $0 < 4 && !header.isEmpty($0) && !isUnits($0, records) }
    let unitFields = free.filter { field in role(field) == .unit || role(field) == .currency || isUnits(field, records) }
    let currencyFields = Set(unitFields.filter { role($0) == .currency })
    let scenarioField = free.first { role($0) == .scenario }
    let aside = Set([entityField, scenarioField].compactMap { $0 } + unitFields)

    var said = preamble
    var refusals: [Rejection] = []
    var series = try readSeries(records, times)
    for index in series.indices {
      let record = table[series[index].index]
      let place = { (field: Int) in Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1) }
      if let entityField, !record.isEmpty(entityField) {
        series[index].entity = Said(value: Cell.trimmed(record, entityField), place: place(entityField))
      }
      let given = UnitOfRecord(record, unitFields, currencyFields: currencyFields, fileIndex: scan.fileIndex)
      refusals += given.refusals
      if given.exponent != nil || given.currency != nil {
        series[index].unit = MoneyUnit(
          currency: given.currency ?? series[index].unit?.currency,
          exponent: given.exponent ?? series[index].unit?.exponent ?? preamble.unit?.value.exponent ?? 0)
      }
      if let scenarioField, !record.isEmpty(scenarioField) {
        series[index].scenario = HeadingWords.scenarioWord(Cell.trimmed(record, scenarioField))
      }
    }
    var lines: [StatementBlock.Line] = []
    var asides: [StatementBlock.Aside] = []
    for field in free where !aside.contains(field) {
      let place = Place(fileIndex: scan.fileIndex, lineNumber: header.lineNumber, columnNumber: field + 1)
      let label = Cell.trimmed(header, field)
      if label.isEmpty, records.allSatisfy({ table[$0].isEmpty(field) }) { continue }
      switch role(field) {
      case .note, .code, .remark, .section, .time, .basis: continue
      case .variance where scan.catalogue.findAny(label: label) == nil:
        asides.append(StatementBlock.Aside(heading: label, place: place, reason: "it compares other figures", isDoubtful: false))
        continue
      case .label, .unit, .currency, .entity, .variance, .scenario, nil: break
      }
      if isWords(field) {
        said.readCorner(label, at: place)
        asides.append(StatementBlock.Aside(heading: label, place: place, reason: "it holds words", isDoubtful: false))
        continue
      }
      lines.append(StatementBlock.Line(index: field, label: label, place: place, unit: unitBelow(field)))
    }
    let block = StatementBlock(
      preamble: said, orientation: .transposed, headerLineNumber: header.lineNumber, series: series, lines: lines, asides: asides,
      refusals: refusals)
    return (series.isEmpty || lines.isEmpty ? [] : [block], end)
  }

  /// The records of figures: from the first that begins with a date to the last, up to another table's head.
  private func bodyRecords() -> (records: [Int], end: Int) {
    var records: [Int] = []
    var index = head.bottom + 1
    var misses = 0
    while index < table.recordCount {
      defer { index += 1 }
      if table[index].isBlank { continue }
      let isDated = (0..<min(3, table[index].fieldCount)).contains { scan.kind(table[index], $0) == .time }
      if isDated, !scan.isTransposedHead(index) {
        records.append(index)
        misses = 0
      } else if !records.isEmpty {
        if scan.isTransposedHead(index) || scan.isTimeRecord(index) { return (records, index) }
        misses += 1
        if misses > 3 { return (records, index) }
      }
    }
    return (records, table.recordCount)
  }

  /// Whether all cells of a column are units or currencies.
  private func isUnits(_ field: Int, _ records: [Int]) -> Bool {
    var money = 0
    for index in records where !table[index].isEmpty(field) {
      switch UnitCell(table[index].text(field)) {
      case .money:
        // A column of ones or thousands holds figures.
        if scan.kind(table[index], field) == .number, table[index].text(field).contains(where: { ("1"..."9").contains($0) }) {
          return false
        }
        money += 1
      case .percent, .counted: continue
      case nil: return false
      }
    }
    return money > 0
  }

  /// The unit that a row between the labels and the figures gives a column.
  private func unitBelow(_ field: Int) -> MoneyUnit? {
    let next = head.bottom + 1
    guard next < table.recordCount, table[next].isEmpty(0), !table[next].isEmpty(field) else { return nil }
    return UnitReader.whole(table[next].text(field))
  }

  private func readSeries(_ records: [Int], _ times: [Int]) throws(Rejection) -> [StatementBlock.Series] {
    var all: [(record: Int, heading: Heading, text: String, place: Place)] = []
    var impossibleDates: [Rejection] = []
    for index in records {
      let record = table[index]
      let texts = times.map { Cell.trimmed(record, $0) }.filter { !$0.isEmpty }
      guard let first = times.first(where: { !record.isEmpty($0) }) else { continue }
      let place = Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: first + 1)
      for text in texts {
        if let impossible = PeriodReader.impossibleDate(in: text) {
          impossibleDates.append(
            Rejection(
              "unreadable", "\(quoted: text) names a day that the calendar does not have, \(code: impossible)", place: place, found: text,
              expected: "a date or period", remedy: "correct the date"))
        }
      }
      all.append((index, Heading(texts), texts.joined(separator: " "), place))
    }
    if let refused = Rejection.all(impossibleDates) { throw refused }
    let styles = Set(all.filter { $0.heading.readings.count == 1 }.compactMap { $0.heading.readings[0].style })
    let style = styles.count == 1 ? styles.first : nil
    if style == nil, let open = all.first(where: { $0.heading.readings.count > 1 }) { throw Rejection.openDate(open.text, at: open.place) }
    return all.compactMap { index, heading, text, place in
      guard let reading = heading.readings.count > 1 ? heading.readings.first(where: { $0.style == style }) : heading.readings.first else {
        return nil
      }
      return StatementBlock.Series(
        index: index, reading: reading.completed(by: preamble.period?.value), place: place, heading: text, unit: heading.unit,
        scenario: heading.scenario)
    }
  }
}
