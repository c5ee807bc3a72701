import DelimitedText

/// Reads the rows of a register cell by cell; a cell that is not what its column holds rejects the file with its place.
struct RegisterReader: Sendable {
  let table: Table
  let layout: RegisterLayout
  let fileIndex: Int
  /// How the numbers of the file are written.
  private let decimalMark: DecimalMark

  init(table: Table, layout: RegisterLayout, fileIndex: Int) {
    self.table = table
    self.layout = layout
    self.fileIndex = fileIndex
    let columns: [Column] = [.shares, .percent, .price, .consideration, .costs, .tax, .carryingAmount, .retainedFairValue, .rate]
    let fields = columns.compactMap { layout.columns[$0] }
    let readings = ((layout.headerRecord + 1)..<max(table.recordCount, layout.headerRecord + 1)).flatMap { index in
      fields.map { field in table[index].withBytes(field) { AmountReader.read($0) } }
    }
    if case .settled(let mark, _) = AmountReader.decimalMark(ofColumn: readings) { decimalMark = mark } else { decimalMark = .point }
  }

  /// The rows below the header, blank ones left out.
  var rows: [Row] {
    ((layout.headerRecord + 1)..<max(table.recordCount, layout.headerRecord + 1))
      .filter { !table[$0].isBlank }
      .map { Row(reader: self, record: table[$0]) }
  }

  /// One row.
  struct Row: Sendable {
    let reader: RegisterReader
    let record: Table.Record

    /// The row as a whole.
    var place: Place { Place(fileIndex: reader.fileIndex, lineNumber: record.lineNumber) }

    /// The cell of a column, or the row where it has none.
    func place(_ column: Column) -> Place {
      Place(fileIndex: reader.fileIndex, lineNumber: record.lineNumber, columnNumber: (reader.layout.columns[column] ?? -1) + 1)
    }

    /// The words of a cell, nil where it is empty.
    func words(_ column: Column) -> String? {
      guard let field = reader.layout.columns[column], !record.isEmpty(field) else { return nil }
      return Cell.trimmed(record, field)
    }

    /// Words that must be there.
    func required(_ column: Column) throws(Rejection) -> String {
      guard let words = words(column) else {
        throw Rejection(
          "unreadable", "the column \(code: column.rawValue) is empty", place: place(column), found: "",
          expected: column.rawValue, remedy: "fill it in, or take the line out")
      }
      return words
    }

    /// One of a few words.
    func choice<Choice>(_ column: Column, _ read: (String) -> Choice?, expected: String) throws(Rejection) -> Choice? {
      guard let words = words(column) else { return nil }
      guard let value = read(words.lowercased()) else {
        throw Rejection(
          "unreadable", "\(quoted: words) is no \(code: column.rawValue)", place: place(column), found: words, expected: expected,
          remedy: "write one of: \(code: expected)")
      }
      return value
    }

    /// A number as it is written, nil where the cell is empty or says that there is none.
    func number(_ column: Column) throws(Rejection) -> AmountReading.Number? {
      guard let field = reader.layout.columns[column] else { return nil }
      switch record.withBytes(field, { AmountReader.read($0, decimalMark: reader.decimalMark) }) {
      case .empty, .notAvailable: return nil
      case .number(let number), .open(let number, _): return number
      case .notANumber:
        throw refusal(column, "\(quoted: Cell.trimmed(record, field)) is no number", expected: "a number such as 91,000,000 or 0.02")
      case .tooManyDigits:
        throw refusal(
          column, "\(quoted: Cell.trimmed(record, field)) has more digits than can be held exactly", expected: "at most 30 digits")
      }
    }

    private func refusal(_ column: Column, _ message: Text, expected: String) -> Rejection {
      Rejection("unreadable", message, place: place(column), found: words(column), expected: expected, remedy: "correct the number")
    }

    /// A number as a fraction.
    func ratio(_ column: Column) throws(Rejection) -> Ratio? {
      guard let number = try number(column) else { return nil }
      guard abs(number.exponent) <= 60 else { throw refusal(column, "the number is out of range", expected: "a number of ordinary size") }
      return Ratio(coefficient: number.coefficient, exponent: number.exponent)
    }

    /// A number that must not be negative.
    func positive(_ column: Column) throws(Rejection) -> Ratio? {
      guard let ratio = try ratio(column) else { return nil }
      guard ratio.sign >= 0 else {
        throw refusal(column, "\(code: column.rawValue) must not be negative", expected: "a number without a minus")
      }
      return ratio
    }

    /// An amount in units of currency.
    func amount(_ column: Column) throws(Rejection) -> Amount? {
      guard let number = try number(column) else { return nil }
      guard let amount = Amount(coefficient: number.coefficient, exponent: number.exponent) else {
        throw refusal(column, "the amount cannot be held exactly", expected: "below 10^18, with at most twelve decimals")
      }
      return amount
    }

    /// An amount that must not be negative.
    func positiveAmount(_ column: Column) throws(Rejection) -> Amount? {
      guard let amount = try amount(column) else { return nil }
      guard amount.sign >= 0 else {
        throw refusal(column, "\(code: column.rawValue) must not be negative", expected: "an amount without a minus or brackets")
      }
      return amount
    }

    /// A date; nil where the cell is empty.
    func date(_ column: Column) throws(Rejection) -> CalendarDate? {
      guard let words = words(column) else { return nil }
      let dates = PeriodReader.dates(of: words)
      if dates.count == 1 { return dates[0].date }
      if dates.count > 1, let style = reader.dateStyle(of: column), let date = dates.first(where: { $0.style == style }) {
        return date.date
      }
      throw Rejection(
        "unreadable",
        dates.isEmpty ? "\(quoted: words) is no date" : "\(quoted: words) can be read with the day first or with the month first",
        place: place(column), found: words, expected: "a date that can be read one way", remedy: "write the date as 2012-09-30")
    }

    /// A currency by its code or symbol.
    func currency(_ column: Column) throws(Rejection) -> Currency? {
      guard let words = words(column) else { return nil }
      if let currency = Currency(code: words) ?? UnitReader.read(words)?.unit.currency {
        // RMB is what people write for CNY.
        return currency.code == "RMB" ? .renminbi : currency
      }
      throw Rejection(
        "unreadable", "\(quoted: words) is no currency", place: place(column), found: words, expected: "an ISO 4217 code such as CNY",
        remedy: "write the code of the currency")
    }
  }

  /// The order of day and month that the other cells of a column settle.
  fileprivate func dateStyle(of column: Column) -> DateSpelling? {
    guard let field = layout.columns[column] else { return nil }
    let styles = Set(
      ((layout.headerRecord + 1)..<table.recordCount).compactMap { index -> DateSpelling? in
        let dates = PeriodReader.dates(of: table[index].text(field))
        return dates.count == 1 ? dates[0].style : nil
      })
    return styles.count == 1 ? styles.first : nil
  }
}
