/// Writes down how a treatment's figures came about, and proves them.
enum Workings {
  static func write(_ transaction: inout EquityTransaction, _ accounts: GroupAccounts) {
    transaction.workings = lines(transaction, accounts)
    transaction.proofs = proofs(transaction)
  }

  private static func lines(_ transaction: EquityTransaction, _ accounts: GroupAccounts) -> [EquityTransaction.Working] {
    let (before, after) = (transaction.registerBefore, transaction.registerAfter)
    let event = transaction.event
    let cents = Display.cents(transaction.currency)
    var lines: [EquityTransaction.Working] = []
    func add(_ label: Text, _ formula: Text, _ result: Text, _ place: Place?) {
      lines.append(EquityTransaction.Working(label: label, formula: formula, result: result, place: place))
    }
    if let stated = event.statedConsideration {
      let own = Display.cents(event.currency ?? transaction.currency)
      if let shares = event.shares, let price = event.price {
        add(
          "Consideration", "\(number: shares) shares × \(number: price)", "\(Money(stated, own, showsUnit: true))",
          event.place(of: "consideration"))
      } else {
        add("Consideration", "as given", "\(Money(stated, own, showsUnit: true))", event.place(of: "consideration"))
      }
      if let rate = transaction.rate, let consideration = transaction.consideration {
        add("Consideration, translated", "× \(number: rate.rate)", "\(Money(consideration, cents))", rate.place)
      }
    }
    if transaction.costs.sign != 0 {
      add("Costs and tax taken to equity", "as given", "\(Money(transaction.costs, cents))", event.place(of: "costs"))
    }
    if let sharesBefore = transaction.sharesBefore, let sharesAfter = transaction.sharesAfter, let issued = event.shares {
      add("Shares in issue before", "sum of the register", "\(number: sharesBefore)", before?.lines.first?.place)
      add("Shares in issue after", "\(number: sharesBefore) + \(number: issued)", "\(number: sharesAfter)", event.place(of: "shares"))
    }
    if let interest = transaction.interestBefore {
      add(
        "Owners' interest before", interestFormula(before, accounts), "\(percent: interest, places: 6)",
        heldByGroup(before, accounts).first?.place ?? before?.lines.first?.place)
    }
    if let interest = transaction.interestAfter {
      add("Owners' interest after", interestFormula(after, accounts), "\(percent: interest, places: 6)", event.place(of: "shares"))
    }
    if let netAssets = transaction.netAssetsBefore, let date = transaction.netAssetsDate,
      let fact = accounts.netAssets(of: event.entity, onOrBefore: event.date)
    {
      let own = Display.cents(fact.currency)
      if transaction.netAssetsRate != nil || transaction.proceedsTakenOut != nil {
        add("Net assets, 100 %", "as at \(date)", "\(Money(fact.value, own, showsUnit: true))", fact.provenance.place)
      }
      if let proceeds = transaction.proceedsTakenOut {
        add("Of which the event's own money", "in the position of its day already", "\(Money(-proceeds, own, showsUnit: true))", nil)
      }
      if let rate = transaction.netAssetsRate {
        add("Net assets before, 100 %", "× \(number: rate.rate), the closing rate", "\(Money(netAssets, cents))", rate.place)
      } else {
        add("Net assets before, 100 %", "as at \(date)", "\(Money(netAssets, cents))", fact.provenance.place)
      }
    }
    if let netAssets = transaction.netAssetsBefore, let after = transaction.netAssetsAfter {
      add(
        "Net assets after, 100 %", "\(Money(netAssets, cents)) + \(Money(after - netAssets, cents))", "\(Money(after, cents))", nil)
    }
    nciLines(transaction, cents, add)
    return lines
  }

  private static func nciLines(_ transaction: EquityTransaction, _ cents: Display, _ add: (Text, Text, Text, Place?) -> Void) {
    let hasGoodwill = transaction.policy != .proportionate
    if let interest = transaction.interestBefore, let netAssets = transaction.netAssetsBefore, let nci = transaction.nciBefore {
      add(
        "Non-controlling interests before",
        hasGoodwill
          ? "\(percent: .one - interest, places: 6) × \(Money(netAssets, cents)) + their goodwill"
          : "\(percent: .one - interest, places: 6) × \(Money(netAssets, cents))", "\(Money(nci, cents))", nil)
    }
    guard let interest = transaction.interestAfter, let netAssets = transaction.netAssetsAfter, let nci = transaction.nciAfter,
      let change = transaction.nciAdjustment, let owners = transaction.ownersAdjustment, let consideration = transaction.consideration
    else { return }
    add(
      "Non-controlling interests after",
      hasGoodwill
        ? "\(percent: .one - interest, places: 6) × \(Money(netAssets, cents)) + their goodwill and the owners' that goes with the interest"
        : "\(percent: .one - interest, places: 6) × \(Money(netAssets, cents))", "\(Money(nci, cents))", nil)
    add("Change of non-controlling interests", "after less before", "\(Money(change, cents))", nil)
    add(
      "Change of equity attributable to owners", "\(Money(consideration - transaction.costs, cents)) less \(Money(change, cents))",
      "\(Money(owners, cents))", nil)
  }

  private static func heldByGroup(_ register: ShareRegister?, _ accounts: GroupAccounts) -> [ShareRegister.Line] {
    (register?.lines ?? []).filter { $0.kind == .equity && accounts.isInGroup($0.holder) }
  }

  private static func interestFormula(_ register: ShareRegister?, _ accounts: GroupAccounts) -> Text {
    guard let register else { return "by the chain of holdings" }
    let held = heldByGroup(register, accounts)
    if held.count == 1, let shares = held[0].shares, let total = register.sharesInIssue { return "\(number: shares) ÷ \(number: total)" }
    return "by the chain of holdings"
  }

  /// Three proofs, each from the entry as it would be booked.
  private static func proofs(_ transaction: EquityTransaction) -> [EquityTransaction.Proof] {
    guard !transaction.entry.isEmpty, let owners = transaction.ownersAdjustment, let nci = transaction.nciAdjustment,
      let consideration = transaction.consideration, let goodwill = transaction.goodwillBefore
    else { return [] }
    let cents = Display.cents(transaction.currency)
    let cameIn = consideration - transaction.costs
    func booked(_ account: EquityTransaction.EntryLine.Account) -> Amount {
      transaction.entry.filter { $0.account == account }.reduce(.zero) { $0 + $1.amount }
    }
    let balance = transaction.entry.reduce(Amount.zero) { $0 + $1.amount }
    let goodwillAfter = goodwill + booked(.goodwill)
    return [
      EquityTransaction.Proof(
        statement: "Nothing in profit or loss: the entry balances without it",
        shown:
          "\(Money(booked(.cash), cents)) = \(Money(-booked(.nonControllingInterests), cents)) + \(Money(-booked(.ownersReserve), cents))",
        holds: balance.sign == 0 && booked(.profitOrLoss).sign == 0),
      EquityTransaction.Proof(
        statement: "Goodwill unchanged in total",
        shown: goodwill.sign == 0
          ? "none is on file, none is booked" : "\(Money(goodwill, cents)) before, \(Money(goodwillAfter, cents)) after",
        holds: goodwillAfter == goodwill),
      EquityTransaction.Proof(
        statement: "Owners and non-controlling interests gain what came in",
        shown: "\(Money(owners, cents)) + \(Money(nci, cents)) = \(Money(cameIn, cents))", holds: owners + nci == cameIn),
    ]
  }
}
