import Testing

@testable import Statements

@Suite struct PeriodReaderTests {
  /// A reading in one line: `ended 2012-09-30 9m restated unaudited budget CNY3`.
  private static func text(_ reading: PeriodReading) -> String {
    var words: [String]
    switch reading.kind {
    case .date(let date): words = [date.isoText]
    case .asAt(let date): words = ["at", date.isoText]
    case .ended(let date, let months): words = ["ended", date.isoText, "\(months)m"]
    case .span(let start, let end): words = [start.isoText, "to", end.isoText]
    case .year(let year): words = ["year", "\(year)"]
    case .financialYear(let year): words = ["FY", "\(year)"]
    case .month(let year, let month): words = ["month", "\(year)-\(month)"]
    case .quarter(let year, let quarter): words = ["Q\(quarter)", "\(year)"]
    case .half(let year, let half): words = ["H\(half)", "\(year)"]
    case .firstMonths(let year, let months): words = ["first \(months)m", "\(year)"]
    case .trailingTwelveMonths(let date): words = ["TTM"] + (date.map { [$0.isoText] } ?? [])
    case .endedDayMonth(let month, let day, let months): words = ["--\(month)-\(day)"] + (months.map { ["\($0)m"] } ?? [])
    }
    if reading.isRestated { words.append("restated") }
    if let isAudited = reading.isAudited { words.append(isAudited ? "audited" : "unaudited") }
    if let scenario = reading.scenario { words.append(scenario) }
    if let unit = reading.unit { words.append((unit.currency?.code ?? "?") + "\(unit.exponent)") }
    return words.joined(separator: " ")
  }

  /// Expects of each row `spelling → reading | reading`, or `spelling →`, that it is read so and no other way.
  private func expect(_ table: String, _ location: SourceLocation = #_sourceLocation) {
    for row in SpellingTable.rows(table) {
      expect(row[0], row.count > 1 ? row[1].split(separator: " | ").map(String.init) : [], location)
    }
  }

  private func expect(_ spelling: String, _ expected: [String], _ location: SourceLocation = #_sourceLocation) {
    let readings = PeriodReader.readings(of: spelling).map(PeriodReaderTests.text)
    let looksLikePeriod = PeriodReader.looksLikePeriod(spelling)
    #expect(readings == expected, "\(spelling.debugDescription)", sourceLocation: location)
    #expect(looksLikePeriod == !expected.isEmpty, "\(spelling.debugDescription)", sourceLocation: location)
  }

  @Test func readsTheAnnouncementsHeadings() {
    expect(
      """
      As at 31 December 2010 (RMB'000) → at 2010-12-31 CNY3 ; As at 30 September 2012 (RMB’000) → at 2012-09-30 CNY3 ;
      For the year ended 31 December 2010 (RMB'000) → ended 2010-12-31 12m CNY3 ;
      For the nine months ended 30 September 2012 (RMB'000) → ended 2012-09-30 9m CNY3
      """)
  }

