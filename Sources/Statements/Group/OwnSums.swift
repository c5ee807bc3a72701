import DelimitedText

/// The sums that a statement's own rows show: a row that is the rows above it, or else below it, whatever it is called.
///
/// A row is taken for a sum of the rows beside it where that holds in at least half of the columns that have all of their figures, and
/// where chance cannot have made it so: each column in which it holds with a figure of its own makes an accident less likely by the
/// figure's size in steps of what rounding allows. Fewer odds are asked of a label that speaks of a total, and of a row below all the rows
/// of its section, of which there is only one sum to try. Where the statement's own words name the sum (`NamedSum`), one column that holds
/// is enough, or there being one column only. So it is below assets for a total of assets, and below liabilities for one of liabilities, where
/// one column holds. Rows that are summed already count with their sum only. Rows of per-share figures and
/// percentages are passed over.
///
/// What one column proves is then demanded of the others (`subtotal`), and helps to find the figure that is wrong.
struct OwnSums: Sendable {
  /// A sum in one column.
  struct Sum: Sendable {
    /// The row that is a sum, as an index into the group's facts.
    let total: Int
    /// The rows that it is the sum of, likewise.
    let parts: [Int]
    /// In how many columns it holds.
    let holding: Int
    /// In how many columns all its figures stand.
    let columns: Int
    /// Whether the total is printed with the other sign than its parts are stored with: a total of costs under a name that no table knows.
    let isTurned: Bool
  }

  /// The sums of each entity at each date or period.
  private(set) var byColumn: [Column: [Sum]] = [:]

  struct Column: Hashable, Sendable {
    let entity: EntityID
    let period: Period
  }

  /// The odds against chance from which a row is taken for a sum of any rows beside it.
  private static let fewestOdds: Int128 = 10_000_000
  /// Those of a row that names a total, or is below all the rows of its section.
  private static let fewestOddsOfFewSums: Int128 = 10_000
  /// A sum has no more parts than this.
  private static let mostParts = 40

  /// The sums that the files of statements show, file by file on several cores.
  init(_ facts: [Fact], _ catalogue: LineItemCatalogue, _ sources: [Source]) {
    var files: [(figures: Range<Int>, source: Source)] = []
    var start = 0
    while start < facts.count {
      let file = facts[start].provenance.place?.fileIndex
      var end = start + 1
      while end < facts.count, facts[end].provenance.place?.fileIndex == file { end += 1 }
      if let file, sources.indices.contains(Int(file)), let form = sources[Int(file)].form, form.hasPrefix("statement") {
        files.append((start..<end, sources[Int(file)]))
      }
      start = end
    }
    let found = Workers.map(files.count, grain: 4) { [files] index in
      var sums = OwnSums()
      let (figures, source) = files[index]
      sums.take(facts[figures], catalogue, source, isTransposed: source.form == "statement, transposed")
      return sums.byColumn
    }
    for sums in found { byColumn.merge(sums, uniquingKeysWith: +) }
  }

  private init() {}

  /// A figure: what it is, what rounding allows to either side, and which of the facts it is.
  private struct Cell {
    let value: Amount
    let slack: Amount
    let index: Int

    /// With the other sign.
    var turned: Cell { Cell(value: -value, slack: slack, index: index) }
  }

  /// A column of a file: what stands in it, by row.
  private struct Series: Hashable {
    let number: Int32
    let entity: EntityID
    let isInstant: Bool
  }

  private mutating func take(_ facts: ArraySlice<Fact>, _ catalogue: LineItemCatalogue, _ source: Source, isTransposed: Bool) {
    var columns: [Series: [Int32: Cell]] = [:]
    var rows: [EntityKind: Set<Int32>] = [:]
    for index in facts.indices {
      let fact = facts[index]
      guard case .read(let place) = fact.provenance, catalogue[fact.item].statement != .perShare, !fact.raw.hasSuffix("%"),
        fact.isActual
      else { continue }
      let (row, number) = isTransposed ? (place.columnNumber, place.lineNumber) : (place.lineNumber, place.columnNumber)
      columns[Series(number: number, entity: fact.entity, isInstant: fact.period.isInstant), default: [:]][row] = Cell(
        value: fact.value, slack: fact.interval.tolerance, index: index)
      rows[EntityKind(entity: fact.entity, isInstant: fact.period.isInstant), default: []].insert(row)
    }
    let headings =
      isTransposed
      ? StatementHeadings() : StatementHeadings(source, figureLines: rows.values.reduce(into: []) { $0.formUnion($1) }, catalogue)
    let byKind = Dictionary(grouping: columns) { EntityKind(entity: $0.key.entity, isInstant: $0.key.isInstant) }
    for (kind, rows) in rows where rows.count >= 3 {
      let series = (byKind[kind] ?? []).sorted { $0.key.number < $1.key.number }.map(\.value)
      find(series, rows.sorted(), facts, catalogue, headings)
    }
  }

