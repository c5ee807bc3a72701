/// The figures of one date or period are not a thousand times those of the next: a unit was taken wrongly, or left out.
///
/// A single figure may jump; a whole column does not. A balance cannot see it. A single line that jumps so is named where it would be more
/// than all assets, or than the revenue, of its column and no sum says so already.
///
/// Formula: of the items that two neighbouring columns share, at least three, three quarters have grown or shrunk by the same power of ten:
/// 10³, 10⁴ (万元) or 10⁶, each within a factor of √10. The column is named that is alone with its scale, or out of scale with the results
/// or the position of its date too; else the later of two.
///
/// Severity: warning.
///
/// Example: inventories, goodwill and receivables of 100, 200 and 300 beside 110,000, 190,000 and 310,000.
///
/// Remedy: compare the units of the two columns, and write the unit over each.
///
/// Cites: IAS 1.51(d)-(e).
enum UnitJump: EntityCheck {
  static let id = "unit-jump"
  private static let fewestItems = 3

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    [true, false].flatMap { isInstant in jumps(accounts, entity, isInstant: isInstant) } + lines(accounts, entity)
  }

  /// Single figures a thousand times those of their line's other columns, and more than the whole that they are a part of.
  private static func lines(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    let wholes = [accounts.items.totalAssets, accounts.items.revenue]
    return accounts.index.items(of: entity).flatMap { item -> [Finding] in
      guard !wholes.contains(item), [.position, .income, .unknown].contains(accounts.catalogue[item].statement) else { return [] }
      let series = accounts.index.series(entity, item)
      let apart = [true, false].compactMap { isInstant in farFromAll(series, isInstant: isInstant) }
      return apart.sorted { $0.figure < $1.figure }.compactMap { figure, last -> Finding? in
        let fact = series[figure]
        guard let whole = wholes.lazy.compactMap({ accounts.index.fact(entity, $0, fact.period) }).first,
          whole.currency == fact.currency, fact.value.magnitude > whole.value.magnitude, !isSummed(accounts, fact)
        else { return nil }
        return single(accounts, fact, series[last], whole)
      }
    }
  }

  /// The figure of a line that is a thousand times each of the line's others, and the last of these: it can only be the greatest.
  private static func farFromAll(_ series: [Fact], isInstant: Bool) -> (figure: Int, last: Int)? {
    func counts(_ index: Int) -> Bool { series[index].period.isInstant == isInstant && series[index].value.sign != 0 }
    guard let greatest = series.indices.filter(counts).max(by: { series[$0].value.magnitude < series[$1].value.magnitude }) else {
      return nil
    }
    var last: Int?
    for index in series.indices where index != greatest && counts(index) {
      guard differs(series[index].value.magnitude, series[greatest].value.magnitude, byTenTo: 3) else { return nil }
      last = index
    }
    return last.map { (greatest, $0) }
  }

  /// Whether a sum of its column that does not hold has the figure in it, and so says what is wrong.
  private static func isSummed(_ accounts: GroupAccounts, _ fact: Fact) -> Bool {
    (accounts.ownSums.byColumn[OwnSums.Column(entity: fact.entity, period: fact.period)] ?? []).contains { own in
      let check = SumCheck(own, accounts.facts)
      return check.fails && check.cells.contains { $0.fact.provenance == fact.provenance }
    }
  }

  private static func single(_ accounts: GroupAccounts, _ fact: Fact, _ other: Fact, _ whole: Fact) -> Finding {
    let display = accounts.display(of: fact.entity)
    return Finding(
      .warning, id,
      "\(line: fact) of \(fact.period) is about 1,000 times that of \(other.period), and more than \(line: whole)",
      entity: fact.entity, item: fact.item, period: fact.period, place: fact.provenance.place,
      details: [
        "\(Money(fact.value, display)) against \(Money(other.value, display)) at \(other.placeText(accounts)), and \(Money(whole.value, display)) at \(whole.placeText(accounts))"
      ], citation: Citation("IAS 1.51(d)-(e)"), remedy: "compare the unit of the figure with that of its line")
  }

  /// A column of one entity: the figures of one date or period, by item.
  private typealias Column = [ItemID: Fact]

  private static func jumps(_ accounts: GroupAccounts, _ entity: EntityID, isInstant: Bool) -> [Finding] {
    guard hasLeap(accounts, entity, isInstant: isInstant) else { return [] }
    var columns: [Period: Column] = [:]
    for item in accounts.index.items(of: entity) where accounts.catalogue[item].statement != .perShare {
      for fact in accounts.index.series(entity, item) where fact.period.isInstant == isInstant && fact.value.sign != 0 {
        columns[fact.period, default: [:]][item] = fact
      }
    }
    let periods = columns.keys.sorted()
    var jumps: [(later: Int, jump: Jump)] = []
    for (number, period) in periods.enumerated().dropFirst() {
      guard let before = columns[periods[number - 1]], let after = columns[period], let jump = jump(from: before, to: after) else {
        continue
      }
      jumps.append((number, jump))
    }
    guard !jumps.isEmpty else { return [] }
    let odd = outOfScale(accounts, entity, periods, jumps.map { ($0.later, $0.jump.isUp ? $0.jump.exponent : -$0.jump.exponent) })
    // A column between two others jumps up and down again: it is said once.
    var said: Set<Int> = []
    return jumps.compactMap { later, jump in
      let isEarlier = odd.contains(later - 1) && !odd.contains(later)
      guard said.insert(isEarlier ? later - 1 : later).inserted else { return nil }
      return isEarlier
        ? finding(accounts, entity, jump.reversed, periods[later], periods[later - 1])
        : finding(accounts, entity, jump, periods[later - 1], periods[later])
    }
  }

  /// Which columns are out of scale: the fewer, and of as many those that are out of scale with the other statement of their date too.
  private static func outOfScale(
    _ accounts: GroupAccounts, _ entity: EntityID, _ periods: [Period], _ jumps: [(later: Int, exponent: Int)]
  ) -> Set<Int> {
    var scale = 0
    var scales: [Int] = []
    for number in periods.indices {
      scale += jumps.first { $0.later == number }?.exponent ?? 0
      scales.append(scale)
    }
    let byScale = Dictionary(grouping: periods.indices, by: { scales[$0] })
    let most = byScale.values.map(\.count).max() ?? 0
    let usual = byScale.filter { $0.value.count == most }
    if usual.count == 1, let kept = usual.first?.value { return Set(periods.indices).subtracting(kept) }
    let apart = byScale.values.map { columns in
      (columns: columns, apart: columns.reduce(0) { $0 + (isApart(accounts, entity, periods[$1]) ? 1 : 0) })
    }
    guard let worst = apart.map(\.apart).max(), worst > 0, apart.count(where: { $0.apart == worst }) == 1 else { return [] }
    return Set(apart.first { $0.apart == worst }?.columns ?? [])
  }

  /// Whether the figures of a date and those of the results to it are of sizes that no business has: assets of some three hundred years'
  /// revenue, or of a day's.
  private static func isApart(_ accounts: GroupAccounts, _ entity: EntityID, _ period: Period) -> Bool {
    var (position, results) = (Amount.zero, Amount.zero)
    for item in accounts.index.items(of: entity) where accounts.catalogue[item].statement != .perShare {
      for fact in accounts.index.series(entity, item) where fact.period.end == period.end {
        if fact.period.isInstant { position = max(position, fact.value.magnitude) } else { results = max(results, fact.value.magnitude) }
      }
    }
    guard position.sign != 0, results.sign != 0 else { return false }
    return max(position, results).atoms / min(position, results).atoms >= 316
  }

  /// Whether a figure of any item is far from the one before it: where none is, no column is, and the columns need not be put together.
  private static func hasLeap(_ accounts: GroupAccounts, _ entity: EntityID, isInstant: Bool) -> Bool {
    for item in accounts.index.items(of: entity) {
      let series = accounts.index.series(entity, item)
      var before: Int128 = 0
      for index in series.indices where series[index].period.isInstant == isInstant {
        let now = series[index].value.magnitude.atoms
        guard now != 0 else { continue }
        let (small, large) = before < now ? (before, now) : (now, before)
        // Shifting is quicker than dividing, and rules nearly all out.
        if small != 0, large >> 8 >= small, large / 316 >= small { return true }
        before = now
      }
    }
    return false
  }

  /// The common power of ten by which a column differs from the one before it, with the figure that shows it first.
  private struct Jump {
    let exponent: Int
    let isUp: Bool
    let shared: Int
    let agreeing: Int
    let first: Fact
    let other: Fact

    /// The same seen from the later column.
    var reversed: Jump { Jump(exponent: exponent, isUp: !isUp, shared: shared, agreeing: agreeing, first: other, other: first) }
  }

  private static func jump(from before: Column, to after: Column) -> Jump? {
    let top = Place(fileIndex: -1)
    let shared = before.keys.filter { after[$0] != nil }
      .sorted { (after[$0]?.provenance.place ?? top, $0) < (after[$1]?.provenance.place ?? top, $1) }
    guard shared.count >= fewestItems else { return nil }
    for exponent in [3, 4, 6] {
      for isUp in [true, false] {
        let agreeing = shared.filter { item in
          guard let earlier = before[item], let later = after[item] else { return false }
          let (small, large) = isUp ? (earlier, later) : (later, earlier)
          return differs(small.value.magnitude, large.value.magnitude, byTenTo: exponent)
        }
        guard 4 * agreeing.count >= 3 * shared.count, let item = agreeing.first, let first = after[item], let other = before[item] else {
          continue
        }
        return Jump(exponent: exponent, isUp: isUp, shared: shared.count, agreeing: agreeing.count, first: first, other: other)
      }
    }
    return nil
  }

  /// Whether `large` is 10^`exponent` times `small`, within a factor of √10: for 10³, from 316 to 3,162 times.
  private static func differs(_ small: Amount, _ large: Amount, byTenTo exponent: Int) -> Bool {
    let times = large.atoms / small.atoms
    var scale: Int128 = 1
    for _ in 3..<exponent { scale *= 10 }
    return times >= 316 * scale && times < 3162 * scale
  }

  private static func finding(_ accounts: GroupAccounts, _ entity: EntityID, _ jump: Jump, _ earlier: Period, _ later: Period) -> Finding {
    let display = accounts.display(of: entity)
    let factor = Ratio(coefficient: 1, exponent: jump.exponent)
    return Finding(
      .warning, id,
      jump.isUp
        ? "the figures of \(later) are about \(number: factor) times those of \(earlier)"
        : "the figures of \(later) are about one part in \(number: factor) of those of \(earlier)", entity: entity, period: later,
      place: jump.first.provenance.place,
      details: [
        "\(jump.agreeing) of \(jump.shared) figures on file for both show it, such as \(quoted: jump.first.label): \(Money(jump.first.value, display)) against \(Money(jump.other.value, display)) at \(jump.other.placeText(accounts))"
      ],
      citation: Citation("IAS 1.51(d)-(e)"), remedy: "compare the units of the two columns, and write the unit over each")
  }
}
