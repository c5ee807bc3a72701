/// On which side of a ledger a line item stands in its ordinary sense: what turns debits and credits into the signs of `LineItem`.
enum LedgerSide: Hashable, Sendable {
  /// Assets: a debit is positive, and a contra account's credit negative.
  case debit
  /// Liabilities, equity, income and expenses: a credit is positive, so that a cost's debit is negative.
  case credit

  /// The stored value of debits less credits.
  func value(ofNetDebit amount: Amount) -> Amount { self == .debit ? amount : -amount }

  /// The side of a known item; nil where no table knows the item.
  init?(_ item: LineItem) {
    switch item.statement {
    case .position: self = LedgerSide.assets.contains(item.id) ? .debit : .credit
    // In a ledger `Interest received` is no cash flow but income, credited, and `Interest paid` a cost.
    case .income, .comprehensive, .changes, .cashFlow: self = .credit
    case .perShare, .unknown: return nil
    }
  }

  /// The side, and whether it is a balance, of an account that only the ledger's own section describes: `Assets`, `Expenses`, 负债.
  static func section(_ words: String) -> (side: LedgerSide, isInstant: Bool)? {
    let key = Folding.label(words)
    let has = { (parts: [String]) in parts.contains { key.containsPhrase($0) } }
    if has(["liabilit", "负债", "負債", "payable"]) { return (.credit, true) }
    if has(["equity", "capital", "权益", "權益"]) { return (.credit, true) }
    if has(["expense", "cost", "overhead", "depreciation", "费用", "費用", "成本", "revenue", "income", "sale", "收入", "损益", "損益", "profit"]) {
      return (.credit, false)
    }
    if has(["asset", "资产", "資產", "bank", "cash", "receivable", "inventor"]) { return (.debit, true) }
    return nil
  }

  /// What a row without figures heads in a ledger: accounts of the position, or others; nil where it is no heading of a section.
  static func heading(_ words: String) -> Heading? {
    let key = Folding.label(words)
    if balances.contains(key) { return .balances }
    return others.contains(key) ? .other : nil
  }

  enum Heading { case balances, other }

  private static let balances = keys(
    """
    assets;current assets;non-current assets;fixed assets;other assets;other current assets;other non-current assets;liabilities;
    current liabilities;non-current liabilities;long-term liabilities;other current liabilities;资产;流动资产;非流动资产;固定资产;负债;
    流动负债;非流动负债;資產;流動資產;非流動資產;固定資產;負債;流動負債;非流動負債
    """)

  private static let others = keys(
    """
    equity;liabilities and equity;shareholders' equity;capital and reserves;income;other income;revenue;expenses;operating expenses;
    other expenses;cost of sales;cost of goods sold;所有者权益;权益;收入;费用;成本;损益;權益;股東權益;費用;損益
    """)

  private static func keys(_ words: String) -> Set<String> { Set(words.split(separator: ";").map { Folding.label(String($0)) }) }

  /// The item of an account's words that name an asset among assets and a liability among liabilities.
  static func sided(_ words: String, _ section: (side: LedgerSide, isInstant: Bool)?, _ catalogue: LineItemCatalogue) -> String? {
    guard let section, section.isInstant, let sides = ItemBySide.sides(words, in: catalogue) else { return nil }
    let id = sides.item(section.side == .debit ? .assets : .liabilities)
    return id == ItemBySide.provision ? ItemBySide.allowance(below: nil) : id
  }

  /// Whether an item is hardly ever negative in its ordinary sense, so that a minus shows a ledger's sign.
  static func isSurelyCredit(_ item: LineItem) -> Bool {
    guard LedgerSide(item) == .credit, item.sign == .natural else { return false }
    return ["payable", "borrowing", "liabilit", "share-capital", "share-premium", "revenue", "bank-overdrafts", "common-stock"].contains {
      item.id.containsPhrase($0)
    }
  }

