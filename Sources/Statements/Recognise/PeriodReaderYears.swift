/// Years, financial years, and their quarters, halves and first months.
extension PeriodGrammar {
  /// `2012`, `Year 2012`, `FY12`, `FY 2011/12`, `2011-12`, 2012年度.
  func years(_ start: Int) -> [Meaning] {
    if let year = financialYear(at: start), isEnd(year.end) { return [Meaning(kind: .financialYear(year.year))] }
    if let year = plainYear(at: start), isEnd(year.end) { return [Meaning(kind: .year(year.year))] }
    guard let pair = pair(at: start, allowsShort: false) else { return [] }
    if isEnd(pair.end) {
      let financial = Meaning(kind: .financialYear(pair.year), style: .yearPair)
      guard let month = pair.month else { return [financial] }
      return [Meaning(kind: .month(year: pair.year - 1, month: month), style: .yearMonth), financial]
    }
    let hasWord = [.hanYear, .hanFiscalYear, .fiscalYear].contains(scan.word(pair.end)) && isEnd(pair.end + 1)
    return hasWord ? [Meaning(kind: .financialYear(pair.year))] : []
  }

  /// `2011/12`, `2011-2012`, `11/12` where short: the second the year after the first; the month that the second can be instead.
  private func pair(at start: Int, allowsShort: Bool) -> (year: Int, month: Int?, end: Int)? {
    guard let first = scan.year(at: start, allowsShort: allowsShort), scan.mark(first.end, 0x2F) || scan.mark(first.end, 0x2D),
      let second = scan.year(at: first.end + 1)
    else { return nil }
    // A century's turn: 1999/00.
    let isNext = second.isShort ? second.year % 100 == (first.year + 1) % 100 : second.year == first.year + 1
    guard isNext else { return nil }
    let short = second.year % 100
    return (first.year + 1, second.isShort && (1...12).contains(short) ? short : nil, second.end)
  }

  /// `FY2012`, `FY'12`, `FY 2011/12`, `Fiscal year 2012`, 2012财年.
  private func financialYear(at start: Int) -> (year: Int, end: Int)? {
    var index = start
    switch scan.word(index) {
    case .fiscalYear, .fiscalYearEnd: index += 1
    case .financial:
      index += 1
      if scan.word(index) == .year { index += 1 }
    default:
      guard let year = scan.year(at: start, allowsShort: false), scan.word(year.end) == .hanFiscalYear || scan.word(year.end) == .fiscalYear
      else { return nil }
      return (year.year, year.end + 1)
    }
    if scan.mark(index, 0x2D) || scan.mark(index, 0x2E) { index += 1 }
    if let pair = pair(at: index, allowsShort: true) { return (pair.year, pair.end) }
    return scan.year(at: index).map { ($0.year, $0.end) }
  }

  /// `2012`, `Year 2012`, `CY12`, 2012年, 2012年度.
  private func plainYear(at start: Int) -> (year: Int, end: Int)? {
    var index = start
    if scan.word(index) == .calendar {
      index += 1
      if scan.word(index) == .year { index += 1 }
      guard let year = scan.year(at: index) else { return nil }
      return (year.year, year.end)
    }
    if scan.word(index) == .year { index += 1 }
    guard let year = scan.year(at: index, allowsShort: false) else { return nil }
    switch scan.word(year.end) {
    case .hanYear:
      let isReport = scan.word(year.end + 1) == .annualReport
      return (year.year, year.end + (isReport ? 2 : 1))
    case .annualReport, .hanYearEnd: return (year.year, year.end + 1)
    default: return (year.year, year.end)
    }
  }

  /// A year of any of these kinds within a longer expression.
  private func anyYear(at start: Int) -> (year: Int, end: Int)? {
    var index = start
    while scan.word(index) == .of || scan.word(index) == .filler { index += 1 }
    if scan.mark(index, 0x2D) || scan.mark(index, 0x2F) || scan.mark(index, 0x2C) { index += 1 }
    if let year = financialYear(at: index) { return year }
    if let pair = pair(at: index, allowsShort: false), pair.end == tokens.count { return (pair.year, pair.end) }
    if let year = plainYear(at: index) { return year }
    return scan.year(at: index).map { ($0.year, $0.end) }
  }

  /// `Q3 2012`, `3Q12`, `2012-Q3`, `H1 2012`, `9M 2012`, `first nine months of 2012`, 2012年第三季度, 2012年1-9月.
  func partsOfYears(_ start: Int) -> [Meaning] {
    if let (part, next) = part(at: start), let year = anyYear(at: next), isEnd(year.end) { return [Meaning(kind: part(year.year))] }
    guard let year = financialYear(at: start) ?? plainYear(at: start) else { return [] }
    var index = year.end
    if scan.mark(index, 0x2D) || scan.mark(index, 0x2F) || scan.mark(index, 0x2C) { index += 1 }
    while scan.word(index) == .filler { index += 1 }
    if let (part, next) = part(at: index) {
      if isEnd(next) { return [Meaning(kind: part(year.year))] }
      if isPartEnd(next), let last = lastDay(of: part(year.year)) { return [Meaning(kind: .asAt(last))] }
    }
    return monthRange(of: year.year, at: index).map { [$0] } ?? []
  }

