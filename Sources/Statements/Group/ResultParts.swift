/// A result cut where the owners' interest changes within its period, so that each part is attributed at the interest of its time.
///
/// Never averaged (DOMAIN 1.4): where a file gives the result to the day of the change, that is the part; where none does, the parts are
/// taken by time and `result-apportioned` says so, by months where all parts are whole months, else by days. Units: the result's own.
struct ResultParts {
  /// One part.
  struct Part {
    /// Its days.
    let period: Period
    /// The owners' effective interest in it.
    let interest: Ratio
    /// How much of the result falls in it, exact.
    let amount: Ratio
  }

  /// What is cut.
  struct Whole {
    /// Who earned it.
    let entity: EntityID
    /// When.
    let period: Period
    /// How much.
    let amount: Amount
  }

  /// The parts, in order; one where the interest does not change.
  let parts: [Part]
  /// Whether no file gives the parts and they were taken by time.
  let isByTime: Bool

  /// The owners' part of the result, exact.
  var ofOwners: Ratio { parts.reduce(.zero) { $0 + $1.interest * $1.amount } }
}

extension GroupAccounts {
  /// The parts of a result; nil where the interest of a time is not known, such as after control may have been lost.
  func parts(of fact: Fact) -> ResultParts? {
    parts(of: ResultParts.Whole(entity: fact.entity, period: fact.period, amount: fact.value)) { period in
      flow(of: fact.entity, fact.item, in: period)?.amount
    }
  }

  /// The parts of total comprehensive income of so much that an entity earned in a period.
  func parts(ofIncome amount: Amount, _ entity: EntityID, in period: Period) -> ResultParts? {
    parts(of: ResultParts.Whole(entity: entity, period: period, amount: amount)) { comprehensiveIncome(of: entity, in: $0)?.amount }
  }

  private func parts(of fact: ResultParts.Whole, _ flow: (Period) -> Amount?) -> ResultParts? {
    guard let start = fact.period.start else { return nil }
    guard var interest = ownership.effectiveInterest(in: fact.entity, at: .endOf(start)) else { return nil }
    var cuts: [(day: CalendarDate, interest: Ratio)] = []
    // The interest at the end of the first day is that of the first part, unless the first day's own event changed it.
    for change in changes(of: fact, from: start) {
      guard let later = ownership.effectiveInterest(in: fact.entity, at: .endOf(change)) else { return nil }
      guard later != interest else { continue }
      cuts.append((change, interest))
      interest = later
    }
    let rest = interest
    return cutByResults(fact, from: start, cuts, rest, flow) ?? cutByTime(fact, from: start, cuts, rest)
  }

  /// The days within a period on which the owners' interest may change: events and registers of every entity on the way to this one.
  private func changes(of fact: ResultParts.Whole, from start: CalendarDate) -> [CalendarDate] {
    let chain = ownership.chain(above: fact.entity)
    let ofEvents = chain.flatMap { events(of: $0) }.filter { $0.status == .completed }.map(\.date)
    let ofRegisters = chain.flatMap { ownership.registerDates(of: $0) }
    return Set(ofEvents + ofRegisters).filter { $0 > start && $0 < fact.period.end }.sorted()
  }

  /// Each part runs up to a change, its own day with the part before or after it, as the results on file are cut.
  private func cutByResults(
    _ fact: ResultParts.Whole, from start: CalendarDate, _ cuts: [(day: CalendarDate, interest: Ratio)], _ rest: Ratio,
    _ flow: (Period) -> Amount?
  ) -> ResultParts? {
    var parts: [ResultParts.Part] = []
    var first = start
    for cut in cuts {
      guard let (last, amount) = part(of: fact, from: first, toOneOf: [cut.day, cut.day.adding(days: -1)], flow) else { return nil }
      if let period = Period.from(first, to: last) {
        parts.append(ResultParts.Part(period: period, interest: cut.interest, amount: amount.ratio))
      }
      first = max(first, last.adding(days: 1))
    }
    guard let (_, amount) = part(of: fact, from: first, toOneOf: [fact.period.end], flow) else { return nil }
    if let period = Period.from(first, to: fact.period.end) {
      parts.append(ResultParts.Part(period: period, interest: rest, amount: amount.ratio))
    }
    return ResultParts(parts: parts, isByTime: false)
  }

  /// The part of a result from `first` to the first of `ends` for which there is a figure; an end before `first` is an empty part.
  private func part(
    of fact: ResultParts.Whole, from first: CalendarDate, toOneOf ends: [CalendarDate], _ flow: (Period) -> Amount?
  ) -> (CalendarDate, Amount)? {
    for end in ends {
      guard let stretch = Period.from(first, to: end) else { return (end, .zero) }
      if stretch == fact.period { return (end, fact.amount) }
      if let amount = flow(stretch) { return (end, amount) }
    }
    return nil
  }

  private func cutByTime(_ fact: ResultParts.Whole, from start: CalendarDate, _ cuts: [(day: CalendarDate, interest: Ratio)], _ rest: Ratio)
    -> ResultParts?
  {
    var stretches: [(period: Period, interest: Ratio)] = []
    var first = start
    for cut in cuts {
      // A change on the first of a month parts at the month end before it, any other after its own day.
      let before = cut.day.adding(days: -1)
      let last = before.isMonthEnd && !cut.day.isMonthEnd ? before : cut.day
      guard let period = Period.from(first, to: last) else { continue }
      stretches.append((period, cut.interest))
      first = last.adding(days: 1)
    }
    if let period = Period.from(first, to: fact.period.end) { stretches.append((period, rest)) }
    let months = stretches.map(\.period.wholeMonths)
    let isByMonths = !months.contains(nil)
    let weights = isByMonths ? months.map { $0 ?? 0 } : stretches.map(\.period.dayCount)
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return nil }
    let parts = zip(stretches, weights).map { stretch, weight in
      ResultParts.Part(
        period: stretch.period, interest: stretch.interest,
        amount: fact.amount.ratio * Ratio(numerator: weight, denominator: sum))
    }
    return ResultParts(parts: parts, isByTime: true)
  }
}
