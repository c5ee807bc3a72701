/// The financial years of a group end within three months of the parent's.
///
/// Formula: days between the two days of the year, the shorter way round, at most 93.
///
/// Severity: warning.
///
/// Example: a subsidiary with a year end of 31 August is 122 days from 31 December.
///
/// Remedy: consolidate additional statements as of the parent's date.
///
/// Cites: IFRS 10.B92-B93 (IAS 27 (2008).22-23).
enum YearEndApart: EntityCheck {
  static let id = "year-end-apart"
  private static let mostDays = 93

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    [finding(of: entity, accounts)].compactMap { $0 }
  }

  private static func finding(of id: EntityID, _ accounts: GroupAccounts) -> Finding? {
    guard let parent = accounts.entities.parent, let end = accounts.entities[parent].yearEnd.date(in: 2001) else { return nil }
    let entity = accounts.entities[id]
    guard entity.role == .subsidiary, let own = entity.yearEnd.date(in: 2001) else { return nil }
    let apart = abs(own.days(since: end))
    let days = min(apart, 365 - apart)
    guard days > mostDays else { return nil }
    return Finding(
      .warning, Self.id, "the year of \(quoted: entity.name) ends \(days) days from the parent's", entity: id, place: entity.place,
      expected: "at most \(mostDays) days", actual: "\(days) days", citation: citation(accounts.standard(of: id)),
      remedy: "consolidate additional statements as of the parent's date")
  }

  private static func citation(_ standard: Standard) -> Citation {
    switch standard {
    case .beforeRevision, .ias27Revised: Citation("IAS 27 (2008).22-23")
    case .ifrs10: Citation("IFRS 10.B92-B93")
    }
  }
}
