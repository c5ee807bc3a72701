import DelimitedText

extension Intake {
  /// The figures that the rows of a long ledger of postings are part of, in the order of their first rows; nil where the file must be seen
  /// whole: all results of a stretch come to nil.
  ///
  /// - Parameter days: those of the groups.
  mutating func postedFigures(
    _ long: LongLedgerRead, _ days: [CalendarDate], _ meanings: LedgerMeanings, _ items: [LedgerItem],
    _ entityOf: (LedgerPosting.Group) -> EntityID
  ) throws(Rejection) -> [Fact]? {
    let (tally, titles, kinds) = (long.tally, long.ledger.titles, long.kinds(items))
    let owners = long.groups.map(entityOf)
    guard let movements = movements(long, days, owners) else { return nil }
    let open = kinds.indices.filter { kinds[$0].map { catalogue[$0.item].isInstant } ?? false }
    let isOpen = Set(open.map { Int32(truncatingIfNeeded: $0) })
    guard !isClosed(long, days, owners, movements, results: { !isOpen.contains($0) }) else { return nil }
    if let first = movements.values.first, !first.knowsPositions {
      sayUnknownBalances(tally.accounts.count { isOpen.contains($0.kind) }, long)
    }
    var currencies: [EntityID: Currency?] = [:]
    var sums = PostedSums()
    for cell in tally.cells {
      guard let item = kinds[Int(cell.kind)] else { return nil }
      let (number, isInstant) = (Int(cell.group), isOpen.contains(cell.kind))
      let (group, entity) = (long.groups[number], owners[number])
      let currency =
        meanings.currency(of: group) ?? titles.currency ?? long.read.currencyOfUnits ?? openCurrency(of: entity, long, &currencies)
      let net = Amount(atoms: cell.atoms)
      let value = item.side?.value(ofNetDebit: net) ?? net
      let periods = movements[entity]?.periods(of: days[number], isInstant: isInstant, isOpening: tally.groups[number].isMarked) ?? []
      for period in periods {
        sums.add(
          value, cell,
          to: LedgerFacts.Key(
            entity: entity, item: item.item, period: period, currency: currency, scenario: meanings.scenario(of: group),
            basis: meanings.basis(of: group)))
      }
    }
    return sums.facts(long, catalogue)
  }

  /// The stretches in which each entity's rows fall, with what is assumed of them.
  private mutating func movements(_ long: LongLedgerRead, _ days: [CalendarDate], _ owners: [EntityID]) -> [EntityID: LedgerMovements]? {
    let ledger = long.ledger
    let yearEnd = owners.first.map { entities[$0].yearEnd } ?? .yearEnd
    let title = ledger.titles.readings.count == 1 ? ledger.titles.readings[0] : ledger.titles.preamble.period?.value
    let stated = title.flatMap { PeriodResolver(yearEnd: yearEnd).resolve($0, isInstant: false)?.period }
    let knowsPositions = long.hasOpening || LedgerMovements.beginsFromNil(ledger.reader)
    var movements: [EntityID: LedgerMovements] = [:]
    for (entity, members) in Dictionary(grouping: owners.indices, by: { owners[$0] }).sorted(by: { $0.key < $1.key }) {
      let posted = members.filter { !long.tally.groups[$0].isMarked }.map { days[$0] }
      guard let own = LedgerMovements(posted, stated: stated, yearEnd: entities[entity].yearEnd, knowsPositions: knowsPositions) else {
        continue
      }
      if let assumption = own.assumption {
        let line = members.map { long.tally.groups[$0].line }.min() ?? 0
        findings.append(
          Finding(
            .warning, "period-assumed", assumption, entity: entity,
            place: Place(fileIndex: ledger.fileIndex, lineNumber: line, columnNumber: ledger.amountField + 1),
            remedy: "write the period above the table, such as `For the three months ended 31 March 2024`"))
      }
      movements[entity] = own
    }
    return movements
  }

