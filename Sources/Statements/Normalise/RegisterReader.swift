import DelimitedText

/// Reads the rows of a register cell by cell; each cell that is not what its column holds is refused with its place.
struct RegisterReader: Sendable {
  let table: Table
  let layout: RegisterLayout
  let fileIndex: Int
  /// How the numbers of each column are written.
  private var numbers: [Column: NumberColumn] = [:]
  /// How the dates of each column are written.
  private var dates: [Column: DateColumn] = [:]
  /// The records below the header that are neither blank nor refused as a whole.
  let body: [Int]
  private var shape = Refusals()

  init(table: Table, layout: RegisterLayout, fileIndex: Int) {
    self.table = table
    self.layout = layout
    self.fileIndex = fileIndex
    body = RegisterShape(table: table, layout: layout, fileIndex: fileIndex).records(&shape)
    let range = body
    let fields = layout.form.numeric.compactMap { column in layout.columns[column].map { (column, $0) } }
    let evidence = fields.map { NumberColumn.Evidence(table, [$0.1], range) }
    for (index, (column, field)) in fields.enumerated() {
      let others = Set(evidence.indices.filter { $0 != index }.compactMap { evidence[$0].proven })
      numbers[column] = NumberColumn(
        evidence[index], kind: NumberColumn.Kind(column), others: others.count == 1 ? others.first : nil, in: table, fields: [field],
        fileIndex: fileIndex)
    }
    if layout.form != .trialBalance,
      let refusal = NumberColumn.twoMarks(zip(evidence, fields).map { ($0, $1.1) }, in: table, fileIndex: fileIndex)
    {
      shape.add(refusal)
    }
    for column in layout.form.dated {
      guard let field = layout.columns[column] else { continue }
      dates[column] = DateColumn(table, [field], range, isDay: column != .period, fileIndex: fileIndex)
    }
  }

  /// What is refused, and what is assumed, of the file as a whole: its header, its records, its columns.
  func survey(_ refused: inout Refusals) -> [Finding] {
    refused = shape
    var assumed: [Finding] = []
    for column in layout.form.numeric {
      guard let number = numbers[column] else { continue }
      if let refusal = number.refusal { refused.add(refusal) } else if let assumption = number.assumption { assumed.append(assumption) }
    }
    for column in layout.form.dated { for refusal in dates[column]?.refusals ?? [] { refused.add(refusal) } }
    return assumed
  }

  /// The rows below the header, blank ones left out.
  var rows: [Row] { body.map { Row(reader: self, record: table[$0]) } }

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
    func required(_ column: Column, _ refused: inout Refusals) -> String? {
      if let words = words(column) { return words }
      refused.add(
        Rejection(
          "unreadable", "the column \(code: column.rawValue) is empty", place: place(column), found: "", expected: column.rawValue,
          remedy: "fill it in, or take the line out"))
      return nil
    }

    /// One of a few words.
    func choice<Choice>(_ column: Column, _ refused: inout Refusals, _ read: (String) -> Choice?, expected: String) -> Choice? {
      guard let words = words(column) else { return nil }
      if let value = read(words.lowercased()) { return value }
      refused.add(
        Rejection(
          "unreadable", "\(quoted: words) is no \(code: column.rawValue)", place: place(column), found: words, expected: expected,
          remedy: "write one of: \(code: expected)"))
      return nil
    }

    /// A number as it is written, nil where the cell is empty or says that there is none.
    func number(_ column: Column, _ refused: inout Refusals) -> AmountReading.Number? {
      guard let field = reader.layout.columns[column] else { return nil }
      switch record.withBytes(field, { AmountReader.read($0, decimalMark: reader.numbers[column]?.mark) }) {
      case .empty, .notAvailable: return nil
      case .number(let number), .open(let number, _): return number
      case .notANumber:
        // The column's contradiction has been named once; each cell of it would be noise.
        guard reader.numbers[column]?.refusal == nil else { return nil }
        refuse(column, &refused, "\(quoted: Cell.trimmed(record, field)) is no number", expected: "a number such as 91,000,000 or 0.02")
      case .tooManyDigits:
        refuse(
          column, &refused, "\(quoted: Cell.trimmed(record, field)) has more digits than can be held exactly", expected: "at most 30 digits"
        )
      }
      return nil
    }

