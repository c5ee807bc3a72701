/// Dividends are no more than the retained earnings that there were, with the result of the period.
///
/// Formula: dividends ≤ opening retained earnings + profit attributable to owners, as printed.
///
/// Severity: warning, since other reserves may be distributable.
///
/// Example: dividends of (90.0) after retained earnings of 50.0 and a profit of 30.0 are 10.0 too many.
///
/// Remedy: compare the dividend with the minutes, and say from which reserve it was paid.
///
/// Cites: IAS 1.107.
enum DividendsCovered: EntityCheck {
  static let id = "dividends-covered"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let items = accounts.items
    return accounts.index.series(entity, items.dividends).compactMap { dividend -> Finding? in
      guard let start = dividend.period.start, dividend.value.sign < 0,
        let opening = accounts.index.fact(entity, items.retainedEarnings, .asAt(start.adding(days: -1))),
        let profit = accounts.index.fact(entity, items.profitToOwners, dividend.period)
          ?? accounts.index.fact(entity, items.profitAfterTax, dividend.period), opening.currency == dividend.currency
      else { return nil }
      let left = opening.interval + profit.interval + dividend.interval
      guard left.high < .zero else { return nil }
      let display = accounts.display(of: entity)
      let available = opening.value + profit.value
      return Finding(
        .warning, id,
        "dividends of the \(dividend.period) are \(Money(-dividend.value, display)), and retained earnings with the result were \(Money(available, display))",
        entity: entity, item: items.dividends, period: dividend.period, place: dividend.provenance.place,
        expected: available.decimalText, actual: (-dividend.value).decimalText, difference: -dividend.value - available,
        tolerance: left.tolerance,
        details: ["retained earnings of \(Money(opening.value, display)) at \(opening.placeText(accounts))"],
        citation: Citation("IAS 1.107"), remedy: "compare the dividend with the minutes, and say from which reserve it was paid")
    }
  }
}
