import Statements

/// What the figures of a set tell of each other, worked out apart from the checks: sums of line items, figures that stand twice, net assets
/// rolled forward, columns of one size, statements that belong together.
enum Relations {
  /// A relation that does not hold, with the cells that take part in it.
  typealias Broken = [String: Set<Cell>]

  private static let sums: [(total: String, parts: [(item: String, isAdded: Bool)])] = LineItemCatalogue.shipped().all.flatMap { item in
    item.sums.map { (item.id, $0) }
  }

  /// A row that is the sum of the rows right above it in every column of its table, by items: a sub-total of the statement's own.
  struct OwnSum: Hashable {
    let entity: String
    let total: String
    let parts: [String]
  }

  /// The sub-totals of their own that statements have, as two columns and more show them.
  static func ownSums(_ facts: [ModelFact]) -> Set<OwnSum> {
    var found: Set<OwnSum> = []
    for (_, own) in Dictionary(grouping: facts, by: \.cell.file) {
      let rows = Dictionary(grouping: own, by: \.cell.row)
      let numbers = rows.keys.sorted()
      for (index, number) in numbers.enumerated() {
        guard let totals = rows[number], totals.count > 1 else { continue }
        for first in max(0, index - 9)..<max(0, index - 1) {
          let above = numbers[first..<index].map { rows[$0] ?? [] }
          let holds = totals.allSatisfy { total in
            let parts = above.compactMap { row in row.first { $0.cell.column == total.cell.column && $0.entity == total.entity } }
            let difference = parts.reduce(-total.value) { $0 + $1.value }
            return parts.count == above.count && difference.magnitude <= parts.reduce(total.half) { $0 + $1.half }
          }
          guard holds, !totals.contains(where: { $0.value == 0 }) else { continue }
          found.insert(OwnSum(entity: totals[0].entity, total: totals[0].item, parts: above.compactMap { $0.first?.item }))
        }
      }
    }
    return found
  }

