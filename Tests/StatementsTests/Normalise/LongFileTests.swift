import Statements
import Testing

/// Long files: a row a figure, in any order of columns, in English and Chinese, as printed or as a ledger.
@Suite struct LongFileTests {
  @Test func aRowIsAFigureAndTheItemSaysWhatItsDateMeans() {
    let group = group(
      """
      entity,period,item,amount,currency
      Pier,31 December 2025,total-assets,1000,HKD
      Pier,2025-12-31,Revenue,"4,790.50",HKD
      Pier,FY2025,Cost of sales,(100),HKD
      Pier,9M 2025,Net loss,7,HKD
      """)
    #expect(
      group.factLines == [
        "Pier total-assets 2025-12-31 1000 HKD", "Pier revenue 2025-01-01/2025-12-31 4790.5 HKD",
        "Pier cost-of-sales 2025-01-01/2025-12-31 -100 HKD", "Pier profit-after-tax 2025-01-01/2025-09-30 -7 HKD",
      ])
    #expect(group.findingLines(info: true).contains("info period-assumed 3:2"))
    let place = group.accounts.facts[1].provenance.place
    #expect(place?.lineNumber == 3 && place?.columnNumber == 4)
  }

  @Test func startAndEndAreAStretchAndAPositionStandsAtItsEnd() {
    let group = group(
      """
      Start,End,Company,Line item,Value,Unit
      01/04/2025,30/06/2025,Pier,Revenue,1.5,RMB'000
      01/04/2025,30/06/2025,Pier,Net assets,2,RMB'000
      """)
    #expect(
      group.factLines == ["Pier revenue 2025-04-01/2025-06-30 1500 CNY", "Pier net-assets 2025-06-30 2000 CNY"])
  }

  @Test func chineseHeadingsAndWordsAreRead() {
    let group = group("公司,期间,项目,金额,币种\n碼頭物流,2025年12月31日,资产总计,\"1,000.00\",人民币\n碼頭物流,2025年度,营业收入,5,人民币\n")
    #expect(group.factLines == ["碼頭物流 total-assets 2025-12-31 1000 CNY", "碼頭物流 revenue 2025-01-01/2025-12-31 5 CNY"])
  }

  /// Two labels of one total are not its parts: equal ones count once, and of others the first does.
  @Test(arguments: [("60", ["info duplicate-fact 4:4"]), ("59", ["error duplicate-fact 4:4"])])
  func netAssetsAndTotalEquityAreOneTotal(equity: String, findings: [String]) {
    let group = group(
      "entity,date,item,amount,currency\nPier,2025-12-31,Share capital,60,HKD\nPier,2025-12-31,Net assets,60,HKD\nPier,2025-12-31,Total equity,\(equity),HKD\n"
    )
    #expect(group.factLines == ["Pier share-capital 2025-12-31 60 HKD", "Pier net-assets 2025-12-31 60 HKD"])
    #expect(group.findingLines(info: true).filter { $0.contains("duplicate-fact") } == findings)
  }

  @Test func rowsOfOneItemWithDifferentAccountsAddUpAndSayWhereTheyStand() {
    let group = group([
      ("accounts.csv", "account,item\n1000-1099,cash-and-cash-equivalents\n1100,trade-receivables\n"),
      (
        "long.csv",
        "entity,date,account,account name,amount\nPier,2025-12-31,1001,Till,10.5\nPier,2025-12-31,1002,Bank one,20\nPier,2025-12-31,1100,Debtors,3\n"
      ),
    ])
    #expect(group.factLines == ["Pier cash-and-cash-equivalents 2025-12-31 30.5", "Pier trade-receivables 2025-12-31 3"])
    guard case .derived(_, let sources) = group.accounts.facts[0].provenance else {
      Issue.record("the sum is not derived")
      return
    }
    #expect(sources.all.map(\.lineNumber) == [2, 3] && group.accounts.facts[0].decimals == 0)
  }

  @Test func anAccountThatComesTwiceIsNeverAdded() {
    let group = group(
      "entity,date,account,amount\nPier,2025-12-31,Cash at bank,10\nPier,2025-12-31,Cash at bank,12\nPier,2025-12-31,Inventories,1\nPier,2025-12-31,Inventories,1\n"
    )
    #expect(group.factLines == ["Pier cash-and-cash-equivalents 2025-12-31 10", "Pier inventories 2025-12-31 1"])
    #expect(group.findingLines(info: true).contains("error duplicate-fact 3:4"))
    #expect(group.findingLines(info: true).contains("info duplicate-fact 5:4"))
  }

  @Test func amountsThatComeToNilAreALedger() {
    let group = group(
      """
      entity,date,account code,account name,amount
      Pier,2025-12-31,1000,Cash at bank,700
      Pier,2025-12-31,2000,Trade payables,-100
      Pier,2025-12-31,3000,Share capital,-500
      Pier,2025-12-31,4000,Revenue,-300
      Pier,2025-12-31,5000,Cost of sales,200

      """)
    #expect(
      group.factLines == [
        "Pier cash-and-cash-equivalents 2025-12-31 700", "Pier trade-payables 2025-12-31 100", "Pier share-capital 2025-12-31 500",
        "Pier revenue 2025-01-01/2025-12-31 300", "Pier cost-of-sales 2025-01-01/2025-12-31 -200",
      ])
    #expect(group.findingLines().isEmpty)
  }

  @Test func aLedgerThatDoesNotComeToNilIsOneStillAndIsFound() {
    let group = group(
      """
      entity,date,account code,account name,amount
      Pier,2025-12-31,1000,Cash at bank,700.00
      Pier,2025-12-31,2000,Trade payables,-100.00
      Pier,2025-12-31,3000,Share capital,-500.00
      Pier,2025-12-31,4000,Revenue,-99.99
      """)
    #expect(group.factLines.last == "Pier revenue 2025-01-01/2025-12-31 99.99")
    let finding = group.findings.first { $0.check == "trial-balance" }
    #expect(finding?.severity == .error && finding?.difference?.decimalText == "0.01")
  }

  @Test func anAccountBesideADescriptionIsACode() {
    let group = group("date,account,description,amount\n2025-12-31,1000,Cash at bank,5\n2025-12-31,3000,Share capital,-5\n")
    #expect(group.factLines.map { $0.split(separator: " ")[1] } == ["cash-and-cash-equivalents", "share-capital"])
  }

  @Test func everyBadCellIsNamedInOneRun() {
    let group = group(
      "entity,date,item,amount\nPier,2025-02-31,Revenue,1\n,2025-12-31,Revenue,1\nPier,2025-12-31,Revenue,abc\nPier,2025-12-31,,1\n")
    #expect(
      group.findingLines() == ["error unreadable 2:2", "error unreadable 3:1", "error unreadable 4:4", "error unreadable 5:0"])
    #expect(group.factLines.isEmpty)
  }

  /// An entity without subsidiaries has no other accounts than its separate ones; a parent has.
  @Test func separateAccountsCountWhereAnEntityHasNoOthers() {
    let statement = "entity,Birch Limited\nSeparate\nUS$'000,2023,2024\nRevenue,25.2,29.1\nNet assets,19.0,20.0\n"
    let found = group([("a.csv", statement)])
    let entity = EntityID(index: 0)
    #expect(found.accounts.index.items(of: entity).count == 2)
    let parent = group([("a.csv", statement), ("e.csv", "entity,role\nBirch Limited,parent\n")])
    #expect(parent.accounts.index.items(of: entity).isEmpty)
    let both = group([
      ("a.csv", statement), ("b.csv", statement.replacing("Separate", with: "Consolidated").replacing("25.2", with: "26.2")),
    ])
    #expect(
      both.accounts.index.items(of: entity).flatMap { both.accounts.index.series(entity, $0) }.allSatisfy { $0.basis == .consolidated })
  }

  /// One month that is out leaves the others as they are.
  @Test func anUnbalancedMonthSpoilsNoOther() {
    let found = group(
      """
      rows,balances
      entity,date,account,account name,amount
      Co,2025-01-31,1000,Cash,100000
      Co,2025-01-31,3000,Share capital,-80500
      Co,2025-01-31,4000,Sales,-20000
      Co,2025-01-31,4010,Sales discounts,500
      Co,2025-02-28,1000,Cash,109000
      Co,2025-02-28,3000,Share capital,-80500
      Co,2025-02-28,4000,Sales,-30600
      Co,2025-02-28,4010,Sales discounts,1000
      """)
    let lines = found.factLines.filter { $0.contains("revenue") }
    #expect(
      lines.count == 2 && lines[0].hasSuffix("2025-01-01/2025-01-31 19500") && lines[1].hasSuffix("2025-01-01/2025-02-28 29600"), "\(lines)"
    )
    #expect(found.accounts.facts.contains { $0.isTotalOfAccounts && $0.period.end.isoText == "2025-01-31" })
    #expect(found.findingLines().contains { $0.hasPrefix("error trial-balance") })
  }
}
