/// What moved an entity's net assets from one date to the next: the result, what owners put in or took out, and what no file explains.
///
/// Units: units of the entity's currency. Sign: increases of net assets positive.
public struct NetAssetsMovement: Sendable {
  /// One cause on file.
  public struct Cause: Sendable {
    /// What it is.
    public let label: Text
    /// How much it moved net assets.
    public let amount: Amount
    /// What that figure stands for, as printed.
    public let interval: Interval
    /// Where it stands.
    public let place: Place?
    /// The day on which it happened, where that is known.
    public var day: CalendarDate?
    /// Whether it is worked out from figures as first reported, since not all of them were restated.
    var isFirstReported = false
  }

  /// Whose net assets.
  public let entity: EntityID
  /// Net assets at the earlier date; nil for the first date on file.
  public let opening: Fact?
  /// Net assets at the later date.
  public let closing: Fact
  /// The stretch between.
  public let period: Period
  /// The result of that stretch, with other comprehensive income where given.
  public let result: Cause
  /// Contributions, dividends and events on file.
  public let ownerMovements: [Cause]

  /// Closing net assets as the opening and the causes on file explain them.
  public var explained: Amount {
    ownerMovements.reduce((opening?.value ?? .zero) + result.amount) { $0 + $1.amount }
  }

  /// Closing net assets less what explains them.
  public var unexplained: Amount { closing.value - explained }

  /// Between what the unexplained movement lies, given how the figures are printed.
  public var unexplainedInterval: Interval {
    let causes = ownerMovements.reduce(result.interval) { $0 + $1.interval }
    return closing.interval - (opening?.interval ?? Interval(low: .zero, high: .zero)) - causes
  }

  /// How many printed figures it takes.
  public var figureCount: Int { (opening == nil ? 2 : 3) + ownerMovements.count }
}

extension GroupAccounts {
  /// The movements of net assets from date to date, earliest first; a stretch without a result on file has none.
  func netAssetsMovements(of entity: EntityID) -> [NetAssetsMovement] {
    let positions = index.series(entity, items.netAssets)
    var movements: [NetAssetsMovement] = []
    for (number, closing) in positions.enumerated() {
      let opening = number > 0 ? positions[number - 1] : nil
      // Positions in two currencies have no movement between them.
      guard opening == nil || opening?.currency == closing.currency else { continue }
      guard let (period, result) = stretchResult(of: entity, after: opening?.period.end, to: closing.period.end) else { continue }
      // Beside a result as first reported, the positions are those of then too.
      func asThen(_ fact: Fact) -> Fact? {
        result.isFirstReported && restatements.isChanged(fact) ? restatements.original(fact) : fact
      }
      let before = opening.map(asThen)
      if let before, before == nil { continue }
      guard let after = asThen(closing) else { continue }
      movements.append(
        NetAssetsMovement(
          entity: entity, opening: before ?? nil, closing: after, period: period, result: result,
          ownerMovements: ownerMovements(of: entity, after: opening, to: closing, in: period)))
    }
    return movements
  }

  /// The stretches between positions whose result is not worked out, since the figures that it would be taken from are of two bases.
  func resultsWithheld(of entity: EntityID) -> [WithheldFigure] {
    let positions = index.series(entity, items.netAssets)
    return zip(positions, positions.dropFirst()).compactMap { opening, closing in
      guard let period = Period.from(opening.period.end.adding(days: 1), to: closing.period.end) else { return nil }
      if let result = comprehensiveIncome(of: entity, in: period) {
        guard result.isFirstReported else { return nil }
        let position = [opening, closing].first { restatements.isChanged($0) && restatements.original($0) == nil }
        return position.map { WithheldFigure(period: period, restated: $0.period, other: period) }
      }
      for item in [items.totalComprehensiveIncome, items.profitAfterTax] {
        for (longer, earlier) in GroupAccounts.pairs(period, in: index.series(entity, item)) {
          guard case .mixed(let restated, let other) = common([longer, earlier]) else { continue }
          return WithheldFigure(period: period, restated: restated.period, other: other.period)
        }
      }
      return nil
    }
  }

  /// The result from the day after `opening` to `end`; before the first date on file, the longest result that ends on it.
  private func stretchResult(of entity: EntityID, after opening: CalendarDate?, to end: CalendarDate) -> (Period, NetAssetsMovement.Cause)?
  {
    if let opening, let period = Period.from(opening.adding(days: 1), to: end) {
      return comprehensiveIncome(of: entity, in: period).map { (period, $0) }
    }
    let ending = (index.series(entity, items.totalComprehensiveIncome) + index.series(entity, items.profitAfterTax))
      .filter { $0.period.end == end && !$0.period.isInstant }
    guard let period = ending.map(\.period).max(by: { $0.dayCount < $1.dayCount }) else { return nil }
    return comprehensiveIncome(of: entity, in: period).map { (period, $0) }
  }

