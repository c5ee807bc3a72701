/// How a change of ownership is accounted for.
public enum Treatment: String, Hashable, Sendable {
  /// Control is kept: equity moves between owners and non-controlling interests, nothing else does.
  case equityTransaction = "equity transaction"
  /// Control is lost: a gain or loss, the retained interest at fair value.
  case lossOfControl = "loss of control"
  /// Something is missing; the reason says what.
  case notDeterminable = "not determinable"
}

/// What a treatment makes of one event: the figures, how they came about, and the proofs.
///
/// Units: units of the presentation currency, to the cent. Non-controlling interests are rounded to the cent, half away from zero, and
/// owners take the difference, as IFRS 10.B96 words it; so the identity and the journal entry balance exactly.
/// Sign: equity and NCI credits positive.
public struct EquityTransaction: Hashable, Sendable {
  /// The event; where it has several lines, the first.
  public var event: EquityEvent
  /// What it is.
  public var treatment: Treatment
  /// Whether control is kept, which is known even where the figures are not.
  public var controlIsKept: Bool?
  /// Which standard applied on the day.
  public var standard: Standard
  /// How non-controlling interests are measured.
  public var policy: NCIPolicy
  /// Whether the policy is the one taken where none is given.
  public var policyIsAssumed: Bool
  /// The presentation currency, where known.
  public var currency: Currency?
  /// The rate at which the event's amounts were translated; nil where none was needed.
  public var rate: Rate?
  /// The owners' effective interest immediately before, of 1.
  public var interestBefore: Ratio?
  /// The owners' effective interest immediately after.
  public var interestAfter: Ratio?
  /// The group's votes immediately after: the fraction of the shares that the parent and its subsidiaries hold.
  public var votesAfter: Ratio?
  /// Who holds the subsidiary immediately before.
  public var registerBefore: ShareRegister?
  /// Who holds it immediately after, where that can be told.
  public var registerAfter: ShareRegister?
  /// Shares in issue before, where the register counts them.
  public var sharesBefore: Ratio?
  /// Shares in issue after.
  public var sharesAfter: Ratio?
  /// The date of the net assets used.
  public var netAssetsDate: CalendarDate?
  /// The rate at which they were translated; nil where none was needed.
  public var netAssetsRate: Rate?
  /// What the position of the event's own day had of its money already, taken out again; in the subsidiary's currency.
  public var proceedsTakenOut: Amount?
  /// What carried the position forward to the event, in the subsidiary's currency.
  public var carriedForward: [Step]
  /// The subsidiary's net assets immediately before, all of them (100 %).
  public var netAssetsBefore: Amount?
  /// What was paid from outside the group, or to it, at fair value; positive either way.
  public var consideration: Amount?
  /// Costs and tax taken to equity.
  public var costs: Amount
  /// The tax in `costs`.
  public var tax: Amount
  /// What came into the group from outside after costs and tax, cash or not: what owners and NCI gain together.
  public var cameIn: Amount?
  /// Net assets immediately after.
  public var netAssetsAfter: Amount?
  /// Carrying amount of non-controlling interests before.
  public var nciBefore: Amount?
  /// Where a file gives that carrying amount; nil where the policy gives it.
  public var nciPlace: Place?
  /// What the policy makes of that carrying amount, where a file gives it and the policy can be computed.
  public var nciByPolicy: Amount?
  /// How far the two may lie apart by rounding.
  public var nciTolerance: Amount?
  /// What non-controlling interests carry by themselves before the event: a converted instrument or a reserve (IAS 32.31, IFRS 2.10).
  public var carriedInNCI: Amount?
  /// Accumulated reserves of the owners that move with the interest: positive where owners gain (IAS 21.48C).
  public var reservesReattributed: [ReserveMovement]
  /// Carrying amount of non-controlling interests after.
  public var nciAfter: Amount?
  /// Change in the carrying amount of non-controlling interests.
  public var nciAdjustment: Amount?
  /// Change in equity attributable to owners.
  public var ownersAdjustment: Amount?
  /// Goodwill on file immediately before, owners' and NCI's together.
  public var goodwillBefore: Amount?
  /// The owners' part of the goodwill before, where the split is known.
  public var goodwillOfOwnersBefore: Amount?
  /// How much of the owners' goodwill goes over to non-controlling interests by the policy; in total goodwill does not move.
  public var goodwillHandedOver: Amount?
  /// Change in goodwill: nil (zero) in an equity transaction.
  public var goodwillAdjustment: Amount?
  /// Gain or loss in profit or loss: nil (zero) in an equity transaction.
  public var gainOrLoss: Amount?
  /// The interest that the group keeps when control is lost, of 1; its fair value is in the event's line.
  public var retainedInterest: Ratio?
  /// Fair value of that interest, in the presentation currency.
  public var retainedFairValue: Amount?
  /// What is recycled to profit or loss when control is lost: the owners' part of reserves.
  public var recycled: [ReserveMovement]
  /// Of the gain or loss, the part due to measuring the retained interest at fair value (IFRS 12.19(a)).
  public var gainOnRetained: Amount?
  /// Earlier disposals within twelve months, which may be one transaction with this one (IFRS 10.B97).
  public var linked: [LinkedDisposal]
  /// Why it cannot be determined.
  public var reason: Text?
  /// What would settle it.
  public var remedy: Text?
  /// The cell that a person should look at first, where one is in doubt; with what stands there and what could.
  public var doubtfulPlace: Place?
  /// What stands there.
  public var found: String?
  /// What could stand there.
  public var expected: String?
  /// Between what the effect lies, where control bounds it.
  public var bounds: [Bound]
  /// The calculation, line by line.
  public var workings: [Working]
  /// The entry on the consolidated level; none where the figures are not determined.
  public var entry: [EntryLine]
  /// What is proved about the result.
  public var proofs: [Proof]
  /// What each policy for NCI would give, where none is given and goodwill makes them differ.
  public var alternatives: [Alternative]

