/// A run of words that together say a currency, a scale or both.
struct UnitPhrase {
  /// Which tokens it is.
  private(set) var tokenRange: Range<Int>
  private(set) var currency: Currency?
  private(set) var hasCurrency = false
  private(set) var exponent = 0
  private(set) var hasScale = false

  /// The unit that it says.
  var unit: MoneyUnit { MoneyUnit(currency: currency, exponent: exponent) }

  /// The longest phrase that begins at `start`, or nil where none does.
  init?(at start: Int, of tokens: [UnitToken]) {
    tokenRange = start..<start
    var index = start
    var multiplier = 0
    scan: while index < tokens.count {
      switch tokens[index].kind {
      case .currency(let other):
        // `元` after a currency or a scale only closes the phrase; a second currency begins another.
        if hasCurrency, let other, currency != other, currency != nil || hasScale { break scan }
        currency = currency ?? other
        hasCurrency = true
      case .multiplier(let zeros):
        guard !hasScale else { break scan }
        multiplier = zeros
        index += 1
        continue
      case .scale(let zeros, let isWeak):
        guard !hasScale else { break scan }
        if isWeak {
          guard index > start, case .currency = tokens[index - 1].kind else { break scan }
        }
        exponent = zeros + multiplier
        hasScale = true
      case .in, .of, .separator, .dash, .open, .close:
        guard index > start, !(hasCurrency && hasScale), goesOn(after: index, of: tokens) else { break scan }
        index += 1
        continue
      case .unitWord, .statedWord, .exceptWord, .per, .counted, .number, .other:
        break scan
      }
      index += 1
      tokenRange = start..<index
    }
    if tokenRange.isEmpty { return nil }
  }

  /// Whether what the phrase still lacks comes right after joining words: the scale of `US$ (in millions)`.
  private func goesOn(after index: Int, of tokens: [UnitToken]) -> Bool {
    for token in tokens[(index + 1)...].prefix(3) {
      switch token.kind {
      case .in, .of, .open, .multiplier: continue
      case .scale(_, let isWeak): return hasCurrency && !isWeak
      case .currency: return hasScale
      case .unitWord, .statedWord, .exceptWord, .per, .counted, .close, .separator, .dash, .number, .other: return false
      }
    }
    return false
  }

  /// Whether the words around the phrase leave no other meaning to it than a unit.
  func isUnit(among tokens: [UnitToken]) -> Bool {
    let before = tokenRange.lowerBound > 0 ? tokens[tokenRange.lowerBound - 1].kind : nil
    let after = tokenRange.upperBound < tokens.count ? tokens[tokenRange.upperBound].kind : nil
    let beginsWithCurrency = if case .currency = tokens[tokenRange.lowerBound].kind { true } else { false }
    // `5 million dollars`, `US$1.82`: an amount.
    if before == .number, !beginsWithCurrency { return false }
    if hasCurrency, hasScale { return after != .counted }
    if after == .number { return false }
    if isStated(before: before, among: tokens) {
      if after == .of || after == .counted { return false }
      return hasScale || after != .other
    }
    let beginsSegment = before == nil || before == .open || before == .separator || (hasScale && before == .dash)
    let endsSegment =
      after == nil || after == .close || after == .separator || after == .per || after == .open
      || (hasScale && after == .dash)
    return beginsSegment && endsSegment
  }

  /// Whether words before the phrase announce a unit: `in`, `expressed in`, `单位：`.
  private func isStated(before: UnitToken.Kind?, among tokens: [UnitToken]) -> Bool {
    let start = tokenRange.lowerBound
    switch before {
    case .unitWord, .statedWord: return true
    case .separator: return start > 1 && tokens[start - 2].kind == .unitWord
    case .in:
      let words = tokens[..<(start - 1)]
      if words.suffix(3).contains(where: { $0.kind == .counted }) { return false }
      // `Cash held in US dollars` says what the cash is, not what the figures count.
      return hasScale || words.isEmpty || words.last?.kind == .open || words.last?.kind == .separator
        || words.contains { $0.kind == .statedWord || $0.kind == .unitWord }
    case .currency, .scale, .multiplier, .of, .exceptWord, .per, .counted, .open, .close, .dash, .number, .other, nil:
      return false
    }
  }

  /// The two as one unit, or nil where they contradict each other.
  func merged(with other: UnitPhrase) -> UnitPhrase? {
    if let currency, let theirs = other.currency, currency != theirs { return nil }
    if hasScale, other.hasScale, exponent != other.exponent { return nil }
    var merged = self
    merged.tokenRange = tokenRange.lowerBound..<other.tokenRange.upperBound
    merged.currency = currency ?? other.currency
    merged.hasCurrency = hasCurrency || other.hasCurrency
    merged.exponent = hasScale ? exponent : other.exponent
    merged.hasScale = hasScale || other.hasScale
    return merged
  }
}
