/// Whether a file's labels are those of a language or a chart of accounts that no table knows: then no sum and no check sees its figures.
struct HardlyKnown {
  private var known = 0
  private var all = 0
  private var first: (place: Place, item: ItemID)?
  private var unknown: [String] = []

  /// From so many lines on, and where at most one in four is known, it is said.
  private static let fewest = 5

  /// Takes a line of figures in money.
  mutating func take(_ words: String, _ item: ItemID, isKnown: Bool, at place: Place) {
    all += 1
    if isKnown {
      known += 1
    } else {
      if first == nil { first = (place, item) }
      if unknown.count < 3 { unknown.append(words) }
    }
  }

  /// The warning, where hardly any line is known.
  func finding(_ entity: EntityID?, _ catalogue: inout LineItemCatalogue) -> Finding? {
    guard all >= HardlyKnown.fewest, known * 4 <= all, let first else { return nil }
    var finding = Finding(
      .warning, "unmapped",
      "of \(all) lines of figures \(known) are known: the others keep lines of their own, and no sum, check or treatment knows what they are",
      entity: entity, item: first.item, place: first.place, expected: "labels that are known", actual: unknown.first,
      remedy: "say which line items they are in an `accounts` file with the columns label,item; `tieout explain` lists the line items")
    for words in unknown {
      if let nearest = catalogue.nearestLabel(to: words) {
        finding.details.append("nearest known label to \(quoted: words): \(code: nearest.caption) (\(code: nearest.id))")
      } else {
        finding.details.append("no known label is near \(quoted: words)")
      }
    }
    return finding
  }
}
