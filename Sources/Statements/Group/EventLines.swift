extension EquityEvent {
  /// Events as they happened: lines with one name, day, status, entity and kind are one event, such as a rights issue with a line a
  /// holder. Two lines that are the same in every respect stay two, for `duplicate-event` to ask about.
  static func merged(_ rows: [EquityEvent]) -> [EquityEvent] {
    struct Key: Hashable {
      let name: String
      let date: CalendarDate
      let status: Status
      let entity: EntityID
      let kind: Kind
    }
    var order: [Key] = []
    var groups: [Key: [EquityEvent]] = [:]
    for row in rows.sorted(by: { ($0.date, $0.place) < ($1.date, $1.place) }) {
      let key = Key(name: row.name, date: row.date, status: row.status, entity: row.entity, kind: row.kind)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    return order.flatMap { key -> [EquityEvent] in
      let lines = groups[key] ?? []
      return lines.count == 1 || hasTwins(lines) ? lines : [EquityEvent(lines: lines)]
    }
  }

  /// Whether two lines say the same of the same parties.
  private static func hasTwins(_ lines: [EquityEvent]) -> Bool {
    struct Parties: Hashable {
      let from, to: EntityID?
      let shares: Ratio?
      let consideration: Amount?
    }
    return Set(lines.map { Parties(from: $0.from, to: $0.to, shares: $0.shares, consideration: $0.consideration) }).count < lines.count
  }

  /// One event of several lines, at least one.
  private init(lines: [EquityEvent]) {
    self = lines[0]
    self.lines = lines
    func common<Value: Equatable>(_ value: (EquityEvent) -> Value?) -> Value? {
      lines.allSatisfy { value($0) == value(lines[0]) } ? value(lines[0]) : nil
    }
    from = common(\.from)
    to = common(\.to)
    price = common(\.price)
    currency = common(\.currency)
    controlAfter = lines.compactMap(\.controlAfter).first
    shares = lines.reduce(Ratio?.some(.zero)) { sum, line in sum.flatMap { sum in line.shares.map { sum + $0 } } }
    let stated = lines.map(\.statedConsideration)
    consideration = stated.contains(nil) ? nil : stated.reduce(Amount.zero) { $0 + ($1 ?? .zero) }
    costs = lines.reduce(.zero) { $0 + $1.costs }
    tax = lines.reduce(.zero) { $0 + $1.tax }
    carryingAmount = lines.compactMap(\.carryingAmount).isEmpty ? nil : lines.reduce(.zero) { $0 + ($1.carryingAmount ?? .zero) }
    retainedFairValue = lines.compactMap(\.retainedFairValue).first
    note = lines.map(\.note).first { !$0.isEmpty } ?? ""
  }
}
