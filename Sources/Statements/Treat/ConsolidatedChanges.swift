/// The changes in the group's equity, from the parent's consolidated figures, with the changes of ownership that the treatments give.
///
/// Cites: IAS 1.106, IFRS 18.107.
struct ConsolidatedChanges {
  private let parent: EntityID
  private let accounts: GroupAccounts

  /// Every stretch between two dates at which the parent's accounts give equity with non-controlling interests, earliest first; none where
  /// they do not.
  static func all(in accounts: GroupAccounts) -> [ChangesInEquity] {
    guard let parent = accounts.entities.parent else { return [] }
    return ConsolidatedChanges(parent, accounts).all
  }

  private init(_ parent: EntityID, _ accounts: GroupAccounts) {
    self.parent = parent
    self.accounts = accounts
  }

  private var all: [ChangesInEquity] {
    let positions = accounts.index.series(parent, accounts.items.nonControllingInterests).filter(\.period.isInstant).compactMap(position)
    return ChangesInEquity.stretches(positions.map(\.position.date), yearEnd: accounts.yearEndOfGroup).compactMap { opening, closing in
      guard let from = positions.first(where: { $0.position.date == opening }),
        let to = positions.first(where: { $0.position.date == closing })
      else { return nil }
      return changes(from: from, to: to)
    }
  }

  private typealias Dated = (position: ChangesInEquity.Position, currency: Currency?)

  private func position(_ nci: Fact) -> Dated? {
    let owners = accounts.index.fact(parent, accounts.items.ownersEquity, nci.period)?.value
    let total = accounts.index.fact(parent, accounts.items.netAssets, nci.period)?.value
    guard let owners = owners ?? total.map({ $0 - nci.value }) else { return nil }
    return (ChangesInEquity.Position(date: nci.period.end, owners: owners, nci: nci.value), nci.currency)
  }

  private func changes(from opening: Dated, to closing: Dated) -> ChangesInEquity? {
    guard opening.currency == closing.currency, let period = Period.from(opening.position.date.adding(days: 1), to: closing.position.date)
    else { return nil }
    var changes = ChangesInEquity(
      entity: parent, period: period, currency: opening.currency, opening: opening.position, closing: closing.position)
    let items = accounts.items
    let isProfitGiven = add(.profit, items.profitAfterTax, items.profitToOwners, items.profitToNCI, &changes)
    if !isProfitGiven { changes.notes.append("no profit of \(period) is on file") }
    addOtherComprehensiveIncome(&changes)
    add(.ownersMovement, nil, items.capitalContributions, find("capital-contributions-from-nci"), &changes)
    add(.ownersMovement, nil, items.dividends, find("dividends-to-nci"), &changes)
    addChangesOfOwnership(&changes)
    add(.ownersMovement, items.otherEquityMovements, nil, nil, &changes)
    return changes
  }

  private func find(_ id: String) -> ItemID? { accounts.catalogue.find(id: id) }

  private func flow(_ item: ItemID?, _ period: Period) -> NetAssetsMovement.Cause? {
    item.flatMap { accounts.flow(of: parent, $0, in: period) }
  }

  /// A line from its total and its parts; of three the one that is missing follows, and of two parts alone a missing one is nothing.
  @discardableResult
  private func add(_ kind: ChangesInEquity.Kind, _ whole: ItemID?, _ ofOwners: ItemID?, _ ofNCI: ItemID?, _ changes: inout ChangesInEquity)
    -> Bool
  {
    let (total, owners, nci) = (flow(whole, changes.period), flow(ofOwners, changes.period), flow(ofNCI, changes.period))
    guard let first = total ?? owners ?? nci, let item = whole ?? ofOwners else { return false }
    var line = ChangesInEquity.Line(kind: kind, label: Text.caption(accounts.catalogue[item]), place: first.place)
    if let total {
      line.total = total.amount
      line.owners = owners?.amount ?? nci.map { total.amount - $0.amount }
      line.nci = nci?.amount ?? owners.map { total.amount - $0.amount }
      if line.nci == nil { noteUndivided(line.label, &changes) }
    } else {
      line.owners = owners?.amount ?? .zero
      line.nci = nci?.amount ?? .zero
      line.total = (line.owners ?? .zero) + (line.nci ?? .zero)
    }
    changes.lines.append(line)
    return true
  }

