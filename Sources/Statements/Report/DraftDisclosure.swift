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
  var paragraph: Text { sentences.filter { !$0.isEmpty }.joined(.sentences) }

  private var sentences: [Text] {
    switch transaction.treatment {
    case .equityTransaction: [words.deal, interest, control, equity, reserves]
    case .lossOfControl: [words.deal, interest, loss, gain]
    case .notDeterminable: [words.deal, interest, transaction.controlIsKept == true ? control : "", undetermined]
    }
  }

  /// What happened to an amount of equity, or would on completion.
  private func moved(_ amount: Amount) -> Text {
    let money = words.money(amount)
    return switch (amount.sign < 0, amount.sign == 0) {
    case (true, _): isDone ? "decreased by \(money)" : "would decrease by \(money)"
    case (_, true): isDone ? "did not change" : "would not change"
    case (_, false): isDone ? "increased by \(money)" : "would increase by \(money)"
    }
  }

  private var interest: Text {
    guard let before = transaction.interestBefore else { return "" }
    let from = Text.percent(before, places: 4)
    let subsidiary = words.subsidiary
    guard let after = words.interestAfter else {
      return isDone
        ? "Until then, the Group's effective interest in \(subsidiary) was \(from)."
        : "Until then, the Group's effective interest in \(subsidiary) is \(from)."
    }
    let to = Text.percent(after, places: 4)
    if after == before {
      return isDone
        ? "The Group's effective interest remained at \(from)." : "On completion, the Group's effective interest would remain at \(from)."
    }
    if after < before {
      return isDone
        ? "The Group's effective interest in \(subsidiary) decreased from \(from) to \(to)."
        : "On completion, the Group's effective interest in \(subsidiary) would decrease from \(from) to \(to)."
    }
    return isDone
      ? "The Group's effective interest in \(subsidiary) increased from \(from) to \(to)."
      : "On completion, the Group's effective interest in \(subsidiary) would increase from \(from) to \(to)."
  }

  private var control: Text {
    // Before IAS 27 was revised the treatment was the entity's own choice.
    guard transaction.standard != .beforeRevision else { return "" }
    let citation = transaction.standard.equityTransaction.text
    return isDone
      ? "The Group retains control, so the change is accounted for as an equity transaction: no gain or loss is recognised and goodwill is not adjusted (\(printed: citation))."
      : "The Group would retain control, so the change would be accounted for as an equity transaction: no gain or loss would be recognised and goodwill would not be adjusted (\(printed: citation))."
  }

  private var equity: Text {
    guard let owners = transaction.ownersAdjustment, let nci = transaction.nciAdjustment else { return "" }
    var moves = moved(nci)
    if let before = transaction.nciBefore, let after = transaction.nciAfter {
      moves = "\(moves) (from \(words.signed(before)) to \(words.signed(after)))"
    }
    let ownersMove: Text =
      transaction.costs.sign == 0
      ? moved(owners) : "\(moved(owners)), after costs and tax of \(words.money(transaction.costs)) taken to equity"
    return
      "Non-controlling interests, \(measured), \(moves), and equity attributable to owners of the parent \(ownersMove) (\(printed: transaction.standard.disclosure.text))."
  }

  /// How the policy measures them, in the words of a note.
  private var measured: Text {
    switch transaction.policy {
    case .proportionate: "measured at their proportionate share of net assets"
    case .proportionateWithGoodwill: "measured at their proportionate share of net assets and of goodwill re-allocated on disposals"
    case .fullGoodwill, .fullGoodwillOwnShare: "measured with the goodwill attributable to them"
    }
  }

  private var reserves: Text {
    guard !transaction.reservesReattributed.isEmpty, let effect = OwnershipSchedule.effect(of: transaction) else { return "" }
    // What is re-attributed goes to non-controlling interests where the owners' interest falls, a gain or a loss (IAS 21.48C).
    let falls = (transaction.interestAfter ?? .zero) < (transaction.interestBefore ?? .zero)
    let named = transaction.reservesReattributed.map { reserve -> Text in
      let name = Text.lowerCaption(report.accounts.catalogue[reserve.item])
      let money = words.money(reserve.amount)
      let isGain = (reserve.amount.sign < 0) == falls
      let part: Text = isGain ? "\(money) of the \(name)" : "an accumulated loss of \(money) in the \(name)"
      return switch (falls, isDone) {
      case (true, true): "\(part) was re-attributed to non-controlling interests"
      case (true, false): "\(part) would be re-attributed to non-controlling interests"
      case (false, true): "\(part) was re-attributed from non-controlling interests"
      case (false, false): "\(part) would be re-attributed from non-controlling interests"
      }
    }.joined(.comma)
    let rest = words.money(effect.otherReserve)
    return switch (effect.otherReserve.sign < 0, isDone) {
    case (true, true):
      "In the owners' equity, \(named) (IAS 21.48C, IFRS 10.B94), and \(rest) was charged to other reserve."
    case (true, false):
      "In the owners' equity, \(named) (IAS 21.48C, IFRS 10.B94), and \(rest) would be charged to other reserve."
    case (false, true):
      "In the owners' equity, \(named) (IAS 21.48C, IFRS 10.B94), and \(rest) was credited to other reserve."
    case (false, false):
      "In the owners' equity, \(named) (IAS 21.48C, IFRS 10.B94), and \(rest) would be credited to other reserve."
    }
  }

  private var undetermined: Text {
    let reason = transaction.reason ?? "its figures are not known"
    let sentence: Text =
      transaction.controlIsKept == false
      ? "The gain or loss on the loss of control is not determined: \(reason)."
      : "The effect on equity attributable to owners of the parent is not determined: \(reason)."
    let owners = transaction.bounds.map(\.ownersAdjustment)
    guard let low = owners.min(), let high = owners.max() else { return sentence }
    let range: Text =
      "While control rests on more than half of the shares, it lies between \(words.signed(low)) and \(words.signed(high))."
    return [sentence, range].joined(.sentences)
  }

  // MARK: Loss of control

  private var loss: Text {
    guard let netAssets = transaction.netAssetsBefore else { return "" }
    var gone: Text = "net assets of \(words.signed(netAssets))"
    if let goodwill = transaction.goodwillBefore, goodwill.sign != 0 { gone = "\(gone), goodwill of \(words.money(goodwill))" }
    if let nci = transaction.nciBefore { gone = "\(gone) and non-controlling interests of \(words.signed(nci))" }
    let citation = Text.printed(transaction.standard.lossOfControl.text)
    guard let value = transaction.retainedFairValue, value.sign != 0 else {
      return isDone
        ? "Control was lost: \(gone) were derecognised (\(citation))."
        : "Control would be lost: \(gone) would be derecognised (\(citation))."
    }
    let kept = words.money(value)
    return isDone
      ? "Control was lost: \(gone) were derecognised; the interest retained was measured at its fair value of \(kept) (\(citation))."
      : "Control would be lost: \(gone) would be derecognised; the interest retained would be measured at its fair value of \(kept) (\(citation))."
  }

  private var gain: Text {
    guard let gain = transaction.gainOrLoss else { return "" }
    let (money, citation) = (words.money(gain), Text.printed(transaction.standard.lossDisclosure.text))
    let sentence: Text =
      switch (gain.sign < 0, isDone) {
      case (true, true): "A loss of \(money) before tax was recognised in profit or loss (\(citation))."
      case (true, false): "A loss of \(money) before tax would be recognised in profit or loss (\(citation))."
      case (false, true): "A gain of \(money) before tax was recognised in profit or loss (\(citation))."
      case (false, false): "A gain of \(money) before tax would be recognised in profit or loss (\(citation))."
      }
    var parts = transaction.recycled.map { reserve -> Text in
      "\(words.signed(reserve.amount)) of \(Text.lowerCaption(report.accounts.catalogue[reserve.item])) reclassified from equity"
    }
    if let part = transaction.gainOnRetained, part.sign != 0 {
      let money = words.money(part)
      parts.insert(
        part.sign < 0
          ? "a loss of \(money) due to measuring the interest retained at fair value"
          : "a gain of \(money) due to measuring the interest retained at fair value", at: 0)
    }
    var sentences = [sentence]
    if transaction.costs.sign != 0 {
      let costs = words.money(transaction.costs)
      sentences.append(isDone ? "It is after costs of \(costs)." : "It would be after costs of \(costs).")
    }
    let included = parts.joined(.commaAnd)
    if !parts.isEmpty { sentences.append(isDone ? "It includes \(included)." : "It would include \(included).") }
    return sentences.joined(.sentences)
  }
}
