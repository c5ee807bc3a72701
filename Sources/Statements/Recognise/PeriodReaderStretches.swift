/// Periods by their length and last day, and the last twelve months.
extension PeriodGrammar {
  /// How long a stretch is.
  private enum Length {
    case months(Int), weeks(Int), unknown
  }

  /// `Year ended 31 December 2011`, `Nine months to 30 Sep 12`, `Sep-12 quarter`, 截至2012年9月30日止九个月.
  func stretches(_ start: Int) -> [Meaning] {
    if let (length, next) = length(at: start) {
      var index = next
      var isJoined = false
      while [.ended, .to, .on, .at].contains(scan.word(index)) {
        index += 1
        isJoined = true
      }
      if isJoined, let year = scan.year(at: index, allowsShort: false), isEnd(year.end), case .months(12) = length {
        return [Meaning(kind: .financialYear(year.year))]
      }
      let found = scan.points(at: index).compactMap { point -> Meaning? in
        guard isEnd(point.end), isJoined || !isUnknown(length) else { return nil }
        return stretch(length, endingOn: point)
      }
      if !found.isEmpty { return found }
    }
    var index = start
    while [.hanUpTo, .from, .at].contains(scan.word(index)) { index += 1 }
    return scan.points(at: index).compactMap { point in
      var index = point.end
      // 2023年3月期: a Japanese financial year by the month that it ends in.
      if point.isChinese, point.day == nil, point.year != nil, scan.word(index) == .period, isEnd(index + 1) {
        return stretch(.months(12), endingOn: point)
      }
      while [.hanEnded, .filler].contains(scan.word(index)) { index += 1 }
      guard let (length, end) = length(at: index), isEnd(end) || (scan.word(end) == .ended && isEnd(end + 1)) else { return nil }
      return stretch(length, endingOn: point)
    }
  }

  private func isUnknown(_ length: Length) -> Bool {
    if case .unknown = length { return true }
    return false
  }

  private func stretch(_ length: Length, endingOn point: PeriodPoint) -> Meaning? {
    guard let (date, impossible) = day(of: point) else {
      guard let day = point.day else { return nil }
      let impossible = point.isPossible ? nil : point.start..<point.end
      switch length {
      case .months(let months): return Meaning(kind: .endedDayMonth(month: point.month, day: day, months: months), impossible: impossible)
      case .unknown: return Meaning(kind: .endedDayMonth(month: point.month, day: day, months: nil), impossible: impossible)
      case .weeks: return nil
      }
    }
    let style = point.day == nil ? nil : point.style
    switch length {
    case .months(let months): return Meaning(kind: .ended(date, months: months), style: style, impossible: impossible)
    case .weeks(let weeks): return Meaning(kind: .span(date.adding(days: 1 - 7 * weeks), date), style: style, impossible: impossible)
    case .unknown: return Meaning(kind: .date(date), style: style, impossible: impossible)
    }
  }

  /// A length at `start`, and the token after it: `year`, `financial year`, `nine-month period`, `13 weeks`, 年度, 九个月.
  private func length(at start: Int) -> (length: Length, end: Int)? {
    var index = start
    while [.filler, .financial, .calendar].contains(scan.word(index)) { index += 1 }
    let length: Length
    switch scan.kind(index) {
    case .word(.year), .word(.hanYear), .word(.hanFiscalYear), .word(.fiscalYear), .word(.fiscalYearEnd):
      // Y/E
      length = .months(12)
    case .word(.ordinal(1)):
      // 前三季度, 前九个月 after the last day.
      guard case .number(let count, digits: 0...2)? = scan.kind(index + 1) else { return nil }
      if scan.word(index + 2) == .quarter, (1...4).contains(count) {
        length = .months(3 * count)
      } else if scan.word(index + 2) == .months, (1...12).contains(count) {
        length = .months(count)
      } else {
        return nil
      }
      index += 2
    case .word(.quarter), .word(.quarterEnd): length = .months(3)
    case .word(.half):
      length = .months(6)
      if scan.mark(index + 1, 0x2D) { index += 1 }
      if scan.word(index + 1) == .year { index += 1 }
    case .word(.months): length = .months(1)
    case .word(.weeks): length = .weeks(1)
    case .word(.period): length = .unknown
    case .number(let count, digits: 0...2):
      let unit = scan.mark(index + 1, 0x2D) ? index + 2 : index + 1
      index = unit
      switch scan.word(unit) {
      case .months where (1...24).contains(count): length = .months(count)
      case .weeks where (1...106).contains(count): length = .weeks(count)
      default: return nil
      }
      if scan.mark(index + 1, 0x27) { index += 1 }
    default: return nil
    }
    index += 1
    if scan.mark(index, 0x2D), scan.word(index + 1) == .ended || scan.word(index + 1) == .period { index += 1 }
    if scan.word(index) == .period { index += 1 }
    return (length, index)
  }

  /// `TTM`, `LTM Sep 2012`, `last twelve months to 30 September 2012`.
  func trailing(_ start: Int) -> [Meaning] {
    var index = start
    switch scan.word(index) {
    case .trailing: index += 1
    case .last:
      index += 1
      guard case .number(12, _)? = scan.kind(index) else { return [] }
      index += scan.mark(index + 1, 0x2D) ? 2 : 1
      guard scan.word(index) == .months else { return [] }
      index += 1
    default:
      // `Sep 2012 LTM`, `30/09/2012 TTM`
      guard tokens.count > 1, scan.word(tokens.count - 1) == .trailing else { return [] }
      return scan.points(at: start).compactMap { $0.end == tokens.count - 1 ? trailing(endingOn: $0) : nil }
    }
    if isEnd(index) { return [Meaning(kind: .trailingTwelveMonths(nil))] }
    while [.ended, .to, .at, .as, .of].contains(scan.word(index)) || scan.mark(index, 0x2D) { index += 1 }
    return scan.points(at: index).compactMap { isEnd($0.end) ? trailing(endingOn: $0) : nil }
  }

  private func trailing(endingOn point: PeriodPoint) -> Meaning? {
    guard let (date, impossible) = day(of: point) else { return nil }
    return Meaning(kind: .trailingTwelveMonths(date), style: point.day == nil ? nil : point.style, impossible: impossible)
  }
}
