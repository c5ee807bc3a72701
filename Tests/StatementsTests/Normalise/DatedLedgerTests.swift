import Testing

@testable import Statements

/// Ledgers with dates: balances are taken as they stand, what was posted is added up, and where nothing tells it is asked.
@Suite struct DatedLedgerTests {
  private static let sales = """
    2024-01-05,Cash at bank,Sale,100,
    2024-01-05,Revenue,Sale,,100
    2024-02-10,Cash at bank,Sale two,50,
    2024-02-10,Revenue,Sale two,,50
    2024-03-31,Cost of sales,Rent,30,
    2024-03-31,Cash at bank,Rent,,30

    """
  private static let results = ["revenue 2024-01-01/2024-03-31 150", "cost-of-sales 2024-01-01/2024-03-31 -30"]

  @Test func resultsAddUpAndPositionsAreNotKnownWithoutAnOpeningBalance() {
    let read = ReadStatement("entity,Alpha\nDate,Account,Description,Debit,Credit\n" + Self.sales)
    #expect(read.facts == Self.results)
    #expect(read.findings.contains("3:4 unmapped warning") && read.findings.contains("3:4 period-assumed warning"))
  }

  @Test(arguments: [
    "entity,Alpha\nDate,Account,Description,Debit,Credit\n2023-12-31,Cash at bank,Opening balance,1000,\n2023-12-31,Share capital,Opening balance,,1000\n",
    "entity,Alpha\nDate,Account,Description,Debit,Credit\n2024-01-01,Cash at bank,Balance b/f,1000,\n2024-01-01,Share capital,Balance b/f,,1000\n",
  ])
  func rowsOfOpeningBalancesGiveThePositions(head: String) {
    let read = ReadStatement(head + Self.sales)
    #expect(
      Set(read.facts) == Set(Self.results + ["cash-and-cash-equivalents 2024-03-31 1120", "share-capital 2024-03-31 1000"]))
  }

  @Test func aLedgerThatBeginsFromNilGivesThePositionsToo() {
    let read = ReadStatement("entity,Alpha\nopening balance,nil\nDate,Account,Description,Debit,Credit\n" + Self.sales)
    #expect(Set(read.facts) == Set(Self.results + ["cash-and-cash-equivalents 2024-03-31 120"]))
  }

  @Test func thePeriodOfTheTitleIsThatOfTheResults() {
    let read = ReadStatement(
      "entity,Alpha\nGeneral journal for the six months ended 30 June 2024\nDate,Account,Description,Debit,Credit\n" + Self.sales)
    #expect(read.facts == ["revenue 2024-01-01/2024-06-30 150", "cost-of-sales 2024-01-01/2024-06-30 -30"])
    #expect(!read.findings.contains { $0.contains("period-assumed warning") })
  }

  @Test func whatIsPostedInTwoYearsStandsInTwoYears() {
    let read = ReadStatement(
      "entity,Alpha\nrows,movements\nDate,Account,Debit,Credit\n2023-11-30,Cash at bank,7,\n2023-11-30,Revenue,,7\n2024-01-31,Cash at bank,5,\n2024-01-31,Revenue,,5\n"
    )
    #expect(read.facts == ["revenue 2023-11-01/2023-12-31 7", "revenue 2024-01-01/2024-01-31 5"])
  }

  @Test func successiveTrialBalancesStayBalances() {
    let rows =
      "2024-01-31,Cash at bank,100,\n2024-01-31,Share capital,,60\n2024-01-31,Revenue,,40\n2024-02-29,Cash at bank,150,\n2024-02-29,Share capital,,60\n2024-02-29,Revenue,,90\n"
    let read = ReadStatement("entity,Alpha\nDate,Account,Debit,Credit\n" + rows)
    #expect(read.facts.contains("revenue 2024-01-01/2024-02-29 90") && read.facts.contains("share-capital 2024-02-29 60"))
  }

  @Test func whereNothingTellsItIsAskedAndALineAboveTheTableAnswers() {
    let rows = "2024-01-31,Cash at bank,100,\n2024-01-31,Revenue,,100\n2024-02-29,Cash at bank,50,\n2024-02-29,Revenue,,50\n"
    let head = "Date,Account,Debit,Credit\n"
    let asked = ReadStatement("entity,Alpha\n" + head + rows)
    #expect(asked.facts.isEmpty && asked.doubts == ["5:3 unreadable error"])
    #expect(ReadStatement("entity,Alpha\nrows,movements\n" + head + rows).facts == ["revenue 2024-01-01/2024-02-29 150"])
    let balances = ReadStatement("entity,Alpha\nrows,balances\n" + head + rows).facts
    #expect(balances.contains("revenue 2024-01-01/2024-02-29 50") && balances.contains("cash-and-cash-equivalents 2024-02-29 50"))
  }

  @Test func aJournalOfSignedAmountsIsAddedUpToo() {
    let read = ReadStatement(
      "entity,date,account code,account name,journal no,amount\nPier,2024-01-05,1000,Cash at bank,J1,100\nPier,2024-01-05,4000,Revenue,J1,-100\nPier,2024-01-25,1000,Cash at bank,J2,100\nPier,2024-01-25,4000,Revenue,J2,-100\n"
    )
    #expect(read.facts == ["revenue 2024-01-01/2024-01-31 200"])
  }

  @Test func aBalanceAfterEachPostingIsTheLastAndNotTheirSum() {
    let rows = """
      2024-01-01,Cash at bank,Opening balance,,,1000
      2024-01-05,Cash at bank,Sale,100,,1100
      2024-01-05,Cash at bank,Sale two,10,,1110
      2024-01-01,Share capital,Opening balance,,,1000
      2024-01-05,Revenue,Sale,,100,100
      2024-01-05,Revenue,Sale two,,10,110

      """
    let head = "entity,Alpha\nDate,Account,Particulars,Debit,Credit,Balance\n"
    let read = ReadStatement(head + rows)
    #expect(
      Set(read.facts) == [
        "cash-and-cash-equivalents 2024-01-31 1110", "share-capital 2024-01-31 1000", "revenue 2024-01-01/2024-01-31 110",
      ])
    let broken = ReadStatement(head + rows.replacing("1110", with: "1111"))
    #expect(broken.facts.isEmpty && broken.doubts == ["5:6 unreadable error"])
  }

  @Test func resultsThatHaveBeenClosedAreNotTakenForNil() {
    let read = ReadStatement(
      "entity,Alpha\nrows,movements\nDate,Account,Debit,Credit\n2024-01-31,Cash at bank,60,\n2024-01-31,Revenue,,100\n2024-01-31,Cost of sales,40,\n2024-12-31,Revenue,100,\n2024-12-31,Cost of sales,,40\n2024-12-31,Retained earnings,,60\n"
    )
    #expect(read.facts.isEmpty && read.doubts.count == 1 && read.doubts[0].hasSuffix("unreadable error"))
  }
}
