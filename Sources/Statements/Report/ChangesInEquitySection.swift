/// An entity's changes in equity: owners of the parent beside non-controlling interests, from one date to the next.
///
/// Of a subsidiary as it is attributed; of the parent the group's, as its accounts give it. Cites: IAS 1.106, IFRS 18.107.
struct ChangesInEquitySection {
  private let report: GroupReport
  private let entity: EntityID
  private var accounts: GroupAccounts { report.accounts }

  init(_ report: GroupReport, _ entity: EntityID) {
    self.report = report
    self.entity = entity
  }

  func write(_ page: inout Markdown) {
    guard let parent = accounts.entities.parent, accounts.isInGroup(entity) else { return }
    let isGroup = entity == parent
    let changes = report.changes(of: entity)
    guard !changes.isEmpty else {
      guard !isGroup, !report.attributed(of: entity).isEmpty else { return }
      page.heading(2, "Changes in equity")
      page.paragraph(
        open(changes) ?? "Not drawn up: it takes net assets at two dates, in one currency, that can be attributed, and one is on file.")
      return
    }
    page.heading(2, isGroup ? "The group's changes in equity" : "Changes in equity, as attributed")
    page.paragraph("\(isGroup ? Self.ofGroup : Self.ofSubsidiary) See \(printed: citation(changes)).")
    for stretch in changes.reversed() { write(stretch, isGroup, &page) }
    if let open = open(changes), !isGroup { page.paragraph(open) }
    page.paragraph("Roll-forward of all non-controlling interests: [changes of ownership](../equity-transactions.md).")
  }

  private static let ofGroup: Text =
    "From the parent's consolidated figures; the changes of ownership are those that the treatments give."
  private static let ofSubsidiary: Text =
    "Its net assets as they are attributed: results at the interests of their time, changes of interest by net assets immediately before and after. What holders pay each other for shares is not in its accounts, so a sale or purchase has no total."

  /// The positions after the last statement that cannot be attributed, where control is not lost before them.
  private func open(_ changes: [ChangesInEquity]) -> Text? {
    let last = changes.map(\.closing.date).max()
    let isLost = changes.contains { $0.lines.contains { $0.kind == .lossOfControl } }
    let dates = report.undivided(of: entity).filter { fact in
      fact.item == accounts.items.netAssets && (last.map { fact.period.end > $0 } ?? true)
    }.map { Text.shortDate($0.period.end) }
    guard !isLost, !dates.isEmpty else { return nil }
    return "Not drawn up to \(dates.joined(.comma)): net assets of that day are not attributed (see Attribution)."
  }

  /// The paragraph that asks for the statement: IFRS 18 from annual periods beginning in 2027 (IFRS 18.C1).
  private func citation(_ changes: [ChangesInEquity]) -> String {
    changes.last.map { report.accounts.presentationStandard(on: $0.period.end) }.map(\.changesInEquity.text)
      ?? PresentationStandard.ias1.changesInEquity.text
  }

  // MARK: One stretch

  private func write(_ changes: ChangesInEquity, _ isGroup: Bool, _ page: inout Markdown) {
    page.heading(3, Text.period(changes.period, short: true))
    let display = display(changes)
    let heading: [Text] = [Text.unit(display.unit), "Owners of the parent", "Non-controlling interests", "Total"]
    let rows = rows(changes, display)
    page.table(
      isGroup ? heading : heading + ["NCI's interest"], alignedRight: [false, true, true, true] + (isGroup ? [] : [true]),
      rows: isGroup ? rows.map { Array($0.prefix(4)) } : rows)
    let notes = changes.notes
    if !notes.isEmpty { page.paragraph("Open: \(notes.joined(.semicolon)).") }
  }

  /// As the page shows its figures, where the table casts that way; else to the cent.
  private func display(_ changes: ChangesInEquity) -> Display {
    let usual = accounts.display(of: entity)
    return Casting.holds(changes, decimals: usual.decimals) ? usual : Display.cents(changes.currency)
  }

  private func rows(_ changes: ChangesInEquity, _ display: Display) -> [[Text]] {
    func cell(_ amount: Amount?) -> Text { amount.map { report.money($0, display) } ?? "not given" }
    func interest(_ ratio: Ratio?) -> Text { ratio.map { Text.percent($0, places: 4) } ?? "" }
    func position(_ name: Text, _ end: ChangesInEquity.Position) -> [Text] {
      [
        "\(name), \(Text.shortDate(end.date))", cell(end.owners), cell(end.nci), cell(end.total), interest(end.interest),
      ]
    }
    var rows = [position("Opening", changes.opening)]
    for line in changes.lines {
      let label = line.label
      if line.isItem {
        rows.append([label, "", "", cell(line.total), ""])
      } else {
        rows.append([.opening(label), cell(line.owners), cell(line.nci), cell(line.total), interests(line)])
      }
    }
    let rest = changes.unexplained
    let isNil = [rest.owners, rest.nci, rest.total].allSatisfy { $0.sign == 0 }
    let isCents = [rest.owners, rest.nci, rest.total].allSatisfy { $0.magnitude <= Casting.roundings }
    let label: Text = isNil ? "Not explained" : isCents ? "Rounding to the cent" : "**Not explained**"
    rows.append([label, cell(rest.owners), cell(rest.nci), cell(rest.total), ""])
    rows.append(position("Closing", changes.closing))
    return rows
  }

  /// `20.00 %, then 36.00 %`.
  private func interests(_ line: ChangesInEquity.Line) -> Text {
    var shown: [Text] = []
    for words in line.interests.map({ Text.percent($0, places: 4) }) where shown.last != words { shown.append(words) }
    return shown.joined(line.kind == .changeOfInterest ? .arrow : .then)
  }
}
