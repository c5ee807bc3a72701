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

  /// What all of them find.
  static func findings(in accounts: GroupAccounts) -> [Finding] {
    Workers.map(list.count) { list[$0].findings(in: accounts) }.flatMap { $0 }
  }
}
