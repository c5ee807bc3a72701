/// Where a table has a column for each entity and one for all of them, each row adds up across.
///
/// Which column is the total is shown by the rows themselves: at least three quarters of them, and three or more, add up to it. The rest
/// is demanded of the others. A column of eliminations is an entity like any other.
///
/// Formula: total column = Σ of the other columns, each figure for what it may stand for as printed.
///
/// Severity: error.
///
/// Example: revenue of 310 and 125 and eliminations of (35) come to 400, not to 440.
///
/// Remedy: add the row up, and correct the figure that is out.
///
/// Cites: IFRS 10.B86(a).
enum CrossCast: Check {
  static let id = "cross-cast"
  private static let fewestRows = 3
  /// More entities than this in one table are a database, not a consolidation.
  private static let mostEntities = 40

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    // Most files are of one entity or two: only the others are taken apart.
    var owners: [Int32: Set<EntityID>] = [:]
    for entity in accounts.entities.ids {
      for file in accounts.index.summary(of: entity).files { owners[file, default: []].insert(entity) }
    }
    let files = owners.filter { (3...mostEntities).contains($0.value.count) }
    var tables: [Table: [Row: [EntityID: Fact]]] = [:]
    for entity in Set(files.values.joined()).sorted() {
      for item in accounts.index.items(of: entity) where accounts.catalogue[item].statement != .perShare {
        for fact in accounts.index.series(entity, item) {
          guard case .read(let place) = fact.provenance, files[place.fileIndex] != nil else { continue }
          tables[Table(fileIndex: place.fileIndex), default: [:]][Row(item: item, period: fact.period), default: [:]][entity] = fact
        }
      }
    }
    return tables.sorted { $0.key.fileIndex < $1.key.fileIndex }.flatMap { _, rows in findings(accounts, rows) }
  }

  private struct Table: Hashable {
    let fileIndex: Int32
  }

  private struct Row: Hashable {
    let item: ItemID
    let period: Period
  }

  private static func findings(_ accounts: GroupAccounts, _ rows: [Row: [EntityID: Fact]]) -> [Finding] {
    let entities = Set(rows.values.flatMap(\.keys))
    guard (3...mostEntities).contains(entities.count) else { return [] }
    let whole = rows.values.filter { $0.count == entities.count && $0.values.count { $0.value.sign != 0 } >= 3 }
    guard whole.count >= fewestRows else { return [] }
    let sums = entities.sorted().map { total in whole.compactMap { sum($0, total) } }
    guard let best = sums.max(by: { $0.count { !$0.fails } < $1.count { !$0.fails } }) else { return [] }
    let holding = best.count { !$0.fails }
    guard holding >= fewestRows, 4 * holding >= 3 * best.count else { return [] }
    let broken = best.filter(\.fails).sorted { ($0.total.provenance.place ?? .nowhere) < ($1.total.provenance.place ?? .nowhere) }
    return broken.map { check in
      let display = accounts.display(of: check.total.entity)
      let cause = LikelyCause(check, accounts)
      return Finding(
        .error, id,
        "\(quoted: check.total.label) of \(quoted: accounts.entities[check.total.entity]) is \(Money(check.total.value, display)), but the other columns come to \(Money(check.sum, display))",
        entity: check.total.entity, item: check.total.item, period: check.total.period, place: cause?.place ?? check.total.provenance.place,
        expected: check.sum.decimalText, actual: check.total.value.decimalText, difference: check.difference, tolerance: check.tolerance,
        details: check.parts.map {
          "\(quoted: accounts.entities[$0.fact.entity]): \(Money($0.fact.value, display)) at \($0.fact.placeText(accounts))"
        } + ["\(holding) of \(best.count) rows add up"] + (cause.map { [$0.text] } ?? []),
        citation: accounts.standard(on: check.total.period.end).consolidation,
        remedy: "add the row up, and correct the figure that is out")
    }
  }

  /// A row with one of its entities as the total of the others.
  private static func sum(_ row: [EntityID: Fact], _ total: EntityID) -> SumCheck? {
    guard let whole = row[total] else { return nil }
    let others = row.filter { $0.key != total }.sorted { $0.key < $1.key }.map(\.value)
    guard others.allSatisfy({ $0.currency == whole.currency }) else { return nil }
    return SumCheck(total: whole, parts: others.map { (fact: $0, isAdded: true) })
  }
}
