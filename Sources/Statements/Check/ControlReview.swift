/// Control is a judgement apart from the percentage, and a percentage that speaks against it asks for the evidence.
///
/// Formula: votes after the event above one half and control kept, or at or below one half and control lost, need no question.
///
/// Severity: warning.
///
/// Example: an issue that leaves the group with 50 % of the votes, and no file says whether control is kept.
///
/// Remedy: write `yes` or `no` under `control after`, and keep the evidence for it.
///
/// Cites: IFRS 10.7, B38-B50, B80 (IAS 27 (2008).12-13), DOMAIN 6.1 (38, 39).
enum ControlReview: Check {
  static let id = "control-review"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      let event = transaction.event
      guard let after = transaction.votesAfter else { return nil }
      let isMajority = after > .oneHalf
      let message: Text
      switch (isMajority, event.controlAfter) {
      case (true, nil), (true, true), (false, false): return nil
      case (false, nil):
        message = "\(quoted: event.name) leaves the group with \(percent: after) of the votes, and no file says whether control is kept"
      case (false, true):
        message = "\(quoted: event.name) leaves the group with \(percent: after) of the votes, yet control is said to be kept"
      case (true, false):
        message = "\(quoted: event.name) leaves the group with \(percent: after) of the votes, yet control is said to be lost"
      }
      return Finding(
        .warning, id, message, entity: event.entity, period: .asAt(event.date), place: event.place(of: "control after"),
        expected: isMajority ? "yes" : "yes or no", actual: event.controlAfter.map { $0 ? "yes" : "no" } ?? "",
        details: ["a percentage is a reason to look, not a proof"], citation: accounts.standard(on: event.date).control,
        remedy: "write `yes` or `no` under `control after`, and keep the evidence for it")
    }
  }
}
