/// How many errors of a kind were put in, and what became of them.
struct Tally {
  private var total = 0
  private var harmless = 0
  private var breaking = 0
  private var found = 0
  private var foundElse = 0
  private var telling = 0
  private var atCell = 0
  private var named = 0

  mutating func add(_ trial: Trial) {
    total += 1
    if trial.isHarmless, !trial.isFound {
      harmless += 1
      return
    }
    guard trial.breaksRelation else {
      foundElse += trial.isFound ? 1 : 0
      return
    }
    breaking += 1
    found += trial.isFound ? 1 : 0
    guard trial.dataTell else { return }
    telling += 1
    atCell += trial.isAtCell ? 1 : 0
    named += trial.isNamed ? 1 : 0
  }

  mutating func add(_ other: Tally) {
    total += other.total
    harmless += other.harmless
    breaking += other.breaking
    found += other.found
    foundElse += other.foundElse
    telling += other.telling
    atCell += other.atCell
    named += other.named
  }

  /// A row of the table.
  fileprivate var cells: [String] {
    func share(_ part: Int, _ whole: Int) -> String { whole == 0 ? "" : "\(part) (\(part * 100 / whole) %)" }
    let mute = total - harmless - breaking
    return [
      "\(total)", "\(harmless)", share(foundElse, mute) + (mute == 0 ? "" : " of \(mute)"), "\(breaking)", share(found, breaking),
      "\(telling)", share(atCell, telling), share(named, telling),
    ]
  }

  /// Tallies by kind, as a Markdown table.
  static func table(_ kinds: [(name: String, tally: Tally)]) -> String {
    let all = kinds.reduce(into: Tally()) { $0.add($1.tally) }
    let heads = [
      "Error", "Put in", "Read as before", "Found where no relation tells", "Break a relation", "Found", "Data tell where", "At the cell",
      "Named",
    ]
    let rows = [heads] + kinds.map { [$0.name] + $0.tally.cells } + [["**All**"] + all.cells]
    let widths = heads.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - cells[column].count)
        return column == 0 ? cells[column] + blanks : blanks + cells[column]
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = heads.indices.map { column in
      column == 0 ? String(repeating: "-", count: widths[0] + 2) : String(repeating: "-", count: widths[column] + 1) + ":"
    }
    return ([line(rows[0]), "|" + rule.joined(separator: "|") + "|"] + rows.dropFirst().map(line)).joined(separator: "\n")
  }
}
