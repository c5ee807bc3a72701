/// The group loses control of a subsidiary, by a sale, by dilution, or by a lapse: a gain or loss, the retained interest at fair value.
///
/// The equity entry is refused: net assets, goodwill and non-controlling interests leave the group as they stand immediately before, the
/// owners' part of translation and hedging reserves goes to profit or loss, and nothing of NCI's does. Money that a diluting issue brings
/// into the former subsidiary never enters the group, nor do the costs that it bears. The gain is before tax.
///
/// Formula: gain = K − costs + R − (NA + goodwill − NCI) + reserves recycled; of it due to the retained interest
/// R − r ÷ p₀ × (NA + goodwill − NCI).
///
/// Example: 60 % sold for 800, NA 1,000, goodwill 100, NCI 400, the owners' translation reserve 36: gain 136.
///
/// Cites: IAS 27 (2008).34-37, from 2013 IFRS 10.25, B97-B99; IAS 21.48, 48B.
enum LossOfControl: TreatmentRule {
  static let id = "loss-of-control"

  static func fits(_ event: EquityEvent) -> Bool { event.losesControl || event.kind == .lapse }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
    var transaction = EquityTransaction(event, accounts)
    transaction.readRegisters(accounts)
    fill(&transaction, accounts, earlier)
    Workings.write(&transaction, accounts)
    return transaction
  }

  private static func fill(_ transaction: inout EquityTransaction, _ accounts: GroupAccounts, _ earlier: [EquityTransaction]) {
    let event = transaction.event
    if let (reason, remedy) = event.reasonNotToTreat(accounts) { return transaction.stop(reason, remedy) }
    if let doubt = event.contradiction(accounts) { return transaction.stop(doubt) }
    guard event.losesControl else {
      return transaction.stop(
        "a lapse is the end of control, and its line says that control is kept",
        "write `no` under `control after`, or take the line out where control did not end")
    }
    let amounts: EventAmounts
    do throws(EventAmounts.Missing) {
      amounts = try EventAmounts(event, accounts, needsConsideration: event.kind == .sale)
    } catch { return transaction.explain(error) }
    transaction.rate = amounts.rate
    transaction.costs = costs(event, amounts)
    let before: CarryingAmountsBefore
    do throws(CarryingAmountsBefore.Missing) {
      before = try CarryingAmountsBefore(event, accounts, after: earlier)
    } catch { return transaction.explain(error, accounts) }
    guard let position = before.position, let netAssets = before.netAssets else { return transaction.explainMissingPosition(accounts) }
    let received = received(amounts, accounts)
    transaction.consideration = received
    transaction.netAssetsDate = position.fact.period.end
    transaction.netAssetsRate = before.rate
    transaction.proceedsTakenOut = position.proceedsTakenOut
    transaction.carriedForward = position.causes.map { EquityTransaction.Step(label: $0.label, amount: $0.amount, place: $0.place) }
    transaction.netAssetsBefore = netAssets
    transaction.goodwillBefore = before.goodwill
    transaction.goodwillOfOwnersBefore = before.goodwillOfOwners
    guard transaction.standard != .beforeRevision else {
      return transaction.stop(
        "the annual period began before 1 July 2009: IAS 27 (2003) measures what is kept at its carrying amount, by the entity's policy",
        "account for it by the policy that was applied then")
    }
    guard !sellsMoreThanIsHeld(transaction) else {
      return transaction.stop(transaction.registerDoubt(accounts))
    }
    guard before.rate == nil || accounts.carriesTranslation(event) else {
      return transaction.stop(
        "its accounts are in another currency, and the translation reserve accumulated on it, of which the owners' part goes to profit or loss (IAS 21.48), is not on file in \(code: accounts.presentationCurrency?.code ?? "the reports' currency")",
        "add its `translation reserve` in the reports' currency, at the date of the position; 0 where there is none")
    }
    guard let nci = nci(&transaction, accounts, before, netAssets) else { return }
    guard let retained = retained(&transaction, amounts, accounts) else { return }
    finish(&transaction, accounts, before, earlier, nci: nci, netAssets, received: received, retained: retained)
    transaction.linked = linkedDisposals(event, earlier)
  }

  /// Whether the register has too few shares for what the line moves.
  private static func sellsMoreThanIsHeld(_ transaction: EquityTransaction) -> Bool {
    transaction.event.kind != .lapse && transaction.sharesBefore != nil && transaction.registerAfter == nil
      && transaction.event.movements.allSatisfy { $0.shares != nil }
  }

  /// What the group received for shares of its own: of an issue nothing, for its money never enters the group.
  private static func received(_ amounts: EventAmounts, _ accounts: GroupAccounts) -> Amount {
    amounts.lines.reduce(.zero) { sum, line in
      switch line.event.kind {
      case .sale, .lapse: sum + line.amount
      case .buyback: line.event.from.map(accounts.isInGroup) == true ? sum + line.amount : sum
      case .issue, .rights, .exercise, .conversion, .purchase: sum
      }
    }
  }

  /// The costs that the group bears: not those of an issue or a buy-back, which the former subsidiary bears, and no tax, which is an
  /// expense of its own.
  private static func costs(_ event: EquityEvent, _ amounts: EventAmounts) -> Amount {
    event.movesNetAssets ? .zero : amounts.costs - amounts.tax
  }

  /// The carrying amount of NCI that leaves: as a file gives it, else by the policy.
  private static func nci(
    _ transaction: inout EquityTransaction, _ accounts: GroupAccounts, _ before: CarryingAmountsBefore, _ netAssets: Amount
  ) -> Amount? {
    let byPolicy = transaction.interestBefore.flatMap { interest -> Amount? in
      let relative = RelativeInterests(
        policy: transaction.policy, isSale: false, isPurchase: false, interestBefore: interest, interestAfter: interest,
        netAssetsBefore: netAssets.ratio, netAssetsAfter: netAssets.ratio, carriedApart: .zero, carriedInNCI: .zero,
        goodwill: before.goodwill.ratio,
        goodwillOfOwners: before.goodwillOfOwners?.ratio)
      // Rounded to the cent: the carrying amount in the books.
      return relative.nciBefore.flatMap { Amount($0, roundedTo: 2) }
    }
    if let given = before.nci {
      transaction.nciPlace = given.fact.provenance.place
      transaction.nciByPolicy = byPolicy
      transaction.nciTolerance = given.fact.interval.tolerance + (before.position?.fact.interval.tolerance ?? .zero)
    } else if byPolicy == nil {
      if transaction.interestBefore == nil,
        accounts.ownership.mayHaveLostControl(of: transaction.event.entity, by: .before(transaction.event))
      {
        transaction.explainMissingInterest(accounts)
        return nil
      }
      transaction.stop(
        transaction.interestBefore == nil
          ? "the carrying amount of non-controlling interests is not known: no register of that day or earlier reaches the parent"
          : "the goodwill on file is not divided between owners and non-controlling interests",
        transaction.interestBefore == nil
          ? "add the holdings of every company between the parent and this one, or the subsidiary's `non-controlling interests`"
          : "add `goodwill attributable to owners` and `goodwill attributable to nci`, or the subsidiary's `non-controlling interests`")
    }
    let nci = before.nci?.amount ?? byPolicy
    transaction.nciBefore = nci
    return nci
  }

  /// The fair value of what is kept: nil (zero) where nothing is, asked for where something is.
  private static func retained(_ transaction: inout EquityTransaction, _ amounts: EventAmounts, _ accounts: GroupAccounts) -> Amount? {
    transaction.retainedInterest = transaction.interestAfter
    if transaction.event.kind == .lapse, transaction.registerAfter.map({ holdsNoShares($0, accounts) }) == true {
      transaction.retainedInterest = .zero
      transaction.interestAfter = .zero
    }
    if let given = amounts.retainedFairValue {
      transaction.retainedFairValue = given
      return given
    }
    if transaction.retainedInterest?.isZero == true {
      transaction.retainedFairValue = .zero
      return .zero
    }
    transaction.stop(
      transaction.retainedInterest == nil
        ? "how much the group keeps is not known, and its fair value is not given"
        : "the group keeps an interest, and its fair value at the date when control is lost is not given",
      "fill in `retained fair value`, in units of the event's currency; 0 where nothing is kept")
    return nil
  }

  /// Whether the group has no shares of a company that it controlled by contract.
  private static func holdsNoShares(_ register: ShareRegister, _ accounts: GroupAccounts) -> Bool {
    !register.lines.contains { $0.kind == .equity && accounts.isInGroup($0.holder) }
  }

  private static func finish(
    _ transaction: inout EquityTransaction, _ accounts: GroupAccounts, _ before: CarryingAmountsBefore, _ earlier: [EquityTransaction],
    nci: Amount, _ netAssets: Amount, received: Amount, retained: Amount
  ) {
    let reserves = Reserves(transaction.event, accounts, transaction.interestBefore ?? .zero, before, after: earlier)
    guard transaction.interestBefore != nil || before.nci != nil else { return }
    transaction.recycled = reserves.recycled
    let recycled = transaction.recycled.reduce(Amount.zero) { $0 + $1.amount }
    let carrying = netAssets + before.goodwill - nci
    let gain = received - transaction.costs + retained - carrying + recycled
    transaction.treatment = .lossOfControl
    transaction.nciAfter = .zero
    transaction.nciAdjustment = -nci
    transaction.goodwillAdjustment = -before.goodwill
    transaction.gainOrLoss = gain
    transaction.cameIn = received - transaction.costs
    if let held = transaction.interestBefore, !held.isZero, let kept = transaction.retainedInterest {
      // Rounded once: a disclosure (IFRS 12.19(a)).
      transaction.gainOnRetained =
        kept.isZero ? .zero : Amount(retained.ratio - carrying.ratio * kept / held, roundedTo: 2)
    }
    var entry = [
      EquityTransaction.EntryLine(account: .cash, amount: received - transaction.costs),
      EquityTransaction.EntryLine(account: .retainedInterest, amount: retained),
      EquityTransaction.EntryLine(account: .nonControllingInterests, amount: nci),
      EquityTransaction.EntryLine(account: .netAssets, amount: -netAssets),
      EquityTransaction.EntryLine(account: .goodwill, amount: -before.goodwill),
    ]
    entry += transaction.recycled.map { EquityTransaction.EntryLine(account: .reserve($0.item), amount: $0.amount) }
    entry.append(EquityTransaction.EntryLine(account: .profitOrLoss, amount: -gain))
    transaction.entry = entry.filter { $0.amount.sign != 0 || $0.account == .profitOrLoss }
  }

  /// Disposals of the twelve months before, which may be one transaction with this one (IFRS 10.B97, IAS 27 (2008).33).
  private static func linkedDisposals(_ event: EquityEvent, _ earlier: [EquityTransaction]) -> [EquityTransaction.LinkedDisposal] {
    return earlier.compactMap { transaction in
      guard transaction.event.date.adding(months: 12) >= event.date, transaction.treatment == .equityTransaction,
        let owners = transaction.ownersAdjustment,
        let before = transaction.interestBefore, let after = transaction.interestAfter, after < before
      else { return nil }
      return EquityTransaction.LinkedDisposal(
        name: transaction.event.name, date: transaction.event.date, ownersAdjustment: owners, tax: transaction.tax)
    }
  }
}
