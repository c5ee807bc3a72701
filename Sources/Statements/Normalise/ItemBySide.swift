/// Words that name an asset among assets and a liability among liabilities: `Loans`, `Deposits`, `Deferred tax`, 按金.
///
/// A row says of its words which item they are on either side; nothing where the side does not change what the words say by themselves.
/// To teach other words, add them to a row, or a row.
enum ItemBySide {
  /// The items of words on either side.
  struct Sides: Hashable, Sendable {
    let asset: String?
    let liability: String?

    /// The id of the side; nil where it is that of the words alone.
    func item(_ side: LineContext.Side?) -> String? {
      switch side {
      case .assets: asset
      case .liabilities: liability
      case .equity, nil: nil
      }
    }
  }

  /// What a label is on either side, as it stands or without its numbering, its notes, its second language.
  static func sides(_ label: String, in catalogue: LineItemCatalogue) -> Sides? {
    if let known = table[catalogue.key(label)] { return known }
    for variant in Label.variants(label) {
      if let known = table[catalogue.key(variant)] { return known }
    }
    return nil
  }

  /// The allowance that `Provisions` among assets is, by the line above.
  static func allowance(below item: String?) -> String {
    switch item {
    case "inventories", "raw-materials", "work-in-progress", "finished-goods", "other-inventories": "inventory-allowance"
    case "property-plant-and-equipment", "property-plant-and-equipment-gross", "accumulated-depreciation", "fixed-assets-net-value":
      "fixed-assets-impairment-provision"
    case "goodwill": "goodwill-impairment-provision"
    default: "allowance-for-doubtful-debts"
    }
  }

  /// The items that the rows name, for a test that they are known.
  static var items: [(String?, String?)] { rows.map { ($0.1, $0.2) } }

  private static let table: [String: Sides] = {
    var table: [String: Sides] = [:]
    for (words, asset, liability) in rows {
      for word in words.split(separator: ";") {
        table[Folding.label(String(word))] = Sides(asset: asset, liability: liability)
      }
    }
    return table
  }()

