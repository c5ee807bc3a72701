/// Finds the figures that a person asks about and their ways back to the inputs; where there are none, says what there is.
struct TraceSearch {
  private let groups: [GroupAccounts]
  private let entity: String?
  private let item: String?
  private let period: String?
  private let wish: PeriodWish?

  init(_ groups: [GroupAccounts], entity: String?, item: String?, period: String?) throws(PeriodWish.Doubt) {
    self.groups = groups
    self.entity = entity
    self.item = item
    self.period = period
    if let period { wish = try PeriodWish(period) } else { wish = nil }
  }

  /// The traces of a group, in the order of entities, items and periods; those of its events after them.
  func traces(in accounts: GroupAccounts) -> [Trace] {
    guard let entities = entities(of: accounts) else { return [] }
    let items = self.item.map { TraceSearch.items($0, accounts) }
    var traces: [Trace] = []
    if items?.isEmpty != true {
      let figures = FigureTrace(accounts: accounts)
      let derived = DerivedFigureTrace(accounts: accounts, attributed: AttributedFigure.all(in: accounts))
      let wanted = accounts.facts.enumerated().filter { _, fact in
        entities.contains(fact.entity) && (items?.contains(fact.item) ?? true)
          && isMeant(fact.period, accounts.entities[fact.entity].yearEnd)
      }.sorted { left, right in
        (left.element.entity, left.element.item, left.element.period, left.offset)
          < (right.element.entity, right.element.item, right.element.period, right.offset)
      }
      for (_, fact) in wanted { traces += [figures.trace(fact)] + derived.traces(fact) }
      for entity in entities.sorted() {
        for item in items?.map(Optional.some) ?? [nil] {
          traces += FurtherTrace(accounts, entity).traces(item) { isMeant($0, accounts.entities[entity].yearEnd) }
        }
      }
      let isOfEquity = items?.contains(where: EquityTrace.items(accounts).contains) ?? true
      if isOfEquity {
        traces += EquityTrace(accounts, derived.attributed).traces(of: entities) { isMeant($0, accounts.yearEndOfGroup) }
      }
      if isOfEquity {
        traces += ScheduleTrace(accounts).traces(of: entities) { isMeant($0, accounts.yearEndOfGroup) }
      }
    }
    let column = self.item.map { Folding.kebab($0) }
    guard column == nil || TraceSearch.columns.contains(column ?? "") else { return traces }
    for transaction in accounts.transactions {
      let event = transaction.event
      guard entities.contains(event.entity), wish?.contains(event.date, yearEnd: accounts.entities[event.entity].yearEnd) ?? true else {
        continue
      }
      let isOfTests = column.map(SizeTestTrace.columns.contains) ?? false
      if !isOfTests { traces.append(TransactionTrace(accounts: accounts).trace(transaction, column: column)) }
      if column == nil || isOfTests { traces += SizeTestTrace(accounts: accounts).traces(transaction, column: column) }
    }
    return traces
  }

  /// What is asked for by a column of events rather than a line item.
  private static let columns = TransactionTrace.columns + SizeTestTrace.columns

  private func isMeant(_ period: Period, _ yearEnd: DayOfYear) -> Bool { wish?.matches(period, yearEnd: yearEnd) ?? true }

  /// The entities that are asked about; nil where the group has none of that name.
  private func entities(of accounts: GroupAccounts) -> Set<EntityID>? {
    guard let entity else { return Set(accounts.entities.ids) }
    return TraceSearch.entity(entity, accounts).map { [$0] }
  }

  /// By name, alias, Chinese name or the name of its page.
  private static func entity(_ name: String, _ accounts: GroupAccounts) -> EntityID? {
    if let found = accounts.entities.find(name) { return found }
    let slugs = Slugs(accounts.entities)
    return accounts.entities.ids.first { slugs[$0] == name.lowercased() }
  }

  /// By id or any label that is known for it; none where there is none of that name.
  private static func items(_ name: String, _ accounts: GroupAccounts) -> [ItemID] {
    let catalogue = accounts.catalogue
    for id in [name.lowercased(), Folding.kebab(name)] {
      let found = catalogue.all(id: id)
      if !found.isEmpty { return found }
    }
    return catalogue.find(label: name).map { [$0.item] } ?? []
  }

  // MARK: Nothing found

