/// One pair of currencies has one rate for a date and a use.
///
/// Where two lines give two, the first in the order of the files counts and the others are named; the same rate twice is none of it.
///
/// Formula: one rate for each pair, date, first day of an average and use.
///
/// Severity: error.
///
/// Example: `2024-12-31,USD,CNY,7.2993` in one file and `2024-12-31,USD,CNY,7.1884` in another.
///
/// Remedy: take one of the two lines out, or give each its `kind`.
///
/// Cites: IAS 21.22, 39.
enum DuplicateRate: Check {
  static let id = "duplicate-rate"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.rates.contradictions.map { kept, other in
      let use: Text = other.kind.map { "\(code: $0.rawValue) " } ?? ""
      return Finding(
        .error, id,
        "the \(use)rate from \(code: other.base.code) to \(code: other.quote.code) of \(other.date) is \(number: other.rate) here but \(number: kept.rate) elsewhere",
        period: .asAt(other.date), place: other.place, expected: kept.rate.shortestText(mostPlaces: 12),
        actual: other.rate.shortestText(mostPlaces: 12),
        details: ["the one that counts, being first, stands at \(code: accounts.address(of: kept.place))"],
        citation: Citation("IAS 21.22, 39"),
        remedy: "keep the right one, or say by kind and start what each is for")
    }
  }
}