  /// Words in simplified characters, the asset, the liability.
  private static let rows: [(String, String?, String?)] = [
    (
      "loans;loan;bank loans;bank loan;other loans;other loan;term loans;borrowings;loans and borrowings;interest-bearing loans;借款;银行借款;其他借款",
      "loans-receivable", nil
    ),
    (
      "loans and advances;advances and loans;loans and other advances;loans, advances and other;贷款;贷款及垫款", "loans-and-advances",
      "borrowings"
    ),
    ("long-term loans;long-term loan;long term borrowings;长期借款;长期贷款", "loans-receivable", nil),
    ("long-term loans and advances;short-term loans and advances", "loans-and-advances", nil),
    ("short-term loans;short-term loan;short-term borrowings;短期借款;短期贷款", "loans-receivable", nil),
    ("notes;bills;promissory notes;notes and bills;票据", "notes-receivable", "notes-payable"),
    ("bonds;bond;debentures;debt securities;debt instruments;corporate bonds;债券;债务证券;公司债券", "debt-investments", "bonds-payable"),
    ("convertible bonds;convertible notes;可转换债券;可换股债券", "debt-investments", "convertible-bonds"),
    ("deposits;deposit;deposits and other", "deposits-paid", nil),
    (
      "security deposits;security deposit;rental deposits;rental deposit;guarantee deposits;deposits paid and received;按金;押金;保证金;存入保证金;租赁按金",
      "deposits-paid", "deposits-payable"
    ),
    (
      "derivatives;derivative;derivative financial instruments;derivative financial instrument;derivative instruments;derivative contracts;derivatives at fair value;衍生金融工具;衍生工具;衍生品",
      "derivative-financial-assets", "derivative-financial-liabilities"
    ),
    (
      "tax;taxation;income tax;income taxes;current tax;current taxation;current income tax;corporation tax;corporate tax;corporate income tax;profits tax;税项;所得税;企业所得税;利得税;即期税项",
      "tax-recoverable", "income-tax-payable"
    ),
    ("vat;value added tax;gst;goods and services tax;sales tax;增值税;营业税", "vat-recoverable", "sales-tax-payable"),
    (
      "deferred tax;deferred taxes;deferred taxation;deferred income tax;deferred income taxes;递延税项;递延所得税;递延税款;递延税",
      "deferred-tax-assets", "deferred-tax-liabilities"
    ),
    ("leases;lease;operating leases;operating lease;租赁;经营租赁", "right-of-use-assets", "lease-liabilities"),
    ("finance leases;finance lease;capital leases;hire purchase;融资租赁", "finance-lease-receivables", "lease-liabilities"),
    ("provisions;provision;other provisions;拨备;准备金;减值准备", provision, nil),
    ("advances;advance;advance payments;payments in advance;预付及预收款项", "prepayments", "advances-from-customers"),
    ("deposits and advances;advances and deposits", "prepayments-and-other-receivables", "advances-from-customers"),
    ("trade;trade accounts;trade balances;trade debtors and creditors;贸易款项", "trade-receivables", "trade-payables"),
    ("trade and other;trade and others", "trade-and-other-receivables", "trade-and-other-payables"),
    ("interest;accrued interest;利息;应计利息", "interest-receivable", "interest-payable"),
    ("dividends;dividend;股利;股息", "dividends-receivable", "dividends-payable"),
    (
      "related parties;related party;related companies;related party balances;balances with related parties;affiliates;关联方;关联方款项;关联方往来;关联公司;往来款;往来款项",
      "amounts-due-from-related-parties", "amounts-due-to-related-parties"
    ),
    (
      "group companies;group undertakings;subsidiaries;fellow subsidiaries;holding company;ultimate holding company;intercompany;inter-company;intercompany balances;intercompany accounts;intercompany loans;balances with group companies;loans to and from group companies;集团公司;集团内公司;附属公司;内部往来;集团往来;公司间往来",
      "amounts-due-from-group-companies", "amounts-due-to-group-companies"
    ),
    (
      "associates;joint ventures;balances with associates;balances with joint ventures;联营公司;合营企业", "amounts-due-from-associates",
      "amounts-due-to-associates"
    ),
    (
      "directors;director;directors current account;director's loan;directors loans;directors loan account;shareholder loan;shareholder loans;loans with shareholders;current account with directors;董事;股东借款;股东往来;董事往来",
      "amounts-due-from-directors", "amounts-due-to-directors"
    ),
    // `Bank` among assets is cash, whoever writes it.
    ("bank", nil, "placements-from-banks"),
    ("interbank;interbank placements;placements;balances with banks;同业往来;同业", "placements-with-banks", "placements-from-banks"),
    (
      "financial instruments;other financial instruments;金融工具;其他金融工具", "other-financial-assets", "other-financial-liabilities"
    ),
    (
      "at fair value through profit or loss;financial instruments at fair value through profit or loss;financial instruments at fvtpl;以公允价值计量且其变动计入当期损益的金融工具",
      "financial-assets-at-fvtpl", "financial-liabilities-at-fvtpl"
    ),
    (
      "held for sale;classified as held for sale;disposal group held for sale;disposal groups held for sale;disposal group classified as held for sale;discontinued operations;持有待售;持作出售",
      "assets-held-for-sale", "liabilities-held-for-sale"
    ),
    ("contract balances;contracts;contracts with customers;customer contracts;合约;合同", "contract-assets", "contract-liabilities"),
    ("reinsurance;reinsurance contracts;reinsurance contracts held;再保险合同;分保合同", "reinsurance-contract-assets", "reinsurance-payables"),
    ("insurance contracts;保险合同", "insurance-receivables", "insurance-contract-liabilities"),
    (
      "pensions;pension;retirement benefits;retirement benefit obligations;defined benefit plans;defined benefit pension", nil,
      "pension-obligations"
    ),
    ("other;others;sundry;miscellaneous;other items;其他;其它;杂项", "other-assets", "other-liabilities"),
  ]

  /// Stands for the allowance, which the line above decides.
  static let provision = "provision"
}
