import Testing

@testable import Statements

/// What checks say of registers and positions that a treatment rests on: a case that breaks each, and one that just does not.
@Suite struct OwnershipChecksTests {
  private static let entities =
    "entity,role,functional currency\nA,parent,CNY\nB,subsidiary,CNY\nC,subsidiary,CNY\nOthers,outside,\nNewcomer,outside,\n"

  private static func group(_ holdings: String, _ files: [String: String] = [:]) -> Pipeline.Group {
    var all = files
    all["entities.csv"] = entities
    all["holdings.csv"] = "date,entity,holder,percent,shares,basis\n\(holdings)\n"
    return CSVGroup(all).run()
  }

  private static let position = ["position.csv": "entity,C\ncurrency,CNY\n,2024-12-31\nNet assets,100\n"]

  @Test(
    arguments: [
      // C is held by B alone, and B by C alone: the circle holds itself whole
      (",B,C,100%,,\n,C,B,100%,,", ["error"]), (",B,A,60%,,\n,B,C,40%,,\n,C,B,90%,,\n,C,Others,10%,,", ["info"]),
      (",B,A,60%,,\n,C,B,,,structured contracts", ["error"]), (",B,A,60%,,\n,C,B,100%,,structured contracts", []),
    ] as [(String, [String])])
  func aChainOfHoldingsLeadsToTheOwners(holdings: String, severities: [String]) {
    let found = Self.group(holdings, Self.position).findings(of: "ownership-chain")
    #expect(Set(found.map(\.severity.rawValue)) == Set(severities))
  }

  @Test func aContractWithoutItsPercentageIsInformationWhereNoFigureHangsOnIt() {
    let found = Self.group(",B,A,60%,,\n,C,B,,,structured contracts").findings(of: "ownership-chain")
    #expect(found.map(\.severity) == [.info])
  }

  private static func sale(_ shares: String, _ register: String) -> Pipeline.Group {
    group(
      "2024-12-31,C,A,80%,,\n2024-12-31,C,Others,20%,,\n\(register),C,A,70%,,\n\(register),C,Others,20%,,\n\(register),C,Newcomer,10%,,",
      [
        "position.csv": "entity,C\ncurrency,CNY\n,2025-06-29\nNet assets,100\n",
        "events.csv": "event,date,entity,kind,from,to,shares,consideration,currency\nDeal,2025-06-30,C,sale,A,Newcomer,\(shares),15,CNY\n",
      ])
  }

  @Test func theNextRegisterStandsForTheOneAfterAnEventThatCountsNoShares() {
    let later = Self.sale("", "2025-12-31")
    #expect(later.findings(of: "register-assumed").map(\.severity) == [.info])
    #expect(later.transaction.interestAfter == Ratio(numerator: 7, denominator: 10))
    #expect(later.transaction.ownersAdjustment == Amount("5"))
    let ofTheDay = Self.sale("", "2025-06-30")
    #expect(ofTheDay.findings(of: "register-assumed").isEmpty)
    #expect(ofTheDay.transaction.ownersAdjustment == Amount("5"))
  }

  @Test func anotherEventBeforeTheNextRegisterLeavesTheInterestOpen() {
    let group = Self.group(
      "2024-12-31,C,A,80%,,\n2024-12-31,C,Others,20%,,\n2025-12-31,C,A,60%,,\n2025-12-31,C,Others,40%,,",
      [
        "position.csv": "entity,C\ncurrency,CNY\n,2024-12-31\nNet assets,100\n",
        "events.csv":
          "event,date,entity,kind,from,to,consideration,currency\nOne,2025-01-30,C,sale,A,Others,15,CNY\nTwo,2025-02-15,C,sale,A,Others,15,CNY\n",
      ])
    #expect(group.accounts.transactions.map(\.treatment) == [.notDeterminable, .notDeterminable])
  }

  /// Ten new shares of a receiver who is not named: the next register has ten more, or its difference is another's.
  @Test(arguments: [("10", true), ("11", false)])
  func sharesThatAreCountedMustBeThoseOfTheNextRegister(newShares: String, isTreated: Bool) {
    let group = Self.group(
      "2024-12-31,C,A,,80,\n2024-12-31,C,Others,,20,\n2025-12-31,C,A,,80,\n2025-12-31,C,Others,,20,\n2025-12-31,C,Newcomer,,\(newShares),",
      [
        "position.csv": "entity,C\ncurrency,CNY\n,2024-12-31\nNet assets,100\n",
        "events.csv": "event,date,entity,kind,shares,consideration,currency\nRound,2025-01-01,C,issue,10,15,CNY\n",
      ])
    #expect((group.transaction.treatment == .equityTransaction) == isTreated)
  }

  private static func issue(_ positions: String, _ results: String = "") -> Pipeline.Group {
    group(
      "2024-12-31,C,A,,9000,\n2024-12-31,C,Others,,1000,",
      [
        "position.csv": "entity,C\ncurrency,CNY\n,2024-12-31,2025-06-30\nNet assets,\(positions)\n",
        "result.csv": results.isEmpty ? "" : "entity,C\ncurrency,CNY\n,2025-01-01 to 2025-06-30\nProfit after tax,\(results)\n",
        "events.csv": "event,date,entity,kind,to,shares,consideration,currency\nRound,2025-06-30,C,issue,Newcomer,2000,120000,CNY\n",
      ].filter { !$0.value.isEmpty })
  }

  @Test func aPositionOfTheDayIsBeforeTheEventUnlessTheMoneyIsSeenInIt() {
    // moved by exactly the money: it is in
    let after = Self.issue("300000.5,420000.5")
    #expect(after.findings(of: "position-of-the-day").isEmpty)
    #expect(after.transaction.netAssetsBefore == Amount("300000.5"))
    // moved by half of it, and nothing explains it
    #expect(Self.issue("300000.5,360000.5").findings(of: "position-of-the-day").map(\.severity) == [.warning])
    #expect(Self.issue("300000.5,359999.5").findings(of: "position-of-the-day").map(\.severity) == [.info])
    // the result explains it
    #expect(Self.issue("300000.5,360000.5", "60000.0").findings(of: "position-of-the-day").map(\.severity) == [.info])
  }

  @Test(arguments: [("50", 1), ("51", 0)])
  func aMajorityThatComesWithAPurchaseIsAskedAbout(held: String, count: Int) throws {
    let others = try 100 - #require(Int(held))
    let group = Self.group(
      ",C,A,,\(held),\n,C,Others,,\(others),",
      Self.position.merging([
        "events.csv": "event,date,entity,kind,from,to,shares,consideration,currency\nDeal,2025-01-01,C,purchase,Others,A,10,15,CNY\n"
      ]) { _, new in new })
    #expect(group.findings(of: "control-review").count == count)
  }
}