  /// Whether the results of an entity come to nil in a stretch, item by item: they may have been closed to equity, which its accounts tell.
  private func isClosed(
    _ long: LongLedgerRead, _ days: [CalendarDate], _ owners: [EntityID], _ movements: [EntityID: LedgerMovements],
    results: (Int32) -> Bool
  ) -> Bool {
    var sums: [EntityID: [Int: [Int32: Int128]]] = [:]
    for cell in long.tally.cells where results(cell.kind) {
      let group = Int(cell.group)
      for (index, stretch) in (movements[owners[group]]?.stretches ?? []).enumerated()
      where days[group] <= stretch.end && (stretch.start.map { $0 <= days[group] } ?? false) {
        sums[owners[group], default: [:]][index, default: [:]][cell.kind, default: 0] += cell.atoms
      }
    }
    return sums.values.contains { stretches in stretches.values.contains { $0.values.allSatisfy { $0 == 0 } } }
  }

  private mutating func sayUnknownBalances(_ count: Int, _ long: LongLedgerRead) {
    guard count > 0, let first = long.tally.groups.first else { return }
    findings.append(
      Finding(
        .warning, "unmapped",
        count == 1
          ? "the rows are what was posted, and no opening balance stands before them: results are added up, and the balance of one account is not known"
          : "the rows are what was posted, and no opening balances stand before them: results are added up, and the balances of \(count) accounts are not known",
        place: Place(fileIndex: long.ledger.fileIndex, lineNumber: first.line, columnNumber: long.ledger.amountField + 1),
        remedy:
          "add rows of opening balances, described as `Opening balance`, or the line `opening balance,nil` above the table; or export the trial balance"
      ))
  }
}

extension LongLedgerRead {
  /// The item of each kind of account, as the first of its accounts has it.
  func kinds(_ items: [LedgerItem]) -> [LedgerItem?] {
    var kinds: [LedgerItem?] = []
    for (account, item) in zip(tally.accounts, items) {
      while kinds.count <= Int(account.kind) { kinds.append(nil) }
      if kinds[Int(account.kind)] == nil { kinds[Int(account.kind)] = item }
    }
    return kinds
  }
}

/// What was posted to each figure, cell by cell of the tally.
private struct PostedSums {
  private struct Sum {
    var value: Amount
    var decimals: Int
    var rowCount: Int
    let first: Tally.Cell
  }

  private var order: [LedgerFacts.Key] = []
  private var sums: [LedgerFacts.Key: Sum] = [:]

  mutating func add(_ value: Amount, _ cell: Tally.Cell, to key: LedgerFacts.Key) {
    if sums[key] == nil {
      order.append(key)
      sums[key] = Sum(value: value, decimals: cell.decimals, rowCount: Int(cell.rowCount), first: cell)
      return
    }
    // The sum is as exact as the coarsest of its rows.
    let (decimals, count) = (cell.decimals, Int(cell.rowCount))
    sums[key]?.value += value
    if let known = sums[key]?.decimals, decimals < known { sums[key]?.decimals = decimals }
    sums[key]?.rowCount += count
  }

  /// The figures, in the order in which their first rows came.
  func facts(_ long: LongLedgerRead, _ catalogue: LineItemCatalogue) -> [Fact] {
    order.compactMap { key in
      guard let sum = sums[key] else { return nil }
      let place = Place(fileIndex: long.ledger.fileIndex, lineNumber: sum.first.line, columnNumber: long.ledger.amountField + 1)
      let isSingle = sum.rowCount == 1
      let (rule, words): (Text, LedgerWords) = ("the sum of \(sum.rowCount) rows", long.read.words)
      return Fact(
        entity: key.entity, item: key.item,
        label: isSingle ? words.label(of: words.accounts[Int(sum.first.account)]) : catalogue[key.item].english,
        period: key.period, value: sum.value, currency: key.currency, decimals: sum.decimals, basis: key.basis, scenario: key.scenario,
        provenance: isSingle ? .read(place) : .derived(rule: rule, sources: Places(place)),
        raw: isSingle
          ? long.tally.raw(of: sum.first).map(Cell.trim) ?? Amount(atoms: sum.first.atoms).text(minimumPlaces: sum.decimals) : "")
    }
  }
}
