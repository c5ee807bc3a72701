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
  var subsidiary: String { name(event.entity) }

  /// An entity's name in the language of the page.
  func name(_ entity: EntityID) -> String { Markdown.escaped(accounts.entities[entity].name) }

  /// An amount in the presentation currency with its unit, to the cent and without its sign.
  func money(_ amount: Amount) -> String { signed(amount.magnitude) }

  /// The same with its sign: a deficit in parentheses.
  func signed(_ amount: Amount) -> String { amount.sign == 0 ? "nil" : Figures.amount(Money(amount, cents, showsUnit: true)) }

  /// `Pier, 80.00 % → 64.00 %, 1 Jul 2025, Northwind Capital, policy A`: what a row of a schedule has to say.
  var title: String {
    let interest = { (ratio: Ratio?) in ratio.map { Figures.percent($0, places: 4) } ?? "not known" }
    let others = transaction.counterparties(accounts).map(name)
    let party = !others.isEmpty ? ", " + others.joined(separator: " and ") : event.kind == .lapse ? "" : ", within the group"
    return
      "\(subsidiary), \(interest(transaction.interestBefore)) → \(interest(interestAfter)), \(Figures.shortDate(event.date))\(party), policy \(transaction.policy.letter)"
  }

  /// The owners' interest afterwards: where control is lost, what is kept.
  var interestAfter: Ratio? {
    transaction.treatment == .lossOfControl ? transaction.retainedInterest ?? transaction.interestAfter : transaction.interestAfter
  }

  // MARK: The deal in a sentence

  /// `On 1 July 2025, Pier issued 250,000 shares to Northwind for a consideration of …`; what is only signed was agreed.
  var deal: String {
    let isDone = event.status == .completed
    func act(_ who: String, _ past: String, _ infinitive: String) -> String { who + (isDone ? " \(past) " : " agreed to \(infinitive) ") }
    let group = "the Group"
    let words: String
    switch event.kind {
    case .issue: words = act(subsidiary, "issued", "issue") + shares("new") + to
    case .rights: words = act(subsidiary, "issued", "issue") + shares("new") + " to its holders" + ofOthers
    case .exercise: words = act(subsidiary, "issued", "issue") + shares("new") + to + " on the exercise or vesting of awards"
    case .conversion: words = act(subsidiary, "issued", "issue") + shares("ordinary") + to + " on the conversion of instruments" + carried
    case .buyback: words = act(subsidiary, "bought back", "buy back") + shares("of its own", after: true) + from
    case .sale: words = act(event.from.map(name) ?? group, "sold", "sell") + shares("of \(subsidiary)", after: true) + to
    case .purchase: words = act(event.to.map(name) ?? group, "acquired", "acquire") + shares("of \(subsidiary)", after: true) + from
    case .lapse:
      words =
        isDone
        ? "the arrangements by which the Group controlled \(subsidiary) ended"
        : "it was agreed that the arrangements by which the Group controls \(subsidiary) end"
    }
    return "On \(Figures.date(event.date)), \(words)\(consideration)."
  }

  private func shares(_ which: String, after: Bool = false) -> String {
    let count = event.shares.map { Figures.grouped($0.shortestText(mostPlaces: 4)) + " " } ?? ""
    return after ? "\(count)shares \(which)" : "\(count)\(which) shares"
  }

  private var to: String { parties(\.to).map { " to \($0)" } ?? "" }
  private var from: String { parties(\.from).map { " from \($0)" } ?? "" }

  private func parties(_ party: (EquityEvent) -> EntityID?) -> String? {
    var names: [String] = []
    for name in event.movements.compactMap(party).map(name) where !names.contains(name) { names.append(name) }
    return names.isEmpty ? nil : names.joined(separator: " and ")
  }

  /// How many of the shares go to holders outside the group, where some do and some do not.
  private var ofOthers: String {
    let outside = event.movements.filter { $0.to.map { !accounts.isInGroup($0) } ?? false }
    guard !outside.isEmpty, outside.count < event.movements.count, !outside.contains(where: { $0.shares == nil }) else { return "" }
    let count = outside.compactMap(\.shares).reduce(Ratio.zero, +)
    return ", of which \(Figures.grouped(count.shortestText(mostPlaces: 4))) to holders outside the Group"
  }

  private var carried: String {
    guard let amount = event.carryingAmount else { return "" }
    return " carried at \(Figures.amount(Money(amount, Display.cents(event.currency ?? transaction.currency), showsUnit: true)))"
  }

  private var consideration: String {
    guard let stated = event.statedConsideration, stated.sign != 0 else { return "" }
    let own = Display.cents(event.currency ?? transaction.currency)
    var words = " for a consideration of \(Figures.amount(Money(stated, own, showsUnit: true)))"
    if let rate = transaction.rate, let translated = transaction.consideration {
      words += " (\(money(translated)) at \(Figures.grouped(rate.rate.shortestText(mostPlaces: 8))))"
    } else if let outside = transaction.consideration, outside != stated {
      words += ", of which \(money(outside)) from or to holders outside the Group"
    }
    return words
  }
}
