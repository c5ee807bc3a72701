import Testing

@testable import Statements

/// Figures beside which no currency is named, or only a sign that several currencies have.
@Suite struct OpenCurrencyTests {
  private func read(_ text: String, _ entities: String? = nil) -> (currency: String?, findings: [String]) {
    let read = ReadStatement(text, with: entities.map { ["entities.csv": $0] } ?? [:])
    return (read.intake.facts.first?.currency?.code, read.findings.filter { $0.contains("unit-assumed") })
  }

  @Test func yuanInSimplifiedCharactersIsRenminbiAndSaidSo() {
    let found = read("编制单位：甲公司\n单位：元\n项目,2023年12月31日\n资产总计,100\n")
    #expect(found.currency == "CNY" && found.findings == ["2:1 unit-assumed info"])
    #expect(read("编制单位：甲公司\n单位：万元\n项目,2023年12月31日\n资产总计,100\n").currency == "CNY")
  }

  @Test func yuanInTraditionalCharactersIsAsked() {
    let found = read("編製單位：甲公司\n單位：元\n項目,2023年12月31日\n資產總計,100\n")
    #expect(found.currency == nil && found.findings == ["2:1 unit-assumed warning"])
  }

  @Test(arguments: ["$'000,31 Dec 2023\nTotal assets,100\n", ",31 Dec 2023\nTotal assets,$100\n", "¥'000,31 Dec 2023\nTotal assets,100\n"])
  func aSignOfSeveralCurrenciesIsAsked(table: String) {
    let found = read("entity,Alpha\n" + table)
    #expect(found.currency == nil && found.findings.contains { $0.hasSuffix("warning") })
  }

  @Test func theFunctionalCurrencyIsTakenWhereTheSignCanBeIts() {
    let entities = "entity,functional currency\nAlpha,HKD\nBeta,CNY\n"
    let dollars = read("entity,Alpha\n$'000,31 Dec 2023\nTotal assets,100\n", entities)
    #expect(dollars.currency == "HKD" && dollars.findings == ["2:1 unit-assumed info"])
    let other = read("entity,Beta\n$'000,31 Dec 2023\nTotal assets,100\n", entities)
    #expect(other.currency == nil && other.findings == ["2:1 unit-assumed warning"])
    let bare = read("entity,Beta\nin thousands,31 Dec 2023\nTotal assets,100\n", entities)
    #expect(bare.currency == "CNY" && bare.findings == ["1:0 unit-assumed info"])
  }

  @Test func aTrialBalanceIsAskedAsAStatementIs() {
    let found = read("entity,Alpha\n31 December 2023\nunit,$\naccount,debit,credit\nCash at bank,5,\nShare capital,,5\n")
    #expect(found.currency == nil && found.findings.contains { $0.hasSuffix("warning") })
  }
}
