import Testing

@testable import Statements

/// What separators mean is proved, lent by a neighbour, or assumed and said.
@Suite struct DecimalMarkTests {
  @Test func europeanNumbersLendTheirProof() {
    let read = ReadStatement(
      """
      Alpha GmbH
      in EUR;31.12.2012;31.12.2011
      Total assets;1.234;1.000,50
      Total liabilities;1.100;900,25
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-12-31 1234
        total-assets 2011-12-31 1000.5
        total-liabilities 2012-12-31 1100
        total-liabilities 2011-12-31 900.25
        """)
    #expect(read.doubts == [])
  }

  @Test func groupingIsAssumedAndSaid() {
    let read = ReadStatement(
      """
      Alpha GmbH
      in EUR;31.12.2012;31.12.2011
      Total assets;1.234;1.000
      Total liabilities;1.100;900
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-12-31 1234
        total-assets 2011-12-31 1000
        total-liabilities 2012-12-31 1100
        total-liabilities 2011-12-31 900
        """)
    #expect(read.doubts == ["3:2 separator-assumed info"])
  }

  @Test func aColumnThatGroupsNothingHasDecimals() {
    let read = ReadStatement(
      """
      Alpha Inc
      US$,31.12.2012
      Total assets,12345
      Total liabilities,1.234
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        total-assets 2012-12-31 12345
        total-liabilities 2012-12-31 1.234
        """)
    #expect(read.doubts == ["4:2 separator-assumed info"])
  }
}
