/// What happened beside a budget, forecast or plan for the same date or stretch; the two series are never mixed.
struct AgainstScenario {
  private let report: GroupReport
  private let display: Display
  private let actual: FigureSet
  private let planned: FigureSet
  private let scenario: String

  init(_ report: GroupReport, _ display: Display, actual: FigureSet, _ planned: FigureSet, _ scenario: String) {
    self.report = report
    self.display = display
    self.actual = actual
    self.planned = planned
    self.scenario = scenario
  }

  /// Writes, for each family of periods, the latest that both have with its variance, then the scenario's own figures.
  func write(_ page: inout Markdown) {
    page.heading(2, "Actual against \(code: scenario)")
    for table in planned.tables {
      let common = table.periods.last { period in table.rows.contains { pair($0, period) != nil } }
      if let common { variances(&page, table, common) }
      if table.periods.count > 1 || common == nil {
        let intro: Text =
          common == nil
          ? "All figures of \(code: scenario), of which none on file has the date or stretch:" : "All figures of \(code: scenario):"
        page.paragraph(intro)
        ComparisonTable(report, display, planned, table, isActual: false).write(&page)
      }
    }
  }

  private func pair(_ row: PeriodTable.Row, _ period: Period) -> (actual: ComparedFigure, planned: ComparedFigure)? {
    guard let planned = row.cells[period]?.figure, let actual = actual.row(row.item)?.figure(period) else { return nil }
    return (actual, planned)
  }

  private func variances(_ page: inout Markdown, _ table: PeriodTable, _ period: Period) {
    let names = Names(report, actual.entity)
    var lines: [[Text]] = []
    var places: [(caption: Text, places: [Place])] = []
    var sentences: [Text] = []
    let materiality = Materiality(report.accounts, isPosition: period.isInstant, display: display) {
      actual.row($0)?.figure(period)?.value
    }
    var outcomes: [Comparison.Outcome] = []
    for row in table.rows {
      let planned = row.cells[period]?.figure
      let actual = actual.row(row.item)?.figure(period)
      guard planned != nil || actual != nil else { continue }
      let values = [actual, planned].compactMap { $0 }
      let shown = names.display(of: row.item, display, values.map(\.fact.decimals))
      let caption = names.caption(row.item, values.map(\.value))
      let cell = { (figure: ComparedFigure?) -> Text in
        figure.map { $0.isDerived ? "*\(report.money($0.value, shown))*" : report.money($0.value, shown) } ?? ""
      }
      var variance: [Text] = ["", "", ""]
      if let actual, let planned {
        let outcome = Comparison.of(actual.fact, planned.fact, yearEnd: self.actual.yearEnd).outcome
        outcomes.append(outcome)
        variance = [amount(outcome, shown), ComparisonTable.percent(outcome), letter(row.item, outcome)]
        if case .compared(let change, let percent, let note) = outcome, change.sign != 0,
          note == .signChange || materiality.map({ $0.isReached(by: change) }) ?? true
        {
          sentences.append(sentence(row.item, actual.value, planned.value, change, percent))
        }
      }
      lines.append([caption, cell(actual), cell(planned)] + variance)
      places.append((caption, values.flatMap(\.places)))
    }
    let headings: [Text] = [
      "\(short: period), actual", "\(short: period), \(code: scenario)", "Variance", "%", "F/U",
    ]
    page.table(
      [Text.unit(display.unit)] + headings, alignedRight: [false, true, true, true, true, false], rows: lines)
    page.paragraph(key(outcomes))
    page.list(sentences)
    page.paragraph("Sources: \(TableSources(report).words(places))")
  }

  private func amount(_ outcome: Comparison.Outcome, _ display: Display) -> Text {
    switch outcome {
    case .compared(let change, _, _): report.money(change, display)
    case .notComparable: "n/c"
    case .noPrior: ""
    }
  }

  private func letter(_ item: ItemID, _ outcome: Comparison.Outcome) -> Text {
    guard case .compared(let change, _, _) = outcome else { return "" }
    switch Judgement(report.accounts.catalogue[item], change: change) {
    case .favourable: return "F"
    case .adverse: return "U"
    case nil: return ""
    }
  }

  private func key(_ outcomes: [Comparison.Outcome]) -> Text {
    var marks: [Text] = ["F: favourable, U: unfavourable, by the nature of the line; costs are negative"]
    let notes = Set(outcomes.compactMap { if case .compared(_, nil, let note?) = $0 { note } else { nil } })
    if notes.contains(.signChange) || notes.contains(.tooLarge) {
      marks.append("n.m.: not meaningful (sign change, or 1,000 % and more)")
    }
    if notes.contains(.nilBase) { marks.append("n/a: the comparative is nil") }
    for outcome in outcomes {
      if case .notComparable(let reason) = outcome, !marks.contains("n/c: not compared, \(reason)") {
        marks.append("n/c: not compared, \(reason)")
      }
    }
    return marks.joined(.dot)
  }

  private func sentence(_ item: ItemID, _ actual: Amount, _ planned: Amount, _ change: Amount, _ percent: Percentage?) -> Text {
    let line = report.accounts.catalogue[item]
    let name = Names(report, self.actual.entity).captionText(item, [actual, planned])
    let size = ChangeSentence.size(change, percent, display)
    let sentence: Text =
      if actual.sign == 0 {
        "\(name) is nil where \(code: scenario) has \(Money(planned, display))"
      } else if planned.sign == 0 {
        "\(name) came to \(Money(actual, display)) where \(code: scenario) has none"
      } else if actual.sign != planned.sign {
        "\(name) came to \(Money(actual, display)) where \(code: scenario) has \(Money(planned, display))"
      } else if actual.magnitude > planned.magnitude {
        "\(name) came in \(size) above \(code: scenario)"
      } else {
        "\(name) came in \(size) below \(code: scenario)"
      }
    switch Judgement(line, change: change) {
    case .favourable: return "\(sentence): favourable"
    case .adverse: return "\(sentence): adverse"
    case nil: return sentence
    }
  }
}
