/// An event is accounted for on the net assets of its own day.
///
/// Formula: days from the date of the net assets to the event, at most one.
///
/// Severity: warning; error at more than 92 days, a quarter.
///
/// Example: net assets of 30 September behind an event of 30 November are 61 days old.
///
/// Remedy: add the position as at the day of the event, or at the latest month end before it.
///
/// Cites: IFRS 10.B96 (IAS 27 (2008).31), DOMAIN 6.1 (42).
enum StaleNetAssets: Check {
  static let id = "stale-net-assets"
  /// A quarter: older net assets are no basis for an entry.
  private static let mostDays = 92

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.compactMap { event in
      guard let netAssets = accounts.netAssets(of: event.entity, onOrBefore: event.date) else { return nil }
      let days = event.date.days(since: netAssets.period.end)
      // The position of the day before is the one immediately before.
      guard days > 1 else { return nil }
      let display = accounts.display(of: event.entity)
      var details: [Text] = ["net assets used: \(Money(netAssets.value, display)) at \(netAssets.placeText(accounts))"]
      if let drift = drift(accounts, event, from: netAssets.period.end) {
        details.append(
          drift.sign < 0
            ? "at the latest rate of loss they would be some \(Money(drift.magnitude, display)) lower"
            : "at the latest rate of profit they would be some \(Money(drift, display)) higher")
      }
      return Finding(
        days > mostDays ? .error : .warning, id,
        "the net assets are those of \(netAssets.period.end), \(days) days before \(quoted: event.name)", entity: event.entity,
        item: accounts.items.netAssets, period: .asAt(event.date), place: netAssets.provenance.place, expected: event.date.isoText,
        actual: netAssets.period.end.isoText, details: details, citation: accounts.standard(on: event.date).relativeInterests,
        remedy: "add the position as at \(event.date), or at the latest month end before it")
    }
  }

  /// What the latest result on file, by the month, makes of the months in between; nil where there is none or no whole months.
  private static func drift(_ accounts: GroupAccounts, _ event: EquityEvent, from date: CalendarDate) -> Amount? {
    guard let result = accounts.index.series(event.entity, accounts.items.profitAfterTax).last(where: { $0.period.end == date }),
      let months = result.period.wholeMonths, let gap = Period.from(date.adding(days: 1), to: event.date)?.wholeMonths
    else { return nil }
    // An illustration, rounded to the unit of currency.
    return Amount(result.value.ratio * Ratio(gap) / Ratio(months), roundedTo: 0)
  }
}
