/// Who holds whom around one change of ownership, immediately before it or after it: the subsidiary, all above it, and all below it.
struct Structure {
  /// When.
  enum Side: String {
    case before, after
  }

  /// How much a line stands for; what is not on file is not guessed.
  enum Share: Hashable {
    case exactly(Ratio)
    /// Less than before, by an amount that is not on file.
    case under(Ratio)
    /// More than before.
    case over(Ratio)
    case unknown
  }

  /// A box.
  enum Node: Hashable {
    case entity(EntityID)
    /// The smallest outside holders of an entity together: how many they are.
    case others(of: EntityID, count: Int)
  }

  /// A line from a holder to what it holds.
  struct Link: Hashable {
    let holder: Node
    let held: Node
    let kind: Holding.Kind
    let share: Share
  }

  private(set) var nodes: [Node] = []
  private(set) var links: [Link] = []
  /// Holdings that lead back up, which no drawing from top to bottom can show.
  private(set) var circles: [Link] = []
  /// Whether entities are left out since there is no more room.
  private(set) var isFull = false
  /// The row of each box, from the top.
  private(set) var rows: [Node: Int] = [:]

  private let report: GroupReport
  private let transaction: EquityTransaction
  private let side: Side

  private static let mostNodes = 36
  private static let mostHolders = 6

  /// Nil where no register tells who holds the subsidiary.
  init?(_ report: GroupReport, _ transaction: EquityTransaction, _ side: Side) {
    guard transaction.registerBefore != nil || (side == .after && transaction.registerAfter != nil) else { return nil }
    self.report = report
    self.transaction = transaction
    self.side = side
    gather()
    breakCircles()
    setRows()
  }

  // MARK: Who is in it

  private mutating func gather() {
    let subject = transaction.event.entity
    var below = [subject]
    var seen: Set<EntityID> = [subject]
    var next = 0
    while next < below.count, !isFull {
      for entity in report.heldBy[below[next]] ?? [] where !seen.contains(entity) {
        guard below.count < Structure.mostNodes / 2 else {
          isFull = true
          break
        }
        guard holders(of: entity).contains(where: { $0.holder == below[next] }) else { continue }
        seen.insert(entity)
        below.append(entity)
      }
      next += 1
    }
    for entity in below { add(.entity(entity)) }
    for entity in below { addHolders(of: entity) }
  }

  private mutating func add(_ node: Node) {
    if !nodes.contains(node) { nodes.append(node) }
  }

  /// The lines to one entity, and all above its holders.
  private mutating func addHolders(of first: EntityID) {
    var open = [first]
    var done: Set<EntityID> = []
    while let entity = open.popLast() {
      guard done.insert(entity).inserted, !links.contains(where: { $0.held == .entity(entity) }) else { continue }
      for link in drawn(holders(of: entity), of: entity) {
        if !nodes.contains(link.holder), nodes.count >= Structure.mostNodes {
          isFull = true
          continue
        }
        add(link.holder)
        links.append(link)
        if case .entity(let holder) = link.holder { open.append(holder) }
      }
    }
  }

  /// The lines as they are drawn: of many outside holders the smallest are one box.
  private func drawn(_ lines: [(holder: EntityID, kind: Holding.Kind, share: Share)], of entity: EntityID) -> [Link] {
    let parties = Set(transaction.event.movements.flatMap { [$0.from, $0.to] }.compactMap { $0 })
    let joins = { (line: (holder: EntityID, kind: Holding.Kind, share: Share)) in
      !report.accounts.isInGroup(line.holder) && !parties.contains(line.holder) && line.kind == .equity
        && report.accounts.ownership.registerDates(of: line.holder).isEmpty
    }
    let small = lines.filter(joins)
    // The group's own holders come first.
    func size(_ share: Share) -> Ratio {
      switch share {
      case .exactly(let ratio), .under(let ratio), .over(let ratio): ratio
      case .unknown: .zero
      }
    }
    let lines = lines.filter { report.accounts.isInGroup($0.holder) } + lines.filter { !report.accounts.isInGroup($0.holder) }
    let room = max(Structure.mostHolders - (lines.count - small.count), 1)
    let merged = lines.count > Structure.mostHolders ? small.sorted { size($0.share) > size($1.share) }.dropFirst(room - 1) : []
    var links = lines.filter { line in !merged.contains { $0.holder == line.holder && $0.kind == line.kind } }
      .map { Link(holder: .entity($0.holder), held: .entity(entity), kind: $0.kind, share: $0.share) }
    if merged.count > 1 {
      let known = merged.compactMap { if case .exactly(let ratio) = $0.share { ratio } else { nil } }
      let share: Share = known.count == merged.count ? .exactly(known.reduce(.zero, +)) : .unknown
      links.append(Link(holder: .others(of: entity, count: merged.count), held: .entity(entity), kind: .equity, share: share))
    } else {
      links += merged.map { Link(holder: .entity($0.holder), held: .entity(entity), kind: $0.kind, share: $0.share) }
    }
    return links
  }

