import DelimitedText

/// How the amounts of a long file or a trial balance are written: which columns, which decimal mark, which unit.
struct LedgerCells {
  /// What one pair of columns, or the amount, gives for one row.
  struct Measured {
    let measure: Int
    let debit: Amount
    let credit: Amount
    let decimals: Int
    let field: Int
    let secondField: Int?
  }

  /// The pairs from which figures are taken, one for each date; the others are only added up.
  let factMeasures: [Int]
  /// A column of closing balances beside what was posted, where there is one.
  let closingField: Int?
  /// The power of ten that the titles give.
  let unitExponent: Int
  /// The column of dates or periods, where one column gives them.
  let periodField: Int?

  private let layout: RegisterLayout
  private let fileIndex: Int
  private let openingField: Int?
  private let closingIsDebitSigned: Bool
  private let marks: [Int: DecimalMark]
  private let creditsAreNegative: [Int: Bool]
  /// Columns whose marks contradict each other: that is said once, and not of each cell.
  private let contradicted: Set<Int>

  init(_ reader: RegisterReader, _ titles: RegisterTitles, _ refused: inout Refusals, _ assumed: inout [Finding]) {
    layout = reader.layout
    fileIndex = reader.fileIndex
    unitExponent = titles.preamble.unit?.value.exponent ?? 0
    let columns = reader.layout.columns
    periodField = columns[.start] != nil && columns[.end] != nil ? nil : columns[.period] ?? columns[.date] ?? columns[.end]
    let header = reader.table[reader.layout.headerRecord]
    openingField = (0..<header.fieldCount).first { field in
      ["openingbalance", "opening", "期初余额", "期初餘額", "beginningbalance"].contains(Column.key(header.text(field)))
    }
    let measures = reader.layout.measures
    // Balances with their sides are measures of their own.
    let hasClosing =
      measures.contains { $0.sides == .pair } && !measures.contains { $0.sides != .pair && $0.phase != .opening } && columns[.amount] != nil
    closingField = hasClosing ? columns[.amount] : nil
    // Balances say more than what was posted; the year to date more than the month.
    let worth: [TrialBalanceMeasure.Phase] = [.opening, .movement, .plain, .yearToDate, .closing]
    var best: [Int] = []
    for index in measures.indices {
      // A column without a date of its own is of the date that the titles or the other columns give.
      guard let rival = best.firstIndex(where: { measures[$0].isOfSameDate(as: measures[index], titles.readings) })
      else {
        best.append(index)
        continue
      }
      let order = { (measure: Int) in worth.firstIndex(of: measures[measure].phase) ?? 0 }
      if order(index) > order(best[rival]) { best[rival] = index }
    }
    factMeasures = measures.isEmpty ? [0] : best
    var fields = measures.flatMap { $0.debitField == $0.creditField ? [$0.debitField] : [$0.debitField, $0.creditField] }
    if let amount = columns[.amount] { fields.append(amount) }
    if hasClosing, let openingField { fields.append(openingField) }
    let body = reader.body
    let evidence = fields.map { NumberColumn.Evidence(reader.table, [$0], body) }
    var marks: [Int: DecimalMark] = [:]
    var contradicted: Set<Int> = []
    for (index, field) in fields.enumerated() {
      let others = Set(evidence.indices.filter { $0 != index }.compactMap { evidence[$0].proven })
      let column = NumberColumn(
        evidence[index], kind: .counted, others: others.count == 1 ? others.first : nil, in: reader.table, fields: [field],
        fileIndex: fileIndex)
      marks[field] = column.mark
      if column.refusal != nil { contradicted.insert(field) }
      // The amount column of a long file has been surveyed with the register's own.
      if let refusal = column.refusal, field != columns[.amount] { refused.add(refusal) }
      if let assumption = column.assumption, field != columns[.amount] { assumed.append(assumption) }
    }
    if layout.form == .trialBalance,
      let refusal = NumberColumn.twoMarks(zip(evidence, fields).map { ($0, $1) }, in: reader.table, fileIndex: reader.fileIndex)
    {
      refused.add(refusal)
    }
    var negative: [Int: Bool] = [:]
    for measure in measures where measure.sides == .pair {
      let signs = body.compactMap { index -> Bool? in
        guard
          case .number(let number) = reader.table[index].withBytes(
            measure.creditField, { AmountReader.read($0, decimalMark: marks[measure.creditField]) }), number.coefficient != 0
        else { return nil }
        return number.coefficient < 0
      }
      negative[measure.creditField] = !signs.isEmpty && signs.allSatisfy { $0 }
    }
    self.marks = marks
    self.contradicted = contradicted
    creditsAreNegative = negative
    closingIsDebitSigned = hasClosing && LedgerCells.sumsToNil(reader, columns[.amount], marks)
  }

