import Testing

@testable import Statements

/// What ties is left in peace, whatever it is rounded to; and one unit beyond what rounding explains is always found.
@Suite struct ConsistentSetsTests {
  /// A position and a result of one entity that tie exactly, in units of currency.
  private struct ExactSet {
    var figures: [(label: String, amount: Int128, isResult: Bool)] = []

    init(_ generator: inout SeededGenerator) {
      let size: Int128 = [1_000, 1_000_000, 1_000_000_000, 100_000_000_000].randomElement(using: &generator) ?? 1
      func some() -> Int128 { Int128(Int64.random(in: 1...1_000_000, using: &generator)) * size / 1_000_000 + 1 }
      let (current, fixed, owedSoon, owedLate, minority) = (some(), some(), some() / 3, some() / 3, some() / 9)
      let assets = current + fixed
      let liabilities = owedSoon + owedLate
      let (revenue, cost, other) = (some() * 3, some(), some() / 5)
      let before = revenue - cost - other
      let tax = before > 0 ? before / 4 : 0
      let after = before - tax
      let share = after / 10
      figures = [
        ("Total non-current assets", fixed, false), ("Total current assets", current, false), ("Total assets", assets, false),
        ("Total current liabilities", owedSoon, false), ("Total non-current liabilities", owedLate, false),
        ("Total liabilities", liabilities, false), ("Net assets", assets - liabilities, false),
        ("Equity attributable to owners of the parent", assets - liabilities - minority, false),
        ("Non-controlling interests", minority, false),
        ("Revenue", revenue, true), ("Cost of sales", -cost, true), ("Gross profit", revenue - cost, true),
        ("Administrative expenses", -other, true), ("Profit/(loss) before tax", before, true), ("Income tax", -tax, true),
        ("Profit/(loss) for the year", after, true), ("Profit attributable to owners of the parent", after - share, true),
        ("Profit attributable to non-controlling interests", share, true),
      ]
    }

    /// The files, each figure rounded to a multiple of `step` and printed in units of `unit`.
    func files(step: Int128, unit: (words: String, exponent: Int)) -> [String: String] {
      func cell(_ amount: Int128) -> String {
        let (quotient, remainder) = amount.quotientAndRemainder(dividingBy: step)
        let rounded = (quotient + (2 * remainder.magnitude >= step.magnitude ? amount.signum() : 0)) * step
        var digits = String(rounded.magnitude)
        while digits.count <= unit.exponent { digits = "0" + digits }
        let whole = digits.dropLast(unit.exponent)
        var decimals = String(digits.suffix(unit.exponent))
        // As many decimals as the step has in this unit, no more.
        var places = unit.exponent
        var rest = step
        while places > 0, rest % 10 == 0 {
          places -= 1
          rest /= 10
        }
        decimals = String(decimals.prefix(places))
        return (rounded < 0 ? "-" : "") + whole + (decimals.isEmpty ? "" : "." + decimals)
      }
      func table(_ heading: String, _ isResult: Bool) -> String {
        let rows = figures.filter { $0.isResult == isResult }.map { "\($0.label),\(cell($0.amount))" }
        return "entity,Pier\nunit,\(unit.words)\n,\(heading)\n" + rows.joined(separator: "\n") + "\n"
      }
      return [
        "entities.csv": "entity,role,functional currency\nPier,parent,CNY\n", "a.csv": table("2024-12-31", false),
        "b.csv": table("Year ended 31 December 2024", true),
      ]
    }
  }

  private static let units: [(words: String, exponent: Int)] = [("RMB", 0), ("RMB'000", 3), ("RMB million", 6)]

  /// The errors and warnings of the checks, which stand on facts alone: no page is written.
  private static func alarms(_ accounts: GroupAccounts) -> [Finding] {
    AllChecks.findings(in: accounts).filter {
      // A loss or a profit without tax has its own question.
      $0.severity != .info && $0.check != "effective-tax-rate" && !($0.check == "tax-bridge" && $0.severity == .warning)
    }
  }

  private static func alarms(_ files: [String: String]) -> [Finding] { alarms(CSVGroup(files).accounts()) }

