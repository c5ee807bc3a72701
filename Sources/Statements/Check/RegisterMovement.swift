/// A register is the one before it and the events in between: a step in the number of shares needs an event.
///
/// Formula: shares before + issued − bought back = shares after, holder by holder, exactly.
///
/// Severity: error.
///
/// Example: 100 shares and an issue of 25 make 125; a register of 124 lacks one.
///
/// Remedy: add the event that moved the shares, or correct the register.
///
/// Cites: IFRS 10.B96 (IAS 27 (2008).31).
enum RegisterMovement: Check {
  static let id = "register-movement"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.ownership.registered.flatMap { entity in
      let dates = Set(accounts.holdings.filter { $0.entity == entity }.compactMap(\.date)).sorted()
      return dates.compactMap { finding(accounts, entity, on: $0) }
    }
  }

  private static func finding(_ accounts: GroupAccounts, _ entity: EntityID, on date: CalendarDate) -> Finding? {
    guard let stated = accounts.ownership.register(of: entity, at: .endOf(date)), stated.asAt == date,
      let expected = accounts.ownership.expectedRegister(of: entity, on: date), stated.sharesInIssue != nil, expected.sharesInIssue != nil
    else { return nil }
    let holders = Set((stated.lines + expected.lines).filter { $0.kind == .equity }.map(\.holder)).sorted()
    func shares(_ register: ShareRegister, _ holder: EntityID) -> Ratio {
      register.lines.filter { $0.holder == holder && $0.kind == .equity }.compactMap(\.shares).reduce(.zero, +)
    }
    let differing = holders.filter { shares(stated, $0) != shares(expected, $0) }
    guard let first = differing.first else { return nil }
    let line = stated.lines.first { $0.holder == first } ?? stated.lines.first
    return Finding(
      .error, id,
      "the register of \(quoted: accounts.entities[entity]) at \(date) gives \(number: shares(stated, first)) shares to \(quoted: accounts.entities[first]), but the register before and the events since make that \(number: shares(expected, first))",
      entity: entity, period: .asAt(date), place: line?.place, expected: shares(expected, first).shortestText(mostPlaces: 4),
      actual: shares(stated, first).shortestText(mostPlaces: 4),
      details: ["\(differing.count) of \(holders.count) holders differ; the later register is the one that counts from its date"],
      citation: accounts.standard(on: date).relativeInterests, remedy: "add the event that moved the shares, or correct the register")
  }
}
