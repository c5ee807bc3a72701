/// What a group's `accounts` file says of codes: single ones, and ranges of them. Labels are taught to the catalogue.
struct AccountMap: Sendable {
  private var items: [String: ItemID] = [:]
  private var ranges: [(low: Int, high: Int, item: ItemID)] = []

  /// How many codes and ranges are mapped.
  var count: Int { items.count + ranges.count }

  /// The item of a code; a code by itself comes before the ranges that hold it.
  func item(of code: String) -> ItemID? {
    let code = AccountMap.key(code)
    if let item = items[code] { return item }
    guard !ranges.isEmpty, let number = AccountMap.number(code) else { return nil }
    return ranges.first { $0.low <= number && number <= $0.high }?.item
  }

  /// Maps a code or a range.
  ///
  /// - Returns: false where it already is another item's.
  mutating func add(_ words: String, _ item: ItemID) -> Bool {
    if let (low, high) = AccountMap.range(words) {
      if ranges.contains(where: { $0.item != item && $0.low <= high && low <= $0.high }) { return false }
      ranges.append((low, high, item))
      return true
    }
    let key = AccountMap.key(words)
    if let other = items[key], other != item { return false }
    items[key] = item
    return true
  }

  /// A range `4000-4999`, `4000..4999` or `4000 to 4999`; nil where it is one code. Turned round, it is none.
  static func range(_ words: String) -> (low: Int, high: Int)? {
    let key = key(words)
    for joint in ["-", "–", "—", "..", "to", "至", "~"] {
      guard let range = key.firstRange(of: joint) else { continue }
      guard let low = wholeNumber(key[..<range.lowerBound]), let high = wholeNumber(key[range.upperBound...]), low <= high else { continue }
      return (low, high)
    }
    return nil
  }

  /// Whether the words are a range that is written the wrong way round.
  static func isTurnedRound(_ words: String) -> Bool {
    let parts = key(words).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == parts[1].utf8.count, let low = wholeNumber(parts[0]), let high = wholeNumber(parts[1])
    else { return false }
    return low > high
  }

  private static func key(_ code: String) -> String { code.lowercased().filter { $0 != " " } }

  /// The digits that a code begins with: `4000.10` is of 4000.
  private static func number(_ code: String) -> Int? {
    let digits = code.utf8.prefix { (0x30...0x39).contains($0) }
    let rest = code.utf8.dropFirst(digits.count).first
    guard rest == nil || rest == UInt8(ascii: ".") || rest == UInt8(ascii: "-") || rest == UInt8(ascii: "/") else { return nil }
    return wholeNumber(Substring(decoding: digits, as: UTF8.self))
  }

  private static func wholeNumber(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 15, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension Intake {
  /// Takes a map of codes and labels; it overrules the tables.
  mutating func takeAccounts(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    var map = accounts
    var taught = catalogue
    var notes: [Finding] = []
    for row in reader.rows {
      guard let words = row.required(.item, &refused) else { continue }
      let item: ItemID
      if let known = taught.known(id: words.lowercased()) ?? taught.find(label: words)?.item {
        item = known
      } else {
        let nearest = taught.nearestLabel(to: words)
        item = taught.name(label: words)
        var note = Finding(
          .info, "unmapped", "there is no line item \(quoted: words), so it keeps a line of its own", item: item, place: row.place(.item),
          actual: words, remedy: "write the id of a line item, or leave it so")
        if let nearest { note.details = ["nearest known label: \(code: nearest.caption) (\(code: nearest.id))"] }
        notes.append(note)
      }
      if row.words(.account) == nil, row.words(.label) == nil {
        _ = row.required(reader.layout.columns[.account] == nil ? .label : .account, &refused)
      }
      if let label = row.words(.label) { taught.teach(label: label, item: item) }
      guard let code = row.words(.account) else { continue }
      let isTurned = AccountMap.isTurnedRound(code)
      if code.contains("*") {
        refused.add(
          Rejection(
            "unreadable", "\(quoted: code) is neither a code nor a range", place: row.place(.account), found: code,
            expected: "a code, or a range such as 4000-4999", remedy: "write the range from its first to its last code"))
      } else if isTurned || !map.add(code, item) {
        refused.add(
          Rejection(
            "unreadable", isTurned ? "the range \(quoted: code) ends before it begins" : "\(quoted: code) is mapped to two line items",
            place: row.place(.account), found: code, expected: "each account once, ranges from low to high",
            remedy: "correct the line, or take it out"))
      }
    }
    try refused.end(&findings)
    sources[reader.fileIndex].evidence.append(
      "\(map.count - accounts.count) codes and ranges, \(reader.rows.count { $0.words(.label) != nil }) labels: they overrule the tables")
    accounts = map
    catalogue = taught
    findings += notes
  }
}
