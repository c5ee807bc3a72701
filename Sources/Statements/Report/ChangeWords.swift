/// The words of one change of ownership that its pages share: who, what, when, from which interest to which.
struct ChangeWords {
  private let report: GroupReport
  private let transaction: EquityTransaction
  private let cents: Display
  private var accounts: GroupAccounts { report.accounts }
  private var event: EquityEvent { transaction.event }

  init(_ report: GroupReport, _ transaction: EquityTransaction) {
    self.report = report
    self.transaction = transaction
    cents = Display.cents(transaction.currency)
  }

  /// The subsidiary's name.
  var subsidiary: Text { name(event.entity) }

  /// An entity's name in the language of the page.
  func name(_ entity: EntityID) -> Text { Text.name(accounts.entities[entity]) }

  /// An amount in the presentation currency with its unit, to the cent and without its sign.
  func money(_ amount: Amount) -> Text { signed(amount.magnitude) }

  /// The same with its sign: a deficit in parentheses.
  func signed(_ amount: Amount) -> Text { amount.sign == 0 ? "nil" : Text.money(Money(amount, cents, showsUnit: true)) }

  /// `Pier, 80.00 % → 64.00 %, 1 Jul 2025, Northwind Capital, policy A`: what a row of a schedule has to say.
  var title: Text {
    let interest = { (ratio: Ratio?) -> Text in ratio.map { .percent($0, places: 4) } ?? "not known" }
    let others = transaction.counterparties(accounts).map(name)
    let party: [Text] = !others.isEmpty ? [others.joined(.and)] : event.kind == .lapse ? [] : ["within the group"]
    let change: Text = "\(interest(transaction.interestBefore)) → \(interest(interestAfter))"
    return ([subsidiary, change, .shortDate(event.date)] + party + ["policy \(printed: transaction.policy.letter)"]).joined(.clause)
  }

  /// The owners' interest afterwards: where control is lost, what is kept.
  var interestAfter: Ratio? {
    transaction.treatment == .lossOfControl ? transaction.retainedInterest ?? transaction.interestAfter : transaction.interestAfter
  }

  // MARK: The deal in a sentence

  /// `On 1 July 2025, Pier issued 250,000 new shares to Northwind for a consideration of …`; what is only signed was agreed.
  var deal: Text {
    let words = event.status == .completed ? done : agreed
    let date = Text.date(event.date)
    return consideration.map { "On \(date), \(words) for a consideration of \($0)." } ?? "On \(date), \(words)."
  }

  /// What was done, with its parties.
  private var done: Text {
    switch event.kind {
    case .issue: to.map { "\(subsidiary) issued \(newShares) to \($0)" } ?? "\(subsidiary) issued \(newShares)"
    case .rights:
      ofOthers.map { "\(subsidiary) issued \(newShares) to its holders, of which \($0) to holders outside the Group" }
        ?? "\(subsidiary) issued \(newShares) to its holders"
    case .exercise:
      to.map { "\(subsidiary) issued \(newShares) to \($0) on the exercise or vesting of awards" }
        ?? "\(subsidiary) issued \(newShares) on the exercise or vesting of awards"
    case .conversion:
      to.map { "\(subsidiary) issued \(ordinaryShares) to \($0) on the conversion of instruments\(carried)" }
        ?? "\(subsidiary) issued \(ordinaryShares) on the conversion of instruments\(carried)"
    case .buyback: from.map { "\(subsidiary) bought back \(ownShares) from \($0)" } ?? "\(subsidiary) bought back \(ownShares)"
    case .sale: to.map { "\(seller) sold \(sharesOfSubsidiary) to \($0)" } ?? "\(seller) sold \(sharesOfSubsidiary)"
    case .purchase:
      from.map { "\(buyer) acquired \(sharesOfSubsidiary) from \($0)" } ?? "\(buyer) acquired \(sharesOfSubsidiary)"
    case .lapse: "the arrangements by which the Group controlled \(subsidiary) ended"
    }
  }

