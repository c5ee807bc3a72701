/// An event that changes the number of shares needs a register that counts them.
///
/// Without the shares in issue the interest after an issue is not computable; bounds are given instead.
///
/// Formula: none; `shares` on the event's line and on the row of each holder.
///
/// Severity: warning.
///
/// Example: 91,000,000 shares issued by a company whose register says 80.51 % and 19.49 %.
///
/// Remedy: give `shares` in place of `percent` on the row of each holder.
///
/// Cites: IFRS 10.B96 (IAS 27 (2008).31).
enum SharesMissing: Check {
  static let id = "shares-missing"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.compactMap { event in
      guard event.changesSharesInIssue else { return nil }
      guard event.shares != nil else {
        return Finding(
          .warning, id, "the event \(quoted: event.name) does not say how many shares are issued", entity: event.entity,
          period: .asAt(event.date), place: event.place(of: "shares"), expected: "a number of shares",
          citation: accounts.standard(on: event.date).relativeInterests, remedy: "fill in `shares` on the event's line")
      }
      let register = accounts.ownership.register(of: event.entity, at: .before(event))
      guard register?.sharesInIssue == nil else { return nil }
      let entity = accounts.entities[event.entity]
      return Finding(
        .warning, id,
        register == nil
          ? "no register of \(quoted: entity) on or before \(event.date) is on file"
          : "the register of \(quoted: entity) gives percentages, not the number of shares in issue", entity: event.entity,
        period: .asAt(event.date), place: register?.lines.first?.place ?? event.place, expected: "shares of every holder",
        details: ["without it the interest after \(quoted: event.name) cannot be computed; bounds are given instead"],
        citation: accounts.standard(on: event.date).relativeInterests,
        remedy: "give `shares` in place of `percent` on the row of each holder")
    }
  }
}

extension EquityEvent {
  /// Whether the number of shares in issue changes.
  var changesSharesInIssue: Bool {
    switch kind {
    case .issue, .rights, .buyback, .exercise, .conversion: true
    case .sale, .purchase, .lapse: false
    }
  }
}
