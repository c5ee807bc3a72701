/// Figures of one line that follow from those on file: a quarter from two cumulative figures, a year from its quarters, the last twelve
/// months from a year and two stretches of years to date.
///
/// Nothing is derived for a period that is on file, or from figures of two currencies or bases. Where parts were restated, all are
/// taken on the restated basis, else all as first reported, or none is derived (`Restatements`). Each derived figure keeps the figures that
/// it rests on, so that it can be traced and so that its basis can be said.
///
/// Formula: stretch = year to date − year to date up to the day before; year to date = Σ of the stretches that follow one another from the
/// year's first day; last twelve months = year before + year to date − the same stretch of the year before.
///
/// Cites: IAS 34.20.
struct DerivedFigures {
  private(set) var figures: [ComparedFigure] = []
  private let yearEnd: DayOfYear
  /// What is not derived, since its parts are of two bases.
  private(set) var withheld: [WithheldFigure] = []
  private let restatements: Restatements
  /// Every figure by its period, as parts that are on file.
  private var partsByPeriod: [Period: [Derivation.Part]] = [:]
  /// The stretches on file by their first day, longest first.
  private var byStart: [CalendarDate: [Fact]]

  /// Derives what `series`, the stretches of one line on file, allow; `latest` is the last day of the entity's results, and the year to
  /// date is derived up to `days` too.
  init(
    _ series: [Fact], yearEnd: DayOfYear, latest: CalendarDate, upTo days: [CalendarDate] = [], _ restatements: Restatements
  ) {
    self.yearEnd = yearEnd
    self.restatements = restatements
    for fact in series { partsByPeriod[fact.period] = [Derivation.Part(fact: fact, isAdded: true)] }
    byStart = Dictionary(grouping: series) { $0.period.start ?? $0.period.end }
    guard series.count > 1, let first = series.first?.period.start else { return }
    for start in byStart.keys { byStart[start]?.sort { $0.period.end > $1.period.end } }
    deriveStretches()
    deriveCumulative(first: first, latest: latest, days)
    deriveLastTwelveMonths(to: latest)
    deriveLastTwelveMonths(to: latest.adding(months: -12))
    figures.sort { $0.period < $1.period }
  }

  // MARK: Discrete from cumulative

  /// The month, quarter or half between two cumulative figures of a year that follow one another.
  private mutating func deriveStretches() {
    for start in byStart.keys.sorted() where yearEnd.falls(on: start.adding(days: -1)) {
      let longestFirst = byStart[start] ?? []
      for (longer, shorter) in zip(longestFirst, longestFirst.dropFirst()) {
        guard let between = Period.from(shorter.period.end.adding(days: 1), to: longer.period.end), let months = between.wholeMonths,
          FigureKind.discrete(months: months) != nil, let elapsed = shorter.period.wholeMonths, elapsed % months == 0, elapsed < 12
        else { continue }
        add(between, "\(short: longer.period) less \(short: shorter.period)", [(longer.period, true), (shorter.period, false)])
      }
    }
  }

  // MARK: Cumulative from discrete

  /// Whole financial years, the latest year to date, and the same stretch of the year before.
  private mutating func deriveCumulative(first: CalendarDate, latest: CalendarDate, _ days: [CalendarDate]) {
    var ends = Set(days + [latest, latest.adding(months: -12)])
    // A cumulative figure on file has its comparative derived where it can be.
    for period in partsByPeriod.keys {
      let kinds = FigureKind.all(of: period, yearEnd: yearEnd)
      if kinds == [.yearToDate] { ends.insert(period.end.adding(months: -12)) }
    }
    var end = yearEnd.yearStart(of: first).adding(months: 12).adding(days: -1)
    while end <= latest {
      ends.insert(end)
      end = end.adding(months: 12)
    }
    for end in ends.sorted() {
      guard let whole = Period.from(yearEnd.yearStart(of: end), to: end) else { continue }
      addSum(whole)
    }
  }

