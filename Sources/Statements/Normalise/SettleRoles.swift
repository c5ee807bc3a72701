/// Settles what entities are to the group where no file says: subsidiaries by their registers, the parent by its majority.
extension Intake {
  /// Where no entity has the role of parent, the one that holds a majority of another and that no register describes is taken for it,
  /// if there is exactly one; the entities whose registers are on file are its subsidiaries.
  mutating func settleRoles() {
    // A company first named as a holder, whose own register a later line or file gives, is a subsidiary unless an entities file says else.
    let described = Set(sources.indices.filter { sources[$0].form == RegisterForm.entities.rawValue }.map { Int32($0) })
    for id in Set(holdings.map(\.entity)) where entities[id].role == .outside {
      if let place = entities[id].place, described.contains(place.fileIndex) { continue }
      entities[id].role = .subsidiary
    }
    guard !entities.ids.contains(where: { entities[$0].role == .parent }) else { return }
    let registered = Set(holdings.map(\.entity))
    var candidates: Set<EntityID> = []
    var evidence: Holding?
    for lines in Dictionary(grouping: holdings.filter({ $0.kind == .equity }), by: \.entity).values {
      for line in lines where !registered.contains(line.holder) && holdsMajority(line, of: lines) {
        candidates.insert(line.holder)
        if evidence.map({ line.place < $0.place }) ?? true { evidence = line }
      }
    }
    guard candidates.count == 1, let parent = candidates.first, let evidence else { return }
    entities[parent].role = .parent
    findings.append(
      Finding(
        .warning, "parent-assumed",
        "no file says which entity is the parent: \(quoted: entities[parent]) is taken for it, since it holds most of \(quoted: entities[evidence.entity])",
        entity: parent, place: evidence.place, remedy: "add an entities file that gives it the role `parent`"))
  }

  private func holdsMajority(_ line: Holding, of lines: [Holding]) -> Bool {
    let register = lines.filter { $0.date == line.date }
    if let fraction = line.fraction { return fraction > .oneHalf }
    let counted = register.compactMap(\.shares)
    guard let shares = line.shares, counted.count == register.count else { return false }
    return shares * Ratio(2) > counted.reduce(.zero, +)
  }
}