  static func broken(_ facts: [ModelFact], _ ownSums: Set<OwnSum>) -> Broken {
    var broken: Broken = [:]
    let byKey = Dictionary(grouping: facts) { "\($0.entity)|\($0.period)|\($0.item)" }
    twice(byKey, &broken)
    let kept = byKey.compactMapValues(\.first)
    let items = Set(facts.map { "\($0.entity)|\($0.item)" })
    for (entity, own) in Dictionary(grouping: facts, by: \.entity) {
      let periods = Dictionary(own.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
      for period in periods.keys {
        sums(kept, "\(entity)|\(period)|", &broken)
        if let fact = periods[period] { rolled(kept, entity, fact, &broken) }
      }
      for sum in ownSums where sum.entity == entity { ownSum(sum, kept, items, Array(periods.keys), &broken) }
      sizes(own, entity, &broken)
      together(own, entity, &broken)
    }
    return broken
  }

  /// One figure stands in one cell, or its cells agree.
  private static func twice(_ byKey: [String: [ModelFact]], _ broken: inout Broken) {
    for (key, facts) in byKey where facts.count > 1 {
      let cells = Set(facts.map(\.cell))
      if Set(facts.map(\.cell.file)).count < facts.count { broken["doubled " + key] = cells }
      for other in facts.dropFirst() where (other.value - facts[0].value).magnitude > other.half + facts[0].half {
        broken["twice " + key] = cells
      }
    }
  }

  private static func sums(_ facts: [String: ModelFact], _ prefix: String, _ broken: inout Broken) {
    for sum in sums {
      guard let total = facts[prefix + sum.total] else { continue }
      let parts = sum.parts.compactMap { part in facts[prefix + part.item].map { (fact: $0, isAdded: part.isAdded) } }
      guard parts.count == sum.parts.count else { continue }
      let whole = parts.reduce(0.0) { $0 + ($1.isAdded ? $1.fact.value : -$1.fact.value) }
      let tolerance = parts.reduce(total.half) { $0 + $1.fact.half }
      guard (total.value - whole).magnitude > tolerance * 1.000_001 else { continue }
      broken["sum \(prefix)\(sum.total) = \(sum.parts.map(\.item))"] = Set(parts.map(\.fact.cell) + [total.cell])
    }
  }

  /// The columns in which a statement's own sub-total does not hold, while others still show that it is one. A part that is on file for
  /// another date or period, and not for this one, is nil.
  private static func ownSum(
    _ sum: OwnSum, _ facts: [String: ModelFact], _ items: Set<String>, _ periods: [String], _ broken: inout Broken
  ) {
    guard sum.parts.allSatisfy({ items.contains("\(sum.entity)|\($0)") }) else { return }
    var failing: Broken = [:]
    var isShown = false
    for period in periods {
      let prefix = "\(sum.entity)|\(period)|"
      guard let total = facts[prefix + sum.total] else { continue }
      let parts = sum.parts.compactMap { facts[prefix + $0] }
      guard !parts.isEmpty else { continue }
      let difference = parts.reduce(-total.value) { $0 + $1.value }
      if difference.magnitude > parts.reduce(total.half, { $0 + $1.half }) * 1.000_001 {
        failing["own \(prefix)\(sum.total) = \(sum.parts)"] = Set(parts.map(\.cell) + [total.cell])
      } else if parts.count == sum.parts.count {
        isShown = true
      }
    }
    if isShown { broken.merge(failing) { first, _ in first } }
  }

  private static let movements = ["capital-contributions", "dividends", "other-equity-movements"]

  /// Opening net assets, the result and what owners moved make closing net assets, for stretches that begin on the first of January.
  private static func rolled(_ facts: [String: ModelFact], _ entity: String, _ fact: ModelFact, _ broken: inout Broken) {
    guard !fact.isInstant, fact.start.hasSuffix("-01-01"), let year = Int(fact.start.prefix(4)) else { return }
    let prefix = "\(entity)|\(fact.period)|"
    guard let opening = facts["\(entity)|/\(year - 1)-12-31|net-assets"], let closing = facts["\(entity)|/\(fact.end)|net-assets"],
      let result = facts[prefix + "total-comprehensive-income"] ?? facts[prefix + "profit-after-tax"]
    else { return }
    let parts = [opening, result] + movements.compactMap { facts[prefix + $0] }
    let tolerance = parts.reduce(closing.half) { $0 + $1.half }
    guard (parts.reduce(0.0) { $0 + $1.value } - closing.value).magnitude > tolerance * 1.000_001 else { return }
    broken["rolled " + prefix] = Set(parts.map(\.cell) + [closing.cell])
  }

  /// Neighbouring columns are of one size: not most of their figures a thousand times each other.
  private static func sizes(_ own: [ModelFact], _ entity: String, _ broken: inout Broken) {
    for isInstant in [true, false] {
      let columns = Dictionary(grouping: own.filter { $0.isInstant == isInstant && $0.value != 0 }, by: \.end)
      let ends = columns.keys.sorted()
      for (earlier, later) in zip(ends, ends.dropFirst()) {
        let before = Dictionary((columns[earlier] ?? []).map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        let shared = (columns[later] ?? []).compactMap { fact in before[fact.item].map { (fact, $0) } }
        let jumps = shared.filter { pair in
          let ratio = (pair.0.value / pair.1.value).magnitude
          return max(ratio, 1 / ratio) >= 316
        }
        guard shared.count >= 3, jumps.count * 4 >= shared.count * 3 else { continue }
        broken["size \(entity) \(isInstant) \(later)"] = Set(jumps.flatMap { [$0.0.cell, $0.1.cell] })
      }
    }
  }

  /// An entity's results end on days of which it has a position, where it has positions; its statements are all there, in one currency.
  private static func together(_ own: [ModelFact], _ entity: String, _ broken: inout Broken) {
    let positions = Set(own.filter(\.isInstant).map(\.end))
    let results = own.filter { !$0.isInstant }
    if positions.isEmpty, !results.isEmpty { broken["without position \(entity)"] = Set(results.map(\.cell)) }
    if results.isEmpty, !positions.isEmpty { broken["without results \(entity)"] = Set(own.map(\.cell)) }
    for fact in results where !positions.isEmpty && !positions.contains(fact.end) {
      broken["end \(entity) \(fact.end)", default: []].insert(fact.cell)
    }
    if Set(own.map(\.currency)).count > 1 { broken["currency \(entity)"] = Set(own.map(\.cell)) }
  }
}
