/// The group over time: who holds what on each date, from the registers and the completed events, and what that is of the owners.
public struct OwnershipHistory: Sendable {
  let parent: EntityID?
  private let outsiders: Set<EntityID>
  private let holdings: [EntityID: [Holding]]
  private let events: [EntityID: [EquityEvent]]
  /// What each holder ever held directly.
  private let below: [EntityID: Set<EntityID>]

  /// From the registers and the events as read.
  init(entities: EntityTable, holdings: [Holding], events: [EquityEvent]) {
    parent = entities.parent
    outsiders = Set(entities.ids.filter { entities[$0].role == .outside || entities[$0].role == .associate })
    self.holdings = Dictionary(grouping: holdings, by: \.entity)
    self.events = Dictionary(grouping: events.filter { $0.status == .completed }, by: \.entity)
      .mapValues { $0.sorted { ($0.date, $0.place) < ($1.date, $1.place) } }
    var below: [EntityID: Set<EntityID>] = [:]
    for holding in holdings where holding.holder != holding.entity { below[holding.holder, default: []].insert(holding.entity) }
    for event in events { for receiver in event.movements.compactMap(\.to) { below[receiver, default: []].insert(event.entity) } }
    self.below = below
  }

  /// The entities that have a register, in the table's order.
  var registered: [EntityID] { holdings.keys.sorted() }

  /// A moment: the end of a day, or immediately before an event on it.
  enum Moment: Hashable, Sendable {
    case endOf(CalendarDate)
    case before(EquityEvent)

    var date: CalendarDate {
      switch self {
      case .endOf(let date): date
      case .before(let event): event.date
      }
    }
  }

  /// The register of `entity` at a moment, or nil where no register of that day or before is on file.
  func register(of entity: EntityID, at moment: Moment) -> ShareRegister? {
    guard let lines = holdings[entity] else { return nil }
    guard let anchor = anchor(of: entity, lines, at: moment) else { return nil }
    var register = ShareRegister(
      lines: anchor.lines.filter(\.isInIssue).map {
        ShareRegister.Line(
          holder: $0.holder, shares: $0.shares, fraction: $0.fraction, kind: $0.kind, note: $0.note, place: $0.place)
      }, asAt: anchor.date)
    for event in events[entity] ?? [] where happens(event, after: anchor, by: moment, lines: anchor.lines) {
      guard let after = register.after(event, parent: parent) else { return nil }
      register = after
    }
    return register
  }

  /// The register that the one before `date` and the events up to it lead to, to be held against the register of that date.
  func expectedRegister(of entity: EntityID, on date: CalendarDate) -> ShareRegister? {
    let earlier = (holdings[entity] ?? []).filter { $0.date.map { $0 < date } ?? true }
    guard !earlier.isEmpty else { return nil }
    let history = OwnershipHistory(self, holdingsOf: entity, replacedBy: earlier)
    return history.register(of: entity, at: .endOf(date))
  }

  private init(_ other: OwnershipHistory, holdingsOf entity: EntityID, replacedBy lines: [Holding]) {
    parent = other.parent
    outsiders = other.outsiders
    events = other.events
    below = other.below
    var holdings = other.holdings
    holdings[entity] = lines
    self.holdings = holdings
  }

  /// Whether the group lost control of `entity` on or before a moment, or may have: no file says that it kept it with at most one half
  /// of the votes. From then on its figures are no longer the group's to divide.
  func mayHaveLostControl(of entity: EntityID, by moment: Moment) -> Bool {
    (events[entity] ?? []).contains { event in
      switch moment {
      case .endOf(let date): guard event.date <= date else { return false }
      case .before(let later): guard (event.date, event.place) < (later.date, later.place) else { return false }
      }
      if let kept = event.controlAfter { return !kept }
      if event.kind == .lapse { return true }
      guard let register = register(of: entity, at: .before(event))?.after(event, parent: parent) else { return false }
      let outside = register.lines.filter { $0.kind == .equity && outsiders.contains($0.holder) }
      let fractions = outside.compactMap { register.fraction(of: $0) }
      return fractions.count == outside.count && fractions.reduce(Ratio.zero, +) >= .oneHalf
    }
  }

