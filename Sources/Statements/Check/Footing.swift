/// A total is the sum of its parts, where all of them are on file.
///
/// Formula: the sums of `LineItems.csv`, each figure for what it may stand for as printed. Cites: DOMAIN 6.1 (9), IAS 1.55.
enum Footing: Check {
  static let id = "footing"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    // The balance, the tax bridge and the attribution are checks of their own.
    let items = accounts.items
    let elsewhere: Set<ItemID> = [items.netAssets, items.profitAfterTax]
    return accounts.entities.ids.flatMap { entity in
      accounts.index.items(of: entity).filter { !elsewhere.contains($0) }.flatMap { item in
        accounts.catalogue.sums(of: item).flatMap { parts in
          accounts.index.series(entity, item).compactMap { total -> Finding? in
            guard let sum = SumCheck(accounts, total, parts: parts), sum.fails else { return nil }
            return sum.finding(id, accounts, citation: Citation("IAS 1.55"), remedy: "add the column up, and correct the part or the total")
          }
        }
      }
    }
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
