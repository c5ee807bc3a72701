/// An entity of a group, as an index into its table of entities.
public struct EntityID: Hashable, Comparable, Sendable {
  /// Position in `EntityTable`, from 0.
  public let index: Int

  /// The entity at `index` of the table.
  public init(index: Int) { self.index = index }

  /// In the order of the table.
  public static func < (left: EntityID, right: EntityID) -> Bool { left.index < right.index }
}

/// What an entity is to its group.
public enum EntityRole: String, Hashable, Sendable, CaseIterable {
  /// The reporting parent.
  case parent
  /// Controlled by the parent, directly or through others.
  case subsidiary
  /// Significant influence only.
  case associate
  /// Not of the group: a holder of non-controlling interests, a counterparty.
  case outside
}

/// How non-controlling interests are measured and whether goodwill moves with them (IFRS 3.19, IFRS 10.B96).
public enum NCIPolicy: String, Hashable, Sendable, CaseIterable {
  /// A: the proportionate share of net assets, IFRS 3.19(b); goodwill stays with the parent.
  case proportionate
  /// B1: fair value; a new holder takes its percentage of all goodwill.
  case fullGoodwill = "full goodwill"
  /// B2: fair value; the parent hands over the sold fraction of its own goodwill.
  case fullGoodwillOwnShare = "full goodwill own share"
  /// C: proportionate, and the parent's goodwill is re-allocated on a sale.
  case proportionateWithGoodwill = "proportionate with goodwill"

  /// The letter by which tables name it.
  public var letter: String {
    switch self {
    case .proportionate: "A"
    case .fullGoodwill: "B1"
    case .fullGoodwillOwnShare: "B2"
    case .proportionateWithGoodwill: "C"
    }
  }

  /// The policy of a name or a letter, in any case.
  public init?(name: String) {
    let lowered = name.lowercased()
    guard let policy = NCIPolicy.allCases.first(where: { $0.rawValue == lowered || $0.letter.lowercased() == lowered }) else { return nil }
    self = policy
  }
}

/// An entity: what it is called, what it is to the group, and what its accounts rest on.
public struct Entity: Hashable, Sendable {
  /// Its name, as reports show it.
  public var name: String
  /// Its Chinese name, where one is given.
  public var chineseName: String?
  /// Other names by which files call it.
  public var aliases: [String]
  /// What it is to the group.
  public var role: EntityRole
  /// The currency of its accounts, where given.
  public var functionalCurrency: Currency?
  /// The accounting framework of its accounts, where given.
  public var gaap: String?
  /// The last day of its financial year.
  public var yearEnd: DayOfYear
  /// How its non-controlling interests are measured, where given.
  public var nciPolicy: NCIPolicy?
  /// The day it joined the group, where given.
  public var perimeterFrom: CalendarDate?
  /// The day it left, where given.
  public var perimeterTo: CalendarDate?
  /// Where it is described; nil for an entity that only other files name.
  public var place: Place?

  /// An entity of which nothing but its name is known.
  public init(name: String, role: EntityRole = .subsidiary, place: Place? = nil) {
    self.name = name
    self.role = role
    self.place = place
    aliases = []
    yearEnd = .yearEnd
  }
}

/// A group's entities, found by any of their names.
public struct EntityTable: Sendable {
  /// In the order in which they were described or first named.
  public private(set) var entities: [Entity] = []
  private var byFoldedName: [String: EntityID] = [:]
  /// Those called the parent: asked for at every event, so kept rather than looked for.
  private var parents: Set<EntityID> = []

  /// No entities.
  public init() {}

  /// The entity itself.
  public subscript(id: EntityID) -> Entity {
    _read { yield entities[id.index] }
    set {
      entities[id.index] = newValue
      note(newValue.role, of: id)
    }
  }

  /// All ids, in order.
  public var ids: [EntityID] { entities.indices.map(EntityID.init) }

  /// The reporting parent, where exactly one entity is called that.
  public var parent: EntityID? { parents.count == 1 ? parents.first : nil }

  private mutating func note(_ role: EntityRole, of id: EntityID) {
    if role == .parent { parents.insert(id) } else { parents.remove(id) }
  }

  /// The entity called `name`, by its name, its Chinese name or an alias; case, width, spacing and punctuation do not matter.
  public func find(_ name: String) -> EntityID? {
    byFoldedName[Folding.name(name)]
  }

  /// Adds an entity under all its names.
  ///
  /// - Returns: its id, and the names that another entity already has, which stay with that one.
  @discardableResult
  public mutating func add(_ entity: Entity) -> (id: EntityID, taken: [String]) {
    let id = EntityID(index: entities.count)
    entities.append(entity)
    note(entity.role, of: id)
    var taken: [String] = []
    for name in [entity.name] + (entity.chineseName.map { [$0] } ?? []) + entity.aliases {
      let key = Folding.name(name)
      if let holder = byFoldedName[key], holder != id { taken.append(name) } else { byFoldedName[key] = id }
    }
    return (id, taken)
  }

  /// Takes out the entities that were added last, all from the `count`th on: those of a file that was not taken after all.
  mutating func removeLast(to count: Int) {
    for entity in entities[min(count, entities.count)...] {
      for name in [entity.name] + (entity.chineseName.map { [$0] } ?? []) + entity.aliases {
        let key = Folding.name(name)
        if let holder = byFoldedName[key], holder.index >= count { byFoldedName[key] = nil }
      }
    }
    entities.removeLast(max(entities.count - count, 0))
    parents = parents.filter { $0.index < count }
  }

  /// The entity called `name`, added in `role` where no file described it.
  public mutating func findOrAdd(_ name: String, role: EntityRole, place: Place?) -> EntityID {
    find(name) ?? add(Entity(name: name, role: role, place: place)).id
  }
}
