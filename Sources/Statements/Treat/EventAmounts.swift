/// The amounts of an event in the presentation currency, to the cent.
struct EventAmounts {
  /// Each line with what its shares cost, whoever paid, and the carrying amount of what it converts; nil where it gives none.
  let lines: [(event: EquityEvent, amount: Amount, instrument: Amount?)]
  /// Costs and tax taken to equity.
  let costs: Amount
  /// The tax of `costs`.
  let tax: Amount
  /// Carrying amount of a converted instrument or of a share-based payment reserve; nil where not given.
  let carryingAmount: Amount?
  /// Fair value of an interest that is kept; nil where not given.
  let retainedFairValue: Amount?
  /// The rate used; nil where none was needed.
  let rate: Rate?

  /// Why they cannot be had.
  enum Missing: Error {
    case consideration
    case currency
    case rate(Currency, Currency)
  }

  /// What all shares cost.
  var consideration: Amount { lines.reduce(.zero) { $0 + $1.amount } }

  /// Translates the amounts at the rate of the event's day (IAS 21.21).
  ///
  /// - Parameter needsConsideration: whether an event that gives none cannot go on; else it is nil (zero).
  init(_ event: EquityEvent, _ accounts: GroupAccounts, needsConsideration: Bool = true) throws(Missing) {
    var stated: [(event: EquityEvent, amount: Amount)] = []
    for line in event.movements {
      guard let amount = line.statedConsideration ?? (needsConsideration ? nil : .zero) else { throw .consideration }
      stated.append((line, amount))
    }
    guard let presentation = accounts.presentationCurrency else { throw .currency }
    let own = event.currency ?? presentation
    let rate = own == presentation ? nil : accounts.rates.rate(from: own, to: presentation, on: event.date, for: .spot)
    if own != presentation, rate == nil { throw .rate(own, presentation) }
    self.rate = rate
    // Rounded to the cent here: these are the amounts that are booked.
    func translated(_ amount: Amount) throws(Missing) -> Amount {
      guard let rate else { return amount.rounded(to: 2) }
      guard let translated = Amount(amount.ratio * rate.rate, roundedTo: 2) else { throw .rate(own, presentation) }
      return translated
    }
    var lines: [(event: EquityEvent, amount: Amount, instrument: Amount?)] = []
    for (line, amount) in stated {
      let instrument = if let carrying = line.carryingAmount ?? line.statedConsideration { try translated(carrying) } else { Amount?.none }
      lines.append((line, try translated(amount), instrument))
    }
    self.lines = lines
    costs = try translated(event.costs + event.tax)
    tax = try translated(event.tax)
    carryingAmount = if let amount = event.carryingAmount { try translated(amount) } else { nil }
    retainedFairValue = if let amount = event.retainedFairValue { try translated(amount) } else { nil }
  }
}
