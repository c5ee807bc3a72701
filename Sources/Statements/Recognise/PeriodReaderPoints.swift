/// A day, or a month, as written: some of year, month and day may be missing.
struct PeriodPoint {
  var year: Int?
  var month: Int
  var day: Int?
  var style: DateSpelling?
  /// The token after it.
  var end: Int
  /// Which tokens it is, to be quoted where the calendar lacks the day.
  var start: Int
  /// Numbers with a point between them, 2012.09, which alone are an amount.
  var isDotted = false
  /// Written with 年 or 月.
  var isChinese = false

  /// The same with what is given.
  func with(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, style: DateSpelling? = nil, end: Int? = nil, isChinese: Bool? = nil
  ) -> PeriodPoint {
    PeriodPoint(
      year: year ?? self.year, month: month ?? self.month, day: day ?? self.day, style: style ?? self.style, end: end ?? self.end,
      start: start, isDotted: isDotted, isChinese: isChinese ?? self.isChinese)
  }

  /// Whether the calendar has it.
  var isPossible: Bool {
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= CalendarDate.daysIn(month: month, year: year ?? 2000)
  }
}

/// Finds days and months among tokens.
struct PeriodPoints {
  let tokens: [PeriodToken]

  /// Every way to read a day or a month that begins at `start`, the longest first.
  func points(at start: Int) -> [PeriodPoint] {
    var index = start
    if word(index) == .weekday {
      index += 1
      if mark(index, 0x2C) || mark(index, 0x2E) { index += 1 }
    }
    var found: [PeriodPoint] = []
    if case .word(.month(let month))? = kind(index) {
      found = monthFirst(month, at: index)
    } else if case .number(let value, let digits)? = kind(index), digits > 0 {
      found = numberFirst(value, digits: digits, at: index)
    }
    return found.map { point in
      var point = point
      point.start = start
      if point.day != nil, point.year != nil { point.end = skipClock(from: point.end) }
      return point
    }
  }

  func kind(_ index: Int) -> PeriodToken.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  func word(_ index: Int) -> PeriodWord? {
    if case .word(let word)? = kind(index) { return word }
    return nil
  }

  func mark(_ index: Int, _ mark: UInt8) -> Bool { kind(index) == .mark(mark) }

  /// A year at `index`: four digits of 1900 to 2199, or two where `short` years may stand, with or without an apostrophe.
  func year(at index: Int, allowsShort: Bool = true) -> (year: Int, end: Int, isShort: Bool)? {
    let hasApostrophe = mark(index, 0x27)
    guard case .number(let value, let digits)? = kind(hasApostrophe ? index + 1 : index) else { return nil }
    let end = index + (hasApostrophe ? 2 : 1)
    if digits == 4, !hasApostrophe, PeriodPoints.years.contains(value) { return (value, end, false) }
    if digits == 2, allowsShort || hasApostrophe { return (PeriodPoints.fullYear(value), end, true) }
    return nil
  }

  static let years = 1900...2199

  /// 00 to 79 are of this century, 80 to 99 of the last.
  static func fullYear(_ short: Int) -> Int { short < 80 ? 2000 + short : 1900 + short }

  /// The place after one joining mark (`-` `/` `.` `,`), `of` or `de`, or none.
  private func afterJoint(_ index: Int) -> Int {
    var index = index
    if mark(index, 0x2E), mark(index + 1, 0x2C) || mark(index + 1, 0x2D) || mark(index + 1, 0x2F) { index += 1 }
    if mark(index, 0x2D) || mark(index, 0x2F) || mark(index, 0x2E) || mark(index, 0x2C) { return index + 1 }
    return word(index) == .of ? index + 1 : index
  }

  /// `Sep. 30, 2012`, `Sep 2012`, `Sep-12`, `September 30`.
  private func monthFirst(_ month: Int, at index: Int) -> [PeriodPoint] {
    var found: [PeriodPoint] = []
    let next = afterJoint(index + 1)
    let base = PeriodPoint(year: nil, month: month, day: nil, style: nil, end: index + 1, start: index)
    if case .number(let day, let digits)? = kind(next), digits == 1 || digits == 2 {
      if let year = year(at: afterJoint(next + 1)) {
        found.append(base.with(year: year.year, day: day, end: year.end))
      }
      let isMonthEnd =
        day >= 28 && day >= CalendarDate.daysIn(month: month, year: 2001) && day <= CalendarDate.daysIn(month: month, year: 2000)
      // `Jun 30` is a day and `Sep-12` a month: few headings name a day within a month without its year.
      if digits == 1 || isMonthEnd { found.append(base.with(day: day, end: next + 1)) }
      if digits == 2, !isMonthEnd || !tokens[next].hasSpaceBefore {
        found.append(base.with(year: PeriodPoints.fullYear(day), end: next + 1))
      }
    } else if let year = year(at: next) {
      found.append(base.with(year: year.year, end: year.end))
    }
    found.append(base)
    return found
  }

