import DelimitedText

/// One thing that must hold in a group's accounts.
///
/// A check is one file, named for its id, and one line in `AllChecks`. It takes the group as a value and returns what it finds; it
/// reads nothing, prints nothing and stops nothing.
protocol Check: Sendable {
  /// Its id, in kebab case: the name of its file.
  static var id: String { get }
  /// What it finds.
  static func findings(in accounts: GroupAccounts) -> [Finding]
  /// What it finds of one entity, where its findings are of one at a time; else nil.
  static var ofEntity: (@Sendable (EntityID, GroupAccounts) -> [Finding])? { get }
}

extension Check {
  static var ofEntity: (@Sendable (EntityID, GroupAccounts) -> [Finding])? { nil }
}

/// A check whose findings are of one entity at a time.
protocol EntityCheck: Check {
  /// What it finds of one entity.
  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding]
}

extension EntityCheck {
  static var ofEntity: (@Sendable (EntityID, GroupAccounts) -> [Finding])? { { findings(of: $0, in: $1) } }

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.entities.ids.flatMap { findings(of: $0, in: accounts) }
  }
}

/// Every check, in the order in which a person would look.
enum AllChecks {
  static let list: [any Check.Type] = [
    DuplicateFact.self,
    Restated.self,
    HistoryDamaged.self,
    Balance.self,
    Footing.self,
    Subtotal.self,
    MissingFigure.self,
    CrossCast.self,
    TaxBridge.self,
    EffectiveTaxRate.self,
    Attribution.self,
    TrialBalance.self,
    RollForward.self,
    EquityMovement.self,
    DividendsCovered.self,
    OpeningBalance.self,
    PeriodGap.self,
    PeriodHeading.self,
    RepeatedColumn.self,
    PeriodLength.self,
    YearToDate.self,
    QuartersSum.self,
    MissingStatement.self,
    WrongEntity.self,
    OutsidePerimeter.self,
    YearEndApart.self,
    Sign.self,
    UnitJump.self,
    CurrencyMismatch.self,
    BasisMismatch.self,
    GaapMismatch.self,
    AuditStatus.self,
    DuplicateEvent.self,
    IntragroupBalance.self,
    IntragroupTrade.self,
    InvestmentInSubsidiary.self,
    OwnershipChain.self,
    RegisterTotal.self,
    RegisterPercent.self,
    RegisterMovement.self,
    SharesMissing.self,
    RegisterAssumed.self,
    PriceTimesShares.self,
    DuplicateRate.self,
    RateMissing.self,
    RateOutlier.self,
    RetainedFairValue.self,
    ReserveMissing.self,
    StaleNetAssets.self,
    PositionOfTheDay.self,
    PendingEvent.self,
    InstrumentAssumed.self,
    UntreatedEvent.self,
    ControlReview.self,
    LinkedDisposals.self,
    PotentialVotes.self,
    EquityIdentity.self,
    IssueBelowBook.self,
    CostsInProfit.self,
    CashFlowPlacement.self,
    ResultApportioned.self,
    NciCarryingAmount.self,
    NciShareOfProfit.self,
    NciDividends.self,
    TranslationDifference.self,
    NciDeficit.self,
  ]

  /// What all of them find: check by check, and of each entity by entity.
  ///
  /// The checks of single entities run one after the other on a few entities, whose figures are then at hand, the others beside them.
  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let ids = Array(accounts.entities.ids)
    let ofGroup = list.indices.filter { list[$0].ofEntity == nil }
    let ofEntities = list.indices.compactMap { at in list[at].ofEntity.map { (at: at, check: $0) } }
    let stretchCount = (ids.count + entitiesAtATime - 1) / entitiesAtATime
    let parts = Workers.map(ofGroup.count + stretchCount) { part -> [(at: Int, findings: [Finding])] in
      guard part >= ofGroup.count else { return [(ofGroup[part], list[ofGroup[part]].findings(in: accounts))] }
      let first = (part - ofGroup.count) * entitiesAtATime
      let entities = ids[first..<min(first + entitiesAtATime, ids.count)]
      return ofEntities.map { at, check in (at, entities.flatMap { check($0, accounts) }) }
    }
    var found = [[Finding]](repeating: [], count: list.count)
    for (at, findings) in parts.joined() { found[at] += findings }
    return found.flatMap { $0 }
  }

  private static let entitiesAtATime = 8
}
