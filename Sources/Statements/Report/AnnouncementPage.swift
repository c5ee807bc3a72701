/// A draft of what a listed parent announces of each change of ownership, in the order of such announcements: the deal, the structure before
/// and after it, the subsidiary's financial information, the accounting, the Listing Rules. What the files do not say is left blank, and
/// the blank says what is missing: `[●: …]`.
struct AnnouncementPage {
  private let report: GroupReport
  private let events: [Event]
  private var accounts: GroupAccounts { report.accounts }

  static let name = "announcement.md"

  /// One event with what is drawn of it.
  private struct Event {
    let number: Int
    let transaction: EquityTransaction
    let rules: SizeTestSection
    let structure: StructurePictures
  }

  /// Nil for a group without a listed parent, or without an event.
  init?(_ report: GroupReport, _ structures: [StructurePictures]) {
    self.report = report
    var events: [Event] = []
    for (index, (transaction, structure)) in zip(report.accounts.transactions, structures).enumerated() {
      guard let rules = SizeTestSection(report, transaction) else { continue }
      events.append(Event(number: index + 1, transaction: transaction, rules: rules, structure: structure))
    }
    self.events = events
    if events.isEmpty { return nil }
  }

  var bytes: [UInt8] {
    var page = Markdown(report.printer)
    page.heading(1, "Draft announcement")
    page.paragraph(
      "What the files support of an announcement by \(parentName). Where they do not say something, a mark stands in its place: \(blank("what is missing")). Nothing is guessed; the directors' reasons, the history of the parties and the terms of the agreement are for its authors."
    )
    for event in events { write(event, &page) }
    page.paragraph("[Group](README.md) · [Changes of ownership](equity-transactions.md) · [Checks](checks.md)")
    return page.bytes
  }

  /// A place that the files leave open; its brackets are text, not a link.
  static func blank(_ missing: Text) -> Text { "\\[●: \(missing)\\]" }
  private func blank(_ missing: Text) -> Text { AnnouncementPage.blank(missing) }

  private func name(_ entity: EntityID) -> Text { .name(accounts.entities[entity]) }

  private var parentName: Text { accounts.entities.parent.map(name) ?? blank("the listed parent: no entity has that role") }

  private func write(_ event: Event, _ page: inout Markdown) {
    let transaction = event.transaction
    page.heading(2, "\(event.number) · \(words: transaction.event.name)")
    page.heading(3, "The deal")
    page.paragraph(ChangeWords(report, transaction).deal)
    page.list(terms(transaction))
    page.heading(3, "Organisation structure")
    structure(transaction, event.structure, &page)
    page.heading(3, "Financial information of \(name(transaction.event.entity))")
    AnnouncedFigures(report, transaction).write(&page)
    page.heading(3, "Accounting")
    page.paragraph(DraftDisclosure(report, transaction).paragraph)
    page.heading(3, "Implications under the Listing Rules")
    for sentence in AnnouncedRules(report, transaction, event.rules).sentences { page.paragraph(sentence) }
  }

  // MARK: The deal

  private func terms(_ transaction: EquityTransaction) -> [Text] {
    let event = transaction.event
    var terms: [Text] = []
    terms.append(
      event.status == .signed
        ? "Date: \(event.date)" : "Date of completion: \(event.date); date of the agreement: \(blank("the day of signing"))")
    let parties = ([event.entity] + event.movements.flatMap { [$0.from, $0.to] }.compactMap { $0 })
      .reduce(into: [EntityID]()) { if !$0.contains($1) { $0.append($1) } }
    terms.append("Parties: \(parties.map(name).joined(.semicolon)); \(blank("further parties to the agreement"))")
    if let shares = event.shares, let price = event.price {
      terms.append("Subject: \(number: shares, mostPlaces: 4) shares at \(currency(event.currency)) \(number: price) each")
    } else if let shares = event.shares {
      terms.append("Subject: \(number: shares, mostPlaces: 4) shares; price of a share: \(blank("the price"))")
    } else if event.kind != .lapse {
      terms.append("Subject: \(blank("the number of shares"))")
    }
    if let consideration = event.statedConsideration {
      terms.append("Consideration: \(Money(consideration, .cents(event.currency ?? transaction.currency), showsUnit: true))")
    } else if event.kind != .lapse {
      terms.append("Consideration: \(blank("the consideration"))")
    }
    terms.append("Basis of the consideration, payment, conditions precedent: \(blank("the terms of the agreement"))")
    if event.status == .signed { terms.append("Completion: \(blank("the day, or the conditions on which it depends"))") }
    return terms
  }

  private func currency(_ currency: Currency?) -> Text {
    currency.map { "\(code: $0.symbol)" } ?? blank("the currency")
  }

  // MARK: Structure

  private func structure(_ transaction: EquityTransaction, _ pictures: StructurePictures, _ page: inout Markdown) {
    let subsidiary = name(transaction.event.entity)
    switch transaction.controlIsKept {
    case true?:
      page.paragraph(
        transaction.event.status == .signed
          ? "On completion, \(subsidiary) remains a subsidiary and stays in the consolidated accounts."
          : "\(subsidiary) remains a subsidiary and stays in the consolidated accounts.")
    case false?: page.paragraph("\(subsidiary) ceases to be a subsidiary and leaves the consolidated accounts.")
    case nil: page.paragraph(blank("whether \(subsidiary) remains a subsidiary"))
    }
    guard !pictures.all.isEmpty else {
      page.paragraph(blank("the structure: no register on or before the day says who holds \(subsidiary)"))
      return
    }
    pictures.show(on: &page)
    let register = transaction.registerAfter ?? transaction.registerBefore
    let open = register?.lines.filter { register?.fraction(of: $0) == nil }.map(\.holder) ?? []
    if transaction.registerAfter == nil {
      let remedy = transaction.remedy ?? "give a register of the day after it"
      page.paragraph(blank("the percentages after the deal: \(remedy)"))
    } else if !open.isEmpty {
      page.paragraph(blank("the percentages of \(open.map(name).joined(.semicolon))"))
    }
  }
}