  /// Total comprehensive income of a stretch: as given, else profit after tax with other comprehensive income where that is given.
  func comprehensiveIncome(of entity: EntityID, in period: Period) -> NetAssetsMovement.Cause? {
    if let total = flow(of: entity, items.totalComprehensiveIncome, in: period) { return total }
    guard let profit = flow(of: entity, items.profitAfterTax, in: period) else { return nil }
    guard let other = flow(of: entity, items.otherComprehensiveIncome, in: period) else { return profit }
    return NetAssetsMovement.Cause(
      label: "total comprehensive income", amount: profit.amount + other.amount, interval: profit.interval + other.interval,
      place: profit.place, isFirstReported: profit.isFirstReported || other.isFirstReported)
  }

  /// A flow of exactly `period`: as given, else the cumulative figure to its end less the one to the day before it.
  func flow(of entity: EntityID, _ item: ItemID, in period: Period) -> NetAssetsMovement.Cause? {
    guard let (longer, earlier) = flowParts(of: entity, item, in: period) else { return nil }
    let name = Text.caption(catalogue[item])
    guard let earlier else {
      return NetAssetsMovement.Cause(label: name, amount: longer.value, interval: longer.interval, place: longer.provenance.place)
    }
    let isFirst = longer.scenario == Fact.asReported || earlier.scenario == Fact.asReported
    return NetAssetsMovement.Cause(
      label: isFirst
        ? "\(name) (\(longer.period) less \(earlier.period), as first reported)" : "\(name) (\(longer.period) less \(earlier.period))",
      amount: longer.value - earlier.value, interval: longer.interval - earlier.interval, place: longer.provenance.place,
      isFirstReported: isFirst)
  }

  /// Between what a flow of exactly `period` lies.
  func flowInterval(of entity: EntityID, _ item: ItemID, in period: Period) -> Interval? {
    flowParts(of: entity, item, in: period).map { longer, earlier in earlier.map { longer.interval - $0.interval } ?? longer.interval }
  }

  /// The figures that make up a flow of exactly `period`: the one that is given, else a longer one and the earlier one to be taken from it,
  /// both on one basis.
  func flowParts(of entity: EntityID, _ item: ItemID, in period: Period) -> (longer: Fact, earlier: Fact?)? {
    let series = index.series(entity, item)
    if series.isEmpty { return nil }
    if let fact = FactIndex.fact(period, in: series) { return (fact, nil) }
    var first: (Fact, Fact)?
    for (longer, earlier) in GroupAccounts.pairs(period, in: series) {
      switch restatements.isNone ? .onFile : common([longer, earlier]) {
      case .onFile, .restated: return (longer, earlier)
      case .firstReported(let before): first = first ?? (before[0], before[1])
      case .mixed: continue
      }
    }
    return first.map { ($0.0, $0.1) }
  }

  /// The figures on file that end with a period, each with the one to the day before the period that begins with it.
  private static func pairs(_ period: Period, in series: [Fact]) -> [(longer: Fact, earlier: Fact)] {
    guard let start = period.start else { return [] }
    return FactIndex.ending(on: period.end, in: series).compactMap { longer in
      guard let first = longer.period.start, first < start,
        let earlier = Period.from(first, to: start.adding(days: -1)).flatMap({ FactIndex.fact($0, in: series) })
      else { return nil }
      return (longer, earlier)
    }
  }

  /// The basis that figures of one entity have in common.
  func common(_ facts: [Fact]) -> Restatements.Common {
    restatements.common(facts, yearEnd: facts.first.map { yearEndOnFile(of: $0.entity) } ?? .yearEnd)
  }

  private func ownerMovements(of entity: EntityID, after opening: Fact?, to closing: Fact, in period: Period) -> [NetAssetsMovement.Cause] {
    var causes = statedMovements(of: entity, in: period) + consolidatedMovements(of: entity, in: period)
    for event in events(of: entity) where event.status == .completed && event.movesNetAssets {
      guard falls(event, after: opening, to: closing, in: period), let cash = amountInto(entity, event) else { continue }
      causes.append(
        NetAssetsMovement.Cause(
          label: "\(quoted: event.name)", amount: cash, interval: Interval(low: cash, high: cash), place: event.place(of: "consideration"),
          day: event.date))
    }
    return causes
  }

