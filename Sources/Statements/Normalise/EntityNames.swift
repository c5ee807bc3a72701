/// Finds the entity that a file names, and says where a new name is nearly a known one.
extension Intake {
  /// The entity called `name`, added in `role` where no file described it; case, width and punctuation do not matter.
  mutating func entity(named name: String, role: EntityRole, place: Place) -> EntityID {
    if let known = entities.find(name) { return known }
    let nearest = names.nearest(to: name, in: entities)
    let id = entities.add(Entity(name: name, role: role, place: place)).id
    if let nearest {
      findings.append(
        Finding(
          .warning, "unmapped",
          "\(quoted: name) is taken for an entity of its own, though its name is nearly \(quoted: entities[nearest])",
          entity: id, place: place, expected: entities[nearest].name, actual: name,
          remedy: "if they are one, add the name to its `aliases` in the `entities` file, or correct the spelling"))
    }
    return id
  }
}

/// How near two names are; the known names are folded once.
struct EntityNames: Sendable {
  /// A known name as it is compared.
  private struct Known: Sendable {
    let id: EntityID
    let letters: [Unicode.Scalar]
  }

  private var known: [Known] = []
  /// The entities that are in `known`; a file that was not taken after all may have taken some out of the table again.
  private var names: [String] = []
  /// By the digits and single letters in the name: `Fund 1` and `Fund 2` are two funds, and so are `Fund A` and `Fund B`.
  private var byMarks: [[Unicode.Scalar]: [Int]] = [:]

  /// The known entity whose name differs by a slip of the pen only: two letters at most, or the words for its legal form.
  mutating func nearest(to name: String, in table: EntityTable, except own: EntityID? = nil) -> EntityID? {
    let wanted = Array(EntityNames.core(name).unicodeScalars)
    guard wanted.count >= 2 else { return nil }
    let marks = EntityNames.marks(name)
    follow(table)
    var best: (distance: Int, index: Int)?
    for index in byMarks[marks] ?? [] where known[index].id != own {
      // A slip is small beside the name: two letters of five are another name.
      let most = min(2, min(wanted.count, known[index].letters.count) / 5)
      guard let distance = EditDistance.of(wanted, known[index].letters, atMost: most), distance < best?.distance ?? 3 else { continue }
      best = (distance, index)
    }
    return best.map { known[$0.index].id }
  }

  /// The nearest of a table that is asked once.
  static func nearest(to name: String, in table: EntityTable, except own: EntityID? = nil) -> EntityID? {
    var names = EntityNames()
    return names.nearest(to: name, in: table, except: own)
  }

  /// Takes in what the table has by now.
  private mutating func follow(_ table: EntityTable) {
    let entities = table.entities
    if names.count > entities.count || !names.indices.allSatisfy({ names[$0] == entities[$0].name }) {
      (known, names, byMarks) = ([], [], [:])
    }
    for index in names.count..<entities.count {
      let entity = entities[index]
      for name in [entity.name] + (entity.chineseName.map { [$0] } ?? []) + entity.aliases {
        let letters = Array(EntityNames.core(name).unicodeScalars)
        byMarks[EntityNames.marks(name), default: []].append(known.count)
        known.append(Known(id: EntityID(index: index), letters: letters))
      }
      names.append(entity.name)
    }
  }

  private static let forms: Set = [
    "limited", "ltd", "inc", "incorporated", "llc", "plc", "co", "company", "corp", "gmbh", "ag", "pte", "pty", "sa", "bv",
  ]

  /// A folded name without the words for its legal form and without blanks.
  static func core(_ name: String) -> String {
    var words = Folding.name(name).split(separator: " ")
    while words.count > 1, let last = words.last, forms.contains(String(last)) { words.removeLast() }
    var joined = words.joined()
    for ending in ["股份有限公司", "有限责任公司", "有限責任公司", "有限公司"] where joined.hasSuffix(ending) && joined.count > ending.count {
      joined.removeLast(ending.count)
    }
    return joined
  }

  private static func marks(_ name: String) -> [Unicode.Scalar] {
    Folding.name(name).split(separator: " ").flatMap { word -> [Unicode.Scalar] in
      let letters = Array(word.unicodeScalars)
      return letters.count == 1 ? letters : letters.filter { (0x30...0x39).contains($0.value) }
    }
  }
}
