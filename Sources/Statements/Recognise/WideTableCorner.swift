import DelimitedText

/// What stands in the corner of a wide table, or between its headings and its figures, and speaks of all of it.
extension WideTable {
  /// Takes the date above the labels for that of all columns, where no column has one: `US$'000 at 31 December 2023,Alpha,Beta`.
  func readCornerDate(_ columns: inout [Column], _ said: inout Preamble) throws(Rejection) {
    guard let first = columns.first(where: { $0.figures > 0 && $0.figures >= $0.words })?.field,
      !columns.contains(where: { $0.field >= first && !$0.heading.readings.isEmpty })
    else { return }
    for index in columns.indices where columns[index].field < first && !columns[index].text.isEmpty {
      let readings = columns[index].heading.readings
      if readings.count > 1 { throw Rejection.openDate(columns[index].text, at: columns[index].place) }
      guard let found = readings.first ?? PeriodPhrase.find(in: columns[index].text) else { continue }
      if said.period == nil { said.period = Said(value: found, place: columns[index].place) }
      if let unit = found.unit, said.unit == nil { said.unit = Said(value: unit, place: columns[index].place) }
      columns[index].heading.readings = []
    }
  }

  /// Reads the records between the headings and the first figures that say of what date, unit or entity the table is.
  ///
  /// - Returns: the records that say so; they are no lines of the statement.
  func readBelowHead(_ said: inout Preamble, end: Int) -> Set<Int> {
    var found: Set<Int> = []
    var index = head.bottom + 1
    while index < min(end, head.bottom + 6) {
      defer { index += 1 }
      let record = table[index]
      if record.isBlank { continue }
      let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
      guard cells.count <= 4, !cells.contains(where: { scan.kind(record, $0) == .number }) else { break }
      let label = Cell.trimmed(record, cells[0])
      guard scan.catalogue.findAny(label: label) == nil else { break }
      var probe = Preamble()
      probe.read(record, fileIndex: scan.fileIndex)
      // Words that only may be a name are a heading of the lines below.
      guard probe.period != nil || probe.unit != nil || probe.currency != nil || probe.entity != nil || !probe.unreadUnits.isEmpty else {
        continue
      }
      said.unreadUnits += probe.unreadUnits
      probe.entityCandidates = []
      said.period = said.period ?? probe.period
      said.unit = said.unit ?? probe.unit
      said.currency = said.currency ?? probe.currency
      said.entity = said.entity ?? probe.entity
      found.insert(index)
    }
    return found
  }
}