  @Test func readsBareDatesInEverySpelling() {
    let spellings = SpellingTable.cells(
      """
      30 September 2012 ; 30 Sept 2012 ; 30 Sep. 2012 ; 30th September, 2012 ; SEPTEMBER 30, 2012 ; September 30th, 2012 ; Sep. 30, 2012 ;
      Sep 30 2012 ; Sept. 30, 2012 ; 30-Sep-2012 ; 30-Sep-12 ; 30/Sep/2012 ; 30Sep2012 ; 30 Sep 12 ; 30 Sep '12 ; 2012-Sep-30 ;
      2012 September 30 ; the 30th of September 2012 ; Sunday, 30 September 2012 ; Sun 30 Sep 2012 ; 30 de septiembre de 2012 ;
      30 septiembre 2012 ; 30 SET 2012 ; 2012-09-30 ; 2012/09/30 ; 2012.09.30 ; 2012/9/30 ; 2012.9.30 ; 20120930 ; 30/09/2012 ;
      30.09.2012 ; 30-09-2012 ; 30.9.2012 ; 09/30/2012 ; 9/30/12 ; 30/9/12 ; 2012-09-30 00:00:00 ; 2012-09-30T00:00:00Z ; 9/30/2012 0:00 ;
      30/09/2012 12:00:00 AM ; 2012年9月30日 ; 2012 年 9 月 30 日 ; 12年9月30日 ; 二零一二年九月三十日 ; 二〇一二年九月三十日 ; 二○一二年九月三十日 ; ２０１２年９月３０日 ; ２０１２－０９－３０ ;
      2012年9月30號 ; 30\u{A0}September\u{A0}2012 ; 30 September⏎2012 ; \u{FEFF}2012-09-30 ; 30 September 2012* ;
      30 September 2012 (1) ; 30 September 2012 (note 5) ; 30 September 2012 ¹ ; 2012-09-30 (a) ; 30 September 2012 † ; 2012年9月30日(附注1) ;
      Period ended 30 September 2012 ; YTD 30 September 2012 ; 30 septembre 2012 ; 2012年9月末
      """)
    for spelling in spellings { expect(spelling, ["2012-09-30"]) }
    expect("\u{3000}30 September 2012\u{A0}", ["2012-09-30"])
    expect("  30 September 2012  ", ["2012-09-30"])
    expect(
      """
      31-Dec-79 → 2079-12-31 ; 31-Dec-80 → 1980-12-31 ; 1/13/00 → 2000-01-13 ; 99-12-31 → 1999-12-31 ; 29 February 2012 → 2012-02-29 ;
      YTD Sep 2012 → 2012-09-30 ; 13 April 2026 → 2026-04-13 ; 1 août 2012 → 2012-08-01
      """)
  }

  @Test func leavesTheOrderOfDayAndMonthOpen() {
    expect(
      """
      03/04/2012 → 2012-04-03 | 2012-03-04 ; 3.4.12 → 2012-04-03 | 2012-03-04 ; 05/05/2012 → 2012-05-05 ;
      As at 03/04/2012 → at 2012-04-03 | at 2012-03-04 ; 01/01/2012 - 03/04/2012 → 2012-01-01 to 2012-04-03 | 2012-01-01 to 2012-03-04
      """)
    #expect(PeriodReader.readings(of: "03/04/2012").map(\.style) == [.dayMonthYear, .monthDayYear])
    #expect(PeriodReader.readings(of: "30/09/2012").map(\.style) == [.dayMonthYear])
    #expect(PeriodReader.readings(of: "05/05/2012").map(\.style) == [nil])
    #expect(PeriodReader.readings(of: "2012-09-30").map(\.style) == [.yearMonthDay])
    #expect(PeriodReader.readings(of: "30 Sep 2012").map(\.style) == [nil])
  }

  @Test func readsPositions() {
    expect(
      """
      As at 30 September 2012 → at 2012-09-30 ; As of Sep 30, 2012 → at 2012-09-30 ; At 30 September 2012 → at 2012-09-30 ;
      as on 30.09.2012 → at 2012-09-30 ; As at Sep-12 → at 2012-09-30 ; 於2012年9月30日 → at 2012-09-30 ; 于2012年9月30日 → at 2012-09-30 ;
      截至2012年9月30日 → at 2012-09-30 ; 於二零一二年九月三十日 → at 2012-09-30 ; 2012年9月30日余额 → at 2012-09-30 ;
      al 30 de septiembre de 2012 → at 2012-09-30 ; As at 31 December → --12-31 ; 於十二月三十一日 → --12-31 ; At December 31, → --12-31 ;
      31 December → --12-31 ; June 30, → --6-30 ; Dec 31 → --12-31 ; As at 20120930 → at 2012-09-30
      """)
  }

