/// Whether net assets roll forward with results and movements, for figures put together anew: to try which statement belongs where.
///
/// The checks proper stand on `GroupAccounts`; this takes columns, so that one can be given to another entity or period.
struct Tie {
  /// Net assets by date, the first that is given.
  private var netAssets: [CalendarDate: Fact] = [:]
  private var results: [Period: Interval] = [:]
  private var movements: [Period: [ItemID: Interval]] = [:]
  /// How many figures are given twice, and differ.
  private(set) var contradictions = 0

  init(_ columns: [StatementColumn], _ items: WellKnownItems) {
    for column in columns {
      if column.kind == .position {
        guard let fact = column.facts[items.netAssets] else { continue }
        if let known = netAssets[column.period.end] {
          contradictions += known.interval.meets(fact.interval) ? 0 : 1
        } else {
          netAssets[column.period.end] = fact
        }
        continue
      }
      if let result = Tie.result(column, items) {
        if let known = results[column.period] {
          contradictions += known.meets(result) ? 0 : 1
        } else {
          results[column.period] = result
        }
      }
      for item in [items.capitalContributions, items.dividends, items.otherEquityMovements] {
        guard let fact = column.facts[item] else { continue }
        if let known = movements[column.period]?[item] {
          contradictions += known.meets(fact.interval) ? 0 : 1
        } else {
          movements[column.period, default: [:]][item] = fact.interval
        }
      }
    }
  }

  private static func result(_ column: StatementColumn, _ items: WellKnownItems) -> Interval? {
    if let total = column.facts[items.totalComprehensiveIncome] { return total.interval }
    guard let profit = column.facts[items.profitAfterTax] else { return nil }
    return column.facts[items.otherComprehensiveIncome].map { profit.interval + $0.interval } ?? profit.interval
  }

  /// Whether the stretch between two dates ties; nil where a figure is missing, or the movement is so small that it would by chance.
  func holds(after opening: CalendarDate, to closing: CalendarDate) -> Bool? {
    guard let first = netAssets[opening], let last = netAssets[closing], first.currency == last.currency,
      let period = Period.from(opening.adding(days: 1), to: closing), let result = results[period]
    else { return nil }
    let moved = last.interval - first.interval
    let explained = (movements[period] ?? [:]).values.reduce(result) { $0 + $1 }
    guard Tie.tells(moved, explained) else { return nil }
    return moved.meets(explained)
  }

  private static func tells(_ moved: Interval, _ explained: Interval) -> Bool {
    let size = max(moved.high.magnitude, moved.low.magnitude, explained.high.magnitude, explained.low.magnitude)
    return size.atoms >= 200 * (moved.tolerance.atoms + explained.tolerance.atoms)
  }

  /// How many stretches from date to date tie, and how many do not.
  var stretches: (holding: Int, broken: Int) {
    let dates = netAssets.keys.sorted()
    let held = zip(dates, dates.dropFirst()).compactMap { holds(after: $0, to: $1) }
    return (held.count { $0 }, held.count { !$0 })
  }
}
