/// The schedule of changes in ownership interests without loss of control, as the notes to the accounts give it, with its summary.
///
/// A year beside the one before it, newest first; each change with its parties, interests and policy; a summary in which every row
/// cross-casts. Cites: IAS 27 (2008).41(e), IFRS 12.18.
struct OwnershipScheduleSection {
  private let report: GroupReport
  private let schedule: OwnershipSchedule
  private let cents: Display
  private var accounts: GroupAccounts { report.accounts }

  init(_ report: GroupReport, _ schedule: OwnershipSchedule) {
    self.report = report
    self.schedule = schedule
    cents = Display.cents(report.accounts.presentationCurrency)
  }

  func write(_ page: inout Markdown) {
    let pairs = schedule.pairs(yearEnd: accounts.yearEndOfGroup).filter { !$0.current.kept.isEmpty || !$0.comparative.kept.isEmpty }
    guard !pairs.isEmpty || !schedule.signed.isEmpty else { return }
    page.heading(2, "Schedule: changes in ownership interests without loss of control")
    for pair in pairs { write(pair, &page) }
    let signed = schedule.signed.map { "\(words: $0.event.name) (\($0.event.date))" as Text }
    if !signed.isEmpty {
      let named = signed.joined(.semicolon)
      page.paragraph(
        pairs.isEmpty
          ? "No change is completed. Signed, not completed, so not in it: \(named)." : "Signed, not completed, so not in it: \(named).")
    }
  }

  private func write(_ pair: (current: OwnershipSchedule.Year, comparative: OwnershipSchedule.Year), _ page: inout Markdown) {
    page.paragraph(opening(pair))
    var table = YearColumns(report, cents, pair.current.year, pair.comparative.year)
    let entries = pair.current.kept + pair.comparative.kept
    for (number, kind) in OwnershipSchedule.Kind.allCases.enumerated() {
      let shown = entries.filter { $0.kind == kind }
      guard !shown.isEmpty else { continue }
      table.heading("(\(printed: Self.letters[number])) \(Self.title(of: kind))")
      for entry in shown { write(entry, &table) }
    }
    writeTotals(pair, entries, &table)
    table.write(&page, "Effects of changes in ownership interests in subsidiaries without change of control")
    for entry in entries where entry.effect == nil {
      let reason = entry.transaction.reason ?? "its effect is not known"
      page.paragraph("Not determinable: \(words: entry.transaction.event.name): \(reason).")
    }
    summary(pair, &page)
  }

  /// The effect of each year and its reserves; a year of which nothing is determined has no total.
  private func writeTotals(
    _ pair: (current: OwnershipSchedule.Year, comparative: OwnershipSchedule.Year), _ entries: [OwnershipSchedule.Entry],
    _ table: inout YearColumns
  ) {
    func known(_ amount: @escaping (OwnershipSchedule.Year) -> Amount) -> (FinancialYear) -> Amount? {
      { self.year($0, pair).isUnknown ? nil : amount(self.year($0, pair)) }
    }
    table.total(totalLabel(pair), known(\.total.owners))
    guard !pair.current.isUnknown || !pair.comparative.isUnknown else { return }
    table.line("of which other reserve", known(\.total.otherReserve))
    for item in reserves(entries) {
      table.line("of which \(name(item)), re-attributed", known { self.reattributed(item, $0) })
    }
  }

  private static let letters = ["a", "b", "c", "d", "e"]

  private static func title(of kind: OwnershipSchedule.Kind) -> Text {
    switch kind {
    case .acquisition: "Acquisition of additional interest"
    case .disposal: "Disposal of interest without loss of control"
    case .deemedDisposal: "Deemed disposal: shares issued by a subsidiary, or bought back from the group"
    case .deemedAcquisition: "Deemed acquisition: shares bought back from others, or the group's larger part of an issue"
    case .unchanged: "Issues and buy-backs that leave the interest as it is"
    }
  }

  private func opening(_ pair: (current: OwnershipSchedule.Year, comparative: OwnershipSchedule.Year)) -> Text {
    let standards = [pair.current, pair.comparative].map { accounts.standard(on: $0.year.end) }
    guard standards[0] != .beforeRevision else {
      return "No schedule was required before the annual periods that began from 1 July 2009 (IAS 27 (2003))."
    }
    let required = Text.printed(standards[0].disclosure.text)
    guard standards[1] != standards[0] else { return "As \(required) requires, to the cent." }
    return standards[1] == .beforeRevision
      ? "As \(required) requires; none was required for the year before; to the cent."
      : "As \(required) requires; \(printed: standards[1].disclosure.text) for the year before; to the cent."
  }

  private func year(_ year: FinancialYear, _ pair: (current: OwnershipSchedule.Year, comparative: OwnershipSchedule.Year))
    -> OwnershipSchedule.Year
  {
    year == pair.current.year ? pair.current : pair.comparative
  }

