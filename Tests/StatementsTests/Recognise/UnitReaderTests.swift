import Testing

@testable import Statements

@Suite struct UnitReaderTests {
  private static func text(_ unit: MoneyUnit?) -> String? {
    unit.map { ($0.currency?.code ?? "?") + "\($0.exponent)" }
  }

  @Test func readsUnits() {
    let rows = SpellingTable.rows(
      """
      RMB'000 → CNY3 ; RMB’000 → CNY3 ; RMB‘000 → CNY3 ; RMB`000 → CNY3 ; RMB000 → CNY3 ; RMB 000 → CNY3 ; RMB thousand → CNY3 ;
      RMB thousands → CNY3 ; RMB in thousands → CNY3 ; (in thousands) → ?3 ; in RMB millions → CNY6 ;
      Expressed in thousands of Renminbi → CNY3 ; (Expressed in RMB'000 unless otherwise stated) → CNY3 ; 单位：万元 → ?4 ; 单位:元 → ?0 ;
      单位: 元 → ?0 ; 單位：人民幣千元 → CNY3 ; 人民幣千元 → CNY3 ; 人民币百万元 → CNY6 ; 万元 → ?4 ; 亿元 → ?8 ; 百万元 → ?6 ; 千元 → ?3 ; 元 → ?0 ; 人民币元 → CNY0 ;
      人民币万元 → CNY4 ; HK$ million → HKD6 ; HK$'000 → HKD3 ; HKD m → HKD6 ; US$m → USD6 ; USD mn → USD6 ; US$ bn → USD9 ; USD mm → USD6 ;
      $ in millions → ?6 ; ¥ million → ?6 ; €k → EUR3 ; £m → GBP6 ; £'000 → GBP3 ; EUR → EUR0 ; (CNY) → CNY0 ; Renminbi → CNY0 ;
      US dollars → USD0 ; U.S. dollars → USD0 ; Hong Kong dollars → HKD0 ; 港元 → HKD0 ; 港幣千元 → HKD3 ; 千港元 → HKD3 ; 百萬港元 → HKD6 ;
      美元 → USD0 ; 日元 → JPY0 ; 新台幣 → TWD0 ; 新台幣千元 → TWD3 ; 萬美元 → USD4 ; 百万円 → JPY6 ;
      (In millions of U.S. dollars, except per share data) → USD6 ; (in thousands of RMB, except for per share amounts in RMB) → CNY3 ;
      US$ (in millions) → USD6 ; (US$ in thousands) → USD3 ; 単位：百万円 → JPY6 ; All amounts in EUR → EUR0 ; 单位：元 币种：人民币 → CNY0 ;
      单位：千元 币种：人民币 → CNY3 ; 金额单位：人民币万元 → CNY4 ; Unit: RMB million → CNY6 ; Currency: USD → USD0 ; '000 → ?3 ; 000s → ?3 ;
      (in $000s) → ?3 ; $'000 → ?3 ; millions → ?6 ; ₹ crore → INR7 ; Rs in lakhs → ?5 ; INR lakhs → INR5 ;
      (RMB in ten thousands) → CNY4 ; hundred million yuan → CNY8 ; Consolidated balance sheet (RMB'000) → CNY3 ; S$'000 → SGD3 ;
      NT$ million → TWD6 ; A$m → AUD6 ; rmb'000 → CNY3 ; usd → USD0 ; ＲＭＢ＇０００ → CNY3 ; （人民币百万元） → CNY6 ; HK cents → HKD-2 ;
      RMB'000,000 → CNY6 ; RMBm → CNY6 ; CHF million → CHF6 ;
      T€ → EUR3 ; TEUR → EUR3 ; kUSD → USD3 ; M€ → EUR6 ; USD'm → USD6 ; RMB 'million' → CNY6 ; Rs. Cr → ?7 ; INR Cr → INR7 ;
      新臺幣仟元 → TWD3 ; 人民币（元） → CNY0 ; USD ($) → USD0 ; (除特别注明外，金额单位均为人民币元) → CNY0 ; RMB (million) → CNY6
      """)
    for row in rows {
      let unit = UnitReaderTests.text(UnitReader.read(row[0])?.unit)
      #expect(unit == row[1], "\(row[0])")
    }
    #expect(UnitReader.read("(Expressed in thousands of Renminbi)")?.matched == "thousands of Renminbi")
    #expect(UnitReader.read("附注 单位：人民幣千元")?.matched == "人民幣千元")
  }

  @Test func readsUnitsOfOtherLanguages() {
    let rows = SpellingTable.rows(
      """
      En milliers d'euros → EUR3 ; En milliers d’euros → EUR3 ; (en millions d'euros) → EUR6 ; Montants en k€ → EUR3 ; en euros → EUR0 ;
      Montants exprimés en milliers d'euros → EUR3 ; en milliers de francs suisses → CHF3 ; en milliards d'euros → EUR9 ; Md€ → EUR9 ;
      Angaben in Tausend Euro → EUR3 ; in Tsd. EUR → EUR3 ; Beträge in TEUR → EUR3 ; Mio. € → EUR6 ; in Mio. EUR → EUR6 ; Mrd. € → EUR9 ;
      in Millionen Euro → EUR6 ; in 1.000 € → EUR3 ; x € 1.000 → EUR3 ; Bedragen x € 1.000 → EUR3 ; (x 1.000.000 euro) → EUR6 ;
      in duizenden euro → EUR3 ; (en millones de euros) → EUR6 ; Importes en miles de euros → EUR3 ; en miles de millones de pesos → ?9 ;
      Importi in migliaia di euro → EUR3 ; in milioni di euro → EUR6 ; Em milhares de reais → BRL3 ; R$ mil → BRL3 ; R$ milhões → BRL6 ;
      Belopp i tkr → ?3 ; MSEK → SEK6 ; i tusen kroner → ?3 ; tys. zł → PLN3 ; w tys. PLN → PLN3 ; v tis. Kč → CZK3 ; tisíce Kč → CZK3 ;
      ezer Ft → HUF3 ; tuhansina euroina → EUR3 ; US$ mil → USD6 ; £ mil → GBP6
      """)
    for row in rows {
      let unit = UnitReaderTests.text(UnitReader.read(row[0])?.unit)
      #expect(unit == row[1], "\(row[0])")
    }
  }

