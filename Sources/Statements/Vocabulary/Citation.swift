/// A paragraph that a check or a treatment rests on, as a report quotes it: `IAS 27 (2008).30-31`.
public struct Citation: Hashable, Sendable {
  /// The paragraph's name.
  public let text: String

  /// A paragraph by its name.
  public init(_ text: String) {
    self.text = text
  }
}
