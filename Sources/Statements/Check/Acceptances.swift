/// Marks the findings that somebody has looked at and signed off; they are still shown and no longer count.
enum Acceptances {
  static func apply(_ accounts: GroupAccounts, to findings: [Finding]) -> [Finding] {
    let lines = accounts.acceptances.map { ($0, $0.period.isEmpty ? nil : try? PeriodWish($0.period)) }
    guard !lines.isEmpty else { return findings }
    return findings.map { finding in
      guard let (acceptance, _) = lines.first(where: { covers($0, period: $1, finding, accounts) }) else { return finding }
      var accepted = finding
      accepted.signOff = acceptance
      return accepted
    }
  }

  /// Whether an acceptance is of a finding: empty cells stand for any. It holds for findings about days up to its `until`, and for
  /// those about no day while the latest figure is no later, so that no clock decides. A file that was not taken cannot be accepted away.
  private static func covers(_ acceptance: Acceptance, period: PeriodWish?, _ finding: Finding, _ accounts: GroupAccounts) -> Bool {
    guard acceptance.check == finding.check, finding.check != "unreadable", finding.check != "unrecognised" else { return false }
    if !acceptance.entity.isEmpty, accounts.entities.find(acceptance.entity) != finding.entity || finding.entity == nil { return false }
    if !acceptance.item.isEmpty {
      // A name that no item has is of no finding, least of all of one about no item.
      guard let item = accounts.catalogue.find(label: acceptance.item)?.item, item == finding.item else { return false }
    }
    if !acceptance.period.isEmpty {
      // Periods are those of the finding's entity, else of the parent, since `FY2024` ends with a year of theirs.
      let yearEnd = (finding.entity ?? accounts.entities.parent).map { accounts.entities[$0].yearEnd } ?? .yearEnd
      guard let period, let about = finding.period, period.matches(about, yearEnd: yearEnd) else { return false }
    }
    if let until = acceptance.until, let day = finding.period?.end ?? accounts.latestDate, day > until { return false }
    return true
  }
}

extension Finding {
  /// The order in which findings are shown: by entity (the group as a whole first), period, weight, check and place.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    let leftEntity = left.entity?.index ?? -1
    let rightEntity = right.entity?.index ?? -1
    if leftEntity != rightEntity { return leftEntity < rightEntity }
    if left.period != right.period {
      guard let leftPeriod = left.period else { return true }
      guard let rightPeriod = right.period else { return false }
      return leftPeriod < rightPeriod
    }
    if left.severity != right.severity { return left.severity < right.severity }
    if left.check != right.check { return left.check < right.check }
    return (left.place ?? Place(fileIndex: -1)) < (right.place ?? Place(fileIndex: -1))
  }
}
