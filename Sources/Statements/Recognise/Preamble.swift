import DelimitedText

/// Something that a file says in words, with the cell that says it.
struct Said<Value: Sendable>: Sendable {
  /// What is said.
  let value: Value
  /// The cell.
  let place: Place
  /// Whether it counts only where another file says the same.
  var isWeak = false
}

extension Said<MoneyUnit> {
  /// With the currency or the scale that it leaves out and another cell gives: `in thousands` on one line, `USD` on the next.
  fileprivate func completed(by other: MoneyUnit) -> Said<MoneyUnit> {
    if value.currency == nil, value.exponent != 0, other.exponent == 0 {
      return Said(value: MoneyUnit(currency: other.currency, exponent: value.exponent), place: place, isWeak: isWeak)
    }
    if value.currency != nil, value.exponent == 0, other.currency == nil {
      return Said(value: MoneyUnit(currency: value.currency, exponent: other.exponent), place: place, isWeak: isWeak)
    }
    return self
  }
}

/// What the lines above a table say of it: whose it is, on what basis, by which framework, in which unit.
///
/// Lines are free text (`Unaudited combined management accounts, PRC GAAP`) or `key,value` (`unit,RMB'000`).
struct Preamble: Sendable {
  var entity: Said<String>?
  /// Free lines that say nothing else: the first that is an entity's name is taken, else the first of all.
  var entityCandidates: [Said<String>] = []
  /// Names beside titles, for where no line is a name and nothing else.
  var titledNames: [Said<String>] = []
  var basis: Said<Basis>?
  var gaap: Said<String>?
  var isAudited: Said<Bool>?
  var unit: Said<MoneyUnit>?
  var currency: Said<Currency>?
  var scenario: Said<String>?
  /// Cells that speak of a unit or a currency and cannot be read as one.
  var unreadUnits: [Said<String>] = []
  /// `quarters` where results under bare dates are those of single quarters.
  var periods: Said<String>?
  /// The date or period of all figures, where a line above the table names one.
  var period: Said<PeriodReading>?

