import Testing

@testable import Statements

/// What holds for the changes in equity of random groups whose accounts tie: everything is explained, every row and column adds up.
@Suite struct ChangesInEquityPropertyTests {
  /// A subsidiary over a year with one change of ownership on 1 July, its figures in cents.
  private struct Year {
    let held, others, moved: Int
    let opening, first, second, oci, price, costs: Int
    let kind: EquityEvent.Kind

    init(using generator: inout SeededGenerator) {
      func size(_ most: Int) -> Int { Int.random(in: 1...most, using: &generator) }
      func signed(_ most: Int) -> Int { Int.random(in: -most...most, using: &generator) }
      let most = [10, 1_000, 1_000_000][size(3) - 1]
      (held, others) = (size(most) + 1, size(most) + 1)
      kind = [EquityEvent.Kind.sale, .purchase, .issue, .buyback][size(4) - 1]
      switch kind {
      case .sale: moved = size(held - 1)
      case .purchase, .buyback: moved = size(others - 1)
      case .issue, .rights, .exercise, .conversion, .lapse: moved = size(most)
      }
      (opening, first, second, oci) = (signed(1_000_000_000), signed(10_000_000), signed(10_000_000), signed(1_000_000))
      price = size(100_000_000)
      costs = Int.random(in: 0...price / 10, using: &generator)
    }

    /// What comes into the subsidiary itself.
    var into: Int {
      switch kind {
      case .issue: price - costs
      case .buyback: -price - costs
      case .sale, .purchase, .rights, .exercise, .conversion, .lapse: 0
      }
    }

    var parties: String {
      switch kind {
      case .sale: "Parent,Newcomer"
      case .purchase: "Others,Parent"
      case .buyback: "Others,"
      case .issue, .rights, .exercise, .conversion, .lapse: ",Newcomer"
      }
    }
  }

  private static func text(_ cents: Int) -> String { Ratio(numerator: cents, denominator: 100).text(places: 2) }

  private static func group(_ years: [Year]) -> CSVGroup {
    var entities = "entity,role,functional currency\nParent,parent,CNY\nOthers,outside,\nNewcomer,outside,\n"
    var holdings = "entity,holder,shares\n"
    var events = "event,date,entity,kind,from,to,shares,consideration,currency,costs,control after\n"
    var files: [String: String] = [:]
    for (number, year) in years.enumerated() {
      let name = "Sub \(number)"
      entities += "\(name),subsidiary,CNY\n"
      holdings += "\(name),Parent,\(year.held)\n\(name),Others,\(year.others)\n"
      events +=
        "Deal \(number),2025-07-01,\(name),\(year.kind.rawValue),\(year.parties),\(year.moved),\(text(year.price)),CNY,\(text(year.costs)),yes\n"
      let half = year.opening + year.first
      let closing = half + year.into + year.second + year.oci
      files["position-\(number).csv"] =
        "entity,\(name)\ncurrency,CNY\n,2024-12-31,2025-06-30,2025-12-31\n"
        + "Net assets/(liabilities),\(text(year.opening)),\(text(half)),\(text(closing))\n"
      files["results-\(number).csv"] =
        "entity,\(name)\ncurrency,CNY\n,Six months ended 30 June 2025,Year ended 31 December 2025\n"
        + "Profit/(loss) after tax,\(text(year.first)),\(text(year.first + year.second))\nOther comprehensive income,0.00,\(text(year.oci))\n"
    }
    (files["entities.csv"], files["holdings.csv"], files["events.csv"]) = (entities, holdings, events)
    return CSVGroup(files)
  }

  @Test func accountsThatTieAreExplainedToTheCentOfRounding() {
    var generator = SeededGenerator(seed: 41_121_819)
    var count = 0
    for _ in 0..<6 {
      let years = (0..<50).map { _ in Year(using: &generator) }
      let accounts = Self.group(years).accounts()
      let figures = Dictionary(grouping: AttributedFigure.all(in: accounts), by: \.entity)
      var changes: [ChangesInEquity] = []
      for (entity, own) in figures.sorted(by: { $0.key < $1.key }) { changes += AttributedChanges.all(of: entity, in: accounts, own) }
      #expect(changes.count == years.count)
      for stretch in changes {
        count += 1
        let name = accounts.entities[stretch.entity].name
        let rest = stretch.unexplained
        #expect(rest.total == .zero, "\(name) \(rest)")
        #expect(rest.nci.magnitude <= Casting.roundings && rest.owners == -rest.nci, "\(name) \(rest)")
        #expect(stretch.notes.isEmpty && Casting.holds(stretch, decimals: 2), "\(name) \(stretch.notes)")
        for line in stretch.lines { #expect(line.owners.flatMap { owners in line.nci.map { owners + $0 } } == line.total, "\(name)") }
      }
      // Sums of a roll-forward are those of its rows, and the schedule cross-casts row by row and in total.
      for rollForward in NCIRollForward.all(changes, currency: accounts.presentationCurrency) {
        let kinds = ChangesInEquity.Kind.allCases.reduce(Amount.zero) { sum, kind in sum + rollForward.sum { $0.nci(kind) } }
        #expect(
          rollForward.sum(\.opening.nci) + kinds + rollForward.sum(\.unexplained.nci) == rollForward.sum(\.closing.nci))
      }
      for year in OwnershipSchedule(accounts).years {
        #expect(year.kept.allSatisfy { $0.effect?.crossCasts == true } && year.total.crossCasts && !year.hasUndetermined)
        #expect(
          year.total.nci == changes.reduce(Amount.zero) { $0 + $1.nci(.changeOfInterest) }, "the schedule is the roll-forward's column")
      }
    }
    #expect(count == 300)
  }
}
