import Statements
import Testing

/// Events whose entity nothing else names, whose percentages are not read, and that leave the group nothing.
@Suite struct EventsOfNobodyTests {
  private static let entities = "entity,role,functional currency\nParent,parent,GBP\nBetawerke,subsidiary,GBP\nGamma,outside,\n"
  private static let holdings = "date,entity,holder,shares\n2023-01-01,Betawerke,Parent,80\n2023-01-01,Betawerke,Others,20\n"
  private static let accounts = "entity,Betawerke\nunit,GBP\n,31 December 2022\nNet assets,1000\n"

  private func group(_ events: String) -> Pipeline.Group {
    CSVGroup(["entities.csv": Self.entities, "holdings.csv": Self.holdings, "accounts.csv": Self.accounts, "events.csv": events]).run()
  }

  @Test func aNameThatNothingElseHasIsSaidWithTheNearest() {
    let group = group(
      "event,date,entity,kind,from,to,shares,consideration,currency\nE1,2023-06-30,Betawerkr,sale,Parent,Gamma,10,200,GBP\n")
    let found = group.findings(of: "untreated-event")
    #expect(found.map(\.expected) == ["Betawerke"] && found.map(\.severity) == [.error])
  }

  @Test func aColumnOfPercentagesIsSaid() {
    let group = group(
      "event,date,entity,kind,from,to,shares,percent,consideration,currency\nE1,2023-06-30,Betawerke,sale,Parent,Gamma,10,10%,200,GBP\n")
    #expect(group.findings(of: "unmapped").map(\.severity) == [.warning])
  }

  @Test func aSaleOfAllSharesLosesControlWithoutBeingAsked() {
    let group = group(
      "event,date,entity,kind,from,to,shares,consideration,currency\nE1,2023-06-30,Betawerke,sale,Parent,Gamma,80,2000,GBP\n")
    #expect(group.transaction.controlIsKept == false)
    #expect(group.findings(of: "control-review").isEmpty)
  }

  @Test func aFileThatComesTwiceIsOneFinding() {
    let file = "entity,Betawerke\nunit,GBP\n,31 December 2022\nTotal assets,9\nTotal liabilities,4\nNet assets,5\nCash,1\nInventories,2\n"
    let group = CSVGroup(["a.csv": file, "b.csv": file]).run()
    #expect(group.findings(of: "duplicate-fact").map(\.severity) == [.info])
  }
}
