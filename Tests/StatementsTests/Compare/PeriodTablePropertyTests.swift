import Testing

@testable import Statements

/// What holds of every table of every statement.
@Suite struct PeriodTablePropertyTests {
  private static let ends = ["31 March", "30 June", "30 September", "31 December"]
  private static let words = ["Three", "Six", "Nine"]

  /// A heading and its period, of a kind drawn at random.
  private static func heading(_ random: inout SeededGenerator) -> String {
    let year = Int.random(in: 2021...2025, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "Year ended 31 December \(year)"
    case 1: return "Q\(Int.random(in: 1...4, using: &random)) \(year)"
    case 2:
      // The first three months are a quarter too: given twice, the figure would be a duplicate.
      let quarter = Int.random(in: 1..<3, using: &random)
      return "\(words[quarter]) months ended \(ends[quarter]) \(year)"
    case 3: return "Six months ended 31 December \(year)"
    default: return "Twelve months ended 30 June \(year)"
    }
  }

  private static func group(_ random: inout SeededGenerator) -> GroupAccounts {
    var headings: [String] = []
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      let next = heading(&random)
      if !headings.contains(next) { headings.append(next) }
    }
    var lines: [String: [String]] = [:]
    for _ in headings {
      let revenue = Int.random(in: 1...99_999, using: &random)
      let cost = Int.random(in: 1...99_999, using: &random)
      lines["Revenue", default: []].append(cents(revenue))
      lines["Cost of sales", default: []].append(cents(-cost))
      lines["Gross profit", default: []].append(cents(revenue - cost))
    }
    let rows = ["Revenue", "Cost of sales", "Gross profit"].map { name in
      ([name] + (lines[name] ?? []).map { Int.random(in: 0..<9, using: &random) == 0 ? "" : $0 }).joined(separator: ",")
    }
    // Whole units of figures with cents: the rounded parts of many a column do not foot.
    let settings = "setting,value\npresentation unit,RMB'000\n"
    let text = "entity,A\ncurrency,CNY\n,\(headings.joined(separator: ","))\n\(rows.joined(separator: "\n"))\n"
    return CSVGroup(["a.csv": text, "settings.csv": settings]).accounts()
  }

  private static func cents(_ count: Int) -> String {
    let (whole, part) = (abs(count) / 100, abs(count) % 100)
    return "\(count < 0 ? "-" : "")\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  @Test func noCellComparesPeriodsOfUnlikeKindOrLength() throws {
    var random = SeededGenerator(seed: 11)
    var compared = 0
    for _ in 0..<60 {
      let accounts = Self.group(&random)
      for entity in accounts.entities.ids {
        let set = accounts.figures(of: entity)
        for cell in set.tables.flatMap(\.rows).flatMap(\.cells.values) {
          guard case .compared = cell.comparison.outcome, let prior = cell.comparison.prior else { continue }
          compared += 1
          let kinds = [cell.figure.period, prior.period].map { Set(FigureKind.all(of: $0, yearEnd: set.yearEnd)) }
          #expect(!kinds[0].isDisjoint(with: kinds[1]), "\(cell.figure.period) against \(prior.period)")
          #expect(cell.figure.period.isAsLong(as: prior.period))
          #expect(prior.period.end == cell.figure.period.end.adding(months: -12), "the same stretch of the year before")
          #expect(cell.figure.fact.scenario == prior.scenario && cell.figure.fact.currency == prior.currency)
        }
      }
    }
    #expect(compared > 20, "the statements drawn have comparatives")
  }

  @Test func everyFigureOnFileStandsInATableAndEachColumnOfOneFamilyOnce() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<60 {
      let accounts = Self.group(&random)
      for entity in accounts.entities.ids {
        let set = accounts.figures(of: entity)
        let shown = Set(set.tables.flatMap(\.rows).flatMap(\.cells.values).map(\.figure.fact))
        for fact in accounts.facts where fact.entity == entity { #expect(shown.contains(fact), "\(fact.label) \(fact.period)") }
        for table in set.tables {
          #expect(Set(table.periods).count == table.periods.count)
          let layout = ColumnLayout(table, yearEnd: set.yearEnd)
          #expect(Set(layout.main + layout.earlier.joined()) == Set(table.periods), "no column is dropped")
          #expect((layout.earlier + [layout.main]).allSatisfy { $0.count <= 12 }, "and no table is too wide to read")
        }
      }
    }
  }

  @Test func theRowsShownSumToTheTotalShownWithTheCastingDifference() throws {
    var random = SeededGenerator(seed: 13)
    var differences = 0
    for _ in 0..<60 {
      let accounts = Self.group(&random)
      let decimals = 0
      for entity in accounts.entities.ids {
        for table in accounts.figures(of: entity).tables {
          let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.item, $0) })
          for line in CastingLine.all(in: table, of: entity, accounts, decimals: decimals) {
            for (period, difference) in line.differences {
              let total = try #require(rows[line.total]?.cells[period]).figure.value.rounded(to: decimals)
              let parts = try line.parts.reduce(Amount.zero) { sum, part in
                let amount = try #require(rows[part.item]?.cells[period]).figure.value.rounded(to: decimals)
                return part.isAdded ? sum + amount : sum - amount
              }
              #expect(parts + difference == total)
              if difference.sign != 0 { differences += 1 }
            }
          }
        }
      }
    }
    #expect(differences > 5, "some columns do not foot as shown")
  }
}
