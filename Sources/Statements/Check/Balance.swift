/// Net assets are total assets less total liabilities, and total assets are total liabilities and equity.
///
/// Formula: total assets − total liabilities = net assets, each figure for what it may stand for as printed. A total that is not on file is the
/// sum of its current and non-current parts.
///
/// Severity: error.
///
/// Example: assets of 100 less liabilities of 40.0 may be 59.4, since 100 stands for 99.5 to 100.5, and not 59.3.
///
/// Remedy: compare the three with the ledger, and correct the one that is out; the finding names it where other sums tell.
///
/// Cites: IAS 1.54, Conceptual Framework 4.63.
enum Balance: EntityCheck {
  static let id = "balance"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let items = accounts.items
    let relations: [(ItemID, [(item: ItemID, isAdded: Bool)])] = [
      (items.netAssets, [(items.totalAssets, true), (items.totalLiabilities, false)]),
      (items.totalLiabilitiesAndEquity, [(items.totalAssets, true)]),
    ]
    return relations.flatMap { relation in
      accounts.index.series(entity, relation.0).compactMap { total in
        guard let sum = SumCheck(accounts, total, parts: relation.1) ?? ofParts(accounts, total, relation.1), sum.fails else {
          return nil
        }
        return sum.finding(
          id, accounts, citation: Citation("IAS 1.54"),
          remedy: "compare total assets, total liabilities and net assets with the ledger, and correct the one that is out")
      }
    }
  }

  /// The same with the parts of each total that is not on file, where the statement has both.
  private static func ofParts(
    _ accounts: borrowing GroupAccounts, _ total: Fact, _ parts: [(item: ItemID, isAdded: Bool)]
  ) -> SumCheck? {
    var found: [(item: ItemID, isAdded: Bool)] = []
    for part in parts {
      if accounts.index.fact(total.entity, part.item, total.period) != nil {
        found.append(part)
      } else if let own = accounts.catalogue.sums(of: part.item).first(where: { $0.count > 1 }) {
        found += own.map { ($0.item, $0.isAdded == part.isAdded) }
      }
    }
    return found.count > parts.count ? SumCheck(accounts, total, parts: found) : nil
  }
}
