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