  @Test func wordsOfOtherLanguagesAreNoUnitsAlone() {
    let words = SpellingTable.cells(
      """
      Mia ; Mill ; KR ; TIS ; Air miles ; Banco de Chile ; Tysons ; € mil ; Mil ; En Ltd ; Societe de Fils ; Project - Mia ; x ; Kr Ltd
      """)
    for text in words { #expect(UnitReader.read(text) == nil && UnitReader.strippingUnit(fromLabel: text).unit == nil, "\(text)") }
  }

  @Test func whatPlainlySpeaksOfAUnitIsTold() {
    let speaks = SpellingTable.cells(
      """
      Unit: zillions of quatloos ; RMB'000 or US$'000 ; (in Tausenden Dollar oder Euro) ; Währung: Taler ; € mil ; Montants en k€ et M$
      """)
    for text in speaks { #expect(UnitReader.speaksOfUnit(text), "\(text)") }
    let silent = SpellingTable.cells(
      """
      Alpha Ltd ; Euro Disney SCA ; CAD Design Ltd ; Currency ; Notes ; All figures rounded ; Million Ltd ; 1,250 ; Unit ; Foreign currency items ;
      CITIC Pacific ; Pound Stretcher ; Consolidated balance sheet
      """)
    for text in silent { #expect(!UnitReader.speaksOfUnit(text), "\(text)") }
  }

  @Test func isNotFooledByWords() {
    let words = SpellingTable.cells(
      """
      thousand oaks ; m ; Moutai ; Programme ; k ; Total equity ; 5 million ; 1.82 million US dollars ; US$1.82 ; US$1.82 million ; 5百万元 ;
      RMB 1,552.5 ; 单元 ; 公元 ; Euronext ; Shares in thousands ; (shares in millions) ; in thousands of shares ; Cash held in US dollars ;
      万科 ; 亿利洁能 ; 元气森林 ; Try Ltd ; all ; cop ; 2012 ; Note 5 ; Yen Ltd subsidiary ; RMB'000 or US$'000 ; HK$ million / US$ million ;
      人民币升值 ; All million things ; Try million ; Mark Ltd ; Total Mars ; Thousands of employees ; % ; (loss)
      """)
    for text in words { #expect(UnitReader.read(text) == nil, "\(text)") }
  }

  @Test func stripsAUnitFromALabelAndNothingElse() {
    let rows = SpellingTable.rows(
      """
      营业收入(万元) → 营业收入 → ?4 ; 营业收入（单位：万元） → 营业收入 → ?4 ; Revenue (RMB'000) → Revenue → CNY3 ; Revenue [US$m] → Revenue → USD6 ;
      Revenue (in thousands) → Revenue → ?3 ; Revenue, RMB'000 → Revenue → CNY3 ; Revenue - HK$ million → Revenue → HKD6 ;
      Revenue in RMB millions → Revenue → CNY6 ; Revenue RMB'000 → Revenue → CNY3 ; 基本每股收益(元/股) → 基本每股收益 → ?0 ;
      Earnings per share (RMB per share) → Earnings per share → CNY0 ; EPS (HK cents) → EPS → HKD-2 ;
      Profit/(loss) (RMB'000) → Profit/(loss) → CNY3 ; Profit/(loss) → Profit/(loss) → nil ; Profit (loss) → Profit (loss) → nil ;
      Revenue (Note 5) → Revenue (Note 5) → nil ; 货币资金 → 货币资金 → nil ; Net assets/(liabilities) → Net assets/(liabilities) → nil ;
      Thousand Oaks (m) → Thousand Oaks (m) → nil ; Margin (%) → Margin (%) → nil ; 减：营业成本（元） → 减：营业成本 → ?0 ;
      归属于母公司所有者的净利润(亿元) → 归属于母公司所有者的净利润 → ?8 ; (RMB'000) → (RMB'000) → CNY3 ; RMB'000 → RMB'000 → CNY3 ; MXN → MXN → MXN0 ; Revenue (a) → Revenue (a) → nil ;
      Loan of US$5 million → Loan of US$5 million → nil
      """)
    for row in rows {
      let stripped = UnitReader.strippingUnit(fromLabel: row[0])
      #expect(stripped.label == row[1], "\(row[0])")
      #expect(UnitReaderTests.text(stripped.unit) ?? "nil" == row[2], "\(row[0])")
    }
  }

  @Test func readsTheHeadingsThatWePrint() {
    for exponent in [0, 3, 6, 9] {
      for currency in [Currency.renminbi, .unitedStatesDollar, .hongKongDollar] {
        let unit = MoneyUnit(currency: currency, exponent: exponent)
        #expect(UnitReader.read(unit.heading)?.unit == unit, "\(unit.heading)")
      }
    }
  }
}