  /// Why nothing was found, and what there is.
  var whatThereIs: [String] {
    let printer = TextPrinter(.plain)
    let all = groups
    if let entity, all.allSatisfy({ TraceSearch.entity(entity, $0) == nil }) {
      let near = all.compactMap { accounts in TraceSearch.nearest(entity, accounts) }
      var lines = [printer.string("there is no entity \(quoted: entity)")]
      if !near.isEmpty { lines.append("did you mean: " + TraceSearch.list(near)) }
      return lines + ["entities: " + TraceSearch.list(all.flatMap { $0.entities.entities.map(\.name) })]
    }
    if let item, !TraceSearch.columns.contains(Folding.kebab(item)), all.allSatisfy({ TraceSearch.items(item, $0).isEmpty }) {
      let known = TraceSearch.columns.filter {
        EditDistance.of(Array($0.unicodeScalars), Array(Folding.kebab(item).unicodeScalars), atMost: 2) != nil
      }
      let near = known + Glossary.nearest(to: item)
      var lines = [printer.string("there is no line item \(quoted: item)")]
      if !near.isEmpty { lines.append("did you mean: " + TraceSearch.list(near)) }
      return lines + ["items with figures: " + TraceSearch.list(items(periods: false))]
    }
    let asked = [("entity", entity), ("item", item), ("period", period)].compactMap { name, words in
      words.map { printer.string("\(code: name) \(quoted: $0)") }
    }
    var lines = ["there is no figure of " + (asked.isEmpty ? "any entity" : asked.joined(separator: ", "))]
    let here = items(periods: false)
    if here.isEmpty {
      lines.append("items with figures: " + TraceSearch.list(items(periods: false, ofAnyEntity: true)))
    } else {
      lines.append("items with figures: " + TraceSearch.list(here))
      lines.append("dates and periods: " + TraceSearch.list(items(periods: true)))
    }
    return lines
  }

  /// The items that have figures for the entity that is asked about, or the periods of the item that is.
  private func items(periods: Bool, ofAnyEntity: Bool = false) -> [String] {
    var found: Set<String> = []
    var order: [String] = []
    for accounts in groups {
      let wanted = ofAnyEntity ? Set(accounts.entities.ids) : entities(of: accounts) ?? []
      let items = self.item.map { TraceSearch.items($0, accounts) }
      if periods {
        // Those of derived figures among them.
        let asked: [ItemID?] = items?.map(Optional.some) ?? [nil]
        let all = wanted.sorted().flatMap { entity in asked.flatMap { FurtherTrace(accounts, entity).periods($0) } }.map(\.isoText)
        for name in all where found.insert(name).inserted { order.append(name) }
      }
      for fact in accounts.facts.sorted(by: { ($0.item, $0.period) < ($1.item, $1.period) }) where wanted.contains(fact.entity) {
        if periods, let items, !items.contains(fact.item) { continue }
        let name = periods ? fact.period.isoText : accounts.catalogue[fact.item].id
        if found.insert(name).inserted { order.append(name) }
      }
      guard !periods, accounts.transactions.contains(where: { wanted.contains($0.event.entity) }) else { continue }
      for column in TransactionTrace.columns where found.insert(column).inserted { order.append(column) }
    }
    return periods ? order.sorted() : order
  }

  private static func nearest(_ name: String, _ accounts: GroupAccounts) -> String? {
    if let near = EntityNames.nearest(to: name, in: accounts.entities) { return accounts.entities[near].name }
    // Part of a name is a hint too.
    let core = EntityNames.core(name)
    guard core.count >= 2 else { return nil }
    return accounts.entities.entities.first { EntityNames.core($0.name).contains(core) || core.contains(EntityNames.core($0.name)) }?.name
  }

  /// At most forty names, then how many more.
  private static func list(_ names: [String]) -> String {
    let most = 40
    let shown = names.prefix(most).map(Printable.visible).joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
  }
}

/// What is found of the figures that a person asks about.
public enum TraceAnswer: Sendable {
  /// The lines of each figure's way.
  case found([[String]])
  /// Why there is none, and what there is.
  case nothing([String])
  /// What is asked cannot be understood.
  case unclear(String)

  init(_ groups: [GroupAccounts], entity: String?, item: String?, period: String?, inputs: String) {
    do throws(PeriodWish.Doubt) {
      let search = try TraceSearch(groups, entity: entity, item: item, period: period)
      let found = groups.flatMap { accounts in search.traces(in: accounts).map { $0.lines(accounts, prefix: inputs) } }
      self = found.isEmpty ? .nothing(search.whatThereIs) : .found(found)
    } catch {
      let shown = Printable.visible(period ?? "")
      switch error {
      case .unreadable:
        self = .unclear("‘\(shown)’ is no date or period; write it as 2012-09-30, Q3 2012, FY2012 or 30 September 2012")
      case .open(let days):
        self = .unclear("‘\(shown)’ may be \(days.map(Figures.date).joined(separator: " or ")); write it as \(days[0].isoText)")
      }
    }
  }
}
