/// An entity's net assets at each date, and below them its results: columns up from nil or down from it.
///
/// Results of different length are never drawn side by side as they stand: then each is drawn by the month, or by the day where a stretch
/// is no whole number of months, and its label says how long it is and what it came to.
struct NetAssetsPicture {
  private let report: GroupReport
  private let entity: EntityID
  private let positions: [Fact]
  private let results: [Fact]
  private let display: Display
  private var catalogue: LineItemCatalogue { report.accounts.catalogue }

  /// Nil where there is nothing to draw, or where the figures are in several currencies.
  init?(_ report: GroupReport, _ entity: EntityID) {
    self.report = report
    self.entity = entity
    let index = report.accounts.index
    positions = index.series(entity, report.accounts.items.netAssets).filter(\.period.isInstant)
    results = index.series(entity, report.accounts.items.profitAfterTax).filter { !$0.period.isInstant }
    let currencies = Set((positions + results).map(\.currency))
    guard currencies.count == 1, let currency = currencies.first else { return nil }
    var display = report.accounts.display(of: entity)
    display.unit.currency = currency ?? display.unit.currency
    self.display = display
  }

  var picture: Picture {
    let title: Text =
      results.isEmpty
      ? "Net assets of \(report.shortName(entity))"
      : positions.isEmpty ? "Results of \(report.shortName(entity))" : "Net assets and results of \(report.shortName(entity))"
    let words = ([positionWords, resultWords].compactMap { $0 }).joined(.sentences)
    let panels = [positionPanel, resultPanel].compactMap { $0 }
    let heading = WrappedWords(report.plain.string(title), width: ColumnPanel.width - 32, size: 15, bold: true, most: 2)
    let top = 16 + heading.lines.count * 20
    var drawing = Drawing(
      width: ColumnPanel.width, height: top + panels.reduce(0) { $0 + $1.height }, title: report.plain.string(title),
      description: report.plain.string(words))
    for (number, line) in heading.lines.enumerated() {
      drawing.text(line, x: 16, y: 26 + number * 20, size: 15, bold: true, whole: heading.isShortened ? report.plain.string(title) : nil)
    }
    var y = top
    for panel in panels {
      panel.draw(&drawing, top: y)
      y += panel.height
    }
    return Picture(name: "\(report.slugs[entity])-net-assets.svg", words: "\(title). \(words)", bytes: drawing.bytes)
  }

  // MARK: Net assets

  private func caption(_ facts: [Fact]) -> Text {
    facts.first.map { Caption.of(catalogue[$0.item], facts.map(\.value)) } ?? ""
  }

  private func panel(_ heading: Text, _ facts: [Fact], _ values: [Amount], _ labels: [Text], isResult: Bool) -> ColumnPanel {
    let scale = AmountScale(values, display)
    let first = facts.first?.period.end
    let ticks = Display(unit: display.unit, places: scale.places)
    return ColumnPanel(
      heading: report.plain.string(heading),
      columns: zip(facts, zip(values, labels)).map { fact, shown in
        ColumnPanel.Column(
          to: shown.0, label: report.plain.string(shown.1), figure: report.figure(shown.0, display),
          paint: shown.0.sign < 0 ? .loss : isResult ? .gain : .total, day: first.map { fact.period.end.days(since: $0) } ?? 0)
      },
      scale: scale, tickFigures: scale.ticks.map { $0.sign == 0 ? "0" : report.figure($0, ticks) })
  }

  private var positionPanel: ColumnPanel? {
    guard !positions.isEmpty else { return nil }
    return panel(
      "\(caption(positions)), \(Text.unit(display.unit))", positions, positions.map(\.value),
      positions.map { "\($0.period.end)" }, isResult: false)
  }

  private var positionWords: Text? {
    guard !positions.isEmpty else { return nil }
    return said(positions, positions.map { "\(Money($0.value, display)) at \($0.period.end)" }) {
      "\(caption(positions)) in \(Text.unit(display.unit)): \($0)."
    }
  }

  /// All of them in words, or of very many the ends of the range.
  private func said(_ facts: [Fact], _ texts: [Text], _ sentence: (Text) -> Text) -> Text {
    guard facts.count > Picture.mostInWords else { return sentence(texts.joined(.semicolon)) }
    let least = facts.indices.min { facts[$0].value < facts[$1].value } ?? 0
    let greatest = facts.indices.max { facts[$0].value < facts[$1].value } ?? 0
    let ends: Text =
      "\(facts.count) figures, the first \(texts[0]), the least \(texts[least]), the greatest \(texts[greatest]), the last \(texts[facts.count - 1])"
    return sentence(ends)
  }

  // MARK: Results

  /// How results are made comparable.
  private enum Measure {
    /// As they stand: all are of one length.
    case whole
    /// By the month.
    case monthly
    /// By the day.
    case daily
  }

  private var measure: Measure {
    let months = results.map(\.period.wholeMonths)
    if Set(months).count == 1, months[0] != nil { return .whole }
    if !months.contains(nil) { return .monthly }
    return Set(results.map(\.period.dayCount)).count == 1 ? .whole : .daily
  }

  private func drawn(_ fact: Fact) -> Amount {
    let parts: Int
    switch measure {
    case .whole: return fact.value
    case .monthly: parts = fact.period.wholeMonths ?? 1
    case .daily: parts = fact.period.dayCount
    }
    // Rounded once, to what is shown; it is drawn and said, and nothing is computed from it.
    return Amount(fact.value.ratio / Ratio(parts), roundedTo: display.decimals) ?? fact.value
  }

  private var resultPanel: ColumnPanel? {
    guard !results.isEmpty else { return nil }
    let (name, unit) = (caption(results), Text.unit(display.unit))
    let heading: Text
    switch measure {
    case .whole: heading = "\(name), \(unit)"
    case .monthly: heading = "\(name) by the month, \(unit): the periods differ in length"
    case .daily: heading = "\(name) by the day, \(unit): the periods differ in length"
    }
    let labels: [Text] = results.map { fact in
      measure == .whole ? "\(fact.period)" : "\(fact.period): \(Money(fact.value, display))"
    }
    return panel(heading, results, results.map(drawn), labels, isResult: true)
  }

  private var resultWords: Text? {
    guard !results.isEmpty else { return nil }
    let (name, unit) = (caption(results), Text.unit(display.unit))
    switch measure {
    case .whole:
      return said(results, results.map { "\(Money($0.value, display)) for \($0.period)" }) { "\(name) in \(unit): \($0)." }
    case .monthly:
      return said(results, results.map { "\(Money(drawn($0), display)) a month of \(Money($0.value, display)) for \($0.period)" }) {
        "\(name) in \(unit), by the month since the periods differ in length: \($0)."
      }
    case .daily:
      return said(results, results.map { "\(Money(drawn($0), display)) a day of \(Money($0.value, display)) for \($0.period)" }) {
        "\(name) in \(unit), by the day since the periods differ in length: \($0)."
      }
    }
  }
}

extension GroupReport {
  /// An entity's name as pictures show it.
  func shortName(_ entity: EntityID) -> Text { .name(accounts.entities[entity]) }
}
