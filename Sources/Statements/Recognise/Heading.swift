/// What the cells above a column of figures say together: its date or period, unit, scenario, whose it is.
///
/// A heading may stand in several rows, `Year ended 31 December` over `2011`, `2012` over `Q1`: what no cell says alone, two may.
struct Heading: Sendable {
  /// What it can mean as a date or period; several where the order of day and month is open, none where it says nothing of time.
  var readings: [PeriodReading] = []
  /// Its relation to the period that the lines above the table name.
  var relative: RelativePeriod?
  var unit: MoneyUnit?
  var scenario: String?
  var basis: Basis?
  var isVariance = false
  var isRestated = false
  var isFormer = false
  /// What else it says: an entity's name, perhaps.
  var words: [String] = []

  /// Whether it says which date or period stands below it.
  var saysTime: Bool { !readings.isEmpty || relative != nil }

  /// The heading whose cells are `texts`, from the top; empty ones are left out.
  init(_ texts: [String]) {
    var times: [(text: String, readings: [PeriodReading])] = []
    for text in texts {
      let found = PeriodReader.readings(of: text)
      if !found.isEmpty {
        times.append((text, found))
      } else if HeadingWords.isFormer(text) {
        isFormer = true
      } else if HeadingWords.role(of: text) == .variance {
        isVariance = true
      } else if let relation = HeadingWords.relative(of: text) {
        relative = relation
      } else if let word = HeadingWords.scenario(of: text) {
        scenario = word
      } else if HeadingWords.isRestated(text) {
        isRestated = true
      } else if let found = UnitReader.whole(text) {
        unit = unit ?? found
      } else if let found = HeadingWords.basis(of: text) {
        basis = found
      } else if BasisWords.isAudited(in: text) == nil || text.utf8.count > 24 {
        words.append(text)
      }
    }
    if !joinWords(&times) { readings = Heading.merged(times.map(\.readings)) }
    scenario = scenario ?? readings.first?.scenario
    unit = unit ?? readings.first?.unit
    if readings.first?.isRestated == true { isRestated = true }
  }

  /// Takes words together with what speaks of time, where that says more: `Nine months ended` with `30 September 2012`.
  private mutating func joinWords(_ times: inout [(text: String, readings: [PeriodReading])]) -> Bool {
    guard !words.isEmpty, words.count + times.count > 1, words.count + times.count <= 4 else { return false }
    let isComplete = times.contains { time in time.readings.contains { $0.namesDays && !$0.isOpenOnLength } }
    guard !isComplete else { return false }
    for count in stride(from: words.count, through: 1, by: -1) {
      for pick in [Array(words.prefix(count)), Array(words.suffix(count))] {
        for joined in [pick + times.map(\.text), times.map(\.text) + pick] {
          let found = PeriodReader.readings(of: joined.joined(separator: " "))
          guard !found.isEmpty else { continue }
          words.removeAll { pick.contains($0) }
          readings = found
          return true
        }
      }
    }
    return false
  }

  /// What several cells say together, the upper ones first.
  static func merged(_ cells: [[PeriodReading]]) -> [PeriodReading] {
    guard var all = cells.first else { return [] }
    for other in cells.dropFirst() {
      // Alternatives stay open on the side that has them; the other side is one reading.
      let (many, one) = other.count > 1 ? (other, all) : (all, other)
      guard let single = one.first else { continue }
      all = many.map { $0.merged(with: single) }
    }
    return all
  }
}

extension PeriodReading {
  /// Whether it names the day on which it ends, year included.
  var namesDays: Bool {
    switch kind {
    case .date, .asAt, .ended, .span: true
    case .year, .financialYear, .month, .quarter, .half, .firstMonths, .trailingTwelveMonths, .endedDayMonth: false
    }
  }

  /// Whether it leaves open how long the stretch is.
  var isOpenOnLength: Bool {
    if case .date = kind { return true }
    return false
  }

  /// The year that it names.
  var year: Int? {
    switch kind {
    case .date(let date), .asAt(let date), .ended(let date, _), .span(_, let date): date.components.year
    case .year(let year), .financialYear(let year), .month(let year, _), .quarter(let year, _), .half(let year, _),
      .firstMonths(let year, _):
      year
    case .trailingTwelveMonths(let date): date?.components.year
    case .endedDayMonth: nil
    }
  }

