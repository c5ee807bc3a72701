import DelimitedText

/// Where the columns of a register are.
struct RegisterLayout: Sendable {
  let form: RegisterForm
  /// Index of the record that names the columns; the lines above it are titles.
  let headerRecord: Int
  /// Index of the first record that names columns: above `headerRecord` where two lines name them.
  var firstHeaderRecord: Int
  /// Field index of each known column.
  private(set) var columns: [Column: Int]
  /// A second column of words for an account, beside its name.
  private(set) var otherNameField: Int?
  /// Headings that the form does not know.
  private(set) var unknownHeadings: [String]
  /// Two fields whose headings say the same, which is refused: the later one of each pair.
  let repeatedFields: [Int]
  /// The heading of a column of words about each row, where one account has several of them.
  private(set) var narration: String?
  /// A trial balance's pairs of debits and credits.
  var measures: [TrialBalanceMeasure] = []
  /// The currencies at the heads of the columns of a rate table such as the ECB's.
  var quotes: [(field: Int, currency: Currency)] = []

  /// The records below the header.
  func body(of table: Table) -> Range<Int> {
    (headerRecord + 1)..<max(table.recordCount, headerRecord + 1)
  }

  /// What shows the form.
  func evidence(in table: Table) -> Text {
    let line = table[headerRecord].lineNumber
    guard firstHeaderRecord < headerRecord else { return "\(code: form.rawValue): line \(line) names its columns" }
    return "\(code: form.rawValue): lines \(table[firstHeaderRecord].lineNumber) to \(line) name its columns"
  }

  /// How many of the first records may hold titles before the names of the columns come.
  static let mostTitles = 30

  /// The register in `table`, or nil where none of its first records names the columns of one.
  static func find(in table: Table) -> RegisterLayout? {
    for index in 0..<min(table.recordCount, mostTitles) {
      let record = table[index]
      guard record.fieldCount >= 2, !record.isBlank else { continue }
      let headings = (0..<record.fieldCount).map { Cell.trimmed(record, $0) }
      if let layout = rateTable(headings, index) { return layout }
      // A heading names one column: where too few name any, no form is looked for. Most lines are figures.
      let namingCount = headings.count { !$0.isEmpty && !Column.candidates($0).isEmpty }
      for form in RegisterForm.order {
        // Anything may be called `name` and `value`: settings have no titles worth looking through.
        if form == .settings, index >= 10 { continue }
        // A trial balance may leave the heading over its accounts empty, or name it in the line above.
        let mayBeNamedElsewhere = form == .trialBalance && headings.contains("")
        if namingCount < form.required.count, !mayBeNamedElsewhere { continue }
        let found =
          form == .trialBalance
          ? trialBalance(headings, table, index) : layout(form, headings, index).map { form == .long ? $0.withoutNarration(table) : $0 }
        if let found { return found }
      }
    }
    return nil
  }

  /// The layout in which `headings` name the columns of `form`; nil where one is missing.
  private static func layout(
    _ form: RegisterForm, _ headings: [String], _ index: Int, except taken: Set<Int> = [], mayHaveDates: Bool = false
  )
    -> RegisterLayout?
  {
    let columns = assign(form, headings, except: taken)
    guard form.required.allSatisfy({ $0.contains { columns[$0] != nil } }) else { return nil }
    let used = Set(columns.values).union(taken)
    // Dates or periods at the head of further columns are those of a statement, whatever its first columns are called.
    if !mayHaveDates, headings.indices.contains(where: { !used.contains($0) && PeriodReader.looksLikePeriod(headings[$0]) }) { return nil }
    var seen: [String: Int] = [:]
    var repeated: [Int] = []
    for (field, heading) in headings.enumerated() where !heading.isEmpty && !taken.contains(field) {
      let key = Column.key(heading)
      if let first = seen[key] {
        if used.contains(first) { repeated.append(field) }
      } else {
        seen[key] = field
      }
    }
    let unknown = headings.indices.filter { !used.contains($0) && !headings[$0].isEmpty && !repeated.contains($0) }.map { headings[$0] }
    var layout = RegisterLayout(
      form: form, headerRecord: index, firstHeaderRecord: index, columns: columns, unknownHeadings: unknown, repeatedFields: repeated)
    if form == .long || form == .trialBalance { layout.findOtherName(headings, except: used) }
    return layout
  }

