import DelimitedText

/// Reads the rows of a long file or a trial balance into postings and sums; what a row cannot be read for is refused.
struct LedgerReader {
  /// Debits and credits of one group, added up.
  struct Sums {
    var debits = Amount.zero
    var credits = Amount.zero
    var rowCount = 0
    var finest = Int.min
    var first: Place
    var stated: LedgerTotals.Stated?
  }

  /// A group in one pair of columns.
  struct SumKey: Hashable {
    var group: LedgerPosting.Group
    /// Index of the pair; 0 for the only one.
    var measure: Int
  }

  private(set) var words = LedgerWords()
  private(set) var postings: [LedgerPosting] = []
  private(set) var sums = LedgerSums()
  /// What is refused.
  var refused: Refusals
  /// What was assumed of the columns.
  private(set) var assumed: [Finding] = []
  let reader: RegisterReader
  let cells: LedgerCells
  private var unitExponents: [String: Int?] = [:]
  private var lastGroup: LedgerPosting.Group?
  /// The heading of assets or of liabilities above, where rows have such headings; −1 where none stands above.
  private var section: Int32 = -1
  private var coded: [LedgerHierarchy.Row] = []
  /// The totals rows, with the group above each.
  private var totals: [(amounts: [LedgerCells.Measured], lineNumber: Int, group: LedgerPosting.Group)] = []
  /// How many rows only add up the accounts below them.
  private(set) var sumRowCount = 0

  init(_ reader: RegisterReader, _ titles: RegisterTitles, _ refused: Refusals) {
    self.reader = reader
    self.refused = refused
    cells = LedgerCells(reader, titles, &self.refused, &assumed)
    for index in reader.body { take(index) }
    leaveOutSums()
    for total in totals { state(total.amounts, total.lineNumber, above: total.group) }
  }

  /// A file of which the rows have been added up as they were read: `postings` are the first of each account.
  init(_ reader: RegisterReader, _ cells: LedgerCells, _ words: LedgerWords, _ postings: [LedgerPosting], _ sums: LedgerSums) {
    self.reader = reader
    self.cells = cells
    self.words = words
    self.postings = postings
    self.sums = sums
    refused = Refusals()
  }

  /// Takes the rows out again that add up the accounts below them.
  private mutating func leaveOutSums() {
    let sums = LedgerHierarchy.sums(coded)
    guard !sums.isEmpty else { return }
    var lines: Set<[Int]> = []
    for index in sums {
      let row = coded[index]
      self.sums[row.key]?.debits += -row.debit
      self.sums[row.key]?.credits += -row.credit
      self.sums[row.key]?.rowCount -= 1
      lines.insert([row.lineNumber, row.key.measure])
    }
    postings.removeAll { lines.contains([reader.table[$0.recordIndex].lineNumber, $0.measure]) }
    sumRowCount = Set(lines.map { $0[0] }).count
  }

