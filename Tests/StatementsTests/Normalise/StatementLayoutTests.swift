import Testing

@testable import Statements

// Long because each claim carries the table that it is about, and the tables belong side by side.

/// Every layout in which people lay out a statement, and the facts that it says.
@Suite struct StatementLayoutTests {
  @Test func rowsOfHeadingsSayThePeriodTogether() {
    let read = ReadStatement(
      """
      Alpha Ltd
      ,Year ended 31 December,
      ,2012,2011
      ,RMB'000,RMB'000
      Revenue,"1,000",900
      Cost of sales,(700),(600)
      Gross profit,300,300
      Income tax (expense)/credit,(20),10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        revenue 2011-01-01/2011-12-31 900000
        cost-of-sales 2012-01-01/2012-12-31 -700000
        cost-of-sales 2011-01-01/2011-12-31 -600000
        gross-profit 2012-01-01/2012-12-31 300000
        gross-profit 2011-01-01/2011-12-31 300000
        income-tax 2012-01-01/2012-12-31 -20000
        income-tax 2011-01-01/2011-12-31 10000
        """)
    #expect(read.doubts == ["5:2 separator-assumed info"])
  }

  @Test func notesAreNoFiguresAndSharesGoToTheirWhole() {
    let read = ReadStatement(
      """
      Alpha Ltd
      Consolidated statement of profit or loss
      For the year ended 31 December 2012
      ,Note,2012,2011
      ,,RMB'000,RMB'000
      Revenue,3,1000,900
      Profit for the year,,300,300
      Attributable to:
      Owners of the Company,,200,190
      Non-controlling interests,,100,110
      Total comprehensive income for the year,,310,320
      Attributable to:,,,
      Owners of the Company,,210,200
      Non-controlling interests,,100,120
      * footnote: audited by X
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        revenue 2011-01-01/2011-12-31 900000
        profit-after-tax 2012-01-01/2012-12-31 300000
        profit-after-tax 2011-01-01/2011-12-31 300000
        profit-attributable-to-owners 2012-01-01/2012-12-31 200000
        profit-attributable-to-owners 2011-01-01/2011-12-31 190000
        profit-attributable-to-nci 2012-01-01/2012-12-31 100000
        profit-attributable-to-nci 2011-01-01/2011-12-31 110000
        total-comprehensive-income 2012-01-01/2012-12-31 310000
        total-comprehensive-income 2011-01-01/2011-12-31 320000
        total-comprehensive-income-attributable-to-owners 2012-01-01/2012-12-31 210000
        total-comprehensive-income-attributable-to-owners 2011-01-01/2011-12-31 200000
        total-comprehensive-income-attributable-to-nci 2012-01-01/2012-12-31 100000
        total-comprehensive-income-attributable-to-nci 2011-01-01/2011-12-31 120000
        """)
    #expect(read.doubts == [])
  }