  private func numberFirst(_ value: Int, digits: Int, at index: Int) -> [PeriodPoint] {
    let base = PeriodPoint(year: nil, month: 0, day: nil, style: nil, end: index + 1, start: index)
    var found: [PeriodPoint] = []
    if digits == 8, PeriodPoints.years.contains(value / 10_000) {
      let point = base.with(year: value / 10_000, month: value / 100 % 100, day: value % 100, style: .yearMonthDay)
      return point.isPossible ? [point] : []
    }
    if word(index + 1) == .hanYear { return chinese(value, digits: digits, base: base) }
    if digits <= 2, word(index + 1) == .hanMonth {
      let month = base.with(month: value, end: index + 2, isChinese: true)
      if case .number(let day, digits: 1...2)? = kind(index + 2), word(index + 3) == .hanDay {
        found.append(month.with(day: day, end: index + 4))
      }
      return found + [month]
    }
    found += numeric(at: index)
    // 2012M09, as statistics offices write a month.
    if digits == 4, PeriodPoints.years.contains(value), word(index + 1) == .months, case .number(let month, digits: 2)? = kind(index + 2),
      !tokens[index + 1].hasSpaceBefore, !tokens[index + 2].hasSpaceBefore
    {
      found.append(base.with(year: value, month: month, end: index + 3))
    }
    let next = afterJoint(index + 1)
    if case .word(.month(let month))? = kind(next) {
      let afterMonth = afterJoint(next + 1)
      if digits == 4, PeriodPoints.years.contains(value) {
        let point = base.with(year: value, month: month, end: next + 1)
        if case .number(let day, digits: 1...2)? = kind(afterMonth) { found.append(point.with(day: day, end: afterMonth + 1)) }
        found.append(point)
      } else if digits <= 2 {
        let point = base.with(month: month, day: value, end: next + 1)
        if let year = year(at: afterMonth) { found.append(point.with(year: year.year, end: year.end)) }
        found.append(point)
      }
    }
    return found
  }

  /// 2012年9月30日, 2012年9月, 12年9月30日.
  private func chinese(_ value: Int, digits: Int, base: PeriodPoint) -> [PeriodPoint] {
    let index = base.start
    let year = digits == 4 && PeriodPoints.years.contains(value) ? value : (digits == 2 ? PeriodPoints.fullYear(value) : nil)
    guard let year, case .number(let month, digits: 1...2)? = kind(index + 2) else { return [] }
    let point = base.with(year: year, month: month, end: index + 4, isChinese: true)
    if word(index + 3) == .hanMonthEnd {
      guard point.isPossible else { return [] }
      return [point.with(day: CalendarDate.daysIn(month: month, year: year))]
    }
    guard word(index + 3) == .hanMonth else { return [] }
    if case .number(let day, digits: 1...2)? = kind(index + 4), word(index + 5) == .hanDay {
      return [point.with(day: day, end: index + 6), point]
    }
    return [point]
  }

  /// 2012-09-30, 30/09/2012, 30.9.12, 2012-09, 09/2012.
  private func numeric(at index: Int) -> [PeriodPoint] {
    guard case .number(let first, let firstDigits)? = kind(index), case .mark(let joint)? = kind(index + 1),
      joint == 0x2D || joint == 0x2F || joint == 0x2E, case .number(let second, let secondDigits)? = kind(index + 2)
    else { return [] }
    var found: [PeriodPoint] = []
    if mark(index + 3, joint), case .number(let third, let thirdDigits)? = kind(index + 4) {
      found = PeriodPoints.orders((first, firstDigits), (second, secondDigits), (third, thirdDigits)).map {
        PeriodPoint(year: $0.year, month: $0.month, day: $0.day, style: $0.style, end: index + 5, start: index)
      }
    }
    let base = PeriodPoint(year: nil, month: 0, day: nil, style: .yearMonth, end: index + 3, start: index, isDotted: joint == 0x2E)
    if firstDigits == 4, PeriodPoints.years.contains(first), (1...2).contains(secondDigits), (1...12).contains(second) {
      found.append(base.with(year: first, month: second))
    } else if (1...2).contains(firstDigits), (1...12).contains(first), secondDigits == 4, PeriodPoints.years.contains(second) {
      found.append(base.with(year: second, month: first))
    }
    return found
  }

  /// A time of day after a date, which says nothing here: `00:00:00`, `T00:00:00Z`.
  private func skipClock(from start: Int) -> Int {
    var index = start
    if word(index) == .clock || mark(index, 0x2C) { index += 1 }
    guard case .number(let hour, digits: 1...2)? = kind(index), hour < 25, mark(index + 1, 0x3A),
      case .number(let minute, digits: 2)? = kind(index + 2), minute < 60
    else { return start }
    index += 3
    if mark(index, 0x3A), case .number(_, digits: 2)? = kind(index + 1) { index += 2 }
    if mark(index, 0x2E), case .number? = kind(index + 1) { index += 2 }
    return word(index) == .clock ? index + 1 : index
  }
}