  private mutating func take(_ index: Int) {
    let record = reader.table[index]
    let columns = reader.layout.columns
    let file = reader.fileIndex
    var account = LedgerPosting.Account()
    account.code = words.codes.number(of: record, columns[.account], fileIndex: file) ?? -1
    account.name = words.names.number(of: record, columns[.accountName], fileIndex: file) ?? -1
    account.item = words.items.number(of: record, columns[.item], fileIndex: file) ?? -1
    account.other = words.others.number(of: record, reader.layout.otherNameField, fileIndex: file) ?? -1
    account.section = words.sections.number(of: record, columns[.section], fileIndex: file) ?? -1
    let unit = unitExponent(record) ?? cells.unitExponent
    var measured = cells.amounts(of: record, unitExponent: unit, &refused)
    // An account on which nothing was posted has its balance all the same.
    if measured.isEmpty, let balance = cells.balanceAlone(of: record, unitExponent: unit) { measured = [balance] }
    // Headings and footnotes between the figures of a trial balance.
    if reader.layout.form == .trialBalance, measured.isEmpty {
      takeHeading(record)
      return
    }
    if account.section < 0 { account.section = section }
    if reader.layout.form == .trialBalance, let total = total(record, account) {
      if total == .whole, let lastGroup { totals.append((measured, record.lineNumber, lastGroup)) }
      return
    }
    guard let group = group(record) else { return }
    if account.code < 0, account.name < 0, account.item < 0 {
      refuse(record, nil, "the row has an amount and names no account", expected: "an account or an item")
      return
    }
    if measured.isEmpty { return }
    lastGroup = group
    let accountIndex = words.index(of: account)
    let posted = measured.first { reader.layout.measures.isEmpty || reader.layout.measures[$0.measure].sides == .pair }
    for amount in measured {
      let place = Place(fileIndex: file, lineNumber: record.lineNumber, columnNumber: amount.field + 1)
      let key = SumKey(group: group, measure: amount.measure)
      var sum = sums[key] ?? Sums(first: place)
      sum.debits += amount.debit
      sum.credits += amount.credit
      sum.rowCount += 1
      sum.finest = max(sum.finest, amount.decimals)
      sums[key] = sum
      if reader.layout.form == .trialBalance, account.code >= 0 {
        coded.append(
          LedgerHierarchy.Row(
            key: key, code: words.codes.words[Int(account.code)], debit: amount.debit, credit: amount.credit, lineNumber: record.lineNumber)
        )
      }
      guard cells.factMeasures.contains(amount.measure) else { continue }
      let closing = cells.closing(of: record, netDebit: amount.debit - amount.credit, unitExponent: unit, &refused)
      if cells.closingField != nil, closing == nil { continue }
      postings.append(
        LedgerPosting(
          group: group, measure: amount.measure, account: accountIndex, amount: closing?.amount ?? amount.debit - amount.credit,
          net: posted.map { $0.debit - $0.credit } ?? .zero,
          isBalance: closing != nil || (posted.map { $0.measure != amount.measure } ?? false),
          decimals: closing?.decimals ?? amount.decimals, recordIndex: index, lineNumber: record.lineNumber,
          field: closing?.field ?? amount.field,
          secondField: closing == nil ? amount.secondField : nil, isNatural: closing?.isNatural ?? false))
    }
  }

  /// Takes a row of one cell that heads the accounts below it.
  private mutating func takeHeading(_ record: Table.Record) {
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    guard reader.layout.columns[.section] == nil, cells.count == 1 else { return }
    switch LedgerSide.heading(record.text(cells[0])) {
    case .balances: section = words.sections.number(of: record, cells[0], fileIndex: reader.fileIndex) ?? -1
    case .other: section = -1
    case nil: break
    }
  }

  /// What a totals row adds up.
  private enum Total { case whole, part }

  /// Takes a totals row for what it adds up: the rows of the group above, or of all groups where it agrees with those.
  private mutating func state(_ measured: [LedgerCells.Measured], _ lineNumber: Int, above group: LedgerPosting.Group) {
    for amount in measured {
      let key = SumKey(group: group, measure: amount.measure)
      guard let sum = sums[key] else { continue }
      if sum.debits != amount.debit || sum.credits != amount.credit {
        let all = sums.all.filter { $0.key.measure == amount.measure }.map(\.sum)
        let whole = all.reduce((debits: Amount.zero, credits: Amount.zero)) { ($0.debits + $1.debits, $0.credits + $1.credits) }
        if all.count > 1, whole.debits == amount.debit, whole.credits == amount.credit { continue }
      }
      let place = Place(fileIndex: reader.fileIndex, lineNumber: lineNumber, columnNumber: amount.field + 1)
      sums[key]?.stated = LedgerTotals.Stated(debits: amount.debit, credits: amount.credit, place: place)
    }
  }

  /// Whether a row is a total, and one of all rows rather than of some.
  private func total(_ record: Table.Record, _ account: LedgerPosting.Account) -> Total? {
    let first = (0..<record.fieldCount).first { !record.isEmpty($0) }.map { Folding.label(record.text($0)) } ?? ""
    let label = Folding.label(words.label(of: account))
    for key in [first, label] {
      if ["total", "grand total", "sum", "合计", "合計", "总计", "總計", "共计", "共計"].contains(key) { return .whole }
      if ["sub total", "subtotal", "小计", "小計"].contains(key) { return .part }
    }
    // `Total assets` is no account; a code makes one of anything.
    if account.code < 0, label.hasPrefix("total ") { return .part }
    // Debits and credits without a name are a total too.
    return account.code < 0 && label.isEmpty ? .whole : nil
  }

