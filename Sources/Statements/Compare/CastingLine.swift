/// What a total as shown differs by from its parts as shown: figures are rounded one by one and never adjusted, so the difference of
/// rounding has a line of its own.
///
/// A sum is one that the statement's own rows show, or one of the tables of line items, where all its parts are lines of the table.
/// Sign: the total less its parts. Units: units of currency, at the precision shown.
struct CastingLine: Sendable {
  /// A part of a sum.
  struct Part: Hashable, Sendable {
    let item: ItemID
    let isAdded: Bool
  }

  let total: ItemID
  let parts: [Part]
  /// The difference in each column that has the total and all of its parts; nil (zero) where they foot.
  let differences: [Period: Amount]

  /// Whether a difference is more than rounding explains, of the figures as printed and as shown: a finding says so.
  let exceedsRounding: Bool

  /// Whether a column does not foot.
  var isOut: Bool { differences.values.contains { $0.sign != 0 } }

  /// The lines of a table, by the order of their totals; `decimals` is the precision shown.
  static func all(in table: PeriodTable, of entity: EntityID, _ accounts: GroupAccounts, decimals: Int) -> [CastingLine] {
    let rows = Dictionary(table.rows.map { ($0.item, $0) }) { first, _ in first }
    let items = Set(rows.keys)
    let own = ownSums(of: entity, table.periods, accounts)
    return table.rows.flatMap { row in
      sums(of: row.item, accounts.catalogue, own[row.item] ?? [], among: items).compactMap { parts -> CastingLine? in
        // Behind the tax charge, results that come net of tax are part of the sum where that mends it.
        let netOfTax = accounts.items.betweenTaxAndProfit.filter { rows[$0] != nil }.map { Part(item: $0, isAdded: true) }
        let isBehindTax = parts.contains { $0.item == accounts.items.incomeTax } && !netOfTax.isEmpty
        let ways = [parts] + (isBehindTax ? [parts + netOfTax] + netOfTax.map { parts + [$0] } : [])
        let lines = ways.compactMap { line(row, $0, rows, table.periods, decimals: decimals) }
        return lines.min { $0.sizeOfDifferences < $1.sizeOfDifferences }
      }
    }
  }

  private var sizeOfDifferences: Amount { differences.values.reduce(.zero) { $0 + $1.magnitude } }

  private static func line(
    _ total: PeriodTable.Row, _ parts: [Part], _ rows: [ItemID: PeriodTable.Row], _ periods: [Period], decimals: Int
  ) -> CastingLine? {
    var differences: [Period: Amount] = [:]
    var exceedsRounding = false
    let step = Interval.halfUnit(decimals: decimals)
    for period in periods {
      guard let total = total.cells[period]?.figure.fact else { continue }
      var difference = total.value.rounded(to: decimals)
      var tolerance = total.interval.tolerance + step
      var count = 0
      for part in parts {
        guard let fact = rows[part.item]?.cells[period]?.figure.fact else { break }
        let amount = fact.value.rounded(to: decimals)
        difference = part.isAdded ? difference - amount : difference + amount
        tolerance += fact.interval.tolerance + step
        count += 1
      }
      guard count == parts.count else { continue }
      differences[period] = difference
      if difference.magnitude > tolerance { exceedsRounding = true }
    }
    return differences.isEmpty
      ? nil : CastingLine(total: total.item, parts: parts, differences: differences, exceedsRounding: exceedsRounding)
  }

  /// The ways in which a line is a sum of others of the table, each once.
  private static func sums(of total: ItemID, _ catalogue: LineItemCatalogue, _ own: [[Part]], among items: Set<ItemID>) -> [[Part]] {
    let known = catalogue.sums(of: total).filter { $0.count > 1 }.map { sum in sum.map { Part(item: $0.item, isAdded: $0.isAdded) } }
    var seen: Set<Set<Part>> = []
    return (known + own).filter { $0.allSatisfy { items.contains($0.item) } && seen.insert(Set($0)).inserted }
  }

  /// The sums that the statements' own rows show, by their totals.
  private static func ownSums(of entity: EntityID, _ periods: [Period], _ accounts: GroupAccounts) -> [ItemID: [[Part]]] {
    var found: [ItemID: [[Part]]] = [:]
    for period in periods {
      for own in accounts.ownSums.byColumn[OwnSums.Column(entity: entity, period: period)] ?? [] {
        let total = accounts.facts[own.total]
        let parts = own.parts.map { Part(item: accounts.facts[$0].item, isAdded: true) }
        // Of two files that give one figure, the one that counts is shown.
        guard Set(parts).count == parts.count, !parts.contains(where: { $0.item == total.item }),
          accounts.index.fact(entity, total.item, period)?.provenance == total.provenance
        else { continue }
        found[total.item, default: []].append(parts)
      }
    }
    return found
  }
}
