/// An amount in another currency needs the rate of its day.
///
/// Cites: IAS 21.21-22. No other day's rate is taken in its stead.
enum RateMissing: Check {
  static let id = "rate-missing"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.compactMap { event in
      guard let from = event.currency, let to = accounts.presentationCurrency, from != to else { return nil }
      guard accounts.rates.rate(from: from, to: to, on: event.date, for: .spot) == nil else { return nil }
      return Finding(
        .error, id, "no rate from \(code: from.code) to \(code: to.code) on \(event.date) is on file", entity: event.entity,
        period: .asAt(event.date), place: event.place(of: "currency"), expected: "a line \(event.date.isoText),\(from.code),\(to.code),…",
        details: ["needed for the amounts of \(quoted: event.name)"], citation: Citation("IAS 21.21-22"),
        remedy: "add the rate of that day to a file with the columns date,base,quote,rate")
    }
  }
}
