/// Two disposals of one subsidiary within twelve months, the second of which loses control, may be one transaction.
///
/// Each is accounted for as it stands; whether they are linked is a judgement: made at the same time or in contemplation of each other,
/// one commercial effect, one dependent on the other, or one alone not justified. A share issue to others is a disposal too.
///
/// Formula: both lower the group's interest, at most twelve months apart, and control is kept by the first and not by the second.
///
/// Severity: warning.
///
/// Example: 19 % sold in March and 51 % in November: apart they give 76 to equity and 204 to profit or loss, as one 280 to profit or loss.
///
/// Remedy: write down why the two are separate, or account for them as one.
///
/// Cites: IFRS 10.B97 (IAS 27 (2008).33).
enum LinkedDisposals: Check {
  static let id = "linked-disposals"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let disposals = accounts.transactions.filter { isDisposal($0.event.kind) }
    return disposals.enumerated().compactMap { number, second in
      guard losesControl(second) else { return nil }
      let earlier = disposals[..<number].first { first in
        first.event.entity == second.event.entity && first.event.name != second.event.name && !losesControl(first)
          && first.event.date.adding(months: 12) >= second.event.date
      }
      guard let first = earlier?.event else { return nil }
      let event = second.event
      return Finding(
        .warning, id,
        "\(quoted: first.name) of \(first.date) and \(quoted: event.name) of \(event.date) dispose of one subsidiary within twelve months, and control ends: they may be one transaction",
        entity: event.entity, period: .asAt(event.date), place: event.place, expected: "more than twelve months apart",
        actual: "\(first.date.isoText) and \(event.date.isoText)",
        details: ["the first stands at \(code: accounts.address(of: first.place)); each is accounted for by itself"],
        citation: lossInSteps(second.standard), remedy: "write down why the two are separate, or account for them as one")
    }
  }

  private static func isDisposal(_ kind: EquityEvent.Kind) -> Bool {
    switch kind {
    case .sale, .issue, .rights, .exercise, .conversion, .lapse: true
    case .purchase, .buyback: false
    }
  }

  private static func losesControl(_ transaction: EquityTransaction) -> Bool {
    if let kept = transaction.event.controlAfter { return !kept }
    if transaction.event.kind == .lapse { return true }
    return transaction.votesAfter.map { $0 <= .oneHalf } ?? false
  }

  private static func lossInSteps(_ standard: Standard) -> Citation {
    switch standard {
    case .beforeRevision, .ias27Revised: Citation("IAS 27 (2008).33")
    case .ifrs10: Citation("IFRS 10.B97")
    }
  }
}
