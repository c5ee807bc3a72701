import BigInt

/// An exact fraction: interests, rates, prices, and every step of a calculation until its last.
///
/// Numerator and denominator are of any size, since a chain of holdings or a circular holding outgrows any fixed width, and eight
/// decimals of an interest are thousands of yuan on a large group. Always in lowest terms, the denominator positive.
public struct Ratio: Hashable, Comparable, Sendable {
  /// Nil.
  public static let zero = Ratio(numerator: 0 as Int, denominator: 1)
  /// The whole: 100 %.
  public static let one = Ratio(numerator: 1 as Int, denominator: 1)
  /// The bar of a majority of votes.
  public static let oneHalf = Ratio(numerator: 1 as Int, denominator: 2)

  /// Most fractions of accounts fit two machine words; only those that do not are of any size. Each fraction is held in one way only, so
  /// that equal fractions are the same value.
  private enum Storage: Hashable {
    case words(Int64, Int64)
    case large(BigInt, BigInt)
  }

  private let storage: Storage

  private var numerator: BigInt {
    switch storage {
    case .words(let numerator, _): BigInt(numerator)
    case .large(let numerator, _): numerator
    }
  }

  private var denominator: BigInt {
    switch storage {
    case .words(_, let denominator): BigInt(denominator)
    case .large(_, let denominator): denominator
    }
  }

  /// `numerator` ÷ `denominator`; the denominator must not be nil.
  public init(numerator: some BinaryInteger, denominator: some BinaryInteger) {
    if let numerator = Int128(exactly: numerator), let denominator = Int128(exactly: denominator), numerator != .min, denominator != .min {
      self.init(numerator, denominator)
    } else {
      self.init(BigInt(numerator), BigInt(denominator))
    }
  }

  /// A whole number.
  public init(_ whole: some BinaryInteger) {
    self.init(numerator: whole, denominator: 1)
  }

  /// `coefficient` × 10^`exponent`.
  public init(coefficient: Int128, exponent: Int) {
    precondition(abs(exponent) <= 1000, "an exponent of a number in an input is bounded where it is read")
    if exponent >= 0 {
      self.init(BigInt(coefficient) * BigInt(10).power(exponent), 1)
    } else {
      self.init(BigInt(coefficient), BigInt(10).power(-exponent))
    }
  }

  private init(_ numerator: Int128, _ denominator: Int128) {
    precondition(denominator != 0, "a fraction needs a denominator: callers divide only by what they have tested")
    var (divisor, rest) = (numerator.magnitude, denominator.magnitude)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    // In lowest terms each magnitude is at most what it was, which was no more than the largest positive number.
    let sign: Int128 = denominator < 0 ? -1 : 1
    let (numerator, denominator) = (sign * numerator / Int128(divisor), sign * denominator / Int128(divisor))
    if let first = Int64(exactly: numerator), let second = Int64(exactly: denominator) {
      storage = .words(first, second)
    } else {
      storage = .large(BigInt(numerator), BigInt(denominator))
    }
  }

  private init(_ numerator: BigInt, _ denominator: BigInt) {
    precondition(denominator != 0, "a fraction needs a denominator: callers divide only by what they have tested")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    let (numerator, denominator) = (sign * numerator / divisor, sign * denominator / divisor)
    if let first = Int64(exactly: numerator), let second = Int64(exactly: denominator) {
      storage = .words(first, second)
    } else {
      storage = .large(numerator, denominator)
    }
  }

  /// The words of two fractions, where both are held so: their products then fit 127 bits, and so do sums of two of them.
  private static func words(_ left: Ratio, _ right: Ratio) -> (a: Int128, b: Int128, c: Int128, d: Int128)? {
    guard case .words(let a, let b) = left.storage, case .words(let c, let d) = right.storage else { return nil }
    return (Int128(a), Int128(b), Int128(c), Int128(d))
  }

  /// −1, 0 or 1.
  public var sign: Int {
    switch storage {
    case .words(let numerator, _): Int(numerator.signum())
    case .large(let numerator, _): numerator.signum() > 0 ? 1 : -1
    }
  }

  /// Whether it is nil.
  public var isZero: Bool { sign == 0 }

  /// The exact sum.
  public static func + (left: Ratio, right: Ratio) -> Ratio {
    if let (a, b, c, d) = words(left, right) { return Ratio(a * d + c * b, b * d) }
    return Ratio(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }
  /// The exact difference.
  public static func - (left: Ratio, right: Ratio) -> Ratio {
    if let (a, b, c, d) = words(left, right) { return Ratio(a * d - c * b, b * d) }
    return Ratio(left.numerator * right.denominator - right.numerator * left.denominator, left.denominator * right.denominator)
  }
  /// The exact product.
  public static func * (left: Ratio, right: Ratio) -> Ratio {
    if let (a, b, c, d) = words(left, right) { return Ratio(a * c, b * d) }
    return Ratio(left.numerator * right.numerator, left.denominator * right.denominator)
  }
  /// The quotient; `right` must not be nil.
  public static func / (left: Ratio, right: Ratio) -> Ratio {
    if let (a, b, c, d) = words(left, right) { return Ratio(a * d, b * c) }
    return Ratio(left.numerator * right.denominator, left.denominator * right.numerator)
  }
  /// The same with the other sign.
  public static prefix func - (ratio: Ratio) -> Ratio { .zero - ratio }
  /// Adds exactly.
  public static func += (left: inout Ratio, right: Ratio) { left = left + right }
  /// By value.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    if let (a, b, c, d) = words(left, right) { return a * d < c * b }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// Without its sign.
  public var magnitude: Ratio { sign < 0 ? -self : self }

  /// The fraction × 10^`places`, rounded half away from zero, or nil where that outgrows 128 bits.
  func rounded(places: Int) -> Int128? {
    // Up to 18 places a numerator of one word times the power of ten fits 127 bits.
    guard case .words(let numerator, let denominator) = storage, (0...18).contains(places) else {
      return Int128(exactly: wholeNumber(places: places))
    }
    var scaled = Int128(numerator)
    for _ in 0..<places { scaled *= 10 }
    let (quotient, remainder) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt128(denominator))
    let rounded = Int128(quotient) + (2 * remainder >= UInt128(denominator) ? 1 : 0)
    return numerator < 0 ? -rounded : rounded
  }

  private func wholeNumber(places: Int) -> BigInt {
    let scaled = numerator * BigInt(10).power(max(places, 0))
    let divisor = denominator * BigInt(10).power(max(-places, 0))
    let (quotient, remainder) = scaled.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let rounded = BigInt(quotient + (remainder * 2 >= divisor.magnitude ? 1 : 0))
    return numerator < 0 ? -rounded : rounded
  }

  /// Plain decimal digits rounded half away from zero to exactly `places` decimals: `0.72459341` for eight.
  public func text(places: Int) -> String {
    let whole = wholeNumber(places: places)
    var digits = String(whole.magnitude)
    if digits.utf8.count <= places { digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits }
    let point = digits.index(digits.endIndex, offsetBy: -places)
    return (whole < 0 ? "-" : "") + digits[..<point] + (places > 0 ? "." + digits[point...] : "")
  }

  /// Exact decimal digits where the fraction has them within `mostPlaces`, else rounded to that many.
  public func shortestText(mostPlaces: Int) -> String {
    var digits = text(places: mostPlaces)
    guard mostPlaces > 0 else { return digits }
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return digits
  }
}
