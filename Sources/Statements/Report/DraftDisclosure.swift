/// A paragraph for the notes to the accounts that an accountant can take over: who did what when, and what it did to equity.
///
/// Its figures are those of the workings, to the cent. What is signed stands in the conditional; what is not determined is said.
struct DraftDisclosure {
  private let report: GroupReport
  private let transaction: EquityTransaction
  private let words: ChangeWords
  private var isDone: Bool { transaction.event.status == .completed }

  init(_ report: GroupReport, _ transaction: EquityTransaction) {
    self.report = report
    self.transaction = transaction
    words = ChangeWords(report, transaction)
  }

  func write(_ page: inout Markdown) {
    page.heading(3, isDone ? "Draft disclosure" : "Draft disclosure, while it is not completed")
    page.quote(paragraph)
  }

  /// The paragraph itself.
  var paragraph: String { sentences.filter { !$0.isEmpty }.joined(separator: " ") }

  private var sentences: [String] {
    switch transaction.treatment {
    case .equityTransaction: [words.deal, interest, control, equity, reserves]
    case .lossOfControl: [words.deal, interest, loss, gain]
    case .notDeterminable: [words.deal, interest, transaction.controlIsKept == true ? control : "", undetermined]
    }
  }

  /// `rose` for what is done, `would rise` for what is signed.
  private func verb(_ past: String, _ infinitive: String) -> String { isDone ? past : "would \(infinitive)" }

  private func moved(_ amount: Amount) -> String {
    amount.sign < 0
      ? "\(verb("decreased", "decrease")) by \(words.money(amount))"
      : amount.sign == 0 ? verb("did not change", "not change") : "\(verb("increased", "increase")) by \(words.money(amount))"
  }

  private var interest: String {
    guard let before = transaction.interestBefore else { return "" }
    let opening = isDone ? "The" : "On completion, the"
    let from = Figures.percent(before, places: 4)
    guard let after = words.interestAfter else {
      return "Until then, the Group's effective interest in \(words.subsidiary) \(isDone ? "was" : "is") \(from)."
    }
    if after == before { return "\(opening) Group's effective interest \(verb("remained", "remain")) at \(from)." }
    let direction = after < before ? verb("decreased", "decrease") : verb("increased", "increase")
    return "\(opening) Group's effective interest in \(words.subsidiary) \(direction) from \(from) to \(Figures.percent(after, places: 4))."
  }

  private var control: String {
    // Before IAS 27 was revised the treatment was the entity's own choice.
    guard transaction.standard != .beforeRevision else { return "" }
    let citation = transaction.standard.equityTransaction.text
    return isDone
      ? "The Group retains control, so the change is accounted for as an equity transaction: no gain or loss is recognised and goodwill is not adjusted (\(citation))."
      : "The Group would retain control, so the change would be accounted for as an equity transaction: no gain or loss would be recognised and goodwill would not be adjusted (\(citation))."
  }

  private var equity: String {
    guard let owners = transaction.ownersAdjustment, let nci = transaction.nciAdjustment else { return "" }
    var carrying = ""
    if let before = transaction.nciBefore, let after = transaction.nciAfter {
      carrying = " (from \(words.signed(before)) to \(words.signed(after)))"
    }
    let costs = transaction.costs.sign == 0 ? "" : ", after costs and tax of \(words.money(transaction.costs)) taken to equity"
    return
      "Non-controlling interests, \(measured), \(moved(nci))\(carrying), and equity attributable to owners of the parent \(moved(owners))\(costs) (\(transaction.standard.disclosure.text))."
  }

  /// How the policy measures them, in the words of a note.
  private var measured: String {
    switch transaction.policy {
    case .proportionate: "measured at their proportionate share of net assets"
    case .proportionateWithGoodwill: "measured at their proportionate share of net assets and of goodwill re-allocated on disposals"
    case .fullGoodwill, .fullGoodwillOwnShare: "measured with the goodwill attributable to them"
    }
  }

  private var reserves: String {
    guard !transaction.reservesReattributed.isEmpty, let effect = OwnershipSchedule.effect(of: transaction) else { return "" }
    let named = transaction.reservesReattributed.map { reserve in
      let name = report.accounts.catalogue[reserve.item].english.lowercased()
      return "\(words.money(reserve.amount)) of the \(name) \(verb("was", "be")) re-attributed "
        + (reserve.amount.sign < 0 ? "to non-controlling interests" : "from non-controlling interests")
    }
    let other = effect.otherReserve.sign < 0 ? "charged" : "credited"
    return
      "In the owners' equity, \(named.joined(separator: ", ")) (IAS 21.48C, IFRS 10.B94), and \(words.money(effect.otherReserve)) \(verb("was", "be")) \(other) to other reserve."
  }

  private var undetermined: String {
    let reason = transaction.reason.map { report.printer.string($0) } ?? "its figures are not known"
    var sentence =
      transaction.controlIsKept == false
      ? "The gain or loss on the loss of control is not determined: \(reason)."
      : "The effect on equity attributable to owners of the parent is not determined: \(reason)."
    let owners = transaction.bounds.map(\.ownersAdjustment)
    if let low = owners.min(), let high = owners.max() {
      sentence += " While control rests on more than half of the shares, it lies between \(words.signed(low)) and \(words.signed(high))."
    }
    return sentence
  }

  // MARK: Loss of control

  private var loss: String {
    guard let netAssets = transaction.netAssetsBefore else { return "" }
    let goodwill = transaction.goodwillBefore.flatMap { $0.sign == 0 ? nil : ", goodwill of \(words.money($0))" } ?? ""
    let nci = transaction.nciBefore.map { " and non-controlling interests of \(words.signed($0))" } ?? ""
    let kept =
      transaction.retainedFairValue.flatMap { value in
        value.sign == 0 ? nil : "; the interest retained \(verb("was", "be")) measured at its fair value of \(words.money(value))"
      } ?? ""
    return
      "Control \(verb("was", "be")) lost: net assets of \(words.signed(netAssets))\(goodwill)\(nci) \(verb("were", "be")) derecognised\(kept) (\(transaction.standard.lossOfControl.text))."
  }

  private var gain: String {
    guard let gain = transaction.gainOrLoss else { return "" }
    let sentence =
      "\(gain.sign < 0 ? "A loss" : "A gain") of \(words.money(gain)) before tax \(verb("was", "be")) recognised in profit or loss (\(transaction.standard.lossDisclosure.text))."
    var parts = transaction.recycled.map { reserve in
      "\(words.signed(reserve.amount)) of \(report.accounts.catalogue[reserve.item].english.lowercased()) reclassified from equity"
    }
    if let part = transaction.gainOnRetained, part.sign != 0 {
      parts.insert(
        "\(part.sign < 0 ? "a loss" : "a gain") of \(words.money(part)) due to measuring the interest retained at fair value", at: 0)
    }
    return parts.isEmpty ? sentence : sentence + " It \(verb("includes", "include")) \(parts.joined(separator: ", and "))."
  }
}
