/// Tells whether a register of an event's own day is the one before the event or the one after it.
///
/// Where the register before and the event make it, it is the one after; where it is as before, the one before. Otherwise a line tells:
/// its receiver has exactly the new shares, or stands in a register of percentages, or its seller has fewer than are sold.
struct RegisterOfTheDay {
  private let lines: [Holding]
  private let counted: [EntityID: Ratio]
  private let parent: EntityID?

  init(_ lines: [Holding], parent: EntityID?) {
    self.lines = lines
    self.parent = parent
    counted = lines.filter { $0.isInIssue && $0.kind == .equity }.reduce(into: [:]) { sums, line in
      if let shares = line.shares, !shares.isZero { sums[line.holder, default: .zero] += shares }
    }
  }

  /// The numbers of the events of the day that the register has already.
  ///
  /// - Parameter chain: the registers without it before the first event, after it, and so on: one more than there are events.
  func shows(_ events: [EquityEvent], _ chain: [ShareRegister?]) -> Set<Int> {
    if !counted.isEmpty, let number = chain.lastIndex(where: { $0.map(Self.counted) == counted }) { return Set(0..<number) }
    if counted.isEmpty, let before = chain[0], Self.counted(before).isEmpty {
      return fractions == Self.fractions(before) ? [] : Set(events.indices)
    }
    return Set(events.indices.filter { tells(events[$0]) })
  }

  private func tells(_ event: EquityEvent) -> Bool {
    event.movements.allSatisfy { line in
      switch event.kind {
      case .issue, .exercise, .conversion, .rights, .sale: receives(line.to, line.shares)
      case .purchase, .buyback: line.from.map { hasFewer($0, than: line.shares) } ?? false
      case .lapse: false
      }
    }
  }

  private func receives(_ receiver: EntityID?, _ shares: Ratio?) -> Bool {
    guard let receiver, let shares else { return false }
    let held = lines.filter { $0.holder == receiver && $0.kind == .equity }
    guard !held.isEmpty else { return false }
    let counted = held.compactMap(\.shares)
    return counted.isEmpty || counted.reduce(Ratio.zero, +) == shares
  }

  private func hasFewer(_ seller: EntityID, than shares: Ratio?) -> Bool {
    guard let shares, lines.contains(where: { $0.shares != nil }) else { return false }
    return lines.filter { $0.holder == seller && $0.kind == .equity }.compactMap(\.shares).reduce(Ratio.zero, +) < shares
  }

  private static func counted(_ register: ShareRegister) -> [EntityID: Ratio] {
    register.lines.filter { $0.kind == .equity }.reduce(into: [:]) { sums, line in
      if let shares = line.shares, !shares.isZero { sums[line.holder, default: .zero] += shares }
    }
  }

  private var fractions: [EntityID: Ratio] {
    lines.filter { $0.isInIssue && $0.kind == .equity }.reduce(into: [:]) { $0[$1.holder] = $1.fraction }
  }

  private static func fractions(_ register: ShareRegister) -> [EntityID: Ratio] {
    register.lines.filter { $0.kind == .equity }.reduce(into: [:]) { $0[$1.holder] = $1.fraction }
  }
}
