import Testing

@testable import Statements

/// What a sum that does not hold says of its cause, and at which cell it points.
@Suite struct LikelyCauseTests {
  /// A position whose lines, subtotals and totals tie in three columns; a test changes one cell.
  private static let rows = [
    ("Property, plant and equipment", ["412,345", "398,117", "377,205"]),
    ("Goodwill", ["51,020", "51,020", "48,310"]),
    ("Total non-current assets", ["463,365", "449,137", "425,515"]),
    ("Inventories", ["88,012", "91,774", "79,655"]),
    ("Trade receivables", ["120,489", "101,236", "97,318"]),
    ("Cash and cash equivalents", ["35,671", "42,905", "61,047"]),
    ("Total current assets", ["244,172", "235,915", "238,020"]),
    ("Total assets", ["707,537", "685,052", "663,535"]),
    ("Total liabilities", ["301,208", "310,446", "322,117"]),
    ("Net assets", ["406,329", "374,606", "341,418"]),
  ]

  /// The findings of sums where some cells, by row and column from 0, hold something else.
  private static func findings(_ changes: [[Int]: String]) -> (group: Pipeline.Group, found: [Finding]) {
    let lines = rows.enumerated().map { row, line in
      ([line.0.contains(",") ? "\"\(line.0)\"" : line.0] + line.1.enumerated().map { "\"\(changes[[row, $0.offset]] ?? $0.element)\"" })
        .joined(separator: ",")
    }
    let text = "entity,Pier\nunit,RMB'000\n,2024-12-31,2023-12-31,2022-12-31\n" + lines.joined(separator: "\n") + "\n"
    let group = CSVGroup(["entities.csv": "entity,role\nPier,parent\n", "position.csv": text]).run()
    return (group, group.findings.filter { ["balance", "footing", "subtotal"].contains($0.check) })
  }

  @Test func whatTiesIsLeftInPeace() {
    #expect(Self.findings([:]).found.isEmpty)
  }

  @Test(
    arguments: [
      // row, column, what stands there, the cell that is named, what is said of it
      (3, 0, "(88,012)", "the sign of", 0), (4, 1, "101,236,000", "1,000 times too large", 1), (0, 2, "37,720", "10 times too small", 2),
      (5, 0, "36,571", "two digits of", 0), (7, 1, "685,952", "one digit of", 1),
      (2, 0, "463,356", "two digits of", 0), (4, 2, "9,318", "a digit of", 2), (6, 0, "238,020", "repeats the figure under", 0),
    ] as [(Int, Int, String, String, Int)])
  func aWrongCellIsNamedWithWhatMayHaveHappened(row: Int, column: Int, text: String, words: String, place: Int) throws {
    let (group, found) = Self.findings([[row, column]: text])
    try #require(!found.isEmpty)
    #expect(found.allSatisfy { $0.severity == .error })
    #expect(
      found.contains { group.address(of: $0) == "position.csv:\(row + 4):\(place + 2)" }, "\(found.map { group.lines(of: $0, inputs: "") })"
    )
    let details = found.flatMap(\.details).compactMap { group.words($0) }
    #expect(details.contains { $0.hasPrefix("likely cause: ") && $0.contains(words) }, "\(details)")
  }

  @Test func figuresOfTwoColumnsThatChangedPlacesAreBothNamed() {
    let (group, found) = Self.findings([[4, 0]: "101,236", [4, 1]: "120,489"])
    #expect(Set(found.compactMap { group.address(of: $0) }) == ["position.csv:8:2", "position.csv:8:3"])
  }

  @Test func whereTwoChangesAreAsLikelyNoneIsNamed() throws {
    let text = "entity,Pier\ncurrency,CNY\n,2024-12-31\nCurrent assets,\"4,120\"\nNon-current assets,\"5,230\"\nTotal assets,\"9,380\"\n"
    let group = CSVGroup(["entities.csv": "entity,role\nPier,parent\n", "position.csv": text]).run()
    let found = try #require(group.findings(of: "footing").first)
    #expect(group.address(of: found) == "position.csv:6:2", "the total, since any of the three may be out by 30")
    #expect(!found.details.compactMap { group.words($0) }.contains { $0.hasPrefix("likely cause") })
  }

  @Test func aTotalAboveItsPartsIsAddedUpToo() throws {
    let text = """
      entity,Pier
      currency,CNY
      ,2024-12-31,2023-12-31,2022-12-31
      Net assets,4512083,4117295,3900411
      Paid-up fund,1200000,1200000,1000000
      Northern fund,1310472,1123981,1200395
      Southern fund,2001611,1739314,1700016

      """
    let group = CSVGroup(["entities.csv": "entity,role\nPier,parent\n", "position.csv": text]).run()
    // 1,793,314 of the second year stands as 1,739,314.
    #expect(group.findings(of: "subtotal").map { group.address(of: $0) } == ["position.csv:7:3"])
  }

  @Test func aQuarterThatBreaksItsOwnColumnTooIsTheOneNamed() throws {
    let ends = ["31 March", "30 June", "30 September", "31 December"].map { "Three months ended \($0) 2024" }.joined(separator: ",")
    let text = """
      entity,Pier
      currency,CNY
      ,\(ends),Year ended 31 December 2024
      Revenue,51204,60277,64318,58810,234609
      Cost of sales,(31117),(35240),(38806),(33909),(139072)
      Gross profit,20087,25037,22512,24901,95537

      """
    let group = CSVGroup(["entities.csv": "entity,role\nPier,parent\n", "results.csv": text]).run()
    let found = try #require(group.findings(of: "quarters-sum").first)
    #expect(group.findings(of: "quarters-sum").count == 1)
    // 25,512 in the third quarter stands as 22,512: the quarter's own sum is out by the same amount.
    #expect(group.address(of: found) == "results.csv:6:4", "\(group.lines(of: found, inputs: ""))")
  }

  @Test func aLineOfTheVeryAmountIsNamed() throws {
    let text =
      "entity,Pier\ncurrency,CNY\n,2024-12-31\nTotal assets,\"94,120\"\nTotal liabilities,\"15,237\"\nNet assets,\"70,462\"\nOther provisions for claims,\"8,421\"\n"
    let group = CSVGroup(["entities.csv": "entity,role\nPier,parent\n", "position.csv": text]).run()
    let found = try #require(group.findings(of: "balance").first)
    #expect(found.details.compactMap { group.words($0) }.contains { $0.contains("‘Other provisions for claims’ of 8,421") })
  }
}