  /// Finds a second column of words for an account; beside its code, `Account` names it rather than `Description`.
  mutating func findOtherName(_ headings: [String], except used: Set<Int>) {
    let names = headings.indices.filter { field in
      !used.contains(field) && !repeatedFields.contains(field) && Column.candidates(headings[field]).contains { $0.column == .accountName }
    }
    guard let other = names.first else { return }
    otherNameField = other
    unknownHeadings.removeAll { $0 == headings[other] }
    if columns[.account] != nil, let name = columns[.accountName], ["account", "科目"].contains(Column.key(headings[other])) {
      columns[.accountName] = other
      otherNameField = name
    } else if columns[.accountName] == nil {
      columns[.accountName] = other
      otherNameField = nil
    }
  }

  /// Gives each column the heading that names it best; a heading stands for one column.
  static func assign(_ form: RegisterForm, _ headings: [String], except taken: Set<Int>) -> [Column: Int] {
    var wishes: [(rank: Int, field: Int, column: Column)] = []
    for (field, heading) in headings.enumerated() where !heading.isEmpty && !taken.contains(field) {
      for candidate in Column.candidates(heading) where form.known.contains(candidate.column) {
        wishes.append((candidate.rank, field, candidate.column))
      }
    }
    var columns: [Column: Int] = [:]
    var fields: Set<Int> = []
    for wish in wishes.sorted(by: { ($0.rank, $0.field) < ($1.rank, $1.field) })
    where columns[wish.column] == nil && !fields.contains(wish.field) {
      columns[wish.column] = wish.field
      fields.insert(wish.field)
    }
    return columns
  }

  /// Without the columns of words about each row that stand beside its account: one account with several of them shows that they name none.
  private func withoutNarration(_ table: Table) -> RegisterLayout {
    var result = self
    if let other = otherNameField, let account = columns[.account] ?? columns[.accountName] ?? columns[.item],
      differingAccount(account, other, table) != nil
    {
      result.otherNameField = nil
      result.leaveAside(Cell.trimmed(table[headerRecord], other))
    }
    guard let account = columns[.account], let name = columns[.accountName] else { return result }
    guard let code = differingAccount(account, name, table) else {
      // `Account,Description` over names and words about them: the names are the accounts'.
      let heading = Column.key(Cell.trimmed(table[headerRecord], account))
      if otherNameField == nil, ["account", "科目"].contains(heading), isDescription(name, table), !hasDigits(account, table) {
        result.columns[.accountName] = account
        result.columns[.account] = nil
        result.otherNameField = name
      }
      return result
    }
    // Words in the column of accounts are their names.
    let isNamed = !code.utf8.contains { (0x30...0x39).contains($0) }
    result.columns[.accountName] = isNamed ? account : nil
    if isNamed { result.columns[.account] = nil }
    result.leaveAside(Cell.trimmed(table[headerRecord], name))
    return result
  }

  private func isDescription(_ field: Int, _ table: Table) -> Bool {
    let heading = Folding.label(Cell.trimmed(table[headerRecord], field))
    return ["description", "particular", "detail", "narration", "memo", "text", "摘要"].contains(where: heading.containsPhrase)
  }

  private func hasDigits(_ field: Int, _ table: Table) -> Bool {
    body(of: table).prefix(200).contains { table[$0].withBytes(field) { $0.contains { (0x30...0x39).contains($0) } } }
  }

  private mutating func leaveAside(_ heading: String) {
    unknownHeadings.append(heading)
    narration = heading
  }

  /// The first account beside which a column of descriptions has different words in two rows; nil where there is none.
  private func differingAccount(_ account: Int, _ name: Int, _ table: Table) -> String? {
    guard isDescription(name, table) else { return nil }
    var words: [String: String] = [:]
    for index in body(of: table).prefix(2000) where !table[index].isEmpty(account) && !table[index].isEmpty(name) {
      let (code, text) = (table[index].text(account), table[index].text(name))
      if let first = words[code], first != text { return code }
      words[code] = text
    }
    return nil
  }

  // MARK: The forms whose columns are not named one by one