  /// `Net assets` is a title as well as a label, and 2000 a year as well as an amount.
  @Test func aFigureThatLooksLikeAYearIsAFigureBesideALabel() {
    let read = ReadStatement("entity,Alpha Ltd\nunit,RMB'000\n,2024-12-31,2023-12-31\nNet assets,2000,1990\nGoodwill,5,4\n")
    #expect(
      read.facts.joined(separator: "\n") == """
        net-assets 2024-12-31 2000000
        net-assets 2023-12-31 1990000
        goodwill 2024-12-31 5000
        goodwill 2023-12-31 4000
        """)
  }

  /// Net assets beside another total of equity are a contradiction, not a part of it.
  @Test func netAssetsAreNoPartOfTotalEquity() {
    let read = ReadStatement("entity,Alpha Ltd\nunit,£'000\n,2024-12-31\nNet assets,4720\nShare capital,4270\nTotal equity,4270\n")
    #expect(read.facts.filter { $0.hasPrefix("net-assets ") } == ["net-assets 2024-12-31 4720000", "net-assets 2024-12-31 4270000"])
  }

  /// The British page: liabilities in brackets, net assets, and the equity below that comes to the same.
  @Test func deductionsAreProvedBesideTotalEquityToo() {
    let read = ReadStatement(
      """
      Alpha Ltd
      ,31 Dec 2024,31 Dec 2023
      ,£'000,£'000
      Non-current assets,6000,5500
      Current assets,3655,3500
      Total assets,9655,9000
      Current liabilities,(1655),(1500)
      Non-current liabilities,(3000),(2900)
      Total liabilities,(4655),(4400)
      Net assets,5000,4600
      Share capital,1000,1000
      Retained earnings,4000,3600
      Total equity,5000,4600
      """)
    #expect(read.facts.contains("total-liabilities 2024-12-31 4655000") && read.facts.contains("current-liabilities 2023-12-31 1500000"))
    #expect(!read.doubts.contains { $0.contains("warning") || $0.contains("error") }, "\(read.doubts)")
  }

  @Test func aDateInAPairIsNoHeading() {
    let read = ReadStatement(
      """
      entity,Alpha Ltd
      date,2012-09-30
      unit,RMB'000
      ,Amount
      Total assets,500
      Total liabilities,200
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-09-30 500000
        total-liabilities 2012-09-30 200000
        """)
    #expect(read.doubts == [])
  }

  @Test func aPairOverFiguresIsTheirHeading() {
    let read = ReadStatement(
      """
      entity,Alpha Ltd
      unit,RMB'000
      date,2012-09-30
      Total assets,500
      Net assets,300
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-09-30 500000
        net-assets 2012-09-30 300000
        """)
    #expect(read.doubts == [])
  }

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

  @Test func aChineseIncomeStatementNamesItsPeriodAboveTheTable() {
    let read = ReadStatement(
      """
      利润表
      编制单位：甲公司,2012年度,单位：万元
      项目,本期金额,上期金额
      一、营业收入,100.00,90.00
      减：营业成本,70.00,60.00
      三、利润总额,30.00,30.00
      减：所得税费用,7.50,-2.50
      四、净利润,22.50,32.50
      归属于母公司所有者的净利润,20.00,30.00
      少数股东损益,2.50,2.50
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        revenue 2011-01-01/2011-12-31 900000
        cost-of-sales 2012-01-01/2012-12-31 -700000
        cost-of-sales 2011-01-01/2011-12-31 -600000
        profit-before-tax 2012-01-01/2012-12-31 300000
        profit-before-tax 2011-01-01/2011-12-31 300000
        income-tax 2012-01-01/2012-12-31 -75000
        income-tax 2011-01-01/2011-12-31 25000
        profit-after-tax 2012-01-01/2012-12-31 225000
        profit-after-tax 2011-01-01/2011-12-31 325000
        profit-attributable-to-owners 2012-01-01/2012-12-31 200000
        profit-attributable-to-owners 2011-01-01/2011-12-31 300000
        profit-attributable-to-nci 2012-01-01/2012-12-31 25000
        profit-attributable-to-nci 2011-01-01/2011-12-31 25000
        """)
    #expect(read.doubts == ["3:2 period-assumed info", "3:2 period-assumed info", "2:3 unit-assumed info", "3:3 period-assumed info"])
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

  @Test func quartersStandUnderTheirYear() {
    let read = ReadStatement(
      """
      Alpha Ltd
      ,2012,,,
      RMB'000,Q1,Q2,Q3,Q4
      Revenue,10,12,13,11
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-03-31 10000
        revenue 2012-04-01/2012-06-30 12000
        revenue 2012-07-01/2012-09-30 13000
        revenue 2012-10-01/2012-12-31 11000
        """)
    #expect(read.doubts == [])
  }

  @Test func columnsThatCompareAreNoPeriods() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012,FY2011,Change,% Change,Comments
      Revenue,1000,900,100,11.1%,ok
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        revenue 2011-01-01/2011-12-31 900000
        """)
    #expect(read.doubts == [])
  }

  @Test func aColumnWithoutADateIsLeftOutAndSaidSo() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,Q1 2012,Q2 2012,Total
      Revenue,5,6,11
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-03-31 5000
        revenue 2012-04-01/2012-06-30 6000
        """)
    #expect(read.doubts == ["2:4 unmapped warning"])
  }

  @Test func aBudgetIsAScenario() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000
      ,FY2012,FY2012,,FY2011
      ,Actual,Budget,Variance,Actual
      Revenue,1000,900,100,800
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        revenue 2012-01-01/2012-12-31 900000 budget
        revenue 2011-01-01/2011-12-31 800000
        """)
    #expect(read.doubts == [])
  }

  @Test func aRestatedColumnStands() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012,FY2011 (restated),FY2011 (as previously reported)
      Revenue,1000,900,890
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        revenue 2011-01-01/2011-12-31 900000
        revenue 2011-01-01/2011-12-31 890000 as previously reported
        """)
    #expect(read.doubts == [])
  }

  @Test func oneLabelMeansWhatItsSectionSays() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31/12/2012
      ASSETS
      Non-current assets
      Deferred tax,10
      Other,3
      ,13
      Current assets
      Other,5
      Inventories,1
      ,6
      Total assets,19
      LIABILITIES
      Current liabilities
      Borrowings,7
      Total current liabilities,7
      Non-current liabilities
      Borrowings,5
      Deferred tax,1
      Total non-current liabilities,6
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        deferred-tax-assets 2012-12-31 10000
        other-non-current-assets 2012-12-31 3000
        non-current-assets 2012-12-31 13000
        other-current-assets 2012-12-31 5000
        inventories 2012-12-31 1000
        current-assets 2012-12-31 6000
        total-assets 2012-12-31 19000
        borrowings-current 2012-12-31 7000
        current-liabilities 2012-12-31 7000
        borrowings-non-current 2012-12-31 5000
        deferred-tax-liabilities 2012-12-31 1000
        non-current-liabilities 2012-12-31 6000
        """)
    #expect(read.doubts == [])
  }

  @Test func aTableMayBeTransposed() {
    let read = ReadStatement(
      """
      Alpha Ltd
      unit,RMB'000
      Date,Revenue,Cost of sales,Gross profit
      2011-12-31,900,600,300
      2012-12-31,1000,700,300
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2011-01-01/2011-12-31 900000
        revenue 2012-01-01/2012-12-31 1000000
        cost-of-sales 2011-01-01/2011-12-31 -600000
        cost-of-sales 2012-01-01/2012-12-31 -700000
        gross-profit 2011-01-01/2011-12-31 300000
        gross-profit 2012-01-01/2012-12-31 300000
        """)
    #expect(read.doubts == ["4:1 period-assumed info"])
  }

  @Test func transposedRecordsMayNameEntityCurrencyAndUnit() {
    let read = ReadStatement(
      """
      Period,Company,Currency,Unit,Revenue,Profit after tax
      9M 2012,Alpha,CNY,thousands,100,-5
      9M 2012,Beta,HKD,thousands,200,6
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        Alpha: revenue 2012-01-01/2012-09-30 100000
        Beta: revenue 2012-01-01/2012-09-30 200000
        Alpha: profit-after-tax 2012-01-01/2012-09-30 -5000
        Beta: profit-after-tax 2012-01-01/2012-09-30 6000
        """)
    #expect(read.doubts == [])
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

  @Test func aHeadingOverYearsGivesTheDay() {
    let read = ReadStatement(
      """
      Alpha Ltd
      Balance sheet as at 30 June (HK$ million)
      ,2012,2011
      Total assets,10,9
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-06-30 10000000
        total-assets 2011-06-30 9000000
        """)
    #expect(read.doubts == [])
  }

  @Test func aLineOverYearsGivesTheStretch() {
    let read = ReadStatement(
      """
      Alpha Ltd
      For the six months ended 30 June
      RMB'000,2012,2011
      Revenue,10,9
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-06-30 10000
        revenue 2011-01-01/2011-06-30 9000
        """)
    #expect(read.doubts == [])
  }

  @Test func aTableMayHaveNoHeadingsAtAll() {
    let read = ReadStatement(
      """
      Alpha Ltd
      For the year ended 31 December 2012
      RMB'000
      Revenue,10
      Gross profit,4
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 10000
        gross-profit 2012-01-01/2012-12-31 4000
        """)
    #expect(read.doubts == [])
  }

  @Test func figuresThatLookLikeYearsAreFigures() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012,FY2011
      Revenue,2010,2009
      Profit after tax,2001,1999
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 2010000
        revenue 2011-01-01/2011-12-31 2009000
        profit-after-tax 2012-01-01/2012-12-31 2001000
        profit-after-tax 2011-01-01/2011-12-31 1999000
        """)
    #expect(read.doubts == [])
  }

  @Test func labelsMayHaveNumbersNotesAndMarks() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012
      Revenue (note 3),10
      Less: Cost of sales*,6
      1. Gross profit [2],4
      TotalComprehensiveIncome,3
      年內溢利 Profit for the year,3

      * Restated, see note 5
      Prepared by: J. Smith
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 10000
        cost-of-sales 2012-01-01/2012-12-31 -6000
        gross-profit 2012-01-01/2012-12-31 4000
        total-comprehensive-income 2012-01-01/2012-12-31 3000
        profit-after-tax 2012-01-01/2012-12-31 3000
        """)
    #expect(read.doubts == ["9:2 unmapped info"])
  }

  @Test func figuresPerShareHaveNoUnit() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012
      Revenue,10
      Gross margin,12.5%
      Earnings per share
      Basic,0.10
      Diluted (RMB),0.09
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 10000
        gross-margin-percent 2012-01-01/2012-12-31 12.5
        basic-earnings-per-share 2012-01-01/2012-12-31 0.1
        diluted-earnings-per-share 2012-01-01/2012-12-31 0.09
        """)
    #expect(read.doubts == ["4:1 unmapped info"])
  }

  @Test func aUnitMayStandInAColumn() {
    let read = ReadStatement(
      """
      Alpha Ltd
      Item,Unit,FY2012
      Revenue,RMB million,100
      Gross margin,%,12.5
      Number of employees,,1200
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 100000000
        gross-margin-percent 2012-01-01/2012-12-31 12.5
        number-of-employees 2012-01-01/2012-12-31 1200
        """)
    #expect(read.doubts == ["4:1 unmapped info", "5:1 unmapped info"])
  }

  @Test func labelsMayBeIndentedByColumns() {
    let read = ReadStatement(
      """
      Alpha Ltd,,,
      ,,RMB'000,31/12/2012
      Assets,,,
      ,Current assets,,
      ,,Inventories,5
      ,Total current assets,,11
      Total assets,,,20
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        inventories 2012-12-31 5000
        current-assets 2012-12-31 11000
        total-assets 2012-12-31 20000
        """)
    #expect(read.doubts == [])
  }

  @Test func aHeadingMayHaveLinesInItsCell() {
    let read = ReadStatement(
      """
      Alpha Ltd
      ,"Year ended
      31 December 2012
      RMB'000","Year ended
      31 December 2011
      RMB'000"
      Revenue,5,4
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 5000
        revenue 2011-01-01/2011-12-31 4000
        """)
    #expect(read.doubts == [])
  }

  @Test func bareDatesThatDoNotGrowMayBeQuarters() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,2012-03-31,2012-06-30,2012-09-30,2012-12-31
      Revenue,10,9,11,12
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-03-31 10000
        revenue 2012-01-01/2012-06-30 9000
        revenue 2012-01-01/2012-09-30 11000
        revenue 2012-01-01/2012-12-31 12000
        """)
    #expect(read.doubts == ["2:2 period-assumed info", "3:3 period-assumed warning"])
  }

  @Test func theFileSettlesThatItsPeriodsAreQuarters() {
    let read = ReadStatement(
      """
      Alpha Ltd
      periods,quarters
      RMB'000,2012-03-31,2012-06-30
      Revenue,10,9
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-03-31 10000
        revenue 2012-04-01/2012-06-30 9000
        """)
    #expect(read.doubts == [])
  }

  @Test func equityMeansWhatItsTwinsLeaveIt() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,31 Dec 2012
      Stockholders' equity,10
      Minority interest,2
      Total equity,12
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        equity-attributable-to-owners 2012-12-31 10000000
        non-controlling-interests 2012-12-31 2000000
        net-assets 2012-12-31 12000000
        """)
    #expect(read.doubts == [])
  }

  @Test func equityAloneIsAllEquity() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,31 Dec 2012
      Total assets,15
      Stockholders' equity,10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-12-31 15000000
        net-assets 2012-12-31 10000000
        """)
    #expect(read.doubts == [])
  }

  @Test func netIncomeBesideOneThatIncludesAllIsTheOwners() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,FY2012
      Net income including noncontrolling interests,12
      Net income,10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        profit-after-tax 2012-01-01/2012-12-31 12000000
        profit-attributable-to-owners 2012-01-01/2012-12-31 10000000
        """)
    #expect(read.doubts == [])
  }

  @Test func aTrailingYearWithoutItsDayIsLeftOut() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,TTM,FY2012
      Revenue,12,10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 10000000
        """)
    #expect(read.doubts == ["2:2 period-assumed warning"])
  }

  @Test func remarksBesideALabelAreNoFigures() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31/12/2012
      Auditor,KPMG
      Total assets,5
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-12-31 5000
        """)
    #expect(read.doubts == ["3:2 unmapped info"])
  }

  @Test func notesBelowASpanningHeadingAreNoFigures() {
    let read = ReadStatement(
      """
      ALPHA HOLDINGS LIMITED
      CONSOLIDATED STATEMENT OF PROFIT OR LOSS
      For the six months ended 30 June 2012
      ,,Six months ended 30 June,
      ,,2012,2011
      ,Notes,RMB'000,RMB'000
      ,,(Unaudited),(Unaudited)
      Revenue,4,"1,234,567","1,100,000"
      Profit before taxation,5,100,50
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-06-30 1234567000
        revenue 2011-01-01/2011-06-30 1100000000
        profit-before-tax 2012-01-01/2012-06-30 100000
        profit-before-tax 2011-01-01/2011-06-30 50000
        """)
    #expect(read.doubts == [])
  }

  @Test func codesBesideLabelsAreNoLabels() {
    let read = ReadStatement(
      """
      Alpha Ltd
      Account,Account name,2012-12-31
      1000,Cash and cash equivalents,10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        cash-and-cash-equivalents 2012-12-31 10
        """)
    #expect(read.doubts == ["2:3 unit-assumed info"])
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

  @Test func figuresWithoutAHeadingAreLeftOutAndSaidSo() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012,
      Revenue,10,9
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 10000
        """)
    #expect(read.doubts == ["2:3 unmapped warning"])
  }
}