  private struct EntityKind: Hashable {
    let entity: EntityID
    let isInstant: Bool
  }

  /// Goes down the rows, keeping those that no sum has taken in yet.
  private mutating func find(
    _ series: [[Int32: Cell]], _ rows: [Int32], _ facts: ArraySlice<Fact>, _ catalogue: LineItemCatalogue, _ headings: StatementHeadings
  ) {
    var open: [NamedSum.Row] = []
    // From where on the open rows are those of one section.
    var section = 0
    for (number, row) in rows.enumerated() {
      let figures = series.map { $0[row] }
      guard let first = figures.lazy.compactMap({ $0 }).first.map({ facts[$0.index] }) else { continue }
      let named = NamedSum(label: first.label, item: first.item, above: open, row: row, catalogue, headings)
      let numbers = open.map(\.number)
      var found = parts(of: figures, numbers, series, inSection: open.count - section, named).map { (count: $0, isTurned: false) }
      if found == nil, catalogue[first.item].statement == .unknown, open.last.map({ catalogue[$0.item].sign == .negative }) ?? false {
        found = parts(of: figures.map { $0?.turned }, numbers, series, inSection: open.count - section, named).map { ($0, true) }
      }
      if let (count, isTurned) = found {
        record(row, Array(numbers.suffix(count)), series, facts, isTurned: isTurned)
        open.removeLast(count)
        open.append(NamedSum.Row(number: row, item: first.item, label: first.label, isSum: true))
        section = open.count
        continue
      }
      if number > 0, headings.isBroken(between: rows[number - 1], and: row) { section = open.count }
      open.append(NamedSum.Row(number: row, item: first.item, label: first.label, isSum: false))
    }
    findTotalsAbove(series, open.map(\.number), facts, catalogue)
  }

  /// Among the rows that no sum below has taken in, those that are the sum of the rows that follow: `Net assets`, then the capital and
  /// the reserves.
  private mutating func findTotalsAbove(
    _ series: [[Int32: Cell]], _ open: [Int32], _ facts: ArraySlice<Fact>, _ catalogue: LineItemCatalogue
  ) {
    for (index, row) in open.enumerated() {
      let figures = series.map { $0[row] }
      guard let first = figures.lazy.compactMap({ $0 }).first.map({ facts[$0.index] }) else { continue }
      let following = Array(open[(index + 1)...].prefix(OwnSums.mostParts).reversed())
      let named = NamedSum(label: first.label, catalogue)
      guard let count = parts(of: figures, following, series, inSection: 0, named) else { continue }
      record(row, Array(following.suffix(count)), series, facts, isTurned: false)
    }
  }

  /// How many of the open rows make up a row; nil where none do.
  private func parts(of totals: [Cell?], _ open: [Int32], _ series: [[Int32: Cell]], inSection: Int, _ named: NamedSum) -> Int? {
    guard open.count >= 2 else { return nil }
    // Where no one of three columns shows a sum, it is none; they spare the others.
    let probes = totals.indices.filter { (totals[$0]?.value.sign ?? 0) != 0 }.prefix(3)
    var best: (odds: Int128, count: Int)?
    var counts: Set<Int> = []
    for column in probes {
      guard let total = totals[column] else { continue }
      var sum = Amount.zero
      var slack = total.slack
      for (number, part) in open.reversed().prefix(OwnSums.mostParts).enumerated() {
        if let cell = series[column][part] {
          sum += cell.value
          slack += cell.slack
        }
        if number >= 1, (total.value - sum).magnitude <= slack { counts.insert(number + 1) }
      }
    }
    for count in counts.sorted() {
      let shown = shown(totals, Array(open.suffix(count)), series)
      guard shown.odds > best?.odds ?? 0, shown.holds else { continue }
      best = (shown.odds, count)
    }
    if let best, best.odds >= OwnSums.fewestOdds { return best.count }
    if let count = named.count(), (2...OwnSums.mostParts).contains(count), count <= open.count {
      let shown = shown(totals, Array(open.suffix(count)), series)
      // One column that holds proves what the words say; one column that does not, and there is no other, has the words alone.
      if shown.holding > 0 ? shown.odds >= 10 : shown.failing == 1 && named.isStrict(count) { return count }
    }
    if let count = named.countOfSide(), count <= OwnSums.mostParts {
      let shown = shown(totals, Array(open.suffix(count)), series)
      if shown.holds, shown.holding > 0, shown.odds >= 10 { return count }
    }
    guard let best, best.odds >= OwnSums.fewestOddsOfFewSums else { return nil }
    return best.count == inSection || named.namesATotal() ? best.count : nil
  }

