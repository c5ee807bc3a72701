import DelimitedText

/// Figures that stand among the headings of a wide table: a line end was lost, or a heading and a figure have changed places.
extension WideTable {
  /// Refuses a table with such a figure, at its cell.
  ///
  /// A heading is a date, a period, a name or a code; it is no amount with its thousands parted, no number beside a date in the line of a known
  /// item, and no known item with numbers behind the last column.
  func refuseFiguresAmongHeadings(_ columns: [Column], hasTime: Bool) throws(Rejection) {
    guard head.top <= head.bottom else { return }
    for row in head.top...head.bottom {
      let record = table[row]
      // A line end was lost where a known item stands over nothing, with numbers behind it.
      let lost = columns.first { column in
        column.field > 0 && column.figures + column.words == 0 && isNumber(record, column.field + 1) && isKnownItem(record, column.field)
      }
      let isLine =
        isKnownItem(record, 0) && (1..<max(record.fieldCount, 1)).contains { PeriodReader.looksLikePeriod(Cell.trimmed(record, $0)) }
      for column in columns where column.field < record.fieldCount {
        let text = Cell.trimmed(record, column.field)
        let isPlain = isNumber(record, column.field) && (isLine || lost.map { column.field > $0.field } ?? false)
        let isAmount = WideTable.isFigure(text) && (hasTime || column.figures + column.words == 0 || column.figures >= column.words)
        guard isPlain || isAmount else { continue }
        throw Rejection(
          "unreadable", "the figure \(quoted: text) stands among the headings",
          place: Place(fileIndex: scan.fileIndex, lineNumber: record.lineNumber, columnNumber: column.field + 1), found: text,
          expected: "a date, a period or a name over a column",
          remedy: "put the figure and the heading back in their places, or end the line behind the last heading")
      }
    }
  }

  private func isKnownItem(_ record: Table.Record, _ field: Int) -> Bool {
    guard field < record.fieldCount, !record.isEmpty(field) else { return false }
    return scan.catalogue.findAny(label: UnitReader.strippingUnit(fromLabel: Cell.trimmed(record, field)).label) != nil
  }

  /// Whether a cell is a number that numbers no note: from 100 on, or with decimals; years are none.
  private func isNumber(_ record: Table.Record, _ field: Int) -> Bool {
    guard field < record.fieldCount, scan.kind(record, field) == .number else { return false }
    switch record.withBytes(field, { AmountReader.read($0) }) {
    case .number(let number), .open(let number, _): return !number.isPercent && (number.exponent < 0 || number.coefficient.magnitude >= 100)
    case .empty, .notAvailable, .notANumber, .tooManyDigits: return false
    }
  }

  /// Whether words are an amount: `(1,552.5)`; `(1)` may refer to a note, and `2024` is a year.
  private static func isFigure(_ words: String) -> Bool {
    switch AmountReader.read(words) {
    case .number(let number): return number.separators.provenDecimalMark != nil && (number.isBracketed || number.separators.grouping != nil)
    // `41,200`, however it is meant.
    case .open: return true
    case .empty, .notAvailable, .notANumber, .tooManyDigits: return false
    }
  }
}
