/// The year opens with the figures with which the one before closed.
///
/// Every line of a position of 1 January is that of 31 December; opening equity is the net assets of the day before; the cash at the
/// beginning is the cash at the end of the period before.
///
/// Formula: opening figure = closing figure of the day before, each for what it may stand for as printed.
///
/// Severity: error.
///
/// Example: retained earnings of 812.4 at 1 January after 811.4 at 31 December are out by 1.0, and rounding explains 0.1.
///
/// Remedy: correct one of the two, or mark the column as restated and keep the one that was reported.
///
/// Cites: IAS 8.42, 49, IAS 1.106(b).
enum OpeningBalance: EntityCheck {
  static let id = "opening-balance"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    positions(accounts, entity) + movements(accounts, entity)
  }

  /// Positions of the first day of a year or month against those of the day before.
  private static func positions(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    // What an event of the day itself moved is no error of the opening.
    let moved = Set(accounts.events(of: entity).filter { $0.status == .completed }.map(\.date))
    return accounts.index.items(of: entity).filter { accounts.catalogue[$0].isInstant }.flatMap { item -> [Finding] in
      let series = accounts.index.series(entity, item)
      let hasDay = { (day: CalendarDate) in series.contains { $0.period.end == day } }
      return zip(series, series.dropFirst()).compactMap { closing, opening in
        let (last, first) = (closing.period.end, opening.period.end)
        guard first == last.adding(days: 1), last.isMonthEnd, !moved.contains(first) else { return nil }
        // Positions from day to day are those of three days and more.
        guard !hasDay(first.adding(days: 1)), !hasDay(last.adding(days: -1)) else { return nil }
        return finding(accounts, opening: opening, closing: closing)
      }
    }
  }

  /// Opening and closing figures of a statement of movements against the position, and against the one before.
  private static func movements(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    let items = accounts.items
    let equity = accounts.index.series(entity, items.openingEquity).compactMap { opening -> Finding? in
      guard let dayBefore = opening.period.start?.adding(days: -1) else { return nil }
      let closing =
        accounts.index.fact(entity, items.netAssets, .asAt(dayBefore))
        ?? accounts.index.series(entity, items.closingEquity).last { $0.period.end == dayBefore }
      return closing.flatMap { finding(accounts, opening: opening, closing: $0) }
    }
    let closed = accounts.index.series(entity, items.closingEquity).compactMap { stated in
      accounts.index.fact(entity, items.netAssets, .asAt(stated.period.end)).flatMap { finding(accounts, opening: stated, closing: $0) }
    }
    let cash = accounts.index.series(entity, items.cashAtBeginning).compactMap { opening -> Finding? in
      guard let dayBefore = opening.period.start?.adding(days: -1) else { return nil }
      return accounts.index.series(entity, items.cashAtEnd).last { $0.period.end == dayBefore }
        .flatMap { finding(accounts, opening: opening, closing: $0) }
    }
    return equity + closed + cash
  }

  private static func finding(_ accounts: GroupAccounts, opening: Fact, closing: Fact) -> Finding? {
    guard opening.currency == closing.currency, !opening.interval.meets(closing.interval) else { return nil }
    let display = accounts.display(of: opening.entity)
    let difference = opening.value - closing.value
    return Finding(
      .error, id,
      "\(line: opening) of \(opening.period) is \(Money(opening.value, display)), but \(line: closing) of \(closing.period) is \(Money(closing.value, display)), a difference of \(Money(difference, display))",
      entity: opening.entity, item: opening.item, period: opening.period, place: opening.provenance.place,
      expected: closing.value.decimalText, actual: opening.value.decimalText, difference: difference,
      tolerance: opening.interval.tolerance + closing.interval.tolerance,
      details: ["the other figure stands at \(closing.placeText(accounts))"], citation: Citation("IAS 8.42"),
      remedy: "correct one of the two, or mark the column as restated and keep the one that was reported")
  }
}
