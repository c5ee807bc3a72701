import DelimitedText

/// What the tables of a statement become: a fact for each figure, with its place.
extension Intake {
  mutating func takeStatement(_ layout: StatementLayout, _ table: Table, fileIndex: Int) throws(Rejection) {
    var taken = TakenStatement()
    // A file of which a cell is refused leaves nothing behind but what is said of all such cells.
    for block in layout.blocks {
      do throws(Rejection) {
        try takeBlock(block, table, fileIndex: fileIndex, into: &taken)
      } catch {
        taken.refused.add(error)
      }
    }
    try taken.refused.end(&findings)
    if let finding = taken.hardlyKnown.finding(taken.facts.first?.entity, &catalogue) { taken.findings.append(finding) }
    guard !taken.facts.isEmpty else { throw StatementRefusal.withoutFigures(layout, table, fileIndex: fileIndex) }
    settlePrecision(of: &taken.facts, fileIndex: fileIndex)
    facts += taken.facts
    restatedPlaces.formUnion(taken.restated)
    findings += taken.findings
    statements += taken.notes
    sources[fileIndex].evidence += taken.evidence
  }

  /// What the tables of one file give, kept until all of them are read: a file is taken whole or not at all.
  struct TakenStatement {
    var facts: [Fact] = []
    var findings: [Finding] = []
    /// Where figures stand whose column says that they are restated.
    var restated: [Place] = []
    var notes: [StatementNote] = []
    var evidence: [Text] = []
    /// Cells that cannot be read.
    var refused = Refusals()
    /// How many of the lines are known.
    var hardlyKnown = HardlyKnown()
    /// Assumptions that were said already, by their wording.
    var said: Set<String> = []
    /// The currencies of entities whose figures name none.
    var currencies: [EntityID: Currency?] = [:]

    /// Adds a finding once for a file, at the first place.
    mutating func sayOnce(_ finding: Finding) {
      if said.insert(finding.message.template).inserted { findings.append(finding) }
    }
  }

  /// Says which line gives no unit where others of the table give theirs.
  private func sayLackingUnits(
    _ block: StatementBlock, _ lines: [ResolvedLine], _ owners: StatementOwners, into taken: inout TakenStatement
  ) {
    for line in lines where block.lines[line.line].lacksUnit && !line.meaning.isNoMoney && line.meaning.unit == nil {
      guard catalogue[line.item].statement != .perShare else { continue }
      taken.sayOnce(
        Finding(
          .warning, "unit-assumed",
          "the line \(quoted: block.lines[line.line].label) gives no unit where other lines of the table do, and is taken as units of currency",
          entity: owners.entity(line.line, 0), item: line.item, place: block.lines[line.line].place,
          remedy: "write its unit into the column of units"))
    }
  }

