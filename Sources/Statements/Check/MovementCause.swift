/// The one change that would make net assets roll forward, where exactly one would.
///
/// A sign, a thousand for one, opening and closing exchanged, the figure of another period, a cause that is counted twice. Nothing is
/// mended: the figures stay as they are.
struct MovementCause {
  /// What it is, as a sentence.
  let text: Text
  /// The figure that is wrong.
  let place: Place?

  private init(_ text: Text, _ place: Place?) {
    (self.text, self.place) = (text, place)
  }

  /// The likely cause of what a movement leaves over; nil where none or several are.
  init?(_ movement: NetAssetsMovement, _ accounts: GroupAccounts) {
    let (missing, tolerance) = (movement.unexplained, movement.unexplainedInterval.tolerance)
    guard let opening = movement.opening, missing.magnitude.atoms >= 20 * tolerance.atoms else { return nil }
    let causes = [movement.result] + movement.ownerMovements
    var found = causes.compactMap { MovementCause($0, missing, tolerance) }
    if movement.ownerMovements.count > 1 {
      let first = movement.ownerMovements[0]
      let all = movement.ownerMovements.dropFirst().reduce((amount: first.amount, interval: first.interval)) {
        ($0.amount + $1.amount, $0.interval + $1.interval)
      }
      let together = NetAssetsMovement.Cause(
        label: "what owners put in and took out", amount: all.amount, interval: all.interval, place: first.place)
      found += [MovementCause(together, missing, tolerance)].compactMap { $0 }
    }
    found += MovementCause.positions(movement, opening, missing, tolerance)
    if found.isEmpty { found = MovementCause.otherPeriods(movement, accounts, missing, tolerance) }
    guard found.count == 1 else { return nil }
    self = found[0]
  }

  /// A change of one cause of the movement.
  private init?(_ cause: NetAssetsMovement.Cause, _ missing: Amount, _ tolerance: Amount) {
    if (missing + cause.amount + cause.amount).magnitude <= tolerance {
      self.init("likely cause: the sign of \(cause.label)", cause.place)
    } else if (missing + cause.amount).magnitude <= tolerance {
      self.init("likely cause: \(cause.label) did not go through net assets, or is counted twice", nil)
    } else if (missing - cause.amount).magnitude <= tolerance {
      self.init("likely cause: \(cause.label) is in net assets twice", nil)
    } else if let exponent = cause.amount.powerOfTen(to: cause.amount + missing, within: tolerance, fixed: cause.interval.tolerance) {
      let times = Ratio(coefficient: 1, exponent: abs(exponent))
      self.init(
        exponent > 0
          ? "likely cause: \(cause.label) is \(number: times) times too small"
          : "likely cause: \(cause.label) is \(number: times) times too large", cause.place)
    } else {
      return nil
    }
  }

  /// A change of one of the two positions, or of both.
  private static func positions(
    _ movement: NetAssetsMovement, _ opening: Fact, _ missing: Amount, _ tolerance: Amount
  ) -> [MovementCause] {
    let closing = movement.closing
    let flows = movement.explained - opening.value
    var found: [MovementCause] = []
    let needed = closing.value - missing
    if let words = words(closing, closing.value.powerOfTen(to: needed, within: tolerance, fixed: closing.interval.tolerance)) {
      found.append(MovementCause(words, closing.provenance.place))
    }
    let neededBefore = opening.value + missing
    if let words = words(opening, opening.value.powerOfTen(to: neededBefore, within: tolerance, fixed: opening.interval.tolerance)) {
      found.append(MovementCause(words, opening.provenance.place))
    }
    let moved = closing.value - opening.value
    let fixed = closing.interval.tolerance + opening.interval.tolerance
    if let exponent = moved.powerOfTen(to: flows, within: tolerance, fixed: fixed) {
      let times = Ratio(coefficient: 1, exponent: abs(exponent))
      found.append(
        MovementCause(
          exponent > 0
            ? "likely cause: both positions are \(number: times) times too small, or the result and what else moved them as much too large"
            : "likely cause: both positions are \(number: times) times too large, or the result and what else moved them as much too small",
          closing.provenance.place))
    } else if (moved + flows).magnitude <= tolerance {
      found.append(
        MovementCause("likely cause: opening and closing net assets have changed places", closing.provenance.place))
    }
    for fact in [closing, opening] where fact.value.sign != 0 {
      let change = fact == closing ? -missing : missing
      guard (fact.value + fact.value + change).magnitude <= tolerance else { continue }
      found.append(MovementCause("likely cause: the sign of \(line: fact) of \(fact.period)", fact.provenance.place))
    }
    return found
  }

  private static func words(_ fact: Fact, _ exponent: Int?) -> Text? {
    guard let exponent else { return nil }
    let times = Ratio(coefficient: 1, exponent: abs(exponent))
    return exponent > 0
      ? "likely cause: \(line: fact) of \(fact.period) is \(number: times) times too small"
      : "likely cause: \(line: fact) of \(fact.period) is \(number: times) times too large"
  }

  /// A figure of another period that would explain the movement in the place of this one's.
  private static func otherPeriods(
    _ movement: NetAssetsMovement, _ accounts: GroupAccounts, _ missing: Amount, _ tolerance: Amount
  ) -> [MovementCause] {
    let items = accounts.items
    let flows = [
      items.totalComprehensiveIncome, items.profitAfterTax, items.capitalContributions, items.dividends, items.otherEquityMovements,
    ]
    return flows.compactMap { item -> MovementCause? in
      guard let own = accounts.index.fact(movement.entity, item, movement.period) else { return nil }
      let other = accounts.index.series(movement.entity, item).first { other in
        other.period != own.period && other.value != own.value
          && (other.value - own.value - missing).magnitude <= tolerance + other.interval.tolerance
      }
      guard let other, causesInclude(own, movement) else { return nil }
      return MovementCause(
        "likely cause: \(line: own) of \(own.period) stands in another column; the figure under \(other.period) would explain the movement",
        own.provenance.place)
    }
  }

  private static func causesInclude(_ fact: Fact, _ movement: NetAssetsMovement) -> Bool {
    ([movement.result] + movement.ownerMovements).contains { $0.place == fact.provenance.place }
  }
}

extension Amount {
  /// The power of ten, other than one, by which this amount would be `needed`; nil where there is none.
  ///
  /// `tolerance` is what rounding allows `needed`, `fixed` what it allows this amount, which grows when it is multiplied.
  func powerOfTen(to needed: Amount, within tolerance: Amount, fixed: Amount) -> Int? {
    guard sign != 0, sign == needed.sign else { return nil }
    let isUp = needed.magnitude > magnitude
    let (small, large) = isUp ? (magnitude, needed.magnitude) : (needed.magnitude, magnitude)
    var power: Int128 = 1
    for exponent in 1...6 {
      power *= 10
      guard small.atoms < Amount.bound / power else { return nil }
      let slack = isUp ? fixed.atoms * power + tolerance.atoms : tolerance.atoms * power
      // A slack as wide as the figure shows nothing.
      if (small.atoms * power - large.atoms).magnitude <= slack, 20 * slack <= large.atoms { return isUp ? exponent : -exponent }
    }
    return nil
  }
}
