/// Finds the rows of a trial balance that only add up the accounts below them, as a Chinese one prints them: 1002 above 100201 and 100202.
///
/// A row is taken for a sum only where its code begins the codes of others and its net amount is exactly theirs; and only where debits
/// still equal credits without it, if they did with it.
enum LedgerHierarchy {
  /// A row with a code.
  struct Row: Sendable {
    let key: LedgerReader.SumKey
    let code: String
    let debit: Amount
    let credit: Amount
    /// The line of its record.
    let lineNumber: Int

    var net: Amount { debit - credit }
  }

  /// Indices of the rows that add up others.
  static func sums(_ rows: [Row]) -> Set<Int> {
    var groups: [LedgerReader.SumKey: [Int]] = [:]
    for (index, row) in rows.enumerated() { groups[row.key, default: []].append(index) }
    var found: Set<Int> = []
    for members in groups.values {
      let sums = sums(rows, members.sorted { (rows[$0].code, $0) < (rows[$1].code, $1) })
      guard !sums.isEmpty else { continue }
      let rest = members.filter { !sums.contains($0) }
      if isBalanced(rows, members), !isBalanced(rows, rest) { continue }
      found.formUnion(sums)
    }
    return found
  }

  private static func isBalanced(_ rows: [Row], _ members: [Int]) -> Bool {
    members.reduce(Amount.zero) { $0 + rows[$1].net }.sign == 0
  }

  /// `sorted` is in the order of the codes, so that the accounts below a row come right behind it.
  private static func sums(_ rows: [Row], _ sorted: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    for (position, index) in sorted.enumerated() {
      let row = rows[index]
      guard row.net.sign != 0 else { continue }
      var below = Amount.zero
      var count = 0
      var next = position + 1
      while next < sorted.count, rows[sorted[next]].code.hasPrefix(row.code) {
        let code = rows[sorted[next]].code
        // The same code again is another row of the same account, and no account below it.
        guard code.utf8.count > row.code.utf8.count else {
          count = 0
          break
        }
        let isLeaf = next + 1 == sorted.count || !isBelow(rows[sorted[next + 1]].code, code)
        if isLeaf { below += rows[sorted[next]].net }
        count += 1
        next += 1
      }
      if count > 0, below == row.net { found.insert(index) }
    }
    return found
  }

  private static func isBelow(_ code: String, _ parent: String) -> Bool {
    code.utf8.count > parent.utf8.count && code.hasPrefix(parent)
  }
}
