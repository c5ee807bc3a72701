/// The financial information of a subsidiary as announcements give it: net assets at the dates, results before and after tax of the last two
/// financial years and of the months since; how they were prepared. What is not on file is a blank that says so.
struct AnnouncedFigures {
  private let report: GroupReport
  private let transaction: EquityTransaction
  private let entity: EntityID
  private let display: Display
  private var accounts: GroupAccounts { report.accounts }

  init(_ report: GroupReport, _ transaction: EquityTransaction) {
    self.report = report
    self.transaction = transaction
    entity = transaction.event.entity
    display = report.accounts.display(of: entity)
  }

  func write(_ page: inout Markdown) {
    page.paragraph(preparation)
    let periods = periods
    page.table(
      [.unit(display.unit)] + periods.map { "As at \($0.end)" }, alignedRight: [false] + periods.map { _ in true },
      rows: [row(accounts.items.netAssets, periods.map { Period.asAt($0.end) })])
    page.table(
      [.unit(display.unit)] + periods.map(heading), alignedRight: [false] + periods.map { _ in true },
      rows: [row(accounts.items.profitBeforeTax, periods), row(accounts.items.profitAfterTax, periods)])
    if !isInterimOnFile {
      page.paragraph(
        blank("net assets and results of the months from \(lastYearEnd.adding(days: 1)) to the deal, where they are shown"))
    }
    page.paragraph(cost)
  }

  private func blank(_ missing: Text) -> Text { AnnouncementPage.blank(missing) }
  private var name: Text { .name(accounts.entities[entity]) }

  // MARK: How they were prepared

  private var preparation: Text {
    let notes = report.notes(of: entity)
    let frameworks = Set(notes.compactMap { $0.gaap?.value }).sorted()
    let audits = Set(notes.compactMap { $0.isAudited?.value })
    let bases = Set(notes.compactMap { $0.basis?.value.word }).sorted()
    let audit: Text =
      audits.count == 1 ? (audits.first == true ? "audited" : "unaudited") : blank("whether audited")
    let basis: Text =
      bases.isEmpty ? blank("consolidated, combined or separate") : (bases.map { "\(code: $0)" }).joined(.and)
    let framework: Text =
      frameworks.isEmpty ? blank("the accounting framework") : (frameworks.map { "\(code: $0)" }).joined(.and)
    return "The figures of \(name) are \(audit), on a basis that the files call \(basis), and were prepared under \(framework)."
  }

  // MARK: Periods

  /// The financial year that ended last on or before the day of the deal.
  private var lastYearEnd: CalendarDate {
    let day = accounts.entities[entity].yearEnd
    let date = transaction.event.date
    let year = date.components.year
    if let end = day.date(in: year), end <= date { return end }
    return day.date(in: year - 1) ?? date
  }

  private var interim: Period? {
    let start = lastYearEnd.adding(days: 1)
    let items = [accounts.items.profitAfterTax, accounts.items.profitBeforeTax]
    return items.flatMap { accounts.index.series(entity, $0) }.map(\.period)
      .filter { $0.start == start && $0.end <= transaction.event.date }.max { $0.end < $1.end }
  }

  private var isInterimOnFile: Bool { interim != nil || lastYearEnd == transaction.event.date }

  /// The last two financial years, on file or not, and the months since where there are any.
  private var periods: [Period] {
    let last = Period.months(12, to: lastYearEnd)
    let before = last.start.map { Period.months(12, to: $0.adding(days: -1)) }
    return [before, last, interim].compactMap { $0 }
  }

  private func heading(_ period: Period) -> Text { "For the \(period)" }

  private func row(_ item: ItemID, _ periods: [Period]) -> [Text] {
    let facts = periods.map { accounts.index.fact(entity, item, $0) }
    let caption = Caption.of(accounts.catalogue[item], facts.compactMap { $0?.value })
    return [caption]
      + facts.map { fact in
        guard let fact else { return blank("not on file") }
        guard fact.currency == nil || fact.currency == display.unit.currency else {
          return
            "\(Money(fact.value, Display(unit: MoneyUnit(currency: fact.currency, exponent: display.unit.exponent), places: display.places), showsUnit: true))"
        }
        return report.money(fact.value, display)
      }
  }

  // MARK: Cost

  private var cost: Text {
    switch transaction.event.kind {
    case .issue, .rights, .exercise, .conversion:
      "There is no original cost of the shares, since they are newly issued."
    case .sale, .purchase, .buyback: blank("the original cost of the shares to the seller")
    case .lapse: blank("what the contracts cost")
    }
  }
}
