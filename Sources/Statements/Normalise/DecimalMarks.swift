/// What the separators of each column of a table mean: proved by the column, lent by its neighbours, or assumed and said so.
struct DecimalMarks {
  private var marks: [DecimalMark] = []
  /// So many numbers of a table that all have just three digits behind one and the same mark show that it parts thousands.
  static let proofByNumber = 6
  /// Columns whose mark had to be assumed, at the first cell that leaves it open.
  private(set) var assumptions: [Finding] = []
  /// Columns that contradict themselves or each other, at the cells that show it.
  private(set) var refusals: [Rejection] = []

  subscript(column: Int) -> DecimalMark { marks[column] }

  /// What the readings of one column show.
  private struct Census {
    var point: Int?
    var comma: Int?
    var openComma: Int?
    var openPoint: Int?
    /// The longest plain number without grouping, in digits, and where it stands.
    var plainDigits = 0
    var plain: Int?
    /// How many numbers are open.
    var openCount = 0
    /// The fewest digits of a number that is open.
    var openDigits = Int.max
    /// 12345 beside 1.234: a column that groups would have 12.345.
    var groupsNone: Bool { plainDigits > 4 || (plainDigits == 4 && openDigits == 4) }
  }

  init(
    _ readings: [AmountReading], columnCount: Int, column: (Int) -> Int, isSemicolonFile: Bool, currency: (Int) -> Currency?,
    cell: (Int) -> (text: String, place: Place)
  ) {
    var columns = [Census](repeating: Census(), count: columnCount)
    for (index, reading) in readings.enumerated() {
      let of = column(index)
      switch reading {
      case .number(let number):
        switch number.separators.provenDecimalMark {
        case .point: columns[of].point = columns[of].point ?? index
        case .comma: columns[of].comma = columns[of].comma ?? index
        case nil:
          guard number.separators.grouping == nil, number.exponent == 0, !number.isPercent else { continue }
          let digits = DecimalMarks.digits(number.coefficient)
          if digits > columns[of].plainDigits { (columns[of].plainDigits, columns[of].plain) = (digits, index) }
        }
      case .open(let grouped, _):
        if grouped.separators.grouping == .comma { columns[of].openComma = columns[of].openComma ?? index }
        if grouped.separators.grouping == .point { columns[of].openPoint = columns[of].openPoint ?? index }
        columns[of].openCount += 1
        columns[of].openDigits = min(columns[of].openDigits, DecimalMarks.digits(grouped.coefficient))
      case .empty, .notAvailable, .notANumber, .tooManyDigits: continue
      }
    }
    for census in columns {
      if let point = census.point, let comma = census.comma { refusals.append(DecimalMarks.contradiction(cell(point), cell(comma))) }
    }
    if refusals.isEmpty { refuseTwoMarks(columns, cell: cell) }
    if refusals.isEmpty, let lone = LoneDecimalMark.refusal(readings, isSemicolonFile: isSemicolonFile, cell: cell) {
      refusals.append(lone)
    }
    let (hasPoint, hasComma) = (columns.contains { $0.point != nil }, columns.contains { $0.comma != nil })
    let isShownByNumber = DecimalMarks.sameGrouping(readings) >= DecimalMarks.proofByNumber
    let lent: DecimalMark? = hasPoint == hasComma ? nil : hasPoint ? .point : .comma

    for (of, census) in columns.enumerated() {
      if census.point != nil || census.comma != nil {
        marks.append(census.point != nil ? .point : .comma)
      } else if let lent {
        refuseLent(lent, census, readings, cell: cell)
        marks.append(lent)
      } else if census.openComma == nil, census.openPoint == nil {
        marks.append(.point)
      } else {
        let own = census.groupsNone ? readings.indices.filter { column($0) == of }.map { readings[$0] } : []
        // A mark that is the usual one before decimals in such a file is not taken for another by the currency alone.
        let isUsual = (census.openComma != nil) == isSemicolonFile
        if let mark = shown(census, own, isUsual ? nil : currency(of), cell: cell) {
          marks.append(mark)
        } else {
          marks.append(assumed(census, isSemicolonFile: isSemicolonFile, isShownByNumber: isShownByNumber, cell: cell))
        }
      }
    }
  }

  /// How many numbers of the table could be grouped or have three decimals, where all of them have the same mark; else none.
  static func sameGrouping(_ readings: [AmountReading]) -> Int {
    var counts: [AmountReading.Grouping: Int] = [:]
    for reading in readings {
      if case .open(let grouped, _) = reading, let mark = grouped.separators.grouping { counts[mark, default: 0] += 1 }
    }
    return counts.count == 1 ? counts.values.first ?? 0 : 0
  }

  /// The mark of a column that parts the thousands of some numbers and not of others, where its sums or its currency show it.
  private mutating func shown(
    _ census: Census, _ column: [AmountReading], _ currency: Currency?, cell: (Int) -> (text: String, place: Place)
  ) -> DecimalMark? {
    guard let open = census.openComma ?? census.openPoint, census.openComma == nil || census.openPoint == nil, census.groupsNone else {
      return nil
    }
    let isComma = census.openComma != nil
    let found = cell(open)
    if let isGrouped = DecimalMarkProof.isGrouped(column) {
      assumptions.append(
        DecimalMarks.finding(
          isGrouped
            ? "the mark in \(quoted: found.text) is taken as a thousands separator, though other figures of the column have none: the column's sums hold only so"
            : "the mark in \(quoted: found.text) is taken as the decimal mark: the column's sums hold only so", found))
      return isGrouped == isComma ? .point : .comma
    }
    guard let currency else { return nil }
    assumptions.append(
      DecimalMarks.finding(
        "the mark in \(quoted: found.text) is taken as a thousands separator, though other figures of the column have none: amounts in \(code: currency.code) have no three decimals",
        found))
    return isComma ? .point : .comma
  }

