/// A statement's rows over its dates or periods, each beside its comparative.
///
/// Up to three columns of figures have the change beside each; more have it for the last alone, so that the table stays readable.
/// Derived figures are in italics; below the table stand its marks, how figures were derived, what moved, and the sources.
struct ComparisonTable {
  private let report: GroupReport
  private let display: Display
  private let figures: FigureSet
  private let table: PeriodTable
  private let layout: ColumnLayout
  private let casting: [CastingLine]
  /// The columns of the first table that have a change beside them, with what stands above it.
  private let changes: [(period: Period, heading: Text)]
  /// Whether these are the group accounts that happened: those alone were restated, and have findings.
  private let isActual: Bool

  init(_ report: GroupReport, _ display: Display, _ figures: FigureSet, _ table: PeriodTable, isActual: Bool = true) {
    self.report = report
    self.display = display
    self.figures = figures
    self.table = table
    self.isActual = isActual
    layout = ColumnLayout(table, yearEnd: figures.yearEnd)
    casting = CastingLine.all(in: table, of: figures.entity, report.accounts, decimals: display.decimals).filter(\.isOut)
    changes = layout.main.compactMap { [layout] period in
      ComparisonTable.changeHeading(period, layout.main, table, isActual: isActual).map { (period, $0) }
    }
  }

  /// Writes the table with all that belongs to it; `perMonth` is the line shown by the month where lengths differ.
  func write(_ page: inout Markdown, perMonth: ItemID? = nil) {
    write(&page, layout.main, isMain: true, perMonth: perMonth)
    if let rule = layout.rule(of: table.periods.count) { page.paragraph("\(rule).") }
    for part in layout.earlier { write(&page, part, isMain: false, perMonth: nil) }
    let key = keyLine(perMonth: perMonth)
    if let key { page.paragraph(key) }
    let derived = derivations
    if !derived.isEmpty { page.paragraph(derived.joined(.dot)) }
    WhatMoved(report, display, figures, table, shownChanges).write(&page)
    page.paragraph("Sources: \(TableSources(report).words(sourceRows))")
  }

  private var shownChanges: [Period] { changes.map(\.period) }

  // MARK: Columns

  private func write(_ page: inout Markdown, _ periods: [Period], isMain: Bool, perMonth: ItemID?) {
    var columns: [Column] = []
    for period in periods {
      if hasOriginals(period) { columns.append(.original(period)) }
      columns.append(.figure(period))
      if isMain, let heading = changes.first(where: { $0.period == period })?.heading {
        columns += [.change(period, heading), .percent(period)]
      }
    }
    var lines: [[Text]] = []
    let names = Names(report, figures.entity)
    for row in table.rows where periods.contains(where: { row.cells[$0] != nil }) {
      let display = names.display(of: row.item, display, row.cells.values.lazy.map(\.figure.fact.decimals))
      lines.append([names.caption(row.item, row.values)] + columns.map { cell($0, row, display) })
      lines += casting.filter { $0.total == row.item }.compactMap { castingLine($0, columns) }
    }
    if let perMonth, let row = rowByMonth(perMonth) { lines += monthlyLines(row, columns) }
    let headings = [Text.unit(display.unit)] + columns.map(heading)
    page.table(headings, alignedRight: headings.indices.map { $0 > 0 }, rows: lines)
  }

  private enum Column {
    case figure(Period)
    /// As first reported, before it was restated.
    case original(Period)
    case change(Period, Text)
    case percent(Period)
  }

  private func heading(_ column: Column) -> Text {
    switch column {
    case .figure(let period):
      let cells = table.rows.compactMap { $0.cells[period]?.figure }
      let isRestated = isActual && cells.contains { $0.derivation.map { $0.basis == .restated } ?? report.accounts.isRestated($0.fact) }
      let isFirst = cells.contains { $0.derivation?.basis == .firstReported }
      if isRestated, !isFirst { return "\(short: period) (restated)" }
      if isFirst, !isRestated { return "\(short: period) (derived, as previously reported)" }
      return cells.allSatisfy(\.isDerived) ? "\(short: period) (derived)" : "\(short: period)"
    case .original(let period): return "\(short: period) (as previously reported)"
    case .change(_, let heading): return heading
    case .percent: return "%"
    }
  }

