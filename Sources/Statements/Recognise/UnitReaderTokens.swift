/// A word of a text that may speak of a unit.
struct UnitToken {
  /// What it is.
  enum Kind: Equatable {
    case currency(Currency?)
    /// A power of ten; a weak one (`m`, `k`, `000`) counts only right after a currency.
    case scale(Int, isWeak: Bool)
    /// `ten`, `hundred`: multiplies the scale that follows.
    case multiplier(Int)
    case `in`, of, unitWord, statedWord, exceptWord, per
    case open, close, separator, dash, number, other
    /// What is counted but is no money: shares, people.
    case counted
  }
  let kind: Kind
  /// Where it stands in the folded text.
  let range: Range<Int>
  let hasSpaceBefore: Bool

  /// The tokens of `text`, left to right.
  static func tokens(of text: FoldedText) -> [UnitToken] {
    var tokens: [UnitToken] = []
    var index = 0
    var hasSpace = false
    while index < text.count {
      if text.scalars[index] == 0x20 {
        hasSpace = true
        index += 1
        continue
      }
      let (kind, end) = token(at: index, of: text, after: tokens, hasSpaceBefore: hasSpace)
      tokens.append(UnitToken(kind: kind, range: index..<end, hasSpaceBefore: hasSpace))
      hasSpace = false
      index = end
    }
    return tokens
  }

  private static func token(
    at start: Int, of text: FoldedText, after tokens: [UnitToken], hasSpaceBefore: Bool
  ) -> (Kind, end: Int) {
    let previous = tokens.last?.kind
    let scalar = text.scalars[start]
    switch scalar {
    case 0x61...0x7A: return word(at: start, of: text, after: previous)
    case 0x30...0x39:
      return factor(at: start, of: text, after: tokens) ?? digits(at: start, of: text, after: previous, hasSpaceBefore: hasSpaceBefore)
    case 0x27:
      if let end = thousands(at: start + 1, of: text) { return (.scale(end.exponent, isWeak: false), end.end) }
      return quotedScale(at: start, of: text) ?? (.other, start + 1)
    case 0x28, 0x5B: return (.open, start + 1)
    case 0x29, 0x5D: return (.close, start + 1)
    case 0x2C, 0x3A, 0x3B, 0x2E, 0x7C: return (.separator, start + 1)
    case 0x2D: return (.dash, start + 1)
    case 0x2F: return perShare(after: start, of: text) ?? (.dash, start + 1)
    case 0xD7: return (.in, start + 1)
    case 0x24, 0xA5: return (.currency(nil), start + 1)
    case 0x3000...: return han(at: start, of: text)
    default:
      if let unicode = Unicode.Scalar(scalar), let currency = UnitCurrencies.byName[String(unicode)] {
        return (.currency(currency), start + 1)
      }
      return (.other, start + 1)
    }
  }

  /// `'m`, `'million'` after a currency.
  private static func quotedScale(at start: Int, of text: FoldedText) -> (Kind, end: Int)? {
    guard start + 1 < text.count, (0x61...0x7A).contains(text.scalars[start + 1]) else { return nil }
    let (kind, end) = word(at: start + 1, of: text, after: nil)
    guard case .scale(let zeros, _) = kind else { return nil }
    return (.scale(zeros, isWeak: true), end < text.count && text.scalars[end] == 0x27 ? end + 1 : end)
  }

  /// `/股`, `/share`.
  private static func perShare(after start: Int, of text: FoldedText) -> (Kind, end: Int)? {
    for word in ["股", "share"] where text.scalars[(start + 1)...].starts(with: word.unicodeScalars.map(\.value)) {
      return (.per, start + 1 + word.unicodeScalars.count)
    }
    return nil
  }

  /// `000`, `000,000`, then `s` or `'s`, at `start`.
  private static func thousands(at start: Int, of text: FoldedText) -> (exponent: Int, end: Int)? {
    var end = start
    var zeros = 0
    while end < text.count, text.scalars[end] == 0x30 || (text.scalars[end] == 0x2C && zeros > 0 && zeros % 3 == 0) {
      if text.scalars[end] == 0x30 { zeros += 1 }
      end += 1
    }
    guard zeros == 3 || zeros == 4 || zeros == 6 || zeros == 9, text.scalars[end - 1] == 0x30 else { return nil }
    if end + 1 < text.count, text.scalars[end] == 0x27, text.scalars[end + 1] == 0x73 { end += 1 }
    if end < text.count, text.scalars[end] == 0x73 { end += 1 }
    if end < text.count, (0x30...0x39).contains(text.scalars[end]) || (0x61...0x7A).contains(text.scalars[end]) { return nil }
    return (zeros, end)
  }

