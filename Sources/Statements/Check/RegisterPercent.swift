/// Where a register gives shares and percentages, each percentage is the shares of the holder in all shares.
///
/// Formula: shares ÷ Σ shares = percentage, to half its last printed digit.
///
/// Severity: error.
///
/// Example: 91 of 910 shares are 10.00 %, not 10.10 %.
///
/// Remedy: correct the percentage or the number of shares.
///
/// Cites: IFRS 10.B94, B96.
enum RegisterPercent: Check {
  static let id = "register-percent"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let registers = Dictionary(grouping: accounts.holdings.filter { $0.kind == .equity }) { RegisterKey(entity: $0.entity, date: $0.date) }
    return registers.values.flatMap { findings(accounts, $0) }.sorted { ($0.place ?? .nowhere) < ($1.place ?? .nowhere) }
  }

  private struct RegisterKey: Hashable {
    let entity: EntityID
    let date: CalendarDate?
  }

  private static func findings(_ accounts: GroupAccounts, _ lines: [Holding]) -> [Finding] {
    let counted = lines.compactMap(\.shares)
    let total = counted.reduce(Ratio.zero, +)
    guard counted.count == lines.count, total.sign > 0 else { return [] }
    return lines.compactMap { line in
      guard let shares = line.shares, let fraction = line.fraction else { return nil }
      let actual = shares / total
      guard (fraction - actual).magnitude > line.fractionTolerance else { return nil }
      return Finding(
        .error, id,
        "\(quoted: accounts.entities[line.holder]) has \(number: shares) of \(number: total) shares of \(quoted: accounts.entities[line.entity]), which are \(percent: actual), and the register says \(percent: fraction)",
        entity: line.entity, period: line.date.map(Period.asAt), place: line.place,
        expected: "\((actual * Ratio(100)).shortestText(mostPlaces: 8)) %",
        actual: "\((fraction * Ratio(100)).shortestText(mostPlaces: 8)) %",
        details: ["the number of shares is the one that counts"],
        citation: line.date.map { accounts.standard(on: $0).relativeInterests } ?? Citation("IFRS 10.B96"),
        remedy: "correct the percentage or the number of shares")
    }
  }
}
