/// An event or a holding stands on one line: entered twice it would count twice.
///
/// Formula: no two lines with the same entity, kind, date, shares, parties and consideration; no holder twice in one register and class.
///
/// Severity: error.
///
/// Example: the same issue of 25 shares in `events.csv` and in `more.csv`.
///
/// Remedy: take one of the two lines out, or tell them apart.
///
/// Cites: IFRS 10.B94, B96, DOMAIN 6.1 (55).
enum DuplicateEvent: Check {
  static let id = "duplicate-event"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    events(accounts) + holdings(accounts)
  }

  private static func events(_ accounts: GroupAccounts) -> [Finding] {
    var found: [Finding] = []
    for (index, event) in accounts.events.enumerated() {
      guard let first = accounts.events[..<index].first(where: { isSame($0, event) }) else { continue }
      found.append(
        Finding(
          .error, id, "\(quoted: event.name) is entered twice", entity: event.entity, period: .asAt(event.date), place: event.place,
          details: [
            "the same entity, kind, date, shares and parties stand at \(code: accounts.address(of: first.place))", "both are counted",
          ],
          citation: accounts.standard(on: event.date).relativeInterests,
          remedy: "take one of the two lines out, or tell them apart"))
    }
    return found
  }

  private static func isSame(_ left: EquityEvent, _ right: EquityEvent) -> Bool {
    left.entity == right.entity && left.kind == right.kind && left.date == right.date && left.shares == right.shares
      && left.from == right.from && left.to == right.to && left.consideration == right.consideration
  }

  private static func holdings(_ accounts: GroupAccounts) -> [Finding] {
    var seen: [HoldingKey: Holding] = [:]
    var found: [Finding] = []
    for holding in accounts.holdings {
      let key = HoldingKey(
        date: holding.date, entity: holding.entity, holder: holding.holder, kind: holding.kind, shareClass: holding.shareClass)
      guard let first = seen[key] else {
        seen[key] = holding
        continue
      }
      found.append(
        Finding(
          .error, id,
          "\(quoted: accounts.entities[holding.holder].name) stands twice in the register of \(quoted: accounts.entities[holding.entity].name)",
          entity: holding.entity, period: holding.date.map(Period.asAt), place: holding.place,
          details: ["the other line is \(code: accounts.address(of: first.place)); both are counted"],
          citation: Citation("IFRS 10.B94"), remedy: "give each holder one line, with `shares` where they are known"))
    }
    return found
  }

  private struct HoldingKey: Hashable {
    let date: CalendarDate?
    let entity: EntityID
    let holder: EntityID
    let kind: Holding.Kind
    let shareClass: String
  }
}
