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
    for start in words.indices.dropFirst().prefix(14) {
      if let found = one(of: String(text[words[start].startIndex..<words[words.endIndex - 1].endIndex])), !found.isBareYear { return found }
    }
    for end in words.indices.dropLast().reversed().prefix(14) {
      if let found = one(of: String(text[words[0].startIndex..<words[end].endIndex])), !found.isBareYear { return found }
    }
    for word in words {
      if let found = chinese(String(word)) { return found }
    }
    return nil
  }

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
