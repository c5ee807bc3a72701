import DelimitedText

/// The forms that are recognised by the names of their columns: every form of CONTRACT but the statements.
enum RegisterForm: String, Sendable, CaseIterable {
  case holdings
  case equityEvents = "equity events"
  case rates
  case entities
  case settings
  case acceptances

  /// The columns that must be there: one of each list.
  var required: [[Column]] {
    switch self {
    case .holdings: [[.entity], [.holder], [.shares, .percent]]
    case .equityEvents: [[.entity], [.kind], [.shares, .consideration]]
    case .rates: [[.base], [.quote], [.rate]]
    case .entities:
      [[.entity], [.role, .nameChinese, .aliases, .functionalCurrency, .gaap, .yearEnd, .nciPolicy, .perimeterFrom, .perimeterTo]]
    case .settings: [[.setting], [.value]]
    case .acceptances: [[.check], [.reason]]
    }
  }

  /// The columns that it knows; others are kept out of the figures and named in the evidence.
  var known: Set<Column> {
    switch self {
    case .holdings: [.date, .entity, .holder, .shares, .percent, .shareClass, .basis]
    case .equityEvents:
      [
        .event, .date, .status, .entity, .kind, .from, .to, .shares, .price, .consideration, .currency, .costs, .tax, .carryingAmount,
        .controlAfter, .retainedFairValue, .note,
      ]
    case .rates: [.date, .base, .quote, .rate, .kind]
    case .entities:
      [.entity, .role, .nameChinese, .aliases, .functionalCurrency, .gaap, .yearEnd, .nciPolicy, .perimeterFrom, .perimeterTo]
    case .settings: [.setting, .value]
    case .acceptances: [.check, .entity, .item, .period, .reason, .by, .until]
    }
  }

  /// In which order they are tried: the more particular first.
  static let order: [RegisterForm] = [.equityEvents, .holdings, .rates, .acceptances, .settings, .entities]
}

/// A column by what it holds; the raw value is its name in CONTRACT.
enum Column: String, Hashable, Sendable, CaseIterable {
  case account, accountName = "account name", amount, aliases, base, basis, by, carryingAmount = "carrying amount", check
  case shareClass = "class", consideration, controlAfter = "control after", costs, currency, date, entity, event, from
  case functionalCurrency = "functional currency", gaap, holder, item, kind, nameChinese = "name zh", nciPolicy = "nci policy", note
  case percent, perimeterFrom = "perimeter from", perimeterTo = "perimeter to", period, price, quote, rate, reason
  case retainedFairValue = "retained fair value", role, setting, shares, status, tax, to, until, value, yearEnd = "year end"

  /// Other names that people give it, folded.
  private var synonyms: [String] {
    switch self {
    case .date: ["as at", "effective date", "日期", "生效日期"]
    case .entity: ["company", "subsidiary", "issuer", "investee", "实体", "實體", "公司", "附属公司", "附屬公司", "子公司", "被投资单位"]
    case .holder: ["shareholder", "owner", "held by", "member", "股东", "股東", "持有人"]
    case .shares: ["number of share", "no of share", "share count", "quantity", "股数", "股數", "股份数目", "股份數目"]
    case .percent: ["percentage", "interest", "shareholding", "ownership", "holding", "%", "持股比例", "股权比例", "股權比例", "百分比"]
    case .shareClass: ["share class", "类别", "類別"]
    case .kind: ["type", "event kind", "event type", "类型", "類型", "事项类型"]
    case .event: ["event name", "transaction", "reference", "事项", "事項", "交易"]
    case .status: ["状态", "狀態"]
    case .from: ["seller", "transferor", "转让方", "轉讓方", "卖方", "賣方"]
    case .to: ["buyer", "subscriber", "transferee", "purchaser", "allottee", "受让方", "受讓方", "认购方", "認購方", "买方", "買方"]
    case .price: ["price per share", "issue price", "每股价格", "每股價格", "价格", "價格"]
    case .consideration: ["total consideration", "proceed", "代价", "代價", "对价", "對價"]
    case .currency: ["ccy", "货币", "貨幣", "币种", "幣種"]
    case .costs: ["transaction cost", "cost", "费用", "費用", "交易成本", "交易费用"]
    case .tax: ["税", "稅", "税项", "稅項"]
    case .base: ["from currency", "base currency", "基础货币", "基準貨幣"]
    case .quote: ["to currency", "quote currency", "报价货币", "報價貨幣"]
    case .rate: ["exchange rate", "fx rate", "汇率", "匯率"]
    case .role: ["entity role", "角色"]
    case .nameChinese: ["chinese name", "name chinese", "中文名", "中文名称", "中文名稱"]
    case .aliases: ["alias", "other name", "also known as", "别名", "別名"]
    case .functionalCurrency: ["local currency", "记账本位币", "功能货币", "功能貨幣"]
    case .gaap: ["accounting standard", "framework", "会计准则", "會計準則"]
    case .yearEnd: ["financial year end", "fye", "财政年度结束日", "財政年度結束日"]
    case .nciPolicy: ["nci measurement", "非控股权益政策", "少数股东权益政策"]
    case .note: ["remark", "comment", "source", "备注", "備註"]
    case .setting: ["name", "key", "设置", "設定"]
    case .value: ["值"]
    case .reason: ["why", "原因", "理由"]
    case .item: ["line item", "项目", "項目"]
    case .period: ["期间", "期間"]
    default: []
    }
  }

  /// The column of a heading, or nil where no form has it.
  static func named(_ heading: String) -> Column? {
    let trimmed = Cell.trim(heading)
    return byHeading[trimmed == "%" ? "%" : Folding.label(trimmed)]
  }

  private static let byHeading: [String: Column] = {
    var table: [String: Column] = [:]
    for column in allCases {
      for name in [column.rawValue] + column.synonyms { table[name == "%" ? name : Folding.label(name)] = column }
    }
    return table
  }()
}

/// Where the columns of a register are.
struct RegisterLayout: Sendable {
  let form: RegisterForm
  /// Index of the record that names the columns.
  let headerRecord: Int
  /// Field index of each known column.
  let columns: [Column: Int]
  /// Headings that the form does not know.
  let unknownHeadings: [String]

  /// The register in `table`, or nil where no record among the first ten names the columns of one.
  static func find(in table: Table) -> RegisterLayout? {
    for index in 0..<min(table.recordCount, 10) {
      let record = table[index]
      guard record.fieldCount >= 2 else { continue }
      let named = (0..<record.fieldCount).map { Column.named(record.text($0)) }
      for form in RegisterForm.order {
        if let layout = layout(form, headings: named, record: record, index: index) { return layout }
      }
    }
    return nil
  }

  private static func layout(_ form: RegisterForm, headings: [Column?], record: Table.Record, index: Int) -> RegisterLayout? {
    var columns: [Column: Int] = [:]
    var unknown: [String] = []
    for (field, heading) in headings.enumerated() {
      if let heading, form.known.contains(heading), columns[heading] == nil {
        columns[heading] = field
      } else if !record.isEmpty(field) {
        unknown.append(Cell.trimmed(record, field))
      }
    }
    guard form.required.allSatisfy({ $0.contains { columns[$0] != nil } }) else { return nil }
    return RegisterLayout(form: form, headerRecord: index, columns: columns, unknownHeadings: unknown)
  }
}
