/// A figure of a subsidiary divided between the owners of the parent and non-controlling interests by the effective interest.
///
/// Units: units of the figure's currency, to the cent. The owners' part is what NCI's, rounded half away from zero, leaves.
public struct AttributedFigure: Sendable {
  /// Whose.
  public let entity: EntityID
  /// Which line item.
  public let item: ItemID
  /// Which date or period.
  public let period: Period
  /// The owners' interest; over a period with a change of interest in it, the weighted one.
  public let effectiveInterest: Ratio
  /// All of it.
  public let total: Amount
  /// Attributable to non-controlling interests.
  public let nci: Amount
  /// Its currency.
  public let currency: Currency?

  /// Attributable to the owners of the parent.
  public var owners: Amount { total - nci }

  /// Every figure that can be divided: net assets at the interest of their day, results at the interests of their time, each part of a
  /// period up to a change of interest at the interest before it (DOMAIN 1.4: never averaged).
  static func all(in accounts: GroupAccounts) -> [AttributedFigure] {
    let items = [
      accounts.items.netAssets, accounts.items.profitAfterTax, accounts.items.otherComprehensiveIncome,
      accounts.items.totalComprehensiveIncome,
    ]
    return accounts.entities.ids.filter { $0 != accounts.entities.parent }.flatMap { entity in
      items.flatMap { item in accounts.index.series(entity, item).compactMap { divide($0, accounts) } }
    }
  }

  private static func divide(_ fact: Fact, _ accounts: GroupAccounts) -> AttributedFigure? {
    guard accounts.ownership.parent != nil, let owners = owners(of: fact, accounts) else { return nil }
    guard let nci = Amount(fact.value.ratio - owners, roundedTo: 2) else { return nil }
    let interest: Ratio
    if fact.value.sign == 0 {
      guard let atEnd = accounts.ownership.effectiveInterest(in: fact.entity, at: .endOf(fact.period.end)) else { return nil }
      interest = atEnd
    } else {
      interest = owners / fact.value.ratio
    }
    return AttributedFigure(
      entity: fact.entity, item: fact.item, period: fact.period, effectiveInterest: interest, total: fact.value, nci: nci,
      currency: fact.currency)
  }

  /// The owners' part, exact; nil where an interest or a part of the period is not known.
  private static func owners(of fact: Fact, _ accounts: GroupAccounts) -> Ratio? {
    guard let start = fact.period.start else {
      return accounts.ownership.effectiveInterest(in: fact.entity, at: .endOf(fact.period.end)).map { $0 * fact.value.ratio }
    }
    let changes = daysOfChange(of: fact.entity, from: start, before: fact.period.end, accounts)
    var sum = Ratio.zero
    var first = start
    // Each part runs up to a change, its own day with the part before or after it, as the results on file are cut.
    for boundary in changes.map({ [$0, $0.adding(days: -1)] }) + [[fact.period.end]] {
      guard let (last, flow) = part(of: fact, from: first, toOneOf: boundary, accounts) else { return nil }
      guard last >= first else { continue }
      guard let interest = accounts.ownership.effectiveInterest(in: fact.entity, at: .endOf(first))
      else { return nil }
      sum += interest * flow.ratio
      first = last.adding(days: 1)
    }
    return sum
  }

  /// The days on which the owners' interest in an entity changes, by an event or by a register that says so, in order.
  private static func daysOfChange(of entity: EntityID, from start: CalendarDate, before end: CalendarDate, _ accounts: GroupAccounts)
    -> [CalendarDate]
  {
    let events = accounts.events.filter { $0.status == .completed }.map(\.date)
    let days = Set(events + accounts.holdings.compactMap(\.date)).filter { $0 >= start && $0 < end }
    return days.filter { day in
      accounts.ownership.effectiveInterest(in: entity, at: .endOf(day.adding(days: -1)))
        != accounts.ownership.effectiveInterest(in: entity, at: .endOf(day))
    }.sorted()
  }

  /// The part of a result from `first` to the first of `ends` for which there is a figure; an end before `first` is an empty part.
  private static func part(of fact: Fact, from first: CalendarDate, toOneOf ends: [CalendarDate], _ accounts: GroupAccounts) -> (
    CalendarDate, Amount
  )? {
    for end in ends {
      guard let stretch = Period.from(first, to: end) else { return (end, .zero) }
      if stretch == fact.period { return (end, fact.value) }
      if let flow = accounts.flow(of: fact.entity, fact.item, in: stretch) { return (end, flow.amount) }
    }
    return nil
  }
}