  /// One step by which a figure was carried forward.
  public struct Step: Hashable, Sendable {
    /// What it is.
    public var label: Text
    /// How much.
    public var amount: Amount
    /// Where it stands.
    public var place: Place?
  }

  /// A reserve that moves, or is recycled.
  public struct ReserveMovement: Hashable, Sendable {
    /// Which: `translation-reserve`, say.
    public var item: ItemID
    /// All of it before, attributed to owners.
    public var ofOwnersBefore: Amount
    /// How much moves. Sign: positive where owners' reserve grows, or where profit or loss gains.
    public var amount: Amount
    /// How the owners' part came about.
    public var basis: Text
    /// Where the figure stands.
    public var place: Place?
  }

  /// An earlier disposal that may be one transaction with this one.
  public struct LinkedDisposal: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its date.
    public var date: CalendarDate
    /// What it took to owners' equity, standing alone.
    public var ownersAdjustment: Amount
    /// The tax that was taken to equity with it, positive: of one transaction it would be a tax charge, and no part of the gain.
    public var tax: Amount
  }

  /// The gain or loss if the earlier disposals are one transaction with this one (IFRS 10.B97); nil where there are none.
  public var gainOrLossIfLinked: Amount? {
    guard let gainOrLoss, !linked.isEmpty else { return nil }
    return linked.reduce(gainOrLoss) { $0 + $1.ownersAdjustment + $1.tax }
  }

  /// An edge of what is possible.
  public struct Bound: Hashable, Sendable {
    /// Which edge.
    public var description: Text
    /// The owners' interest there.
    public var interestAfter: Ratio
    /// Whether the edge itself is out of reach.
    public var isLimit: Bool
    /// Change in equity attributable to owners there.
    public var ownersAdjustment: Amount
    /// Change in non-controlling interests there.
    public var nciAdjustment: Amount
  }

  /// A line of the entry. Sign: debit positive, credit negative.
  public struct EntryLine: Hashable, Sendable {
    /// What is debited or credited.
    public enum Account: Hashable, Sendable {
      /// Cash and other value from outside the group, net of costs and tax.
      case cash
      /// A liability that became shares.
      case liability
      /// Net assets of a former subsidiary, without goodwill.
      case netAssets
      /// The interest kept in a former subsidiary.
      case retainedInterest
      /// A reserve of the owners that moves with the interest, or is recycled.
      case reserve(ItemID)
      /// Carrying amount of non-controlling interests.
      case nonControllingInterests
      /// The reserve in owners' equity that takes the difference.
      case ownersReserve
      /// Goodwill, in total.
      case goodwill
      /// Profit or loss.
      case profitOrLoss
    }

    /// What is debited or credited.
    public var account: Account
    /// Debit positive, credit negative.
    public var amount: Amount
  }

  /// What another policy for NCI would give.
  public struct Alternative: Hashable, Sendable {
    /// The policy.
    public var policy: NCIPolicy
    /// Change of NCI under it.
    public var nciAdjustment: Amount
    /// Change of owners' equity under it.
    public var ownersAdjustment: Amount
  }

  /// A line of the calculation.
  public struct Working: Hashable, Sendable {
    /// What the line is.
    public var label: Text
    /// How it comes about, in figures.
    public var formula: Text
    /// The result as shown.
    public var result: Text
    /// Where its source stands.
    public var place: Place?
  }

  /// A statement that must hold.
  public struct Proof: Hashable, Sendable {
    /// The statement.
    public var statement: Text
    /// The figures that show it.
    public var shown: Text
    /// Whether it holds.
    public var holds: Bool
  }

  /// A transaction of which nothing is computed yet.
  public init(event: EquityEvent, standard: Standard, policy: NCIPolicy, policyIsAssumed: Bool, currency: Currency?) {
    self.event = event
    self.standard = standard
    self.policy = policy
    self.policyIsAssumed = policyIsAssumed
    self.currency = currency
    treatment = .notDeterminable
    costs = .zero
    tax = .zero
    carriedForward = []
    reservesReattributed = []
    recycled = []
    linked = []
    bounds = []
    workings = []
    entry = []
    alternatives = []
    proofs = []
  }
}
