import DelimitedText

/// How a wide statement is laid out: which column holds the labels, which hold figures and of what date or period.
struct StatementLayout: Sendable {
  /// A column of figures.
  struct PeriodColumn: Sendable {
    /// Field index from 0.
    let field: Int
    /// What its heading says.
    let reading: PeriodReading
    /// The heading's cell.
    let place: Place
    /// The unit that the heading or a unit row gives.
    var unit: MoneyUnit?
  }

  var preamble: Preamble
  /// Index of the record whose cells read as dates or periods.
  let headerRecord: Int
  /// Index of the first record of figures.
  let firstBodyRecord: Int
  /// Field index of the labels.
  let labelField: Int
  /// Field index of a column that gives each row's unit, where there is one.
  let unitField: Int?
  var columns: [PeriodColumn]

  /// The wide statement in `table`, or nil where no record has a heading that reads as a date or period above figures.
  static func find(in table: Table, fileIndex: Int) throws(Rejection) -> StatementLayout? {
    var preamble = Preamble()
    for index in 0..<min(table.recordCount, 60) {
      let record = table[index]
      if var columns = try periodColumns(record, fileIndex: fileIndex) {
        let labelField = (0..<record.fieldCount).first { field in !columns.contains { $0.field == field } } ?? 0
        let unitField = (0..<record.fieldCount).first { ["unit", "单位", "單位"].contains(Folding.label(record.text($0))) }
        // The corner above the labels often holds the unit of the whole table.
        for field in 0..<record.fieldCount where !columns.contains(where: { $0.field == field }) && !record.isEmpty(field) {
          preamble.readCorner(
            Cell.trimmed(record, field), at: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1))
        }
        let firstBody = readUnitRow(table, after: index, into: &columns)
        return StatementLayout(
          preamble: preamble, headerRecord: index, firstBodyRecord: firstBody, labelField: labelField, unitField: unitField,
          columns: columns)
      }
      preamble.read(record, fileIndex: fileIndex)
    }
    return nil
  }

  /// The columns of figures that a record heads, or nil where no cell after the first non-empty one reads as a date or period.
  private static func periodColumns(_ record: Table.Record, fileIndex: Int) throws(Rejection) -> [PeriodColumn]? {
    var readings: [(field: Int, readings: [PeriodReading])] = []
    for field in 1..<max(record.fieldCount, 1) where !record.isEmpty(field) {
      let text = record.text(field)
      if let impossible = PeriodReader.impossibleDate(in: text) {
        throw Rejection(
          "unreadable", "the heading \(quoted: text) names a day that the calendar does not have, \(code: impossible)",
          place: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1), found: text,
          expected: "a date or period", remedy: "correct the date in the heading")
      }
      let found = PeriodReader.readings(of: text)
      if !found.isEmpty { readings.append((field, found)) }
    }
    guard !readings.isEmpty else { return nil }
    let style = try dateStyle(readings.map(\.readings), record: record, fields: readings.map(\.field), fileIndex: fileIndex)
    return readings.compactMap { field, found in
      let reading = found.count == 1 ? found[0] : found.first { $0.style == style } ?? found[0]
      let place = Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1)
      return PeriodColumn(field: field, reading: reading, place: place, unit: reading.unit)
    }
  }

  /// The one order of day and month in which all headings can be read; refused where two remain.
  private static func dateStyle(_ readings: [[PeriodReading]], record: Table.Record, fields: [Int], fileIndex: Int) throws(Rejection)
    -> DateSpelling?
  {
    guard let open = readings.firstIndex(where: { $0.count > 1 }) else { return nil }
    let settled = Set(readings.filter { $0.count == 1 }.compactMap { $0[0].style })
    if settled.count == 1, let style = settled.first { return style }
    let text = record.text(fields[open])
    throw Rejection(
      "unreadable", "the heading \(quoted: text) can be read with the day first or with the month first",
      place: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: fields[open] + 1), found: text,
      expected: "a date that can be read one way", remedy: "write the date as 2012-09-30")
  }

  /// Takes a row below the header whose cells are units, `RMB'000`, into the columns; returns the first record after it.
  private static func readUnitRow(_ table: Table, after header: Int, into columns: inout [PeriodColumn]) -> Int {
    let next = header + 1
    guard next < table.recordCount else { return next }
    let record = table[next]
    let units = columns.map { column in record.isEmpty(column.field) ? nil : UnitReader.read(record.text(column.field))?.unit }
    guard units.contains(where: { $0 != nil }) else { return next }
    for (index, unit) in units.enumerated() { columns[index].unit = columns[index].unit ?? unit }
    return next + 1
  }
}

/// Why a file is not taken: what was found where, what was expected, how to mend it.
struct Rejection: Error, Sendable {
  let check: String
  let message: Text
  let place: Place
  let found: String?
  let expected: String?
  let remedy: Text

  init(_ check: String, _ message: Text, place: Place, found: String? = nil, expected: String? = nil, remedy: Text) {
    self.check = check
    self.message = message
    self.place = place
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  /// As a finding of severity `error`.
  var finding: Finding {
    Finding(
      .error, check, message, place: place, expected: expected, actual: found,
      details: ["the file is left out whole"], remedy: remedy)
  }
}
