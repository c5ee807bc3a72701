/// No column repeats the one beside it: figures of two periods are not the same in all their lines.
///
/// A comparative that was left as it stood, or a column that was copied and not filled in. A company at rest may have the same position
/// twice; then its result of the time between is nil, or moves no net assets.
///
/// Formula: of the figures other than nil that two columns of a table share, four and more, nine tenths are the same.
///
/// Severity: warning.
///
/// Example: a position at 31 December 2023 that is, line for line, that of 31 December 2024, with a profit of 2024 of 40.0.
///
/// Remedy: fill in the figures of the column that was left.
///
/// Cites: IAS 1.38.
enum RepeatedColumn: Check {
  static let id = "repeated-column"
  private static let fewestFigures = 4

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    StatementColumn.all(accounts).sorted { $0.key < $1.key }.flatMap { entity, columns in
      zip(columns, columns.dropFirst()).compactMap { one, other -> Finding? in
        guard one.isBeside(other), one.kind != .movements, one.period.end != other.period.end else { return nil }
        let (same, apart) = one.compared(with: other)
        guard same >= fewestFigures, 9 * apart <= same, !isAtRest(one, other, columns, accounts) else { return nil }
        let stale = stale(one, other, columns, accounts)
        return finding(accounts, stale, stale.number == one.number ? other : one, same, same + apart)
      }
    }
  }

  /// Whether an entity may have had the same position at both dates: nothing that is on file moved its net assets.
  private static func isAtRest(
    _ one: StatementColumn, _ other: StatementColumn, _ columns: [StatementColumn], _ accounts: GroupAccounts
  ) -> Bool {
    guard one.kind == .position else { return false }
    let (first, last) = one.period < other.period ? (one.period.end, other.period.end) : (other.period.end, one.period.end)
    let moved = columns.contains { column in
      guard column.kind != .position, let start = column.period.start, start > first, column.period.end <= last else { return false }
      return [accounts.items.profitAfterTax, accounts.items.totalComprehensiveIncome].contains { (column.facts[$0]?.value.sign ?? 0) != 0 }
    }
    return !moved
  }

  /// Which of the two was left: the one that does not tie with the other statements, else the earlier, which is the comparative.
  private static func stale(
    _ one: StatementColumn, _ other: StatementColumn, _ columns: [StatementColumn], _ accounts: GroupAccounts
  ) -> StatementColumn {
    let (earlier, later) = one.period < other.period ? (one, other) : (other, one)
    let faults = (faults(earlier, columns, accounts), faults(later, columns, accounts))
    return faults.1 > faults.0 ? later : earlier
  }

  /// How much speaks against a column beyond its being the same as the one beside it.
  private static func faults(_ column: StatementColumn, _ columns: [StatementColumn], _ accounts: GroupAccounts) -> Int {
    var faults = 0
    for other in columns where other.kind == column.kind && other.period == column.period && other.fileIndex != column.fileIndex {
      let (same, apart) = column.compared(with: other)
      faults += apart > same ? 2 : -2
    }
    // The column alone against the others without those of its own table and date.
    let rest = columns.filter { !($0.kind == column.kind && $0.period == column.period && $0.fileIndex != column.fileIndex) }
    let tie = Tie(rest, accounts.items)
    let dates = rest.filter { $0.kind == .position }.map(\.period.end).sorted()
    let stretches: [(CalendarDate, CalendarDate)]
    if column.kind == .position {
      let (before, after) = (dates.last { $0 < column.period.end }, dates.first { $0 > column.period.end })
      stretches = [before.map { ($0, column.period.end) }, after.map { (column.period.end, $0) }].compactMap { $0 }
    } else {
      stretches = column.period.start.map { [($0.adding(days: -1), column.period.end)] } ?? []
    }
    for stretch in stretches { if let holds = tie.holds(after: stretch.0, to: stretch.1) { faults += holds ? -1 : 1 } }
    return faults
  }

  private static func finding(
    _ accounts: GroupAccounts, _ stale: StatementColumn, _ other: StatementColumn, _ same: Int, _ all: Int
  ) -> Finding {
    Finding(
      .warning, id, "the column of \(stale.period) repeats that of \(other.period) in \(same) of \(all) figures", entity: stale.entity,
      period: stale.period, place: stale.first.provenance.place,
      details: ["the other column begins at \(other.first.placeText(accounts))"], citation: Citation("IAS 1.38"),
      remedy: "fill in the figures of the column that was left")
  }
}
