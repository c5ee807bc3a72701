import Testing

@testable import Statements

/// Files in which units by row, sides, sections, deductions and descriptions meet.
@Suite struct UnitsAndLedgersTogetherTests {
  private static let balances = ["cash-and-cash-equivalents 2024-03-31 100", "loans-receivable 2024-03-31 20"]

  @Test func rowsOfSectionsSayWhichLoansAreMeantInALedgerToo() {
    let read = ReadStatement(
      "entity,Alpha\nAs at 31 March 2024\nParticulars,Balance\nAssets,\nCash at bank,100 Dr\nLoans,20 Dr\nLiabilities,\nLoans,70 Cr\nEquity,\nShare capital,50 Cr\n"
    )
    #expect(read.facts == Self.balances + ["borrowings 2024-03-31 70", "share-capital 2024-03-31 50"])
  }

  @Test(arguments: [
    "entity,Alpha\nAs at 31 March 2024\nLedger,Group,Balance\nBank,Assets,100 Dr\nShare capital,Equity,100 Cr\n",
    "entity,Alpha\n,Unit,31 March 2024\nCurrent assets,,\nBank,HKD,100\nEquity,,\nShare capital,HKD,100\n",
  ])
  func bankAmongAssetsIsCash(table: String) {
    #expect(ReadStatement(table).facts == ["cash-and-cash-equivalents 2024-03-31 100", "share-capital 2024-03-31 100"])
  }

  @Test func aHalfHeadedAssetsIsASection() {
    let read = ReadStatement(
      "entity,Alpha\nAs at 31 March 2024\nAssets,Amount,Liabilities,Amount\nCash at bank,100,Loans,70\nLoans,20,Share capital,50\nTotal,120,Total,120\n"
    )
    #expect(Set(Self.balances + ["total-assets 2024-03-31 120", "borrowings 2024-03-31 70"]).isSubset(of: read.facts))
    #expect(!read.facts.contains { $0.hasPrefix("total-liabilities ") })
  }

  @Test func descriptionsOfPostingsPartNoAccountFromItsBalance() {
    let read = ReadStatement(
      """
      entity,Hop
      Date,Account Code,Account Name,Description,Debit,Credit,Balance
      2024-01-01,1000,Cash at bank,Opening balance,,,1000
      2024-01-05,1000,Cash at bank,Sale,100,,1100
      2024-01-01,3000,Share capital,Opening balance,,,1000
      2024-01-05,4000,Revenue,Sale,,100,100
      """)
    #expect(
      Set(read.facts) == [
        "cash-and-cash-equivalents 2024-01-31 1100", "share-capital 2024-01-31 1000", "revenue 2024-01-01/2024-01-31 100",
      ])
  }

  @Test func theNameOfAnAccountGoesBeforeItsDescription() {
    let read = ReadStatement(
      "entity,Alpha\nTrial balance as at 31 March 2024\nAccount,Description,Debit,Credit\nTrade payables,Inventories,,40\nCash at bank,Loans,40,\n"
    )
    #expect(read.facts == ["trade-payables 2024-03-31 40", "cash-and-cash-equivalents 2024-03-31 40"])
  }

  @Test func debitsAndCreditsBesideTheBalancesOfAYearBefore() {
    let read = ReadStatement(
      """
      Trial Balance
      Kappa Ltd
      As at 31 March 2024
      Account Code,Account,Account Type,Debit - Year to date,Credit - Year to date,31 Mar 2023
      300,Cost of Sales,Direct Costs,200.00,,150.00
      200,Sales,Revenue,,500.00,-400.00
      610,Accounts Receivable,Current Asset,300.00,,250.00
      """)
    #expect(
      Set(read.facts) == [
        "trade-receivables 2024-03-31 300", "trade-receivables 2023-03-31 250", "revenue 2024-01-01/2024-03-31 500",
        "revenue 2023-01-01/2023-03-31 400", "cost-of-sales 2024-01-01/2024-03-31 -200", "cost-of-sales 2023-01-01/2023-03-31 -150",
      ])
  }

  @Test func quickBooksLeavesTheHeadingOverItsAccountsEmpty() {
    let read = ReadStatement(
      "Delta LLC\nTrial Balance\n\"As of December 31, 2023\"\n,Debit,Credit\n1000 · Checking,100.00,\n3000 · Common Stock,,100.00\nTOTAL,100.00,100.00\n"
    )
    #expect(read.facts == ["cash-and-cash-equivalents 2023-12-31 100", "share-capital 2023-12-31 100"])
    #expect(read.intake.entities.entities.map(\.name) == ["Delta LLC"])
  }

  @Test func unitsByRowStandBelowADateAboveTheTable() {
    let read = ReadStatement(
      "Delta LLC\nBalance Sheet\nAs of 31 December 2023\n,Currency,Total\nCurrent Assets,,\nChecking,USD '000,12 Dr\nLoans,USD '000,1 Dr\nLiabilities,,\nLoans,USD '000,13 Cr\n"
    )
    #expect(
      read.facts == ["cash-and-cash-equivalents 2023-12-31 12000", "loans-receivable 2023-12-31 1000", "borrowings 2023-12-31 13000"])
    #expect(read.intake.facts.allSatisfy { $0.currency?.code == "USD" })
  }

  @Test func deductionsScalesInCellsAndUnitsByRow() {
    let read = ReadStatement(
      "Kappa Ltd\nItem,Unit,31 December 2023\nCurrent assets,,\nLoans,HK$ million,1.2bn\nCash at bank,HK$ million,5\nTotal current assets,HK$ million,\"1,205\"\nCurrent liabilities,,\nLoans,HK$ million,(200)\nTotal current liabilities,HK$ million,(200)\nNet current assets,HK$ million,\"1,005\"\n"
    )
    #expect(read.facts.contains("loans-receivable 2023-12-31 1200000000") && read.facts.contains("borrowings-current 2023-12-31 200000000"))
  }
}
