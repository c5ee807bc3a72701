/// How the columns of a table are divided so that it stays readable: up to eight stand side by side; of more, the latest six with the
/// comparative of the last come first, and the earlier ones follow in tables of at most twelve, whole financial years together.
struct ColumnLayout {
  /// The columns of the first table.
  let main: [Period]
  /// The columns of the tables that follow, the latest first; empty where the first has all.
  let earlier: [[Period]]

  private static let mostTogether = 8
  private static let latestOfMany = 6
  private static let mostEarlier = 12

  init(_ table: PeriodTable, yearEnd: DayOfYear) {
    guard table.periods.count > ColumnLayout.mostTogether, let last = table.periods.last else {
      main = table.periods
      earlier = []
      return
    }
    let latest = table.periods.suffix(ColumnLayout.latestOfMany)
    let comparatives = Set(table.rows.compactMap { $0.cells[last]?.comparison.comparedWith }).subtracting(latest)
    main = (comparatives.filter(table.periods.contains) + latest).sorted()
    let rest = table.periods.dropLast(ColumnLayout.latestOfMany)
    var tables: [[Period]] = []
    for (_, year) in Dictionary(grouping: rest, by: { yearEnd.yearStart(of: $0.end) }).sorted(by: { $0.key > $1.key }) {
      // A year of more columns than a table holds, such as one of weeks, is cut.
      for part in ColumnLayout.cut(year.sorted()) {
        if let open = tables.last, open.count + part.count <= ColumnLayout.mostEarlier {
          tables[tables.count - 1] = part + open
        } else {
          tables.append(part)
        }
      }
    }
    earlier = tables
  }

  /// Parts of at most as many columns as a table holds, the latest first.
  private static func cut(_ periods: [Period]) -> [[Period]] {
    var parts: [[Period]] = []
    var rest = periods[...]
    while !rest.isEmpty {
      parts.append(Array(rest.suffix(mostEarlier)))
      rest = rest.dropLast(mostEarlier)
    }
    return parts
  }

  /// What a reader is told of the division.
  func rule(of count: Int) -> Text? {
    earlier.isEmpty
      ? nil
      : "The latest \(ColumnLayout.latestOfMany) of \(count) columns, with the comparative of the last; the \(count - ColumnLayout.latestOfMany) before them follow, the latest first"
  }
}

extension Comparison {
  /// The period of the comparative where the two are compared.
  var comparedWith: Period? {
    guard case .compared = outcome else { return nil }
    return prior?.period
  }
}