  /// Both together, the more exact where one contains the other.
  func merged(with other: PeriodReading) -> PeriodReading {
    var result = self
    result.kind = PeriodReading.merged(kind, other.kind) ?? PeriodReading.merged(other.kind, kind) ?? kind
    result.isRestated = isRestated || other.isRestated
    result.isAudited = isAudited ?? other.isAudited
    result.scenario = scenario ?? other.scenario
    result.unit = unit ?? other.unit
    result.style = style ?? other.style
    result.era = era ?? other.era
    return result
  }

  private static func merged(_ first: Kind, _ second: Kind) -> Kind? {
    switch (first, second) {
    case (.endedDayMonth(let month, let day, let months), .year(let year)),
      (.endedDayMonth(let month, let day, let months), .financialYear(let year)):
      guard let date = DayOfYear(month: month, day: day).date(in: year) else { return nil }
      return months.map { .ended(date, months: $0) } ?? .date(date)
    case (.date(let date), .financialYear), (.asAt(let date), .financialYear): return .ended(date, months: 12)
    case (.date(let date), .quarter): return .ended(date, months: 3)
    case (.date(let date), .half): return .ended(date, months: 6)
    case (.date(let date), .firstMonths(_, let months)): return .ended(date, months: months)
    case (.trailingTwelveMonths(nil), .date(let date)), (.trailingTwelveMonths(nil), .asAt(let date)): return .trailingTwelveMonths(date)
    case (.date, .year), (.asAt, .year), (.ended, .year), (.ended, .financialYear), (.ended, .date), (.asAt, .date), (.span, .year),
      (.quarter, .year), (.half, .year), (.month, .year), (.firstMonths, .year), (.financialYear, .year), (.ended, .quarter),
      (.ended, .half):
      return first
    default: return nil
    }
  }

  /// A year's column under a line that names the day: `For the nine months ended 30 September 2012` over `2012` and `2011`.
  func completed(by above: PeriodReading) -> PeriodReading {
    switch (kind, above.kind) {
    case (.year(let year), .date(let date)), (.year(let year), .asAt(let date)), (.year(let year), .ended(let date, _)),
      (.year(let year), .span(_, let date)):
      let (_, month, day) = date.components
      guard let last = (date.isMonthEnd ? DayOfYear(month: month, day: 31) : DayOfYear(month: month, day: day)).date(in: year) else {
        return self
      }
      var result = self
      switch above.kind {
      case .ended(_, let months): result.kind = .ended(last, months: months)
      case .asAt: result.kind = .asAt(last)
      case .span(let first, let end):
        guard let months = Period.from(first, to: end)?.wholeMonths else { return self }
        result.kind = .ended(last, months: months)
      default: result.kind = .date(last)
      }
      return result
    case (.year, .endedDayMonth): return merged(with: above)
    case (.endedDayMonth, _):
      guard let year = above.year else { return self }
      return merged(with: PeriodReading(kind: .year(year)))
    default: return self
    }
  }

  /// The same a number of years earlier.
  func earlier(years: Int) -> PeriodReading {
    var result = self
    switch kind {
    case .date(let date): result.kind = .date(date.adding(months: -12 * years))
    case .asAt(let date): result.kind = .asAt(date.adding(months: -12 * years))
    case .ended(let date, let months): result.kind = .ended(date.adding(months: -12 * years), months: months)
    case .span(let first, let last): result.kind = .span(first.adding(months: -12 * years), last.adding(months: -12 * years))
    case .year(let year): result.kind = .year(year - years)
    case .financialYear(let year): result.kind = .financialYear(year - years)
    case .month(let year, let month): result.kind = .month(year: year - years, month: month)
    case .quarter(let year, let quarter): result.kind = .quarter(year: year - years, quarter: quarter)
    case .half(let year, let half): result.kind = .half(year: year - years, half: half)
    case .firstMonths(let year, let months): result.kind = .firstMonths(year: year - years, months: months)
    case .trailingTwelveMonths(let date): result.kind = .trailingTwelveMonths(date?.adding(months: -12 * years))
    case .endedDayMonth: break
    }
    return result
  }
}
