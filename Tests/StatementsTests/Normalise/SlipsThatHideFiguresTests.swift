import Testing

@testable import Statements

/// One byte or one stretch gone wrong, after which every cell still reads: what it does to figures is said.
@Suite struct SlipsThatHideFiguresTests {
  private static let results = [
    "Alpha Limited", ",Year ended 31 December 2010 (RMB'000),Year ended 31 December 2011 (RMB'000)",
    "Net losses before tax,(1.8),\"(1,552.5)\"", "Net losses after tax,(1.8),\"(1,552.5)\"",
  ]
  private static let position = [
    "Pier Limited", "HK$'000,31 December 2024,30 June 2025", "Non-current assets,\"21,400\",\"22,150\"",
    "Current assets,\"18,350\",\"21,130\"",
    "Total assets,\"39,750\",\"43,280\"", "Total liabilities,\"15,250\",\"17,580\"", "Net assets,\"24,500\",\"25,700\"",
  ]

  /// The doubts of severity warning or error about lines one of which is replaced.
  private func doubts(_ lines: [String], _ old: String, _ new: String) -> [String] {
    ReadStatement(lines.joined(separator: "\n").replacing(old, with: new)).doubts.filter { !$0.hasSuffix("info") }
  }

  @Test func nothingIsSaidOfTheWholeFiles() {
    #expect(doubts(Self.results, "", "").isEmpty && doubts(Self.position, "", "").isEmpty)
  }

  @Test(arguments: ["(RMB'0%0)", "(%MB'000)", "(RMB'00%)", "(RMB%000)", "(R%B'000)"])
  func aSignOfPercentWithinAUnitMakesNoColumnOfPercentages(unit: String) {
    #expect(doubts(Self.results, "2010 (RMB'000)", "2010 \(unit)") == ["2:2 unmapped warning"])
  }

  @Test(arguments: ["N%t losses before tax", "Net losses befor% tax"])
  func aSignOfPercentWithinALabelIsSaidOfLargeFigures(label: String) {
    let read = ReadStatement(Self.results.joined(separator: "\n").replacing("Net losses before tax", with: label))
    let isMoney = read.intake.facts.filter { $0.label == label }.allSatisfy { $0.currency != nil }
    #expect(isMoney || read.doubts.contains("3:1 unmapped warning"), "\(read.doubts)")
  }

  @Test func aUnitThatOneHeadingLacksIsAsked() {
    #expect(doubts(Self.results, "2011 (RMB'000)", "2011") == ["2:3 unit-assumed warning"])
    #expect(doubts(Self.results, "2010 (RMB'000)", "20") != [])
    // One cell merged over both columns, as a workbook saves it.
    let merged = ReadStatement("Alpha Limited\n,2012,2011\n,RMB'000,\nRevenue,100,90\n")
    #expect(merged.doubts.contains { $0.hasSuffix("unit-assumed warning") }, "\(merged.doubts)")
  }

  @Test(arguments: [
    (2, ",Year ended 31 December 2010 (RMB'000),Year ended 31 December 2011 (RMB'000),(1.8),\"(1,552.5)\""),
    (2, ",Year ended 31 December 2010 (RMB'000),Year ended 31 December 20,\"1,552\",\"1,800\""),
  ])
  func figuresBehindTheHeadingsAreNamed(line: Int, heading: String) {
    #expect(doubts(Self.results, Self.results[1], heading) == ["\(line):4 unreadable error"])
  }

  @Test func aHeadingExchangedWithAFigureIsNamed() {
    var lines = Self.position
    lines[1] = "HK$'000,31 December 2024,\"22,150\""
    lines[2] = "Non-current assets,\"21,400\",30 June 2025"
    #expect(ReadStatement(lines.joined(separator: "\n")).doubts.contains { $0.hasSuffix("unreadable error") })
  }

  @Test func digitsAtTheEndOfAKnownLabelAreAsked() {
    #expect(doubts(Self.position, "Current assets,\"18,350\"", "Current assets1,\"8,350\"") == ["4:1 unmapped warning"])
    // A word of the label's own, and a number apart from it, are as they were.
    #expect(doubts(Self.position, "Total liabilities", "Net debt 2024").isEmpty)
  }

  @Test func twoFiguresRunTogetherAreNotTakenForLakhs() {
    #expect(doubts(Self.position, "\"18,350\",\"21,130\"", "\"18,35,130\",") == ["4:2 separator-assumed warning"])
    let rupees = ReadStatement(
      "Alpha Limited\n₹,31 March 2024\nTotal assets,\"12,34,567\"\nTotal liabilities,\"84,567\"\nNet assets,\"11,50,000\"")
    #expect(!rupees.doubts.contains { $0.contains("separator-assumed") }, "\(rupees.doubts)")
    let one = ReadStatement(
      "Alpha Limited\ncurrency,INR\n,31 March 2024\nTotal assets,\"1,14,567\"\nTotal liabilities,\"84,567\"\nNet assets,\"30,000\"")
    #expect(!one.doubts.contains { $0.contains("separator-assumed") }, "\(one.doubts)")
  }

  @Test func labelsOfRevenueAndGrossProfitExchangedAreAsked() {
    let lines = [
      "Pier Limited", "HK$'000,2024,2023", "Revenue,\"41,200\",\"40,100\"", "Cost of sales,\"(29,870)\",\"(29,000)\"",
      "Gross profit,\"11,330\",\"11,100\"",
    ]
    #expect(doubts(lines, "", "").isEmpty)
    #expect(
      doubts([lines[0], lines[1], "Gross profit" + lines[2].dropFirst(7), lines[3], "Revenue" + lines[4].dropFirst(12)], "", "") == [
        "4:2 sign warning"
      ])
  }

  @Test func aChineseNameWithoutAChineseCharacterIsAsked() {
    let read = ReadStatement("entity,role,name zh\nPier,subsidiary,碼頭\nNorthwind Capita,,outside\n")
    #expect(read.doubts == ["3:3 unmapped warning"])
  }
}
