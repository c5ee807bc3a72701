/// How dates, periods, percentages and amounts are printed in Chinese; digits, groups and parentheses are as in English.
struct ChineseFigures {
  private let isTraditional: Bool

  /// Nil for a language that is not Chinese.
  init?(_ language: Language) {
    switch language {
    case .english: return nil
    case .simplifiedChinese: isTraditional = false
    case .traditionalChinese: isTraditional = true
    }
  }

  /// `2012年9月30日`.
  func date(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(year)年\(month)月\(day)日"
  }

  /// `截至2012年9月30日止九個月`; a stretch that is no whole number of months by its two days.
  ///
  /// Twelve months are `止十二個月`, since a year ends where the entity's does: the last twelve months to June are no `年度`.
  func period(_ period: Period) -> String {
    guard let start = period.start else { return date(period.end) }
    guard start != period.end else { return date(period.end) + (isTraditional ? "一日" : "1日") }
    guard let months = period.wholeMonths else { return "\(date(start))至\(date(period.end))" }
    return "截至\(date(period.end))止" + number(months) + (isTraditional ? "個月" : "个月")
  }

  /// In Hong Kong in characters, in the PRC in digits.
  private func number(_ count: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard isTraditional, (1...99).contains(count) else { return String(count) }
    if count == 2 { return "兩" }
    let tens = count / 10
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[count % 10]
  }

  /// A percentage of an interest: `80.00%`.
  func percent(_ ratio: Ratio, places: Int) -> String {
    Figures.percent(ratio, places: places).split(separator: " ").joined()
  }

  /// An amount in its unit; with its unit as sentences have it: `人民幣11,345.5千元`, `1,820,000.00美元`.
  func amount(_ money: Money) -> String {
    let plain = Figures.amount(Money(money.amount, money.display))
    guard money.showsUnit else { return plain }
    let (before, after) = names(money.display.unit.currency)
    return before + plain + scale(money.display.unit.exponent) + after
  }

  /// A unit as a heading has it: `人民幣千元`, `千港元`.
  func heading(_ unit: MoneyUnit) -> String {
    let (before, after) = names(unit.currency)
    return before + scale(unit.exponent) + after
  }

  private func scale(_ exponent: Int) -> String {
    switch exponent {
    case 0: ""
    case 3: "千"
    case 4: isTraditional ? "萬" : "万"
    case 6: isTraditional ? "百萬" : "百万"
    case 8: isTraditional ? "億" : "亿"
    case 9: isTraditional ? "十億" : "十亿"
    default: "1" + String(repeating: "0", count: max(exponent, 0))
    }
  }

  /// What stands before and after the scale: `人民幣` and `元`, nothing and `港元`; a currency without a Chinese name by its code.
  private func names(_ currency: Currency?) -> (before: String, after: String) {
    guard let currency else { return ("", isTraditional ? "單位" : "单位") }
    let name: (traditional: String, simplified: String)
    switch currency.code {
    case "CNY": return (isTraditional ? "人民幣" : "人民币", "元")
    case "HKD": name = ("港元", "港元")
    case "USD": name = ("美元", "美元")
    case "EUR": name = ("歐元", "欧元")
    case "GBP": name = ("英鎊", "英镑")
    case "JPY": name = ("日圓", "日元")
    case "SGD": name = ("新加坡元", "新加坡元")
    case "TWD": name = ("新台幣", "新台币")
    case "MOP": name = ("澳門元", "澳门元")
    case "AUD": name = ("澳元", "澳元")
    case "CAD": name = ("加元", "加元")
    case "CHF": name = ("瑞士法郎", "瑞士法郎")
    case "KRW": name = ("韓圜", "韩元")
    default: return (currency.code, "")
    }
    return ("", isTraditional ? name.traditional : name.simplified)
  }
}
