/// The one way from an event by which control is kept to its entry: what every such treatment shares.
///
/// The guards stand in the order in which an accountant asks: the amounts, the net assets, the standard, control, the parent, puts, the
/// interests, the policy. What is missing is named, and what is known up to there stays on the transaction.
/// Formula: change of owners' equity = what came in − change of NCI, to the cent. Cites: IAS 27 (2008).30-31, IFRS 10.23 and B96.
struct ChangeOfInterest {
  /// What kind of movement an event is.
  struct Kind {
    /// Whether existing shares go to outsiders.
    var isSale = false
    /// Whether existing shares come from outsiders.
    var isPurchase = false
    /// Whether there is nothing to treat without a consideration.
    var needsConsideration = true
    /// Whether a majority that is kept bounds the effect where the shares in issue are not known.
    var isBounded = false
  }

  /// Why a movement cannot be told from an event.
  struct NotTold: Error {
    let reason: Text
    let remedy: Text
  }

  /// An event's line says what moves; nothing else is asked of a treatment.
  typealias Mover = (EventAmounts, CarryingAmountsBefore) throws(NotTold) -> Movement

  private let event: EquityEvent
  private let accounts: GroupAccounts
  private let kind: Kind
  private var transaction: EquityTransaction
  private let earlier: [EquityTransaction]

