import DelimitedText

/// The dates or periods of one column, all read in one order of day and month.
struct DateColumn: Sendable {
  /// Why cells cannot be read: the column's order, or single cells.
  private(set) var refusals: [Rejection] = []
  /// The order in which cells with two readings are taken.
  private var style: DateSpelling?
  private let isDay: Bool

  /// Reads the column `fields` of `body`, more than one where a stretch has its two ends; `isDay` where only days will do.
  init(_ table: Table, _ fields: [Int], _ body: [Int], isDay: Bool, fileIndex: Int) {
    var seen: Set<String> = []
    var cells: [(words: String, place: Place)] = []
    for index in body {
      for field in fields where !table[index].isEmpty(field) {
        guard seen.insert(table[index].text(field)).inserted else { continue }
        let place = Place(fileIndex: fileIndex, lineNumber: table[index].lineNumber, columnNumber: field + 1)
        cells.append((Cell.trimmed(table[index], field), place))
      }
    }
    self.init(cells, isDay: isDay)
  }

  /// Reads a column of which each word is given once, in the order in which they came.
  init(_ cells: [(words: String, place: Place)], isDay: Bool) {
    self.isDay = isDay
    var proofs: [(style: DateSpelling, cell: Int)] = []
    var open: (styles: [DateSpelling], cell: Int)?
    for (index, cell) in cells.enumerated() {
      let readings = DateColumn.readings(cell.words, isDay: isDay)
      if readings.count > 1 {
        if open == nil { open = (readings.compactMap(\.style), index) }
      } else if let style = readings.first?.style, !proofs.contains(where: { $0.style == style }) {
        proofs.append((style, index))
      }
    }
    func words(_ index: Int) -> String { cells[index].words }
    func place(_ index: Int) -> Place { cells[index].place }
    let dayFirst = proofs.first { $0.style == .dayMonthYear }
    let monthFirst = proofs.first { $0.style == .monthDayYear }
    if let dayFirst, let monthFirst {
      let later = dayFirst.cell > monthFirst.cell ? dayFirst : monthFirst
      refusals.append(
        Rejection(
          "unreadable",
          "\(quoted: words(dayFirst.cell)) has the day first and \(quoted: words(monthFirst.cell)) in the same column the month first",
          place: place(later.cell), found: words(later.cell), expected: "dates written one way in a column",
          remedy: "write the dates as 2012-09-30"))
      style = dayFirst.style
    } else if let open {
      style = proofs.first { open.styles.contains($0.style) }?.style
      if style == nil {
        let cell = words(open.cell)
        refusals.append(
          Rejection(
            "unreadable",
            open.styles.contains(.dayMonthYear)
              ? "\(quoted: cell) can be read with the day first or with the month first, and no other cell of the column shows which"
              : "\(quoted: cell) can be read in two ways, and no other cell of the column shows which",
            place: place(open.cell), found: cell, expected: "a date that can be read one way",
            remedy: "write the date as 2012-09-30"))
        style = open.styles.first
      }
    }
  }

  /// The one reading of a cell in the column's order; nil where it is none.
  func reading(_ text: String) -> PeriodReading? {
    let readings = DateColumn.readings(text, isDay: isDay)
    return readings.count == 1 ? readings[0] : readings.first { $0.style == style }
  }

  /// The day of a cell.
  func day(_ text: String) -> CalendarDate? { reading(text)?.kind.day }

  private static func readings(_ text: String, isDay: Bool) -> [PeriodReading] {
    let all = PeriodReader.readings(of: text)
    return isDay ? all.filter { $0.kind.day != nil } : all
  }

  /// The refusal of a cell that is no date.
  static func refusal(_ words: String, isDay: Bool, at place: Place) -> Rejection {
    let impossible = PeriodReader.impossibleDate(in: words)
    return Rejection(
      "unreadable",
      impossible.map { "the calendar has no \(quoted: $0)" }
        ?? (isDay ? "\(quoted: words) is no date" : "\(quoted: words) is no date or period"),
      place: place, found: words, expected: isDay ? "a date such as 2012-09-30" : "a date or period such as 2012-09-30 or Q3 2012",
      remedy: impossible == nil ? "write the date as 2012-09-30" : "correct the date")
  }
}

extension PeriodReading.Kind {
  /// The day that it names, where it is a plain day.
  var day: CalendarDate? {
    switch self {
    case .date(let date), .asAt(let date): date
    case .ended, .span, .year, .financialYear, .month, .quarter, .half, .firstMonths, .trailingTwelveMonths, .endedDayMonth: nil
    }
  }
}