    private func refuse(_ column: Column, _ refused: inout Refusals, _ message: Text, expected: String) {
      refused.add(
        Rejection("unreadable", message, place: place(column), found: words(column), expected: expected, remedy: "correct the number"))
    }

    /// A number as a fraction.
    func ratio(_ column: Column, _ refused: inout Refusals) -> Ratio? {
      guard let number = number(column, &refused) else { return nil }
      guard abs(number.exponent) <= 60 else {
        refuse(column, &refused, "the number is out of range", expected: "a number of ordinary size")
        return nil
      }
      return Ratio(coefficient: number.coefficient, exponent: number.exponent)
    }

    /// A number that must not be negative.
    func positive(_ column: Column, _ refused: inout Refusals) -> Ratio? {
      guard let ratio = ratio(column, &refused) else { return nil }
      if ratio.sign >= 0 { return ratio }
      refuse(column, &refused, "\(code: column.rawValue) must not be negative", expected: "a number without a minus")
      return nil
    }

    /// An amount in units of currency.
    func amount(_ column: Column, _ refused: inout Refusals) -> Amount? {
      guard let number = number(column, &refused) else { return nil }
      if let amount = Amount(coefficient: number.coefficient, exponent: number.exponent) { return amount }
      refuse(column, &refused, "the amount cannot be held exactly", expected: "below 10^18, with at most twelve decimals")
      return nil
    }

    /// An amount that must not be negative.
    func positiveAmount(_ column: Column, _ refused: inout Refusals) -> Amount? {
      guard let amount = amount(column, &refused) else { return nil }
      if amount.sign >= 0 { return amount }
      refuse(column, &refused, "\(code: column.rawValue) must not be negative", expected: "an amount without a minus or brackets")
      return nil
    }

    /// A date; nil where the cell is empty.
    func date(_ column: Column, _ refused: inout Refusals) -> CalendarDate? {
      guard let words = words(column) else { return nil }
      guard let dates = reader.dates[column] else { return nil }
      if let day = dates.day(words) { return day }
      refused.add(DateColumn.refusal(words, isDay: true, at: place(column)))
      return nil
    }

    /// A date or period in words that can be read one way, whatever order the column has its days and months in; nil where it is empty.
    func period(_ column: Column, _ refused: inout Refusals) -> String? {
      guard let words = words(column) else { return nil }
      do throws(PeriodWish.Doubt) {
        _ = try PeriodWish(words)
        return words
      } catch {
        if case .open = error, let reading = reader.dates[column]?.reading(words) {
          if let day = reading.kind.day { return day.isoText }
          if let period = PeriodResolver(yearEnd: .yearEnd).resolve(reading, isInstant: false)?.period, let start = period.start {
            return "\(start.isoText)/\(period.end.isoText)"
          }
        }
        refused.add(DateColumn.refusal(words, isDay: false, at: place(column)))
        return nil
      }
    }

    /// A currency by its code or symbol.
    func currency(_ column: Column, _ refused: inout Refusals) -> Currency? {
      guard let words = words(column) else { return nil }
      if let currency = Currency(words: words) { return currency }
      refused.add(
        Rejection(
          "unreadable", "\(quoted: words) is no currency", place: place(column), found: words, expected: "an ISO 4217 code such as CNY",
          remedy: "write the code of the currency"))
      return nil
    }
  }
}

extension Currency {
  /// A currency as people write it: a code, `RMB`, `HK$`, 人民币.
  init?(words: String) {
    guard let currency = Currency(code: words) ?? UnitReader.read(words)?.unit.currency else { return nil }
    // RMB is what people write for CNY.
    self = currency.code == "RMB" ? .renminbi : currency
  }
}
