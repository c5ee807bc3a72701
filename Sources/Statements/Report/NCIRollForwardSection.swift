/// The roll-forward of non-controlling interests, a row for each subsidiary, with their sum and what the group's accounts have.
///
/// To the cent, so that every row and column adds up. Cites: IFRS 12.12, IAS 1.106.
struct NCIRollForwardSection {
  private let report: GroupReport
  private let cents: Display
  private var accounts: GroupAccounts { report.accounts }

  init(_ report: GroupReport) {
    self.report = report
    cents = Display.cents(report.accounts.presentationCurrency)
  }

  func write(_ page: inout Markdown) {
    guard let parent = accounts.entities.parent else { return }
    let subsidiaries = accounts.entities.ids.filter { $0 != parent }
    let all = NCIRollForward.all(subsidiaries.flatMap { report.changes(of: $0) }, currency: accounts.presentationCurrency)
    let shown = all.filter { rollForward in rollForward.rows.contains { row in Self.columns.contains { $0.amount(row).sign != 0 } } }
    if !shown.isEmpty {
      page.heading(2, "Roll-forward of non-controlling interests")
      page.paragraph(
        "Opening, shares of results at the interests of their time, changes of ownership as treated, closing as attributed; in \(Text.unit(cents.unit)), to the cent. Each subsidiary's page has its lines with the interests used."
      )
      for rollForward in shown { write(rollForward, parent, &page) }
    }
    let foreign = Set(all.flatMap(\.foreign)).filter { entity in
      report.changes(of: entity).contains { changes in Self.columns.contains { $0.amount(changes).sign != 0 } }
    }.sorted()
    if !foreign.isEmpty {
      page.paragraph(
        "Not in the sums, for their accounts are in another currency: \(foreign.map { link($0) }.joined(.comma)).")
    }
    notAttributed(subsidiaries, all, &page)
    group(parent, &page)
  }

  /// The subsidiaries whose later net assets cannot be attributed, so that the sums lack them.
  private func notAttributed(_ subsidiaries: [EntityID], _ all: [NCIRollForward], _ page: inout Markdown) {
    guard !all.isEmpty else { return }
    let foreign = Set(all.flatMap(\.foreign))
    let open = subsidiaries.filter { entity in
      accounts.isInGroup(entity) && !foreign.contains(entity)
        && !report.changes(of: entity).contains { $0.lines.contains { $0.kind == .lossOfControl } }
        && report.undivided(of: entity).contains { $0.item == accounts.items.netAssets }
    }
    guard !open.isEmpty else { return }
    page.paragraph("Not in the sums, for their net assets of a date cannot be attributed: \(open.map(link).joined(.comma)).")
  }

  private func link(_ entity: EntityID) -> Text { "[\(report.name(entity))](entities/\(printed: report.slugs[entity]).md)" }

  // MARK: The matrix

  /// A column of the matrix.
  struct Column: Sendable {
    let heading: Text
    let amount: @Sendable (ChangesInEquity) -> Amount
    /// Whether it is shown where it has nothing.
    let isAlways: Bool
  }

  /// All columns, in their order.
  static let columns: [Column] = [
    Column(heading: "Opening", amount: { $0.opening.nci }, isAlways: true),
    Column(heading: "Share of result", amount: { $0.nci(.profit) }, isAlways: true),
    Column(heading: "Share of OCI", amount: { $0.nci(.otherComprehensiveIncome) }, isAlways: false),
    Column(heading: "Dividends, contributions", amount: { $0.nci(.ownersMovement) }, isAlways: false),
    Column(heading: "Changes of ownership", amount: { $0.nci(.changeOfInterest) }, isAlways: true),
    Column(heading: "Of which not in net assets", amount: { $0.nci(.outsideNetAssets) }, isAlways: false),
    Column(heading: "Loss of control", amount: { $0.nci(.lossOfControl) }, isAlways: false),
    Column(heading: "Not explained", amount: { $0.unexplained.nci }, isAlways: true),
    Column(heading: "Closing", amount: { $0.closing.nci }, isAlways: true),
  ]