  /// A thousand or a million in figures after `x`, `in` or `en`: `x € 1.000`, `in 1 000 EUR`.
  private static func factor(at start: Int, of text: FoldedText, after tokens: [UnitToken]) -> (Kind, end: Int)? {
    var before = tokens[...]
    if case .currency = before.last?.kind { before = before.dropLast() }
    guard before.last?.kind == .in, text.scalars[start] == 0x31 else { return nil }
    var end = start + 1
    var zeros = 0
    while end < text.count, zeros < 9 {
      let mark = [0x2C, 0x2E, 0x20, 0x27].contains(text.scalars[end]) ? 1 : 0
      guard text.scalars[(end + mark)...].starts(with: [0x30, 0x30, 0x30]) else { break }
      zeros += 3
      end += mark + 3
    }
    guard zeros > 0, end == text.count || !(0x30...0x39).contains(text.scalars[end]) else { return nil }
    return (.scale(zeros, isWeak: false), end)
  }

  /// A run of digits: a number, or the zeros of `RMB000` and `000s`.
  private static func digits(at start: Int, of text: FoldedText, after previous: Kind?, hasSpaceBefore: Bool) -> (Kind, end: Int) {
    var end = start
    while end < text.count, (0x30...0x39).contains(text.scalars[end]) { end += 1 }
    if let zeros = thousands(at: start, of: text) {
      let hasPlural = text.scalars[zeros.end - 1] == 0x73
      if case .currency = previous { return (.scale(zeros.exponent, isWeak: true), zeros.end) }
      if hasPlural { return (.scale(zeros.exponent, isWeak: false), zeros.end) }
    }
    return (.number, end)
  }

  /// Latin letters, with the points of `u.s.` and the sign of `hk$`, or several words of `hong kong dollars`.
  private static func word(at start: Int, of text: FoldedText, after previous: Kind?) -> (Kind, end: Int) {
    if let phrase = phrase(at: start, of: text) { return phrase }
    var end = start
    var word = ""
    while end < text.count, let scalar = Unicode.Scalar(text.scalars[end]) {
      let isInnerPoint =
        scalar == "." && end + 1 < text.count && ((0x61...0x7A).contains(text.scalars[end + 1]) || text.scalars[end + 1] == 0x24)
      guard (0x61...0x7A).contains(scalar.value) || isInnerPoint else { break }
      if end - start < 16 { word.unicodeScalars.append(scalar) }
      end += 1
    }
    if end < text.count, text.scalars[end] == 0x24 || text.scalars[end] == 0xA5 {
      let symbol = text.scalars[end] == 0x24 ? "$" : "¥"
      if let currency = UnitCurrencies.byName[word + symbol] { return (.currency(currency), end + 1) }
    }
    // HK cents, US cents: the letters are a currency before this word only.
    if word == "hk" || word == "us", text.scalars[end...].starts(with: " cent".unicodeScalars.map(\.value)),
      let currency = UnitCurrencies.byName[word + "$"]
    {
      return (.currency(currency), end)
    }
    if word == "rs", end < text.count, text.scalars[end] == 0x2E { end += 1 }
    // `milliers d'euros`, `x 1.000`.
    if word == "d", end < text.count, text.scalars[end] == 0x27 { return (.of, end + 1) }
    if word == "x", previous != .other { return (.in, end) }
    if let kind = shy(word, endingAt: end, of: text, after: previous) { return (kind, end) }
    if word == "mil", let kind = scaleOfMil(after: previous) { return (kind, end) }
    if let scale = scaleBeforeCurrency(word, range: start..<end, of: text) { return scale }
    if let kind = words[word] ?? foreignWords[word] { return (kind, end) }
    if let currency = UnitCurrencies.byName[word], UnitCurrencies.usualInLowerCase.contains(word) || text.isCapital(start..<end) {
      return (.currency(currency), end)
    }
    return gluedScale(word, range: start..<end, of: text) ?? (.other, end)
  }