  private func hasOriginals(_ period: Period) -> Bool {
    isActual
      && table.rows.contains { row in
        guard let original = report.accounts.index.original(figures.entity, row.item, period) else { return false }
        return row.cells[period].map { $0.figure.value != original.value || $0.figure.fact.currency != original.currency } ?? true
      }
  }

  /// `Change` where the comparative stands to the left, else with the period; nil where the column has none.
  private static func changeHeading(_ period: Period, _ periods: [Period], _ table: PeriodTable, isActual: Bool) -> Text? {
    guard let index = periods.firstIndex(of: period), index > 0, periods.count <= 3 || index == periods.count - 1 else { return nil }
    let cells = table.rows.compactMap { $0.cells[period]?.comparison }
    guard cells.contains(where: { if case .noPrior = $0.outcome { false } else { true } }) else { return nil }
    let priors = Set(cells.compactMap(\.comparedWith))
    // That a plan has no year before is nothing to remark.
    guard isActual || !priors.isEmpty else { return nil }
    guard let prior = priors.first, priors.count == 1, prior != periods[index - 1] else { return "Change" }
    return "Change against \(short: prior)"
  }

  // MARK: Cells

  private func cell(_ column: Column, _ row: PeriodTable.Row, _ display: Display) -> Text {
    switch column {
    case .figure(let period):
      guard let figure = row.cells[period]?.figure else {
        return table.withheld.contains { $0.item == row.item && $0.figure.period == period } ? "n/c" : ""
      }
      let words = report.money(figure.value, display)
      return figure.isDerived ? "*\(words)*" : words
    case .original(let period):
      return report.accounts.index.original(figures.entity, row.item, period).map { report.money($0.value, display) } ?? ""
    case .change(let period, _):
      guard let comparison = row.cells[period]?.comparison else { return "" }
      switch comparison.outcome {
      case .compared(_, _, .bothNil): return "-"
      case .compared(let change, _, _): return report.money(change, display)
      case .notComparable: return "n/c"
      case .noPrior: return ""
      }
    case .percent(let period):
      return row.cells[period].map { ComparisonTable.percent($0.comparison.outcome) } ?? ""
    }
  }

  /// The percentage of a change, or the mark for why there is none.
  static func percent(_ outcome: Comparison.Outcome) -> Text {
    switch outcome {
    case .compared(_, let percent?, _): "\(printed: Figures.percentFigure(percent)) %"
    case .compared(_, nil, .nilBase): "n/a"
    case .compared(_, nil, .bothNil): "-"
    case .compared(_, nil, .signChange), .compared(_, nil, .tooLarge), .compared(_, nil, nil): "n.m."
    case .notComparable: "n/c"
    case .noPrior: ""
    }
  }

  // MARK: Lines of its own

  /// What a total differs by from its parts, each as shown; nil where these columns foot.
  private func castingLine(_ line: CastingLine, _ columns: [Column]) -> [Text]? {
    let cells = columns.map { column -> Text in
      guard case .figure(let period) = column, let difference = line.differences[period], difference.sign != 0 else { return "" }
      return "*\(report.money(difference, display))*"
    }
    guard cells.contains(where: { !$0.isEmpty }) else { return nil }
    let names = Names(report, figures.entity)
    let caption = { (item: ItemID) in names.captionText(item, table.rows.first { $0.item == item }?.values ?? []) }
    let isOneOfSeveral = casting.count { $0.total == line.total } > 1
    let label: Text =
      if isOneOfSeveral, let first = line.parts.first, let last = line.parts.last {
        "Casting difference: \(caption(line.total)) of \(caption(first.item)) to \(caption(last.item))"
      } else {
        "Casting difference: \(caption(line.total))"
      }
    return ["*\(label)*" as Text] + cells
  }

  /// The line shown by the month, where the stretches are of different length.
  private func rowByMonth(_ item: ItemID) -> PeriodTable.Row? {
    Set(table.periods.map(\.wholeMonths)).count > 1 ? table.rows.first { $0.item == item } : nil
  }

