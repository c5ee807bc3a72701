import DelimitedText

/// Which columns of a wide table give the units or the currencies of its lines, and what they say of each.
extension WideTable {
  /// The fields of units, as seen from one column of labels.
  struct UnitFields {
    /// From the left.
    let fields: [Int]
    /// Those headed as currencies.
    let currencies: Set<Int>
    /// What their own headings say, `USD` over `'000`.
    let heading: MoneyUnit?

    init(_ columns: [Column], except label: Int) {
      let own = columns.filter { $0.isOfUnits && $0.field != label }
      fields = own.map(\.field)
      currencies = Set(own.filter { $0.role == .currency }.map(\.field))
      let said = own.compactMap { UnitReader.whole($0.text) }
      heading =
        said.isEmpty ? nil : MoneyUnit(currency: said.compactMap(\.currency).first, exponent: said.map(\.exponent).first { $0 != 0 } ?? 0)
    }
  }

  /// The fields of units of each series, where each has one beside it, to its left or to its right; nil where they are of whole lines.
  static func unitsOfSeries(_ units: UnitFields, _ series: [StatementBlock.Series]) -> [[Int]]? {
    guard units.fields.count >= series.count, series.count > 1 else { return nil }
    let ends = series.map(\.index).sorted()
    guard ends == series.map(\.index) else { return nil }
    let left = ends.indices.map { at in units.fields.filter { $0 < ends[at] && (at == 0 || $0 > ends[at - 1]) } }
    if left.allSatisfy({ !$0.isEmpty }), !units.fields.contains(where: { $0 > ends[ends.count - 1] }) { return left }
    let right = ends.indices.map { at in units.fields.filter { $0 > ends[at] && (at == ends.count - 1 || $0 < ends[at + 1]) } }
    return right.allSatisfy({ !$0.isEmpty }) && !units.fields.contains(where: { $0 < ends[0] }) ? right : nil
  }

  /// Marks the columns whose cells are units: those headed so, those with no heading or a unit for one, and others that hold nothing else.
  func findUnits(_ columns: inout [Column], end: Int) {
    let records = head.bottom + 1..<max(min(end, head.bottom + 81), head.bottom + 1)
    for index in columns.indices {
      let column = columns[index]
      if column.role == .unit || column.role == .currency {
        columns[index].isOfUnits = true
        continue
      }
      let isBare = column.text.isEmpty || UnitReader.whole(column.text) != nil
      guard column.role == nil, column.words + column.figures > 0, isBare || !column.heading.saysTime else { continue }
      var (money, other, none) = (0, 0, 0)
      for record in records where !table[record].isEmpty(column.field) {
        // `000` is a scale, and every other number a figure.
        if scan.kind(table[record], column.field) == .number, table[record].text(column.field).contains(where: { ("1"..."9").contains($0) })
        {
          none += 2
          continue
        }
        switch UnitCell(table[record].text(column.field)) {
        case .money: money += 1
        case .percent, .counted: other += 1
        case nil: none += 1
        }
      }
      guard money > 0, isBare ? money + other > none : none == 0 else { continue }
      columns[index].isOfUnits = true
      // What a row of headings above spans is said of the figures beside it.
      columns[index].heading = Heading([column.text].filter { !$0.isEmpty })
    }
  }

  /// What is open about the unit of a table's figures.
  func unitDoubts(
    _ lines: [StatementBlock.Line], _ columns: [Column], _ said: Preamble, _ series: [StatementBlock.Series]
  ) -> [Finding] {
    scaleDoubts(lines, columns, said) + headingDoubts(lines, said, series)
  }

