/// Which accounts of an entity a figure belongs to: its own, or those of the group below it.
public struct Basis: Hashable, Comparable, Sendable {
  /// The word as used in reports and data: `consolidated`, `combined`, `separate`, or empty where the file does not say.
  public let word: String

  /// Not said.
  public static let unstated = Basis(word: "")
  /// The accounts of a parent with its subsidiaries.
  public static let consolidated = Basis(word: "consolidated")
  /// The accounts of entities under common control, added together.
  public static let combined = Basis(word: "combined")
  /// The entity's own accounts.
  public static let separate = Basis(word: "separate")

  /// A basis by its word.
  public init(word: String) { self.word = word }

  /// Whether the figures are those of one legal entity rather than of a group.
  public var isSeparate: Bool { self == .separate }

  /// By the word.
  public static func < (left: Basis, right: Basis) -> Bool { left.word < right.word }
}

/// Where a figure came from: a cell, or a step from other figures.
public enum Provenance: Hashable, Sendable {
  /// A cell of a file.
  case read(Place)
  /// A calculation from figures that stand at `sources`; `rule` says which.
  case derived(rule: Text, sources: [Place])

  /// The cell, or the first of the cells that a derived figure rests on.
  public var place: Place? {
    switch self {
    case .read(let place): place
    case .derived(_, let sources): sources.first
    }
  }

  /// The cell, or all the cells that a derived figure rests on.
  public var places: [Place] {
    switch self {
    case .read(let place): [place]
    case .derived(_, let sources): sources
    }
  }

  /// How a total comes about that a trial balance holds without a line of its own.
  public static let totalOfAccounts: Text = "the sum of the accounts of the trial balance"
}

/// One figure of one entity for one date or period.
public struct Fact: Hashable, Sendable {
  /// Whose it is.
  public var entity: EntityID
  /// What it is.
  public var item: ItemID
  /// The words beside it in the file.
  public var label: String
  /// The date or the stretch of time.
  public var period: Period
  /// Units: units of currency. Sign: as `LineItem` says, costs and losses negative.
  public var value: Amount
  /// Its currency, where known.
  public var currency: Currency?
  /// As in XBRL: −2 is exact to the hundred.
  public var decimals: Int
  /// Whose accounts: consolidated, combined, separate.
  public var basis: Basis
  /// `actual`, or the name of a budget or forecast.
  public var scenario: String
  /// The cell, or the calculation.
  public var provenance: Provenance
  /// The text as written; empty for a derived figure.
  public var raw: String

  /// The scenario of figures that happened.
  public static let actual = "actual"
  /// The scenario of figures that were restated since.
  static let asReported = "as previously reported"

  /// A figure with everything that is known of it.
  public init(
    entity: EntityID, item: ItemID, label: String, period: Period, value: Amount, currency: Currency?, decimals: Int,
    basis: Basis, scenario: String, provenance: Provenance, raw: String
  ) {
    self.entity = entity
    self.item = item
    self.label = label
    self.period = period
    self.value = value
    self.currency = currency
    self.decimals = decimals
    self.basis = basis
    self.scenario = scenario
    self.provenance = provenance
    self.raw = raw
  }

  /// What it stands for, given how precisely it is printed.
  public var interval: Interval { Interval(value, decimals: decimals) }

  /// Whether it is a total that a trial balance holds without a line of its own.
  public var isTotalOfAccounts: Bool {
    guard case .derived(Provenance.totalOfAccounts, _) = provenance else { return false }
    return true
  }
}
