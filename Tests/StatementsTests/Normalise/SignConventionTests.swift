import Testing

@testable import Statements

/// How a table prints its costs and losses is read from the table.
@Suite struct SignConventionTests {
  @Test func costsInBracketsAndACredit() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012,FY2011
      Revenue,1000,900
      Cost of sales,(700),(600)
      Gross profit,300,300
      Administrative expenses,(50),(40)
      Other operating expenses,20,(10)
      Profit before tax,270,250
      Income tax,(70),5
      Profit after tax,200,255
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        revenue 2011-01-01/2011-12-31 900000
        cost-of-sales 2012-01-01/2012-12-31 -700000
        cost-of-sales 2011-01-01/2011-12-31 -600000
        gross-profit 2012-01-01/2012-12-31 300000
        gross-profit 2011-01-01/2011-12-31 300000
        administrative-expenses 2012-01-01/2012-12-31 -50000
        administrative-expenses 2011-01-01/2011-12-31 -40000
        other-operating-expenses 2012-01-01/2012-12-31 20000
        other-operating-expenses 2011-01-01/2011-12-31 -10000
        profit-before-tax 2012-01-01/2012-12-31 270000
        profit-before-tax 2011-01-01/2011-12-31 250000
        income-tax 2012-01-01/2012-12-31 -70000
        income-tax 2011-01-01/2011-12-31 5000
        profit-after-tax 2012-01-01/2012-12-31 200000
        profit-after-tax 2011-01-01/2011-12-31 255000
        """)
    #expect(read.doubts == ["7:2 sign info"])
  }

  @Test func costsWithoutAMinusAndACredit() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012,FY2011
      Revenue,1000,900
      Cost of sales,700,600
      Gross profit,300,300
      Administrative expenses,50,40
      Other operating expenses,-20,10
      Profit before tax,270,250
      Income tax,70,-5
      Profit after tax,200,255
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        revenue 2011-01-01/2011-12-31 900000
        cost-of-sales 2012-01-01/2012-12-31 -700000
        cost-of-sales 2011-01-01/2011-12-31 -600000
        gross-profit 2012-01-01/2012-12-31 300000
        gross-profit 2011-01-01/2011-12-31 300000
        administrative-expenses 2012-01-01/2012-12-31 -50000
        administrative-expenses 2011-01-01/2011-12-31 -40000
        other-operating-expenses 2012-01-01/2012-12-31 20000
        other-operating-expenses 2011-01-01/2011-12-31 -10000
        profit-before-tax 2012-01-01/2012-12-31 270000
        profit-before-tax 2011-01-01/2011-12-31 250000
        income-tax 2012-01-01/2012-12-31 -70000
        income-tax 2011-01-01/2011-12-31 5000
        profit-after-tax 2012-01-01/2012-12-31 200000
        profit-after-tax 2011-01-01/2011-12-31 255000
        """)
    #expect(read.doubts == ["7:2 sign info"])
  }

  @Test func taxProvedAloneInItsOwnWay() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012
      Revenue,1000
      Cost of sales,(700)
      Gross profit,300
      Profit before tax,300
      Income tax expense,70
      Profit after tax,230
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 1000000
        cost-of-sales 2012-01-01/2012-12-31 -700000
        gross-profit 2012-01-01/2012-12-31 300000
        profit-before-tax 2012-01-01/2012-12-31 300000
        income-tax 2012-01-01/2012-12-31 -70000
        profit-after-tax 2012-01-01/2012-12-31 230000
        """)
    #expect(read.doubts == [])
  }

  @Test func theWordsOfATaxLine() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,FY2012,FY2011
      Profit before tax,100,(50)
      Income tax expense (benefit),30,(20)
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        profit-before-tax 2012-01-01/2012-12-31 100000000
        profit-before-tax 2011-01-01/2011-12-31 -50000000
        income-tax 2012-01-01/2012-12-31 -30000000
        income-tax 2011-01-01/2011-12-31 20000000
        """)
    #expect(read.doubts == [])
  }

  @Test func aLossIsALossWithBracketsOrWithout() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012
      Net loss before tax,1552.5
      Net losses,(1552.5)
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        profit-before-tax 2012-01-01/2012-12-31 -1552500
        profit-after-tax 2012-01-01/2012-12-31 -1552500
        """)
    #expect(read.doubts == [])
  }

  @Test func aLossOfBothSignsIsDoubtful() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,FY2012,FY2011,FY2010
      Net loss,100,(50),20
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        profit-after-tax 2012-01-01/2012-12-31 -100000000
        profit-after-tax 2011-01-01/2011-12-31 50000000
        profit-after-tax 2010-01-01/2010-12-31 -20000000
        """)
    #expect(read.doubts == ["3:3 sign warning"])
  }

  @Test func sharesOfProfitPrintedAsDeductions() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,FY2012,FY2011
      Net income,100,50
      Less: Net income attributable to noncontrolling interests,(20),(5)
      Net income attributable to parent,80,45
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        profit-after-tax 2012-01-01/2012-12-31 100000000
        profit-after-tax 2011-01-01/2011-12-31 50000000
        profit-attributable-to-nci 2012-01-01/2012-12-31 20000000
        profit-attributable-to-nci 2011-01-01/2011-12-31 5000000
        profit-attributable-to-owners 2012-01-01/2012-12-31 80000000
        profit-attributable-to-owners 2011-01-01/2011-12-31 45000000
        """)
    #expect(read.doubts == [])
  }

  @Test func contraItemsAreNegativeHoweverPrinted() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31 Dec 2012
      Accumulated depreciation,20
      Treasury shares,(5)
      Accumulated losses,30
      Allowance for doubtful debts,-2
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        accumulated-depreciation 2012-12-31 -20000
        treasury-shares 2012-12-31 -5000
        retained-earnings 2012-12-31 -30000
        allowance-for-doubtful-debts 2012-12-31 -2000
        """)
    #expect(read.doubts == [])
  }

  @Test func whatIsTakenOffIsACostWithAMinusOrWithout() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012
      Revenue,100
      Less: Cost of sales,(70)
      Less: Administrative expenses,10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2012-01-01/2012-12-31 100000
        cost-of-sales 2012-01-01/2012-12-31 -70000
        administrative-expenses 2012-01-01/2012-12-31 -10000
        """)
    #expect(read.doubts == [])
  }

  @Test func aSingleCostIsACost() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,FY2012
      Administrative expenses,50
      Dividends,3
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        administrative-expenses 2012-01-01/2012-12-31 -50000
        dividends 2012-01-01/2012-12-31 -3000
        """)
    #expect(read.doubts == [])
  }
}
