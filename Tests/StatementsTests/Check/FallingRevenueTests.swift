import Statements
import Testing

/// Revenue of a year to date that is less than that of a part of it.
@Suite struct FallingRevenueTests {
  @Test(arguments: [("17000", []), ("16999", []), ("16998", ["warning year-to-date 4:3"]), ("10000", ["warning year-to-date 4:3"])])
  func revenueOfNineMonthsIsNotLessThanThatOfSix(nineMonths: String, expected: [String]) {
    let found = group(
      """
      entity,Gamma
      HK$,Six months ended 30 June 2025,Nine months ended 30 September 2025
      Cost of sales,(9000),(9500)
      Revenue,17000,\(nineMonths)
      """)
    #expect(found.findingLines().filter { $0.contains("year-to-date") } == expected)
  }
}
