import Testing

@testable import Statements

/// Whose a table is, and which tables of a file stand below or beside each other.
@Suite struct StatementOwnerTests {
  @Test func columnsMayBeEntities() {
    let read = ReadStatement(
      """
      Group accounts at 30 September 2012
      RMB'000
      ,Alpha Ltd,Beta Ltd,Eliminations
      Total assets,500,200,(50)
      Total liabilities,200,100,(50)
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        Alpha Ltd: total-assets 2012-09-30 500000
        Beta Ltd: total-assets 2012-09-30 200000
        Alpha Ltd: total-liabilities 2012-09-30 200000
        Beta Ltd: total-liabilities 2012-09-30 100000
        """)
    #expect(read.doubts == ["3:2 period-assumed info", "3:4 unmapped info"])
  }

  @Test func entitiesMaySpanDates() {
    let read = ReadStatement(
      """
      RMB'000
      ,Alpha Ltd,,Beta Ltd,
      ,2012-12-31,2011-12-31,2012-12-31,2011-12-31
      Total assets,500,200,50,65
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        Alpha Ltd: total-assets 2012-12-31 500000
        Alpha Ltd: total-assets 2011-12-31 200000
        Beta Ltd: total-assets 2012-12-31 50000
        Beta Ltd: total-assets 2011-12-31 65000
        """)
    #expect(read.doubts == ["3:2 period-assumed info"])
  }

  @Test func aColumnMayNameTheEntityOfEachLine() {
    let read = ReadStatement(
      """
      unit,RMB'000
      Company,Item,2012-12-31,2011-12-31
      Alpha,Total assets,500,400
      Alpha,Total liabilities,200,100
      Beta,Total assets,50,40
      ,Total liabilities,20,10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        Alpha: total-assets 2012-12-31 500000
        Alpha: total-assets 2011-12-31 400000
        Alpha: total-liabilities 2012-12-31 200000
        Alpha: total-liabilities 2011-12-31 100000
        Beta: total-assets 2012-12-31 50000
        Beta: total-assets 2011-12-31 40000
        Beta: total-liabilities 2012-12-31 20000
        Beta: total-liabilities 2011-12-31 10000
        """)
    #expect(read.doubts == [])
  }

  @Test func aChineseBalanceSheetStandsInTwoHalves() {
    let read = ReadStatement(
      """
      资产负债表
      编制单位：甲公司,,2012年12月31日,,单位：元
      资产,行次,期末余额,年初余额,负债和所有者权益,行次,期末余额,年初余额
      流动资产：,,,,流动负债：,,,
      货币资金,1,"1,000.00",900.00,短期借款,31,300.00,200.00
      流动资产合计,10,"1,500.00","1,300.00",负债合计,41,300.00,200.00
      ,,,,所有者权益合计,50,"1,200.00","1,100.00"
      资产总计,20,"1,500.00","1,300.00",负债和所有者权益总计,51,"1,500.00","1,300.00"
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        cash-and-cash-equivalents 2012-12-31 1000
        cash-and-cash-equivalents 2011-12-31 900
        current-assets 2012-12-31 1500
        current-assets 2011-12-31 1300
        total-assets 2012-12-31 1500
        total-assets 2011-12-31 1300
        short-term-borrowings 2012-12-31 300
        short-term-borrowings 2011-12-31 200
        total-liabilities 2012-12-31 300
        total-liabilities 2011-12-31 200
        net-assets 2012-12-31 1200
        net-assets 2011-12-31 1100
        total-liabilities-and-equity 2012-12-31 1500
        total-liabilities-and-equity 2011-12-31 1300
        """)
    #expect(read.doubts == ["3:3 period-assumed info", "2:5 unit-assumed info", "3:4 period-assumed info"])
  }

  @Test func tablesMayStandBelowEachOther() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000
      Statement of financial position
      ,31 December 2012,31 December 2011
      Equity attributable to owners of the parent,250,260
      Non-controlling interests,50,40
      Total equity,300,300

