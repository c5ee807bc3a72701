/// All statements of an entity are on one basis: combined is not consolidated.
///
/// The figures may still be of one perimeter; somebody must confirm it.
///
/// Formula: the word of each statement is the same.
///
/// Severity: warning.
///
/// Example: `Unaudited combined management accounts` over the position, `consolidated` over the results.
///
/// Remedy: confirm that both cover the same entities, and use one word, or say in which the perimeters differ.
///
/// Cites: IFRS 10.B86 (IAS 27 (2008).18).
enum BasisMismatch: EntityCheck {
  static let id = "basis-mismatch"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    [finding(of: entity, accounts)].compactMap { $0 }
  }

  private static func finding(of entity: EntityID, _ accounts: GroupAccounts) -> Finding? {
    let said = accounts.statements.filter { $0.entity == entity }.compactMap { note in note.basis.map { (note, $0) } }
    guard let first = said.first, let other = said.first(where: { $0.1.value != first.1.value }) else { return nil }
    let details: [Text] = said.map { note, basis in
      "\(code: accounts.address(of: basis.place)): \(kindsText(note)) \(code: basis.value.word)"
    }
    return Finding(
      .warning, id,
      "\(kindsText(first.0)) \(code: first.1.value.word), \(kindsText(other.0)) \(code: other.1.value.word)", entity: entity,
      place: other.1.place, expected: first.1.value.word, actual: other.1.value.word, details: details,
      citation: accounts.standard(of: entity).consolidation,
      remedy: "confirm that both cover the same entities, and use one word, or say in which the perimeters differ")
  }

  private static func kindsText(_ note: StatementNote) -> Text {
    if note.kinds.contains(.position) && note.kinds.contains(.income) { return "position and results are" }
    if note.kinds.contains(.position) { return "the position is" }
    if note.kinds.contains(.income) { return "the results are" }
    return "the figures are"
  }
}
