/// The entries of completed events in hledger's format.
///
/// Assets and payments debit (positive), equity and NCI credit (negative), as hledger has it. Each entry balances to the cent.
enum Journal {
  static func bytes(_ accounts: GroupAccounts) -> [UInt8] {
    var text = "; The entries of completed changes of ownership, consolidated level; amounts to the cent.\n"
    if let currency = accounts.presentationCurrency { text += "commodity \(currency.code) 1,000.00\n" }
    for transaction in accounts.transactions where transaction.event.status == .completed && !transaction.entry.isEmpty {
      text += "\n" + entry(transaction, accounts)
    }
    return Array(text.utf8)
  }

  /// The postings of a transaction: accounts by name, debits positive.
  static func postings(_ transaction: EquityTransaction, _ accounts: GroupAccounts) -> [(account: String, amount: Amount)] {
    let entity = plain(accounts.entities[transaction.event.entity].name)
    return transaction.entry.map { line in
      let account =
        switch line.account {
        case .cash: "Assets:Cash:\(plain(accounts.entities[transaction.cashHolder(accounts)].name))"
        case .liability: "Liabilities:Converted:\(entity)"
        case .netAssets: "Assets:Net assets of subsidiaries:\(entity)"
        case .retainedInterest: "Assets:Interests retained:\(entity)"
        case .reserve(let item): "Equity:Attributable to owners:\(plain(accounts.catalogue[item].english))"
        case .nonControllingInterests: "Equity:Non-controlling interests:\(entity)"
        case .ownersReserve: "Equity:Attributable to owners:Other reserve"
        case .goodwill: "Assets:Goodwill:\(entity)"
        case .profitOrLoss: "Income:Changes of ownership:\(entity)"
        }
      return (account, line.amount)
    }
  }

  private static func entry(_ transaction: EquityTransaction, _ accounts: GroupAccounts) -> String {
    let event = transaction.event
    var text =
      "\(event.date.isoText) \(plain(event.name))  ; \((transaction.treatment == .lossOfControl ? transaction.standard.lossOfControl : transaction.standard.equityTransaction).text)\n"
    let code = transaction.currency?.code ?? ""
    let postings = postings(transaction, accounts).map { ($0.account, "\(code) \(Figures.grouped($0.amount.text(minimumPlaces: 2)))") }
    let width = postings.map { DisplayWidth.of($0.0) }.max() ?? 0
    let amountWidth = postings.map { $0.1.count }.max() ?? 0
    for (account, amount) in postings {
      let gap = String(repeating: " ", count: width - DisplayWidth.of(account) + 2 + amountWidth - amount.count)
      text += "    \(account)\(gap)\(amount)\n"
    }
    return text
  }

  /// Words that are safe as an account or a description: no line ends, comments, payee bars or double blanks.
  private static func plain(_ words: String) -> String {
    let kept = Printable.visible(words).map { ";|:()[]=*!@".contains($0) ? " " : $0 }
    let joined = String(kept).split(separator: " ").joined(separator: " ")
    return joined.isEmpty ? "unnamed" : joined
  }
}
