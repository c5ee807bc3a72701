/// A line item, as an index into the catalogue of line items.
public struct ItemID: Hashable, Comparable, Sendable {
  let index: Int32

  /// In the order of the catalogue.
  public static func < (left: ItemID, right: ItemID) -> Bool { left.index < right.index }
}

/// One line of a statement: its names, and **the sign convention of the whole project**.
///
/// Sign: assets, liabilities, equity, income and profits are positive in their ordinary sense. Costs, tax charges, losses and
/// dividends are negative. `sign` says which an item is; a label's own words (`Net losses`) may turn a printed figure (see `Labels.csv`).
public struct LineItem: Hashable, Sendable {
  /// The statement that it belongs to.
  public enum Statement: String, Hashable, Sendable, CaseIterable {
    /// Statement of financial position.
    case position
    /// Statement of profit or loss.
    case income
    /// Other comprehensive income.
    case comprehensive
    /// Statement of changes in equity.
    case changes
    /// Statement of cash flows.
    case cashFlow = "cash-flow"
    /// Earnings per share and the like: not money that adds up.
    case perShare = "per-share"
    /// A label that is not known.
    case unknown
  }

  /// How a printed figure becomes a stored one.
  public enum SignRule: String, Hashable, Sendable {
    /// As printed.
    case natural
    /// Negative, whether it is printed with a minus or without.
    case negative
  }

  /// Whether more of it is good news.
  public enum Polarity: String, Hashable, Sendable {
    /// A higher stored value is favourable.
    case favourable
    /// A higher stored value is adverse.
    case adverse
    /// Neither.
    case neutral
  }

  /// Kebab case, the first column of LineItems.csv.
  public var id: String
  /// Where it stands.
  public var statement: Statement
  /// Whether it is a figure at a date rather than over a period.
  public var isInstant: Bool
  /// How a printed figure is stored.
  public var sign: SignRule
  /// Whether more is better.
  public var polarity: Polarity
  /// The ways in which it is a sum of others: each a list of items with the sign in which they are added.
  public var sums: [[(item: String, isAdded: Bool)]]
  /// The concept of the IFRS taxonomy, without its prefix; empty where there is none.
  public var xbrl: String
  /// The caption in English.
  public var english: String
  /// The caption in simplified Chinese.
  public var simplifiedChinese: String
  /// The caption in traditional Chinese.
  public var traditionalChinese: String

  /// Equal when the ids are.
  public static func == (left: LineItem, right: LineItem) -> Bool { left.id == right.id }

  /// By id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
