/// A statement's rows over its dates or periods, each beside its comparative.
///
/// Up to three columns of figures have the change beside each; more have it for the last alone, so that the table stays readable.
struct ComparisonTable {
  private let report: GroupReport
  private let display: Display
  private let periods: [Period]
  private let rows: [(item: ItemID, comparisons: [Comparison])]

  init(_ report: GroupReport, _ display: Display, periods: [Period], rows: [(ItemID, [Comparison])]) {
    self.report = report
    self.display = display
    self.periods = periods
    self.rows = rows.map { (item: $0.0, comparisons: $0.1) }
  }

  /// Writes the table, its key, and what the result is per month where lengths differ.
  func write(_ page: inout Markdown, perMonth: ItemID?) {
    var headings = [Text.unit(display.unit)]
    for period in periods {
      headings.append(Text.period(period, short: true))
      if showsChange(period) { headings += ["Change", "%"] }
    }
    var lines = rows.map { row in line(row) }
    let lengths = Set(periods.map(\.wholeMonths))
    if let perMonth, lengths.count > 1, let row = rows.first(where: { $0.item == perMonth }) { lines.append(perMonthLine(row)) }
    page.table(headings, alignedRight: headings.indices.map { $0 > 0 }, rows: lines)
    let key = keyLine
    if let key { page.paragraph(key) }
    page.paragraph("Sources: \(rows.map(sourceOf).joined(.dot))")
  }

  private func showsChange(_ period: Period) -> Bool {
    guard let index = periods.firstIndex(of: period), index > 0 else { return false }
    return periods.count <= 3 || index == periods.count - 1
  }

  private func line(_ row: (item: ItemID, comparisons: [Comparison])) -> [Text] {
    let item = report.accounts.catalogue[row.item]
    var cells = [label(item, row.comparisons.map(\.current.value))]
    for period in periods {
      let comparison = row.comparisons.first { $0.current.period == period }
      cells.append(comparison.map { report.money($0.current.value, display) } ?? "")
      if showsChange(period) { cells += change(comparison) }
    }
    return cells
  }

  private func label(_ item: LineItem, _ values: [Amount]) -> Text {
    item.statement == .unknown ? Text.words(item.english) : Caption.of(item, values)
  }

  private func change(_ comparison: Comparison?) -> [Text] {
    guard let comparison else { return ["", ""] }
    switch comparison.outcome {
    case .compared(let change, let percent, let note):
      if let percent { return [report.money(change, display), .printed(Figures.changePercent(percent))] }
      switch note {
      case .signChange, .tooLarge, nil: return [report.money(change, display), "n.m."]
      case .nilBase: return [report.money(change, display), "n/a"]
      case .bothNil: return ["-", "-"]
      }
    case .notComparable: return ["n/c", "n/c"]
    case .noPrior: return ["", ""]
    }
  }

  /// The result by the month, a labelled derivation: what can be said of periods of different length.
  private func perMonthLine(_ row: (item: ItemID, comparisons: [Comparison])) -> [Text] {
    let item = report.accounts.catalogue[row.item]
    var cells: [Text] = ["*\(Caption.of(item, row.comparisons.map(\.current.value))) per month (derived)*"]
    for period in periods {
      let value = row.comparisons.first { $0.current.period == period }?.current.value
      // Rounded once, to what is shown.
      let monthly = period.wholeMonths.flatMap { months in value.flatMap { Amount($0.ratio / Ratio(months), roundedTo: display.decimals) } }
      cells.append(monthly.map { "*\(report.money($0, display))*" as Text } ?? "")
      if showsChange(period) { cells += ["", ""] }
    }
    return cells
  }

  /// Explains the marks that the table uses.
  private var keyLine: Text? {
    let shown = rows.flatMap { $0.comparisons.filter { showsChange($0.current.period) } }
    var marks: [Text] = []
    if shown.contains(where: { if case .compared(_, nil, .signChange?) = $0.outcome { true } else { false } })
      || shown.contains(where: { if case .compared(_, nil, .tooLarge?) = $0.outcome { true } else { false } })
    {
      marks.append("n.m.: not meaningful (sign change, or 1,000 % and more)")
    }
    if shown.contains(where: { if case .compared(_, nil, .nilBase?) = $0.outcome { true } else { false } }) {
      marks.append("n/a: the comparative is nil")
    }
    let reasons = shown.compactMap { comparison -> Text? in
      if case .notComparable(let reason) = comparison.outcome { return reason }
      return nil
    }
    if let first = reasons.first { marks.append("n/c: not compared, \(first)") }
    return marks.isEmpty ? nil : marks.joined(.dot)
  }

  /// The cells of a row: `Net assets net-assets.csv line 4`.
  private func sourceOf(_ row: (item: ItemID, comparisons: [Comparison])) -> Text {
    let item = report.accounts.catalogue[row.item]
    let places = row.comparisons.compactMap { $0.current.provenance.place }
    let lines = Set(places.map { Place(fileIndex: Int($0.fileIndex), lineNumber: Int($0.lineNumber)) }).sorted()
    let addresses = lines.map { Text.words(report.accounts.shortAddress(of: $0)) }
    return "\(label(item, row.comparisons.map(\.current.value))) \(addresses.joined(.comma))"
  }
}
