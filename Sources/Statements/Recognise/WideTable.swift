import DelimitedText

/// Reads a table whose columns are dates or periods: which hold figures and of what, which hold labels, and where it ends.
struct WideTable {
  let scan: TableScan
  let head: TableScan.Head
  var preamble: Preamble

  private var table: Table { scan.table }

  init(scan: TableScan, head: TableScan.Head, preamble: Preamble) {
    self.scan = scan
    self.head = head
    self.preamble = preamble
  }

  /// A field of the table.
  private struct Column {
    let field: Int
    let heading: Heading
    /// The lowest non-empty cell above the figures.
    let text: String
    let place: Place
    var role: HeadingRole?
    var figures = 0
    var words = 0
    var known = 0
  }

  /// The tables found, one for each column of labels, and the first record that is not theirs.
  func blocks() throws(Rejection) -> (blocks: [StatementBlock], end: Int) {
    let end = bodyEnd()
    var columns = try readColumns()
    try refuseLongRecords(end: end)
    census(&columns, end: end)
    var said = preamble
    // The corner above the labels often holds the unit of the whole table.
    for column in columns where !column.heading.saysTime && !column.text.isEmpty && column.role != .unit {
      said.readCorner(column.text, at: column.place)
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
        lines: readLines(end: end, label: field, columns: columns, series: own))
      block.asides = blocks.isEmpty ? asides : []
      blocks.append(block)
    }
    return (blocks, end)
  }

  // MARK: Columns

  private func bodyEnd() -> Int {
    var index = head.bottom + 1
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
    for index in head.bottom + 1..<max(end, head.bottom + 1) where table[index].fieldCount > width {
      let record = table[index]
      guard let field = (width..<record.fieldCount).first(where: { scan.kind(record, $0) == .number }) else { continue }
      throw Rejection(
        "unreadable", "the record has \(record.fieldCount) fields, and there are headings for \(width)",
        place: Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1), found: Cell.trimmed(record, field),
        expected: "\(width) fields", remedy: "put quotes around amounts that hold the delimiter, such as `\"1,234\"`")
    }
  }

  private func readColumns() throws(Rejection) -> [Column] {
    let rows = head.top <= head.bottom ? Array(head.top...head.bottom) : []
    let width = rows.map { table[$0].fieldCount }.max() ?? 0
    let bodyWidth = (head.bottom + 1..<min(table.recordCount, head.bottom + 6)).map { table[$0].fieldCount }.max() ?? 0
    var columns: [Column] = []
    for field in 0..<max(width, rows.isEmpty ? bodyWidth : min(bodyWidth, width + 1)) {
      var texts: [String] = []
      var own = ""
      var place = Place(fileIndex: scan.fileIndex, lineNumber: table[head.bottom].lineNumber, columnNumber: field + 1)
      for row in rows {
        let record = table[row]
        var text = Cell.trimmed(record, field)
        if !text.isEmpty {
          if let impossible = PeriodReader.impossibleDate(in: text) {
            throw Rejection(
              "unreadable", "the heading \(quoted: text) names a day that the calendar does not have, \(code: impossible)",
              place: Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1), found: text,
              expected: "a date or period", remedy: "correct the date in the heading")
          }
          if own.isEmpty || PeriodReader.looksLikePeriod(text) || !PeriodReader.looksLikePeriod(own) {
            own = text
            place = Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1)
          }
        } else if row < head.bottom, field > 0 {
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
    return columns
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

  // MARK: Series

  private func readSeries(_ columns: [Column], _ said: Preamble) throws(Rejection) -> ([StatementBlock.Series], [StatementBlock.Aside]) {
    var asides: [StatementBlock.Aside] = []
    var kept: [(column: Column, readings: [PeriodReading], assumption: Text?)] = []
    let hasTime = columns.contains { $0.heading.saysTime && !$0.heading.isVariance }
    // Without a date of its own, a column of figures is of the date above the table: headed by an entity's name, or by `Amount`.
    let firstFigures = columns.first { $0.figures > 0 && $0.figures >= $0.words && $0.role == nil }?.field ?? Int.max
    for column in columns {
      let heading = column.heading
      let isOfFigures = column.figures > 0 && column.figures >= column.words
      if heading.isVariance || column.role == .variance {
        if column.figures > 0 { asides.append(aside(column, "it compares other columns", isDoubtful: false)) }
        continue
      }
      if let role = column.role, role != .time, !heading.saysTime {
        if role == .label || !isOfFigures || role == .note || role == .code || role == .remark { continue }
        asides.append(aside(column, "its heading names no date or period", isDoubtful: true))
        continue
      }
      if heading.saysTime {
        guard column.figures > 0 || columns.count(where: { $0.heading.saysTime }) == 1 else {
          asides.append(aside(column, "no figure stands below it", isDoubtful: false))
          continue
        }
        guard let (readings, assumption) = dated(heading, said) else {
          asides.append(aside(column, "no line above the table says which date or period that is", isDoubtful: true))
          continue
        }
        kept.append((column, readings, assumption))
      } else if isOfFigures, !hasTime, let period = said.period?.value, column.field >= firstFigures {
        kept.append((column, [period], nil))
      } else if isOfFigures, column.field > 0, !column.text.isEmpty || kept.contains(where: { $0.column.field < column.field }) {
        asides.append(aside(column, "its heading names no date or period", isDoubtful: true))
      }
    }
    let style = try dateStyle(kept.map { ($0.column, $0.readings) })
    let namesEntities = !hasTime && kept.count > 1
    var series: [StatementBlock.Series] = []
    for (column, readings, assumption) in kept {
      let heading = column.heading
      guard let first = readings.first else { continue }
      let reading = readings.count == 1 ? first : readings.first { $0.style == style } ?? first
      if HeadingWords.basis(of: column.text) == nil,
        ["elimination", "adjustment", "抵销", "抵消", "抵銷"].contains(where: Folding.label(column.text).containsPhrase)
      {
        asides.append(aside(column, "eliminations and adjustments are nobody's accounts", isDoubtful: false))
        continue
      }
      let name = heading.words.last { HeadingWords.role(of: $0) == nil && !HeadingWords.isAmountWord($0) && heading.basis == nil }
      series.append(
        StatementBlock.Series(
          index: column.field, reading: reading.completed(by: said.period?.value), place: column.place, heading: column.text,
          unit: heading.unit ?? reading.unit,
          entity: (hasTime || namesEntities) && !isSharedWord(name, kept.map(\.column.heading).filter { $0.basis == nil }.map(\.words))
            ? name.map { Said(value: $0, place: column.place) } : nil,
          basis: heading.basis, scenario: heading.isFormer ? "as previously reported" : heading.scenario, assumption: assumption))
    }
    return (series, asides)
  }

  /// Whether words stand over every column, or name no entity that the table parts by: then they say nothing of one column.
  private func isSharedWord(_ word: String?, _ all: [[String]]) -> Bool {
    guard let word, all.count > 1 else { return true }
    return all.allSatisfy { $0.contains(word) } || all.contains { $0.isEmpty }
  }

  private func aside(_ column: Column, _ reason: Text, isDoubtful: Bool) -> StatementBlock.Aside {
    StatementBlock.Aside(heading: column.text, place: column.place, reason: reason, isDoubtful: isDoubtful)
  }

  /// The readings of a heading, through the period above the table where it names a relation to that.
  private func dated(_ heading: Heading, _ said: Preamble) -> (readings: [PeriodReading], assumption: Text?)? {
    guard let relative = heading.relative, heading.readings.isEmpty || heading.readings.allSatisfy({ $0.isBareYear == false }) else {
      return heading.readings.isEmpty ? nil : (heading.readings, nil)
    }
    guard let period = heading.readings.first ?? said.period?.value else { return nil }
    switch relative {
    case .current: return ([period], "the column is taken as that of the period that the table names")
    case .yearEarlier: return ([period.earlier(years: 1)], "the column is taken as that of the same period a year before")
    case .opening:
      guard let year = period.year, let last = CalendarDate(year: year - 1, month: 12, day: 31) else { return nil }
      return ([PeriodReading(kind: .asAt(last))], "the opening balance is taken as that of the 31 December before")
    }
  }

  /// The one order of day and month in which all headings can be read; refused where two remain.
  private func dateStyle(_ columns: [(Column, [PeriodReading])]) throws(Rejection) -> DateSpelling? {
    guard let open = columns.first(where: { $0.1.count > 1 }) else { return nil }
    let settled = Set(columns.filter { $0.1.count == 1 }.compactMap { $0.1[0].style })
    if settled.count == 1, let style = settled.first { return style }
    throw Rejection.openDate(open.0.text, at: open.0.place)
  }

  /// Of two columns of one period the restated one stands; the other keeps its figures under a scenario of its own.
  private func nameFormer(_ series: inout [StatementBlock.Series]) {
    for index in series.indices where series[index].reading.isRestated {
      for other in series.indices
      where other != index && !series[other].reading.isRestated && series[other].scenario == nil
        && series[other].reading.kind == series[index].reading.kind && series[other].entity?.value == series[index].entity?.value
        && series[other].basis == series[index].basis
      {
        series[other].scenario = "as previously reported"
      }
    }
  }

  // MARK: Lines

  /// The fields of labels: one, or one to the left of each part of a table in two halves.
  private func labelFields(_ columns: [Column], _ series: [StatementBlock.Series]) -> [Int] {
    let taken = Set(series.map(\.index))
    let candidates = columns.filter { column in
      guard !taken.contains(column.field), column.words > column.figures || (column.role == .label && column.figures == 0) else {
        return false
      }
      switch column.role {
      case .note, .code, .unit, .currency, .entity, .section, .variance, .remark, .scenario, .basis: return false
      case .label, .time, nil: return true
      }
    }
    let firstSeries = series.map(\.index).min() ?? 0
    let left = candidates.filter { $0.field < firstSeries }
    let best = (left.isEmpty ? candidates : left).max { one, other in
      (one.role == .label ? 1 : 0, one.known, -one.field) < (other.role == .label ? 1 : 0, other.known, -other.field)
    }
    guard let best else {
      let roles = columns.filter { !taken.contains($0.field) && $0.words > 0 && $0.role != .unit && $0.role != .note }
      return [roles.first?.field ?? (taken.contains(0) ? 1 : 0)]
    }
    let halves = candidates.filter { column in
      column.field > firstSeries && column.known >= 2 && series.contains { $0.index > column.field }
    }
    return [best.field] + halves.map(\.field)
  }

  /// The entity that a record of two cells names, key and value.
  private func entityPair(_ record: Table.Record, _ label: Int) -> Said<String>? {
    guard !record.isEmpty(label), HeadingWords.role(of: record.text(label)) == .entity else { return nil }
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    guard cells.count == 2, cells[0] == label, scan.kind(record, cells[1]) == .words else { return nil }
    return Said(
      value: Cell.trimmed(record, cells[1]),
      place: Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: cells[1] + 1))
  }

  private func readLines(end: Int, label: Int, columns: [Column], series: [StatementBlock.Series]) -> [StatementBlock.Line] {
    let field = { (role: HeadingRole) in columns.first { $0.role == role && $0.field != label }?.field }
    let (unitField, currencyField, sectionField) = (field(.unit), field(.currency), field(.section))
    let entityField = columns.first { $0.role == .entity && $0.field != label && $0.words > 0 }?.field
    let first = series.map(\.index).min() ?? 0
    let spare = columns.filter { $0.field < first && $0.field != label && $0.role == nil }.map(\.field)
    var lines: [StatementBlock.Line] = []
    var entity: Said<String>?
    for index in head.bottom + 1..<max(end, head.bottom + 1) {
      let record = table[index]
      var labelField = label
      if record.isEmpty(label) {
        if record.isBlank { continue }
        // Labels that are indented by columns stand in the field beside.
        labelField = spare.first { !record.isEmpty($0) && scan.kind(record, $0) == .words } ?? label
      }
      let place = { (field: Int) in Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1) }
      if let named = entityPair(record, label) {
        // `entity,Beta Ltd` between the lines: what follows is of another.
        entity = named
        continue
      }
      var line = StatementBlock.Line(index: index, label: Cell.trimmed(record, labelField), place: place(labelField))
      if let unitField, !record.isEmpty(unitField) {
        line.unit = UnitReader.read(record.text(unitField))?.unit
        line.isPercent = ["%", "％"].contains(Cell.trimmed(record, unitField))
      }
      if let currencyField, !record.isEmpty(currencyField), let currency = Cell.currency(record.text(currencyField)) {
        line.unit = MoneyUnit(currency: currency, exponent: line.unit?.exponent ?? preamble.unit?.value.exponent ?? 0)
      }
      if let sectionField, !record.isEmpty(sectionField) { line.section = Cell.trimmed(record, sectionField) }
      if let entityField {
        if !record.isEmpty(entityField) { entity = Said(value: Cell.trimmed(record, entityField), place: place(entityField)) }
      }
      line.entity = entity
      lines.append(line)
    }
    return lines
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
