/// The item that a label names where it stands: by its section, its statement, and the other lines of the table.
enum ItemByContext {
  /// The id that stands for `id` in a context; the same id where its words are clear by themselves.
  static func item(_ id: String, key: String, context: LineContext, section: LineContext.Side?, isCurrent: Bool?) -> String {
    switch id {
    case "non-controlling-interests", "profit-attributable-to-nci":
      switch context.whole {
      case .profit: return "profit-attributable-to-nci"
      case .comprehensive where id == "non-controlling-interests" || context.sharedOut == .comprehensive:
        return "total-comprehensive-income-attributable-to-nci"
      case .otherComprehensive where id == "non-controlling-interests": return "other-comprehensive-income-attributable-to-nci"
      case .equity: return "non-controlling-interests"
      case .comprehensive, .otherComprehensive, nil: return id
      }
    case "equity-attributable-to-owners", "profit-attributable-to-owners":
      guard id == "equity-attributable-to-owners" || isBareShare(key) else { return id }
      switch context.whole {
      case .profit: return "profit-attributable-to-owners"
      case .comprehensive: return "total-comprehensive-income-attributable-to-owners"
      case .otherComprehensive: return "other-comprehensive-income-attributable-to-owners"
      case .equity: return "equity-attributable-to-owners"
      case nil: return context.statement == .position ? "equity-attributable-to-owners" : id
      }
    case "other-comprehensive-income" where context.statement == .position && section == .equity:
      return "accumulated-other-comprehensive-income"
    case "accumulated-other-comprehensive-income"
    where isResult(context.statement) && !key.containsPhrase("accumulated") && !key.containsPhrase("累计"):
      return "other-comprehensive-income"
    case "profit-after-tax" where context.statement == .position && section == .equity: return "current-year-earnings"
    case "exchange-differences-on-translation" where context.statement == .position: return "translation-reserve"
    default: break
    }
    return part(of: id, isCurrent: isCurrent)
  }

  /// The current or non-current part of `id`, where that is an item of its own.
  static func part(of id: String, isCurrent: Bool?) -> String {
    guard let isCurrent, let pair = byTerm[id] else { return id }
    return (isCurrent ? pair.current : pair.nonCurrent) ?? id
  }

  /// Whether words are those of a total without a name.
  static func isTotalWord(_ key: String) -> Bool {
    ["", "total", "sub total", "subtotal", "合计", "小计", "总计", "共计"].contains(key)
  }

  /// The total of a section.
  static func total(of section: LineContext.Side?, isCurrent: Bool?) -> String? {
    switch (section, isCurrent) {
    case (.assets, true?): "current-assets"
    case (.assets, false?): "non-current-assets"
    case (.assets, nil): "total-assets"
    case (.liabilities, true?): "current-liabilities"
    case (.liabilities, false?): "non-current-liabilities"
    case (.liabilities, nil): "total-liabilities"
    case (.equity, _): "net-assets"
    case (nil, _): nil
    }
  }

  /// The item of `Owners of the Company` and `Non-controlling interests` by themselves.
  static func share(_ key: String, context: LineContext) -> String? {
    guard isBareShare(key) else { return nil }
    switch context.whole {
    case .profit: return "profit-attributable-to-owners"
    case .comprehensive: return "total-comprehensive-income-attributable-to-owners"
    case .otherComprehensive: return "other-comprehensive-income-attributable-to-owners"
    case .equity: return "equity-attributable-to-owners"
    case nil: return context.statement == .position ? "equity-attributable-to-owners" : nil
    }
  }

  /// Whether words name owners without saying of what; in two languages, either may.
  private static func isBareShare(_ key: String) -> Bool {
    Folding.scripts(key).contains { isBareShareOfOneScript($0) }
  }

  private static func isBareShareOfOneScript(_ key: String) -> Bool {
    var rest = key
    for lead in ["attributable to ", "the ", "归属于", "归属"] where rest.hasPrefix(lead) { rest = String(rest.dropFirst(lead.count)) }
    if rest.hasPrefix("the ") { rest = String(rest.dropFirst(4)) }
    return bareShares.contains(rest)
  }

  private static let bareShares: Set = [
    "owner of the company", "owner of the parent", "owner of parent", "owner", "parent", "parent company", "company", "owner of the group",
    "owner of the bank",
    "equity holder of the company", "equity holder of the parent", "equity holder of the bank", "equity holder of the group",
    "equity holder",
    "equity shareholder of the company", "equity shareholder of the parent", "equity shareholder", "shareholder of the company",
    "shareholder of the parent", "shareholder of the parent company", "shareholder", "equity owner of the company",
    "equity owner of the parent",
    "ordinary shareholder", "owner of the parent company", "member of the company", "本公司拥有人", "本公司权益持有人", "本公司股东", "母公司拥有人", "母公司股东",
    "母公司所有者", "母公司", "本公司权益股东", "公司拥有人", "权益持有人", "本公司所有者",
  ]

  private static func isResult(_ statement: LineItem.Statement) -> Bool {
    statement == .income || statement == .comprehensive
  }

  /// Items whose current and non-current parts are items of their own.
  private static let byTerm: [String: (current: String?, nonCurrent: String?)] = [
    "borrowings": ("borrowings-current", "borrowings-non-current"),
    "lease-liabilities": ("lease-liabilities-current", "lease-liabilities-non-current"),
    "provisions": ("provisions-current", "provisions-non-current"),
    "contract-liabilities": (nil, "contract-liabilities-non-current"),
    "deferred-revenue": (nil, "deferred-revenue-non-current"),
    "deferred-income": (nil, "deferred-income-non-current"),
    "trade-and-other-payables": (nil, "trade-and-other-payables-non-current"),
    "pension-obligations": ("pension-obligations-current", nil),
    "deferred-tax-assets": ("deferred-tax-assets-current", nil),
    "amounts-due-from-related-parties": (nil, "amounts-due-from-related-parties-non-current"),
    "other-financial-liabilities": (nil, "other-non-current-financial-liabilities"),
    "other-financial-assets": (nil, "other-non-current-financial-assets"),
    "other-assets": ("other-current-assets", "other-non-current-assets"),
    "other-liabilities": ("other-current-liabilities", "other-non-current-liabilities"),
  ]
}