  @Test func readsStretches() {
    expect(
      """
      Year ended 31 December 2011 → ended 2011-12-31 12m ; For the year ended December 31, 2011 → ended 2011-12-31 12m ;
      FYE 31 Mar 2012 → ended 2012-03-31 12m ; Financial year ended 30 June 2012 → ended 2012-06-30 12m ;
      Year to 31 March 2012 → ended 2012-03-31 12m ; Six months to 30 June 2012 → ended 2012-06-30 6m ;
      6 months ended 30/06/2012 → ended 2012-06-30 6m ; For the nine-month period ended 30 September 2012 → ended 2012-09-30 9m ;
      Nine months' period ended 30 September 2012 → ended 2012-09-30 9m ; 9 months ended Sep-12 → ended 2012-09-30 9m ;
      9M to Sep 2012 → ended 2012-09-30 9m ; 12 months to 30 Sep 12 → ended 2012-09-30 12m ;
      Quarter ended 30 September 2012 → ended 2012-09-30 3m ; Three Months Ended September 30, 2012 → ended 2012-09-30 3m ;
      Half-year ended 30 June 2012 → ended 2012-06-30 6m ; Half year ended 30 June 2012 → ended 2012-06-30 6m ;
      Month ended 30 September 2012 → ended 2012-09-30 1m ; Sep-12 quarter → ended 2012-09-30 3m ; FY Mar 2012 → ended 2012-03-31 12m ;
      18 months ended 31 December 2012 → ended 2012-12-31 18m ; 截至2012年9月30日止九個月 → ended 2012-09-30 9m ;
      截至2012年9月30日止9个月 → ended 2012-09-30 9m ; 截至二零一二年九月三十日止九個月 → ended 2012-09-30 9m ; 截至2011年12月31日止年度 → ended 2011-12-31 12m ;
      截至二零一一年十二月三十一日止年度 → ended 2011-12-31 12m ; 截至2012年6月30日止六個月期間 → ended 2012-06-30 6m ; 截至2012年3月31日止财政年度 → ended 2012-03-31 12m ;
      截至2012年6月30日止半年度 → ended 2012-06-30 6m ; 截至2012年9月30日止季度 → ended 2012-09-30 3m ; 截至2012年9月30日止 → 2012-09-30 ;
      13 weeks ended 29 September 2012 → 2012-07-01 to 2012-09-29 ; 52 weeks ended 29 December 2012 → 2012-01-01 to 2012-12-29 ;
      Year ended 31 December → --12-31 12m ; Years ended December 31, → --12-31 12m ; Nine months ended 30 September → --9-30 9m ;
      3 months ended June 30 → --6-30 3m ; 6 months ended June 30 → --6-30 6m ; 截至十二月三十一日止年度 → --12-31 12m ; 截至9月30日止九個月 → --9-30 9m ;
      Year ended 2012 → FY 2012
      """)
  }

  @Test func readsSpans() {
    expect(
      """
      1 January 2012 to 30 September 2012 → 2012-01-01 to 2012-09-30 ; 2012-01-01/2012-09-30 → 2012-01-01 to 2012-09-30 ;
      2012年1月1日至9月30日 → 2012-01-01 to 2012-09-30 ; 2012年1月1日至2012年9月30日止期间 → 2012-01-01 to 2012-09-30 ;
      自2012年1月1日至2012年9月30日 → 2012-01-01 to 2012-09-30 ; 1 Jan - 30 Sep 2012 → 2012-01-01 to 2012-09-30 ;
      1 January – 30 September 2012 → 2012-01-01 to 2012-09-30 ; from 1 Jan 2012 through 30 Sep 2012 → 2012-01-01 to 2012-09-30 ;
      2012.01.01-2012.09.30 → 2012-01-01 to 2012-09-30 ; 01/01/2012 - 30/09/2012 → 2012-01-01 to 2012-09-30 ;
      Jan - Sep 2012 → 2012-01-01 to 2012-09-30 ; Apr 2011 - Mar 2012 → 2011-04-01 to 2012-03-31 ;
      2012-07 to 2012-09 → 2012-07-01 to 2012-09-30 ; 1 to 30 September 2012 → 2012-09-01 to 2012-09-30 ;
      2012年7-9月 → 2012-07-01 to 2012-09-30 ; 2012年7月至9月 → 2012-07-01 to 2012-09-30 ;
      Period from 17 March 2011 (date of incorporation) to 31 December 2011 → 2011-03-17 to 2011-12-31 ;
      20120101-20120930 → 2012-01-01 to 2012-09-30
      """)
  }

