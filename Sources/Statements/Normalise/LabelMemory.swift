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
      isNoMoney: found.map { catalogue[$0.item].statement == .perShare } ?? LabelMemory.countsNoMoney(words, key))
    meanings[label] = meaning
    return meaning
  }

  private static func countsNoMoney(_ words: String, _ key: String) -> Bool {
    if words.utf8.contains(UInt8(ascii: "%")) || words.contains("％") { return true }
    let padded = " " + key + " "
    return [
      " per share ", " per ordinary share ", " ratio ", " margin ", " number of ", " headcount ", " percentage ", " eps ", " per cent ",
      " employee count ", " employee ", " staff number ",
    ]
    .contains(where: padded.containsPhrase)
      || ["每股", "比率", "毛利率", "净利率", "收益率", "周转率", "负债率", "人数", "股数"].contains(where: key.containsPhrase)
  }
}
