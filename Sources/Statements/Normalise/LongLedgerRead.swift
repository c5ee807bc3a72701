import DelimitedText

/// A long ledger that has been added up, with the same names as a short one's rows have.
struct LongLedgerRead {
  let ledger: LongLedger
  let tally: Tally
  /// The words and accounts; `postings` are the first rows of the accounts.
  var read: LedgerReader
  /// Whether a word of a row says that it is an opening balance.
  let hasOpening: Bool
  /// The groups of the file, as those of a short one are named.
  let groups: [LedgerPosting.Group]

  init(_ ledger: LongLedger, _ tally: Tally) {
    self.ledger = ledger
    self.tally = tally
    let fields = ledger.groupFields + ledger.accountFields
    func words(_ column: Int) -> CellInterner {
      let field = fields[column] ?? 0
      return CellInterner(
        words: tally.columns[column].words.map(Cell.trim),
        places: tally.columns[column].lines.map { Place(fileIndex: ledger.fileIndex, lineNumber: $0, columnNumber: field + 1) })
    }
    var all = LedgerWords()
    (all.entities, all.periods, all.currencies, all.scenarios, all.bases) = (words(0), words(1), words(2), words(3), words(4))
    (all.codes, all.names, all.items, all.sections, all.others) = (words(5), words(6), words(7), words(8), words(9))
    // A currency may be written with a unit: those cells are looked at as units too.
    all.units = all.currencies
    let groups = tally.groups.map { group in
      LedgerPosting.Group(
        entity: group.words[0], period: group.words[1], currency: group.words[2], scenario: group.words[3], basis: group.words[4])
    }
    self.groups = groups
    var postings: [LedgerPosting] = []
    postings.reserveCapacity(tally.accounts.count)
    for account in tally.accounts {
      let index = all.index(
        of: LedgerPosting.Account(
          code: account.words[0], name: account.words[1], item: account.words[2], section: account.words[3], other: account.words[4]))
      postings.append(
        LedgerPosting(
          group: groups[Int(account.group)], measure: 0, account: index, amount: Amount(atoms: account.atoms), net: .zero, decimals: 0,
          recordIndex: 0,
          lineNumber: account.line, field: ledger.amountField))
    }
    // Rows of opening balances stand in a group of their own beside the others of their date; without such, each group comes once.
    let hasOpening = tally.groups.contains(where: \.isMarked)
    self.hasOpening = hasOpening
    var sums: [(key: LedgerReader.SumKey, sum: LedgerReader.Sums)] = []
    sums.reserveCapacity(groups.count)
    var known: [LedgerPosting.Group: Int] = [:]
    for (group, sum) in zip(groups, tally.groups) {
      if hasOpening, let index = known[group] {
        sums[index].sum.debits += Amount(atoms: sum.debits)
        sums[index].sum.credits += Amount(atoms: sum.credits)
        sums[index].sum.rowCount += sum.rowCount
        sums[index].sum.finest = max(sums[index].sum.finest, sum.finest)
        continue
      }
      if hasOpening { known[group] = sums.count }
      let place = Place(fileIndex: ledger.fileIndex, lineNumber: sum.line, columnNumber: ledger.amountField + 1)
      sums.append(
        (
          LedgerReader.SumKey(group: group, measure: 0),
          LedgerReader.Sums(
            debits: Amount(atoms: sum.debits), credits: Amount(atoms: sum.credits), rowCount: sum.rowCount, finest: sum.finest, first: place
          )
        ))
    }
    let cells = LedgerCells(ofLong: ledger.reader, amountField: ledger.amountField)
    read = LedgerReader(ledger.reader, cells, all, postings, LedgerSums(sums))
    refuse()
  }

  /// Names what is refused of the rows: first those that are not of the table's shape.
  private mutating func refuse() {
    let judge = RowJudge(ledger)
    for kind in [tally.misshapen, tally.refused] {
      var told = 0
      for index in 0..<kind.records.recordCount {
        for rejection in judge.refusals(of: kind.records[index], fileIndex: ledger.fileIndex) {
          told += 1
          read.refused.add(rejection)
        }
      }
      read.refused.leaveOut(kind.count - told)
    }
  }

  /// Whether an amount is open with nothing to settle it, or a currency is written with a scale.
  var isBeyond: Bool {
    if tally.hasOpen, !tally.showsPoint { return true }
    if !read.refused.isEmpty { return false }
    if tally.rowCount == 0 { return true }
    return read.words.currencies.words.contains { text in
      switch UnitCell(text, isCurrency: true) {
      case .money(_, let exponent): exponent ?? 0 != 0
      case .counted(let exponent): exponent != 0
      case .percent: false
      case nil: Preamble.unit(of: text).map { $0.exponent != 0 } ?? false
      }
    }
  }

  /// How the signs are meant, by the sums of the groups and the items of the accounts.
  func signs(_ items: [LineItem]) -> LedgerSigns {
    var (negative, positive) = (0, 0)
    for (account, item) in zip(tally.accounts, items) where LedgerSide.isSurelyCredit(item) {
      negative += account.negativeCount
      positive += account.positiveCount
    }
    return LedgerSigns(
      ledger.layout, balanced: read.sums.all.count { $0.sum.debits.sign != 0 && $0.sum.debits == $0.sum.credits },
      wanted: read.sums.all.count { $0.sum.debits.sign != 0 || $0.sum.credits.sign != 0 }, negative: negative, positive: positive)
  }

  /// Whether rows that were kept show an account with two amounts of one date. There may be such an account where they do not.
  func comesAgain(_ days: [CalendarDate]) -> Bool { LedgerNature.comesAgain(rows(tally.watched, days, isResult: { _ in false })) }

  /// The rows that are looked at one by one, by their days; nil where they were not kept.
  func shownRows(_ days: [CalendarDate], isResult: (Int) -> Bool) -> [LedgerNature.Row]? {
    if ledger.isPlain || tally.isWatchedCut { return nil }
    if tally.rowCount <= LedgerNature.mostShown, tally.watched.count != tally.rowCount { return nil }
    var rows = tally.watched
    if tally.rowCount > LedgerNature.mostShown, tally.watched.count == tally.rowCount {
      // All were looked at, since the file is short: those of the entities that its first rows name count.
      let last = ledger.head[min(ledger.layout.headerRecord + LedgerNature.namingRows, ledger.head.recordCount - 1)].lineNumber
      let series = Set(rows.filter { $0.line <= last }.map { LedgerNature.series(groups[Int($0.group)]) })
      let accounts = Set(rows.filter { $0.line <= last }.map(\.account))
      rows = rows.filter { series.contains(LedgerNature.series(groups[Int($0.group)])) && accounts.contains($0.account) }
    }
    return self.rows(rows, days, isResult: isResult)
  }

  private func rows(_ kept: [Tally.Row], _ days: [CalendarDate], isResult: (Int) -> Bool) -> [LedgerNature.Row] {
    kept.map { row in
      LedgerNature.Row(
        account: Int(row.account), group: groups[Int(row.group)], day: days[Int(row.group)], amount: Amount(atoms: row.atoms),
        isResult: isResult(Int(row.account)), isOpening: false,
        place: Place(fileIndex: ledger.fileIndex, lineNumber: row.line, columnNumber: ledger.amountField + 1))
    }
  }
}
