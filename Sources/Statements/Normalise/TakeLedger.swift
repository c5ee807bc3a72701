import DelimitedText

/// What a long file or a trial balance becomes: facts, and the sums that the check of trial balances compares.
extension Intake {
  mutating func takeLedger(_ reader: RegisterReader, _ refused: Refusals) throws(Rejection) {
    let titles = RegisterTitles(reader)
    var read = LedgerReader(reader, titles, refused)
    let periods = LedgerPeriods(read, titles, &read.refused)
    let meanings = LedgerMeanings(read, titles, &read.refused)
    if read.postings.isEmpty, read.refused.isEmpty {
      throw Rejection(
        "unrecognised", "the columns are named, and no row below has an amount",
        place: Place(fileIndex: reader.fileIndex, lineNumber: reader.table[reader.layout.headerRecord].lineNumber),
        expected: "amounts below the header", remedy: "fill the table in")
    }
    try read.refused.end(&findings)
    // What follows may still refuse the file, and then leaves nothing behind.
    let before = (entities, catalogue, findings)
    do throws(Rejection) {
      try take(read, titles, periods, meanings)
      findings += read.assumed
    } catch {
      (entities, catalogue, findings) = before
      throw error
    }
  }

  private mutating func take(_ read: LedgerReader, _ titles: RegisterTitles, _ periods: LedgerPeriods, _ meanings: LedgerMeanings)
    throws(Rejection)
  {
    let reader = read.reader
    let accountItems = ledgerItems(read, periods)
    let signs = LedgerSigns(read, accountItems.map { catalogue[$0.item] })
    let whole = reader.layout.columns[.entity] == nil ? entity(of: titles, fileIndex: reader.fileIndex) : nil
    let named = read.words.entities.words.indices.map { index in
      entity(named: read.words.entities.words[index], role: .subsidiary, place: read.words.entities.places[index])
    }
    let entityOf = { (group: LedgerPosting.Group) in group.entity >= 0 ? named[Int(group.entity)] : whole ?? EntityID(index: 0) }

    var facts = LedgerFacts(read, meanings)
    var assumed: Set<Text> = []
    var undated = 0
    var currencies: [EntityID: Currency?] = [:]
    var areBalances = false
    let dated = try datedRows(read, titles, periods, signs, accountItems, entityOf, areBalances: &areBalances)
    for (index, posting) in read.postings.enumerated() {
      let account = accountItems[posting.account]
      let entity = entityOf(posting.group)
      var currency = meanings.currency(of: posting.group) ?? titles.currency ?? read.currencyOfUnits
      if currency == nil {
        if currencies[entity] == nil {
          let open = OpenCurrency(reader.table, catalogue, fileIndex: reader.fileIndex)
          let settled = open.settle(entities[entity], entity, hasScale: titles.preamble.unit.map { $0.value.exponent != 0 } ?? false)
          if let finding = settled.finding { findings.append(finding) }
          currencies[entity] = .some(settled.currency)
        }
        currency = currencies[entity] ?? nil
      }
      let key = { [currency] (period: Period) in
        LedgerFacts.Key(
          entity: entity, item: account.item, period: period, currency: currency,
          scenario: meanings.scenario(of: posting.group), basis: meanings.basis(of: posting.group))
      }
      if let dated {
        for part in dated.parts(of: index, isInstant: catalogue[account.item].isInstant) {
          facts.add(
            part.posting, index: index, to: key(part.period), value: signs.value(part.posting, side: account.side, sense: account.sense),
            sense: .either, isPosted: true)
        }
        continue
      }
      guard var reading = periods.reading(of: posting.group, measure: posting.measure) else {
        undated += 1
        continue
      }
      // A balance of results under a month's name is that of the year to its end.
      if areBalances, case .month(let year, let month) = reading.kind, let day = CalendarDate(year: year, month: month, day: 1) {
        reading.kind = .date(day.monthEnd)
      }
      guard let resolved = PeriodResolver(yearEnd: entities[entity].yearEnd).resolve(reading, isInstant: catalogue[account.item].isInstant)
      else {
        throw Rejection(
          "unreadable", "the row does not say which date or period it stands for", place: facts.place(of: posting),
          expected: "a date or period with its year", remedy: "write it out")
      }
      if let assumption = resolved.assumption, assumed.insert(assumption).inserted {
        findings.append(
          Finding(
            .info, "period-assumed", assumption, entity: entity, period: resolved.period,
            place: periods.place(of: posting.group, measure: posting.measure),
            remedy: "write the period out, such as `For the nine months ended 30 September 2012`"))
      }
      facts.add(
        posting, index: index,
        to: key(resolved.period),
        value: signs.value(posting, side: account.side, sense: account.sense), sense: signs.isLedger ? .either : account.sense,
        isWhole: !signs.isLedger && reader.layout.isWhole(catalogue[account.item]))
    }
    var figures = facts.facts(catalogue, entities)
    // Debits and credits balance to the cent: a ledger's figures are never rounded.
    if !signs.isLedger { settlePrecision(of: &figures, fileIndex: reader.fileIndex) }
    if signs.isLedger, dated == nil { takeTotals(of: &figures, fileIndex: reader.fileIndex) }
    self.facts += figures
    findings += facts.duplicates(entities, catalogue)
    if undated > 0 {
      findings.append(
        Finding(
          .warning, "period-assumed", "the file gives no date: its debits and credits are compared, and none of its figures is taken",
          place: Place(fileIndex: reader.fileIndex, lineNumber: reader.table[reader.layout.headerRecord].lineNumber),
          remedy: "give it a column `date`, or write `As at 31 December 2025` on a line above the table"))
    }
    if signs.isLedger {
      for (key, sum) in read.sums.all {
        let period = periods.reading(of: key.group, measure: key.measure).flatMap {
          PeriodResolver(yearEnd: entities[entityOf(key.group)].yearEnd).resolve($0, isInstant: true)?.period
        }
        ledgerTotals.append(
          LedgerTotals(
            entity: entityOf(key.group), period: period,
            heading: reader.layout.measures.count > 1 ? reader.layout.measures[key.measure].heading : "", debits: sum.debits,
            credits: sum.credits, rowCount: sum.rowCount, decimals: sum.finest,
            currency: meanings.currency(of: key.group) ?? titles.currency, firstPlace: sum.first, stated: sum.stated))
      }
    }
    sources[reader.fileIndex].evidence += signs.evidence + periods.evidence + (dated.map { [$0.evidence] } ?? [])
    say(read, titles, accountItems, whole, rowCount: read.postings.count)
  }

