/// Where in a statement a line stands: its words may be the same under assets and under liabilities, under a result and under equity.
struct LineContext: Sendable {
  enum Side: Hashable, Sendable {
    case assets, liabilities, equity
  }

  /// What `Owners of the Company` below is a share of.
  enum Whole: Hashable, Sendable {
    case profit, comprehensive, otherComprehensive, equity
  }

  /// The statement that the lines belong to, as far as they show.
  var statement: LineItem.Statement
  var side: Side?
  var isCurrent: Bool?
  /// Set by a heading such as `Profit attributable to:`.
  var sharedOut: Whole?
  /// Whether the lines below count per share, as a heading says.
  private(set) var isPerShare = false
  /// The last whole that stood as a figure.
  private var lastWhole: Whole?
  /// The item of the last line of figures.
  private(set) var lastFigure: String?
  /// The item of the heading that the lines stand under.
  private(set) var heading: String?

  init(statement: LineItem.Statement) {
    self.statement = statement
  }

  /// Takes a line without figures.
  mutating func take(heading words: String, key: String, id: String?) {
    if let kind = LineContext.statement(titled: words) { statement = kind }
    isPerShare = key.containsPhrase("per share") || key.containsPhrase("每股")
    if LineContext.sharesOut(key) {
      sharedOut = LineContext.whole(of: key) ?? lastWhole
      return
    }
    switch key {
    case "current": isCurrent = true
    case "non current", "noncurrent": isCurrent = false
    case "liability and equity", "equity and liability", "负债和所有者权益", "负债及所有者权益", "权益及负债": (side, isCurrent, heading) = (nil, nil, nil)
    default: break
    }
    guard let id else { return }
    if let place = LineContext.sections[id] {
      side = place.side
      isCurrent = place.isCurrent
      heading = id
      statement = .position
      sharedOut = nil
    }
  }

  /// Takes a line of figures, after its item is known.
  mutating func take(figure id: String, item: LineItem) {
    lastFigure = id
    switch item.statement {
    case .position, .income, .comprehensive, .changes, .cashFlow: statement = item.statement
    case .perShare, .unknown: break
    }
    switch id {
    case "profit-after-tax", "profit-from-continuing-operations": (lastWhole, sharedOut) = (.profit, nil)
    case "total-comprehensive-income": (lastWhole, sharedOut) = (.comprehensive, nil)
    case "other-comprehensive-income": (lastWhole, sharedOut) = (.otherComprehensive, nil)
    case "net-assets": (lastWhole, sharedOut) = (.equity, nil)
    default: break
    }
    if LineContext.sections[id] != nil {
      heading = nil
      side = nil
      isCurrent = nil
    }
  }

  /// What shares of owners and of non-controlling interests are shares of, here.
  var whole: Whole? {
    if let sharedOut { return sharedOut }
    switch statement {
    case .income: return .profit
    case .comprehensive: return lastWhole == .equity ? .profit : lastWhole ?? .comprehensive
    case .position, .changes, .cashFlow, .perShare, .unknown: return nil
    }
  }

  /// The section that totals close and headings open.
  static let sections: [String: (side: Side, isCurrent: Bool?)] = [
    "total-assets": (.assets, nil), "current-assets": (.assets, true), "non-current-assets": (.assets, false),
    "total-liabilities": (.liabilities, nil), "current-liabilities": (.liabilities, true), "non-current-liabilities": (.liabilities, false),
    "net-assets": (.equity, nil),
  ]

  private static func sharesOut(_ key: String) -> Bool {
    let hasWords = ["attributable to", "attributed to", "归属于", "以下人士应占", "应占", "歸屬", "按所有权归属"].contains(where: key.containsPhrase)
    let names = ["owner", "parent", "holder", "shareholder", "interest", "母公司", "少数", "股东", "拥有人"]
    return hasWords
      && (key.hasSuffix("attributable to") || key.hasSuffix("归属于") || !names.contains(where: key.containsPhrase)
        || key.containsPhrase("以下人士"))
  }

  private static func whole(of key: String) -> Whole? {
    if ["other comprehensive", "其他综合收益", "其他全面"].contains(where: key.containsPhrase) { return .otherComprehensive }
    if ["comprehensive", "综合收益", "全面收益", "全面亏损", "全面收入"].contains(where: key.containsPhrase) { return .comprehensive }
    if ["profit", "loss", "income", "result", "earning", "净利润", "溢利", "亏损", "利润"].contains(where: key.containsPhrase) { return .profit }
    if ["equity", "net asset", "权益"].contains(where: key.containsPhrase) { return .equity }
    return nil
  }

  /// The statement that a title names.
  static func statement(titled words: String) -> LineItem.Statement? {
    guard BasisWords.isTitle(words) else { return nil }
    let key = Folding.label(words)
    let has = { (phrases: [String]) in phrases.contains(where: key.containsPhrase) }
    if has(["cash flow", "现金流量", "現金流量"]) { return .cashFlow }
    if has(["change in equity", "changes in equity", "权益变动", "權益變動"]) { return .changes }
    if has(["financial position", "balance sheet", "net asset", "资产负债", "資產負債", "财务状况", "財務狀況"]) { return .position }
    if has(["income statement", "profit or loss", "profit and loss", "利润表", "利潤表", "损益", "損益"]) { return .income }
    if has(["comprehensive income", "全面收益", "综合收益"]) { return .comprehensive }
    return nil
  }
}
