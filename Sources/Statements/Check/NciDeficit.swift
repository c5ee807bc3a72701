/// Non-controlling interests that are negative are shown as they are: no floor at nil.
///
/// Formula: NCI < 0 only where net assets < 0.
///
/// Severity: information where net assets are negative too; else warning.
///
/// Example: 28 % of net assets of (400) are (112).
///
/// Remedy: confirm that no agreement makes the owners bear it.
///
/// Cites: IFRS 10.B94 (IAS 27 (2008).28).
enum NciDeficit: Check {
  static let id = "nci-deficit"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      guard let after = transaction.nciAfter, after.sign < 0 else { return nil }
      let hasDeficit = (transaction.netAssetsAfter ?? .zero).sign < 0
      let display = Display.cents(transaction.currency)
      return Finding(
        hasDeficit ? .info : .warning, id,
        hasDeficit
          ? "non-controlling interests are \(Money(after, display)) after \(quoted: transaction.event.name): they bear their share of the deficit"
          : "non-controlling interests are \(Money(after, display)) after \(quoted: transaction.event.name), though net assets are not negative",
        entity: transaction.event.entity, period: .asAt(transaction.event.date), place: transaction.event.place, actual: after.decimalText,
        citation: transaction.standard.attribution, remedy: "confirm that no agreement makes the owners bear it")
    }
  }
}
