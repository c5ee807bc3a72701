import DelimitedText

/// Something that a file says in words, with the cell that says it.
struct Said<Value: Sendable>: Sendable {
  /// What is said.
  let value: Value
  /// The cell.
  let place: Place
}

/// What the lines above a table say of it: whose it is, on what basis, by which framework, in which unit.
///
/// Lines are free text (`Unaudited combined management accounts, PRC GAAP`) or `key,value` (`unit,RMB'000`).
struct Preamble: Sendable {
  var entity: Said<String>?
  /// Free lines that say nothing else: the first that is an entity's name is taken, else the first of all.
  var entityCandidates: [Said<String>] = []
  var basis: Said<Basis>?
  var gaap: Said<String>?
  var isAudited: Said<Bool>?
  var unit: Said<MoneyUnit>?
  var currency: Said<Currency>?
  var scenario: Said<String>?
  /// `quarters` where results under bare dates are those of single quarters.
  var periods: Said<String>?

  /// Reads one record above the header.
  mutating func read(_ record: Table.Record, fileIndex: Int) {
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    guard let first = cells.first else { return }
    let place = { (field: Int) in Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1) }
    if cells.count == 2, readPair(key: record.text(first), value: record.text(cells[1]), at: place(cells[1])) { return }
    for field in cells { readFreeText(Cell.trimmed(record, field), at: place(field)) }
  }

  private mutating func readPair(key: String, value rawValue: String, at place: Place) -> Bool {
    let value = Cell.trim(rawValue)
    switch Folding.label(key) {
    case "entity", "company", "company name", "entity name", "公司", "公司名称", "公司名稱", "公司代码", "公司代碼":
      entity = Said(value: value, place: place)
    case "basi", "basis", "basi of preparation", "编制基础", "編製基準":
      basis =
        BasisWords.basis(in: value).map { Said(value: $0, place: place) } ?? Said(value: Basis(word: value.lowercased()), place: place)
      readFreeWords(value, at: place)
    case "gaap", "accounting standard", "accounting framework", "framework", "会计准则", "會計準則":
      gaap = Said(value: BasisWords.gaap(in: value) ?? value, place: place)
    case "unit", "单位", "單位", "scale":
      guard let found = Preamble.unit(of: value) else { return false }
      unit = Said(value: found, place: place)
    case "currency", "货币", "貨幣", "币种", "幣種":
      guard let found = Currency(code: value) ?? UnitReader.read(value)?.unit.currency else { return false }
      currency = Said(value: found, place: place)
    case "scenario", "version", "版本":
      scenario = Said(value: value.lowercased(), place: place)
    case "period", "期间", "期間":
      periods = Said(value: value.lowercased(), place: place)
    default:
      return false
    }
    return true
  }

  /// A unit in words, or as a bare factor: `1`, `1000`, `1,000,000`.
  static func unit(of text: String) -> MoneyUnit? {
    if let unit = UnitReader.read(text)?.unit { return unit }
    let digits = text.filter { $0 != "," && $0 != " " }
    guard digits.first == "1", digits.dropFirst().allSatisfy({ $0 == "0" }), digits.utf8.count <= 13 else { return nil }
    return MoneyUnit(currency: nil, exponent: digits.utf8.count - 1)
  }

  /// Reads a cell of the header that heads no figures: it may give the unit, the basis or the framework, and never the entity.
  mutating func readCorner(_ text: String, at place: Place) {
    readFreeWords(text, at: place)
  }

  private mutating func readFreeText(_ text: String, at place: Place) {
    if readFreeWords(text, at: place) { return }
    if BasisWords.isTitle(text) || PeriodReader.looksLikePeriod(text) { return }
    entityCandidates.append(Said(value: text, place: place))
  }

  @discardableResult
  private mutating func readFreeWords(_ text: String, at place: Place) -> Bool {
    var says = false
    if let found = BasisWords.basis(in: text) {
      if basis == nil { basis = Said(value: found, place: place) }
      says = true
    }
    if let found = BasisWords.gaap(in: text) {
      if gaap == nil { gaap = Said(value: found, place: place) }
      says = true
    }
    if let found = BasisWords.isAudited(in: text) {
      if isAudited == nil { isAudited = Said(value: found, place: place) }
      says = true
    }
    if let found = UnitReader.read(text)?.unit, found.exponent != 0 || found.currency != nil {
      if unit == nil { unit = Said(value: found, place: place) }
      says = true
    }
    return says
  }
}

