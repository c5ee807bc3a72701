/// Why what an event's line says cannot be so: what it leaves open, contradicts, or moves that nobody has.
struct EventDoubt: Error {
  /// What is wrong with it.
  let reason: Text
  /// How to mend it.
  let remedy: Text
  /// The column of the line that a person should look at first.
  var column = ""
  /// Which line, where the event has several.
  var line: EquityEvent?
  /// What stands there, and what could.
  var found: String?
  var expected: String?
}

extension EquityTransaction {
  /// Says why it cannot be determined, where to look, and what would settle it.
  mutating func stop(_ doubt: EventDoubt) {
    stop(doubt.reason, doubt.remedy)
    doubtfulPlace = (doubt.line ?? event).place(of: doubt.column)
    found = doubt.found
    expected = doubt.expected
  }

  /// Why the register after it cannot be told.
  func registerDoubt(_ accounts: GroupAccounts) -> EventDoubt {
    for line in event.movements {
      if let doubt = openEnds(of: line) { return doubt }
    }
    guard sharesBefore != nil else {
      return EventDoubt(
        reason: event.kind == .sale || event.kind == .purchase
          ? "the number of shares in issue is not given, so the interest after it cannot be computed"
          : "the number of shares in issue is not given, so the interest after the issue cannot be computed",
        remedy: "give `shares` in place of `percent` on the row of each holder in the holdings file", column: "shares")
    }
    return overdrawn(accounts)
      ?? EventDoubt(
        reason: "a holder would be left with fewer shares than none, so the interest after it cannot be computed",
        remedy: "correct the shares on the event's line, or the register", column: "shares")
  }

  /// What a line must say and does not.
  private func openEnds(of line: EquityEvent) -> EventDoubt? {
    if line.shares == nil {
      let isCounted = sharesBefore != nil
      return EventDoubt(
        reason: event.kind == .issue ? "the number of shares issued is not given" : "the number of shares that move is not given",
        remedy: isCounted
          ? "fill in `shares` on the event's line"
          : "fill in `shares` on the event's line, and give `shares` in place of `percent` on the row of each holder in the holdings file",
        column: "shares", line: line)
    }
    let isToOpen =
      switch event.kind {
      case .issue, .rights, .exercise, .conversion, .sale: line.to == nil
      case .purchase, .buyback, .lapse: false
      }
    if isToOpen {
      return EventDoubt(
        reason: "it is not said who receives the shares", remedy: "fill in `to` on the event's line", column: "to", line: line)
    }
    guard event.kind == .purchase || event.kind == .buyback, line.from == nil else { return nil }
    return EventDoubt(
      reason: "it is not said whose shares they are", remedy: "fill in `from` on the event's line", column: "from", line: line)
  }

  /// The first holder who gives up more than it has.
  private func overdrawn(_ accounts: GroupAccounts) -> EventDoubt? {
    guard let register = registerBefore else { return nil }
    var given: [EntityID: Ratio] = [:]
    for line in event.movements {
      let giver: EntityID? =
        switch event.kind {
        case .sale: line.from ?? accounts.entities.parent
        case .purchase, .buyback: line.from
        case .issue, .rights, .exercise, .conversion, .lapse: nil
        }
      guard let giver, let shares = line.shares else { continue }
      given[giver, default: .zero] += shares
      let held = register.lines.first { $0.holder == giver && $0.kind == .equity }
      guard let held else { return stranger(giver, line, register, accounts) }
      let (has, gives) = (held.shares ?? .zero, given[giver] ?? shares)
      guard gives > has else { continue }
      return EventDoubt(
        reason: "\(quoted: accounts.entities[giver]) has \(number: has) shares before it and would give up \(number: gives)",
        remedy: "correct `shares` on the event's line, or the register before it", column: "shares", line: line,
        found: gives.shortestText(mostPlaces: 4), expected: "at most " + has.shortestText(mostPlaces: 4))
    }
    return nil
  }

  /// A giver whom the register does not have: a slip of the pen, or a company of the group that has no shares itself.
  private func stranger(_ giver: EntityID, _ line: EquityEvent, _ register: ShareRegister, _ accounts: GroupAccounts) -> EventDoubt {
    let name = accounts.entities[giver]
    let holders = register.lines.filter { $0.kind == .equity }.map { accounts.entities[$0.holder].name }
    let shown = holders.prefix(8).joined(separator: ", ") + (holders.count > 8 ? ", …" : "")
    guard line.from != nil else {
      return EventDoubt(
        reason: "its line names no seller, and \(quoted: name), the parent, has no shares of its own in the register",
        remedy: "write under `from` which company of the group sells", column: "from", line: line, found: "", expected: shown)
    }
    let near = accounts.nearest(to: giver, among: register.lines.map(\.holder))
    return EventDoubt(
      reason: "\(quoted: name), whose shares they are, is no holder in the register before it",
      remedy: near.map { "correct the name under `from`: the register has \(quoted: $0)" }
        ?? "write under `from` a holder that the register has, or add this one to the register",
      column: "from", line: line, found: name.name, expected: near?.name ?? shown)
  }
}