  /// By the month and by the year, as labelled derivations: what can be said of periods of different length.
  private func monthlyLines(_ row: PeriodTable.Row, _ columns: [Column]) -> [[Text]] {
    let caption = Names(report, figures.entity).captionText(row.item, row.values)
    func line(_ label: Text, months: Int) -> [Text] {
      ["*\(label)*"]
        + columns.map { column -> Text in
          guard case .figure(let period) = column, let value = row.cells[period]?.figure.value, let length = period.wholeMonths,
            // Rounded once, to what is shown.
            let rate = Amount(value.ratio * Ratio(months) / Ratio(length), roundedTo: display.decimals)
          else { return "" }
          return "*\(report.money(rate, display))*"
        }
    }
    return [
      line("\(caption) per month (derived)", months: 1), line("\(caption) annualised (unaudited, illustrative)", months: 12),
    ]
  }

  // MARK: Below the table

  /// Explains the marks that the table uses.
  private func keyLine(perMonth: ItemID?) -> Text? {
    let shown = table.rows.flatMap { row in shownChanges.compactMap { row.cells[$0]?.comparison } }
    var marks: [Text] = []
    let notes = Set(shown.compactMap { if case .compared(_, nil, let note?) = $0.outcome { note } else { nil } })
    if notes.contains(.signChange) || notes.contains(.tooLarge) {
      marks.append("n.m.: not meaningful (sign change, or 1,000 % and more)")
    }
    if notes.contains(.nilBase) { marks.append("n/a: the comparative is nil") }
    var reasons: [Text] = []
    for comparison in shown {
      if case .notComparable(let reason) = comparison.outcome, !reasons.contains(reason) { reasons.append(reason) }
    }
    marks += reasons.map { "n/c: not compared, \($0)" }
    for period in shownChanges where Set(table.rows.compactMap { $0.cells[period]?.comparison.comparedWith }).count > 1 {
      marks.append("changes of \(short: period) are against the date on file that each line has")
    }
    if casting.contains(where: { !$0.exceedsRounding }) {
      marks.append("casting difference: a total as shown less its parts as shown; figures are rounded one by one")
    }
    if casting.contains(where: \.exceedsRounding) {
      marks.append("casting difference: a total as shown less its parts as shown; rounding does not explain it")
    }
    if let perMonth, rowByMonth(perMonth) != nil {
      marks.append("annualised: the result of the stretch by its months times twelve; no forecast, and no account is taken of seasons")
    }
    if figures.yearEndIsInferred, table.family == .cumulative, let last = table.periods.last {
      marks.append("the financial year is taken to end when the twelve months on file do, not on the day stated or assumed: \(short: last)")
    }
    return marks.isEmpty ? nil : marks.joined(.dot)
  }

  /// How the derived columns follow from figures on file.
  private var derivations: [Text] {
    var said: [Text] = []
    for period in table.periods {
      let derived = table.rows.compactMap { row in row.cells[period]?.figure.derivation }
      for derivation in derived {
        let sentence: Text = "*derived*: \(short: period) is \(derivation.rule)"
        if !said.contains(sentence) { said.append(sentence) }
      }
      if derived.contains(where: { $0.basis == .firstReported }) {
        said.append("\(short: period) is derived from figures as first reported where parts of it were restated since and others were not")
      }
    }
    return said + withheld
  }

  /// What is not derived because its parts are of two bases, each with the lines that lack it.
  private var withheld: [Text] {
    var order: [WithheldFigure] = []
    var lines: [WithheldFigure: [Text]] = [:]
    for (item, figure) in table.withheld {
      if lines[figure] == nil { order.append(figure) }
      lines[figure, default: []].append(Names(report, figures.entity).captionText(item, table.rows.first { $0.item == item }?.values ?? []))
    }
    return order.map { figure in
      "n/c: \(short: figure.period) is not derived for \((lines[figure] ?? []).joined(.comma)), since \(short: figure.restated) was restated and \(short: figure.other) is as first reported"
    }
  }

  private var sourceRows: [(caption: Text, places: [Place])] {
    table.rows.map { row in
      let originals = table.periods.compactMap { report.accounts.index.original(figures.entity, row.item, $0)?.provenance.place }
      return (
        Names(report, figures.entity).caption(row.item, row.values), row.cells.values.flatMap(\.figure.places) + (isActual ? originals : [])
      )
    }
  }
}
