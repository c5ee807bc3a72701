/// An entity's page: its position and results period by period, what moved its net assets, and what was found.
struct EntityPage {
  private let report: GroupReport
  private let entity: EntityID
  private let figures: FigureSet
  private let display: Display
  private let pictures: EntityPictures
  private let anchorOfChecks: String?
  private var accounts: GroupAccounts { report.accounts }

  /// - Parameter anchorOfChecks: where the page of checks has this entity's findings.
  init(_ report: GroupReport, _ figures: FigureSet, _ pictures: EntityPictures, anchorOfChecks: String?) {
    self.report = report
    self.figures = figures
    self.pictures = pictures
    self.anchorOfChecks = anchorOfChecks
    entity = figures.entity
    display = report.accounts.display(of: entity)
  }

  var bytes: [UInt8] {
    var page = Markdown(report.printer)
    page.heading(1, report.name(entity))
    page.paragraph(state)
    page.paragraph(sources)
    if let lead { page.quote(lead) }
    if let picture = pictures.netAssets { report.show(picture, on: &page, above: "../") }
    StatementSections(report, display, figures).write(&page)
    NetAssetsBridge(report, entity, display).write(&page)
    if let picture = pictures.bridge { report.show(picture, on: &page, above: "../") }
    for section in TranslationSection.all(report, entity) { section.write(&page) }
    attribution(&page)
    ChangesInEquitySection(report, entity).write(&page)
    let found = report.numbered(of: entity)
    page.heading(2, "Findings")
    if found.isEmpty {
      page.paragraph("None: what can be checked ties.")
    } else {
      report.findingsTable(&page, found, saysAbout: false)
      page.paragraph("How each came about: [checks](../checks.md#\(printed: anchorOfChecks ?? "")).")
    }
    page.paragraph("[Group](../README.md) · [Changes of ownership](../equity-transactions.md) · [How the files were read](../intake.md)")
    return page.bytes
  }

  // MARK: State

  private var notes: [StatementNote] { report.notes(of: entity) }

  private var state: Text {
    var parts: [Text] = ["**\(report.state(entity: entity))**", Text.unit(display.unit)]
    let audited = Set(notes.compactMap { $0.isAudited?.value })
    if audited.count == 1 { parts.append(audited.first == true ? "audited" : "unaudited") }
    let frameworks = Set(notes.compactMap { $0.gaap?.value }).sorted()
    if !frameworks.isEmpty { parts.append(frameworks.map { "\(code: $0)" as Text }.joined(.comma)) }
    let bases = Set(notes.compactMap { $0.basis?.value }).sorted()
    if bases.count == 1 { parts.append("*\(bases[0].text)*") }
    if bases.count > 1 {
      let named = notes.compactMap { note -> Text? in
        note.basis.map { note.kinds.contains(.position) ? "position *\($0.value.text)*" : "results *\($0.value.text)*" }
      }
      parts.append(named.joined(.clause))
    }
    return parts.joined(.dot)
  }

  private var sources: Text {
    let files = accounts.index.summary(of: entity).files.sorted()
    let named = files.map { index -> Text in
      let source = accounts.sources[Int(index)]
      return "\(report.address(Place(fileIndex: Int(index)))) (SHA-256 `\(printed: String(source.digest.prefix(8)))…`)"
    }
    return "Sources: \(named.joined(.comma)) · how they were read: [intake](../intake.md)"
  }

  /// What a reader should know first: how net assets came to where they are.
  private var lead: Text? {
    guard let movement = accounts.netAssetsMovements(of: entity).last, let opening = movement.opening else { return nil }
    let position = { (amount: Amount) -> Text in
      let money = report.money(amount.magnitude, display)
      return amount.sign < 0 ? "net liabilities of \(money)" : "net assets of \(money)"
    }
    let length: Text = movement.period.wholeMonths.map { $0 == 1 ? "1 month" : "\($0) months" } ?? "\(movement.period.dayCount) days"
    let result = report.money(movement.result.amount.magnitude, display)
    let (before, after) = (position(opening.value), position(movement.closing.value))
    let sentence: Text =
      movement.result.amount.sign < 0
      ? "\(before) became \(after) in \(length) that lost \(result)" : "\(before) became \(after) in \(length) that earned \(result)"
    let course = Text.opening(sentence)
    if movement.unexplainedInterval.contains(.zero) { return "\(course); what is on file explains it." }
    let missing = report.money(movement.unexplained.magnitude, display)
    return movement.unexplained.sign > 0
      ? "\(course): **\(missing) came from elsewhere, and no file says from where.**"
      : "\(course): **\(missing) went elsewhere, and no file says where to.**"
  }

  // MARK: Attribution

  private func attribution(_ page: inout Markdown) {
    let figures = report.attributed(of: entity)
    guard accounts.entities.parent != nil, accounts.entities.parent != entity else { return }
    if accounts.entities[entity].role == .associate {
      page.heading(2, "Attribution")
      page.paragraph(
        "An associate: the group has its share by the equity method (IAS 28.10), and there are no non-controlling interests in it.")
      return
    }
    guard accounts.entities[entity].role == .subsidiary else { return }
    page.heading(2, "Attribution")
    let undivided = report.undivided(of: entity)
    if !figures.isEmpty { attributionTable(&page, figures) }
    guard !undivided.isEmpty else { return }
    // A loss of control that an event tells of is no doubt.
    let lost = accounts.transactions.first { transaction in
      transaction.event.entity == entity && transaction.event.status == .completed && transaction.controlIsKept == false
    }
    let after = undivided.filter { fact in lost.map { $0.event.date <= fact.period.end } ?? false }
    if let lost, !after.isEmpty {
      page.paragraph("Not divided, since control was lost on \(lost.event.date): \(named(after)).")
    }
    let open = undivided.filter { fact in lost.map { fact.period.end < $0.event.date } ?? true }
    guard !open.isEmpty else { return }
    page.paragraph(
      "Not determined: \(named(open)). For these there is no register on or before the day, or over the whole period, that connects the parent with this entity, no result up to the day of a change of interest, or control may have been lost."
    )
  }

  /// Figures by their captions and dates.
  private func named(_ figures: [Fact]) -> Text {
    figures.map { fact -> Text in
      "\(Caption.of(accounts.catalogue[fact.item], [fact.value])) \(Text.period(fact.period, short: true))"
    }.joined(.comma)
  }

  private func attributionTable(_ page: inout Markdown, _ figures: [AttributedFigure]) {
    page.table(
      [Text.unit(display.unit), "Date or period", "Effective interest", "Owners", "Non-controlling interests", "Total"],
      alignedRight: [false, false, true, true, true, true],
      rows: figures.map { figure in
        [
          Caption.of(accounts.catalogue[figure.item], [figure.total]), Text.period(figure.period, short: true),
          Text.percent(figure.effectiveInterest, places: 4), report.money(figure.owners, display), report.money(figure.nci, display),
          report.money(figure.total, display),
        ]
      })
  }
}
