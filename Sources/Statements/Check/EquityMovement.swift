/// Each component of equity moves by what is on file: retained earnings by the result and the dividends, capital by what was paid in.
///
/// Transfers between reserves and movements that no file gives are named by their amount, not judged: `roll-forward` judges the whole.
///
/// Formula: closing − opening − what is on file of the stretch between: for retained earnings the owners' profit and the dividends, for
/// non-controlling interests their profit and dividends, for share capital and premium together the contributions and share issues.
///
/// Severity: information.
///
/// Example: retained earnings from 120.0 to 150.0 with a profit of 40.0 and dividends of (5.0) leave (5.0) unexplained.
///
/// Remedy: add the transfer or the movement, if it is to be explained.
///
/// Cites: IAS 1.106(d).
enum EquityMovement: EntityCheck {
  static let id = "equity-movement"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let items = accounts.items
    func item(_ id: String) -> [ItemID] { accounts.catalogue.find(id: id).map { [$0] } ?? [] }
    let capital = item("share-capital") + item("share-premium")
    let issues = [items.capitalContributions] + item("exercise-of-share-options") + item("repurchase-of-shares")
    let profit =
      accounts.index.series(entity, items.profitToOwners).isEmpty ? items.profitAfterTax : items.profitToOwners
    return [
      component(accounts, entity, [items.retainedEarnings], needs: profit, with: [items.dividends] + item("transfer-to-reserves")),
      component(
        accounts, entity, [items.nonControllingInterests], needs: items.profitToNCI,
        with: item("dividends-to-nci") + item("capital-contributions-from-nci") + item("acquisition-of-nci")),
      component(accounts, entity, capital, needs: nil, with: issues),
    ].compactMap { $0 }
  }

  /// A component over all stretches between two dates: one finding, with a line for each that is not explained.
  private static func component(
    _ accounts: GroupAccounts, _ entity: EntityID, _ parts: [ItemID], needs result: ItemID?, with movements: [ItemID]
  ) -> Finding? {
    guard let lead = parts.first else { return nil }
    let series = accounts.index.series(entity, lead)
    let display = accounts.display(of: entity)
    var unexplained: [(closing: Fact, period: Period, amount: Amount, interval: Interval)] = []
    var stretches = 0
    for (opening, closing) in zip(series, series.dropFirst()) where opening.currency == closing.currency {
      guard let period = Period.from(opening.period.end.adding(days: 1), to: closing.period.end),
        let before = sum(accounts, entity, parts, opening.period), let after = sum(accounts, entity, parts, closing.period)
      else { continue }
      var interval = after - before
      if let result {
        // Retained earnings of a trial balance to which its result could not be carried stand before it.
        if let netAssets = accounts.index.fact(entity, accounts.items.netAssets, closing.period), netAssets.isTotalOfAccounts,
          !closing.hasResultCarried
        {
          continue
        }
        guard let flow = accounts.flowInterval(of: entity, result, in: period) else { continue }
        interval = interval - flow
      }
      for movement in movements { if let flow = accounts.flowInterval(of: entity, movement, in: period) { interval = interval - flow } }
      for event in accounts.events(of: entity) where result == nil && event.status == .completed && event.movesNetAssets {
        guard event.date > opening.period.end, event.date <= closing.period.end, let cash = accounts.amountInto(entity, event) else {
          continue
        }
        interval = interval - Interval(low: cash, high: cash)
      }
      stretches += 1
      guard !interval.contains(.zero) else { continue }
      let middle = Amount(atoms: (interval.low.atoms + interval.high.atoms) / 2)
      unexplained.append((closing, period, middle, interval))
    }
    guard let latest = unexplained.last else { return nil }
    let name = Text.caption(accounts.catalogue[lead])
    return Finding(
      .info, id, "\(name) moved by \(Money(latest.amount, display)) in the \(latest.period) that nothing on file explains", entity: entity,
      item: lead, period: latest.period, place: latest.closing.provenance.place, difference: latest.amount,
      tolerance: latest.interval.tolerance,
      details: ["unexplained in \(unexplained.count) of \(stretches) periods"]
        + unexplained.dropLast().reversed().map { "\($0.period): \(Money($0.amount, display))" },
      citation: accounts.presentationStandard(on: latest.period.end).changesInEquity,
      remedy: "add the transfer or the movement, if it is to be explained")
  }

  /// What the parts on file come to at a date; a part that is on file at no date counts for nil, one that lacks this date for nothing.
  private static func sum(_ accounts: GroupAccounts, _ entity: EntityID, _ parts: [ItemID], _ period: Period) -> Interval? {
    var sum = Interval(low: .zero, high: .zero)
    for part in parts where !accounts.index.series(entity, part).isEmpty {
      guard let fact = accounts.index.fact(entity, part, period) else { return nil }
      sum = sum + fact.interval
    }
    return sum
  }
}
