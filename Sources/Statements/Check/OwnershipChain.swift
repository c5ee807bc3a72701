/// The chain of holdings leads from each entity to its owners; where it runs in a circle, the circle can be solved.
///
/// A circle is a system of linear equations, which is solved exactly; one that holds itself whole, or in which a percentage is missing, has
/// no solution. What is held by contract alone needs its economic interest, since there are no shares to count.
///
/// Formula: e = d (I − A)⁻¹, for the owners' direct interests d and the holdings A among the entities.
///
/// Severity: information for a circle that is solved, error for one that is not; error for a contract without its percentage where figures
/// of the entity are on file, which cannot be divided then, else information.
///
/// Example: A holds 60 % of B and 50 % of C, B 20 % of C, and C 10 % of B: the owners of A have 66.33 % of B and 63.27 % of C.
///
/// Remedy: correct the holdings, or fill in `percent` with the share of the benefits that the contracts give.
///
/// Cites: IAS 27 (2008).19, IFRS 10.B94, B88-B91.
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
    let day = line.date ?? accounts.latestDate
    let interests = circle.map { entity in day.flatMap { accounts.ownership.effectiveInterest(in: entity, at: .endOf($0)) } }
    let isSolved = !interests.contains(nil)
    let names = circle.map { accounts.entities[$0].name }.joined(separator: ", ")
    let solved: [Text] = zip(circle, interests).compactMap { entity, interest in
      interest.map { "the owners' interest in \(quoted: accounts.entities[entity]) is \(percent: $0, places: 6)" }
    }
    return [
      Finding(
        isSolved ? .info : .error, id,
        isSolved
          ? "the holdings run in a circle, which is solved as simultaneous equations: \(quoted: names)"
          : circle.count > EffectiveInterests.mostInCircles
            ? "the holdings run in a circle of \(circle.count) entities, and at most \(EffectiveInterests.mostInCircles) are solved: \(quoted: names)"
            : "the holdings run in a circle that has no solution: \(quoted: names)",
        entity: first, period: line.date.map(Period.asAt), place: line.place,
        details: isSolved ? solved : ["the interests in these entities and in those below them cannot be told"],
        citation: line.date.map { accounts.standard(on: $0).attribution } ?? Citation("IFRS 10.B94"),
        remedy: isSolved
          ? "confirm the cross-holding; an entity's own shares are `treasury`"
          : "correct the holdings: a percentage is missing, or they add up to more than the whole")
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
      let hasFigures = !accounts.index.items(of: line.entity).isEmpty
      return Finding(
        hasFigures ? .error : .info, id,
        "\(quoted: accounts.entities[line.entity]) is held by contracts whose economic interest is not given: its figures are not divided",
        entity: line.entity, period: line.date.map(Period.asAt), place: line.place, expected: "a percentage",
        citation: line.date.map { accounts.standard(on: $0).attribution } ?? Citation("IFRS 10.B94"),
        remedy: "fill in `percent` with the share of the benefits that the contracts give")
    }
  }
}
