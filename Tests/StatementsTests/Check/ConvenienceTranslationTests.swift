import Statements
import Testing

/// A column in a second currency beside the one that it translates.
@Suite struct ConvenienceTranslationTests {
  private static func statement(cash: String, loans: String = "63.5", netAssets: String = "222.2") -> Pipeline.Group {
    group(
      """
      entity,Harbour Limited
      ,31 December 2011,31 December 2012,31 December 2012
      ,RMB'000,RMB'000,US$'000
      Property,1000.0,1200.0,190.5
      Cash,500.0,600.0,\(cash)
      Goodwill,-,-,-
      Total assets,1500.0,1800.0,285.7
      Loans,300.0,400.0,\(loans)
      Total liabilities,300.0,400.0,63.5
      Net assets,1200.0,1400.0,\(netAssets)
      """)
  }

  /// 1,800.0 by 285.7 is 6.3003; at that 600.0 is 95.2, and a digit by which the column is made to foot is no difference.
  @Test(arguments: ["95.2", "95.3", "95.1"]) func aColumnAtOneRateIsInformation(cash: String) {
    let found = Self.statement(cash: cash).findings.filter { $0.check == "duplicate-fact" }
    #expect(found.count == 1 && found.first?.severity == .info && found.first?.actual == "USD")
    #expect(found.first?.place == Place(fileIndex: 0, lineNumber: 4, columnNumber: 4))
    #expect(Self.statement(cash: cash).findingLines().isEmpty)
  }

  @Test func aTranslationThatIsOffTheRateIsNamed() {
    let found = Self.statement(cash: "92.5").findings.filter { $0.check == "duplicate-fact" }
    #expect(found.map(\.severity) == [.warning, .info])
    let odd = found.first
    #expect(odd?.place == Place(fileIndex: 0, lineNumber: 5, columnNumber: 4))
    #expect(odd?.expected == "95200" && odd?.actual == "92500", "600,000 at 1,800,000 for 285,700, to the hundred")
  }

  /// A minus that is lost makes no translation.
  @Test func aSignThatIsLostIsOffTheRate() {
    #expect(
      Self.statement(cash: "95.2", netAssets: "(222.2)").findingLines().filter { $0.contains("duplicate") } == [
        "warning duplicate-fact 10:4"
      ])
  }

  @Test func figuresAtNoCommonRateAreErrorsInTheirCurrencies() {
    let found = group(
      """
      entity,Harbour Limited
      ,31 December 2012,31 December 2012
      ,RMB'000,US$'000
      Property,1200.0,700.0
      Cash,600.0,95.2
      Total assets,1800.0,795.2
      """)
    #expect(
      found.findingLines().filter { $0.contains("duplicate") } == [
        "error duplicate-fact 4:3", "error duplicate-fact 5:3", "error duplicate-fact 6:3",
      ])
    let words = found.findings.filter { $0.check == "duplicate-fact" }.map { found.lines(of: $0, inputs: "").joined() }
    #expect(words.first?.contains("US$'000 700.0 here and RMB'000 1,200.0") ?? false, "\(words)")
  }

  /// 1,800.0 for 258.7 is at another rate than all others are.
  @Test func aSlipInTheGreatestFigureIsNamedAlone() {
    let found = group(
      """
      entity,Harbour Limited
      ,31 December 2012,31 December 2012
      ,RMB'000,US$'000
      Property,1200.0,190.5
      Cash,600.0,95.2
      Total assets,1800.0,258.7
      Loans,400.0,63.5
      """)
    #expect(found.findingLines().filter { $0.contains("duplicate") } == ["warning duplicate-fact 6:3"])
    #expect(
      found.findings.first { $0.severity == .warning && $0.check == "duplicate-fact" }?.expected == "285800",
      "1,200.0 for 190.5 makes 285.75")
  }

  /// The entity's own currency counts wherever its columns stand: that of most figures, or its functional one.
  @Test func aTranslationToTheLeftDoesNotCount() {
    let rows = "Revenue,400.0,2800.0\nCost of sales,(100.0),(700.0)\nGross profit,300.0,2100.0\n"
    let more = "Revenue,400.0,2800.0,2000.0\nCost of sales,(100.0),(700.0),(500.0)\nGross profit,300.0,2100.0,1500.0\n"
    let head = "entity,Harbour Limited\n,FY2024,FY2024"
    let two = group([
      ("a.csv", head + "\n,US$'000,RMB'000\n" + rows), ("e.csv", "entity,role,functional currency\nHarbour Limited,subsidiary,CNY\n"),
    ])
    let three = group([("a.csv", head + ",FY2023\n,US$'000,RMB'000,RMB'000\n" + more)])
    for found in [two, three] {
      let shown = found.accounts.entities.ids.flatMap { entity in
        found.accounts.index.items(of: entity).flatMap { found.accounts.index.series(entity, $0) }
      }
      #expect(shown.allSatisfy { $0.currency?.code == "CNY" } && shown.count >= 3)
      #expect(found.accounts.presentationCurrency?.code == "CNY")
      #expect(found.findingLines().isEmpty, "\(found.findingLines())")
      #expect(found.findings.filter { $0.check == "duplicate-fact" }.map(\.actual) == ["USD"])
    }
  }

  /// Thousands under a heading of millions are a thousandth of the rate on file.
  @Test func aRateFarFromTheOneOnFileIsAWarning() {
    let statement =
      "entity,Harbour Limited\n,31 December 2012,31 December 2012\n,RMB'000,US$ million\nProperty,1200.0,190.5\nCash,600.0,95.2\nTotal assets,1800.0,285.7\n"
    let found = group([("a.csv", statement), ("r.csv", "date,base,quote,rate\n2012-12-31,USD,CNY,6.3\n")])
    let own = found.findings.filter { $0.check == "duplicate-fact" }
    #expect(own.map(\.severity) == [.warning] && own[0].place?.columnNumber == 3)
  }

  /// What the figures that count are is not touched by it.
  @Test func theTranslationIsInNoTable() {
    let accounts = Self.statement(cash: "95.2").accounts
    let shown = accounts.entities.ids.flatMap { entity in
      accounts.index.items(of: entity).flatMap { accounts.index.series(entity, $0) }
    }
    #expect(shown.allSatisfy { $0.currency?.code == "CNY" } && shown.count == 14)
  }
}
