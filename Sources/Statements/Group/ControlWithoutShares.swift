/// A group that is left without a share and without a contract has lost control, whatever nobody says of it.
extension OwnershipHistory {
  /// The events with `control after` settled as no, where it is left open and the event leaves the group nothing.
  func settlingControl(_ events: [EquityEvent], _ entities: EntityTable) -> [EquityEvent] {
    events.map { event in
      guard event.controlAfter == nil, event.kind == .sale, event.status == .completed, let after = register(after: event),
        after.sharesInIssue != nil, !after.lines.isEmpty
      else { return event }
      let isHeld = after.lines.contains { line in
        let isInGroup = entities[line.holder].role == .parent || entities[line.holder].role == .subsidiary
        return isInGroup && line.kind != .treasury && line.holder != event.entity
      }
      guard !isHeld else { return event }
      var settled = event
      settled.controlAfter = false
      return settled
    }
  }
}
