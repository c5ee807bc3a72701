import Testing

@testable import Statements

/// Cells at fault: every one is named in one run, at its own place, with what is wrong there.
@Suite struct BadCellsTests {
  @Test func everyBadCellOfAStatementIsNamedInOneRun() {
    let read = ReadStatement(
      "entity,Alpha\nRMB'000,2023,2022\nRevenue,#REF!,90\nNet assets,100,#####\nCash,#DIV/0!,5\nInventories,12O0,6\n\nRMB'000,2023,2022\nGoodwill,x1,5\n"
    )
    #expect(read.facts.isEmpty)
    #expect(
      read.doubts == [
        "3:2 unreadable error", "4:3 unreadable error", "5:2 unreadable error", "6:2 unreadable error", "9:2 unreadable error",
      ])
  }

  @Test func wordsUnderADateAreNamedAtTheirOwnCells() {
    let read = ReadStatement("entity,Alpha\nRMB'000,31 Dec 2023,31 Dec 2022\nRevenue,12O0,90\nNet assets,tbc,100\n")
    #expect(read.facts.isEmpty && read.doubts == ["3:2 unreadable error", "4:2 unreadable error"])
  }

  @Test func whatStandsUnderHeadingsWithoutFiguresIsSaid() {
    let empty = ReadStatement("entity,Alpha\nRMB'000,31 Dec 2023\nRevenue,\nNet assets,\n")
    #expect(empty.doubts == ["2:2 unrecognised error"] && empty.messages.contains { $0.contains("are empty") })
  }

  @Test(arguments: [
    ("Alpha Ltd\nItem,31/13/2023\nRevenue,100\n", "2:2 unreadable error"),
    ("Alpha Ltd\nCity,2023\nHarbour,12O0\n", "3:2 unreadable error"),
    ("Alpha Ltd\nsome words\nItem,this year,last year\nCash,5,4\n", "3:0 unrecognised error"),
    ("Alpha Ltd\nItem,Amount\nRevenue,12O0\n", "2:0 unrecognised error"),
  ])
  func theLineOrTheCellAtFaultIsNamed(text: String, expected: String) {
    let read = ReadStatement(text)
    #expect(read.facts.isEmpty && read.doubts == [expected], "\(read.messages)")
  }

  @Test func theHeadingsThatTheNearestFormLacksAreNamed() {
    let words = TextPrinter(.plain)
    let holdings = ReadStatement("entity,shareholder,nominal\nPier,Harbour,5\n").intake.findings[0]
    #expect(holdings.remedy.map(words.string)?.contains("for the form `holdings`, add the column shares or percent") == true)
    let accounts = ReadStatement("Account,Balance\nCash,5\n").intake.findings[0]
    #expect(accounts.remedy.map(words.string)?.contains("`debit` and `credit`") == true)
  }

  @Test(arguments: [
    "EUR;31.12.2023;31.12.2022\nRevenue;1.234,50;1,100.50\nNet assets;1.500,50;1,300.50\n",
    "EUR;31.12.2023;31.12.2022\nRevenue;1.234.567;1100.50\nNet assets;1.500.567;1300.50\n",
    "EUR;31.12.2023;31.12.2022\nRevenue;1,234.50;1.100\nNet assets;1,500.50;1.300\n",
  ])
  func twoWaysOfWritingDecimalsInOneTableAreAsked(text: String) {
    let read = ReadStatement("entity,Alpha\n" + text)
    #expect(read.facts.isEmpty && read.doubts == ["3:3 unreadable error"])
  }

  @Test(arguments: [
    "entity,holder,shares,percent\nPier,A,1.000.000,\nPier,B,4.000.000,80.51%\n",
    "entity,date,account,debit,credit\nPier,2024-12-31,Cash,\"1.234,50\",\nPier,2024-12-31,Capital,,\"1,234.50\"\n",
  ])
  func twoWaysOfWritingDecimalsInARegisterAreAskedToo(text: String) {
    let read = ReadStatement(text)
    #expect(read.facts.isEmpty && read.intake.holdings.isEmpty)
    #expect(read.findings.filter { $0.hasSuffix("error") }.count == 1)
  }

  @Test func columnsThatAgreeAreNotAsked() {
    let read = ReadStatement("entity,Alpha\nEUR;31.12.2023;31.12.2022\nRevenue;1.234,50;1.100\nNet assets;1.500,50;1.300\n")
    #expect(read.intake.facts.map(\.value.decimalText) == ["1234.5", "1100", "1500.5", "1300"])
  }
}
