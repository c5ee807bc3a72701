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
  /// The owners' interest; over a period with a change of interest in it, what the parts at their interests come to.
  public let effectiveInterest: Ratio
  /// All of it.
  public let total: Amount
  /// Attributable to non-controlling interests.
  public let nci: Amount
  /// Its currency.
  public let currency: Currency?

  /// Attributable to the owners of the parent.
  public var owners: Amount { total - nci }

  /// The figures that `all` would divide and cannot: no register, an event without a result to its date, control in doubt.
  static func undivided(in accounts: GroupAccounts, _ divided: [AttributedFigure]) -> [Fact] {
    struct Key: Hashable {
      let entity: EntityID
      let item: ItemID
      let period: Period
    }
    let known = Set(divided.map { Key(entity: $0.entity, item: $0.item, period: $0.period) })
    return subjects(accounts).filter { !known.contains(Key(entity: $0.entity, item: $0.item, period: $0.period)) }
  }

  /// Every figure that can be divided: net assets at the interest of their day, results at the interests of their time, each part of a
  /// period up to a change of interest at the interest before it, and never averaged.
  static func all(in accounts: GroupAccounts) -> [AttributedFigure] {
    subjects(accounts).compactMap { divide($0, accounts) }
  }

  private static func subjects(_ accounts: GroupAccounts) -> [Fact] {
    let items = [
      accounts.items.netAssets, accounts.items.profitAfterTax, accounts.items.otherComprehensiveIncome,
      accounts.items.totalComprehensiveIncome,
    ]
    // Non-controlling interests are in subsidiaries alone (IFRS 10, appendix A): an associate is equity-accounted (IAS 28.10).
    return accounts.entities.ids.filter { accounts.entities[$0].role == .subsidiary }.flatMap { entity in
      items.flatMap { accounts.index.series(entity, $0) }
    }
  }

  private static func divide(_ fact: Fact, _ accounts: GroupAccounts) -> AttributedFigure? {
    guard accounts.ownership.parent != nil, let owners = owners(of: fact, accounts) else { return nil }
    guard let nci = Amount(fact.value.ratio - owners, roundedTo: 2) else { return nil }
    let interest: Ratio
    if fact.value.sign == 0 {
      guard let atEnd = accounts.ownership.effectiveInterest(in: fact.entity, at: moment(of: fact, accounts)) else { return nil }
      interest = atEnd
    } else {
      interest = owners / fact.value.ratio
    }
    return AttributedFigure(
      entity: fact.entity, item: fact.item, period: fact.period, effectiveInterest: interest, total: fact.value, nci: nci,
      currency: fact.currency)
  }

  /// The moment of a position: the end of its day, or before an event of that day whose money is not in it yet.
  static func moment(of fact: Fact, _ accounts: GroupAccounts) -> OwnershipHistory.Moment {
    let pending = accounts.events(of: fact.entity).first { event in
      event.status == .completed && event.date == fact.period.end && event.movesNetAssets
        && !accounts.position(fact, includes: event)
    }
    return pending.map { .before($0) } ?? .endOf(fact.period.end)
  }

  /// The owners' part, exact; nil where an interest is not known.
  private static func owners(of fact: Fact, _ accounts: GroupAccounts) -> Ratio? {
    guard !fact.period.isInstant else {
      return accounts.ownership.effectiveInterest(in: fact.entity, at: moment(of: fact, accounts)).map { $0 * fact.value.ratio }
    }
    return accounts.parts(of: fact)?.ofOwners
  }
}
