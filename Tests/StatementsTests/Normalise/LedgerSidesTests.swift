import Testing

@testable import Statements

/// Balances that say with `Dr` and `Cr` on which side they are, in the cell or beside it.
@Suite struct LedgerSidesTests {
  private static let expected = ["cash-and-cash-equivalents 2024-03-31 100", "trade-payables 2024-03-31 40", "share-capital 2024-03-31 60"]

  @Test(arguments: [
    "Ledger,Closing balance\nCash at bank,\"1,00.00 Dr\"\n"
  ])
  func aMisplacedSeparatorIsStillRefused(table: String) {
    #expect(ReadStatement("entity,Alpha\nAs at 31 March 2024\n" + table).facts.isEmpty)
  }

  @Test(arguments: [
    "Ledger,Closing balance\nCash at bank,100.00 Dr\nTrade payables,40.00 Cr\nShare capital,60.00 Cr\n",
    "Particulars,Balance\nCash at bank,Dr 100\nTrade payables,Cr 40\nShare capital,Cr 60\nTotal,\n",
    "Ledger,Closing balance\nCash at bank,100.00\nTrade payables,40.00 Cr\nShare capital,60.00 Cr\n",
    "Account,Balance,Dr/Cr\nCash at bank,100,Dr\nTrade payables,40,Cr.\nShare capital,60,Cr\n",
    "Account,Balance,\nCash at bank,100,Dr\nTrade payables,40,Cr\nShare capital,60,Cr\n",
    "科目名称,方向,余额\n银行存款,借,100\n应付账款,贷,40\n实收资本,贷,60\n",
    "科目名称,期初方向,期初余额,方向,期末余额\n银行存款,平,0,借,100\n应付账款,平,0,贷,40\n实收资本,平,0,贷,60\n",
    "科目名称,期初方向,期初余额,本期借方,本期贷方,方向,期末余额\n银行存款,借,10,90,,借,100\n应付账款,平,0,,40,贷,40\n实收资本,贷,10,,50,贷,60\n",
    "Particulars,Opening Balance,Debit,Credit,Closing Balance\nCash at bank,10 Dr,90,,100 Dr\nTrade payables,,,40,40 Cr\nShare capital,10 Cr,,50,60 Cr\n",
    ",Amount\nCash at bank,100 Dr\nTrade payables,40 Cr\nShare capital,60 Cr\n",
  ])
  func debitsAndCreditsAreTurnedIntoTheSignsOfTheirItems(table: String) {
    let read = ReadStatement("entity,Alpha\nAs at 31 March 2024\n" + table)
    #expect(read.facts == Self.expected, "\(read.findings)")
  }

  @Test func twoDatesOfMarkedBalancesAreTwoTrialBalances() {
    let read = ReadStatement(
      "entity,Alpha\nLedger,31 Mar 2024,31 Mar 2023\nCash at bank,\"1,00,000.00 Dr\",\"80,000.00 Dr\"\nShare capital,\"1,00,000.00 Cr\",\"80,000.00 Cr\"\n"
    )
    #expect(
      read.facts == [
        "cash-and-cash-equivalents 2024-03-31 100000", "cash-and-cash-equivalents 2023-03-31 80000", "share-capital 2024-03-31 100000",
        "share-capital 2023-03-31 80000",
      ])
    #expect(read.intake.ledgerTotals.map { $0.debits == $0.credits } == [true, true])
  }

  @Test func costsAndLossesAreDebits() {
    let read = ReadStatement(
      "entity,Alpha\nYear ended 31 March 2024\n,Amount\nRevenue,500 CR\nCost of sales,300 DR\nRetained earnings,80 DR\n")
    #expect(
      read.facts.map { $0.split(separator: " ").first.map(String.init)! + " " + $0.split(separator: " ").last! } == [
        "revenue 500", "cost-of-sales -300", "retained-earnings -80",
      ])
  }

  @Test func aBalanceWithoutASideWhereOthersHaveOneIsNamed() {
    let ledger = ReadStatement(
      "entity,Alpha\nAs at 31 March 2024\nLedger,Balance\nCash at bank,100 Dr\nInventories,5\nShare capital,100 Cr\n")
    #expect(ledger.facts.isEmpty && ledger.doubts == ["5:2 unreadable error"])
    let statement = ReadStatement("entity,Alpha\n,31 March 2024\nCash at bank,100 Dr\nInventories,5\nShare capital,100 Cr\n")
    #expect(statement.facts.isEmpty && statement.doubts == ["4:2 unreadable error"])
  }

  /// `Net assets 550 Dr` is a surplus of assets to one writer and a deficit of equity to another.
  @Test func netAssetsMarkedAsADebitAreAsked() {
    let read = ReadStatement(
      "entity,Alpha\n,31 March 2024\nTotal assets,\"1,000.00 Dr\"\nTrade payables,450.00 Cr\nShare capital,550.00 Cr\nNet assets,550.00 Dr\n"
    )
    #expect(!read.facts.contains { $0.hasPrefix("net-assets 2024-03-31 -") }, "\(read.facts)")
    #expect(read.facts.isEmpty && read.doubts.contains { $0.hasPrefix("6:2 unreadable error") }, "\(read.doubts)")
  }
}
