/// Reads a cell's tokens, without its qualifiers, as a period: each rule reads the whole or nothing.
struct PeriodGrammar {
  /// A meaning; with the tokens of a day that the calendar lacks, if there is one.
  struct Meaning {
    var kind: PeriodReading.Kind
    var style: DateSpelling?
    var impossible: Range<Int>?
  }

  let tokens: [PeriodToken]
  let scan: PeriodPoints

  init(_ tokens: [PeriodToken]) {
    self.tokens = tokens
    scan = PeriodPoints(tokens: tokens)
  }

  /// What the tokens can mean, by the first rule that reads them all.
  func meanings() -> [Meaning] {
    var start = 0
    while scan.word(start) == .filler { start += 1 }
    guard start < tokens.count else { return [] }
    if tokens.contains(where: { $0.kind == .other }) { return [] }
    var found = years(start)
    if found.isEmpty { found = partsOfYears(start) }
    if found.isEmpty { found = trailing(start) }
    if found.isEmpty { found = stretches(start) }
    if found.isEmpty { found = spans(start) }
    if found.isEmpty { found = positions(start) }
    return found
  }

  /// Whether `index` is past the last token.
  func isEnd(_ index: Int) -> Bool { index >= tokens.count }

  /// The day of a point, its month's last where it gives none; a stand-in with the tokens to blame where the calendar lacks it.
  func day(of point: PeriodPoint, isStart: Bool = false) -> (date: CalendarDate, impossible: Range<Int>?)? {
    guard let year = point.year, let standIn = CalendarDate(year: 2000, month: 1, day: 1) else { return nil }
    guard (1...12).contains(point.month) else { return (standIn, point.start..<point.end) }
    let day = point.day ?? (isStart ? 1 : CalendarDate.daysIn(month: point.month, year: year))
    guard let date = CalendarDate(year: year, month: point.month, day: day) else { return (standIn, point.start..<point.end) }
    return (date, nil)
  }

  /// `31 December 2012`, `As at 31 December`, `Sep 2012`, `YTD Sep 2012`, 于2012年9月30日.
  private func positions(_ start: Int) -> [Meaning] {
    var index = start
    var isPosition = false
    var isToDate = false
    switch scan.word(index) {
    case .as, .at, .on, .hanUpTo:
      isPosition = true
      if scan.word(index) == .as {
        guard [.at, .of, .on, .from].contains(scan.word(index + 1)) else { return [] }
        index += 1
      }
      index += 1
      if scan.word(index) == .to || scan.word(index) == .at { index += 1 }
    case .yearToDate:
      isToDate = true
      index += 1
      if [.to, .ended, .at].contains(scan.word(index)) || scan.mark(index, 0x2D) { index += 1 }
    default: break
    }
    return scan.points(at: index).compactMap { point in
      var end = point.end
      if scan.word(end) == .yearToDate {
        isToDate = true
        end += 1
      }
      if scan.word(end) == .hanBalance {
        isPosition = true
        end += 1
      }
      // 截至2012年9月30日止 alone does not say since when: as bare as the date.
      if scan.word(end) == .hanEnded, point.isChinese {
        isPosition = false
        end += 1
      }
      guard isEnd(end), !(point.isDotted && !isPosition && !isToDate) else { return nil }
      return position(point, isPosition: isPosition, isToDate: isToDate)
    }
  }

  private func position(_ point: PeriodPoint, isPosition: Bool, isToDate: Bool) -> Meaning? {
    let tokens = point.start..<point.end
    guard let year = point.year else {
      guard let day = point.day, !isToDate else { return nil }
      return Meaning(
        kind: .endedDayMonth(month: point.month, day: day, months: nil), style: nil, impossible: point.isPossible ? nil : tokens)
    }
    guard point.day != nil || isPosition || isToDate else {
      return Meaning(kind: .month(year: year, month: point.month), style: point.style, impossible: point.isPossible ? nil : tokens)
    }
    guard let (date, impossible) = day(of: point) else { return nil }
    return Meaning(kind: isPosition ? .asAt(date) : .date(date), style: point.style, impossible: impossible)
  }

  /// `1 January 2012 to 30 September 2012`, `1 Jan - 30 Sep 2012`, `Apr 2011 - Mar 2012`, 2012年1月1日至9月30日.
  private func spans(_ start: Int) -> [Meaning] {
    var index = start
    while [.from, .period, .between, .filler].contains(scan.word(index)) { index += 1 }
    var found: [Meaning] = []
    for first in firstPoints(at: index) {
      guard let joint = afterJoint(first.end) else { continue }
      for second in scan.points(at: joint) {
        var end = second.end
        while [.hanEnded, .period, .filler].contains(scan.word(end)) { end += 1 }
        guard isEnd(end), let meaning = span(first, second), !found.contains(where: { $0.kind == meaning.kind }) else { continue }
        found.append(meaning)
      }
    }
    return found
  }

  /// Where a span begins: a point, or the bare day of `1 to 30 September 2012`.
  private func firstPoints(at index: Int) -> [PeriodPoint] {
    let points = scan.points(at: index)
    guard points.isEmpty, case .number(let day, digits: 1...2)? = scan.kind(index), afterJoint(index + 1) != nil else { return points }
    return [PeriodPoint(year: nil, month: 0, day: day, style: nil, end: index + 1, start: index)]
  }

  private func afterJoint(_ index: Int) -> Int? {
    let isJoint = scan.word(index) == .to || scan.word(index) == .and || scan.mark(index, 0x2D) || scan.mark(index, 0x2F)
    return isJoint ? index + 1 : nil
  }

  private func span(_ first: PeriodPoint, _ second: PeriodPoint) -> Meaning? {
    var (first, second) = (first, second)
    if first.month == 0 {
      first.month = second.month
      guard second.day != nil else { return nil }
    }
    first.year = first.year ?? second.year
    second.year = second.year ?? first.year
    // Both to the day or both to the month: `Jan - 30 Sep 2012` is neither.
    guard (first.day == nil) == (second.day == nil), first.style == nil || second.style == nil || first.style == second.style,
      let begin = day(of: first, isStart: true), let end = day(of: second)
    else { return nil }
    let style = first.style ?? second.style
    if let impossible = begin.impossible ?? end.impossible {
      return Meaning(kind: .span(begin.date, begin.date), style: style, impossible: impossible)
    }
    guard begin.date <= end.date else { return nil }
    if first.day == nil, first.isChinese || second.isChinese, first.month == 1, let year = second.year, first.year == year {
      return Meaning(kind: .firstMonths(year: year, months: second.month), style: style)
    }
    return Meaning(kind: .span(begin.date, end.date), style: style)
  }
}