  /// How far columns show that rows make up a total.
  private struct Shown {
    /// How unlikely it is that they do by chance.
    var odds: Int128 = 1
    var holding = 0
    var failing = 0
    /// Whether they do in half of the columns, or two that do not have had their figures exchanged.
    var holds = false
  }

  private func shown(_ totals: [Cell?], _ parts: [Int32], _ series: [[Int32: Cell]]) -> Shown {
    var shown = Shown()
    var failing: [Amount] = []
    var tolerance = Amount.zero
    var seen: Set<Amount> = []
    for (column, total) in totals.enumerated() {
      guard let total, let cells = OwnSums.cells(parts, series[column]) else { continue }
      let slack = cells.reduce(total.slack) { $0 + $1.slack }
      let sum = cells.reduce(Amount.zero) { $0 + $1.value }
      guard (total.value - sum).magnitude <= slack else {
        failing.append(total.value - sum)
        tolerance += slack
        continue
      }
      shown.holding += 1
      // A nil row under nil rows, or one that repeats its only part, shows nothing.
      guard cells.count(where: { $0.value.sign != 0 }) >= 2, seen.insert(total.value.magnitude).inserted else { continue }
      shown.odds = OwnSums.times(shown.odds, total.value.magnitude, in: slack)
    }
    shown.failing = failing.count
    // Two columns that are out by one amount, one up and one down, have had their figures exchanged.
    let isExchange = failing.count == 2 && shown.holding > 0 && (failing[0] + failing[1]).magnitude <= tolerance
    if isExchange {
      shown.odds = OwnSums.times(shown.odds, failing[0].magnitude, in: tolerance)
    }
    shown.holds = shown.holding >= (isExchange ? 1 : failing.count)
    return shown
  }

  /// The odds, times an amount in steps of what rounding allows to either side; as high as can be needed at most.
  private static func times(_ odds: Int128, _ amount: Amount, in slack: Amount) -> Int128 {
    let most: Int128 = 1_000_000_000
    return min(odds * max(min(amount.atoms / max(2 * slack.atoms, 1), most), 1), most * most)
  }

  /// The figures of rows in a column; nil where one is not given.
  private static func cells(_ rows: [Int32], _ column: [Int32: Cell]) -> [Cell]? {
    var cells: [Cell] = []
    cells.reserveCapacity(rows.count)
    for row in rows {
      guard let cell = column[row] else { return nil }
      cells.append(cell)
    }
    return cells
  }

  private mutating func record(
    _ row: Int32, _ parts: [Int32], _ series: [[Int32: Cell]], _ facts: ArraySlice<Fact>, isTurned: Bool
  ) {
    var found: [(total: Int, parts: [Int], holds: Bool)] = []
    for column in series {
      guard let figure = column[row], let cells = OwnSums.cells(parts, column) else { continue }
      let total = isTurned ? figure.turned : figure
      let slack = cells.reduce(total.slack) { $0 + $1.slack }
      let sum = cells.reduce(Amount.zero) { $0 + $1.value }
      found.append((total.index, cells.map(\.index), (total.value - sum).magnitude <= slack))
    }
    let holding = found.count { $0.holds }
    for sum in found {
      let total = facts[sum.total]
      byColumn[Column(entity: total.entity, period: total.period), default: []].append(
        Sum(total: sum.total, parts: sum.parts, holding: holding, columns: found.count, isTurned: isTurned))
    }
  }
}
