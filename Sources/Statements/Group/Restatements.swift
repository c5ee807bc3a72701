/// On what basis figures stand together that are added or taken from each other: all as restated, or all as first reported.
///
/// A quarter that was restated taken off a half year that was not leaves neither the one quarter nor the other. A figure that nobody
/// restated is on the restated basis where a file gives it beside the restated figure, where a later statement than the one with the
/// restatement gave it first, or where it is of a later financial year; else it is as first reported. A figure that the restatement left
/// as it was is on both bases. Tables, the bridge of net assets, the parts of a result and traces all go by this.
///
/// Cites: IAS 8.42, IAS 1.41.
struct Restatements: Sendable {
  private struct Key: Hashable {
    let entity: EntityID
    let item: ItemID
    let period: Period
  }

  private struct EntityInFile: Hashable {
    let entity: EntityID
    let file: Int32
  }

  private let index: FactIndex
  private let restatedPlaces: Set<Place>
  /// Whether nothing was restated, which is so of most groups.
  let isNone: Bool
  /// The cells that give a figure again, and those that gave it before it was restated; by what they are of.
  private var further: [Key: [Fact]] = [:]
  /// The last day of which a file has figures of an entity.
  private var lastDays: [EntityInFile: CalendarDate] = [:]

  init(_ facts: [Fact], _ index: FactIndex, restated: Set<Place>) {
    self.index = index
    restatedPlaces = restated
    isNone = restated.isEmpty && !facts.indices.contains { !facts[$0].isActual && facts[$0].scenario == Fact.asReported }
    guard !isNone else { return }
    for (_, other) in index.duplicates { further[Restatements.key(other), default: []].append(other) }
    for fact in facts {
      if fact.scenario == Fact.asReported, !fact.basis.isSeparate { further[Restatements.key(fact), default: []].append(fact) }
      guard let file = fact.provenance.place?.fileIndex, fact.isActual else { continue }
      let place = EntityInFile(entity: fact.entity, file: file)
      lastDays[place] = max(lastDays[place] ?? fact.period.end, fact.period.end)
    }
  }

  /// How figures stand together.
  enum Common {
    /// As they are: none was restated.
    case onFile
    /// As restated.
    case restated
    /// As first reported: each figure as it was then, in the order given.
    case firstReported([Fact])
    /// Neither way: a figure that was restated and one that was not.
    case mixed(restated: Fact, other: Fact)
  }

  /// The basis that figures of one entity have in common: the restated one where there is one, else that of first reports.
  func common(_ facts: [Fact], yearEnd: @autoclosure () -> DayOfYear) -> Common {
    guard !isNone else { return .onFile }
    let restated = facts.filter(isChanged)
    let first = facts.filter { $0.scenario == Fact.asReported }
    let moved = restated + first.compactMap { index.fact($0.entity, $0.item, $0.period) }
    guard let one = restated.first ?? first.first else { return .onFile }
    let others = facts.filter { !restated.contains($0) && !first.contains($0) && !isOnBoth($0) }
    let days = yearEnd()
    let isRestatedToo = { (fact: Fact) in moved.allSatisfy { isOnBasis(of: $0, fact, days) } }
    if first.isEmpty, others.allSatisfy(isRestatedToo) { return .restated }
    let before = facts.compactMap { restated.contains($0) ? original($0) : $0 }
    if before.count == facts.count, others.allSatisfy({ isFirstReported($0, isRestatedToo: isRestatedToo($0), moved) }) {
      return .firstReported(before)
    }
    let other = others.first { !isRestatedToo($0) } ?? first.first { $0 != one } ?? others.first ?? one
    return .mixed(restated: restated.first ?? other, other: restated.isEmpty ? one : other)
  }

  /// Whether a figure is said to be restated, or one that it replaces is on file.
  func isRestated(_ fact: Fact) -> Bool {
    guard !isNone, fact.isActual else { return false }
    if !restatedPlaces.isEmpty, let place = fact.provenance.place, restatedPlaces.contains(place) { return true }
    return original(fact) != nil
  }

  /// Whether a restatement changed a figure, as far as is on file.
  func isChanged(_ fact: Fact) -> Bool { isRestated(fact) && !isOnBoth(fact) }

  /// The figure as it was before it was restated; nil where none is on file.
  func original(_ fact: Fact) -> Fact? {
    fact.basis.isSeparate ? nil : index.original(fact.entity, fact.item, fact.period)
  }

  private func isOnBoth(_ fact: Fact) -> Bool {
    isRestated(fact) && original(fact).map { $0.value == fact.value && $0.currency == fact.currency } ?? false
  }

  private static func key(_ fact: Fact) -> Key { Key(entity: fact.entity, item: fact.item, period: fact.period) }

  // MARK: Of figures that were not restated

  /// Whether a figure that was not restated is on the basis of one that was.
  private func isOnBasis(of restated: Fact, _ fact: Fact, _ yearEnd: DayOfYear) -> Bool {
    let withIt = files(giving: restated)
    if !withIt.isDisjoint(with: files(giving: fact)) { return true }
    if yearEnd.yearStart(of: fact.period.end) > yearEnd.yearStart(of: restated.period.end) { return true }
    let statements = withIt.compactMap { lastDays[EntityInFile(entity: restated.entity, file: $0)] }
    // A statement of the restated period itself, issued again, does not say when that was.
    guard let first = statements.min(), first > restated.period.end else { return false }
    return fact.period.end > first
  }

  /// Whether a figure stands as it was before others were restated: no restated basis is its own, or a file gives it beside those too.
  private func isFirstReported(_ fact: Fact, isRestatedToo: Bool, _ moved: [Fact]) -> Bool {
    guard isRestatedToo else { return true }
    return moved.allSatisfy { restated in
      original(restated).map { !files(giving: $0).isDisjoint(with: files(giving: fact)) } ?? false
    }
  }

  /// The files that give a figure with the same amount.
  private func files(giving fact: Fact) -> Set<Int32> {
    let others = fact.basis.isSeparate ? [] : further[Restatements.key(fact)] ?? []
    let same = others.filter { $0.value == fact.value && $0.currency == fact.currency }
    return Set(([fact] + same).compactMap { $0.provenance.place?.fileIndex })
  }
}

/// A figure that is not derived, since its parts are of two bases.
struct WithheldFigure: Hashable, Sendable {
  let period: Period
  /// A part that was restated, and one that was not.
  let restated, other: Period
}
