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

  let numerator: BigInt
  let denominator: BigInt

  /// `numerator` ÷ `denominator`; the denominator must not be nil.
  public init(numerator: some BinaryInteger, denominator: some BinaryInteger) {
    self.init(BigInt(numerator), BigInt(denominator))
  }

  /// A whole number.
  public init(_ whole: some BinaryInteger) {
    self.init(BigInt(whole), 1)
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

  private init(_ numerator: BigInt, _ denominator: BigInt) {
    precondition(denominator != 0, "a fraction needs a denominator: callers divide only by what they have tested")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / (divisor == 0 ? 1 : divisor)
    self.denominator = sign * denominator / (divisor == 0 ? 1 : divisor)
  }

  /// −1, 0 or 1.
  public var sign: Int { numerator.signum() > 0 ? 1 : (numerator == 0 ? 0 : -1) }

  /// Whether it is nil.
  public var isZero: Bool { numerator == 0 }

  /// The exact sum.
  public static func + (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }
  /// The exact difference.
  public static func - (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.denominator - right.numerator * left.denominator, left.denominator * right.denominator)
  }
  /// The exact product.
  public static func * (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.numerator, left.denominator * right.denominator)
  }
  /// The quotient; `right` must not be nil.
  public static func / (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.denominator, left.denominator * right.numerator)
  }
  /// The same with the other sign.
  public static prefix func - (ratio: Ratio) -> Ratio { Ratio(-ratio.numerator, ratio.denominator) }
  /// Adds exactly.
  public static func += (left: inout Ratio, right: Ratio) { left = left + right }
  /// By value.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// Without its sign.
  public var magnitude: Ratio { numerator < 0 ? -self : self }

  /// The fraction × 10^`places`, rounded half away from zero, or nil where that outgrows 128 bits.
  func rounded(places: Int) -> Int128? {
    Int128(exactly: wholeNumber(places: places))
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
