/// A quarter is the year to its end less the year to its beginning.
///
/// Formula: stretch = longer stretch to the same day − stretch up to the day before, each figure for what it may stand for as printed.
///
/// Revenue and the cost of sales of a year to date are not less than those of a part of it.
///
/// Severity: error; warning for revenue or a cost of sales that falls from one date of the year to the next.
///
/// Example: revenue of nine months 1,204.5 less that of six months 790.1 is 414.4; a third quarter of 441.4 does not fit.
///
/// Remedy: compare the quarter with the cumulative figures, and correct the one that is out.
///
/// Cites: IAS 34.20.
enum YearToDate: EntityCheck {
  static let id = "year-to-date"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    accounts.flowItems(of: entity).flatMap { item in
      let series = accounts.index.series(entity, item)
      var sums: [Finding] = []
      // A series is in the order of its last days.
      var rest = series[...]
      while let first = rest.first {
        let ending = rest.prefix { $0.period.end == first.period.end }
        if ending.count > 1 { sums += finding(accounts, Array(ending)) }
        rest = rest.dropFirst(ending.count)
      }
      guard item == accounts.items.revenue || accounts.catalogue[item].id == "cost-of-sales" else { return sums }
      let starts = Dictionary(grouping: series, by: \.period.start).sorted { $0.value[0].period < $1.value[0].period }
      return sums + starts.flatMap { _, cumulative in falls(accounts, cumulative) }
    }
  }

  /// Figures from one day on that are less at a later date than at the one before.
  private static func falls(_ accounts: GroupAccounts, _ cumulative: [Fact]) -> [Finding] {
    let ordered = cumulative.sorted { $0.period.end < $1.period.end }
    return zip(ordered, ordered.dropFirst()).compactMap { shorter, longer in
      guard shorter.period.start != nil, longer.period.dayCount <= 366, shorter.currency == longer.currency,
        longer.value.sign * shorter.value.sign > 0
      else { return nil }
      let fall = shorter.value.magnitude - longer.value.magnitude
      let tolerance = shorter.interval.tolerance + longer.interval.tolerance
      guard fall > tolerance else { return nil }
      let display = accounts.display(of: longer.entity)
      return Finding(
        .warning, id,
        "\(line: longer) of the \(longer.period) is \(Money(longer.value, display)), less than the \(Money(shorter.value, display)) of the \(shorter.period)",
        entity: longer.entity, item: longer.item, period: longer.period, place: longer.provenance.place,
        expected: shorter.value.decimalText, actual: longer.value.decimalText, difference: longer.value - shorter.value,
        tolerance: tolerance,
        details: ["\(shorter.period): \(Money(shorter.value, display)) at \(shorter.placeText(accounts))"],
        citation: Citation("IAS 34.20"), remedy: "see whether the later figure is of the last quarter alone, and give it its own period")
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
        "\(line: shorter) of the \(shorter.period) is \(Money(shorter.value, display)), but the cumulative figures make it \(Money(implied, display))",
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
