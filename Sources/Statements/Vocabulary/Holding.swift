/// One line of a register: who holds how much of whom, as at a date.
public struct Holding: Hashable, Sendable {
  /// What a holding gives.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Shares: votes and a share of net assets.
    case equity
    /// Control and economic benefit by contract, without shares.
    case structuredContracts = "structured contracts"
    /// The entity's own shares, held by itself or by a trust that the group controls: not in issue.
    case treasury
  }

  /// The date of the register, or nil where the register has none and so stands for every date.
  public var date: CalendarDate?
  /// Whose shares.
  public var entity: EntityID
  /// Who holds them.
  public var holder: EntityID
  /// How many, where the register counts shares.
  public var shares: Ratio?
  /// The fraction of the whole, where the register gives percentages.
  public var fraction: Ratio?
  /// Half a unit of the last digit that the percentage was printed with: 0.00005 for `19.49 %`.
  public var fractionTolerance: Ratio
  /// Shares, contracts or treasury shares.
  public var kind: Kind
  /// The class of shares; empty for the only one.
  public var shareClass: String
  /// The line in its file.
  public var place: Place
  /// What the file says of the line, such as that it is inferred.
  public var note = ""

  /// A line of a register.
  public init(
    date: CalendarDate?, entity: EntityID, holder: EntityID, shares: Ratio?, fraction: Ratio?, fractionTolerance: Ratio = .zero,
    kind: Kind, shareClass: String = "", place: Place
  ) {
    self.date = date
    self.entity = entity
    self.holder = holder
    self.shares = shares
    self.fraction = fraction
    self.fractionTolerance = fractionTolerance
    self.kind = kind
    self.shareClass = shareClass
    self.place = place
  }
}

extension Holding {
  /// Whether it counts towards the shares in issue that carry votes and the residual interest: not the entity's own shares, and not
  /// preference shares, whose holders have no share of net assets until they are converted (IFRS 10.B90-B91, B95).
  public var isInIssue: Bool { kind != .treasury && holder != entity && !isPreference }

  /// Whether its class is one of preference shares.
  public var isPreference: Bool {
    let words = shareClass.lowercased()
    return words.contains("prefer") || words.contains("pref ") || words == "pref" || words.contains("优先") || words.contains("優先")
  }
}
