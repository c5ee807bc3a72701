/// A figure has the sign that its line can have: assets, liabilities, capital and revenue are not negative, and a loss is not said twice.
///
/// What a table's own arithmetic shows of its costs is settled as it is read. Here stand the lines that no business makes negative,
/// such as total assets: a minus there comes from a bracket too many, or from a column that was mirrored. A line named for losses whose
/// figures stand in brackets too might mean the opposite; it is read as losses, and that is said.
///
/// Formula: figure ≥ 0 for the lines that cannot be negative.
///
/// Severity: warning; information for a loss that is said twice.
///
/// Example: `Total assets (1,264.0)` beside `Total assets 1,650.5` of the year before.
///
/// Remedy: take the brackets or the minus away.
///
/// Cites: IAS 1.54, 82, DOMAIN 6.1 (16).
enum Sign: Check {
  static let id = "sign"

  private static let neverNegative = [
    "total-assets", "current-assets", "non-current-assets", "total-liabilities", "current-liabilities", "non-current-liabilities",
    "inventories", "property-plant-and-equipment", "goodwill", "intangible-assets", "share-capital", "borrowings", "revenue",
  ]

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let items = neverNegative.compactMap { accounts.catalogue.find(id: $0) }
    return accounts.entities.ids.flatMap { entity in
      items.flatMap { negative(accounts, entity, $0) } + [saidTwice(accounts, entity)].compactMap { $0 }
    }
  }

  private static func negative(_ accounts: GroupAccounts, _ entity: EntityID, _ item: ItemID) -> [Finding] {
    accounts.index.series(entity, item).filter { $0.value.sign < 0 }.map { fact in
      let display = accounts.display(of: entity)
      return Finding(
        .warning, id, "\(quoted: fact.label) of \(fact.period) is negative: \(Money(fact.value, display))", entity: entity, item: item,
        period: fact.period, place: fact.provenance.place, expected: "no minus", actual: fact.raw,
        details: [
          accounts.catalogue[item].isInstant
            ? "if the whole column is so, its brackets were mirrored" : "if the whole column is so, its costs may be printed as income"
        ],
        citation: Citation(accounts.catalogue[item].isInstant ? "IAS 1.54" : "IAS 1.82"), remedy: "take the brackets or the minus away")
    }
  }

  /// The first figure of an entity under a name of losses that has brackets as well.
  private static func saidTwice(_ accounts: GroupAccounts, _ entity: EntityID) -> Finding? {
    let losses = [accounts.items.profitBeforeTax, accounts.items.profitAfterTax].flatMap { accounts.index.series(entity, $0) }.filter {
      guard $0.value.sign < 0, let first = $0.raw.first, "(-−（".contains(first) else { return false }
      return accounts.catalogue.find(label: $0.label)?.sense == .loss
    }
    guard let fact = losses.min(by: { ($0.provenance.place ?? .nowhere) < ($1.provenance.place ?? .nowhere) }) else { return nil }
    return Finding(
      .info, id,
      "\(quoted: fact.label) is named for losses, and its figures stand in brackets or with a minus too: they are taken as losses",
      entity: entity, item: fact.item, period: fact.period, place: fact.provenance.place, actual: fact.raw,
      details: ["\(losses.count) figures are printed so"], citation: Citation("IAS 1.82"),
      remedy: "nothing, if they are losses; a profit is named `profit/(loss)`")
  }
}
