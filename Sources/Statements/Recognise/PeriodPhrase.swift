/// Finds the date or period that a line of text names among other words: `Balance sheet as at 31 December 2012`, `资产负债表 2012年12月31日`.
enum PeriodPhrase {
  /// The one reading of `text`, or nil where it has none or its order of day and month is open.
  static func one(of text: String) -> PeriodReading? {
    let readings = PeriodReader.readings(of: text)
    return readings.count == 1 ? readings[0] : nil
  }

  /// What the line says of time, as a whole or in its last or first words; a bare year counts only as the whole.
  static func find(in text: String) -> PeriodReading? {
    guard text.utf8.count <= 200, text.utf8.contains(where: { (0x30...0x39).contains($0) }) || text.contains("年") else { return nil }
    if let whole = one(of: text) { return whole }
    let words = text.split {
      $0 == " " || $0 == "," || $0 == "，" || $0 == "：" || $0 == ":" || $0 == "-" || $0 == "–" || $0 == "(" || $0 == ")"
    }
    guard words.count > 1 else { return chinese(text) }
    let starts = words.indices.filter { canStart(words[$0]) }.prefix(6)
    let ends = words.indices.filter { canEnd(words[$0]) }.suffix(6)
    for start in starts {
      for end in ends.reversed() where end >= start {
        let part = String(text[words[start].startIndex..<words[end].endIndex])
        if part.utf8.count < text.utf8.count, let found = one(of: part), !found.isBareYear { return found }
      }
    }
    for word in words {
      if let found = chinese(String(word)) { return found }
    }
    return nil
  }

  private static func canStart(_ word: Substring) -> Bool {
    if let first = word.utf8.first, (0x30...0x39).contains(first) { return true }
    let lowered = word.lowercased()
    return startWords.contains(lowered) || monthWords.contains(String(lowered.prefix(3)))
  }

  private static func canEnd(_ word: Substring) -> Bool {
    word.utf8.contains { (0x30...0x39).contains($0) } || monthWords.contains(String(word.lowercased().prefix(3)))
  }

  private static let startWords: Set = [
    "as", "at", "for", "the", "year", "years", "period", "three", "six", "nine", "twelve", "months", "month", "quarter", "half",
    "half-year", "q1", "q2", "q3",
    "q4", "h1", "h2", "fy", "ended", "ytd",
  ]
  private static let monthWords: Set = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// A date within Chinese words without blanks: from the first digit to the last 日, 月, 年 or 止.
  private static func chinese(_ text: String) -> PeriodReading? {
    let characters = Array(text)
    let starts = characters.indices.filter { index in
      let isDigit = characters[index].isASCII && characters[index].isNumber
      return (isDigit || characters[index] == "截" || characters[index] == "二") && (index == 0 || !characters[index - 1].isNumber)
    }
    let ends = characters.indices.filter { "日月年止度月".contains(characters[$0]) }
    guard let last = ends.last else { return nil }
    for start in starts.prefix(3) where start < last {
      for end in ends.reversed().prefix(4) where end > start {
        if let found = one(of: String(characters[start...end])), !found.isBareYear { return found }
      }
    }
    return nil
  }
}

extension PeriodReading {
  /// Whether it is a year and no more.
  var isBareYear: Bool {
    if case .year = kind { return true }
    return false
  }
}
