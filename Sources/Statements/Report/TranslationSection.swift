/// An entity's figures in the reports' currency: the rates, the statements, and what the change of rates makes of net assets, proved.
struct TranslationSection {
  fileprivate let report: GroupReport
  fileprivate let entity: EntityID
  fileprivate let own: Currency
  fileprivate let presentation: Currency
  /// How amounts are shown in the statements' currency.
  fileprivate let display: Display
  /// The same in the reports' currency.
  fileprivate let displayInReports: Display
  private var accounts: GroupAccounts { report.accounts }
  /// So many of the latest dates and periods are shown.
  private static let mostColumns = 3

  /// A section for each currency from which an entity's figures are translated.
  static func all(_ report: GroupReport, _ entity: EntityID) -> [TranslationSection] {
    guard let presentation = report.accounts.presentationCurrency else { return [] }
    let usual = report.accounts.display(of: entity)
    let display = { (currency: Currency) in
      Display(unit: MoneyUnit(currency: currency, exponent: usual.unit.exponent), places: usual.places)
    }
    return report.accounts.foreignCurrencies(of: entity).map { own in
      TranslationSection(
        report: report, entity: entity, own: own, presentation: presentation, display: display(own), displayInReports: display(presentation)
      )
    }
  }

  func write(_ page: inout Markdown) {
    let (from, to) = (Text.printed(own.code), Text.printed(presentation.code))
    page.heading(2, accounts.foreignCurrencies(of: entity).count > 1 ? "Translation to \(to) from \(from)" : "Translation to \(to)")
    page.paragraph(
      "The statements are in \(from), the reports in \(to) (IAS 21.38-39): positions at the closing rate of their date, results and cash flows at the average rate of their period, what owners put in or took out at the rate of its day. Every step is exact; each figure is rounded once, to the cent."
    )
    if let functional = accounts.entities[entity].functionalCurrency, functional != own {
      page.paragraph(
        "**The functional currency is given as \(printed: functional.code), the statements are in \(from).** They are translated from the currency that they are in; IAS 21.38 translates from the functional one."
      )
    }
    let periods = shownPeriods
    guard !periods.isEmpty else { return page.paragraph("No figure on file takes a rate of its own.") }
    rates(&page, periods)
    figures(&page, "Position in \(to)", periods.filter(\.isInstant))
    figures(&page, "Results in \(to)", periods.filter { !$0.isInstant })
    leftOut(&page)
    differences(&page)
  }

  // MARK: Figures

  /// The facts that take a rate of their own.
  private var facts: [(fact: Fact, translation: Translation)] {
    accounts.index.items(of: entity).flatMap { accounts.index.series(entity, $0) }.compactMap { fact in
      guard fact.currency == own else { return nil }
      let translation = accounts.translated(fact)
      return switch translation {
      case .translated, .missing: (fact, translation)
      case .notNeeded, .notSingly: nil
      }
    }
  }

  private var shownPeriods: [Period] {
    let periods = Set(facts.map(\.fact.period))
    return [true, false].flatMap { instant in periods.filter { $0.isInstant == instant }.sorted().suffix(TranslationSection.mostColumns) }
  }

  private func rates(_ page: inout Markdown, _ periods: [Period]) {
    page.table(
      ["Date or period", "1 \(printed: own.code) in \(printed: presentation.code)", "Rate", "How", "Source"],
      alignedRight: [false, true, false, false, false],
      rows: periods.map { period in
        let kind: RateKind = period.isInstant ? .closing : .average
        guard let rate = accounts.rates.rate(from: own, to: presentation, on: period.end, for: kind, start: period.start) else {
          return [Text.period(period, short: true), "**missing**", kind.text, "", ""]
        }
        let evidence = RateEvidence(rate, accounts)
        return [Text.period(period, short: true), evidence.figure, evidence.use, evidence.origin, evidence.source]
      })
  }

