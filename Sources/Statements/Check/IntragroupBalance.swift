/// What one entity of the group says that another owes it, the other says that it owes.
///
/// Read from lines that name the entity: `Amount due from Quay Limited` in one, `Amount due to Pier Limited` in the other. Where the
/// other has all of them on one line without names, nothing can be said.
///
/// Formula: due from B in A's position = due to A in B's, each for what it may stand for as printed; in two currencies, at the closing rate
/// of that date.
///
/// Severity: error; warning where B's position of that date has no such line; information where that rate is not on file.
///
/// Example: A is owed 1,200.0 by B, and B owes 1,150.0 to A: 50.0 are under way or not booked.
///
/// Remedy: agree the two balances, and book what is under way.
///
/// Cites: IFRS 10.B86(c) (IAS 27 (2008).20), IAS 21.45.
enum IntragroupBalance: Check {
  static let id = "intragroup-balance"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let balances = balances(accounts)
    var byKey: [Key: Fact] = [:]
    for balance in balances where byKey[balance.key] == nil { byKey[balance.key] = balance.fact }
    return balances.compactMap { balance in
      let mirror = balance.key.mirrored
      if let other = byKey[mirror] {
        // Each pair once, from the side that is owed.
        guard balance.key.isOwed else { return nil }
        if let balances = TranslatedBalances(accounts, owed: balance.fact, owing: other) { return translated(accounts, balance, balances) }
        guard other.currency == balance.fact.currency,
          !balance.fact.value.magnitude.interval(like: balance.fact).meets(other.value.magnitude.interval(like: other))
        else { return nil }
        return differing(accounts, balance, other)
      }
      let hasPosition =
        accounts.index.fact(mirror.entity, accounts.items.netAssets, balance.fact.period) != nil
        || accounts.index.fact(mirror.entity, accounts.items.totalAssets, balance.fact.period) != nil
      guard hasPosition, balance.fact.value.sign != 0, !isSummed(accounts, mirror, balance.fact.period) else { return nil }
      return missing(accounts, balance)
    }
  }

  /// Who owes whom at what date, from whose position.
  private struct Key: Hashable {
    let entity: EntityID
    let other: EntityID
    let isOwed: Bool
    let end: CalendarDate

    var mirrored: Key { Key(entity: other, other: entity, isOwed: !isOwed, end: end) }
  }

  /// Whether an entity has what the group owes it, or it owes the group, on one line without names.
  private static func isSummed(_ accounts: GroupAccounts, _ key: Key, _ period: Period) -> Bool {
    let ids =
      key.isOwed
      ? ["amounts-due-from-group-companies", "amounts-due-from-related-parties", "other-receivables", "trade-and-other-receivables"]
      : ["amounts-due-to-group-companies", "amounts-due-to-related-parties", "other-payables", "trade-and-other-payables"]
    return ids.contains { id in accounts.catalogue.find(id: id).map { accounts.index.fact(key.entity, $0, period) != nil } ?? false }
  }

  private static func balances(_ accounts: GroupAccounts) -> [(key: Key, fact: Fact)] {
    var known: [String: (name: String, isOwed: Bool)?] = [:]
    // Balances with associates are not eliminated: they are not of the group (IFRS 10, appendix A).
    var balances: [(key: Key, fact: Fact)] = []
    for entity in accounts.entities.ids where accounts.isInGroup(entity) {
      for item in accounts.index.items(of: entity) {
        // The figures of one line mostly have one label.
        var last: (label: String, words: (name: String, isOwed: Bool)?)?
        for fact in accounts.index.series(entity, item) where fact.period.isInstant {
          let label = fact.label
          if last?.label != label {
            if known[label] == nil { known[label] = .some(counterparty(label)) }
            last = (label, known[label] ?? nil)
          }
          guard let words = last?.words, let other = accounts.entities.find(words.name), other != entity, accounts.isInGroup(other) else {
            continue
          }
          balances.append((Key(entity: entity, other: other, isOwed: words.isOwed, end: fact.period.end), fact))
        }
      }
    }
    return balances
  }

  /// Whom a label names, and whether it owes or is owed.
  static func counterparty(_ label: String) -> (name: String, isOwed: Bool)? {
    let lowered = label.lowercased()
    for (words, isOwed) in [("due from ", true), ("receivable from ", true), ("due to ", false), ("payable to ", false)] {
      guard let range = lowered.firstRange(of: words) else { continue }
      let offset = lowered.distance(from: lowered.startIndex, to: range.upperBound)
      guard offset < label.count else { return nil }
      return (String(label.dropFirst(offset)), isOwed)
    }
    for (words, isOwed) in [("应收", true), ("應收", true), ("应付", false), ("應付", false)] where label.hasPrefix(words) {
      var name = label.dropFirst(words.count)
      for ending in ["款项", "款項", "往来款", "往來款", "款"] where name.hasSuffix(ending) {
        name = name.dropLast(ending.count)
        break
      }
      return (String(name), isOwed)
    }
    return nil
  }

  private static func differing(_ accounts: GroupAccounts, _ balance: (key: Key, fact: Fact), _ other: Fact) -> Finding {
    let display = accounts.display(of: balance.key.entity, beside: [balance.key.other])
    let (owed, owing) = (balance.fact.value.magnitude, other.value.magnitude)
    return Finding(
      .error, id,
      "\(quoted: accounts.entities[balance.key.entity]) is owed \(Money(owed, display)) by \(quoted: accounts.entities[balance.key.other]), which says that it owes \(Money(owing, display))",
      entity: balance.key.entity, item: balance.fact.item, period: balance.fact.period, place: balance.fact.provenance.place,
      expected: owing.decimalText, actual: owed.decimalText, difference: owed - owing,
      tolerance: balance.fact.interval.tolerance + other.interval.tolerance,
      details: ["the other balance stands at \(other.placeText(accounts))"], citation: citation(accounts, balance.key.end),
      remedy: "agree the two balances, and book what is under way")
  }

  /// The two balances at the closing rate, where they differ; or that its rate is not on file.
  private static func translated(_ accounts: GroupAccounts, _ balance: (key: Key, fact: Fact), _ balances: TranslatedBalances) -> Finding? {
    let (owed, owing, date) = (accounts.entities[balance.key.entity], accounts.entities[balance.key.other], balance.key.end)
    let (from, to) = balances.pair
    let place: Text = "the other balance stands at \(balances.owing.placeText(accounts))"
    guard let rate = balances.rate else {
      return Finding(
        .info, id,
        "what \(quoted: owed) is owed by \(quoted: owing) is not compared: no rate of \(code: from.code) in \(code: to.code) on \(date) is on file",
        entity: balance.key.entity, item: balance.fact.item, period: balance.fact.period, place: balance.fact.provenance.place,
        details: [place], citation: Citation("IAS 21.45"),
        remedy: "add the closing rate of that day to a file with the columns date,base,quote,rate")
    }
    guard !balances.agree, let shown = balances.shown else { return nil }
    let money = { (amount: Amount) in Money(amount, balances.display, showsUnit: true) }
    return Finding(
      .error, id,
      "\(quoted: owed) is owed \(money(shown.owed)) by \(quoted: owing), which says that it owes \(money(shown.owing)), both at the closing rate",
      entity: balance.key.entity, item: balance.fact.item, period: balance.fact.period, place: balance.fact.provenance.place,
      expected: shown.owing.decimalText, actual: shown.owed.decimalText, difference: shown.owed - shown.owing, tolerance: shown.tolerance,
      details: [
        place,
        "1 \(code: rate.base.code) costs \(number: rate.rate) \(code: rate.quote.code) on \(date), by \(code: accounts.address(of: rate.place))",
      ], citation: citation(accounts, date), remedy: "agree the two balances, and book what is under way")
  }

  private static func missing(_ accounts: GroupAccounts, _ balance: (key: Key, fact: Fact)) -> Finding {
    let display = accounts.display(of: balance.key.entity)
    let names = (accounts.entities[balance.key.entity], accounts.entities[balance.key.other])
    return Finding(
      .warning, id,
      balance.key.isOwed
        ? "\(quoted: names.0) is owed \(Money(balance.fact.value.magnitude, display)) by \(quoted: names.1), whose position has no such line"
        : "\(quoted: names.0) owes \(Money(balance.fact.value.magnitude, display)) to \(quoted: names.1), whose position has no such line",
      entity: balance.key.entity, item: balance.fact.item, period: balance.fact.period, place: balance.fact.provenance.place,
      actual: balance.fact.value.decimalText, citation: citation(accounts, balance.key.end),
      remedy: "agree the two balances, or name the counterparty on its line")
  }

  private static func citation(_ accounts: GroupAccounts, _ date: CalendarDate) -> Citation {
    switch accounts.standard(on: date) {
    case .beforeRevision, .ias27Revised: Citation("IAS 27 (2008).20")
    case .ifrs10: Citation("IFRS 10.B86(c)")
    }
  }
}

extension Amount {
  /// What the amount stands for when it is printed as `fact` is.
  fileprivate func interval(like fact: Fact) -> Interval { Interval(self, decimals: fact.decimals) }
}
