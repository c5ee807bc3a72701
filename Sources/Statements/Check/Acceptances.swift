/// Marks the findings that somebody has looked at and signed off; they are still shown and no longer count. What nobody needs is named.
enum Acceptances {
  static func apply(_ accounts: GroupAccounts, to findings: [Finding]) -> [Finding] {
    let lines = accounts.acceptances.map { ($0, $0.period.isEmpty ? nil : try? PeriodWish($0.period)) }
    guard !lines.isEmpty else { return findings }
    var used: Set<Place> = []
    let signedOff = findings.map { finding -> Finding in
      guard let (acceptance, _) = lines.first(where: { covers($0, period: $1, finding, accounts) && isInForce($0, finding, accounts) })
      else { return told(finding, lines, accounts) }
      used.insert(acceptance.place)
      var accepted = finding
      accepted.signOff = acceptance
      return accepted
    }
    return signedOff
      + lines.filter { !used.contains($0.0.place) }.compactMap { acceptance, period in
        unused(acceptance, hasLapsed: findings.contains { covers(acceptance, period: period, $0, accounts) }, accounts)
      }
  }

  /// Says that an acceptance is of no finding: a name in it is wrong, what it was about is mended, or its day has passed; nil where only a history
  /// could show what it is about, which `tieout check` and a first run have not.
  private static func unused(_ acceptance: Acceptance, hasLapsed: Bool, _ accounts: GroupAccounts) -> Finding? {
    let check = ReadingCheck.unusedAcceptance.rawValue
    if hasLapsed, let until = acceptance.until {
      return Finding(
        .info, check, "the acceptance of \(quoted: acceptance.check) held until \(until), and the finding is of a later day",
        place: acceptance.place, remedy: "look at the finding again, and write a later `until` or take the line out")
    }
    if Explanation.find(acceptance.check) == nil {
      return Finding(
        .info, check, "there is no check \(quoted: acceptance.check), so nothing is accepted", place: acceptance.place,
        actual: acceptance.check, remedy: "write the name of the check as the finding has it")
    }
    if acceptance.check == Restated.id { return nil }
    return Finding(
      .info, check, "no finding is what the acceptance of \(quoted: acceptance.check) is about, so nothing is accepted",
      place: acceptance.place,
      remedy: "compare its entity, item and period with the finding, or take the line out where what it was about is mended")
  }

  /// Whether an acceptance holds for a finding: of a day up to its `until`, or of no day while the latest figure is no later, so that no
  /// clock decides.
  private static func isInForce(_ acceptance: Acceptance, _ finding: Finding, _ accounts: GroupAccounts) -> Bool {
    guard let until = acceptance.until, let day = finding.period?.end ?? accounts.latestDate else { return true }
    return day <= until
  }

  /// Whether an acceptance is of a finding, and not of an earlier change of the same figure.
  private static func covers(_ acceptance: Acceptance, period: PeriodWish?, _ finding: Finding, _ accounts: GroupAccounts) -> Bool {
    names(acceptance, period: period, finding, accounts) && !isSpent(acceptance, finding, accounts)
  }

  /// Whether an acceptance names a finding: empty cells stand for any. A file that was not taken cannot be accepted away.
  private static func names(_ acceptance: Acceptance, period: PeriodWish?, _ finding: Finding, _ accounts: GroupAccounts) -> Bool {
    guard acceptance.check == finding.check, finding.check != "unreadable", finding.check != "unrecognised" else { return false }
    if !acceptance.entity.isEmpty, accounts.entities.find(acceptance.entity) != finding.entity || finding.entity == nil { return false }
    if !acceptance.item.isEmpty {
      // A name that no item has is of no finding, least of all of one about no item.
      let named = accounts.catalogue.find(label: acceptance.item).map { [$0.item] } ?? accounts.catalogue.all(id: acceptance.item)
      guard let item = finding.item, named.contains(item) else { return false }
    }
    if !acceptance.period.isEmpty {
      // Periods are those of the finding's entity, else of the parent, since `FY2024` ends with a year of theirs.
      let yearEnd = (finding.entity ?? accounts.entities.parent).map { accounts.entities[$0].yearEnd } ?? .yearEnd
      guard let period, let about = finding.period, period.matches(about, yearEnd: yearEnd) else { return false }
    }
    return true
  }

  /// Whether a line has signed off an earlier change of a restated figure: it is of that change, not of the next.
  private static func isSpent(_ acceptance: Acceptance, _ finding: Finding, _ accounts: GroupAccounts) -> Bool {
    guard finding.check == Restated.id, let entity = finding.entity, let item = finding.item, let period = finding.period,
      let current = accounts.index.fact(entity, item, period)
    else { return false }
    let history = accounts.earlier[FigureHistories.Key(entity: entity, item: item, period: period)]
    guard let standing = EarlierFigures.standing(history, against: current), standing.differs(from: current) else { return false }
    return history.contains { $0.number <= standing.number && !$0.acceptedBy.isEmpty && $0.acceptedBy.contains(acceptance.words) }
  }

  /// A finding that nobody signed off, with the line that did so for an earlier change of the figure.
  private static func told(_ finding: Finding, _ lines: [(Acceptance, PeriodWish?)], _ accounts: GroupAccounts) -> Finding {
    guard finding.check == Restated.id,
      let (spent, _) = lines.first(where: { names($0, period: $1, finding, accounts) && isSpent($0, finding, accounts) })
    else { return finding }
    var told = finding
    told.details.append(
      "the acceptance at \(code: accounts.address(of: spent.place)) is of an earlier change of the figure; this one needs a line of its own"
    )
    return told
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
