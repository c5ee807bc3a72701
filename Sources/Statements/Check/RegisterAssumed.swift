/// An event that does not say whose shares move, or how many, is taken to have led to the next register on file, and that is said.
///
/// No other event lies between; what else may have moved shares until then is not on file.
///
/// Formula: interest after = that of the next register.
///
/// Severity: information.
///
/// Example: 80 % at 31 December 2024, a sale on 30 June 2025 without `shares`, 70 % at 31 December 2025.
///
/// Remedy: fill in `shares`, or add the register of the event's own day.
///
/// Cites: IFRS 10.B96 (IAS 27 (2008).31).
enum RegisterAssumed: Check {
  static let id = "register-assumed"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      let event = transaction.event
      guard let register = transaction.registerAfter, let date = register.asAt, date > event.date else { return nil }
      return Finding(
        .info, id,
        "\(quoted: event.name) does not say whose shares move, or how many: the register of \(date), the next on file, is taken for the one after it",
        entity: event.entity, period: .asAt(event.date), place: register.lines.first?.place ?? event.place,
        citation: transaction.standard.relativeInterests,
        remedy: "fill in `shares` on the event's line, or add the register of \(event.date)")
    }
  }
}
