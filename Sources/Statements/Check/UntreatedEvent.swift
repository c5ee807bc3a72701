/// A completed change of ownership is accounted for, or somebody must do it by hand.
///
/// An error: until it is treated, what the reports say of the entity's owners stops at its date. Cites: IAS 27 (2008).30-37, IFRS 10.23-26.
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
