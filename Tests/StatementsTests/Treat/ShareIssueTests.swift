import Testing

@testable import Statements

@Suite struct ShareIssueTests {
  /// A published or constructed dilution, in whole units of currency.
  struct Row: Sendable, CustomTestStringConvertible {
    let source: String
    let parent, others, issued: Int
    let netAssets, consideration: String
    var costs = ""
    let interestBefore, interestAfter, nciBefore, nciAfter, owners: String
    var testDescription: String { source }
  }

  @Test(arguments: [
    // 10,000 shares, the parent has 9,000; equity 300,000; 2,000 shares issued for 120,000.
    Row(
      source: "A13: ASC 810-10-55-4D, Case B", parent: 9_000, others: 1_000, issued: 2_000, netAssets: "300000", consideration: "120000",
      interestBefore: "0.90000000", interestAfter: "0.75000000", nciBefore: "30000", nciAfter: "105000", owners: "45000"),
    // A deficit is shared: NCI (100) becomes 28 % of (400).
    Row(
      source: "X6: dilution of negative net assets", parent: 900, others: 100, issued: 250, netAssets: "-1000", consideration: "600",
      interestBefore: "0.90000000", interestAfter: "0.72000000", nciBefore: "-100", nciAfter: "-112", owners: "612"),
    // Book value a share is 10: at that price nobody gains (closed form: p₁ (NA₀ + C) − p₀ NA₀).
    Row(
      source: "E3: issue at book value", parent: 80, others: 20, issued: 25, netAssets: "1000", consideration: "250",
      interestBefore: "0.80000000", interestAfter: "0.64000000", nciBefore: "200", nciAfter: "450", owners: "0"),
    // One unit below book value the owners lose: 0.36 × 1,225 = 441, 225 − 241 = −16.
    Row(
      source: "E3: issue below book value", parent: 80, others: 20, issued: 25, netAssets: "1000", consideration: "225",
      interestBefore: "0.80000000", interestAfter: "0.64000000", nciBefore: "200", nciAfter: "441", owners: "-16"),
    // Costs reduce what came in (IAS 32.35): NA₁ = 1,000 + 500 − 20 = 1,480; NCI₁ = 28 % of it = 414.40; 480 − 314.40 = 165.60.
    Row(
      source: "E3 with costs", parent: 90, others: 10, issued: 25, netAssets: "1000", consideration: "500", costs: "20",
      interestBefore: "0.90000000", interestAfter: "0.72000000", nciBefore: "100", nciAfter: "414.4", owners: "165.6"),
    // A wholly owned subsidiary: there are no non-controlling interests before. 100/125; NCI₁ = 20 % of 1,500.
    Row(
      source: "E3 from 100 %", parent: 100, others: 0, issued: 25, netAssets: "1000", consideration: "500",
      interestBefore: "1.00000000", interestAfter: "0.80000000", nciBefore: "0", nciAfter: "300", owners: "200"),
    // Thirds round once, half away from zero: NCI₀ = 100/3 = 33.33; NCI₁ = 1/2.5 … 4/10 of 150 = 60; 50 − 26.67 = 23.33.
    Row(
      source: "E3 in thirds", parent: 6, others: 3, issued: 1, netAssets: "100", consideration: "50",
      interestBefore: "0.66666667", interestAfter: "0.60000000", nciBefore: "33.33", nciAfter: "60", owners: "23.33"),
  ])
  func aDilutionGivesThePublishedFigures(row: Row) throws {
    var files = IssueGroup()
    files.holdings = "entity,holder,shares\nSub,Parent,\(row.parent)\nSub,Others,\(row.others)\n"
    files.position = "entity,Sub\ncurrency,CNY\n,2024-12-31\nNet assets/(liabilities),\(row.netAssets)\n"
    files.events = IssueGroup.event("\(row.issued),,\(row.consideration),CNY,\(row.costs),")
    let group = files.run()
    let transaction = group.transaction
    #expect(transaction.treatment == .equityTransaction)
    #expect(transaction.interestBefore?.text(places: 8) == row.interestBefore)
    #expect(transaction.interestAfter?.text(places: 8) == row.interestAfter)
    #expect(transaction.nciBefore?.decimalText == row.nciBefore)
    #expect(transaction.nciAfter?.decimalText == row.nciAfter)
    #expect(transaction.ownersAdjustment?.decimalText == row.owners)
    // Control is kept: nothing in profit or loss, goodwill as it was, and the proofs say so.
    #expect(transaction.gainOrLoss == .zero && transaction.goodwillAdjustment == .zero)
    #expect(transaction.proofs.count == 4 && transaction.proofs.allSatisfy(\.holds))
    #expect(group.findings(of: "equity-identity").isEmpty)
    #expect(group.findings.allSatisfy { $0.severity != .error })
  }

