/// The order in which a statement has its lines, for figures whose files have none of their own: those of ledgers.
///
/// Assets and their total, liabilities and their total, net assets, the parts of equity; revenue and the cost of sales, other income, costs
/// and results. Parts stand above their totals, and the lines of each part in the catalogue's order.
///
/// Cites: IAS 1.54, 82.
struct StatementOrder: Hashable, Comparable, Sendable {
  private let section: Int
  private let item: ItemID

  init(_ item: ItemID, _ catalogue: LineItemCatalogue) {
    self.item = item
    let isAboveGrossProfit = catalogue.find(id: "gross-profit").map { item <= $0 } ?? false
    section = StatementOrder.section(catalogue[item], isAboveGrossProfit: isAboveGrossProfit)
  }

  static func < (left: StatementOrder, right: StatementOrder) -> Bool {
    (left.section, left.item) < (right.section, right.item)
  }

  /// The totals below the lines that they hold, in their order.
  private static let totals = [
    "non-current-assets": 1, "current-assets": 2, "total-assets": 3, "current-liabilities": 5, "net-current-assets": 6,
    "total-assets-less-current-liabilities": 7, "non-current-liabilities": 8, "total-liabilities": 9, "net-assets": 10,
    "equity-attributable-to-owners": 12, "non-controlling-interests": 13, "total-liabilities-and-equity": 14,
  ]

  /// Income that stands between gross profit and the costs below it.
  private static let otherIncome: Set = [
    "other-income", "other-operational-income", "other-income-and-gains", "other-gains-and-losses", "government-grant-income",
  ]

  private static func section(_ item: LineItem, isAboveGrossProfit: Bool) -> Int {
    if let total = totals[item.id] { return total }
    switch item.statement {
    case .position: return LedgerSide.assets.contains(item.id) ? 0 : LedgerSide.liabilities.contains(item.id) ? 4 : 11
    case .income where isAboveGrossProfit: return 15
    case .income where otherIncome.contains(item.id): return 16
    case .income, .comprehensive, .cashFlow, .changes, .perShare, .unknown: return 17
    }
  }
}
