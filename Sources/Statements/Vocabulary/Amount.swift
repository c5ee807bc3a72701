/// An exact amount of money: a whole number of 10⁻¹² units of currency.
///
/// Twelve places hold a figure in thousands with nine decimals and leave room for 10⁸ additions of the largest amount, so that
/// accounting code may write `a + b`: the bound is checked once, where text becomes an amount.
///
/// Units: units of currency (not thousands). Sign: assets, liabilities, equity and income positive, costs and losses negative;
/// the convention stands in `LineItem`.
public struct Amount: Hashable, Comparable, Sendable {
  /// Decimal places that an amount can hold.
  public static let scale = 12
  static let atomsPerUnit: Int128 = 1_000_000_000_000
  /// No amount is as large as this many units of currency: 10¹⁸.
  static let bound: Int128 = 1_000_000_000_000_000_000 * atomsPerUnit

  /// Nil.
  public static let zero = Amount(atoms: 0)

  let atoms: Int128

  init(atoms: Int128) {
    self.atoms = atoms
  }

  /// `units` whole units of currency.
  public init(units: Int32) {
    atoms = Int128(units) * Amount.atomsPerUnit
  }

  /// `coefficient` × 10^`exponent` units of currency, or nil where that is beyond the bound or finer than twelve places.
  public init?(coefficient: Int128, exponent: Int) {
    var atoms = coefficient
    var shift = exponent + Amount.scale
    while shift > 0, atoms != 0 {
      let (product, overflow) = atoms.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      atoms = product
      shift -= 1
    }
    while shift < 0, atoms != 0 {
      let (quotient, remainder) = atoms.quotientAndRemainder(dividingBy: 10)
      if remainder != 0 { return nil }
      atoms = quotient
      shift += 1
    }
    guard atoms > -Amount.bound, atoms < Amount.bound else { return nil }
    self.atoms = atoms
  }

  /// `ratio` units of currency rounded half away from zero to `places` decimals, or nil beyond the bound.
  ///
  /// This is the one way back from exact fractions to money; callers say in a comment why they round here.
  public init?(_ ratio: Ratio, roundedTo places: Int) {
    guard let coefficient = ratio.rounded(places: places) else { return nil }
    self.init(coefficient: coefficient, exponent: -places)
  }

  /// The same amount rounded half away from zero to `places` decimals of a unit; negative places round to tens, hundreds …
  public func rounded(to places: Int) -> Amount {
    guard places < Amount.scale else { return self }
    var step: Int128 = 1
    for _ in 0..<min(Amount.scale - places, 36) { step *= 10 }
    let (quotient, remainder) = atoms.quotientAndRemainder(dividingBy: step)
    let away: Int128 = 2 * remainder.magnitude >= step.magnitude ? (atoms < 0 ? -1 : 1) : 0
    return Amount(atoms: (quotient + away) * step)
  }

  /// The exact amount as a fraction.
  public var ratio: Ratio {
    Ratio(numerator: atoms, denominator: Amount.atomsPerUnit)
  }

  /// Without its sign.
  public var magnitude: Amount {
    Amount(atoms: atoms < 0 ? -atoms : atoms)
  }

  /// −1, 0 or 1.
  public var sign: Int {
    atoms.signum() > 0 ? 1 : (atoms == 0 ? 0 : -1)
  }

  /// By value.
  public static func < (left: Amount, right: Amount) -> Bool { left.atoms < right.atoms }
  /// The exact sum.
  public static func + (left: Amount, right: Amount) -> Amount { Amount(atoms: left.atoms + right.atoms) }
  /// The exact difference.
  public static func - (left: Amount, right: Amount) -> Amount { Amount(atoms: left.atoms - right.atoms) }
  /// The same with the other sign.
  public static prefix func - (amount: Amount) -> Amount { Amount(atoms: -amount.atoms) }
  /// Adds exactly.
  public static func += (left: inout Amount, right: Amount) { left = left + right }

  /// Plain decimal digits with a point, exact, without grouping and without zeros at the end: `-1552500`, `0.02`.
  public var decimalText: String { text(minimumPlaces: 0) }

  /// Plain decimal digits with at least `minimumPlaces` decimals: `-1552500.00` for two.
  public func text(minimumPlaces: Int) -> String {
    let (whole, part) = atoms.magnitude.quotientAndRemainder(dividingBy: UInt128(Amount.atomsPerUnit))
    // Both halves fit 64 bits: the amount is bounded by 10^18 units, a sum of many by 1.8 × 10^19, and a unit has 10^12 atoms.
    var digits = UInt64(truncatingIfNeeded: part)
    var places = digits == 0 ? 0 : Amount.scale
    while places > minimumPlaces, places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    let sign = atoms < 0 ? "-" : ""
    let wholeText = whole <= UInt128(UInt64.max) ? String(UInt64(whole)) : String(whole)
    let shown = max(places, minimumPlaces)
    guard shown > 0 else { return sign + wholeText }
    let digitText = places == 0 ? "" : String(digits)
    let leading = String(repeating: "0", count: max(places - digitText.utf8.count, 0))
    return sign + wholeText + "." + leading + digitText + String(repeating: "0", count: shown - places)
  }

  /// Digits of the amount in units of 10^`exponent`, rounded half away from zero to exactly `places` decimals.
  func text(exponent: Int, places: Int) -> String {
    // In atoms of the unit shown: 10^(12 + exponent) atoms are one, so 10^(12 + exponent − places) are one step of the last decimal.
    let stepExponent = Amount.scale + exponent - places
    guard (0...36).contains(stepExponent) else { return (ratio * Ratio(coefficient: 1, exponent: -exponent)).text(places: places) }
    var step: Int128 = 1
    for _ in 0..<stepExponent { step *= 10 }
    let (quotient, remainder) = atoms.magnitude.quotientAndRemainder(dividingBy: step.magnitude)
    var digits = String(quotient + (2 * remainder >= step.magnitude ? 1 : 0))
    if digits.utf8.count <= places { digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits }
    if places > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places)) }
    return (atoms < 0 ? "-" : "") + digits
  }
}
