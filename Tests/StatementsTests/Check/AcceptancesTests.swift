import Testing

@testable import Statements

@Suite struct AcceptancesTests {
  /// A signed event of 1 January 2025, whose `pending-event` an acceptance may cover.
  private static func group(_ acceptance: String) -> IssueGroup {
    var files = IssueGroup()
    files.events = IssueGroup.event("25,,500,CNY,,", status: "signed")
    files.others["acceptances.csv"] = "check,entity,item,period,reason,by,until\n\(acceptance)\n"
    return files
  }

  @Test(
    arguments: [
      // an acceptance, why the finding no longer counts
      ("pending-event,,,,Completion is due in March,CFO,", "Completion is due in March - CFO"),
      ("pending-event,,,,Completion is due in March,,", "Completion is due in March"),
      ("pending-event,Sub,,2025-01-01,Known,CFO,2025-01-01", "Known - CFO"),
      ("pending-event,  SUB ,,,Known,,", "Known"),
      ("pending-event,,,,Known,,2024-12-31", nil),  // expired on the day before
      ("pending-event,Parent,,,Known,,", nil),  // another entity
      ("pending-event,Nobody,,,Known,,", nil),  // an entity that is none
      ("pending-event,,,2025-01-02,Known,,", nil),  // another date
      ("pending-event,,Revenue,,Known,,", nil),  // another item
      ("pending-event,,No such item,,Known,,", nil),  // an item that is none
      ("roll-forward,,,,Known,,", nil),  // another check
    ] as [(String, String?)])
  func anAcceptanceCoversWhatItNamesAndNothingElse(acceptance: String, reason: String?) throws {
    let outcome = CSVGroup(Self.group(acceptance).files).outcome()
    let found = outcome.groups[0].findings(of: "pending-event")
    try #require(found.count == 1, "an accepted finding is still shown")
    #expect(found[0].acceptance == reason)
    #expect(found[0].counts == (reason == nil))
    #expect(outcome.count(.warning) == outcome.groups[0].findings.count { $0.severity == .warning } - (reason == nil ? 0 : 1))
  }

  /// The `balance` of one column of a statement at 31 December 2024, and the `footing` of its income of the year.
  private static func periods(_ period: String, yearEnd: String = "31 December") -> [String] {
    let files = CSVGroup([
      "entities.csv": "entity,role,functional currency,year end\nSub,parent,CNY,\(yearEnd)\n",
      "acceptances.csv":
        "check,entity,item,period,reason\nbalance,,,\(period),Known\nfooting,,,\(period),Known\ntax-bridge,,,\(period),Known\n",
      "position.csv": "entity,Sub\ncurrency,CNY\n,As at 31 December 2024\nTotal assets,100\nTotal liabilities,30\nNet assets,60\n",
      "income.csv":
        "entity,Sub\ncurrency,CNY\n,Year ended 31 December 2024\nProfit before tax,100\nIncome tax,(30)\nProfit after tax,60\n",
    ])
    return files.outcome().groups[0].findings.filter { !$0.counts }.map(\.check).sorted()
  }

  @Test(
    arguments: [
      ("", ["balance", "tax-bridge"]),
      ("2024-12-31", ["balance", "tax-bridge"]),
      ("FY2024", ["balance", "tax-bridge"]),
      ("2024", ["balance", "tax-bridge"]),
      ("Year ended 31 December 2024", ["balance", "tax-bridge"]),
      ("12 months to 31 December 2024", ["balance", "tax-bridge"]),
      ("2024-01-01/2024-12-31", ["tax-bridge"]),
      ("As at 31 December 2024", ["balance"]),
      ("31/12/2024", ["balance", "tax-bridge"]),
      ("2024年12月31日", ["balance", "tax-bridge"]),
      ("H2 2024", ["balance"]),
      ("FY2023", []),
      ("H1 2025", []),
      ("31 December 2023", []),
    ] as [(String, [String])])
  func aPeriodIsWrittenAsHeadingsHaveIt(period: String, accepted: [String]) {
    #expect(Self.periods(period) == accepted)
  }

  @Test func aFinancialYearIsThatOfTheEntity() {
    #expect(Self.periods("FY2024", yearEnd: "30 June").isEmpty)
  }

  @Test(arguments: ["the year before last", "Year ended 31 December", "32 December 2024", "03/04/2024"])
  func aPeriodThatCannotBeReadIsNamedAtItsPlace(period: String) throws {
    let group = Self.group("pending-event,,,\(period),Known,,").files
    let outcome = CSVGroup(group).outcome()
    let finding = try #require(outcome.groups[0].findings(of: "unreadable").first)
    #expect(finding.place.map { [$0.lineNumber, $0.columnNumber] } == [2, 4])
    #expect(finding.actual?.isEmpty == false && finding.expected?.isEmpty == false && finding.remedy != nil)
    #expect(outcome.groups[0].findings(of: "pending-event").map(\.counts) == [true])
  }

  @Test func theOrderOfDayAndMonthIsThatOfTheColumn() {
    let lines = "pending-event,,,01/02/2025,Known,,\nroll-forward,,,31/01/2025,Known,,"
    var files = Self.group(lines)
    files.events = IssueGroup.event("25,,500,CNY,,", date: "2025-02-01", status: "signed")
    #expect(files.run().findings(of: "pending-event").map(\.acceptance) == ["Known"])
  }

  @Test func anAcceptanceOfAnItemIsFoundByAnyOfItsNames() {
    for item in ["Net assets", "net-assets", "NAV", "資產淨值"] {
      var files = Self.group("stale-net-assets,Sub,\(item),,Known,,")
      files.events = IssueGroup.event("25,,500,CNY,,", date: "2025-02-01")
      #expect(files.run().findings(of: "stale-net-assets").map(\.acceptance) == ["Known"], "\(item)")
    }
  }

  @Test func aFileThatWasNotTakenCannotBeAcceptedAway() {
    var files = Self.group("unreadable,,,,Known,,\nunrecognised,,,,Known,,")
    files.others["broken.csv"] = "entity,Sub\ncurrency,CNY\n,2024-12-31\nNet assets,many\n"
    files.others["nothing.csv"] = "a,b\nc,d\n"
    let group = files.run()
    for check in ["unreadable", "unrecognised"] {
      #expect(group.findings(of: check).map(\.severity) == [.error], "\(check)")
      #expect(group.findings(of: check).map(\.counts) == [true], "\(check)")
    }
  }
}