  /// A trial balance: columns of debits and credits, or a column that says on which side each amount is.
  private static func trialBalance(_ headings: [String], _ table: Table, _ index: Int) -> RegisterLayout? {
    let above = TrialBalanceMeasure.groupHeadings(above: index, in: table, count: headings.count)
    var measures = TrialBalanceMeasure.find(in: headings, above: above)
    var headings = headings
    // QuickBooks leaves the heading over its accounts empty.
    if !measures.isEmpty, headings[0].isEmpty, !headings.contains(where: namesAccounts), areWords(below: index, in: table) {
      headings[0] = Column.accountName.rawValue
    }
    // A heading `Account` or the like comes first: the cells of a table without one are looked at in vain.
    if headings.contains(where: namesAccounts) {
      let paired = Set(measures.flatMap { [$0.debitField, $0.creditField] })
      let singles = TrialBalanceMeasure.findSingles(in: headings, above: above, table, header: index, except: paired)
      if singles.count > 1 || !measures.isEmpty || singles.contains(where: \.isMarked) || !hasOwnSide(headings, index) {
        // A balance beside what was posted is the one after it.
        measures += singles.map { measures.isEmpty || $0.phase != .plain ? $0 : $0.closing }
      }
    }
    if measures.isEmpty {
      guard let layout = layout(.trialBalance, headings, index), layout.columns[.side] != nil, layout.columns[.amount] != nil else {
        return nil
      }
      return layout.withoutNarration(table)
    }
    var names = headings
    // Where two lines name the columns, those of accounts may be named in the upper one.
    let isTwoLines = measures.contains { $0.isNamedAbove }
    if isTwoLines {
      for field in names.indices where names[field].isEmpty { names[field] = Cell.trimmed(table[index - 1], field) }
    }
    let taken = Set(measures.flatMap { [$0.debitField, $0.creditField, $0.sideField ?? $0.debitField] })
    // Beside debits and credits, a column of another date is left aside, which is said.
    let hasPair = measures.contains { $0.sides == .pair }
    guard var layout = layout(.trialBalance, names, index, except: taken, mayHaveDates: hasPair)?.withoutNarration(table) else {
      return nil
    }
    layout.measures = measures
    if isTwoLines { layout.firstHeaderRecord = index - 1 }
    return layout
  }

  /// Whether the first cells below a line are words.
  private static func areWords(below header: Int, in table: Table) -> Bool {
    let cells = (header + 1..<max(min(table.recordCount, header + 41), header + 1)).filter { !table[$0].isEmpty(0) }
    return !cells.isEmpty
      && cells.allSatisfy { index in
        if case .notANumber = table[index].withBytes(0, { AmountReader.read($0) }) { true } else { false }
      }
  }

  /// Whether a heading is that of a column of accounts.
  private static func namesAccounts(_ heading: String) -> Bool {
    Column.candidates(heading).contains { [.account, .accountName, .item].contains($0.column) }
  }

  /// Whether the columns of the amount and of its side are named as such.
  private static func hasOwnSide(_ headings: [String], _ index: Int) -> Bool {
    layout(.trialBalance, headings, index).map { $0.columns[.side] != nil && $0.columns[.amount] != nil } ?? false
  }

  /// The ECB's table: a date, and then a column for each currency.
  private static func rateTable(_ headings: [String], _ index: Int) -> RegisterLayout? {
    guard Column.candidates(headings[0]).contains(where: { $0.column == .date }) else { return nil }
    var quotes: [(field: Int, currency: Currency)] = []
    for (field, heading) in headings.enumerated().dropFirst() where !heading.isEmpty {
      // `EPS` and `NAV` are three capitals too.
      guard PublishedCurrencies.codes.contains(heading), let currency = Currency(code: heading) else { return nil }
      quotes.append((field, currency))
    }
    guard quotes.count >= 2 || (quotes.count == 1 && quotes[0].currency.code != "EUR") else { return nil }
    let repeated = quotes.indices.filter { later in quotes[..<later].contains { $0.currency == quotes[later].currency } }
    var layout = RegisterLayout(
      form: .rates, headerRecord: index, firstHeaderRecord: index, columns: [.date: 0], unknownHeadings: [],
      repeatedFields: repeated.map { quotes[$0].field })
    layout.quotes = quotes
    return layout
  }
}
