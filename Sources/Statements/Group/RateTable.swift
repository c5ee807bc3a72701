/// A group's rates of exchange.
public struct RateTable: Sendable {
  private let rates: [Rate]

  /// The rates as read.
  init(_ rates: [Rate]) {
    self.rates = rates
  }

  /// All of them, as read.
  var all: [Rate] { rates }

  /// The rate from `base` to `quote` that was set on `date` for `kind`, or for any use; turned round where only the reverse is given.
  ///
  /// No other day's rate is taken in its stead: a missing rate is said to be missing.
  func rate(from base: Currency, to quote: Currency, on date: CalendarDate, for kind: RateKind) -> Rate? {
    let onDate = rates.filter { $0.date == date && ($0.kind == kind || $0.kind == nil) }
    // A rate that is made for the purpose comes before one for any use.
    let ordered = onDate.filter { $0.kind == kind } + onDate.filter { $0.kind == nil }
    if let straight = ordered.first(where: { $0.base == base && $0.quote == quote }) { return straight }
    return ordered.first { $0.base == quote && $0.quote == base }.map {
      var turned = $0
      (turned.base, turned.quote, turned.rate) = (base, quote, .one / $0.rate)
      return turned
    }
  }
}
