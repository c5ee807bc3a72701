import Testing

@testable import Statements

/// Tables in two languages at once, and cells that say more than one thing: found by reading files of kinds that nobody had prepared.
@Suite struct TwoLanguagesTests {
  @Test func aHeadingInTwoLanguagesIsWhatEitherSays() {
    let read = ReadStatement(
      """
      entity,Alpha
      ,Notes 附註,Year ended 31 December 2011
      Profit for the year 年內溢利,,"2,200.0"
      Attributable to:,,
      Owners of the Company 本公司擁有人,7,"1,760.0"
      Non-controlling interests 非控股權益,7,440.0
      """)
    #expect(
      read.facts == [
        "profit-after-tax 2011-01-01/2011-12-31 2200", "profit-attributable-to-owners 2011-01-01/2011-12-31 1760",
        "profit-attributable-to-nci 2011-01-01/2011-12-31 440",
      ])
    #expect(!read.findings.contains { $0.contains("unmapped") })
  }

  @Test func centsBesideALabelAreCents() {
    let read = ReadStatement(
      "entity,Alpha\n,Year ended 31 December 2011 (HK$'000)\nProfit after tax,100.5\nEarnings per share (HK cents),12.5\n")
    #expect(
      read.facts == ["profit-after-tax 2011-01-01/2011-12-31 100500", "basic-earnings-per-share 2011-01-01/2011-12-31 0.125"])
  }

  @Test func anOpeningBalanceWithADateOfItsOwnIsOfThatDate() {
    let read = ReadStatement(
      """
      entity,Alpha
      项目,期末余额,期初余额
      报告日期,2012年12月31日,2011年12月31日
      资产总计,"1,234.56","1,000.00"
      """)
    #expect(read.facts == ["total-assets 2012-12-31 1234.56", "total-assets 2011-12-31 1000"])
  }

  @Test func aLineThatEndsBeforeTheLastHeadingIsNamed() {
    let read = ReadStatement("entity,Alpha\n,2011-12-31,2012-12-31\nTotal assets,90.0\nNet assets,59.9,60.3\n")
    #expect(read.findings.contains("3:2 unreadable warning"))
    #expect(!read.findings.contains { $0.hasPrefix("4:") })
  }

  @Test func aFileThatIsNotTakenLeavesNoEntity() {
    let read = ReadStatement("entity,Quay\n,2012-12-31\nTotal assets,12O.0\n")
    #expect(read.intake.entities.entities.isEmpty)
    #expect(read.intake.entities.find("Quay") == nil)
  }

  @Test func aColumnWithADateOfItsOwnIsNotShiftedByItsWords() {
    let read = ReadStatement("entity,Alpha\n,Actual,Prior year\n,YTD Jun 2023,YTD Jun 2022\nRevenue,100,80\n")
    #expect(read.facts == ["revenue 2023-01-01/2023-06-30 100", "revenue 2022-01-01/2022-06-30 80"])
  }

  @Test func aColumnOfWordsUnderADateIsNotLeftOutInSilence() {
    let read = ReadStatement("entity,Alpha\n,31 Dec 2023,31 Dec 2022\nTotal assets,12O0,900\nTotal liabilities,tbc,400\n")
    #expect(read.facts.isEmpty)
    #expect(read.findings == ["3:2 unreadable error", "4:2 unreadable error"])
  }
}
