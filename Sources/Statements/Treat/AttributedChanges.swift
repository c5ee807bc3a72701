/// The changes in a subsidiary's equity as they are attributed to the owners of the parent and to non-controlling interests.
///
/// Opening and closing are its net assets at the interests of their days; results at the interests of their time; a change of interest by
/// the net assets immediately before and after it. What holders pay each other for shares is not in the subsidiary's own accounts.
struct AttributedChanges {
  private let entity: EntityID
  private let accounts: GroupAccounts
  private let positions: [AttributedFigure]
  /// The completed changes of ownership in the subsidiary itself.
  private let transactions: [EquityTransaction]
  /// Those of the companies above it.
  private let transactionsAbove: [EquityTransaction]

  /// Every stretch that can be drawn up, earliest first.
  ///
  /// - Parameter figures: the entity's figures as they are divided.
  static func all(of entity: EntityID, in accounts: GroupAccounts, _ figures: [AttributedFigure]) -> [ChangesInEquity] {
    AttributedChanges(entity, accounts, figures).all
  }

  private init(_ entity: EntityID, _ accounts: GroupAccounts, _ figures: [AttributedFigure]) {
    self.entity = entity
    self.accounts = accounts
    positions = figures.filter { $0.item == accounts.items.netAssets && $0.period.isInstant }.sorted { $0.period < $1.period }
    let completed = accounts.transactions.filter { $0.event.status == .completed }
    transactions = completed.filter { $0.event.entity == entity }
    let above = accounts.ownership.chain(above: entity).subtracting([entity])
    transactionsAbove = completed.filter { above.contains($0.event.entity) }
  }

  private var yearEnd: DayOfYear { accounts.entities[entity].yearEnd }
  private func isYearEnd(_ date: CalendarDate) -> Bool { FinancialYear(containing: date, yearEnd: yearEnd).end == date }

  private var all: [ChangesInEquity] {
    let stretches = ChangesInEquity.stretches(positions.map(\.period.end), yearEnd: yearEnd)
    let whole = stretches.compactMap { stretch -> ChangesInEquity? in
      guard let opening = position(stretch.opening), let closing = position(stretch.closing) else { return nil }
      return changes(from: opening, to: closing)
    }
    let lost = transactions.filter { $0.treatment == .lossOfControl }.compactMap(upToLoss)
    // The last position before control was lost is on the way to the loss, not an end of its own.
    return whole.filter { stretch in
      isYearEnd(stretch.closing.date)
        || !lost.contains { $0.opening.date == stretch.opening.date && $0.closing.date >= stretch.closing.date }
    } + lost
  }

  private func position(_ date: CalendarDate) -> AttributedFigure? { positions.first { $0.period.end == date } }

  private func end(_ figure: AttributedFigure) -> ChangesInEquity.Position {
    ChangesInEquity.Position(
      date: figure.period.end, owners: figure.owners, nci: figure.nci, interest: .one - figure.effectiveInterest)
  }

  // MARK: From one position to another

  private func changes(from opening: AttributedFigure, to closing: AttributedFigure) -> ChangesInEquity? {
    guard opening.currency == closing.currency,
      let period = Period.from(opening.period.end.adding(days: 1), to: closing.period.end)
    else { return nil }
    var changes = ChangesInEquity(
      entity: entity, period: period, currency: opening.currency, opening: end(opening), closing: end(closing))
    addResult(&changes, in: period)
    addOwnersMovements(&changes, in: period)
    for transaction in transactions where isWithin(transaction.event, opening, closing) { add(transaction, &changes) }
    addOtherChanges(&changes)
    return changes
  }

  /// Whether an event happened after the opening and is in the closing position.
  private func isWithin(_ event: EquityEvent, _ opening: AttributedFigure, _ closing: AttributedFigure) -> Bool {
    func isIn(_ position: AttributedFigure) -> Bool {
      guard event.date == position.period.end else { return event.date < position.period.end }
      guard event.movesNetAssets, let fact = accounts.index.fact(entity, accounts.items.netAssets, position.period) else { return true }
      return accounts.position(fact, includes: event)
    }
    return !isIn(opening) && isIn(closing)
  }

