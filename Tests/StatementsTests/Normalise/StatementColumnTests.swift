import Testing

@testable import Statements

/// Which columns of a statement hold figures: comparisons, budgets, restatements, units, codes and remarks told apart.
@Suite struct StatementColumnTests {
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
