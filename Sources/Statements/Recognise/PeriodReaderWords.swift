/// What a word in a heading has to do with time.
enum PeriodWord: Hashable {
  case month(Int), weekday, ordinal(Int)
  case `as`, at, of, on, to, from, filler, and, between
  case ended, year, financial, calendar, fiscalYear, fiscalYearEnd, quarterEnd, months, quarter, half, weeks, period
  case yearToDate, trailing, last, clock, note, aside, letter
  case restated, asReported, audited, unaudited, budget, forecast, plan, proForma, actual
  // Chinese words that English has none of.
  case hanYear, hanFiscalYear, hanMonth, hanDay, hanEnded, hanUpTo, hanMonthEnd, hanYearEnd, hanBalance
  case era(PeriodEra), hanPartEnd
  case firstHalf, secondHalf, interimReport, quarterReport, annualReport, number

  /// By spelling in lower case, ASCII width, without accents, simplified.
  static let bySpelling: [String: PeriodWord] = {
    var result: [String: PeriodWord] = [:]
    func add(_ word: PeriodWord, _ list: String) { for spelling in list.split(separator: " ") { result[String(spelling)] = word } }
    let months = [
      "january jan enero ene janvier januar", "february feb febr febrero fevrier februar", "march mar marzo mars marz maerz",
      "april apr abril abr avril",
      "may mayo mai", "june jun junio juin juni", "july jul julio juillet juli", "august aug agosto ago aout",
      "september sep sept septiembre setiembre set septembre", "october oct octubre octobre oktober okt",
      "november nov noviembre novembre", "december dec diciembre dic decembre dezember dez",
    ]
    for (index, list) in months.enumerated() { add(.month(index + 1), list) }
    add(.weekday, "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")
    for (index, word) in ["first", "second", "third", "fourth"].enumerated() { add(.ordinal(index + 1), word) }
    add(.ordinal(1), "前")
    add(.as, "as")
    add(.at, "at asat asof al au zum 于")
    add(.of, "of de del des")
    add(.on, "on")
    add(.to, "to through thru until till upto hasta bis 至 到")
    add(.from, "from commencing beginning since 自 从 由")
    add(.filler, "for the a an 的 第 于期")
    add(.and, "and y &")
    add(.between, "between")
    add(.ended, "ended ending end")
    add(.year, "year years yr ano")
    add(.financial, "financial fiscal accounting f 财政 会计")
    add(.calendar, "calendar cy full")
    add(.fiscalYear, "fy")
    add(.fiscalYearEnd, "fye ye")
    add(.quarterEnd, "qe")
    add(.months, "months month mths mth mos mo m meses mes 个月")
    add(.quarter, "quarter quarters qtr q trimestre 季度 季 四半期")
    add(.half, "half halves h hy semestre 半年 半年度")
    add(.weeks, "weeks week wks wk 周 星期")
    add(.period, "period periods 期间 会计期间 期")
    add(.yearToDate, "ytd 累计 累计数")
    add(.trailing, "ttm ltm")
    add(.last, "last trailing latest rolling 过去 最近 近")
    add(.clock, "t z am pm utc gmt")
    add(.note, "note notes nota 附注")
    add(.aside, "date incorporation establishment inception commencement operations business registration 成立日期 成立日 注册成立日期 注册成立")
    add(.letter, "b c d e g i j k l n o p r s u v w x")
    add(.restated, "restated represented 经重述 已重述 重述 经重列 已重列 重列 重述后 调整后 经调整 已调整 追溯调整后 追溯调整")
    add(.asReported, "previously originally reported stated 重述前 调整前 原列示")
    add(.audited, "audited 经审计 已审计 经审核 已审核 审定数")
    add(.unaudited, "unaudited reviewed 经审阅 已审阅 未经审计 未审计 未经审核 未审核 未审数")
    add(.budget, "budget budgeted budgets bud presupuesto 预算 预算数")
    add(.forecast, "forecast forecasted forecasts fcst reforecast estimate estimated est projected projection 预测 预测数 预计")
    add(.plan, "plan planned 计划 计划数")
    add(.proForma, "proforma 备考")
    add(.actual, "actual actuals act 实际 实际数")
    add(.hanYear, "年 年度 全年")
    add(.hanFiscalYear, "财年 财政年度 会计年度")
    add(.hanMonth, "月 月份")
    add(.hanDay, "日 号")
    add(.hanEnded, "止 终")
    add(.hanUpTo, "截至 截止 截至于 截止至 截止到")
    add(.hanMonthEnd, "月末 月底")
    add(.hanYearEnd, "年末 年底 年终")
    add(.hanPartEnd, "末 底")
    add(.era(.republicOfChina), "民国 民國 中华民国 中華民國")
    add(.era(.reiwa), "令和")
    add(.era(.heisei), "平成")
    add(.era(.showa), "昭和")
    add(.hanBalance, "余额 结余 数 金额 期末余额 期末数 期末")
    add(.firstHalf, "上半年 上半年度")
    add(.secondHalf, "下半年 下半年度")
    add(.interimReport, "中报 半年报 中期 年中报")
    add(.quarterReport, "季报 季度报告")
    add(.annualReport, "年报 年度报告")
    return result
  }()

  /// Numerals in words, as durations have them.
  static let numerals: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "twentyfour": 24, "两": 2,
  ]
}
