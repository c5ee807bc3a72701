/// What the Listing Rules ask of a listed parent for one change of ownership: the percentage ratios and the classes that follow.
///
/// Cites: Main Board Listing Rules 14.06-14.08, 14.26-14.32, 14A.31-14A.32 (to 30 June 2014), 14A.76 (from 1 July 2014).
public struct SizeTestResult: Hashable, Sendable {
  /// Whether the issuer's interest falls.
  public var isDisposal: Bool
  /// Whether it falls because the subsidiary issues shares (14.29).
  public var isDeemed: Bool
  /// The part of the subsidiary's figures that counts: the change of the issuer's interest, all of it where it leaves consolidation.
  public var partTaken: ClosedRange<Ratio>?
  /// How that part came about, or why it is not known.
  public var partFormula: Text
  /// The four ratios, in the order of rule 14.07.
  public var ratios: [PercentageRatio]
  /// Chapter 14A on the day of the deal.
  public var connectedRegime: ConnectedRegime
  /// The whole consideration in Hong Kong dollars, for the limits in money of chapter 14A; nil where it is not known.
  public var hongKongDollars: Ratio?
  /// How that came about, or what is missing for it.
  public var hongKongDollarsFormula: Text
  /// What else a reader must know.
  public var notes: [Text]

  /// Whether a ratio is not known at all, so that the class may be a higher one.
  public var lacksARatio: Bool { ratios.contains { $0.value == nil } }

  /// The highest of the ratios that are known, between two bounds.
  public func highest(without left: Set<PercentageRatio.Test> = []) -> ClosedRange<Ratio>? {
    let known = ratios.filter { !left.contains($0.test) }.compactMap(\.value)
    guard let low = known.map(\.lowerBound).max(), let high = known.map(\.upperBound).max() else { return nil }
    return low...high
  }

  /// The class under chapter 14 by the ratios that are known; two where a bounded ratio leaves it open.
  public func notifiable(without left: Set<PercentageRatio.Test> = []) -> ClosedRange<NotifiableClass>? {
    highest(without: left).map { range in
      NotifiableClass(
        highest: range.lowerBound, isDisposal: isDisposal)...NotifiableClass(
          highest: range.upperBound, isDisposal: isDisposal)
    }
  }

  /// The class under chapter 14A, if the counterparty is connected: the profits ratio is left out.
  public func connected(atSubsidiaryLevel: Bool) -> ClosedRange<ConnectedClass>? {
    guard let range = highest(without: [.profits]),
      let low = ConnectedClass(
        highest: range.lowerBound, hongKongDollars: hongKongDollars, connectedRegime, atSubsidiaryLevel: atSubsidiaryLevel),
      let high = ConnectedClass(
        highest: range.upperBound, hongKongDollars: hongKongDollars, connectedRegime, atSubsidiaryLevel: atSubsidiaryLevel)
    else { return nil }
    return low...high
  }
}
