import DelimitedText

/// How a statement's file is laid out: one table, or several below each other.
struct StatementLayout: Sendable {
  /// From the top.
  var blocks: [StatementBlock]
}

/// One table of a statement: its lines, its series of figures, and what the words above say.
///
/// Wide: a record is a line, a field is a series. Transposed: the other way round. What follows does not ask which.
struct StatementBlock: Sendable {
  enum Orientation: Sendable {
    case wide, transposed
  }

  /// A series of figures of one date or period: a column, or a record where the table is transposed.
  struct Series: Sendable {
    /// Field or record index from 0.
    let index: Int
    /// What its heading says.
    var reading: PeriodReading
    /// The heading's cell.
    let place: Place
    /// The heading as written.
    let heading: String
    var unit: MoneyUnit?
    var entity: Said<String>?
    var basis: Basis?
    var scenario: String?
    /// What had to be assumed to read the heading.
    var assumption: Text?
  }

  /// What the cells of units beside one figure say: a currency, a scale or both.
  struct UnitOfSeries: Sendable {
    let currency: Currency?
    var exponent: Int?
  }

  /// A line item's figures: a record, or a column where the table is transposed.
  struct Line: Sendable {
    /// Record or field index from 0.
    let index: Int
    /// The words beside the figures, without blanks around.
    let label: String
    let place: Place
    /// What the line's cells of units, or words beside the label, say.
    var unit: MoneyUnit?
    /// The currency that the line's cells give without a scale.
    var currency: Currency?
    /// Whether its cells of units say anything, be it only `元`.
    var givesUnit = false
    /// Whether it gives no unit where other lines of the table do.
    var lacksUnit = false
    /// Whether its figures count something that is no money: shares, people.
    var isCounted = false
    var entity: Said<String>?
    /// What a column of sections says.
    var section: String?
    /// Whether its unit is the per cent.
    var isPercent = false
    /// What the cells of units of each series say, where each series has a column of them of its own; by the series' place in the table.
    var ofSeries: [UnitOfSeries?] = []
  }

  /// A column or record that heads figures and is no series, with the reason.
  struct Aside: Sendable {
    let heading: String
    let place: Place
    let reason: Text
    /// Whether figures are left out that somebody may miss.
    let isDoubtful: Bool
    /// Whether a reader should know of it all the same.
    var isSaid = false
    /// What would mend it, where that is not a date in its heading.
    var remedy: Text?
    /// Whether it has a date or period of its own, and every cell below it is empty.
    var isEmpty = false
  }

  var preamble: Preamble
  let orientation: Orientation
  /// The line of the file on which the headings stand.
  let headerLineNumber: Int
  var series: [Series]
  var lines: [Line]
  var asides: [Aside] = []
  /// Cells beside the figures that cannot be read: units.
  var refusals: [Rejection] = []
  /// What a person should look at in the cells beside the figures.
  var doubts: [Finding] = []

  /// The cell of a line in a series.
  func cell(_ line: Int, _ series: Int) -> (record: Int, field: Int) {
    switch orientation {
    case .wide: (lines[line].index, self.series[series].index)
    case .transposed: (self.series[series].index, lines[line].index)
    }
  }
}

extension StatementLayout {
  /// How far below the start, or below a table's end, the head of a table is looked for.
  static let searchDepth = 60

  /// The tables of a statement, or nil where no record heads figures with dates or periods.
  static func find(in table: Table, fileIndex: Int, catalogue: LineItemCatalogue) throws(Rejection) -> StatementLayout? {
    let scan = TableScan(table: table, fileIndex: fileIndex, catalogue: catalogue)
    var blocks: [StatementBlock] = []
    var preamble = Preamble()
    var start = 0
    while start < table.recordCount {
      if table[start].isBlank {
        start += 1
        continue
      }
      guard let head = scan.nextHead(from: start, preamble: preamble) else { break }
      for index in start..<head.top { preamble.readAgain(table[index], fileIndex: fileIndex, isFirst: blocks.isEmpty) }
      let found: (blocks: [StatementBlock], end: Int)
      switch head.kind {
      case .wide: found = try WideTable(scan: scan, head: head, preamble: preamble).blocks()
      case .transposed: found = try TransposedTable(scan: scan, head: head, preamble: preamble).blocks()
      }
      blocks += found.blocks
      preamble = found.blocks.last?.preamble ?? preamble
      start = max(found.end, head.bottom + 1, start + 1)
    }
    return blocks.isEmpty ? nil : StatementLayout(blocks: blocks)
  }
}

extension Preamble {
  /// Reads a record between two tables: what it says holds for the table below it, instead of what was said before.
  mutating func readAgain(_ record: Table.Record, fileIndex: Int, isFirst: Bool) {
    if isFirst {
      read(record, fileIndex: fileIndex)
      return
    }
    guard !record.isBlank else { return }
    var below = Preamble()
    below.read(record, fileIndex: fileIndex)
    entity = below.entity ?? entity
    basis = below.basis ?? basis
    gaap = below.gaap ?? gaap
    isAudited = below.isAudited ?? isAudited
    unit = below.unit ?? unit
    currency = below.currency ?? currency
    unreadUnits = below.unreadUnits
    // The title of the table above said it of that table alone.
    if let said = scenario, said.value == Fact.restated, said.isWeak, record.hasTitle { scenario = nil }
    scenario = below.scenario ?? scenario
    periods = below.periods ?? periods
    period = below.period ?? period
    // Words between two tables are footnotes or titles more often than names: only a known name counts there.
    entityCandidates = below.entityCandidates.map { Said(value: $0.value, place: $0.place, isWeak: true) } + entityCandidates
  }
}

extension Table.Record {
  /// Whether a cell only names the statement below it.
  fileprivate var hasTitle: Bool { (0..<fieldCount).contains { !isEmpty($0) && BasisWords.isTitle(text($0)) } }
}
