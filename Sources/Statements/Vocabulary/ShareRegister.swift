/// Who holds an entity at one moment: by number of shares where the register counts them, else by percentage.
public struct ShareRegister: Hashable, Sendable {
  /// A line of it.
  public struct Line: Hashable, Sendable {
    /// Who holds.
    public var holder: EntityID
    /// How many shares, where counted.
    public var shares: Ratio?
    /// The fraction of all, where given or computed.
    public var fraction: Ratio?
    /// Shares or contracts; treasury shares are left out of a register.
    public var kind: Holding.Kind
    /// What the register's file says of the line.
    public var note = ""
    /// Where it was read; an event's place where an event made it.
    public var place: Place
  }

  /// Its lines, in the order of the files.
  public var lines: [Line]
  /// The date of the register that it rests on; nil for one without a date.
  public var asAt: CalendarDate?

  /// Shares in issue, where every holder's are counted.
  public var sharesInIssue: Ratio? {
    let equity = lines.filter { $0.kind == .equity }
    guard !equity.isEmpty else { return nil }
    var sum = Ratio.zero
    for line in equity {
      guard let shares = line.shares else { return nil }
      sum += shares
    }
    return sum.sign > 0 ? sum : nil
  }

  /// The fraction of the entity that a line stands for, where it can be known.
  public func fraction(of line: Line) -> Ratio? {
    if line.kind == .equity, let total = sharesInIssue, let shares = line.shares { return shares / total }
    return line.fraction
  }

  /// The lines by which benefits are shared: shares that stand beside contracts over the whole count once, as the contracts have it.
  ///
  /// A holder may have a part of the shares and the benefits of all of them by contract: its shares are then in the
  /// contracts' part already. Where both together stay within the whole they add up.
  public var beneficialLines: [Line] {
    let contracts = lines.filter { $0.kind == .structuredContracts }
    guard !contracts.isEmpty else { return lines }
    func sum(_ lines: [Line]) -> Ratio { lines.compactMap { fraction(of: $0) }.reduce(.zero, +) }
    let holders = Set(contracts.map(\.holder))
    return sum(contracts) >= .one || sum(lines.filter { holders.contains($0.holder) }) > .one ? contracts : lines
  }

  /// The register after an event moved its shares; nil where the event or the register does not say enough.
  public func after(_ event: EquityEvent, parent: EntityID?) -> ShareRegister? {
    guard event.kind != .lapse else { return self }
    var changes: [(holder: EntityID, shares: Ratio)] = []
    for line in event.movements {
      guard let shares = line.shares else { return nil }
      switch event.kind {
      case .issue, .rights, .exercise, .conversion:
        guard let receiver = line.to else { return nil }
        changes.append((receiver, shares))
      case .sale:
        guard let seller = line.from ?? parent, let buyer = line.to else { return nil }
        changes += [(seller, -shares), (buyer, shares)]
      case .purchase:
        guard let seller = line.from, let buyer = line.to ?? parent else { return nil }
        changes += [(seller, -shares), (buyer, shares)]
      case .buyback:
        guard let seller = line.from else { return nil }
        changes.append((seller, -shares))
      case .lapse: return self
      }
    }
    return moving(changes, place: event.place)
  }

  /// Adds shares to holders, and takes them from those with a minus; nil where a register does not count shares or has too few.
  private func moving(_ changes: [(holder: EntityID, shares: Ratio)], place: Place) -> ShareRegister? {
    guard sharesInIssue != nil else { return nil }
    var after = self
    for (holder, shares) in changes {
      if let index = after.lines.firstIndex(where: { $0.holder == holder && $0.kind == .equity }) {
        after.lines[index].shares = (after.lines[index].shares ?? .zero) + shares
      } else {
        after.lines.append(Line(holder: holder, shares: shares, fraction: nil, kind: .equity, place: place))
      }
    }
    guard after.lines.allSatisfy({ $0.shares.map { $0.sign >= 0 } ?? true }) else { return nil }
    after.lines.removeAll { $0.kind == .equity && $0.shares?.isZero == true }
    // Percentages no longer hold once shares have moved.
    for index in after.lines.indices where after.lines[index].kind == .equity { after.lines[index].fraction = nil }
    return after
  }
}
