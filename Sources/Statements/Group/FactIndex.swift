/// A group's facts, found by entity, item and period.
///
/// It holds the figures that happened, of group accounts: those of a separate basis and of budgets stay out. Where two files give
/// one figure, the first in the order of paths is the one that counts, and `duplicate-fact` says what the other holds.
public struct FactIndex: Sendable {
  private struct PeriodKey: Hashable {
    let entity: EntityID
    let item: ItemID
    let period: Period
  }

  /// What each entity has figures of, by the entity's number: checks ask so often that hashing took a tenth of their time.
  private var lines: [Lines] = []
  /// The figures that stay out: of budgets, of separate accounts, and as they were before they were restated.
  private var besides: [EntityID: [Fact]] = [:]
  private var originals: [PeriodKey: Fact] = [:]
  private var summaries: [EntityID: Summary] = [:]
  /// How many figures each file gave, by its index.
  private(set) var figureCounts: [Int32: Int] = [:]
  /// Every further fact for a place that is taken, with the one that took it.
  private(set) var duplicates: [(kept: Fact, other: Fact)] = []

  /// The items of one entity in the catalogue's order, and the figures of each by period.
  private struct Lines: Sendable {
    var items: [ItemID] = []
    var series: [[Fact]] = []

    /// Where an item stands, or would stand.
    func index(of item: ItemID) -> Int {
      var (low, high) = (0, items.count)
      while low < high {
        let middle = (low + high) / 2
        if items[middle] < item { low = middle + 1 } else { high = middle }
      }
      return low
    }

    /// Where an item stands; nil where it has no figures.
    func place(of item: ItemID) -> Int? {
      let index = index(of: item)
      return index < items.count && items[index] == item ? index : nil
    }
  }

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
    // Counted first, so that each series has the memory that it needs at once.
    let counted = facts.indices.filter { facts[$0].scenario == Fact.actual && !facts[$0].basis.isSeparate }
    var counts: [[Int]] = []
    for index in counted { count(facts[index].entity.index, facts[index].item, &counts) }
    for index in counted { add(facts[index], counts) }
    settleOriginals()
  }

  /// Of several cells without the word `restated` one may only repeat the restated figure: the one before it is the one that differs.
  private mutating func settleOriginals() {
    guard !originals.isEmpty else { return }
    for before in besides.values.joined() where before.scenario == Fact.asReported && !before.basis.isSeparate {
      let key = PeriodKey(entity: before.entity, item: before.item, period: before.period)
      guard let known = originals[key], let now = fact(before.entity, before.item, before.period), known.value == now.value,
        before.value != now.value
      else { continue }
      originals[key] = before
    }
  }

  /// Counts a figure of an item, by the entity's number and the item's place among its items.
  private mutating func count(_ entity: Int, _ item: ItemID, _ counts: inout [[Int]]) {
    while lines.count <= entity {
      lines.append(Lines())
      counts.append([])
    }
    let place = lines[entity].index(of: item)
    if place < lines[entity].items.count, lines[entity].items[place] == item {
      counts[entity][place] += 1
      return
    }
    lines[entity].items.insert(item, at: place)
    lines[entity].series.insert([], at: place)
    counts[entity].insert(1, at: place)
  }

  private mutating func add(_ fact: Fact, _ counts: [[Int]]) {
    let entity = fact.entity.index
    let place = lines[entity].index(of: fact.item)
    if lines[entity].series[place].isEmpty { lines[entity].series[place].reserveCapacity(counts[entity][place]) }
    if let duplicate = FactIndex.add(fact, to: &lines[entity].series[place]) { duplicates.append(duplicate) }
  }

  /// Adds a figure to a series, behind those of earlier periods: most come in that order.
  ///
  /// - Returns: the two figures where the period is taken.
  private static func add(_ fact: Fact, to series: inout [Fact]) -> (kept: Fact, other: Fact)? {
    if let last = series.last, last.period < fact.period {
      series.append(fact)
      return nil
    }
    let index = FactIndex.index(of: fact.period, in: series)
    if index < series.count, series[index].period == fact.period { return (series[index], fact) }
    series.insert(fact, at: index)
    return nil
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
    guard lines.indices.contains(entity.index), let place = lines[entity.index].place(of: item) else { return [] }
    return lines[entity.index].series[place]
  }

  /// The figure of an item for one date or period.
  public func fact(_ entity: EntityID, _ item: ItemID, _ period: Period) -> Fact? {
    let series = series(entity, item)
    let index = FactIndex.index(of: period, in: series)
    guard index < series.count, series[index].period == period else { return nil }
    return series[index]
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
    lines.indices.contains(entity.index) ? lines[entity.index].items : []
  }
}
