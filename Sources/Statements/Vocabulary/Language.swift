/// A language of the reports.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Chinese in simplified characters, in the terms of the PRC's accounting standards.
  case simplifiedChinese = "zh-Hans"
  /// Chinese in traditional characters, in the terms of Hong Kong's accounting standards.
  case traditionalChinese = "zh-Hant"
}

/// What the reports of a group are written in: one language, or two as announcements in Hong Kong have them.
///
/// With two, headings, columns and captions are in both; sentences are in the first.
public struct ReportLanguages: Hashable, Sendable {
  /// The language of the sentences.
  public let first: Language
  /// The language that stands beside it in headings and captions.
  public let second: Language?

  /// One language, or two.
  public init(_ first: Language, beside second: Language? = nil) {
    self.first = first
    self.second = second == first ? nil : second
  }

  /// `zh-Hant`, or `en+zh-Hant`; nil for what is neither.
  public init?(words: String) {
    let parts = words.split(separator: "+", omittingEmptySubsequences: false).map { part in
      let name = String(part.filter { $0 != " " }).lowercased()
      return Language.allCases.first { $0.rawValue.lowercased() == name }
    }
    guard (1...2).contains(parts.count), let first = parts[0], !parts.contains(nil) else { return nil }
    self.init(first, beside: parts.count == 2 ? parts[1] : nil)
  }

  /// `zh-Hant`, or `en+zh-Hant`.
  public var words: String { first.rawValue + (second.map { "+" + $0.rawValue } ?? "") }

  /// English alone.
  public static let english = ReportLanguages(.english)

  /// All that may be asked for, in words: `en, zh-Hans, zh-Hant, or two of them such as en+zh-Hant`.
  public static var choices: String {
    Language.allCases.map(\.rawValue).joined(separator: ", ") + ", or two of them such as en+zh-Hant"
  }
}
