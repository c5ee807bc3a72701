/// Labels that name the company whose owners they speak of: `Net income attributable to Alpha Holdings Ltd`, 归属于甲公司股东的净利润.
extension Intake {
  /// The meaning of a label that no table knows, with the name of the entity or of the group's parent read as `the parent`.
  mutating func ofOwners(_ meaning: LabelMemory.Meaning, _ entity: EntityID) -> LabelMemory.Meaning? {
    guard OwnersByName.mayName(meaning.key) else { return nil }
    let names = [entity, entities.parent].compactMap { $0 }.flatMap { id in
      [entities[id].name, entities[id].chineseName].compactMap { $0 } + entities[id].aliases
    }
    for wording in OwnersByName.wordings(meaning.words, names: names) {
      let known = labels.meaning(of: wording, in: catalogue)
      if known.item != nil { return known }
    }
    return nil
  }
}

/// How labels name the company whose owners they speak of.
enum OwnersByName {
  /// Whether a folded label has the words beside which a name stands.
  static func mayName(_ key: String) -> Bool {
    [" attributable to ", " attributed to ", " available to ", "归属", "应占"].contains(where: key.containsPhrase)
      || key.hasSuffix(" shareholder equity") || key.hasSuffix(" stockholder equity") || key.hasSuffix(" shareholder fund")
  }

  /// What a label says with `the parent` for the name; nothing where it names another.
  static func wordings(_ label: String, names: [String]) -> [String] {
    let text = Label.variants(label).first ?? label
    return attributed(text, names) + ownEquity(text, names) + chinese(text, names)
  }

  /// `… attributable to [shareholders of] Alpha Ltd`.
  private static func attributed(_ label: String, _ names: [String]) -> [String] {
    let words = label.split(separator: " ").map(String.init)
    guard let joint = words.indices.dropFirst().first(where: { isJoint(words[$0 - 1], words[$0]) }), joint + 1 < words.count else {
      return []
    }
    let lead = words[..<(joint - 1)].joined(separator: " ")
    var rest = Array(words[(joint + 1)...])
    if rest.first?.lowercased() == "the" { rest.removeFirst() }
    let holders: Set = [
      "shareholder", "stockholder", "owner", "member", "holder", "equity", "ordinary", "common", "of", "equityholder", "unitholder", "the",
    ]
    while let first = rest.first, holders.contains(Folding.label(first)) { rest.removeFirst() }
    var name = rest.joined(separator: " ")
    // `Alpha Ltd's shareholders`.
    for ending in ["shareholders", "stockholders", "owners", "equity holders"] where name.lowercased().hasSuffix("s " + ending) {
      name = Cell.trim(String(name.dropLast(ending.count)))
      for mark in ["'s", "’s", "'", "’"] where name.hasSuffix(mark) { name.removeLast(mark.count) }
    }
    guard !lead.isEmpty, isNamed(name, names) else { return [] }
    return ["owners of the parent", "owners of the Company", "shareholders", "the Company"].map { lead + " attributable to " + $0 }
      + (lead.lowercased().contains("per share") ? [lead] : [])
  }

  private static func isJoint(_ word: String, _ next: String) -> Bool {
    next.lowercased() == "to" && ["attributable", "attributed", "available"].contains(word.lowercased())
  }

  /// `Total Alpha Ltd shareholders' equity`.
  private static func ownEquity(_ label: String, _ names: [String]) -> [String] {
    var words = label.split(separator: " ").map(String.init)
    if words.first?.lowercased() == "total" { words.removeFirst() }
    guard words.count >= 3, let last = words.last.map({ Folding.label($0) }), last == "equity" || last == "fund",
      ["shareholder", "stockholder"].contains(Folding.label(words[words.count - 2]))
    else { return [] }
    var name = words[..<(words.count - 2)].joined(separator: " ")
    for mark in ["'s", "’s", "'", "’"] where name.hasSuffix(mark) { name.removeLast(mark.count) }
    return isNamed(name, names) ? ["Equity attributable to owners of the parent"] : []
  }

  /// 归属于甲公司股东的净利润, 甲公司股东应占溢利.
  private static func chinese(_ label: String, _ names: [String]) -> [String] {
    for name in names where !name.utf8.allSatisfy({ $0 < 0x80 }) {
      for form in [name] + short(name) {
        guard let start = label.start(of: form) else { continue }
        var rest = label[label.index(start, offsetBy: form.count)...]
        for holders in ["所有者", "股东", "股東", "拥有人", "擁有人", "权益持有人", "權益持有人"] where rest.hasPrefix(holders) {
          rest = rest.dropFirst(holders.count)
          break
        }
        let lead = label[..<start]
        return ["母公司所有者", "母公司股东", "本公司拥有人", "母公司"].map { lead + $0 + rest }
      }
    }
    return []
  }

  /// A company's name without its legal form.
  private static func short(_ name: String) -> [String] {
    ["股份有限公司", "有限责任公司", "有限責任公司", "有限公司"].filter { name.hasSuffix($0) }.prefix(1).map { String(name.dropLast($0.count)) }
      .filter { $0.count > 1 }
  }

  /// Whether words are one of the names, but for the words of its legal form and general ones such as `Holdings`.
  private static func isNamed(_ words: String, _ names: [String]) -> Bool {
    let wanted = EntityNames.core(words)
    guard !wanted.isEmpty else { return false }
    return names.contains { name in
      EntityNames.core(name) == wanted || withoutGeneralWords(name) == withoutGeneralWords(words)
    }
  }

  private static func withoutGeneralWords(_ name: String) -> String {
    let general: Set = [
      "limited", "ltd", "inc", "incorporated", "llc", "plc", "co", "company", "companies", "corp", "corporation", "gmbh", "ag", "pte",
      "pty",
      "sa", "bv", "nv", "se", "lp", "llp", "holding", "holdings", "group", "the", "and",
    ]
    var words = Folding.name(name).split(separator: " ").map(String.init)
    if words.first == "the" { words.removeFirst() }
    while words.count > 1, let last = words.last, general.contains(last) { words.removeLast() }
    return words.joined()
  }
}
