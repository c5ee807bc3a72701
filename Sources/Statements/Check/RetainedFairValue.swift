/// The fair value of the interest that is kept when control is lost is in units of currency, as all amounts of an event are.
///
/// Formula: fair value ÷ (interest kept × (net assets + goodwill)), within √10 of 1,000, of 1,000,000 or of their reciprocals; where
/// shares are sold too, the price that they imply for the interest kept must be as far off.
///
/// Severity: warning.
///
/// Example: 20 % kept at 1,000 where net assets are 4,200,000 and 50 % was sold for 2,600,000: a thousand times too small.
///
/// Remedy: write the fair value in units of the event's currency, not in thousands.
///
/// Cites: IFRS 10.25(b) and B98(b)(iii), IAS 27 (2008).34(d).
enum RetainedFairValue: Check {
  static let id = "retained-fair-value"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      guard let fairValue = transaction.retainedFairValue, fairValue.sign > 0, let kept = transaction.retainedInterest, kept.sign > 0,
        let netAssets = transaction.netAssetsBefore
      else { return nil }
      let carrying = (netAssets.ratio + (transaction.goodwillBefore ?? .zero).ratio) * kept
      guard carrying.sign > 0, let exponent = scale(fairValue.ratio / carrying), isBorneOut(exponent, transaction, kept) else { return nil }
      let event = transaction.event
      let display = Display.cents(transaction.currency)
      let times = Ratio(coefficient: 1, exponent: abs(exponent))
      let share = Amount(carrying, roundedTo: 2) ?? .zero
      return Finding(
        .warning, id,
        exponent < 0
          ? "the fair value of the interest kept, \(Money(fairValue, display)), looks \(number: times) times too small beside its part of net assets, \(Money(share, display))"
          : "the fair value of the interest kept, \(Money(fairValue, display)), looks \(number: times) times too large beside its part of net assets, \(Money(share, display))",
        entity: event.entity, period: .asAt(event.date), place: event.place(of: "retained fair value"), expected: share.decimalText,
        actual: fairValue.decimalText,
        details: [
          "\(percent: kept, places: 6) is kept; net assets with goodwill are \(Money(netAssets + (transaction.goodwillBefore ?? .zero), display))"
        ],
        citation: transaction.standard.lossOfControl,
        remedy: "write `retained fair value` in units of the event's currency, not in thousands; accept the finding where it is right")
    }
  }

  /// The power of ten, a multiple of three, that two amounts lie apart within √10 either way; nil where they are of one size.
  private static func scale(_ ratio: Ratio) -> Int? {
    [3, 6, -3, -6].first { exponent in
      let rest = ratio / Ratio(coefficient: 1, exponent: exponent)
      // Within √10: the square within ten.
      let square = rest * rest
      return square <= Ratio(10) && square * Ratio(10) >= .one
    }
  }

  /// Whether the price of the shares that were sold says so too, where some were.
  private static func isBorneOut(_ exponent: Int, _ transaction: EquityTransaction, _ kept: Ratio) -> Bool {
    guard let received = transaction.consideration, received.sign > 0, let before = transaction.interestBefore, before > kept,
      let fairValue = transaction.retainedFairValue
    else { return true }
    let implied = received.ratio / (before - kept) * kept
    return scale(fairValue.ratio / implied) == exponent
  }
}
