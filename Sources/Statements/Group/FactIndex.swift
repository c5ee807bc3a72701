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

  /// By entity and item, as an index into `series`.
  private var places: [Key: Int32] = [:]
  /// The figures of one item of one entity each, by period.
  private var series: [[Fact]] = []
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
    summarise(facts)
    for fact in facts where fact.scenario != Fact.actual || fact.basis.isSeparate {
      besides[fact.entity, default: []].append(fact)
      guard fact.scenario == Fact.asReported, !fact.basis.isSeparate else { continue }
      let key = PeriodKey(entity: fact.entity, item: fact.item, period: fact.period)
      if originals[key] == nil { originals[key] = fact }
    }
    for fact in facts where fact.scenario == Fact.actual && !fact.basis.isSeparate {
      let key = Key(entity: fact.entity, item: fact.item)
      guard let place = places[key] else {
        places[key] = Int32(truncatingIfNeeded: series.count)
        itemsByEntity[fact.entity, default: []].append(fact.item)
        series.append([fact])
        continue
      }
      add(fact, to: Int(place))
    }
    for entity in itemsByEntity.keys { itemsByEntity[entity]?.sort() }
  }

  /// Adds a figure to a series, behind those of earlier periods: most come in that order.
  private mutating func add(_ fact: Fact, to place: Int) {
    if let last = series[place].last, last.period < fact.period {
      series[place].append(fact)
      return
    }
    let index = FactIndex.index(of: fact.period, in: series[place])
    if index < series[place].count, series[place][index].period == fact.period {
      duplicates.append((series[place][index], fact))
    } else {
      series[place].insert(fact, at: index)
    }
  }

  /// Gathers what the figures of each entity have in common; neighbours mostly have all of it.
  private mutating func summarise(_ facts: [Fact]) {
    var run: (entity: EntityID, currency: Currency?, file: Int32?, count: Int)?
    for fact in facts {
      let file = fact.provenance.place?.fileIndex
      if let known = run, known.entity == fact.entity, known.file == file, known.currency == fact.currency {
        run?.count += 1
        continue
      }
      if let known = run { note(known.entity, known.currency, known.file, known.count) }
      run = (fact.entity, fact.currency, file, 1)
    }
    if let known = run { note(known.entity, known.currency, known.file, known.count) }
  }

  private mutating func note(_ entity: EntityID, _ currency: Currency?, _ file: Int32?, _ count: Int) {
    if let currency { summaries[entity, default: Summary()].currencies.insert(currency) }
    guard let file else { return }
    summaries[entity, default: Summary()].files.insert(file)
    figureCounts[file, default: 0] += count
  }

  /// Where a period stands in a series, or would stand.
  private static func index(of period: Period, in series: [Fact]) -> Int {
    var (low, high) = (0, series.count)
    while low < high {
      let middle = (low + high) / 2
      if series[middle].period < period { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// All figures of an item, by period.
  public func series(_ entity: EntityID, _ item: ItemID) -> [Fact] {
    places[Key(entity: entity, item: item)].map { series[Int($0)] } ?? []
  }

  /// The figure of an item for one date or period.
  public func fact(_ entity: EntityID, _ item: ItemID, _ period: Period) -> Fact? {
    guard let place = places[Key(entity: entity, item: item)] else { return nil }
    let index = FactIndex.index(of: period, in: series[Int(place)])
    guard index < series[Int(place)].count, series[Int(place)][index].period == period else { return nil }
    return series[Int(place)][index]
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
