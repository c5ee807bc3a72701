/// The names that people give the columns of registers, in English and Chinese.
enum ColumnHeadings {
  /// Other names of a column, the likelier first; the column's own name comes before all of them.
  static func synonyms(_ column: Column) -> [String] {
    switch column {
    case .account:
      [
        "account code", "account no", "account number", "gl account code", "gl code", "gl account", "nominal code", "nominal account",
        "ledger code", "g l acct", "g l account", "gl acct", "cost element", "code", "科目代码", "科目代碼", "科目编码", "科目編碼", "科目编号", "科目編號",
        "会计科目编码", "科目",
      ]
    case .accountName:
      [
        "account description", "gl account description", "gl account name", "nominal name", "ledger account", "ledger name", "account head",
        "head of account", "ledger", "particular", "particulars", "description",
        "name", "account", "g l account text", "gl account text", "short text", "long text", "text",
        "科目名称", "科目名稱", "会计科目", "會計科目", "科目全称", "科目",
      ]
    case .amount:
      [
        "value", "balance", "amount in lc", "amount in local currency", "amt in loc cur", "amount in local cur", "net amount", "amt", "net",
        "figure", "closing balance", "金额", "金額", "余额", "餘額", "数值", "數值", "期末余额",
      ]
    case .date:
      [
        "as at", "as of", "as at date", "as of date", "report date", "reporting date", "balance date", "balance sheet date",
        "effective date",
        "posting date", "transaction date", "event date", "completion date", "日期", "生效日期", "报告日期", "報告日期", "截止日", "记账日期",
        "记帐日期", "入賬日期",
      ]
    case .start: ["start date", "from date", "period start", "period from", "begin", "开始日期", "開始日期", "起始日期"]
    case .end: ["end date", "to date", "period end", "period to", "结束日期", "結束日期", "截止日期"]
    case .period:
      [
        "reporting period", "fiscal period", "accounting period", "financial period", "month", "会计期间", "會計期間", "报告期", "報告期", "期间",
        "期間", "月份",
      ]
    case .year: ["fiscal year", "financial year", "accounting year", "gjahr", "年度", "会计年度", "會計年度", "年"]
    case .entity:
      [
        "company", "entity name", "company name", "legal entity", "tenant", "organisation", "organization", "subsidiary", "issuer",
        "investee",
        "entity code", "company code", "co code", "cocd", "实体", "實體", "公司", "公司名称", "公司名稱", "附属公司", "附屬公司", "子公司", "被投资单位", "被投資單位",
        "单位名称", "單位名稱", "会计主体", "公司代码",
      ]
    case .holder: ["shareholder", "owner", "held by", "member", "investor", "股东", "股東", "持有人", "股东名称", "股東名稱"]
    case .shares:
      ["number of share", "no of share", "share count", "share held", "quantity", "股数", "股數", "股份数目", "股份數目", "持股数", "持股數"]
    case .percent:
      ["percentage", "interest", "shareholding", "ownership", "holding", "%", "stake", "持股比例", "股权比例", "股權比例", "百分比", "比例"]
    case .shareClass: ["share class", "股份类别", "股份類別", "类别", "類別"]
    case .kind:
      [
        "type", "event kind", "event type", "rate type", "类型", "類型", "事项类型", "事項類型", "事件类型", "事件類型", "种类", "種類", "交易类型", "交易類型",
        "类别", "類別",
      ]
    case .event: ["event name", "transaction", "reference", "事项", "事項", "事件", "事件名称", "事件名稱", "交易"]
    case .status: ["状态", "狀態"]
    case .from: ["seller", "transferor", "vendor", "转让方", "轉讓方", "出让方", "出讓方", "卖方", "賣方"]
    case .to: ["buyer", "subscriber", "transferee", "purchaser", "allottee", "受让方", "受讓方", "认购方", "認購方", "买方", "買方"]
    case .price: ["price per share", "issue price", "每股价格", "每股價格", "价格", "價格"]
    case .consideration: ["total consideration", "proceed", "代价", "代價", "对价", "對價"]
    case .currency: ["ccy", "currency code", "lcurr", "curr", "local curr", "crcy", "currency key", "货币", "貨幣", "币种", "幣種", "币别", "幣別"]
    case .costs: ["transaction cost", "cost", "费用", "費用", "交易成本", "交易费用", "交易費用"]
    case .tax: ["税", "稅", "税项", "稅項"]
    case .carryingAmount: ["carrying value", "账面值", "賬面值", "账面价值"]
    case .controlAfter: ["control retained", "保留控制权", "保留控制權"]
    case .base: ["from currency", "base currency", "原币", "原幣", "原币种", "原幣別", "源货币", "外币", "外幣", "原货币", "基准货币", "基础货币", "基礎貨幣", "基準貨幣"]
    case .quote:
      [
        "to currency", "quote currency", "target currency", "目标币", "目標幣", "目标币种", "目标货币", "目標貨幣", "折算币种", "折算货币", "本位币", "本位幣", "报价货币",
        "報價貨幣",
      ]
    case .rate: ["exchange rate", "fx rate", "汇率", "匯率", "折算汇率", "折算匯率"]
    case .role: ["entity role", "角色"]
    case .nameChinese: ["chinese name", "name chinese", "中文名", "中文名称", "中文名稱"]
    case .aliases: ["alias", "other name", "also known as", "别名", "別名"]
    case .functionalCurrency: ["local currency", "记账本位币", "記賬本位幣", "功能货币", "功能貨幣"]
    case .gaap: ["accounting standard", "framework", "会计准则", "會計準則"]
    case .yearEnd: ["financial year end", "fye", "财政年度结束日", "財政年度結束日"]
    case .nciPolicy: ["nci measurement", "非控股权益政策", "非控股權益政策", "少数股东权益政策"]
    case .perimeterFrom: ["consolidated from", "joined", "并表起始日", "併表起始日"]
    case .perimeterTo: ["consolidated to", "left", "并表截止日", "併表截止日"]
    case .note: ["remark", "comment", "source", "备注", "備註"]
    case .setting: ["name", "key", "设置", "設定", "設置"]
    case .value: ["值"]
    case .check: ["check id", "检查", "檢查"]
    case .reason: ["why", "原因", "理由"]
    case .by: ["accepted by", "signed off by", "签批人", "簽批人"]
    case .until: ["valid until", "expiry", "有效期至"]
    case .item: ["line item", "item id", "report line", "fs line", "caption", "项目", "項目", "报表项目", "報表項目", "科目项目"]
    case .label: ["caption", "wording", "标签", "標籤", "名称", "名稱"]
    case .unit: ["scale", "单位", "單位"]
    case .scenario: ["version", "版本", "情景"]
    case .basis: ["consolidation basis", "编制基础", "編製基準", "性质", "性質"]
    case .section:
      [
        "account type", "account class", "account category", "financial statement", "statement", "category", "class", "type", "group",
        "科目类别", "科目類別", "科目类型", "类别", "類別",
      ]
    case .side:
      [
        "debit credit", "dr cr", "d c", "dc", "debit or credit", "debit credit indicator", "balance direction", "借贷方向", "借貸方向",
        "余额方向", "餘額方向", "借贷", "借貸", "方向",
      ]
    case .measure: ["size test", "test", "指标", "指標", "测试", "測試"]
    case .issuer: ["listed issuer", "发行人", "發行人", "上市公司"]
    case .subsidiary: ["target", "附属公司", "附屬公司", "子公司"]
    case .retainedFairValue: ["fair value of retained interest", "保留权益公允价值", "保留權益公允價值"]
    }
  }

  /// What each heading can stand for, by its key.
  static let byHeading: [String: [(column: Column, rank: Int)]] = {
    var table: [String: [(column: Column, rank: Int)]] = [:]
    for column in Column.allCases {
      // A bare `account` is the code only where no better heading is, and the name where one is.
      let own = column == .account ? 80 : 0
      for (index, name) in ([column.rawValue] + synonyms(column)).enumerated() {
        table[Column.key(name), default: []].append((column, index == 0 ? own : index))
      }
    }
    return table
  }()
}
