/// The headings of an entity's statements fit one another: positions at the ends of results, columns in order, no period twice.
///
/// Where they do not, and one other year in one heading would make all of them fit, that heading is named.
///
/// Formula: dates of positions = last days of results, or the day before their first; columns from year to year in one direction; two
/// columns of one date agree.
///
/// Severity: warning.
///
/// Example: positions at 31 December 2024, 2022 and 2022, results of 2024, 2023 and 2022.
///
/// Remedy: correct the year in the heading, or add the statement that is missing.
///
/// Cites: IAS 1.51(c), 36, 38.
enum PeriodHeading: Check {
  static let id = "period-heading"
  /// An entity with more columns is a long history, in which one year more or less decides nothing.
  private static let mostColumns = 40

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    StatementColumn.all(accounts).sorted { $0.key < $1.key }.compactMap { entity, columns in
      guard (2...mostColumns).contains(columns.count) else { return nil }
      return finding(accounts, entity, columns)
    }
  }

  private static func finding(_ accounts: GroupAccounts, _ entity: EntityID, _ columns: [StatementColumn]) -> Finding? {
    let cost = Cost(columns)
    guard cost.evidence > 0 else { return nil }
    var mending: [(index: Int, period: Period)] = []
    for index in columns.indices {
      for years in [-1, 1, -2, 2] {
        var other = columns
        other[index].period = columns[index].period.moved(byYears: years)
        if Cost(other).total == 0 { mending.append((index, other[index].period)) }
      }
    }
    guard mending.count == 1, let mend = mending.first else { return nil }
    let column = columns[mend.index]
    return Finding(
      .warning, id,
      "the column of \(column.period) does not fit the other statements, and as \(mend.period) it would",
      entity: entity, period: column.period, place: column.first.provenance.place, expected: mend.period.days, actual: column.period.days,
      details: cost.details, citation: Citation("IAS 1.51(c), 38"),
      remedy: "correct the year in the heading, or add the statement that is missing")
  }

  /// What does not fit among columns.
  private struct Cost {
    /// Dates without results and results without a position.
    private(set) var unmatched = 0
    /// Pairs of columns that give other figures for one date or period.
    private(set) var contradicting = 0
    /// Columns out of order, or more than a year apart.
    private(set) var irregular = 0
    private(set) var details: [Text] = []

    var total: Int { unmatched + contradicting + irregular }
    /// What cannot be how the accounts were meant.
    var evidence: Int { unmatched + contradicting }

    init(_ columns: [StatementColumn]) {
      match(columns)
      contradict(columns)
      let tables = tables(columns)
      let falling = tables.count { $0.count > 1 && $0[0].end > $0[$0.count - 1].end }
      let rising = tables.count { $0.count > 1 && $0[0].end < $0[$0.count - 1].end }
      for table in tables {
        for (before, after) in zip(table, table.dropFirst()) {
          let isFalling = before.end > after.end
          // Of two ways, the one that most tables of the entity go.
          if falling != rising, isFalling != (falling > rising), before.end != after.end {
            irregular += 1
          } else if Cost.isApart(before, after) {
            irregular += 1
          }
        }
      }
    }

    private func tables(_ columns: [StatementColumn]) -> [[Period]] {
      var tables: [[Period]] = []
      for (index, column) in columns.enumerated() {
        if index > 0, columns[index - 1].isBeside(column) {
          tables[tables.count - 1].append(column.period)
        } else {
          tables.append([column.period])
        }
      }
      return tables
    }

    private mutating func match(_ columns: [StatementColumn]) {
      let dates = Set(columns.filter { $0.kind == .position }.map(\.period.end))
      let stretches = Set(columns.filter { $0.kind != .position }.map(\.period))
      guard !dates.isEmpty, !stretches.isEmpty else { return }
      let ends = Set(stretches.map(\.end))
      let openings = Set(stretches.compactMap { $0.start?.adding(days: -1) })
      for date in dates.subtracting(ends).subtracting(openings).sorted() {
        unmatched += 1
        details.append("no results end on \(date), of which there is a position")
      }
      for end in ends.subtracting(dates).sorted() {
        unmatched += 1
        details.append("there is no position at \(end), on which results end")
      }
    }

    private mutating func contradict(_ columns: [StatementColumn]) {
      for (index, column) in columns.enumerated() {
        for other in columns[..<index] where other.kind == column.kind && other.period == column.period {
          let (same, apart) = column.compared(with: other)
          guard apart > same else { continue }
          contradicting += 1
          details.append("two columns of \(column.period) have other figures")
        }
      }
    }

    /// Whether two neighbouring columns leave more than a year, or time between two results, out.
    private static func isApart(_ one: Period, _ other: Period) -> Bool {
      let (earlier, later) = one < other ? (one, other) : (other, one)
      if later.end > earlier.end.adding(months: 12) { return true }
      guard let start = later.start else { return false }
      // A stretch beside that of the year before is a comparative; else they follow one another.
      return start > earlier.end.adding(days: 1) && later.end != earlier.end.adding(months: 12)
    }
  }
}

extension Period {
  /// The same days some years later or earlier.
  fileprivate func moved(byYears years: Int) -> Period {
    let end = self.end.adding(months: 12 * years)
    guard let start else { return .asAt(end) }
    return Period.from(start.adding(months: 12 * years), to: end) ?? self
  }
}
