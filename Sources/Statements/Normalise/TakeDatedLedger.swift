import DelimitedText

/// The figures that each row of a ledger of postings is part of.
struct DatedLedger: Sendable {
  /// One figure of a row: the row, with the amount that it adds there.
  struct Part: Sendable {
    let period: Period
    let posting: LedgerPosting
  }

  fileprivate var results: [Int: [Part]] = [:]
  fileprivate var positions: [Int: [Part]] = [:]
  /// How the rows were taken.
  let evidence: Text

  func parts(of index: Int, isInstant: Bool) -> [Part] { (isInstant ? positions : results)[index] ?? [] }
}

extension Intake {
  /// What the rows of a ledger with dates are part of, where they are postings; nil where each is a balance at its date.
  mutating func datedRows(
    _ read: LedgerReader, _ titles: RegisterTitles, _ periods: LedgerPeriods, _ signs: LedgerSigns, _ items: [LedgerItem],
    _ entityOf: (LedgerPosting.Group) -> EntityID, areBalances: inout Bool
  ) throws(Rejection) -> DatedLedger? {
    guard signs.isLedger, read.cells.periodField != nil, read.cells.factMeasures.count == 1 else { return nil }
    guard let rows = rows(read, periods, items), Set(rows.map(\.day)).count > 1 || rows.contains(where: \.isOpening) else { return nil }
    let isRunning = read.postings.contains(where: \.isBalance)
    let yearEnd = read.postings.first.map { entities[entityOf($0.group)].yearEnd } ?? .yearEnd
    var evidence: Text
    if isRunning {
      var seen: Set<[Int]> = []
      let comesAgain = rows.contains {
        !seen.insert([$0.account, Int($0.group.entity), Int($0.group.period), Int($0.group.currency)]).inserted
      }
      guard comesAgain || rows.contains(where: \.isOpening) else { return nil }
      evidence = "rows: what was posted, with the balance of each account after it"
    } else {
      let nature = try LedgerNature(
        rows, read.reader, isPostedWithinMonths: periods.journalPlace != nil, yearEnd: yearEnd,
        isNil: { group in read.sums[LedgerReader.SumKey(group: group, measure: 0)].map { $0.debits == $0.credits } ?? true })
      evidence = nature.evidence
      guard nature.kind == .movements else {
        areBalances = true
        findings += [nature.assumption].compactMap { $0 }
        sources[read.reader.fileIndex].evidence.append(evidence)
        return nil
      }
    }
    let balances = isRunning ? try RunningBalances(rows, read) : nil
    let hasOpening = rows.contains(where: \.isOpening) || LedgerMovements.beginsFromNil(read.reader)
    let title = titles.readings.count == 1 ? titles.readings[0] : titles.preamble.period?.value
    let stated = title.flatMap { PeriodResolver(yearEnd: yearEnd).resolve($0, isInstant: false)?.period }
    var ledger = DatedLedger(evidence: evidence)
    var unknown: Set<Int> = []
    for (entity, members) in Dictionary(grouping: rows.indices, by: { entityOf(rows[$0].group) }).sorted(by: { $0.key < $1.key }) {
      let days = members.filter { !rows[$0].isOpening }.map { rows[$0].day }
      guard
        let movements = LedgerMovements(days, stated: stated, yearEnd: entities[entity].yearEnd, knowsPositions: hasOpening || isRunning)
      else { continue }
      if let assumption = movements.assumption {
        findings.append(
          Finding(
            .warning, "period-assumed", assumption, entity: entity, place: rows[members[0]].place,
            remedy: "write the period above the table, such as `For the three months ended 31 March 2024`"))
      }
      try refuseClosed(rows, members, movements, read)
      for index in members {
        let row = rows[index]
        var posting = read.postings[index]
        if row.isResult {
          posting.amount = posting.net
          posting.isNatural = false
          ledger.results[index] = movements.periods(of: row.day, isInstant: false, isOpening: row.isOpening).map {
            DatedLedger.Part(period: $0, posting: posting)
          }
          continue
        }
        if !movements.knowsPositions { unknown.insert(row.account) }
        if let balances {
          ledger.positions[index] = balances.parts(index, movements.stretches)
        } else {
          ledger.positions[index] = movements.periods(of: row.day, isInstant: true, isOpening: row.isOpening).map {
            DatedLedger.Part(period: $0, posting: posting)
          }
        }
      }
    }
    if !unknown.isEmpty {
      findings.append(
        Finding(
          .warning, "unmapped",
          unknown.count == 1
            ? "the rows are what was posted, and no opening balance stands before them: results are added up, and the balance of one account is not known"
            : "the rows are what was posted, and no opening balances stand before them: results are added up, and the balances of \(unknown.count) accounts are not known",
          place: rows[0].place,
          remedy:
            "add rows of opening balances, described as `Opening balance`, or the line `opening balance,nil` above the table; or export the trial balance"
        ))
    }
    return ledger
  }

  /// The rows by their days, in the order of the postings; nil where one says no day.
  private func rows(_ read: LedgerReader, _ periods: LedgerPeriods, _ items: [LedgerItem]) -> [LedgerNature.Row]? {
    var openings = OpeningWords(read)
    var rows: [LedgerNature.Row] = []
    rows.reserveCapacity(read.postings.count)
    for posting in read.postings {
      guard let day = periods.reading(of: posting.group, measure: posting.measure)?.kind.lastDay else { return nil }
      rows.append(
        LedgerNature.Row(
          account: posting.account, group: posting.group, day: day, amount: posting.amount,
          isResult: !catalogue[items[posting.account].item].isInstant, isOpening: openings.contains(posting),
          place: LedgerFacts.place(of: posting, in: read), recordIndex: posting.recordIndex))
    }
    return rows
  }

