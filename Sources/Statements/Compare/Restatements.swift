/// Parts of a derived figure, brought to one basis: all as restated, or all as first reported.
///
/// A quarter that was restated taken off a half year that was not leaves neither the one quarter nor the other. A part that was not
/// restated is as first reported where it is of the same financial year as one that was, or of an earlier one; one of a later year came
/// after the restatement. A figure that the restatement left as it was is on both bases.
///
/// Cites: IAS 8.42, IAS 1.41.
struct Restatements {
  private let isRestated: (Fact) -> Bool
  /// The figure as it was before it was restated; nil where none is on file.
  private let original: (Fact) -> Fact?

  init(_ accounts: GroupAccounts) {
    isRestated = accounts.isRestated
    original = { $0.basis.isSeparate ? nil : accounts.index.original($0.entity, $0.item, $0.period) }
  }

  /// On what basis parts stand together.
  enum Basis {
    /// As they are; whether any of them was restated.
    case one(isRestated: Bool)
    /// As first reported, each of them.
    case firstReported([Derivation.Part])
    /// Neither way: a part that was restated and one that was not.
    case mixed(restated: Fact, other: Fact)
  }

  func basis(of parts: [Derivation.Part], yearEnd: DayOfYear) -> Basis {
    let year = { (fact: Fact) in yearEnd.yearStart(of: fact.period.end) }
    let restated = parts.filter { isChanged($0.fact) }
    guard let last = restated.map({ year($0.fact) }).max() else {
      let isFirst = parts.contains { $0.fact.scenario == Fact.asReported }
      return isFirst ? .firstReported(parts) : .one(isRestated: false)
    }
    let rest = parts.filter { part in !restated.contains(part) && !isOnBoth(part.fact) }
    let (first, later) = (
      rest.filter { isFirst($0.fact) || year($0.fact) <= last }, rest.filter { !isFirst($0.fact) && year($0.fact) > last }
    )
    guard let other = first.first else { return .one(isRestated: true) }
    let before = parts.map { part in
      restated.contains(part) ? original(part.fact).map { Derivation.Part(fact: $0, isAdded: part.isAdded) } : part
    }
    let known = before.compactMap { $0 }
    guard later.isEmpty, known.count == parts.count else { return .mixed(restated: restated[0].fact, other: other.fact) }
    return .firstReported(known)
  }

  private func isFirst(_ fact: Fact) -> Bool { fact.scenario == Fact.asReported }

  /// Whether a restatement changed a figure, as far as is on file.
  private func isChanged(_ fact: Fact) -> Bool { isRestated(fact) && !isOnBoth(fact) }

  private func isOnBoth(_ fact: Fact) -> Bool {
    isRestated(fact) && original(fact).map { $0.value == fact.value && $0.currency == fact.currency } ?? false
  }
}

/// A figure that is not derived, since its parts are of two bases.
struct WithheldFigure: Hashable, Sendable {
  let period: Period
  /// A part that was restated, and one that was not.
  let restated, other: Period
}
