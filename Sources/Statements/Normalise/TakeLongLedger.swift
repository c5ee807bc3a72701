import DelimitedText

/// What a long ledger becomes: the same as a short one, from sums instead of rows.
extension Intake {
  /// Takes a long ledger; false where it must be read whole.
  mutating func takeLong(_ ledger: LongLedger) throws(Rejection) -> Bool {
    guard let tally = ledger.tally(accounts, catalogue), let dialect = ledger.text.dialect(tally) else { return false }
    if ledger.delivery.isUnchanged?() == false { throw ReadFile.unreadable(Delivery.hasChanged, fileIndex: ledger.fileIndex) }
    var long = LongLedgerRead(ledger, tally)
    if long.isBeyond { return false }
    sources[ledger.fileIndex].form = ledger.layout.form.rawValue
    sources[ledger.fileIndex].long = LongSource(text: ledger.text, landmarks: tally.landmarks, dialect: dialect)
    let periods = LedgerPeriods(long.read, ledger.titles, &long.read.refused)
    let meanings = LedgerMeanings(long.read, ledger.titles, &long.read.refused)
    try long.read.refused.end(&findings)
    // What follows may still show that the file must be read whole, and then leaves nothing behind.
    let before = self
    do throws(Rejection) {
      if try take(long, periods, meanings) { return true }
    } catch {
      // The way of short files says what is wrong.
    }
    self = before
    sources[ledger.fileIndex].form = nil
    sources[ledger.fileIndex].long = nil
    return false
  }

  private mutating func take(_ long: LongLedgerRead, _ periods: LedgerPeriods, _ meanings: LedgerMeanings) throws(Rejection) -> Bool {
    let (ledger, read, tally) = (long.ledger, long.read, long.tally)
    let (layout, titles, fileIndex) = (ledger.layout, ledger.titles, ledger.fileIndex)
    let accountItems = ledgerItems(read, periods)
    let signs = long.signs(accountItems.map { catalogue[$0.item] })
    if !signs.isLedger, accountItems.contains(where: { $0.sense == .loss }) { return false }
    let whole = layout.columns[.entity] == nil ? entity(of: titles, fileIndex: fileIndex) : nil
    let named = read.words.entities.words.indices.map { index in
      entity(named: read.words.entities.words[index], role: .subsidiary, place: read.words.entities.places[index])
    }
    let entityOf = { (group: LedgerPosting.Group) in group.entity >= 0 ? named[Int(group.entity)] : whole ?? EntityID(index: 0) }
    guard let rows = try nature(long, periods, signs, accountItems, entityOf) else { return false }
    if case .postings(let evidence, let days) = rows {
      guard let figures = try postedFigures(long, days, meanings, accountItems, entityOf) else { return false }
      facts += figures
      takeSides(long, periods, meanings, entityOf)
      sources[fileIndex].evidence += signs.evidence + periods.evidence + [evidence]
    } else {
      // An account that comes twice is a question, for which the rows must be seen.
      if tally.hasRepeats { return false }
      var areBalances = false
      if case .balances(let evidence) = rows {
        sources[fileIndex].evidence.append(evidence)
        areBalances = true
      }
      guard var figures = try figures(long, periods, meanings, signs, accountItems, entityOf, areBalances: areBalances) else {
        return false
      }
      if !signs.isLedger { settlePrecision(of: &figures, fileIndex: fileIndex) }
      if signs.isLedger {
        takeTotals(of: &figures, fileIndex: fileIndex)
        takeSides(long, periods, meanings, entityOf)
      }
      if facts.isEmpty { facts = figures } else { facts += figures }
      sources[fileIndex].evidence += signs.evidence + periods.evidence
    }
    say(read, titles, accountItems, whole, rowCount: tally.rowCount)
    findings += ColumnsLeftAside(ledger.reader).findings
    sources[fileIndex].evidence.insert(layout.evidence(in: ledger.head), at: 0)
    if !layout.unknownHeadings.isEmpty {
      sources[fileIndex].evidence.append("columns left aside: \(quoted: layout.unknownHeadings.joined(separator: ", "))")
    }
    return true
  }

