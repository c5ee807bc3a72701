/// How a rate may be used (IAS 21).
public enum RateKind: String, Hashable, Sendable, CaseIterable {
  /// For positions at the date.
  case closing
  /// For results of the period that ends on the date.
  case average
  /// For a transaction on the date.
  case spot
}

/// One unit of `base` costs `rate` of `quote`.
public struct Rate: Hashable, Sendable {
  /// The day, or the last day of an average.
  public var date: CalendarDate
  /// The first day of an average, where its line gives it.
  public var start: CalendarDate?
  /// The currency of which one unit is priced.
  public var base: Currency
  /// The currency in which it is priced.
  public var quote: Currency
  /// How much of `quote` one unit of `base` costs; positive.
  public var rate: Ratio
  /// What it may be used for; nil for any use.
  public var kind: RateKind?
  /// Where the rate stands.
  public var place: Place
  /// What the file says of it, such as who published it.
  public var note = ""
  /// The rates as read from which this one is worked out: one that was turned round, two that were crossed; none where it was read itself.
  public var legs: [Rate] = []

  /// A rate of exchange.
  public init(date: CalendarDate, base: Currency, quote: Currency, rate: Ratio, kind: RateKind?, place: Place) {
    self.date = date
    self.base = base
    self.quote = quote
    self.rate = rate
    self.kind = kind
    self.place = place
  }
}
