import DelimitedText

/// A pair of columns of a trial balance, or one column of balances: the debits and the credits of one date, or of one stretch.
struct TrialBalanceMeasure: Sendable {
  /// What the pair holds.
  enum Phase: Int, Hashable, Sendable {
    /// Not said: balances.
    case plain
    /// Balances brought forward.
    case opening
    /// What was posted in the period.
    case movement
    /// Balances at the end.
    case closing
    /// Balances of positions, and results of the year to date.
    case yearToDate
  }

  let phase: Phase
  /// The date or period in its heading, with every order in which its numbers can be taken.
  let readings: [PeriodReading]
  let debitField: Int
  let creditField: Int
  /// Whether the line above says what the pair holds.
  let isNamedAbove: Bool
  /// The heading as written.
  let heading: String
  /// How a balance says on which side it is, where debits and credits stand in one column.
  var sides = Sides.pair

  enum Sides: Hashable, Sendable {
    /// A column of debits and one of credits.
    case pair
    /// The cells say it, `1,000.00 Cr`; a cell that does not is a debit only where none says `Dr`.
    case marked(plainIsDebit: Bool)
    /// Another column says it.
    case column(Int)
  }

  /// The pairs that `headings` name; `above` is what the line above says of each field.
  static func find(in headings: [String], above: [String]) -> [TrialBalanceMeasure] {
    var open: [(heading: Heading, field: Int)] = []
    var found: [TrialBalanceMeasure] = []
    for (field, text) in headings.enumerated() {
      guard let own = Heading(text, above: above[field]) else { continue }
      if let index = open.firstIndex(where: { $0.heading.matches(own) && $0.heading.isDebit != own.isDebit }) {
        let other = open.remove(at: index)
        found.append(
          TrialBalanceMeasure(
            phase: own.phase, readings: own.readings, debitField: own.isDebit ? field : other.field,
            creditField: own.isDebit ? other.field : field, isNamedAbove: own.isNamedAbove, heading: text))
      } else {
        open.append((own, field))
      }
    }
    return found
  }

  /// What the line above a header says of each field: its words hold until the next.
  static func groupHeadings(above index: Int, in table: Table, count: Int) -> [String] {
    guard index > 0, !table[index - 1].isBlank else { return Array(repeating: "", count: count) }
    var last = ""
    return (0..<count).map { field in
      let text = Cell.trimmed(table[index - 1], field)
      if !text.isEmpty { last = text }
      return last
    }
  }

  /// What one heading says.
  struct Heading {
    let isDebit: Bool
    let phase: Phase
    let readings: [PeriodReading]
    let isNamedAbove: Bool

    func matches(_ other: Heading) -> Bool { phase == other.phase && readings == other.readings }

    init?(_ text: String, above: String) {
      guard let (isDebit, rest) = Heading.side(text) else { return nil }
      self.isDebit = isDebit
      if let (phase, readings) = Heading.meaning(rest), phase != .plain || !readings.isEmpty {
        self.phase = phase
        self.readings = readings
        isNamedAbove = false
      } else if Heading.meaning(rest) != nil {
        let said = above.isEmpty ? nil : Heading.meaning(above)
        phase = said?.phase ?? .plain
        readings = said?.readings ?? []
        isNamedAbove = phase != .plain || !readings.isEmpty
      } else {
        return nil
      }
    }

    /// Whether a heading is of debits or of credits, and what else it says.
    private static func side(_ text: String) -> (isDebit: Bool, rest: String)? {
      let lowered = text.lowercased()
      for (words, isDebit) in [(["debits", "debit", "借方", "dr", "借"], true), (["credits", "credit", "贷方", "貸方", "cr", "贷", "貸"], false)] {
        for word in words {
          guard let range = range(of: word, in: lowered) else { continue }
          let rest = String(lowered[..<range.lowerBound]) + " " + String(lowered[range.upperBound...])
          // `Debit/Credit` is one column that says on which side an amount is.
          if ["debit", "credit", "借", "贷", "貸"].contains(where: { rest.containsPhrase($0) }) { return nil }
          return (isDebit, rest)
        }
      }
      return nil
    }

    /// Where `word` stands in `text`; two letters must stand alone.
    private static func range(of word: String, in text: String) -> Range<String.Index>? {
      let (hay, needle) = (Array(text.utf8), Array(word.utf8))
      guard hay.count >= needle.count else { return nil }
      for start in 0...(hay.count - needle.count) where hay[start..<(start + needle.count)].elementsEqual(needle) {
        let before = start == 0 ? nil : hay[start - 1]
        let after = start + needle.count == hay.count ? nil : hay[start + needle.count]
        let isLetter = { (byte: UInt8?) in byte.map { (0x61...0x7A).contains($0) } ?? false }
        if needle.count == 2, isLetter(before) || isLetter(after) { continue }
        let lower = text.utf8.index(text.startIndex, offsetBy: start)
        return lower..<text.utf8.index(lower, offsetBy: needle.count)
      }
      return nil
    }

    /// What the rest of a heading says; nil where it is not understood.
    static func meaning(_ text: String) -> (phase: Phase, readings: [PeriodReading])? {
      let trimmed = text.trimmingMarks()
      let key = Folding.label(trimmed).filter { $0 != " " }
      let phases: [(Phase, [String])] = [
        (.plain, ["", "amount", "balance", "金额", "金額", "余额", "餘額"]),
        (.yearToDate, ["ytd", "yeartodate", "ytdbalance", "本年累计", "本年累計", "累计", "累计发生额", "本年累计发生额"]),
        (.opening, ["opening", "openingbalance", "beginning", "beginningbalance", "期初", "期初余额", "期初餘額", "年初", "年初余额", "年初餘額"]),
        (
          .movement,
          [
            "movement", "activity", "period", "periodmovement", "netchange", "change", "month", "本期", "本期发生额", "本期發生額", "发生额", "發生額",
            "本期发生", "本月发生额",
          ]
        ),
        (.closing, ["closing", "closingbalance", "ending", "endingbalance", "期末", "期末余额", "期末餘額"]),
      ]
      if let phase = phases.first(where: { $0.1.contains(key) }) { return (phase.0, []) }
      if UnitReader.whole(trimmed) != nil || (Currency(code: trimmed) != nil) { return (.plain, []) }
      let readings = PeriodReader.readings(of: trimmed)
      return readings.isEmpty ? nil : (.plain, readings)
    }
  }
}

extension String {
  /// Without blanks, brackets and joints at either end.
  fileprivate func trimmingMarks() -> String {
    let isMark = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || ["-", "–", "—", "(", ")", "（", "）", ":", "：", "_", "/", ",", "."].contains(scalar)
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isMark($0) }), let last = scalars.lastIndex(where: { !isMark($0) }) else { return "" }
    return String(scalars[first...last])
  }
}
