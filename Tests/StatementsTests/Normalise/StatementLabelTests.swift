import Testing

@testable import Statements

/// What a label means by its section and by the lines beside it.
@Suite struct StatementLabelTests {
  /// Net assets beside another total of equity are a contradiction, not a part of it.
  @Test func netAssetsAreNoPartOfTotalEquity() {
    let read = ReadStatement("entity,Alpha Ltd\nunit,£'000\n,2024-12-31\nNet assets,4720\nShare capital,4270\nTotal equity,4270\n")
    #expect(read.facts.filter { $0.hasPrefix("net-assets ") } == ["net-assets 2024-12-31 4720000", "net-assets 2024-12-31 4270000"])
  }

  /// The British page: liabilities in brackets, net assets, and the equity below that comes to the same.
  @Test func deductionsAreProvedBesideTotalEquityToo() {
    let read = ReadStatement(
      """
      Alpha Ltd
      ,31 Dec 2024,31 Dec 2023
      ,£'000,£'000
      Non-current assets,6000,5500
      Current assets,3655,3500
      Total assets,9655,9000
      Current liabilities,(1655),(1500)
      Non-current liabilities,(3000),(2900)
      Total liabilities,(4655),(4400)
      Net assets,5000,4600
      Share capital,1000,1000
      Retained earnings,4000,3600
      Total equity,5000,4600
      """)
    #expect(read.facts.contains("total-liabilities 2024-12-31 4655000") && read.facts.contains("current-liabilities 2023-12-31 1500000"))
    #expect(!read.doubts.contains { $0.contains("warning") || $0.contains("error") }, "\(read.doubts)")
  }

  @Test func oneLabelMeansWhatItsSectionSays() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31/12/2012
      ASSETS
      Non-current assets
      Deferred tax,10
      Other,3
      ,13
      Current assets
      Other,5
      Inventories,1
      ,6
      Total assets,19
      LIABILITIES
      Current liabilities
      Borrowings,7
      Total current liabilities,7
      Non-current liabilities
      Borrowings,5
      Deferred tax,1
      Total non-current liabilities,6
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        deferred-tax-assets 2012-12-31 10000
        other-non-current-assets 2012-12-31 3000
        non-current-assets 2012-12-31 13000
        other-current-assets 2012-12-31 5000
        inventories 2012-12-31 1000
        current-assets 2012-12-31 6000
        total-assets 2012-12-31 19000
        borrowings-current 2012-12-31 7000
        current-liabilities 2012-12-31 7000
        borrowings-non-current 2012-12-31 5000
        deferred-tax-liabilities 2012-12-31 1000
        non-current-liabilities 2012-12-31 6000
        """)
    #expect(read.doubts == [])
  }

  @Test func equityMeansWhatItsTwinsLeaveIt() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,31 Dec 2012
      Stockholders' equity,10
      Minority interest,2
      Total equity,12
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        equity-attributable-to-owners 2012-12-31 10000000
        non-controlling-interests 2012-12-31 2000000
        net-assets 2012-12-31 12000000
        """)
    #expect(read.doubts == [])
  }

  @Test func equityAloneIsAllEquity() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,31 Dec 2012
      Total assets,15
      Stockholders' equity,10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-12-31 15000000
        net-assets 2012-12-31 10000000
        """)
    #expect(read.doubts == [])
  }

  @Test func netIncomeBesideOneThatIncludesAllIsTheOwners() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$ in millions,FY2012
      Net income including noncontrolling interests,12
      Net income,10
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        profit-after-tax 2012-01-01/2012-12-31 12000000
        profit-attributable-to-owners 2012-01-01/2012-12-31 10000000
        """)
    #expect(read.doubts == [])
  }
}
