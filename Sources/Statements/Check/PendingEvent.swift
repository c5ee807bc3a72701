/// An event that is signed and not completed changes no figure yet.
///
/// The date on which ownership or control passes counts, not the date of signing.
///
/// Formula: status = completed.
///
/// Severity: warning.
///
/// Example: a share purchase agreement of 30 November that is completed in January.
///
/// Remedy: when it is completed, set its status to `completed` and its date to the day of completion.
///
/// Cites: IFRS 10.23, B97-B98 (IAS 27 (2008).30).
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
