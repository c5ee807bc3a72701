/// A subsidiary issues new shares and control is kept: a deemed disposal, accounted for as an equity transaction.
///
/// The money goes into the subsidiary, so its net assets grow **before** the new share of non-controlling interests is taken.
/// Formula (DOMAIN 1.4 E3): NA₁ = NA₀ + C − T; NCI₁ = q₁ × NA₁ (policy A; with goodwill under the others, DOMAIN 1.3);
/// change of owners' equity = (C − T) − (NCI₁ − NCI₀). Example: 90 % of 1,000 shares, NA₀ (1,000), 250 shares issued for 600:
/// interest 72 %, NCI (100) → (112), owners +612 (DOMAIN X6).
/// Cites: IAS 27 (2008).30-31, from 2013 IFRS 10.23 and B96.
enum ShareIssue: TreatmentRule {
  static let id = "share-issue"

  static func fits(_ event: EquityEvent) -> Bool { event.kind == .issue }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts) -> EquityTransaction {
    var transaction = EquityTransaction(event, accounts)
    let before = accounts.ownership.register(of: event.entity, at: .before(event))
    transaction.interestBefore = accounts.ownership.effectiveInterest(in: event.entity, at: .before(event))
    transaction.registerBefore = before
    transaction.sharesBefore = before?.sharesInIssue
    if let register = before?.after(event, parent: accounts.entities.parent) {
      transaction.registerAfter = register
      transaction.sharesAfter = register.sharesInIssue
      transaction.votesAfter = accounts.votes(register)
      transaction.interestAfter = accounts.ownership.effectiveInterest(
        in: event.entity, at: .before(event), replacing: (event.entity, register))
    }
    transaction.controlIsKept = event.controlAfter ?? transaction.votesAfter.flatMap { $0 > .oneHalf ? true : nil }
    fill(&transaction, accounts)
    Workings.write(&transaction, accounts)
    return transaction
  }

  /// The guards, in the order of DOMAIN 1.12, and the figures behind them.
  private static func fill(_ transaction: inout EquityTransaction, _ accounts: GroupAccounts) {
    let event = transaction.event
    let amounts: EventAmounts
    let netAssets: NetAssetsBefore
    do throws(EventAmounts.Missing) {
      amounts = try EventAmounts(event, accounts)
    } catch {
      explain(error, &transaction)
      return
    }
    transaction.rate = amounts.rate
    let isIntragroup = event.to.map { accounts.isInGroup($0) } ?? false
    transaction.consideration = isIntragroup ? .zero : amounts.consideration
    transaction.costs = amounts.costs
    do throws(NetAssetsBefore.Missing) {
      netAssets = try NetAssetsBefore(event, accounts)
    } catch {
      explain(error, &transaction, accounts)
      return
    }
    transaction.netAssetsDate = netAssets.fact.period.end
    transaction.netAssetsRate = netAssets.rate
    transaction.proceedsTakenOut = netAssets.proceedsTakenOut
    transaction.netAssetsBefore = netAssets.amount
    transaction.netAssetsAfter = netAssets.amount + amounts.consideration - amounts.costs
    if let before = transaction.interestBefore {
      let nci = (Ratio.one - before) * netAssets.amount.ratio + goodwillOfNCI(transaction.policy, netAssets)
      // The first of the two roundings to the cent: the carrying amount in the books.
      transaction.nciBefore = Amount(nci, roundedTo: 2)
    }
    guard transaction.standard != .beforeRevision else {
      transaction.reason =
        "the annual period began before 1 July 2009: IAS 27 (2003) leaves the treatment to the entity's policy, and no file says what it is"
      transaction.remedy = "account for it by the policy that was applied then"
      return
    }
    guard transaction.controlIsKept != false else {
      transaction.reason = "control is lost, so this is no equity transaction; gains and losses on losing control are not yet treated"
      transaction.remedy = "account for it by \(code: transaction.standard.lossOfControl.text)"
      return
    }
    guard accounts.entities.parent != nil else {
      transaction.reason = "no entity is known to be the parent, so nobody's interest can be computed"
      transaction.remedy = "give one entity the role `parent` in an entities file"
      return
    }
    guard !isIntragroup || isWhollyOwned(event.to, transaction, accounts) else {
      transaction.reason = "a subsidiary that is itself partly held takes the shares, which is not yet treated"
      transaction.remedy = "account for it by hand for now"
      return
    }
    let partlyHeld = accounts.ownership.partlyHeldDescendants(of: event.entity, at: .before(event))
    guard partlyHeld.isEmpty else {
      transaction.reason =
        "it has subsidiaries that others hold a part of (\(quoted: accounts.entities[partlyHeld[0]].name)), which is not yet treated"
      transaction.remedy = "account for it by hand for now"
      return
    }
    guard let before = transaction.interestBefore else {
      transaction.reason = "the owners' interest before it is not known: no register of that day or earlier reaches the parent"
      transaction.remedy = "add the holdings of every company between the parent and this one"
      return
    }
    guard let after = transaction.interestAfter else {
      transaction.goodwillAdjustment = transaction.controlIsKept == true ? .zero : nil
      transaction.gainOrLoss = transaction.controlIsKept == true ? .zero : nil
      transaction.reason = missingShares(event)
      transaction.remedy = "give `shares` in place of `percent` on the row of each holder in the holdings file"
      if !isIntragroup {
        transaction.bounds = bounds(transaction, before: before, netAssets, cameIn: amounts.consideration - amounts.costs, accounts)
      }
      return
    }
    guard transaction.controlIsKept != nil else {
      transaction.reason = "the group is left with at most one half of the votes, and no file says whether control is kept"
      transaction.remedy = "write `yes` or `no` under `control after`"
      return
    }
    finish(&transaction, before: before, after: after, netAssets)
  }

  private static func finish(_ transaction: inout EquityTransaction, before: Ratio, after: Ratio, _ netAssets: NetAssetsBefore) {
    guard let netAssetsAfter = transaction.netAssetsAfter, let consideration = transaction.consideration,
      let nciBefore = transaction.nciBefore,
      // The second rounding to the cent; owners take the difference (B96), so that the entry balances.
      let nciAfter = Amount(
        nci(transaction.policy, before: before, after: after, netAssetsAfter.ratio, netAssets), roundedTo: 2)
    else {
      transaction.reason = "the amounts are beyond what can be held exactly"
      return
    }
    let cash = consideration - transaction.costs
    let owners = cash - (nciAfter - nciBefore)
    transaction.nciAfter = nciAfter
    transaction.ownersAdjustment = owners
    transaction.goodwillBefore = netAssets.goodwillOfOwners + netAssets.goodwillOfNCI
    transaction.goodwillAdjustment = .zero
    transaction.gainOrLoss = .zero
    transaction.treatment = .equityTransaction
    transaction.entry = [
      EquityTransaction.EntryLine(account: .cash, amount: cash),
      EquityTransaction.EntryLine(account: .nonControllingInterests, amount: -(nciAfter - nciBefore)),
      EquityTransaction.EntryLine(account: .ownersReserve, amount: -owners),
    ]
    guard transaction.policyIsAssumed, transaction.goodwillBefore?.sign != 0 else { return }
    transaction.alternatives = NCIPolicy.allCases.compactMap { policy in
      let change =
        nci(policy, before: before, after: after, netAssetsAfter.ratio, netAssets)
        - ((Ratio.one - before) * netAssets.amount.ratio + goodwillOfNCI(policy, netAssets))
      guard let nciChange = Amount(change, roundedTo: 2) else { return nil }
      return EquityTransaction.Alternative(policy: policy, nciAdjustment: nciChange, ownersAdjustment: cash - nciChange)
    }
  }

  private static func isWhollyOwned(_ receiver: EntityID?, _ transaction: EquityTransaction, _ accounts: GroupAccounts) -> Bool {
    guard let receiver else { return false }
    return accounts.ownership.effectiveInterest(in: receiver, at: .before(transaction.event)) == .one
  }

  private static func goodwillOfNCI(_ policy: NCIPolicy, _ netAssets: NetAssetsBefore) -> Ratio {
    switch policy {
    case .proportionate: .zero
    case .fullGoodwill, .fullGoodwillOwnShare, .proportionateWithGoodwill: netAssets.goodwillOfNCI.ratio
    }
  }

  /// Carrying amount of NCI after a dilution; B1 has no rule of its own for one and takes B2's (DOMAIN 1.3).
  private static func nci(_ policy: NCIPolicy, before: Ratio, after: Ratio, _ netAssetsAfter: Ratio, _ netAssets: NetAssetsBefore) -> Ratio
  {
    let share = (Ratio.one - after) * netAssetsAfter
    switch policy {
    case .proportionate: return share
    case .fullGoodwill, .fullGoodwillOwnShare, .proportionateWithGoodwill:
      let handedOver = before.isZero ? Ratio.zero : netAssets.goodwillOfOwners.ratio * (before - after) / before
      return share + netAssets.goodwillOfNCI.ratio + handedOver
    }
  }

  /// The effect on equity at either edge of a kept majority, where only percentages are known and an outsider takes the shares.
  ///
  /// The group's votes fall from what they are towards one half; the effect is linear in them, so it lies between the edges.
  private static func bounds(
    _ transaction: EquityTransaction, before: Ratio, _ netAssets: NetAssetsBefore, cameIn: Amount, _ accounts: GroupAccounts
  ) -> [EquityTransaction.Bound] {
    guard transaction.controlIsKept != false,
      let register = accounts.ownership.register(of: transaction.event.entity, at: .before(transaction.event)),
      let votes = accounts.votes(register), votes > .oneHalf, let netAssetsAfter = transaction.netAssetsAfter
    else { return [] }
    func bound(_ description: Text, votesAfter: Ratio, isLimit: Bool) -> EquityTransaction.Bound? {
      let after = before * votesAfter / votes
      let change =
        nci(transaction.policy, before: before, after: after, netAssetsAfter.ratio, netAssets)
        - ((Ratio.one - before) * netAssets.amount.ratio + goodwillOfNCI(transaction.policy, netAssets))
      guard let nciChange = Amount(change, roundedTo: 2) else { return nil }
      return EquityTransaction.Bound(
        description: description, interestAfter: after, isLimit: isLimit, ownersAdjustment: cameIn - nciChange, nciAdjustment: nciChange)
    }
    return [
      bound("if the issue takes the group down to one half of the shares", votesAfter: .oneHalf, isLimit: true),
      bound("if the issue hardly dilutes", votesAfter: votes, isLimit: true),
    ].compactMap { $0 }
  }

  private static func missingShares(_ event: EquityEvent) -> Text {
    if event.shares == nil { return "the number of shares issued is not given" }
    if event.to == nil { return "it is not said who receives the shares" }
    return "the number of shares in issue is not given, so the interest after the issue cannot be computed"
  }

  private static func explain(_ missing: EventAmounts.Missing, _ transaction: inout EquityTransaction) {
    switch missing {
    case .consideration:
      transaction.reason = "the consideration is not given, neither as an amount nor as shares and a price"
      transaction.remedy = "fill in `consideration`, or `shares` and `price`"
    case .currency:
      transaction.reason = "the presentation currency is not known: the statements use several, and no parent or setting gives it"
      transaction.remedy = "add `presentation currency` to a settings file"
    case .rate(let from, let to):
      transaction.reason = "no rate from \(code: from.code) to \(code: to.code) on \(transaction.event.date) is on file"
      transaction.remedy = "add the rate of that day"
    }
  }

  private static func explain(_ missing: NetAssetsBefore.Missing, _ transaction: inout EquityTransaction, _ accounts: GroupAccounts) {
    switch missing {
    case .netAssets:
      transaction.reason =
        "no net assets of \(quoted: accounts.entities[transaction.event.entity].name) on or before \(transaction.event.date) are on file"
      transaction.remedy = "add a statement of its position"
    case .rate(let from, let to):
      transaction.reason = "no closing rate from \(code: from.code) to \(code: to.code) for the net assets is on file"
      transaction.remedy = "add the rate of that day"
    }
  }
}

extension GroupAccounts {
  /// Whether an entity is the parent or a subsidiary.
  func isInGroup(_ entity: EntityID) -> Bool {
    switch entities[entity].role {
    case .parent, .subsidiary: true
    case .associate, .outside: false
    }
  }

  /// The fraction of the shares that the parent and its subsidiaries hold; nil where one of theirs is not known.
  func votes(_ register: ShareRegister) -> Ratio? {
    var sum = Ratio.zero
    for line in register.lines where line.kind == .equity && isInGroup(line.holder) {
      guard let fraction = register.fraction(of: line) else { return nil }
      sum += fraction
    }
    return sum
  }
}
