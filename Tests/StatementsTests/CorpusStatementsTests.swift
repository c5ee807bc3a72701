import DelimitedText
import Foundation
import Testing

@testable import Statements

/// The shared corpus lies beside the repository on the machine where the project is built; it is not part of it.
private let corpus = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("shared/corpus")

/// Real statements, each a group of its own, against the figures that a right reading finds in them.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: corpus.path), "the shared corpus is not on this machine"))
struct CorpusStatementsTests {
  /// A row of `truth.csv`.
  struct Truth {
    var file: String
    var period: String
    var concept: String
    var value: Amount
    var record: Int
    var field: Int
    var label: String
  }

  /// Our item of a concept of the corpus, and whether the printed figure has the other sign.
  static let items: [String: (item: String, isNegated: Bool)] = [
    "assets": ("total-assets", false), "liabilities": ("total-liabilities", false), "equity_total": ("net-assets", false),
    "equity_parent": ("equity-attributable-to-owners", false), "nci": ("non-controlling-interests", false),
    "current_assets": ("current-assets", false), "noncurrent_assets": ("non-current-assets", false),
    "current_liabilities": ("current-liabilities", false), "noncurrent_liabilities": ("non-current-liabilities", false),
    "liab_and_equity": ("total-liabilities-and-equity", false), "cash": ("cash-and-cash-equivalents", false),
    "revenue": ("revenue", false), "gross_profit": ("gross-profit", false), "cost_of_revenue": ("cost-of-sales", true),
    "minus_cost_of_revenue": ("cost-of-sales", false), "pbt": ("profit-before-tax", false), "tax": ("income-tax", true),
    "minus_tax": ("income-tax", false), "pat": ("profit-after-tax", false), "pat_parent": ("profit-attributable-to-owners", false),
    "pat_nci": ("profit-attributable-to-nci", false), "eps_basic": ("basic-earnings-per-share", false),
  ]

  /// Files whose unit the truth knows from elsewhere: nothing in them says thousands or millions, so their figures are read as printed.
  static let unitNotInFile: Set = [
    "wide/two-header-rows-balance-sheet.csv", "transposed/gulf-bank-interim-income-statement.csv",
    "transposed/semicolon-spanish-income-statement.csv",
  ]

  static func truths() throws -> [Truth] {
    let table = try DelimitedReader.read(Array(Data(contentsOf: corpus.appendingPathComponent("truth.csv"))))
    return (1..<table.recordCount).compactMap { index in
      let row = (0..<table[index].fieldCount).map { table[index].text($0) }
      guard row.count >= 12, !row[0].hasPrefix("trial-balance/"), !row[0].hasPrefix("rates/"), let record = Int(row[9]),
        let field = Int(row[10]), let scale = Int32(row[7]), let value = amount(row[6]), let item = items[row[4]]
      else { return nil }
      let factor = unitNotInFile.contains(row[0]) ? 1 : scale
      var scaled = Amount.zero
      for digit in String(factor) { scaled = (0..<10).reduce(.zero) { sum, _ in sum + scaled } + (digit == "1" ? value : .zero) }
      return Truth(
        file: row[0], period: row[2], concept: row[4], value: item.isNegated ? -scaled : scaled, record: record, field: field,
        label: row[11])
    }
  }

  /// The last days that a period of the truth can mean; the day of the year is the file's own where it names no other.
  private static func ends(_ period: String) -> Set<CalendarDate> {
    let text = period.replacingOccurrences(of: "months ended June 30 Year", with: "months ended 30 June")
    let resolver = PeriodResolver(yearEnd: .yearEnd)
    return Set(PeriodReader.readings(of: text).compactMap { resolver.resolve($0, isInstant: true)?.period.end })
  }

  private static func amount(_ text: String) -> Amount? {
    guard case .number(let number) = AmountReader.read(text, decimalMark: .point) else { return nil }
    return Amount(coefficient: number.coefficient, exponent: number.exponent)
  }

  private func intake(_ file: String) throws -> Intake {
    let bytes = Array(try Data(contentsOf: corpus.appendingPathComponent("statements/\(file)")))
    return Intake([Delivery(path: file, bytes: bytes, digest: "")], catalogue: LineItemCatalogue.shipped())
  }

  @Test func ninetyNineInAHundredFiguresAreFoundAtTheirPlaceAndNoneIsWrong() throws {
    let truths = try Self.truths()
    #expect(truths.count > 3000)
    var found = 0
    var missing: [String] = []
    var wrong: [String] = []
    for (file, rows) in Dictionary(grouping: truths, by: \.file).sorted(by: { $0.key < $1.key }) {
      let intake = try intake(file)
      for finding in intake.findings where finding.severity == .error { missing.append("\(file): \(finding.message.template)") }
      let facts = Dictionary(grouping: intake.facts) { fact in fact.provenance.place.map { [$0.lineNumber, $0.columnNumber] } ?? [] }
      for truth in rows {
        let line = try #require(intake.sources[0].table)[truth.record - 1].lineNumber
        let here = facts[[Int32(line), Int32(truth.field)]] ?? []
        let text = "\(file):\(line):\(truth.field) \(truth.label) \(truth.concept) \(truth.period) \(truth.value.decimalText)"
        guard let fact = here.first, here.count == 1 else {
          missing.append("\(text): \(here.count) facts")
          continue
        }
        let item = intake.catalogue[fact.item].id
        if item != Self.items[truth.concept]?.item {
          missing.append("\(text): read as \(item)")
        } else if fact.value != truth.value || !Self.ends(truth.period).isSuperset(of: [fact.period.end]) {
          wrong.append("\(text): read as \(fact.value.decimalText) at \(fact.period.end.isoText)")
        } else {
          found += 1
        }
      }
    }
    if ProcessInfo.processInfo.environment["TIEOUT_SHOW"] == "1" {
      print("\(found) of \(truths.count) found, \(missing.count) missing, \(wrong.count) wrong")
      for line in (wrong + missing).prefix(400) { print(line) }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10))")
    #expect(found * 100 >= truths.count * 99, "\(found) of \(truths.count) found; \(missing.prefix(20))")
  }
}
