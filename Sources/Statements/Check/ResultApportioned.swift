/// A result is attributed at the interests of its time: where the interest changes within a period, a file gives the result to that day.
///
/// Without it the shortest result on file in which the change falls is parted by time, as if it were earned evenly, and that is said.
///
/// Formula: owners' part = Σ interest × the result of its time; by months where all parts are whole months, else by days.
///
/// Severity: warning.
///
/// Example: a year's profit of 1,200 with 80 % until 30 June and 60 % after it: 6 of 12 months each, owners 480 + 360 = 840.
///
/// Remedy: add the result from the beginning of the period to the day of the change.
///
/// Cites: IFRS 10.B88, B94 (IAS 27 (2008).26).
enum ResultApportioned: EntityCheck {
  static let id = "result-apportioned"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    guard accounts.entities[entity].role == .subsidiary, accounts.mayChangeHands(entity) else { return [] }
    return accounts.index.series(entity, accounts.items.profitAfterTax).compactMap { fact -> Finding? in
      guard let parts = accounts.parts(of: fact), parts.isByTime else { return nil }
      let display = accounts.display(of: entity)
      return Finding(
        .warning, id,
        "the owners' interest changes within the \(fact.period), and no file gives the result to that day: it is divided by time",
        entity: entity, item: fact.item, period: fact.period, place: fact.provenance.place,
        details: parts.parts.compactMap { part in
          Amount(part.amount, roundedTo: 2).map { "the \(part.period): \(Money($0, display)) at \(percent: part.interest, places: 4)" }
        }, citation: accounts.standard(on: fact.period.end).attribution,
        remedy: "add the result from the beginning of the period to the day of the change")
    }
  }
}
