/// Finds the unit of a table's figures in a heading, a title or a label: `RMB'000`, `(in thousands)`, `单位：万元`.
///
/// A word is taken for a unit only where it can be nothing else: a currency with a scale anywhere, either alone only in brackets, as the
/// whole text or after words such as `expressed in`. Text that names two different units names none. `$`, `¥` and `元` name no currency.
enum UnitReader {
  /// The unit in `text`, with the words that say it.
  static func read(_ text: String) -> (unit: MoneyUnit, matched: String)? {
    guard let folded = FoldedText(text) else { return nil }
    let tokens = UnitToken.tokens(of: folded)
    var found: UnitPhrase?
    var index = 0
    while index < tokens.count {
      if tokens[index].kind == .exceptWord, found != nil { break }
      guard let phrase = UnitPhrase(at: index, of: tokens) else {
        index += 1
        continue
      }
      index = phrase.tokenRange.upperBound
      guard phrase.isUnit(among: tokens) else { continue }
      guard let earlier = found else {
        found = phrase
        continue
      }
      guard let merged = earlier.merged(with: phrase) else { return nil }
      found = merged
    }
    guard let found else { return nil }
    let range = tokens[found.tokenRange.lowerBound].range.lowerBound..<tokens[found.tokenRange.upperBound - 1].range.upperBound
    return (found.unit, folded.excerpt(range))
  }

  /// The unit that `text` is, where it is nothing else: `RMB'000`, `in thousands of Renminbi`, `单位：元`.
  static func whole(_ text: String) -> MoneyUnit? { wholePhrase(text)?.unit }

  /// The same with what of it is said: a scale, a currency or both.
  static func wholePhrase(_ text: String) -> UnitPhrase? {
    guard let folded = FoldedText(text) else { return nil }
    let tokens = UnitToken.tokens(of: folded)
    return whole(tokens[...])
  }

  /// Whether a currency or the scale of amounts, `'000`, stands anywhere in `text`, be it within words that make no unit.
  static func speaksOfMoney(_ text: String) -> Bool {
    guard let folded = FoldedText(text) else { return false }
    return UnitToken.tokens(of: folded).contains { token in
      switch token.kind {
      case .currency: true
      case .scale(_, let isWeak): !isWeak
      default: false
      }
    }
  }

  /// Whether `text` begins with a currency or with the apostrophe of `'000`: what follows a number and begins with a scale is the number's, `2012 million`.
  static func beginsWithCurrency(_ text: String) -> Bool {
    guard let folded = FoldedText(text), let first = UnitToken.tokens(of: folded).first else { return false }
    if case .currency = first.kind { return true }
    return folded.scalars[first.range.lowerBound] == 0x27
  }

  /// The unit that `tokens` say and nothing else.
  private static func whole(_ tokens: ArraySlice<UnitToken>) -> UnitPhrase? {
    var start = tokens.startIndex
    while start < tokens.endIndex {
      switch tokens[start].kind {
      case .statedWord, .unitWord, .separator, .dash, .open, .in: start += 1
      case .currency, .scale, .multiplier:
        let inner = Array(tokens[start...])
        guard let phrase = UnitPhrase(at: 0, of: inner) else { return nil }
        var end = phrase.tokenRange.upperBound
        if end < inner.count, inner[end].kind == .per { end = min(end + 2, inner.count) }
        while end < inner.count, inner[end].kind == .close || inner[end].kind == .separator { end += 1 }
        return end == inner.count ? phrase : nil
      case .of, .exceptWord, .per, .counted, .close, .number, .other: return nil
      }
    }
    return nil
  }

  /// A label without the unit at its end, and that unit: `营业收入(万元)`, `Revenue (RMB'000)`, `Revenue, HK$ million`.
  ///
  /// `(loss)`, `(Note 5)` and every other bracket that is not wholly a unit stay, and so does a label that is nothing but a unit.
  static func strippingUnit(fromLabel label: String) -> (label: String, unit: MoneyUnit?) {
    guard let folded = FoldedText(label) else { return (label, nil) }
    let tokens = UnitToken.tokens(of: folded)
    guard let last = tokens.last else { return (label, nil) }
    if let phrase = whole(tokens[...]) { return (label, phrase.unit) }
    if last.kind == .close, let open = tokens.lastIndex(where: { $0.kind == .open }), open > 0 {
      let inner = tokens[(open + 1)..<(tokens.count - 1)]
      guard let unit = whole(inner)?.unit ?? countedScale(inner) else { return (label, nil) }
      return (folded.excerpt(0..<tokens[open].range.lowerBound), unit)
    }
    for index in tokens.indices {
      guard case .currency = tokens[index].kind, let phrase = UnitPhrase(at: index, of: tokens),
        phrase.tokenRange.upperBound == tokens.count, phrase.hasCurrency, phrase.hasScale
      else { continue }
      var end = index
      while end > 0, [.separator, .dash, .in].contains(tokens[end - 1].kind) { end -= 1 }
      if end > 0, tokens[end - 1].kind == .number { return (label, nil) }
      return end == 0 ? (label, phrase.unit) : (folded.excerpt(0..<tokens[end - 1].range.upperBound), phrase.unit)
    }
    return bareScale(tokens, of: folded) ?? (label, nil)
  }

  /// The scale of what is counted and is no money: `thousand shares`, `shares in millions`, 万股.
  private static func countedScale(_ tokens: ArraySlice<UnitToken>) -> MoneyUnit? {
    guard tokens.contains(where: { $0.kind == .counted }) else { return nil }
    let rest = tokens.filter { ![.counted, .in, .of, .statedWord, .unitWord].contains($0.kind) }
    guard let first = rest.first, let phrase = UnitPhrase(at: 0, of: rest), phrase.tokenRange.count == rest.count, !phrase.hasCurrency,
      case .scale = first.kind
    else { return nil }
    return phrase.unit
  }

  /// A scale in full at a label's end, after a mark or `in`: `Average shares, thousands`, `Shares in issue '000`.
  private static func bareScale(_ tokens: [UnitToken], of text: FoldedText) -> (label: String, unit: MoneyUnit?)? {
    guard let last = tokens.last, tokens.count > 2, case .scale(let zeros, isWeak: false) = last.kind, zeros > 0 else { return nil }
    var end = tokens.count - 1
    let isQuoted = text.scalars[last.range.lowerBound] == 0x27
    while end > 0, [.separator, .dash, .in].contains(tokens[end - 1].kind) { end -= 1 }
    // `Project - Mia` and the like are names: only the words that stand so in English and Chinese count without a currency.
    var word = ""
    for scalar in text.scalars[last.range] { if let unicode = Unicode.Scalar(scalar) { word.unicodeScalars.append(unicode) } }
    if UnitToken.foreignWords[word] != nil || UnitToken.foreignPhrases[word] != nil { return nil }
    guard isQuoted || end < tokens.count - 1, end > 0, tokens[end - 1].kind != .number else { return nil }
    return (text.excerpt(0..<tokens[end - 1].range.upperBound), MoneyUnit(currency: nil, exponent: zeros))
  }
}
