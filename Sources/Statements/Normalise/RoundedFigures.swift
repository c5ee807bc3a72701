/// How exactly figures are meant that were rounded before they were printed in full: `93,083,000,000` among figures that all end so.
///
/// The zeros at the end of one figure prove nothing: a round sum is as exact as any. Where all figures of a column end in them, at least
/// six different ones and most of them with several digits before the zeros, the zeros are those of rounding, and the figures are
/// exact to that power of ten only. One in ten may have more digits, such as a figure that was computed, and stays as it is printed.
/// A column with too few figures of its own is read as its file, where the file's figures are so.
///
/// Per-share figures, percentages, counts and lines that are not known take no part: they are rounded in another way.
struct RoundedFigures {
  /// How many different figures it takes.
  private static let fewestFigures = 6
  /// The digits before the zeros that most figures must have: the fewer the zeros, the more, since people like round figures too. Behind
  /// the decimal point one zero is enough (`1234.0`): nobody prints it who has pennies to show.
  private static func fewestDigits(zeros: Int, isWhole: Bool) -> Int? {
    switch zeros {
    case 6...: 3
    case 3...5: 4
    case 2: 5
    case 1: isWhole ? 5 : nil
    default: nil
    }
  }

  /// How many columns are rounded, by the power of ten to which they are; with the first figure of each power.
  private(set) var columns: [Int: (count: Int, first: Fact)] = [:]

  /// Sets `decimals` of the facts of one file.
  init(_ facts: inout [Fact], _ catalogue: LineItemCatalogue) {
    var columns: [Column: [Int]] = [:]
    for (index, fact) in facts.enumerated() where RoundedFigures.counts(fact, catalogue) {
      columns[Column(fact), default: []].append(index)
    }
    let whole = RoundedFigures.exponent(columns.values.joined(), facts)
    for (_, indices) in columns.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      guard let exponent = [whole, RoundedFigures.exponent(indices, facts)].compactMap({ $0 }).max() else { continue }
      var isCoarser = false
      let step = RoundedFigures.power(of: exponent + Amount.scale)
      for index in indices where facts[index].decimals > -exponent && facts[index].value.atoms % step == 0 {
        facts[index].decimals = -exponent
        isCoarser = true
      }
      guard isCoarser, let first = indices.first else { continue }
      let known = self.columns[exponent]
      self.columns[exponent] = ((known?.count ?? 0) + 1, known?.first ?? facts[first])
    }
  }

  /// One date or period of one entity, as far as a file has it.
  private struct Column: Hashable {
    let entity: EntityID
    let end: CalendarDate
    let scenario: String
    let basis: Basis

    init(_ fact: Fact) {
      (entity, end, scenario, basis) = (fact.entity, fact.period.end, fact.scenario, fact.basis)
    }
  }

  private static func counts(_ fact: Fact, _ catalogue: LineItemCatalogue) -> Bool {
    guard case .read = fact.provenance else { return false }
    switch catalogue[fact.item].statement {
    case .position, .income, .comprehensive, .changes, .cashFlow: return !fact.raw.hasSuffix("%")
    case .perShare, .unknown: return false
    }
  }

  /// The power of ten that the figures share, where that is a sign of rounding; nil where it is none.
  private static func exponent(_ indices: some Sequence<Int>, _ facts: [Fact]) -> Int? {
    var figures: [(magnitude: Int128, exponent: Int)] = []
    var printed = Int.min
    for index in indices where facts[index].value.sign != 0 {
      let magnitude = facts[index].value.magnitude.atoms
      figures.append((magnitude, zeros(magnitude) - Amount.scale))
      printed = max(printed, facts[index].decimals)
    }
    figures.sort { $0.exponent < $1.exponent }
    let round = figures.dropFirst(figures.count / 10)
    guard let least = round.first?.exponent, Set(round.map(\.magnitude)).count >= fewestFigures else { return nil }
    guard let digits = fewestDigits(zeros: least + printed, isWhole: least >= 0 && printed > 0) else { return nil }
    // Twenty figures show with three digits what six show with four.
    let fewer = round.count >= 40 ? 2 : round.count >= 20 ? 1 : 0
    let fewest = power(of: least + digits - 1 - fewer + Amount.scale)
    return 2 * round.count { $0.magnitude >= fewest } > round.count ? least : nil
  }

  /// How many zeros a number ends in.
  private static func zeros(_ magnitude: Int128) -> Int {
    var rest = magnitude
    var count = 0
    while rest != 0 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { break }
      rest = quotient
      count += 1
    }
    return count
  }

  private static func power(of exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<min(max(exponent, 0), 36) { power *= 10 }
    return power
  }
}

extension Intake {
  /// Sets how exactly the figures of one file are meant, and says what was assumed of them.
  mutating func settlePrecision(of facts: inout [Fact], fileIndex: Int) {
    let rounded = RoundedFigures(&facts, catalogue)
    for (exponent, column) in rounded.columns.sorted(by: { $0.key < $1.key }) {
      let step = Ratio(coefficient: 1, exponent: exponent)
      let (count, first) = column
      let columns: Text = count == 1 ? "one column" : "\(count) columns"
      sources[fileIndex].evidence.append("precision: the figures of \(columns) are exact to \(number: step) only, as their zeros show")
      // Pennies that are all nil are no more than a way of writing.
      guard exponent > 0 else { continue }
      findings.append(
        Finding(
          .info, "precision-assumed", "the figures of \(columns) are multiples of \(number: step), and are taken as rounded to it",
          entity: first.entity, period: first.period, place: first.provenance.place, actual: first.raw,
          details: ["a sum of them may be out by half of that for each figure"],
          remedy: "nothing, if they were rounded; else give the exact figures"))
    }
  }
}
