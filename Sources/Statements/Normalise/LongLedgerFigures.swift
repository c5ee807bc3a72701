import DelimitedText

extension Intake {
  /// The figures of a long ledger, in the order of their first rows; nil where two groups are of one date, or a row says too little.
  mutating func figures(
    _ long: LongLedgerRead, _ periods: LedgerPeriods, _ meanings: LedgerMeanings, _ signs: LedgerSigns, _ items: [LedgerItem],
    _ entityOf: (LedgerPosting.Group) -> EntityID, areBalances: Bool
  ) throws(Rejection) -> [Fact]? {
    guard var headings = try headings(long, periods, meanings, entityOf, areBalances: areBalances) else { return nil }
    let tally = long.tally
    let kinds = long.kinds(items)
    let lineItems = kinds.map { $0.map { catalogue[$0.item] } }
    let isPlain = Set(kinds.compactMap { $0?.item }).count == kinds.count { $0 != nil }
    var rules: [Int32: Text] = [:]
    var assumed: Set<Text> = []
    var currencies: [EntityID: Currency?] = [:]
    var places: [CellOfGroup: Int] = [:]
    // Where each kind of account is one item, a cell is a figure, and the cells need not be gone through twice.
    var sums: [Sum] = []
    if !isPlain { sums.reserveCapacity(tally.cells.count) }
    for index in tally.cells.indices {
      let (kind, group, rowCount) = (tally.cells[index].kind, tally.cells[index].group, tally.cells[index].rowCount)
      guard let item = kinds[Int(kind)], let lineItem = lineItems[Int(kind)] else { return nil }
      // Two labels of one total are not its parts: which of them counts is told from the rows.
      if !signs.isLedger, rowCount > 1, long.ledger.layout.isWhole(lineItem) { return nil }
      noteCurrency(&headings[Int(group)], long, &currencies)
      noteAssumption(&headings[Int(group)], lineItem.isInstant, &assumed)
      if isPlain {
        if rules[rowCount] == nil { rules[rowCount] = Sum.rule(of: rowCount) }
        continue
      }
      let sum = Sum(tally.cells[index], item, isOfLedger: signs.isLedger)
      let key = CellOfGroup(group: group, item: item.item)
      if let known = places[key] {
        if !signs.isLedger, long.ledger.layout.isWhole(lineItem) { return nil }
        sums[known].value += sum.value
        sums[known].decimals = min(sums[known].decimals, sum.decimals)
        sums[known].rowCount += sum.rowCount
        sums[known].isPrinted = sums[known].isPrinted && sum.isPrinted
        continue
      }
      places[key] = sums.count
      sums.append(sum)
    }
    for sum in sums where rules[sum.rowCount] == nil { rules[sum.rowCount] = Sum.rule(of: sum.rowCount) }
    let (fileIndex, column) = (long.ledger.fileIndex, long.ledger.amountField + 1)
    let commons = Intake.commons(&headings, lineItems)
    let count = isPlain ? tally.cells.count : sums.count
    return Workers.map(count, threadCount: long.ledger.effort.threadCount, grain: 4_096) { [sums, headings, kinds, rules, commons] index in
      let sum: Sum
      if isPlain {
        guard let item = kinds[Int(tally.cells[index].kind)] else { preconditionFailure("a cell has an item") }
        sum = Sum(tally.cells[index], item, isOfLedger: signs.isLedger)
      } else {
        sum = sums[index]
      }
      let heading = headings[Int(sum.group)]
      guard let item = kinds[Int(sum.kind)], let lineItem = lineItems[Int(sum.kind)], let rule = rules[sum.rowCount] else {
        preconditionFailure("a sum has an item")
      }
      let isSingle = sum.rowCount == 1
      let place = Place(fileIndex: fileIndex, lineNumber: sum.line, columnNumber: column)
      let common =
        isSingle
        ? Fact.Common(
          label: long.read.words.label(of: long.read.words.accounts[Int(sum.account)]), currency: heading.currency ?? nil,
          basis: heading.basis, scenario: heading.scenario)
        : commons[heading.words * lineItems.count + Int(sum.kind)]
      return Fact(
        entity: heading.entity, item: item.item, period: lineItem.isInstant ? heading.instant.period : heading.stretch.period,
        value: sum.isPrinted ? Intake.signed(sum.value, sense: .asItem, sign: lineItem.sign) : sum.value, decimals: sum.decimals,
        common: common, provenance: isSingle ? .read(place) : .derived(rule: rule, sources: [place]),
        raw: isSingle ? sum.raw.map(Cell.trim) ?? sum.printed.text(minimumPlaces: sum.decimals) : "")
    }
  }

  /// What the sums of each kind of account have in common: for each set of words that headings have, one for each kind. Numbers the headings'
  /// sets of words.
  private static func commons(_ headings: inout [Heading], _ lineItems: [LineItem?]) -> [Fact.Common] {
    struct Words: Hashable {
      let currency: Currency?
      let basis: Basis
      let scenario: String
    }
    var known: [Words: Int] = [:]
    var commons: [Fact.Common] = []
    for index in headings.indices {
      let words = Words(currency: headings[index].currency ?? nil, basis: headings[index].basis, scenario: headings[index].scenario)
      if known[words] == nil {
        known[words] = known.count
        commons += lineItems.map {
          Fact.Common(label: $0?.english ?? "", currency: words.currency, basis: words.basis, scenario: words.scenario)
        }
      }
      headings[index].words = known[words] ?? 0
    }
    return commons
  }

