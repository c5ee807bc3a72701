extension Preamble {
  /// The name that stands beside the title of a statement: `Quay Limited - Balance sheet`, `Quay Limited balance sheet`, `甲公司资产负债表`,
  /// `Balance sheet of Quay Limited as at 31 December 2024`; of `Northgate - Quay Limited - Balance sheet` the last.
  ///
  /// Only what ends as companies' names do: `the Company` and `母公司` name nobody.
  static func nameBesideTitle(_ text: String) -> String? {
    guard BasisWords.isTitle(text), text.utf8.count <= 400 else { return nil }
    return amongParts(text) ?? beforeTitle(text) ?? behindTitle(text)
  }

  /// The last of the parts of a line that is a name.
  private static func amongParts(_ text: String) -> String? {
    var parts = [text[...]]
    for mark in [" - ", " – ", " — ", "|", ": ", "：", ";", "；", " (", "（", "  "] { parts = parts.flatMap { $0.parted(by: mark) } }
    guard parts.count > 1 else { return nil }
    return parts.map { Cell.trim(String($0)) }.last(where: isName)
  }

  /// The longest name before a title, with nothing between them but a blank.
  private static func beforeTitle(_ text: String) -> String? {
    let cuts = text.indices.filter { text[$0] == " " || !text[$0].isASCII }
    for cut in cuts.reversed() where BasisWords.isTitle(String(text[cut...])) {
      let words = Cell.trim(String(text[..<cut]))
      if isName(words) { return words }
    }
    return nil
  }

  /// The name behind a title, up to what says when or how.
  private static func behindTitle(_ text: String) -> String? {
    for lead in [" of ", " for ", ", ", "，"] {
      var rest = text[...]
      while let start = rest.range(of: lead) {
        let title = String(text[..<start.lowerBound])
        rest = rest[start.upperBound...]
        let ends = [" as at ", " as of ", " for ", " at ", " - ", " (", "（", ", ", "，", ": "].compactMap { rest.range(of: $0)?.lowerBound }
        let words = Cell.trim(String(rest[..<(ends.min() ?? rest.endIndex)]))
        if BasisWords.isTitle(title), isName(words) { return words }
      }
    }
    return nil
  }

  /// Whether words are the name of one company, and not words for any.
  private static func isName(_ words: String) -> Bool {
    guard isCompanyName(words), !BasisWords.isTitle(words) else { return false }
    let folded = Folding.name(words)
    if ["a ", "an ", "owners ", "owner ", "holders ", "shareholders "].contains(where: folded.hasPrefix) { return false }
    if folded.contains("attributable") { return false }
    var rest = folded
    for word in chineseWordsForAny { rest = rest.split(separator: word).joined() }
    return !rest.split(separator: " ").allSatisfy { wordsForAny.contains(String($0)) }
  }

  /// What stands for whatever company or group the accounts are of.
  private static let wordsForAny: Set = [
    "the", "our", "this", "its", "parent", "holding", "holdings", "ultimate", "immediate", "intermediate", "group", "company", "subsidiary",
    "reporting", "entity", "and", "of", "listed", "limited", "co", "corporation", "whole",
  ]
  private static let chineseWordsForAny = ["本", "母", "子", "贵", "貴", "该", "該", "控股", "上市", "集团", "集團", "有限", "股份", "公司", "合并", "合併", "及"]
}

extension Substring {
  /// Where a phrase stands first; nil where it does not.
  fileprivate func range(of phrase: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(phrase) { return start..<index(start, offsetBy: phrase.count) }
      formIndex(after: &start)
    }
    return nil
  }

  /// What stands before, between and behind a phrase.
  fileprivate func parted(by phrase: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self
    while let found = rest.range(of: phrase) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}
