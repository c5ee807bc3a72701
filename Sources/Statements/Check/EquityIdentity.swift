/// In an equity transaction owners and non-controlling interests together gain exactly what came in.
///
/// Formula: change of owners' equity + change of NCI = consideration − costs − tax, to the cent.
///
/// Severity: error.
///
/// Example: 7,058.77 to owners and 4,286.74 to NCI are the 11,345.51 that came in.
///
/// Remedy: none of yours: a finding is a defect of the program.
///
/// Cites: IFRS 10.23, B96 (IAS 27 (2008).30-31).
enum EquityIdentity: Check {
  static let id = "equity-identity"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      guard transaction.treatment == .equityTransaction, let owners = transaction.ownersAdjustment, let nci = transaction.nciAdjustment,
        let cameIn = transaction.cameIn
      else { return nil }
      let difference = owners + nci - cameIn
      guard difference.sign != 0 else { return nil }
      let display = Display.cents(transaction.currency)
      return Finding(
        .error, id,
        "owners and non-controlling interests change by \(Money(owners + nci, display)) together, but \(Money(cameIn, display)) came in",
        entity: transaction.event.entity, period: .asAt(transaction.event.date), place: transaction.event.place,
        expected: cameIn.decimalText, actual: (owners + nci).decimalText, difference: difference, tolerance: .zero,
        citation: transaction.standard.equityTransaction, remedy: "this is a defect of the program: please report it with the inputs")
    }
  }
}
