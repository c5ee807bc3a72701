/// The costs of an issue of shares, or of a change of interest by which control is kept, are in equity and not in profit or loss as well.
///
/// Looked for in the period of the event, in the subsidiary's results and in the group's: a line named for such costs, or any line of the
/// very amount under a name of fees.
///
/// Formula: no cost of the event's amount in the results of its period.
///
/// Severity: warning.
///
/// Example: an issue with costs of 1,250,000 beside `Listing expenses (1,250,000)` in the results of the year.
///
/// Remedy: take the costs out of the results, or out of the event if they belong to profit or loss.
///
/// Cites: IAS 32.35, 37.
enum CostsInProfit: Check {
  static let id = "costs-in-profit"

  private static let words = [
    "issue cost", "issue expense", "transaction cost", "listing expense", "share issue", "issuance cost", "professional fee", "发行费用",
    "上市费用", "交易费用",
  ]

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.flatMap { event -> [Finding] in
      guard event.status == .completed, event.costs.sign != 0 else { return [] }
      let entities = [event.entity, accounts.entities.parent].compactMap { $0 }
      return Set(entities).sorted().compactMap { entity in line(accounts, entity, event).map { finding(accounts, event, $0) } }
    }
  }

  /// The line of the results that seems to hold the costs.
  private static func line(_ accounts: GroupAccounts, _ entity: EntityID, _ event: EquityEvent) -> Fact? {
    for item in accounts.index.items(of: entity) where [.income, .unknown].contains(accounts.catalogue[item].statement) {
      for fact in accounts.index.series(entity, item) {
        guard let start = fact.period.start, start <= event.date, event.date <= fact.period.end, fact.value.sign != 0,
          fact.currency == event.currency || event.currency == nil,
          (fact.value.magnitude - event.costs.magnitude).magnitude <= fact.interval.tolerance
        else { continue }
        let key = accounts.catalogue.key(fact.label)
        if words.contains(where: { key.contains($0) }) { return fact }
      }
    }
    return nil
  }

  private static func finding(_ accounts: GroupAccounts, _ event: EquityEvent, _ fact: Fact) -> Finding {
    let display = accounts.display(of: fact.entity)
    return Finding(
      .warning, id,
      "\(line: fact) of the \(fact.period) is \(Money(fact.value, display)), the costs of \(quoted: event.name), which are taken to equity",
      entity: fact.entity, item: fact.item, period: fact.period, place: fact.provenance.place, actual: fact.value.decimalText,
      details: ["the event's costs stand at \(code: accounts.address(of: event.place(of: "costs")))"], citation: Citation("IAS 32.35, 37"),
      remedy: "take the costs out of the results, or out of the event if they belong to profit or loss")
  }
}
