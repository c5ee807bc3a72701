/// The chain of holdings leads from each entity to its owners: it does not run in a circle.
///
/// The interest in an entity that holds itself through others is not worked out by this program; and what is held by contract alone
/// needs its economic interest, since there are no shares to count.
///
/// Formula: no entity is among its own holders' holders.
///
/// Severity: error for a circle; information for a contract without its percentage.
///
/// Example: A holds 60 % of B, and B holds 10 % of A.
///
/// Remedy: enter the cross-holding as treasury shares, or the economic interest as `percent`.
///
/// Cites: IAS 27 (2008).19, IFRS 10.B94, B88-B91, DOMAIN 1.7, 1.8, 6.1 (51).
enum OwnershipChain: Check {
  static let id = "ownership-chain"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    circles(accounts) + contracts(accounts)
  }

  private static func circles(_ accounts: GroupAccounts) -> [Finding] {
    var above: [EntityID: [Holding]] = [:]
    for holding in accounts.holdings where holding.kind != .treasury { above[holding.entity, default: []].append(holding) }
    // What is left after taking out, again and again, every entity whose holders are all settled, is a circle or hangs below one.
    var unsettled: [EntityID: Int] = [:]
    var below: [EntityID: [EntityID]] = [:]
    for (entity, holdings) in above {
      let holders = Set(holdings.map(\.holder))
      unsettled[entity] = holders.count
      for holder in holders { below[holder, default: []].append(entity) }
    }
    var ready = Set(below.keys).subtracting(above.keys).sorted()
    while let next = ready.popLast() {
      for entity in below[next] ?? [] {
        unsettled[entity] = (unsettled[entity] ?? 0) - 1
        if unsettled[entity] == 0 { ready.append(entity) }
      }
    }
    let open = Set(unsettled.filter { $0.value > 0 }.keys)
    // Of those, the ones that hold others of them: what only hangs below a circle is no part of it.
    let circle = open.filter { entity in reaches(entity, from: entity, above, open) }.sorted()
    guard let first = circle.first, let line = above[first]?.first(where: { circle.contains($0.holder) }) else { return [] }
    return [
      Finding(
        .error, id, "the holdings run in a circle: \(quoted: circle.map { accounts.entities[$0].name }.joined(separator: ", "))",
        entity: first, period: line.date.map(Period.asAt), place: line.place,
        details: ["the interests in these entities and in those below them cannot be told"],
        citation: line.date.map { accounts.standard(on: $0).attribution } ?? Citation("IFRS 10.B94"),
        remedy: "enter the holding of the lower entity in the higher one as `treasury`")
    ]
  }

  private static func reaches(_ goal: EntityID, from start: EntityID, _ above: [EntityID: [Holding]], _ within: Set<EntityID>) -> Bool {
    var seen: Set<EntityID> = []
    var open = (above[start] ?? []).map(\.holder).filter(within.contains)
    while let next = open.popLast() {
      if next == goal { return true }
      guard seen.insert(next).inserted else { continue }
      open += (above[next] ?? []).map(\.holder).filter(within.contains)
    }
    return false
  }

  private static func contracts(_ accounts: GroupAccounts) -> [Finding] {
    accounts.holdings.filter { $0.kind == .structuredContracts && $0.fraction == nil && $0.shares == nil }.map { line in
      Finding(
        .info, id,
        "\(quoted: accounts.entities[line.entity].name) is held by contracts whose economic interest is not given: its figures are not divided",
        entity: line.entity, period: line.date.map(Period.asAt), place: line.place, expected: "a percentage",
        citation: line.date.map { accounts.standard(on: $0).attribution } ?? Citation("IFRS 10.B94"),
        remedy: "fill in `percent` with the share of the benefits that the contracts give")
    }
  }
}