  /// 末, 末余额 after a part of a year: the figures are those of its last day.
  private func isPartEnd(_ start: Int) -> Bool {
    guard scan.word(start) == .hanPartEnd else { return false }
    return isEnd(start + 1) || (scan.word(start + 1) == .hanBalance && isEnd(start + 2))
  }

  /// The last day of a part of a calendar year, as 三季度末 names it.
  private func lastDay(of part: PeriodReading.Kind) -> CalendarDate? {
    let (year, month): (Int, Int)
    switch part {
    case .quarter(let of, let quarter): (year, month) = (of, 3 * quarter)
    case .half(let of, let half): (year, month) = (of, 6 * half)
    case .firstMonths(let of, let months): (year, month) = (of, months)
    case .date, .asAt, .ended, .span, .year, .financialYear, .month, .trailingTwelveMonths, .endedDayMonth: return nil
    }
    return CalendarDate(year: year, month: month, day: 1)?.monthEnd
  }

  /// What a part of a year makes of the year.
  private typealias Part = (Int) -> PeriodReading.Kind

  /// A part of a year at `start`, and the token after it.
  private func part(at start: Int) -> (part: Part, end: Int)? {
    switch scan.kind(start) {
    case .word(.quarter):
      guard case .number(let quarter, digits: 1)? = scan.kind(start + 1), (1...4).contains(quarter) else { return nil }
      return ({ .quarter(year: $0, quarter: quarter) }, start + 2)
    case .word(.half):
      // 半年 alone is the first half; an English `half` needs its number.
      if case .number(let half, digits: 1)? = scan.kind(start + 1), (1...2).contains(half) {
        return ({ .half(year: $0, half: half) }, start + 2)
      }
      return tokens[start].isHan ? ({ .half(year: $0, half: 1) }, start + 1) : nil
    case .word(.firstHalf), .word(.interimReport): return ({ .half(year: $0, half: 1) }, start + 1)
    case .word(.secondHalf): return ({ .half(year: $0, half: 2) }, start + 1)
    case .word(.ordinal(let count)): return ordinalPart(count, at: start)
    case .number(let count, digits: 0...2): return countedPart(count, at: start)
    default: return nil
    }
  }

  /// `third quarter`, `first half`, `first nine months`, 前三季度.
  private func ordinalPart(_ count: Int, at start: Int) -> (part: Part, end: Int)? {
    if scan.word(start + 1) == .quarter { return ({ .quarter(year: $0, quarter: count) }, start + 2) }
    if scan.word(start + 1) == .half, count <= 2 {
      let hasYear = scan.word(start + 2) == .year
      return ({ .half(year: $0, half: count) }, start + (hasYear ? 3 : 2))
    }
    guard count == 1, case .number(let number, digits: 0...2)? = scan.kind(start + 1) else { return nil }
    if scan.word(start + 2) == .months, (1...12).contains(number) { return ({ .firstMonths(year: $0, months: number) }, start + 3) }
    if scan.word(start + 2) == .quarter, (1...4).contains(number) { return ({ .firstMonths(year: $0, months: 3 * number) }, start + 3) }
    return nil
  }

  /// `3Q`, `1H`, `9M`, `nine months`, 三季度, 三季报.
  private func countedPart(_ count: Int, at start: Int) -> (part: Part, end: Int)? {
    switch scan.word(start + 1) {
    case .quarter where (1...4).contains(count): return ({ .quarter(year: $0, quarter: count) }, start + 2)
    case .half where (1...2).contains(count): return ({ .half(year: $0, half: count) }, start + 2)
    case .months where (1...12).contains(count): return ({ .firstMonths(year: $0, months: count) }, start + 2)
    case .quarterReport where (1...4).contains(count): return ({ .firstMonths(year: $0, months: 3 * count) }, start + 2)
    default: return nil
    }
  }

  /// 2012年1-9月: the first months; 2012年7-9月: a span.
  private func monthRange(of year: Int, at start: Int) -> Meaning? {
    guard case .number(let first, digits: 1...2)? = scan.kind(start), scan.mark(start + 1, 0x2D) || scan.word(start + 1) == .to,
      case .number(let last, digits: 1...2)? = scan.kind(start + 2), scan.word(start + 3) == .hanMonth,
      (1...12).contains(first), (first...12).contains(last)
    else { return nil }
    var end = start + 4
    while [.hanEnded, .period, .yearToDate].contains(scan.word(end)) { end += 1 }
    guard isEnd(end) else { return nil }
    if first == 1 { return Meaning(kind: .firstMonths(year: year, months: last)) }
    guard let begin = CalendarDate(year: year, month: first, day: 1),
      let close = CalendarDate(year: year, month: last, day: CalendarDate.daysIn(month: last, year: year))
    else { return nil }
    return Meaning(kind: .span(begin, close))
  }
}
