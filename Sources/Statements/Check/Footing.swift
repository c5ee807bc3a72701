/// A total is the sum of its parts, where all of them are on file.
///
/// Formula: the sums of `LineItems.csv`, each figure for what it may stand for as printed.
///
/// Severity: error.
///
/// Example: 60 and 40.0 may be 100.6, and not 100.7.
///
/// Remedy: add the column up, and correct the part or the total; the finding names it where other sums tell.
///
/// Cites: IAS 1.55.
enum Footing: EntityCheck {
  static let id = "footing"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let elsewhere = sumsOfOtherChecks(accounts.items)
    return accounts.index.items(of: entity).flatMap { item in
      accounts.catalogue.sums(of: item).filter { !elsewhere.contains(Sum(item, $0)) }.flatMap { parts in
        accounts.index.series(entity, item).compactMap { total -> Finding? in
          guard let sum = SumCheck(accounts, total, parts: parts), sum.fails else { return nil }
          return sum.finding(id, accounts, citation: Citation("IAS 1.55"), remedy: "add the column up, and correct the part or the total")
        }
      }
    }
  }

  /// A total and the items that make it up, in whatever order.
  private struct Sum: Hashable {
    let total: ItemID
    let parts: Set<ItemID>

    init(_ total: ItemID, _ parts: [(item: ItemID, isAdded: Bool)]) {
      self.total = total
      self.parts = Set(parts.map(\.item))
    }
  }

  /// The balance, the tax bridge and the attribution are checks of their own: one fault is one finding.
  private static func sumsOfOtherChecks(_ items: WellKnownItems) -> Set<Sum> {
    func sum(_ total: ItemID, _ parts: ItemID...) -> Sum { Sum(total, parts.map { ($0, true) }) }
    return [
      sum(items.netAssets, items.totalAssets, items.totalLiabilities), sum(items.totalLiabilitiesAndEquity, items.totalAssets),
      sum(items.netAssets, items.ownersEquity, items.nonControllingInterests),
      sum(items.profitAfterTax, items.profitBeforeTax, items.incomeTax), sum(items.profitAfterTax, items.profitToOwners, items.profitToNCI),
    ]
  }
}

extension LineItemCatalogue {
  /// The ways in which an item is a sum, as ids; a way that names an unknown item is none.
  func sums(of item: ItemID) -> [[(item: ItemID, isAdded: Bool)]] {
    self[item].sums.compactMap { parts in
      let found = parts.compactMap { part in find(id: part.item).map { (item: $0, isAdded: part.isAdded) } }
      return found.count == parts.count ? found : nil
    }
  }
}
