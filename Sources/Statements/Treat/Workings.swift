/// Writes down how a treatment's figures came about, and proves them.
struct Workings {
  private let transaction: EquityTransaction
  private let accounts: GroupAccounts
  private let cents: Display
  private var lines: [EquityTransaction.Working] = []

  static func write(_ transaction: inout EquityTransaction, _ accounts: GroupAccounts) {
    var workings = Workings(transaction, accounts)
    workings.addDeal()
    workings.addInterests()
    workings.addNetAssets()
    if transaction.treatment == .lossOfControl { workings.addLossOfControl() } else { workings.addEquity() }
    transaction.workings = workings.lines
    transaction.proofs = Proofs.of(transaction)
  }

  private init(_ transaction: EquityTransaction, _ accounts: GroupAccounts) {
    self.transaction = transaction
    self.accounts = accounts
    cents = Display.cents(transaction.currency)
  }

  private mutating func add(_ label: Text, _ formula: Text, _ result: Text, _ place: Place? = nil) {
    lines.append(EquityTransaction.Working(label: label, formula: formula, result: result, place: place))
  }

  private mutating func add(_ label: Text, _ formula: Text, _ amount: Amount?, _ place: Place? = nil) {
    if let amount { add(label, formula, "\(Money(amount, cents))", place) }
  }

  // MARK: The deal

  private mutating func addDeal() {
    let event = transaction.event
    let own = Display.cents(event.currency ?? transaction.currency)
    for line in event.movements {
      guard let stated = line.statedConsideration, stated.sign != 0 || event.movements.count == 1, event.kind != .lapse || stated.sign != 0
      else { continue }
      let label: Text = event.lines.isEmpty ? "Consideration" : label(of: line)
      if let shares = line.shares, let price = line.price {
        add(
          label, "\(number: shares) shares × \(number: price)", "\(Money(stated, own, showsUnit: true))", line.place(of: "consideration"))
      } else {
        add(label, "as given", "\(Money(stated, own, showsUnit: true))", line.place(of: "consideration"))
      }
    }
    if let rate = transaction.rate, let consideration = transaction.consideration {
      add("Consideration, translated", "× \(number: rate.rate)", consideration, rate.place)
    }
    if let carried = transaction.carriedInNCI {
      add("Carried by non-controlling interests until now", given(event.carryingAmount), carried, event.place(of: "carrying amount"))
    }
    if transaction.costs.sign != 0 { addCosts() }
    if transaction.treatment == .lossOfControl {
      if event.movesNetAssets, event.costs.sign != 0 {
        add(
          "Costs of the former subsidiary", "not the group's", "\(Money(event.costs, own, showsUnit: true))", event.place(of: "costs"))
      }
      if event.tax.sign != 0 {
        add("Tax, an expense of its own", "not of the gain", "\(Money(event.tax, own, showsUnit: true))", event.place(of: "tax"))
      }
    }
  }

  /// Costs and tax in their own cells; together where they are translated, so that the sum is rounded once.
  private mutating func addCosts() {
    let event = transaction.event
    if transaction.treatment == .lossOfControl {
      add("Costs", given(event.costs), transaction.costs, event.place(of: "costs"))
    } else if transaction.rate == nil, event.costs.sign != 0, event.tax.sign != 0 {
      add("Costs taken to equity", "as given", event.costs, event.place(of: "costs"))
      add("Tax taken to equity", "as given", event.tax, event.place(of: "tax"))
    } else {
      add(
        "Costs and tax taken to equity", given(event.costs + event.tax), transaction.costs,
        event.place(of: event.costs.sign == 0 ? "tax" : "costs"))
    }
  }

  /// Amounts added up, those that are nil left out.
  private func sum(_ amounts: Amount...) -> Text {
    let terms = amounts.filter { $0.sign != 0 }
    return terms.dropFirst().reduce("\(Money(terms.first ?? .zero, cents))") { sum, term in
      term.sign < 0 ? "\(sum) − \(Money(term.magnitude, cents))" : "\(sum) + \(Money(term, cents))"
    }
  }

  /// How an amount of the event came about: as its line gives it, at the rate of its day where it is in another currency.
  private func given(_ amount: Amount?) -> Text {
    guard let amount, let rate = transaction.rate else { return "as given" }
    let own = Display.cents(transaction.event.currency ?? transaction.currency)
    return "\(Money(amount, own, showsUnit: true)) × \(number: rate.rate)"
  }

  private func label(of line: EquityEvent) -> Text {
    let party = transaction.event.kind == .sale ? line.to : line.from ?? line.to
    guard let party else { return "Consideration" }
    return accounts.isInGroup(party)
      ? "Consideration, \(quoted: accounts.entities[party]), within the group"
      : "Consideration, \(quoted: accounts.entities[party])"
  }

  // MARK: Interests

