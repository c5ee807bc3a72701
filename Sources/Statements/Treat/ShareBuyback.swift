/// A subsidiary buys its own shares and control is kept: from others the group's interest rises, from the group it falls.
///
/// The money leaves the subsidiary before the new share of non-controlling interests is taken; what a company of the group receives
/// stays in the group. `from` says whose shares they are.
///
/// Formula: NA₁ = NA₀ − B − T; NCI₁ = q₁ × NA₁ (policy A); change of owners' equity = −(B paid to others) − T − (NCI₁ − NCI₀).
///
/// Example: equity 500,000, 10,000 shares, the parent has 75 %; 1,000 are bought from the parent for 68,000: NCI 125,000 → 120,000,
/// owners +5,000, interest 72.2222 % (Baker, Advanced Financial Accounting).
///
/// Cites: IAS 27 (2008).30-31, from 2013 IFRS 10.23 and B96; IAS 32.33.
enum ShareBuyback: TreatmentRule {
  static let id = "share-buyback"

  static func fits(_ event: EquityEvent) -> Bool { event.kind == .buyback && !event.losesControl }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
    ChangeOfInterest.treat(event, in: accounts, after: earlier, ChangeOfInterest.Kind()) { amounts, _ in .buyback(amounts, accounts) }
  }
}
