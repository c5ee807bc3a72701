import DelimitedText

/// How the work is done, which never shows in what comes of it.
struct Effort: Sendable {
  /// From which size on a ledger is added up as it is read. Units: bytes.
  var longByteCount = Delivery.streamedByteCount
  /// On how many threads.
  var threadCount = Workers.coreCount
  /// Units: bytes; a thread is given no less.
  var partByteCount = 4 << 20
  /// Whether the digests of long files are wanted, which only reports show.
  var needsDigests = true
}

/// A long file of balances or of what was posted that is added up as it is read: no row of it is held.
///
/// Only plain ones are served: one column of amounts, no units by row; of balances, each account once at a date. Where the file shows anything else it is
/// read whole, as every other file is; the figures, findings and evidence are the same by either way.
struct LongLedger: Sendable {
  let delivery: Delivery
  let text: LongText
  let layout: RegisterLayout
  let fileIndex: Int
  let effort: Effort
  /// The first records with what stands above them.
  let reader: RegisterReader
  let titles: RegisterTitles
  let periodField: Int
  let amountField: Int
  let shape: RegisterShape
  /// Whether what stands above the rows, or the dates of the first of them, show already what they are, so that none need be kept for that.
  let isPlain: Bool

  /// The file's first records.
  var head: Table { text.head }

  /// How many records decide what the columns are and whose accounts are looked at whole.
  private static let headRecords = LedgerNature.namingRows + 100

  /// The ledger in a delivery; nil where it is short, or no plain ledger.
  init?(_ delivery: Delivery, fileIndex: Int, _ effort: Effort) {
    guard delivery.problem == nil, delivery.byteCount >= max(effort.longByteCount, 1) else { return nil }
    guard let text = LongText(delivery.stream ?? ByteSource(delivery.bytes), recordCount: LongLedger.headRecords),
      let layout = RegisterLayout.find(in: text.head), layout.form == .long, layout.measures.isEmpty, layout.repeatedFields.isEmpty
    else { return nil }
    let columns = layout.columns
    guard let amount = columns[.amount], let period = columns[.period] ?? columns[.date] ?? columns[.end],
      columns[.start] == nil || columns[.end] == nil, columns[.side] == nil, columns[.unit] == nil, columns[.year] == nil
    else { return nil }
    self.delivery = delivery
    self.text = text
    self.layout = layout
    self.fileIndex = fileIndex
    self.effort = effort
    reader = RegisterReader(table: text.head, layout: layout, fileIndex: fileIndex)
    titles = RegisterTitles(reader)
    periodField = period
    amountField = amount
    shape = RegisterShape(table: text.head, layout: layout, fileIndex: fileIndex)
    let fields = Array(columns.values) + [layout.otherNameField].compactMap { $0 }
    isPlain = LedgerNature.isPlain(reader, hasOpening: false, isPostedWithinMonths: LongLedger.showsPostings(reader, period))
    guard fields.allSatisfy({ $0 < shape.width }), titles.preamble.unit?.value.exponent ?? 0 == 0 else { return nil }
  }

  /// Whether the dates of a column are days of posting.
  private static func showsPostings(_ reader: RegisterReader, _ field: Int) -> Bool {
    let column = DateColumn(reader.table, [field], reader.body, isDay: false, fileIndex: reader.fileIndex)
    let words = Set(reader.body.lazy.filter { !reader.table[$0].isEmpty(field) }.map { Cell.trimmed(reader.table[$0], field) })
    return LedgerPeriods.dayOfPosting(words.map { column.reading($0) }) != nil
  }

  /// The fields of what rows are added up under: whose, when, in which currency, scenario and basis.
  var groupFields: [Int?] {
    [layout.columns[.entity], periodField, layout.columns[.currency], layout.columns[.scenario], layout.columns[.basis]]
  }

  /// The fields of an account.
  var accountFields: [Int?] {
    [
      layout.columns[.account], layout.columns[.accountName], layout.columns[.item], layout.columns[.section], layout.otherNameField,
    ]
  }

  /// Further fields, whose words may say that a row is an opening balance.
  private var otherFields: [Int] {
    let taken = Set((groupFields + accountFields + [amountField]).compactMap { $0 })
    return (0..<shape.width).filter { !taken.contains($0) }
  }

  /// Adds the file up; nil where it must be read whole.
  func tally(_ accounts: AccountMap, _ catalogue: LineItemCatalogue) -> Tally? {
    let kinds = AccountKinds(accounts, catalogue)
    let shown = isPlain ? [] : shownSeries
    let judge = RowJudge(self)
    var plan = TallyPlan(
      classOf: { kinds.number(of: $0) }, isWatched: { shown?.contains(LongLedger.series($0)) ?? true }, judge: { judge.verdict(of: $0) })
    plan.delimiter = head.dialect.delimiter
    plan.start = text.start
    plan.headCount = layout.headerRecord + 1
    plan.width = shape.width
    plan.amountField = amountField
    plan.groupFields = groupFields
    plan.requiredGroupFields = [layout.columns[.entity], periodField].compactMap { $0 }
    plan.accountFields = accountFields
    plan.namingFields = judge.namingFields
    plan.otherFields = otherFields
    plan.unmarkedField = periodField
    plan.marks = { LedgerMovements.isOpening($0) }
    if let shownAccounts { plan.isWatchedAccount = { shownAccounts.contains($0) } }
    plan.strangeBytes = text.strangeBytes
    plan.threadCount = effort.threadCount
    plan.partByteCount = effort.partByteCount
    plan.mostRefused = Refusals.most
    return TallyReader.read(text.source, plan)
  }

