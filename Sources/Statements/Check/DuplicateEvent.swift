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
/// Cites: IFRS 10.B94, B96.
enum DuplicateEvent: Check {
  static let id = "duplicate-event"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    events(accounts) + holdings(accounts)
  }

  private static func events(_ accounts: GroupAccounts) -> [Finding] {
    var found: [Finding] = []
    var seen: [EventKey: EquityEvent] = [:]
    for event in accounts.events {
      guard let first = seen[EventKey(event)] else {
        seen[EventKey(event)] = event
        continue
      }
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

  /// What two lines must share to say the same.
  private struct EventKey: Hashable {
    let entity: EntityID
    let kind: EquityEvent.Kind
    let date: CalendarDate
    let shares: Ratio?
    let from, to: EntityID?
    let consideration: Amount?

    init(_ event: EquityEvent) {
      (entity, kind, date, shares) = (event.entity, event.kind, event.date, event.shares)
      (from, to, consideration) = (event.from, event.to, event.consideration)
    }
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
          "\(quoted: accounts.entities[holding.holder]) stands twice in the register of \(quoted: accounts.entities[holding.entity])",
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
