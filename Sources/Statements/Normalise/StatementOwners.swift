import DelimitedText

/// Whose the figures of a table are: all of one entity, or by line, or by series.
struct StatementOwners {
  /// The entity of the table as a whole.
  let whole: EntityID
  var ofLine: [EntityID?]
  var ofSeries: [EntityID?]

  /// All whose figures a line has.
  func entities(_ line: Int) -> Set<EntityID> { Set(ofSeries.indices.map { entity(line, $0) }) }

  /// The entity of a figure.
  func entity(_ line: Int, _ series: Int) -> EntityID {
    (ofSeries.indices.contains(series) ? ofSeries[series] : nil) ?? (ofLine.indices.contains(line) ? ofLine[line] : nil) ?? whole
  }
}

extension Intake {
  /// Whose a table is, from its columns, else from the lines above it, else from the file's name.
  mutating func ownersOf(_ block: StatementBlock, _ grid: FigureGrid, fileIndex: Int, into taken: inout TakenStatement) throws(Rejection)
    -> StatementOwners
  {
    let isNamedBySeries = !block.series.isEmpty && block.series.allSatisfy { $0.entity != nil }
    let isNamedByLine =
      block.lines.contains { $0.entity != nil } && block.lines.indices.allSatisfy { block.lines[$0].entity != nil || !grid.hasFigures($0) }
    // The table's own entity first: those that its columns add must not be taken for it.
    // The figures of the group beside those of its entities are the parent's, consolidated.
    let isBesideEntities = !isNamedBySeries && block.series.contains { $0.entity != nil }
    let parent = isBesideEntities && block.preamble.entity == nil ? entities.parent : nil
    let own =
      isNamedBySeries || isNamedByLine
      ? nil : parent ?? entityOf(block.preamble, isGroup: isBesideEntities, fileIndex: fileIndex, into: &taken)
    let series = block.series.map { one in one.entity.map { entities.findOrAdd($0.value, role: .subsidiary, place: $0.place) } }
    let lines = block.lines.map { one in one.entity.map { entities.findOrAdd($0.value, role: .subsidiary, place: $0.place) } }
    if block.orientation == .wide, let named = block.series.first(where: { $0.entity != nil }), let entity = named.entity {
      taken.sayOnce(
        Finding(
          .info, "period-assumed", "the headings of the columns, such as \(quoted: entity.value), are taken for the names of entities",
          place: entity.place,
          remedy: "describe them in an `entities` file, or name whose the table is on a line above it"))
    }
    let whole = own ?? series.compactMap { $0 }.first ?? lines.compactMap { $0 }.first
    return StatementOwners(whole: whole ?? EntityID(index: 0), ofLine: lines, ofSeries: series)
  }

  /// The names of the entities that a table says itself, once its owners are known; not what stands for them where it says nothing.
  func namesSaid(by block: StatementBlock) -> Set<String> {
    let above = block.preamble.entity.map { [$0.value] } ?? block.preamble.entityCandidates.map(\.value)
    let said = Set(above + block.series.compactMap { $0.entity?.value } + block.lines.compactMap { $0.entity?.value })
    return Set(said.compactMap { entities.find($0) }.map { entities[$0].name })
  }

  /// Says that the entities are described and a statement's is none of them, though its name has all the words of one, or nearly so.
  private mutating func sayUndescribed(_ named: Said<String>, into taken: inout TakenStatement) {
    guard sources.contains(where: { $0.form == RegisterForm.entities.rawValue }) else { return }
    let words = EntityNames.core(named.value)
    let nearest =
      names.nearest(to: named.value, in: entities)
      ?? entities.ids.first { id in
        let other = EntityNames.core(entities[id].name)
        return entities[id].place != nil && other.count >= 4 && (words.hasPrefix(other) || other.hasPrefix(words))
      }
    guard let nearest else { return }
    taken.sayOnce(
      Finding(
        .warning, "unmapped",
        "\(quoted: named.value) is taken for an entity of its own, though its name is nearly \(quoted: entities[nearest])",
        place: named.place, expected: entities[nearest].name, actual: named.value,
        remedy: "if they are one, add the name to its `aliases` in the `entities` file, or correct the spelling"))
  }

  /// The entity that lines above a table name, where it is known. Of several a subsidiary's name counts before the parent's, which stands over
  /// every statement of its group.
  func knownOwner(_ preamble: Preamble) -> EntityID? {
    let known = (preamble.entityCandidates + preamble.titledNames).compactMap { entities.find($0.value) }
    return known.first { entities[$0].role != .parent } ?? known.first
  }

  private mutating func entityOf(_ preamble: Preamble, isGroup: Bool, fileIndex: Int, into taken: inout TakenStatement) -> EntityID {
    if let named = preamble.entity {
      if let known = entities.find(named.value) { return known }
      sayUndescribed(named, into: &taken)
      return entities.findOrAdd(named.value, role: .subsidiary, place: named.place)
    }
    if let known = knownOwner(preamble) { return known }
    if let candidate = preamble.entityCandidates.first(where: { !$0.isWeak }) ?? preamble.titledNames.first {
      taken.sayOnce(
        Finding(
          // Where the entities are described, a name that none of them has is more often a title or a slip.
          sources.contains { $0.form == RegisterForm.entities.rawValue } ? .warning : .info, "period-assumed",
          "the line \(quoted: candidate.value) is taken for the entity's name", place: candidate.place,
          remedy: "write the name above the table on a line `entity,NAME`, or describe the entity in an `entities` file"))
      return entities.findOrAdd(candidate.value, role: .subsidiary, place: candidate.place)
    }
    let group = entities.ids.filter { entities[$0].role != .outside }
    // The one entity known so far may be one of those that make the group up.
    if group.count == 1, !isGroup {
      takenForOnly[fileIndex] = group[0]
      return group[0]
    }
    let fileName = sources[fileIndex].path.split(separator: "/").last.map(String.init) ?? sources[fileIndex].path
    let name = fileName.split(separator: ".").dropLast().joined(separator: ".")
    let place = Place(fileIndex: fileIndex)
    taken.sayOnce(
      Finding(
        // Where the entities are described, one that is not among them is more often a statement that lacks its name.
        sources.contains { $0.form == RegisterForm.entities.rawValue } ? .warning : .info, "period-assumed",
        "the file does not say whose accounts these are, and its name stands for the entity", place: place,
        actual: name, remedy: "write the entity's name on a line above the table"))
    return entities.findOrAdd(name.isEmpty ? fileName : name, role: .subsidiary, place: place)
  }
}