  /// What becomes of `event`.
  ///
  /// - Parameters:
  ///   - earlier: the completed transactions of the same subsidiary before it.
  ///   - mover: what it moves.
  static func treat(
    _ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction], _ kind: Kind, _ mover: Mover
  ) -> EquityTransaction {
    var change = ChangeOfInterest(event, accounts, kind, after: earlier)
    change.fill(mover)
    Workings.write(&change.transaction, accounts)
    return change.transaction
  }

  private init(_ event: EquityEvent, _ accounts: GroupAccounts, _ kind: Kind, after earlier: [EquityTransaction]) {
    self.event = event
    self.earlier = earlier
    self.accounts = accounts
    self.kind = kind
    transaction = EquityTransaction(event, accounts)
    transaction.readRegisters(accounts)
  }

  private mutating func fill(_ mover: Mover) {
    if let (reason, remedy) = event.reasonNotToTreat(accounts) { return transaction.stop(reason, remedy) }
    if let doubt = event.contradiction(accounts) { return transaction.stop(doubt) }
    let amounts: EventAmounts
    do throws(EventAmounts.Missing) {
      amounts = try EventAmounts(event, accounts, needsConsideration: kind.needsConsideration)
    } catch { return transaction.explain(error) }
    transaction.rate = amounts.rate
    transaction.costs = amounts.costs
    transaction.tax = amounts.tax
    let before: CarryingAmountsBefore
    do throws(CarryingAmountsBefore.Missing) {
      before = try CarryingAmountsBefore(event, accounts, after: earlier)
    } catch { return transaction.explain(error, accounts) }
    let movement: Movement
    do throws(NotTold) { movement = try mover(amounts, before) } catch {
      return transaction.stop(error.reason, error.remedy)
    }
    transaction.consideration = movement.withOutsiders
    guard before.netAssets != nil || before.nci != nil && kind.isPurchase else { return transaction.explainMissingPosition(accounts) }
    note(before, movement)
    guard isTreatable(movement) else { return }
    guard let interestBefore = transaction.interestBefore else {
      return transaction.explainMissingInterest(accounts)
    }
    guard let interestAfter = transaction.interestAfter else {
      transaction.goodwillAdjustment = transaction.controlIsKept == true ? .zero : nil
      transaction.gainOrLoss = transaction.controlIsKept == true ? .zero : nil
      transaction.stop(transaction.registerDoubt(accounts))
      if kind.isBounded, movement.ofHolders.isEmpty { transaction.bounds = bounds(interestBefore, before, movement) }
      return
    }
    guard transaction.controlIsKept != nil else {
      return transaction.stop(
        "the group is left with at most one half of the votes, and no file says whether control is kept",
        "write `yes` or `no` under `control after`")
    }
    finish(interestBefore, interestAfter, before, movement)
  }

  /// Writes down what is carried before, with how it came about.
  private mutating func note(_ before: CarryingAmountsBefore, _ movement: Movement) {
    transaction.netAssetsDate = before.position?.fact.period.end
    transaction.netAssetsRate = before.rate
    transaction.proceedsTakenOut = before.position?.proceedsTakenOut
    transaction.carriedForward = (before.position?.causes ?? []).map {
      EquityTransaction.Step(label: $0.label, amount: $0.amount, place: $0.place)
    }
    transaction.netAssetsBefore = before.netAssets
    transaction.netAssetsAfter = before.netAssets.map { $0 + movement.ofEntity }
    transaction.goodwillBefore = before.goodwill
    transaction.goodwillOfOwnersBefore = before.goodwillOfOwners
    let carried = Amount(carriedInNCI(movement), roundedTo: 2) ?? .zero
    transaction.carriedInNCI = carried.sign == 0 ? nil : carried
    transaction.cameIn = movement.cameIn
    guard let interest = transaction.interestBefore else { return }
    let byPolicy = relative(transaction.policy, interest, interest, before, movement).nciBefore
    // The first of the two roundings to the cent: the carrying amount in the books.
    transaction.nciBefore = before.nci?.amount ?? byPolicy.flatMap { Amount($0, roundedTo: 2) }
    guard let nci = before.nci else { return }
    transaction.nciPlace = nci.fact.provenance.place
    transaction.nciByPolicy = byPolicy.flatMap { Amount($0, roundedTo: 2) }
    let ofNetAssets = before.position?.fact.interval.tolerance ?? .zero
    transaction.nciTolerance = nci.fact.interval.tolerance + ofNetAssets
  }

  /// The guards that need no figures; a reason stands on the transaction where one fails.
  private mutating func isTreatable(_ movement: Movement) -> Bool {
    if transaction.standard == .beforeRevision {
      transaction.stop(
        "the annual period began before 1 July 2009: IAS 27 (2003) leaves the treatment to the entity's policy, and no file says what it is",
        "account for it by the policy that was applied then")
      return false
    }
    guard accounts.entities.parent != nil else {
      transaction.stop(
        "no entity is known to be the parent, so nobody's interest can be computed", "give one entity the role `parent` in an entities file"
      )
      return false
    }
    if event.mentionsPut {
      transaction.stop(
        "judgement required: its line speaks of a put over the shares, which is a liability at the present value of what may have to be paid (IAS 32.23), and whether NCI stay recognised is not settled",
        "decide on the put's accounting, and take its mention out of `note` when the entry is to be computed without it")
      return false
    }
    for (holder, _) in movement.ofHolders + movement.carriedByHolders where interest(of: holder) == nil {
      transaction.stop(
        "the owners' interest in \(quoted: accounts.entities[holder]), which pays or receives, is not known",
        "add the holdings of every company between the parent and that one")
      return false
    }
    return true
  }

  private func interest(of holder: EntityID) -> Ratio? { accounts.ownership.effectiveInterest(in: holder, at: .before(event)) }

  private func relative(
    _ policy: NCIPolicy, _ interestBefore: Ratio, _ interestAfter: Ratio, _ before: CarryingAmountsBefore, _ movement: Movement
  ) -> RelativeInterests {
    RelativeInterests(
      policy: policy, isSale: kind.isSale, isPurchase: kind.isPurchase && interestAfter > interestBefore, interestBefore: interestBefore,
      interestAfter: interestAfter, netAssetsBefore: before.netAssets?.ratio,
      netAssetsAfter: before.netAssets.map { ($0 + movement.ofEntity).ratio }, carriedApart: movement.carriedApart.ratio,
      carriedInNCI: carriedInNCI(movement),
      goodwill: before.goodwill.ratio, goodwillOfOwners: before.goodwillOfOwners?.ratio)
  }

  /// Of what is carried apart, NCI's part: all of it but what the owners have through companies of the group.
  private func carriedInNCI(_ movement: Movement) -> Ratio {
    movement.carriedByHolders.reduce(movement.carriedApart.ratio) { $0 - (interest(of: $1.holder) ?? .zero) * $1.amount.ratio }
  }

  /// What NCI gain: their part of the subsidiary, and of what partly held companies of the group paid or received.
  private func nciChange(_ relative: RelativeInterests, _ before: CarryingAmountsBefore, _ movement: Movement) -> Ratio? {
    let carried = before.nci?.amount.ratio ?? relative.nciBefore
    guard let change = relative.nciChange(carried: carried) else { return nil }
    return movement.ofHolders.reduce(change) { sum, holder in
      sum + (Ratio.one - (interest(of: holder.holder) ?? .one)) * holder.amount.ratio
    }
  }

  private mutating func finish(
    _ interestBefore: Ratio, _ interestAfter: Ratio, _ before: CarryingAmountsBefore, _ movement: Movement
  ) {
    let relative = relative(transaction.policy, interestBefore, interestAfter, before, movement)
    guard let exactChange = nciChange(relative, before, movement) else {
      return transaction.stop(
        before.goodwillOfOwners == nil
          ? "the goodwill on file is not divided between owners and non-controlling interests, and policy \(code: transaction.policy.letter) moves the owners' part"
          : "the carrying amount of non-controlling interests is not known",
        before.goodwillOfOwners == nil
          ? "add `goodwill attributable to owners` and `goodwill attributable to nci`"
          : "add the subsidiary's net assets, or its `non-controlling interests`")
    }
    let exactBefore = before.nci?.amount.ratio ?? relative.nciBefore
    // The second rounding to the cent; owners take the difference (B96), so that the entry balances.
    if let exactBefore, let nciBefore = transaction.nciBefore {
      guard let nciAfter = Amount(exactBefore + exactChange, roundedTo: 2) else { return tooLarge() }
      transaction.nciAfter = nciAfter
      transaction.nciAdjustment = nciAfter - nciBefore
    } else {
      transaction.nciAdjustment = Amount(exactChange, roundedTo: 2)
    }
    guard let nciChange = transaction.nciAdjustment else { return tooLarge() }
    let owners = movement.cameIn - nciChange
    transaction.ownersAdjustment = owners
    transaction.goodwillHandedOver = relative.goodwillHandedOver.flatMap { Amount($0, roundedTo: 2) }
    transaction.goodwillAdjustment = .zero
    transaction.gainOrLoss = .zero
    transaction.treatment = .equityTransaction
    transaction.reservesReattributed = Reserves(event, accounts, interestBefore, before, after: earlier)
      .reattributed(from: interestBefore, to: interestAfter)
    transaction.entry = entry(movement, nciChange, owners)
    addAlternatives(interestBefore, interestAfter, before, movement)
  }

  private mutating func tooLarge() {
    transaction.stop("the amounts are beyond what can be held exactly", "check the amounts of the event and the position")
  }

  private func entry(_ movement: Movement, _ nciChange: Amount, _ owners: Amount) -> [EquityTransaction.EntryLine] {
    let reserves = transaction.reservesReattributed
    let moved = reserves.reduce(Amount.zero) { $0 + $1.amount }
    var lines = [EquityTransaction.EntryLine(account: .cash, amount: movement.cameIn - movement.liability)]
    if movement.liability.sign != 0 { lines.append(EquityTransaction.EntryLine(account: .liability, amount: movement.liability)) }
    lines.append(EquityTransaction.EntryLine(account: .nonControllingInterests, amount: -nciChange))
    lines += reserves.map { EquityTransaction.EntryLine(account: .reserve($0.item), amount: -$0.amount) }
    lines.append(EquityTransaction.EntryLine(account: .ownersReserve, amount: moved - owners))
    return lines
  }

  /// What each policy would give, where none was chosen and goodwill makes them differ.
  private mutating func addAlternatives(
    _ interestBefore: Ratio, _ interestAfter: Ratio, _ before: CarryingAmountsBefore, _ movement: Movement
  ) {
    guard transaction.policyIsAssumed, before.goodwill.sign != 0 else { return }
    transaction.alternatives = NCIPolicy.allCases.compactMap { policy in
      let relative = relative(policy, interestBefore, interestAfter, before, movement)
      guard let change = nciChange(relative, before, movement).flatMap({ Amount($0, roundedTo: 2) }) else { return nil }
      return EquityTransaction.Alternative(policy: policy, nciAdjustment: change, ownersAdjustment: movement.cameIn - change)
    }
  }

  // MARK: What is missing

  /// The effect on equity at either edge of a kept majority, where only percentages are known and an outsider takes the shares.
  ///
  /// The group's votes fall from what they are towards one half; the effect is linear in them, so it lies between the edges.
  private func bounds(_ interestBefore: Ratio, _ before: CarryingAmountsBefore, _ movement: Movement) -> [EquityTransaction.Bound] {
    guard transaction.controlIsKept != false, let register = transaction.registerBefore, let votes = accounts.votes(register),
      votes > .oneHalf
    else { return [] }
    func bound(_ description: Text, votesAfter: Ratio) -> EquityTransaction.Bound? {
      let after = interestBefore * votesAfter / votes
      let relative = relative(transaction.policy, interestBefore, after, before, movement)
      guard let change = nciChange(relative, before, movement).flatMap({ Amount($0, roundedTo: 2) }) else { return nil }
      return EquityTransaction.Bound(
        description: description, interestAfter: after, isLimit: true, ownersAdjustment: movement.cameIn - change, nciAdjustment: change)
    }
    return [
      bound("if the issue takes the group down to one half of the shares", votesAfter: .oneHalf),
      bound("if the issue hardly dilutes", votesAfter: votes),
    ].compactMap { $0 }
  }
}