  /// The assets of `LineItems.csv`, totals of them among them.
  static let assets: Set<String> = Set(
    """
    total-assets current-assets non-current-assets total-assets-less-current-liabilities net-current-assets net-cash-position
    tangible-book-value net-tangible-assets net-assets-excluding-goodwill net-identifiable-assets
    cash-and-cash-equivalents cash-on-hand cash-equivalents cash-and-short-term-investments short-term-investments restricted-cash
    pledged-bank-deposits time-deposits client-funds-held placements-with-banks balances-with-central-bank
    financial-assets-held-for-trading financial-assets-at-fvtpl derivative-financial-assets notes-receivable trade-receivables
    trade-receivables-gross allowance-for-doubtful-debts notes-and-accounts-receivable receivables-financing receivables
    trade-and-other-receivables prepayments prepayments-and-other-receivables prepaid-expenses-and-other-current-assets deposits-paid
    other-receivables interest-receivable dividends-receivable amounts-due-from-related-parties amounts-due-from-group-companies
    amounts-due-from-associates amounts-due-from-directors amounts-due-from-nci inventories raw-materials work-in-progress
    finished-goods other-inventories inventory-allowance contract-assets contract-costs assets-held-for-sale
    non-current-assets-due-within-one-year other-current-assets other-assets other-financial-assets current-deferred-assets
    tax-recoverable vat-recoverable subsidies-receivable loans-receivable loans-and-advances reverse-repurchase-agreements
    margin-accounts-receivable insurance-receivables reinsurance-receivables reinsurance-contract-assets
    pending-current-assets-gain-or-loss deferred-expenses property-plant-and-equipment property-plant-and-equipment-gross
    accumulated-depreciation fixed-assets-net-value fixed-assets-impairment-provision land land-and-improvements buildings
    buildings-and-improvements leasehold-improvements machinery-furniture-and-equipment motor-vehicles other-properties
    construction-in-progress construction-materials disposal-of-fixed-assets-pending right-of-use-assets investment-properties
    prepaid-land-lease-payments goodwill goodwill-attributable-to-owners goodwill-attributable-to-nci goodwill-impairment-provision
    intangible-assets other-intangible-assets goodwill-and-intangible-assets software patents-and-trademarks development-costs
    long-term-deferred-expenses long-term-equity-investments investments-in-subsidiaries investments-in-associates
    investments-in-joint-ventures investments-accounted-for-using-equity-method available-for-sale-financial-assets
    held-to-maturity-investments debt-investments other-debt-investments other-equity-instrument-investments
    financial-assets-at-fvoci other-non-current-financial-assets long-term-investments investments-and-advances
    investment-in-financial-assets long-term-receivables finance-lease-receivables deferred-tax-assets deferred-tax-assets-current
    non-current-deferred-assets biological-assets public-welfare-biological-assets oil-and-gas-assets
    exploration-and-evaluation-assets properties-under-development properties-held-for-sale split-share-circulation-rights
    amounts-due-from-related-parties-non-current deposits-for-acquisition-of-assets other-non-current-assets
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Those of them that are assets less liabilities.
  static let assetsLessLiabilities: Set = [
    "total-assets-less-current-liabilities", "net-current-assets", "net-cash-position", "tangible-book-value", "net-tangible-assets",
    "net-assets-excluding-goodwill", "net-identifiable-assets",
  ]

  /// The liabilities of `LineItems.csv`, totals of them among them; what is neither these nor an asset is equity.
  static let liabilities: Set<String> = Set(
    """
    total-liabilities current-liabilities non-current-liabilities total-debt short-term-borrowings short-long-term-debt borrowings
    borrowings-current borrowings-non-current bank-overdrafts commercial-paper current-notes-payable other-current-borrowings
    current-debt-and-lease-obligations long-term-debt-and-lease-obligations borrowings-from-central-bank placements-from-banks
    deposits-from-banks customer-deposits islamic-deposits repurchase-agreements trading-financial-liabilities
    financial-liabilities-at-fvtpl derivative-financial-liabilities notes-payable trade-payables notes-and-accounts-payable
    trade-and-other-payables payables payables-and-accrued-expenses trade-and-other-payables-non-current advances-from-customers
    contract-liabilities contract-liabilities-non-current deferred-revenue deferred-revenue-non-current current-deferred-liabilities
    non-current-deferred-liabilities employee-benefits-payable taxes-payable income-tax-payable sales-tax-payable interest-payable
    dividends-payable dividends-payable-to-nci accrued-liabilities other-payables other-payables-and-accruals other-fees-payable
    fees-and-commissions-payable deposits-payable amounts-due-to-related-parties amounts-due-to-group-companies
    amounts-due-to-associates amounts-due-to-directors amounts-due-to-nci provisions-current provisions provisions-non-current
    lease-liabilities lease-liabilities-current lease-liabilities-non-current liabilities-held-for-sale
    non-current-liabilities-due-within-one-year other-current-liabilities other-liabilities other-financial-liabilities
    other-non-current-financial-liabilities bonds-payable preferred-shares-in-bonds perpetual-debt-in-bonds short-term-bonds-payable
    convertible-bonds convertible-redeemable-preferred-shares put-liability-over-nci long-term-payables special-payables
    long-term-employee-benefits pension-obligations pension-obligations-current deferred-income deferred-income-non-current
    deferred-tax-liabilities insurance-contract-liabilities reinsurance-payables securities-brokerage-payables
    securities-underwriting-payables international-settlement domestic-settlement other-non-current-liabilities
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
