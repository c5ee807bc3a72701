/// Net assets are total assets less total liabilities, and total assets are total liabilities and equity.
///
/// Formula: total assets − total liabilities = net assets, each figure for what it may stand for as printed. A total that is not on file is the
/// sum of its current and non-current parts of the same file, where other columns show that it is and no lines outside of them make up the rest.
///
/// Severity: error; warning where parts stand for a total.
///
/// Example: assets of 100 less liabilities of 40.0 may be 59.4, since 100 stands for 99.5 to 100.5, and not 59.3.
///
/// Remedy: compare the three with the ledger, and correct the one that is out; the finding names it where other sums tell.
///
/// Cites: IAS 1.54, Conceptual Framework 4.63.
enum Balance: EntityCheck {
  static let id = "balance"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let items = accounts.items
    let relations: [(ItemID, [(item: ItemID, isAdded: Bool)])] = [
      (items.netAssets, [(items.totalAssets, true), (items.totalLiabilities, false)]),
      (items.totalLiabilitiesAndEquity, [(items.totalAssets, true)]),
    ]
    return relations.flatMap { total, parts in
      let series = accounts.index.series(entity, total)
      let sums = series.map { SumCheck(accounts, $0, parts: parts) }
      let broken = sums.compactMap { $0 }.filter(\.fails).map { sum in
        sum.finding(
          id, accounts, citation: Citation("IAS 1.54"),
          remedy: "compare total assets, total liabilities and net assets with the ledger, and correct the one that is out")
      }
      return broken + byParts(accounts, zip(series, sums).filter { $0.1 == nil }.map(\.0), parts)
    }
  }

  /// The same with the parts of each total that is not on file: said where other columns of the statement show that it holds so, and no line
  /// outside of current and non-current makes up the difference.
  private static func byParts(
    _ accounts: borrowing GroupAccounts, _ totals: [Fact], _ parts: [(item: ItemID, isAdded: Bool)]
  ) -> [Finding] {
    guard totals.count > 1 else { return [] }
    var sums: [SumCheck] = []
    for total in totals { if let sum = ofParts(accounts, total, parts) { sums.append(sum) } }
    let shown = Set(sums.filter { !$0.fails }.compactMap(file))
    var findings: [Finding] = []
    for sum in sums where sum.fails {
      guard let file = file(sum), shown.contains(file), !isExplained(accounts, sum, by: file) else { continue }
      var finding = sum.finding(
        id, accounts, citation: Citation("IAS 1.54"),
        remedy: "compare the current and non-current parts and net assets with the ledger; a line outside of them may be missing")
      finding.severity = .warning
      findings.append(finding)
    }
    return findings
  }

  private static func ofParts(
    _ accounts: borrowing GroupAccounts, _ total: Fact, _ parts: [(item: ItemID, isAdded: Bool)]
  ) -> SumCheck? {
    var found: [(item: ItemID, isAdded: Bool)] = []
    for part in parts {
      if accounts.index.fact(total.entity, part.item, total.period) != nil {
        found.append(part)
      } else if let own = accounts.catalogue.sums(of: part.item).first(where: { $0.count > 1 }) {
        found += own.map { ($0.item, $0.isAdded == part.isAdded) }
      }
    }
    return found.count > parts.count ? SumCheck(accounts, total, parts: found) : nil
  }

  /// The one file in which all figures of a sum stand: a note of another file may leave out what the position has.
  private static func file(_ sum: SumCheck) -> Int32? {
    let files = Set(([sum.total] + sum.parts.map(\.fact)).map { $0.provenance.place?.fileIndex })
    return files.count == 1 ? files.first ?? nil : nil
  }

  /// Whether up to three lines of the statement outside of the sum make up its difference: assets held for sale, provisions. Of a statement of
  /// many such lines none is tried, and nothing is said.
  private static func isExplained(_ accounts: borrowing GroupAccounts, _ sum: SumCheck, by file: Int32) -> Bool {
    let items = Set(([sum.total] + sum.parts.map(\.fact)).map(\.item))
    let parts = sum.parts.map(\.fact).sorted { ($0.provenance.place ?? .nowhere) < ($1.provenance.place ?? .nowhere) }
    // The lines of the statement by how many parts stand above them.
    var between = [[Fact]](repeating: [], count: parts.count + 1)
    for item in accounts.index.items(of: sum.total.entity) where !items.contains(item) && accounts.catalogue[item].sums.isEmpty {
      guard let fact = accounts.index.fact(sum.total.entity, item, sum.total.period), let place = fact.provenance.place,
        place.fileIndex == file, fact.value.sign != 0
      else { continue }
      between[parts.count { ($0.provenance.place ?? .nowhere) < place }].append(fact)
    }
    let outside = between.indices.flatMap { number -> [Interval] in
      // Lines that add up to the part below or above them are what it is made of.
      let whole = between[number].reduce(Interval(low: .zero, high: .zero)) { $0 + $1.interval }
      let beside = [number - 1, number].filter(parts.indices.contains)
      return beside.contains { parts[$0].interval.meets(whole) } ? [] : between[number].map(\.interval)
    }
    guard outside.count <= mostOutside else { return true }
    func meets(_ left: Interval, from start: Int, most: Int) -> Bool {
      if left.contains(.zero) { return true }
      guard most > 0 else { return false }
      return outside.indices.dropFirst(start).contains { index in
        meets(left - outside[index], from: index + 1, most: most - 1) || meets(left + outside[index], from: index + 1, most: most - 1)
      }
    }
    return meets(sum.total.interval - sum.sumInterval, from: 0, most: 3)
  }

  private static let mostOutside = 24
}
