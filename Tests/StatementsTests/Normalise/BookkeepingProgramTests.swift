import Testing

@testable import Statements

/// Exports of bookkeeping programs: totals below their parts, codes beside names and descriptions, lists for printers.
@Suite struct BookkeepingProgramTests {
  @Test func totalIncomeIsTheRevenueThatLeavesTheGrossProfit() {
    let read = ReadStatement(
      """
      Delta LLC
      Profit and Loss
      January - December 2023
      ,Total
      Income,
         Sales,100.00
         Services,50.00
      Total Income,$150.00
      Cost of Goods Sold,
         Cost of Goods Sold,40.00
         Freight,20.00
      Total COGS,$60.00
      Gross Profit,$90.00
      Expenses,
         Rent,30.00
      Total Expenses,$30.00
      Net Operating Income,$60.00
      Net Income,$60.00
      """)
    let period = " 2023-01-01/2023-12-31 "
    #expect(
      read.facts == [
        "sales" + period + "100", "service-revenue" + period + "50", "revenue" + period + "150", "cost-of-goods-sold" + period + "40",
        "freight-and-transport" + period + "-20", "cost-of-sales" + period + "-60", "gross-profit" + period + "90",
        "rent-expense" + period + "-30", "total-expenses" + period + "-30", "operating-profit" + period + "60",
        "profit-after-tax" + period + "60",
      ])
  }

  @Test func totalIncomeWithOtherIncomeIsNoRevenue() {
    let read = ReadStatement(
      """
      Delta Ltd
      RMB,FY2023
      Revenue,100
      Other income,5
      Total income,105
      Cost of sales,(60)
      Gross profit,40
      """)
    #expect(read.facts[0] == "revenue 2023-01-01/2023-12-31 100" && read.facts[2].hasPrefix("total-income "))
  }

  @Test func netIncomeInEquityIsTheYearsResult() {
    let read = ReadStatement(
      """
      Delta LLC
      ,"Dec 31, 2023"
      ASSETS,
      Bank Accounts,
      Checking,80.00
      Total Bank Accounts,100.00
      TOTAL ASSETS,100.00
      LIABILITIES AND EQUITY,
      Liabilities,
      Total Liabilities,60.00
      Equity,
      Retained Earnings,10.00
      Net Income,30.00
      Total Equity,40.00
      TOTAL LIABILITIES AND EQUITY,100.00
      """)
    #expect(
      read.facts == [
        "checking 2023-12-31 80", "cash-and-cash-equivalents 2023-12-31 100", "total-assets 2023-12-31 100",
        "total-liabilities 2023-12-31 60", "retained-earnings 2023-12-31 10", "current-year-earnings 2023-12-31 30",
        "net-assets 2023-12-31 40", "total-liabilities-and-equity 2023-12-31 100",
      ])
  }

  @Test func theNameOrTheDescriptionSaysTheItem() {
    let read = ReadStatement(
      """
      Alpha Ltd
      As at 31 December 2023
      Code,Account,Description,Debit,Credit
      1000,Cash,Petty cash in the office,100,
      4000,UK,Revenue,,100
      """)
    #expect(
      read.facts == ["cash-and-cash-equivalents 2023-12-31 100", "revenue 2023-01-01/2023-12-31 100"])
  }

  @Test func aListForPrintersIsRead() {
    let read = ReadStatement(
      """
      ------------------------------------------------------------------
      |Company code|G/L acct|Text          |Period|Year|Amount in LC|LCurr|
      ------------------------------------------------------------------
      |1000        |100000  |Cash          |12    |2023|  1,000.00  |USD  |
      |1000        |400000  |Revenue       |12    |2023|  1,500.00- |USD  |
      |1000        |500000  |Cost of sales |12    |2023|    500.00  |USD  |
      ------------------------------------------------------------------
      """)
    #expect(
      read.facts == [
        "cash-and-cash-equivalents 2023-12-31 1000", "revenue 2023-12-01/2023-12-31 1500", "cost-of-sales 2023-12-01/2023-12-31 -500",
      ])
  }

  @Test func chineseRatesAreRead() {
    let read = ReadStatement("日期,原币,目标币,汇率,类型\n2023-12-31,USD,CNY,7.0827,期末\n2023-12-31,美元,人民币,7.05,平均\n")
    #expect(read.intake.rates.map(\.kind) == [.closing, .average])
    #expect(read.intake.rates.allSatisfy { $0.base.code == "USD" && $0.quote.code == "CNY" })
  }
}
