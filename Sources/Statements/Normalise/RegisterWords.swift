/// The words that registers write for the few choices that docs/INPUTS.md names, in English and Chinese.
extension EntityRole {
  init?(words: String) {
    switch words {
    case "parent", "holding company", "母公司", "控股公司": self = .parent
    case "subsidiary", "子公司", "附属公司", "附屬公司": self = .subsidiary
    case "associate", "联营公司", "聯營公司": self = .associate
    case "outside", "outsider", "third party", "外部", "第三方": self = .outside
    default: return nil
    }
  }
}

extension Holding.Kind {
  init?(words: String) {
    switch words {
    case "equity", "shares", "股权", "股權": self = .equity
    case "structured contracts", "structured contract", "vie", "合约安排", "合約安排", "协议控制": self = .structuredContracts
    case "treasury", "treasury shares", "库存股", "庫存股": self = .treasury
    default: return nil
    }
  }
}

extension EquityEvent.Kind {
  init?(words: String) {
    switch words {
    case "sale", "sale of shares", "share sale", "disposal", "partial disposal", "disposal of shares", "disposal of interest", "出售", "转让",
      "轉讓":
      self = .sale
    case "purchase", "share purchase", "purchase of shares", "purchase from nci", "acquisition", "acquisition of nci",
      "acquisition of additional interest", "购买", "購買", "收购", "收購":
      self = .purchase
    case "issue", "share issue", "issue of shares", "issuance", "share issuance", "new issue", "allotment", "subscription",
      "share subscription", "capital increase", "deemed disposal", "dilution", "视作出售", "視作出售", "认购", "認購", "发行", "發行", "增资", "增資":
      self = .issue
    case "rights", "rights issue", "bonus issue", "供股", "配股": self = .rights
    case "buyback", "buy-back", "buy back", "share buyback", "share buy-back", "repurchase", "share repurchase", "回购", "回購": self = .buyback
    case "exercise", "option exercise", "exercise of options", "vesting", "归属", "歸屬", "行权", "行權", "行使": self = .exercise
    case "conversion", "share conversion", "conversion of preferred shares", "conversion of preference shares", "转换", "轉換", "转股", "轉股":
      self = .conversion
    case "lapse", "lapse of control", "lapse of contracts", "终止", "終止", "失效": self = .lapse
    default: return nil
    }
  }
}

extension EquityEvent.Status {
  init?(words: String) {
    switch words {
    case "signed", "已签署", "已簽署", "已签约": self = .signed
    case "completed", "complete", "closed", "已完成", "完成": self = .completed
    default: return nil
    }
  }
}

extension RateKind {
  init?(words: String) {
    switch words {
    case "closing", "closing rate", "期末", "收盘", "收市", "期末汇率", "期末匯率", "收盘价", "即期(期末)": self = .closing
    case "average", "average rate", "平均", "平均汇率", "平均匯率", "期间平均", "年平均", "月平均": self = .average
    case "spot", "spot rate", "即期", "即期汇率", "即期匯率", "交易日": self = .spot
    default: return nil
    }
  }
}

extension SizeTest.Measure {
  init?(words: String) {
    switch words {
    case "total assets", "assets", "资产总值", "資產總值", "总资产", "總資產": self = .totalAssets
    case "profit", "profits", "profit before tax", "盈利", "溢利", "利润", "利潤": self = .profit
    case "revenue", "收益", "收入", "营业收入": self = .revenue
    case "market capitalisation", "market capitalization", "market cap", "市值": self = .marketCapitalisation
    default: return nil
    }
  }
}
