/// What makes a figure one figure and no other: whose, of what, in which accounts, by which scenario, of which stretch and kind.
struct FigureKey: Hashable, Sendable {
  let entity: EntityID
  let item: ItemID
  let basis: Basis
  let scenario: String
  let currency: Currency?
  let kinds: [FigureKind]
  let period: Period

  init(_ fact: Fact, yearEnd: DayOfYear) {
    entity = fact.entity
    item = fact.item
    basis = fact.basis
    scenario = fact.scenario
    currency = fact.currency
    kinds = FigureKind.all(of: fact.period, yearEnd: yearEnd)
    period = fact.period
  }

  /// Why a figure cannot be held against another of the same line: another currency, other accounts, another kind or length of period;
  /// nil where it can.
  func obstacle(to other: FigureKey) -> Text? {
    if currency != other.currency { return "the currencies differ" }
    if (scenario == Fact.asReported) != (other.scenario == Fact.asReported) {
      return "one of the two is as first reported and the other is not"
    }
    if basis != other.basis, !basis.word.isEmpty, !other.basis.word.isEmpty {
      return "the accounts differ: \(code: basis.word) against \(code: other.basis.word)"
    }
    if !period.isAsLong(as: other.period) || !kinds.contains(where: other.kinds.contains) {
      return "\(period) against \(other.period): the kinds of period differ"
    }
    return nil
  }
}
