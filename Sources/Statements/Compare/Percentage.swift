/// A change as a percentage of what it changed, rounded once, half away from zero, to one decimal: what tables show.
public struct Percentage: Hashable, Sendable {
  /// Tenths of a per cent.
  let tenths: Int

  /// `change` as a percentage of `base`, which is above nil and more than a tenth of the change.
  init(_ change: Amount, of base: Amount) {
    // Below 10,000 tenths by what callers test, and amounts are bounded, so neither step overflows.
    let (quotient, remainder) = (change.magnitude.atoms * 1000).quotientAndRemainder(dividingBy: base.atoms)
    let rounded = Int(quotient) + (2 * remainder >= base.atoms ? 1 : 0)
    tenths = change.sign < 0 ? -rounded : rounded
  }

  /// Plain digits with one decimal: `-4.8`.
  var text: String { "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)" }
}