      Statement of profit or loss
      ,Year ended 31 December 2012,Year ended 31 December 2011
      Profit for the year,100,90
      Non-controlling interests,10,9
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        equity-attributable-to-owners 2012-12-31 250000
        equity-attributable-to-owners 2011-12-31 260000
        non-controlling-interests 2012-12-31 50000
        non-controlling-interests 2011-12-31 40000
        net-assets 2012-12-31 300000
        net-assets 2011-12-31 300000
        profit-after-tax 2012-01-01/2012-12-31 100000
        profit-after-tax 2011-01-01/2011-12-31 90000
        profit-attributable-to-nci 2012-01-01/2012-12-31 10000
        profit-attributable-to-nci 2011-01-01/2011-12-31 9000
        """)
    #expect(read.doubts == [])
  }

  @Test func anotherTableMayBeginWithoutABlankLine() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000
      Balance sheet,31.12.2012,31.12.2011
      Total assets,10,9
      Income statement,2012,2011
      Revenue,5,4
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-12-31 10000
        total-assets 2011-12-31 9000
        revenue 2012-01-01/2012-12-31 5000
        revenue 2011-01-01/2011-12-31 4000
        """)
    #expect(read.doubts == ["5:2 period-assumed info"])
  }

  @Test func groupAndCompanyAreTwoBases() {
    let read = ReadStatement(
      """
      Alpha Ltd
      ,Group,,Company,
      ,31 Dec 2012,31 Dec 2011,31 Dec 2012,31 Dec 2011
      ,RMB'000,RMB'000,RMB'000,RMB'000
      Total assets,10,9,5,4
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-12-31 10000
        total-assets 2011-12-31 9000
        total-assets 2012-12-31 5000
        total-assets 2011-12-31 4000
        """)
    #expect(read.doubts == [])
  }

  @Test func aLineBetweenTablesSaysWhoseTheNextIs() {
    let read = ReadStatement(
      """
      RMB'000
      entity,Alpha Ltd
      ,2012-12-31
      Total assets,10

      entity,Beta Ltd
      ,2012-12-31
      Total assets,20
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        Alpha Ltd: total-assets 2012-12-31 10000
        Beta Ltd: total-assets 2012-12-31 20000
        """)
    #expect(read.doubts == [])
  }

  @Test func aLineWithinATableSaysWhoseTheRestIs() {
    let read = ReadStatement(
      """
      RMB'000,2012-12-31,2011-12-31
      entity,Alpha Ltd,
      Total assets,10,9
      entity,Beta Ltd,
      Total assets,20,19
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        Alpha Ltd: total-assets 2012-12-31 10000
        Alpha Ltd: total-assets 2011-12-31 9000
        Beta Ltd: total-assets 2012-12-31 20000
        Beta Ltd: total-assets 2011-12-31 19000
        """)
    #expect(read.doubts == [])
  }
}

/// Names in the titles of statements, and files that have none.
struct NamesInTitlesTests {
  private static let figures = "HK$'000,31 December 2023,31 December 2024\nTotal assets,90,100\nTotal liabilities,30,40\nNet assets,60,60\n"

  @Test(arguments: [
    "Quay Limited - Balance sheet", "Quay Limited balance sheet", "Balance sheet - Quay Limited", "Balance sheet of Quay Limited",
    "Statement of financial position of Quay Limited as at 31 December 2024", "Quay Limited: management accounts (unaudited)",
    "Quay Limited | Statement of profit or loss for the year ended 31 December 2024",
  ])
  func aNameBesideATitleIsTheEntitys(_ title: String) {
    let accounts = CSVGroup(["a.csv": "Pier Limited\n" + Self.figures, "b.csv": "\"\(title)\"\n" + Self.figures]).run().accounts
    #expect(accounts.entities.ids.map { accounts.entities[$0].name } == ["Pier Limited", "Quay Limited"])
  }

  @Test(arguments: ["甲公司资产负债表", "资产负债表：甲公司"])
  func aChineseNameBesideATitleIsTheEntitys(_ title: String) {
    let accounts = CSVGroup(["a.csv": title + "\n" + Self.figures]).run().accounts
    #expect(accounts.entities.ids.map { accounts.entities[$0].name } == ["甲公司"])
  }

