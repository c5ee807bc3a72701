import Testing

@testable import Statements

/// The announcement's own figures, to the digit.
@Suite struct RollForwardTests {
  private static let group = CSVGroup([
    "entities.csv": "entity,role\nCompany,parent\nCloud,subsidiary\n",
    "net-assets.csv": """
    Cloud
    Unaudited combined management accounts
    ,As at 31 December 2010 (RMB'000),As at 31 December 2011 (RMB'000),As at 30 September 2012 (RMB'000)
    Net assets/(liabilities),95.3,(456.6),"14,433.9"

    """,
    "net-losses.csv": """
    Cloud
    ,For the year ended 31 December 2010 (RMB'000),For the year ended 31 December 2011 (RMB'000),For the nine months ended 30 September 2012 (RMB'000)
    Net losses after tax,(1.8),"(1,552.5)","(18,882.4)"

    """,
  ]).run()

  @Test func theUnexplainedMovementsAreThoseOfTheAnnouncement() throws {
    let found = Self.group.findings(of: "roll-forward")
    try #require(found.count == 3)
    #expect(found.map(\.severity) == [.info, .warning, .warning])
    #expect(found.map { $0.period?.isoText } == ["2010-01-01/2010-12-31", "2011-01-01/2011-12-31", "2012-01-01/2012-09-30"])
    #expect(found.map { Self.group.address(of: $0) } == ["net-assets.csv:4:2", "net-assets.csv:4:3", "net-assets.csv:4:4"])
    // 95.3 + (1,552.5) = (1,457.2) against (456.6); (456.6) + (18,882.4) = (19,339.0) against 14,433.9.
    #expect(found.map { $0.difference?.decimalText } == [nil, "1000600", "33772900"])
    #expect(found.map { $0.tolerance?.decimalText } == ["100", "150", "150"], "three figures to 0.1 of RMB'000, two for the first year")
    #expect(found.map(\.expected) == [nil, "-1457200", "-19339000"])
    #expect(found.map(\.actual) == ["97100", "-456600", "14433900"], "opening and contributions of 2010 are implied at 97.1")
  }

  /// A year's dividends between half-year positions: what of them fell in each half is asked for, and nothing that is on file already.
  @Test(arguments: [("105", "90", true), ("105", "80", false)])
  func dividendsOfAYearBetweenHalfYearsAskForTheirParts(middle: String, closing: String, isExplained: Bool) throws {
    let group = CSVGroup([
      "entities.csv": "entity,role\nCompany,parent\nCloud,subsidiary\n",
      "position.csv": "entity,Cloud\ncurrency,HKD\n,31 December 2023,30 June 2024,31 December 2024\nNet assets,100,\(middle),\(closing)\n",
      "result.csv":
        "entity,Cloud\ncurrency,HKD\n,6 months ended 30 June 2024,Year ended 31 December 2024\nProfit after tax,10,20\nCapital contributions,1,2\nDividends,,(32)\n",
    ]).run()
    let found = group.findings(of: "roll-forward").filter { $0.severity != .info }
    try #require(found.count == 2)
    #expect(found.map(\.severity) == (isExplained ? [.warning, .warning] : [.error, .error]))
    let remedies = found.compactMap { group.words($0.remedy) }
    #expect(remedies.allSatisfy { $0.hasPrefix("give the dividends of the 6 months to") == isExplained }, "\(remedies)")
  }

  @Test func theFindingSaysWhatMovedAndHowTheToleranceCameAbout() {
    let found = Self.group.findings(of: "roll-forward")
    #expect(
      found.map { Self.group.words($0.message) } == [
        "no position at the beginning of the 12 months to 31 December 2010 is on file: opening net assets and contributions together are worked out as 97.1",
        "net assets moved by (551.9) but the loss explains (1,552.5)", "net assets moved by 14,890.5 but the loss explains (18,882.4)",
      ])
    #expect(
      found.dropFirst().map { Self.group.words($0.details.first) } == [
        "unexplained movement 1,000.6, in [1,000.45, 1,000.75] (3 figures as printed, ± 0.15 together)",
        "unexplained movement 33,772.9, in [33,772.75, 33,773.05] (3 figures as printed, ± 0.15 together)",
      ])
  }

  @Test func aFindingIsShownWithItsExcerptAndACaretUnderTheFigure() throws {
    let finding = try #require(Self.group.findings(of: "roll-forward").last)
    let lines = Self.group.lines(of: finding, inputs: "Inputs/")
    #expect(
      lines.prefix(3) == [
        "Inputs/group/net-assets.csv:4:4: warning: net assets moved by 14,890.5 but the loss explains (18,882.4) [roll-forward]",
        "4 | Net assets/(liabilities),95.3,(456.6),\"14,433.9\"",
        "  |                                       ^^^^^^^^^^",
      ])
    #expect(lines.contains("  = see IAS 1.106(d)"))
    #expect(lines.last?.hasPrefix("  = remedy: ") == true)
    #expect(
      Self.group.briefLine(of: finding, inputs: "Inputs/") == "Inputs/group/net-assets.csv:4:4: warning: [roll-forward]",
      "a log has no amounts")
  }
}
