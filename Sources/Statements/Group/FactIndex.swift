import DelimitedText

/// A group's facts, found by entity, item and period.
///
/// It holds the figures that happened, of group accounts: those of budgets stay out, and those of a separate basis, but for an entity other
/// than the parent that has no others. Where two files give one figure, the first in the order of paths is the one that counts, and
/// `duplicate-fact` says what the other holds; of two columns of one file in two currencies it is that in the entity's own.
public struct FactIndex: Sendable {
  private struct PeriodKey: Hashable {
    let entity: EntityID
    let item: ItemID
    let period: Period
  }

  /// What each entity has, by its number: checks ask so often that hashing took a tenth of their time.
  private var lines: [Lines] = []
  private var originals: [PeriodKey: Fact] = [:]
  /// How many figures each file gave, by its index.
  private(set) var figureCounts: [Int32: Int] = [:]
  /// Every further fact for a place that is taken, with the one that took it.
  private(set) var duplicates: [(kept: Fact, other: Fact)] = []

  /// What all figures of an entity have in common, those of every basis and scenario.
  struct Summary: Sendable {
    /// The currencies that they are in.
    var currencies: Set<Currency> = []
    /// Those of the figures that count, where any does.
    var counted: Set<Currency> = []
    /// The files that they stand in, by index.
    var files: Set<Int32> = []
  }

  /// An index over `facts`, which are in the order of files and places; entity by entity, on several cores.
  init(_ facts: [Fact], _ entities: EntityTable) {
    // The figures' numbers, by entity and then in their own order.
    var ends: [Int] = []
    // By index: a copy of a figure counts references.
    for number in facts.indices {
      let entity = facts[number].entity.index
      while ends.count <= entity { ends.append(0) }
      ends[entity] += 1
    }
    for entity in ends.indices.dropFirst() { ends[entity] += ends[entity - 1] }
    var numbers = [Int](repeating: 0, count: facts.count)
    var next = [0] + ends.dropLast()
    for number in facts.indices {
      let entity = facts[number].entity.index
      numbers[next[entity]] = number
      next[entity] += 1
    }
    let found = Workers.map(ends.count, grain: 8) { [numbers, ends] entity in
      let own = numbers[(entity == 0 ? 0 : ends[entity - 1])..<ends[entity]]
      return Lines(facts, own, entities[EntityID(index: entity)])
    }
    lines = found
    for line in found {
      for (file, count) in line.figureCounts { figureCounts[file, default: 0] += count }
    }
    duplicates = found.flatMap(\.duplicates).sorted { $0.number < $1.number }.map { ($0.kept, facts[$0.number]) }
    for fact in found.lazy.flatMap(\.besides) where fact.scenario == Fact.asReported && !fact.basis.isSeparate {
      let key = PeriodKey(entity: fact.entity, item: fact.item, period: fact.period)
      if originals[key] == nil { originals[key] = fact }
    }
    settleOriginals()
  }

  /// Of several cells without the word `restated` one may only repeat the restated figure: the one before it is the one that differs.
  private mutating func settleOriginals() {
    guard !originals.isEmpty else { return }
    for before in lines.lazy.flatMap(\.besides) where before.scenario == Fact.asReported && !before.basis.isSeparate {
      let key = PeriodKey(entity: before.entity, item: before.item, period: before.period)
      guard let known = originals[key], let now = fact(before.entity, before.item, before.period), known.value == now.value,
        before.value != now.value
      else { continue }
      originals[key] = before
    }
  }

  /// The figures of one entity.
  private struct Lines: Sendable {
    /// The items that it has figures of, in the catalogue's order.
    private(set) var items: [ItemID] = []
    /// The figures of each, by period.
    private(set) var series: [[Fact]] = []
    /// The figures that stay out: of budgets, of separate accounts, and as they were before they were restated.
    private(set) var besides: [Fact] = []
    private(set) var summary = Summary()
    private(set) var figureCounts: [Int32: Int] = [:]
    /// Every further fact for a place that is taken, by its number, with the one that took it.
    private(set) var duplicates: [(number: Int, kept: Fact)] = []

