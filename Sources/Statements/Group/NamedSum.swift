import DelimitedText

/// What a statement's own words say of a row as a sum: `Total X` below a heading `X`, or a level of the result below the level before.
///
/// Gross profit, operating profit, profit before and after tax and total comprehensive income follow one another: each is the one before
/// with the lines in between.
struct NamedSum {
  /// A row with figures above, that no sum has taken in.
  struct Row {
    let number: Int32
    let item: ItemID
    let label: String
    /// Whether it is a sum itself, which its parts made up.
    let isSum: Bool
  }

  private let label: String
  private let item: ItemID?
  private let above: [Row]
  private let row: Int32
  private let catalogue: LineItemCatalogue
  private let headings: StatementHeadings

  /// A row below others.
  init(
    label: String, item: ItemID, above: [Row], row: Int32, _ catalogue: LineItemCatalogue, _ headings: StatementHeadings
  ) {
    (self.label, self.item, self.above, self.row) = (label, item, above, row)
    (self.catalogue, self.headings) = (catalogue, headings)
  }

  /// A row of which only the name counts.
  init(label: String, _ catalogue: LineItemCatalogue) {
    (self.label, item, above, row, headings) = (label, nil, [], 0, StatementHeadings())
    self.catalogue = catalogue
  }

  private static let totals = ["total", "subtotal", "合计", "总计", "小计", "总额"]
  private static let levels = [
    "gross-profit", "operating-profit", "profit-before-tax", "profit-from-continuing-operations", "profit-after-tax",
    "total-comprehensive-income",
  ]
  /// Lines that stand among others and are none of the parts: shares in the result above, and what is in another line already.
  private static let besides = [
    "profit-attributable-to-owners", "profit-attributable-to-nci", "total-comprehensive-income-attributable-to-owners",
    "total-comprehensive-income-attributable-to-nci", "ebit", "ebitda", "operating-profit-before-impairment",
  ]
  private static let inOther = ["of which", "including", "thereof", "less", "其中", "减"]

  /// Whether its label speaks of a total.
  func namesATotal() -> Bool {
    let key = catalogue.key(label)
    return key.hasPrefix("net ") || NamedSum.isTotal(key)
  }

  private static func isTotal(_ key: String) -> Bool {
    totals.contains { $0.utf8.allSatisfy { $0 < 0x80 } ? key.containsPhrase($0) : key.contains($0) }
  }

  /// How many of the rows above its words name as its parts; nil where they name none.
  func count() -> Int? {
    guard let item, above.count >= 2 else { return nil }
    let levels = NamedSum.levels.compactMap { catalogue.find(id: $0) }
    if let level = levels.firstIndex(of: item) {
      guard let from = above.lastIndex(where: { row in levels.firstIndex(of: row.item).map { $0 < level } ?? false }) else { return nil }
      let besides = NamedSum.besides.compactMap { catalogue.find(id: $0) }
      return above[from...].contains { besides.contains($0.item) } ? nil : above.count - from
    }
    guard headings.hasWords else { return nil }
    let key = catalogue.key(label)
    guard NamedSum.isTotal(key) else { return nil }
    let words = NamedSum.totals.reduce(" " + key + " ") {
      $0.replacing($1.utf8.allSatisfy { $0 < 0x80 } ? " \($1) " : $1, with: " ")
    }.split(separator: " ").joined(separator: " ")
    guard !words.isEmpty, let heading = headings.last(above: row, named: words) else { return nil }
    return above.count { $0.number > heading }
  }

  /// Whether nothing among those rows makes it doubtful that all of them are its parts, once each.
  func isStrict(_ count: Int) -> Bool {
    let levels = NamedSum.levels.compactMap { catalogue.find(id: $0) }
    let isLevel = item.map { levels.contains($0) } ?? false
    return above.suffix(count).enumerated().allSatisfy { index, row in
      let key = catalogue.key(row.label)
      if NamedSum.inOther.contains(where: { key.hasPrefix($0) }) { return false }
      // A line that no table knows may be a cost that is printed as income.
      if isLevel { return catalogue[row.item].statement != .unknown && (index == 0 || row.isSum || catalogue[row.item].sums.isEmpty) }
      return row.isSum || (catalogue[row.item].sums.isEmpty && !NamedSum.isTotal(key))
    }
  }
}

/// The lines of a statement that hold words and no figure, and its blank lines: what parts its rows into sections.
struct StatementHeadings {
  /// Each with the key of its words; that of a blank line is empty.
  private var lines: [(number: Int32, key: String)] = []

  /// More lines than this are no statement that a person parts into sections.
  private static let mostLines = 5_000

  /// None.
  init() {}

  /// Those of a file, `figureLines` being the lines with figures.
  init(_ source: Source, figureLines: Set<Int32>, _ catalogue: LineItemCatalogue) {
    guard let table = source.table, table.recordCount <= StatementHeadings.mostLines else { return }
    for index in 0..<table.recordCount {
      let record = table[index]
      let number = Int32(clamping: record.lineNumber)
      guard !figureLines.contains(number) else { continue }
      let words = (0..<record.fieldCount).first { !record.isEmpty($0) }.map { record.text($0) } ?? ""
      lines.append((number, words.utf8.count > 120 ? "" : catalogue.key(words)))
    }
  }

  /// Whether there are words at all.
  var hasWords: Bool { lines.contains { !$0.key.isEmpty } }

  /// Whether a blank line or a heading stands between two lines.
  func isBroken(between first: Int32, and second: Int32) -> Bool {
    second > first + 1 && lines.contains { first < $0.number && $0.number < second }
  }

  /// The lowest heading above a line that has these words.
  func last(above line: Int32, named key: String) -> Int32? {
    lines.last { $0.number < line && $0.key == key }?.number
  }
}
