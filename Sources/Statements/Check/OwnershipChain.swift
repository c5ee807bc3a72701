/// The chain of holdings leads from each entity to its owners, and gives their interest.
///
/// Holdings in a circle are solved exactly; where they make more than the whole they have no solution. What is held by contract alone
/// needs its economic interest, since there are no shares to count.
///
/// Formula: e = d (I − A)⁻¹, each interest from 0 to 1.
///
/// Severity: error where figures on file cannot be divided for it; information for a contract of an entity without figures.
///
/// Example: A holds 60 % of B, B 100 % of C, and C 40 % of B: C's holding and A's are the whole; with 50 % for C they are more than that.
///
/// Remedy: correct the percentages, or enter the economic interest as `percent`.
///
/// Cites: IAS 27 (2008).19, IFRS 10.B94, B88-B91, DOMAIN 1.7, 1.8, 6.1 (51).
enum OwnershipChain: Check {
  static let id = "ownership-chain"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    contracts(accounts) + circles(accounts)
  }

  private static func contracts(_ accounts: GroupAccounts) -> [Finding] {
    accounts.holdings.filter { $0.kind == .structuredContracts && $0.fraction == nil && $0.shares == nil }.map { line in
      let hasFigures = hasFigures(line.entity, accounts)
      return Finding(
        hasFigures ? .error : .info, id,
        "\(quoted: accounts.entities[line.entity].name) is held by contracts whose economic interest is not given\(hasFigures ? ": its figures are not divided" : "")",
        entity: line.entity, period: line.date.map(Period.asAt), place: line.place, expected: "a percentage",
        citation: line.date.map { accounts.standard(on: $0).attribution } ?? Citation("IFRS 10.B94"),
        remedy: "fill in `percent` with the share of the benefits that the contracts give")
    }
  }

  /// One finding for each entity that is among its own holders' holders and whose interest has no solution.
  private static func circles(_ accounts: GroupAccounts) -> [Finding] {
    var above: [EntityID: Set<EntityID>] = [:]
    for holding in accounts.holdings where holding.kind != .treasury && holding.holder != holding.entity {
      above[holding.entity, default: []].insert(holding.holder)
    }
    return accounts.ownership.registered.compactMap { entity -> Finding? in
      guard let date = accounts.ownership.registerDates(of: entity).last ?? accounts.latestDate, isInCircle(entity, above),
        accounts.ownership.effectiveInterest(in: entity, at: .endOf(date)) == nil,
        !accounts.ownership.mayHaveLostControl(of: entity, by: .endOf(date)), isCounted(entity, at: date, accounts),
        let line = accounts.ownership.register(of: entity, at: .endOf(date))?.lines.first
      else { return nil }
      return Finding(
        .error, id, "the holdings of \(quoted: accounts.entities[entity].name) run in a circle that makes more than the whole",
        entity: entity, period: .asAt(date), place: line.place,
        details: ["the owners' interests in it and in those below it cannot be told"],
        citation: accounts.standard(on: date).attribution, remedy: "correct the percentages of the circle")
    }
  }

  private static func isInCircle(_ entity: EntityID, _ above: [EntityID: Set<EntityID>]) -> Bool {
    var seen: Set<EntityID> = []
    var open = Array(above[entity] ?? [])
    while let next = open.popLast() {
      if next == entity { return true }
      if seen.insert(next).inserted { open += above[next] ?? [] }
    }
    return false
  }

  /// Whether every fraction above an entity is known, so that nothing but the circle is in the way.
  private static func isCounted(_ entity: EntityID, at date: CalendarDate, _ accounts: GroupAccounts) -> Bool {
    accounts.ownership.chain(above: entity).allSatisfy { holder in
      guard let register = accounts.ownership.register(of: holder, at: .endOf(date)) else { return true }
      return register.lines.allSatisfy { register.fraction(of: $0) != nil }
    }
  }

  private static func hasFigures(_ entity: EntityID, _ accounts: GroupAccounts) -> Bool {
    let items = accounts.items
    return [items.netAssets, items.profitAfterTax, items.otherComprehensiveIncome, items.totalComprehensiveIncome].contains {
      !accounts.index.series(entity, $0).isEmpty
    }
  }
}
