import DelimitedText

/// Says of every line of a table which item it is: by its words, by where it stands, by the lines around it.
extension Intake {
  mutating func resolveLines(
    _ block: StatementBlock, _ grid: FigureGrid, _ table: Table, _ owners: StatementOwners, fileIndex: Int, into taken: inout TakenStatement
  ) -> [ResolvedLine] {
    let hasFigures = block.lines.indices.map { grid.hasFigures($0) }
    let meanings = block.lines.indices.map { index in
      let meaning = labels.meaning(of: block.lines[index].label, in: catalogue)
      return meaning.item == nil ? ofOwners(meaning, owners.entity(index, 0)) ?? meaning : meaning
    }
    let totals = NextTotals(meanings.map { $0.item.map { catalogue[$0].id } }, hasFigures)
    var context = LineContext(statement: usualStatement(meanings, hasFigures, block))
    var resolved: [ResolvedLine] = []
    let stems = LabelStems(block.lines)
    var sumStart = 0
    var owner: EntityID?
    for (index, line) in block.lines.enumerated() {
      var meaning = meanings[index]
      if block.orientation == .wide, owners.ofLine[index] != owner {
        owner = owners.ofLine[index]
        context = LineContext(statement: context.statement)
      }
      guard hasFigures[index] else {
        refuseWords(block, grid, table, index, meaning, fileIndex: fileIndex, into: &taken)
        if !line.label.isEmpty {
          context.take(heading: line.label, key: meaning.key, id: meaning.item.map { catalogue[$0].id })
          sumStart = resolved.count
        }
        continue
      }
      if let section = line.section {
        context.take(heading: section, key: catalogue.key(section), id: catalogue.findAny(label: section).map { catalogue[$0.item].id })
      }
      let place = (side: context.side ?? totals[index]?.side, isCurrent: context.side == nil ? totals[index]?.isCurrent : context.isCurrent)
      if ItemByContext.isTotalWord(meaning.key) {
        guard let item = unnamedTotal(index, context, totals, resolved[sumStart...], grid, block) else {
          taken.findings.append(
            Finding(
              .warning, "unmapped", "a line of figures has no label, and no section whose total it is; it is left out", place: line.place,
              actual: line.label, remedy: "write what it is in the column of labels"))
          sumStart = resolved.count
          continue
        }
        resolved.append(ResolvedLine(line: index, item: item, meaning: meaning, side: place.side, isCurrent: place.isCurrent))
        context.take(figure: catalogue[item].id, item: catalogue[item])
        sumStart = resolved.count
        continue
      }
      let isPercent = line.isPercent || isAllPercent(grid, index)
      if context.isPerShare || isPercent || line.isCounted { meaning.isNoMoney = true }
      let item = itemOf(
        line, meaning, among: stems, context, place, isPercent: isPercent, owners.entity(index, 0), owners.entities(index),
        into: &taken)
      if !isPercent { sayLargePercentages(line, grid, index, owners.entity(index, 0), item, into: &taken) }
      resolved.append(ResolvedLine(line: index, item: item, meaning: meaning, side: place.side, isCurrent: place.isCurrent))
      context.take(figure: catalogue[item].id, item: catalogue[item])
      if LineContext.sections[catalogue[item].id] != nil { sumStart = resolved.count }
    }
    settleTwins(&resolved, block, owners)
    partSections(&resolved, block, owners, into: &taken)
    settleTotals(&resolved, block, grid, owners, into: &taken)
    return resolved
  }

  private func isAllPercent(_ grid: FigureGrid, _ line: Int) -> Bool {
    var hasPercent = false
    for series in 0..<grid.seriesCount {
      guard let number = grid.number(line, series), !number.isNilMark else { continue }
      if !number.isPercent { return false }
      hasPercent = true
    }
    return hasPercent
  }

  /// The item of one line; a percentage is none of money: `Gross margin 12.5%` is not the gross profit.
  private mutating func itemOf(
    _ line: StatementBlock.Line, _ meaning: LabelMemory.Meaning, among stems: LabelStems, _ context: LineContext,
    _ place: (side: LineContext.Side?, isCurrent: Bool?), isPercent: Bool, _ entity: EntityID, _ entities: Set<EntityID>,
    into taken: inout TakenStatement
  ) -> ItemID {
    let isRatio = isPercent && meaning.item.map { catalogue[$0].statement != .perShare } ?? true
    // The user's own word for a label stands wherever it does.
    if !isRatio, let item = meaning.item, catalogue.isTaught(meaning.words) { return item }
    if !isRatio, let item = itemOfSide(meaning, context, place) { return item }
    if let item = meaning.item, !isRatio {
      let id = catalogue[item].id
      let other = ItemByContext.item(id, key: meaning.key, context: context, section: place.side, isCurrent: place.isCurrent)
      return other == id ? item : catalogue.find(id: other) ?? item
    }
    let known = ItemByContext.share(meaning.key, context: context)
    if !isRatio, let known, let item = catalogue.find(id: known) { return item }
    let words = isRatio && meaning.item != nil ? meaning.words + " percent" : meaning.words
    let item = catalogue.add(label: words, isInstant: context.statement == .position, of: entities)
    taken.findings.append(unknownLabel(line, meaning, among: stems, entity, item))
    return item
  }

