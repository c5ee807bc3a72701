/// The sums that the figures of a column take part in, those that hold and those that do not.
///
/// A figure that is wrong breaks every sum that it takes part in, and no other: so the sums together say which figure it is. A column is
/// one entity at one date or period; a sum over quarters or entities rests on several.
struct ColumnRelations {
  let sums: [SumCheck]

  /// The sums of all columns that a broken sum rests on.
  init(_ accounts: GroupAccounts, around broken: SumCheck) {
    let columns = Set(broken.cells.map { OwnSums.Column(entity: $0.fact.entity, period: $0.fact.period) })
    sums = columns.flatMap { ColumnRelations.sums(accounts, $0) }
  }

  private static func sums(_ accounts: GroupAccounts, _ column: OwnSums.Column) -> [SumCheck] {
    var sums: [SumCheck] = []
    for item in accounts.index.items(of: column.entity) where !accounts.catalogue[item].sums.isEmpty {
      guard let total = accounts.index.fact(column.entity, item, column.period) else { continue }
      sums += accounts.catalogue.sums(of: item).compactMap { SumCheck(accounts, total, parts: $0) }
    }
    return sums
      + (accounts.ownSums.byColumn[column] ?? []).map { SumCheck($0, accounts.facts) }.filter { !$0.isCompared(in: accounts) }
  }

  /// The figures of a sum of which one change mends it, and leaves no other sum broken that the figure takes part in.
  func suspects(in broken: SumCheck) -> [SumCheck.Cell] {
    broken.cells.filter { cell in
      let change = broken.change(of: cell)
      return sums.allSatisfy { other in
        guard let place = other.cells.first(where: { $0.fact.provenance == cell.fact.provenance }) else { return true }
        let difference = place.raisesDifference ? other.difference + change : other.difference - change
        return difference.magnitude <= other.tolerance + broken.tolerance
      }
    }
  }
}

extension SumCheck {
  /// A figure that a sum rests on.
  struct Cell {
    let fact: Fact
    /// Whether a higher figure makes the total less its parts higher: so for the total, and for a part that is taken off.
    let raisesDifference: Bool
  }

  /// The total and the parts.
  var cells: [Cell] {
    [Cell(fact: total, raisesDifference: true)] + parts.map { Cell(fact: $0.fact, raisesDifference: !$0.isAdded) }
  }

  /// The total less what its parts come to.
  var difference: Amount { total.value - sum }

  /// What rounding of all its figures explains.
  var tolerance: Amount { total.interval.tolerance + sumInterval.tolerance }

  /// By how much a figure would have to be higher for the sum to hold.
  func change(of cell: Cell) -> Amount { cell.raisesDifference ? -difference : difference }

  /// A sum that a statement's own rows show.
  init(_ own: OwnSums.Sum, _ facts: [Fact]) {
    self.init(total: facts[own.total], parts: own.parts.map { (fact: facts[$0], isAdded: !own.isTurned) })
  }

  /// Whether the tables have this sum, or one of its figures as the sum or difference of the others, so that another check compares it.
  func isCompared(in accounts: GroupAccounts) -> Bool {
    let items = Set(cells.map(\.fact.item))
    return items.contains { item in
      accounts.catalogue.sums(of: item).contains { $0.count == items.count - 1 && Set($0.map(\.item)).union([item]) == items }
    }
  }
}
