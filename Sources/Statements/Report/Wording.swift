import CTables

/// How a language words the templates of sentences: `Wording.zh-Hans.csv` and `Wording.zh-Hant.csv` beside `CTables`.
///
/// A table is read when its language is first asked for, so that English costs nothing. Captions of line items come from `LineItems.csv`.
struct Wording: Sendable {
  private let wordings: [String: String]
  /// The language's captions, by the English ones in small letters.
  private let captions: [String: String]
  private let patterns: [Pattern]

  /// The wording of a language; nil for English, whose templates are its wording.
  static func of(_ language: Language) -> Wording? {
    switch language {
    case .english: nil
    case .simplifiedChinese: simplified
    case .traditionalChinese: traditional
    }
  }

  private static let simplified = Wording(EmbeddedTable.rows(tieout_wording_simplified()), \.simplifiedChinese)
  private static let traditional = Wording(EmbeddedTable.rows(tieout_wording_traditional()), \.traditionalChinese)

  private init(_ rows: [[String]], _ caption: (LineItem) -> String) {
    let table = Dictionary(rows.filter { $0.count == 2 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    wordings = table
    patterns = table.keys.sorted().compactMap { template in table[template].flatMap { Pattern(template, $0) } }
    captions = Dictionary(
      LineItemCatalogue.shipped().all.map { ($0.english.lowercased(), caption($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The wording of a template, or the caption of a line item; nil where there is neither.
  func find(_ template: String) -> String? { wordings[template] ?? captions[template.lowercased()] }

  /// The wording of a sentence that comes with its holes filled, as the reader of files gives them: that of the template that it fits
  /// with most words; what stands in the holes is worded likewise.
  func phrase(_ sentence: String) -> String? {
    if let found = find(sentence) { return found }
    guard sentence.contains(" "), let (wording, values) = fitting(sentence) else { return nil }
    var result = wording
    for (number, value) in values.enumerated() { result.replace("{\(number)}", with: phrase(value) ?? value) }
    return result
  }

  private func fitting(_ sentence: String) -> (wording: String, values: [String])? {
    var best: (count: Int, wording: String, values: [String])?
    for pattern in patterns where pattern.wordCount > best?.count ?? 0 {
      if let values = pattern.values(in: sentence) { best = (pattern.wordCount, pattern.wording, values) }
    }
    return best.map { ($0.wording, $0.values) }
  }

  /// A template with holes, cut at them.
  private struct Pattern {
    let pieces: [String]
    let wording: String
    /// Letters outside the holes.
    let wordCount: Int

    /// Nil for a template without holes, with a hole beside another, or with so few words that it fits too much.
    init?(_ template: String, _ wording: String) {
      var pieces = [""]
      var rest = template[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        pieces[pieces.count - 1] += rest[..<open]
        pieces.append("")
        rest = rest[rest.index(after: close)...]
      }
      pieces[pieces.count - 1] += rest
      let letters = pieces.joined().utf8.count { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
      guard pieces.count > 1, letters >= 6, pieces.dropFirst().dropLast().allSatisfy({ !$0.isEmpty }) else { return nil }
      self.pieces = pieces
      self.wording = wording
      wordCount = letters
    }

    /// What stands in the holes; nil where the sentence is another.
    func values(in sentence: String) -> [String]? {
      guard sentence.hasPrefix(pieces[0]), sentence.hasSuffix(pieces[pieces.count - 1]) else { return nil }
      var rest = sentence.dropFirst(pieces[0].count)
      var values: [String] = []
      for piece in pieces.dropFirst().dropLast() {
        guard let range = rest.firstRange(of: piece) else { return nil }
        values.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
      guard rest.hasSuffix(pieces[pieces.count - 1]) else { return nil }
      values.append(String(rest.dropLast(pieces[pieces.count - 1].count)))
      return values.contains("") ? nil : values
    }
  }

  /// Whether a template has words, not holes and signs alone.
  static func hasWords(_ template: String) -> Bool {
    template.utf8.contains { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }
}