  /// One column of amounts whose decimals follow a point, as a file that is too long to be held has it.
  init(ofLong reader: RegisterReader, amountField: Int) {
    layout = reader.layout
    fileIndex = reader.fileIndex
    factMeasures = [0]
    closingField = nil
    unitExponent = 0
    let columns = reader.layout.columns
    periodField = columns[.period] ?? columns[.date] ?? columns[.end]
    openingField = nil
    closingIsDebitSigned = false
    marks = [amountField: .point]
    creditsAreNegative = [:]
    contradicted = []
  }

  /// The amounts of a record; none where it has none.
  func amounts(
    of record: Table.Record, unitExponent: Int, _ refused: inout Refusals
  ) -> [Measured] {
    if layout.measures.isEmpty { return single(record, unitExponent, &refused) }
    return layout.measures.indices.compactMap { measure in
      let pair = layout.measures[measure]
      if pair.sides != .pair { return balance(record, measure, pair, unitExponent, &refused) }
      let debit = number(record, pair.debitField, unitExponent, &refused)
      var credit = number(record, pair.creditField, unitExponent, &refused)
      guard debit != nil || credit != nil else { return nil }
      if creditsAreNegative[pair.creditField] == true, let printed = credit {
        credit = (printed.amount.magnitude, printed.decimals)
      }
      let hasDebit = debit.map { $0.amount.sign != 0 } ?? false
      let hasCredit = credit.map { $0.amount.sign != 0 } ?? false
      return Measured(
        measure: measure, debit: debit?.amount ?? .zero, credit: credit?.amount ?? .zero,
        decimals: hasDebit == hasCredit
          ? max(debit?.decimals ?? .min, credit?.decimals ?? .min) : (hasDebit ? debit?.decimals : credit?.decimals) ?? 0,
        field: hasCredit && !hasDebit || debit == nil ? pair.creditField : pair.debitField,
        secondField: hasDebit && hasCredit ? pair.creditField : nil)
    }
  }

  /// An amount with its sign, or with a column that says on which side it is.
  private func single(_ record: Table.Record, _ exponent: Int, _ refused: inout Refusals) -> [Measured] {
    guard let field = layout.columns[.amount], let number = number(record, field, exponent, &refused) else { return [] }
    var amount = number.amount
    if let sideField = layout.columns[.side], amount.sign != 0 {
      guard let isDebit = isDebit(record, sideField, &refused) else { return [] }
      if !isDebit { amount = -amount }
    }
    return [measured(0, amount, number.decimals, field)]
  }

  /// A balance that says itself on which side it is, or of which a column beside says it.
  private func balance(
    _ record: Table.Record, _ measure: Int, _ column: TrialBalanceMeasure, _ exponent: Int, _ refused: inout Refusals
  ) -> Measured? {
    let field = column.debitField
    guard let number = number(record, field, exponent, &refused) else { return nil }
    var amount = number.amount
    switch column.sides {
    case .pair: break
    case .column(let sideField):
      guard amount.sign != 0 else { break }
      guard let isDebit = isDebit(record, sideField, &refused) else { return nil }
      if !isDebit { amount = -amount }
    case .marked(let plainIsDebit):
      let read = record.withBytes(field) { AmountReader.read($0, decimalMark: marks[field]).number }
      if amount.sign != 0, !plainIsDebit, read?.isCredit != true, read?.isDebit != true {
        refuse(
          record, field, &refused, "does not say on which side it is, as other cells of the column do", expected: "an amount with Dr or Cr")
        return nil
      }
    }
    return measured(measure, amount, number.decimals, field)
  }

