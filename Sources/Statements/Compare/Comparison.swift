/// A figure beside its comparative, and what may be said of the change.
///
/// Cites: IAS 1.38, IAS 34.20 (a result against the same stretch of the year before, a position against the last year end); DOMAIN 7.
public struct Comparison: Sendable {
  /// The figure.
  public let current: Fact
  /// What stands beside it; nil where there is nothing before it. Its provenance says whether it was derived.
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

  /// Compares two figures where they are of one currency, of accounts of one kind, and of one kind and length of period.
  static func of(_ current: Fact, _ prior: Fact, yearEnd: DayOfYear) -> Comparison {
    let outcome: Outcome
    let kinds = (FigureKind.all(of: current.period, yearEnd: yearEnd), FigureKind.all(of: prior.period, yearEnd: yearEnd))
    if current.currency != prior.currency {
      outcome = .notComparable("the currencies differ")
    } else if current.basis != prior.basis, !current.basis.word.isEmpty, !prior.basis.word.isEmpty {
      outcome = .notComparable("the accounts differ: \(code: current.basis.word) against \(code: prior.basis.word)")
    } else if !current.period.isAsLong(as: prior.period) || !kinds.0.contains(where: kinds.1.contains) {
      outcome = .notComparable("\(current.period) against \(prior.period): the kinds of period differ")
    } else {
      outcome = Comparison.outcome(current.value, prior.value)
    }
    return Comparison(current: current, prior: prior, outcome: outcome)
  }
}

extension FigureSet {
  /// A figure of a row beside its comparative: for a position the last year end, for a result the same stretch of the year before.
  func comparison(of figure: Figure, in row: Row) -> Comparison {
    figure.period.isInstant ? position(figure, row) : result(figure, row)
  }

  /// A position stands against the last year end before it; where that is not on file, against the same day a year earlier, else the
  /// latest day before.
  private func position(_ figure: Figure, _ row: Row) -> Comparison {
    let day = figure.period.end
    guard let latest = row.positions.last(where: { $0.period.end < day }) else {
      return Comparison(current: figure.fact, prior: nil, outcome: .noPrior("no earlier date is on file"))
    }
    let lastYearEnd = yearEnd.yearStart(of: day).adding(days: -1)
    let prior = row.figure(.asAt(lastYearEnd)) ?? row.figure(.asAt(day.adding(months: -12))) ?? latest
    return Comparison.of(figure.fact, prior.fact, yearEnd: yearEnd)
  }

  /// A result stands against the stretch of the same length a year earlier; else beside one before it, not compared.
  private func result(_ figure: Figure, _ row: Row) -> Comparison {
    let current = figure.period
    let yearEarlier = row.stretches(endingOn: current.end.adding(months: -12))
    if let prior = yearEarlier.first(where: { $0.period.isAsLong(as: current) }) {
      return Comparison.of(figure.fact, prior.fact, yearEnd: yearEnd)
    }
    let before = row.stretches.last { !$0.isDerived && $0.period.end < current.end }
    let asLong = row.stretches.last { !$0.isDerived && $0.period.end < current.end && $0.period.isAsLong(as: current) }
    guard let beside = asLong ?? before else {
      return Comparison(current: figure.fact, prior: nil, outcome: .noPrior("no earlier period is on file"))
    }
    return Comparison(
      current: figure.fact, prior: beside.fact,
      outcome: asLong == nil
        ? .notComparable(
          "\(current) against \(beside.period): the lengths differ, and the same stretch of the year before is not on file")
        : .notComparable("\(current) against \(beside.period): the same stretch of the year before is not on file"))
  }

  /// Every figure on file of a row beside its comparative, by period.
  func comparisons(of row: Row) -> [Comparison] {
    row.figures.filter { !$0.isDerived }.sorted { $0.period < $1.period }.map { comparison(of: $0, in: row) }
  }
}

extension GroupAccounts {
  /// Every figure on file of an item of an entity beside its comparative, by period.
  func comparisons(of entity: EntityID, _ item: ItemID) -> [Comparison] {
    let figures = figures(of: entity)
    return figures.row(item).map(figures.comparisons) ?? []
  }
}
