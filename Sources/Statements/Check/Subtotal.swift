/// A row that is the sum of the rows above it, or below it, in one column is their sum in the others.
///
/// No name is needed: a subtotal under a section, a line of the entity's own. What the columns that hold make certain is demanded of
/// those that do not. A row that the statement's own words name as a sum is one in a single column too: `Total costs` under a heading
/// `Costs`, or operating profit below gross profit and the costs in between. A sum that `footing`, `balance`, `tax-bridge` or `attribution` compares already is left to them.
///
/// Formula: row = Σ of the rows above or below it, as at least half of the columns or its name show, each figure for what it may stand for
/// as printed.
///
/// Severity: error where one change of one figure would mend it, as a slip would; warning where no slip explains it; information where
/// more than two columns are out, or other sums of the column too, since lines may not be on file.
///
/// Example: four costs come to 1,204 and 1,377 in two years, as the row below them says, and to 1,415 in the third where it says 1,451.
///
/// Remedy: add the column up, and correct the part or the total.
///
/// Cites: IAS 1.55.
enum Subtotal: Check {
  static let id = "subtotal"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    var found: [Finding] = []
    for (column, sums) in accounts.ownSums.byColumn.sorted(by: { ($0.key.entity, $0.key.period) < ($1.key.entity, $1.key.period) }) {
      let broken = sums.map { (own: $0, check: SumCheck($0, accounts.facts)) }.filter { sum in
        // Of two files that give one figure, the one that counts is compared.
        sum.check.fails
          && accounts.index.fact(column.entity, sum.check.total.item, column.period)?.provenance == sum.check.total.provenance
      }
      for sum in broken where !sum.check.isCompared(in: accounts) {
        var finding = sum.check.finding(
          id, accounts, citation: Citation("IAS 1.55"), remedy: "add the column up, and correct the part or the total")
        finding.details.append(
          sum.own.holding > 0
            ? "the sum holds in \(sum.own.holding) of \(sum.own.columns) columns"
            : "the row is named as the sum of those lines, and there is no other column to show it")
        finding.severity = severity(of: sum, broken.map(\.check), accounts)
        if finding.severity == .info { finding.details.append("a line that the other columns do without may be missing") }
        found.append(finding)
      }
    }
    return found
  }

  /// One wrong figure is in one column, or in the two between which figures were moved, and all that it breaks there has it in common.
  private static func severity(of sum: (own: OwnSums.Sum, check: SumCheck), _ broken: [SumCheck], _ accounts: GroupAccounts) -> Severity {
    let cells = Set(sum.check.cells.compactMap(\.fact.provenance.place))
    let isAlone = broken.allSatisfy { $0.cells.contains { $0.fact.provenance.place.map(cells.contains) ?? false } }
    let failing = sum.own.columns - sum.own.holding
    guard isAlone, failing <= 2 else { return .info }
    if LikelyCause.looksLikeASlip(sum.check, accounts) { return .error }
    return failing == 1 ? .warning : .info
  }
}