  /// The entities below `entity` that others hold a part of.
  func partlyHeldDescendants(of entity: EntityID, at moment: Moment) -> [EntityID] {
    descendants(of: entity).filter { descendant in
      guard let register = register(of: descendant, at: moment), reaches(descendant, from: entity, at: moment) else { return false }
      return register.lines.contains { line in
        !reaches(line.holder, from: entity, at: moment) && !(register.fraction(of: line)?.isZero ?? false)
      }
    }
  }

  /// Every entity that a chain of holdings ever led to from `entity`, without itself, in the table's order.
  private func descendants(of entity: EntityID) -> [EntityID] {
    var seen: Set<EntityID> = []
    var open = Array(below[entity] ?? [])
    while let next = open.popLast() {
      if next != entity, seen.insert(next).inserted { open += below[next] ?? [] }
    }
    return seen.sorted()
  }

  /// Whether a chain of holdings leads from `top` down to `entity`, or they are one.
  private func reaches(_ entity: EntityID, from top: EntityID, at moment: Moment) -> Bool {
    var seen: Set<EntityID> = []
    var open = [entity]
    while let next = open.popLast() {
      if next == top { return true }
      guard seen.insert(next).inserted else { continue }
      open += register(of: next, at: moment)?.lines.map(\.holder) ?? []
    }
    return false
  }

  private func anchor(of entity: EntityID, _ lines: [Holding], at moment: Moment) -> (date: CalendarDate?, lines: [Holding])? {
    let byDate = Dictionary(grouping: lines, by: \.date)
    var candidates = byDate.keys.compactMap { $0 }.filter { $0 <= moment.date }.sorted()
    if case .before(let event) = moment, event.status == .completed, let last = candidates.last, last == event.date,
      shows(byDate[last] ?? [], event)
    {
      // A register of the event's own day that has the new shares already is the one after it.
      candidates.removeLast()
    }
    if let last = candidates.last { return (last, byDate[last] ?? []) }
    return byDate[nil].map { (nil, $0) }
  }

  /// Whether a register of the event's day is the one after it: it shows what the event brings and not what was there before.
  ///
  /// A line tells where its receiver has exactly the new shares, or stands in a register of percentages, and where its seller has
  /// fewer than are sold. Otherwise the register before it and the event decide, and without one it is the register before.
  private func shows(_ lines: [Holding], _ event: EquityEvent) -> Bool {
    if let before = registerWithout(event, of: lines), let after = before.after(event, parent: parent) {
      let stated = counted(lines)
      if !stated.isEmpty, stated == counted(after) { return true }
      if !stated.isEmpty, stated == counted(before) { return false }
    }
    if let before = registerWithout(event, of: lines), counted(lines).isEmpty, counted(before).isEmpty {
      return fractions(lines) != fractions(before)
    }
    return event.movements.allSatisfy { line in
      switch event.kind {
      case .issue, .exercise, .conversion, .rights, .sale: receives(line.to, line.shares, lines)
      case .purchase, .buyback: line.from.map { hasFewer($0, than: line.shares, lines) } ?? false
      case .lapse: false
      }
    }
  }

  /// The register that stands immediately before an event, from those of earlier days; nil where there is none.
  private func registerWithout(_ event: EquityEvent, of lines: [Holding]) -> ShareRegister? {
    let earlier = (holdings[event.entity] ?? []).filter { $0.date.map { $0 < event.date } ?? true }
    guard !earlier.isEmpty, event.status == .completed else { return nil }
    return OwnershipHistory(self, holdingsOf: event.entity, replacedBy: earlier).register(of: event.entity, at: .before(event))
  }

  private func counted(_ lines: [Holding]) -> [EntityID: Ratio] {
    lines.filter { $0.isInIssue && $0.kind == .equity }.reduce(into: [:]) { sums, line in
      if let shares = line.shares, !shares.isZero { sums[line.holder, default: .zero] += shares }
    }
  }

  private func counted(_ register: ShareRegister) -> [EntityID: Ratio] {
    register.lines.filter { $0.kind == .equity }.reduce(into: [:]) { sums, line in
      if let shares = line.shares, !shares.isZero { sums[line.holder, default: .zero] += shares }
    }
  }

