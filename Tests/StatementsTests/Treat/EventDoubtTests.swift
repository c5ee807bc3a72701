import Testing

@testable import Statements

/// What an event's line cannot mean is said at the cell that is wrong, and the remedy mends that.
@Suite struct EventDoubtTests {
  private static func group(_ line: String, control: String = "") -> Pipeline.Group {
    CSVGroup([
      "entities.csv": "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,HKD\nFounders,outside,\nNewcomer,outside,\n",
      "holdings.csv": "entity,holder,shares\nPier,Harbour,80\nPier,Founders,20\n",
      "position.csv": "entity,Pier\ncurrency,HKD\n,2024-12-31\nNet assets,1000\n",
      "events.csv":
        "event,date,entity,kind,from,to,shares,consideration,currency,control after,retained fair value\nDeal,2025-01-01,Pier,\(line),500,HKD,\(control),0\n",
    ]).run()
  }

  @Test(
    arguments: [
      // the line, the column that is wrong, the words of the reason, of the remedy
      ("sale,Harbour,Newcomer,81", 7, "has 80 shares before it and would give up 81", "correct `shares` on the event's line"),
      ("sale,Harbuor,Newcomer,10", 5, "‘Harbuor’, who sells, is no company of the group", "the nearest of the group is ‘Harbour’"),
      ("purchase,Fuonders,Harbour,10", 5, "‘Fuonders’, whose shares they are, is no holder", "the register has ‘Founders’"),
      ("purchase,Newcomer,Harbour,10", 5, "‘Newcomer’, whose shares they are, is no holder", "a holder that the register has"),
      ("purchase,Founders,Harbour,21", 7, "has 20 shares before it and would give up 21", "correct `shares` on the event's line"),
      ("buyback,Founders,,21", 7, "has 20 shares before it and would give up 21", "correct `shares` on the event's line"),
      ("sale,Founders,Harbour,10", 4, "it is called a sale", "write `purchase` under `kind`"),
      ("purchase,Harbour,Founders,10", 4, "it is called a purchase", "write `sale` under `kind`"),
      ("sale,Founders,Newcomer,10", 5, "‘Founders’, who sells, is no company of the group", "name the company of the group"),
      ("purchase,Founders,Newcomer,10", 6, "‘Newcomer’, who buys, is no company of the group", "name the company of the group"),
      ("issue,Harbour,Newcomer,10", 5, "its shares are new by its kind", "leave `from` empty"),
      ("buyback,Founders,Newcomer,10", 6, "buys back its own shares", "leave `to` empty"),
      ("sale,Harbour,Newcomer,", 7, "the number of shares that move is not given", "fill in `shares` on the event's line"),
      ("purchase,,Harbour,10", 5, "it is not said whose shares they are", "fill in `from`"),
      ("sale,Harbour,,10", 6, "it is not said who receives the shares", "fill in `to`"),
    ] as [(String, Int, String, String)])
  func theCellThatIsWrongIsNamed(line: String, column: Int, reason: String, remedy: String) throws {
    let group = Self.group(line)
    let finding = try #require(group.findings(of: "untreated-event").first)
    let (said, mend) = (try #require(group.words(finding.message)), try #require(group.words(finding.remedy)))
    #expect(finding.severity == .error)
    #expect(group.address(of: finding) == "events.csv:2:\(column)", "\(said)")
    #expect(said.contains(reason), "\(said)")
    #expect(mend.contains(remedy), "\(mend)")
  }

  @Test(arguments: [
    "sale,Harbour,Newcomer,10", "sale,,Newcomer,10", "purchase,Founders,,10", "issue,Pier,Newcomer,10", "buyback,Founders,Pier,10",
  ])
  func whatGoesTogetherIsTreated(line: String) {
    #expect(Self.group(line).findings(of: "untreated-event").isEmpty)
  }

  @Test func aLossOfControlAsksForTheSame() throws {
    let group = Self.group("sale,Harbour,Newcomer,81", control: "no")
    let finding = try #require(group.findings(of: "untreated-event").first)
    #expect(group.address(of: finding) == "events.csv:2:7")
    #expect(finding.actual == "81" && finding.expected == "at most 80")
  }

  /// Costs, tax and what is kept in another currency show their rate.
  @Test func amountsInAnotherCurrencyShowTheirRate() throws {
    let group = CSVGroup([
      "entities.csv": "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,HKD\nFounders,outside,\nNewcomer,outside,\n",
      "holdings.csv": "entity,holder,shares\nPier,Harbour,80\nPier,Founders,20\n",
      "position.csv": "entity,Pier\ncurrency,HKD\n,2024-12-31\nNet assets,1000\n",
      "rates.csv": "date,base,quote,rate\n2025-01-01,USD,HKD,7.8\n",
      "events.csv":
        "event,date,entity,kind,from,to,shares,consideration,currency,costs,control after,retained fair value\nDeal,2025-01-01,Pier,sale,Harbour,Newcomer,60,100,USD,2,no,30\n",
    ]).run()
    let lines = group.transaction.workings.map {
      "\(group.words($0.label) ?? ""): \(group.words($0.formula) ?? "") = \(group.words($0.result) ?? "")"
    }
    #expect(lines.contains("Costs: US$2.00 × 7.8 = 15.60"), "\(lines)")
    #expect(lines.contains("Interest kept, at fair value: US$30.00 × 7.8 = 234.00"), "\(lines)")
  }
}
