/// The changes of ownership that were completed, by annual period of the group: what the notes to its accounts have to list.
///
/// Changes by which control is kept are the schedule of their effects on the owners' equity, which a note gives in the order of `Kind`;
/// losses of control stand beside it. Signed events are not in it. Units: units of the presentation currency, to the cent.
///
/// Cites: IAS 27 (2008).41(e)-(f), IFRS 12.18-19.
struct OwnershipSchedule {
  /// What a change is to the owners, in the order of the schedule.
  enum Kind: CaseIterable, Hashable {
    /// More shares from outsiders.
    case acquisition
    /// Shares sold to outsiders.
    case disposal
    /// A smaller interest with no share sold: the subsidiary issues shares, or buys its own from the group.
    case deemedDisposal
    /// A larger interest with no share bought: the subsidiary buys from others, or the group takes more than its part of an issue.
    case deemedAcquisition
    /// An issue or a buy-back in proportion.
    case unchanged
  }

  /// What a change does to equity. Sign: increases positive.
  struct Effect: Hashable {
    /// The reserve in owners' equity that takes the difference.
    var otherReserve: Amount
    /// Accumulated reserves that owners gain from NCI, or hand over to them.
    var reattributed: Amount
    /// Non-controlling interests.
    var nci: Amount
    /// All equity: what came into the group from outside, known apart from the three others.
    var total: Amount

    /// Nothing.
    static let zero = Effect(otherReserve: .zero, reattributed: .zero, nci: .zero, total: .zero)

    /// Equity attributable to owners, all reserves together.
    var owners: Amount { otherReserve + reattributed }
    /// Whether the columns of the row come to its total.
    var crossCasts: Bool { owners + nci == total }

    static func + (left: Effect, right: Effect) -> Effect {
      Effect(
        otherReserve: left.otherReserve + right.otherReserve, reattributed: left.reattributed + right.reattributed,
        nci: left.nci + right.nci, total: left.total + right.total)
    }
  }

  /// One change.
  struct Entry {
    let transaction: EquityTransaction
    let kind: Kind
    /// Its effect; nil where it is not determinable.
    let effect: Effect?
  }

  /// One annual period of the group.
  struct Year {
    let year: FinancialYear
    /// Changes by which control is kept, or may have been, by date.
    var kept: [Entry] = []
    /// Losses of control, determined or not, by date.
    var lost: [EquityTransaction] = []

    /// The effect of all changes that are determined.
    var total: Effect { kept.compactMap(\.effect).reduce(.zero, +) }
    /// Whether there are changes and the effect of none is known.
    var isUnknown: Bool { !kept.isEmpty && kept.allSatisfy { $0.effect == nil } }
    /// Whether the effect of one is not known.
    var hasUndetermined: Bool { kept.contains { $0.effect == nil } }
  }

  /// The years that have a change, newest first.
  let years: [Year]
  /// The events of subsidiaries that are signed and not completed.
  let signed: [EquityTransaction]

  /// The schedule of a group's transactions.
  init(_ accounts: GroupAccounts) {
    var byEnd: [CalendarDate: Year] = [:]
    // What the parent does with its own shares is no change of ownership in a subsidiary.
    let ofSubsidiaries = accounts.transactions.filter { $0.event.entity != accounts.entities.parent }
    for transaction in ofSubsidiaries where transaction.event.status == .completed {
      let year = FinancialYear(containing: transaction.event.date, yearEnd: accounts.yearEndOfGroup)
      if transaction.treatment == .lossOfControl || transaction.controlIsKept == false {
        byEnd[year.end, default: Year(year: year)].lost.append(transaction)
      } else {
        let entry = Entry(transaction: transaction, kind: Self.kind(of: transaction), effect: Self.effect(of: transaction))
        byEnd[year.end, default: Year(year: year)].kept.append(entry)
      }
    }
    years = byEnd.values.sorted { $0.year.end > $1.year.end }
    signed = ofSubsidiaries.filter { $0.event.status == .signed }
  }

  /// The years two by two, each with the one before it as its comparative, so that each change stands in one table.
  func pairs(yearEnd: DayOfYear) -> [(current: Year, comparative: Year)] {
    var pairs: [(current: Year, comparative: Year)] = []
    var rest = years[...]
    while let current = rest.popFirst() {
      let before = FinancialYear(containing: current.year.start.adding(days: -1), yearEnd: yearEnd)
      if let next = rest.first, next.year == before {
        rest.removeFirst()
        pairs.append((current, next))
      } else {
        pairs.append((current, Year(year: before)))
      }
    }
    return pairs
  }

  /// By the direction in which the interest moved, and whether shares changed hands.
  private static func kind(of transaction: EquityTransaction) -> Kind {
    let isTransfer: Bool
    switch transaction.event.kind {
    case .sale, .purchase: isTransfer = true
    case .issue, .rights, .buyback, .exercise, .conversion, .lapse: isTransfer = false
    }
    guard let before = transaction.interestBefore, let after = transaction.interestAfter else {
      switch transaction.event.kind {
      case .purchase: return .acquisition
      case .sale: return .disposal
      case .buyback: return .deemedAcquisition
      case .issue, .rights, .exercise, .conversion, .lapse: return .deemedDisposal
      }
    }
    if after == before { return .unchanged }
    if isTransfer { return after > before ? .acquisition : .disposal }
    return after > before ? .deemedAcquisition : .deemedDisposal
  }

  /// The effect, its owners' side split into the reserve that takes the difference and those that move with the interest.
  static func effect(of transaction: EquityTransaction) -> Effect? {
    guard transaction.treatment == .equityTransaction, let owners = transaction.ownersAdjustment, let nci = transaction.nciAdjustment,
      let cameIn = transaction.cameIn
    else { return nil }
    let moved = transaction.reservesReattributed.reduce(Amount.zero) { $0 + $1.amount }
    return Effect(otherReserve: owners - moved, reattributed: moved, nci: nci, total: cameIn)
  }
}

extension EquityTransaction {
  /// The outsiders with whom it was made, in the order of its lines; empty where it was made within the group.
  func counterparties(_ accounts: GroupAccounts) -> [EntityID] {
    var outsiders: [EntityID] = []
    for party in event.movements.flatMap({ [$0.from, $0.to] }).compactMap({ $0 }) {
      if !accounts.isInGroup(party), !outsiders.contains(party) { outsiders.append(party) }
    }
    return outsiders
  }

  /// Whose cash comes in or goes out: that of the holder in the group who sells or buys, else the subsidiary's own.
  func cashHolder(_ accounts: GroupAccounts) -> EntityID {
    let holder: EntityID?
    switch event.kind {
    case .sale: holder = event.movements.compactMap(\.from).first(where: accounts.isInGroup) ?? accounts.entities.parent
    case .purchase: holder = event.movements.compactMap(\.to).first(where: accounts.isInGroup) ?? accounts.entities.parent
    case .issue, .rights, .buyback, .exercise, .conversion, .lapse: holder = nil
    }
    return holder ?? event.entity
  }
}