  @Test func readsYearsAndTheirParts() {
    expect(
      """
      2012 → year 2012 ; 2012年 → year 2012 ; 2012年度 → year 2012 ; Year 2024 → year 2024 ; CY2012 → year 2012 ; 二零一二年 → year 2012 ;
      ２０１２ → year 2012 ; 2012 (1) → year 2012 ; 2012* → year 2012 ; 2012¹ → year 2012 ; 2012年报 → year 2012 ; 2012A → year 2012 ;
      FY2012 → FY 2012 ; FY12 → FY 2012 ; FY 2012 → FY 2012 ; FY'12 → FY 2012 ; FY 2011/12 → FY 2012 ; FY11/12 → FY 2012 ;
      FY2011-12 → FY 2012 ; Fiscal 2012 → FY 2012 ; Financial year 2012 → FY 2012 ; 2012财年 → FY 2012 ; 2011/2012 → FY 2012 ;
      2012/13 → FY 2013 ; 1999/00 → FY 2000 ; 2011/12年度 → FY 2012 ; 2011-12 → month 2011-12 | FY 2012 ;
      2011/12 → month 2011-12 | FY 2012 ; Sep 2012 → month 2012-9 ; 2012-09 → month 2012-9 ; 2012年9月 → month 2012-9 ;
      Sep-12 → month 2012-9 ; Sept. 2012 → month 2012-9 ; September, 2012 → month 2012-9 ; Sep '12 → month 2012-9 ;
      Sep 12 → month 2012-9 ; 09/2012 → month 2012-9 ; 2012/9 → month 2012-9 ; 2012 Sep → month 2012-9 ; 2012年9月份 → month 2012-9 ;
      ene-12 → month 2012-1 ; Q3 2012 → Q3 2012 ; 2012-Q3 → Q3 2012 ; 3Q12 → Q3 2012 ; 3Q 2012 → Q3 2012 ; 2012Q3 → Q3 2012 ;
      Q3/2012 → Q3 2012 ; Q3'12 → Q3 2012 ; Q3 FY12 → Q3 2012 ; FY2012 Q3 → Q3 2012 ; Third quarter of 2012 → Q3 2012 ;
      3rd quarter 2012 → Q3 2012 ; 2012年第三季度 → Q3 2012 ; 2012年第3季度 → Q3 2012 ; 2012年三季度 → Q3 2012 ; 2012年Q3 → Q3 2012 ;
      H1 2012 → H1 2012 ; 1H12 → H1 2012 ; 1H 2012 → H1 2012 ; First half of 2012 → H1 2012 ; Second half-year 2012 → H2 2012 ;
      2012年上半年 → H1 2012 ; 2012年下半年 → H2 2012 ; 2012年半年度 → H1 2012 ; 2012年中报 → H1 2012 ; 9M 2012 → first 9m 2012 ; 9M12 → first 9m 2012 ;
      9M2012 → first 9m 2012 ; 2012 9M → first 9m 2012 ; First nine months of 2012 → first 9m 2012 ; Nine months 2012 → first 9m 2012 ;
      2012年1-9月 → first 9m 2012 ; 2012年1月至9月 → first 9m 2012 ; 2012年1—9月 → first 9m 2012 ; 2012年前三季度 → first 9m 2012 ;
      2012年前九个月 → first 9m 2012 ; 2012年三季报 → first 9m 2012 ; TTM → TTM ; ttm → TTM ; LTM → TTM ; LTM Sep 2012 → TTM 2012-09-30 ;
      Last twelve months to 30 September 2012 → TTM 2012-09-30 ; Trailing twelve months → TTM ; Sep-12 LTM → TTM 2012-09-30 ;
      最近12个月 → TTM
      """)
  }

