/// Figures that a treatment under IFRS rests on are made by IFRS, as are all statements that are compared.
///
/// Formula: the framework that each statement names is IFRS or HKFRS, and the same in all of an entity's.
///
/// Severity: warning, since the reconciling items are not known.
///
/// Example: net assets under PRC GAAP behind an issue that is accounted for under IAS 27 (2008).30-31.
///
/// Remedy: give the figures by the group's accounting policies, or confirm that nothing reconciles.
///
/// Cites: IFRS 10.19, B87 (IAS 27 (2008).24-25).
enum GaapMismatch: EntityCheck {
  static let id = "gaap-mismatch"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    underTreatment(accounts, entity) + amongStatements(accounts, entity)
  }

  private static func underTreatment(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    guard let event = accounts.events.first(where: { $0.entity == entity }), let gaap = framework(accounts, entity), !isIFRS(gaap.value)
    else { return [] }
    let standard = accounts.standard(on: event.date)
    return [
      Finding(
        .warning, id, "the figures are prepared under \(code: gaap.value), the treatment is under \(code: standard.equityTransaction.text)",
        entity: entity, place: gaap.place, expected: "IFRS", actual: gaap.value,
        details: ["items that reconcile \(code: gaap.value) to IFRS are not on file, so their effect is not known"],
        citation: standard.uniformPolicies,
        remedy: "give the figures by the group's accounting policies, or confirm that nothing reconciles")
    ]
  }

  private static func amongStatements(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    let said = accounts.statements.filter { $0.entity == entity }.compactMap(\.gaap)
    guard let first = said.first, let other = said.first(where: { $0.value != first.value }) else { return [] }
    return [
      Finding(
        .warning, id,
        "statements of \(quoted: accounts.entities[entity].name) are prepared under \(code: first.value) and under \(code: other.value)",
        entity: entity,
        place: other.place, expected: first.value, actual: other.value,
        details: ["\(code: accounts.address(of: first.place)): \(code: first.value)"],
        citation: accounts.standard(of: entity).uniformPolicies,
        remedy: "give all statements by one framework")
    ]
  }

  private static func framework(_ accounts: GroupAccounts, _ entity: EntityID) -> (value: String, place: Place?)? {
    if let said = accounts.statements.first(where: { $0.entity == entity && $0.gaap != nil })?.gaap { return (said.value, said.place) }
    return accounts.entities[entity].gaap.map { ($0, accounts.entities[entity].place) }
  }

  private static func isIFRS(_ gaap: String) -> Bool {
    ["IFRS", "HKFRS"].contains(gaap)
  }
}
