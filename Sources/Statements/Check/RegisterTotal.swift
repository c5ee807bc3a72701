/// The percentages of a register add up to one hundred.
///
/// Formula: Σ percentages = 100 %, each to half its last printed digit.
///
/// Severity: error.
///
/// Example: 80.51 % and 19.50 % may be the whole, 80.51 % and 19.51 % are more.
///
/// Remedy: add the holder that is missing, or correct a percentage.
///
/// Cites: IFRS 10.B94 (IAS 27 (2008).28).
enum RegisterTotal: Check {
  static let id = "register-total"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let registers = Dictionary(grouping: accounts.holdings.filter { $0.kind == .equity }) { RegisterKey(entity: $0.entity, date: $0.date) }
    return registers.values.compactMap { lines in finding(accounts, lines) }.sorted {
      ($0.place ?? Place(fileIndex: 0)) < ($1.place ?? Place(fileIndex: 0))
    }
  }

  private struct RegisterKey: Hashable {
    let entity: EntityID
    let date: CalendarDate?
  }

  private static func finding(_ accounts: GroupAccounts, _ lines: [Holding]) -> Finding? {
    let fractions = lines.compactMap(\.fraction)
    guard fractions.count == lines.count, let first = lines.first else { return nil }
    let sum = fractions.reduce(Ratio.zero, +)
    let tolerance = lines.reduce(Ratio.zero) { $0 + $1.fractionTolerance }
    guard (sum - .one).magnitude > tolerance else { return nil }
    return Finding(
      .error, id,
      "the register of \(quoted: accounts.entities[first.entity]) adds up to \(percent: sum), not to 100 %", entity: first.entity,
      period: first.date.map(Period.asAt), place: first.place, expected: "100 %",
      actual: "\((sum * Ratio(100)).shortestText(mostPlaces: 8)) %",
      details: ["\(lines.count) holders; rounding of the percentages explains \(percent: tolerance, places: 4) at most"],
      citation: first.date.map { accounts.standard(on: $0).attribution } ?? Citation("IFRS 10.B94"),
      remedy: "add the holder that is missing, or correct a percentage")
  }
}