  /// What the rows of a long ledger are.
  private enum Rows {
    /// Figures of their dates, of which nothing is asked.
    case figures
    /// Balances, with the evidence for it.
    case balances(Text)
    /// What was posted, with the evidence for it and the day of each group.
    case postings(Text, [CalendarDate])
  }

  /// What the rows are; nil where the file must be seen whole to tell.
  private mutating func nature(
    _ long: LongLedgerRead, _ periods: LedgerPeriods, _ signs: LedgerSigns, _ items: [LedgerItem],
    _ entityOf: (LedgerPosting.Group) -> EntityID
  ) throws(Rejection) -> Rows? {
    guard signs.isLedger else { return .figures }
    let days = long.groups.compactMap { periods.reading(of: $0, measure: 0)?.kind.lastDay }
    // Periods are no dates, and nothing is asked of them; a mixture is for a look at the whole.
    if days.isEmpty { return .figures }
    guard days.count == long.groups.count else { return nil }
    let distinct = Set(days).sorted()
    guard distinct.count > 1 || long.hasOpening else { return .figures }
    let isPlain = LedgerNature.isPlain(
      long.ledger.reader, hasOpening: long.hasOpening, isPostedWithinMonths: periods.journalPlace != nil)
    // Whether the amounts of an account that comes twice differ, only its rows tell: all of them, where those that were kept do not.
    let comesAgain = !isPlain && long.tally.hasRepeats
    if comesAgain, !long.comesAgain(days) { return nil }
    let second = days.indices.first { days[$0] != days[0] } ?? 0
    let isNil = long.tally.groups.count { $0.debits == $0.credits }
    let whole = LedgerNature.Whole(
      days: distinct, comesAgain: comesAgain,
      isGrid: long.tally.isComplete && LedgerNature.isMostlyNil(isNil, of: long.groups.count), first: days[0],
      second: (
        days[second],
        Place(
          fileIndex: long.ledger.fileIndex, lineNumber: long.tally.groups[second].line, columnNumber: long.ledger.amountField + 1)
      ), hasOpening: long.hasOpening)
    guard let shown = isPlain || comesAgain ? [] : long.shownRows(days, isResult: { !catalogue[items[$0].item].isInstant }) else {
      return nil
    }
    let nature = try LedgerNature(
      whole, shown, long.ledger.reader, isPostedWithinMonths: periods.journalPlace != nil,
      yearEnd: entities[entityOf(long.groups[0])].yearEnd)
    guard nature.kind == .balances else { return .postings(nature.evidence, days) }
    findings += [nature.assumption].compactMap { $0 }
    return .balances(nature.evidence)
  }

  /// Keeps the debits and credits of each group.
  private mutating func takeSides(
    _ long: LongLedgerRead, _ periods: LedgerPeriods, _ meanings: LedgerMeanings, _ entityOf: (LedgerPosting.Group) -> EntityID
  ) {
    var known: [LedgerPeriods.Dated: Period?] = [:]
    ledgerTotals.reserveCapacity(ledgerTotals.count + long.read.sums.all.count)
    for (key, sum) in long.read.sums.all {
      let (group, entity) = (key.group, entityOf(key.group))
      let dated = LedgerPeriods.Dated(group, yearEnd: entities[entity].yearEnd)
      if known[dated] == nil {
        known[dated] = .some(
          periods.reading(of: group, measure: 0).flatMap { PeriodResolver(yearEnd: dated.yearEnd).resolve($0, isInstant: true)?.period })
      }
      let period = known[dated] ?? nil
      ledgerTotals.append(
        LedgerTotals(
          entity: entity, period: period, heading: "", debits: sum.debits, credits: sum.credits, rowCount: sum.rowCount,
          decimals: sum.finest, currency: meanings.currency(of: group) ?? long.ledger.titles.currency, firstPlace: sum.first))
    }
  }
}
