import Testing

@testable import Statements

/// The words for each change, and whether it is good news.
@Suite struct ChangeWordTests {
  private static let thousands = Display(unit: MoneyUnit(currency: .renminbi, exponent: 0), places: 1)

  @Test(
    arguments: [
      // the line, before, now, what the page says
      ("revenue", "100", "112.5", "Revenue rose by 12.5, 12.5 %, to 112.5: favourable"),
      ("revenue", "100", "90", "Revenue fell by 10.0, 10 %, to 90.0: adverse"),
      ("cost-of-sales", "-100", "-120", "Cost of sales rose by 20.0, 20 %, to (120.0): adverse"),
      ("cost-of-sales", "-100", "-80", "Cost of sales fell by 20.0, 20 %, to (80.0): favourable"),
      ("income-tax", "-10", "4", "Income tax changed sign: 4.0 after (10.0): favourable"),
      ("profit-after-tax", "95.3", "-456.6", "Profit/(loss) after tax turned to loss: (456.6) after 95.3: adverse"),
      ("profit-after-tax", "-5", "6", "Profit/(loss) after tax turned to profit: 6.0 after (5.0): favourable"),
      ("profit-after-tax", "-1.8", "-1552.5", "Loss after tax widened by 1,550.7, to 1,552.5: adverse"),
      ("profit-before-tax", "-100", "-75", "Loss before tax narrowed by 25.0, 25 %, to 75.0: favourable"),
      ("net-assets", "95.3", "-456.6", "Net assets of 95.3 moved to net liabilities of 456.6: adverse"),
      ("net-assets", "-456.6", "14433.9", "Net liabilities of 456.6 moved to net assets of 14,433.9: favourable"),
      ("net-assets", "-100", "-150", "Net liabilities widened by 50.0, 50 %, to 150.0: adverse"),
      ("net-assets", "-100", "-50", "Net liabilities narrowed by 50.0, 50 %, to 50.0: favourable"),
      ("total-liabilities", "100", "150", "Total liabilities rose by 50.0, 50 %, to 150.0: adverse"),
      ("total-liabilities", "100", "50", "Total liabilities fell by 50.0, 50 %, to 50.0: favourable"),
      // Neither good nor bad: what belongs to others, what owners put in or take out.
      ("non-controlling-interests", "100", "150", "Non-controlling interests rose by 50.0, 50 %, to 150.0"),
      ("non-controlling-interests", "10", "-5", "Non-controlling interests changed sign: (5.0) after 10.0"),
      ("dividends", "-100", "-150", "Dividends rose by 50.0, 50 %, to (150.0)"),
      ("revenue", "0", "5", "Revenue came to 5.0 after none: favourable"), ("revenue", "5", "0", "Revenue came to none after 5.0: adverse"),
    ])
  func aChangeIsPutIntoWords(id: String, before: String, current: String, words: String) throws {
    let accounts = CSVGroup(["a.csv": "entity,A\n,31 December 2024\nNet assets,1\n"]).accounts()
    let report = GroupReport(accounts: accounts, findings: [], attributed: [])
    let item = try #require(accounts.catalogue.find(id: id))
    let outcome = Comparison.outcome(Amount(current), Amount(before))
    guard case .compared(let change, let percent, _) = outcome else {
      Issue.record("like with like is compared")
      return
    }
    let shown = WhatMoved.Change(
      item: item, prior: .asAt(.day(2023, 12, 31)), current: Amount(current), before: Amount(before), change: change, percent: percent)
    #expect(report.printer.string(ChangeSentence(report, Self.thousands, EntityID(index: 0)).text(shown)) == words)
  }

  @Test func onlyAChangeOfSignIsAlwaysWorthAWord() throws {
    let catalogue = LineItemCatalogue.shipped()
    let profit = catalogue[try #require(catalogue.find(id: "profit-after-tax"))]
    #expect(ChangeWord(profit, current: Amount("-1"), prior: Amount("1"))?.isSignChange == true)
    #expect(ChangeWord(profit, current: Amount("-2"), prior: Amount("-1"))?.isSignChange == false)
    #expect(ChangeWord(profit, current: Amount("2"), prior: Amount("2")) == nil)
  }

  @Test(
    arguments: [
      // settings, position or results, the threshold shown
      ("", true, "0.5"), ("", false, "7"), ("setting,value\nmateriality,3\n", true, "3"), ("setting,value\nmateriality,3\n", false, "3"),
    ])
  func aChangeIsWorthAWordFromAThreshold(settings: String, isPosition: Bool, threshold: String) throws {
    var files = [
      "a.csv": "entity,A\n,31 December 2024\nTotal assets,100\nNet assets,40\n",
      "b.csv": "entity,A\n,Year ended 31 December 2024\nRevenue,700\nProfit before tax,(60)\n",
    ]
    if !settings.isEmpty { files["settings.csv"] = settings }
    let accounts = CSVGroup(files).accounts()
    let entity = try #require(accounts.entities.find("A"))
    let found = try #require(
      Materiality(accounts, isPosition: isPosition, display: Display(unit: accounts.display.unit, places: 1)) {
        accounts.index.series(entity, $0).last?.value
      })
    // 0.5 % of 100; the greater of 5 % of 60 and 1 % of 700.
    #expect(found.threshold == Amount(threshold))
    #expect(found.isReached(by: Amount("-7")) && !found.isReached(by: Amount("0.4")))
  }

  @Test func whereNothingIsToMeasureByEachChangeIsWorthAWord() {
    let accounts = CSVGroup(["a.csv": "entity,A\n,31 December 2024\nInventories,100\n"]).accounts()
    #expect(Materiality(accounts, isPosition: true, display: accounts.display) { _ in nil } == nil)
  }
}
