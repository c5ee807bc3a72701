/// How much a finding weighs.
public enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
  /// A person must mend the data: it contradicts itself, or cannot be read.
  case error
  /// A person must sign it off.
  case warning
  /// Worth knowing, such as an assumption that was made.
  case info

  private var weight: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }

  /// The heavier comes first.
  public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }
}

/// Something that a check, a reader or a treatment has to say about the data, with its place and how to mend it.
public struct Finding: Hashable, Sendable {
  /// How much it weighs.
  public var severity: Severity
  /// The id of the check: `roll-forward`.
  public var check: String
  /// Whose accounts it is about.
  public var entity: EntityID?
  /// The line item, where it is about one.
  public var item: ItemID?
  /// The date or period, where it is about one.
  public var period: Period?
  /// What was found, as one lower-case sentence without a full stop.
  public var message: Text
  /// Where a person should look first.
  public var place: Place?
  /// What was expected, as data: exact decimals in units of currency, or words.
  public var expected: String?
  /// What was found, likewise.
  public var actual: String?
  /// What was found less what was expected, in units of currency.
  public var difference: Amount?
  /// The greatest difference that rounding of the printed figures explains, in units of currency.
  public var tolerance: Amount?
  /// How it came about: intervals, sources, steps.
  public var details: [Text]
  /// The paragraph it rests on.
  public var citation: Citation?
  /// What to do.
  public var remedy: Text?
  /// The acceptance on file that covers it; an accepted finding is shown and no longer counts.
  public var signOff: Acceptance?

  /// A finding; everything but severity, check and message may be left out.
  public init(
    _ severity: Severity, _ check: String, _ message: Text, entity: EntityID? = nil, item: ItemID? = nil, period: Period? = nil,
    place: Place? = nil, expected: String? = nil, actual: String? = nil, difference: Amount? = nil, tolerance: Amount? = nil,
    details: [Text] = [], citation: Citation? = nil, remedy: Text? = nil
  ) {
    self.severity = severity
    self.check = check
    self.message = message
    self.entity = entity
    self.item = item
    self.period = period
    self.place = place
    self.expected = expected
    self.actual = actual
    self.difference = difference
    self.tolerance = tolerance
    self.details = details
    self.citation = citation
    self.remedy = remedy
  }

  /// Why it was accepted and by whom, where it was.
  public var acceptance: String? {
    signOff.map { [$0.reason, $0.by].filter { !$0.isEmpty }.joined(separator: " - ") }
  }

  /// Whether it still counts towards the exit code.
  public var counts: Bool { signOff == nil }
}
