/// What one entity of the group says that it sold to another, the other says that it bought.
///
/// Read from lines that name the entity: `Sales to Quay Limited` in one, `Purchases from Pier Limited` in the other. Interest, fees and
/// rent likewise, `Interest income from` against `Interest paid to`. Where the other names nobody, nothing can be said.
///
/// Formula: sold to B in A's results = bought from A in B's, of one period, each for what it may stand for as printed.
///
/// Severity: error.
///
/// Example: A sold 310.0 to B in the year, and B bought 300.0 from A: 10.0 would stay in the group's revenue.
///
/// Remedy: agree the two figures before they are eliminated.
///
/// Cites: IFRS 10.B86(c) (IAS 27 (2008).20-21).
enum IntragroupTrade: Check {
  static let id = "intragroup-trade"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let flows = flows(accounts)
    return flows.filter(\.isSale).compactMap { sale -> Finding? in
      let bought = flows.filter { !$0.isSale && $0.subject == sale.subject && $0.entity == sale.other && $0.other == sale.entity }
      guard let purchase = bought.first(where: { $0.fact.period == sale.fact.period && $0.fact.currency == sale.fact.currency }) else {
        return nil
      }
      let (sold, spent) = (sale.fact.value.magnitude, purchase.fact.value.magnitude)
      let tolerance = sale.fact.interval.tolerance + purchase.fact.interval.tolerance
      guard (sold - spent).magnitude > tolerance else { return nil }
      let display = accounts.display(of: sale.entity, beside: [sale.other])
      let names = (accounts.entities[sale.entity].name, accounts.entities[sale.other].name)
      return Finding(
        .error, id,
        "\(quoted: sale.fact.label) of \(quoted: names.0) is \(Money(sold, display)), but \(quoted: purchase.fact.label) of \(quoted: names.1) is \(Money(spent, display))",
        entity: sale.entity, item: sale.fact.item, period: sale.fact.period, place: sale.fact.provenance.place, expected: spent.decimalText,
        actual: sold.decimalText, difference: sold - spent, tolerance: tolerance,
        details: ["the other figure stands at \(purchase.fact.placeText(accounts))"],
        citation: accounts.standard(on: sale.fact.period.end).consolidation, remedy: "agree the two figures before they are eliminated")
    }
  }

  /// A line that names another entity of the group.
  private struct Flow {
    let entity: EntityID
    let other: EntityID
    let subject: Subject
    let isSale: Bool
    let fact: Fact
  }

  /// What is traded, so that interest is held against interest.
  private enum Subject: CaseIterable {
    case goods, interest, fees, rent
  }

  private static let words: [(subject: Subject, isSale: Bool, prefixes: [String])] = [
    (.goods, true, ["sales to ", "revenue from ", "sale of goods to "]), (.goods, false, ["purchases from ", "purchase of goods from "]),
    (.interest, true, ["interest income from ", "interest received from "]),
    (.interest, false, ["interest expense to ", "interest paid to ", "interest on loans from "]),
    (.fees, true, ["management fees from ", "service fees from ", "service income from "]),
    (.fees, false, ["management fees to ", "service fees to ", "service fees paid to "]),
    (.rent, true, ["rental income from ", "rent from "]), (.rent, false, ["rent to ", "rental expense to ", "rent paid to "]),
  ]

  private static func flows(_ accounts: GroupAccounts) -> [Flow] {
    var flows: [Flow] = []
    for entity in accounts.entities.ids {
      for item in accounts.index.items(of: entity) where !accounts.catalogue[item].isInstant {
        // Lines of one item have one label, but for other files' words.
        var read: (label: String, named: (subject: Subject, isSale: Bool, name: String)?)?
        for fact in accounts.index.series(entity, item) {
          if read?.label != fact.label { read = (fact.label, named(fact.label)) }
          guard let named = read?.named, let other = accounts.entities.find(named.name), other != entity else { continue }
          flows.append(Flow(entity: entity, other: other, subject: named.subject, isSale: named.isSale, fact: fact))
        }
      }
    }
    return flows
  }

  private static func named(_ label: String) -> (subject: Subject, isSale: Bool, name: String)? {
    let lowered = label.lowercased()
    for (subject, isSale, prefixes) in words {
      for prefix in prefixes where lowered.hasPrefix(prefix) {
        return (subject, isSale, String(label.dropFirst(prefix.count)))
      }
    }
    return nil
  }
}