  private func measured(_ measure: Int, _ amount: Amount, _ decimals: Int, _ field: Int) -> Measured {
    Measured(
      measure: measure, debit: amount.sign > 0 ? amount : .zero, credit: amount.sign < 0 ? -amount : .zero, decimals: decimals,
      field: field, secondField: nil)
  }

  /// Whether a cell beside an amount says that it is a debit; nil and refused where it says nothing.
  private func isDebit(_ record: Table.Record, _ field: Int, _ refused: inout Refusals) -> Bool? {
    let side = Cell.trimmed(record, field)
    if case .some(.some(let isDebit)) = TrialBalanceMeasure.side(of: side) { return isDebit }
    refused.add(
      Rejection(
        "unreadable", "\(quoted: side) does not say on which side the amount is",
        place: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1), found: side,
        expected: "debit or credit", remedy: "write debit or credit"))
    return nil
  }

  // MARK: Closing balances

  /// The closing balance of a row, with its sign proved by what was posted where it can be.
  func closing(of record: Table.Record, netDebit: Amount, unitExponent: Int, _ refused: inout Refusals) -> (
    amount: Amount, decimals: Int, field: Int, isNatural: Bool
  )? {
    guard let closingField, let closing = number(record, closingField, unitExponent, &refused) else { return nil }
    if closingIsDebitSigned { return (closing.amount, closing.decimals, closingField, false) }
    if let openingField, netDebit.sign != 0, let opening = number(record, openingField, unitExponent, &refused) {
      if closing.amount - opening.amount == netDebit { return (closing.amount, closing.decimals, closingField, false) }
      if closing.amount - opening.amount == -netDebit { return (-closing.amount, closing.decimals, closingField, false) }
    }
    return (closing.amount, closing.decimals, closingField, true)
  }

  /// A row of nothing posted beside a closing balance; nil where it has none.
  func balanceAlone(of record: Table.Record, unitExponent: Int) -> Measured? {
    guard let closingField, let measure = factMeasures.first else { return nil }
    guard case .some(let number) = record.withBytes(closingField, { AmountReader.read($0, decimalMark: marks[closingField]).number }) else {
      return nil
    }
    return Measured(
      measure: measure, debit: .zero, credit: .zero, decimals: -number.exponent - unitExponent, field: closingField, secondField: nil)
  }

  private static func sumsToNil(_ reader: RegisterReader, _ field: Int?, _ marks: [Int: DecimalMark]) -> Bool {
    guard let field else { return false }
    var sum = Amount.zero
    var hasNegative = false
    for index in reader.body {
      guard case .number(let number) = reader.table[index].withBytes(field, { AmountReader.read($0, decimalMark: marks[field]) }),
        let amount = Amount(coefficient: number.coefficient, exponent: number.exponent)
      else { continue }
      sum += amount
      hasNegative = hasNegative || amount.sign < 0
    }
    return hasNegative && sum.sign == 0
  }

  // MARK: One cell

  private func number(_ record: Table.Record, _ field: Int, _ unitExponent: Int, _ refused: inout Refusals) -> (
    amount: Amount, decimals: Int
  )? {
    let number: AmountReading.Number
    switch record.withBytes(field, { AmountReader.read($0, decimalMark: marks[field]) }) {
    case .empty, .notAvailable: return nil
    case .number(let read), .open(let read, _): number = read
    case .notANumber:
      if contradicted.contains(field) { return nil }
      refuse(record, field, &refused, "is no amount", expected: "an amount such as (1,552.5), a dash for nil, or nothing")
      return nil
    case .tooManyDigits:
      refuse(record, field, &refused, "has more digits than can be held exactly", expected: "at most 30 digits")
      return nil
    }
    let unitExponent = number.scale == nil ? unitExponent : 0
    guard let amount = Amount(coefficient: number.coefficient, exponent: number.exponent + unitExponent) else {
      refuse(record, field, &refused, "cannot be held exactly", expected: "below 10^18 units of currency, with at most twelve decimals")
      return nil
    }
    return (amount, -number.exponent - unitExponent)
  }

  private func refuse(_ record: Table.Record, _ field: Int, _ refused: inout Refusals, _ what: Text, expected: String) {
    let words = Cell.trimmed(record, field)
    refused.add(
      Rejection(
        "unreadable", "\(quoted: words) \(what)",
        place: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1), found: words, expected: expected,
        remedy: "correct the cell"))
  }
}