  /// Reads one record above the header.
  mutating func read(_ record: Table.Record, fileIndex: Int) {
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    guard let first = cells.first else { return }
    let place = { (field: Int) in Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1) }
    let texts = cells.map { Cell.trimmed(record, $0) }
    if cells.count == 2 {
      if readPair(key: texts[0], value: texts[1], at: place(cells[1])) { return }
    }
    // A pair whose key is not known says nothing of whose accounts these are: `备注,incstatement`.
    let isUnknownPair = cells.count == 2 && first == 0 && !readsAlone(texts[0]) && !readsAlone(texts[1])
    for (field, text) in zip(cells, texts) { readFreeText(text, at: place(field), mayName: !isUnknownPair) }
  }

  /// Whether a cell says something by itself.
  private func readsAlone(_ text: String) -> Bool {
    var probe = Preamble()
    return probe.readFreeWords(text, at: Place(fileIndex: 0)) || RestatedWords.isAll(text) || RestatedWords.endsTitle(text)
      || PeriodPhrase.find(in: text) != nil || BasisWords.isTitle(text)
  }

  /// The keys of lines that give the date or period of the whole table.
  static let periodKeys: Set = [
    "date", "as at", "as of", "period", "period end", "period ended", "period ending", "year end", "year ended", "year ending",
    "financial year",
    "fiscal year", "year", "reporting date", "reporting period", "report date", "balance sheet date", "日期", "报告日期", "報告日期", "报告期", "報告期",
    "期间", "期間", "会计期间", "會計期間", "截止日期", "年度",
  ]

  /// Whether two cells are a key that is known with a value that it can have.
  static func isPair(_ key: String, _ value: String) -> Bool {
    var probe = Preamble()
    return probe.readPair(key: key, value: value, at: Place(fileIndex: 0))
  }

  private mutating func readPair(key: String, value: String, at place: Place) -> Bool {
    let folded = Folding.label(key)
    switch folded {
    case "entity", "company", "company name", "entity name", "reporting entity", "name of company", "legal entity", "subsidiary",
      "société", "raison sociale", "gesellschaft", "firma", "mandant", "sociedad", "empresa", "razón social", "società", "sociedade",
      "bedrijf", "vennootschap", "bolag", "selskab", "selskap", "spółka", "společnost", "会社名", "公司", "公司名称", "公司名稱", "公司代码", "公司代碼",
      "编制单位",
      "編製單位", "单位名称", "單位名稱", "实体", "實體":
      entity = Said(value: value, place: place)
    case "basi", "basis", "basi of preparation", "basis of preparation", "编制基础", "編製基準":
      if RestatedWords.isAll(value) {
        takeRestated(at: place, isOfTitle: false)
        return true
      }
      basis =
        BasisWords.basis(in: value).map { Said(value: $0, place: place) } ?? Said(value: Basis(word: value.lowercased()), place: place)
      readFreeWords(value, at: place)
    case "gaap", "accounting standard", "accounting framework", "framework", "会计准则", "會計準則":
      gaap = Said(value: BasisWords.gaap(in: value) ?? value, place: place)
    case _ where PreambleKeys.units.contains(folded):
      guard let found = Preamble.unit(of: value) else { return takeUnreadUnit(value, at: place) }
      unit = Said(value: MoneyUnit(currency: found.currency ?? unit?.value.currency, exponent: found.exponent), place: place)
    case _ where PreambleKeys.currencies.contains(folded):
      guard let found = Currency(words: value) else { return takeUnreadUnit(value, at: place) }
      currency = Said(value: found, place: place)
      // `Currency,RMB'000` says both.
      if let scaled = UnitReader.read(value)?.unit, scaled.exponent != 0 { unit = Said(value: scaled, place: place) }
    case "scenario", "version", "版本":
      let said = HeadingWords.scenarioWord(value)
      // `scenario,actual` below a title that ends with `(restated)`: the figures that happened, as restated.
      if said == Fact.actual, scenario?.value == Fact.restated { return true }
      scenario = Said(value: said, place: place)
    default:
      guard Preamble.periodKeys.contains(folded) else { return false }
      if let found = PeriodPhrase.one(of: key + " " + value) ?? PeriodPhrase.one(of: value) {
        period = Said(value: found, place: place)
      } else if folded == "period" || folded == "期间" || folded == "期間" {
        periods = Said(value: value.lowercased(), place: place)
      } else {
        return false
      }
    }
    return true
  }

  /// Takes that all figures are restated: weakly where the title of one table says so, which the title of the next need not.
  private mutating func takeRestated(at place: Place, isOfTitle: Bool) {
    if let scenario, scenario.value != Fact.actual { return }
    scenario = Said(value: Fact.restated, place: place, isWeak: isOfTitle)
  }

  /// Takes what a cell says of a restatement of all figures; whether it does.
  private mutating func readRestated(_ text: String, at place: Place) -> Bool {
    if place.columnNumber <= 1, RestatedWords.isAll(text) {
      takeRestated(at: place, isOfTitle: false)
      return true
    }
    // Further right than the first cell, a date with the word may head one column.
    guard place.columnNumber <= 1 || BasisWords.isTitle(text), RestatedWords.endsTitle(text) else { return false }
    takeRestated(at: place, isOfTitle: BasisWords.isTitle(text))
    return true
  }

  /// Takes a value under `unit` or `currency` that is neither: 单位 is the company's word too, and everything else is asked.
  private mutating func takeUnreadUnit(_ value: String, at place: Place) -> Bool {
    if case .notAvailable = AmountReader.read(value) { return false }
    let isHeading =
      HeadingWords.role(of: value) != nil || HeadingWords.isAmountWord(value) || HeadingWords.scenario(of: value) != nil
      || HeadingWords.relative(of: value) != nil || HeadingWords.basis(of: value) != nil
    if isHeading || PeriodPhrase.find(in: value) != nil { return false }
    if Preamble.isCompanyName(value) {
      entity = Said(value: value, place: place)
    } else {
      unreadUnits.append(Said(value: value, place: place))
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
    let isRestated = readRestated(text, at: place)
    if !readFreeWords(text, at: place), !isRestated, UnitReader.speaksOfUnit(text) { unreadUnits.append(Said(value: text, place: place)) }
  }

  /// Reads a cell of free text; where it says nothing else and `mayName`, it may be the entity's name.
  mutating func readFreeText(_ text: String, at place: Place, mayName: Bool) {
    // `编制单位：甲公司　　2012年12月31日　　单位：元` in one cell.
    let parts = Preamble.parts(of: text)
    if parts.count > 1, parts.contains(where: { readsAlone($0) || $0.contains("：") || $0.contains(": ") }) {
      for part in parts { readFreeText(part, at: place, mayName: mayName) }
      return
    }
    // `Company: Alpha Ltd`, `编制单位：甲公司` in one cell.
    if let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let (key, value) = (Cell.trim(String(text[..<colon])), Cell.trim(String(text[text.index(after: colon)...])))
      if !value.isEmpty, readPair(key: key, value: value, at: place) { return }
    }
    let isRestated = readRestated(text, at: place)
    if isRestated, RestatedWords.isAll(text) { return }
    var says = readFreeWords(text, at: place) || isRestated
    if let found = PeriodPhrase.find(in: text) {
      if period == nil { period = Said(value: found, place: place) }
      says = true
    }
    if mayName, let name = Preamble.nameBesideTitle(text) { titledNames.append(Said(value: name, place: place)) }
    if says, mayName, let name = Preamble.leadingName(text) {
      entityCandidates.append(Said(value: name.words, place: place, isWeak: !name.isSure))
      return
    }
    if !says, UnitReader.speaksOfUnit(text), !Preamble.isCompanyName(text) {
      unreadUnits.append(Said(value: text, place: place))
      return
    }
    if says || !mayName || BasisWords.isTitle(text) || Preamble.isBlockWord(text) || Preamble.isKey(text) { return }
    entityCandidates.append(Said(value: text, place: place))
  }

  /// The name before what else a line says: `Zeta Ltd - HK$ million`; sure where it ends as companies' names do.
  static func leadingName(_ text: String) -> (words: String, isSure: Bool)? {
    var ends = [" - ", " – ", " — ", " | ", "|", ": ", "：", " (", "（", ", ", "，", ";", "；", "  "].compactMap { text.start(of: $0) }
    ends.sort()
    for end in ends {
      let words = Cell.trim(String(text[..<end]))
      guard !words.isEmpty, !words.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      var probe = Preamble()
      if probe.readFreeWords(words, at: Place(fileIndex: 0)) || PeriodPhrase.find(in: words) != nil || BasisWords.isTitle(words) {
        return nil
      }
      if isCompanyName(words) { return (words, true) }
    }
    guard let first = ends.first else { return nil }
    let words = Cell.trim(String(text[..<first]))
    return words.isEmpty || HeadingWords.role(of: words) != nil || periodKeys.contains(Folding.label(words)) ? nil : (words, false)
  }

  /// Whether words end with a legal form.
  static func isCompanyName(_ words: String) -> Bool {
    let forms: Set = [
      "limited", "ltd", "inc", "incorporated", "llc", "plc", "corp", "corporation", "company", "co", "gmbh", "ag", "pte", "pty", "sa", "bv",
      "nv", "lp", "llp", "holdings", "group", "bhd", "kk",
    ]
    let folded = Folding.name(words)
    if let last = folded.split(separator: " ").last, folded.contains(" "), forms.contains(String(last)) { return true }
    return ["公司", "集团", "集團", "株式会社"].contains(where: folded.hasSuffix) || folded.hasPrefix("株式会社")
  }

  /// What wide blanks part in a line: two or more, or full-width ones.
  private static func parts(of text: String) -> [String] {
    guard text.unicodeScalars.contains("\u{3000}") || text.start(of: "  ") != nil else { return [text] }
    var parts: [String] = [""]
    var blanks = 0
    for character in text {
      if character == " " || character == "\u{3000}" || character == "\t" || character == "\u{A0}" {
        blanks += character == "\u{3000}" ? 2 : 1
        continue
      }
      if blanks >= 2 { parts.append("") } else if blanks == 1 { parts[parts.count - 1].append(" ") }
      blanks = 0
      parts[parts.count - 1].append(character)
    }
    return parts.filter { !$0.isEmpty }
  }

  /// `Date:`, `Page:`: a key whose value stands elsewhere names nobody.
  private static func isKey(_ text: String) -> Bool { text.hasSuffix(":") || text.hasSuffix("：") }

  /// `Header`, `Body`: words that part a file, and name nobody.
  static func isBlockWord(_ text: String) -> Bool {
    ["header", "body", "footer", "data", "表头", "表体", "page 1"].contains(Folding.label(text))
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
      unit = unit.map { $0.completed(by: found) } ?? Said(value: found, place: place)
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
    let found = utf8.withContiguousStorageIfAvailable { hay in
      phrase.utf8.withContiguousStorageIfAvailable { needle in String.occurs(needle, in: hay) }
    }
    if let found, let found { return found }
    return Array(utf8).withUnsafeBufferPointer { hay in Array(phrase.utf8).withUnsafeBufferPointer { String.occurs($0, in: hay) } }
  }

  private static func occurs(_ needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = needle.first, hay.count >= needle.count else { return false }
    for start in 0...(hay.count - needle.count) where hay[start] == first {
      var length = 1
      while length < needle.count, hay[start + length] == needle[length] { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }
}

extension String {
  /// Where `part` begins first.
  func start(of part: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(part) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