  /// A word that is a scale before a currency only, or a currency after a scale only.
  private static func shy(_ word: String, endingAt end: Int, of text: FoldedText, after previous: Kind?) -> Kind? {
    if let currency = shyCurrencies[word] {
      switch previous {
      case .scale, .separator, .in, .of: return .currency(currency)
      case .currency, .multiplier, .unitWord, .statedWord, .exceptWord, .per, .open, .close, .dash, .number, .other, .counted, nil:
        return nil
      }
    }
    guard let zeros = shyScales[word] else { return nil }
    var next = end
    while next < text.count, text.scalars[next] == 0x20 || text.scalars[next] == 0x2E { next += 1 }
    guard next < text.count, (0x61...0x7A).contains(text.scalars[next]) else { return nil }
    let following = self.word(at: next, of: text, after: .scale(zeros, isWeak: false)).0
    if case .currency = following { return .scale(zeros, isWeak: false) }
    return nil
  }

  /// `R$ mil` is thousands of reais; `mil` beside the money of other countries that speak Portuguese or Spanish may be either, and is none.
  private static func scaleOfMil(after previous: Kind?) -> Kind? {
    guard case .currency(let currency)? = previous else { return nil }
    switch currency?.code {
    case "BRL": return .scale(3, isWeak: false)
    case "EUR", "MXN", "ARS", "CLP", "COP", "PEN": return .other
    default: return nil
    }
  }

  /// The letter of `k€`, `T€`, `TEUR`, `kUSD`, `Md€`.
  private static func scaleBeforeCurrency(_ word: String, range: Range<Int>, of text: FoldedText) -> (Kind, end: Int)? {
    let zeros: Int
    switch word.first {
    case "k", "t": zeros = 3
    case "m": zeros = 6
    default: return nil
    }
    let end = range.lowerBound + 1
    if word.utf8.count == 1, end < text.count, [0x24, 0xA3, 0x20AC].contains(text.scalars[end]) {
      return (.scale(zeros, isWeak: false), end)
    }
    if word == "md", range.upperBound < text.count, [0x24, 0xA3, 0x20AC].contains(text.scalars[range.upperBound]) {
      return (.scale(9, isWeak: false), range.upperBound)
    }
    let code = word.dropFirst()
    guard code.utf8.count == 3, UnitCurrencies.byCode[code.uppercased()] != nil, text.isCapital(end..<range.upperBound) else { return nil }
    return (.scale(zeros, isWeak: false), end)
  }

  /// `rmbm`, `usdk`: a code in capitals with the scale's letter.
  private static func gluedScale(_ word: String, range: Range<Int>, of text: FoldedText) -> (Kind, end: Int)? {
    for suffix in ["mn", "bn", "m", "k"] where word.hasSuffix(suffix) {
      let code = String(word.dropLast(suffix.count))
      let end = range.upperBound - suffix.count
      if code.utf8.count == 3, let currency = UnitCurrencies.byName[code], text.isCapital(range.lowerBound..<end) {
        return (.currency(currency), end)
      }
    }
    return nil
  }

  private static func phrase(at start: Int, of text: FoldedText) -> (Kind, end: Int)? {
    var end = start
    var phrase = ""
    var best: (Kind, end: Int)?
    while end < text.count, end - start < 24, let scalar = Unicode.Scalar(text.scalars[end]) {
      guard (0x61...0x7A).contains(scalar.value) || scalar == " " || scalar == "." else { break }
      phrase.unicodeScalars.append(scalar)
      end += 1
      let isWordEnd = end == text.count || !(0x61...0x7A).contains(text.scalars[end])
      guard isWordEnd else { continue }
      if let currency = UnitCurrencies.byPhrase[phrase] {
        best = (.currency(currency), end)
      } else if let kind = foreignPhrases[phrase] {
        best = (kind, end)
      }
    }
    return best
  }

  /// Chinese characters: the longest name at `start`, else one character.
  private static func han(at start: Int, of text: FoldedText) -> (Kind, end: Int) {
    var best: (Kind, end: Int) = (.other, start + 1)
    var name = ""
    for end in start..<min(start + 5, text.count) {
      guard let scalar = Unicode.Scalar(text.scalars[end]), scalar.value >= 0x3000 else { break }
      name.unicodeScalars.append(scalar)
      if let kind = words[name] {
        best = (kind, end + 1)
      } else if let currency = UnitCurrencies.byName[name] {
        best = (.currency(currency), end + 1)
      }
    }
    return best
  }
}