  /// The announcement's shape with illustrative shares: 819,000,000 in issue, of which the Company has 80.51 %.
  @Test func theAnnouncementWithIllustrativeSharesTiesToTheCent() throws {
    let transaction = Self.announcement(
      holdings: "date,entity,holder,shares\n2012-11-30,Sub,Parent,\"659,376,900\"\n2012-11-30,Sub,Others,\"159,623,100\"\n",
      status: "completed"
    ).run().transaction
    #expect(transaction.standard == .ias27Revised)
    #expect(transaction.consideration == Amount("11345516"), "91,000,000 × US$0.02 × 6.2338")
    #expect(transaction.interestAfter == Ratio(numerator: 72_459, denominator: 100_000))
    #expect(transaction.sharesAfter == Ratio(910_000_000))
    #expect(transaction.nciBefore == Amount("2813167.11"))
    #expect(transaction.nciAfter == Amount("7099908.96"))
    #expect(transaction.nciAdjustment == Amount("4286741.85"), "published to the thousand: +4,286.742")
    #expect(transaction.ownersAdjustment == Amount("7058774.15"), "published to the thousand: +7,058.774")
    #expect(transaction.netAssetsAfter == Amount("25779416"))
  }

  /// Only percentages are known: the effect lies between the edges of a kept majority.
  @Test func withoutTheSharesInIssueTheEffectIsBounded() throws {
    let holdings = "date,entity,holder,percent\n2012-11-30,Sub,Parent,80.51%\n2012-11-30,Sub,Others,19.49%\n"
    let group = Self.announcement(holdings: holdings, status: "signed").run()
    let transaction = group.transaction
    #expect(transaction.treatment == .notDeterminable)
    #expect(transaction.controlIsKept == true)
    #expect(transaction.ownersAdjustment == nil && transaction.nciAdjustment == nil)
    #expect(transaction.gainOrLoss == .zero, "control is kept, so nothing goes through profit or loss whatever the shares")
    #expect(group.words(transaction.reason)?.contains("number of shares in issue is not given") == true)
    try #require(transaction.bounds.count == 2)
    let thousands = Display(unit: MoneyUnit(currency: .renminbi, exponent: 3), places: 1)
    let shown = transaction.bounds.map { [$0.ownersAdjustment, $0.nciAdjustment].map { Figures.amount(Money($0, thousands)) } }
    #expect(shown == [["1,269.0", "10,076.5"], ["9,134.3", "2,211.2"]])
    #expect(transaction.bounds.map(\.ownersAdjustment) == [Amount("1268975.11"), Amount("9134274.93")])
    #expect(transaction.bounds.map(\.interestAfter) == [.oneHalf, Ratio(numerator: 8_051, denominator: 10_000)])
    for bound in transaction.bounds { #expect(bound.ownersAdjustment + bound.nciAdjustment == Amount("11345516")) }
    #expect(group.findings(of: "shares-missing").count == 1)
    #expect(group.findings(of: "pending-event").count == 1)
  }

  private static func announcement(holdings: String, status: String) -> IssueGroup {
    var files = IssueGroup()
    files.holdings = holdings
    files.position = "entity,Sub\n,As at 30 September 2012 (RMB'000)\nNet assets/(liabilities),\"14,433.9\"\n"
    files.events = IssueGroup.event("\"91,000,000\",0.02,\"1,820,000\",USD,,yes", date: "2012-11-30", status: status)
    files.others["rates.csv"] = "date,base,quote,rate\n2012-11-30,USD,CNY,6.2338\n"
    return files
  }

  /// X8: the parent has 80 % of Middle, Middle 75 of 100 shares of Sub; Sub issues 25 to an outsider for 500.
  @Test func anIssueTwoTiersDownMovesTheEffectiveInterest() {
    var files = IssueGroup()
    files.entities += "Middle,subsidiary,,,\n"
    files.holdings = "entity,holder,shares\nMiddle,Parent,80\nMiddle,Others,20\nSub,Middle,75\nSub,Others,25\n"
    files.events = IssueGroup.event("25,,500,CNY,,")
    let transaction = files.run().transaction
    #expect(transaction.interestBefore == Ratio(numerator: 60, denominator: 100))
    #expect(transaction.interestAfter == Ratio(numerator: 48, denominator: 100))
    #expect(transaction.votesAfter == Ratio(numerator: 60, denominator: 100), "control goes by the chain, not by the effective interest")
    #expect(transaction.treatment == .equityTransaction)
    #expect(transaction.nciBefore == Amount("400") && transaction.nciAfter == Amount("780"))
    #expect(transaction.ownersAdjustment == Amount("120"))
  }

  /// 80 of 100 shares; net assets 1,500, the owners' goodwill 200, that of NCI 30; 25 shares issued for 500, so 80 % → 64 %.
  ///
  /// A: NCI 20 % × 1,500 = 300 → 36 % × 2,000 = 720, +420; owners 500 − 420 = 80. The goodwill on file does not enter.
  /// B2: 300 + 30 = 330 → 720 + 30 + 200 × (0.80 − 0.64) ÷ 0.80 = 720 + 30 + 40 = 790, +460; owners 40.
  /// B1 has no rule of its own for a dilution and takes B2's. C: the 30 came over in earlier sales, the 40 follow: as B2.
  @Test(arguments: [
    ("A", "300", "720", "80"), ("proportionate", "300", "720", "80"), ("", "300", "720", "80"), ("B1", "330", "790", "40"),
    ("full goodwill", "330", "790", "40"), ("B2", "330", "790", "40"), ("full goodwill own share", "330", "790", "40"),
    ("C", "330", "790", "40"), ("proportionate with goodwill", "330", "790", "40"),
  ])
  func everyPolicyMovesItsOwnGoodwill(policy: String, before: String, after: String, owners: String) {
    var files = IssueGroup()
    files.entities = "entity,role,nci policy\nParent,parent,\nSub,subsidiary,\(policy)\nOthers,outside,\nNewcomer,outside,\n"
    files.holdings = "entity,holder,shares\nSub,Parent,80\nSub,Others,20\n"
    files.position = """
      entity,Sub
      currency,CNY
      ,2024-12-31
      Net assets,1500
      Goodwill attributable to owners of the parent,200
      Goodwill attributable to non-controlling interests,30

      """
    let transaction = files.run().transaction
    #expect(transaction.policyIsAssumed == policy.isEmpty)
    #expect(transaction.nciBefore == Amount(before) && transaction.nciAfter == Amount(after))
    #expect(transaction.ownersAdjustment == Amount(owners))
    #expect(transaction.goodwillAdjustment == .zero)
  }

  // MARK: Control

  @Test(
    arguments: [
      // the parent's shares of 100, shares issued, what the file says, whether control is kept, whether it is treated
      (90, 25, "", true, true), (51, 1, "", true, true), (51, 2, "", nil, false), (40, 10, "", nil, false), (51, 2, "yes", true, true),
      (90, 25, "no", false, false), (51, 60, "no", false, false),
    ] as [(Int, Int, String, Bool?, Bool)])
  func controlIsKeptAboveOneHalfOrWhereTheFileSaysSo(held: Int, issued: Int, said: String, kept: Bool?, isTreated: Bool) {
    var files = IssueGroup()
    files.holdings = "entity,holder,shares\nSub,Parent,\(held)\nSub,Others,\(100 - held)\n"
    files.events = IssueGroup.event("\(issued),,500,CNY,,\(said)")
    let group = files.run()
    #expect(group.transaction.controlIsKept == kept)
    #expect((group.transaction.treatment == .equityTransaction) == isTreated)
  }

  @Test func controlThatIsNotKnownIsAskedFor() {
    var files = IssueGroup()
    files.holdings = "entity,holder,shares\nSub,Parent,50\nSub,Others,49\n"
    files.events = IssueGroup.event("1,,500,CNY,,")
    let group = files.run()
    #expect(group.transaction.votesAfter == .oneHalf, "at one half there is no majority")
    #expect(group.transaction.treatment == .notDeterminable)
    #expect(group.words(group.transaction.remedy)?.contains("control after") == true)
    #expect(group.transaction.gainOrLoss == nil && group.transaction.nciAfter == nil)
    #expect(group.findings(of: "control-review").map(\.severity) == [.warning])
  }

  // MARK: What is missing

  @Test(
    arguments: [
      ("nothing", nil),
      ("consideration", "the consideration is not given, neither as an amount nor as shares and a price"),
      ("rate", "no rate from USD to CNY on 1 January 2025 is on file"),
      ("position", "no net assets of ‘Sub’ on or before 1 January 2025 are on file"),
      ("holdings", "the owners' interest before it is not known: no register of that day or earlier reaches the parent"),
      ("shares", "the number of shares issued is not given"),
      ("receiver", "it is not said who receives the shares"),
    ] as [(String, String?)])
  func whatIsMissingIsNamedAndNothingIsInvented(missing: String, reason: String?) {
    var files = IssueGroup()
    switch missing {
    case "consideration": files.events = IssueGroup.event("25,,,CNY,,")
    case "rate": files.events = IssueGroup.event("25,,500,USD,,")
    case "position": files.position = files.position.replacing("2024-12-31", with: "2025-01-02")
    case "holdings": files.holdings = "date,entity,holder,shares\n2025-01-02,Sub,Parent,90\n2025-01-02,Sub,Others,10\n"
    case "shares": files.events = IssueGroup.event(",,500,CNY,,yes")
    case "receiver": files.events = IssueGroup.event("25,,500,CNY,,yes").replacing("Newcomer", with: "")
    default: break
    }
    let group = files.run()
    let transaction = group.transaction
    #expect(group.words(transaction.reason) == reason)
    #expect((transaction.treatment == .equityTransaction) == (reason == nil))
    #expect((transaction.ownersAdjustment == nil) == (reason != nil))
    #expect((transaction.remedy == nil) == (reason == nil))
  }

  @Test(arguments: [("25,,(500),CNY,,", "events.csv:2:9"), ("25,,500,CNY,-20,", "events.csv:2:11"), ("-25,,500,CNY,,", "events.csv:2:7")])
  func aNegativeAmountOfAnIssueIsRefusedAtItsCell(cells: String, address: String) {
    var files = IssueGroup()
    files.events = IssueGroup.event(cells)
    let group = files.run()
    #expect(group.findings(of: "unreadable").map { group.address(of: $0) } == [address])
    #expect(group.accounts.transactions.isEmpty)
  }

  @Test func sharesTimesPriceStandForAConsiderationThatIsNotGiven() {
    var files = IssueGroup()
    files.events = IssueGroup.event("25,20,,CNY,,")
    #expect(files.run().transaction.consideration == Amount("500"))
  }

  @Test(arguments: [
    ("31 December", "2009-12-31", false), ("31 December", "2010-01-01", true), ("30 June", "2009-07-01", true),
    ("30 June", "2009-06-30", false),
  ])
  func nothingIsTreatedBeforeTheRevisedStandard(yearEnd: String, date: String, isTreated: Bool) {
    var files = IssueGroup()
    files.entities = files.entities.replacing("Parent,parent,CNY,31 December", with: "Parent,parent,CNY,\(yearEnd)")
    files.position = files.position.replacing("2024-12-31", with: "2009-06-30")
    files.events = IssueGroup.event("25,,500,CNY,,", date: date)
    let group = files.run()
    #expect((group.transaction.treatment == .equityTransaction) == isTreated)
    #expect((group.words(group.transaction.reason)?.contains("before 1 July 2009") ?? false) == !isTreated)
  }

  // MARK: Moments

  /// A position of the event's own day that ties only with the event's money has it already: it is taken out again.
  @Test(arguments: [("1500", "1000"), ("1000", "1000")])
  func aPositionOfTheEventsDayCountsAsItWasImmediatelyBefore(onTheDay: String, before: String) {
    var files = IssueGroup()
    files.position = "entity,Sub\ncurrency,CNY\n,2024-12-31,2025-06-30\nNet assets,900,\(onTheDay)\n"
    files.others["results.csv"] = "entity,Sub\ncurrency,CNY\n,Six months ended 30 June 2025\nProfit after tax,100\n"
    files.events = IssueGroup.event("25,,500,CNY,,", date: "2025-06-30")
    #expect(files.run().transaction.netAssetsBefore == Amount(before))
  }

  /// A register of the event's own day that has the new shares already is the one after it.
  @Test func aRegisterWithTheNewSharesIsTheOneAfterTheEvent() {
    var files = IssueGroup()
    files.holdings = """
      date,entity,holder,shares
      2024-12-31,Sub,Parent,90
      2024-12-31,Sub,Others,10
      2025-01-01,Sub,Parent,90
      2025-01-01,Sub,Others,10
      2025-01-01,Sub,Newcomer,25

      """
    let transaction = files.run().transaction
    #expect(transaction.interestBefore == Ratio(numerator: 90, denominator: 100))
    #expect(transaction.interestAfter == Ratio(numerator: 72, denominator: 100))
  }

  @Test func aSecondIssueStandsOnTheFirst() {
    var files = IssueGroup()
    files.position = "entity,Sub\ncurrency,CNY\n,2024-12-31,2025-01-31\nNet assets,1000,1500\n"
    files.events += "Round B,2025-02-01,completed,Sub,issue,Newcomer,20,,400,CNY,,\n"
    let transactions = files.run().accounts.transactions
    #expect(transactions.map(\.interestBefore) == [Ratio(numerator: 90, denominator: 100), Ratio(numerator: 90, denominator: 125)])
    #expect(transactions.map(\.interestAfter) == [Ratio(numerator: 90, denominator: 125), Ratio(numerator: 90, denominator: 145)])
    #expect(transactions[1].nciBefore == transactions[0].nciAfter, "28 % of 1,500 both times")
  }

  /// Shares that the group itself takes: what it pays stays in the group, and the majority's share rises.
  @Test func anIssueToTheParentBringsNothingInFromOutside() {
    var files = IssueGroup()
    files.holdings = "entity,holder,shares\nSub,Parent,60\nSub,Others,40\n"
    files.events = IssueGroup.event("100,,500,CNY,,").replacing("Newcomer", with: "Parent")
    let transaction = files.run().transaction
    // NCI 40 % × 1,000 = 400 → 20 % × 1,500 = 300: the owners gain the 100 that NCI loses.
    #expect(transaction.consideration == .zero)
    #expect(transaction.nciAdjustment == Amount("-100") && transaction.ownersAdjustment == Amount("100"))
  }
}
