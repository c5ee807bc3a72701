import Testing

@testable import Statements

/// What cannot be read is refused at its cell.
@Suite struct StatementRefusalTests {
  @Test func amountsWithoutTheirQuotes() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31/12/2012,31/12/2011
      Total assets,1,234,1,100
      """)
    #expect(read.facts.isEmpty)
    #expect(read.doubts == ["3:4 unreadable error"])
  }

  @Test func wordsForAFigure() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31/12/2012
      Total assets,abc
      """)
    #expect(read.facts.isEmpty)
    #expect(read.doubts == ["3:2 unreadable error"])
  }

  @Test func aDateOfTwoReadings() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,03/04/2012,05/06/2012
      Total assets,5,6
      """)
    #expect(read.facts.isEmpty)
    #expect(read.doubts == ["2:2 unreadable error"])
  }

  @Test func aDayThatIsNone() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31 February 2012
      Total assets,5
      """)
    #expect(read.facts.isEmpty)
    #expect(read.doubts == ["2:2 unreadable error"])
  }

  @Test func twoMarksInOneColumn() {
    let read = ReadStatement(
      """
      Alpha GmbH
      in EUR;31.12.2012
      Total assets;1.234
      Total liabilities;1,100
      """)
    #expect(read.facts.isEmpty)
    #expect(read.doubts == ["4:2 unreadable error"])
  }

  @Test func aPointAndACommaProved() {
    let read = ReadStatement(
      """
      Alpha GmbH
      in EUR;31.12.2012
      Total assets;1.234,5
      Total liabilities;1,100.5
      """)
    #expect(read.facts.isEmpty)
    #expect(read.doubts == ["3:2 unreadable error"])
  }

  @Test func moreDigitsThanCanBeHeld() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31/12/2012
      Total assets,1234567890123456789012345678901234567890
      """)
    #expect(read.facts.isEmpty)
    #expect(read.doubts == ["3:2 unreadable error"])
  }
}
