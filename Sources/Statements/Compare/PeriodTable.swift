/// The figures of one family of periods: what may stand side by side in a table.
struct PeriodTable: Sendable {
  /// Periods that belong together. Whole years and years to date share a table, where unlike lengths are shown and not compared.
  enum Family: Int, Sendable, CaseIterable {
    case positions, cumulative, halves, quarters, months, lastTwelveMonths, stretches

    /// The family of a kind.
    init(_ kind: FigureKind) {
      switch kind {
      case .instant: self = .positions
      case .financialYear, .irregularYear, .yearToDate: self = .cumulative
      case .half: self = .halves
      case .quarter: self = .quarters
      case .month: self = .months
      case .lastTwelveMonths: self = .lastTwelveMonths
      case .stretch: self = .stretches
      }
    }
  }

  let family: Family
  /// Its dates or stretches, earliest first.
  let periods: [Period]
  /// Its lines, in the order of the statements; those that stand in ledgers alone after them, in the order that a statement has.
  let rows: [Row]
  /// What it lacks because its parts are of two bases.
  let withheld: [(item: ItemID, figure: WithheldFigure)]

  /// A line of the table.
  struct Row: Sendable {
    let item: ItemID
    /// What stands in each column.
    let cells: [Period: Cell]

    /// The values in order of their periods.
    var values: [Amount] { cells.sorted { $0.key < $1.key }.map(\.value.figure.value) }
  }

  /// A figure and its comparative.
  struct Cell: Sendable {
    let figure: ComparedFigure
    let comparison: Comparison
  }
}

extension FigureSet {
  /// Its tables: positions, then results by family; each figure stands in at least one.
  var tables: [PeriodTable] {
    let onFile = Set(rows.flatMap { $0.figures.filter { !$0.isDerived }.map(\.period) })
    let all = Set(rows.flatMap { $0.figures.map(\.period) })
    let kinds = Dictionary(uniqueKeysWithValues: all.map { ($0, FigureKind.all(of: $0, yearEnd: yearEnd)) })
    let plainKinds = Set(all.compactMap { kinds[$0].flatMap { $0.count == 1 ? $0[0] : nil } })
    let plainOnFile = Set(onFile.compactMap { kinds[$0].flatMap { $0.count == 1 ? $0[0] : nil } })
    /// The first stretch of a year is shown among the discrete ones where there are others, and among the cumulative ones where there
    /// are no others on file, or other years to date.
    func families(of period: Period) -> [PeriodTable.Family] {
      guard let own = kinds[period] else { return [] }
      guard own.count == 2 else { return own.map(PeriodTable.Family.init) }
      var families: [PeriodTable.Family] = []
      let isOnFile = onFile.contains(period)
      if !isOnFile || !plainOnFile.contains(own[1]) || plainOnFile.contains(.yearToDate) { families.append(.cumulative) }
      if plainKinds.contains(own[1]) { families.append(PeriodTable.Family(own[1])) }
      return families
    }
    var periods: [PeriodTable.Family: [Period]] = [:]
    for period in all.sorted() { for family in families(of: period) { periods[family, default: []].append(period) } }
    let shown = PeriodTable.Family.allCases.filter { periods[$0] != nil }
    // What is not derived is said below the table in which it would stand, or below the last one.
    let withheld = Dictionary(grouping: rows.flatMap { row in row.withheld.map { (item: row.item, figure: $0) } }) { withheld in
      let own = FigureKind.all(of: withheld.figure.period, yearEnd: yearEnd).map(PeriodTable.Family.init)
      return own.first(where: shown.contains) ?? shown.last
    }
    return shown.map { table($0, periods[$0] ?? [], withheld[$0] ?? []) }
  }

  private func table(_ family: PeriodTable.Family, _ periods: [Period], _ withheld: [(item: ItemID, figure: WithheldFigure)])
    -> PeriodTable
  {
    let shown = rows.compactMap { row -> (order: StatementOrder?, first: Place, row: PeriodTable.Row)? in
      var cells: [Period: PeriodTable.Cell] = [:]
      var first: Place?
      for period in periods {
        guard let figure = row.figure(period) else { continue }
        cells[period] = PeriodTable.Cell(figure: figure, comparison: comparison(of: figure, in: row))
        if first == nil { first = figure.places.first }
      }
      return cells.isEmpty ? nil : (row.order, first ?? .nowhere, PeriodTable.Row(item: row.item, cells: cells))
    }
    let sorted = shown.sorted { left, right in
      switch (left.order, right.order) {
      case (nil, nil): left.first < right.first
      case (nil, _?): true
      case (_?, nil): false
      case (let left?, let right?): left < right
      }
    }
    return PeriodTable(family: family, periods: periods, rows: sorted.map(\.row), withheld: withheld)
  }
}
