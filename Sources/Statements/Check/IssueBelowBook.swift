/// New shares issued below the net assets of a share take from the owners what they give to the newcomer.
///
/// Above them it is the other way round: the price against the book value says on which side of nil the change of owners' equity is to be
/// expected. It is no error to issue below; somebody should know that it happened.
///
/// Formula: consideration ÷ shares issued < net assets immediately before ÷ shares in issue.
///
/// Severity: information.
///
/// Example: 25 shares for 200 where 100 shares have net assets of 1,000: 8 a share against 10.
///
/// Remedy: none; compare the price with the valuation behind it.
///
/// Cites: IFRS 10.23, B96 (IAS 27 (2008).30-31).
enum IssueBelowBook: Check {
  static let id = "issue-below-book"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction -> Finding? in
      let event = transaction.event
      // The price is what the subsidiary asks, whoever pays it: the group's own money is no consideration from outside.
      guard event.kind == .issue, transaction.treatment == .equityTransaction, let consideration = event.statedConsideration,
        event.currency == transaction.currency, let netAssets = transaction.netAssetsBefore, netAssets.sign > 0, let shares = event.shares,
        shares.sign > 0,
        let before = transaction.sharesBefore, before.sign > 0
      else { return nil }
      let (price, book) = (consideration.ratio / shares, netAssets.ratio / before)
      guard price < book else { return nil }
      return Finding(
        .info, id,
        "\(quoted: event.name) is at \(number: price, mostPlaces: 4) a share, below the net assets of \(number: book, mostPlaces: 4) a share",
        entity: event.entity, period: .asAt(event.date), place: event.place,
        details: ["owners give up more of the net assets than what comes in brings them"], citation: transaction.standard.equityTransaction,
        remedy: "none; compare the price with the valuation behind it")
    }
  }
}
