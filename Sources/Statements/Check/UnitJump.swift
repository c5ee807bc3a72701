/// The figures of one date or period are not a thousand times those of the next: a unit was taken wrongly, or left out.
///
/// A single figure may jump; a whole column does not. A balance cannot see it.
///
/// Formula: of the items that two neighbouring columns share, at least three, three quarters have grown or shrunk by the same power of ten:
/// 10³, 10⁴ (万元) or 10⁶, each within a factor of √10.
///
/// Severity: warning.
///
/// Example: inventories, goodwill and receivables of 100, 200 and 300 beside 110,000, 190,000 and 310,000.
///
/// Remedy: compare the units of the two columns, and write the unit over each.
///
/// Cites: IAS 1.51(d)-(e), DOMAIN 6.1 (15, 17).
enum UnitJump: Check {
  static let id = "unit-jump"
  private static let fewestItems = 3

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.entities.ids.flatMap { entity in
      [true, false].flatMap { isInstant in jumps(accounts, entity, isInstant: isInstant) }
    }
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
    var found: [Finding] = []
    for (earlier, later) in zip(periods, periods.dropFirst()) {
      guard let before = columns[earlier], let after = columns[later], let jump = jump(from: before, to: after) else { continue }
      found.append(finding(accounts, entity, jump, earlier, later))
    }
    return found
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
