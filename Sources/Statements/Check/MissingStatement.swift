/// Every entity delivers the statements that all others deliver.
///
/// Where three entities and more have figures, a date or period that all but one have is missing of that one, while it belongs to the
/// group and delivers others of the kind.
///
/// Formula: dates and periods of the entity ⊇ those that all others have.
///
/// Severity: warning.
///
/// Example: three subsidiaries have positions at 30 June and at 30 September, the fourth at 30 June only.
///
/// Remedy: add the statement, or end the entity's perimeter in the `entities` file.
///
/// Cites: IFRS 10.B86(a).
enum MissingStatement: Check {
  static let id = "missing-statement"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
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
