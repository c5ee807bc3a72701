/// What belongs to owners and to non-controlling interests makes up the whole: of net assets, and of the result.
///
/// Formula: owners + NCI = total, each figure for what it may stand for as printed.
///
/// Severity: error.
///
/// Example: owners of 60 and NCI of 40.0 may be net assets of 100.6, and not of 100.7.
///
/// Remedy: compare the shares of owners and of non-controlling interests with the consolidation.
///
/// Cites: IFRS 10.B94 (IAS 27 (2008).28), IAS 1.81B.
enum Attribution: EntityCheck {
  static let id = "attribution"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let items = accounts.items
    let relations: [(ItemID, [(item: ItemID, isAdded: Bool)])] = [
      (items.netAssets, [(items.ownersEquity, true), (items.nonControllingInterests, true)]),
      (items.profitAfterTax, [(items.profitToOwners, true), (items.profitToNCI, true)]),
    ]
    return relations.flatMap { relation in
      accounts.index.series(entity, relation.0).compactMap { total in
        guard let sum = SumCheck(accounts, total, parts: relation.1), sum.fails else { return nil }
        return sum.finding(
          id, accounts, citation: accounts.standard(on: total.period.end).attribution,
          remedy: "compare the shares of owners and of non-controlling interests with the consolidation")
      }
    }
  }
}
