/// Everything that has a name and a meaning: what is found, how it is treated, which lines there are; as a terminal shows it.
public enum Glossary {
  /// The columns that a line takes at most, where its words allow.
  private static let width = 100

  /// What a name means: the id of a check or treatment, the id of a line item, or any label that is known for one; nil for another name.
  public static func lines(of name: String) -> [String]? {
    let id = name.lowercased()
    if let explanation = Explanation.find(id) { return lines(of: explanation) }
    let catalogue = LineItemCatalogue.shipped()
    guard let item = catalogue.find(id: id) ?? catalogue.find(label: name)?.item else { return nil }
    return lines(of: catalogue[item], in: catalogue)
  }

  /// Every name, in groups, a line each.
  public static var list: [String] {
    var lines: [String] = []
    for kind in Explanation.Kind.allCases {
      let group = Explanation.all.filter { $0.kind == kind }
      lines += section(kind.title, group.map { (name: $0.id, words: $0.claim) })
    }
    let items = LineItemCatalogue.shipped().all
    for statement in LineItem.Statement.allCases {
      let group = items.filter { $0.statement == statement }
      lines += section("Line items: " + statement.title, group.map { (name: $0.id, words: "\($0.english) · \($0.simplifiedChinese)") })
    }
    return Array(lines.dropLast())
  }

  /// The names nearest to one that is not known, at most three; empty where none is near.
  public static func nearest(to name: String) -> [String] {
    var catalogue = LineItemCatalogue.shipped()
    let wanted = Array(Folding.kebab(name).unicodeScalars)
    let most = wanted.count >= 8 ? 3 : 2
    let names = Explanation.all.map(\.id) + catalogue.all.map(\.id)
    let near = names.compactMap { id in EditDistance.of(wanted, Array(id.unicodeScalars), atMost: most).map { (id: id, steps: $0) } }
      .sorted { $0.steps < $1.steps }.map(\.id)
    // Part of a name is a hint too: `rolling` is not near `roll-forward`, `forward` is in it.
    let holding = wanted.count < 4 ? [] : names.filter { $0.contains(Folding.kebab(name)) }
    var found: [String] = []
    for id in near + holding + [catalogue.nearestLabel(to: name)?.id].compactMap({ $0 }) where !found.contains(id) { found.append(id) }
    return Array(found.prefix(3))
  }

  /// Words of a person, with what would act on a terminal made visible.
  public static func visible(_ words: String) -> String { Printable.visible(words) }

  // MARK: Checks and treatments

  private static func lines(of explanation: Explanation) -> [String] {
    var lines = ["\(explanation.id): \(explanation.kind.word)", ""]
    for paragraph in [explanation.claim] + explanation.meaning { lines += wrapped(paragraph, indent: "  ") + [""] }
    for part in explanation.parts { lines += entry(part.name.lowercased(), part.words) }
    return lines
  }

  // MARK: Line items

  private static func lines(of item: LineItem, in catalogue: LineItemCatalogue) -> [String] {
    var lines = ["\(item.id): line item", ""]
    lines += entry("English", item.english) + entry("简体", item.simplifiedChinese) + entry("繁體", item.traditionalChinese)
    lines += entry("labels", "\(LabelKeys.count(of: item.id)) are known for it")
    lines += entry("statement", item.statement.title + (item.isInstant ? ", at a date" : ", over a period"))
    lines += entry("sign", item.sign.words)
    for sum in item.sums { lines += entry("is", words(of: sum)) }
    for other in catalogue.all {
      for sum in other.sums where sum.contains(where: { $0.item == item.id }) { lines += entry("in", "\(other.id) = \(words(of: sum))") }
    }
    if !item.xbrl.isEmpty { lines += entry("XBRL", "ifrs-full:\(item.xbrl)") }
    return lines
  }

  private static func words(of sum: [(item: String, isAdded: Bool)]) -> String {
    var words = ""
    for part in sum { words += (words.isEmpty ? (part.isAdded ? "" : "− ") : part.isAdded ? " + " : " − ") + part.item }
    return words
  }

  // MARK: Lines

  private static func section(_ title: String, _ entries: [(name: String, words: String)]) -> [String] {
    guard !entries.isEmpty else { return [] }
    let column = entries.map { DisplayWidth.of($0.name) }.max() ?? 0
    let lines = entries.map { "  " + $0.name + String(repeating: " ", count: column - DisplayWidth.of($0.name) + 2) + $0.words }
    return [title] + lines + [""]
  }

  /// A name and its words, the words in a column of their own.
  private static func entry(_ name: String, _ words: String) -> [String] {
    let column = 11
    var lines = wrapped(words, indent: String(repeating: " ", count: 2 + column))
    let blanks = String(repeating: " ", count: max(column - DisplayWidth.of(name), 1))
    lines[0] = "  " + name + blanks + lines[0].drop { $0 == " " }
    return lines
  }

  /// The words broken at blanks, so that lines stay within the width.
  private static func wrapped(_ words: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = indent
    for word in words.split(separator: " ") {
      let isFirst = line.count == indent.count
      if !isFirst, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width {
        lines.append(line)
        line = indent + word
      } else {
        line += (isFirst ? "" : " ") + word
      }
    }
    return lines + [line]
  }
}

extension Explanation.Kind {
  fileprivate var title: String {
    switch self {
    case .reading: "What is found while files are read"
    case .check: "Checks"
    case .treatment: "Treatments"
    }
  }

  fileprivate var word: String {
    switch self {
    case .reading: "found while a file is read"
    case .check: "check"
    case .treatment: "treatment"
    }
  }
}

extension LineItem.Statement {
  fileprivate var title: String {
    switch self {
    case .position: "statement of financial position"
    case .income: "statement of profit or loss"
    case .comprehensive: "other comprehensive income"
    case .changes: "statement of changes in equity"
    case .cashFlow: "statement of cash flows"
    case .perShare: "figures per share"
    case .unknown: "unknown"
    }
  }
}

extension LineItem.SignRule {
  fileprivate var words: String {
    switch self {
    case .natural: "as printed: positive in its ordinary sense"
    case .negative: "stored negative, whether it is printed with a minus or without"
    }
  }
}