  /// The same of what is only signed.
  private var agreed: Text {
    switch event.kind {
    case .issue: to.map { "\(subsidiary) agreed to issue \(newShares) to \($0)" } ?? "\(subsidiary) agreed to issue \(newShares)"
    case .rights:
      ofOthers.map { "\(subsidiary) agreed to issue \(newShares) to its holders, of which \($0) to holders outside the Group" }
        ?? "\(subsidiary) agreed to issue \(newShares) to its holders"
    case .exercise:
      to.map { "\(subsidiary) agreed to issue \(newShares) to \($0) on the exercise or vesting of awards" }
        ?? "\(subsidiary) agreed to issue \(newShares) on the exercise or vesting of awards"
    case .conversion:
      to.map { "\(subsidiary) agreed to issue \(ordinaryShares) to \($0) on the conversion of instruments\(carried)" }
        ?? "\(subsidiary) agreed to issue \(ordinaryShares) on the conversion of instruments\(carried)"
    case .buyback:
      from.map { "\(subsidiary) agreed to buy back \(ownShares) from \($0)" } ?? "\(subsidiary) agreed to buy back \(ownShares)"
    case .sale: to.map { "\(seller) agreed to sell \(sharesOfSubsidiary) to \($0)" } ?? "\(seller) agreed to sell \(sharesOfSubsidiary)"
    case .purchase:
      from.map { "\(buyer) agreed to acquire \(sharesOfSubsidiary) from \($0)" } ?? "\(buyer) agreed to acquire \(sharesOfSubsidiary)"
    case .lapse: "it was agreed that the arrangements by which the Group controls \(subsidiary) end"
    }
  }

  private var seller: Text { event.from.map(name) ?? "the Group" }
  private var buyer: Text { event.to.map(name) ?? "the Group" }
  private var count: Text? { event.shares.map { .number($0, mostPlaces: 4) } }
  private var newShares: Text { count.map { "\($0) new shares" } ?? "new shares" }
  private var ordinaryShares: Text { count.map { "\($0) ordinary shares" } ?? "ordinary shares" }
  private var ownShares: Text { count.map { "\($0) shares of its own" } ?? "shares of its own" }
  private var sharesOfSubsidiary: Text { count.map { "\($0) shares of \(subsidiary)" } ?? "shares of \(subsidiary)" }
  private var to: Text? { parties(\.to) }
  private var from: Text? { parties(\.from) }

  private func parties(_ party: (EquityEvent) -> EntityID?) -> Text? {
    var names: [Text] = []
    for name in event.movements.compactMap(party).map(name) where !names.contains(name) { names.append(name) }
    return names.isEmpty ? nil : names.joined(.and)
  }

  /// How many of the shares go to holders outside the group, where some do and some do not.
  private var ofOthers: Text? {
    let outside = event.movements.filter { $0.to.map { !accounts.isInGroup($0) } ?? false }
    guard !outside.isEmpty, outside.count < event.movements.count, !outside.contains(where: { $0.shares == nil }) else { return nil }
    return .number(outside.compactMap(\.shares).reduce(Ratio.zero, +), mostPlaces: 4)
  }

  private var carried: Text {
    guard let amount = event.carryingAmount else { return "" }
    return " carried at \(Money(amount, Display.cents(event.currency ?? transaction.currency), showsUnit: true))"
  }

  private var consideration: Text? {
    guard let stated = event.statedConsideration, stated.sign != 0 else { return nil }
    let own = Text.money(Money(stated, Display.cents(event.currency ?? transaction.currency), showsUnit: true))
    if let rate = transaction.rate, let translated = transaction.consideration {
      return "\(own) (\(money(translated)) at \(Text.number(rate.rate, mostPlaces: 8)))"
    }
    if let outside = transaction.consideration, outside != stated {
      return "\(own), of which \(money(outside)) from or to holders outside the Group"
    }
    return own
  }
}