  @Test(arguments: [
    "Balance sheet", "Statement of financial position (unaudited)", "Group balance sheet", "Management accounts, December 2024",
  ])
  func aTitleAloneNamesNobody(_ title: String) {
    let accounts = CSVGroup(["pier.csv": "\"\(title)\"\n" + Self.figures]).run().accounts
    #expect(accounts.entities.ids.map { accounts.entities[$0].name } == ["pier"])
  }

  @Test(arguments: [
    "Balance sheet of the Company", "Income statement for the company", "Statement of financial position - the Group",
    "Balance sheet - parent company", "Holding company balance sheet", "Balance sheet of ABC, a Hong Kong company",
    "Statement of changes in equity, attributable to owners of the company", "本公司资产负债表", "母公司资产负债表", "集团合并资产负债表",
  ])
  func wordsForAnyCompanyNameNobody(_ title: String) {
    let accounts = CSVGroup(["pier.csv": "\"\(title)\"\n" + Self.figures]).run().accounts
    #expect(accounts.entities.ids.map { accounts.entities[$0].name } == ["pier"])
  }

  /// A line that is a name and nothing else counts before one beside a title.
  @Test func aLineThatIsANameWins() {
    let accounts = CSVGroup(["a.csv": "Balance sheet of Northgate Group Limited\nQuay\n" + Self.figures]).run().accounts
    #expect(accounts.entities.ids.map { accounts.entities[$0].name } == ["Quay"])
  }

  /// The name of the group over a subsidiary's statement.
  @Test(arguments: ["Northgate Limited - Quay Limited - Balance sheet", "Northgate Limited\nQuay Limited"])
  func aSubsidiarysNameCountsBeforeTheParents(_ title: String) {
    let entities = "entity,role\nNorthgate Limited,parent\nQuay Limited,subsidiary\nPier Limited,subsidiary\n"
    let accounts = CSVGroup(["entities.csv": entities, "q.csv": title + "\n" + Self.figures]).run().accounts
    let reported = accounts.entities.ids.filter { !accounts.index.items(of: $0).isEmpty }
    #expect(reported.map { accounts.entities[$0].name } == ["Quay Limited"])
  }

  @Test func aUnitThatIsNotUnderstoodIsSaidBesideAName() {
    let figures = Self.figures.replacing("HK$'000", with: "")
    let group = CSVGroup(["q.csv": "\"Quay Limited - Balance sheet, amounts in thousands of zorkmid\"\n" + figures]).run()
    #expect(group.accounts.entities.ids.map { group.accounts.entities[$0].name } == ["Quay Limited"])
    #expect(group.findings.contains { $0.check == "unit-assumed" && $0.severity == .warning })
  }

  /// Two tables of one file are one guess.
  @Test func aFileWithoutANameIsSaidOnce() {
    let results = "\nHK$'000,Year ended 31 December 2024\nRevenue,9\nProfit after tax,9\n"
    let group = CSVGroup([
      "a.csv": "Pier Limited\n" + Self.figures, "b.csv": Self.figures.replacing("202", with: "201") + results,
      "c.csv": "Quay Limited\n" + Self.figures,
    ]).run()
    #expect(group.findings.count { $0.severity == .warning && $0.check == "period-assumed" } == 1)
  }

  @Test func aFileWithoutANameIsGuessedAtWhereOthersComeAfterIt() {
    let files = [
      "a.csv": "Pier Limited\n" + Self.figures, "b.csv": Self.figures.replacing("2023", with: "2021").replacing("2024", with: "2022"),
    ]
    let isSaid = { (files: [String: String]) in
      CSVGroup(files).run().findings.contains { $0.severity == .warning && $0.check == "period-assumed" && $0.place?.fileIndex == 1 }
    }
    #expect(!isSaid(files))
    #expect(isSaid(files.merging(["c.csv": "Quay Limited\n" + Self.figures]) { first, _ in first }))
  }
}