  /// The mark of a column that nothing proves: its separators are taken as grouping, unless its other numbers show that it groups none.
  private mutating func assumed(_ census: Census, isSemicolonFile: Bool, isShownByNumber: Bool, cell: (Int) -> (text: String, place: Place))
    -> DecimalMark
  {
    if let comma = census.openComma, let point = census.openPoint {
      let (first, second) = (min(comma, point), max(comma, point))
      refusals.append(
        Rejection(
          "unreadable",
          "\(quoted: cell(first).text) and \(quoted: cell(second).text) stand in one column, and no other figure shows which of the two marks parts the decimals",
          place: cell(second).place, found: cell(second).text, expected: "one way of writing numbers in a column",
          remedy: "write all figures of the column alike, such as 1234.5"))
      return .point
    }
    guard let open = census.openComma ?? census.openPoint else { return .point }
    let isComma = census.openComma != nil
    let shown = cell(open)
    if census.groupsNone, let plain = census.plain {
      guard isComma == isSemicolonFile else {
        refusals.append(
          Rejection(
            "unreadable",
            "\(quoted: shown.text) can be a whole number with its thousands parted or one with three decimals, and \(quoted: cell(plain).text) in the same column is not parted",
            place: shown.place, found: shown.text, expected: "one way of writing numbers in a column",
            remedy: "write all figures of the column alike, such as 1234.5"))
        return .point
      }
      assumptions.append(
        DecimalMarks.finding(
          "the mark in \(quoted: shown.text) is taken as the decimal mark, since \(quoted: cell(plain).text) in the same column has none",
          shown))
      return isComma ? .comma : .point
    }
    if isShownByNumber { return isComma ? .point : .comma }
    assumptions.append(
      DecimalMarks.finding("the mark in \(quoted: shown.text) is taken as a thousands separator; nothing in the table shows it", shown))
    return isComma ? .point : .comma
  }

  /// Refuses a table of which one column proves a point and another a comma: one hand wrote both, so one of them is not what it seems.
  private mutating func refuseTwoMarks(_ columns: [Census], cell: (Int) -> (text: String, place: Place)) {
    let points = columns.compactMap(\.point)
    let commas = columns.compactMap(\.comma)
    guard let point = points.first, let comma = commas.first else { return }
    let isCommaOdd = points.count == commas.count ? comma > point : commas.count < points.count
    let (odd, usual) = isCommaOdd ? (comma, point) : (point, comma)
    refusals.append(
      Rejection(
        "unreadable",
        isCommaOdd
          ? "\(quoted: cell(odd).text) shows a decimal comma, and \(quoted: cell(usual).text) in another column a decimal point: one of the two columns is not what it seems"
          : "\(quoted: cell(odd).text) shows a decimal point, and \(quoted: cell(usual).text) in another column a decimal comma: one of the two columns is not what it seems",
        place: cell(odd).place, found: cell(odd).text, expected: "one way of writing numbers in a table",
        remedy: "write all figures of the table alike, such as 1234.5, or put the two columns into files of their own"))
  }

  /// Refuses a column of numbers such as `1.234` alone beside columns that prove the point to part decimals and never have three of them.
  private mutating func refuseLent(
    _ lent: DecimalMark, _ census: Census, _ readings: [AmountReading], cell: (Int) -> (text: String, place: Place)
  ) {
    guard let open = lent == .point ? census.openPoint : census.openComma, census.openCount > 1 else { return }
    var usual: Int?
    for (index, reading) in readings.enumerated() {
      guard case .number(let number) = reading, number.separators.provenDecimalMark == lent else { continue }
      if number.exponent <= -3 { return }
      if number.separators.grouping != nil, usual == nil { usual = index }
    }
    guard let usual else { return }
    refusals.append(
      Rejection(
        "unreadable",
        "\(quoted: cell(open).text) would have three decimals beside \(quoted: cell(usual).text) in another column, where no number has three: its mark may part thousands",
        place: cell(open).place, found: cell(open).text, expected: "one way of writing numbers in a table",
        remedy: "write all figures of the table alike, such as 1234.5"))
  }

  private static func finding(_ message: Text, _ cell: (text: String, place: Place)) -> Finding {
    Finding(
      .info, "separator-assumed", message, place: cell.place, actual: cell.text,
      remedy: "write one figure with its decimals, such as 1234.50, or all figures without a separator")
  }

  private static func contradiction(_ point: (text: String, place: Place), _ comma: (text: String, place: Place)) -> Rejection {
    Rejection(
      "unreadable", "\(quoted: point.text) has a decimal point and \(quoted: comma.text) in the same column a decimal comma",
      place: comma.place, found: comma.text, expected: "one way of writing decimals in a column",
      remedy: "write all figures of the column alike")
  }

  private static func digits(_ coefficient: Int128) -> Int {
    var rest = coefficient.magnitude
    var count = 1
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }
}
