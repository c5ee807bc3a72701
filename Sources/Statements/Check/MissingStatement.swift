/// Every entity delivers the statements that all others deliver.
///
/// Where three entities and more have figures, a date or period that all but one have is missing of that one, while it belongs to the
/// group and delivers others of the kind. So is an entity of the group of which an earlier run reported figures (see docs/HISTORY.md) and no
/// file gives any now; figures of an entity that were reported and stand in no file any more are counted.
///
/// Formula: dates and periods of the entity ⊇ those that all others have; figures on file ⊇ those reported before.
///
/// Severity: warning; information where an entity has other figures still.
///
/// Example: three subsidiaries have positions at 30 June and at 30 September, the fourth at 30 June only.
///
/// Remedy: add the statement, or end the entity's perimeter in the `entities` file.
///
/// Cites: IFRS 10.B86(a).
enum MissingStatement: Check {
  static let id = "missing-statement"

  static func findings(in accounts: GroupAccounts) -> [Finding] { lacking(accounts) + vanished(accounts) }

  private static func lacking(_ accounts: GroupAccounts) -> [Finding] {
    // What an associate delivers, and when, is its own affair.
    let delivered = accounts.entities.ids.filter(accounts.isInGroup).map { (entity: $0, periods: periods(accounts, $0)) }.filter {
      !$0.periods.isEmpty
    }
    guard delivered.count >= 3 else { return [] }
    var counts: [Period: Int] = [:]
    for entity in delivered { for period in entity.periods.keys { counts[period, default: 0] += 1 } }
    let common = counts.filter { $0.value == delivered.count - 1 }.keys.sorted()
    return delivered.flatMap { entity, periods in
      common.filter { period in
        periods[period] == nil && belongs(accounts.entities[entity], period) && periods.keys.contains { $0.isOfTheKind(of: period) }
      }.map { period in
        Finding(
          .warning, id,
          period.isInstant
            ? "\(quoted: accounts.entities[entity]) has no position at \(period), and all others have one"
            : "\(quoted: accounts.entities[entity]) has no results of the \(period), and all others have them",
          entity: entity, period: period, place: periods.values.min(), expected: period.days,
          details: ["other entities that have it: \(delivered.count - 1)"], citation: accounts.standard(on: period.end).consolidation,
          remedy: "add the statement, or end the entity's perimeter in the `entities` file")
      }
    }
  }

  /// What earlier runs reported and no file gives now, but for what a refused file may have.
  private static func vanished(_ accounts: GroupAccounts) -> [Finding] {
    guard accounts.refusedFiles.isEmpty else { return [] }
    let gone = accounts.earlier.keys.filter { accounts.index.fact($0.entity, $0.item, $0.period) == nil }
    return Dictionary(grouping: gone, by: \.entity).sorted { $0.key < $1.key }.compactMap { entity, keys in
      let own = accounts.entities[entity]
      guard let latest = keys.max(by: { ($0.period, $1.item) < ($1.period, $0.item) }), let last = accounts.earlier[latest].last else {
        return nil
      }
      let isAll = accounts.index.items(of: entity).isEmpty
      if isAll, own.perimeterTo != nil || !accounts.isInGroup(entity) { return nil }
      let figure: Text = "\(Text.caption(accounts.catalogue[latest.item])) of \(latest.period) at \(code: last.origin.address)"
      return Finding(
        isAll ? .warning : .info, id,
        isAll
          ? "no file gives figures of \(quoted: own) any more, and the group has it still"
          : keys.count == 1
            ? "a figure of \(quoted: own) that was reported stands in no file any more"
            : "\(keys.count) figures of \(quoted: own) that were reported stand in no file any more",
        entity: entity, place: own.place, details: ["the latest of them: \(figure)"],
        remedy: isAll
          ? "put its statements back, or end the entity's perimeter in the `entities` file"
          : "put the file back that had them, unless they are not wanted any more")
    }
  }

  /// The dates and periods of an entity's statements, each with the place of a figure: of net or total assets, of a result.
  private static func periods(_ accounts: GroupAccounts, _ entity: EntityID) -> [Period: Place] {
    let items = accounts.items
    let telling = [
      items.netAssets, items.totalAssets, items.profitAfterTax, items.profitBeforeTax, items.profitToOwners, items.ownersEquity,
    ]
    var found: [Period: Place] = [:]
    for item in telling {
      for fact in accounts.index.series(entity, item) where found[fact.period] == nil { found[fact.period] = fact.provenance.place }
    }
    return found
  }

  private static func belongs(_ entity: Entity, _ period: Period) -> Bool {
    if let from = entity.perimeterFrom, period.end < from { return false }
    if let to = entity.perimeterTo, (period.start ?? period.end) > to { return false }
    return true
  }
}

extension Period {
  /// Whether both are dates, or stretches of as many months.
  fileprivate func isOfTheKind(of other: Period) -> Bool {
    isInstant == other.isInstant && (isInstant || wholeMonths == other.wholeMonths)
  }
}