  private func totalLabel(_ pair: (current: OwnershipSchedule.Year, comparative: OwnershipSchedule.Year)) -> Text {
    pair.current.hasUndetermined || pair.comparative.hasUndetermined
      ? "Total effect on equity attributable to owners, of the changes that are determined"
      : "Total effect on equity attributable to owners"
  }

  // MARK: One change

  private func write(_ entry: OwnershipSchedule.Entry, _ table: inout YearColumns) {
    let transaction = entry.transaction
    let year = FinancialYear(containing: transaction.event.date, yearEnd: accounts.yearEndOfGroup)
    table.heading(ChangeWords(report, transaction).title, isMain: false)
    guard let effect = entry.effect else {
      table.words("Effect on equity attributable to owners", "not determinable", in: year)
      return
    }
    let costs = transaction.costs
    switch entry.kind {
    case .acquisition:
      table.line("Carrying amount of non-controlling interests acquired", -effect.nci, in: year)
      table.line("Consideration paid to non-controlling interests", effect.total + costs, in: year)
    case .disposal:
      table.line("Carrying amount of non-controlling interests disposed of", -effect.nci, in: year)
      table.line("Consideration received from non-controlling interests", effect.total + costs, in: year)
    case .deemedDisposal, .deemedAcquisition, .unchanged:
      table.line(
        effect.total.sign < 0 ? "Decrease in net assets (payments and costs)" : "Increase in net assets (proceeds less costs)",
        effect.total,
        in: year)
      table.line(
        effect.nci.sign < 0
          ? "Decrease in carrying amount of non-controlling interests" : "Increase in carrying amount of non-controlling interests",
        -effect.nci, in: year)
    }
    if costs.sign != 0, entry.kind == .acquisition || entry.kind == .disposal { table.line("Costs and tax", -costs, in: year) }
    table.line(Self.result(entry.kind, effect.owners), effect.owners, in: year)
    for reserve in transaction.reservesReattributed {
      table.line("of which re-attributed \(name(reserve.item))", reserve.amount, in: year)
    }
  }

  private static func result(_ kind: OwnershipSchedule.Kind, _ owners: Amount) -> Text {
    switch kind {
    case .acquisition:
      owners.sign < 0
        ? "Excess of consideration paid recognised within equity" : "Excess of carrying amount acquired recognised within equity"
    case .disposal: owners.sign < 0 ? "Loss on disposal recognised within equity" : "Gain on disposal recognised within equity"
    case .deemedDisposal, .deemedAcquisition, .unchanged:
      owners.sign < 0 ? "Decrease in equity attributable to owners" : "Increase in equity attributable to owners"
    }
  }

  // MARK: Reserves and summary

  private func name(_ item: ItemID) -> Text { Text.lowerCaption(accounts.catalogue[item]) }

  private func reserves(_ entries: [OwnershipSchedule.Entry]) -> [ItemID] {
    Set(entries.flatMap { $0.transaction.reservesReattributed.map(\.item) }).sorted()
  }

  private func reattributed(_ item: ItemID, _ year: OwnershipSchedule.Year) -> Amount {
    year.kept.filter { $0.effect != nil }.flatMap(\.transaction.reservesReattributed).filter { $0.item == item }
      .reduce(.zero) { $0 + $1.amount }
  }

  private func summary(_ pair: (current: OwnershipSchedule.Year, comparative: OwnershipSchedule.Year), _ page: inout Markdown) {
    var rows: [[Text]] = []
    var effects: [OwnershipSchedule.Effect] = []
    for year in [pair.current, pair.comparative] where !year.kept.isEmpty && !year.isUnknown {
      for entry in year.kept {
        let name: Text = [.words(entry.transaction.event.name), .shortDate(entry.transaction.event.date)].joined(.clause)
        guard let effect = entry.effect else {
          rows.append([name] + Array(repeating: "not determinable" as Text, count: 4))
          continue
        }
        effects.append(effect)
        rows.append([name] + cells(effect))
      }
      effects.append(year.total)
      let heading = YearColumns.heading(year.year)
      let label: Text = year.hasUndetermined ? "**\(heading), as far as determined**" : "**\(heading)**"
      rows.append([label] + cells(year.total).map { "**\($0)**" as Text })
    }
    guard !rows.isEmpty else { return }
    page.table(
      ["Summary, \(Text.unit(cents.unit))", "Other reserve", "Reserves re-attributed", "Non-controlling interests", "Total equity"],
      alignedRight: [false, true, true, true, true], rows: rows)
    page.paragraph(
      effects.allSatisfy(\.crossCasts)
        ? "✓ Every row cross-casts: other reserve, reserves re-attributed and non-controlling interests come to what entered the group from outside."
        : "✗ A row does not cross-cast: the two sides of a change differ.")
  }

  private func cells(_ effect: OwnershipSchedule.Effect) -> [Text] {
    [effect.otherReserve, effect.reattributed, effect.nci, effect.total].map { report.money($0, cents) }
  }
}
