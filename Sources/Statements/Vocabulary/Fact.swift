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
  case derived(rule: Text, sources: Places)

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
    case .derived(_, let sources): sources.all
    }
  }

  /// Adds the cell, or all the cells that a derived figure rests on, to others.
  func addPlaces(to places: inout Places) {
    switch self {
    case .read(let place): places.append(place)
    case .derived(_, let sources): places.append(sources)
    }
  }

  /// How a total comes about that a trial balance holds without a line of its own.
  public static let totalOfAccounts: Text = "the sum of the accounts of the trial balance"
  /// The rule of retained earnings to which the result of an unclosed trial balance is carried.
  static let resultCarried: Text = "the account of retained earnings with the result and the dividends that are not closed to it yet"
}

/// One figure of one entity for one date or period.
///
/// Checks copy facts by the million, so what is said of a figure in words stands behind one reference that its copies share.
public struct Fact: Hashable, Sendable {
  /// Whose it is.
  public var entity: EntityID
  /// What it is.
  public var item: ItemID
  /// The date or the stretch of time.
  public var period: Period
  /// Whether it happened: its scenario is `actual`. Beside the figure itself, since whole groups are gone through for it, and here, where
  /// it takes no memory.
  public private(set) var isActual: Bool
  /// Units: units of currency. Sign: as `LineItem` says, costs and losses negative.
  public var value: Amount
  /// As in XBRL: −2 is exact to the hundred.
  public var decimals: Int
  private var words: Words

  /// The words beside it in the file.
  public var label: String {
    get { words.common.label }
    set { setCommon(Common(label: newValue, currency: currency, basis: basis, scenario: scenario)) }
  }

  /// Its currency, where known.
  public var currency: Currency? {
    get { words.common.currency }
    set { setCommon(Common(label: label, currency: newValue, basis: basis, scenario: scenario)) }
  }

  /// Whose accounts: consolidated, combined, separate.
  public var basis: Basis {
    get { words.common.basis }
    set { setCommon(Common(label: label, currency: currency, basis: newValue, scenario: scenario)) }
  }

  /// `actual`, or the name of a budget or forecast.
  public var scenario: String {
    get { words.common.scenario }
    set { setCommon(Common(label: label, currency: currency, basis: basis, scenario: newValue)) }
  }

  /// The cell, or the calculation.
  public var provenance: Provenance {
    get { words.provenance }
    set { words = Words(words.common, newValue, raw: raw) }
  }

  /// The text as written; empty for a derived figure.
  public var raw: String {
    get { words.raw }
    set { words = Words(words.common, provenance, raw: newValue) }
  }

  /// The scenario of figures that happened.
  public static let actual = "actual"
  /// The scenario under which figures are read that their row or file says are restated, until all files are read: they happened.
  static let restated = "restated"
  /// The scenario of figures that were restated since.
  static let asReported = "as previously reported"

  /// A figure with everything that is known of it.
  public init(
    entity: EntityID, item: ItemID, label: String, period: Period, value: Amount, currency: Currency?, decimals: Int,
    basis: Basis, scenario: String, provenance: Provenance, raw: String
  ) {
    self.init(
      entity: entity, item: item, period: period, value: value, decimals: decimals,
      common: Common(label: label, currency: currency, basis: basis, scenario: scenario), provenance: provenance, raw: raw)
  }

  /// A figure that has some of its words in common with others.
  init(
    entity: EntityID, item: ItemID, period: Period, value: Amount, decimals: Int, common: Common, provenance: Provenance, raw: String
  ) {
    self.entity = entity
    self.item = item
    self.period = period
    self.value = value
    self.decimals = decimals
    words = Words(common, provenance, raw: raw)
    isActual = common.scenario == Fact.actual
  }

  private mutating func setCommon(_ common: Common) {
    words = Words(common, provenance, raw: raw)
    isActual = common.scenario == Fact.actual
  }

  /// What it stands for, given how precisely it is printed.
  public var interval: Interval { Interval(value, decimals: decimals) }

  /// Whether it is of the same entity, last day, currency, scenario and basis as another: of one column of a ledger.
  func isOfColumn(of other: Fact) -> Bool {
    guard entity == other.entity, period.end == other.period.end else { return false }
    if words.common === other.words.common { return true }
    return currency == other.currency && scenario == other.scenario && basis == other.basis
  }

  /// Whether it is a total that a trial balance holds without a line of its own.
  public var isTotalOfAccounts: Bool {
    guard case .derived(Provenance.totalOfAccounts, _) = provenance else { return false }
    return true
  }

  /// Whether it is retained earnings with a result that the trial balance has in accounts of its own.
  var hasResultCarried: Bool {
    guard case .derived(Provenance.resultCarried, _) = provenance else { return false }
    return true
  }

  /// What many figures have in common: those of one line of a statement, or of one item of a long file. Never changed once made.
  final class Common: Hashable, Sendable {
    let label: String
    let currency: Currency?
    let basis: Basis
    let scenario: String

    init(label: String, currency: Currency?, basis: Basis, scenario: String) {
      self.label = label
      self.currency = currency
      self.basis = basis
      self.scenario = scenario
    }

    /// The same as the figure before has, where it has them all.
    static func of(label: String, currency: Currency?, basis: Basis, scenario: String, likeThatOf before: Fact?) -> Common {
      of(label: label, currency: currency, basis: basis, scenario: scenario, like: before?.words.common)
    }

    /// The same as another, where that has them all.
    static func of(label: String, currency: Currency?, basis: Basis, scenario: String, like known: Common?) -> Common {
      if let known, known.label == label, known.currency == currency, known.basis == basis,
        known.scenario == scenario
      {
        return known
      }
      return Common(label: label, currency: currency, basis: basis, scenario: scenario)
    }

    static func == (left: Common, right: Common) -> Bool {
      left === right
        || (left.label == right.label && left.currency == right.currency && left.basis == right.basis && left.scenario == right.scenario)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(label)
      hasher.combine(currency)
      hasher.combine(basis)
      hasher.combine(scenario)
    }
  }

  /// Never changed once made, so that copies may share it.
  private final class Words: Hashable, Sendable {
    let common: Common
    let provenance: Provenance
    let raw: String

    init(_ common: Common, _ provenance: Provenance, raw: String) {
      self.common = common
      self.provenance = provenance
      self.raw = raw
    }

    static func == (left: Words, right: Words) -> Bool {
      left === right || (left.common == right.common && left.provenance == right.provenance && left.raw == right.raw)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(common)
      hasher.combine(provenance)
      hasher.combine(raw)
    }
  }
}
