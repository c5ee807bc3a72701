import DelimitedText

/// How one column writes its decimals, decided by proof in the column: `1,234.5` and `1,234,567` prove a point, `1.234,5` a comma.
struct NumberColumn: Sendable {
  /// The mark by which every cell of the column is read.
  let mark: DecimalMark
  /// Why the column cannot be read.
  var refusal: Rejection?
  /// What was assumed, where nothing proves it.
  var assumption: Finding?

  /// What a column counts, which says how `1,234` is likelier meant.
  enum Kind: Sendable {
    /// Money and shares: groups of three digits are groups.
    case counted
    /// Rates and prices: three digits after a point are decimals, after a comma nobody knows.
    case priced
    /// Percentages: nobody holds thousands of them.
    case percentage

    init(_ column: Column) {
      switch column {
      case .rate, .price: self = .priced
      case .percent: self = .percentage
      default: self = .counted
      }
    }
  }

  /// What the cells of a column show by themselves.
  struct Evidence: Sendable {
    fileprivate var point: Int?
    fileprivate var comma: Int?
    fileprivate var openPoint: Int?
    fileprivate var openComma: Int?
    /// How many cells prove a mark without thousands of their own, how many with them, and how many could be thousands by a comma.
    private var bareProofs = 0
    private var groupedProofs = 0
    fileprivate var openCommaCount = 0

    /// Whether one bare number alone proves what its mark means.
    fileprivate var isProvedOnce: Bool { bareProofs == 1 && groupedProofs == 0 }

    /// The mark that the column proves, and only that one.
    var proven: DecimalMark? {
      switch (point, comma) {
      case (.some, nil): .point
      case (nil, .some): .comma
      case (nil, nil), (.some, .some): nil
      }
    }

    /// Takes a cell of the record `index`.
    mutating func take(_ reading: AmountReading, at index: Int) {
      switch reading {
      case .number(let number):
        switch number.separators.provenDecimalMark {
        case .point: point = point ?? index
        case .comma: comma = comma ?? index
        case nil: return
        }
        if number.separators.grouping == nil { bareProofs += 1 } else { groupedProofs += 1 }
      case .open(let grouped, _):
        if grouped.separators.grouping == .point {
          openPoint = openPoint ?? index
        } else {
          openComma = openComma ?? index
          openCommaCount += 1
        }
      case .empty, .notAvailable, .notANumber, .tooManyDigits: break
      }
    }

    /// What the fields of `body` show; several fields of one measure are one column.
    init(_ table: Table, _ fields: [Int], _ body: [Int]) {
      for index in body {
        for field in fields { take(table[index].withBytes(field) { AmountReader.read($0) }, at: index) }
      }
    }
  }

