/// One measure of a size test: what the subsidiary comes to beside the listed issuer (Listing Rules, chapter 14).
public struct SizeTest: Hashable, Sendable {
  /// What is measured.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Total assets.
    case totalAssets = "total assets"
    /// Profit before tax.
    case profit
    /// Revenue.
    case revenue
    /// Market capitalisation of the issuer, beside the consideration.
    case marketCapitalisation = "market capitalisation"
  }

  /// What is measured.
  public var measure: Measure
  /// The issuer's figure, in units of currency.
  public var issuer: Amount
  /// The subsidiary's figure, where given, in units of currency.
  public var subsidiary: Amount?
  /// The currency of both.
  public var currency: Currency?
  /// The day or the last day of the year that they are of.
  public var date: CalendarDate?
  /// Where the issuer's figure stands.
  public var issuerPlace: Place
  /// Where the subsidiary's stands, or would stand.
  public var subsidiaryPlace: Place
}
