import DelimitedText

/// The dates and periods of a long file or a trial balance, each read once, in one order for the column.
struct LedgerPeriods: Sendable {
  private var periods: [PeriodReading?] = []
  private var ends: [PeriodReading?] = []
  private let words: LedgerWords
  /// For each pair of columns, what its heading or the titles say.
  private var wholes: [(reading: PeriodReading?, place: Place)] = []
  private let hasStartAndEnd: Bool
  /// By period and year, where each has a column of its own.
  private var byYear: [[PeriodReading?]] = []
  /// How dates were taken, where that is worth saying.
  private(set) var evidence: [Text] = []

  init(_ read: LedgerReader, _ titles: RegisterTitles, _ refused: inout Refusals) {
    let (reader, layout) = (read.reader, read.reader.layout)
    words = read.words
    hasStartAndEnd = layout.columns[.start] != nil && layout.columns[.end] != nil
    let body = reader.body
    func column(_ field: Int?, _ cells: CellInterner, among fields: [Int], isDay: Bool) -> [PeriodReading?] {
      guard field != nil else { return [] }
      // In a long file every row's words have been gathered, each once.
      let column =
        fields.count == 1 && layout.form == .long
        ? DateColumn(zip(cells.words, cells.places).map { (words: $0, place: $1) }, isDay: isDay)
        : DateColumn(reader.table, fields, body, isDay: isDay, fileIndex: reader.fileIndex)
      for refusal in column.refusals where field == fields.first { refused.add(refusal) }
      return cells.words.enumerated().map { index, text in
        let reading = column.reading(text)
        if reading?.isComplete != true {
          refused.add(DateColumn.refusal(text, isDay: isDay, at: cells.places[index]))
          return nil
        }
        return reading
      }
    }
    if let start = layout.columns[.start], let end = layout.columns[.end] {
      // One hand wrote both: what settles the order of day and month in one settles it in the other.
      let fields = [start, end] + [layout.columns[.date]].compactMap { $0 }
      periods = column(start, read.words.periods, among: fields, isDay: true)
      ends = column(end, read.words.ends, among: fields, isDay: true)
    } else if let field = read.cells.periodField, field == layout.columns[.period], layout.columns[.year] != nil,
      !read.words.periods.words.contains(where: { PeriodReader.readings(of: $0).contains(where: \.isComplete) })
    {
      takeYears(read, &refused)
    } else if let field = read.cells.periodField {
      periods = column(field, read.words.periods, among: [field], isDay: false)
    }
    // A pair of columns may be headed by its date; else the titles give one for the whole file.
    guard read.cells.periodField == nil, !hasStartAndEnd else {
      takeFirstDaysForMonths(read)
      return
    }
    let header = Place(fileIndex: reader.fileIndex, lineNumber: reader.table[layout.firstHeaderRecord].lineNumber)
    var sets: [(readings: [PeriodReading], place: Place)] = layout.measures.map { measure in
      measure.readings.isEmpty
        ? (titles.readings, titles.periodPlace ?? header)
        : (measure.readings, Place(fileIndex: reader.fileIndex, lineNumber: Int(header.lineNumber), columnNumber: measure.debitField + 1))
    }
    if sets.isEmpty { sets = [(titles.readings, titles.periodPlace ?? header)] }
    let settled = sets.compactMap { $0.readings.count == 1 ? $0.readings[0].style : nil }
    for set in sets {
      let reading = set.readings.count > 1 ? set.readings.first { $0.style.map(settled.contains) ?? false } : set.readings.first
      if reading == nil, let open = set.readings.first {
        refused.add(
          Rejection(
            "unreadable", "the date of the figures can be read with the day first or with the month first", place: set.place,
            found: open.kind.day?.isoText, expected: "a date that can be read one way", remedy: "write the date as 2012-09-30"))
      }
      wholes.append((reading, set.place))
    }
  }

  /// Periods by their numbers beside years: 12 and 2023, Q3 and 2023.
  private mutating func takeYears(_ read: LedgerReader, _ refused: inout Refusals) {
    let used = Set(read.sums.all.map { [$0.key.group.period, $0.key.group.end] })
    byYear = read.words.periods.words.enumerated().map { index, period in
      read.words.ends.words.enumerated().map { other, year in
        let reading = LedgerPeriods.reading(period, of: year)
        if reading == nil, used.contains([Int32(clamping: index), Int32(clamping: other)]) {
          refused.add(DateColumn.refusal(period + " " + year, isDay: false, at: read.words.periods.places[index]))
        }
        return reading
      }
    }
    evidence.append("dates: a column gives the period, another its year")
  }

