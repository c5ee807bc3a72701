import DelimitedText

/// The figures of one table as numbers: every cell read once, and again only where the decimal mark of its column is a comma.
struct FigureGrid {
  /// What a cell holds.
  enum Cell {
    case none
    case number(AmountReading.Number)
    /// Words where a figure should be.
    case words
    case tooManyDigits
  }

  let lineCount: Int
  let seriesCount: Int
  private var cells: [Cell]
  /// What had to be assumed of the separators, at the cell that leaves it open.
  private(set) var assumptions: [Finding] = []
  /// Separators that contradict each other.
  private(set) var refusals: [Rejection] = []

  subscript(line: Int, series: Int) -> Cell {
    cells[line * seriesCount + series]
  }

  /// The number of a cell.
  func number(_ line: Int, _ series: Int) -> AmountReading.Number? {
    if case .number(let number) = self[line, series] { return number }
    return nil
  }

  /// Whether a line has a figure.
  func hasFigures(_ line: Int) -> Bool {
    for series in 0..<seriesCount {
      switch self[line, series] {
      case .number, .tooManyDigits: return true
      case .none, .words: continue
      }
    }
    return false
  }

  /// Reads all cells of a block.
  init(_ block: StatementBlock, _ table: Table, fileIndex: Int) {
    let (lineCount, seriesCount) = (block.lines.count, block.series.count)
    self.lineCount = lineCount
    self.seriesCount = seriesCount
    var readings: [AmountReading] = []
    readings.reserveCapacity(lineCount * seriesCount)
    for line in 0..<lineCount {
      for series in 0..<seriesCount {
        let (record, field) = block.cell(line, series)
        readings.append(table[record].withBytes(field) { AmountReader.read($0) })
      }
    }
    let place = { (index: Int) in
      let (record, field) = block.cell(index / seriesCount, index % seriesCount)
      return (
        text: Statements.Cell.trimmed(table[record], field),
        place: Place(fileIndex: fileIndex, lineNumber: table[record].lineNumber, columnNumber: field + 1)
      )
    }
    // The mark is settled for each column of the file, which is a series or, in a transposed table, a line.
    let columnCount = block.orientation == .wide ? seriesCount : lineCount
    let column = { (index: Int) in block.orientation == .wide ? index % seriesCount : index / seriesCount }
    let marks = DecimalMarks(
      readings, columnCount: columnCount, column: column, isSemicolonFile: table.dialect.delimiter == UInt8(ascii: ";"),
      currency: { DecimalMarkProof.currencyWithoutThousandths(block, series: block.orientation == .wide ? $0 : nil) }, cell: place)
    assumptions = marks.assumptions
    refusals = marks.refusals
    if let doubt = LoneLakhs.finding(readings, isOfLakhs: LoneLakhs.isOfLakhs(block, table), cell: place) { assumptions.append(doubt) }
    cells = []
    cells.reserveCapacity(readings.count)
    for index in readings.indices {
      switch readings[index] {
      case .empty, .notAvailable: cells.append(.none)
      case .number(let number): cells.append(.number(number))
      case .open(let grouped, let decimal):
        let isGrouped = (grouped.separators.grouping == .comma) == (marks[column(index)] == .point)
        cells.append(.number(isGrouped ? grouped : decimal))
      case .notANumber: cells.append(.words)
      case .tooManyDigits: cells.append(.tooManyDigits)
      }
    }
  }
}
