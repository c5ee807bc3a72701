/// What a cell says beside its period: restated, audited, scenario, unit.
struct PeriodQualifiers {
  private(set) var isRestated = false
  private(set) var isAudited: Bool?
  private(set) var scenario: String?
  private(set) var unit: MoneyUnit?
  /// Whether the cell contradicts itself, `(audited) (unaudited)`: then it is no heading that we know.
  private(set) var isContradictory = false

  /// Takes the qualifiers out of `tokens`: what is left speaks of time, or nil where a bracket says something else.
  mutating func strip(_ tokens: [PeriodToken], of text: FoldedText) -> [PeriodToken]? {
    guard var rest = strippingBrackets(tokens, of: text) else { return nil }
    rest.removeAll { $0.kind == .mark(0x2A) }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      while let first = rest.first, rest.count > 1, let count = leadingQualifier(rest[...]) {
        rest.removeFirst(count)
        while rest.count > 1, isLoose(rest.first) { rest.removeFirst() }
        hasChanged = first != rest.first
      }
      while rest.count > 1, let count = trailingQualifier(rest) {
        rest.removeLast(count)
        while rest.count > 1, isLoose(rest.last) { rest.removeLast() }
        hasChanged = true
      }
    }
    while rest.count > 1, rest.last?.kind == .mark(0x2C) || rest.last?.kind == .mark(0x3A) { rest.removeLast() }
    return isContradictory ? nil : rest
  }

  /// Takes the unit that a cell gives outside brackets.
  mutating func take(_ other: MoneyUnit) {
    guard let known = unit else {
      unit = other
      return
    }
    // `USD ($)` is one unit; `RMB'000 (US$ million)` is two.
    let currenciesMeet = known.currency == nil || other.currency == nil || known.currency == other.currency
    let scalesMeet = known.exponent == 0 || other.exponent == 0 || known.exponent == other.exponent
    if !currenciesMeet || !scalesMeet { isContradictory = true }
    unit = MoneyUnit(currency: known.currency ?? other.currency, exponent: max(known.exponent, other.exponent))
  }

  private func isLoose(_ token: PeriodToken?) -> Bool {
    switch token?.kind {
    case .mark(0x2D), .mark(0x2C), .mark(0x3A), .mark(0x2F), .word(.and): true
    default: false
    }
  }

  private mutating func strippingBrackets(_ tokens: [PeriodToken], of text: FoldedText) -> [PeriodToken]? {
    var rest: [PeriodToken] = []
    var index = 0
    while index < tokens.count {
      guard tokens[index].kind == .mark(0x28) else {
        if tokens[index].kind == .mark(0x29) { return nil }
        rest.append(tokens[index])
        index += 1
        continue
      }
      guard let close = tokens[index...].firstIndex(where: { $0.kind == .mark(0x29) }) else { return nil }
      let inner = Array(tokens[(index + 1)..<close])
      if isLength(inner) {
        rest += inner
      } else if !take(bracket: inner, of: text) {
        return nil
      }
      index = close + 1
    }
    return rest
  }

  /// `(9 months)` after a date is no remark but the length of the period: the grammar reads it.
  private func isLength(_ inner: [PeriodToken]) -> Bool {
    guard inner.count == 2, case .number = inner[0].kind else { return false }
    return inner[1].kind == .word(.months) || inner[1].kind == .word(.weeks)
  }

  /// A bracket's content, whole or part by part between commas; whether it is known.
  private mutating func take(bracket inner: [PeriodToken], of text: FoldedText) -> Bool {
    guard let first = inner.first, let last = inner.last else { return true }
    if inner.count == 1, first.range.count == 1, case .word = first.kind {
      // `(a)` is a footnote; `(E)` after a year is an estimate; `(m)` may be millions.
      if [0x6B, 0x6D].contains(text.scalars[first.range.lowerBound]) { return false }
      if text.isCapital(first.range) { _ = takeYearLetter(text.scalars[first.range.lowerBound]) }
      return true
    }
    if take(part: inner) { return true }
    if let unit = UnitReader.whole(text.excerpt(first.range.lowerBound..<last.range.upperBound)) {
      take(unit)
      return true
    }
    let parts = inner.split { $0.kind == .mark(0x2C) || $0.kind == .mark(0x2F) || $0.kind == .word(.and) }.map(Array.init)
    guard parts.count > 1 else { return false }
    return parts.allSatisfy { take(bracket: $0, of: text) }
  }

  /// A footnote's number, a note of what a date is, or qualifiers.
  private mutating func take(part: [PeriodToken]) -> Bool {
    switch (part.first?.kind, part.count) {
    case (.number(_, digits: 1...2)?, 1), (.word(.note)?, _): return true
    default: break
    }
    // What was reported before the restatement is what is not restated.
    if part.allSatisfy({ $0.kind == .word(.as) || $0.kind == .word(.asReported) }) { return true }
    if part.allSatisfy({ $0.kind == .word(.aside) || $0.kind == .word(.of) || $0.kind == .word(.filler) }) { return true }
    var rest = part[...]
    while !rest.isEmpty {
      guard let count = leadingQualifier(rest) else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// How many tokens at the start are one qualifier, once it is taken.
  private mutating func leadingQualifier(_ tokens: ArraySlice<PeriodToken>) -> Int? {
    guard case .word(let word)? = tokens.first?.kind else { return nil }
    let second = tokens.dropFirst().first?.kind
    if word == .as, second == .word(.restated) { return take(.restated) ? 2 : nil }
    return take(word) ? 1 : nil
  }

  private mutating func trailingQualifier(_ tokens: [PeriodToken]) -> Int? {
    guard let last = tokens.last, case .word(let word) = last.kind else { return nil }
    let before = tokens[tokens.count - 2]
    if word == .restated, before.kind == .word(.as) { return take(word) && tokens.count > 2 ? 2 : nil }
    return take(word) ? 1 : nil
  }

  /// Takes a word; whether it is a qualifier.
  private mutating func take(_ word: PeriodWord) -> Bool {
    switch word {
    case .restated: isRestated = true
    case .audited, .unaudited:
      if let isAudited, isAudited != (word == .audited) { isContradictory = true }
      isAudited = word == .audited
    case .budget: take(scenario: "budget")
    case .forecast: take(scenario: "forecast")
    case .plan: take(scenario: "plan")
    case .proForma: take(scenario: "pro forma")
    case .actual: if scenario != nil { isContradictory = true }
    default: return false
    }
    return true
  }

  private mutating func take(scenario other: String) {
    if let scenario, scenario != other { isContradictory = true }
    scenario = other
  }

  /// Takes the letter of `2012A`, `2013E`, `2013F`, `2013B` off a year; whether there is one.
  mutating func takeYearLetter(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x61: return true
    case 0x65, 0x66: take(scenario: "forecast")
    case 0x62: take(scenario: "budget")
    default: return false
    }
    return true
  }
}
