/// A quarter is the year to its end less the year to its beginning.
///
/// Formula: stretch = longer stretch to the same day − stretch up to the day before, each figure for what it may stand for as printed.
///
/// Severity: error.
///
/// Example: revenue of nine months 1,204.5 less that of six months 790.1 is 414.4; a third quarter of 441.4 does not fit.
///
/// Remedy: compare the quarter with the cumulative figures, and correct the one that is out.
///
/// Cites: IAS 34.20, DOMAIN 6.1 (11).
enum YearToDate: Check {
  static let id = "year-to-date"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.entities.ids.flatMap { entity in
      accounts.flowItems(of: entity).flatMap { item in
        let series = accounts.index.series(entity, item)
        return Dictionary(grouping: series, by: \.period.end).sorted { $0.key < $1.key }.flatMap { _, ending in
          finding(accounts, ending)
        }
      }
    }
  }

  /// The figures of one line that end on one day, each against the next longer one.
  private static func finding(_ accounts: GroupAccounts, _ ending: [Fact]) -> [Finding] {
    let longestFirst = ending.sorted { $0.period.dayCount > $1.period.dayCount }
    return zip(longestFirst, longestFirst.dropFirst()).compactMap { longer, shorter in
      guard let first = longer.period.start, let start = shorter.period.start,
        let before = Period.from(first, to: start.adding(days: -1)),
        let earlier = accounts.index.fact(longer.entity, longer.item, before),
        earlier.currency == longer.currency, shorter.currency == longer.currency
      else { return nil }
      let check = SumCheck(total: longer, parts: [(fact: earlier, isAdded: true), (fact: shorter, isAdded: true)])
      guard check.fails else { return nil }
      let display = accounts.display(of: longer.entity)
      let implied = longer.value - earlier.value
      let cause = LikelyCause(check, accounts)
      return Finding(
        .error, id,
        "\(quoted: shorter.label) of the \(shorter.period) is \(Money(shorter.value, display)), but the cumulative figures make it \(Money(implied, display))",
        entity: shorter.entity, item: shorter.item, period: shorter.period, place: cause?.place ?? shorter.provenance.place,
        expected: implied.decimalText, actual: shorter.value.decimalText, difference: shorter.value - implied,
        tolerance: check.tolerance,
        details: [
          "\(longer.period): \(Money(longer.value, display)) at \(longer.placeText(accounts))",
          "less \(earlier.period): \(Money(earlier.value, display)) at \(earlier.placeText(accounts))",
        ] + (cause.map { [$0.text] } ?? []), citation: Citation("IAS 34.20"),
        remedy: "compare the quarter with the cumulative figures, and correct the one that is out")
    }
  }
}

extension GroupAccounts {
  /// The lines of an entity whose figures of two stretches add up to that of both: results, movements and cash flows.
  func flowItems(of entity: EntityID) -> [ItemID] { index.items(of: entity).filter(isFlow) }

  /// Whether figures of two stretches of a line add up to that of both.
  func isFlow(_ item: ItemID) -> Bool {
    guard ![items.openingEquity, items.closingEquity, items.cashAtBeginning, items.cashAtEnd].contains(item) else { return false }
    switch catalogue[item].statement {
    case .income, .comprehensive, .cashFlow, .changes: return !catalogue[item].isInstant
    case .position, .perShare, .unknown: return false
    }
  }
}