  private func noteUndivided(_ label: Text, _ changes: inout ChangesInEquity) {
    changes.notes.append(
      "\(label): no file divides it between owners and non-controlling interests, so both columns have it in what is not explained")
  }

  private func addOtherComprehensiveIncome(_ changes: inout ChangesInEquity) {
    let items = accounts.items
    let period = changes.period
    let listed = accounts.otherComprehensiveItems(of: parent).compactMap { item in flow(item, period).map { (item, $0) } }
    let total = flow(items.totalComprehensiveIncome, period)
    let profit = flow(items.profitAfterTax, period)
    let implied = total.flatMap { total in profit.map { total.amount - $0.amount } }
    let sum = listed.reduce(Amount.zero) { $0 + $1.1.amount }
    guard let whole = flow(items.otherComprehensiveIncome, period)?.amount ?? implied ?? (listed.isEmpty ? nil : sum) else { return }
    func part(_ own: String, _ comprehensive: String, _ profit: ItemID) -> Amount? {
      if let given = flow(find(own), period) { return given.amount }
      guard let all = flow(find(comprehensive), period), let earned = flow(profit, period) else { return nil }
      return all.amount - earned.amount
    }
    let owners = part(
      "other-comprehensive-income-attributable-to-owners", "total-comprehensive-income-attributable-to-owners", items.profitToOwners)
    let nci = part("other-comprehensive-income-attributable-to-nci", "total-comprehensive-income-attributable-to-nci", items.profitToNCI)
    var line = ChangesInEquity.Line(
      kind: .otherComprehensiveIncome, label: "Other comprehensive income", owners: owners ?? nci.map { whole - $0 },
      nci: nci ?? owners.map { whole - $0 }, total: whole)
    if whole.sign == 0 { (line.owners, line.nci) = (.zero, .zero) }
    if line.nci == nil { noteUndivided(line.label, &changes) }
    changes.lines.append(line)
    for (item, flow) in listed {
      changes.lines.append(
        ChangesInEquity.Line(
          kind: .otherComprehensiveIncome, label: "of which \(Text.lowerCaption(accounts.catalogue[item]))", total: flow.amount,
          place: flow.place, isItem: true))
    }
  }

  /// What the parent's own shares brought in from its owners, or took back to them.
  private func addOwnEvent(_ event: EquityEvent, _ changes: inout ChangesInEquity) {
    guard event.movesNetAssets, let amount = accounts.amountInto(parent, event) else { return }
    changes.lines.append(
      ChangesInEquity.Line(
        kind: .ownersMovement, label: "\(quoted: event.name), \(event.date)", owners: amount, nci: .zero, total: amount, place: event.place)
    )
  }

  /// Each change of ownership of the stretch, as its treatment has it.
  private func addChangesOfOwnership(_ changes: inout ChangesInEquity) {
    for transaction in accounts.transactions where transaction.event.status == .completed {
      guard transaction.event.date > changes.opening.date, transaction.event.date <= changes.closing.date else { continue }
      guard transaction.event.entity != parent else {
        addOwnEvent(transaction.event, &changes)
        continue
      }
      let name: Text = "\(quoted: transaction.event.name), \(transaction.event.date)"
      guard transaction.currency == changes.currency, transaction.treatment != .notDeterminable, let nci = transaction.nciAdjustment else {
        changes.notes.append("\(name) is not determinable, so its effect is in what is not explained")
        continue
      }
      let isLoss = transaction.treatment == .lossOfControl
      let owners = isLoss ? Amount.zero : transaction.ownersAdjustment ?? .zero
      changes.lines.append(
        ChangesInEquity.Line(
          kind: isLoss ? .lossOfControl : .changeOfInterest,
          label: isLoss ? .lossOfControl(transaction) : .changeOfInterest(transaction), owners: owners, nci: nci,
          total: owners + nci, place: transaction.event.place))
    }
  }
}
