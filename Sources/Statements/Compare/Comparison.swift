/// A figure beside its comparative, and what may be said of the change.
///
/// Cites: IAS 1.38, IAS 34.20 (a result against the same stretch of the year before, a position against the last year end); DOMAIN 7.
public struct Comparison: Sendable {
  /// The figure.
  public let current: Fact
  /// What stands beside it; nil where there is nothing before it.
  public let prior: Fact?
  /// How the two relate.
  public let outcome: Outcome

  /// What may be said of the change.
  public enum Outcome: Hashable, Sendable {
    /// Like with like: the change, and its percentage of the comparative's magnitude unless that means nothing.
    case compared(change: Amount, percent: Percentage?, percentNote: PercentNote?)
    /// Not like with like: shown side by side and nothing computed.
    case notComparable(Text)
    /// There is nothing to compare with.
    case noPrior(Text)
  }

  /// Why a percentage means nothing.
  public enum PercentNote: Hashable, Sendable {
    /// The sign changes.
    case signChange
    /// A thousand per cent or more.
    case tooLarge
    /// The comparative is nil.
    case nilBase
    /// Both are nil.
    case bothNil
  }

  /// Compares two figures of the same kind and length.
  static func outcome(_ current: Amount, _ prior: Amount) -> Outcome {
    let change = current - prior
    if prior.sign == 0 {
      return .compared(change: change, percent: nil, percentNote: current.sign == 0 ? .bothNil : .nilBase)
    }
    if current.sign * prior.sign < 0 { return .compared(change: change, percent: nil, percentNote: .signChange) }
    // A thousand per cent is ten times the comparative.
    if change.magnitude.atoms >= 10 * prior.magnitude.atoms { return .compared(change: change, percent: nil, percentNote: .tooLarge) }
    return .compared(change: change, percent: Percentage(change, of: prior.magnitude), percentNote: nil)
  }
}

extension GroupAccounts {
  /// Every figure of an item of an entity beside its comparative, by period.
  func comparisons(of entity: EntityID, _ item: ItemID) -> [Comparison] {
    let series = index.series(entity, item)
    return series.map { current in
      if current.period.isInstant { return comparePosition(current, series) }
      return compareResult(current, series)
    }
  }

  /// A position stands against the last year end before it; where that is not on file, against the same day a year earlier, else the
  /// latest day before.
  private func comparePosition(_ current: Fact, _ series: [Fact]) -> Comparison {
    let earlier = series.filter { $0.period < current.period }
    guard let latest = earlier.last else {
      return Comparison(current: current, prior: nil, outcome: .noPrior("no earlier date is on file"))
    }
    let yearEnd = FinancialYear(containing: current.period.end, yearEnd: entities[current.entity].yearEnd).start.adding(days: -1)
    let sameDay = current.period.end.adding(months: -12)
    let prior = earlier.first { $0.period.end == yearEnd } ?? earlier.first { $0.period.end == sameDay } ?? latest
    return compare(current, prior)
  }

  /// A result stands against the stretch of the same length a year earlier; else beside the one before it, not compared.
  private func compareResult(_ current: Fact, _ series: [Fact]) -> Comparison {
    let yearEarlier = current.period.end.adding(months: -12)
    if let prior = series.first(where: { $0.period.end == yearEarlier && $0.period.isAsLong(as: current.period) }) {
      return compare(current, prior)
    }
    guard let beside = series.last(where: { $0.period.end < current.period.end }) else {
      return Comparison(current: current, prior: nil, outcome: .noPrior("no earlier period is on file"))
    }
    if beside.period.isAsLong(as: current.period) {
      return Comparison(
        current: current, prior: beside,
        outcome: .notComparable("\(current.period) against \(beside.period): the same stretch of the year before is not on file"))
    }
    return Comparison(
      current: current, prior: beside,
      outcome: .notComparable(
        "\(current.period) against \(beside.period): the lengths differ, and the same stretch of the year before is not on file"))
  }

  private func compare(_ current: Fact, _ prior: Fact) -> Comparison {
    guard current.currency == prior.currency else {
      return Comparison(current: current, prior: prior, outcome: .notComparable("the currencies differ"))
    }
    return Comparison(current: current, prior: prior, outcome: Comparison.outcome(current.value, prior.value))
  }

}

extension Period {
  /// Whether two stretches are of one length: the same number of whole months, else of days.
  func isAsLong(as other: Period) -> Bool {
    if let months = wholeMonths, let otherMonths = other.wholeMonths { return months == otherMonths }
    return wholeMonths == nil && other.wholeMonths == nil && dayCount == other.dayCount
  }
}