  /// The item of words that name one thing among assets and another among liabilities.
  private func itemOfSide(_ meaning: LabelMemory.Meaning, _ context: LineContext, _ place: (side: LineContext.Side?, isCurrent: Bool?))
    -> ItemID?
  {
    guard context.statement == .position || context.side != nil, let id = meaning.sides?.item(place.side) else { return nil }
    let chosen = id == ItemBySide.provision ? ItemBySide.allowance(below: context.lastFigure) : id
    return catalogue.find(id: ItemByContext.part(of: chosen, isCurrent: place.isCurrent))
  }

  /// The statement that most known lines of the table belong to.
  private func usualStatement(_ meanings: [LabelMemory.Meaning], _ hasFigures: [Bool], _ block: StatementBlock) -> LineItem.Statement {
    var counts: [LineItem.Statement: Int] = [:]
    for (meaning, counted) in zip(meanings, hasFigures) where counted {
      guard let item = meaning.item else { continue }
      counts[catalogue[item].statement, default: 0] += 1
    }
    let position = counts[.position, default: 0]
    let results = counts[.income, default: 0] + counts[.comprehensive, default: 0]
    let cash = counts[.cashFlow, default: 0]
    if cash > position, cash > results { return .cashFlow }
    if position == results { return block.series.allSatisfy { $0.reading.isStretch } ? .income : .position }
    return position > results ? .position : .income
  }

  /// A line whose cells are words: no figure is lost where its label is none that is known.
  private func refuseWords(
    _ block: StatementBlock, _ grid: FigureGrid, _ table: Table, _ index: Int, _ meaning: LabelMemory.Meaning, fileIndex: Int,
    into taken: inout TakenStatement
  ) {
    var isSaid = false
    if let unit = unitsOfRow(block, grid, table, index) {
      taken.findings.append(
        Finding(
          .warning, "unit-assumed",
          "a line of units, \(quoted: unit.text), stands between the figures, and none above them: the figures are taken as they stand, in units of currency",
          place: Place(fileIndex: fileIndex, lineNumber: table[unit.record].lineNumber, columnNumber: unit.field + 1),
          expected: "a unit such as EUR'000 above the table", actual: unit.text,
          remedy: "write the unit on a line above the table, such as `unit,EUR'000`, or over its columns"))
      return
    }
    for series in block.series.indices {
      guard case .words = grid[index, series] else { continue }
      let (record, field) = block.cell(index, series)
      let text = Cell.trimmed(table[record], field)
      let place = Place(fileIndex: fileIndex, lineNumber: table[record].lineNumber, columnNumber: field + 1)
      let isRemark = meaning.item == nil && !AmountWords.looksMistyped(text)
      guard isRemark || TableScan.isHeadingWord(text) || PeriodReader.looksLikePeriod(text) else {
        taken.refused.add(AmountWords.refusal(text, at: place))
        continue
      }
      guard !isSaid else { continue }
      isSaid = true
      taken.findings.append(
        Finding(
          .info, "unmapped", "the line \(quoted: block.lines[index].label) holds words and no figures, and is left out", place: place,
          actual: text, remedy: "nothing, if it is a remark"))
    }
  }

  /// The first cell of a line whose figures are all units, in a table that has none above its figures.
  private func unitsOfRow(
    _ block: StatementBlock, _ grid: FigureGrid, _ table: Table, _ index: Int
  ) -> (text: String, record: Int, field: Int)? {
    guard block.preamble.unit == nil, block.series.allSatisfy({ $0.unit == nil }) else { return nil }
    var first: (text: String, record: Int, field: Int)?
    for series in block.series.indices {
      let (record, field) = block.cell(index, series)
      let text = Cell.trimmed(table[record], field)
      if text.isEmpty { continue }
      guard case .money(_, .some) = UnitCell(text) else { return nil }
      first = first ?? (text, record, field)
    }
    return first
  }

