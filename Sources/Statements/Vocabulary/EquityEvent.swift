/// What happened to the ownership of a subsidiary.
public struct EquityEvent: Hashable, Sendable {
  /// The kinds, as docs/INPUTS.md has them.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The group sells shares to an outsider.
    case sale
    /// The group buys from the non-controlling interest.
    case purchase
    /// The subsidiary issues new shares.
    case issue
    /// The subsidiary issues to its holders, several lines with one name.
    case rights
    /// The subsidiary buys its own shares; `from` says whose.
    case buyback
    /// Options are exercised or awards vest.
    case exercise
    /// Preferred shares or debt become ordinary shares.
    case conversion
    /// Control ends with no share moving.
    case lapse
  }

  /// How far it has come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Agreed and not completed: a pro forma, no entry.
    case signed
    /// Done.
    case completed
  }

  /// Its name in reports; lines with one name are one event.
  public var name: String
  /// The day of completion, or of signing while it is only signed.
  public var date: CalendarDate
  /// How far it has come.
  public var status: Status
  /// The subsidiary.
  public var entity: EntityID
  /// What happened.
  public var kind: Kind
  /// Who gives the shares up, where somebody does.
  public var from: EntityID?
  /// Who receives them.
  public var to: EntityID?
  /// How many shares move.
  public var shares: Ratio?
  /// Price of a share, in units of `currency`.
  public var price: Ratio?
  /// Fair value of the consideration, in units of `currency`; not negative.
  public var consideration: Amount?
  /// The currency of all amounts of the event.
  public var currency: Currency?
  /// Incremental costs that go to equity (IAS 32.35), in units of `currency`; positive.
  public var costs: Amount
  /// Tax that goes to equity (IAS 12.61A), in units of `currency`; positive for a charge.
  public var tax: Amount
  /// Carrying amount of a converted instrument or of a share-based payment reserve, in units of `currency`.
  public var carryingAmount: Amount?
  /// Whether control is kept, where the file says.
  public var controlAfter: Bool?
  /// Fair value of the interest that is kept when control is lost, in units of `currency`.
  public var retainedFairValue: Amount?
  /// Free words.
  public var note: String
  /// The line in its file.
  public var place: Place
  /// The field of each amount, for a message: column names as in docs/INPUTS.md.
  public var columns: [String: Int]
  /// The lines of an event that has several, each with its own parties, shares and amounts; empty for one line.
  ///
  /// Shares, consideration, costs and tax of the event itself are then their sums, and a party that they do not share is left out.
  public var lines: [EquityEvent] = []

  /// Its lines: itself where it has only one.
  public var movements: [EquityEvent] { lines.isEmpty ? [self] : lines }

  /// Where the value of `column` stands, else the line as a whole.
  public func place(of column: String) -> Place {
    Place(fileIndex: Int(place.fileIndex), lineNumber: Int(place.lineNumber), columnNumber: columns[column] ?? 0)
  }
}
