/// A figure as a run reported it for the first time, or for the first time again with another amount.
///
/// Entity and item are names and ids, since those of the run that reads them again are another table's. Units: units of currency.
/// Sign: as `LineItem` says.
public struct ReportedFigure: Hashable, Sendable {
  /// What it is a figure of.
  public struct Key: Hashable, Sendable {
    /// The entity's name as reports show it.
    public var entity: String
    /// The line item's id.
    public var item: String
    /// The date or period.
    public var period: Period

    /// A figure's name.
    public init(entity: String, item: String, period: Period) {
      self.entity = entity
      self.item = item
      self.period = period
    }
  }

  /// Where a figure stands, with the digest of the file as it was then.
  public struct Origin: Hashable, Sendable {
    /// The file's path below Inputs; empty for a figure of no cell.
    public var file: String
    /// SHA-256 of the file's bytes; empty where it has none.
    public var digest: String
    /// From 1; 0 where it does not apply.
    public var lineNumber: Int
    /// From 1; 0 where it does not apply.
    public var columnNumber: Int

    /// A cell of a file as it was.
    public init(file: String, digest: String, lineNumber: Int, columnNumber: Int) {
      self.file = file
      self.digest = digest
      self.lineNumber = lineNumber
      self.columnNumber = columnNumber
    }

    /// Whether it is a cell of the same bytes, whatever the file is called.
    func isSameCell(as other: Origin) -> Bool {
      !digest.isEmpty && digest == other.digest && lineNumber == other.lineNumber && columnNumber == other.columnNumber
    }

    /// `net-assets.csv:4:4`.
    public var address: String {
      guard lineNumber > 0 else { return file }
      return file + ":\(lineNumber)" + (columnNumber > 0 ? ":\(columnNumber)" : "")
    }
  }

  /// Its number in the history, from 1; 0 where it has none yet.
  public var number: Int
  /// What it is a figure of.
  public var key: Key
  /// The words beside it.
  public var label: String
  /// The exact amount.
  public var value: Amount
  /// Its currency, where known.
  public var currency: Currency?
  /// As in XBRL: −2 is exact to the hundred.
  public var decimals: Int
  /// The cell as it was.
  public var origin: Origin
  /// The text as written.
  public var raw: String
  /// The run that reported it, from 1.
  public var run: Int
  /// The day of that run.
  public var day: CalendarDate
  /// Why it may differ from what was reported before; nil where nobody has said so.
  public var signOff: SignOff?
  /// The lines of acceptances files that have signed it off, as `Acceptance.words` has them; none of them is of a later change of it.
  public var acceptedBy: Set<String>

  /// Who said that a figure is restated.
  public enum SignOff: String, Hashable, Sendable, CaseIterable {
    /// A line of an acceptances file, for as long as it stands there.
    case acceptance
    /// The heading of its own column, once and for all.
    case column
  }

  /// A figure with everything that is known of it.
  public init(
    number: Int, key: Key, label: String, value: Amount, currency: Currency?, decimals: Int, origin: Origin, raw: String, run: Int,
    day: CalendarDate, signOff: SignOff?, acceptedBy: Set<String> = []
  ) {
    self.number = number
    self.key = key
    self.label = label
    self.value = value
    self.currency = currency
    self.decimals = decimals
    self.origin = origin
    self.raw = raw
    self.run = run
    self.day = day
    self.signOff = signOff
    self.acceptedBy = acceptedBy
  }

  /// Whether the amount is written as it was: the same value, currency and precision.
  func isAsWritten(_ fact: Fact) -> Bool { value == fact.value && currency == fact.currency && decimals == fact.decimals }

  /// Whether the figure is another one now: not merely printed more or less precisely.
  ///
  /// One unit of the last digit is a change. What two checks allow for, that each figure may be out by half a unit, does not hold for one
  /// figure that is printed twice.
  func differs(from fact: Fact) -> Bool { differs(fact.value, fact.currency, fact.decimals) }

  /// The same of two that were reported.
  func differs(from other: ReportedFigure) -> Bool { differs(other.value, other.currency, other.decimals) }

  private func differs(_ otherValue: Amount, _ otherCurrency: Currency?, _ otherDecimals: Int) -> Bool {
    guard currency == otherCurrency else { return true }
    if decimals == otherDecimals { return value != otherValue }
    return (value - otherValue).magnitude > tolerance(with: otherDecimals)
  }

  /// How far another print of the figure may lie from this one: half a unit of the less precise of the two, nothing where they are alike.
  func tolerance(with otherDecimals: Int) -> Amount {
    decimals == otherDecimals ? .zero : Interval.halfUnit(decimals: min(decimals, otherDecimals))
  }
}

/// What earlier runs reported, by group: all that the pipeline needs to know of the past.
///
/// It is a value like the deliveries. The same deliveries and the same past give the same bytes, and a run that adds its own figures to the
/// past changes nothing in what the next one says: see `standing`.
public struct EarlierFigures: Hashable, Sendable {
  /// Each figure when it was first reported and whenever its amount changed, in the order of runs, by group.
  public var figures: [String: [ReportedFigure]]
  /// The histories that were found damaged and set aside, by their names; what they held is not known.
  public var setAside: [String]

  /// A past.
  public init(figures: [String: [ReportedFigure]] = [:], setAside: [String] = []) {
    self.figures = figures
    self.setAside = setAside
  }

  /// Nothing is known of any earlier run.
  public static let none = EarlierFigures()

  /// Of one figure's amounts, in the order of runs, the one against which `current` is held: the first that was reported, or the last
  /// that differed with somebody's acceptance and was changed again since.
  ///
  /// So a restatement that nobody signed stays named, whatever else is delivered, and an accepted one stays shown as accepted.
  static func standing(_ history: [ReportedFigure], against current: Fact) -> ReportedFigure? {
    guard var standing = history.first else { return nil }
    var accepted: ReportedFigure?
    for figure in history.dropFirst() {
      if let earlier = accepted { standing = earlier }
      accepted = figure.signOff == nil ? nil : figure
    }
    if let accepted, !accepted.isAsWritten(current) { return accepted }
    return standing
  }
}
