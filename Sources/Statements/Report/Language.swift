/// A language of the reports.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
}