  /// Says where some headings give a unit and another none, as one has that lost it: its figures may be of either. Of a row that holds units alone,
  /// one cell counts for the columns to its right.
  private func headingDoubts(_ lines: [StatementBlock.Line], _ said: Preamble, _ series: [StatementBlock.Series]) -> [Finding] {
    guard said.unit == nil, let bare = series.first(where: { $0.unit == nil }),
      let other = series.first(where: { $0.unit?.exponent ?? 0 != 0 }),
      let unit = other.unit, lines.contains(where: { $0.unit == nil && !$0.isPercent && !$0.isCounted && $0.ofSeries.isEmpty })
    else { return [] }
    return [
      Finding(
        .warning, "unit-assumed",
        "no unit stands over the figures of column \(bare.index + 1), \(quoted: bare.heading), and \(code: unit) over those of column \(other.index + 1): the former are taken as they stand, in units of currency",
        place: bare.place, expected: "one unit for all columns", actual: bare.heading,
        remedy: "write the unit over each column, or on a line above the table where it is that of all")
    ]
  }

  /// Says where a column of units names a currency alone and the table a scale of it: the figures may be of either.
  private func scaleDoubts(_ lines: [StatementBlock.Line], _ columns: [Column], _ said: Preamble) -> [Finding] {
    guard let unit = said.unit, unit.value.exponent != 0, let column = columns.first(where: { $0.role == .unit }),
      let line = lines.first(where: { $0.givesUnit && $0.currency != nil && $0.unit == nil })
    else { return [] }
    let record = table[line.index]
    return [
      Finding(
        .warning, "unit-assumed",
        "the column \(quoted: column.text) says \(quoted: Cell.trimmed(record, column.field)), and the table \(code: unit.value): the figures are taken as \(code: unit.value)",
        place: Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: column.field + 1),
        actual: Cell.trimmed(record, column.field),
        remedy: "write the unit with its scale into the column, or take the unit above the table out")
    ]
  }

  /// Completes what the cells of units leave open: by the headings of their columns, and where the lines of one column differ.
  func settleUnits(_ lines: inout [StatementBlock.Line], _ units: UnitFields, _ said: Preamble, _ series: [StatementBlock.Series]) {
    guard !units.fields.isEmpty else { return }
    if let first = lines.first(where: { $0.ofSeries.contains { $0 != nil } }), !first.ofSeries.isEmpty {
      // `RMB` beside `RMB'000` says that it is not thousands; where no cell gives a scale, it is that of the table.
      let hasScale = lines.contains { $0.ofSeries.contains { ($0?.exponent ?? 0) != 0 } }
      for index in lines.indices {
        lines[index].unit = nil
        for series in lines[index].ofSeries.indices where hasScale && lines[index].ofSeries[series]?.exponent == nil {
          lines[index].ofSeries[series]?.exponent = 0
        }
        lines[index].lacksUnit = lines[index].ofSeries.contains { $0 == nil } && lines[index].ofSeries.contains { $0 != nil }
      }
      return
    }
    let hasScale = lines.contains { $0.unit != nil && !$0.isCounted && $0.unit?.exponent != 0 }
    let isScaledElsewhere = (said.unit?.value.exponent ?? 0) != 0 || series.contains { ($0.unit?.exponent ?? 0) != 0 }
    for index in lines.indices where !lines[index].isPercent && !lines[index].isCounted {
      if lines[index].unit == nil, let heading = units.heading, heading.exponent != 0 {
        lines[index].unit = MoneyUnit(currency: nil, exponent: heading.exponent)
      }
      if lines[index].unit == nil, hasScale {
        if lines[index].givesUnit {
          // `RMB` below `RMB'000` in one column says that it is not thousands.
          lines[index].unit = MoneyUnit(currency: nil, exponent: 0)
        } else if !isScaledElsewhere {
          lines[index].lacksUnit = true
        }
      }
      lines[index].currency = lines[index].currency ?? units.heading?.currency
    }
  }
}

extension StatementBlock.Line {
  /// Takes what the cells of units of its record say; what they cannot be read for is refused where the line has figures.
  mutating func take(_ said: UnitOfRecord, _ hasFigures: Bool, _ refusals: inout [Rejection]) {
    if hasFigures { refusals += said.refusals }
    isPercent = said.isPercent
    isCounted = said.isCounted
    currency = said.currency
    givesUnit = said.isGiven
    unit = said.exponent.map { MoneyUnit(currency: nil, exponent: $0) }
  }
}
