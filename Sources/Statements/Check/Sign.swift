/// A figure has the sign that its line can have: assets, liabilities, capital and revenue are not negative, and a loss is not said twice.
///
/// What a table's own arithmetic shows of its costs is settled as it is read. Here stand the lines that no business makes negative,
/// such as total assets: a minus there comes from a bracket too many, or from a column that was mirrored. A figure that the sums show to
/// be printed with the other sign than the rest of its line is read as they show. A line named for losses whose figures stand in brackets
/// too might mean the opposite; it is read as losses, and that is said.
///
/// Formula: figure ≥ 0 for the lines that cannot be negative; one way of printing signs for each line.
///
/// Severity: warning; information for a loss that is said twice.
///
/// Example: `Total assets (1,264.0)` beside `Total assets 1,650.5` of the year before.
///
/// Remedy: take the brackets or the minus away.
///
/// Cites: IAS 1.54, 82.
enum Sign: EntityCheck {
  static let id = "sign"

  private static let neverNegative = [
    "total-assets", "current-assets", "non-current-assets", "total-liabilities", "current-liabilities", "non-current-liabilities",
    "inventories", "property-plant-and-equipment", "goodwill", "intangible-assets", "share-capital", "borrowings", "revenue",
  ]

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let items = neverNegative.compactMap { accounts.catalogue.find(id: $0) }
    return items.flatMap { negative(accounts, entity, $0) } + turned(accounts, entity) + [saidTwice(accounts, entity)].compactMap { $0 }
  }

  private static func negative(_ accounts: GroupAccounts, _ entity: EntityID, _ item: ItemID) -> [Finding] {
    accounts.index.series(entity, item).filter { $0.value.sign < 0 }.map { fact in
      let display = accounts.display(of: entity)
      return Finding(
        .warning, id, "\(line: fact) of \(fact.period) is negative: \(Money(fact.value, display))", entity: entity, item: item,
        period: fact.period, place: fact.provenance.place, expected: "no minus", actual: fact.raw,
        details: [
          accounts.catalogue[item].isInstant
            ? "if the whole column is so, its brackets were mirrored" : "if the whole column is so, its costs may be printed as income"
        ],
        citation: Citation(accounts.catalogue[item].isInstant ? "IAS 1.54" : "IAS 1.82"), remedy: "take the brackets or the minus away")
    }
  }

  /// Figures that are read with the other sign than they are printed with, in lines whose others are not; or the other way round.
  private static func turned(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    let items = accounts.index.items(of: entity).filter {
      accounts.catalogue[$0].sign == .negative || $0 == accounts.items.profitToNCI
    }
    return items.flatMap { item -> [Finding] in
      let lines = Dictionary(grouping: accounts.index.series(entity, item)) { $0.provenance.place?.fileIndex ?? -1 }
      return lines.sorted { $0.key < $1.key }.flatMap { _, facts -> [Finding] in
        let read = facts.compactMap { fact in isTurned(fact).map { (fact: fact, isTurned: $0) } }
        let turned = read.filter(\.isTurned)
        let straight = read.filter { !$0.isTurned }
        // In a line of two figures the one that is turned is the one to look at.
        let rare = turned.count <= straight.count ? turned : straight
        guard !turned.isEmpty, !straight.isEmpty, rare.count <= 2 else { return [] }
        return rare.map { turnedFinding(accounts, $0.fact, of: read.count) }
      }
    }
  }

  private static func turnedFinding(_ accounts: GroupAccounts, _ fact: Fact, of count: Int) -> Finding {
    let display = accounts.display(of: fact.entity)
    return Finding(
      .warning, id,
      "\(line: fact) of \(fact.period) is printed with the other sign than the rest of its line, and is read as \(Money(fact.value, display)), as the sums show",
      entity: fact.entity, item: fact.item, period: fact.period, place: fact.provenance.place, actual: fact.raw,
      details: ["the line has \(count) figures"], citation: Citation("IAS 1.82"), remedy: "print the line's figures in one way")
  }

  /// Whether a figure of a statement is stored with the other sign than it is printed with; nil for a nil figure and for one of a ledger.
  private static func isTurned(_ fact: Fact) -> Bool? {
    guard case .read = fact.provenance, fact.value.sign != 0 else { return nil }
    switch AmountReader.read(fact.raw) {
    case .number(let number), .open(let number, _): return (number.coefficient < 0) != (fact.value.sign < 0)
    case .empty, .notAvailable, .notANumber, .tooManyDigits: return nil
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
      "\(line: fact) is named for losses, and its figures stand in brackets or with a minus too: they are taken as losses",
      entity: entity, item: fact.item, period: fact.period, place: fact.provenance.place, actual: fact.raw,
      details: ["\(losses.count) figures are printed so"], citation: Citation("IAS 1.82"),
      remedy: "nothing, if they are losses; a profit is named `profit/(loss)`")
  }
}
