/// The group sells existing shares of a subsidiary to an outsider and control is kept: an equity transaction.
///
/// The seller receives the money; the subsidiary's net assets stay as they are. The seller is the parent where the line names nobody.
///
/// Formula: change of NCI = (p₀ − p₁) × NA (policy A), + (p₀ − p₁) × goodwill (B1), + the owners' goodwill × (p₀ − p₁) ÷ p₀ (B2, C);
/// change of owners' equity = K − T − tax − change of NCI.
///
/// Example: 80 % → 60 % for 500, NA 1,500, the owners' goodwill 200, that of NCI 30: owners +200 (A), +154 (B1), +150 (B2, C).
///
/// Cites: IAS 27 (2008).30-31, from 2013 IFRS 10.23 and B96; the money is a financing cash flow (IAS 7.42A); tax by IAS 12.61A.
enum ShareSale: TreatmentRule {
  static let id = "share-sale"

  static func fits(_ event: EquityEvent) -> Bool { event.kind == .sale && !event.losesControl }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
    ChangeOfInterest.treat(event, in: accounts, after: earlier, ChangeOfInterest.Kind(isSale: true)) { amounts, _ in
      .transfer(amounts, accounts, seller: accounts.entities.parent, buyer: nil)
    }
  }
}
