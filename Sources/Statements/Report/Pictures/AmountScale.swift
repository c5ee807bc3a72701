/// An axis of amounts: from which to which, where its lines are, and where an amount lies on it; in whole numbers throughout.
struct AmountScale {
  /// The least amount of the axis: nil or below.
  let low: Amount
  /// The greatest: nil or above.
  let high: Amount
  /// Where lines are drawn, from below; nil is always one of them.
  let ticks: [Amount]
  /// Decimals of the unit shown that the lines' figures need.
  let places: Int

  /// An axis with nil and every one of `amounts` on it, in steps of 1, 2 or 5 of a power of ten.
  init(_ amounts: [Amount], _ display: Display) {
    let low = min(amounts.min() ?? .zero, .zero)
    let high = max(amounts.max() ?? .zero, .zero)
    let span = max((high - low).atoms, 1)
    // No finer than what the figures are shown in.
    var exponent = max(Amount.scale - display.decimals, 0)
    var power: Int128 = (0..<exponent).reduce(1) { value, _ in value * 10 }
    var factor: Int128 = 1
    while factor * power * AmountScale.mostSteps < span {
      switch factor {
      case 1: factor = 2
      case 2: factor = 5
      default:
        factor = 1
        power *= 10
        exponent += 1
      }
    }
    let step = factor * power
    let below = (-low.atoms + step - 1) / step
    let above = max((high.atoms + step - 1) / step, below == 0 ? 1 : 0)
    self.low = Amount(atoms: -below * step)
    self.high = Amount(atoms: above * step)
    ticks = (Int(-below)...Int(above)).map { Amount(atoms: Int128($0) * step) }
    places = min(max(Amount.scale + display.unit.exponent - exponent, 0), display.places)
  }

  private static let mostSteps: Int128 = 5

  /// Units of the picture from the top of an axis of `height` down to an amount; rounded half up, once.
  func offset(of amount: Amount, height: Int) -> Int {
    let span = (high - low).atoms
    return Int(((high - amount).atoms * Int128(height) * 2 + span) / (span * 2))
  }
}
