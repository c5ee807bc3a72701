/// Whether amounts are a ledger's, debits positive and credits negative, or printed in the sense of their items.
struct LedgerSigns: Sendable {
  let isLedger: Bool
  /// How that was seen.
  let evidence: [Text]

  /// `items` are those of the file's accounts, in their order.
  init(_ read: LedgerReader, _ items: [LineItem]) {
    let layout = read.reader.layout
    if layout.form == .trialBalance {
      self.init(
        isLedger: true,
        evidence: [
          layout.measures.contains { $0.isMarked }
            ? "signs: the cells say with Dr or Cr on which side each amount is, turned into the signs of the line items"
            : layout.measures.isEmpty || layout.measures.contains { $0.sideField != nil }
              ? "signs: a column says on which side each amount is"
              : "signs: columns of debits and credits, turned into the signs of the line items"
        ])
      return
    }
    let sums = read.sums.all.map(\.sum)
    var (negative, positive) = (0, 0)
    for posting in read.postings where LedgerSide.isSurelyCredit(items[posting.account]) {
      if posting.amount.sign < 0 { negative += 1 }
      if posting.amount.sign > 0 { positive += 1 }
    }
    self.init(
      layout, balanced: sums.count { $0.debits.sign != 0 && $0.debits == $0.credits },
      wanted: sums.count { $0.debits.sign != 0 || $0.credits.sign != 0 }, negative: negative, positive: positive)
  }

  private init(isLedger: Bool, evidence: [Text]) {
    self.isLedger = isLedger
    self.evidence = evidence
  }

  /// - Parameters:
  ///   - balanced: how many groups come to nil.
  ///   - wanted: how many have amounts.
  ///   - negative: how many amounts of items that are surely credits are negative.
  ///   - positive: how many of those are positive.
  init(_ layout: RegisterLayout, balanced: Int, wanted: Int, negative: Int, positive: Int) {
    let hasAccounts = layout.columns[.account] != nil || layout.columns[.accountName] != nil
    let allNil = wanted > 0 && balanced == wanted && (hasAccounts || negative > 0)
    let mostNil = balanced > 0 && negative > positive
    let looksSo = hasAccounts && negative >= 2 && positive == 0
    isLedger = allNil || mostNil || looksSo
    if allNil {
      evidence = ["signs: the amounts come to nil for each entity and date, so debits are positive and credits negative"]
    } else if isLedger {
      evidence = [
        "signs: \(negative) amounts of liabilities, capital or revenue are negative and \(positive) positive, so debits are positive and credits negative"
      ]
    } else {
      evidence = ["signs: as printed, in the sense of each item"]
    }
  }

  /// A row's amount on its way to a fact: turned where it is a debit, as printed where it is not.
  func value(_ posting: LedgerPosting, side: LedgerSide?, sense: LabelSense) -> Amount {
    if isLedger {
      if posting.isNatural { return posting.amount }
      return side?.value(ofNetDebit: posting.amount) ?? posting.amount
    }
    return sense == .loss ? -posting.amount.magnitude : posting.amount
  }
}
