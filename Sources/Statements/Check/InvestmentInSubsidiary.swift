/// What the parent carries an investment in a subsidiary at is what it paid in: the capital and premium of the shares that it holds.
///
/// Read from lines that name the subsidiary: `Investment in Pier Limited`. Shares bought from others cost something else, and an
/// impairment lowers it, so that a subsidiary with a purchase on file, or a day on which it joined, is let pass.
///
/// Formula: investment in B in the parent's position = the parent's interest × (share capital + share premium of B), as printed.
///
/// Severity: warning.
///
/// Example: an investment of 80.0 in a company held whole whose share capital and premium are 100.0.
///
/// Remedy: agree the two accounts, and book what one of them lacks.
///
/// Cites: IAS 27.10, IFRS 10.B86(b).
enum InvestmentInSubsidiary: Check {
  static let id = "investment-in-subsidiary"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    guard let parent = accounts.entities.parent, let capital = accounts.catalogue.find(id: "share-capital"),
      let premium = accounts.catalogue.find(id: "share-premium")
    else { return [] }
    return accounts.facts.compactMap { fact -> Finding? in
      guard fact.entity == parent, fact.period.isInstant, fact.isActual, let name = subsidiary(fact.label),
        let entity = accounts.entities.find(name), entity != parent, accounts.entities[entity].perimeterFrom == nil,
        !accounts.events(of: entity).contains(where: { $0.kind == .purchase }),
        let shares = accounts.index.fact(entity, capital, fact.period), shares.currency == fact.currency,
        let interest = accounts.ownership.effectiveInterest(in: entity, at: .endOf(fact.period.end))
      else { return nil }
      let paid = accounts.index.fact(entity, premium, fact.period)
      let whole = paid.map { $0.value + shares.value } ?? shares.value
      // To the cent, as the tolerance allows.
      guard let expected = Amount(interest * whole.ratio, roundedTo: 2) else { return nil }
      let tolerance = fact.interval.tolerance + shares.interval.tolerance + (paid?.interval.tolerance ?? .zero)
      let difference = fact.value - expected
      guard difference.magnitude > tolerance + Amount(atoms: Amount.atomsPerUnit / 100) else { return nil }
      let display = accounts.display(of: parent, beside: [entity])
      return Finding(
        .warning, id,
        "\(line: fact) of \(fact.period) is \(Money(fact.value, display)), and the parent's part of the capital of \(quoted: accounts.entities[entity].name) is \(Money(expected, display))",
        entity: parent, item: fact.item, period: fact.period, place: fact.provenance.place, expected: expected.decimalText,
        actual: fact.value.decimalText, difference: difference, tolerance: tolerance,
        details: ["\(percent: interest) of \(Money(whole, display)), its capital stands at \(shares.placeText(accounts))"],
        citation: Citation("IAS 27.10, IFRS 10.B86(b)"), remedy: "agree the two accounts, and book what one of them lacks")
    }
  }

  /// The name that a label of an investment gives.
  private static func subsidiary(_ label: String) -> String? {
    let lowered = label.lowercased()
    for prefix in ["investment in ", "investments in ", "interest in ", "shares in "] where lowered.hasPrefix(prefix) {
      return String(label.dropFirst(prefix.count))
    }
    return nil
  }
}
