/// The group buys shares of a subsidiary from non-controlling interests: an equity transaction, whatever the policy.
///
/// NCI give up the part that is bought of what they carry; goodwill is not remeasured. The buyer is the parent where the line names
/// nobody. Where a file gives the carrying amount of NCI the net assets are not needed.
///
/// Formula: change of NCI = −NCI₀ × (p₁ − p₀) ÷ q₀; change of owners' equity = −K − T − tax − change of NCI.
///
/// Example: NCI of 20 % carried at 6.0m, 5 % bought for 1.0m: NCI −1.5m, owners +0.5m (Kaplan ACCA SBR, chapter 19 example 4).
///
/// Cites: IAS 27 (2008).30-31, from 2013 IFRS 10.23 and B96; the money is a financing cash flow (IAS 7.42A).
enum SharePurchase: TreatmentRule {
  static let id = "share-purchase"

  static func fits(_ event: EquityEvent) -> Bool { event.kind == .purchase && !event.losesControl }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
    ChangeOfInterest.treat(event, in: accounts, after: earlier, ChangeOfInterest.Kind(isPurchase: true)) { amounts, _ in
      .transfer(amounts, accounts, seller: nil, buyer: accounts.entities.parent)
    }
  }
}
