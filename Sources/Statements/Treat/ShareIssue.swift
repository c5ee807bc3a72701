/// A subsidiary issues new shares and control is kept: a deemed disposal, accounted for as an equity transaction.
///
/// The money goes into the subsidiary, so its net assets grow **before** the new share of non-controlling interests is taken. What the
/// group itself pays for shares stays in the group; an issue in which everyone takes his part moves nothing between them.
///
/// Formula: NA₁ = NA₀ + C − T; NCI₁ = q₁ × NA₁ (policy A; with goodwill under the others);
/// change of owners' equity = (C − T) − (NCI₁ − NCI₀).
///
/// Example: 90 % of 1,000 shares, NA₀ (1,000), 250 shares issued for 600: interest 72 %, NCI (100) → (112), owners +612.
///
/// Cites: IAS 27 (2008).30-31, from 2013 IFRS 10.23 and B96; IAS 21.48D; costs by IAS 32.35.
enum ShareIssue: TreatmentRule {
  static let id = "share-issue"

  static func fits(_ event: EquityEvent) -> Bool { event.kind == .issue && !event.losesControl }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
    ChangeOfInterest.treat(event, in: accounts, after: earlier, ChangeOfInterest.Kind(isBounded: true)) { amounts, _ in
      .issue(amounts, accounts)
    }
  }
}