  /// The figures of sets as facts, an entity each, rounded to multiples of a step: without a way through files.
  private static func accounts(_ sets: [(set: ExactSet, zeros: Int)], _ catalogue: LineItemCatalogue) throws -> GroupAccounts {
    var intake = Intake([], catalogue: catalogue)
    let end = CalendarDate.day(2024, 12, 31)
    for (number, (set, zeros)) in sets.enumerated() {
      let entity = intake.entities.add(Entity(name: "Pier \(number)", role: number == 0 ? .parent : .subsidiary)).id
      let step = (0..<zeros).reduce(Int128(1)) { power, _ in 10 * power }
      for (index, figure) in set.figures.enumerated() {
        let item = try #require(catalogue.find(label: figure.label)?.item, "\(figure.label)")
        let (quotient, remainder) = figure.amount.quotientAndRemainder(dividingBy: step)
        let rounded = (quotient + (2 * remainder.magnitude >= step.magnitude ? figure.amount.signum() : 0)) * step
        intake.facts.append(
          Fact(
            entity: entity, item: item, label: figure.label, period: figure.isResult ? .months(12, to: end) : .asAt(end),
            value: try #require(Amount(coefficient: rounded, exponent: 0)), currency: nil, decimals: -zeros, basis: .unstated,
            scenario: Fact.actual, provenance: .read(Place(fileIndex: number, lineNumber: index + 1, columnNumber: 2)), raw: ""))
      }
    }
    return GroupAccounts(name: "group", intake: intake)
  }

  @Test func tenThousandConsistentSetsRoundedAtRandomRaiseNoAlarm() throws {
    var generator = SeededGenerator(seed: 1)
    let catalogue = LineItemCatalogue.shipped()
    for _ in 0..<100 {
      let sets = (0..<100).map { _ in (set: ExactSet(&generator), zeros: Int.random(in: 0...6, using: &generator)) }
      let alarms = Self.alarms(try Self.accounts(sets, catalogue))
      try #require(alarms.isEmpty, "\(alarms)")
    }
  }

  @Test func filesThatPrintThemRaiseNoAlarmEither() throws {
    var generator = SeededGenerator(seed: 2)
    for number in 0..<200 {
      let set = ExactSet(&generator)
      let unit = Self.units.randomElement(using: &generator) ?? Self.units[0]
      var step: Int128 = 1
      for _ in 0..<Int.random(in: 0...unit.exponent, using: &generator) { step *= 10 }
      let alarms = Self.alarms(set.files(step: step, unit: unit))
      try #require(alarms.isEmpty, "set \(number), step \(step), \(unit.words): \(alarms)")
    }
  }

  @Test func figuresRoundedAndPrintedInFullRaiseNoAlarm() throws {
    var generator = SeededGenerator(seed: 3)
    for number in 0..<200 {
      var set = ExactSet(&generator)
      // Large enough that most figures keep four digits and more.
      for index in set.figures.indices { set.figures[index].amount = set.figures[index].amount * 1_000_003 }
      let step: Int128 = [1_000, 1_000_000].randomElement(using: &generator) ?? 1_000
      let alarms = Self.alarms(set.files(step: step, unit: Self.units[0]))
      try #require(alarms.isEmpty, "set \(number), step \(step): \(alarms)")
    }
  }

  @Test func oneUnitBeyondWhatRoundingExplainsIsAlwaysFound() throws {
    var generator = SeededGenerator(seed: 4711)
    let catalogue = LineItemCatalogue.shipped()
    for _ in 0..<20 {
      let sets = (0..<100).map { _ in
        var set = ExactSet(&generator)
        let zeros = Int.random(in: 0...6, using: &generator)
        let step = (0..<zeros).reduce(Int128(1)) { power, _ in 10 * power }
        // All are multiples of the step and tie; a total and two parts bear a step and a half, so two steps are one too many.
        for index in set.figures.indices { set.figures[index].amount *= step }
        set.figures[[2, 5, 6, 11, 15].randomElement(using: &generator) ?? 2].amount += 2 * step
        return (set: set, zeros: zeros)
      }
      let found = Set(Self.alarms(try Self.accounts(sets, catalogue)).filter { $0.severity == .error }.compactMap(\.entity))
      #expect(found.count == sets.count, "\(sets.indices.filter { !found.contains(EntityID(index: $0)) })")
    }
  }
}
