/// The one change that would mend a sum that does not hold, where exactly one does.
///
/// A sign, a factor of ten, the figure of the next column, two digits exchanged, one digit, a line of that very amount left out or
/// counted twice, two figures one below the other exchanged: what people and programs do to a figure. First the other sums of the column say which figures it can be; among
/// those the most telling change is named, and none where two are as likely. Nothing is mended: the figures stay as they are.
struct LikelyCause {
  /// What it is, as a sentence.
  let text: Text
  /// The figure that is wrong, where it can be told.
  let place: Place?

  /// The likely cause of a broken sum; nil where none or several are.
  init?(_ sum: SumCheck, _ accounts: GroupAccounts) {
    let relations = ColumnRelations(accounts, around: sum)
    let suspects = relations.suspects(in: sum)
    let possible = suspects.isEmpty ? sum.cells : suspects
    let display = accounts.display(of: sum.total.entity)
    let changes = possible.compactMap { cell in CellChange(cell, in: sum, accounts).map { (cell: cell, change: $0) } }
    let strongest = changes.map(\.change.strength).max()
    let likely = changes.filter { $0.change.strength == strongest }
    let moved = suspects.count == 1 ? nil : LikelyCause.wholeLine(sum, accounts)
    let isTold = suspects.count == 1 && (strongest ?? .digit) == .figure
    if !isTold, let exchanged = ExchangedCells(sum, relations, accounts) {
      text = exchanged.text
      place = exchanged.own.provenance.place
    } else if let moved, (strongest ?? .digit) < .figure {
      text = moved
      place = nil
    } else if likely.count == 1, let found = likely.first, moved == nil {
      text = "likely cause: \(found.change.words(found.cell.fact, display))"
      place = found.cell.fact.provenance.place
    } else if suspects.count == 1, let cell = suspects.first {
      let needed = cell.fact.value + sum.change(of: cell)
      text =
        "likely cause: \(quoted: cell.fact.label), the one figure of which a change mends every sum that it takes part in: \(Money(needed, display)) would"
      place = cell.fact.provenance.place
    } else {
      return nil
    }
  }

  /// Whether what is missing has the form of a slip of the pen, whichever figure it was: a difference of the size of rounding has not,
  /// nor one that a digit explains by chance.
  static func looksLikeASlip(_ sum: SumCheck, _ accounts: GroupAccounts) -> Bool {
    let isTelling = sum.difference.magnitude.atoms >= 100 * sum.tolerance.atoms
    return sum.cells.contains { cell in
      CellChange(cell, in: sum, accounts).map { $0.strength > .digit || isTelling } ?? false
    }
  }

  /// A line left out of a sum or counted twice in it: a figure of the very amount that is missing.
  private static func wholeLine(_ sum: SumCheck, _ accounts: GroupAccounts) -> Text? {
    let (difference, tolerance) = (sum.difference, sum.tolerance)
    // A small difference meets a figure by chance.
    guard difference.magnitude.atoms >= 20 * max(tolerance.atoms, 1) else { return nil }
    let display = accounts.display(of: sum.total.entity)
    var found: [Text] = []
    for part in sum.parts where part.fact.value.sign != 0 {
      let counted = part.isAdded ? part.fact.value : -part.fact.value
      if (difference - counted).magnitude <= tolerance {
        found.append("likely cause: \(quoted: part.fact.label) is counted twice in the total")
      } else if (difference + counted).magnitude <= tolerance {
        found.append("likely cause: \(quoted: part.fact.label) is left out of the total")
      }
    }
    let items = Set(sum.cells.map(\.fact.item))
    for item in accounts.index.items(of: sum.total.entity) where !items.contains(item) {
      guard let fact = accounts.index.fact(sum.total.entity, item, sum.total.period), accounts.catalogue[item].statement != .perShare,
        fact.currency == sum.total.currency, (fact.value.magnitude - difference.magnitude).magnitude <= tolerance + fact.interval.tolerance
      else { continue }
      found.append(
        "likely cause: \(line: fact) of \(Money(fact.value, display)) at \(fact.placeText(accounts)) is that very amount, and may belong among the parts or not in the total"
      )
    }
    return found.count == 1 ? found[0] : nil
  }
}
