/// Two figures of a column, one below the other, that have changed places: putting them back mends every sum that they take part in.
struct ExchangedCells {
  /// The figure of the broken sum.
  let own: Fact
  /// The one above or below it.
  let other: Fact

  /// The one such pair; nil where none or several are.
  init?(_ sum: SumCheck, _ relations: ColumnRelations, _ accounts: GroupAccounts) {
    var found: [(own: Fact, other: Fact)] = []
    for cell in sum.cells {
      for neighbour in ExchangedCells.neighbours(of: cell.fact, accounts)
      where neighbour.value != cell.fact.value && relations.holdAll(exchanging: cell.fact, neighbour) {
        // Both may be figures of the sum: the pair counts once.
        guard !found.contains(where: { $0.own.provenance == neighbour.provenance && $0.other.provenance == cell.fact.provenance }) else {
          continue
        }
        found.append((cell.fact, neighbour))
      }
    }
    guard found.count == 1 else { return nil }
    (own, other) = (found[0].own, found[0].other)
  }

  /// What may have happened, as a sentence.
  var text: Text {
    "likely cause: \(line: own) and \(line: other) have changed places; exchanged, every sum that they take part in holds"
  }

  /// The figures right above and below one, in its column.
  private static func neighbours(of fact: Fact, _ accounts: GroupAccounts) -> [Fact] {
    guard case .read(let place) = fact.provenance, accounts.sources.indices.contains(Int(place.fileIndex)) else { return [] }
    let isTransposed = accounts.sources[Int(place.fileIndex)].form == "statement, transposed"
    func row(_ place: Place) -> Int32 { isTransposed ? place.columnNumber : place.lineNumber }
    func number(_ place: Place) -> Int32 { isTransposed ? place.lineNumber : place.columnNumber }
    var above: Fact?
    var below: Fact?
    for item in accounts.index.items(of: fact.entity) {
      guard let other = accounts.index.fact(fact.entity, item, fact.period), case .read(let there) = other.provenance,
        there.fileIndex == place.fileIndex, number(there) == number(place), there != place
      else { continue }
      if row(there) < row(place) {
        if above?.provenance.place.map({ row($0) < row(there) }) ?? true { above = other }
      } else if below?.provenance.place.map({ row($0) > row(there) }) ?? true {
        below = other
      }
    }
    return [above, below].compactMap { $0 }
  }
}

extension ColumnRelations {
  /// Whether every sum that two figures take part in holds once they have changed places, one that does not hold now among them.
  fileprivate func holdAll(exchanging one: Fact, _ other: Fact) -> Bool {
    var mends = false
    for sum in sums {
      let takesPart = sum.cells.contains { $0.fact.provenance == one.provenance || $0.fact.provenance == other.provenance }
      guard takesPart else { continue }
      let exchanged = sum.exchanging(one, other)
      if exchanged.fails { return false }
      mends = mends || sum.fails
    }
    return mends
  }
}

extension SumCheck {
  /// The sum with each of two figures in the place of the other.
  fileprivate func exchanging(_ one: Fact, _ other: Fact) -> SumCheck {
    func put(_ fact: Fact) -> Fact {
      var put = fact
      if fact.provenance == one.provenance { (put.value, put.decimals) = (other.value, other.decimals) }
      if fact.provenance == other.provenance { (put.value, put.decimals) = (one.value, one.decimals) }
      return put
    }
    return SumCheck(total: put(total), parts: parts.map { (fact: put($0.fact), isAdded: $0.isAdded) })
  }
}
