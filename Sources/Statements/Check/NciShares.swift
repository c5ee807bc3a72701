/// What the shares of non-controlling interests in their subsidiaries' figures come to, held against the figure that the group states.
///
/// Units: units of currency.
struct NciShares {
  /// By how much the printed figures may be out together.
  private(set) var tolerance: Amount
  /// A line for each subsidiary.
  private(set) var details: [Text] = []
  private let stated: Fact
  private var sum = Ratio.zero

  /// None yet, against the group's own figure.
  init(against stated: Fact) {
    self.stated = stated
    tolerance = stated.interval.tolerance
  }

  /// Adds a share in a subsidiary's figure.
  mutating func add(_ share: Ratio, of figure: Fact, _ detail: Text) {
    sum += share
    tolerance += figure.interval.tolerance
    details.append(detail)
  }

  /// What they come to, to the cent, and what the group states above it; nil where precision as printed, with one cent for the shares that
  /// were each rounded, explains the difference.
  var difference: (expected: Amount, more: Amount)? {
    guard let expected = Amount(sum, roundedTo: 2) else { return nil }
    let more = stated.value - expected
    return more.magnitude > tolerance + Amount(atoms: Amount.atomsPerUnit / 100) ? (expected, more) : nil
  }
}