extension EquityEvent {
  /// What its kind says against the parties that it names; nil where the two go together.
  ///
  /// A sale is the group's to an outsider, a purchase the group's from one, and new shares have no seller.
  func contradiction(_ accounts: GroupAccounts) -> EventDoubt? {
    let isByContract = accounts.holdings.contains { $0.entity == entity && $0.kind == .structuredContracts }
    // Nominees hold for the group and stand outside of it; without a parent nobody is known to stand inside.
    guard !isByContract, accounts.entities.parent != nil else { return nil }
    for line in movements {
      if let doubt = contradiction(in: line, accounts) { return doubt }
    }
    return nil
  }

  private func contradiction(in line: EquityEvent, _ accounts: GroupAccounts) -> EventDoubt? {
    let isInside = { (party: EntityID?) -> Bool? in party.map(accounts.isInGroup) }
    let (from, to) = (isInside(line.from), isInside(line.to))
    switch kind {
    case .sale where from == false && to == true, .sale where from == nil && line.to != nil && line.to == accounts.entities.parent:
      return EventDoubt(
        reason: "it is called a sale, which is the group's to an outsider, and its line goes to \(name(line.to, accounts)), of the group",
        remedy: "write `purchase` under `kind`, or exchange `from` and `to`", column: "kind", line: line, found: "sale",
        expected: "purchase")
    case .purchase where from == true && to == false,
      .purchase where to == nil && line.from != nil && line.from == accounts.entities.parent:
      return EventDoubt(
        reason:
          "it is called a purchase, which is the group's from an outsider, and its line comes from \(name(line.from, accounts)), of the group",
        remedy: "write `sale` under `kind`, or exchange `from` and `to`", column: "kind", line: line, found: "purchase", expected: "sale")
    case .sale where from == false: return outsider(line.from, "from", line, accounts)
    case .purchase where to == false: return outsider(line.to, "to", line, accounts)
    case .issue where line.from != nil && line.from != entity, .rights where line.from != nil && line.from != entity:
      return EventDoubt(
        reason: "its shares are new by its kind, and its line says whose they were: \(name(line.from, accounts))",
        remedy: "leave `from` empty, or write `sale` or `purchase` under `kind`", column: "from", line: line,
        found: line.from.map { accounts.entities[$0].name })
    case .buyback where line.to != nil && line.to != entity:
      return EventDoubt(
        reason: "the company buys back its own shares by its kind, and its line says who else receives them: \(name(line.to, accounts))",
        remedy: "leave `to` empty, or write `sale` or `purchase` under `kind`", column: "to", line: line,
        found: line.to.map { accounts.entities[$0].name })
    case .sale, .purchase, .issue, .rights, .buyback, .exercise, .conversion, .lapse: return nil
    }
  }

  private func name(_ party: EntityID?, _ accounts: GroupAccounts) -> Text {
    party.map { "\(quoted: accounts.entities[$0])" } ?? ""
  }

  /// The group's side of a deal is a name that is none of the group's.
  private func outsider(_ party: EntityID?, _ column: String, _ line: EquityEvent, _ accounts: GroupAccounts) -> EventDoubt? {
    guard let party else { return nil }
    let name = accounts.entities[party]
    let near = accounts.nearest(to: party, among: accounts.entities.ids.filter(accounts.isInGroup))
    return EventDoubt(
      reason: column == "from"
        ? "\(quoted: name), who sells, is no company of the group: a sale is the group's to an outsider"
        : "\(quoted: name), who buys, is no company of the group: a purchase is the group's from an outsider",
      remedy: near.map { "correct the name: the nearest of the group is \(quoted: $0)" }
        ?? "name the company of the group, or take the line out: what outsiders deal among themselves is in the next register",
      column: column, line: line, found: name.name, expected: near?.name)
  }
}

extension GroupAccounts {
  /// Of some entities the one whose name is nearest to another's, by at most a third of its letters and three; nil where none is.
  fileprivate func nearest(to own: EntityID, among others: [EntityID]) -> Entity? {
    let wanted = Array(EntityNames.core(entities[own].name).unicodeScalars)
    var best: (distance: Int, entity: EntityID)?
    for other in others where other != own {
      let letters = Array(EntityNames.core(entities[other].name).unicodeScalars)
      let most = min(3, min(wanted.count, letters.count) / 3)
      guard let distance = EditDistance.of(wanted, letters, atMost: most), distance < best?.distance ?? 4 else { continue }
      best = (distance, other)
    }
    return best.map { entities[$0.entity] }
  }
}
