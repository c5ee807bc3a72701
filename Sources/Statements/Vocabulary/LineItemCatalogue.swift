import CTables

/// What a label's own words say of the sign of the figures beside it.
public enum LabelSense: String, Hashable, Sendable {
  /// Nothing: the item's sign holds.
  case asItem = ""
  /// A loss, a deficit, net liabilities: a figure without a minus is negative, one with a minus or brackets too.
  case loss
  /// Profit or loss: as printed.
  case either
  /// Income where the item is a cost, such as a tax credit: as printed.
  case credit
}

/// The line items, found by id or by any label, and a place for those that no table knows.
///
/// The tables are `LineItems.csv` and `Labels.csv` beside `CTables`: data that a person can edit.
public struct LineItemCatalogue: Sendable {
  private var items: [LineItem]
  private var byID: [String: ItemID]
  /// Labels that the user's own files teach, by their keys.
  private var taught: [String: ItemID] = [:]
  /// The second of two lines that no table knows and that have the same words, one at a date and one over a period, by their id.
  private var twins: [String: ItemID] = [:]
  /// The items of which only the user's own `accounts` file tells: of them it is not known which of the two they are.
  private var named: Set<ItemID> = []
  /// How the files of each entity first spell a line that no table knows.
  ///
  /// What a file that is refused has added is put back to what it was before.
  var spellings: [Spelling: String] = [:]
  private let simplifier: Simplifier
  /// The words of each item's caption, folded, made when a label is first not known.
  private var captionWords: [Set<String>] = []
  /// The nearest item of each label that was looked for, by its key.
  private var nearest: [String: Int?] = [:]

  /// The catalogue as shipped.
  public static func shipped() -> LineItemCatalogue { asShipped }

  /// Made once: the tables are part of the program and never change.
  private static let asShipped = LineItemCatalogue(
    lineItems: EmbeddedTable.rows(tieout_line_items()),
    simplifier: Simplifier(pairs: EmbeddedTable.rows(tieout_traditional_simplified())))

  private init(lineItems: [[String]], simplifier: Simplifier) {
    items = lineItems.map(LineItem.init(row:))
    byID = Dictionary(
      items.enumerated().map { ($1.id, ItemID(index: Int32($0))) }, uniquingKeysWith: { first, _ in first })
    self.simplifier = simplifier
  }

  /// The item itself.
  public subscript(id: ItemID) -> LineItem {
    _read { yield items[Int(id.index)] }
  }

  /// The item with its caption as the files of `entity` have it, where no table knows it.
  subscript(id: ItemID, of entity: EntityID) -> LineItem {
    var item = self[id]
    guard item.statement == .unknown, let words = spellings[Spelling(item: id, entity: entity)] else { return item }
    (item.english, item.simplifiedChinese, item.traditionalChinese) = (words, words, words)
    return item
  }

  /// A line of an entity.
  struct Spelling: Hashable {
    fileprivate let item: ItemID
    fileprivate let entity: EntityID
  }

  /// The item of an id, known or added by `add`.
  public func find(id: String) -> ItemID? { byID[id] }

  /// The item of an id for figures at a date, or over a period.
  func find(id: String, isInstant: Bool) -> ItemID? { own(id, isInstant) ?? byID[id] }

  /// Every item of an id: two where a label that no table knows stands for figures at a date and for figures over a period.
  func all(id: String) -> [ItemID] { [byID[id], twins[id]].compactMap { $0 } }

  /// The item of an id that the tables or the user's own `accounts` file know, whatever lines the statements have.
  func known(id: String) -> ItemID? { byID[id].flatMap { self[$0].statement != .unknown || named.contains($0) ? $0 : nil } }

  /// The item that a label names, with what the label's words say of the sign; matching is exact after folding.
  public func find(label: String) -> (item: ItemID, sense: LabelSense)? {
    let key = key(label)
    if let item = taught[key] { return (item, .asItem) }
    if let found = LabelKeys.find(key), let item = byID[found.item], let sense = LabelSense(rawValue: found.sense) { return (item, sense) }
    return known(id: label).map { ($0, .asItem) }
  }

  /// All items, shipped and added.
  public var all: [LineItem] { items }

  /// What labels are compared by: folded, and in simplified characters.
  func key(_ label: String) -> String {
    simplifier.simplified(Folding.label(label))
  }

  /// How many characters of a text only traditional Chinese has, and how many only simplified.
  func script(of text: String) -> (traditional: Int, simplified: Int) { simplifier.script(of: text) }

