/// Two sides of one balance within the group that stand in two currencies, held against each other at the closing rate of their date.
///
/// Both are monetary items, so each is in its own books at that rate; what is left is under way or not booked.
///
/// Cites: IAS 21.23(a), 28, 45.
struct TranslatedBalances {
  /// What the one says that it is owed.
  let owed: Fact
  /// What the other says that it owes.
  let owing: Fact
  /// The currency in which they are compared.
  private let currency: Currency
  private let rates: [Rate?]

  /// Nil where a currency is not known, or both are one.
  init?(_ accounts: GroupAccounts, owed: Fact, owing: Fact) {
    guard let first = owed.currency, let second = owing.currency, first != second else { return nil }
    (self.owed, self.owing) = (owed, owing)
    let common = accounts.presentationCurrency == second ? second : first
    currency = common
    rates = [first, second].map { own in
      own == common ? nil : accounts.rates.rate(from: own, to: common, on: owed.period.end, for: .closing)
    }
  }

  /// The rate of the side that is translated; nil where none of that day is on file.
  var rate: Rate? { rates.compactMap { $0 }.first }

  /// The other currency, and that of the comparison.
  var pair: (from: Currency, to: Currency) {
    (owed.currency == currency ? owing.currency ?? currency : owed.currency ?? currency, currency)
  }

  /// Both in one currency, in units of it, each with half a unit of what is printed.
  private var sides: [(amount: Ratio, half: Ratio)] {
    zip([owed, owing], rates).map { fact, rate in
      let factor = rate?.rate ?? .one
      return (fact.value.magnitude.ratio * factor, Interval.halfUnit(decimals: fact.decimals).ratio * factor)
    }
  }

  /// Whether both may be one amount, as exact as they are printed.
  var agree: Bool {
    let sides = sides
    return (sides[0].amount - sides[1].amount).magnitude <= sides[0].half + sides[1].half
  }

  /// Both in the currency of the comparison, rounded to the cent to be shown; nil for amounts without measure.
  var shown: (owed: Amount, owing: Amount, tolerance: Amount)? {
    let sides = sides
    guard let owed = Amount(sides[0].amount, roundedTo: 2), let owing = Amount(sides[1].amount, roundedTo: 2),
      let tolerance = Amount(sides[0].half + sides[1].half, roundedTo: 2)
    else { return nil }
    return (owed, owing, tolerance)
  }

  /// How the amounts of the comparison are shown.
  var display: Display { .cents(currency) }
}
