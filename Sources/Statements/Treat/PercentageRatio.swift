/// One of the percentage ratios of rule 14.07: what a deal comes to beside the listed issuer.
///
/// Units: both sides in units of one currency; the ratio of 1. Losses count by their amount.
public struct PercentageRatio: Hashable, Sendable {
  /// What is compared.
  public enum Test: String, Hashable, Sendable, CaseIterable {
    /// Total assets, 14.07(1).
    case assets
    /// Profits before tax, 14.07(2).
    case profits
    /// Revenue, 14.07(3).
    case revenue
    /// Consideration beside market capitalisation, 14.07(4).
    case consideration

    /// With its rule, for a table.
    public var caption: Text {
      switch self {
      case .assets: "Assets (14.07(1))"
      case .profits: "Profits (14.07(2))"
      case .revenue: "Revenue (14.07(3))"
      case .consideration: "Consideration (14.07(4))"
      }
    }

    /// What the issuer's side is.
    public var issuerMeasure: SizeTest.Measure {
      switch self {
      case .assets: .totalAssets
      case .profits: .profit
      case .revenue: .revenue
      case .consideration: .marketCapitalisation
      }
    }
  }

  /// A figure with how it came about and where it stands.
  public struct Side: Hashable, Sendable {
    /// Between what it lies; both ends are the same where it is known.
    public var range: ClosedRange<Ratio>
    /// How it came about.
    public var formula: Text
    /// Where its sources stand.
    public var places: [Place]

    /// A figure that is known, or bounded.
    public init(_ range: ClosedRange<Ratio>, formula: Text, places: [Place]) {
      self.range = range
      self.formula = formula
      self.places = places
    }
  }

  /// What is compared.
  public var test: Test
  /// What the deal comes to; nil where it is not known.
  public var numerator: Side?
  /// What the issuer comes to; nil where it is not known.
  public var denominator: Side?
  /// The currency of both sides.
  public var currency: Currency?
  /// What is missing.
  public var missing: [Text]
  /// What a reader must know of it.
  public var notes: [Text]

  /// A ratio of which nothing is known yet.
  public init(_ test: Test) {
    self.test = test
    missing = []
    notes = []
  }

  /// The ratio, between two bounds where the deal is not known to the end; nil where a side is missing or the issuer's is nil.
  public var value: ClosedRange<Ratio>? {
    guard let numerator, let denominator else { return nil }
    let issuer = denominator.range.lowerBound.magnitude
    guard issuer.sign > 0 else { return nil }
    return (numerator.range.lowerBound / issuer)...(numerator.range.upperBound / issuer)
  }

  /// The issuer's figure at which the ratio comes to `limit`: above it the ratio is below the limit.
  public func issuerFigure(at limit: Ratio) -> Ratio? {
    guard let numerator, limit.sign > 0 else { return nil }
    return numerator.range.upperBound / limit
  }

  /// What the deal comes to at `limit`.
  public func dealFigure(at limit: Ratio) -> Ratio? {
    denominator.map { $0.range.lowerBound.magnitude * limit }
  }
}
