/// What a heading that speaks of no time says of its column.
enum HeadingRole: Hashable, Sendable {
  case label, note, code, unit, currency, entity, section, variance, remark, time, scenario, basis
}

/// A date or period by its relation to the one that the lines above the table name: `期末余额`, `Prior year`.
enum RelativePeriod: Hashable, Sendable {
  /// The period itself, or its last day.
  case current
  /// The same stretch a year earlier, or the last day of that.
  case yearEarlier
  /// The last day of the financial year before.
  case opening
}

/// The words that head columns in statements and registers of every kind, in English and Chinese.
enum HeadingWords {
  /// The role of a heading, or nil where its words have none.
  static func role(of heading: String) -> HeadingRole? {
    let key = Folding.label(heading)
    if let role = roles[key] { return role }
    // In two languages: `Notes 附註`.
    if let role = Folding.scripts(key).lazy.compactMap({ roles[$0] }).first { return role }
    if heading.utf8.contains(UInt8(ascii: "%")) || heading.contains("％") { return .variance }
    if key.split(separator: " ").contains(where: { varianceWords.contains(String($0)) }) { return .variance }
    if !key.utf8.allSatisfy({ $0 < 0x80 }), varianceSigns.contains(where: key.containsPhrase) { return .variance }
    return nil
  }

  /// The scenario that a heading is: `actual`, `budget` …
  static func scenario(of heading: String) -> String? {
    scenarios[Folding.label(heading)]
  }

  /// The scenario that a cell of a line or a column `scenario` names.
  static func scenarioWord(_ words: String) -> String {
    let key = words.lowercased()
    if ["actual", "actuals", "实际", "實際", "实际数", "實際數"].contains(key) { return Fact.actual }
    return RestatedWords.isAll(words) ? Fact.restated : key
  }

  /// The basis that a heading is: `Group`, `Company`.
  static func basis(of heading: String) -> Basis? {
    switch Folding.label(heading) {
    case "group", "consolidated", "the group", "合并", "合併", "集团", "集團", "本集团", "本集團", "合并数", "合併數": .consolidated
    case "company", "the company", "parent", "parent company", "separate", "standalone", "母公司", "公司", "本公司", "母公司数": .separate
    case "combined", "汇总", "匯總": .combined
    default: nil
    }
  }

  /// The relation of a heading to the period above the table.
  static func relative(of heading: String) -> RelativePeriod? {
    relatives[Folding.label(heading)]
  }

  /// Whether a heading only says that figures stand below it.
  static func isAmountWord(_ heading: String) -> Bool {
    amountWords.contains(Folding.label(heading))
  }

  /// Whether a heading says that the figures are restated.
  static func isRestated(_ heading: String) -> Bool {
    let key = Folding.label(heading)
    return key == "restated" || key == "as restated" || ["经重列", "經重列", "重列", "经重述", "經重述", "重述"].contains(key)
  }

  /// Whether a heading says that the figures are those published before a restatement.
  static func isFormer(_ heading: String) -> Bool {
    let key = Folding.label(heading)
    return ["as previously reported", "previously reported", "as originally stated", "originally stated", "as reported"].contains {
      key.containsPhrase($0)
    } || ["原列", "原呈列", "重列前", "重述前"].contains(where: key.containsPhrase)
  }

  private static func table<Value>(_ lists: [(Value, String)]) -> [String: Value] {
    var table: [String: Value] = [:]
    for (value, words) in lists {
      for word in words.split(separator: ";") { table[Folding.label(String(word))] = value }
    }
    return table
  }

  private static let roles: [String: HeadingRole] = table([
    (
      .label,
      "item;items;line item;name;account;account name;description;particulars;caption;label;concept;metric;details;项目;項目;科目;科目名称;科目名稱;会计科目;會計科目;报表项目;報表項目;指标;财务指标;项目名称;項目名稱"
    ),
    (.note, "note;notes;note no;附註;附注;注释;註釋;註;注;附注号;ref;reference"),
    (.code, "code;account code;account no;account number;line no;line;no;id;科目代码;科目代碼;科目编码;科目編碼;行次;序号;序號;编号;編號;代码;代碼"),
    (.unit, "unit;units;单位;單位;scale;金额单位;金額單位"),
    (.currency, "currency;ccy;货币;貨幣;币种;幣種"),
    (
      .entity,
      "entity;entity name;company;company name;company code;subsidiary;legal entity;symbol;ticker;stock code;tenant;business unit;issuer;公司;公司名称;公司名稱;公司代码;公司代碼;实体;實體;主体;主體;单位名称;單位名稱;编制单位;編製單位;股票代码;股票代碼;证券代码;證券代碼;股票简称;证券简称;子公司;附属公司;附屬公司"
    ),
    (.section, "section;category;type;class;statement;classification;类别;類別;分类;分類;报表;報表;大类;大類"),
    (
      .variance,
      "change;changes;variance;var;diff;difference;growth;yoy;mom;qoq;inc dec;increase decrease;increase/(decrease);increase;decrease;变动;變動;增减;增減;增减额;增减率;差异;差異;同比;环比;增长;增长率;变动率;变动额"
    ),
    (.remark, "comment;comments;remark;remarks;explanation;source;commentary;备注;備註;说明;說明;来源"),
    (
      .time,
      "date;period;periods;year;quarter;month;fiscal year;fiscal quarter;financial year;period ending;period end;period ended;year ended;year end;reporting date;reporting period;report date;as at;as of;end date;balance sheet date;日期;报告日期;報告日期;报告期;報告期;年度;年份;年;季度;月份;期间;期間;截止日期;会计期间;會計期間;会计年度"
    ),
    (.scenario, "scenario;version;版本;情景"),
    (.basis, "basis;basis of preparation;编制基础;編製基準"),
  ])

  private static let varianceWords: Set = ["change", "variance", "var", "growth", "yoy", "qoq", "mom", "difference", "diff", "cagr"]
  private static let varianceSigns = ["变动", "變動", "增减", "增減", "差异", "差異", "同比", "环比", "環比", "增长", "增長", "增幅"]

  private static let scenarios: [String: String] = table([
    ("actual", "actual;actuals;实际;實際;实际数;實際數"), ("budget", "budget;budgeted;预算;預算;预算数;預算數"),
    ("forecast", "forecast;projected;projection;estimate;预测;預測"), ("plan", "plan;planned;target;计划;計劃"),
    ("pro forma", "pro forma;proforma;备考;備考"),
  ])

  private static let relatives: [String: RelativePeriod] = table([
    (
      .current,
      "期末余额;期末餘額;期末数;期末數;年末余额;年末餘額;年末数;本期金额;本期金額;本年金额;本年金額;本期数;本期數;本年数;本年累计;本年累计金额;本期发生额;本期;本年;this year;current year;this period;current period;closing balance;closing;end of year;end of period;ending balance"
    ),
    (
      .yearEarlier,
      "上期金额;上期金額;上年金额;上年金額;上期数;上期數;上年数;上年同期;上年同期数;上期发生额;上年同期金额;上期;上年;去年同期;last year;prior year;previous year;last period;prior period;previous period"
    ),
    (
      .opening,
      "年初余额;年初餘額;年初数;年初數;期初余额;期初餘額;期初数;上年年末余额;上年年末;上年末;opening balance;opening;beginning of year;beginning balance"
    ),
  ])

  private static let amountWords: Set = Set(
    "amount;amounts;balance;balances;value;total;figure;figures;金额;金額;余额;餘額;数额;数值;值;合计;rmb;cny;hkd;usd;reported"
      .split(separator: ";").map { Folding.label(String($0)) })
}
