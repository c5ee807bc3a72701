/// A label as a statement has it, and the ways in which it may be looked up: without its number, its footnote mark, its note.
enum Label {
  /// How the figures beside a label are meant, where its words show it.
  enum Hint: Hashable, Sendable {
    /// A cost is printed without a minus: `Income tax expense/(credit)`.
    case costsPositive
    /// What is printed is taken off, with a minus or without: `Less: cost of sales`.
    case deducted
    /// A cost is printed with a minus or in brackets: `Income tax (expense)/credit`.
    case costsNegative
  }

  /// The label in the ways in which it may be known, the fullest first.
  static func variants(_ label: String) -> [String] {
    var variants: [String] = []
    func add(_ text: String) {
      let trimmed = Cell.trim(text)
      if !trimmed.isEmpty, trimmed != label, !variants.contains(trimmed) { variants.append(trimmed) }
    }
    let bare = unmarked(label)
    add(bare)
    let plain = unnumbered(bare)
    add(plain)
    add(unled(plain))
    add(spaced(unled(plain)))
    add(hyphened(spaced(unled(plain))))
    for part in parts(of: unled(plain)) { add(part) }
    return variants
  }

  /// What the words show of the sign.
  static func hint(_ label: String) -> Hint? {
    let lowered = label.lowercased()
    if lead(lowered) == .less { return .deducted }
    guard let open = lowered.firstIndex(where: { $0 == "(" || $0 == "（" }), open != lowered.startIndex || lowered.contains("/"),
      let close = lowered[open...].firstIndex(where: { $0 == ")" || $0 == "）" })
    else {
      return lowered.hasPrefix("(") ? bracketed(String(lowered.dropFirst().prefix { $0 != ")" })) : nil
    }
    return bracketed(String(lowered[lowered.index(after: open)..<close]))
  }

  /// The words in the bracket that ends a label: `number` of `Employees (number)`.
  static func lastBracket(_ label: String) -> String? {
    guard label.last == ")" || label.last == "）", let open = label.lastIndex(where: { $0 == "(" || $0 == "（" }) else { return nil }
    return Cell.trim(String(label[label.index(after: open)...].dropLast()))
  }

  private static func bracketed(_ words: String) -> Hint? {
    if [
      "benefit", "credit", "income", "gain", "gains", "reversal", "recovery", "write-back", "收益", "抵免", "收入", "转回", "轉回", "拨回", "撥回", "贷项",
      "貸項",
    ]
    .contains(where: words.contains) {
      return .costsPositive
    }
    if ["expense", "charge", "cost", "loss", "provision", "费用", "費用", "开支", "開支", "支出", "损失", "虧損"].contains(where: words.contains) {
      return .costsNegative
    }
    return nil
  }

  // MARK: Parts

  private enum Lead { case less, other }

  private static let leads: [(String, Lead)] = [
    ("less:", .less), ("less：", .less), ("less ", .less), ("减：", .less), ("減：", .less), ("减:", .less), ("減:", .less), ("add:", .other),
    ("加：", .other), ("加:", .other), ("plus:", .other), ("其中：", .other), ("其中:", .other), ("of which:", .other), ("including:", .other),
    ("包括：", .other), ("including ", .other),
  ]

  private static func lead(_ lowered: String) -> Lead? {
    leads.first { lowered.hasPrefix($0.0) }?.1
  }

  /// Without `Less:`, `其中：`.
  private static func unled(_ label: String) -> String {
    let lowered = label.lowercased()
    guard let (words, _) = leads.first(where: { lowered.hasPrefix($0.0) }) else { return label }
    return Cell.trim(String(label.dropFirst(words.count)))
  }

  /// Without a number before it: `1.`, `(2)`, `一、`, `(一)`, `IV.`, `a)`.
  private static func unnumbered(_ label: String) -> String {
    let characters = Array(label)
    var index = 0
    let isOpen = { (character: Character) in character == "(" || character == "（" || character == "[" }
    let isClose = { (character: Character) in
      character == ")" || character == "）" || character == "]" || character == "." || character == "、" || character == "．"
    }
    let opened = index < characters.count && isOpen(characters[index])
    if opened { index += 1 }
    let start = index
    while index < characters.count, index - start < 4, "0123456789一二三四五六七八九十IVXivx".contains(characters[index]) { index += 1 }
    if index == start, index + 1 < characters.count, characters[index].isASCII, characters[index].isLetter, isClose(characters[index + 1]) {
      index += 1
    }
    guard index > start, index < characters.count else { return label }
    if isClose(characters[index]) {
      var rest = index + 1
      // 1.2.3 Revenue
      while rest < characters.count, characters[rest].isASCII, characters[rest].isNumber || characters[rest] == "." { rest += 1 }
      return rest < characters.count ? Cell.trim(String(characters[rest...])) : label
    }
    let isDigits = characters[start..<index].allSatisfy { $0.isASCII && $0.isNumber }
    if !opened, isDigits, characters[index] == " " { return Cell.trim(String(characters[index...])) }
    return label
  }

