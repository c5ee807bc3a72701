/// An amount in another currency needs the rate of its day.
///
/// The event's amounts need the rate of its own day, the net assets behind it the closing rate of theirs; a statement in another currency
/// than the reports needs the closing rate of each date and the average rate of each period, and what owners put in or took out the rate
/// of its day. No other day's rate is taken in its stead, and no average is made up.
///
/// Formula: a line of that day and pair, either way round or crossed, for that use or for any; the closing and the spot rate of one day stand
/// for each other (IAS 21.8).
///
/// Severity: error.
///
/// Example: a consideration in US dollars on 30 November 2012 and no line 2012-11-30,USD,CNY.
///
/// Remedy: add the rate of that day to a file with the columns date,base,quote,rate.
///
/// Cites: IAS 21.21-23, 39-40.
enum RateMissing: Check {
  static let id = "rate-missing"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.flatMap { event in [ofEvent(event, accounts), ofNetAssets(event, accounts)].compactMap { $0 } }
      + accounts.entities.ids.flatMap { ofStatements($0, accounts) }
  }

  // MARK: Statements

  /// A rate that the translation of a figure lacks, with the figure that asks for it first.
  private struct Gap {
    let rate: MissingRate
    let item: ItemID?
    let place: Place?
  }

  /// One finding for each pair of currencies and use: the latest date or period in its sentence, the others below it.
  private static func ofStatements(_ entity: EntityID, _ accounts: GroupAccounts) -> [Finding] {
    let gaps = gaps(of: entity, accounts)
    var findings: [Finding] = []
    for kind in RateKind.allCases {
      let ofKind = gaps.filter { $0.rate.kind == kind }
      for from in Set(ofKind.map(\.rate.from)).sorted() {
        let ordered = ofKind.filter { $0.rate.from == from }.sorted { $1.rate.period < $0.rate.period }
        if let latest = ordered.first { findings.append(finding(latest, others: Array(ordered.dropFirst()), entity, accounts)) }
      }
    }
    return findings + accounts.netAssetsTranslations(of: entity).flatMap { undated($0, accounts) }
  }

  /// What owners put in or took out on a day that no file gives has no rate.
  private static func undated(_ translation: NetAssetsTranslation, _ accounts: GroupAccounts) -> [Finding] {
    translation.undated.map { cause in
      Finding(
        .warning, id,
        "the day of \(cause.label) in the \(translation.movement.period) is not on file, so no rate of exchange is known for it",
        entity: translation.movement.entity, period: translation.movement.period, place: cause.place,
        details: ["needed for the translation difference of that period"], citation: Citation("IAS 21.39-41"),
        remedy: "give it in a long file with its day as start and as end, or as an event, and the rate of that day")
    }
  }

  private static func gaps(of entity: EntityID, _ accounts: GroupAccounts) -> [Gap] {
    guard !accounts.foreignCurrencies(of: entity).isEmpty else { return [] }
    let events = accounts.events.filter { $0.entity == entity }.compactMap { ofNetAssets($0, accounts)?.period }
    var listed: Set<MissingRate> = []
    var gaps: [Gap] = []
    // A position's net assets and a period's result ask first: those are the figures that a reader looks for.
    let headline = [accounts.items.netAssets, accounts.items.profitAfterTax]
    for item in headline + accounts.index.items(of: entity).filter({ !headline.contains($0) }) {
      for fact in accounts.index.series(entity, item) {
        guard case .missing(let rate) = accounts.translated(fact), listed.insert(rate).inserted else { continue }
        // The position behind an event is named with the event already.
        guard rate.kind != .closing || !events.contains(rate.period) else { continue }
        gaps.append(Gap(rate: rate, item: item, place: fact.provenance.place))
      }
    }
    for translation in accounts.netAssetsTranslations(of: entity) {
      for (rate, place) in translation.missing where rate.kind == .spot && listed.insert(rate).inserted {
        gaps.append(Gap(rate: rate, item: nil, place: place))
      }
    }
    return gaps
  }

  private static func finding(_ gap: Gap, others: [Gap], _ entity: EntityID, _ accounts: GroupAccounts) -> Finding {
    let (rate, date) = (gap.rate, gap.rate.period.end)
    let when: Text = rate.kind == .average ? "for the \(rate.period)" : "on \(date)"
    var details: [Text] = ["needed for the translation of \(quoted: accounts.entities[entity]) to \(code: rate.to.code)"]
    if rate.kind == .average {
      if let ofDay = accounts.rates.rate(from: rate.from, to: rate.to, on: date, for: .closing) {
        details.append("the rate of \(date) at \(code: accounts.address(of: ofDay.place)) is that of a day and no average")
      }
    } else if let earlier = accounts.rates.latestDay(from: rate.from, to: rate.to, before: date, for: rate.kind) {
      details.append(
        "the last one before it is that of \(earlier.date), \(number: earlier.rate), at \(code: accounts.address(of: earlier.place))")
    }
    for other in others {
      let place: Text = other.place.map { ", for \(code: accounts.address(of: $0))" } ?? ""
      details.append(rate.kind == .average ? "nor for the \(other.rate.period)\(place)" : "nor on \(other.rate.period.end)\(place)")
    }
    let remedy: Text =
      rate.kind == .average
      ? "add the average of that period with its last day as the date, its first as the start and average as the kind"
      : "add the rate of that day to a file with the columns date,base,quote,rate"
    return Finding(
      .error, id, "no \(code: rate.kind.rawValue) rate from \(code: rate.from.code) to \(code: rate.to.code) \(when) is on file",
      entity: entity, item: gap.item, period: rate.period, place: gap.place,
      expected: "a line \(date.isoText),\(rate.from.code),\(rate.to.code),…", details: details,
      citation: Citation(rate.kind == .average ? "IAS 21.39(b), 40" : rate.kind == .closing ? "IAS 21.39(a)" : "IAS 21.39(b)"),
      remedy: remedy)
  }

  // MARK: Events

  private static func ofEvent(_ event: EquityEvent, _ accounts: GroupAccounts) -> Finding? {
    guard let from = event.currency, let to = accounts.presentationCurrency, from != to else { return nil }
    guard accounts.rates.rate(from: from, to: to, on: event.date, for: .spot) == nil else { return nil }
    return Finding(
      .error, id, "no rate from \(code: from.code) to \(code: to.code) on \(event.date) is on file", entity: event.entity,
      period: .asAt(event.date), place: event.place(of: "currency"), expected: "a line \(event.date.isoText),\(from.code),\(to.code),…",
      details: ["needed for the amounts of \(quoted: event.name), since the group's pages are in \(code: to.code)"],
      citation: Citation("IAS 21.21-22"),
      remedy: accounts.settings.presentationCurrency == nil
        ? "add the rate of that day to a file with the columns date,base,quote,rate, or choose the pages' currency by the setting `presentation currency`"
        : "add the rate of that day to a file with the columns date,base,quote,rate")
  }

  private static func ofNetAssets(_ event: EquityEvent, _ accounts: GroupAccounts) -> Finding? {
    guard let netAssets = accounts.netAssets(of: event.entity, onOrBefore: event.date), let from = netAssets.currency,
      let to = accounts.presentationCurrency, from != to
    else { return nil }
    let date = netAssets.period.end
    guard accounts.rates.rate(from: from, to: to, on: date, for: .closing) == nil else { return nil }
    return Finding(
      .error, id, "no closing rate from \(code: from.code) to \(code: to.code) on \(date) is on file", entity: event.entity,
      item: accounts.items.netAssets, period: .asAt(date), place: netAssets.provenance.place,
      expected: "a line \(date.isoText),\(from.code),\(to.code),…", details: ["needed for the net assets before \(quoted: event.name)"],
      citation: Citation("IAS 21.39"), remedy: "add the rate of that day to a file with the columns date,base,quote,rate")
  }
}
