import Testing

@testable import Statements

/// Liabilities that are printed as deductions are positive, where the table proves it.
@Suite struct LiabilitySignsTests {
  @Test func deductionsOfABritishBalanceSheetArePositive() {
    let read = ReadStatement(
      """
      Gamma Ltd
      £,31 December 2023
      Fixed assets,"2,000.00"
      Current assets,"1,500.00"
      Creditors: amounts falling due within one year,"(1,200.00)"
      Net current assets,300.00
      Total assets less current liabilities,"2,300.00"
      Creditors: amounts falling due after more than one year,(500.00)
      Provisions for liabilities,(100.00)
      Net assets,"1,700.00"
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        property-plant-and-equipment 2023-12-31 2000
        current-assets 2023-12-31 1500
        current-liabilities 2023-12-31 1200
        net-current-assets 2023-12-31 300
        total-assets-less-current-liabilities 2023-12-31 2300
        long-term-payables 2023-12-31 500
        provisions 2023-12-31 100
        net-assets 2023-12-31 1700
        """)
    #expect(read.doubts == ["5:2 sign info"])
  }

  /// 6,400 and 3,350 less 1,050 are 8,700, whatever of it has a total of its own and whether that has a name.
  @Test(arguments: [
    ("Plant,\"6,400\"\n", "", ""), ("Plant,\"5,600\"\nGoodwill,800\n,\"6,400\"\n", "", ""),
    ("Plant,\"5,600\"\nGoodwill,800\n", "Total current assets,\"3,350\"\n", "Total current liabilities,\"(1,050)\"\n"),
    ("Plant,\"6,400\"\n", ",\"3,350\"\n", ",\"(1,050)\"\n"),
  ])
  func assetsLessBracketedLiabilitiesProveThem(_ fixed: String, _ current: String, _ creditors: String) {
    let read = ReadStatement(
      "Star\nHK$,30 June 2025\nNon-current assets,\n\(fixed)Current assets,\nTrade receivables,\"1,250\"\nCash and cash equivalents,\"2,100\"\n"
        + "\(current)Current liabilities,\nTrade payables,(900)\nTax payable,(150)\n\(creditors)Net assets,\"8,700\"\n"
        + "Share capital,\"1,000\"\nReserves,\"7,700\"\nTotal equity,\"8,700\"\n")
    #expect(
      read.facts.contains("trade-payables 2025-06-30 900") && read.facts.contains("taxes-payable 2025-06-30 150"), "\(read.facts)")
    #expect(!read.doubts.contains { $0.hasSuffix("sign warning") })
  }

  @Test func whatTheSumsDoNotShowStaysAWarning() {
    let read = ReadStatement(
      "Star\nHK$,30 June 2025\nCurrent assets,\nCash,3350\nCurrent liabilities,\nTrade payables,(900)\nTax payable,(150)\nNet assets,2400\n"
    )
    #expect(read.facts.contains("trade-payables 2025-06-30 -900"))
    #expect(read.doubts.contains("6:2 sign warning"))
  }

  @Test func aLineWithoutALabelIsNamedByThat() {
    let read = group(
      "Star\nHK$,30 June 2025\nCurrent liabilities,\nTrade payables,(900)\nTax payable,(150)\n,\"(1,050)\"\nNet assets,2400\n")
    let found = read.findings.filter { $0.check == "sign" && $0.message.template.contains("is negative") }
    #expect(found.map { $0.message.arguments.first } == [.text("the line without a label")])
  }

  @Test func theLinesOfASectionFollowTheirTotal() {
    let read = ReadStatement(
      """
      Gamma Ltd
      £,31 December 2023
      Total assets,1000
      Current liabilities
      Trade payables,(200)
      Deferred revenue,(150)
      VAT,50
      Total current liabilities,(300)
      Total liabilities,(300)
      Net assets,700
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2023-12-31 1000
        trade-payables 2023-12-31 200
        deferred-revenue 2023-12-31 150
        sales-tax-payable 2023-12-31 -50
        current-liabilities 2023-12-31 300
        total-liabilities 2023-12-31 300
        net-assets 2023-12-31 700
        """)
  }

  @Test func aDebitAmongLiabilitiesStaysOne() {
    let read = ReadStatement(
      """
      Gamma Ltd
      £,31 December 2023
      Total assets,1000
      Non-current liabilities
      Deferred tax,(5)
      Borrowings,305
      Total liabilities,300
      Net assets,700
      """)
    #expect(read.facts[1] == "deferred-tax-liabilities 2023-12-31 -5")
    #expect(read.doubts == [])
  }

  @Test func eachColumnIsProvedByItself() {
    let read = ReadStatement(
      """
      Gamma Ltd
      £,31 December 2023,31 December 2022
      Total assets,1000,900
      Total liabilities,(300.5),200
      Net assets,699.5,700
      """)
    #expect(
      read.facts[2...3] == ["total-liabilities 2023-12-31 300.5", "total-liabilities 2022-12-31 200"])
  }

  @Test func whatNothingProvesIsAsked() {
    let read = ReadStatement("Gamma Ltd\n£,31 December 2023\nTotal assets,1000\nTotal liabilities,(300)\n")
    #expect(read.facts[1] == "total-liabilities 2023-12-31 -300")
    #expect(read.doubts == ["4:2 sign warning"])
  }

  @Test func liabilitiesBesideEquityAddUp() {
    let read = ReadStatement(
      """
      Gamma Ltd
      £,31 December 2023
      Total liabilities,(300)
      Net assets,700
      Total liabilities and equity,1000
      """)
    #expect(read.facts[0] == "total-liabilities 2023-12-31 300")
  }
}
