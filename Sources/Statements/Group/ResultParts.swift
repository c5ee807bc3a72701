/// A result cut where the owners' interest changes within its period, so that each part is attributed at the interest of its time.
///
/// Never averaged (IFRS 10.B88, B94): where a file gives the result to the day of the change, that is the part; where none does, the shortest
/// result on file in which the change falls is parted by time and `result-apportioned` says so, by months where all its parts are whole
/// months, else by days. Units: the result's own.
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
  /// Whether no file gives all the parts and some were taken by time.
  let isByTime: Bool

  /// The interests in their order, each once where parts that follow each other have the same.
  var interests: [Ratio] {
    parts.map(\.interest).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The owners' part of the result, exact.
  var ofOwners: Ratio { parts.reduce(.zero) { $0 + $1.interest * $1.amount } }
}

extension GroupAccounts {
  /// The parts of a result; nil where the interest of a time is not known, such as after control may have been lost.
  func parts(of fact: Fact) -> ResultParts? {
    let days = index.series(fact.entity, fact.item).map(\.period.end)
    return parts(of: ResultParts.Whole(entity: fact.entity, period: fact.period, amount: fact.value), days) { period in
      flow(of: fact.entity, fact.item, in: period, beside: [fact])
    }
  }

  /// A part of a result, on the basis on which the whole is taken; nil where no file gives it so.
  private func flow(of entity: EntityID, _ item: ItemID, in period: Period, beside whole: [Fact]) -> Amount? {
    guard let (longer, earlier) = flowParts(of: entity, item, in: period) else { return nil }
    let parts = [longer] + (earlier.map { [$0] } ?? [])
    switch common(whole + parts) {
    case .onFile, .restated: return earlier.map { longer.value - $0.value } ?? longer.value
    case .firstReported(let before):
      // The whole stays as it is attributed.
      guard Array(before.prefix(whole.count)) == whole else { return nil }
      let first = before.dropFirst(whole.count).map(\.value)
      return first.count == 2 ? first[0] - first[1] : first.first
    case .mixed: return nil
    }
  }

  /// The parts of total comprehensive income of so much that an entity earned in a period.
  func parts(ofIncome amount: Amount, _ entity: EntityID, in period: Period) -> ResultParts? {
    let days = [items.totalComprehensiveIncome, items.profitAfterTax].flatMap { index.series(entity, $0).map(\.period.end) }
    let total = items.totalComprehensiveIncome
    let whole = [total, items.profitAfterTax].lazy.compactMap { item in
      self.flowParts(of: entity, item, in: period).map { (item: item, facts: $0) }
    }.first
    return parts(of: ResultParts.Whole(entity: entity, period: period, amount: amount), days) { stretch in
      if let whole {
        let facts = [whole.facts.longer] + (whole.facts.earlier.map { [$0] } ?? [])
        let isAnother = whole.item != total && flowParts(of: entity, total, in: stretch) != nil
        if !isAnother, flowParts(of: entity, whole.item, in: stretch) != nil {
          guard let own = flow(of: entity, whole.item, in: stretch, beside: facts) else { return nil }
          return whole.item == total ? own : own + (flow(of: entity, items.otherComprehensiveIncome, in: stretch)?.amount ?? .zero)
        }
      }
      return comprehensiveIncome(of: entity, in: stretch)?.amount
    }
  }

  /// - Parameter days: on which results on file end.
  private func parts(of fact: ResultParts.Whole, _ days: [CalendarDate], _ flow: (Period) -> Amount?) -> ResultParts? {
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
    if let parts = cutByResults(fact, from: start, cuts, rest, flow) { return parts }
    return cutByTime(segments(of: fact, from: start, days, flow), cuts, rest)
  }

  /// Whether the owners' interest in an entity may change at all: an event or a register of an entity on the way to it is on file.
  func mayChangeHands(_ entity: EntityID) -> Bool {
    ownership.chain(above: entity).contains { link in
      events(of: link).contains { $0.status == .completed } || !ownership.registerDates(of: link).isEmpty
    }
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

  /// A result on file, or what is left of a longer one when the shorter before it are taken off.
  private struct Segment {
    let period: Period
    let amount: Amount
  }

  /// A result as the shorter results on file part it, one after the other; itself where there are none.
  private func segments(of fact: ResultParts.Whole, from start: CalendarDate, _ days: [CalendarDate], _ flow: (Period) -> Amount?)
    -> [Segment]
  {
    var segments: [Segment] = []
    var (first, sum) = (start, Amount.zero)
    for day in Set(days).sorted() where day >= start && day < fact.period.end {
      guard let period = Period.from(first, to: day) else { continue }
      let amount = flow(period) ?? Period.from(start, to: day).flatMap(flow).map { $0 - sum }
      guard let amount else { continue }
      segments.append(Segment(period: period, amount: amount))
      sum = sum + amount
      first = day.adding(days: 1)
    }
    if let period = Period.from(first, to: fact.period.end) { segments.append(Segment(period: period, amount: fact.amount - sum)) }
    return segments
  }

  /// Each segment goes whole to the interest of its time; one in which the interest changes is parted by time.
  private func cutByTime(_ segments: [Segment], _ cuts: [(day: CalendarDate, interest: Ratio)], _ rest: Ratio) -> ResultParts? {
    let ends = Set(segments.map(\.period.end))
    let lasts = cuts.map { cut in (day: lastDay(before: cut.day, ends), interest: cut.interest) }
    var parts: [ResultParts.Part] = []
    var isByTime = false
    for segment in segments {
      guard let start = segment.period.start else { return nil }
      var stretches: [(period: Period, interest: Ratio)] = []
      var first = start
      for last in lasts where last.day >= first && last.day < segment.period.end {
        guard let period = Period.from(first, to: last.day) else { continue }
        stretches.append((period, last.interest))
        first = last.day.adding(days: 1)
      }
      let interest = lasts.first { $0.day >= segment.period.end }?.interest ?? rest
      if let period = Period.from(first, to: segment.period.end) { stretches.append((period, interest)) }
      guard let weighed = weigh(stretches, segment.amount) else { return nil }
      parts += weighed
      if weighed.count > 1, segment.amount.sign != 0 { isByTime = true }
    }
    return ResultParts(parts: parts, isByTime: isByTime)
  }

  /// The last day of the part before a change: its own day or the one before where a result on file ends there, else by the calendar.
  private func lastDay(before change: CalendarDate, _ ends: Set<CalendarDate>) -> CalendarDate {
    let before = change.adding(days: -1)
    if ends.contains(change) { return change }
    // A change on the first of a month parts at the month end before it, any other after its own day.
    return ends.contains(before) || (before.isMonthEnd && !change.isMonthEnd) ? before : change
  }

  /// An amount over stretches by their months where all are whole, else by their days.
  private func weigh(_ stretches: [(period: Period, interest: Ratio)], _ amount: Amount) -> [ResultParts.Part]? {
    let months = stretches.map(\.period.wholeMonths)
    let weights = months.contains(nil) ? stretches.map(\.period.dayCount) : months.map { $0 ?? 0 }
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return nil }
    return zip(stretches, weights).map { stretch, weight in
      ResultParts.Part(
        period: stretch.period, interest: stretch.interest, amount: amount.ratio * Ratio(numerator: weight, denominator: sum))
    }
  }
}
