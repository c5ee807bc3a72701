/// File names made from entities' names: small Latin letters, digits and hyphens, never two alike, never out of their folder.
struct Slugs: Sendable {
  private var byEntity: [EntityID: String] = [:]

  /// A name for each entity of a group.
  init(_ entities: EntityTable) {
    var taken: Set<String> = []
    for id in entities.ids {
      let base = Slugs.base(entities[id].name)
      var slug = base
      var number = 2
      while !taken.insert(slug).inserted {
        slug = "\(base)-\(number)"
        number += 1
      }
      byEntity[id] = slug
    }
  }

  /// The name of an entity's page, without its ending.
  subscript(id: EntityID) -> String { byEntity[id] ?? "entity-\(id.index)" }

  /// The Latin part of a name, with a digest of the whole where something is lost: other scripts, great length.
  private static func base(_ name: String) -> String {
    var kept = ""
    var isWhole = true
    for scalar in Folding.name(name).unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": kept.unicodeScalars.append(scalar)
      case " ": kept += "-"
      default: isWhole = false
      }
    }
    kept = kept.split(separator: "-").joined(separator: "-")
    if kept.utf8.count > 60 {
      kept = String(kept.prefix(60))
      isWhole = false
    }
    if isWhole, !kept.isEmpty { return kept }
    return (kept.isEmpty ? "entity" : kept) + "-" + digest(name)
  }

  /// FNV-1a over the bytes: to tell names apart, not to protect anything.
  private static func digest(_ name: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
