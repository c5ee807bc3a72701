/// A column of a statement: the figures of one entity that stand below one heading of one file.
struct StatementColumn {
  /// What a statement is of.
  enum Kind: Int, Comparable {
    case position, results, movements

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  let entity: EntityID
  let fileIndex: Int32
  /// The field, or the line of a transposed table.
  let number: Int32
  var kind: Kind
  var period: Period
  /// Its figures by item; the first of two lines with one name.
  var facts: [ItemID: Fact]
  /// The figure that stands first in the files.
  let first: Fact

  /// A file with more figures is a database rather than a statement.
  private static let mostFigures = 20_000

  /// The columns of each entity's statements, by file, kind and number; a column with two periods is none, nor is a translation of another.
  static func all(_ accounts: GroupAccounts) -> [EntityID: [StatementColumn]] {
    let transposed = accounts.sources.map { $0.form == "statement, transposed" }
    let isStatement = accounts.sources.indices.map { index in
      accounts.sources[index].form?.hasPrefix("statement") ?? false
        && (accounts.index.figureCounts[Int32(truncatingIfNeeded: index)] ?? 0) <= mostFigures
    }
    guard isStatement.contains(true) else { return [:] }
    var columns: [StatementColumn] = []
    var places: [Key: Int] = [:]
    var isMixed: [Bool] = []
    for fact in accounts.facts where fact.isActual && !fact.basis.isSeparate {
      guard case .read(let place) = fact.provenance, accounts.sources.indices.contains(Int(place.fileIndex)),
        isStatement[Int(place.fileIndex)]
      else { continue }
      let statement = accounts.catalogue[fact.item].statement
      if statement == .perShare { continue }
      let number = transposed[Int(place.fileIndex)] ? place.lineNumber : place.columnNumber
      let key = Key(entity: fact.entity, fileIndex: place.fileIndex, isInstant: fact.period.isInstant, number: number)
      let index = places[key] ?? columns.count
      if index == columns.count {
        places[key] = index
        isMixed.append(false)
        columns.append(
          StatementColumn(
            entity: fact.entity, fileIndex: place.fileIndex, number: number, kind: fact.period.isInstant ? .position : .movements,
            period: fact.period, facts: [:], first: fact))
      }
      if columns[index].period != fact.period { isMixed[index] = true }
      columns[index].take(fact)
      switch statement {
      case .income, .comprehensive: if !fact.period.isInstant { columns[index].kind = .results }
      case .position, .changes, .cashFlow, .perShare, .unknown: break
      }
    }
    let whole = zip(columns, isMixed).filter { column, isMixed in !isMixed && !column.isTranslation(accounts) }.map(\.0)
    return Dictionary(grouping: whole, by: \.entity).mapValues { own in
      own.sorted { ($0.fileIndex, $0.kind, $0.number) < ($1.fileIndex, $1.kind, $1.number) }
    }
  }

  /// Whether another column gives its figures in the currency in which they count.
  private func isTranslation(_ accounts: GroupAccounts) -> Bool {
    guard let kept = accounts.index.fact(first.entity, first.item, first.period), let currency = kept.currency else { return false }
    return first.currency.map { $0 != currency } ?? false
  }

  private mutating func take(_ fact: Fact) {
    // The first of two lines with one name.
    if facts[fact.item] == nil { facts[fact.item] = fact }
  }

  private struct Key: Hashable {
    let entity: EntityID
    let fileIndex: Int32
    let isInstant: Bool
    let number: Int32
  }

  /// Whether it is a column of the same table's figures of the same kind.
  func isBeside(_ other: StatementColumn) -> Bool { fileIndex == other.fileIndex && kind == other.kind && number != other.number }

  /// How many of the figures that both have, other than nil, are the same, and how many are not.
  func compared(with other: StatementColumn) -> (same: Int, other: Int) {
    var (same, apart) = (0, 0)
    for (item, fact) in facts {
      guard let beside = other.facts[item], fact.value.sign != 0 || beside.value.sign != 0 else { continue }
      if fact.interval.meets(beside.interval) { same += 1 } else { apart += 1 }
    }
    return (same, apart)
  }
}