  /// Whose accounts are looked at row by row; nil for all.
  private var shownSeries: Set<[String?]>? { shown(groupFields).map { Set($0.map(LongLedger.series)) } }

  /// Which of their accounts; nil for all.
  private var shownAccounts: Set<[String?]>? { shown(accountFields).map { Set($0) } }

  /// Words of the rows that name what is looked at; nil where all of it is.
  private func shown(_ fields: [Int?]) -> [[String?]]? {
    guard text.source.byteCount > 4 << 20 else { return nil }
    let rows = (layout.headerRecord + 1)..<min(layout.headerRecord + 1 + LedgerNature.namingRows, head.recordCount)
    return rows.compactMap { index in
      let record = head[index]
      guard case .whole = shape.verdict(of: record), record.withBytes(amountField, { AmountReader.read($0).isNumber }) else { return nil }
      return fields.map { field in field.flatMap { record.isEmpty($0) ? nil : record.text($0) } }
    }
  }

  private static func series(_ words: [String?]) -> [String?] { [words[0]] + words.dropFirst(2) }
}

extension AmountReading {
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .open: true
    case .empty, .notAvailable, .notANumber, .tooManyDigits: false
    }
  }
}

/// Judges the rows of a long ledger that are not plain, exactly as those of a short one.
struct RowJudge: Sendable {
  private let shape: RegisterShape
  private let cells: LedgerCells
  private let layout: RegisterLayout
  private let amountField: Int
  private let periodField: Int
  /// The fields of which one must name the account.
  let namingFields: [Int]

  init(_ ledger: LongLedger) {
    shape = ledger.shape
    cells = LedgerCells(ofLong: ledger.reader, amountField: ledger.amountField)
    layout = ledger.layout
    amountField = ledger.amountField
    periodField = ledger.periodField
    namingFields = [Column.account, .accountName, .item].compactMap { ledger.layout.columns[$0] }
  }

  func verdict(of record: Table.Record) -> TallyPlan.Verdict {
    switch shape.verdict(of: record) {
    case .none: return .skip
    case .refused: return .misshapen
    case .whole: break
    }
    var showsPoint = false
    var isOpen = false
    switch record.withBytes(amountField, { AmountReader.read($0) }) {
    case .number(let number):
      if number.separators.provenDecimalMark == .comma { return .beyond }
      showsPoint = number.separators.provenDecimalMark == .point
    case .open: isOpen = true
    case .empty, .notAvailable, .notANumber, .tooManyDigits: break
    }
    var refused = Refusals()
    let measured = cells.amounts(of: record, unitExponent: 0, &refused).first
    let count = refused.list.count + (RowJudge.refusal(of: record, layout, periodField) == nil ? 0 : 1)
    if count > 0 { return isOpen || showsPoint ? .beyond : .refused(count) }
    guard let measured else { return .empty }
    return .amount(atoms: (measured.debit - measured.credit).atoms, decimals: measured.decimals, showsPoint: showsPoint, isOpen: isOpen)
  }

  /// Why a row with or without an amount is refused for want of a word: of which field, what is said of it, and what was expected.
  static func refusal(of record: Table.Record, _ layout: RegisterLayout, _ periodField: Int) -> (
    field: Int?, message: Text, expected: String
  )? {
    if let field = layout.columns[.entity], record.isEmpty(field) {
      return (field, "the column \(code: "entity") is empty", "the name of an entity")
    }
    let field = layout.columns[.end] ?? periodField
    if record.isEmpty(periodField) { return (field, "the row gives no date or period", "a date or period") }
    let names = [Column.account, .accountName, .item].compactMap { layout.columns[$0] }
    if names.allSatisfy({ record.isEmpty($0) }) { return (nil, "the row has an amount and names no account", "an account or an item") }
    return nil
  }

  /// What is refused of a row, in the order of a short file.
  func refusals(of record: Table.Record, fileIndex: Int) -> [Rejection] {
    if case .refused(let rejection) = shape.verdict(of: record) { return [rejection] }
    var refused = Refusals()
    _ = cells.amounts(of: record, unitExponent: 0, &refused)
    var list = refused.list
    if let (field, message, expected) = RowJudge.refusal(of: record, layout, periodField) {
      list.append(
        Rejection(
          "unreadable", message,
          place: Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field.map { $0 + 1 } ?? 0),
          found: field.map { Cell.trimmed(record, $0) }, expected: expected, remedy: "fill the cell in, or take the line out"))
    }
    return list
  }
}
