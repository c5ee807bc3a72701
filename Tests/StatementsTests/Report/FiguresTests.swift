import Testing

@testable import Statements

@Suite struct FiguresTests {
  private static func display(_ currency: Currency?, _ exponent: Int, _ places: Int) -> Display {
    Display(unit: MoneyUnit(currency: currency, exponent: exponent), places: places)
  }

  @Test(arguments: [
    // units of currency, power of ten, decimals, as shown
    ("14433900", 3, 1, "14,433.9"), ("-1552500", 3, 1, "(1,552.5)"), ("0", 3, 1, "-"), ("-456650", 3, 1, "(456.7)"),
    ("456650", 3, 1, "456.7"),
    ("456649.99", 3, 1, "456.6"), ("1820000", 0, 2, "1,820,000.00"), ("-0.5", 0, 0, "(1)"), ("999999.5", 0, 0, "1,000,000"),
    ("1000", 0, 0, "1,000"), ("999", 0, 0, "999"), ("95300", 4, 2, "9.53"), ("123456789", 6, 1, "123.5"),
  ])
  func amountsAreRoundedOnceAndBracketedWhenNegative(digits: String, exponent: Int, places: Int, shown: String) {
    #expect(Figures.amount(Money(Amount(digits), Self.display(.renminbi, exponent, places))) == shown)
  }

  @Test(
    arguments: [
      ("CNY", 3, "RMB'000"), ("HKD", 6, "HK$ million"), ("USD", 0, "US$"), ("EUR", 9, "EUR billion"), ("CNY", 4, "RMB 10,000"),
      (nil, 3, "units'000"), ("CNY", 8, "RMB 100,000,000"),
    ] as [(String?, Int, String)])
  func unitsAreNamedAsHeadingsNameThem(code: String?, exponent: Int, heading: String) {
    #expect(MoneyUnit(currency: code.flatMap(Currency.init(code:)), exponent: exponent).heading == heading)
  }

  @Test(arguments: [
    ("1", "1"), ("123", "123"), ("1234", "1,234"), ("-123456", "-123,456"), ("-1234567.8912", "-1,234,567.8912"), ("0.5", "0.5"),
    ("100000", "100,000"),
  ])
  func digitsAreGroupedBeforeThePointOnly(digits: String, grouped: String) {
    #expect(Figures.grouped(digits) == grouped)
  }

  @Test(arguments: [
    // of ten thousand
    (1_250, "12.5 %"), (-3_556, "(35.6) %"), (99_999, "1,000.0 %"), (-5, "(0.1) %"), (0, "0.0 %"),
  ])
  func changesAreShownToOneDecimal(tenThousandths: Int32, shown: String) {
    #expect(Figures.changePercent(Percentage(Amount(units: tenThousandths), of: Amount(units: 10_000))) == shown)
  }

  @Test(arguments: [
    (1, 1, 4, "100.00 %"), (8_051, 10_000, 4, "80.51 %"), (1, 2, 4, "50.00 %"), (1, 3, 4, "33.3333 %"), (72_459, 100_000, 4, "72.459 %"),
    (1, 8, 2, "12.50 %"), (0, 1, 4, "0.00 %"),
  ])
  func interestsHaveTwoDecimalsAtLeast(numerator: Int, denominator: Int, places: Int, shown: String) {
    #expect(Figures.percent(Ratio(numerator: numerator, denominator: denominator), places: places) == shown)
  }

  @Test func datesAndPeriodsAreWrittenOut() throws {
    let end = CalendarDate.day(2012, 9, 30)
    #expect(Figures.date(end) == "30 September 2012")
    #expect(Figures.shortDate(end) == "30 Sep 2012")
    #expect(Figures.period(.asAt(end)) == "30 September 2012")
    #expect(Figures.period(.months(9, to: end)) == "9 months to 30 September 2012")
    #expect(Figures.period(.months(1, to: end), short: true) == "1 month to 30 Sep 2012")
    let odd = try #require(Period.from(.day(2012, 2, 1), to: end.adding(days: -1)))
    #expect(Figures.period(odd) == "1 February 2012 to 29 September 2012")
  }

  @Test func captionsFollowTheSignsOfTheirRow() throws {
    let catalogue = LineItemCatalogue.shipped()
    func caption(_ id: String, _ values: [String]) throws -> String {
      TextPrinter(.plain).string(Caption.of(catalogue[try #require(catalogue.find(id: id))], values.map { Amount($0) }))
    }
    #expect(try caption("profit-after-tax", ["1", "2"]) == "Profit after tax")
    #expect(try caption("profit-after-tax", ["-1", "-2"]) == "Loss after tax")
    #expect(try caption("profit-after-tax", ["-1", "2"]) == "Profit/(loss) after tax")
    #expect(try caption("net-assets", ["95", "-456", "14433"]) == "Net assets/(liabilities)")
    #expect(try caption("net-assets", ["-456", "0"]) == "Net liabilities")
    #expect(try caption("cost-of-sales", ["-1"]) == "Cost of sales")
  }
}
