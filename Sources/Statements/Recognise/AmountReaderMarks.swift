/// What stands around the digits of an amount: sign, brackets, currency, percent.
struct AmountMarks {
  /// A word beside the digits.
  enum Meaning {
    case currency(Currency?), credit, debit
    /// Zeros, as of `1.2m`.
    case scale(Int)
  }

  private(set) var hasMinus = false
  private(set) var isBracketed = false
  private(set) var isOpen = false
  private(set) var bracketOffset = 0
  private(set) var isCredit = false
  private(set) var isDebit = false
  private(set) var isPercent = false
  private(set) var currency: Currency?
  /// The zeros of a scale after the digits.
  private(set) var scale: Int?
  private var hasPlus = false
  private var currencyCount = 0
  /// Whether the digits have been read.
  var isAfterDigits = false

  private var hasSign: Bool { hasMinus || hasPlus || isBracketed || isCredit || isDebit }

  /// Takes a mark; nil, or why it cannot stand where it does.
  mutating func take(_ glyph: AmountGlyph, at offset: Int) -> AmountRefusal.Reason? {
    switch glyph {
    case .hyphen, .dash:
      if hasSign { return .doubleSign }
      hasMinus = true
    case .plus:
      if hasSign { return .doubleSign }
      if isAfterDigits { return .unexpectedCharacter }
      hasPlus = true
    case .open:
      if hasSign { return .doubleSign }
      if isAfterDigits { return .unpairedBracket }
      isBracketed = true
      isOpen = true
      bracketOffset = offset
    case .close:
      if !isOpen || !isAfterDigits { return .unpairedBracket }
      isOpen = false
    case .percent:
      if isPercent || !isAfterDigits { return .unexpectedCharacter }
      isPercent = true
    case .digit, .point, .comma, .apostrophe, .space, .currency, .dollar, .letter, .other:
      return .unexpectedCharacter
    }
    return nil
  }

  /// Takes a word.
  mutating func take(_ meaning: Meaning) -> AmountRefusal.Reason? {
    switch meaning {
    case .currency(let currency): return take(currency: currency)
    case .scale(let zeros):
      guard isAfterDigits, scale == nil, !isPercent else { return .scaleInCell }
      scale = zeros
      return nil
    case .credit, .debit:
      if hasSign || isPercent { return .doubleSign }
      if case .credit = meaning { isCredit = true } else { isDebit = true }
      return nil
    }
  }

  /// Takes a currency, before the digits or after them or, if it is the same, both.
  mutating func take(currency other: Currency?) -> AmountRefusal.Reason? {
    currencyCount += 1
    if currencyCount > 2 || isPercent { return .unexpectedCharacter }
    if let known = currency, let other, known != other { return .twoCurrencies }
    currency = currency ?? other
    return nil
  }

  /// What `word`, in lower case, means beside digits.
  static func meaning(of word: String) -> Meaning? {
    switch word {
    case "cr", "credit", "贷", "貸": return .credit
    case "dr", "debit", "借": return .debit
    case "$", "元", "圆", "圓": return .currency(nil)
    case "k", "thousand", "thousands", "千", "仟", "千元", "仟元": return .scale(3)
    case "万", "萬", "万元", "萬元": return .scale(4)
    case "lakh", "lakhs", "lac", "lacs": return .scale(5)
    case "m", "mn", "mm", "mio", "mln", "million", "millions", "百万", "百萬", "百万元", "百萬元": return .scale(6)
    case "crore", "crores", "千万", "千萬": return .scale(7)
    case "亿", "億", "亿元", "億元": return .scale(8)
    case "b", "bn", "billion", "billions", "十亿", "十億": return .scale(9)
    case "tn", "trillion", "万亿", "萬億": return .scale(12)
    default: return UnitCurrencies.byName[word].map { .currency($0) }
    }
  }
}