    /// - Parameter numbers: which of the facts are those of the entity.
    init(_ facts: [Fact], _ numbers: ArraySlice<Int>, _ entity: Entity) {
      summarise(facts, numbers)
      let hasOthers = entity.role == .parent || numbers.contains { facts[$0].isActual && !facts[$0].basis.isSeparate }
      func isCounted(_ fact: borrowing Fact) -> Bool { fact.isActual && !(hasOthers && fact.basis.isSeparate) }
      // Counted first, so that each series has the memory that it needs at once.
      var counts: [Int] = []
      for number in numbers {
        guard isCounted(facts[number]) else {
          besides.append(facts[number])
          continue
        }
        let item = facts[number].item
        let place = index(of: item)
        if place < items.count, items[place] == item {
          counts[place] += 1
          continue
        }
        items.insert(item, at: place)
        counts.insert(1, at: place)
      }
      series = counts.map { count in
        var figures: [Fact] = []
        figures.reserveCapacity(count)
        return figures
      }
      let ordered =
        summary.currencies.count > 1 ? Lines.ownCurrencyFirst(facts, numbers.filter { isCounted(facts[$0]) }, entity)[...] : numbers
      for number in ordered where isCounted(facts[number]) {
        let place = index(of: facts[number].item)
        if let kept = Lines.add(facts[number], to: &series[place]) { duplicates.append((number, kept)) }
      }
      summary.counted = summary.currencies.count > 1 ? Set(series.joined().compactMap(\.currency)) : []
      if summary.counted.isEmpty { summary.counted = summary.currencies }
    }

    /// The figures of each file in the entity's own currency before those in others: its functional currency, else that of most figures.
    private static func ownCurrencyFirst(_ facts: [Fact], _ numbers: [Int], _ entity: Entity) -> [Int] {
      var counts: [(currency: Currency, count: Int)] = []
      for number in numbers {
        guard let currency = facts[number].currency else { continue }
        if let known = counts.firstIndex(where: { $0.currency == currency }) {
          counts[known].count += 1
        } else {
          counts.append((currency, 1))
        }
      }
      let functional = counts.first { $0.currency == entity.functionalCurrency }
      guard let own = functional ?? counts.max(by: { $0.count < $1.count }) else { return numbers }
      var ordered: [Int] = []
      var rest = numbers[...]
      while let first = rest.first {
        let file = facts[first].provenance.place?.fileIndex
        let ofFile = rest.prefix { facts[$0].provenance.place?.fileIndex == file }
        let isOther = { (number: Int) in facts[number].currency.map { $0 != own.currency } ?? false }
        ordered += ofFile.filter { !isOther($0) } + ofFile.filter(isOther)
        rest = rest.dropFirst(ofFile.count)
      }
      return ordered
    }

    /// Where an item stands, or would stand.
    private func index(of item: ItemID) -> Int {
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

    /// Adds a figure to a series, behind those of earlier periods: most come in that order.
    ///
    /// - Returns: the figure that has its period, where one has.
    private static func add(_ fact: Fact, to series: inout [Fact]) -> Fact? {
      if let last = series.last, last.period < fact.period {
        series.append(fact)
        return nil
      }
      let index = FactIndex.index(of: fact.period, in: series)
      if index < series.count, series[index].period == fact.period { return series[index] }
      series.insert(fact, at: index)
      return nil
    }

    /// Gathers what the figures have in common; neighbours mostly have all of it.
    private mutating func summarise(_ facts: [Fact], _ numbers: ArraySlice<Int>) {
      var run: (currency: Currency?, file: Int32?, count: Int)?
      for number in numbers {
        let (currency, file) = (facts[number].currency, facts[number].provenance.place?.fileIndex)
        if let known = run, known.file == file, known.currency == currency {
          run?.count += 1
          continue
        }
        if let known = run { note(known.currency, known.file, known.count) }
        run = (currency, file, 1)
      }
      if let known = run { note(known.currency, known.file, known.count) }
    }

    private mutating func note(_ currency: Currency?, _ file: Int32?, _ count: Int) {
      if let currency { summary.currencies.insert(currency) }
      guard let file else { return }
      summary.files.insert(file)
      figureCounts[file, default: 0] += count
    }
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
    FactIndex.fact(period, in: series(entity, item))
  }

  /// The figure of one date or period in a series.
  static func fact(_ period: Period, in series: [Fact]) -> Fact? {
    let index = index(of: period, in: series)
    guard index < series.count, series[index].period == period else { return nil }
    return series[index]
  }

  /// The figures of a series that end on a day.
  static func ending(on day: CalendarDate, in series: [Fact]) -> ArraySlice<Fact> {
    let first = index(of: .asAt(day), in: series)
    return series[first...].prefix { $0.period.end == day }
  }

  /// The figure of group accounts as it was before it was restated; nil where none is on file.
  func original(_ entity: EntityID, _ item: ItemID, _ period: Period) -> Fact? {
    originals[PeriodKey(entity: entity, item: item, period: period)]
  }

  /// An entity's figures that stay out of the index, in the order of files and places.
  func besides(_ entity: EntityID) -> [Fact] { lines.indices.contains(entity.index) ? lines[entity.index].besides : [] }

  /// What all figures of an entity have in common.
  func summary(of entity: EntityID) -> Summary {
    lines.indices.contains(entity.index) ? lines[entity.index].summary : Summary()
  }

  /// The items of which an entity has figures, in the catalogue's order.
  public func items(of entity: EntityID) -> [ItemID] {
    lines.indices.contains(entity.index) ? lines[entity.index].items : []
  }
}
