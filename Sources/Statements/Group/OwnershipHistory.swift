/// The group over time: who holds what on each date, from the registers and the completed events, and what that is of the owners.
public struct OwnershipHistory: Sendable {
  let parent: EntityID?
  private let outsiders: Set<EntityID>
  private let timelines: [EntityID: RegisterTimeline]
  /// The day and place of the first event by which control of an entity was lost, or may have been.
  private var lost: [EntityID: (date: CalendarDate, place: Place)] = [:]
  /// What each holder ever held directly.
  private let below: [EntityID: Set<EntityID>]
  /// Who ever held each entity directly.
  private let above: [EntityID: Set<EntityID>]

  /// From the registers and the events as read.
  init(entities: EntityTable, holdings: [Holding], events: [EquityEvent]) {
    let parent = entities.parent
    self.parent = parent
    outsiders = Set(entities.ids.filter { entities[$0].role == .outside || entities[$0].role == .associate })
    let completed = Dictionary(grouping: events.filter { $0.status == .completed }, by: \.entity)
      .mapValues { $0.sorted { ($0.date, $0.place) < ($1.date, $1.place) } }
    let registers = Dictionary(grouping: holdings, by: \.entity)
    timelines = Dictionary(
      uniqueKeysWithValues: registers.map { ($0.key, RegisterTimeline($0.value, completed[$0.key] ?? [], parent: parent)) })
    var below: [EntityID: Set<EntityID>] = [:]
    var above: [EntityID: Set<EntityID>] = [:]
    for holding in holdings where holding.holder != holding.entity {
      below[holding.holder, default: []].insert(holding.entity)
      above[holding.entity, default: []].insert(holding.holder)
    }
    for event in events {
      for receiver in event.movements.compactMap(\.to) {
        below[receiver, default: []].insert(event.entity)
        if event.status == .completed { above[event.entity, default: []].insert(receiver) }
      }
    }
    self.below = below
    self.above = above
    for (entity, events) in completed {
      lost[entity] = events.first { mayLoseControl($0) }.map { ($0.date, $0.place) }
    }
  }

  /// The entities that have a register, in the table's order.
  var registered: [EntityID] { timelines.keys.sorted() }

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
  func register(of entity: EntityID, at moment: Moment) -> ShareRegister? { timelines[entity]?.register(at: moment) }

  /// The register that the one before `date` and the events up to it lead to, to be held against the register of that date.
  func expectedRegister(of entity: EntityID, on date: CalendarDate) -> ShareRegister? { timelines[entity]?.expectedRegister(on: date) }

  /// The register after a completed event, by its shares or as a register on file states it; nil where neither tells.
  func register(after event: EquityEvent) -> ShareRegister? { timelines[event.entity]?.register(after: event) }

  /// The dates of an entity's registers.
  func registerDates(of entity: EntityID) -> [CalendarDate] { timelines[entity]?.dates ?? [] }

  /// Whether the group lost control of `entity` on or before a moment, or may have: no file says that it kept it with at most one half
  /// of the votes. From then on its figures are no longer the group's to divide.
  func mayHaveLostControl(of entity: EntityID, by moment: Moment) -> Bool {
    guard let lost = lost[entity] else { return false }
    switch moment {
    case .endOf(let date): return lost.date <= date
    case .before(let later): return (lost.date, lost.place) < (later.date, later.place)
    }
  }

  private func mayLoseControl(_ event: EquityEvent) -> Bool {
    if let kept = event.controlAfter { return !kept }
    if event.kind == .lapse { return true }
    guard let register = register(after: event) else { return false }
    let outside = register.lines.filter { $0.kind == .equity && outsiders.contains($0.holder) }
    let fractions = outside.compactMap { register.fraction(of: $0) }
    return fractions.count == outside.count && fractions.reduce(Ratio.zero, +) >= .oneHalf
  }

  /// The entities below `entity` that others hold a part of, by what they are entitled to: nominees of a company that is held by
  /// contract have none. Those of which control was lost are no longer below it.
  func partlyHeldDescendants(of entity: EntityID, at moment: Moment) -> [EntityID] {
    guard below[entity] != nil else { return [] }
    return descendants(of: entity).filter { descendant in
      guard !mayHaveLostControl(of: descendant, by: moment), reaches(descendant, from: entity, at: moment) else { return false }
      if let interest = interest(of: entity, in: descendant, at: moment) { return interest != .one }
      // Where a fraction is not known, such as that of contracts, who holds tells.
      return register(of: descendant, at: moment)?.lines.contains { line in
        !reaches(line.holder, from: entity, at: moment) && !(register(of: descendant, at: moment)?.fraction(of: line)?.isZero ?? false)
      } ?? false
    }
  }

  /// What each holder ever held directly, in the table's order.
  var everHeld: [EntityID: [EntityID]] { below.mapValues { $0.sorted() } }

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
      guard seen.insert(next).inserted, let register = register(of: next, at: moment) else { continue }
      open += register.lines.filter { !(register.fraction(of: $0)?.isZero ?? false) }.map(\.holder)
    }
    return false
  }

  /// The interest of one entity in another below it; who stands beside or above it counts as an outsider.
  private func interest(of top: EntityID, in entity: EntityID, at moment: Moment) -> Ratio? {
    var registers: [EntityID: ShareRegister] = [:]
    var open = [entity]
    var seen: Set<EntityID> = [entity]
    var order: [EntityID] = []
    while let next = open.popLast() {
      order.append(next)
      guard next != top, next != parent, let register = register(of: next, at: moment) else { continue }
      registers[next] = register
      for line in register.lines where seen.insert(line.holder).inserted { open.append(line.holder) }
    }
    return EffectiveInterests(order, registers, parent: top)[entity]
  }

  /// The owners' effective interest in `entity` at a moment, by every chain of holdings from the parent.
  ///
  /// - Parameter replacing: a register to take instead of one entity's own, such as the one after an event.
  /// - Returns: nil where no parent or a link of the chain is not known, or where control may have been lost.
  func effectiveInterest(
    in entity: EntityID, at moment: Moment, replacing replacement: (entity: EntityID, register: ShareRegister)? = nil
  ) -> Ratio? {
    guard let parent else { return nil }
    if entity == parent { return .one }
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
      for holder in above[next] ?? [] where seen.insert(holder).inserted { open.append(holder) }
    }
    return seen
  }
}
