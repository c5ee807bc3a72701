/// Lines of one item that stand in sections apart, prepayments under current and under non-current assets, are two figures.
extension Intake {
  /// Keeps the first section's line under the item, and gives the others words of their own with their section.
  mutating func partSections(
    _ lines: inout [ResolvedLine], _ block: StatementBlock, _ owners: StatementOwners, into taken: inout TakenStatement
  ) {
    struct Key: Hashable {
      let item: ItemID
      let owner: Int
    }
    struct Section: Hashable {
      let side: LineContext.Side
      let isCurrent: Bool?
    }
    let groups = Dictionary(grouping: lines.indices) { Key(item: lines[$0].item, owner: owners.ofLine[lines[$0].line]?.index ?? -1) }
    for (key, group) in groups.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) where group.count > 1 {
      let item = catalogue[key.item]
      guard item.statement == .position || item.statement == .unknown, LineContext.sections[item.id] == nil else { continue }
      var homes: [Section: Int] = [:]
      for index in group {
        guard let side = lines[index].side else { continue }
        let section = Section(side: side, isCurrent: lines[index].isCurrent)
        if homes[section] == nil { homes[section] = index }
      }
      guard homes.count > 1, group.allSatisfy({ lines[$0].side != nil }) else { continue }
      // Current assets first: what is meant where nothing else is said.
      let order = homes.sorted { one, other in
        let rank = { (section: Section) in
          (section.isCurrent == false ? 1 : 0, section.side == .assets ? 0 : section.side == .liabilities ? 1 : 2)
        }
        let (first, second) = (rank(one.key), rank(other.key))
        return (first.0, first.1, one.value) < (second.0, second.1, other.value)
      }
      let home = order[0].key
      for index in group {
        guard let side = lines[index].side else { continue }
        let isCurrent = lines[index].isCurrent
        guard Section(side: side, isCurrent: isCurrent) != home else { continue }
        let section = PartOfSection.words(side, isCurrent)
        let words = lines[index].meaning.words
        lines[index].item = catalogue.add(label: words + " (" + section + ")", isInstant: true, of: owners.entities(lines[index].line))
        taken.findings.append(
          Finding(
            .info, "unmapped",
            "\(quoted: words) stands in two sections of the table: the line among \(code: section) stands under words of its own",
            entity: owners.entity(lines[index].line, 0), item: lines[index].item, place: block.lines[lines[index].line].place,
            actual: words,
            remedy:
              "give it a label of its own and say which line item that is in an `accounts` file with the columns label,item, or leave it so"
          ))
      }
    }
  }
}

/// The words of a section beside a label.
private enum PartOfSection {
  static func words(_ side: LineContext.Side, _ isCurrent: Bool?) -> String {
    let term = isCurrent.map { $0 ? "current" : "non-current" }
    let name =
      switch side {
      case .assets: "assets"
      case .liabilities: "liabilities"
      case .equity: "equity"
      }
    guard let term else { return name }
    return term + " " + name
  }
}
