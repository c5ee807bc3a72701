/// An entity's figures of one set of accounts and one scenario: those on file and those that follow from them, line by line.
///
/// What is in another set is never mixed in: a budget, separate accounts, figures as first reported.
struct FigureSet: Sendable {
  let entity: EntityID
  /// The last day of the financial year by which kinds are told.
  let yearEnd: DayOfYear
  /// Whether the year end was told from the stretches of twelve months on file, against what is stated or assumed.
  let yearEndIsInferred: Bool
  /// The lines in the catalogue's order.
  let rows: [Row]

  /// A line: positions and stretches, each by period.
  struct Row: Sendable {
    let item: ItemID
    let positions: [ComparedFigure]
    let stretches: [ComparedFigure]
    /// Where a statement has it, for a line of ledgers alone; nil for one that stands in a statement's own order.
    let order: StatementOrder?
    /// What could be derived only from figures of two bases, and is not.
    let withheld: [WithheldFigure]
    private let byPeriod: [Period: ComparedFigure]
    private let stretchesByEnd: [CalendarDate: [ComparedFigure]]

    init(
      _ item: ItemID, positions: [ComparedFigure], stretches: [ComparedFigure], order: StatementOrder? = nil,
      withheld: [WithheldFigure] = []
    ) {
      self.item = item
      self.order = order
      self.withheld = withheld
      self.positions = positions
      self.stretches = stretches
      byPeriod = Dictionary((positions + stretches).map { ($0.period, $0) }) { first, _ in first }
      stretchesByEnd = Dictionary(grouping: stretches, by: \.period.end)
    }

    /// Every figure, positions first.
    var figures: [ComparedFigure] { positions + stretches }

    /// The figure of a date or stretch.
    func figure(_ period: Period) -> ComparedFigure? { byPeriod[period] }

    /// The figures of stretches that end on a day.
    func stretches(endingOn day: CalendarDate) -> [ComparedFigure] { stretchesByEnd[day] ?? [] }
  }

  /// The last day of its results; nil where it has none.
  let latestResult: CalendarDate?

  /// The set of `series`, the facts of each line by period; the year to date is derived up to `days` too.
  init(_ accounts: GroupAccounts, _ entity: EntityID, _ series: [(item: ItemID, facts: [Fact])], upTo days: [CalendarDate] = []) {
    self.entity = entity
    let stretches = series.flatMap { $0.facts.map(\.period) }.filter { !$0.isInstant }
    let stated = accounts.entities[entity].yearEnd
    let inferred = DayOfYear.yearEnd(of: stretches, stated: stated)
    yearEnd = inferred ?? stated
    yearEndIsInferred = inferred != nil
    let latest = stretches.map(\.end).max()
    latestResult = latest
    let yearEnd = yearEnd
    let totals = series.filter { $0.item == accounts.items.netAssets || $0.item == accounts.items.profitAfterTax }
    let ledgers = accounts.ledgers(of: entity, totals.flatMap(\.facts))
    rows = series.map { item, facts in
      let isOfLedgers = facts.allSatisfy { $0.provenance.place.map { ledgers.contains($0.fileIndex) } ?? false }
      let order = isOfLedgers ? StatementOrder(item, accounts.catalogue) : nil
      let positions = facts.filter(\.period.isInstant).map(ComparedFigure.init)
      let onFile = facts.filter { !$0.period.isInstant }
      guard let latest, accounts.isFlow(item) else {
        return Row(item, positions: positions, stretches: onFile.map(ComparedFigure.init), order: order)
      }
      let derived = DerivedFigures(onFile, yearEnd: yearEnd, latest: latest, upTo: days, accounts.restatements)
      let all = (onFile.map(ComparedFigure.init) + derived.figures).sorted { $0.period < $1.period }
      return Row(item, positions: positions, stretches: all, order: order, withheld: derived.withheld)
    }
  }

  /// The line of an item.
  func row(_ item: ItemID) -> Row? { rows.first { $0.item == item } }
}

extension GroupAccounts {
  /// An entity's files whose lines are accounts: trial balances, and long ledgers of which totals were made.
  fileprivate func ledgers(of entity: EntityID, _ totals: some Sequence<Fact>) -> Set<Int32> {
    let trialBalances = index.summary(of: entity).files.filter { file in
      sources.indices.contains(Int(file)) && sources[Int(file)].form == RegisterForm.trialBalance.rawValue
    }
    return trialBalances.union(totals.lazy.filter(\.isTotalOfAccounts).compactMap { $0.provenance.place?.fileIndex })
  }

  /// The figures of an entity's group accounts that happened.
  func figures(of entity: EntityID) -> FigureSet {
    FigureSet(self, entity, index.items(of: entity).map { ($0, index.series(entity, $0)) })
  }

  /// The sets of figures that stand beside: each scenario of the group accounts, and the separate accounts.
  ///
  /// Of two figures in one place the first in the order of files counts, as in the index.
  /// - Parameter days: up to which the year to date is derived, besides the last day of each set.
  func furtherFigures(of entity: EntityID, upTo days: [CalendarDate]) -> [(basis: Basis, scenario: String, figures: FigureSet)] {
    struct Key: Hashable {
      let isSeparate: Bool
      let scenario: String
    }
    let further = index.besides(entity).filter { $0.scenario != Fact.asReported }
    guard !further.isEmpty else { return [] }
    let sets = Dictionary(grouping: further) { Key(isSeparate: $0.basis.isSeparate, scenario: $0.scenario) }
    return sets.sorted { ($0.key.isSeparate ? 1 : 0, $0.key.scenario) < ($1.key.isSeparate ? 1 : 0, $1.key.scenario) }.map { key, facts in
      var seen: Set<FurtherKey> = []
      let kept = facts.filter { seen.insert(FurtherKey(item: $0.item, period: $0.period)).inserted }
      let series = Dictionary(grouping: kept, by: \.item).sorted { $0.key < $1.key }
        .map { (item: $0.key, facts: $0.value.sorted { $0.period < $1.period }) }
      let basis: Basis = key.isSeparate ? .separate : .unstated
      return (basis, key.scenario, FigureSet(self, entity, series, upTo: days))
    }
  }
}

/// A line and a date or stretch of it.
private struct FurtherKey: Hashable {
  let item: ItemID
  let period: Period
}
