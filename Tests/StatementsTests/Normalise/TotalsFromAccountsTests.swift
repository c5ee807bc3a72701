import Statements
import Testing

/// Total assets, total liabilities, net assets and the result as sums of the accounts of a ledger.
@Suite struct TotalsFromAccountsTests {
  private static let whole = """
    entity,date,account,account name,debit,credit
    Pier,2025-12-31,1000,Cash at bank,700.00,
    Pier,2025-12-31,1100,Trade receivables,400.00,
    Pier,2025-12-31,2000,Trade payables,,250.00
    Pier,2025-12-31,3000,Share capital,,500.00
    Pier,2025-12-31,3100,Retained earnings,,150.00
    Pier,2025-12-31,4000,Revenue,,900.00
    Pier,2025-12-31,5000,Cost of sales,620.00,
    Pier,2025-12-31,5100,Income tax,80.00,
    """

  /// Equity of 500 and 150 and a result of 200 are net assets of 850: 1,100 less 250.
  @Test func aWholeTrialBalanceHasItsTotals() {
    #expect(
      totals(Self.whole) == [
        "total-assets 2025-12-31 1100", "total-liabilities 2025-12-31 250", "net-assets 2025-12-31 850", "profit-after-tax 2025-12-31 200",
      ])
  }

  /// The account's 150 are those before the result of 200: share capital of 500 and retained earnings of 350 are the net assets.
  @Test func theResultIsCarriedToRetainedEarnings() throws {
    #expect(retainedEarnings(Self.whole) == ["350"])
    let accounts = group(numbered([Self.whole])).accounts
    let fact = try #require(accounts.facts.first { accounts.catalogue[$0.item].id == "retained-earnings" })
    guard case .derived(_, let sources) = fact.provenance else { throw Unexpected() }
    #expect(sources.all.map(\.lineNumber) == [6, 7, 8, 9], "the account, and each account of the result")
    #expect(accounts.sources[0].evidence.contains { $0.template.hasPrefix("retained earnings: ") })
  }

  @Test func dividendsAreTakenOff() {
    let paid = Self.whole.replacing("700.00", with: "660.00") + "\nPier,2025-12-31,3200,Dividends,40.00,"
    #expect(retainedEarnings(paid) == ["310"])
  }

  @Test func whatIsClosedIsNotCarriedTwice() {
    let closed = Self.whole.split(separator: "\n").dropLast(3).joined(separator: "\n").replacing("150.00", with: "350.00")
    #expect(retainedEarnings(closed) == ["350"])
    let nil_ = closed + "\nPier,2025-12-31,4000,Revenue,0.00,0.00\nPier,2025-12-31,5000,Cost of sales,0.00,0.00"
    #expect(retainedEarnings(nil_) == ["350"])
    #expect(retainedEarnings(Self.whole.replacing("250.00", with: "240.00")) == ["150"], "what does not balance proves nothing")
  }

  private struct Unexpected: Error {}

  private func retainedEarnings(_ file: String) -> [String] {
    let accounts = group(numbered([file])).accounts
    return accounts.facts.filter { accounts.catalogue[$0.item].id == "retained-earnings" }.map(\.value.decimalText)
  }

  @Test func anAccountOfNobodyKnowsWhatLeavesThemOpen() {
    let open = Self.whole.replacing("Trade receivables", with: "Clearing Zulu")
    #expect(totals(open) == [])
    #expect(totals(open.replacing("400.00", with: "0.00").replacing("700.00", with: "1100.00")).count == 4)
  }

  @Test func oneThatDoesNotBalanceHasNone() {
    #expect(totals(Self.whole.replacing("250.00", with: "240.00")) == [])
  }

  @Test func theStatementsOwnFigureStandsAndMustAgree() {
    let statement = "Pier\nHK$,31 December 2025\nNet assets,850.00\n"
    #expect(!totals(Self.whole, statement).contains { $0.hasPrefix("net-assets") })
    #expect(group(numbered([Self.whole, statement])).findingLines().isEmpty)
    let other = group(numbered([Self.whole, statement.replacing("850.00", with: "805.00")]))
    let found = other.findings.filter { $0.check == "trial-balance" }
    #expect(
      found.map { "\($0.severity) \($0.actual ?? "") \($0.expected ?? "") \($0.difference?.decimalText ?? "")" } == ["error 805 850 -45"])
  }

  private func totals(_ files: String...) -> [String] {
    let accounts = group(numbered(files)).accounts
    return accounts.facts.filter(\.isTotalOfAccounts).map { fact in
      "\(accounts.catalogue[fact.item].id) \(fact.period.end.isoText) \(fact.value.decimalText)"
    }
  }

  private func numbered(_ files: [String]) -> [(String, String)] { files.enumerated().map { ("\($0).csv", $1) } }
}