  private func write(_ rollForward: NCIRollForward, _ parent: EntityID, _ page: inout Markdown) {
    guard let period = Period.from(rollForward.opening.adding(days: 1), to: rollForward.closing) else { return }
    let columns = Self.columns.filter { column in column.isAlways || rollForward.rows.contains { column.amount($0).sign != 0 } }
    let hasNCI = { (changes: ChangesInEquity) in columns.contains { $0.amount(changes).sign != 0 } }
    var rows = rollForward.rows.filter(hasNCI).map { changes -> [Text] in
      [link(changes.entity), interests(changes)] + columns.map { report.money($0.amount(changes), cents) }
    }
    rows.append(["**Total**", ""] + columns.map { "**\(report.money(rollForward.sum($0.amount), cents))**" })
    rows += groupRows(rollForward, parent, columns.count)
    page.heading(3, Text.period(period, short: true))
    page.table(
      ["Subsidiary", "NCI's interest"] + columns.map(\.heading), alignedRight: [false, false] + columns.map { _ in true }, rows: rows)
    twice(rollForward, &page)
    let without = rollForward.rows.filter { !hasNCI($0) }.map { link($0.entity) }
    if !without.isEmpty { page.paragraph("Without non-controlling interests: \(without.joined(.comma)).") }
  }

  /// Says where a company of the table holds another of it: consolidated accounts of the one have the other's figures in them.
  private func twice(_ rollForward: NCIRollForward, _ page: inout Markdown) {
    let shown = Set(rollForward.rows.map(\.entity))
    for changes in rollForward.rows {
      let holders = accounts.ownership.register(of: changes.entity, at: .endOf(changes.opening.date))?.lines.map(\.holder) ?? []
      for holder in Set(holders).intersection(shown).sorted() where holder != changes.entity {
        page.paragraph(
          "\(link(holder)) holds shares of \(link(changes.entity)): where its accounts are consolidated they have that company's figures in them, and the total counts them twice."
        )
      }
    }
  }

  private func interests(_ changes: ChangesInEquity) -> Text {
    let ends = [changes.opening.interest, changes.closing.interest].map { $0.map { Text.percent($0, places: 4) } ?? "lost" as Text }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) → \(ends[1])"
  }

  /// What the group's accounts give at either end, and what lies between that and the sum.
  private func groupRows(_ rollForward: NCIRollForward, _ parent: EntityID, _ count: Int) -> [[Text]] {
    func given(_ date: CalendarDate) -> Amount? {
      accounts.index.fact(parent, accounts.items.nonControllingInterests, .asAt(date)).flatMap {
        $0.currency == accounts.presentationCurrency ? $0.value : nil
      }
    }
    let (opening, closing) = (given(rollForward.opening), given(rollForward.closing))
    guard opening != nil || closing != nil else { return [] }
    func row(_ label: Text, _ first: Amount?, _ last: Amount?) -> [Text] {
      let cells = [first, last].map { $0.map { report.money($0, cents) } ?? "not given" as Text }
      return [label, "", cells[0]] + Array(repeating: "", count: count - 2) + [cells[1]]
    }
    return [
      row("In the group's accounts", opening, closing),
      row(
        "Not attributed from the files on hand", opening.map { $0 - rollForward.sum(\.opening.nci) },
        closing.map { $0 - rollForward.sum(\.closing.nci) }),
    ]
  }

  // MARK: The group

  /// Where the group's own statement of changes in equity stands, or what it takes.
  private func group(_ parent: EntityID, _ page: inout Markdown) {
    let consolidated = report.changes(of: parent)
    guard consolidated.isEmpty else {
      page.paragraph("The group's statement of changes in equity: \(link(parent)).")
      return
    }
    guard report.reported.contains(where: { $0 != parent && !report.changes(of: $0).isEmpty }) else { return }
    page.paragraph(
      "The group's own statement of changes in equity cannot be drawn up: \(report.name(parent)) has no consolidated equity with `non-controlling-interests` at two dates on file. As far as the files on hand allow, each subsidiary's is on its page."
    )
  }
}

/// What the treatments yield for the notes: the schedule, losses of control, the roll-forward.
struct DisclosureSections {
  private let report: GroupReport

  init(_ report: GroupReport) {
    self.report = report
  }

  func write(_ page: inout Markdown) {
    let schedule = OwnershipSchedule(report.accounts)
    OwnershipScheduleSection(report, schedule).write(&page)
    LossOfControlSection(report, schedule).write(&page)
    NCIRollForwardSection(report).write(&page)
  }
}