  @Test func readsWhatProgramsAndDesksWrite() {
    expect(
      """
      Y/E 31 Dec 2012 → ended 2012-12-31 12m ; 1QFY13 → Q1 2013 ; Q1 FY2012-13 → Q1 2013 ; 2012M09 → month 2012-9 ; SEP12 → month 2012-9 ;
      12 Months Ended⏎Dec. 31, 2012 → ended 2012-12-31 12m ; Sep. 30, 2012⏎USD ($) → 2012-09-30 USD0 ; 31.12.2012⏎TEUR → 2012-12-31 EUR3 ;
      31 March 2012 Rs. Cr. → 2012-03-31 ?7 ; 2012 '000 → year 2012 ?3 ; FY2012 (E) → FY 2012 forecast ; FY2012 (e) → FY 2012 ;
      2012年1-9月累计数 → first 9m 2012 ; 2012年9月累计 → 2012-09-30 ; 2012年12月31日期末余额 → at 2012-12-31 ; 2012 RMB'000 (US$ million) → ;
      2012 (reviewed) → year 2012 unaudited ; 31 December 2012 (m) →
      """)
  }

  @Test func keepsWhatTheCellSaysBesideThePeriod() {
    expect(
      """
      2012 (restated) → year 2012 restated ; 30 September 2012 (unaudited) → 2012-09-30 unaudited ;
      2011 (Audited and restated) → year 2011 restated audited ; 2012年12月31日(经审计) → 2012-12-31 audited ;
      2012年9月30日（未經審核） → 2012-09-30 unaudited ; 2011年度（經重列） → year 2011 restated ; 2011年12月31日 经重述 → 2011-12-31 restated ;
      As restated 2011 → year 2011 restated ; 2011 (as restated) → year 2011 restated ; 2011 as restated → year 2011 restated ;
      截至2012年9月30日止九個月(未經審核)(人民幣千元) → ended 2012-09-30 9m unaudited CNY3 ; 2012 (unaudited, RMB'000) → year 2012 unaudited CNY3 ;
      Budget 2012 → year 2012 budget ; 2012 Budget → year 2012 budget ; Sep-12 Forecast → month 2012-9 forecast ;
      FY12 Plan → FY 2012 plan ; 2012 (pro forma) → year 2012 pro forma ; Pro-forma 2012 → year 2012 pro forma ;
      2011 (as previously reported) → year 2011 ; 30 September 2012 (9 months) → ended 2012-09-30 9m ; 2012 (9 months) → first 9m 2012 ;
      2012 Proforma → year 2012 pro forma ; 2012年预算 → year 2012 budget ; 2013E → year 2013 forecast ; FY13F → FY 2013 forecast ;
      Actual 2012 → year 2012 ; 2012⏎RMB'000 → year 2012 CNY3 ; 2012 RMB'000 → year 2012 CNY3 ; RMB'000 2012 → year 2012 CNY3 ;
      30 September 2012 HK$ million → 2012-09-30 HKD6 ; 2012⏎元 → year 2012 ?0 ; 2012年12月31日 人民币万元 → 2012-12-31 CNY4 ;
      Dec 31, 2012 (US$m) → 2012-12-31 USD6 ; 2012 (in thousands) → year 2012 ?3
      """)
  }

  @Test func takesNoAmountCodeOrLabelForAPeriod() {
    let others = SpellingTable.cells(
      """
      12 ; 2012.5 ; 2012.09 ; 09.2012 ; 1,552.5 ; (456.6) ; 2,012 ; (2012) ; -2012 ; 2012- ; 2012% ; 1899 ; 2200 ; 20121301 ; 20120230 ;
      201209 ; 4000-4999 ; 2012-2019 ; 2015 - 2019 ; 1,234,567 ; 1.234.567 ; 1.234.567,89 ; 15,00,000 ; Note 5 ; Total 2012 revenue ;
      Sales Q3 campaign ; Change ; % Var ; Δ ; 变动 ; 变动 2012 ; 2012 vs 2011 ; Change 2012 ; 2012 USD ; USD 2012 ; 2012元 ; $2012 ;
      2012 million USD ; Q3 ; H1 ; September ; May ; March Limited ; Year ; 年 ; FY ; Net assets ; 营业收入(万元) ; 一年内到期的非流动负债 ;
      Due within 1 year ; Over 12 months ; 3M Company ; 9M Technologies ; Q5 2012 ; H3 2012 ; 5Q12 ; 13M 2012 ;
      Balance at 1 January 2012 ; Bond 2012 due 30 June 2015 ; IFRS 16 ; 1H ; 12/13 ; 9/12 ; Revenue (2012) ;
      For the years ended 31 December 2011 and 2010 ; 30 September 2012 RMB budget x ; 2012 (audited) (unaudited) ; 12345678901234567890 ;
      () ; ((2012) ; 三 ; 第一季 ; 2012-13-45 12
      """)
    for other in others + ["", " "] { expect(other, []) }
  }

