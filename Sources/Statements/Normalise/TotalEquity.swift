/// Net assets and total equity on two lines of one table: one amount, of which the first line gives the figure.
extension Intake {
  /// Says of a line that agrees with the one before it that it does; one that differs in a column is for a check.
  func sayTotalEquity(
    _ lines: [ResolvedLine], _ printed: [[FigureReader.Printed?]], _ block: StatementBlock, _ owners: StatementOwners,
    into taken: inout TakenStatement
  ) {
    guard let item = catalogue.find(id: "net-assets") else { return }
    let groups = Dictionary(grouping: lines.indices.filter { lines[$0].item == item }) { owners.ofLine[lines[$0].line]?.index ?? -1 }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      guard let first = group.first else { continue }
      for other in group.dropFirst() where agrees(printed[first], printed[other]) {
        let (kept, words) = (block.lines[lines[first].line].label, block.lines[lines[other].line].label)
        guard Folding.label(kept) != Folding.label(words), !words.isEmpty else { continue }
        let evidence: Text =
          "\(quoted: words) agrees with \(quoted: kept) in every column, and is the same line item: it stands under that name"
        if !taken.evidence.contains(evidence) { taken.evidence.append(evidence) }
      }
    }
  }

  private func agrees(_ first: [FigureReader.Printed?], _ other: [FigureReader.Printed?]) -> Bool {
    zip(first, other).allSatisfy { pair in
      guard let first = pair.0, let other = pair.1 else { return true }
      return (first.amount - other.amount).magnitude <= first.half + other.half
    }
  }
}
