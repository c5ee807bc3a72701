/// Accounts that bookkeepers name alike, and that stand for a line item in a ledger only: a statement has them within its lines.
///
/// Discounts and returns are part of revenue or of purchases (IFRS 15.47 and 51, IAS 2.11); what each debit or credit adds follows from the
/// side on which it stands.
enum LedgerAccounts {
  /// The item of an account's words, or nil where they are none of these.
  ///
  /// - Parameters:
  ///   - netDebit: its debits less credits, which tell a deferred tax liability.
  ///   - isBalance: whether its section is one of balances; nil where it has none.
  static func item(_ words: String, netDebit: Amount, isBalance: Bool?) -> String? {
    let key = Folding.label(words)
    if deferredTax.contains(key) {
      if isBalance == false { return "deferred-tax-expense" }
      return netDebit.sign < 0 ? "deferred-tax-liabilities" : isBalance == true ? "deferred-tax-assets" : nil
    }
    guard let id = byWords[key], isBalance ?? balances.contains(id) == balances.contains(id) else { return nil }
    return id
  }

  private static let deferredTax = Set(["deferred tax", "deferred taxation", "deferred income tax"].map { Folding.label($0) })

  private static let balances: Set = [
    "taxes-payable", "employee-benefits-payable", "cash-and-cash-equivalents", "amounts-due-to-directors", "lease-liabilities",
    "retained-earnings", "property-plant-and-equipment",
  ]

  private static let byWords: [String: String] = {
    let rows: [(id: String, words: String)] = [
      (
        "gain-on-disposal-of-assets",
        """
        gain on disposal;profit on disposal;gain on disposal of fixed assets;profit on disposal of fixed assets;profit on sale of assets;
        gain on sale of assets;gain/loss on disposal;gain/(loss) on disposal;profit/loss on disposal;profit/loss on sale of assets;
        profit/(loss) on disposal;profit or loss on disposal;gain or loss on disposal;gains and losses on disposal;disposal of assets gain/loss;
        profit on sale of fixed assets;gain on sale of fixed assets
        """
      ),
      (
        "loss-on-disposal-of-non-current-assets",
        "loss on disposal;loss on disposal of fixed assets;loss on sale of assets;loss on sale of fixed assets;loss on disposal of assets"
      ),
      (
        "revenue",
        """
        sales returns;sales return;returns inwards;return inwards;sales returns and allowances;sales allowances;sales discounts;
        sales discount;discounts allowed;discount allowed;discounts given;sales returns & allowances
        """
      ),
      (
        "purchases",
        """
        purchase returns;purchases returns;returns outwards;return outwards;purchase returns and allowances;purchase discounts;
        discounts received;discount received;discounts taken;carriage inwards;carriage in
        """
      ),
      ("other-income", "royalties received;royalty income"),
      (
        "staff-costs",
        "directors' remuneration;directors remuneration;directors' emoluments;staff welfare;employer's national insurance;employers national insurance;employers ni"
      ),
      ("travel-and-entertainment", "entertaining;entertainment"),
      ("taxes-payable", "paye control;paye control account;paye/nic control;paye and nic;paye & nic;paye/nic"),
      ("employee-benefits-payable", "net wages control;wages control;net wages;wages control account"),
      ("cash-and-cash-equivalents", "bank current account;current account - bank"),
      ("amounts-due-to-directors", "directors' current account;director's current account;directors current account"),
      ("lease-liabilities", "hire purchase;hire purchase liability;hire purchase creditor"),
      (
        "retained-earnings",
        "profit and loss account b/f;profit and loss b/f;profit & loss account b/f;p&l account b/f;retained earnings b/f;retained earnings b/fwd;retained profit b/f"
      ),
      ("property-plant-and-equipment", "freehold property;leasehold property"),
    ]
    var result: [String: String] = [:]
    for row in rows {
      for words in row.words.split(whereSeparator: { $0 == ";" || $0 == "\n" }) { result[Folding.label(String(words))] = row.id }
    }
    return result
  }()
}
