/// The statements of an entity's page: positions, results by kind of period, what stands beside a budget, and separate accounts.
struct StatementSections {
  private let report: GroupReport
  private let display: Display
  private let figures: FigureSet

  init(_ report: GroupReport, _ display: Display, _ figures: FigureSet) {
    self.report = report
    self.display = display
    self.figures = figures
  }

  /// Writes them in their order.
  func write(_ page: inout Markdown) {
    write(&page, figures, level: 2, isActual: true)
    for further in report.accounts.furtherFigures(of: figures.entity, upTo: figures.latestResult.map { [$0] } ?? []) {
      if further.scenario != Fact.actual, !further.basis.isSeparate {
        AgainstScenario(report, display, actual: figures, further.figures, further.scenario).write(&page)
      } else {
        let title: Text = further.scenario == Fact.actual ? "Separate accounts" : "Separate accounts, \(code: further.scenario)"
        page.heading(2, title)
        write(&page, further.figures, level: 3, isActual: false)
      }
    }
  }

  private func write(_ page: inout Markdown, _ figures: FigureSet, level: Int, isActual: Bool) {
    let tables = figures.tables
    if let positions = tables.first(where: { $0.family == .positions }) {
      page.heading(level, "Financial position")
      ComparisonTable(report, display, figures, positions, isActual: isActual).write(&page)
    }
    let results = tables.filter { $0.family != .positions }
    guard !results.isEmpty else { return }
    page.heading(level, "Results")
    for table in results {
      if results.count > 1 { page.heading(level + 1, title(table.family)) }
      let perMonth = table.family == .cumulative ? StatementSections.lineByMonth(table, report.accounts) : nil
      ComparisonTable(report, display, figures, table, isActual: isActual).write(&page, perMonth: perMonth)
    }
  }

  private func title(_ family: PeriodTable.Family) -> Text {
    switch family {
    case .positions: "Financial position"
    case .cumulative: "Financial years and years to date"
    case .halves: "Half-years"
    case .quarters: "Quarters"
    case .months: "Months"
    case .lastTwelveMonths: "Last twelve months"
    case .stretches: "Other stretches"
    }
  }

  /// The result that is shown by the month: after tax, else before tax, else the revenue.
  static func lineByMonth(_ table: PeriodTable, _ accounts: GroupAccounts) -> ItemID? {
    let items = accounts.items
    return [items.profitAfterTax, items.profitBeforeTax, items.revenue].first { item in table.rows.contains { $0.item == item } }
  }
}