  func statedMovements(of entity: EntityID, in period: Period) -> [NetAssetsMovement.Cause] {
    [items.capitalContributions, items.dividends, items.otherEquityMovements].flatMap { item in
      let whole = flow(of: entity, item, in: period)
      let dated = datedMovements(of: entity, item, in: period)
      guard let whole else { return dated }
      // Movements of single days stand for the whole only where they make it up.
      let sum = dated.reduce(Interval(low: .zero, high: .zero)) { $0 + $1.interval }
      return !dated.isEmpty && sum.meets(whole.interval) ? dated : [whole]
    }
  }

  /// The movements on file that have a day of their own within a period.
  private func datedMovements(of entity: EntityID, _ item: ItemID, in period: Period) -> [NetAssetsMovement.Cause] {
    guard let start = period.start else { return [] }
    return index.series(entity, item).filter { $0.period.start == $0.period.end && $0.period.end >= start && $0.period.end <= period.end }
      .map { fact in
        NetAssetsMovement.Cause(
          label: "\(Text.caption(catalogue[item])) of \(fact.period.end)", amount: fact.value, interval: fact.interval,
          place: fact.provenance.place, day: fact.period.end)
      }
  }

  /// Whether an event moved net assets within a stretch: one on a position's own day may be in that position already, or not yet.
  private func falls(_ event: EquityEvent, after opening: Fact?, to closing: Fact, in period: Period) -> Bool {
    if event.date == closing.period.end { return position(closing, includes: event) }
    if let opening, event.date == opening.period.end { return !position(opening, includes: event) }
    return event.date < period.end && period.start.map { event.date >= $0 } ?? false
  }

  /// Whether a position of an event's own day has the money of the event in it.
  ///
  /// It has where the stretch before it ties only with the money, or, with no result on file, where net assets have moved by exactly the
  /// money; else it is the position immediately before, as an event's workings use it.
  func position(_ closing: Fact, includes event: EquityEvent) -> Bool {
    guard closing.period.end == event.date, let cash = amountInto(event.entity, event) else { return false }
    let earlier = index.series(event.entity, items.netAssets).last { $0.period < closing.period }
    guard let earlier, earlier.currency == closing.currency,
      let period = Period.from(earlier.period.end.adding(days: 1), to: closing.period.end)
    else { return false }
    let result = comprehensiveIncome(of: event.entity, in: period)?.interval ?? Interval(low: .zero, high: .zero)
    let stated = statedMovements(of: event.entity, in: period).reduce(result) { $0 + $1.interval }
    let moved = closing.interval - earlier.interval - stated
    return !moved.contains(.zero) && moved.contains(cash)
  }

  /// How much an event moves the net assets of the entity itself, after the costs and tax that it bears, in its currency; nil where
  /// that cannot be told, such as where a rate is missing.
  ///
  /// Sign: positive for what comes in. A sale and a purchase move shares between holders, so nothing.
  func amountInto(_ entity: EntityID, _ event: EquityEvent) -> Amount? {
    guard let moved = event.amountIntoTheEntity(self) else { return nil }
    guard let currency = event.currency, let target = positionCurrency(of: entity, at: event.date), currency != target else { return moved }
    guard let rate = rates.rate(from: currency, to: target, on: event.date, for: .spot) else { return nil }
    // Rounded to the cent: it is what the subsidiary books.
    return Amount(moved.ratio * rate.rate, roundedTo: 2)
  }

  /// The currency of an entity's net assets around a day: of the next position, else of the last.
  private func positionCurrency(of entity: EntityID, at date: CalendarDate) -> Currency? {
    let series = index.series(entity, items.netAssets)
    return (series.first { $0.period.end >= date } ?? series.last)?.currency
  }
}

extension EquityEvent {
  /// Whether it moves the net assets of the subsidiary itself rather than what its holders have.
  var movesNetAssets: Bool {
    switch kind {
    case .issue, .rights, .exercise, .buyback, .conversion: true
    case .sale, .purchase, .lapse: false
    }
  }

  /// What comes into the subsidiary, after costs and tax, in units of the event's currency; nil where the event does not say.
  func amountIntoTheEntity(_ accounts: GroupAccounts) -> Amount? {
    switch kind {
    case .issue, .rights, .exercise: statedConsideration.map { $0 - costs - tax }
    case .buyback: statedConsideration.map { -$0 - costs - tax }
    case .conversion:
      switch ConvertedInstrument(self, accounts) {
      case .liability(let amount): amount - costs - tax
      case .equity: -costs - tax
      case .notSaid: nil
      }
    case .sale, .purchase, .lapse: .zero
    }
  }

  /// The consideration as given, else shares × price, to the cent; nil where neither can be had.
  var statedConsideration: Amount? {
    if let consideration { return consideration }
    guard let shares, let price else { return nil }
    return Amount(shares * price, roundedTo: 2)
  }
}
