import DelimitedText

/// What a wide statement becomes: a fact for each figure, with its place.
extension Intake {
  mutating func takeStatement(_ layout: StatementLayout, _ table: Table, fileIndex: Int) throws(Rejection) {
    let marks = try decimalMarks(layout, table, fileIndex: fileIndex)
    let (entity, entityFindings) = entityOf(layout.preamble, fileIndex: fileIndex)
    var resolver = PeriodResolver(yearEnd: entities[entity].yearEnd)
    resolver.resultsAreQuarters = layout.preamble.periods?.value == "quarters"
    let finest = finestDecimals(layout, table, marks)

    var read: [Fact] = []
    var notes: [Finding] = entityFindings
    var assumed: Set<Text> = []
    var kinds: Set<LineItem.Statement> = []
    for index in layout.firstBodyRecord..<max(table.recordCount, layout.firstBodyRecord) {
      let record = table[index]
      let cells = try figures(record, layout, marks, fileIndex: fileIndex)
      guard !cells.isEmpty else { continue }
      let labelPlace = Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: layout.labelField + 1)
      let written = Cell.trimmed(record, layout.labelField)
      let (label, labelUnit) = UnitReader.strippingUnit(fromLabel: written)
      let rowUnit = layout.unitField.flatMap { UnitReader.read(record.text($0))?.unit } ?? labelUnit
      let (item, sense, unmapped) = itemOf(label, isResultTable: layout.columns.allSatisfy { $0.reading.isStretch }, at: labelPlace)
      if var unmapped {
        unmapped.entity = entity
        notes.append(unmapped)
      }
      kinds.insert(catalogue[item].statement)
      for cell in cells {
        let column = layout.columns[cell.column]
        guard let resolved = resolver.resolve(column.reading, isInstant: catalogue[item].isInstant) else {
          throw Rejection(
            "unreadable", "the heading \(quoted: heading(column, table)) does not say which date or period it stands for",
            place: column.place, found: heading(column, table), expected: "a date or period with its year", remedy: "write it out")
        }
        if let assumption = resolved.assumption, assumed.insert(assumption).inserted {
          notes.append(
            Finding(
              .info, "period-assumed", assumption, entity: entity, period: resolved.period, place: column.place,
              remedy: "write the period out, such as `For the nine months ended 30 September 2012`"))
        }
        let place = Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: column.field + 1)
        let unit = Intake.unit(row: rowUnit, column: column.unit, preamble: layout.preamble)
        let number = cell.number
        let isMoney = catalogue[item].statement != .perShare && !number.isPercent
        let exponent = number.exponent + (isMoney ? unit?.exponent ?? 0 : 0)
        guard let printed = Amount(coefficient: number.coefficient, exponent: exponent) else {
          throw Rejection(
            "unreadable", "the figure \(quoted: Cell.trimmed(record, column.field)) cannot be held exactly", place: place,
            found: Cell.trimmed(record, column.field), expected: "below 10^18 units of currency, with at most twelve decimals",
            remedy: "round the figure in the file, where that is right")
        }
        read.append(
          Fact(
            entity: entity, item: item, label: written, period: resolved.period,
            value: Intake.signed(printed, sense: sense, sign: catalogue[item].sign),
            currency: number.currency ?? unit?.currency ?? layout.preamble.currency?.value ?? entities[entity].functionalCurrency,
            decimals: number.isNilMark ? finest[cell.column] - (unit?.exponent ?? 0) : -exponent,
            basis: layout.preamble.basis?.value ?? .unstated,
            scenario: column.reading.scenario ?? layout.preamble.scenario?.value ?? Fact.actual,
            provenance: .read(place), raw: Cell.trimmed(record, column.field)))
      }
    }
    if read.isEmpty {
      throw Rejection(
        "unrecognised", "there are dates or periods at the head of columns, and no figure below them",
        place: layout.columns[0].place, expected: "figures below the headings", remedy: "fill the table in")
    }
    facts += read
    findings += notes
    statements.append(note(layout, entity, kinds, fileIndex: fileIndex))
    describe(layout, table, entity, fileIndex: fileIndex)
  }

  // MARK: Signs and units

  /// The stored value of a printed figure: the label's words first, then the item's sign (see `LineItem`).
  static func signed(_ printed: Amount, sense: LabelSense, sign: LineItem.Sign) -> Amount {
    switch (sense, sign) {
    case (.loss, _): -printed.magnitude
    case (.asItem, .negative): -printed.magnitude
    case (.either, _), (.credit, _), (.asItem, .natural): printed
    }
  }

  /// The unit of a figure: its row's, else its column's, else the file's; a currency that one leaves out is taken from the next.
  private static func unit(row: MoneyUnit?, column: MoneyUnit?, preamble: Preamble) -> MoneyUnit? {
    let said = [row, column, preamble.unit?.value].compactMap { $0 }
    guard var unit = said.first else { return nil }
    unit.currency = said.compactMap(\.currency).first ?? preamble.currency?.value
    return unit
  }

  // MARK: Cells

  private struct Figure {
    let column: Int
    let number: AmountReading.Number
  }

  private func figures(_ record: Table.Record, _ layout: StatementLayout, _ marks: [DecimalMark], fileIndex: Int) throws(Rejection)
    -> [Figure]
  {
    var found: [Figure] = []
    for (index, column) in layout.columns.enumerated() {
      let place = Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: column.field + 1)
      switch record.withBytes(column.field, { AmountReader.read($0, decimalMark: marks[index]) }) {
      case .empty, .notAvailable: continue
      case .number(let number), .open(let number, _): found.append(Figure(column: index, number: number))
      case .notANumber:
        throw Rejection(
          "unreadable", "\(quoted: Cell.trimmed(record, column.field)) is no amount", place: place,
          found: Cell.trimmed(record, column.field), expected: "an amount such as (1,552.5), a dash for nil, or nothing",
          remedy: "correct the cell")
      case .tooManyDigits:
        throw Rejection(
          "unreadable", "\(quoted: Cell.trimmed(record, column.field)) has more digits than can be held exactly", place: place,
          found: Cell.trimmed(record, column.field), expected: "at most 30 digits",
          remedy: "round the figure in the file, where that is right")
      }
    }
    return found
  }

  /// How each column writes its decimals; a contradiction is refused.
  private func decimalMarks(_ layout: StatementLayout, _ table: Table, fileIndex: Int) throws(Rejection) -> [DecimalMark] {
    var marks: [DecimalMark] = []
    for column in layout.columns {
      let body = layout.firstBodyRecord..<max(table.recordCount, layout.firstBodyRecord)
      let readings = body.map { index in table[index].withBytes(column.field) { AmountReader.read($0) } }
      switch AmountReader.decimalMark(ofColumn: readings) {
      case .settled(let mark, _): marks.append(mark)
      case .open: marks.append(.point)
      case .contradiction(let point, let comma):
        let (pointRecord, commaRecord) = (table[layout.firstBodyRecord + point], table[layout.firstBodyRecord + comma])
        throw Rejection(
          "unreadable",
          "\(quoted: Cell.trimmed(pointRecord, column.field)) has a decimal point and \(quoted: Cell.trimmed(commaRecord, column.field)) in the same column a decimal comma",
          place: Place(fileIndex: fileIndex, lineNumber: commaRecord.lineNumber, columnNumber: column.field + 1),
          found: Cell.trimmed(commaRecord, column.field), expected: "one way of writing decimals in a column",
          remedy: "write all figures of the column alike")
      }
    }
    return marks
  }

  /// The most decimals printed in each column: how exactly its dashes for nil are meant.
  private func finestDecimals(_ layout: StatementLayout, _ table: Table, _ marks: [DecimalMark]) -> [Int] {
    layout.columns.indices.map { index in
      var finest = 0
      for row in layout.firstBodyRecord..<max(table.recordCount, layout.firstBodyRecord) {
        switch table[row].withBytes(layout.columns[index].field, { AmountReader.read($0, decimalMark: marks[index]) }) {
        case .number(let number), .open(let number, _): finest = max(finest, -number.exponent)
        case .empty, .notAvailable, .notANumber, .tooManyDigits: break
        }
      }
      return finest
    }
  }

  private func heading(_ column: StatementLayout.PeriodColumn, _ table: Table) -> String {
    (0..<table.recordCount).first { table[$0].lineNumber == Int(column.place.lineNumber) }
      .map { Cell.trimmed(table[$0], column.field) } ?? ""
  }

  // MARK: Words

  /// The line item of a label; one that is not known keeps its own words and says which known one is nearest.
  private mutating func itemOf(_ label: String, isResultTable: Bool, at place: Place) -> (ItemID, LabelSense, Finding?) {
    if let found = catalogue.find(label: label) { return (found.item, found.sense, nil) }
    let nearest = catalogue.nearestLabel(to: label)
    let item = catalogue.add(label: label, isInstant: !isResultTable)
    var finding = Finding(
      .info, "unmapped", "the label \(quoted: label) is not known and stands under its own words", item: item, place: place, actual: label,
      remedy: "map it in an `accounts` file (label,item), or leave it so")
    if let nearest { finding.details = ["nearest known label: \(code: nearest.caption) (\(code: nearest.id))"] }
    return (item, .asItem, finding)
  }

  private mutating func entityOf(_ preamble: Preamble, fileIndex: Int) -> (EntityID, [Finding]) {
    if let named = preamble.entity { return (entities.findOrAdd(named.value, role: .subsidiary, place: named.place), []) }
    for candidate in preamble.entityCandidates {
      if let known = entities.find(candidate.value) { return (known, []) }
    }
    if let candidate = preamble.entityCandidates.first {
      let finding = Finding(
        .info, "period-assumed", "the line \(quoted: candidate.value) is taken for the entity's name", place: candidate.place,
        remedy: "write it as `entity,\(quoted: candidate.value)`, or describe it in an `entities` file")
      return (entities.findOrAdd(candidate.value, role: .subsidiary, place: candidate.place), [finding])
    }
    let group = entities.ids.filter { entities[$0].role != .outside }
    if group.count == 1 { return (group[0], []) }
    let fileName = sources[fileIndex].path.split(separator: "/").last.map(String.init) ?? sources[fileIndex].path
    let name = fileName.split(separator: ".").dropLast().joined(separator: ".")
    let place = Place(fileIndex: fileIndex)
    let finding = Finding(
      .info, "period-assumed", "the file does not say whose accounts these are, and its name stands for the entity", place: place,
      actual: name, remedy: "write the entity's name on a line above the table")
    return (entities.findOrAdd(name.isEmpty ? fileName : name, role: .subsidiary, place: place), [finding])
  }

  // MARK: What is said of the file

  private func note(_ layout: StatementLayout, _ entity: EntityID, _ kinds: Set<LineItem.Statement>, fileIndex: Int) -> StatementNote {
    let preamble = layout.preamble
    return StatementNote(
      fileIndex: fileIndex, entity: entity, basis: preamble.basis.map { ($0.value, $0.place) },
      gaap: preamble.gaap.map { ($0.value, $0.place) }, isAudited: preamble.isAudited.map { ($0.value, $0.place) },
      unitExponent: Intake.unit(row: nil, column: layout.columns[0].unit, preamble: preamble)?.exponent, kinds: kinds)
  }

  private mutating func describe(_ layout: StatementLayout, _ table: Table, _ entity: EntityID, fileIndex: Int) {
    var evidence: [Text] = [
      "statement, wide: the headings on line \(table[layout.headerRecord].lineNumber) read as dates or periods, from \(quoted: heading(layout.columns[0], table)) to \(quoted: heading(layout.columns[layout.columns.count - 1], table))",
      "entity: \(quoted: entities[entity].name)",
    ]
    if let basis = layout.preamble.basis { evidence.append("basis: \(code: basis.value.word), line \(Int(basis.place.lineNumber))") }
    if let gaap = layout.preamble.gaap { evidence.append("framework: \(code: gaap.value), line \(Int(gaap.place.lineNumber))") }
    if let isAudited = layout.preamble.isAudited {
      evidence.append(
        isAudited.value ? "audited, line \(Int(isAudited.place.lineNumber))" : "unaudited, line \(Int(isAudited.place.lineNumber))")
    }
    if let unit = Intake.unit(row: nil, column: layout.columns[0].unit, preamble: layout.preamble) {
      evidence.append("unit: \(code: unit.heading)")
    } else {
      evidence.append("unit: none is given, the figures are taken as they stand")
    }
    sources[fileIndex].evidence += evidence
  }
}

extension PeriodReading {
  /// Whether the heading itself names a stretch of time rather than a day.
  var isStretch: Bool {
    switch kind {
    case .ended, .span, .quarter, .half, .firstMonths, .trailingTwelveMonths: true
    case .date, .asAt, .year, .financialYear, .month: false
    case .endedDayMonth(_, _, let months): months != nil
    }
  }
}
