import DelimitedText

/// Columns of balances in which debits and credits stand together: `2,50,000.00 Dr`, or `Dr` in a column beside.
extension TrialBalanceMeasure {
  /// Whether a word is a debit; nil inside where it says that there is no balance, nil where it is no side.
  static func side(of text: String) -> Bool?? {
    var key = Folding.label(text)
    while key.hasSuffix(".") { key = String(key.dropLast()) }
    switch key {
    case "debit", "dr", "d", "借", "借方", "debits": return .some(true)
    case "credit", "cr", "c", "贷", "貸", "贷方", "貸方", "credits": return .some(false)
    case "平", "nil", "-": return .some(nil)
    default: return nil
    }
  }

  /// The columns of balances below `headings`, but those of `taken`, with the columns that say their sides.
  static func findSingles(
    in headings: [String], above: [String], _ table: Table, header: Int, except taken: Set<Int>
  ) -> [TrialBalanceMeasure] {
    let hasPair = !taken.isEmpty
    let body = header + 1..<min(table.recordCount, header + 401)
    let free = headings.indices.filter { !taken.contains($0) }
    let sides = free.filter { isOfSides($0, table, body) }
    var found: [TrialBalanceMeasure] = []
    for (field, side) in pairs(free, sides, table, body) {
      guard let measure = measure(headings[field], above[field], field, .column(side)) else { continue }
      found.append(measure)
    }
    guard sides.isEmpty else { return found }
    for field in free {
      var (plain, debits, credits, negatives) = (0, 0, 0, 0)
      var sum: Amount? = .zero
      for index in body {
        guard case let number? = table[index].withBytes(field, { AmountReader.read($0).number }), number.coefficient != 0 else { continue }
        sum = Amount(coefficient: number.coefficient, exponent: number.exponent).flatMap { amount in sum.map { $0 + amount } }
        if number.isCredit { credits += 1 } else if number.isDebit { debits += 1 } else { plain += 1 }
        if number.coefficient < 0 { negatives += 1 }
      }
      // A date beside debits and credits, over figures that come to nil: those of another trial balance, with its credits negative.
      if hasPair, plain > negatives, negatives > 0, debits + credits == 0, sum?.sign == 0,
        let measure = measure(headings[field], above[field], field, .marked(plainIsDebit: true)), !measure.readings.isEmpty
      {
        found.append(measure)
        continue
      }
      // `CR` alone may be a minus, unless debits equal credits by it; and a few `Dr` among plain figures are no ledger's.
      guard credits > 0 && (debits > 0 || sum?.sign == 0) || debits > plain,
        let measure = measure(headings[field], above[field], field, .marked(plainIsDebit: debits == 0))
      else { continue }
      found.append(measure)
    }
    return found
  }

  private static func measure(_ heading: String, _ above: String, _ field: Int, _ sides: Sides) -> TrialBalanceMeasure? {
    guard let own = meaning(ofBalance: heading) else { return nil }
    let said = above.isEmpty ? nil : Heading.meaning(above)
    let phase = own.phase == .plain ? said?.phase ?? .plain : own.phase
    let readings = own.readings.isEmpty ? said?.readings ?? [] : own.readings
    return TrialBalanceMeasure(
      phase: phase, readings: readings, debitField: field, creditField: field,
      isNamedAbove: phase != own.phase || readings != own.readings, heading: heading, sides: sides)
  }

  /// What the heading of a column of balances says: `Closing Balance (INR)`, `31 March 2024`, `余额`.
  private static func meaning(ofBalance heading: String) -> (phase: Phase, readings: [PeriodReading])? {
    var text = heading.lowercased()
    for word in ["(dr/cr)", "dr/cr", "dr./cr.", "debit/credit", "借/贷"] {
      if let range = text.firstRange(of: word) { text.removeSubrange(range) }
    }
    let (label, _) = UnitReader.strippingUnit(fromLabel: Cell.trim(text))
    if let meaning = Heading.meaning(label) { return meaning }
    let readings = PeriodReader.readings(of: label)
    let key = Folding.label(label)
    let isBalance = ["balance", "amount", "余额", "餘額", "金额", "金額"].contains(where: key.containsPhrase)
    let phases: [(Phase, [String])] = [(.opening, ["opening", "beginning", "期初", "年初"]), (.closing, ["closing", "ending", "期末", "年末"])]
    let phase = phases.first { $0.1.contains(where: key.containsPhrase) }?.0
    guard isBalance || phase != nil || !readings.isEmpty else { return nil }
    return (phase ?? .plain, readings)
  }

  /// Whether all words of a column are sides.
  private static func isOfSides(_ field: Int, _ table: Table, _ body: Range<Int>) -> Bool {
    var count = 0
    for index in body where !table[index].isEmpty(field) {
      guard side(of: table[index].text(field)) != nil else { return false }
      count += 1
    }
    return count > 0
  }

  /// Each column of sides with the column of figures beside it: all to the right, `方向,余额`, or all to the left, `Balance,Dr/Cr`.
  private static func pairs(_ free: [Int], _ sides: [Int], _ table: Table, _ body: Range<Int>) -> [(field: Int, side: Int)] {
    guard !sides.isEmpty else { return [] }
    let isOfFigures = { (field: Int) in
      free.contains(field)
        && body.contains { index in
          table[index].withBytes(field) { AmountReader.read($0).number } != nil
        }
        && !body.contains { index in
          if case .notANumber = table[index].withBytes(field, { AmountReader.read($0) }) { true } else { false }
        }
    }
    for step in [1, -1] where sides.allSatisfy({ isOfFigures($0 + step) }) { return sides.map { ($0 + step, $0) } }
    return []
  }
}

extension TrialBalanceMeasure {
  /// The column that says the sides, where one does.
  var sideField: Int? {
    if case .column(let field) = sides { return field }
    return nil
  }

  /// The same as the balance after what was posted.
  var closing: TrialBalanceMeasure {
    TrialBalanceMeasure(
      phase: .closing, readings: readings, debitField: debitField, creditField: creditField, isNamedAbove: isNamedAbove, heading: heading,
      sides: sides)
  }

  /// Whether it may be of the date of another; one without a date of its own is of that of the titles, or of any.
  func isOfSameDate(as other: TrialBalanceMeasure, _ titles: [PeriodReading]) -> Bool {
    if readings == other.readings { return true }
    guard readings.isEmpty || other.readings.isEmpty else { return false }
    let dated = readings.isEmpty ? other : self
    guard dated.phase != .opening, dated.readings.count == 1, titles.count == 1 else { return true }
    guard let own = dated.readings[0].lastDay, let said = titles[0].lastDay else { return true }
    // A title may also name the day on which it was printed.
    return own == said || !own.isMonthEnd || !said.isMonthEnd
  }

  /// Whether the cells say their sides themselves.
  var isMarked: Bool {
    if case .marked = sides { return true }
    return false
  }
}

extension AmountReading {
  /// The number, with its separator as grouping where that is open.
  var number: Number? {
    switch self {
    case .number(let number), .open(let number, _): number
    case .empty, .notAvailable, .notANumber, .tooManyDigits: nil
    }
  }
}

extension PeriodReading {
  /// The day on which it ends, where it names that.
  fileprivate var lastDay: CalendarDate? {
    switch kind {
    case .date(let date), .asAt(let date), .ended(let date, _), .span(_, let date): date
    case .year, .financialYear, .month, .quarter, .half, .firstMonths, .trailingTwelveMonths, .endedDayMonth: nil
    }
  }
}
