/// Non-controlling interests as a file carries them are what the policy makes of the subsidiary's net assets.
///
/// The carrying amount on file is the one that is used; where it is another than the policy gives, one of the two is wrong, or an older
/// policy, an impairment or an agreement lies behind it.
///
/// Formula: NCI₀ = q₀ × NA₀, with their goodwill under policies B1, B2 and C, each figure for what it may stand for as printed.
///
/// Severity: error.
///
/// Example: 20 % of net assets of 1,000.0 are 200.0; carried are 205.0: a difference of 5.0, and rounding explains 0.1.
///
/// Remedy: correct the carrying amount or the policy, or accept the finding with the reason.
///
/// Cites: IFRS 3.19, IFRS 10.B94.
enum NciCarryingAmount: Check {
  static let id = "nci-carrying-amount"

  private static let cent = Amount(atoms: Amount(units: 1).atoms / 100)

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      guard let carried = transaction.nciBefore, transaction.nciPlace != nil, let byPolicy = transaction.nciByPolicy else { return nil }
      let difference = carried - byPolicy
      // A cent is the rounding of the policy's own figure.
      let tolerance = (transaction.nciTolerance ?? .zero) + cent
      guard difference.magnitude > tolerance else { return nil }
      let display = Display.cents(transaction.currency)
      return Finding(
        .error, id,
        "non-controlling interests are carried at \(Money(carried, display)) before \(quoted: transaction.event.name), but policy \(code: transaction.policy.letter) makes them \(Money(byPolicy, display))",
        entity: transaction.event.entity, item: accounts.items.nonControllingInterests, period: .asAt(transaction.event.date),
        place: transaction.nciPlace, expected: byPolicy.decimalText, actual: carried.decimalText, difference: difference,
        tolerance: tolerance, details: ["the carrying amount on file is used"], citation: transaction.standard.attribution,
        remedy: "correct the carrying amount or the policy, or accept the finding with the reason")
    }
  }
}
