import Testing

@testable import Statements

/// What a loss of control refuses, and what it takes from files in another currency.
@Suite struct LossOfControlTests {
  private static func group(_ shares: String, currency: String = "CNY", _ others: [String: String] = [:]) -> Pipeline.Group {
    var files = others
    files["entities.csv"] =
      "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,\(currency)\nOthers,outside,\nBuyer,outside,\n"
    files["holdings.csv"] = files["holdings.csv"] ?? "entity,holder,shares\nSub,Parent,800\nSub,Others,200\n"
    files["position.csv"] = "entity,Sub\ncurrency,\(currency)\n,2024-12-31\nNet assets,1000\n"
    files["rates.csv"] = "date,base,quote,rate\n2024-12-31,USD,CNY,7\n2025-01-01,USD,CNY,7\n"
    files["events.csv"] =
      "event,date,entity,kind,to,shares,consideration,currency,control after,retained fair value\nDeal,2025-01-01,Sub,sale,Buyer,\(shares),9000,CNY,no,0\n"
    return CSVGroup(files).run()
  }

  @Test func moreSharesThanAreHeldGiveNoGain() {
    let group = Self.group("900")
    #expect(group.transaction.treatment == .notDeterminable && group.transaction.gainOrLoss == nil)
    #expect(group.words(group.transaction.reason)?.contains("has 800 shares before it and would give up 900") == true)
    #expect(group.findings(of: "untreated-event").map(\.severity) == [.error])
  }

  /// 9,000 − (7,000 − 1,400) = 3,400, and 80 % of the reserve of 300 beside it; without a reserve on file nobody knows.
  @Test(arguments: [("300", "3640"), ("0", "3400"), ("", nil)] as [(String, String?)])
  func theTranslationReserveOfAForeignSubsidiaryIsRecycledOrAskedFor(reserve: String, gain: String?) {
    let file = "entity,Sub\ncurrency,CNY\n,2024-12-31\nTranslation reserve,\(reserve)\n"
    let group = Self.group("800", currency: "USD", reserve.isEmpty ? [:] : ["reserve.csv": file])
    #expect(group.transaction.gainOrLoss?.decimalText == gain)
    if gain == nil { #expect(group.words(group.transaction.reason)?.contains("translation reserve") == true) }
  }

  @Test(arguments: ["Total", "合计", "Total shares in issue"])
  func aTotalInARegisterIsNoHolder(words: String) {
    let register = "entity,holder,shares\nSub,Parent,800\nSub,Others,200\nSub,\(words),1000\n"
    let group = Self.group("800", ["holdings.csv": register])
    #expect(group.transaction.interestBefore == Ratio(numerator: 8, denominator: 10))
    #expect(group.findings(of: "register-total").isEmpty)
    let wrong = Self.group("800", ["holdings.csv": register.replacing("1000", with: "1100")])
    #expect(wrong.findings(of: "register-total").map { wrong.address(of: $0) } == ["holdings.csv:4:3"])
  }

  /// Contracts lapse: no share moves and nothing is paid, so the file has a column for neither. 1,000 less NCI of 200 is lost.
  @Test func aLapseNeedsNeitherSharesNorAConsideration() {
    let group = CSVGroup([
      "entities.csv": "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,CNY\nOthers,outside,\n",
      "holdings.csv": "entity,holder,percent,basis\nSub,Parent,80%,structured contracts\n",
      "position.csv": "entity,Sub\ncurrency,CNY\n,2024-12-31\nNet assets,1000\n",
      "events.csv": "event,date,status,entity,kind,control after\nEnd,2025-01-01,completed,Sub,lapse,no\n",
    ]).run()
    #expect(group.accounts.transactions.map(\.gainOrLoss) == [Amount("-800")])
  }
}
