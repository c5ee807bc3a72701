/// Control is a judgement apart from the percentage, and a percentage that speaks against it asks for the evidence.
///
/// A majority that comes only with the event is asked too: a company that was not controlled before is acquired, which is no equity
/// transaction (IFRS 3.41-42).
///
/// Formula: votes after the event above one half and control kept, or at or below one half and control lost, need no question.
///
/// Severity: warning.
///
/// Example: an issue that leaves the group with 50 % of the votes, and no file says whether control is kept.
///
/// Remedy: write `yes` or `no` under `control after`, and keep the evidence for it.
///
/// Cites: IFRS 10.7, B38-B50, B80 (IAS 27 (2008).12-13).
enum ControlReview: Check {
  static let id = "control-review"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      let event = transaction.event
      guard let after = transaction.votesAfter else { return nil }
      if let finding = acquisition(transaction, after, accounts) { return finding }
      let isMajority = after > .oneHalf
      let message: Text
      switch (isMajority, event.controlAfter) {
      case (true, nil), (true, true), (false, false): return nil
      // A lapse says of itself that control ends.
      case (false, nil) where event.kind == .lapse: return nil
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

  /// A majority that the event itself brings.
  private static func acquisition(_ transaction: EquityTransaction, _ after: Ratio, _ accounts: GroupAccounts) -> Finding? {
    let event = transaction.event
    guard after > .oneHalf, transaction.treatment == .equityTransaction, let register = transaction.registerBefore,
      let before = accounts.votes(register), before <= .oneHalf, !register.lines.contains(where: { $0.kind == .structuredContracts })
    else { return nil }
    return Finding(
      .warning, id,
      "\(quoted: event.name) takes the group from \(percent: before) to \(percent: after) of the votes, and is treated as if it had control before",
      entity: event.entity, period: .asAt(event.date), place: event.place, expected: "control before the event",
      actual: "\((before * Ratio(100)).shortestText(mostPlaces: 4)) % of the votes",
      details: ["a company of which control is obtained is acquired: the interest held before is measured at fair value (IFRS 3.41-42)"],
      citation: accounts.standard(on: event.date).control,
      remedy: "keep the evidence of control before it, or take the line out and account for the acquisition")
  }
}
