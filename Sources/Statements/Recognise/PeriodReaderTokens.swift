/// A number, a word or a mark of a cell that may speak of time.
struct PeriodToken: Equatable {
  /// What it is.
  enum Kind: Equatable {
    /// Its value, and how many digits it is written with: 0 in words.
    case number(Int, digits: Int)
    case word(PeriodWord)
    /// `-` `/` `.` `,` `:` `'` `(` `)` `*`.
    case mark(UInt8)
    case other
  }
  let kind: Kind
  /// Where it stands in the folded text.
  let range: Range<Int>
  let hasSpaceBefore: Bool
  /// Whether it is written in Chinese.
  let isHan: Bool

  /// Longer cells are prose.
  static let most = 48

  /// The tokens of `text`, or nil where there are too many or a number is too long for any date.
  static func tokens(of text: FoldedText) -> [PeriodToken]? {
    var tokens: [PeriodToken] = []
    var index = 0
    var hasSpace = false
    while index < text.count {
      if text.scalars[index] == 0x20 {
        hasSpace = true
        index += 1
        continue
      }
      guard tokens.count < most, let (kind, end) = token(at: index, of: text) else { return nil }
      let isOrdinal = !hasSpace && isOrdinalEnding(index..<end, of: text)
      if isOrdinal, case .number(let value, let digits)? = tokens.last?.kind, (1...2).contains(digits), (1...31).contains(value) {
        index = end
        continue
      }
      tokens.append(PeriodToken(kind: kind, range: index..<end, hasSpaceBefore: hasSpace, isHan: text.scalars[index] >= 0x3007))
      hasSpace = false
      index = end
    }
    return tokens
  }

  private static func token(at start: Int, of text: FoldedText) -> (Kind, end: Int)? {
    let scalar = text.scalars[start]
    switch scalar {
    case 0x30...0x39:
      var end = start
      var value = 0
      while end < text.count, (0x30...0x39).contains(text.scalars[end]) {
        guard end - start < 9 else { return nil }
        value = value * 10 + Int(text.scalars[end] - 0x30)
        end += 1
      }
      return (.number(value, digits: end - start), end)
    case 0x61...0x7A:
      return word(at: start, of: text)
    case 0x5B: return (.mark(0x28), start + 1)
    case 0x5D: return (.mark(0x29), start + 1)
    case 0x7E: return (.mark(0x2D), start + 1)
    case 0x23: return (.mark(0x2A), start + 1)
    case 0x3B, 0x7C: return (.mark(0x2C), start + 1)
    case 0x27...0x2A, 0x2C...0x2F, 0x3A: return (.mark(UInt8(scalar)), start + 1)
    case 0x26: return (.word(.and), start + 1)
    case 0x25CB, 0x3007...: return han(at: start, of: text)
    default: return (.other, start + 1)
    }
  }

  private static func word(at start: Int, of text: FoldedText) -> (Kind, end: Int) {
    var end = start
    var spelling = ""
    while end < text.count, (0x61...0x7A).contains(text.scalars[end]), let scalar = Unicode.Scalar(text.scalars[end]) {
      if end - start < 16 { spelling.unicodeScalars.append(scalar) }
      end += 1
    }
    let next = text.scalars[end...]
    if spelling == "y", next.starts(with: "/e ".unicodeScalars.map(\.value)) { return (.word(.fiscalYearEnd), end + 2) }
    // 1QFY13: the first letter is a word of its own.
    if ["qfy", "hfy", "mfy"].contains(spelling), let word = PeriodWord.bySpelling[String(spelling.prefix(1))] {
      return (.word(word), start + 1)
    }
    guard end - start <= 15 else { return (.other, end) }
    if spelling == "pro", next.dropFirst().starts(with: "forma".unicodeScalars.map(\.value)) { return (.word(.proForma), end + 6) }
    if let word = PeriodWord.bySpelling[spelling] { return (.word(word), end) }
    if let numeral = PeriodWord.numerals[spelling] { return (.number(numeral, digits: 0), end) }
    return (.other, end)
  }

  /// Chinese: a numeral, or the longest word.
  private static func han(at start: Int, of text: FoldedText) -> (Kind, end: Int) {
    if let run = ChineseNumerals.run(in: text.scalars, at: start) { return (.number(run.value, digits: run.digitCount), run.end) }
    var best: (Kind, end: Int) = (.other, start + 1)
    var spelling = ""
    for end in start..<min(start + 6, text.count) {
      guard let scalar = Unicode.Scalar(text.scalars[end]), scalar.value >= 0x3007 else { break }
      spelling.unicodeScalars.append(scalar)
      if let word = PeriodWord.bySpelling[spelling] { best = (.word(word), end + 1) }
    }
    if case .other = best.0, let numeral = PeriodWord.numerals[String(spelling.prefix(1))] {
      return (.number(numeral, digits: 0), start + 1)
    }
    return best
  }

  private static func isOrdinalEnding(_ range: Range<Int>, of text: FoldedText) -> Bool {
    guard range.count == 2 else { return false }
    switch (text.scalars[range.lowerBound], text.scalars[range.lowerBound + 1]) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): return true
    default: return false
    }
  }
}