  /// The month of a number from 1 to 12, or what a period says with its year; the periods after the twelfth are its closing entries.
  private static func reading(_ period: String, of year: String) -> PeriodReading? {
    guard let found = PeriodReader.readings(of: year).first?.year else { return nil }
    if let number = Int(period), (1...16).contains(number) {
      return PeriodReading(kind: .month(year: found, month: min(number, 12)))
    }
    let readings = PeriodReader.readings(of: period + " " + year)
    return readings.count == 1 && readings[0].isComplete ? readings[0] : nil
  }

  /// Movements under the first days of months are those of the months: nobody strikes a balance on a first day with them.
  private mutating func takeFirstDaysForMonths(_ read: LedgerReader) {
    guard read.cells.closingField != nil, !periods.isEmpty else { return }
    let days = periods.compactMap { $0?.kind.day }
    guard days.count == periods.count, days.allSatisfy({ $0.components.day == 1 }) else { return }
    for index in periods.indices {
      periods[index]?.kind = .date(days[index].monthEnd)
    }
    evidence.append("dates: each is the first day of a month, and what was posted stands beside it: balances are of the month's last day")
  }

  /// The place of a date that shows a ledger to be a journal: of postings from day to day, which are no balances.
  ///
  /// Balances are struck at the ends of periods. Dates less than twenty days apart, or mostly within their months, are days of posting.
  var journalPlace: Place? { LedgerPeriods.dayOfPosting(periods).map { words.periods.places[$0] } }

  /// Which of a column's dates shows that.
  static func dayOfPosting(_ readings: [PeriodReading?]) -> Int? {
    let days = readings.enumerated().compactMap { index, reading in reading?.kind.day.map { (day: $0, index: index) } }
    guard days.count > 1, days.count == readings.count else { return nil }
    let sorted = days.sorted { $0.day < $1.day }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) where later.day.days(since: earlier.day) < 20 && later.day != earlier.day {
      return later.index
    }
    // A year of weeks ends within a few days of a month's end.
    let inner = sorted.filter { entry in
      let (_, _, day) = entry.day.components
      return day > 5 && entry.day.monthEnd.days(since: entry.day) > 5
    }
    return inner.count * 2 > sorted.count ? inner[0].index : nil
  }

  /// What the date or period of a group's figures rests on: what the words of its time are, and when its entity's year ends.
  struct Dated: Hashable {
    private let period, end: Int32
    let yearEnd: DayOfYear

    init(_ group: LedgerPosting.Group, yearEnd: DayOfYear) {
      (period, end, self.yearEnd) = (group.period, group.end, yearEnd)
    }
  }

  /// What a row says of its time; nil where the file says nothing.
  func reading(of group: LedgerPosting.Group, measure: Int) -> PeriodReading? {
    if hasStartAndEnd {
      let start = group.period >= 0 ? periods[Int(group.period)] : nil
      let end = group.end >= 0 ? ends[Int(group.end)] : nil
      guard let last = end?.kind.day ?? start?.kind.day else { return nil }
      guard let first = start?.kind.day, end != nil else { return PeriodReading(kind: .asAt(last)) }
      return PeriodReading(kind: .span(first, last))
    }
    if !byYear.isEmpty { return group.period >= 0 && group.end >= 0 ? byYear[Int(group.period)][Int(group.end)] : nil }
    return group.period >= 0 ? periods[Int(group.period)] : wholes.indices.contains(measure) ? wholes[measure].reading : nil
  }

  /// Where it says so first.
  func place(of group: LedgerPosting.Group, measure: Int) -> Place? {
    if group.end >= 0, byYear.isEmpty { return words.ends.places[Int(group.end)] }
    if group.period >= 0 { return words.periods.places[Int(group.period)] }
    return wholes.indices.contains(measure) ? wholes[measure].place : nil
  }
}

extension PeriodReading {
  /// Whether it says a year, so that days follow from it.
  fileprivate var isComplete: Bool {
    switch kind {
    case .endedDayMonth, .trailingTwelveMonths(nil): false
    case .date, .asAt, .ended, .span, .year, .financialYear, .month, .quarter, .half, .firstMonths, .trailingTwelveMonths: true
    }
  }
}