  /// Says what is to be said of a ledger as a whole: its unit, and how many of its accounts are known.
  mutating func say(_ read: LedgerReader, _ titles: RegisterTitles, _ accountItems: [LedgerItem], _ whole: EntityID?, rowCount: Int) {
    let reader = read.reader
    if let unit = titles.preamble.unit {
      sources[reader.fileIndex].evidence.append("unit: \(code: unit.value) (line \(Int(unit.place.lineNumber)) says so)")
    } else if reader.layout.columns[.unit] != nil {
      sources[reader.fileIndex].evidence.append("unit: each row's own (a column gives it)")
    } else {
      sources[reader.fileIndex].evidence.append("unit: none is given, the figures are taken as they stand")
    }
    sayDatesLeftAside(reader)
    findings += titles.preamble.unreadUnitFindings(whole)
    var hardlyKnown = HardlyKnown()
    var places: [Int: Place] = [:]
    for posting in read.postings where places[posting.account] == nil { places[posting.account] = LedgerFacts.place(of: posting, in: read) }
    for (index, account) in accountItems.enumerated() {
      guard let place = places[index] else { continue }
      let words = read.words.label(of: read.words.accounts[index])
      hardlyKnown.take(words, account.item, isKnown: catalogue[account.item].statement != .unknown, at: place)
    }
    if let finding = hardlyKnown.finding(whole, &catalogue) { findings.append(finding) }
    let (known, all) = (accountItems.count { catalogue[$0.item].statement != .unknown }, accountItems.count)
    sources[reader.fileIndex].evidence.append("\(rowCount) rows of \(all) accounts or items, \(known) of them known")
    if read.sumRowCount > 0 {
      sources[reader.fileIndex].evidence.append("\(read.sumRowCount) rows only add up the accounts below them, and are not added")
    }
    let mapped = accountItems.count { $0.isMapped }
    if mapped > 0 {
      sources[reader.fileIndex].evidence.append(
        mapped == 1
          ? "one account is mapped by the group's own `accounts` file" : "\(mapped) accounts are mapped by the group's own `accounts` file")
    }
  }

  /// A column of another date beside debits and credits, of whose figures nothing shows the side.
  private mutating func sayDatesLeftAside(_ reader: RegisterReader) {
    let header = reader.table[reader.layout.headerRecord]
    for field in 0..<header.fieldCount {
      let heading = Cell.trimmed(header, field)
      guard reader.layout.unknownHeadings.contains(heading), PeriodReader.looksLikePeriod(heading) else { continue }
      findings.append(
        Finding(
          .warning, "unmapped",
          "the figures under \(quoted: heading) are left out, since nothing shows which of them are debits and which credits",
          place: Place(fileIndex: reader.fileIndex, lineNumber: header.lineNumber, columnNumber: field + 1), actual: heading,
          remedy: "give the other date debits and credits of its own, or a file of its own"))
    }
  }

