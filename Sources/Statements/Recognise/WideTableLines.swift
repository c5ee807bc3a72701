import DelimitedText

/// Which column of a wide table holds the labels, and the lines that it names.
extension WideTable {
  /// The fields of labels: one, or one to the left of each part of a table in two halves.
  func labelFields(_ columns: [Column], _ series: [StatementBlock.Series]) -> [Int] {
    let taken = Set(series.map(\.index))
    let candidates = columns.filter { column in
      guard !taken.contains(column.field), !column.isOfUnits,
        column.words > column.figures || (column.role == .label && column.figures == 0)
      else {
        return false
      }
      switch column.role {
      case .note, .code, .unit, .currency, .entity, .section, .variance, .remark, .scenario, .basis: return false
      case .label, .time, nil: return true
      }
    }
    let firstSeries = series.map(\.index).min() ?? 0
    let left = candidates.filter { $0.field < firstSeries }
    let best = (left.isEmpty ? candidates : left).max { one, other in
      (one.role == .label ? 1 : 0, one.known, -one.field) < (other.role == .label ? 1 : 0, other.known, -other.field)
    }
    guard let best else {
      let roles = columns.filter { !taken.contains($0.field) && $0.words > 0 && $0.role != .unit && $0.role != .note }
      return [(roles.first { !$0.isOfUnits } ?? roles.first)?.field ?? (taken.contains(0) ? 1 : 0)]
    }
    let halves = candidates.filter { column in
      column.field > firstSeries && column.known >= 2 && series.contains { $0.index > column.field }
    }
    return [best.field] + halves.map(\.field)
  }

  /// The entity that a record of two cells names, key and value.
  private func entityPair(_ record: Table.Record, _ label: Int) -> Said<String>? {
    guard !record.isEmpty(label), HeadingWords.role(of: record.text(label)) == .entity else { return nil }
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    guard cells.count == 2, cells[0] == label, scan.kind(record, cells[1]) == .words else { return nil }
    return Said(
      value: Cell.trimmed(record, cells[1]),
      place: Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: cells[1] + 1))
  }

  func readLines(
    end: Int, label: Int, columns: [Column], series: [StatementBlock.Series], except belowHead: Set<Int>, _ said: Preamble,
    _ refusals: inout [Rejection]
  ) -> [StatementBlock.Line] {
    let sectionField = columns.first { $0.role == .section && $0.field != label }?.field
    let units = UnitFields(columns, except: label)
    let unitsOfSeries = WideTable.unitsOfSeries(units, series)
    let entityField = columns.first { $0.role == .entity && $0.field != label && $0.words > 0 }?.field
    let first = series.map(\.index).min() ?? 0
    let spare = columns.filter { $0.field < first && $0.field != label && $0.role == nil }.map(\.field)
    var lines: [StatementBlock.Line] = []
    var entity: Said<String>?
    for index in head.bottom + 1..<max(end, head.bottom + 1) where !belowHead.contains(index) {
      let record = table[index]
      var labelField = label
      if record.isEmpty(label) {
        if record.isBlank { continue }
        // Labels that are indented by columns stand in the field beside.
        labelField = spare.first { !record.isEmpty($0) && scan.kind(record, $0) == .words } ?? label
      }
      let place = { (field: Int) in Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1) }
      if let named = entityPair(record, label) {
        // `entity,Beta Ltd` between the lines: what follows is of another.
        entity = named
        continue
      }
      var line = StatementBlock.Line(index: index, label: Cell.trimmed(record, labelField), place: place(labelField))
      if let unitsOfSeries {
        for (fields, one) in zip(unitsOfSeries, series) {
          let hasFigures = scan.kind(record, one.index) == .number
          let given = UnitOfRecord(record, fields, currencyFields: units.currencies, fileIndex: scan.fileIndex)
          line.take(given, hasFigures, &refusals)
          line.ofSeries.append(given.isGiven ? StatementBlock.UnitOfSeries(currency: given.currency, exponent: given.exponent) : nil)
        }
      } else if !units.fields.isEmpty {
        let hasFigures = series.contains { scan.kind(record, $0.index) == .number }
        line.take(UnitOfRecord(record, units.fields, currencyFields: units.currencies, fileIndex: scan.fileIndex), hasFigures, &refusals)
      }
      if let sectionField, !record.isEmpty(sectionField) { line.section = Cell.trimmed(record, sectionField) }
      if let entityField {
        if !record.isEmpty(entityField) { entity = Said(value: Cell.trimmed(record, entityField), place: place(entityField)) }
      }
      line.entity = entity
      lines.append(line)
    }
    settleUnits(&lines, units, said, series)
    return lines
  }
}
