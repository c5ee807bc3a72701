extension Preamble {
  /// The name that stands beside the title of a statement: `Quay Limited - Balance sheet`, `Quay Limited balance sheet`, `甲公司资产负债表`,
  /// `Balance sheet of Quay Limited as at 31 December 2024`; sure where it ends as companies' names do.
  static func nameBesideTitle(_ text: String) -> (words: String, isSure: Bool)? {
    guard BasisWords.isTitle(text), text.utf8.count <= 400 else { return nil }
    if let name = leadingName(text) { return name }
    return beforeTitle(text).map { ($0, true) } ?? behindTitle(text).map { ($0, true) }
  }

  /// The longest name before a title, with nothing between them but a blank.
  private static func beforeTitle(_ text: String) -> String? {
    let cuts = text.indices.filter { text[$0] == " " || !text[$0].isASCII }
    for cut in cuts.reversed() where BasisWords.isTitle(String(text[cut...])) {
      let words = Cell.trim(String(text[..<cut]))
      if isCompanyName(words), !BasisWords.isTitle(words) { return words }
    }
    return nil
  }

  /// The name behind a title, up to what says when or how.
  private static func behindTitle(_ text: String) -> String? {
    for lead in [" of ", " for ", " - ", " – ", " — ", ": ", "：", ", ", "，"] {
      var rest = text[...]
      while let start = rest.range(of: lead) {
        let title = String(text[..<start.lowerBound])
        rest = rest[start.upperBound...]
        let ends = [" as at ", " as of ", " for ", " at ", " - ", " – ", " — ", " (", "（", ", ", "，", ": "].compactMap {
          rest.range(of: $0)?.lowerBound
        }
        let words = Cell.trim(String(rest[..<(ends.min() ?? rest.endIndex)]))
        if BasisWords.isTitle(title), isCompanyName(words), !BasisWords.isTitle(words) { return words }
      }
    }
    return nil
  }
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
}