  /// Settles a column.
  ///
  /// - Parameter others: the mark that the file's other columns prove, where they prove one.
  init(_ evidence: Evidence, kind: Kind, others: DecimalMark?, in table: Table, fields: [Int], fileIndex: Int) {
    func cell(_ index: Int, _ wanted: (AmountReading) -> Bool) -> (text: String, place: Place) {
      let field = fields.first { wanted(table[index].withBytes($0) { AmountReader.read($0) }) } ?? fields.first ?? 0
      return (
        Cell.trimmed(table[index], field),
        Place(fileIndex: fileIndex, lineNumber: table[index].lineNumber, columnNumber: field + 1)
      )
    }
    func proof(_ index: Int, _ mark: DecimalMark) -> (text: String, place: Place) {
      cell(index) { if case .number(let number) = $0 { number.separators.provenDecimalMark == mark } else { false } }
    }
    func open(_ index: Int) -> (text: String, place: Place) {
      cell(index) { if case .open = $0 { true } else { false } }
    }
    switch (evidence.point, evidence.comma, evidence.openPoint, evidence.openComma) {
    case (.some(let point), .some(let comma), _, _):
      mark = .point
      let (first, second) = (proof(point, .point), proof(comma, .comma))
      let later = point > comma ? first : second
      refusal = Rejection(
        "unreadable", "\(quoted: first.text) has a decimal point and \(quoted: second.text) in the same column a decimal comma",
        place: later.place, found: later.text, expected: "one way of writing decimals in a column",
        remedy: "write all numbers of the column alike")
    case (.some, nil, _, _): mark = .point
    case (nil, .some(let comma), _, let open):
      mark = .comma
      // Where semicolons part the fields, commas part decimals.
      let fewest = table.dialect.delimiter == UInt8(ascii: ";") ? DecimalMarks.proofByNumber : 1
      if kind == .counted, open != nil, others != .comma, evidence.isProvedOnce, evidence.openCommaCount >= fewest {
        refusal = NumberColumn.lone(proof(comma, .comma), evidence.openCommaCount)
      }
    case (nil, nil, .some(let point), .some(let comma)):
      mark = .point
      let (first, second) = (open(point), open(comma))
      let later = point > comma ? first : second
      refusal = Rejection(
        "unreadable", "\(quoted: first.text) and \(quoted: second.text) stand in one column, and either may be thousands or decimals",
        place: later.place, found: later.text, expected: "one way of writing decimals in a column",
        remedy: "write all numbers of the column alike, such as 1234 or 1.2340")
    case (nil, nil, nil, nil): mark = .point
    case (nil, nil, .some(let index), nil):
      let found = open(index)
      mark = others ?? (kind == .counted ? .comma : .point)
      // What the file's other columns prove is no assumption.
      assumption = others == nil ? NumberColumn.assumption(found.text, found.place, isGrouped: mark == .comma) : nil
    case (nil, nil, nil, .some(let index)):
      let found = open(index)
      mark = others ?? (kind == .percentage ? .comma : .point)
      // Nor is it one that shares are counted in whole numbers.
      let isPlain = others != nil || kind == .counted
      assumption = isPlain ? nil : NumberColumn.assumption(found.text, found.place, isGrouped: mark == .point)
      if kind == .priced, others == nil {
        refusal = Rejection(
          "unreadable", "\(quoted: found.text) can be read in thousands or with three decimals, and no other cell of the file shows which",
          place: found.place, found: found.text, expected: "a number that can be read one way",
          remedy: "write it with a point and another number of decimals, such as 7.7980")
      }
    }
  }

  /// The refusal of a table of which one column proves a point and another a comma: one hand wrote both.
  static func twoMarks(_ columns: [(evidence: Evidence, field: Int)], in table: Table, fileIndex: Int) -> Rejection? {
    func cell(_ index: Int, _ field: Int) -> (text: String, place: Place) {
      (Cell.trimmed(table[index], field), Place(fileIndex: fileIndex, lineNumber: table[index].lineNumber, columnNumber: field + 1))
    }
    let points = columns.compactMap { column in column.evidence.comma == nil ? column.evidence.point.map { cell($0, column.field) } : nil }
    let commas = columns.compactMap { column in column.evidence.point == nil ? column.evidence.comma.map { cell($0, column.field) } : nil }
    guard let point = points.first, let comma = commas.first else { return nil }
    let isCommaOdd = points.count == commas.count ? comma.place > point.place : commas.count < points.count
    let (odd, usual) = isCommaOdd ? (comma, point) : (point, comma)
    return Rejection(
      "unreadable",
      isCommaOdd
        ? "\(quoted: odd.text) shows a decimal comma, and \(quoted: usual.text) in another column shows a decimal point"
        : "\(quoted: odd.text) shows a decimal point, and \(quoted: usual.text) in another column shows a decimal comma",
      place: odd.place, found: odd.text, expected: "one way of writing numbers in a table",
      remedy: "write all numbers of the table alike, such as 1234.5")
  }

  /// The refusal of a column of which one number alone shows that its mark parts decimals, where others have three digits behind it.
  private static func lone(_ cell: (text: String, place: Place), _ others: Int) -> Rejection {
    Rejection(
      "unreadable",
      others == 1
        ? "\(quoted: cell.text) alone shows that its mark parts decimals, and another number of the column has just three digits behind it, as thousands have"
        : "\(quoted: cell.text) alone shows that its mark parts decimals, and \(others) other numbers all have just three digits behind it, as thousands have",
      place: cell.place, found: cell.text, expected: "one way of writing decimals in a column",
      remedy: "complete the number where a digit is missing, else write the numbers of the column without separators for thousands")
  }

  private static func assumption(_ text: String, _ place: Place, isGrouped: Bool) -> Finding {
    Finding(
      .info, "separator-assumed",
      isGrouped
        ? "the mark in \(quoted: text) is taken as a thousands separator: no cell of the column shows otherwise"
        : "the mark in \(quoted: text) is taken as the decimal mark: no cell of the column shows otherwise",
      place: place, actual: text, remedy: "write the column's numbers without separators for thousands")
  }
}
