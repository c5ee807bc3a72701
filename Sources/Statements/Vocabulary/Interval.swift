/// The amounts that a printed figure may stand for, both ends included: 14,433.9 in RMB'000 is [14,433,850, 14,433,950].
///
/// A check fails only where intervals do not meet (the idea of XBRL Calculations 1.1), so that rounding is never an alarm and one
/// unit beyond it always is. Units: units of currency.
public struct Interval: Hashable, Sendable {
  /// The least amount.
  public let low: Amount
  /// The greatest amount.
  public let high: Amount

  /// From `low` to `high`.
  public init(low: Amount, high: Amount) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  /// What a figure stands for that is exact to `decimals` places (XBRL's sense: −2 is exact to the hundred): half a unit to each side.
  public init(_ value: Amount, decimals: Int) {
    let half = Interval.halfUnit(decimals: decimals)
    self.init(low: value - half, high: value + half)
  }

  /// Half of 10^−`decimals` units of currency; nil (zero) at twelve places or more, where an amount has no room for it.
  static func halfUnit(decimals: Int) -> Amount {
    usual.contains(decimals) ? halves[decimals - usual.lowerBound] : worked(decimals)
  }

  /// The decimals that figures mostly have, and the halves of them.
  private static let usual = -6...6
  private static let halves = usual.map(worked)

  private static func worked(_ decimals: Int) -> Amount { Amount(coefficient: 5, exponent: -decimals - 1) ?? .zero }

  /// Half its width.
  public var tolerance: Amount { Amount(atoms: (high.atoms - low.atoms) / 2) }
  /// Whether `amount` lies in it.
  public func contains(_ amount: Amount) -> Bool { low <= amount && amount <= high }
  /// Whether the two have an amount in common.
  public func meets(_ other: Interval) -> Bool { low <= other.high && other.low <= high }

  /// Every sum that the two allow.
  public static func + (left: Interval, right: Interval) -> Interval {
    Interval(low: left.low + right.low, high: left.high + right.high)
  }
  /// Every difference that the two allow.
  public static func - (left: Interval, right: Interval) -> Interval {
    Interval(low: left.low - right.high, high: left.high - right.low)
  }
  /// The other way round.
  public static prefix func - (interval: Interval) -> Interval { Interval(low: -interval.high, high: -interval.low) }
}
