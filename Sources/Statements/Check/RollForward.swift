/// Opening net assets, the result and what owners put in or took out make closing net assets; what is left over is named.
///
/// Formula: opening + total comprehensive income + owner movements = closing. It takes n figures, each to half its last printed digit, so the
/// tolerance is n × half a digit.
///
/// Severity: error where owner movements are on file; warning, with the missing amount named, where none are, or where a movement that is
/// on file for a longer stretch may be it; information for the opening that the first date on file implies.
///
/// Example: 95.3 with a loss of (1,552.5) is (1,457.2); closing net assets of (456.6) leave 1,000.6 unexplained, ± 0.15.
///
/// Remedy: add what owners put in or took out as `capital-contributions`, `dividends` or `other-equity-movements`, or the event; of what is
/// on file for a longer stretch, the part of this one.
///
/// Cites: IAS 1.106(d).
enum RollForward: EntityCheck {
  static let id = "roll-forward"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    accounts.netAssetsMovements(of: entity).compactMap { movement in
      movement.opening == nil ? implied(accounts, movement) : unexplained(accounts, movement)
    }
  }

  private static func unexplained(_ accounts: GroupAccounts, _ movement: NetAssetsMovement) -> Finding? {
    let interval = movement.unexplainedInterval
    guard let opening = movement.opening, !interval.contains(.zero) else { return nil }
    let display = accounts.display(of: movement.entity)
    let fine = Display(unit: display.unit, places: display.places + 1)
    let moved = Money(movement.closing.value - opening.value, display)
    let result = Money(movement.result.amount, display)
    let suppliesMovements = !movement.ownerMovements.isEmpty
    let all = Money(movement.explained - opening.value, display)
    let message: Text =
      suppliesMovements
      ? "net assets moved by \(moved) but the result and what else is on file explain \(all)"
      : movement.result.amount.sign < 0
        ? "net assets moved by \(moved) but the loss explains \(result)" : "net assets moved by \(moved) but the profit explains \(result)"
    var details: [Text] = [
      "unexplained movement \(Money(movement.unexplained, display)), in [\(Money(interval.low, fine)), \(Money(interval.high, fine))] (\(movement.figureCount) figures as printed, ± \(Money(interval.tolerance, fine)) together)"
    ]
    if suppliesMovements { details.append("on file: \(movement.result.label) \(result)") }
    for cause in movement.ownerMovements { details.append("on file: \(cause.label) \(Money(cause.amount, display))") }
    let cause = MovementCause(movement, accounts)
    if let cause { details.append(cause.text) }
    let longer = movementOfLonger(accounts, movement)
    if let longer {
      details.append(
        "on file for the \(longer.period) only: \(quoted: longer.label) \(Money(longer.value, display)) at \(longer.placeText(accounts)), and no file says how much of it falls in the \(movement.period)"
      )
    }
    return Finding(
      suppliesMovements && longer == nil ? .error : .warning, id, message, entity: movement.entity, item: accounts.items.netAssets,
      period: movement.period,
      place: cause?.place ?? movement.closing.provenance.place, expected: movement.explained.decimalText,
      actual: movement.closing.value.decimalText, difference: movement.unexplained, tolerance: interval.tolerance, details: details,
      citation: accounts.presentationStandard(on: movement.closing.period.end).changesInEquity,
      remedy: longer.map {
        "give the \(code: accounts.catalogue[$0.item].id) of the \(movement.period) beside that of the \(longer?.period ?? movement.period), or each with its day"
      } ?? "add what owners put in or took out as `capital-contributions`, `dividends` or `other-equity-movements`, or the event"
    )
  }

  /// What owners put in or took out in a longer stretch around this one, where no file gives this one's part and what is missing here is
  /// a part of it: a year's dividends between half-year positions. Where the longer stretch is covered, its parts must come to it.
  private static func movementOfLonger(_ accounts: GroupAccounts, _ movement: NetAssetsMovement) -> Fact? {
    guard let start = movement.period.start else { return nil }
    let items = [accounts.items.capitalContributions, accounts.items.dividends, accounts.items.otherEquityMovements]
    let longer = items.filter { accounts.flow(of: movement.entity, $0, in: movement.period) == nil }.flatMap { item in
      accounts.index.series(movement.entity, item).filter { fact in
        guard let first = fact.period.start else { return false }
        return first <= start && fact.period.end >= movement.period.end && fact.period != movement.period
          && fact.value.sign == movement.unexplained.sign && fact.currency == movement.closing.currency
          && movement.unexplained.magnitude <= fact.value.magnitude + movement.unexplainedInterval.tolerance + fact.interval.tolerance
      }
    }.min { $0.period.dayCount < $1.period.dayCount }
    guard let longer, let first = longer.period.start else { return nil }
    let within = accounts.netAssetsMovements(of: movement.entity).filter {
      $0.opening != nil && ($0.period.start.map { $0 >= first } ?? false) && $0.period.end <= longer.period.end
    }
    let covers = within.reduce(0) { $0 + $1.period.dayCount } == longer.period.dayCount
    let left = within.reduce(Interval(low: .zero, high: .zero)) { $0 + $1.unexplainedInterval }
    return !covers || left.meets(longer.interval) ? longer : nil
  }

  /// Before the first date on file, opening and contributions together are implied.
  private static func implied(_ accounts: GroupAccounts, _ movement: NetAssetsMovement) -> Finding {
    let display = accounts.display(of: movement.entity)
    return Finding(
      .info, id,
      "no position at the beginning of the \(movement.period) is on file: opening net assets and contributions together are worked out as \(Money(movement.unexplained, display))",
      entity: movement.entity, item: accounts.items.netAssets, period: movement.period, place: movement.closing.provenance.place,
      actual: movement.unexplained.decimalText, tolerance: movement.unexplainedInterval.tolerance,
      details: [
        "closing \(Money(movement.closing.value, display)) less the result \(Money(movement.result.amount, display))"
      ],
      citation: accounts.presentationStandard(on: movement.closing.period.end).changesInEquity,
      remedy: "add the position before, if it is to be checked")
  }
}
