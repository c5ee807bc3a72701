/// A way of accounting for one kind of change of ownership.
///
/// A treatment is one file and one line in `AllTreatments`. No two fit one event.
protocol TreatmentRule: Sendable {
  /// The file's name in kebab case.
  static var id: String { get }
  /// Whether this is the treatment of an event.
  static func fits(_ event: EquityEvent) -> Bool
  /// What it makes of the event.
  static func treat(_ event: EquityEvent, in accounts: GroupAccounts) -> EquityTransaction
}

/// Every treatment.
enum AllTreatments {
  static let list: [any TreatmentRule.Type] = [
    ShareIssue.self
  ]

  /// What the treatments make of a group's events, in the order of their dates.
  static func transactions(in accounts: GroupAccounts) -> [EquityTransaction] {
    accounts.events.map { event in
      if let rule = list.first(where: { $0.fits(event) }) { return rule.treat(event, in: accounts) }
      var transaction = EquityTransaction(event, accounts)
      transaction.reason = "events of the kind \(code: event.kind.rawValue) are recognised and not yet treated"
      transaction.remedy = "account for it by hand for now"
      return transaction
    }
  }
}

extension EquityTransaction {
  /// A transaction of which nothing is computed yet, with the standard and the policy that apply to it.
  init(_ event: EquityEvent, _ accounts: GroupAccounts) {
    let policy = accounts.entities[event.entity].nciPolicy
    self.init(
      event: event, standard: accounts.standard(on: event.date), policy: policy ?? .proportionate,
      policyIsAssumed: policy == nil, currency: accounts.presentationCurrency)
  }
}