  private func addResult(_ changes: inout ChangesInEquity, in period: Period) {
    let items = accounts.items
    let profit = accounts.flow(of: entity, items.profitAfterTax, in: period)
    let total = accounts.flow(of: entity, items.totalComprehensiveIncome, in: period)
    guard let result = profit ?? total else {
      changes.notes.append("no result of \(period) is on file")
      return
    }
    let resultItem = profit == nil ? items.totalComprehensiveIncome : items.profitAfterTax
    changes.lines.append(divided(.profit, resultItem, result, in: period, changes.currency))
    if profit != nil { addOtherComprehensiveIncome(&changes, total.map { $0.amount - result.amount }, in: period) }
  }

  /// Each item of other comprehensive income that is on file, and what they leave of its total.
  private func addOtherComprehensiveIncome(_ changes: inout ChangesInEquity, _ implied: Amount?, in period: Period) {
    var listed = Amount.zero
    for item in accounts.otherComprehensiveItems(of: entity) {
      guard let flow = accounts.flow(of: entity, item, in: period) else { continue }
      listed += flow.amount
      changes.lines.append(divided(.otherComprehensiveIncome, item, flow, in: period, changes.currency))
    }
    let given = accounts.flow(of: entity, accounts.items.otherComprehensiveIncome, in: period)
    guard let whole = given?.amount ?? implied, (whole - listed).sign != 0 else { return }
    let rest = NetAssetsMovement.Cause(
      label: listed.sign == 0 ? "Other comprehensive income" : "Other comprehensive income, other items", amount: whole - listed,
      interval: Interval(low: whole - listed, high: whole - listed), place: given?.place)
    var line = divided(.otherComprehensiveIncome, accounts.items.otherComprehensiveIncome, rest, in: period, changes.currency)
    line.label = rest.label
    changes.lines.append(line)
  }

  /// A flow divided at the interests of its time; its parts stay nil where the interest of a time is not known.
  private func divided(
    _ kind: ChangesInEquity.Kind, _ item: ItemID, _ flow: NetAssetsMovement.Cause, in period: Period, _ currency: Currency?
  ) -> ChangesInEquity.Line {
    var line = ChangesInEquity.Line(
      kind: kind, label: Text.caption(accounts.catalogue[item]), total: flow.amount, place: flow.place)
    guard let parts = parts(item, flow, in: period, currency), let nci = Amount(flow.amount.ratio - parts.ofOwners, roundedTo: 2) else {
      return line
    }
    line.nci = nci
    line.owners = flow.amount - nci
    line.interests = parts.interests.map { .one - $0 }
    return line
  }

  private func parts(_ item: ItemID, _ flow: NetAssetsMovement.Cause, in period: Period, _ currency: Currency?) -> ResultParts? {
    accounts.parts(
      of: Fact(
        entity: entity, item: item, label: "", period: period, value: flow.amount, currency: currency, decimals: 2, basis: .unstated,
        scenario: Fact.actual, provenance: .derived(rule: flow.label, sources: flow.place.map(Places.init) ?? []), raw: ""))
  }

  // MARK: Owners' movements

  /// Contributions, dividends and other movements; NCI's part where a file gives it, else by an interest that does not change.
  private func addOwnersMovements(_ changes: inout ChangesInEquity, in period: Period) {
    let items = accounts.items
    for (item, partOfNCI) in [
      (items.capitalContributions, "capital-contributions-from-nci"), (items.dividends, "dividends-to-nci"),
      (items.otherEquityMovements, ""),
    ] {
      let given = accounts.catalogue.find(id: partOfNCI).flatMap { accounts.flow(of: entity, $0, in: period) }
      guard let flow = accounts.flow(of: entity, item, in: period) ?? given else { continue }
      var line = ChangesInEquity.Line(
        kind: .ownersMovement, label: Text.caption(accounts.catalogue[item]), total: flow.amount, place: flow.place)
      if let given {
        line.nci = given.amount
        line.owners = flow.amount - given.amount
      } else if let parts = parts(item, flow, in: period, changes.currency), !parts.isByTime || Set(parts.parts.map(\.interest)).count == 1,
        let nci = Amount(flow.amount.ratio - parts.ofOwners, roundedTo: 2)
      {
        line.nci = nci
        line.owners = flow.amount - nci
        line.interests = parts.interests.map { .one - $0 }
      } else {
        changes.notes.append(
          "the interest changes within the period and no file says when \(quoted: accounts.catalogue[item].english) was, so it is not divided"
        )
      }
      changes.lines.append(line)
    }
  }

