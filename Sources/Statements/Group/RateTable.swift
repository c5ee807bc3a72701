/// A group's rates of exchange.
///
/// A rate is found as it was read, turned round where only the reverse is given, or crossed through a third currency of the same day, as a
/// table against the euro gives it; each is exact as a fraction, and its `legs` say from which lines it follows. No other day's rate is
/// taken in its stead: a missing rate is said to be missing.
public struct RateTable: Sendable {
  private let byDate: [CalendarDate: [Rate]]
  /// Every further rate for a pair, a date and a use that have one, where it is another, with the one that counts.
  let contradictions: [(kept: Rate, other: Rate)]

  /// What one rate is for.
  private struct Use: Hashable {
    let date: CalendarDate
    let start: CalendarDate?
    let base, quote: Currency
    let kind: RateKind?
  }

  /// The rates as read.
  init(_ rates: [Rate]) {
    all = rates
    byDate = Dictionary(grouping: rates, by: \.date)
    var kept: [Use: Rate] = [:]
    var contradictions: [(kept: Rate, other: Rate)] = []
    for rate in rates {
      let use = Use(date: rate.date, start: rate.start, base: rate.base, quote: rate.quote, kind: rate.kind)
      if let first = kept[use] {
        if first.rate != rate.rate { contradictions.append((first, rate)) }
      } else {
        kept[use] = rate
      }
    }
    self.contradictions = contradictions
  }

  /// All of them, as read.
  public let all: [Rate]

  /// The rate from `base` to `quote` that was set on `date` for `kind`, or for any use.
  ///
  /// An average is that of the days up to `date`, from `start` where that is asked and a line gives it. A rate for any use is the rate of
  /// a day, so it is no average.
  func rate(from base: Currency, to quote: Currency, on date: CalendarDate, for kind: RateKind, start: CalendarDate? = nil) -> Rate? {
    guard let onDate = byDate[date] else { return nil }
    // A rate that is made for the purpose comes before one for any use, one for these very days before one that gives no first day.
    let made = onDate.filter { $0.kind == kind }
    let pools: [[Rate]]
    if kind == .average {
      let ofAnyDays = made.filter { $0.start == nil }
      pools = start.map { start in [made.filter { $0.start == start }, ofAnyDays] } ?? [ofAnyDays]
    } else {
      // The closing rate is the spot rate at the end of its day (IAS 21.8), so each stands for the other of that day, and comes last.
      let sameDay: RateKind = kind == .spot ? .closing : .spot
      pools = [made, onDate.filter { $0.kind == nil }, onDate.filter { $0.kind == sameDay }]
    }
    for pool in pools { if let found = RateTable.direct(base, quote, in: pool) { return found } }
    for pool in pools { if let found = RateTable.crossed(base, quote, in: pool) { return found } }
    return RateTable.crossed(base, quote, in: pools.flatMap { $0 })
  }

  /// The latest day before `date`, at most a week before it, that has the rate: what a holiday leaves as the last one.
  func latestDay(from base: Currency, to quote: Currency, before date: CalendarDate, for kind: RateKind) -> Rate? {
    for days in 1...7 {
      if let found = rate(from: base, to: quote, on: date.adding(days: -days), for: kind) { return found }
    }
    return nil
  }

  /// As read, else turned round.
  private static func direct(_ base: Currency, _ quote: Currency, in rates: [Rate]) -> Rate? {
    if let straight = rates.first(where: { $0.base == base && $0.quote == quote }) { return straight }
    return rates.first { $0.base == quote && $0.quote == base }.map { read in
      var turned = read
      (turned.base, turned.quote, turned.rate, turned.legs) = (base, quote, .one / read.rate, [read])
      return turned
    }
  }

  /// Through the first third currency, in the order of the files, that has a rate to both.
  private static func crossed(_ base: Currency, _ quote: Currency, in rates: [Rate]) -> Rate? {
    for read in rates where read.base == base || read.quote == base {
      let third = read.base == base ? read.quote : read.base
      guard third != base, third != quote, let first = direct(base, third, in: rates), let second = direct(third, quote, in: rates) else {
        continue
      }
      let legs = [first, second].map { $0.legs.first ?? $0 }
      var crossed = Rate(
        date: read.date, base: base, quote: quote, rate: first.rate * second.rate, kind: first.kind == second.kind ? first.kind : nil,
        place: legs[0].place)
      crossed.start = first.start
      crossed.legs = legs
      crossed.note = legs.map(\.note).first { !$0.isEmpty } ?? ""
      return crossed
    }
    return nil
  }
}
