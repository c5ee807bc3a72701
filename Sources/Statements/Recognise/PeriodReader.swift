/// Reads a cell that speaks of time: headings such as `For the nine months ended 30 September 2012 (RMB'000)`, dates, years, quarters.
///
/// The whole cell must be time, apart from what qualifies it: amounts, codes and labels with a year in them are none. A cell has several
/// readings where the order of its numbers is open; the column that it stands in decides, or refuses.
enum PeriodReader {
  /// What `text` can mean, or nothing where it does not speak of time.
  static func readings(of text: String) -> [PeriodReading] {
    scan(text).readings
  }

  /// Whether `text` speaks of time; quick to say no to amounts and to labels without a number.
  static func looksLikePeriod(_ text: String) -> Bool {
    !scan(text).readings.isEmpty
  }

  /// The days that `text` can be where it must be a plain date, as in a register's column.
  static func dates(of text: String) -> [(date: CalendarDate, style: DateSpelling?)] {
    readings(of: text).compactMap { reading in
      switch reading.kind {
      case .date(let date), .asAt(let date): (date, reading.style)
      case .ended, .span, .year, .financialYear, .month, .quarter, .half, .firstMonths, .trailingTwelveMonths, .endedDayMonth: nil
      }
    }
  }

  /// The date in `text`, as written, that the calendar lacks: `31 February 2012`. To be refused by name, not taken for a label.
  static func impossibleDate(in text: String) -> String? {
    let result = scan(text)
    return result.readings.isEmpty ? result.impossible : nil
  }

  private typealias Result = (readings: [PeriodReading], impossible: String?)

  private static func scan(_ text: String) -> Result {
    var text = text
    guard let result = text.withUTF8({ plain($0) }) else { return scanWords(text) }
    return result
  }

  /// Cells that need no reading of words: plain numbers and dates, and everything that can be no period. Nil where words must be read.
  private static func plain(_ cell: UnsafeBufferPointer<UInt8>) -> Result? {
    var bytes = cell
    while let first = bytes.first, first <= 0x20 { bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst()) }
    while let last = bytes.last, last <= 0x20 { bytes = UnsafeBufferPointer(rebasing: bytes.dropLast()) }
    guard bytes.count <= 200 else { return ([], nil) }
    var census = Census()
    for byte in bytes { census.count(byte) }
    if census.digits == bytes.count { return (digits(bytes), nil) }
    if let orders = PeriodPoints.plainDate(bytes) {
      let dates = orders.compactMap { order in
        CalendarDate(year: order.year, month: order.month, day: order.day).map { PeriodReading(kind: .date($0), style: order.style) }
      }
      return (dates, dates.isEmpty && !orders.isEmpty ? String(decoding: bytes, as: UTF8.self) : nil)
    }
    return census.canBePeriod(bytes) ? nil : ([], nil)
  }

  /// A cell of ASCII digits alone: a year, or a day in eight digits.
  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>) -> [PeriodReading] {
    guard bytes.count == 4 || bytes.count == 8 else { return [] }
    let value = bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if bytes.count == 4 { return PeriodPoints.years.contains(value) ? [PeriodReading(kind: .year(value))] : [] }
    guard PeriodPoints.years.contains(value / 10_000),
      let date = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    else { return [] }
    return [PeriodReading(kind: .date(date), style: .yearMonthDay)]
  }

  private static func scanWords(_ text: String) -> Result {
    guard let folded = FoldedText(text), let written = PeriodToken.tokens(of: folded) else { return ([], nil) }
    let (all, era) = PeriodEra.converted(written, of: folded)
    var qualifiers = PeriodQualifiers()
    guard let tokens = qualifiers.strip(all, of: folded), !tokens.isEmpty else { return ([], nil) }
    var core = tokens
    var meanings = PeriodGrammar(core).meanings()
    if meanings.isEmpty, let letter = core.last, letter.range.count == 1, core.count > 1, !letter.hasSpaceBefore,
      qualifiers.takeYearLetter(folded.scalars[letter.range.lowerBound])
    {
      core.removeLast()
      meanings = PeriodGrammar(core).meanings().filter { isYear($0.kind) }
    }
    if meanings.isEmpty, let (unit, rest) = PeriodReader.splittingUnit(tokens, of: folded) {
      qualifiers.take(unit)
      core = rest
      meanings = PeriodGrammar(core).meanings()
    }
    guard !qualifiers.isContradictory else { return ([], nil) }
    let readings = meanings.filter { $0.impossible == nil }.map { meaning in
      PeriodReading(
        kind: meaning.kind, isRestated: qualifiers.isRestated, isAudited: qualifiers.isAudited, scenario: qualifiers.scenario,
        unit: qualifiers.unit, style: meaning.style, era: era)
    }
    let impossible = meanings.lazy.compactMap(\.impossible).first.map { range in
      folded.excerpt(core[range.lowerBound].range.lowerBound..<core[range.upperBound - 1].range.upperBound)
    }
    return (readings, impossible)
  }

  private static func isYear(_ kind: PeriodReading.Kind) -> Bool {
    switch kind {
    case .year, .financialYear, .quarter, .half, .firstMonths: true
    case .date, .asAt, .ended, .span, .month, .trailingTwelveMonths, .endedDayMonth: false
    }
  }

  /// A unit outside brackets before or after the period: `2012 RMB'000`. A year beside a bare currency is an amount, `2012 USD`.
  private static func splittingUnit(_ tokens: [PeriodToken], of text: FoldedText) -> (unit: MoneyUnit, rest: [PeriodToken])? {
    guard tokens.count > 1 else { return nil }
    for cut in 1..<tokens.count {
      let parts = [Array(tokens[..<cut]), Array(tokens[cut...])]
      for (unitPart, timePart) in [(parts[1], parts[0]), (parts[0], parts[1])] {
        guard let first = unitPart.first, let last = unitPart.last, !PeriodGrammar(timePart).meanings().isEmpty else { continue }
        let words = text.excerpt(first.range.lowerBound..<last.range.upperBound)
        guard let unit = UnitReader.whole(words) else { continue }
        if timePart.count == 1, case .number = timePart[0].kind {
          let boundary =
            min(timePart[0].range.upperBound, last.range.upperBound)..<max(first.range.lowerBound, timePart[0].range.lowerBound)
          let isNewLine = boundary.contains { text.source[text.offsets[$0]] == 0x0A || text.source[text.offsets[$0]] == 0x0D }
          let isHeading = unit.exponent > 0 && !boundary.isEmpty && UnitReader.beginsWithCurrency(words)
          guard isNewLine || isHeading else { continue }
        }
        return (unit, timePart)
      }
    }
    return nil
  }
}