  /// An item for a label that no table knows: its own words in kebab case as its id, its figures as printed.
  ///
  /// Figures at a date and over a period are never of one item, whichever of the two a file has first.
  ///
  /// - Parameter entities: in whose files it stands so.
  @discardableResult
  public mutating func add(label: String, isInstant: Bool, of entities: Set<EntityID> = []) -> ItemID {
    let words = Folding.kebab(label)
    let id = words.isEmpty ? "unlabelled" : words
    let item = own(id, isInstant) ?? append(id, label, isInstant)
    for entity in entities where self[item].statement == .unknown {
      let spelling = Spelling(item: item, entity: entity)
      if spellings[spelling] == nil { spellings[spelling] = label }
    }
    return item
  }

  /// The item of an id that figures at a date, or over a period, may be of.
  private func own(_ id: String, _ isInstant: Bool) -> ItemID? {
    guard let first = byID[id] else { return nil }
    let serves = self[first].statement != .unknown || self[first].isInstant == isInstant || named.contains(first)
    return serves ? first : twins[id]
  }

  /// An item of which the user's own `accounts` file tells and no table knows.
  mutating func name(label: String) -> ItemID {
    let item = add(label: label, isInstant: false)
    named.insert(item)
    return item
  }

  private mutating func append(_ id: String, _ label: String, _ isInstant: Bool) -> ItemID {
    let item = ItemID(index: Int32(items.count))
    items.append(
      LineItem(
        id: id, statement: .unknown, isInstant: isInstant, sign: .natural, polarity: .neutral, sums: [], xbrl: "", english: label,
        simplifiedChinese: label, traditionalChinese: label))
    if byID[id] == nil { byID[id] = item } else { twins[id] = item }
    return item
  }

  /// Lets a label of the user's own `accounts` file overrule the tables.
  public mutating func teach(label: String, item: ItemID) {
    taught[key(label)] = item
  }

  /// Whether the user's own `accounts` file says what a label is.
  func isTaught(_ label: String) -> Bool {
    !taught.isEmpty && taught[key(label)] != nil
  }

  /// The known label nearest to one that is not known, for a suggestion; nil where none is near.
  public mutating func nearestLabel(to label: String) -> (id: String, caption: String)? {
    let wanted = key(label)
    if let known = nearest[wanted] { return known.map { (items[$0].id, items[$0].english) } }
    if captionWords.isEmpty {
      captionWords = items.map { $0.statement == .unknown ? [] : Set(key($0.english).split(separator: " ").map(String.init)) }
    }
    let index = nearestIndex(Set(wanted.split(separator: " ").map(String.init)))
    nearest[wanted] = .some(index)
    return index.map { (items[$0].id, items[$0].english) }
  }

  /// The item whose caption shares most words with `wanted`, at least half of both; a word with one slip of the pen is shared too.
  private func nearestIndex(_ wanted: Set<String>) -> Int? {
    var best: (score: Int, index: Int)?
    for (index, words) in captionWords.enumerated() where !words.isEmpty && !wanted.isEmpty {
      // A word shared to the letter counts for a little more than one nearly shared.
      let shared = wanted.reduce(0) { $0 + (words.contains($1) ? 10 : LineItemCatalogue.isNearly($1, words) ? 9 : 0) }
      let score = 20 * shared / (wanted.count + words.count)
      if score >= 50, score > best?.score ?? 0 { best = (score, index) }
    }
    return best?.index
  }

  private static func isNearly(_ word: String, _ others: Set<String>) -> Bool {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 4 else { return false }
    return others.contains { other in
      // Two letters exchanged are two steps, which only a long word can bear.
      EditDistance.of(letters, Array(other.unicodeScalars), atMost: letters.count >= 8 ? 2 : 1) != nil
    }
  }
}

extension LineItem {
  /// A row of `LineItems.csv`: `id,statement,timing,sign,polarity,parts,xbrl,en,zh-Hans,zh-Hant`.
  init(row: [String]) {
    guard row.count >= 10, let statement = Statement(rawValue: row[1]), let sign = SignRule(rawValue: row[3]),
      let polarity = Polarity(rawValue: row[4])
    else { preconditionFailure("LineItems.csv has a row that is none: \(row)") }
    self.init(
      id: row[0], statement: statement, isInstant: row[2] == "instant", sign: sign, polarity: polarity,
      sums: row[5].split(separator: "|").map { sum in
        sum.split(separator: ";").map { part in
          let name = part.filter { $0 != " " }
          return name.hasPrefix("-") ? (String(name.dropFirst()), false) : (name, true)
        }
      },
      xbrl: row[6], english: row[7], simplifiedChinese: row[8], traditionalChinese: row[9])
  }
}