  // MARK: Changes of interest

  private func add(_ transaction: EquityTransaction, _ changes: inout ChangesInEquity) {
    guard let nci = transaction.nciAdjustment, transaction.treatment == .equityTransaction else {
      changes.notes.append("\(quoted: transaction.event.name) of \(transaction.event.date) is not determinable")
      return
    }
    guard changes.currency == transaction.currency else {
      changes.notes.append(
        "\(quoted: transaction.event.name) of \(transaction.event.date) is worked out in the presentation currency, not in that of these accounts"
      )
      return
    }
    let moved = attributed(transaction)
    let total = (transaction.netAssetsAfter ?? .zero) - (transaction.netAssetsBefore ?? .zero)
    changes.lines.append(
      ChangesInEquity.Line(
        kind: .changeOfInterest, label: .changeOfInterest(transaction), owners: total - nci, nci: nci,
        total: total, interests: [transaction.interestBefore, transaction.interestAfter].compactMap { $0 }.map { .one - $0 },
        place: transaction.event.place))
    let outside = nci - (moved ?? nci)
    guard outside.sign != 0 else { return }
    changes.lines.append(
      ChangesInEquity.Line(
        kind: .outsideNetAssets, label: "of which not in its net assets, taken out again", owners: outside, nci: -outside, total: .zero))
  }

  /// How much NCI's part of net assets changes, to the cent; nil where net assets are not on file.
  private func attributed(_ transaction: EquityTransaction) -> Amount? {
    guard let before = transaction.interestBefore, let after = transaction.interestAfter, let netAssetsBefore = transaction.netAssetsBefore,
      let netAssetsAfter = transaction.netAssetsAfter, let from = Amount((Ratio.one - before) * netAssetsBefore.ratio, roundedTo: 2),
      let to = Amount((Ratio.one - after) * netAssetsAfter.ratio, roundedTo: 2)
    else { return nil }
    return to - from
  }

  /// The interest changed by what is not an event of this company: one of a company above it, or a register that no event explains.
  private func addOtherChanges(_ changes: inout ChangesInEquity) {
    let ofOthers = transactionsAbove.filter { $0.event.date > changes.opening.date && $0.event.date <= changes.closing.date }
    for transaction in ofOthers {
      if let line = through(transaction) {
        if line.nci?.sign != 0 { changes.lines.append(line) }
      } else {
        changes.notes.append(
          "\(quoted: transaction.event.name) of \(transaction.event.date) changes the interest in \(quoted: accounts.entities[transaction.event.entity]) and so in this company: its part here is in what is not explained"
        )
      }
    }
    let hasEvent =
      !ofOthers.isEmpty || transactions.contains { $0.event.date >= changes.opening.date && $0.event.date <= changes.closing.date }
    if !hasEvent, changes.opening.interest != changes.closing.interest {
      changes.notes.append("the registers show a change of interest that no event on file tells of")
    }
  }

  /// What an event of a company above moves here between owners and NCI: this company's net assets immediately before it, at the interests
  /// before and after; nil where one of them is not known.
  private func through(_ transaction: EquityTransaction) -> ChangesInEquity.Line? {
    let event = transaction.event
    // The same moment, seen from this company, whose own net assets do not move.
    var moment = event
    (moment.entity, moment.kind, moment.lines) = (entity, .sale, [])
    guard let register = transaction.registerAfter,
      let before = accounts.ownership.effectiveInterest(in: entity, at: .before(event)),
      let after = accounts.ownership.effectiveInterest(in: entity, at: .before(event), replacing: (event.entity, register)),
      let position = accounts.netAssets(before: moment), let nci = Amount((before - after) * position.amount.ratio, roundedTo: 2)
    else { return nil }
    return ChangesInEquity.Line(
      kind: .changeOfInterest,
      label: "Change of ownership interest through \(quoted: accounts.entities[event.entity]): \(quoted: event.name), \(event.date)",
      owners: -nci, nci: nci, total: .zero, interests: [.one - before, .one - after], place: event.place)
  }