  /// Who holds an entity on this side of the event; a holder of several classes once.
  private func holders(of entity: EntityID) -> [(holder: EntityID, kind: Holding.Kind, share: Share)] {
    guard entity == transaction.event.entity else {
      return report.accounts.ownership.register(of: entity, at: .before(transaction.event)).map(lines) ?? []
    }
    let before = transaction.registerBefore.map(lines) ?? []
    guard side == .after else { return before }
    let after = transaction.registerAfter.map(lines) ?? HoldersAfter(transaction.event, before, report.accounts.entities.parent).lines
    // Where control lapses with no share moving, it is the contracts that have ended.
    return transaction.event.kind == .lapse ? after.filter { $0.kind == .equity } : after
  }

  private func lines(_ register: ShareRegister) -> [(holder: EntityID, kind: Holding.Kind, share: Share)] {
    var lines: [(holder: EntityID, kind: Holding.Kind, share: Share)] = []
    for line in register.lines {
      let fraction = register.fraction(of: line)
      if let index = lines.firstIndex(where: { $0.holder == line.holder && $0.kind == line.kind }) {
        if case .exactly(let sum) = lines[index].share, let fraction {
          lines[index].share = .exactly(sum + fraction)
        } else {
          lines[index].share = .unknown
        }
      } else {
        lines.append((line.holder, line.kind, fraction.map(Share.exactly) ?? .unknown))
      }
    }
    return lines
  }

  // MARK: Rows

  /// Takes out the lines that lead back to an entity above, from the first box on.
  private mutating func breakCircles() {
    let held = Dictionary(grouping: links, by: \.holder)
    var state: [Node: Bool] = [:]
    var back: Set<Link> = []
    func visit(_ node: Node) {
      state[node] = false
      for link in held[node] ?? [] {
        switch state[link.held] {
        case false?: back.insert(link)
        case true?: break
        case nil: visit(link.held)
        }
      }
      state[node] = true
    }
    let top = nodes.filter { node in !links.contains { $0.held == node } }
    let parent = report.accounts.entities.parent.map { Node.entity($0) }
    for node in (parent.map { [$0] } ?? []) + top + nodes where state[node] == nil && nodes.contains(node) { visit(node) }
    circles = links.filter(back.contains)
    links.removeAll(where: back.contains)
  }

  private mutating func setRows() {
    let above = Dictionary(grouping: links, by: \.held)
    let below = Dictionary(grouping: links, by: \.holder)
    var depth: [Node: Int] = [:]
    func settle(_ node: Node) -> Int {
      if let known = depth[node] { return known }
      let row = (above[node] ?? []).map { settle($0.holder) + 1 }.max() ?? 0
      depth[node] = row
      return row
    }
    for node in nodes { _ = settle(node) }
    // An outside holder stands just above what it holds, the parent at the top.
    let parent = report.accounts.entities.parent.map { Node.entity($0) }
    for node in nodes where above[node] == nil && node != parent {
      if let nearest = (below[node] ?? []).compactMap({ depth[$0.held] }).min() { depth[node] = max(nearest - 1, 0) }
    }
    rows = depth
  }
}

/// Who holds a subsidiary after an event of which no register tells: what follows from the register before and from the event's kind.
struct HoldersAfter {
  let lines: [(holder: EntityID, kind: Holding.Kind, share: Structure.Share)]

  init(_ event: EquityEvent, _ before: [(holder: EntityID, kind: Holding.Kind, share: Structure.Share)], _ parent: EntityID?) {
    let movesShares = event.kind != .lapse
    let isSale = event.kind == .sale || event.kind == .purchase
    let receivers = Set(event.movements.compactMap { line in line.to ?? (event.kind == .purchase ? parent : nil) })
    let givers = Set(event.movements.compactMap { line in line.from ?? (event.kind == .sale ? parent : nil) })
    var lines = before
    for index in lines.indices where movesShares && lines[index].kind == .equity {
      guard case .exactly(let ratio) = lines[index].share else { continue }
      switch (receivers.contains(lines[index].holder), givers.contains(lines[index].holder)) {
      case (true, true): lines[index].share = .unknown
      case (true, false): lines[index].share = isSale ? .over(ratio) : .unknown
      case (false, true): lines[index].share = isSale ? .under(ratio) : .unknown
      case (false, false):
        // New shares make the others' part smaller, shares taken back make it greater.
        if !isSale { lines[index].share = event.kind == .buyback ? .over(ratio) : .under(ratio) }
      }
    }
    for receiver in receivers.sorted() where movesShares && !lines.contains(where: { $0.holder == receiver && $0.kind == .equity }) {
      lines.append((receiver, .equity, .unknown))
    }
    self.lines = lines
  }
}
