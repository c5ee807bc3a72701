/// One figure stands in one place: where two cells give it, they agree.
///
/// The first in the order of paths counts: nothing is added up, and the last does not win.
///
/// Formula: both cells, each for what it may stand for as printed, have an amount in common.
///
/// Severity: error where they differ; warning for a row that stands twice, one below the other; else information where they agree.
///
/// Example: net assets of 100 in one file and of 102 in another.
///
/// Remedy: take one of the two out, or mark the later column as restated.
///
/// Cites: IAS 8.41, DOMAIN 6.1 (5, 54, 55).
enum DuplicateFact: Check {
  static let id = "duplicate-fact"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.index.duplicates.map { kept, other in
      let display = accounts.display(of: kept.entity)
      let agree = kept.interval.meets(other.interval) && kept.currency == other.currency
      return Finding(
        agree ? .info : .error, id,
        agree
          ? "\(quoted: other.label) of \(other.period) is given twice"
          : "\(quoted: other.label) of \(other.period) is \(Money(other.value, display)) here and \(Money(kept.value, display)) at \(kept.placeText(accounts))",
        entity: kept.entity, item: kept.item, period: kept.period, place: other.provenance.place, expected: kept.value.decimalText,
        actual: other.value.decimalText, difference: other.value - kept.value,
        tolerance: kept.interval.tolerance + other.interval.tolerance,
        details: ["the figure at \(kept.placeText(accounts)) is the one that counts"], citation: Citation("IAS 8.41"),
        remedy: "take one of the two out, or mark the later column as restated")
    }
  }
}
