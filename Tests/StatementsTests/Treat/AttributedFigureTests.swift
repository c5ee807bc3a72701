import Testing

@testable import Statements

@Suite struct AttributedFigureTests {
  private static func figures(_ files: IssueGroup) -> [String: AttributedFigure] {
    let accounts = files.run().accounts
    return Dictionary(
      AttributedFigure.all(in: accounts).map { ("\(accounts.catalogue[$0.item].id) \($0.period.isoText)", $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// 80 % to mid-year, 64 % after it: 80 % × 1,200 + 64 % × 3,550 = 3,232, never the average of the two.
  @Test func aResultIsDividedBySubPeriodAtTheInterestOfItsTime() throws {
    var files = IssueGroup()
    files.holdings = "entity,holder,shares\nSub,Parent,80\nSub,Others,20\n"
    files.events = IssueGroup.event("25,,500,CNY,,", date: "2025-07-01")
    files.others["results.csv"] = """
      entity,Sub
      currency,CNY
      ,Six months ended 30 June 2025,Year ended 31 December 2025
      Profit after tax,1200,4750

      """
    let figures = Self.figures(files)
    let half = try #require(figures["profit-after-tax 2025-01-01/2025-06-30"])
    #expect(half.owners == Amount("960") && half.nci == Amount("240"))
    let year = try #require(figures["profit-after-tax 2025-01-01/2025-12-31"])
    #expect(year.owners == Amount("3232") && year.nci == Amount("1518"))
    #expect(year.effectiveInterest == Ratio(numerator: 3_232, denominator: 4_750))
  }

  /// Without the half-year's figure the year is divided by time, and a finding says so: 80 % and 64 % of six months each.
  @Test func aResultThatNoFileCutsAtTheChangeIsDividedByTime() throws {
    var files = IssueGroup()
    files.holdings = "entity,holder,shares\nSub,Parent,80\nSub,Others,20\n"
    files.events = IssueGroup.event("25,,500,CNY,,", date: "2025-07-01")
    files.others["results.csv"] = "entity,Sub\ncurrency,CNY\n,Year ended 31 December 2025\nProfit after tax,4750\n"
    let year = try #require(Self.figures(files)["profit-after-tax 2025-01-01/2025-12-31"])
    #expect(year.owners == Amount("3420"), "0.80 × 2,375 + 0.64 × 2,375")
    #expect(files.run().findings(of: "result-apportioned").map(\.severity) == [.warning])
  }

  /// A change in the second quarter parts that quarter alone: 80 % × 1,200, then 46 of 91 days of 3,550 at 80 % and 45 at 64 %.
  @Test func theShortestResultInWhichTheChangeFallsIsPartedByTime() throws {
    var files = IssueGroup()
    files.holdings = "entity,holder,shares\nSub,Parent,80\nSub,Others,20\n"
    files.events = IssueGroup.event("25,,500,CNY,,", date: "2025-05-16")
    files.others["results.csv"] = """
      entity,Sub
      currency,CNY
      ,Three months ended 31 March 2025,Six months ended 30 June 2025
      Profit after tax,1200,4750

      """
    let half = try #require(Self.figures(files)["profit-after-tax 2025-01-01/2025-06-30"])
    #expect(half.owners == Amount("3519.12") && half.nci == Amount("1230.88"))
    let finding = try #require(files.run().findings(of: "result-apportioned").first { $0.period?.isoText == "2025-01-01/2025-06-30" })
    #expect(finding.details.count == 3)
  }

  /// Non-controlling interests are in subsidiaries alone (IFRS 10, appendix A): of an associate nothing is divided, and nothing is missed.
  @Test func anAssociateIsNotDivided() {
    var files = IssueGroup()
    files.entities += "Assoc,associate,CNY,,\n"
    files.holdings += "Assoc,Parent,30\nAssoc,Others,70\n"
    files.others["results.csv"] =
      "entity,Assoc\ncurrency,CNY\n,Year ended 31 December 2024\nProfit after tax,1000\n\n,31 December 2025\nNet assets,5000\n"
    let accounts = files.run().accounts
    let assoc = accounts.entities.find("Assoc")
    let figures = AttributedFigure.all(in: accounts)
    #expect(assoc != nil && !accounts.facts.filter { $0.entity == assoc }.isEmpty)
    #expect(!figures.contains { $0.entity == assoc })
    #expect(!AttributedFigure.undivided(in: accounts, figures).contains { $0.entity == assoc })
  }

  @Test func aChangeInASisterDoesNotCutTheResultsOfAnother() throws {
    var files = IssueGroup()
    files.entities += "Sister,subsidiary,CNY,,\n"
    files.holdings += "Sister,Parent,60\nSister,Others,40\n"
    files.events = IssueGroup.event("25,,500,CNY,,", date: "2025-05-17")
    files.others["results.csv"] = "entity,Sister\ncurrency,CNY\n,Year ended 31 December 2025\nProfit after tax,1000\n"
    let year = try #require(Self.figures(files)["profit-after-tax 2025-01-01/2025-12-31"])
    #expect(year.owners == Amount("600"))
  }

  /// A register may show a change that no event tells of: 80 % × 1,200 + 70 % × 3,550 = 3,445, or six months each by time.
  @Test(arguments: [(true, "3445"), (false, "3562.5")])
  func aRegisterThatChangesWithinAPeriodCutsItToo(hasHalfYear: Bool, owners: String) {
    var files = IssueGroup()
    files.holdings = """
      date,entity,holder,shares
      2024-12-31,Sub,Parent,80
      2024-12-31,Sub,Others,20
      2025-06-30,Sub,Parent,70
      2025-06-30,Sub,Others,30

      """
    files.events = "event,date,entity,kind,shares\n"
    files.others["results.csv"] =
      hasHalfYear
      ? "entity,Sub\ncurrency,CNY\n,Six months ended 30 June 2025,Year ended 31 December 2025\nProfit after tax,1200,4750\n"
      : "entity,Sub\ncurrency,CNY\n,Year ended 31 December 2025\nProfit after tax,4750\n"
    #expect(Self.figures(files)["profit-after-tax 2025-01-01/2025-12-31"]?.owners.decimalText == owners)
  }

  @Test func aPositionIsDividedAtTheInterestOfItsDay() throws {
    var files = IssueGroup()
    files.position = "entity,Sub\ncurrency,CNY\n,2024-12-31,2025-12-31\nNet assets/(liabilities),1000,-400\n"
    let figures = Self.figures(files)
    let before = try #require(figures["net-assets 2024-12-31"])
    #expect(before.owners == Amount("900") && before.nci == Amount("100"))
    let after = try #require(figures["net-assets 2025-12-31"])
    #expect(after.owners == Amount("-288") && after.nci == Amount("-112"), "72 % of a deficit, and no floor for the rest")
  }

  /// X9: 72.459 % of a holding company, and below it an entity held by contract alone with all of its economic interest.
  @Test(arguments: [("100%", "-72459", "-27541"), ("", nil, nil)] as [(String, String?, String?)])
  func anEntityHeldByContractIsDividedByTheChainAboveIt(economic: String, owners: String?, nci: String?) {
    var files = IssueGroup()
    files.entities += "Contract Entity,subsidiary,CNY,,\n"
    files.holdings = "entity,holder,percent,basis\nSub,Parent,72.459%,equity\nSub,Others,27.541%,equity\n"
    files.holdings += "Contract Entity,Sub,\(economic),structured contracts\n"
    files.events = "event,date,entity,kind,shares\n"
    files.others["results.csv"] = "entity,Contract Entity\ncurrency,CNY\n,Year ended 31 December 2024\nLoss after tax,100000\n"
    let figure = Self.figures(files)["profit-after-tax 2024-01-01/2024-12-31"]
    #expect(figure?.owners.decimalText == owners)
    #expect(figure?.nci.decimalText == nci)
  }

  @Test func whatIsNotOfTheOwnersIsRoundedAndTheOwnersTakeTheRest() throws {
    var files = IssueGroup()
    files.holdings = "entity,holder,shares\nSub,Parent,2\nSub,Others,1\n"
    files.position = "entity,Sub\ncurrency,CNY\n,2024-12-31\nNet assets/(liabilities),0.05\n"
    let figure = try #require(Self.figures(files)["net-assets 2024-12-31"])
    #expect(figure.nci == Amount("0.02") && figure.owners == Amount("0.03"))
  }
}