  @Test func namesADateThatTheCalendarLacks() {
    let rows = SpellingTable.rows(
      """
      31 February 2012 → 31 February 2012 ; 2012-02-30 → 2012-02-30 ; 31/02/2012 → 31/02/2012 ;
      As at 31 February 2012 → 31 February 2012 ; 2012年2月30日 → 2012年2月30日 ; Year ended 31 September 2012 (RMB'000) → 31 September 2012 ;
      29 February 2011 → 29 February 2011 ; 2012-13-01 → 2012-13-01 ; 31 April → 31 April ; 30/02/12 → 30/02/12 ;
      Feb 30, 2012 → Feb 30, 2012 ; 1 January 2012 to 31 June 2012 → 31 June 2012 ; 截至2012年9月31日止九個月 → 2012年9月31日 ; 2012年13月 → 2012年13月 ;
      29 February 2012 → nil ; 30/09/2012 → nil ; 20120230 → nil ; 31 February sale → nil ; Note 5 → nil
      """)
    for row in rows {
      let found = PeriodReader.impossibleDate(in: row[0])
      #expect(found == (row[1] == "nil" ? nil : row[1]), "\(row[0])")
      if found != nil { #expect(PeriodReader.readings(of: row[0]).isEmpty, "\(row[0])") }
    }
  }

  @Test func narrowsToDates() {
    #expect(PeriodReader.dates(of: "03/04/2012").count == 2)
    #expect(PeriodReader.dates(of: "2012-11-30").first?.date.isoText == "2012-11-30")
    #expect(PeriodReader.dates(of: "As at 30 September 2012").count == 1)
    for text in ["2012", "Sep 2012", "Year ended 31 December 2012", "31 December"] {
      #expect(PeriodReader.dates(of: text).isEmpty, "\(text)")
    }
  }

  /// Every day of eight years, leap years and a century among them, in each style.
  @Test func everyDateReadsBackToItself() throws {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    let chineseDigits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    func chinese(_ number: Int) -> String {
      let tens = number < 10 ? "" : (number < 20 ? "十" : chineseDigits[number / 10] + "十")
      return tens + (number % 10 == 0 ? "" : chineseDigits[number % 10])
    }
    for year in [1999, 2000, 2010, 2011, 2012, 2013, 2024, 2100] {
      let first = try #require(CalendarDate(year: year, month: 1, day: 1))
      let last = try #require(CalendarDate(year: year, month: 12, day: 31))
      for offset in 0...last.days(since: first) {
        let date = first.adding(days: offset)
        let (_, month, day) = date.components
        let name = months[month - 1]
        let yearDigits = String(year).map { chineseDigits[Int(String($0)) ?? 0] }.joined()
        let settled = [
          "\(year)-\(two(month))-\(two(day))", "\(year)/\(month)/\(day)", "\(year)\(two(month))\(two(day))", "\(day) \(name) \(year)",
          "\(name) \(day), \(year)",
          "\(day)-\(name.prefix(3))-\(year)", "\(year)年\(month)月\(day)日", "\(yearDigits)年\(chinese(month))月\(chinese(day))日",
        ]
        for text in settled {
          let readings = PeriodReader.readings(of: text)
          #expect(readings.count == 1 && readings.first?.kind == .date(date), "\(text)")
        }
        for (text, style) in [("\(two(day))/\(two(month))/\(year)", DateSpelling.dayMonthYear), ("\(month)/\(day)/\(year)", .monthDayYear)]
        {
          let readings = PeriodReader.readings(of: text)
          #expect(readings.contains { $0.kind == .date(date) && ($0.style == style || day == month) }, "\(text)")
          #expect(readings.count == (day <= 12 && day != month ? 2 : 1), "\(text)")
        }
        if year < 2080, year >= 1980 {
          let text = "\(day)-\(name.prefix(3))-\(two(year % 100))"
          #expect(PeriodReader.readings(of: text).map(\.kind) == [.date(date)], "\(text)")
        }
      }
    }
  }

  @Test func noTextTraps() {
    var random = SeededNumbers(state: 20_121_130)
    let words = """
      2012 09 30 31 99 0 Sep February - / . , ( ) 年 月 日 止 截至 三 十 廿 Q H M FY ended year months weeks to as at restated RMB '000 ' (1) * \
      TTM \u{FEFF} é 99999999 季度 上半年 前 第 unaudited budget : T 万元 $ in thousands per share 单位 hk cents pro ⏎
      """
    let pieces = words.split(separator: " ").map { $0 == "⏎" ? "\n" : String($0) } + [" ", " "]
    for _ in 0..<100_000 {
      var text = ""
      if random.next() % 2 == 0 {
        for _ in 0..<(random.next() % 9) { text += pieces[Int(random.next() % UInt64(pieces.count))] }
      } else {
        text = String(decoding: (0..<(random.next() % 24)).map { _ in UInt8(truncatingIfNeeded: random.next()) }, as: UTF8.self)
      }
      let readings = PeriodReader.readings(of: text)
      #expect(readings.isEmpty || PeriodReader.impossibleDate(in: text) == nil)
      _ = UnitReader.read(text)
      _ = UnitReader.strippingUnit(fromLabel: text)
    }
    #expect(PeriodReader.readings(of: String(repeating: "2012 ", count: 100_000)).isEmpty)
    #expect(PeriodReader.readings(of: String(repeating: "(", count: 150)).isEmpty)
  }

  @Test func readsTheEndsOfPartsOfYears() {
    expect(
      """
      2023年三季度末 → at 2023-09-30 ; 2023年第三季度末 → at 2023-09-30 ; 2023年半年度末 → at 2023-06-30 ; 2023年前三季度末 → at 2023-09-30 ;
      2023年上半年末 → at 2023-06-30 ; 2023年前三季度 → first 9m 2023 ; 截至2023年9月30日止前三季度 → ended 2023-09-30 9m ;
      截至2023年9月30日止前九个月 → ended 2023-09-30 9m
      """)
  }

  @Test func readsYearsOfOtherEras() {
    expect(
      """
      112年12月31日 → 2023-12-31 ; 民國112年12月31日 → 2023-12-31 ; 中華民國一一二年十二月三十一日 → 2023-12-31 ; 112年度 → year 2023 ;
      民國99年12月31日 → 2010-12-31 ; 112年1月1日至9月30日 → 2023-01-01 to 2023-09-30 ; 112年第三季 → Q3 2023 ;
      令和5年3月31日 → 2023-03-31 ; 令和元年12月31日 → 2019-12-31 ; 平成30年3月期 → ended 2018-03-31 12m ; 2023年3月期 → ended 2023-03-31 12m ;
      112 → ; 112.5 →
      """)
    #expect(PeriodReader.readings(of: "112年度").first?.era == .republicOfChina)
    #expect(PeriodReader.readings(of: "2023年度").first?.era == nil)
  }
}

/// Tables of spellings in a test: rows on lines or between ` ; `, cells between ` → `, `⏎` for a new line within a cell.
enum SpellingTable {
  static func cells(_ table: String) -> [String] {
    table.split(separator: "\n").flatMap { line in
      (line.hasSuffix(" ;") ? line.dropLast(2) : line).split(separator: " ; ").map { cell in
        String(cell.map { $0 == "⏎" ? "\n" : $0 })
      }
    }
  }

  static func rows(_ table: String) -> [[String]] {
    cells(table).map { row in
      (row.hasSuffix(" →") ? row.dropLast(2) : row[...]).split(separator: " → ").map(String.init)
    }
  }
}

/// Numbers that look random and are the same on every machine.
struct SeededNumbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
