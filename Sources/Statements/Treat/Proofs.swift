/// What must hold of every treatment, proved from the entry as it would be booked.
enum Proofs {
  /// Three proofs of an equity transaction, two of a loss of control; none where nothing is booked.
  static func of(_ transaction: EquityTransaction) -> [EquityTransaction.Proof] {
    guard !transaction.entry.isEmpty else { return [] }
    let ledger = Ledger(transaction)
    let register = registerProof(transaction)
    switch transaction.treatment {
    case .equityTransaction: return equity(transaction, ledger) + register
    case .lossOfControl: return lossOfControl(transaction, ledger) + register
    case .notDeterminable: return []
    }
  }

  /// The entry, by account.
  private struct Ledger {
    let entry: [EquityTransaction.EntryLine]
    let cents: Display

    init(_ transaction: EquityTransaction) {
      entry = transaction.entry
      cents = Display.cents(transaction.currency)
    }

    var balance: Amount { entry.reduce(.zero) { $0 + $1.amount } }

    func booked(_ account: EquityTransaction.EntryLine.Account) -> Amount {
      entry.filter { $0.account == account }.reduce(.zero) { $0 + $1.amount }
    }

    /// What owners' equity is credited: the reserve for the difference and those that are re-attributed.
    var owners: Amount {
      -entry.filter { line in
        switch line.account {
        case .ownersReserve, .reserve: true
        case .cash, .liability, .netAssets, .retainedInterest, .nonControllingInterests, .goodwill, .profitOrLoss: false
        }
      }.reduce(Amount.zero) { $0 + $1.amount }
    }
  }

  private static func equity(_ transaction: EquityTransaction, _ ledger: Ledger) -> [EquityTransaction.Proof] {
    guard let owners = transaction.ownersAdjustment, let nci = transaction.nciAdjustment, let cameIn = transaction.cameIn,
      let goodwill = transaction.goodwillBefore
    else { return [] }
    let cents = ledger.cents
    let goodwillAfter = goodwill + ledger.booked(.goodwill)
    let cash = ledger.booked(.cash) + ledger.booked(.liability)
    return [
      EquityTransaction.Proof(
        statement: "Nothing in profit or loss: the entry balances without it",
        shown: "\(Money(cash, cents)) = \(Money(-ledger.booked(.nonControllingInterests), cents)) + \(Money(ledger.owners, cents))",
        holds: ledger.balance.sign == 0 && ledger.booked(.profitOrLoss).sign == 0),
      EquityTransaction.Proof(
        statement: "Goodwill unchanged in total",
        shown: goodwill.sign == 0
          ? "none is on file beside net assets, none is booked" : "\(Money(goodwill, cents)) before, \(Money(goodwillAfter, cents)) after",
        holds: goodwillAfter == goodwill),
      EquityTransaction.Proof(
        statement: "Owners and non-controlling interests gain what came in",
        shown: "\(Money(owners, cents)) + \(Money(nci, cents)) = \(Money(cameIn, cents))", holds: owners + nci == cameIn),
    ]
  }

  private static func lossOfControl(_ transaction: EquityTransaction, _ ledger: Ledger) -> [EquityTransaction.Proof] {
    guard let gain = transaction.gainOrLoss else { return [] }
    let cents = ledger.cents
    let debits = ledger.entry.reduce(Amount.zero) { $1.amount.sign > 0 ? $0 + $1.amount : $0 }
    return [
      EquityTransaction.Proof(
        statement: "The entry balances with the gain or loss", shown: "debits \(Money(debits, cents)), credits the same",
        holds: ledger.balance.sign == 0 && ledger.booked(.profitOrLoss) == -gain),
      EquityTransaction.Proof(
        statement: "No difference is taken to the owners' equity", shown: "the reserve for transactions with NCI is not touched",
        holds: ledger.booked(.ownersReserve).sign == 0),
    ]
  }

  /// The register adds up before and after: the shares that were there and those that came or went are those that are there.
  private static func registerProof(_ transaction: EquityTransaction) -> [EquityTransaction.Proof] {
    guard let before = transaction.sharesBefore, let after = transaction.sharesAfter, let register = transaction.registerAfter else {
      return []
    }
    let held = register.lines.filter { $0.kind == .equity }.compactMap(\.shares).reduce(Ratio.zero, +)
    let moved = transaction.event.movements.compactMap(\.shares).reduce(Ratio.zero, +)
    let expected =
      switch transaction.event.kind {
      case .issue, .rights, .exercise, .conversion: before + moved
      case .buyback: before - moved
      case .sale, .purchase, .lapse: before
      }
    return [
      EquityTransaction.Proof(
        statement: "The register adds up before and after",
        shown: "\(number: before) before, \(number: after) after, held \(number: held)", holds: held == after && after == expected)
    ]
  }
}
