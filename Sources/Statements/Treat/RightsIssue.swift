/// A subsidiary issues new shares to its holders, and control is kept: pro rata nothing moves between them, else one side is diluted.
///
/// Each holder's line says what it takes; what the group takes is paid within the group, so only what the others pay comes in. A bonus
/// issue is one for nothing.
///
/// Formula: NA₁ = NA₀ + ΔS × P − T; p₁ = (h₀ + its shares) ÷ (S₀ + ΔS); NCI₁ = q₁ × NA₁ (policy A);
/// change of owners' equity = what others paid − T − (NCI₁ − NCI₀).
///
/// Example: 80 % of 1,000 shares, NA₀ 5,000, 500 new at 6, the parent takes 300: interest 73.3333 %, NCI 1,000 → 2,133.33, 1,200 came in,
/// owners +66.67.
///
/// Cites: IAS 27 (2008).30-31, from 2013 IFRS 10.23 and B96.
enum RightsIssue: TreatmentRule {
  static let id = "rights-issue"

  static func fits(_ event: EquityEvent) -> Bool { event.kind == .rights && !event.losesControl }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
    ChangeOfInterest.treat(event, in: accounts, after: earlier, ChangeOfInterest.Kind()) { amounts, _ in .issue(amounts, accounts) }
  }
}
