import Testing

@testable import Statements

/// How the headings of a statement are read: which columns are dates or periods, and what they leave aside.
@Suite struct StatementHeadingTests {
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
}