/// The words by which files say whose accounts they are and how they were made.
enum BasisWords {
  static func basis(in text: String) -> Basis? {
    let words = " " + Folding.name(text) + " "
    if contains(words, ["consolidated", "合并", "合併", "綜合", "综合财务", "综合报表"]) { return .consolidated }
    if contains(words, ["combined", "aggregated", "汇总", "匯總", "合计报表"]) { return .combined }
    if contains(words, ["separate", "company only", "standalone", "stand alone", "unconsolidated", "母公司", "单体", "單體"]) { return .separate }
    return nil
  }

  static func gaap(in text: String) -> String? {
    let words = " " + Folding.name(text) + " "
    let names: [(String, [String])] = [
      (
        "PRC GAAP",
        [
          "prc gaap", "prc generally accepted accounting principle", "chinese gaap", "cas", "asbe",
          "accounting standards for business enterprises",
          "企业会计准则", "企業會計準則", "中国会计准则", "中國會計準則", "中國公認會計",
        ]
      ),
      ("HKFRS", ["hkfrs", "hong kong financial reporting standards", "香港财务报告准则", "香港財務報告準則"]),
      ("US GAAP", ["us gaap", "u s gaap", "美国公认会计", "美國公認會計"]),
      ("IFRS", ["ifrs", "ifrss", "international financial reporting standards", "国际财务报告准则", "國際財務報告準則"]),
    ]
    return names.first { contains(words, $0.1) }?.0
  }

  static func isAudited(in text: String) -> Bool? {
    let words = " " + Folding.name(text) + " "
    if contains(words, ["unaudited", "not audited", "未经审核", "未經審核", "未经审计", "未經審計"]) { return false }
    if contains(words, ["audited", "经审核", "經審核", "经审计", "經審計"]) { return true }
    return nil
  }

  /// Whether a line only names the statement below it.
  static func isTitle(_ text: String) -> Bool {
    let words = " " + Folding.name(text) + " "
    return contains(
      words,
      [
        "statement of", "statements of", "balance sheet", "income statement", "profit or loss", "profit and loss", "cash flow",
        "financial position",
        "net assets", "management accounts", "financial statements", "financial information", "资产负债表", "資產負債表", "利润表", "利潤表", "损益表",
        "損益表", "财务状况表", "財務狀況表", "现金流量表", "現金流量表", "权益变动表", "權益變動表",
      ])
  }

  private static func contains(_ words: String, _ phrases: [String]) -> Bool {
    phrases.contains { phrase in
      // Latin phrases must stand as whole words; Chinese has no blanks between them.
      phrase.utf8.allSatisfy { $0 < 0x80 } ? words.containsPhrase(" " + phrase + " ") : words.containsPhrase(phrase)
    }
  }
}

extension String {
  /// Whether `phrase` stands somewhere in it, byte for byte.
  func containsPhrase(_ phrase: String) -> Bool {
    let (hay, needle) = (Array(utf8), Array(phrase.utf8))
    guard !needle.isEmpty, hay.count >= needle.count else { return false }
    return (0...(hay.count - needle.count)).contains { start in
      hay[start] == needle[0] && hay[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}

/// Cells as people mean them: without the blanks around.
enum Cell {
  static func trimmed(_ record: Table.Record, _ field: Int) -> String {
    trim(record.text(field))
  }

  /// Without blanks, tabs and no-break spaces at either end.
  static func trim(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(scalars[first...last])
  }
}
