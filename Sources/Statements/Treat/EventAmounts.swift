/// The amounts of an event in the presentation currency, to the cent.
struct EventAmounts {
  /// What the shares cost, whoever paid.
  let consideration: Amount
  /// Costs and tax taken to equity.
  let costs: Amount
  /// The rate used; nil where none was needed.
  let rate: Rate?

  /// Why they cannot be had.
  enum Missing: Error {
    case consideration
    case currency
    case rate(Currency, Currency)
  }

  /// Translates the amounts at the rate of the event's day (IAS 21.21).
  init(_ event: EquityEvent, _ accounts: GroupAccounts) throws(Missing) {
    guard let stated = event.statedConsideration else { throw .consideration }
    guard let presentation = accounts.presentationCurrency else { throw .currency }
    let own = event.currency ?? presentation
    // Rounded to the cent here: these are the amounts that are booked.
    guard own != presentation else {
      consideration = stated.rounded(to: 2)
      costs = (event.costs + event.tax).rounded(to: 2)
      rate = nil
      return
    }
    guard let rate = accounts.rates.rate(from: own, to: presentation, on: event.date, for: .spot),
      let translated = Amount(stated.ratio * rate.rate, roundedTo: 2),
      let translatedCosts = Amount((event.costs + event.tax).ratio * rate.rate, roundedTo: 2)
    else { throw .rate(own, presentation) }
    consideration = translated
    costs = translatedCosts
    self.rate = rate
  }
}

/// A subsidiary's net assets and goodwill immediately before an event, in the presentation currency.
struct NetAssetsBefore {
  /// The figure as read.
  let fact: Fact
  /// The event's own money, where the position has it already and it was taken out; in the entity's currency.
  let proceedsTakenOut: Amount?
  /// The rate at which it was translated; nil where none was needed.
  let rate: Rate?
  /// All of it (100 %) before the event, in the presentation currency.
  let amount: Amount
  /// Goodwill attributable to owners and to NCI, nil (zero) where no file gives any.
  let goodwillOfOwners: Amount
  let goodwillOfNCI: Amount

  /// Why it cannot be had.
  enum Missing: Error {
    case netAssets
    case rate(Currency, Currency)
  }

  /// The latest on or before the event's day; a stale one is used and said to be stale by `stale-net-assets`.
  init(_ event: EquityEvent, _ accounts: GroupAccounts) throws(Missing) {
    guard let fact = accounts.netAssets(of: event.entity, onOrBefore: event.date) else { throw .netAssets }
    self.fact = fact
    if let own = fact.currency, let presentation = accounts.presentationCurrency, own != presentation {
      guard let closing = accounts.rates.rate(from: own, to: presentation, on: fact.period.end, for: .closing) else {
        throw .rate(own, presentation)
      }
      rate = closing
    } else {
      rate = nil
    }
    let translation = rate
    func translate(_ amount: Amount) throws(Missing) -> Amount {
      guard let translation else { return amount }
      // Rounded to the cent: the carrying amount in the group's books.
      guard let translated = Amount(amount.ratio * translation.rate, roundedTo: 2) else { throw .rate(translation.base, translation.quote) }
      return translated
    }
    // A position of the event's own day may have the money in it already: what counts is the moment before.
    let isAfter = event.bringsCashIntoTheEntity && event.status == .completed && accounts.position(fact, includes: event)
    proceedsTakenOut = isAfter ? accounts.amountInto(event.entity, event) : nil
    amount = try translate(fact.value - (proceedsTakenOut ?? .zero))
    func goodwill(_ item: ItemID) -> Amount {
      accounts.index.series(event.entity, item).last { $0.period.end <= event.date }?.value ?? .zero
    }
    goodwillOfOwners = try translate(goodwill(accounts.items.goodwillToOwners))
    goodwillOfNCI = try translate(goodwill(accounts.items.goodwillToNCI))
  }
}
