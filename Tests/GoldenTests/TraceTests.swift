import Foundation
import Statements
import Testing

/// Each figure in the tables of the samples and of the golden cases is asked for, and `tieout trace` has the way to it.
///
/// A figure of a statement's table is asked for by its entity, its line and its column, and stands in the heading of an answer. Every other
/// is asked for by its page, and stands in the way of some figure of it.
@Suite struct TraceTests {
  @Test(arguments: GoldenCase.all) func everyFigureOfATableHasItsWay(_ golden: GoldenCase) throws {
    let outcome = try golden.run(.english)
    var holes: [String] = []
    var count = 0
    for file in outcome.files where Self.isPageOfFigures(file.path) {
      let page = ShownPage(String(decoding: file.bytes, as: UTF8.self))
      let entity = file.path.contains("/entities/") ? String((file.path.split(separator: "/").last ?? "").dropLast(3)) : nil
      let known = Self.numbers(Self.answer(outcome, entity, nil, nil).flatMap { $0 })
      for table in page.tables where !table.isOfFindings {
        for (row, column, number) in table.figures {
          count += 1
          let isStatement = entity != nil && table.isOfStatement
          let isKnown =
            isStatement ? Self.isInHeading(number, row, column, of: table, outcome, entity, page.exponents) : nil
          guard isKnown ?? number.isAmong(known, page.exponents, eitherSign: entity == nil) else {
            holes.append("\(file.path): \(table.rows[row][0]) | \(table.headings[column]): \(table.rows[row][column])")
            continue
          }
        }
      }
    }
    #expect(holes == [])
    #expect(count > 0 || golden.name == "rejected-file")
  }

  private static func isPageOfFigures(_ path: String) -> Bool {
    path.hasSuffix(".md") && !path.hasSuffix("/checks.md") && !path.hasSuffix("/intake.md")
  }

  private static func answer(_ outcome: Pipeline.Outcome, _ entity: String?, _ item: String?, _ period: String?) -> [[String]] {
    if case .found(let traces) = outcome.traces(entity: entity, item: item, period: period, inputs: "") { return traces }
    return []
  }

  private static func numbers(_ lines: [String]) -> [ShownNumber] { lines.flatMap { ShownNumber.all(in: $0) } }

  /// Whether the answer about the line and column of a statement's cell has its figure in a heading; a percentage in its steps. Nil for a
  /// line that has no item of its own.
  private static func isInHeading(
    _ number: ShownNumber, _ row: Int, _ column: Int, of table: ShownTable, _ outcome: Pipeline.Outcome, _ entity: String?,
    _ exponents: Set<Int>
  ) -> Bool? {
    let caption = table.rows[row][0]
    guard !caption.hasPrefix("*"), let period = table.period(column) else { return nil }
    let item = caption.replacing("\\", with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    let traces = answer(outcome, entity, item, period)
    guard !traces.isEmpty else { return false }
    let lines = number.isPercent ? traces.flatMap { $0 } : traces.compactMap(\.first)
    return number.isAmong(numbers(lines), exponents, eitherSign: false)
  }
}

/// A page as a reader sees it: its tables, and the units that its amounts may be in.
private struct ShownPage {
  private(set) var tables: [ShownTable] = []
  /// Powers of ten by which an amount of the page may be divided.
  let exponents: Set<Int>

  init(_ text: String) {
    var exponents: Set<Int> = [0]
    if text.contains("'000") { exponents.insert(3) }
    if text.contains("万") || text.contains("萬") { exponents.insert(4) }
    if text.contains("million") { exponents.insert(6) }
    self.exponents = exponents
    var title = ""
    var open: [[String]] = []
    for line in text.components(separatedBy: "\n") + [""] {
      if line.hasPrefix("|") {
        // A pipe in a cell has a stroke before it.
        let cells = String(line.dropFirst().dropLast()).replacing("\\|", with: "\u{1}").components(separatedBy: "|")
        open.append(cells.map { $0.trimmingCharacters(in: .whitespaces).replacing("\u{1}", with: "|") })
        continue
      }
      if open.count > 2 { tables.append(ShownTable(title: title, headings: open[0], alignment: open[1], rows: Array(open.dropFirst(2)))) }
      open = []
      if line.hasPrefix("## ") { title = String(line.dropFirst(3)) }
    }
  }
}

private struct ShownTable {
  let title: String
  let headings: [String]
  let alignment: [String]
  let rows: [[String]]

  var isOfFindings: Bool { headings.contains("Finding") }
  /// Whether each row is a line item and each column a date or period.
  var isOfStatement: Bool { title == "Financial position" || title == "Results" }

  /// The numbers of the cells that are aligned to the right, each with its row and column.
  var figures: [(row: Int, column: Int, number: ShownNumber)] {
    rows.indices.flatMap { row in
      rows[row].indices.dropFirst().filter { alignment.indices.contains($0) && alignment[$0].hasSuffix(":") }.flatMap { column in
        ShownNumber.all(in: rows[row][column].replacing(#/\([^()]*\d{4}\)/#, with: "")).map { (row, column, $0) }
      }
    }
  }

  /// The date or period of a column: its own heading, else that of the figures to its left.
  func period(_ column: Int) -> String? {
    for heading in headings[...column].reversed() where heading.contains(#/\d{4}/#) && !heading.hasPrefix("Change") {
      return heading.replacing(#/ \(.*\)$/#, with: "")
    }
    return nil
  }
}

/// A number as it is printed: in brackets or with a minus, with so many decimals, perhaps a percentage.
private struct ShownNumber {
  let value: Decimal
  let places: Int
  let isPercent: Bool

  /// The numbers in a text.
  static func all(in text: String) -> [ShownNumber] {
    text.matches(
      of: #/(?<sign>[(\-−]?)(?:[A-Z]{2,3}\$?|[$¥€£])? ?(?<digits>\d[\d,]*(?:\.\d+)?)(?<close>\)?)(?<unit> %| percentage points)?/#
    )
    .compactMap { match in
      let digits = String(match.output.digits).replacing(",", with: "")
      guard let magnitude = Decimal(string: digits) else { return nil }
      let sign = match.output.sign
      let isNegative = sign == "-" || sign == "−" || (sign == "(" && match.output.close == ")")
      return ShownNumber(
        value: isNegative ? -magnitude : magnitude, places: digits.split(separator: ".").dropFirst().first?.count ?? 0,
        isPercent: match.output.unit != nil)
    }
  }

  /// Whether one of the exact numbers is printed so.
  func isAmong(_ exact: [ShownNumber], _ exponents: Set<Int>, eitherSign: Bool) -> Bool {
    exact.contains { other in
      exponents.contains { exponent in
        if isPercent, exponent != 0 { return false }
        var (quotient, rounded) = (other.value / pow(10, exponent), Decimal())
        NSDecimalRound(&rounded, &quotient, places, .plain)
        return rounded == value || (eitherSign && rounded == -value)
      }
    }
  }
}
