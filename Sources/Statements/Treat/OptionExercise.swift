/// Options over a subsidiary's shares are exercised, or awards vest, and control is kept: new shares at the exercise price.
///
/// The share-based payment reserve of these options, which NCI carry until then, goes into the net assets that all share; `carrying
/// amount` gives it. A reserve on file without it is asked about: nil says that the reserve is kept in the owners' equity.
///
/// Formula: NA₁ = NA₀ + n × x; change of NCI = q₁ × NA₁ − [q₀ × (NA₀ − R₀) + R₀] (policy A);
/// change of owners' equity = n × x − T − change of NCI.
///
/// Example: 100 % of 1,000 shares, NA₀ 4,000 with a reserve of 150 in NCI, 100 options at 2.00: NCI 150 → 381.82, owners −31.82.
///
/// Cites: IFRS 2.10, 2.23; IFRS 10.B94, B96 (IAS 27 (2008).30-31).
enum OptionExercise: TreatmentRule {
  static let id = "option-exercise"

  static func fits(_ event: EquityEvent) -> Bool { event.kind == .exercise && !event.losesControl }

  static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
    ChangeOfInterest.treat(event, in: accounts, after: earlier, ChangeOfInterest.Kind()) {
      amounts, _ throws(ChangeOfInterest.NotTold) in
      var movement = Movement.issue(amounts, accounts)
      if let reserve = amounts.carryingAmount {
        movement.carriedApart = reserve
      } else if reserveOnFile(event, accounts) {
        throw ChangeOfInterest.NotTold(
          reason:
            "a share-based payment reserve is on file, and the event does not say how much of it belongs to what is exercised",
          remedy: "fill in `carrying amount`: the reserve of these options as NCI carry it, or 0 where owners do")
      }
      return movement
    }
  }

  private static func reserveOnFile(_ event: EquityEvent, _ accounts: GroupAccounts) -> Bool {
    let latest = accounts.index.series(event.entity, accounts.items.shareBasedPaymentReserve).last { $0.period.end <= event.date }
    return latest.map { $0.value.sign != 0 } ?? false
  }
}
