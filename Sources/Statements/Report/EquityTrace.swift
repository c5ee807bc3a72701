/// From the figures of a stretch to its changes in equity, line by line, and to the roll-forward of non-controlling interests.
struct EquityTrace {
  let accounts: GroupAccounts
  /// By entity, of subsidiaries as attributed and of the group as its accounts give it.
  private let changes: [ChangesInEquity]
  private var figures: FigureTrace { FigureTrace(accounts: accounts) }

  init(_ accounts: GroupAccounts, _ attributed: [AttributedFigure]) {
    self.accounts = accounts
    let byEntity = Dictionary(grouping: attributed, by: \.entity)
    changes =
      byEntity.keys.sorted().flatMap { AttributedChanges.all(of: $0, in: accounts, byEntity[$0] ?? []) }
      + ConsolidatedChanges.all(in: accounts)
  }

  /// The items whose movements these are.
  static func items(_ accounts: GroupAccounts) -> Set<ItemID> {
    [accounts.items.netAssets, accounts.items.ownersEquity, accounts.items.nonControllingInterests]
  }

  /// The ways of the changes in equity of the entities, and of the roll-forward, whose stretch or last day is meant.
  func traces(of entities: Set<EntityID>, _ isMeant: (Period) -> Bool) -> [Trace] {
    func isWanted(_ period: Period) -> Bool { isMeant(period) || isMeant(.asAt(period.end)) }
    let own = changes.filter { entities.contains($0.entity) && isWanted($0.period) }.map(trace)
    guard let parent = accounts.entities.parent else { return own }
    let subsidiaries = changes.filter { $0.entity != parent }
    let all = NCIRollForward.all(subsidiaries, currency: accounts.presentationCurrency).filter { rollForward in
      (entities.contains(parent) || rollForward.rows.contains { entities.contains($0.entity) })
        && Period.from(rollForward.opening.adding(days: 1), to: rollForward.closing).map(isWanted) ?? false
    }
    return own + all.compactMap { trace($0, parent) }
  }

  private func name(_ entity: EntityID) -> Text { "\(quoted: accounts.entities[entity].name)" }

  // MARK: Changes in equity

  private func trace(_ changes: ChangesInEquity) -> Trace {
    let exact = { (value: Amount) in FigureTrace.exact(value, changes.currency) }
    let parts = { (owners: Amount?, nci: Amount?, total: Amount?) -> Text in
      let cell = { (amount: Amount?) -> Text in amount.map(exact) ?? "not given" }
      return "owners \(cell(owners)), non-controlling interests \(cell(nci)), together \(cell(total))"
    }
    var trace = Trace(
      "\(name(changes.entity)), changes in equity, \(changes.period): non-controlling interests \(exact(changes.closing.nci))")
    position("opening", changes.opening, changes, parts, to: &trace)
    for line in changes.lines {
      let label: Text =
        line.isItem
        ? "\(line.label): \(line.total.map(exact) ?? "not given")"
        : "\(line.label): \(parts(line.owners, line.nci, line.total))"
      trace.add(interests(line).map { "\(label), at \($0)" } ?? label, at: line.place)
      if let place = line.place { writeSource(place, to: &trace, depth: 2) }
    }
    let rest = changes.unexplained
    trace.add("closing less opening less all lines, not explained: \(parts(rest.owners, rest.nci, rest.total))")
    position("closing", changes.closing, changes, parts, to: &trace)
    return trace
  }

  /// Equity at one end: the figure that was divided, with its own cells.
  private func position(
    _ which: Text, _ end: ChangesInEquity.Position, _ changes: ChangesInEquity, _ parts: (Amount?, Amount?, Amount?) -> Text,
    to trace: inout Trace
  ) {
    let words: Text = "\(which), \(end.date): \(parts(end.owners, end.nci, end.total))"
    trace.add(
      end.interest.map { "\(words), of which non-controlling interests have \(percent: $0, places: 6)" } ?? words)
    let items = accounts.items
    for item in end.interest == nil ? [items.ownersEquity, items.nonControllingInterests] : [items.netAssets] {
      if let fact = accounts.index.fact(changes.entity, item, .asAt(end.date)) { figures.write(fact, to: &trace, depth: 2) }
    }
  }

  /// `non-controlling interests' interests of 20.00 %, then 36.00 %`; nil where a file gives the parts.
  private func interests(_ line: ChangesInEquity.Line) -> Text? {
    var shown: [Text] = []
    for interest in line.interests.map({ Text.percent($0, places: 6) }) where shown.last != interest { shown.append(interest) }
    guard !shown.isEmpty else { return nil }
    return "non-controlling interests' interest of \(shown.joined(line.kind == .changeOfInterest ? .arrow : .then))"
  }

  private func writeSource(_ place: Place, to trace: inout Trace, depth: Int) {
    if let fact = accounts.facts.first(where: { $0.provenance.place == place }) {
      figures.write(fact, to: &trace, depth: depth)
    } else if let written = accounts.written(at: place) {
      trace.add(FigureTrace.asWritten(written), depth: depth)
    }
  }

  // MARK: Roll-forward

  private func trace(_ rollForward: NCIRollForward, _ parent: EntityID) -> Trace? {
    guard let period = Period.from(rollForward.opening.adding(days: 1), to: rollForward.closing) else { return nil }
    let exact = { (value: Amount) in FigureTrace.exact(value, accounts.presentationCurrency) }
    var trace = Trace(
      "\(name(parent)), roll-forward of non-controlling interests, \(period): \(exact(rollForward.sum(\.closing.nci)))")
    for column in NCIRollForwardSection.columns {
      let sum = rollForward.sum(column.amount)
      guard column.isAlways || rollForward.rows.contains(where: { column.amount($0).sign != 0 }) else { continue }
      trace.add("\(column.heading): \(exact(sum))")
      for row in rollForward.rows where column.amount(row).sign != 0 {
        trace.add("\(name(row.entity)): \(exact(column.amount(row)))", depth: 2)
      }
    }
    for (date, sum) in [
      (rollForward.opening, rollForward.sum(\.opening.nci)), (rollForward.closing, rollForward.sum(\.closing.nci)),
    ] {
      guard let fact = accounts.index.fact(parent, accounts.items.nonControllingInterests, .asAt(date)),
        fact.currency == accounts.presentationCurrency
      else { continue }
      trace.add("in the group's accounts, \(date): \(exact(fact.value)), of which not attributed: \(exact(fact.value - sum))")
      figures.write(fact, to: &trace, depth: 2)
    }
    trace.add("the lines of each subsidiary: its changes in equity, \(period)")
    return trace
  }
}
