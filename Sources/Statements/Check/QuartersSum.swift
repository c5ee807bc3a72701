/// The quarters or months of a stretch come to the stretch.
///
/// Formula: year = first + second + third + fourth quarter; likewise the months of a quarter or a year, where all of them are on file.
///
/// Severity: error.
///
/// Example: quarters of 310, 325, 340 and 355 come to 1,330, not to 1,303.
///
/// Remedy: add the quarters up, and correct the one that is out, or the year.
///
/// Cites: IAS 34.20.
enum QuartersSum: EntityCheck {
  static let id = "quarters-sum"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    accounts.flowItems(of: entity).flatMap { item in
      accounts.index.series(entity, item).flatMap { whole in
        [3, 1].compactMap { months in finding(accounts, whole, months: months) }
      }
    }
  }

  private static func finding(_ accounts: GroupAccounts, _ whole: Fact, months: Int) -> Finding? {
    // Two parts are what `year-to-date` compares.
    guard let length = whole.period.wholeMonths, length % months == 0, length / months > 2, length <= 12 else { return nil }
    var parts: [(fact: Fact, isAdded: Bool)] = []
    for number in 0..<(length / months) {
      let end = whole.period.end.adding(months: -number * months)
      guard let part = accounts.index.fact(whole.entity, whole.item, .months(months, to: end)), part.currency == whole.currency else {
        return nil
      }
      parts.append((fact: part, isAdded: true))
    }
    let check = SumCheck(total: whole, parts: parts)
    guard check.fails else { return nil }
    let display = accounts.display(of: whole.entity)
    let cause = LikelyCause(check, accounts)
    return Finding(
      .error, id,
      "\(line: whole) of the \(whole.period) is \(Money(whole.value, display)), but its \(parts.count) parts come to \(Money(check.sum, display))",
      entity: whole.entity, item: whole.item, period: whole.period, place: cause?.place ?? whole.provenance.place,
      expected: check.sum.decimalText,
      actual: whole.value.decimalText, difference: check.difference, tolerance: check.tolerance,
      details: parts.map { "\($0.fact.period): \(Money($0.fact.value, display)) at \($0.fact.placeText(accounts))" }
        + (cause.map { [$0.text] } ?? []),
      citation: Citation("IAS 34.20"), remedy: "add the quarters up, and correct the one that is out, or the year")
  }
}
