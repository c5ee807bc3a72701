/// An event is accounted for on the net assets of its own day.
///
/// A position that results on file carry forward to the day is not stale; one that a longer result carries forward by time is a warning.
///
/// Formula: days from the date of the net assets to the event, at most one.
///
/// Severity: information up to a week, or within one calendar month, with no other event in between; warning beyond; error at more than 92 days, a
/// quarter.
///
/// Example: net assets of 30 September behind an event of 30 November are 61 days old.
///
/// Remedy: add the position as at the day of the event, or at the latest month end before it.
///
/// Cites: IFRS 10.B96 (IAS 27 (2008).31).
enum StaleNetAssets: Check {
  static let id = "stale-net-assets"
  /// A quarter: older net assets are no basis for an entry.
  private static let mostDays = 92
  /// A week: what is earned in it seldom moves an entry.
  private static let fewDays = 7

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.compactMap { event in
      guard let position = accounts.netAssets(before: event), !position.coversEveryDay else { return nil }
      let netAssets = position.fact
      let days = event.date.days(since: netAssets.period.end)
      let display = accounts.display(of: event.entity)
      var details: [Text] = ["net assets used: \(Money(netAssets.value, display)) at \(netAssets.placeText(accounts))"]
      if let apportionment = position.apportionment {
        details.append(
          "carried forward by \(Money(apportionment.amount, display)) of \(apportionment.whole.label) \(Money(apportionment.whole.amount, display)), taken as earned evenly over the \(apportionment.period)"
        )
      } else if let drift = drift(accounts, event, from: netAssets.period.end) {
        details.append(
          drift.sign < 0
            ? "at the latest rate of loss they would be some \(Money(drift.magnitude, display)) lower"
            : "at the latest rate of profit they would be some \(Money(drift, display)) higher")
      }
      return Finding(
        severity(accounts, event, position, days), id,
        "the net assets are those of \(netAssets.period.end), \(days) days before \(quoted: event.name)", entity: event.entity,
        item: accounts.items.netAssets, period: .asAt(event.date), place: netAssets.provenance.place, expected: event.date.isoText,
        actual: netAssets.period.end.isoText, details: details, citation: accounts.standard(on: event.date).relativeInterests,
        remedy: isOfLatestMonthEnd(netAssets, event)
          ? "add the position as at \(event.date)" : "add the position as at \(event.date), or at the latest month end before it")
    }
  }

  /// Whether no month ends between a position and an event.
  private static func isOfLatestMonthEnd(_ position: Fact, _ event: EquityEvent) -> Bool {
    position.period.end.isMonthEnd && position.period.end.adding(days: 1).monthEnd >= event.date
  }

  private static func severity(_ accounts: GroupAccounts, _ event: EquityEvent, _ position: NetAssetsAtEvent, _ days: Int) -> Severity {
    let date = position.fact.period.end
    let isBetween = accounts.events(of: event.entity).contains { other in
      other.name != event.name && other.status == .completed && other.date > date && other.date <= event.date
    }
    let (then, now) = (date.components, event.date.components)
    if !isBetween, days <= fewDays || (then.year == now.year && then.month == now.month) { return .info }
    return days > mostDays && position.apportionment == nil ? .error : .warning
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
