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
    // One cell merged over several columns, as a workbook saves it, is of all of them.
    let merged = ReadStatement("Alpha Limited\n,Group,,Company,\n,2012,2011,2012,2011\n,HK$'000,,HK$'000,\nRevenue,100,90,50,40\n")
    #expect(merged.intake.facts.map(\.value.decimalText) == ["100000", "90000", "50000", "40000"])
    #expect(!merged.doubts.contains { $0.contains("unit-assumed") }, "\(merged.doubts)")
    let below = ReadStatement("Alpha Limited\n,FY2012,FY2011\nWeeks,52,53\n,£m,£m\nRevenue,15.5,14.0\n")
    #expect(below.doubts.contains("4:2 unit-assumed warning"), "\(below.doubts)")
  }

  @Test(arguments: [
    (2, ",Year ended 31 December 2010 (RMB'000),Year ended 31 December 2011 (RMB'000),(1.8),\"(1,552.5)\""),
    (2, ",Year ended 31 December 2010 (RMB'000),Year ended 31 December 20,\"1,552\",\"1,800\""),
  ])
  func figuresBehindTheHeadingsAreNamed(line: Int, heading: String) {
    #expect(doubts(Self.results, Self.results[1], heading) == ["\(line):4 unreadable error"])
  }

  @Test(arguments: [
    ("HK$'000,31 December 2024,\"22,150\"", "Non-current assets,\"21,400\",30 June 2025", "3:2"),
    ("HK$'000,31 December 2024,400", "Non-current assets,300,30 June 2025", "3:2"),
    ("HK$'000,1552.5,30 June 2025", "Non-current assets,31 December 2024,900.5", "3:3"),
  ])
  func aHeadingExchangedWithAFigureIsNamed(heading: String, line: String, cell: String) {
    let read = ReadStatement((["Pier Limited", heading, line] + Self.position.dropFirst(3)).joined(separator: "\n"))
    #expect(read.doubts.contains { $0.hasSuffix("unreadable error") && $0.hasPrefix(cell) }, "\(read.doubts)")
    #expect(read.facts.isEmpty)
  }

  @Test(arguments: [",FY2012,FY2011,Revenue,400,300", ",FY2012,FY2011,Revenue,1000.5,900.5"])
  func aLineThatRunsOnBehindTheHeadingsIsNamed(heading: String) {
    let read = ReadStatement("Alpha Limited\nHK$'000,,\n\(heading)\nCost of sales,(250),(200)\nGross profit,150,100\n")
    #expect(read.doubts == ["3:5 unreadable error"] && read.facts.isEmpty, "\(read.doubts)")
  }

  /// Numbers over columns that are no figures: of notes, of entities, of months.
  @Test(arguments: [
    "Alpha Limited\nRMB'000,Note,2012,2011\nRevenue,5,100,90\n", "Alpha Limited\n,(1),(2)\n,2012,2011\nRevenue,100,90\n",
    "31 December 2012\nHK$'000,1010,1020\nTotal assets,100,90\nNet assets,50,40\n",
    "31 December 2012\nAssets,1010,1020\nTotal assets,100,90\nNet assets,50,40\n",
    "Alpha Limited\nHK$'000,2012,% change,2011\nRevenue,100,11.1,90\n",
  ])
  func otherNumbersInHeadingsAreNone(file: String) {
    let read = ReadStatement(file)
    #expect(!read.doubts.contains { $0.contains("unreadable") } && read.facts.count >= 2, "\(read.doubts)")
  }

  /// A sign of percent apart from the words, and one that is a number's own.
  @Test(arguments: [
    "Change % (RMB)", "Change in RMB (%)", "Var % (HK$)", "% change in USD", "2012 (% of revenue in RMB)", "Change RMB'000 %",
  ])
  func columnsOfPercentagesAreLeftOutInSilence(heading: String) {
    let read = ReadStatement("Alpha Limited\nRMB'000,2012,2011,\(heading)\nRevenue,\"1,000\",900,11.1\nGross profit,500,400,25.0\n")
    #expect(read.facts.count == 4 && !read.doubts.contains { $0.contains("unmapped warning") }, "\(read.doubts)")
  }

  @Test(arguments: [
    "8% convertible bonds due 2015", "Tax at 16.5%", "VAT payable (20%)", "Interest in 49% owned associate", "High-yield bonds",
    "Growth fund investments",
  ])
  func aPercentageWithinALabelIsOfItsNumber(label: String) {
    let read = ReadStatement("Alpha Limited\nHK$'000,2012,2011\n\(label),\"1,200\",\"1,300\"\n")
    #expect(read.intake.facts.map(\.value.decimalText) == ["1200000", "1300000"] && !read.doubts.contains { $0.hasSuffix("warning") })
    let ratio = ReadStatement("Alpha Limited\nHK$'000,2012,2011\nRevenue,500,1\nCET1 %,12.5,11.0\nYoY%,350.0,20.0\n")
    #expect(ratio.intake.facts.map(\.value.decimalText).suffix(4) == ["12.5", "11", "350", "20"])
    #expect(!ratio.doubts.contains { $0.hasSuffix("warning") }, "\(ratio.doubts)")
    let growth = ReadStatement("Alpha Limited\nHK$'000,2012,2011\nRevenue,500,1\nRevenue growth %,\"49,900.0\",12.5\n")
    #expect(
      growth.intake.facts.map(\.value.decimalText).suffix(2) == ["49900", "12.5"] && !growth.doubts.contains { $0.hasSuffix("warning") })
  }

  @Test func digitsAtTheEndOfAKnownLabelAreAsked() {
    #expect(doubts(Self.position, "Current assets,\"18,350\"", "Current assets1,\"8,350\"") == ["4:1 unmapped warning"])
    #expect(doubts(Self.position, "Total assets,\"39,750\"", "Total assets 1,800") == ["5:1 unmapped warning"])
    // A number of the label's own, and numbers that tell lines apart, are as they were.
    #expect(doubts(Self.position, "Total liabilities", "Net debt 2024").isEmpty)
    #expect(doubts(Self.position, "Current assets", "Cash at bank1").count == 1)
    let numbered = ReadStatement("Alpha Limited\nHK$'000,2012,2011\nSales1,100,90\nSales2,50,40\n")
    #expect(!numbered.doubts.contains { $0.hasSuffix("warning") }, "\(numbered.doubts)")
  }

  @Test func twoFiguresRunTogetherAreNotTakenForLakhs() {
    #expect(doubts(Self.position, "\"18,350\",\"21,130\"", "\"18,35,130\",") == ["4:2 separator-assumed warning"])
    let rupees = ReadStatement(
      "Alpha Limited\n₹,31 March 2024\nTotal assets,\"12,34,567\"\nTotal liabilities,\"84,567\"\nNet assets,\"11,50,000\"")
    #expect(!rupees.doubts.contains { $0.contains("separator-assumed") }, "\(rupees.doubts)")
    let one = ReadStatement(
      "Alpha Limited\ncurrency,INR\n,31 March 2024\nTotal assets,\"1,14,567\"\nTotal liabilities,\"84,567\"\nNet assets,\"30,000\"")
    #expect(!one.doubts.contains { $0.contains("separator-assumed") }, "\(one.doubts)")
    let words = ReadStatement(
      "Alpha Limited\nBalance sheet (Rs.)\n,31 March 2024\nTotal assets,\"1,14,567\"\nTotal liabilities,\"84,567\"\nNet assets,\"30,000\"")
    #expect(!words.doubts.contains { $0.contains("separator-assumed warning") }, "\(words.doubts)")
  }

  @Test func labelsOfRevenueAndGrossProfitExchangedAreAsked() {
    let lines = [
      "Pier Limited", "HK$'000,2024,2023", "Revenue,\"41,200\",\"40,100\"", "Cost of sales,\"(29,870)\",\"(29,000)\"",
      "Gross profit,\"11,330\",\"11,100\"",
    ]
    #expect(doubts(lines, "", "").isEmpty)
    let mirrored = ReadStatement(
      "Pier Limited\nHK$'000,2024\nTotal operating revenue,(100)\nCost of sales,70\nGross profit,(30)\n")
    #expect(!mirrored.messages.contains { $0.contains("gross profit is larger") }, "\(mirrored.messages)")
    #expect(
      doubts([lines[0], lines[1], "Gross profit" + lines[2].dropFirst(7), lines[3], "Revenue" + lines[4].dropFirst(12)], "", "") == [
        "4:2 sign warning"
      ])
  }

  @Test(arguments: ["345,9110", "53,00"]) func oneNumberDoesNotMakeThousandthsOfTheOthers(odd: String) {
    let read = ReadStatement(
      "Crane Ltd\nIncome statement (HK$)\n,FY2012,FY2011\nRevenue,\"\(odd)\",\"24,900\"\nCost of sales,\"(1,110)\",\"(2,900)\"\n")
    #expect(read.doubts == ["4:2 unreadable error"] && read.facts.isEmpty, "\(read.doubts)")
  }

  @Test func aChineseNameWithoutAChineseCharacterIsAsked() {
    let read = ReadStatement("entity,role,name zh\nPier,subsidiary,碼頭\nNorthwind Capita,,outside\n")
    #expect(read.doubts == ["3:3 unmapped warning"])
    let none = ReadStatement("entity,role,name zh\nPier,subsidiary,n/a\nQuay,subsidiary,n/a\nDock,subsidiary,-\nBerth,subsidiary,TBC\n")
    #expect(none.doubts.isEmpty, "\(none.doubts)")
  }
}
