import Testing

@testable import Statements

/// Lines of trial balances stand as a statement has them; those of a statement as it has them itself.
@Suite struct StatementOrderTests {
  private static let ledger = """
    Pier - Trial Balance as at 31 December 2024 (HK$),,,
    Account,Account name,Debit,Credit
    5000,Administrative expenses,6500,
    4900,Other income,,500
    4000,Revenue,,14000
    3100,Retained earnings,,22000
    3000,Share capital,,30000
    2000,Trade payables,,4000
    1000,Cash at bank,64000,
    """

  private static func rows(_ files: [String: String]) throws -> [[String]] {
    let names = ["entities.csv": "entity,role,functional currency\nPier,parent,HKD\n"]
    let accounts = CSVGroup(files.merging(names) { first, _ in first }).accounts()
    let entity = try #require(accounts.entities.find("Pier"))
    return accounts.figures(of: entity).tables.map { $0.rows.map { accounts.catalogue[$0.item].id } }
  }

  @Test func aTrialBalanceReadsAsAStatement() throws {
    #expect(
      try Self.rows(["tb.csv": Self.ledger]) == [
        [
          "cash-and-cash-equivalents", "total-assets", "trade-payables", "total-liabilities", "net-assets", "share-capital",
          "retained-earnings",
        ],
        ["revenue", "other-income", "administrative-expenses", "profit-after-tax"],
      ])
  }

  @Test func aStatementKeepsItsOwnOrder() throws {
    let statement = "Pier\nHK$,31 December 2023\nNet assets,52000\nTotal assets,52000\nCash,52000\n"
    let found = try Self.rows(["a.csv": statement, "tb.csv": Self.ledger])
    #expect(found.first?.prefix(3) == ["net-assets", "total-assets", "cash-and-cash-equivalents"])
    #expect(found.first?.dropFirst(3) == ["trade-payables", "total-liabilities", "share-capital", "retained-earnings"])
  }
}