  /// The figure of one item in one group.
  private struct CellOfGroup: Hashable {
    let group: Int32
    let item: ItemID
  }

  private struct Sum: Sendable {
    var value: Amount
    var decimals: Int
    var rowCount: Int32
    var isPrinted: Bool
    let group: Int32
    let kind: Int32
    let account: Int32
    let line: Int
    let raw: String?
    let printed: Amount

    init(_ cell: Tally.Cell, _ item: LedgerItem, isOfLedger: Bool) {
      let net = Amount(atoms: cell.atoms)
      value = isOfLedger ? item.side?.value(ofNetDebit: net) ?? net : net
      isPrinted = !isOfLedger && item.sense == .asItem
      (decimals, rowCount, group, kind, account) = (cell.decimals, cell.rowCount, cell.group, cell.kind, cell.account)
      (line, raw, printed) = (cell.line, cell.raw, net)
    }

    static func rule(of rowCount: Int32) -> Text { "the sum of \(Int(rowCount)) rows" }
  }

  /// What the figures of one group have in common.
  private struct Heading: Sendable {
    let entity: EntityID
    let instant: PeriodResolver.Resolved
    let stretch: PeriodResolver.Resolved
    /// The currency; nil inside where there is none, nil where it is not settled yet.
    var currency: Currency??
    let scenario: String
    let basis: Basis
    let place: Place?
    /// Which of the sets of words that headings have.
    var words = 0
    var isInstantNoted = false
    var isStretchNoted = false
  }

  private struct HeadingKey: Hashable {
    let entity: EntityID
    let instant: Period
    let currency: Currency?
    let scenario: String
    let basis: Basis
  }

  private func headings(
    _ long: LongLedgerRead, _ periods: LedgerPeriods, _ meanings: LedgerMeanings, _ entityOf: (LedgerPosting.Group) -> EntityID,
    areBalances: Bool
  ) throws(Rejection) -> [Heading]? {
    var seen: Set<HeadingKey> = []
    var headings: [Heading] = []
    headings.reserveCapacity(long.groups.count)
    let currencyOfUnits = long.read.currencyOfUnits
    var known: [SIMD2<Int32>: (PeriodResolver.Resolved, PeriodResolver.Resolved)] = [:]
    for group in long.groups {
      let entity = entityOf(group)
      let key = SIMD2(group.period, Int32(truncatingIfNeeded: entity.index))
      if known[key] == nil {
        let resolver = PeriodResolver(yearEnd: entities[entity].yearEnd)
        guard var reading = periods.reading(of: group, measure: 0) else { return nil }
        // A balance of results under a month's name is that of the year to its end.
        if areBalances, case .month(let year, let month) = reading.kind, let day = CalendarDate(year: year, month: month, day: 1) {
          reading.kind = .date(day.monthEnd)
        }
        guard let instant = resolver.resolve(reading, isInstant: true),
          let stretch = resolver.resolve(reading, isInstant: false)
        else { return nil }
        known[key] = (instant, stretch)
      }
      guard let (instant, stretch) = known[key] else { return nil }
      let currency = meanings.currency(of: group) ?? long.ledger.titles.currency ?? currencyOfUnits
      let heading = Heading(
        entity: entity, instant: instant, stretch: stretch, currency: currency.map { .some($0) }, scenario: meanings.scenario(of: group),
        basis: meanings.basis(of: group), place: periods.place(of: group, measure: 0))
      // Two spellings of one date, of one entity or of one scenario: an account may then come twice.
      for period in [instant.period, stretch.period] {
        let key = HeadingKey(entity: entity, instant: period, currency: currency, scenario: heading.scenario, basis: heading.basis)
        guard seen.insert(key).inserted else { return nil }
      }
      headings.append(heading)
    }
    return headings
  }

  private mutating func noteAssumption(_ heading: inout Heading, _ isInstant: Bool, _ assumed: inout Set<Text>) {
    if isInstant ? heading.isInstantNoted : heading.isStretchNoted { return }
    if isInstant { heading.isInstantNoted = true } else { heading.isStretchNoted = true }
    let resolved = isInstant ? heading.instant : heading.stretch
    guard let assumption = resolved.assumption, assumed.insert(assumption).inserted else { return }
    findings.append(
      Finding(
        .info, "period-assumed", assumption, entity: heading.entity, period: resolved.period, place: heading.place,
        remedy: "write the period out, such as `For the nine months ended 30 September 2012`"))
  }

  /// Settles the currency of a group that names none, once for each entity.
  private mutating func noteCurrency(_ heading: inout Heading, _ long: LongLedgerRead, _ currencies: inout [EntityID: Currency?]) {
    if heading.currency == nil { heading.currency = .some(openCurrency(of: heading.entity, long, &currencies)) }
  }

  /// The currency of an entity's figures that name none, settled once.
  mutating func openCurrency(of entity: EntityID, _ long: LongLedgerRead, _ currencies: inout [EntityID: Currency?]) -> Currency? {
    if let known = currencies[entity] { return known }
    let open = OpenCurrency(long.ledger.head, catalogue, fileIndex: long.ledger.fileIndex)
    let settled = open.settle(
      entities[entity], entity, hasScale: long.ledger.titles.preamble.unit.map { $0.value.exponent != 0 } ?? false)
    if let finding = settled.finding { findings.append(finding) }
    currencies[entity] = .some(settled.currency)
    return settled.currency
  }
}
