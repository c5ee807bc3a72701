extension SeededGenerator {
  /// A whole number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}

/// Statements that hold together by construction: positions, results and movements in equity of three years and two subsidiaries, in tenths
/// of thousands, with sub-totals, a share of non-controlling interests and money from owners.
struct RandomSets {
  private var numbers: SeededGenerator

  init(seed: UInt64) {
    numbers = SeededGenerator(seed: seed)
  }

  /// A row: its label and a figure for each year, the latest first.
  private typealias Row = (label: String, values: [Int])

  mutating func set(_ index: Int) -> StatementSet {
    let names = ["Pier Logistics", "Quay Storage"]
    let years = [2024, 2023, 2022]
    let entities = Sheet(
      name: "entities.csv",
      rows: [["entity", "role", "functional currency"], ["Harbour Holdings", "parent", "CNY"]] + names.map { [$0, "subsidiary", "CNY"] })
    var sheets = [entities]
    for name in names {
      let (position, results, movements) = statements(years.count)
      let file = name.split(separator: " ")[0].lowercased()
      // Every other set is by year, each year's file with its comparatives, as annual reports come.
      let parts: [(suffix: String, columns: [Int])] = index % 2 == 0 ? [("", [0, 1, 2])] : [("-2024", [0, 1]), ("-2023", [1, 2])]
      for part in parts {
        sheets.append(
          sheet(file + "-position" + part.suffix, name, position, part.columns.map { "31 December \(years[$0])" }, part.columns))
        sheets.append(
          sheet(file + "-results" + part.suffix, name, results, part.columns.map { "Year ended 31 December \(years[$0])" }, part.columns))
        let moved = part.columns.filter { $0 < years.count - 1 }
        sheets.append(sheet(file + "-movements" + part.suffix, name, movements, moved.map { "Year ended 31 December \(years[$0])" }, moved))
      }
    }
    return StatementSet(origin: .random, name: "random \(index + 1)", sheets: sheets)
  }

  private func sheet(_ file: String, _ entity: String, _ rows: [Row], _ heads: [String], _ columns: [Int]) -> Sheet {
    Sheet(
      name: file + ".csv",
      rows: [[entity], ["unit", "RMB'000"], [""] + heads] + rows.map { row in [row.label] + columns.map { Self.printed(row.values[$0]) } })
  }

  private static func printed(_ tenths: Int) -> String {
    guard var printed = Printed("(1,000.0)") else { return "" }
    printed.value = Double(tenths) / 10
    return printed.text
  }

  /// Position, results and movements, each with `count` years, the latest first.
  private mutating func statements(_ count: Int) -> (position: [Row], results: [Row], movements: [Row]) {
    var years: [[String: Int]] = []
    var capital = numbers.number(400_000...900_000)
    var retained = numbers.number(100_000...300_000)
    var minority = numbers.number(30_000...90_000)
    var scale = numbers.number(2_000_000...6_000_000)
    for _ in 0..<count {
      var year: [String: Int] = [:]
      scale = scale * numbers.number(90...115) / 100
      year["revenue"] = scale
      year["cost"] = -scale * numbers.number(55...70) / 100
      year["selling"] = -scale * numbers.number(5...9) / 100
      year["admin"] = -scale * numbers.number(6...10) / 100
      year["finance"] = -scale * numbers.number(1...2) / 100
      year["gross"] = scale + year["cost", default: 0]
      year["before"] = year["gross", default: 0] + year["selling", default: 0] + year["admin", default: 0] + year["finance", default: 0]
      year["tax"] = -year["before", default: 0] * numbers.number(180...250) / 1000
      year["after"] = year["before", default: 0] + year["tax", default: 0]
      year["toMinority"] = year["after", default: 0] * numbers.number(8...20) / 100
      year["toOwners"] = year["after", default: 0] - year["toMinority", default: 0]
      year["contributions"] = numbers.number(20_000...120_000)
      year["dividends"] = -year["toOwners", default: 0] * numbers.number(10...30) / 100
      capital += year["contributions", default: 0]
      retained += year["toOwners", default: 0] + year["dividends", default: 0]
      minority += year["toMinority", default: 0]
      year["capital"] = capital
      year["retained"] = retained
      year["minority"] = minority
      position(&year, scale)
      years.append(year)
    }
    years.reverse()
    func rows(_ lines: [(String, String)]) -> [Row] { lines.map { label, key in (label, years.map { $0[key, default: 0] }) } }
    return (rows(Self.positionLines), rows(Self.resultLines), rows(Self.movementLines))
  }

  private mutating func position(_ year: inout [String: Int], _ scale: Int) {
    year["owners"] = year["capital", default: 0] + year["retained", default: 0]
    year["equity"] = year["owners", default: 0] + year["minority", default: 0]
    year["payables"] = scale * numbers.number(9...14) / 100
    year["loans"] = scale * numbers.number(4...8) / 100
    year["current-liabilities"] = year["payables", default: 0] + year["loans", default: 0]
    year["non-current-liabilities"] = scale * numbers.number(10...20) / 100
    year["liabilities"] = year["current-liabilities", default: 0] + year["non-current-liabilities", default: 0]
    let total = year["liabilities", default: 0] + year["equity", default: 0]
    year["total"] = total
    year["plant"] = total * numbers.number(25...35) / 100
    year["intangibles"] = total * numbers.number(5...12) / 100
    year["fixed"] = year["plant", default: 0] + year["intangibles", default: 0]
    year["inventories"] = total * numbers.number(10...18) / 100
    year["receivables"] = total * numbers.number(12...20) / 100
    year["current"] = total - year["fixed", default: 0]
    year["cash"] = year["current", default: 0] - year["inventories", default: 0] - year["receivables", default: 0]
  }

  private static let positionLines = [
    ("Property, plant and equipment", "plant"), ("Intangible assets", "intangibles"), ("Total non-current assets", "fixed"),
    ("Inventories", "inventories"), ("Trade receivables", "receivables"), ("Cash and cash equivalents", "cash"),
    ("Total current assets", "current"), ("Total assets", "total"), ("Trade payables", "payables"), ("Short-term borrowings", "loans"),
    ("Total current liabilities", "current-liabilities"), ("Total non-current liabilities", "non-current-liabilities"),
    ("Total liabilities", "liabilities"), ("Share capital", "capital"), ("Retained earnings", "retained"),
    ("Equity attributable to owners of the parent", "owners"), ("Non-controlling interests", "minority"), ("Total equity", "equity"),
  ]
  private static let resultLines = [
    ("Revenue", "revenue"), ("Cost of sales", "cost"), ("Gross profit", "gross"), ("Selling expenses", "selling"),
    ("Administrative expenses", "admin"), ("Finance costs", "finance"), ("Profit before tax", "before"), ("Income tax", "tax"),
    ("Profit after tax", "after"), ("Profit attributable to owners of the parent", "toOwners"),
    ("Profit attributable to non-controlling interests", "toMinority"),
  ]
  private static let movementLines = [("Capital contributions", "contributions"), ("Dividends", "dividends")]
}
