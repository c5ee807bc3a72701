/// Preferred shares, notes or loans become ordinary shares of a subsidiary, and control is kept.
///
/// An equity instrument was in net assets all along and NCI carried it by itself; a liability comes into net assets without cash. A
/// consideration, the words of `note`, or a liability of that very amount on file tell a liability; else it is taken for equity.
///
/// Formula: equity: NA₁ = NA₀, change of NCI = q₁ × NA₀ − [q₀ × (NA₀ − PF) + PF], nothing comes in;
/// liability: NA₁ = NA₀ + L, change of NCI = q₁ × NA₁ − q₀ × NA₀, L comes in without cash.
///
/// Example: 80 % of 1,000 shares, NA₀ 4,900 with preferred shares of 900 in NCI, which become 250 shares: interest 64 %,
/// NCI 1,700 → 1,764, owners −64; with a liability of 900 and NA₀ 4,000: NCI 800 → 1,764, owners −64.
///
/// Cites: IAS 32.16-18, IFRS 10.B94-B96; IFRS 9.3.3.1 (IAS 27 (2008).30-31).
enum InstrumentConversion: TreatmentRule {
  static let id = "instrument-conversion"

  static func fits(_ event: EquityEvent) -> Bool { event.kind == .conversion && !event.losesControl }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
    let kind = ChangeOfInterest.Kind(needsConsideration: false)
    return ChangeOfInterest.treat(event, in: accounts, after: earlier, kind) { amounts, _ throws(ChangeOfInterest.NotTold) in
      switch ConvertedInstrument(event, accounts) {
      case .liability:
        let liability = amounts.carryingAmount ?? amounts.consideration
        // What a company of the group is owed is no liability of the group: it gives up its claim.
        let inside = try ofGroup(amounts, liability, accounts)
        let outside = inside.reduce(liability) { $0 - $1.amount }
        return Movement(
          ofEntity: liability - amounts.costs, ofHolders: inside.map { ($0.holder, -$0.amount) }, liability: outside,
          withOutsiders: outside)
      case .equity:
        let carried = amounts.carryingAmount ?? .zero
        return Movement(
          ofEntity: -amounts.costs, carriedApart: carried, carriedByHolders: try ofGroup(amounts, carried, accounts), withOutsiders: .zero)
      case .notSaid:
        throw ChangeOfInterest.NotTold(
          reason: "the carrying amount of what is converted is not given", remedy: "fill in `carrying amount`")
      }
    }
  }

  /// What companies of the group have of an instrument, by the lines of those who receive the shares.
  private static func ofGroup(_ amounts: EventAmounts, _ whole: Amount, _ accounts: GroupAccounts)
    throws(ChangeOfInterest.NotTold) -> [(holder: EntityID, amount: Amount)]
  {
    let inside = amounts.lines.compactMap { line in
      line.event.to.flatMap { accounts.isInGroup($0) ? (holder: $0, amount: line.instrument) : nil }
    }
    if amounts.lines.count == 1 { return inside.map { ($0.holder, whole) } }
    var known: [(holder: EntityID, amount: Amount)] = []
    for (holder, amount) in inside {
      guard let amount else {
        throw ChangeOfInterest.NotTold(
          reason: "it is not given how much of what is converted \(quoted: accounts.entities[holder]) has",
          remedy: "fill in `carrying amount` on each line")
      }
      known.append((holder, amount))
    }
    return known
  }
}