  /// Says which lines of figures end before the last column that a heading names: they may have been cut short, or a comma was lost.
  private func sayCutShort(
    _ block: StatementBlock, _ grid: FigureGrid, _ table: Table, fileIndex: Int, into taken: inout TakenStatement
  ) {
    // A column of which every cell is empty may be what a lost comma left behind.
    let headings = block.series.map(\.index) + block.asides.filter(\.isEmpty).map { Int($0.place.columnNumber) - 1 }
    guard block.orientation == .wide, let last = headings.max() else { return }
    for (number, line) in block.lines.enumerated() where grid.hasFigures(number) {
      let record = table[line.index]
      guard record.fieldCount <= last else { continue }
      taken.findings.append(
        Finding(
          .warning, "unreadable",
          "the line of \(quoted: line.label) has \(record.fieldCount) cells under \(last + 1) headings: the rest is taken as empty",
          place: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: record.fieldCount),
          expected: "\(last + 1) cells", actual: "\(record.fieldCount) cells",
          remedy: "write a comma for each empty cell, or the figure that is missing"))
    }
  }

  private mutating func takeBlock(_ block: StatementBlock, _ table: Table, fileIndex: Int, into taken: inout TakenStatement)
    throws(Rejection)
  {
    let grid = FigureGrid(block, table, fileIndex: fileIndex)
    for refusal in block.refusals + grid.refusals { taken.refused.add(refusal) }
    for doubt in block.doubts { taken.sayOnce(doubt) }
    for assumption in grid.assumptions { taken.sayOnce(assumption) }
    sayCutShort(block, grid, table, fileIndex: fileIndex, into: &taken)
    let owners = try ownersOf(block, grid, fileIndex: fileIndex, into: &taken)
    sources[fileIndex].owners.formUnion(namesSaid(by: block))
    let lines = resolveLines(block, grid, table, owners, fileIndex: fileIndex, into: &taken)
    guard !lines.isEmpty else { return }
    sayLackingUnits(block, lines, owners, into: &taken)
    for finding in block.preamble.unreadUnitFindings(owners.whole) { taken.sayOnce(finding) }
    for line in lines where !line.meaning.isNoMoney {
      let isKnown = catalogue[line.item].statement != .unknown
      taken.hardlyKnown.take(line.meaning.words, line.item, isKnown: isKnown, at: block.lines[line.line].place)
    }
    var figures = FigureReader(block: block, grid: grid, table: table, fileIndex: fileIndex)
    let printed = figures.printed(lines, catalogue, into: &taken)
    let sides = StatementSides(lines.indices.map { (printed[$0], catalogue[lines[$0].item]) }, seriesCount: block.series.count)
    let signs = SignConvention(
      lines.indices.map { index in
        let item = catalogue[lines[index].item]
        return SignConvention.Line(
          id: item.id, statement: item.statement, sign: item.sign, sense: lines[index].meaning.sense, hint: lines[index].meaning.hint,
          place: block.lines[lines[index].line].place, isLiability: lines[index].isLiability(item), isAsset: lines[index].isAsset(item),
          isCurrent: lines[index].isCurrent,
          printed: printed[index].enumerated().map { series, figure in
            figure.flatMap { sides.isLedger($0, series) ? nil : ($0.amount, $0.half) }
          })
      }, owners: lines.map { owners.ofLine[$0.line]?.index ?? -1 })
    for doubt in signs.findings {
      let line = lines[doubt.line]
      taken.findings.append(
        Finding(
          doubt.severity, "sign", doubt.message, entity: owners.entity(line.line, doubt.series), item: line.item,
          place: figures.place(line.line, doubt.series), actual: figures.text(line.line, doubt.series),
          remedy: doubt.remedy))
    }
    var kinds: Set<LineItem.Statement> = []
    // By entity, series and kind: the same for every line.
    var periods: [Int: Period?] = [:]
    let start = taken.facts.count
    for (index, line) in lines.enumerated() {
      let item = catalogue[line.item]
      for series in block.series.indices {
        guard let figure = printed[index][series] else { continue }
        let entity = owners.entity(line.line, series)
        let key = ((entity.index * block.series.count) + series) * 2 + (item.isInstant ? 1 : 0)
        if periods[key] == nil { periods[key] = .some(try period(block.series[series], item, entity, block, into: &taken)) }
        guard let known = periods[key], let resolved = known else { continue }
        kinds.insert(item.statement)
        var value = signs.isNegated[index][series] ? -figure.amount : figure.amount
        if sides.isLedger(figure, series) {
          guard let turned = sides.value(figure, series, item) else {
            taken.refused.add(StatementSides.refusal(figures.text(line.line, series), at: figures.place(line.line, series)))
            continue
          }
          value = turned
        }
        let isCounted = line.meaning.isNoMoney || figure.isPercent
        let hasCurrency =
          !isCounted || item.statement == .perShare || line.meaning.key.containsPhrase("per share") || line.meaning.key.containsPhrase("每股")
        let own = block.series[series].reading.scenario ?? block.series[series].scenario
        let above = block.preamble.scenario?.value
        // In a table of restated figures, a column headed `Actual` is restated.
        let scenario = own == Fact.actual && above == Fact.restated ? Fact.restated : own ?? above ?? Fact.actual
        if block.series[series].reading.isRestated { taken.restated.append(figures.place(line.line, series)) }
        let currency =
          !hasCurrency || figure.isPercent
          ? nil
          : figure.currency ?? block.preamble.currency?.value ?? openCurrency(entity, table, block, fileIndex: fileIndex, into: &taken)
        // The columns of a line mostly have all of it in common.
        let common = Fact.Common.of(
          label: block.lines[line.line].label, currency: currency,
          basis: block.series[series].basis ?? block.preamble.basis?.value ?? .unstated,
          scenario: scenario, likeThatOf: taken.facts.last)
        taken.facts.append(
          Fact(
            entity: entity, item: line.item, period: resolved, value: value, decimals: figure.decimals, common: common,
            provenance: .read(figures.place(line.line, series)), raw: figures.text(line.line, series)))
      }
    }
    if sides.isAny { taken.evidence.append("signs: Dr and Cr beside the figures, turned into the signs of the line items") }
    sayQuarters(block, taken.facts[start...], into: &taken)
    sayTotalEquity(lines, printed, block, owners, into: &taken)
    describe(block, lines, owners, kinds, fileIndex: fileIndex, into: &taken)
  }

  /// The currency of an entity's figures that name none; what is taken or left open is said once.
  private func openCurrency(
    _ entity: EntityID, _ table: Table, _ block: StatementBlock, fileIndex: Int, into taken: inout TakenStatement
  ) -> Currency? {
    if let known = taken.currencies[entity] { return known }
    let hasScale = block.preamble.unit.map { $0.value.exponent != 0 } ?? false
    let settled = OpenCurrency(table, catalogue, fileIndex: fileIndex).settle(entities[entity], entity, hasScale: hasScale)
    if let finding = settled.finding { taken.sayOnce(finding) }
    taken.currencies[entity] = .some(settled.currency)
    return settled.currency
  }

  // MARK: Periods

  /// The date or period of a series for an item; nil where the heading names none, which a finding says.
  private func period(
    _ series: StatementBlock.Series, _ item: LineItem, _ entity: EntityID, _ block: StatementBlock, into taken: inout TakenStatement
  ) throws(Rejection) -> Period? {
    var resolver = PeriodResolver(yearEnd: entities[entity].yearEnd)
    resolver.resultsAreQuarters = block.preamble.periods?.value == "quarters"
    guard let resolved = resolver.resolve(series.reading, isInstant: item.isInstant) else {
      if case .trailingTwelveMonths = series.reading.kind {
        taken.sayOnce(
          Finding(
            .warning, "period-assumed",
            "\(quoted: series.heading) does not say on which day its twelve months end, and its figures are left out",
            entity: entity, place: series.place, actual: series.heading, remedy: "write the day beside it, such as `TTM 30 June 2021`"))
        return nil
      }
      throw Rejection(
        "unreadable", "the heading \(quoted: series.heading) does not say which date or period it stands for", place: series.place,
        found: series.heading, expected: "a date or period with its year", remedy: "write it out")
    }
    for assumption in [series.assumption, resolved.assumption].compactMap({ $0 }) {
      taken.sayOnce(
        Finding(
          .info, "period-assumed", assumption, entity: entity, period: resolved.period, place: series.place,
          remedy: "write the period out, such as `For the nine months ended 30 September 2012`"))
    }
    return resolved.period
  }

  /// Results under the bare dates of a year's quarters may be those of the quarters: said where they do not grow.
  private func sayQuarters(_ block: StatementBlock, _ read: ArraySlice<Fact>, into taken: inout TakenStatement) {
    guard block.preamble.periods == nil else { return }
    let bare = Set(block.series.filter { $0.reading.isOpenOnLength }.map(\.place.lineNumber))
    guard !bare.isEmpty, block.series.count(where: { $0.reading.isOpenOnLength }) > 1 else { return }
    let ids = ["revenue", "operating-revenue", "total-operating-revenue", "cost-of-sales"]
    let items = ids.compactMap { catalogue.find(id: $0) }
    for item in items {
      let results = read.filter { $0.item == item && !$0.period.isInstant && [Fact.actual, Fact.restated].contains($0.scenario) }
      for (_, year) in Dictionary(grouping: results, by: { [$0.entity.index, Int($0.period.start?.dayNumber ?? 0)] }).sorted(by: {
        $0.key.lexicographicallyPrecedes($1.key)
      }) {
        let series = year.sorted { $0.period.end < $1.period.end }
        guard
          let shrunk = zip(series, series.dropFirst()).first(where: {
            $0.value.magnitude > $1.value.magnitude && $0.period.end < $1.period.end
          })
        else { continue }
        taken.sayOnce(
          Finding(
            .warning, "period-assumed",
            "results under \(shrunk.0.period.end) and \(shrunk.1.period.end) are taken as those of the year to date, and do not grow: they may be those of single quarters",
            entity: shrunk.1.entity, item: item, period: shrunk.1.period, place: shrunk.1.provenance.place,
            remedy: "add the line `periods,quarters` above the table if they are, or `periods,year to date` if not"))
        return
      }
    }
  }

  // MARK: Signs

  /// The stored value of a printed figure by its label's words and its item's sign alone (see `LineItem`).
  static func signed(_ printed: Amount, sense: LabelSense, sign: LineItem.SignRule) -> Amount {
    switch (sense, sign) {
    case (.loss, _): -printed.magnitude
    case (.asItem, .negative): -printed.magnitude
    case (.either, _), (.credit, _), (.asItem, .natural): printed
    }
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
