/// What labels mean, remembered: a group's files name the same lines over and over.
struct LabelMemory: Sendable {
  /// What a label is, without regard to where it stands.
  struct Meaning: Sendable {
    /// The words without the unit.
    let words: String
    /// The words as they are compared: folded, in simplified characters.
    let key: String
    let unit: MoneyUnit?
    /// The item, where the words are known.
    let item: ItemID?
    let sense: LabelSense
    let hint: Label.Hint?
    /// What the words are among assets and among liabilities, where that is not the same.
    let sides: ItemBySide.Sides?
    /// Whether the words count something that is no money: shares, ratios, figures per share.
    var isNoMoney: Bool
  }

  private var meanings: [String: Meaning] = [:]

  /// What `label` means by itself.
  mutating func meaning(of label: String, in catalogue: LineItemCatalogue) -> Meaning {
    if let known = meanings[label] { return known }
    let (words, unit) = UnitReader.strippingUnit(fromLabel: label)
    let found = catalogue.findAny(label: words)
    let key = catalogue.key(words)
    let meaning = Meaning(
      words: words, key: key, unit: unit, item: found?.item, sense: found?.sense ?? .asItem, hint: Label.hint(words),
      sides: catalogue.isTaught(words) ? nil : ItemBySide.sides(words, in: catalogue),
      isNoMoney: found.map { catalogue[$0.item].statement == .perShare } ?? LabelMemory.countsNoMoney(words, key))
    meanings[label] = meaning
    return meaning
  }

  private static func countsNoMoney(_ words: String, _ key: String) -> Bool {
    if hasPercent(words) { return true }
    if let inner = Label.lastBracket(words), countWords.contains(Folding.label(inner)) { return true }
    let padded = " " + key + " "
    // `Revenue growth`; a growth fund is an asset.
    if padded.hasSuffix(" growth ") || padded.hasSuffix(" yield ") { return true }
    return [
      " per share ", " per ordinary share ", " ratio ", " margin ", " number of ", " no of ", " headcount ", " head count ", " percentage ",
      " eps ", " per cent ", " fte ", " full time equivalent ", " employee count ", " staff number ",
      " staff count ", " average share ",
      " share outstanding ", " share in issue ",
    ]
    .contains(where: padded.containsPhrase) || countsEmployees(key)
      || ["每股", "比率", "毛利率", "净利率", "收益率", "周转率", "负债率", "人数", "股数", "员工总数"].contains(where: key.containsPhrase)
  }

  /// Whether a sign of percent says what the figures are: before a letter it is a slip of the pen, and behind a number it is that number's, as in
  /// `8% convertible bonds`; `CET1 %` has no number of its own.
  static func hasPercent(_ words: String) -> Bool {
    let letters = Array(words)
    return letters.indices.contains { index in
      guard letters[index] == "%" || letters[index] == "％" else { return false }
      let rest = letters[(index + 1)...]
      return !(rest.first?.isLetter ?? false) && !endsWithNumber(letters[..<index], mayHaveBlank: rest.contains(where: \.isLetter))
    }
  }

  /// Whether words end with a number that is no part of a name.
  private static func endsWithNumber(_ words: ArraySlice<Character>, mayHaveBlank: Bool) -> Bool {
    let number = words.last == " " && mayHaveBlank ? words.dropLast() : words
    guard number.last?.isDigit ?? false else { return false }
    return !(number.reversed().first { !$0.isDigit && $0 != "." && $0 != "," }?.isLetter ?? false)
  }

  /// `Employees`, `Employees at year end`, `Average employee number`; not `Employee welfare costs`.
  private static func countsEmployees(_ key: String) -> Bool {
    let words = Set(key.split(separator: " ").map(String.init))
    return words.contains("employee")
      && words.isSubset(of: [
        "employee", "total", "average", "full", "part", "time", "number", "at", "year", "period", "end", "of", "the", "permanent", "active",
      ])
  }

  /// What a bracket at a label's end says that its figures count.
  private static let countWords: Set = [
    "number", "no", "person", "people", "employee", "head", "headcount", "fte", "day", "time", "sqm", "人", "名", "股", "家", "个", "間", "间",
    "天", "次", "倍",
  ]
}

extension Character {
  /// Whether it is a digit, of ASCII or of full width.
  var isDigit: Bool { isWholeNumber && (isASCII || ("０"..."９").contains(self)) }
}
