/// All statements of an entity say alike whether they are audited.
///
/// Figures that an auditor has seen and figures that none has seen are not compared or added up without a word.
///
/// Formula: the word of each statement of an entity, audited or unaudited, is the same.
///
/// Severity: information.
///
/// Example: `Audited` over the position of 2023, `Unaudited management accounts` over that of 2024.
///
/// Remedy: say in the report which columns are audited.
///
/// Cites: IAS 1.49-51.
enum AuditStatus: EntityCheck {
  static let id = "audit-status"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    [finding(of: entity, accounts)].compactMap { $0 }
  }

  private static func finding(of entity: EntityID, _ accounts: GroupAccounts) -> Finding? {
    let said = accounts.statements.filter { $0.entity == entity }.compactMap(\.isAudited)
    guard let first = said.first, let other = said.first(where: { $0.value != first.value }) else { return nil }
    return Finding(
      .info, id,
      other.value
        ? "this statement is audited, and another of \(quoted: accounts.entities[entity].name) is not"
        : "this statement is unaudited, and another of \(quoted: accounts.entities[entity].name) is audited",
      entity: entity, place: other.place, expected: first.value ? "audited" : "unaudited", actual: other.value ? "audited" : "unaudited",
      details: ["the other says so at \(code: accounts.address(of: first.place))"], citation: Citation("IAS 1.49-51"),
      remedy: "say in the report which columns are audited")
  }
}
