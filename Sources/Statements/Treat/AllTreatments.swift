/// A way of accounting for one kind of change of ownership.
///
/// A treatment is one file and one line in `AllTreatments`. No two fit one event.
protocol TreatmentRule: Sendable {
  /// The file's name in kebab case.
  static var id: String { get }
  /// Whether this is the treatment of an event.
  static func fits(_ event: EquityEvent) -> Bool
  /// What it makes of the event, after the completed transactions of the same subsidiary before it.
  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction
}

/// Every treatment.
enum AllTreatments {
  static let list: [any TreatmentRule.Type] = [
    ShareIssue.self,
    RightsIssue.self,
    ShareSale.self,
    SharePurchase.self,
    ShareBuyback.self,
    OptionExercise.self,
    InstrumentConversion.self,
    LossOfControl.self,
  ]

  /// What the treatments make of a group's events, in the order of their dates.
  static func transactions(in accounts: GroupAccounts) -> [EquityTransaction] {
    var all: [EquityTransaction] = []
    var completed: [EntityID: [EquityTransaction]] = [:]
    for event in accounts.events {
      guard let rule = list.first(where: { $0.fits(event) }) else { preconditionFailure("every kind of event has its treatment") }
      let transaction = rule.treat(event, in: accounts, after: completed[event.entity] ?? [])
      all.append(transaction)
      if event.status == .completed { completed[event.entity, default: []].append(transaction) }
    }
    return all
  }
}