  private mutating func group(_ record: Table.Record) -> LedgerPosting.Group? {
    let columns = reader.layout.columns
    let file = reader.fileIndex
    var group = LedgerPosting.Group()
    group.entity = words.entities.number(of: record, columns[.entity], fileIndex: file) ?? -1
    if let start = columns[.start], let end = columns[.end] {
      group.period = words.periods.number(of: record, start, fileIndex: file) ?? -1
      group.end = words.ends.number(of: record, end, fileIndex: file) ?? -1
      // A row without a stretch may have its day beside: positions among results.
      if group.period < 0, group.end < 0 { group.end = words.ends.number(of: record, columns[.date], fileIndex: file) ?? -1 }
    } else {
      group.period = words.periods.number(of: record, cells.periodField, fileIndex: file) ?? -1
      // A year beside a number of its period: both together say the date.
      if cells.periodField == columns[.period] { group.end = words.ends.number(of: record, columns[.year], fileIndex: file) ?? -1 }
    }
    group.currency = words.currencies.number(of: record, columns[.currency], fileIndex: file) ?? -1
    group.scenario = words.scenarios.number(of: record, columns[.scenario], fileIndex: file) ?? -1
    group.basis = words.bases.number(of: record, columns[.basis], fileIndex: file) ?? -1
    if let field = columns[.entity], group.entity < 0 {
      refuse(record, field, "the column \(code: "entity") is empty", expected: "the name of an entity")
      return nil
    }
    let periodField = columns[.end] ?? cells.periodField
    if let periodField, group.period < 0, group.end < 0 {
      refuse(record, periodField, "the row gives no date or period", expected: "a date or period")
      return nil
    }
    return group
  }

  /// The one currency that the cells of units name, where they name one.
  var currencyOfUnits: Currency? {
    let named = Set(words.units.words.compactMap { text in if case .money(let currency, _)? = UnitCell(text) { currency } else { nil } })
    return named.count == 1 ? named.first : nil
  }

  /// The power of ten that the cells of a row give: the unit's, or that of a currency such as `HK$'000`.
  private mutating func unitExponent(_ record: Table.Record) -> Int? {
    let columns = reader.layout.columns
    var exponent: Int?
    for (field, isCurrency) in [(columns[.unit], false), (columns[.currency], true)] {
      guard exponent == nil, let field, let number = words.units.number(of: record, field, fileIndex: reader.fileIndex) else { continue }
      let text = words.units.words[Int(number)]
      if unitExponents[text] == nil { unitExponents[text] = .some(read(unit: text, record, field, isCurrency: isCurrency)) }
      exponent = unitExponents[text] ?? nil
      // A unit such as `RMB` says units of it.
      if !isCurrency, exponent == nil { exponent = 0 }
    }
    return exponent
  }

  private mutating func read(unit text: String, _ record: Table.Record, _ field: Int, isCurrency: Bool) -> Int? {
    switch UnitCell(text, isCurrency: isCurrency) {
    case .money(_, let exponent): return exponent
    case .percent: return 0
    case .counted(let exponent): return exponent
    case nil:
      if let unit = Preamble.unit(of: text) { return unit.exponent }
      // A currency that is none is refused where currencies are read.
      if !isCurrency { refuse(record, field, "\(quoted: text) is no unit", expected: "a unit such as RMB'000") }
      return nil
    }
  }

  private mutating func refuse(_ record: Table.Record, _ field: Int?, _ message: Text, expected: String) {
    refused.add(
      Rejection(
        "unreadable", message,
        place: Place(fileIndex: reader.fileIndex, lineNumber: record.lineNumber, columnNumber: field.map { $0 + 1 } ?? 0),
        found: field.map { Cell.trimmed(record, $0) }, expected: expected, remedy: "fill the cell in, or take the line out"))
  }
}
