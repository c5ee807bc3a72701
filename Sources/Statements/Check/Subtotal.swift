/// A row that is the sum of the rows above it in one column is their sum in the others.
///
/// No name is needed: a subtotal under a section, a line of the entity's own. What the columns that hold make certain is demanded of
/// those that do not. A sum that `footing`, `balance`, `tax-bridge` or `attribution` compares already is left to them.
///
/// Formula: row = Σ of the rows above it, as at least half of the columns show, each figure for what it may stand for as printed.
///
/// Severity: error where one change of one figure would mend it, as a slip would; warning where no slip explains it; information where
/// more than two columns are out, or other sums of the column too, since lines may not be on file.
///
/// Example: four costs come to 1,204 and 1,377 in two years, as the row below them says, and to 1,415 in the third where it says 1,451.
///
/// Remedy: add the column up, and correct the part or the total.
///
/// Cites: IAS 1.55, DOMAIN 6.1 (9).
enum Subtotal: Check {
  static let id = "subtotal"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    var found: [Finding] = []
    for (column, sums) in accounts.ownSums.byColumn {
      let broken = sums.filter { sum in
        // Of two files that give one figure, the one that counts is compared.
        SumCheck(sum).fails && accounts.index.fact(column.entity, sum.total.item, column.period)?.provenance == sum.total.provenance
      }
      for sum in broken {
        let check = SumCheck(sum)
        guard !check.isCompared(in: accounts) else { continue }
        var finding = check.finding(
          id, accounts, citation: Citation("IAS 1.55"), remedy: "add the column up, and correct the part or the total")
        finding.details.append("the sum holds in \(sum.holding) of \(sum.columns) columns")
        finding.severity = severity(of: sum, broken, accounts)
        if finding.severity == .info { finding.details.append("a line that the other columns do without may be missing") }
        found.append(finding)
      }
    }
    return found.sorted { ($0.place ?? .nowhere) < ($1.place ?? .nowhere) }
  }

  /// One wrong figure is in one column, or in the two between which figures were moved, and all that it breaks there has it in common.
  private static func severity(of sum: OwnSums.Sum, _ broken: [OwnSums.Sum], _ accounts: GroupAccounts) -> Severity {
    let cells = Set(([sum.total] + sum.parts).compactMap(\.provenance.place))
    let isAlone = broken.allSatisfy { other in ([other.total] + other.parts).contains { $0.provenance.place.map(cells.contains) ?? false } }
    guard isAlone, sum.columns - sum.holding <= 2 else { return .info }
    if LikelyCause.looksLikeASlip(SumCheck(sum), accounts) { return .error }
    return sum.columns - sum.holding == 1 ? .warning : .info
  }
}
