/// What earlier runs reported of a group, by this run's own entities and items.
struct FigureHistories: Sendable {
  /// A figure's place in this run's tables.
  struct Key: Hashable {
    let entity: EntityID
    let item: ItemID
    let period: Period
  }

  /// The figures that have a history, in the order in which they were first reported.
  private(set) var keys: [Key] = []
  private var histories: [Key: [ReportedFigure]] = [:]

  /// The histories of `figures`, which are in the order of runs; those of an entity or item that is gone are left aside.
  ///
  /// An entity may have another name since, and an item another id under the same label: each name is looked for once.
  init(_ figures: [ReportedFigure], _ entities: EntityTable, _ catalogue: LineItemCatalogue) {
    var entityIDs: [String: EntityID?] = [:]
    // Under one id figures at a date and over a period may be of two lines.
    var itemIDs: [Bool: [String: ItemID?]] = [:]
    for figure in figures {
      let (name, id) = (figure.key.entity, figure.key.item)
      if entityIDs[name] == nil { entityIDs[name] = .some(entities.find(name)) }
      let isInstant = figure.key.period.isInstant
      if itemIDs[isInstant]?[id] == nil {
        itemIDs[isInstant, default: [:]][id] = .some(
          catalogue.find(id: id, isInstant: isInstant) ?? catalogue.find(label: figure.label)?.item)
      }
      guard let entity = entityIDs[name] ?? nil, let item = itemIDs[isInstant]?[id] ?? nil else { continue }
      let key = Key(entity: entity, item: item, period: figure.key.period)
      if histories[key] == nil { keys.append(key) }
      histories[key, default: []].append(figure)
    }
  }

  /// A figure's amounts in the order of runs; empty where it was never reported.
  subscript(key: Key) -> [ReportedFigure] { histories[key] ?? [] }
}

extension GroupAccounts {
  /// The cell of a figure with its file's digest.
  func origin(of fact: Fact) -> ReportedFigure.Origin {
    guard let place = fact.provenance.place, sources.indices.contains(Int(place.fileIndex)) else {
      return ReportedFigure.Origin(file: "", digest: "", lineNumber: 0, columnNumber: 0)
    }
    let source = sources[Int(place.fileIndex)]
    return ReportedFigure.Origin(
      file: source.path, digest: source.digest, lineNumber: Int(place.lineNumber), columnNumber: Int(place.columnNumber))
  }
}