  /// Results that all come to nil in a year have been closed to equity, and say nothing any more.
  private func refuseClosed(_ rows: [LedgerNature.Row], _ members: [Int], _ movements: LedgerMovements, _ read: LedgerReader)
    throws(Rejection)
  {
    for stretch in movements.stretches {
      var sums: [Int: Amount] = [:]
      for index in members
      where rows[index].isResult && rows[index].day <= stretch.end && (stretch.start.map { $0 <= rows[index].day } ?? false) {
        sums[rows[index].account, default: .zero] += read.postings[index].net
      }
      guard sums.count > 1, sums.values.allSatisfy({ $0.sign == 0 }), let last = members.last(where: { rows[$0].isResult }) else {
        continue
      }
      throw Rejection(
        "unreadable", "all results up to \(stretch.end) come to nil: they have been closed to equity, and their figures cannot be told",
        place: rows[last].place, found: "\(sums.count) accounts of nil", expected: "results before they are closed",
        remedy: "take the closing entries out of the export")
    }
  }
}

/// Which rows say that they bring a balance forward.
private struct OpeningWords {
  private let read: LedgerReader
  private let fields: [Int]
  private var cells = CellInterner()
  private var isOpening: [Bool] = []

  init(_ read: LedgerReader) {
    self.read = read
    let columns = read.reader.layout.columns
    let header = read.reader.table[read.reader.layout.headerRecord]
    let taken = Set(
      read.reader.layout.measures.flatMap { [$0.debitField, $0.creditField] }
        + [columns[.amount], read.cells.periodField].compactMap { $0 })
    fields = (0..<header.fieldCount).filter { !taken.contains($0) }
  }

  mutating func contains(_ posting: LedgerPosting) -> Bool {
    let record = read.reader.table[posting.recordIndex]
    for field in fields {
      guard let number = cells.number(of: record, field, fileIndex: 0) else { continue }
      while isOpening.count < cells.words.count { isOpening.append(LedgerMovements.isOpening(cells.words[isOpening.count])) }
      if isOpening[Int(number)] { return true }
    }
    return false
  }
}

/// Balances after each posting of an account, proved by what was posted.
private struct RunningBalances {
  /// By row: the balance as debits less credits.
  private var balances: [Amount]
  /// By row: whether nothing shows on which side the balance is, so that it is taken in the sense of its item.
  private var isNatural: [Bool]
  /// By row: the row of the same account after it.
  private var next: [Int?]
  private let rows: [LedgerNature.Row]
  private let read: LedgerReader

  init(_ rows: [LedgerNature.Row], _ read: LedgerReader) throws(Rejection) {
    self.rows = rows
    self.read = read
    balances = read.postings.map(\.amount)
    next = Array(repeating: nil, count: rows.count)
    isNatural = Array(repeating: false, count: rows.count)
    var accounts: [LedgerPosting.Group: [Int: [Int]]] = [:]
    for index in rows.indices {
      var key = rows[index].group
      key.period = -1
      accounts[key, default: [:]][rows[index].account, default: []].append(index)
    }
    for members in accounts.values.flatMap(\.values) {
      let sorted = members.sorted { (rows[$0].day, $0) < (rows[$1].day, $1) }
      var sign: Bool?
      for (before, after) in zip(sorted, sorted.dropFirst()) {
        next[before] = after
        let (change, net) = (balances[after] - balances[before], read.postings[after].net)
        if change == net, net.sign != 0, sign != false {
          sign = true
        } else if change == -net, net.sign != 0, sign != true {
          sign = false
        } else if change.sign != 0 || net.sign != 0 {
          throw Rejection(
            "unreadable",
            "the balance \(quoted: read.postings[after].amount.decimalText) does not follow from the one before and what was posted",
            place: rows[after].place,
            found: read.postings[after].amount.decimalText,
            expected: "the balance of the same account before, with the debits and credits of the row",
            remedy: "sort the rows of each account by date, or export the trial balance")
        }
      }
      let first = sorted[0]
      if sign == nil, read.postings[first].net.sign != 0 {
        if balances[first] == read.postings[first].net { sign = true } else if balances[first] == -read.postings[first].net { sign = false }
      }
      let isMarked = read.reader.layout.measures.contains { $0.sides != .pair }
      if sign == nil, !isMarked, balances[sorted[sorted.count - 1]].sign > 0 { for index in members { isNatural[index] = true } }
      if sign == false, !isMarked { for index in members { balances[index] = -balances[index] } }
    }
  }

  /// The days at which a row's balance is the account's last.
  func parts(_ index: Int, _ stretches: [Period]) -> [DatedLedger.Part] {
    stretches.compactMap { stretch in
      guard rows[index].day <= stretch.end, next[index].map({ rows[$0].day > stretch.end }) ?? true else { return nil }
      var posting = read.postings[index]
      posting.amount = balances[index]
      posting.isNatural = isNatural[index]
      return DatedLedger.Part(period: .asAt(stretch.end), posting: posting)
    }
  }
}

extension PeriodReading.Kind {
  /// The day of a date, or the last of a month: rows under `Jan 2012` are balances at its end, or what was posted in it.
  var lastDay: CalendarDate? {
    if case .month(let year, let month) = self { return CalendarDate(year: year, month: month, day: 1)?.monthEnd }
    return day
  }
}