  /// Without footnote marks and notes at the end: `*`, `[1]`, `(1)`, `(note 3)`, `(附註5)`, `¹`.
  private static func unmarked(_ label: String) -> String {
    var text = Cell.trim(label)
    while let last = text.last {
      if "*†‡#§¹²³⁴⁵⁶⁷⁸⁹⁰:：①②③④⑤⑥⑦⑧⑨".contains(last) {
        text = Cell.trim(String(text.dropLast()))
      } else if last == ")" || last == "）" || last == "]", let open = text.lastIndex(where: { $0 == "(" || $0 == "（" || $0 == "[" }),
        isNote(String(text[text.index(after: open)...].dropLast())), open != text.startIndex
      {
        text = Cell.trim(String(text[..<open]))
      } else {
        break
      }
    }
    if let range = noteStart(text) { text = Cell.trim(String(text[..<range])) }
    return text.isEmpty ? label : text
  }

  private static func isNote(_ words: String) -> Bool {
    let lowered = words.lowercased()
    if ["note", "附註", "附注", "注", "註", "see ", "refer"].contains(where: lowered.hasPrefix) { return true }
    if lowered.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x20 }) { return !lowered.isEmpty }
    return lowered.utf8.count == 1 || ["ii", "iii", "iv"].contains(lowered)
  }

  /// `Revenue, note 3`, `Revenue note 3`.
  private static func noteStart(_ text: String) -> String.Index? {
    let words = text.split(separator: " ")
    guard words.count > 2, ["note", "notes"].contains(words[words.count - 2].lowercased()),
      words[words.count - 1].utf8.allSatisfy({ $0 < 0x3A })
    else { return nil }
    var end = words[words.count - 2].startIndex
    while end > text.startIndex, text[text.index(before: end)] == " " || text[text.index(before: end)] == "," {
      end = text.index(before: end)
    }
    return end
  }

  /// `TotalAssets` as `Total Assets`.
  private static func spaced(_ label: String) -> String {
    guard !label.utf8.contains(0x20), label.utf8.contains(where: { (0x61...0x7A).contains($0) }) else { return label }
    var bytes: [UInt8] = []
    let source = Array(label.utf8)
    for (index, byte) in source.enumerated() {
      let isUpper = (0x41...0x5A).contains(byte)
      if isUpper, index > 0 {
        let before = source[index - 1]
        let isNextLower = index + 1 < source.count && (0x61...0x7A).contains(source[index + 1])
        if (0x61...0x7A).contains(before) || ((0x41...0x5A).contains(before) && isNextLower) { bytes.append(0x20) }
      }
      bytes.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `noncontrolling` and `noncurrent` with their hyphen.
  private static func hyphened(_ label: String) -> String {
    let words = label.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      let lowered = word.lowercased()
      guard lowered.hasPrefix("noncontrolling") || lowered.hasPrefix("noncurrent") else { return String(word) }
      return "non-" + lowered.dropFirst(3)
    }
    return words.joined(separator: " ")
  }

  /// The two halves of a label in two languages: `Revenue 收入`, `Revenue / 收入`.
  private static func parts(of label: String) -> [String] {
    let scalars = Array(label.unicodeScalars)
    guard let wide = scalars.firstIndex(where: { $0.value >= 0x3400 && $0.value < 0xFF00 }),
      scalars.contains(where: { ($0.value | 0x20) >= 0x61 && ($0.value | 0x20) <= 0x7A })
    else { return [] }
    var latin = String.UnicodeScalarView()
    var chinese = String.UnicodeScalarView()
    if wide == 0 {
      let cut = scalars.firstIndex { ($0.value | 0x20) >= 0x61 && ($0.value | 0x20) <= 0x7A } ?? scalars.count
      chinese.append(contentsOf: scalars[..<cut])
      latin.append(contentsOf: scalars[cut...])
    } else {
      latin.append(contentsOf: scalars[..<wide])
      chinese.append(contentsOf: scalars[wide...])
    }
    return [String(latin), String(chinese)].map { text in
      Cell.trim(
        String(text.drop { "/|-–(（".contains($0) || $0 == " " }.reversed().drop { "/|-–(（)）".contains($0) || $0 == " " }.reversed()))
    }
  }
}

extension LineItemCatalogue {
  /// The item that a label names, as it stands or without its numbering, footnote marks and the like.
  func findAny(label: String) -> (item: ItemID, sense: LabelSense)? {
    if let found = find(label: label) { return found }
    for variant in Label.variants(label) {
      if let found = find(label: variant) { return found }
    }
    return nil
  }
}
