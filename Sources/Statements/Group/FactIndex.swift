/// A group's facts, found by entity, item and period.
///
/// It holds the figures that happened, of group accounts: those of a separate basis and of budgets stay out. Where two files give
/// one figure, the first in the order of paths is the one that counts, and `duplicate-fact` says what the other holds.
public struct FactIndex: Sendable {
  private struct Key: Hashable {
    let entity: EntityID
    let item: ItemID
  }

  private struct PeriodKey: Hashable {
    let entity: EntityID
    let item: ItemID
    let period: Period
  }

  private var byKey: [Key: [Fact]] = [:]
  private var byPeriod: [PeriodKey: Fact] = [:]
  private var itemsByEntity: [EntityID: [ItemID]] = [:]
  /// The figures that stay out: of budgets, of separate accounts, and as they were before they were restated.
  private var besides: [EntityID: [Fact]] = [:]
  private var originals: [PeriodKey: Fact] = [:]
  private var summaries: [EntityID: Summary] = [:]
  /// How many figures each file gave, by its index.
  private(set) var figureCounts: [Int32: Int] = [:]
  /// Every further fact for a place that is taken, with the one that took it.
  private(set) var duplicates: [(kept: Fact, other: Fact)] = []

  /// What all figures of an entity have in common, those of every basis and scenario.
  struct Summary: Sendable {
    /// The currencies that they are in.
    var currencies: Set<Currency> = []
    /// The files that they stand in, by index.
    var files: Set<Int32> = []
  }

  /// An index over `facts`, which are in the order of files and places.
  init(_ facts: [Fact]) {
    for fact in facts {
      if let currency = fact.currency { summaries[fact.entity, default: Summary()].currencies.insert(currency) }
      if let file = fact.provenance.place?.fileIndex {
        summaries[fact.entity, default: Summary()].files.insert(file)
        figureCounts[file, default: 0] += 1
      }
    }
    for fact in facts where fact.scenario != Fact.actual || fact.basis.isSeparate {
      besides[fact.entity, default: []].append(fact)
      guard fact.scenario == Fact.asReported, !fact.basis.isSeparate else { continue }
      let key = PeriodKey(entity: fact.entity, item: fact.item, period: fact.period)
      if originals[key] == nil { originals[key] = fact }
    }
    for fact in facts where fact.scenario == Fact.actual && !fact.basis.isSeparate {
      let key = Key(entity: fact.entity, item: fact.item)
      let periodKey = PeriodKey(entity: fact.entity, item: fact.item, period: fact.period)
      if let kept = byPeriod[periodKey] {
        duplicates.append((kept, fact))
      } else {
        byPeriod[periodKey] = fact
        byKey[key, default: []].append(fact)
      }
    }
    for key in byKey.keys {
      byKey[key]?.sort { $0.period < $1.period }
      itemsByEntity[key.entity, default: []].append(key.item)
    }
    for entity in itemsByEntity.keys { itemsByEntity[entity]?.sort() }
  }

  /// All figures of an item, by period.
  public func series(_ entity: EntityID, _ item: ItemID) -> [Fact] {
    byKey[Key(entity: entity, item: item)] ?? []
  }

  /// The figure of an item for one date or period.
  public func fact(_ entity: EntityID, _ item: ItemID, _ period: Period) -> Fact? {
    byPeriod[PeriodKey(entity: entity, item: item, period: period)]
  }

  /// The figure of group accounts as it was before it was restated; nil where none is on file.
  func original(_ entity: EntityID, _ item: ItemID, _ period: Period) -> Fact? {
    originals[PeriodKey(entity: entity, item: item, period: period)]
  }

  /// An entity's figures that stay out of the index, in the order of files and places.
  func besides(_ entity: EntityID) -> [Fact] { besides[entity] ?? [] }

  /// What all figures of an entity have in common.
  func summary(of entity: EntityID) -> Summary {
    summaries[entity] ?? Summary()
  }

  /// The items of which an entity has figures, in the catalogue's order.
  public func items(of entity: EntityID) -> [ItemID] {
    itemsByEntity[entity] ?? []
  }
}
