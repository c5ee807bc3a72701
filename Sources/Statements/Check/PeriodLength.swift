/// A result is held against one of a stretch of the same length: nine months say nothing of twelve.
///
/// Where the latest results have no stretch of their own length a year earlier beside them, the two are shown side by side and no
/// change is computed.
///
/// Formula: months of the period = months of its comparative, which ends twelve months earlier.
///
/// Severity: information, since no percentage is printed.
///
/// Example: a loss of nine months to 30 September 2012 beside one of the year 2011 needs the nine months to 30 September 2011.
///
/// Remedy: add the results of the same stretch of the year before.
///
/// Cites: IAS 34.20(b), IAS 1.36.
enum PeriodLength: EntityCheck {
  static let id = "period-length"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    [finding(of: entity, accounts)].compactMap { $0 }
  }

  private static func finding(of entity: EntityID, _ accounts: GroupAccounts) -> Finding? {
    let periods = EntityPeriods(accounts, entity)
    guard let end = periods.stretches.last?.end else { return nil }
    let latest = periods.stretches.filter { $0.end == end }
    let yearEarlier = end.adding(months: -12)
    let others = periods.stretches.filter { $0.end < end }
    guard let longest = latest.max(by: { $0.dayCount < $1.dayCount }), let beside = others.last(where: { $0.start != longest.start }),
      !others.contains(where: { other in other.end == yearEarlier && latest.contains { $0.isAsLong(as: other) } }),
      !others.contains(where: { other in latest.contains { $0.isAsLong(as: other) } }), let figure = periods.figure(of: longest)
    else { return nil }
    return Finding(
      .info, id, "the results of the \(longest) stand beside those of the \(beside): no change is computed", entity: entity,
      period: longest, place: figure.provenance.place, expected: "a stretch of one length",
      actual: "\(longest.days) beside \(beside.days)", details: ["the same stretch of the year before is not on file"],
      citation: Citation("IAS 34.20(b)"), remedy: "add the results of the same stretch of the year before")
  }
}