  private func fractions(_ lines: [Holding]) -> [EntityID: Ratio] {
    lines.filter { $0.isInIssue && $0.kind == .equity }.reduce(into: [:]) { $0[$1.holder] = $1.fraction }
  }

  private func fractions(_ register: ShareRegister) -> [EntityID: Ratio] {
    register.lines.filter { $0.kind == .equity }.reduce(into: [:]) { $0[$1.holder] = $1.fraction }
  }

  /// The register of an event's own day that is the one after it; nil where none is on file.
  func statedRegister(after event: EquityEvent) -> ShareRegister? {
    let lines = (holdings[event.entity] ?? []).filter { $0.date == event.date }
    guard !lines.isEmpty, shows(lines, event) else { return nil }
    return register(of: event.entity, at: .endOf(event.date))
  }

  private func receives(_ receiver: EntityID?, _ shares: Ratio?, _ lines: [Holding]) -> Bool {
    guard let receiver, let shares else { return false }
    let held = lines.filter { $0.holder == receiver && $0.kind == .equity }
    guard !held.isEmpty else { return false }
    let counted = held.compactMap(\.shares)
    return counted.isEmpty || counted.reduce(Ratio.zero, +) == shares
  }

  private func hasFewer(_ seller: EntityID, than shares: Ratio?, _ lines: [Holding]) -> Bool {
    guard let shares, lines.contains(where: { $0.shares != nil }) else { return false }
    return lines.filter { $0.holder == seller && $0.kind == .equity }.compactMap(\.shares).reduce(Ratio.zero, +) < shares
  }

  private func happens(_ event: EquityEvent, after anchor: (date: CalendarDate?, lines: [Holding]), by moment: Moment, lines: [Holding])
    -> Bool
  {
    if let date = anchor.date {
      if event.date < date { return false }
      if event.date == date, shows(lines, event) { return false }
    }
    switch moment {
    case .endOf(let date): return event.date <= date
    case .before(let later): return (event.date, event.place) < (later.date, later.place)
    }
  }

  /// The owners' effective interest in `entity` at a moment, by every chain of holdings from the parent.
  ///
  /// - Parameter replacing: a register to take instead of one entity's own, such as the one after an event.
  /// - Returns: nil where no parent or a link of the chain is not known, or where control may have been lost.
  func effectiveInterest(
    in entity: EntityID, at moment: Moment, replacing replacement: (entity: EntityID, register: ShareRegister)? = nil
  ) -> Ratio? {
    guard let parent else { return nil }
    // Every entity above `entity`, each with its register, found without recursion: chains may be long and layers many.
    var registers: [EntityID: ShareRegister] = [:]
    var open = [entity]
    var seen: Set<EntityID> = [entity]
    var order: [EntityID] = []
    while let next = open.popLast() {
      order.append(next)
      if next == parent { continue }
      let register = replacement.flatMap { $0.entity == next ? $0.register : nil } ?? self.register(of: next, at: moment)
      if mayHaveLostControl(of: next, by: moment) { return nil }
      guard let register else {
        // What an outsider holds is not the owners'; a subsidiary without a register is a link that is missing.
        guard outsiders.contains(next) else { return nil }
        continue
      }
      registers[next] = register
      for line in register.lines where seen.insert(line.holder).inserted { open.append(line.holder) }
    }
    return EffectiveInterests(order, registers, parent: parent)[entity]
  }

  /// Every entity through which the owners may hold `entity`, on any date, and it itself.
  func chain(above entity: EntityID) -> Set<EntityID> {
    var seen: Set<EntityID> = [entity]
    var open = [entity]
    while let next = open.popLast() {
      let given = (holdings[next] ?? []).map(\.holder) + (events[next] ?? []).flatMap(\.movements).compactMap(\.to)
      for holder in given where seen.insert(holder).inserted { open.append(holder) }
    }
    return seen
  }

  /// The dates of an entity's registers.
  func registerDates(of entity: EntityID) -> [CalendarDate] { (holdings[entity] ?? []).compactMap(\.date) }
}
