/// A position of an event's own day is taken as it was immediately before the event, unless net assets show that the money is in it.
///
/// Formula: the money is in it where net assets, less the result and what owners put in, have moved by it since the position before.
///
/// Severity: a warning where net assets have moved towards it by half the money or more, and no result on file explains that; else
/// information.
///
/// Example: 300,000 at 31 December 2024 and 410,000 at 30 June 2025, the day of an issue for 120,000, without the result in between.
///
/// Remedy: add the result up to the day, or date the position on the day before.
///
/// Cites: IFRS 10.B96 (IAS 27 (2008).31).
enum PositionOfTheDay: Check {
  static let id = "position-of-the-day"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction -> Finding? in
      let event = transaction.event
      guard event.movesNetAssets, event.status == .completed, transaction.treatment == .equityTransaction,
        let position = accounts.netAssets(before: event), position.fact.period.end == event.date, position.proceedsTakenOut == nil,
        let money = accounts.amountInto(event.entity, event), money.sign != 0
      else { return nil }
      let earlier = accounts.index.series(event.entity, accounts.items.netAssets).last { $0.period.end < event.date }
      let mayHoldIt = earlier.map { isDoubtful(position.fact, after: $0, money, accounts) } ?? false
      return Finding(
        mayHoldIt ? .warning : .info, id,
        "net assets of \(event.date), the day of \(quoted: event.name), are taken as they were immediately before it", entity: event.entity,
        item: accounts.items.netAssets, period: .asAt(event.date), place: position.fact.provenance.place,
        details: mayHoldIt
          ? ["net assets have moved by much of the money since the position before: the money may be in them already"] : [],
        citation: transaction.standard.relativeInterests,
        remedy: "add the result up to the day, or date the position on the day before")
    }
  }

  /// Whether net assets moved towards the money by half of it or more, beyond what a result on file explains.
  private static func isDoubtful(_ fact: Fact, after earlier: Fact, _ money: Amount, _ accounts: GroupAccounts) -> Bool {
    guard let period = Period.from(earlier.period.end.adding(days: 1), to: fact.period.end), earlier.currency == fact.currency,
      accounts.comprehensiveIncome(of: fact.entity, in: period) == nil
    else { return false }
    let moved = fact.value - earlier.value
    return moved.sign == money.sign && moved.magnitude + moved.magnitude >= money.magnitude
  }
}
