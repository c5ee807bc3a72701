/// One thing that must hold in a group's accounts.
///
/// A check is one file, named for its id, and one line in `AllChecks`. It takes the group as a value and returns what it finds; it
/// reads nothing, prints nothing and stops nothing.
protocol Check: Sendable {
  /// Its id in CONTRACT, in kebab case.
  static var id: String { get }
  /// What it finds.
  static func findings(in accounts: GroupAccounts) -> [Finding]
}

/// Every check, in the order in which a person would look.
enum AllChecks {
  static let list: [any Check.Type] = [
    DuplicateFact.self,
    Balance.self,
    Footing.self,
    TaxBridge.self,
    Attribution.self,
    TrialBalance.self,
    RollForward.self,
    UnitJump.self,
    BasisMismatch.self,
    GaapMismatch.self,
    DuplicateEvent.self,
    RegisterTotal.self,
    RegisterMovement.self,
    SharesMissing.self,
    RegisterAssumed.self,
    OwnershipChain.self,
    PriceTimesShares.self,
    RateMissing.self,
    StaleNetAssets.self,
    PositionOfTheDay.self,
    PendingEvent.self,
    InstrumentAssumed.self,
    UntreatedEvent.self,
    ControlReview.self,
    EquityIdentity.self,
    ResultApportioned.self,
    NciCarryingAmount.self,
    NciDeficit.self,
  ]

  /// What all of them find.
  static func findings(in accounts: GroupAccounts) -> [Finding] {
    list.flatMap { $0.findings(in: accounts) }
  }
}