  private func figures(_ page: inout Markdown, _ title: Text, _ periods: [Period]) {
    guard !periods.isEmpty else { return }
    let shown = facts.filter { periods.contains($0.fact.period) }
    let items = Set(shown.map(\.fact.item)).sorted { (first(of: $0, in: shown), $0) < (first(of: $1, in: shown), $1) }
    page.heading(3, title)
    page.table(
      ["" as Text]
        + periods.flatMap { period -> [Text] in
          let when = Text.period(period, short: true)
          return ["\(Text.unit(display.unit)), \(when)", Text.unit(displayInReports.unit)]
        },
      alignedRight: [false] + periods.flatMap { _ in [true, true] },
      rows: items.map { item in
        let ofItem = shown.filter { $0.fact.item == item }
        return [Caption.of(accounts.catalogue[item, of: entity], ofItem.map(\.fact.value))]
          + periods.flatMap { period in cells(ofItem.first { $0.fact.period == period }) }
      })
  }

  private func first(of item: ItemID, in shown: [(fact: Fact, translation: Translation)]) -> Place {
    shown.first { $0.fact.item == item }?.fact.provenance.place ?? Place(fileIndex: 0)
  }

  private func cells(_ shown: (fact: Fact, translation: Translation)?) -> [Text] {
    guard let shown else { return ["", ""] }
    let own = report.money(shown.fact.value, display)
    guard case .translated(let figure) = shown.translation else { return [own, "no rate"] }
    return [own, report.money(figure.amount, displayInReports)]
  }

  private func firstPlace(of item: ItemID) -> Place {
    accounts.index.series(entity, item).first?.provenance.place ?? Place(fileIndex: 0)
  }

  /// What has no rate of its own is named, in the order of the statements.
  private func leftOut(_ page: inout Markdown) {
    let captions = accounts.index.items(of: entity).filter { item in
      accounts.index.series(entity, item).contains { fact in
        guard fact.currency == own, case .notSingly = accounts.translated(fact) else { return false }
        return accounts.catalogue[item].statement != .changes
      }
    }.sorted { (firstPlace(of: $0), $0) < (firstPlace(of: $1), $1) }.map { Text.caption(accounts.catalogue[$0, of: entity]) }
    guard !captions.isEmpty else { return }
    page.paragraph(
      "Not translated by themselves: \(captions.joined(.comma)). The parts of equity stay at the rates at which they arose and are within net assets; a figure a share or of a line that is not known has no rate of its own."
    )
  }

  // MARK: The translation difference

  private func differences(_ page: inout Markdown) {
    let stretches = accounts.netAssetsTranslations(of: entity).filter { $0.movement.closing.currency == own }
    page.heading(3, "Translation difference")
    guard let latest = stretches.last else {
      page.paragraph("Not determined: it takes net assets at two dates and the result between them.")
      return
    }
    if stretches.count > 1 { list(&page, stretches) }
    TranslationProofTable(report, latest, own: own, presentation: presentation).write(&page)
  }

  private func list(_ page: inout Markdown, _ stretches: [NetAssetsTranslation]) {
    var sum: Amount? = .zero
    page.table(
      [Text.unit(Display.cents(presentation).unit), "Translation difference", "Since the first date on file"],
      alignedRight: [false, true, true],
      rows: stretches.enumerated().map { number, stretch in
        // A stretch without a result on file breaks the chain: nothing is added up across it.
        let joins = number == 0 || stretches[number - 1].movement.closing.period == stretch.movement.opening?.period
        sum = joins ? sum.flatMap { before in stretch.difference.map { before + $0 } } : nil
        return [
          Text.period(stretch.movement.period, short: true), stretch.difference.map(cents) ?? "not determined",
          sum.map(cents) ?? "not determined",
        ]
      })
  }

  private func cents(_ amount: Amount) -> Text { report.money(amount, Display.cents(presentation)) }
}
