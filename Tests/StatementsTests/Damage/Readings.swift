import Statements

/// What a run takes from each place of its files: a figure, or a line of a register.
struct Readings {
  /// Where: a figure's cell; of a register's line, column 0.
  struct Key: Hashable, Comparable {
    let path: String
    let line: Int
    let column: Int

    static func < (left: Key, right: Key) -> Bool { (left.path, left.line, left.column) < (right.path, right.line, right.column) }
  }

  /// One property of what is read: the entity, the date, the amount.
  struct Property: Hashable {
    let name: String
    let text: String
    var number: Ratio?

    static func == (left: Property, right: Property) -> Bool { left.name == right.name && left.text == right.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  private(set) var all: [Key: [Property]] = [:]

  init(_ accounts: GroupAccounts) {
    func key(_ place: Place, _ column: Int32 = 0) -> Key {
      Key(path: accounts.sources[Int(place.fileIndex)].path, line: Int(place.lineNumber), column: Int(column))
    }
    func name(_ id: EntityID?) -> String { id.map { accounts.entities[$0].name } ?? "" }
    for fact in accounts.facts {
      guard case .read(let place) = fact.provenance else { continue }
      let start = fact.period.start?.isoText ?? ""
      all[key(place, place.columnNumber), default: []] += [
        Property(name: "entity", text: name(fact.entity)), Property(name: "item", text: accounts.catalogue[fact.item].id),
        Property(name: "period", text: start + "/" + fact.period.end.isoText),
        Property(name: "value", text: fact.value.decimalText, number: fact.value.ratio),
        Property(name: "currency", text: fact.currency?.code ?? ""), Property(name: "basis", text: fact.basis.word),
        Property(name: "scenario", text: fact.scenario),
      ]
    }
    for entity in accounts.entities.entities {
      guard let place = entity.place, accounts.sources[Int(place.fileIndex)].form == "entities" else { continue }
      all[key(place), default: []] += [
        Property(name: "entity", text: entity.name), Property(name: "name zh", text: entity.chineseName ?? ""),
        Property(name: "aliases", text: entity.aliases.joined(separator: ";")), Property(name: "role", text: entity.role.rawValue),
        Property(name: "functional currency", text: entity.functionalCurrency?.code ?? ""),
        Property(name: "gaap", text: entity.gaap ?? ""), Property(name: "year end", text: "\(entity.yearEnd.month)-\(entity.yearEnd.day)"),
        Property(name: "nci policy", text: entity.nciPolicy?.rawValue ?? ""),
      ]
    }
    for holding in accounts.holdings {
      all[key(holding.place), default: []] += [
        Property(name: "date", text: holding.date?.isoText ?? ""), Property(name: "entity", text: name(holding.entity)),
        Property(name: "holder", text: name(holding.holder)), Readings.number("shares", holding.shares),
        Readings.number("percent", holding.fraction), Property(name: "basis", text: holding.kind.rawValue),
        Property(name: "class", text: holding.shareClass),
      ]
    }
    for event in accounts.events.flatMap(\.movements) {
      let control = event.columns["control after"] == nil ? nil : event.controlAfter
      all[key(event.place), default: []] += [
        Property(name: "event", text: event.name), Property(name: "date", text: event.date.isoText),
        Property(name: "status", text: event.status.rawValue), Property(name: "entity", text: name(event.entity)),
        Property(name: "kind", text: event.kind.rawValue), Property(name: "from", text: name(event.from)),
        Property(name: "to", text: name(event.to)), Readings.number("shares", event.shares), Readings.number("price", event.price),
        Readings.number("consideration", event.consideration?.ratio), Property(name: "currency", text: event.currency?.code ?? ""),
        Readings.number("costs", event.costs.ratio), Readings.number("tax", event.tax.ratio),
        Property(name: "control after", text: control.map { $0 ? "yes" : "no" } ?? ""),
      ]
    }
    // One rate that is given twice is one.
    var rates: Set<[Property]> = []
    for rate in accounts.rates.all {
      let properties = [
        Property(name: "date", text: rate.date.isoText), Property(name: "base", text: rate.base.code),
        Property(name: "quote", text: rate.quote.code), Readings.number("rate", rate.rate),
        Property(name: "kind", text: rate.kind?.rawValue ?? ""),
      ]
      if rates.insert(properties).inserted { all[key(rate.place), default: []] += properties }
    }
    if let file = accounts.sources.first(where: { $0.form == "settings" }) {
      for (name, value) in accounts.settings.other {
        all[Key(path: file.path, line: 0, column: 0), default: []].append(Property(name: name, text: value))
      }
      all[Key(path: file.path, line: 0, column: 0)]?.sort { $0.name < $1.name }
    }
  }

  private static func number(_ name: String, _ value: Ratio?) -> Property {
    Property(name: name, text: value?.shortestText(mostPlaces: 30) ?? "", number: value)
  }
}
