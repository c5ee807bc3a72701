/// An event that is signed and not completed changes no figure yet.
///
/// Cites: IFRS 10.B97-B98 and DOMAIN 6.1 (41): the date on which ownership or control passes counts, not the date of signing.
enum PendingEvent: Check {
  static let id = "pending-event"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.filter { $0.status == .signed }.map { event in
      Finding(
        .warning, id, "\(quoted: event.name) was signed on \(event.date) and is not completed: nothing is booked", entity: event.entity,
        period: .asAt(event.date), place: event.place(of: "status"), expected: "completed", actual: "signed",
        details: ["what it would do to equity is shown as a pro forma"], citation: accounts.standard(on: event.date).equityTransaction,
        remedy: "when it is completed, set its status to `completed` and its date to the day of completion")
    }
  }
}