  /// The line item, the side and the words of each account of a file; an account that no table knows keeps its own words.
  mutating func ledgerItems(_ read: LedgerReader, _ periods: LedgerPeriods) -> [LedgerItem] {
    var firstPosting: [Int: LedgerPosting] = [:]
    for posting in read.postings where firstPosting[posting.account] == nil { firstPosting[posting.account] = posting }
    // One month that is out makes no other file of it.
    let amounts = read.sums.all.filter { $0.sum.debits.sign != 0 || $0.sum.credits.sign != 0 }
    let isBalanced = !amounts.isEmpty && amounts.count { $0.sum.debits == $0.sum.credits } * 2 >= amounts.count
    let isLedger = read.reader.layout.form == .trialBalance || isBalanced
    return read.words.accounts.enumerated().map { index, account in
      let words = read.words
      let label = words.label(of: account)
      let code = account.code >= 0 ? words.codes.words[Int(account.code)] : nil
      let section = account.section >= 0 ? LedgerSide.section(words.sections.words[Int(account.section)]) : nil
      if let known = LedgerItem.known(account, words, accounts, catalogue) { return known }
      let wordings = words.wordings(of: account)
      let net = firstPosting[index]?.amount ?? .zero
      let isBalance = section?.isInstant
      if isLedger, let id = wordings.compactMap({ LedgerAccounts.item($0, netDebit: net, isBalance: isBalance) }).first,
        let item = catalogue.find(id: id)
      {
        return LedgerItem(item: item, sense: .asItem, side: LedgerSide(catalogue[item]))
      }
      let reading = firstPosting[index].flatMap { periods.reading(of: $0.group, measure: $0.measure) }
      let nearest = catalogue.nearestLabel(to: label)
      let item = catalogue.add(label: label, isInstant: section?.isInstant ?? !(reading?.isStretch ?? false))
      var finding = Finding(
        .info, "unmapped", "the account \(quoted: label) is not known, so it keeps a line of its own", item: item,
        place: firstPosting[index].map { LedgerFacts.place(of: $0, in: read) }, actual: code ?? label,
        remedy: "say which line item it is in an `accounts` file with the columns account,item, or leave it so")
      if let nearest { finding.details = ["nearest known label: \(code: nearest.caption) (\(code: nearest.id))"] }
      findings.append(finding)
      return LedgerItem(item: item, sense: .asItem, side: section?.side)
    }
  }
}

/// What an account of a file is.
struct LedgerItem: Sendable {
  let item: ItemID
  let sense: LabelSense
  /// Nil where nothing says on which side it stands.
  let side: LedgerSide?
  /// Whether the group's own `accounts` file says so.
  var isMapped = false

  /// What the group's own map or the tables say of an account; nil where none knows it.
  static func known(
    _ account: LedgerPosting.Account, _ words: LedgerWords, _ accounts: AccountMap, _ catalogue: LineItemCatalogue
  ) -> LedgerItem? {
    let label = words.label(of: account)
    let code = account.code >= 0 ? words.codes.words[Int(account.code)] : nil
    let section = account.section >= 0 ? LedgerSide.section(words.sections.words[Int(account.section)]) : nil
    let wordings = words.wordings(of: account)
    let mapped = account.item < 0 ? code.flatMap { accounts.item(of: $0) } ?? wordings.compactMap { accounts.item(of: $0) }.first : nil
    let byID = account.item >= 0 ? catalogue.known(id: label.lowercased()) : nil
    if let item = mapped ?? byID {
      return LedgerItem(item: item, sense: .asItem, side: LedgerSide(catalogue[item]) ?? section?.side, isMapped: mapped != nil)
    }
    if !catalogue.isTaught(label), let id = LedgerSide.sided(label, section, catalogue), let item = catalogue.find(id: id) {
      return LedgerItem(item: item, sense: .asItem, side: LedgerSide(catalogue[item]))
    }
    if let found = wordings.compactMap({ catalogue.find(label: $0) }).first {
      return LedgerItem(item: found.item, sense: found.sense, side: LedgerSide(catalogue[found.item]) ?? section?.side)
    }
    return nil
  }
}

extension RegisterTitles {
  /// The currency that the titles give, by itself or with the unit.
  var currency: Currency? { preamble.currency?.value ?? preamble.unit?.value.currency }
}
