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
    guard let rowsEvidence = try nature(long, periods, signs, accountItems, entityOf) else { return false }
    sources[fileIndex].evidence += rowsEvidence
    let areBalances = !rowsEvidence.isEmpty
    guard var figures = try figures(long, periods, meanings, signs, accountItems, entityOf, areBalances: areBalances) else { return false }
    if !signs.isLedger { settlePrecision(of: &figures, fileIndex: fileIndex) }
    if signs.isLedger {
      takeTotals(of: &figures, fileIndex: fileIndex)
      takeSides(long, periods, meanings, entityOf)
    }
    facts += figures
    sources[fileIndex].evidence += signs.evidence + periods.evidence
    say(read, titles, accountItems, whole, rowCount: tally.rowCount)
    sources[fileIndex].evidence.insert(layout.evidence(in: ledger.head), at: 0)
    if !layout.unknownHeadings.isEmpty {
      sources[fileIndex].evidence.append("columns left aside: \(quoted: layout.unknownHeadings.joined(separator: ", "))")
    }
    return true
  }

  /// Proves that the rows are balances, with the evidence for it; nil where they are not, or the file must be seen whole to tell.
  private mutating func nature(
    _ long: LongLedgerRead, _ periods: LedgerPeriods, _ signs: LedgerSigns, _ items: [LedgerItem],
    _ entityOf: (LedgerPosting.Group) -> EntityID
  ) throws(Rejection) -> [Text]? {
    guard signs.isLedger else { return [] }
    let days = long.groups.compactMap { periods.reading(of: $0, measure: 0)?.kind.lastDay }
    // Periods are no dates, and nothing is asked of them; a mixture is for a look at the whole.
    if days.isEmpty { return [] }
    guard days.count == long.groups.count else { return nil }
    if long.hasOpening { return nil }
    let distinct = Set(days).sorted()
    guard distinct.count > 1 else { return [] }
    let second = days.indices.first { days[$0] != days[0] } ?? 0
    let isNil = long.tally.groups.count { $0.debits == $0.credits }
    let whole = LedgerNature.Whole(
      days: distinct, comesAgain: false,
      isGrid: long.tally.isComplete && LedgerNature.isMostlyNil(isNil, of: long.groups.count), first: days[0],
      second: (
        days[second],
        Place(
          fileIndex: long.ledger.fileIndex, lineNumber: long.tally.groups[second].line, columnNumber: long.ledger.amountField + 1)
      ), hasOpening: false)
    guard let shown = long.shownRows(days, isResult: { !catalogue[items[$0].item].isInstant }) else { return nil }
    let nature = try LedgerNature(
      whole, shown, long.ledger.reader, isPostedWithinMonths: periods.journalPlace != nil,
      yearEnd: entities[entityOf(long.groups[0])].yearEnd)
    guard nature.kind == .balances else { return nil }
    findings += [nature.assumption].compactMap { $0 }
    return [nature.evidence]
  }

  /// Keeps the debits and credits of each group.
  private mutating func takeSides(
    _ long: LongLedgerRead, _ periods: LedgerPeriods, _ meanings: LedgerMeanings, _ entityOf: (LedgerPosting.Group) -> EntityID
  ) {
    for (group, sum) in zip(long.groups, long.tally.groups) {
      let entity = entityOf(group)
      let period = periods.reading(of: group, measure: 0).flatMap {
        PeriodResolver(yearEnd: entities[entity].yearEnd).resolve($0, isInstant: true)?.period
      }
      ledgerTotals.append(
        LedgerTotals(
          entity: entity, period: period, heading: "", debits: Amount(atoms: sum.debits), credits: Amount(atoms: sum.credits),
          rowCount: sum.rowCount, decimals: sum.finest, currency: meanings.currency(of: group) ?? long.ledger.titles.currency,
          firstPlace: Place(fileIndex: long.ledger.fileIndex, lineNumber: sum.line, columnNumber: long.ledger.amountField + 1)))
    }
  }
}
