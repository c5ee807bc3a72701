/// A completed change of ownership is accounted for, or somebody must do it by hand.
///
/// Until it is treated, what the reports say of the entity's owners stops at its date.
///
/// Formula: none; a treatment for each completed event.
///
/// Severity: error; warning where a deal that is only signed names an entity that nothing else on file names.
///
/// Example: a sale with which control is lost, of a kind that this program does not treat yet.
///
/// Remedy: what the reason asks for; else account for it by hand.
///
/// Cites: IAS 27 (2008).30-37, IFRS 10.23-26.
enum UntreatedEvent: Check {
  static let id = "untreated-event"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      let event = transaction.event
      if let finding = unknownEntity(event, accounts) { return finding }
      guard event.status == .completed, transaction.treatment == .notDeterminable, let reason = transaction.reason else { return nil }
      return Finding(
        .error, id, "\(quoted: event.name) is completed and cannot be accounted for: \(reason)", entity: event.entity,
        period: .asAt(event.date), place: transaction.doubtfulPlace ?? event.place, expected: transaction.expected,
        actual: transaction.found,
        details: [
          "no entry is made for it, and figures after it are not divided between owners and non-controlling interests where it changes the interest"
        ],
        citation: transaction.controlIsKept == false ? transaction.standard.lossOfControl : transaction.standard.equityTransaction,
        remedy: transaction.remedy)
    }
  }

  /// An event of an entity that nothing else on file names: a slip of the pen, more often than not.
  private static func unknownEntity(_ event: EquityEvent, _ accounts: GroupAccounts) -> Finding? {
    let entity = event.entity
    let isNamed =
      accounts.facts.contains { $0.entity == entity } || accounts.holdings.contains { $0.entity == entity || $0.holder == entity }
    let isOfEvents = accounts.entities[entity].place.map { accounts.sources[Int($0.fileIndex)].form == RegisterForm.equityEvents.rawValue }
    guard !isNamed, isOfEvents == true, accounts.entities.ids.count > 1 else { return nil }
    let name = accounts.entities[entity].name
    let nearest = EntityNames.nearest(to: name, in: accounts.entities, except: entity).map { accounts.entities[$0].name }
    let message: Text
    if let nearest {
      message = "there is no such entity as \(quoted: name): nothing else on file names it, and the nearest name is \(quoted: nearest)"
    } else {
      message = "there is no such entity as \(quoted: name): nothing else on file names it"
    }
    return Finding(
      event.status == .completed ? .error : .warning, id, message,
      entity: entity, period: .asAt(event.date), place: event.place(of: "entity"), expected: nearest, actual: name,
      remedy: "correct the name, or add the entity to an entities file with its holdings and its accounts")
  }
}
