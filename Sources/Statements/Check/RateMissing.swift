/// An amount in another currency needs the rate of its day.
///
/// The event's amounts need the rate of its own day, the net assets behind it the closing rate of theirs. No other day's rate is taken in its
/// stead.
///
/// Formula: a line of that day and pair, either way round, for that use or for any.
///
/// Severity: error.
///
/// Example: a consideration in US dollars on 30 November 2012 and no line 2012-11-30,USD,CNY.
///
/// Remedy: add the rate of that day to a file with the columns date,base,quote,rate.
///
/// Cites: IAS 21.21-23, 39, DOMAIN 6.1 (26).
enum RateMissing: Check {
  static let id = "rate-missing"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.flatMap { event in [ofEvent(event, accounts), ofNetAssets(event, accounts)].compactMap { $0 } }
  }

  private static func ofEvent(_ event: EquityEvent, _ accounts: GroupAccounts) -> Finding? {
    guard let from = event.currency, let to = accounts.presentationCurrency, from != to else { return nil }
    guard accounts.rates.rate(from: from, to: to, on: event.date, for: .spot) == nil else { return nil }
    return Finding(
      .error, id, "no rate from \(code: from.code) to \(code: to.code) on \(event.date) is on file", entity: event.entity,
      period: .asAt(event.date), place: event.place(of: "currency"), expected: "a line \(event.date.isoText),\(from.code),\(to.code),…",
      details: ["needed for the amounts of \(quoted: event.name)"], citation: Citation("IAS 21.21-22"),
      remedy: "add the rate of that day to a file with the columns date,base,quote,rate")
  }

  private static func ofNetAssets(_ event: EquityEvent, _ accounts: GroupAccounts) -> Finding? {
    guard let netAssets = accounts.netAssets(of: event.entity, onOrBefore: event.date), let from = netAssets.currency,
      let to = accounts.presentationCurrency, from != to
    else { return nil }
    let date = netAssets.period.end
    guard accounts.rates.rate(from: from, to: to, on: date, for: .closing) == nil else { return nil }
    return Finding(
      .error, id, "no closing rate from \(code: from.code) to \(code: to.code) on \(date) is on file", entity: event.entity,
      item: accounts.items.netAssets, period: .asAt(date), place: netAssets.provenance.place,
      expected: "a line \(date.isoText),\(from.code),\(to.code),…", details: ["needed for the net assets before \(quoted: event.name)"],
      citation: Citation("IAS 21.39"), remedy: "add the rate of that day to a file with the columns date,base,quote,rate")
  }
}
