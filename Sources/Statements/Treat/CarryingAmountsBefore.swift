/// What the group carries of a subsidiary immediately before an event, in the presentation currency to the cent.
///
/// Sign: equity credits positive, so a deficit is negative.
struct CarryingAmountsBefore {
  /// Net assets (100 %) with how they were carried forward; nil where no position is on file.
  let position: NetAssetsAtEvent?
  /// Whether `position` is equity attributable to owners of the subsidiary's own group, because others hold a part of what is below it.
  let isAttributable: Bool
  /// The rate at which they were translated; nil where none was needed.
  let rate: Rate?
  /// Net assets in the presentation currency.
  let netAssets: Amount?
  /// Goodwill of owners and of NCI together; nil (zero) where no file gives any.
  let goodwill: Amount
  /// The owners' part of it; nil where only the total is on file.
  let goodwillOfOwners: Amount?
  /// Non-controlling interests as a file gives them, carried forward; nil where none does.
  let nci: (amount: Amount, fact: Fact)?

  /// The part of NCI in goodwill.
  var goodwillOfNCI: Amount { goodwillOfOwners.map { goodwill - $0 } ?? .zero }

  /// Why they cannot be had.
  enum Missing: Error {
    case rate(Currency, Currency, CalendarDate)
    case equityAttributable(EntityID)
  }

  /// The latest on or before the event's day, carried forward; a stale one is used and said to be stale by `stale-net-assets`.
  ///
  /// - Parameter earlier: the transactions of the same subsidiary before this one, whose moves of goodwill and NCI are in.
  init(_ event: EquityEvent, _ accounts: GroupAccounts, after earlier: [EquityTransaction]) throws(Missing) {
    let partlyHeld = accounts.ownership.partlyHeldDescendants(of: event.entity, at: .before(event))
    isAttributable = !partlyHeld.isEmpty
    position = accounts.netAssets(before: event, isAttributable ? accounts.items.ownersEquity : nil)
    if isAttributable, position == nil, accounts.netAssets(before: event) != nil { throw .equityAttributable(partlyHeld[0]) }
    let nciFact = isAttributable ? nil : Self.nciFact(event, position?.fact, accounts)
    let currency = (position?.fact ?? nciFact)?.currency
    // A position that was carried forward is worth what it is on the event's day; one that was not, what it was on its own.
    let isCarried = position.map { !$0.causes.isEmpty } ?? false
    let date = isCarried ? event.date : position?.fact.period.end ?? nciFact?.period.end ?? event.date
    if let own = currency, let presentation = accounts.presentationCurrency, own != presentation {
      // Without a rate of the position's day, that of the event's day: the carrying amount is one of that day (IAS 21.39).
      guard
        let closing = accounts.rates.rate(from: own, to: presentation, on: date, for: .closing)
          ?? accounts.rates.rate(from: own, to: presentation, on: event.date, for: .closing)
      else { throw .rate(own, presentation, date) }
      rate = closing
    } else {
      rate = nil
    }
    let translation = rate
    func translate(_ amount: Amount) throws(Missing) -> Amount {
      guard let translation else { return amount }
      // Rounded to the cent: the carrying amount in the group's books.
      guard let translated = Amount(amount.ratio * translation.rate, roundedTo: 2) else {
        throw .rate(translation.base, translation.quote, date)
      }
      return translated
    }
    netAssets = if let position { try translate(position.amount) } else { nil }
    let (owners, total, goodwillDate) = Self.goodwill(event, accounts)
    let handedOver = earlier.reduce(Amount.zero) { sum, transaction in
      guard let goodwillDate, transaction.event.date >= goodwillDate else { return sum }
      return sum + (transaction.goodwillHandedOver ?? .zero)
    }
    goodwill = try translate(total)
    goodwillOfOwners = if let owners { try translate(owners) - handedOver } else { nil }
    guard let nciFact else {
      nci = nil
      return
    }
    let since = earlier.filter { Self.isLater($0, than: nciFact, accounts) }
    // An event in between that is not accounted for leaves the carrying amount of before it behind.
    guard since.allSatisfy({ $0.nciAdjustment != nil }), let earned = Self.earnedByNCI(event, position, accounts) else {
      nci = nil
      return
    }
    nci = (since.reduce(try translate(nciFact.value + earned)) { $0 + ($1.nciAdjustment ?? .zero) }, nciFact)
  }

  /// Whether a carrying amount does not have a transaction in it yet.
  static func isLater(_ transaction: EquityTransaction, than fact: Fact, _ accounts: GroupAccounts) -> Bool {
    let (date, day) = (transaction.event.date, fact.period.end)
    return date > day || date == day && !accounts.position(fact, includes: transaction.event)
  }

  /// What NCI earned since the position, each part of the time at their interest of then, in the subsidiary's currency to the cent.
  private static func earnedByNCI(_ event: EquityEvent, _ position: NetAssetsAtEvent?, _ accounts: GroupAccounts) -> Amount? {
    guard let position, position.result.sign != 0, let period = position.earnedIn else { return .zero }
    return accounts.parts(ofIncome: position.result, event.entity, in: period).flatMap {
      Amount(position.result.ratio - $0.ofOwners, roundedTo: 2)
    }
  }

  /// The carrying amount of NCI at the date of the position, or the latest where there is no position.
  private static func nciFact(_ event: EquityEvent, _ position: Fact?, _ accounts: GroupAccounts) -> Fact? {
    let series = accounts.index.series(event.entity, accounts.items.nonControllingInterests).filter { $0.period.isInstant }
    guard let position else { return series.last { $0.period.end <= event.date } }
    return series.last { $0.period.end == position.period.end && $0.currency == position.currency }
  }

  /// Goodwill of the owners and in total, with the date of the figures.
  ///
  /// A single `goodwill` of a subsidiary counts where no statement of all its assets has it: there it is an asset of its own.
  private static func goodwill(_ event: EquityEvent, _ accounts: GroupAccounts) -> (owners: Amount?, total: Amount, CalendarDate?) {
    func latest(_ item: ItemID) -> Fact? { accounts.index.series(event.entity, item).last { $0.period.end <= event.date } }
    let (owners, nci) = (latest(accounts.items.goodwillToOwners), latest(accounts.items.goodwillToNCI))
    if let date = [owners, nci].compactMap({ $0?.period.end }).min() {
      let total = latest(accounts.items.goodwill).flatMap { owners == nil || nci == nil ? $0 : nil }
      let ofOwners = owners?.value ?? total.map { $0.value - (nci?.value ?? .zero) } ?? .zero
      return (ofOwners, total?.value ?? ofOwners + (nci?.value ?? .zero), date)
    }
    guard let total = latest(accounts.items.goodwill),
      accounts.items.totalAssetsOrNonCurrent.allSatisfy({ accounts.index.fact(event.entity, $0, total.period) == nil })
    else { return (.zero, .zero, nil) }
    let hasNCIGoodwill = accounts.entities[event.entity].nciPolicy.map { $0 != .proportionate } ?? false
    return (hasNCIGoodwill ? nil : total.value, total.value, total.period.end)
  }
}
