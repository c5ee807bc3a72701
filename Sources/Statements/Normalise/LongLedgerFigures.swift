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
    let isInstant = lineItems.map { $0?.isInstant ?? false }
    let isTotal = lineItems.map { $0.map { !signs.isLedger && long.ledger.layout.isWhole($0) } ?? false }
    let isPlain = Set(kinds.compactMap { $0?.item }).count == kinds.count { $0 != nil }
    var assumed: Set<Text> = []
    var currencies: [EntityID: Currency?] = [:]
    var places: [CellOfGroup: Int] = [:]
    // Where each kind of account is one item, a cell is a figure, and the cells need not be gone through twice.
    var sums: [Sum] = []
    if !isPlain { sums.reserveCapacity(tally.cells.count) }
    for index in tally.cells.indices {
      let (kind, group, rowCount) = (tally.cells[index].kind, tally.cells[index].group, tally.cells[index].rowCount)
      guard let item = kinds[Int(kind)] else { return nil }
      // Two labels of one total are not its parts: which of them counts is told from the rows.
      if rowCount > 1, isTotal[Int(kind)] { return nil }
      noteCurrency(&headings[Int(group)], long, &currencies)
      noteAssumption(&headings[Int(group)], isInstant[Int(kind)], &assumed)
      if isPlain { continue }
      let sum = Sum(tally.cells[index], at: index, item, isOfLedger: signs.isLedger)
      let key = CellOfGroup(group: group, item: item.item)
      if let known = places[key] {
        if isTotal[Int(kind)] { return nil }
        sums[known].value += sum.value
        sums[known].decimals = min(sums[known].decimals, sum.decimals)
        sums[known].rowCount += sum.rowCount
        sums[known].isPrinted = sums[known].isPrinted && sum.isPrinted
        continue
      }
      places[key] = sums.count
      sums.append(sum)
    }
    let (fileIndex, column) = (long.ledger.fileIndex, long.ledger.amountField + 1)
    let words = SharedWords(lineItems, Intake.wordSets(&headings))
    let owners = headings.map { Owner(entity: $0.entity, instant: $0.instant.period, stretch: $0.stretch.period, words: $0.words) }
    let signsOfItems = lineItems.map { $0?.sign ?? .natural }
    let count = isPlain ? tally.cells.count : sums.count
    // Totals come behind them.
    return Workers.map(
      count, threadCount: long.ledger.effort.threadCount, grain: 4_096, room: signs.isLedger ? owners.count * 4 : 0, with: { words }
    ) { [sums, owners, kinds] words, index in
      let sum: Sum
      if isPlain {
        guard let item = kinds[Int(tally.cells[index].kind)] else { preconditionFailure("a cell has an item") }
        sum = Sum(tally.cells[index], at: index, item, isOfLedger: signs.isLedger)
      } else {
        sum = sums[index]
      }
      let owner = owners[Int(sum.group)]
      guard let item = kinds[Int(sum.kind)] else { preconditionFailure("a sum has an item") }
      let isSingle = sum.rowCount == 1
      let place = Place(fileIndex: fileIndex, lineNumber: sum.line, columnNumber: column)
      let common =
        isSingle
        ? words.common(of: owner.words, label: long.read.words.label(of: long.read.words.accounts[Int(sum.account)]))
        : words.common(of: owner.words, kind: Int(sum.kind))
      return Fact(
        entity: owner.entity, item: item.item, period: isInstant[Int(sum.kind)] ? owner.instant : owner.stretch,
        value: sum.isPrinted ? Intake.signed(sum.value, sense: .asItem, sign: signsOfItems[Int(sum.kind)]) : sum.value,
        decimals: sum.decimals,
        common: common, provenance: isSingle ? .read(place) : .derived(rule: words.rule(of: sum.rowCount), sources: Places(place)),
        raw: isSingle ? tally.raw(of: tally.cells[sum.cell]).map(Cell.trim) ?? sum.printed.text(minimumPlaces: sum.decimals) : "")
    }
  }

  /// Numbers the sets of words that headings have.
  private static func wordSets(_ headings: inout [Heading]) -> [WordSet] {
    var sets = NumberedSets()
    for index in headings.indices {
      headings[index].words = sets.number(
        of: WordSet(currency: headings[index].currency ?? nil, basis: headings[index].basis, scenario: headings[index].scenario))
    }
    return sets.all
  }

  /// What the figures of many groups have in common.
  private struct WordSet: Hashable {
    let currency: Currency?
    let basis: Basis
    let scenario: String
  }

  /// Sets of words, each once.
  private struct NumberedSets {
    private(set) var all: [WordSet] = []
    private var numbers: [WordSet: Int] = [:]
    private var last: Int?

    mutating func number(of set: WordSet) -> Int {
      // Neighbours mostly have the same.
      if let last, all[last] == set { return last }
      let number = numbers[set] ?? all.count
      if number == all.count {
        numbers[set] = number
        all.append(set)
      }
      last = number
      return number
    }
  }

  /// What figures have in common, made as it is wanted, and anew for some thousand figures each: counting references that all threads share
  /// would keep them waiting.
  private struct SharedWords: Sendable {
    private let lineItems: [LineItem?]
    private let sets: [WordSet]
    private var commons: [Int: Fact.Common] = [:]
    private var lastRule: (rowCount: Int32, rule: Text)?

    init(_ lineItems: [LineItem?], _ sets: [WordSet]) {
      (self.lineItems, self.sets) = (lineItems, sets)
    }

    /// Of the figures of one kind of account.
    mutating func common(of set: Int, kind: Int) -> Fact.Common {
      let number = set * lineItems.count + kind
      if let known = commons[number] { return known }
      let common = common(of: set, label: lineItems[kind]?.english ?? "")
      commons[number] = common
      return common
    }

    func common(of set: Int, label: String) -> Fact.Common {
      Fact.Common(label: label, currency: sets[set].currency, basis: sets[set].basis, scenario: sets[set].scenario)
    }

    mutating func rule(of rowCount: Int32) -> Text {
      if let lastRule, lastRule.rowCount == rowCount { return lastRule.rule }
      let rule: Text = "the sum of \(Int(rowCount)) rows"
      lastRule = (rowCount, rule)
      return rule
    }
  }

  /// What a group's figures need of its heading.
  private struct Owner: Sendable {
    let entity: EntityID
    let instant, stretch: Period
    let words: Int
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
    /// Its first cell.
    let cell: Int
    let printed: Amount

    init(_ cell: Tally.Cell, at index: Int, _ item: LedgerItem, isOfLedger: Bool) {
      let net = Amount(atoms: cell.atoms)
      value = isOfLedger ? item.side?.value(ofNetDebit: net) ?? net : net
      isPrinted = !isOfLedger && item.sense == .asItem
      (decimals, rowCount, group, kind, account) = (cell.decimals, cell.rowCount, cell.group, cell.kind, cell.account)
      (line, self.cell, printed) = (cell.line, index, net)
    }
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

  private func headings(
    _ long: LongLedgerRead, _ periods: LedgerPeriods, _ meanings: LedgerMeanings, _ entityOf: (LedgerPosting.Group) -> EntityID,
    areBalances: Bool
  ) throws(Rejection) -> [Heading]? {
    // What headings are told apart by, as whole numbers: hashing their words took longer than all else here.
    var seen = Set<SIMD4<Int32>>(minimumCapacity: long.groups.count * 2)
    var sets = NumberedSets()
    var headings: [Heading] = []
    headings.reserveCapacity(long.groups.count)
    let currencyOfUnits = long.read.currencyOfUnits
    var known: [LedgerPeriods.Dated: (PeriodResolver.Resolved, PeriodResolver.Resolved)] = [:]
    for group in long.groups {
      let entity = entityOf(group)
      let key = LedgerPeriods.Dated(group, yearEnd: entities[entity].yearEnd)
      if known[key] == nil {
        let resolver = PeriodResolver(yearEnd: key.yearEnd)
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
      let words = sets.number(of: WordSet(currency: currency, basis: heading.basis, scenario: heading.scenario))
      let number = SIMD2(Int32(truncatingIfNeeded: entity.index), Int32(truncatingIfNeeded: words))
      for period in [instant.period, stretch.period] {
        let key = SIMD4(lowHalf: number, highHalf: SIMD2(period.start?.dayNumber ?? .min, period.end.dayNumber))
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