  private mutating func addInterests() {
    let (before, after) = (transaction.registerBefore, transaction.registerAfter)
    let event = transaction.event
    if let sharesBefore = transaction.sharesBefore, let sharesAfter = transaction.sharesAfter {
      add("Shares in issue before", "sum of the register", "\(number: sharesBefore)", before?.lines.first?.place)
      let change = sharesAfter - sharesBefore
      if change.isZero {
        add("Shares in issue after", "no share is issued or bought back", "\(number: sharesAfter)", event.place(of: "shares"))
      } else if change.sign > 0 {
        add("Shares in issue after", "\(number: sharesBefore) + \(number: change)", "\(number: sharesAfter)", event.place(of: "shares"))
      } else {
        add("Shares in issue after", "\(number: sharesBefore) − \(number: -change)", "\(number: sharesAfter)", event.place(of: "shares"))
      }
    }
    if let interest = transaction.interestBefore {
      add(
        "Owners' interest before", interestFormula(before), "\(percent: interest, places: 6)",
        heldByGroup(before).first?.place ?? before?.lines.first?.place)
    }
    if let interest = transaction.interestAfter {
      add("Owners' interest after", interestFormula(after), "\(percent: interest, places: 6)", event.place(of: "shares"))
    }
  }

  private func heldByGroup(_ register: ShareRegister?) -> [ShareRegister.Line] {
    (register?.lines ?? []).filter { $0.kind == .equity && accounts.isInGroup($0.holder) }
  }

  private func interestFormula(_ register: ShareRegister?) -> Text {
    guard let register else { return "by the chain of holdings" }
    let held = heldByGroup(register)
    guard held.count == 1, register.lines.allSatisfy({ $0.kind == .equity }), let shares = held[0].shares,
      let total = register.sharesInIssue
    else { return "by the chain of holdings" }
    if held[0].holder == accounts.entities.parent { return "\(number: shares) ÷ \(number: total)" }
    if let above = accounts.ownership.effectiveInterest(in: held[0].holder, at: .before(transaction.event)) {
      return "\(percent: above, places: 6) × \(number: shares) ÷ \(number: total)"
    }
    return "by the chain of holdings"
  }

  // MARK: Net assets

  private mutating func addNetAssets() {
    guard let netAssets = transaction.netAssetsBefore, let date = transaction.netAssetsDate else { return }
    let event = transaction.event
    let isAttributable = !accounts.ownership.partlyHeldDescendants(of: event.entity, at: .before(event)).isEmpty
    let item = isAttributable ? accounts.items.ownersEquity : accounts.items.netAssets
    let fact = accounts.index.series(event.entity, item).last { $0.period.end == date }
    let own = Display.cents(fact?.currency)
    let label: Text = isAttributable ? "Equity attributable to its own owners before" : "Net assets before, 100 %"
    let isPlain = transaction.netAssetsRate == nil && transaction.proceedsTakenOut == nil && transaction.carriedForward.isEmpty
    if !isPlain, let fact {
      add(
        isAttributable ? "Equity attributable to its own owners" : "Net assets, 100 %", "as at \(date)",
        "\(Money(fact.value, own, showsUnit: true))", fact.provenance.place)
    }
    if let proceeds = transaction.proceedsTakenOut {
      add("Of which the event's own money", "in the position of its day already", "\(Money(-proceeds, own, showsUnit: true))", nil)
    }
    for step in transaction.carriedForward {
      add("Since then: \(step.label)", "to the day of the event", "\(Money(step.amount, own, showsUnit: true))", step.place)
    }
    if let apportionment = accounts.netAssets(before: event, item)?.apportionment {
      add(
        "of which taken by time",
        apportionment.isByMonths
          ? "\(apportionment.part.wholeMonths ?? 0) of \(apportionment.period.wholeMonths ?? 0) months of \(Money(apportionment.whole.amount, own))"
          : "\(apportionment.part.dayCount) of \(apportionment.period.dayCount) days of \(Money(apportionment.whole.amount, own))",
        "\(Money(apportionment.amount, own, showsUnit: true))", apportionment.whole.place)
    }
    if let rate = transaction.netAssetsRate {
      add(label, "× \(number: rate.rate), the closing rate", netAssets, rate.place)
    } else {
      add(label, isPlain ? "as at \(date)" : "as carried forward", netAssets, isPlain ? fact?.provenance.place : nil)
    }
    if let after = transaction.netAssetsAfter, after != netAssets {
      add(
        isAttributable ? "Equity attributable to its own owners after" : "Net assets after, 100 %",
        "\(Money(netAssets, cents)) + \(Money(after - netAssets, cents))", after)
    }
  }

  // MARK: Equity

