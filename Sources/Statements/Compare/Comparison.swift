/// A figure beside its comparative, and what may be said of the change.
///
/// Cites: IAS 1.38, IAS 34.20 (a result against the same stretch of the year before, a position against the last year end).
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
    let obstacle = FigureKey(current, yearEnd: yearEnd).obstacle(to: FigureKey(prior, yearEnd: yearEnd))
    let outcome = obstacle.map(Outcome.notComparable) ?? Comparison.outcome(current.value, prior.value)
    return Comparison(current: current, prior: prior, outcome: outcome)
  }
}

extension FigureSet {
  /// A figure of a row beside its comparative: for a position the last year end, for a result the same stretch of the year before.
  func comparison(of figure: ComparedFigure, in row: Row) -> Comparison {
    figure.period.isInstant ? position(figure, row) : result(figure, row)
  }

  /// A position stands against the last year end before it; where that is not on file, against the same day a year earlier, else the
  /// latest day before.
  private func position(_ figure: ComparedFigure, _ row: Row) -> Comparison {
    let day = figure.period.end
    guard let latest = row.positions.last(where: { $0.period.end < day }) else {
      return Comparison(current: figure.fact, prior: nil, outcome: .noPrior("no earlier date is on file"))
    }
    let lastYearEnd = yearEnd.yearStart(of: day).adding(days: -1)
    let prior = row.figure(.asAt(lastYearEnd)) ?? row.figure(.asAt(day.adding(months: -12))) ?? latest
    return Comparison.of(figure.fact, prior.fact, yearEnd: yearEnd)
  }

  /// A result stands against the stretch of the same length a year earlier; else beside one before it, not compared.
  private func result(_ figure: ComparedFigure, _ row: Row) -> Comparison {
    let current = figure.period
    let yearEarlier = row.stretches(endingOn: current.end.adding(months: -12))
    if let prior = yearEarlier.first(where: { $0.period.isAsLong(as: current) }) {
      return Comparison.of(figure.fact, prior.fact, yearEnd: yearEnd)
    }
    let earlier = row.stretches.filter { $0.period.end < current.end && (figure.isDerived || !$0.isDerived) }
    let asLong = earlier.last { $0.period.isAsLong(as: current) }
    let families = families(of: current)
    guard let beside = asLong ?? earlier.last(where: { !families.isDisjoint(with: self.families(of: $0.period)) }) ?? earlier.last else {
      return Comparison(current: figure.fact, prior: nil, outcome: .noPrior("no earlier period is on file"))
    }
    return Comparison(
      current: figure.fact, prior: beside.fact,
      outcome: asLong == nil
        ? .notComparable(
          "\(current) against \(beside.period): the lengths differ, and the same stretch of the year before is not on file")
        : .notComparable("\(current) against \(beside.period): the same stretch of the year before is not on file"))
  }

  private func families(of period: Period) -> Set<PeriodTable.Family> {
    Set(FigureKind.all(of: period, yearEnd: yearEnd).map(PeriodTable.Family.init))
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
