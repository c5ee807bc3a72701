/// What an event moves in the accounts of the group, in the presentation currency to the cent.
///
/// Every treatment of a change of interest is one of these and the same arithmetic (IFRS 10.B96): owners have `p₁ NA₁ − p₀ NA₀` more of
/// the subsidiary, and their part of what others in the group paid or received.
struct Movement {
  /// How much the net assets of the subsidiary change, after the costs that it bears.
  var ofEntity: Amount
  /// What each other company of the group received (positive) or paid (negative), after the costs that it bears.
  var ofHolders: [(holder: EntityID, amount: Amount)] = []
  /// What is carried apart from what all share before it: a converted equity instrument, a reserve for share-based payments.
  var carriedApart: Amount = .zero
  /// What companies of the group have of that; the rest is NCI's.
  var carriedByHolders: [(holder: EntityID, amount: Amount)] = []
  /// A liability that became shares: what comes in without cash.
  var liability: Amount = .zero
  /// What outsiders paid or were paid, positive either way.
  var withOutsiders: Amount

  /// What came into the group from outside after costs and tax, cash or not; negative where it went out.
  var cameIn: Amount { ofHolders.reduce(ofEntity) { $0 + $1.amount } }

  /// New shares: each receiver pays the subsidiary, which bears the costs.
  static func issue(_ amounts: EventAmounts, _ accounts: GroupAccounts) -> Movement {
    let ownReceivers = amounts.lines.compactMap { line in
      line.event.to.flatMap { accounts.isInGroup($0) ? (holder: $0, amount: -line.amount) : nil }
    }
    let inside = ownReceivers.reduce(Amount.zero) { $0 + $1.amount }
    return Movement(
      ofEntity: amounts.consideration - amounts.costs, ofHolders: ownReceivers, withOutsiders: amounts.consideration + inside)
  }

  /// Existing shares change hands: sellers of the group receive, buyers of the group pay, and whoever of them comes first bears the costs.
  ///
  /// - Parameters:
  ///   - seller: who sells where a line does not say.
  ///   - buyer: who buys where a line does not say.
  static func transfer(_ amounts: EventAmounts, _ accounts: GroupAccounts, seller: EntityID?, buyer: EntityID?) -> Movement {
    var ofHolders: [(holder: EntityID, amount: Amount)] = []
    var withOutsiders = Amount.zero
    for line in amounts.lines {
      let inside = [(line.event.from ?? seller, line.amount), (line.event.to ?? buyer, -line.amount)].compactMap { holder, amount in
        holder.flatMap { accounts.isInGroup($0) ? (holder: $0, amount: amount) : nil }
      }
      ofHolders += inside
      if inside.count == 1 { withOutsiders += line.amount }
    }
    if let bearer = ofHolders.first?.holder ?? accounts.entities.parent, amounts.costs.sign != 0 {
      ofHolders.append((holder: bearer, amount: -amounts.costs))
    }
    return Movement(ofEntity: .zero, ofHolders: ofHolders, withOutsiders: withOutsiders)
  }

  /// The subsidiary buys its own shares and bears the costs; a seller of the group receives what it pays.
  static func buyback(_ amounts: EventAmounts, _ accounts: GroupAccounts) -> Movement {
    let ownSellers = amounts.lines.compactMap { line in
      line.event.from.flatMap { accounts.isInGroup($0) ? (holder: $0, amount: line.amount) : nil }
    }
    let inside = ownSellers.reduce(Amount.zero) { $0 + $1.amount }
    return Movement(
      ofEntity: -amounts.consideration - amounts.costs, ofHolders: ownSellers, withOutsiders: amounts.consideration - inside)
  }
}
