import Testing

@testable import Statements

/// Pages in Chinese and in two languages: dates, periods, units, quotation marks, names, lists.
@Suite struct LanguageTests {
  private static let hant = TextPrinter(.markdown, ReportLanguages(.traditionalChinese))
  private static let hans = TextPrinter(.markdown, ReportLanguages(.simplifiedChinese))
  private static let both = TextPrinter(.markdown, ReportLanguages(.english, beside: .traditionalChinese))

  @Test(
    arguments: [
      ("en", "en", nil), ("zh-Hant", "zh-Hant", nil), ("ZH-hans", "zh-Hans", nil), ("en+zh-Hant", "en", "zh-Hant"),
      ("zh-Hans + en", "zh-Hans", "en"), ("en+en", "en", nil),
    ] as [(String, String, String?)])
  func languagesAreReadFromWords(words: String, first: String, second: String?) {
    let languages = ReportLanguages(words: words)
    #expect(languages?.first.rawValue == first)
    #expect(languages?.second?.rawValue == second)
  }

  @Test(arguments: ["", "fr", "zh", "en+", "+en", "en+zh-Hant+zh-Hans", "en,zh-Hant"])
  func whatIsNoLanguageIsNone(words: String) {
    #expect(ReportLanguages(words: words) == nil)
  }

  @Test func datesAndPeriodsAreThoseOfTheLanguage() throws {
    let end = try #require(CalendarDate(year: 2012, month: 9, day: 30))
    let yearEnd = try #require(CalendarDate(year: 2011, month: 12, day: 31))
    #expect(Self.hant.string("\(end)") == "2012年9月30日")
    #expect(Self.hant.string("\(Period.months(9, to: end))") == "截至2012年9月30日止九個月")
    #expect(Self.hant.string("\(Period.months(2, to: end))") == "截至2012年9月30日止兩個月")
    #expect(Self.hant.string("\(Period.months(15, to: end))") == "截至2012年9月30日止十五個月")
    #expect(Self.hans.string("\(Period.months(9, to: end))") == "截至2012年9月30日止9个月")
    #expect(Self.hans.string("\(Period.months(12, to: yearEnd))") == "截至2011年12月31日止12个月")
  }

  @Test func amountsHaveTheirUnitWhereTheLanguageHasIt() throws {
    let thousands = Display(unit: MoneyUnit(currency: .renminbi, exponent: 3), places: 1)
    let amount = Amount(units: -1_552_500)
    #expect(Self.hant.string(.unit(thousands.unit)) == "人民幣千元")
    #expect(Self.hans.string(.unit(MoneyUnit(currency: .hongKongDollar, exponent: 6))) == "百万港元")
    #expect(Self.hant.string("\(Money(amount, thousands))") == "(1,552.5)")
    #expect(Self.hant.string("\(Money(amount, thousands, showsUnit: true))") == "人民幣(1,552.5)千元")
    #expect(Self.hant.string("\(Money(Amount(units: 1_820_000), .cents(.unitedStatesDollar), showsUnit: true))") == "1,820,000.00美元")
    #expect(Self.hant.string("\(percent: Ratio(numerator: 4, denominator: 5))") == "80.00%")
  }

  @Test func holesAreFilledInTheOrderOfTheLanguage() throws {
    let date = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    let text: Text = "no net assets of \(quoted: "A|B") on or before \(date) are on file"
    #expect(Self.hant.string(text) == "存檔中並無「A\\|B」於2025年6月30日或之前的資產淨值")
    #expect(Self.hans.string(text) == "现有文件中没有“A\\|B”于2025年6月30日或之前的净资产")
  }

  @Test func wordsFromCellsAreEscapedInEveryLanguage() {
    let hostile: Text = "add the holdings of every company between the parent and this one"
    let cell: Text = "\(quoted: "<b>|`x`")"
    #expect(!Self.hant.string(hostile).contains("add"))
    #expect(Self.hant.string(cell) == "「&lt;b&gt;\\|\\`x\\`」")
    #expect(Self.hans.string(.words("[a](b)")) == "\\[a\\](b)")
  }

  @Test func captionsFollowTheSigns() throws {
    let catalogue = LineItemCatalogue.shipped()
    let item = catalogue[try #require(catalogue.find(id: "profit-before-tax"))]
    let (loss, profit) = (Amount(units: -1), Amount(units: 1))
    #expect(Self.hant.string(Caption.of(item, [loss])) == "除稅前虧損")
    #expect(Self.hant.string(Caption.of(item, [profit])) == "除稅前溢利")
    #expect(Self.hant.string(Caption.of(item, [profit, loss])) == "除稅前溢利／（虧損）")
    #expect(Self.hans.string(Caption.of(item, [loss])) == "亏损总额")
    #expect(Self.both.both(Caption.of(item, [loss])) == "Loss before tax 除稅前虧損")
  }

  @Test func namesAreThoseOfTheLanguage() {
    var pier = Entity(name: "Pier & Co")
    pier.chineseName = "碼頭"
    #expect(Self.hant.string(.name(pier)) == "碼頭")
    #expect(Self.both.string(.name(pier)) == "Pier &amp; Co 碼頭")
    #expect(Self.both.both(.name(pier, .full)) == "Pier &amp; Co 碼頭")
    #expect(TextPrinter(.markdown).string(.name(pier)) == "Pier &amp; Co")
    #expect(TextPrinter(.markdown).string(.name(pier, .full)) == "Pier &amp; Co 碼頭")
    #expect(Self.hant.string("\(quoted: pier)") == "「碼頭」")
    #expect(Self.hant.string(.name(Entity(name: "Quay"))) == "Quay")
  }

  @Test func listsAndSentencesHaveTheirOwnMarks() {
    let words: [Text] = [.printed("a"), .printed("b")]
    #expect(Self.hant.string(words.joined(.comma)) == "a、b")
    #expect(Self.hant.string(words.joined(.semicolon)) == "a；b")
    #expect(TextPrinter(.plain).string(words.joined(.and)) == "a and b")
    #expect(TextPrinter(.plain).string(.sentence(.printed("a"))) == "A.")
    #expect(Self.hans.string(.sentence(.printed("a"))) == "a。")
  }

  @Test func aUnitWithinASentenceIsThatOfTheLanguage() {
    let unit = MoneyUnit(currency: .hongKongDollar, exponent: 3)
    #expect(Self.hant.string("unit: \(code: unit)") == "單位：千港元")
    #expect(TextPrinter(.markdown).string("unit: \(code: unit)") == "unit: HK\\$'000")
  }

  @Test func sentencesOfTheReaderOfFilesAreRecognised() {
    let text: Text = "\(code: "the delimiter is the comma: 5 of 5 records that are not blank have 4 fields")"
    #expect(Self.hant.string(text) == "分隔符為逗號：5條非空白記錄中有5條為4個欄位")
    #expect(Self.hant.string("\(code: "net-assets.csv:4:4")") == "net-assets.csv:4:4")
  }
}
