/// A completed change of ownership is accounted for, or somebody must do it by hand.
///
/// Until it is treated, what the reports say of the entity's owners stops at its date.
///
/// Formula: none; a treatment for each completed event.
///
/// Severity: error.
///
/// Example: a sale with which control is lost, of a kind that this program does not treat yet.
///
/// Remedy: what the reason asks for; else account for it by hand.
///
/// Cites: IAS 27 (2008).30-37, IFRS 10.23-26, DOMAIN 6.1 (41).
enum UntreatedEvent: Check {
  static let id = "untreated-event"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      let event = transaction.event
      guard event.status == .completed, transaction.treatment == .notDeterminable, let reason = transaction.reason else { return nil }
      return Finding(
        .error, id, "\(quoted: event.name) is completed and cannot be accounted for: \(reason)", entity: event.entity,
        period: .asAt(event.date), place: event.place,
        details: [
          "no entry is made for it, and figures after it are not divided between owners and non-controlling interests where it changes the interest"
        ],
        citation: transaction.controlIsKept == false ? transaction.standard.lossOfControl : transaction.standard.equityTransaction,
        remedy: transaction.remedy)
    }
  }
}
