import DelimitedText

/// A line of a table whose item is known.
struct ResolvedLine {
  /// Index into the table's lines.
  let line: Int
  var item: ItemID
  var meaning: LabelMemory.Meaning
  /// The section in which it stands.
  var side: LineContext.Side?
  var isCurrent: Bool?

  /// Whether it is a liability: its item is one, or its label is not known and stands among them.
  func isLiability(_ item: LineItem) -> Bool {
    LedgerSide.liabilities.contains(item.id) || (item.statement == .unknown && side == .liabilities && !meaning.isNoMoney)
  }

  /// Whether it is an asset or a total of assets, likewise; what is left of assets after liabilities is none.
  func isAsset(_ item: LineItem) -> Bool {
    (LedgerSide.assets.contains(item.id) && !LedgerSide.assetsLessLiabilities.contains(item.id))
      || (item.statement == .unknown && side == .assets && !meaning.isNoMoney)
  }
}

/// Turns the numbers of a table into amounts in units of currency, as printed.
struct FigureReader {
  let block: StatementBlock
  let grid: FigureGrid
  let table: Table
  let fileIndex: Int

  /// One figure.
  struct Printed {
    let amount: Amount
    /// Half a unit of what is printed.
    let half: Amount
    let decimals: Int
    let currency: Currency?
    let isPercent: Bool
    /// Whether `Dr` or `Cr` stands beside it; nil where neither does.
    let isDebit: Bool?
  }

  /// The cell of a figure.
  func place(_ line: Int, _ series: Int) -> Place {
    let (record, field) = block.cell(line, series)
    return Place(fileIndex: fileIndex, lineNumber: table[record].lineNumber, columnNumber: field + 1)
  }

  /// The text of a figure.
  func text(_ line: Int, _ series: Int) -> String {
    let (record, field) = block.cell(line, series)
    return Cell.trimmed(table[record], field)
  }

  /// The figures of all lines, by series.
  mutating func printed(_ lines: [ResolvedLine], _ catalogue: LineItemCatalogue, into taken: inout Intake.TakenStatement) -> [[Printed?]] {
    // The most decimals printed in each series: how exactly its dashes for nil are meant.
    var finest = [Int](repeating: 0, count: block.series.count)
    for line in lines where !line.meaning.isNoMoney {
      for series in block.series.indices {
        guard let number = grid.number(line.line, series), !number.isPercent, !number.isNilMark else { continue }
        finest[series] = max(finest[series], -number.exponent)
      }
    }
    var all: [[Printed?]] = []
    all.reserveCapacity(lines.count)
    for line in lines {
      let isCounted = line.meaning.isNoMoney || catalogue[line.item].statement == .perShare
      var row: [Printed?] = []
      row.reserveCapacity(block.series.count)
      for series in block.series.indices {
        guard let number = number(line, series, &taken.refused) else {
          row.append(nil)
          continue
        }
        let unit = unit(line, series)
        let counted = countedFactor(line)
        let own = block.lines[line.line]
        // A cell that names its scale has it from the table no more.
        let factor =
          number.isPercent || number.scale != nil ? 0 : own.isCounted ? own.unit?.exponent ?? 0 : isCounted ? counted : unit?.exponent ?? 0
        if number.scale != nil, factor != unit?.exponent ?? 0, !isCounted { sayOwnScale(line, series, into: &taken) }
        let exponent = number.exponent + factor
        guard let amount = Amount(coefficient: number.coefficient, exponent: exponent) else {
          guard isCounted || number.isPercent else {
            taken.refused.add(tooFine(line, series))
            row.append(nil)
            continue
          }
          taken.sayOnce(
            Finding(
              .warning, "unreadable",
              "the figure \(quoted: text(line.line, series)) has more decimals than can be held exactly, and is left out",
              place: place(line.line, series), actual: text(line.line, series), remedy: "round it in the file to at most twelve decimals"))
          row.append(nil)
          continue
        }
        let decimals = number.isNilMark ? finest[series] - factor : -exponent
        row.append(
          Printed(
            amount: amount, half: Amount(coefficient: 5, exponent: -decimals - 1) ?? .zero, decimals: decimals,
            currency: number.currency ?? unit?.currency, isPercent: number.isPercent,
            isDebit: number.isCredit ? false : number.isDebit ? true : nil))
      }
      all.append(row)
    }
    return all
  }

  private func sayOwnScale(_ line: ResolvedLine, _ series: Int, into taken: inout Intake.TakenStatement) {
    taken.sayOnce(
      Finding(
        .warning, "unit-assumed",
        "the cell \(quoted: text(line.line, series)) names a scale of its own, which is taken instead of the table's unit",
        place: place(line.line, series), actual: text(line.line, series), remedy: "write all figures of the table in one unit"))
  }

  /// The power of ten of a line that counts no money.
  ///
  /// A table in thousands does not count its shares or its earnings per share in thousands. The line's own words or unit do: `Average
  /// shares (thousands)`, cents beside a figure per share.
  private func countedFactor(_ line: ResolvedLine) -> Int {
    let isPerShare = line.meaning.key.containsPhrase("per share") || line.meaning.key.containsPhrase("每股")
    let column = block.lines[line.line].unit.flatMap { $0.currency == nil ? $0.exponent : nil } ?? 0
    let own = line.meaning.unit?.exponent ?? column
    return isPerShare ? min(own, 0) : own
  }

  private func number(_ line: ResolvedLine, _ series: Int, _ refused: inout Refusals) -> AmountReading.Number? {
    switch grid[line.line, series] {
    case .none: return nil
    case .number(let number): return number
    case .words:
      refused.add(AmountWords.refusal(text(line.line, series), at: place(line.line, series)))
    case .tooManyDigits:
      refused.add(
        Rejection(
          "unreadable", "\(quoted: text(line.line, series)) has more digits than can be held exactly", place: place(line.line, series),
          found: text(line.line, series), expected: "at most 30 digits", remedy: "round the figure in the file, where that is right"))
    }
    return nil
  }

  private func tooFine(_ line: ResolvedLine, _ series: Int) -> Rejection {
    Rejection(
      "unreadable", "the figure \(quoted: text(line.line, series)) cannot be held exactly", place: place(line.line, series),
      found: text(line.line, series), expected: "below 10^18 units of currency, with at most twelve decimals",
      remedy: "round the figure in the file, where that is right")
  }

  /// The unit of a figure: its line's, else its series', else the file's; a currency that one leaves out is taken from the next.
  private func unit(_ line: ResolvedLine, _ series: Int) -> MoneyUnit? {
    let own = block.lines[line.line]
    if own.ofSeries.indices.contains(series), let said = own.ofSeries[series] {
      let beside = said.exponent.map { MoneyUnit(currency: said.currency, exponent: $0) }
      return FigureReader.unit([beside, line.meaning.unit, block.series[series].unit], block.preamble, currency: said.currency)
    }
    return FigureReader.unit([own.unit, line.meaning.unit, block.series[series].unit], block.preamble, currency: own.currency)
  }

  /// The first unit that is said, with the first currency.
  ///
  /// - Parameter currency: what a column of currencies says of the line.
  static func unit(_ own: [MoneyUnit?], _ preamble: Preamble, currency: Currency? = nil) -> MoneyUnit? {
    let said = own.compactMap { $0 } + [preamble.unit?.value].compactMap { $0 }
    guard var unit = said.first else { return currency.map { MoneyUnit(currency: $0, exponent: 0) } }
    unit.currency = currency ?? said.compactMap(\.currency).first ?? preamble.currency?.value
    return unit
  }
}