  // MARK: Up to a loss of control

  /// From the last year end before control was lost, else the last position, to the loss.
  private func upToLoss(_ loss: EquityTransaction) -> ChangesInEquity? {
    let earlier = positions.filter { $0.period.end < loss.event.date }
    guard let opening = earlier.last(where: { isYearEnd($0.period.end) }) ?? earlier.last, let netAssets = loss.netAssetsBefore,
      let nci = loss.nciBefore,
      opening.currency == loss.currency, let period = Period.from(opening.period.end.adding(days: 1), to: loss.event.date)
    else { return nil }
    let nothing = ChangesInEquity.Position(date: loss.event.date, owners: .zero, nci: .zero)
    var changes = ChangesInEquity(entity: entity, period: period, currency: opening.currency, opening: end(opening), closing: nothing)
    let dayBefore = loss.event.date.adding(days: -1)
    let stretches = [period, Period.from(opening.period.end.adding(days: 1), to: dayBefore)].compactMap { $0 }
    let covered = stretches.first { accounts.comprehensiveIncome(of: entity, in: $0) != nil }
    if let covered { addResult(&changes, in: covered) } else { addCarriedResult(&changes, loss, since: opening) }
    addOwnersMovements(&changes, in: covered ?? period)
    for transaction in transactions where transaction.event.date > opening.period.end && precedes(transaction.event, loss.event) {
      add(transaction, &changes)
    }
    changes.lines.append(
      ChangesInEquity.Line(
        kind: .lossOfControl, label: .lossOfControl(loss), owners: nci - netAssets, nci: -nci,
        total: -netAssets, interests: loss.interestBefore.map { [.one - $0] } ?? [], place: loss.event.place))
    if let interest = loss.interestBefore, let inNetAssets = Amount((Ratio.one - interest) * netAssets.ratio, roundedTo: 2),
      inNetAssets != nci
    {
      let outside = nci - inNetAssets
      changes.lines.append(
        ChangesInEquity.Line(
          kind: .outsideNetAssets, label: "of which not in its net assets, taken out again", owners: -outside, nci: outside, total: .zero))
    }
    return changes
  }

  private func precedes(_ event: EquityEvent, _ loss: EquityEvent) -> Bool {
    (event.date, event.place) < (loss.date, loss.place)
  }

  /// The result that the treatment carried the position forward by, after that of the days up to the position.
  private func addCarriedResult(_ changes: inout ChangesInEquity, _ loss: EquityTransaction, since opening: AttributedFigure) {
    guard let position = accounts.netAssets(before: loss.event), let interest = loss.interestBefore else { return }
    if position.fact.period.end > opening.period.end,
      let first = Period.from(opening.period.end.adding(days: 1), to: position.fact.period.end)
    {
      addResult(&changes, in: first)
    }
    guard position.result.sign != 0 else { return }
    // An event between the position and the loss parts the result at a day that no file cuts.
    let isParted = transactions.contains { $0.event.date > position.fact.period.end && precedes($0.event, loss.event) }
    var line = ChangesInEquity.Line(kind: .profit, label: "Result carried forward to the loss of control", total: position.result)
    if !isParted, let nci = Amount((Ratio.one - interest) * position.result.ratio, roundedTo: 2) {
      line.nci = nci
      line.owners = position.result - nci
      line.interests = [.one - interest]
    }
    changes.lines.append(line)
  }
}

extension GroupAccounts {
  /// The items of other comprehensive income of which an entity has figures, without totals and the parts of owners and NCI.
  func otherComprehensiveItems(of entity: EntityID) -> [ItemID] {
    let totals = Set(
      [
        "other-comprehensive-income", "other-comprehensive-income-attributable-to-owners", "other-comprehensive-income-attributable-to-nci",
        "oci-not-reclassified", "oci-reclassified", "total-comprehensive-income", "total-comprehensive-income-attributable-to-owners",
        "total-comprehensive-income-attributable-to-nci",
      ].compactMap { catalogue.find(id: $0) })
    return index.items(of: entity).filter { catalogue[$0].statement == .comprehensive && !totals.contains($0) }
  }
}