  /// Adds a stretch as the sum of those on file that follow one another from its first day to its last.
  private mutating func addSum(_ whole: Period) {
    guard partsByPeriod[whole] == nil, let chain = chain(over: whole), let first = chain.first, let last = chain.last else { return }
    add(whole, "the sum of \(chain.count) stretches, the first \(short: first), the last \(short: last)", chain.map { ($0, true) })
  }

  /// Stretches on file that cover a period without gap or overlap: the longest that fit, else the shortest.
  private func chain(over whole: Period) -> [Period]? {
    for longestFirst in [true, false] {
      var chain: [Period] = []
      guard var day = whole.start else { return nil }
      while day <= whole.end {
        let fitting = (byStart[day] ?? []).filter { $0.period.end <= whole.end && $0.period != whole && $0.period.dayCount > 1 }
        guard let next = longestFirst ? fitting.first : fitting.last else { break }
        chain.append(next.period)
        day = next.period.end.adding(days: 1)
      }
      if day > whole.end, chain.count > 1 { return chain }
    }
    return nil
  }

  // MARK: Last twelve months

  private mutating func deriveLastTwelveMonths(to end: CalendarDate) {
    let whole = Period.months(12, to: end)
    guard !yearEnd.falls(on: end), partsByPeriod[whole] == nil, let thisYear = Period.from(yearEnd.yearStart(of: end), to: end) else {
      return
    }
    let yearBefore = Period.months(12, to: yearEnd.yearStart(of: end).adding(days: -1))
    let sameBefore = thisYear.yearEarlier
    if [yearBefore, thisYear, sameBefore].allSatisfy({ partsByPeriod[$0] != nil }) {
      add(
        whole, "\(short: yearBefore) plus \(short: thisYear) less \(short: sameBefore)",
        [(yearBefore, true), (thisYear, true), (sameBefore, false)])
    } else {
      addSum(whole)
    }
  }

  // MARK: One derived figure

  private mutating func add(_ period: Period, _ rule: Text, _ terms: [(period: Period, isAdded: Bool)]) {
    guard partsByPeriod[period] == nil else { return }
    var parts = DerivedFigures.net(
      terms.flatMap { term in
        (partsByPeriod[term.period] ?? []).map { Derivation.Part(fact: $0.fact, isAdded: $0.isAdded == term.isAdded) }
      })
    var basis = Derivation.Basis.asOnFile
    switch restatements.common(parts.map(\.fact), yearEnd: yearEnd) {
    case .onFile: break
    case .restated: basis = .restated
    case .firstReported(let before):
      parts = zip(before, parts).map { Derivation.Part(fact: $0, isAdded: $1.isAdded) }
      basis = .firstReported
    case .mixed(let restated, let other):
      let figure = WithheldFigure(period: period, restated: restated.period, other: other.period)
      if !withheld.contains(where: { $0.period == period }) { withheld.append(figure) }
      return
    }
    guard let last = parts.max(by: { $0.fact.period < $1.fact.period })?.fact,
      parts.allSatisfy({ $0.fact.currency == last.currency && $0.fact.basis == last.basis })
    else { return }
    let derivation = Derivation(rule: rule, parts: parts, basis: basis)
    var fact = last
    fact.period = period
    fact.scenario = basis == .firstReported ? Fact.asReported : last.scenario
    fact.value = derivation.value
    fact.decimals = parts.map(\.fact.decimals).min() ?? last.decimals
    fact.provenance = .derived(rule: rule, sources: Places(parts.compactMap(\.fact.provenance.place).sorted()))
    fact.raw = ""
    partsByPeriod[period] = parts
    figures.append(ComparedFigure(fact, derivation))
  }

  /// The parts without those that are both added and taken off.
  private static func net(_ parts: [Derivation.Part]) -> [Derivation.Part] {
    var left = parts
    for part in parts where part.isAdded {
      let opposite = Derivation.Part(fact: part.fact, isAdded: false)
      guard let removed = left.firstIndex(of: opposite), let added = left.firstIndex(of: part) else { continue }
      left.remove(at: max(removed, added))
      left.remove(at: min(removed, added))
    }
    return left
  }
}
