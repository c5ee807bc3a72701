/// The consideration stated is the number of shares times the price of one.
///
/// Formula: shares × price = consideration, exactly or as it is paid, rounded to the cent.
///
/// Severity: error.
///
/// Example: 91,000,000 × 0.02 = 1,820,000.
///
/// Remedy: compare shares, price and consideration with the agreement.
///
/// Cites: IFRS 10.B96 (IAS 27 (2008).31).
enum PriceTimesShares: Check {
  static let id = "price-times-shares"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.compactMap { event in
      guard let shares = event.shares, let price = event.price, let stated = event.consideration else { return nil }
      let product = shares * price
      let rounded = Amount(product, roundedTo: 2)
      guard product != stated.ratio, rounded != stated else { return nil }
      let display = Display.cents(event.currency)
      return Finding(
        .error, id,
        "\(number: shares) shares at \(number: price) come to \(number: product), the consideration stated is \(Money(stated, display))",
        entity: event.entity, period: .asAt(event.date), place: event.place(of: "consideration"),
        expected: product.shortestText(mostPlaces: 8),
        actual: stated.decimalText, difference: rounded.map { stated - $0 }, tolerance: .zero,
        details: ["the three figures stand on one line, so one of them is wrong"],
        citation: accounts.standard(on: event.date).relativeInterests,
        remedy: "compare shares, price and consideration with the agreement")
    }
  }
}
