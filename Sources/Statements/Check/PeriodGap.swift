/// The periods on file follow one another: no year is missing between two others, no quarter or month of a year.
///
/// A stretch that other figures cover, such as the half-years of a year, is not missing. The last quarter of a year may be had from the
/// year itself, and comparatives of one quarter a year leave no gap.
///
/// Formula: last day of a period + 1 = first day of the next of its length.
///
/// Severity: error where the other years follow one another; else warning.
///
/// Example: results of 2010, 2011 and 2013 leave the year 2012 out.
///
/// Remedy: add the statement of the missing period.
///
/// Cites: IAS 1.36, 38.
enum PeriodGap: EntityCheck {
  static let id = "period-gap"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let periods = EntityPeriods(accounts, entity)
    return years(accounts, entity, periods) + parts(accounts, entity, periods) + positions(accounts, entity, periods)
  }

  private static func years(_ accounts: GroupAccounts, _ entity: EntityID, _ periods: EntityPeriods) -> [Finding] {
    let years = periods.stretches.filter { $0.wholeMonths == 12 }
    let isSeries = zip(years, years.dropFirst()).contains { $1.start == $0.end.adding(days: 1) }
    return zip(years, years.dropFirst()).compactMap { before, after in
      guard let gap = gap(before, after), !periods.cover(gap) else { return nil }
      return finding(isSeries ? .error : .warning, accounts, entity, gap, before, after, periods)
    }
  }

  /// Quarters and months within a year: one that is missing among three or more.
  private static func parts(_ accounts: GroupAccounts, _ entity: EntityID, _ periods: EntityPeriods) -> [Finding] {
    [1, 3].flatMap { months -> [Finding] in
      let series = periods.stretches.filter { $0.wholeMonths == months }
      guard series.count >= 3 else { return [] }
      return zip(series, series.dropFirst()).compactMap { before, after in
        guard let gap = gap(before, after), gap.wholeMonths == months, !periods.cover(gap) else { return nil }
        let year = FinancialYear(containing: gap.end, yearEnd: accounts.entities[entity].yearEnd)
        guard gap.end != year.end else { return nil }
        return finding(.warning, accounts, entity, gap, before, after, periods)
      }
    }
  }

  /// Year ends: one that is missing where others follow one another.
  private static func positions(_ accounts: GroupAccounts, _ entity: EntityID, _ periods: EntityPeriods) -> [Finding] {
    let yearEnd = accounts.entities[entity].yearEnd
    let ends = periods.dates.filter { FinancialYear(containing: $0, yearEnd: yearEnd).end == $0 }
    guard zip(ends, ends.dropFirst()).contains(where: { $1 == $0.adding(months: 12) }) else { return [] }
    return zip(ends, ends.dropFirst()).compactMap { before, after in
      let missing = before.adding(months: 12)
      guard missing < after else { return nil }
      return Finding(
        .error, id, "no position at \(missing) is on file, between those at \(before) and at \(after)", entity: entity,
        period: .asAt(missing), place: periods.figure(of: .asAt(after))?.provenance.place, expected: missing.isoText,
        actual: after.isoText, citation: Citation("IAS 1.36, 38"), remedy: "add the position at that date")
    }
  }

  /// The days between two periods; nil where there are none.
  private static func gap(_ before: Period, _ after: Period) -> Period? {
    guard let next = after.start else { return nil }
    return Period.from(before.end.adding(days: 1), to: next.adding(days: -1))
  }

  private static func finding(
    _ severity: Severity, _ accounts: GroupAccounts, _ entity: EntityID, _ gap: Period, _ before: Period, _ after: Period,
    _ periods: EntityPeriods
  ) -> Finding {
    Finding(
      severity, id, "no results of the \(gap) are on file, between those of the \(before) and of the \(after)", entity: entity,
      period: gap, place: periods.figure(of: after)?.provenance.place, expected: gap.days, actual: after.days,
      citation: Citation("IAS 1.36, 38"), remedy: "add the statement of the missing period")
  }
}
