/// A rate is near those of the same pair around it, and a pair has one rate a day for one use.
///
/// Formula: a rate that is one part in a hundred from both of two neighbours, on the same side, while they are within half of that of
/// each other and each within ten days; one that is a tenth from all of up to two rates before and two after it, each within a year, of
/// which two at least are on file, one before it, and all within a fiftieth of each other; one that is a fiftieth from a rate of its own day
/// for another use, or a twentieth from the last one of the ten days before; a rate that is a hundred times its neighbour or a hundredth of
/// it; or the neighbour turned round. Averages are held against averages.
///
/// Severity: error for two rates of one day for one use; else warning.
///
/// Example: 6.2338 between 6.2350 and 6.2333 is plausible, 6.3338 is not, and 0.1604 is the rate turned round.
///
/// Remedy: compare it with the source that published it.
///
/// Cites: IAS 21.21-22, 39.
enum RateOutlier: Check {
  static let id = "rate-outlier"
  private static let mostDays = 10
  /// A rate of another year says nothing.
  private static let mostDaysForScale = 366

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let byUse = Dictionary(grouping: accounts.rates.all, by: Pair.init).sorted { $0.key < $1.key }.flatMap { _, rates in
      let series = rates.sorted { ($0.date, $0.place) < ($1.date, $1.place) }
      return series.indices.compactMap { finding(accounts, series, $0) }
    }
    let said = Set(byUse.compactMap(\.place))
    return byUse + ofDays(accounts).filter { $0.place.map { !said.contains($0) } ?? true }
  }

  /// Rates of days, whatever they are for, that stand out among those around them.
  private static func ofDays(_ accounts: GroupAccounts) -> [Finding] {
    let ofDays = accounts.rates.all.filter { $0.kind != .average }
    return Dictionary(grouping: ofDays, by: { Pair($0, isOfAnyUse: true) }).sorted { $0.key < $1.key }.flatMap { _, rates -> [Finding] in
      let series = rates.sorted { ($0.date, $0.place) < ($1.date, $1.place) }
      var found: [Finding] = []
      for index in series.indices.dropFirst() {
        // One that is near the rate before it is looked at no further: there may be thousands.
        guard !areAlike(series[index], series[index - 1], within: fiftieth),
          let finding = ofDay(accounts, series, index, said: { place in found.contains { $0.place == place } })
        else { continue }
        found.append(finding)
      }
      return found
    }
  }

  /// What is wrong with a rate that is not near the one before it in its series; nil where nothing shows that it is.
  ///
  /// - Parameter said: whether another one has been named already, so that it is the one that is out.
  private static func ofDay(_ accounts: GroupAccounts, _ series: [Rate], _ index: Int, said: (Place) -> Bool) -> Finding? {
    let rate = series[index]
    let (base, quote) = (rate.base.code, rate.quote.code)
    let around = around(series, index)
    if stands(rate, outOf: around) {
      return finding(
        .warning, accounts, rate,
        "the rate of \(code: base) in \(code: quote) on \(rate.date) is more than 10 % from those around it, which agree", around)
    }
    let before = series[index - 1]
    if before.date == rate.date {
      guard before.kind != rate.kind, !said(before.place) else { return nil }
      return finding(
        .warning, accounts, rate,
        "the rate of \(code: base) in \(code: quote) on \(rate.date) is more than 2 % from the one of the same day for another use",
        [before])
    }
    guard rate.date.days(since: before.date) <= mostDays, !areAlike(rate, before, within: Ratio(coefficient: 5, exponent: -2)),
      !said(before.place)
    else { return nil }
    return finding(
      .warning, accounts, rate,
      "the rate of \(code: base) in \(code: quote) on \(rate.date) is more than 5 % from the one of \(before.date)", [before])
  }

  /// The rates of the two days before and the two after, of one year: of a day with several that of the same use, else the first.
  private static func around(_ series: [Rate], _ index: Int) -> [Rate] {
    let rate = series[index]
    func ofDays(_ indices: some Sequence<Int>) -> [Rate] {
      var found: [Rate] = []
      for other in indices.lazy.map({ series[$0] }) where other.date != rate.date {
        guard abs(other.date.days(since: rate.date)) <= mostDaysForScale else { break }
        if found.last?.date == other.date {
          if other.kind == rate.kind { found[found.count - 1] = other }
        } else {
          if found.count == 2 { break }
          found.append(other)
        }
      }
      return found
    }
    return ofDays((0..<index).reversed()).reversed() + ofDays((index + 1)..<series.count)
  }

  /// Whether a rate is a tenth from all around it, while these agree.
  private static func stands(_ rate: Rate, outOf around: [Rate]) -> Bool {
    // Without a rate before it nothing shows that a currency has not fallen since.
    guard let first = around.first, around.count > 1, first.date < rate.date else { return false }
    return around.allSatisfy { areAlike($0, first, within: fiftieth) }
      && around.allSatisfy { !areAlike(rate, $0, within: Ratio(coefficient: 1, exponent: -1)) }
  }

  private static let fiftieth = Ratio(coefficient: 2, exponent: -2)

  /// Whether the larger of two prices is the smaller and no more than a part of it, whichever way round they are quoted.
  private static func areAlike(_ left: Rate, _ right: Rate, within part: Ratio) -> Bool {
    let (one, other) = (price(left), price(right))
    return max(one, other) <= min(one, other) * (Ratio.one + part)
  }

  /// Rates that are to be near each other: of one pair, whichever way round, and one use.
  private struct Pair: Hashable, Comparable {
    let first: String
    let second: String
    let kind: String

    init(_ rate: Rate) { self.init(rate, isOfAnyUse: false) }

    init(_ rate: Rate, isOfAnyUse: Bool) {
      (first, second) = (min(rate.base.code, rate.quote.code), max(rate.base.code, rate.quote.code))
      kind = isOfAnyUse ? "" : rate.kind?.rawValue ?? ""
    }

    static func < (left: Pair, right: Pair) -> Bool { (left.first, left.second, left.kind) < (right.first, right.second, right.kind) }
  }

  /// What one unit of the currency first in the alphabet costs.
  private static func price(_ rate: Rate) -> Ratio { rate.base.code < rate.quote.code ? rate.rate : .one / rate.rate }

  private static func finding(_ accounts: GroupAccounts, _ series: [Rate], _ index: Int) -> Finding? {
    let rate = series[index]
    let before = index > 0 ? series[index - 1] : nil
    let after = index + 1 < series.count ? series[index + 1] : nil
    if let before, before.date == rate.date {
      guard !isNear(price(rate), price(before), within: Ratio(coefficient: 1, exponent: -4)) else { return nil }
      return finding(
        .error, accounts, rate, "two rates of \(code: rate.base.code) in \(code: rate.quote.code) are given for \(rate.date)", [before])
    }
    if let factor = scale(of: rate, among: near(series, index)) {
      let near = near(series, index)
      return finding(
        .warning, accounts, rate,
        factor == .one
          ? "the rate of \(code: rate.base.code) in \(code: rate.quote.code) on \(rate.date) looks turned round"
          : "the rate of \(code: rate.base.code) in \(code: rate.quote.code) on \(rate.date) differs from its neighbours by a factor of \(number: factor)",
        near)
    }
    guard let before, let after, rate.date.days(since: before.date) <= mostDays, after.date.days(since: rate.date) <= mostDays,
      after.date != rate.date
    else { return nil }
    let (earlier, own, later) = (price(before), price(rate), price(after))
    guard isNear(earlier, later, within: Ratio(coefficient: 5, exponent: -3)), (own < earlier) == (own < later),
      !isNear(own, earlier, within: Ratio(coefficient: 1, exponent: -2)), !isNear(own, later, within: Ratio(coefficient: 1, exponent: -2))
    else { return nil }
    return finding(
      .warning, accounts, rate,
      "the rate of \(code: rate.base.code) in \(code: rate.quote.code) on \(rate.date) is more than 1 % from those before and after it, which agree",
      [before, after])
  }

  /// The two rates before and the two after, as far as they are of the same year.
  private static func near(_ series: [Rate], _ index: Int) -> [Rate] {
    let range = max(index - 2, 0)...min(index + 2, series.count - 1)
    return range.filter { $0 != index }.map { series[$0] }.filter { abs($0.date.days(since: series[index].date)) <= mostDaysForScale }
  }

  /// The power of ten by which a rate differs from all near it, which agree; one where it is theirs turned round; nil for neither.
  private static func scale(of rate: Rate, among near: [Rate]) -> Ratio? {
    let tenth = Ratio(coefficient: 1, exponent: -1)
    let own = price(rate)
    guard let first = near.first, near.allSatisfy({ isNear(price($0), price(first), within: tenth) }),
      !isNear(own, price(first), within: tenth)
    else { return nil }
    // Of two rates that differ so much the later is looked at.
    if near.count == 1, first.date > rate.date { return nil }
    if near.allSatisfy({ isNear(.one / own, price($0), within: Ratio(coefficient: 5, exponent: -2)) }) { return .one }
    return [1, 2, 3, 4].map { Ratio(coefficient: 1, exponent: $0) }.first { factor in
      near.allSatisfy { isNear(own, price($0) * factor, within: tenth) || isNear(own * factor, price($0), within: tenth) }
    }
  }

  private static func isNear(_ left: Ratio, _ right: Ratio, within band: Ratio) -> Bool {
    (left - right).magnitude <= right.magnitude * band
  }

  private static func finding(_ severity: Severity, _ accounts: GroupAccounts, _ rate: Rate, _ message: Text, _ others: [Rate]) -> Finding {
    Finding(
      severity, id, message, period: .asAt(rate.date), place: rate.place,
      expected: others.map { "\($0.base.code)/\($0.quote.code) \($0.rate.shortestText(mostPlaces: 8))" }.joined(separator: ", "),
      actual: "\(rate.base.code)/\(rate.quote.code) \(rate.rate.shortestText(mostPlaces: 8))",
      details: others.map { "\($0.date): \(number: $0.rate) at \(code: accounts.address(of: $0.place))" },
      citation: Citation("IAS 21.21-22, 39"), remedy: "compare it with the source that published it")
  }
}