  private mutating func addEquity() {
    addNCIBefore()
    guard let change = transaction.nciAdjustment, let owners = transaction.ownersAdjustment, let cameIn = transaction.cameIn else { return }
    if let handed = transaction.goodwillHandedOver, handed.sign != 0 {
      add(
        handed.sign > 0
          ? "Goodwill that goes over to non-controlling interests" : "Goodwill that comes back from non-controlling interests",
        "policy \(code: transaction.policy.letter)", handed)
    }
    if let nci = transaction.nciAfter, let before = transaction.nciBefore {
      let isPlain = transaction.nciPlace == nil && transaction.policy == .proportionate && transaction.event.kind != .purchase
      if isPlain, let interest = transaction.interestAfter, let netAssets = transaction.netAssetsAfter,
        Amount((Ratio.one - interest) * netAssets.ratio, roundedTo: 2) == nci
      {
        add("Non-controlling interests after", "\(percent: .one - interest, places: 6) × \(Money(netAssets, cents))", nci)
        add("Change of non-controlling interests", "after less before", change)
      } else {
        add("Change of non-controlling interests", changeFormula, change)
        add("Non-controlling interests after", "\(Money(before, cents)) + \(Money(change, cents))", nci)
      }
    } else {
      add("Change of non-controlling interests", changeFormula, change)
    }
    add("Change of equity attributable to owners", "\(Money(cameIn, cents)) less \(Money(change, cents))", owners)
    for reserve in transaction.reservesReattributed {
      let name = Text.caption(accounts.catalogue[reserve.item])
      add(
        "of which \(name), re-attributed", "owners' \(Money(reserve.ofOwnersBefore, cents)), \(reserve.basis)", reserve.amount,
        reserve.place)
    }
  }

  private mutating func addNCIBefore() {
    guard let nci = transaction.nciBefore else { return }
    if let place = transaction.nciPlace {
      add("Non-controlling interests before", "as carried", nci, place)
      return
    }
    guard let interest = transaction.interestBefore, let netAssets = transaction.netAssetsBefore else { return }
    let hasGoodwill = transaction.policy != .proportionate && transaction.goodwillBefore?.sign != 0
    if let carried = transaction.carriedInNCI {
      add(
        "Non-controlling interests before",
        "\(percent: .one - interest, places: 6) × (\(Money(netAssets, cents)) − \(Money(carried, cents))) + \(Money(carried, cents))", nci)
    } else {
      add(
        "Non-controlling interests before",
        hasGoodwill
          ? "\(percent: .one - interest, places: 6) × \(Money(netAssets, cents)) + their goodwill"
          : "\(percent: .one - interest, places: 6) × \(Money(netAssets, cents))", nci)
    }
  }

  private var changeFormula: Text {
    guard let before = transaction.interestBefore, let after = transaction.interestAfter else { return "by the policy" }
    if transaction.event.kind == .purchase, let nci = transaction.nciBefore, before != .one {
      return
        "−\(Money(nci, cents)) × \(percent: after - before, places: 6) ÷ \(percent: .one - before, places: 6), the part that is bought"
    }
    if let netAssets = transaction.netAssetsBefore, let netAssetsAfter = transaction.netAssetsAfter {
      return
        "\(percent: .one - after, places: 6) × \(Money(netAssetsAfter, cents)) less \(percent: .one - before, places: 6) × \(Money(netAssets, cents)), with what else is named above"
    }
    return "by the policy"
  }

  // MARK: Loss of control

  private mutating func addLossOfControl() {
    guard let netAssets = transaction.netAssetsBefore, let goodwill = transaction.goodwillBefore, let gain = transaction.gainOrLoss,
      let received = transaction.consideration, let retained = transaction.retainedFairValue
    else { return }
    addNCIBefore()
    let nci = transaction.nciBefore ?? .zero
    add("Goodwill", goodwill.sign == 0 ? "none is on file beside net assets" : "as carried", goodwill)
    let carrying = netAssets + goodwill - nci
    add("The group's carrying amount", sum(netAssets, goodwill, -nci), carrying)
    let came: Text = transaction.rate == nil ? "as given" : "after the rate"
    add("Received for shares of the group", received.sign == 0 ? "nothing comes into the group" : came, received)
    add(
      "Interest kept, at fair value", given(transaction.event.retainedFairValue), retained,
      transaction.event.place(of: "retained fair value"))
    for reserve in transaction.recycled {
      let name = Text.caption(accounts.catalogue[reserve.item])
      add("\(name), recycled", "the owners' part, \(reserve.basis)", reserve.amount, reserve.place)
    }
    let recycled = transaction.recycled.reduce(Amount.zero) { $0 + $1.amount }
    add(
      gain.sign < 0 ? "Loss in profit or loss" : "Gain in profit or loss",
      sum(received - transaction.costs, retained, -carrying, recycled), gain)
    if let onRetained = transaction.gainOnRetained, let before = transaction.interestBefore, let kept = transaction.retainedInterest {
      add(
        "of which due to the interest kept",
        "\(Money(retained, cents)) − \(percent: kept, places: 6) ÷ \(percent: before, places: 6) × \(Money(carrying, cents))", onRetained)
    }
    for disposal in transaction.linked {
      add("Taken to equity by \(quoted: disposal.name)", "on \(disposal.date), standing alone", disposal.ownersAdjustment)
      if disposal.tax.sign != 0 {
        add("of which tax, then a tax charge", "the gain is before tax (IAS 12.58)", -disposal.tax)
      }
    }
    add("Gain or loss if they are one transaction", "both together", transaction.gainOrLossIfLinked)
  }
}