  /// The item of a total that has no name: that of the section that it closes, where the table has no such line and the sum holds.
  private func unnamedTotal(
    _ index: Int, _ context: LineContext, _ totals: NextTotals, _ parts: ArraySlice<ResolvedLine>, _ grid: FigureGrid,
    _ block: StatementBlock
  ) -> ItemID? {
    guard let id = context.heading ?? ItemByContext.total(of: context.side, isCurrent: context.isCurrent), !totals.ids.contains(id),
      let item = catalogue.find(id: id), !parts.isEmpty
    else { return nil }
    for series in block.series.indices {
      guard let total = grid.number(index, series), let whole = Amount(coefficient: total.coefficient, exponent: total.exponent) else {
        continue
      }
      var sum = Amount.zero
      var slack = Amount(coefficient: 1, exponent: total.exponent) ?? .zero
      for part in parts {
        guard let number = grid.number(part.line, series), let amount = Amount(coefficient: number.coefficient, exponent: number.exponent)
        else {
          continue
        }
        sum += amount
        slack += Amount(coefficient: 1, exponent: number.exponent) ?? .zero
      }
      if (whole - sum).magnitude > slack { return nil }
    }
    return item
  }

  // MARK: Twins

  /// Labels that mean one thing alone and another beside their twin: `Stockholders' equity` beside a total, `Net income` beside one
  /// that includes the non-controlling interests.
  private func settleTwins(_ lines: inout [ResolvedLine], _ block: StatementBlock, _ owners: StatementOwners) {
    guard let net = catalogue.find(id: "net-assets"), let own = catalogue.find(id: "equity-attributable-to-owners"),
      let minority = catalogue.find(id: "non-controlling-interests"), let profit = catalogue.find(id: "profit-after-tax"),
      let ownProfit = catalogue.find(id: "profit-attributable-to-owners")
    else { return }
    let groups = Dictionary(grouping: lines.indices) { owners.ofLine[lines[$0].line]?.index ?? -1 }
    for group in groups.values {
      let nets = group.filter { lines[$0].item == net }
      let owns = group.filter { lines[$0].item == own }
      let hasMinority = group.contains { lines[$0].item == minority }
      if nets.isEmpty, !hasMinority, owns.count == 1, lines[owns[0]].isPlainEquity {
        lines[owns[0]].item = net
      } else if nets.count > 1, owns.isEmpty, let plain = nets.first(where: { lines[$0].isPlainEquity }),
        nets.contains(where: { !lines[$0].isPlainEquity })
      {
        lines[plain].item = own
      } else if nets.count == 1, owns.isEmpty, hasMinority, lines[nets[0]].isPlainEquity,
        group.contains(where: { catalogue[lines[$0].item].id == "total-equity" })
      {
        lines[nets[0]].item = own
      }
      let profits = group.filter { lines[$0].item == profit }
      if profits.count > 1, profits.contains(where: { lines[$0].includesMinority }), !group.contains(where: { lines[$0].item == ownProfit })
      {
        for index in profits where !lines[index].includesMinority && lines[index].isPlainProfit { lines[index].item = ownProfit }
      }
    }
  }
}

extension ResolvedLine {
  /// Whether its words are the owners' equity or all equity, as the other lines have it.
  fileprivate var isPlainEquity: Bool {
    [
      "shareholder equity", "total shareholder equity", "stockholder equity", "total stockholder equity", "total shareholder fund",
      "shareholder fund",
      "stockholdersequity", "totalstockholderequity", "shareholdersequity", "totalstockholdersequity", "totalshareholdersequity",
      "total stockholderequity", "股东权益合计", "股东权益",
    ]
    .contains(meaning.key)
  }

  fileprivate var isPlainProfit: Bool {
    ["net income", "net profit", "netincome", "net earning", "net income loss", "净利润"].contains(meaning.key)
  }

  fileprivate var includesMinority: Bool {
    ["including", "before noncontrolling", "before minority", "before non controlling", "consolidated net"].contains(
      where: meaning.key.containsPhrase)
  }
}

/// For each line the section that the next total below closes, in statements whose totals stand below their parts.
struct NextTotals {
  private var next: [(side: LineContext.Side, isCurrent: Bool?)?]
  /// The items that the table names.
  let ids: Set<String>

  subscript(line: Int) -> (side: LineContext.Side, isCurrent: Bool?)? { next[line] }

  init(_ items: [String?], _ hasFigures: [Bool]) {
    next = [(side: LineContext.Side, isCurrent: Bool?)?](repeating: nil, count: items.count)
    var ids: Set<String> = []
    var first: [String: Int] = [:]
    for (index, id) in items.enumerated() where hasFigures[index] {
      guard let id else { continue }
      ids.insert(id)
      if first[id] == nil { first[id] = index }
    }
    self.ids = ids
    // Totals above their parts close nothing.
    if let all = first["total-assets"], let part = first["current-assets"] ?? first["non-current-assets"], all < part { return }
    var below: (side: LineContext.Side, isCurrent: Bool?)?
    for index in items.indices.reversed() {
      next[index] = below
      if hasFigures[index], let id = items[index], let place = LineContext.sections[id] { below = place }
    }
  }
}
