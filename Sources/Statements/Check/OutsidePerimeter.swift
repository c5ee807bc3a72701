/// An entity has figures and events only while it belongs to the group.
///
/// Combined accounts show entities as if they had always belonged together, and are let pass.
///
/// Formula: perimeter from ≤ date of a position or event, last day of a result; first day of a result ≤ perimeter to.
///
/// Severity: error for a figure or an event before the entry; warning after the leaving.
///
/// Example: net assets at 31 December 2011 of an entity that was bought on 1 March 2012.
///
/// Remedy: take the figure out, name the basis `combined`, or correct the perimeter in the `entities` file.
///
/// Cites: IFRS 10.20, B88 (IAS 27 (2008).26).
enum OutsidePerimeter: EntityCheck {
  static let id = "outside-perimeter"

  static func findings(of id: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let entity = accounts.entities[id]
    guard entity.perimeterFrom != nil || entity.perimeterTo != nil else { return [] }
    let facts = accounts.index.items(of: id).flatMap { accounts.index.series(id, $0) }
      .filter { $0.basis != .combined && $0.provenance.place != nil }
      .sorted { ($0.provenance.place ?? .nowhere) < ($1.provenance.place ?? .nowhere) }
    let early = facts.filter { fact in entity.perimeterFrom.map { fact.period.end < $0 } ?? false }
    let late = facts.filter { fact in entity.perimeterTo.map { (fact.period.start ?? fact.period.end) > $0 } ?? false }
    let events = accounts.events.filter { event in
      event.entity == id && (entity.perimeterFrom.map { event.date < $0 } ?? false || entity.perimeterTo.map { event.date > $0 } ?? false)
    }
    var found: [Finding] = []
    if let first = early.first, let from = entity.perimeterFrom {
      found.append(
        finding(
          .error, accounts, id,
          "figures of \(quoted: entity.name) are on file from before \(from), when it joined the group: \(early.count) in all",
          first.period, first.provenance.place, "from \(from.isoText)"))
    }
    if let first = late.first, let to = entity.perimeterTo {
      found.append(
        finding(
          .warning, accounts, id,
          "figures of \(quoted: entity.name) are on file from after \(to), when it left the group: \(late.count) in all",
          first.period, first.provenance.place, "to \(to.isoText)"))
    }
    return found
      + events.map { event in
        finding(
          .error, accounts, id,
          "\(quoted: event.name) of \(event.date) lies outside the time in which \(quoted: entity.name) belongs to the group",
          .asAt(event.date), event.place,
          "\(entity.perimeterFrom.map { "from \($0.isoText)" } ?? "") \(entity.perimeterTo.map { "to \($0.isoText)" } ?? "")")
      }
  }

  private static func finding(
    _ severity: Severity, _ accounts: GroupAccounts, _ entity: EntityID, _ message: Text, _ period: Period, _ place: Place?,
    _ expected: String
  ) -> Finding {
    Finding(
      severity, id, message, entity: entity, period: period, place: place, expected: expected, actual: period.days,
      details: accounts.entities[entity].place.map { ["its perimeter stands at \(code: accounts.address(of: $0))"] } ?? [],
      citation: accounts.standard(on: period.end).consolidation,
      remedy: "take the figures out, name the basis `combined`, or correct the perimeter in the `entities` file")
  }
}
