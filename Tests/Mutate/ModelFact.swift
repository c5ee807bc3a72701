import DelimitedText
import Statements

/// A figure of a set, as the judge of a mutation sees it: read once from the unharmed set, and then harmed by hand.
struct ModelFact {
  var cell: Cell
  var entity: String
  let item: String
  /// Empty for a figure at a date.
  var start: String
  var end: String
  var value: Double
  /// Half its last printed digit.
  let half: Double
  var currency: String

  var isInstant: Bool { start.isEmpty }
  var period: String { start + "/" + end }

  /// Every figure of a run that has a cell.
  static func all(_ outcome: Pipeline.Outcome, _ sheets: [Sheet]) -> [ModelFact] {
    guard let file = outcome.files.first(where: { $0.path == "main/data/facts.csv" }), let table = try? DelimitedReader.read(file.bytes)
    else { return [] }
    let files = Dictionary(uniqueKeysWithValues: sheets.enumerated().map { ($1.name, $0) })
    return (1..<max(table.recordCount, 1)).compactMap { index in
      let record = table[index]
      func field(_ number: Int) -> String { record.text(number) }
      guard let file = files[field(10)], let line = Int(field(11)), let column = Int(field(12)), let value = Double(field(5)),
        let decimals = Int(field(7))
      else { return nil }
      var half = 0.5
      for _ in 0..<abs(decimals) { half *= decimals > 0 ? 0.1 : 10 }
      return ModelFact(
        cell: Cell(file: file, row: line - 1, column: column - 1), entity: field(0), item: field(1), start: field(3), end: field(4),
        value: value, half: half, currency: field(6))
    }
  }

  /// What a run makes of its figures, without their places: what counts for whether a mutation did any harm.
  static func readings(_ outcome: Pipeline.Outcome) -> [String] {
    guard let file = outcome.files.first(where: { $0.path == "main/data/facts.csv" }), let table = try? DelimitedReader.read(file.bytes)
    else { return [] }
    return (1..<max(table.recordCount, 1)).map { index in [0, 1, 3, 4, 5, 6].map { table[index].text($0) }.joined(separator: "|") }.sorted()
  }
}
