/// Years counted from an era's first: 民國112年 and 112年 of the Republic of China, 令和5年 of Japan.
enum PeriodEra: Hashable, Sendable {
  case republicOfChina, reiwa, heisei, showa

  /// The year before its first.
  var offset: Int {
    switch self {
    case .republicOfChina: 1911
    case .reiwa: 2018
    case .heisei: 1988
    case .showa: 1925
    }
  }

  /// What is said of a year that was counted so.
  var assumption: Text {
    switch self {
    case .republicOfChina: "years of three digits are taken as those of the Republic of China, of which 112 is 2023"
    case .reiwa, .heisei, .showa: "years of a Japanese era are taken as those of the common era"
    }
  }

  /// The tokens with their years in the common era, and the era if there is one.
  ///
  /// A bare year of three digits before 年 has no other reading; one of two digits is of this era only after 民國.
  static func converted(_ tokens: [PeriodToken], of text: FoldedText) -> (tokens: [PeriodToken], era: PeriodEra?) {
    guard tokens.contains(where: { isYearWord($0.kind) }) else { return (tokens, nil) }
    var result: [PeriodToken] = []
    var found: PeriodEra?
    var index = 0
    while index < tokens.count {
      if case .word(.era(let era)) = tokens[index].kind, index + 2 < tokens.count, isYearWord(tokens[index + 2].kind),
        let year = year(tokens[index + 1], of: text)
      {
        result.append(tokens[index + 1].with(kind: .number(year + era.offset, digits: 4)))
        found = found ?? era
        index += 2
        continue
      }
      if case .number(let year, digits: 3) = tokens[index].kind, (100..<200).contains(year), index + 1 < tokens.count,
        isYearWord(tokens[index + 1].kind)
      {
        result.append(tokens[index].with(kind: .number(year + PeriodEra.republicOfChina.offset, digits: 4)))
        found = found ?? .republicOfChina
      } else {
        result.append(tokens[index])
      }
      index += 1
    }
    return (result, found)
  }

  private static func isYearWord(_ kind: PeriodToken.Kind) -> Bool {
    kind == .word(.hanYear) || kind == .word(.hanYearEnd) || kind == .word(.hanFiscalYear) || kind == .word(.annualReport)
  }

  /// A number of one to three digits, or 元 for an era's first year.
  private static func year(_ token: PeriodToken, of text: FoldedText) -> Int? {
    if case .number(let year, let digits) = token.kind { return digits <= 3 && year > 0 ? year : nil }
    return text.scalars[token.range.lowerBound] == 0x5143 ? 1 : nil
  }
}

extension PeriodToken {
  fileprivate func with(kind: Kind) -> PeriodToken {
    PeriodToken(kind: kind, range: range, hasSpaceBefore: hasSpaceBefore, isHan: isHan)
  }
}
