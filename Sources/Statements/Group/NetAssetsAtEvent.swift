/// A subsidiary's net assets immediately before an event: the last position on file, carried forward by what is known of the time since.
///
/// Carried forward are the money of earlier events of the subsidiary, and the result of the days in between where a file gives it. A
/// result that only a longer period gives is apportioned by time, and `stale-net-assets` says so: by months where the days in between
/// are whole months, else by days. Units: units of the entity's currency.
struct NetAssetsAtEvent {
  /// The position as read.
  let fact: Fact
  /// What it was carried forward by, in order.
  let causes: [NetAssetsMovement.Cause]
  /// The part of a longer result that was taken by time; nil where none was.
  let apportionment: Apportionment?
  /// Whether the result of every day from the position to the event is in.
  let coversEveryDay: Bool
  /// The event's own money, where the position has it already and it was taken out.
  let proceedsTakenOut: Amount?

  /// A share of a result by time.
  struct Apportionment {
    /// The result of the longer stretch, from the day after the position.
    let whole: NetAssetsMovement.Cause
    /// That stretch.
    let period: Period
    /// The days of it up to the event.
    let part: Period
    /// How much of it falls before the event, of 1.
    let fraction: Ratio
    /// Whether months were counted rather than days.
    let isByMonths: Bool
    /// The amount taken.
    let amount: Amount
  }

  /// The net assets carried forward.
  var amount: Amount { causes.reduce(fact.value - (proceedsTakenOut ?? .zero)) { $0 + $1.amount } }
  /// What was earned since the position, of `amount`.
  let result: Amount
  /// The days in which it was earned; nil where nothing was.
  let earnedIn: Period?
}

extension GroupAccounts {
  /// The net assets of the event's entity immediately before it; nil where no position of that day or earlier is on file.
  ///
  /// - Parameter subject: the line item to carry forward: net assets, or equity attributable to owners where others hold a part below.
  func netAssets(before event: EquityEvent, _ subject: ItemID? = nil) -> NetAssetsAtEvent? {
    let series = index.series(event.entity, subject ?? items.netAssets)
    guard let fact = series.last(where: { $0.period.end <= event.date }) else { return nil }
    let isAfter = event.status == .completed && event.movesNetAssets && position(fact, includes: event)
    let proceeds = isAfter ? amountInto(event.entity, event) : nil
    var causes = earlierEvents(of: event, since: fact)
    let last = event.date.adding(days: -1)
    let first = firstDay(after: fact)
    guard fact.period.end < last, let gap = Period.from(first, to: event.date), !isAfter else {
      return NetAssetsAtEvent(
        fact: fact, causes: causes, apportionment: nil, coversEveryDay: true, proceedsTakenOut: proceeds, result: .zero, earnedIn: nil)
    }
    // The event's own day belongs to the time before or after it, as the results on file are cut.
    let stretches = [gap, Period.from(first, to: last)].compactMap { $0 }
    for stretch in stretches {
      guard let earned = comprehensiveIncome(of: event.entity, in: stretch) else { continue }
      causes.append(earned)
      let stated = statedMovements(of: event.entity, in: stretch)
      return NetAssetsAtEvent(
        fact: fact, causes: causes + stated, apportionment: nil, coversEveryDay: true, proceedsTakenOut: nil, result: earned.amount,
        earnedIn: stretch)
    }
    let part = stretches.first { $0.wholeMonths != nil } ?? gap
    let apportionment = apportioned(of: event.entity, part)
    if let apportionment {
      causes.append(
        NetAssetsMovement.Cause(
          label: apportionment.whole.label, amount: apportionment.amount,
          interval: Interval(low: apportionment.amount, high: apportionment.amount), place: apportionment.whole.place))
    }
    return NetAssetsAtEvent(
      fact: fact, causes: causes, apportionment: apportionment, coversEveryDay: false, proceedsTakenOut: nil,
      result: apportionment?.amount ?? .zero,
      earnedIn: apportionment == nil ? nil : part)
  }

  /// The first day of which a position does not have the result: the day after it, or its own where it opens a period of the results on
  /// file, as net assets at 1 July open the year from 1 July.
  private func firstDay(after fact: Fact) -> CalendarDate {
    let next = fact.period.end.adding(days: 1)
    let starts = (index.series(fact.entity, items.totalComprehensiveIncome) + index.series(fact.entity, items.profitAfterTax))
      .compactMap(\.period.start)
    return !starts.contains(next) && starts.contains(fact.period.end) ? fact.period.end : next
  }

  /// The money of the subsidiary's earlier events that the position does not have yet.
  private func earlierEvents(of event: EquityEvent, since fact: Fact) -> [NetAssetsMovement.Cause] {
    events(of: event.entity).filter { other in
      other.status == .completed && other.movesNetAssets
        && (other.date, other.place) < (event.date, event.place) && other.date >= fact.period.end
        && !(other.date == fact.period.end && position(fact, includes: other))
    }.compactMap { other in
      amountInto(other.entity, other).map {
        NetAssetsMovement.Cause(
          label: "\(quoted: other.name)", amount: $0, interval: Interval(low: $0, high: $0), place: other.place(of: "consideration"))
      }
    }
  }

  /// The part of the shortest longer result that begins with `gap`, by time.
  private func apportioned(of entity: EntityID, _ gap: Period) -> NetAssetsAtEvent.Apportionment? {
    guard let start = gap.start else { return nil }
    let results = index.series(entity, items.totalComprehensiveIncome) + index.series(entity, items.profitAfterTax)
    let ends = Set(results.filter { !$0.period.isInstant && $0.period.end > gap.end }.map(\.period.end)).sorted()
    for end in ends {
      guard let period = Period.from(start, to: end), let whole = comprehensiveIncome(of: entity, in: period) else { continue }
      let months = gap.wholeMonths.flatMap { part in period.wholeMonths.map { Ratio(numerator: part, denominator: $0) } }
      let fraction = months ?? Ratio(numerator: gap.dayCount, denominator: period.dayCount)
      // Rounded to the cent: it becomes a carrying amount.
      guard let amount = Amount(whole.amount.ratio * fraction, roundedTo: 2) else { return nil }
      return NetAssetsAtEvent.Apportionment(
        whole: whole, period: period, part: gap, fraction: fraction, isByMonths: months != nil, amount: amount)
    }
    return nil
  }
}
