/// Who holds one entity over time: its registers and completed events in their order, worked out once.
///
/// A register of an event's own day may be the one before it or the one after it; which, its numbers tell (`RegisterOfTheDay`). An event
/// that does not say how many shares it moves leads to the next register on file, where no other event lies between.
struct RegisterTimeline: Sendable {
  /// What holds from a moment on: from the beginning of a day where `place` is nil, else from an event of that day on.
  private struct Step {
    let date: CalendarDate?
    let place: Place?
    let register: ShareRegister?
  }

  /// One event between two registers.
  private struct Turn {
    let before: ShareRegister?
    let after: ShareRegister?
  }

  private var steps: [Step] = []
  private var turns: [EquityEvent: Turn] = [:]
  /// The register that the one before a register's date and the events up to it lead to.
  private var expected: [CalendarDate: ShareRegister] = [:]
  /// The dates of the registers on file.
  let dates: [CalendarDate]

  /// - Parameters:
  ///   - holdings: all lines of the entity's registers.
  ///   - events: its completed events, in order.
  init(_ holdings: [Holding], _ events: [EquityEvent], parent: EntityID?) {
    let byDate = Dictionary(grouping: holdings, by: \.date)
    let registers = byDate.mapValues { ShareRegister($0) }
    dates = byDate.keys.compactMap { $0 }.sorted()
    let eventsByDate = Dictionary(grouping: events, by: \.date)
    var current = registers[nil]
    steps.append(Step(date: nil, place: nil, register: current))
    for date in Set(dates + eventsByDate.keys).sorted() {
      let today = eventsByDate[date] ?? []
      // The registers from event to event as if none of this day were on file.
      var chain = [current]
      for event in today {
        let next = chain[chain.count - 1]?.after(event, parent: parent)
        chain.append(next ?? (event == today.last ? later(than: event, chain[chain.count - 1], registers, eventsByDate) : nil))
      }
      if let register = registers[date], let lines = byDate[date] {
        if let last = chain[today.count] { expected[date] = last }
        let shown = RegisterOfTheDay(lines, parent: parent).shows(today, chain)
        current = register
        steps.append(Step(date: date, place: nil, register: register))
        for (number, event) in today.enumerated() {
          if shown.contains(number) {
            turns[event] = Turn(before: chain[number], after: chain[number + 1] ?? register)
          } else {
            let next =
              current?.after(event, parent: parent)
              ?? (number == today.count - 1 ? later(than: event, current, registers, eventsByDate) : nil)
            turns[event] = Turn(before: current, after: next)
            current = next
            steps.append(Step(date: date, place: event.place, register: next))
          }
        }
      } else {
        for (number, event) in today.enumerated() {
          turns[event] = Turn(before: chain[number], after: chain[number + 1])
          steps.append(Step(date: date, place: event.place, register: chain[number + 1]))
        }
        current = chain[today.count]
      }
    }
  }

  /// The next register on file, where no event lies between: what an event led to that does not say whose shares move, or how many.
  ///
  /// Shares that the event does count must be those by which the registers differ.
  private func later(
    than event: EquityEvent, _ before: ShareRegister?, _ registers: [CalendarDate?: ShareRegister],
    _ events: [CalendarDate: [EquityEvent]]
  ) -> ShareRegister? {
    guard let next = dates.first(where: { $0 > event.date }), !events.keys.contains(where: { $0 > event.date && $0 <= next }),
      let register = registers[next]
    else { return nil }
    guard let moved = event.shares, let first = before?.sharesInIssue, let second = register.sharesInIssue else { return register }
    let expected =
      switch event.kind {
      case .issue, .rights, .exercise, .conversion: first + moved
      case .buyback: first - moved
      case .sale, .purchase, .lapse: first
      }
    return second == expected ? register : nil
  }

  /// The register at a moment; nil where none of that day or before is on file, or where an event leaves it open.
  func register(at moment: OwnershipHistory.Moment) -> ShareRegister? {
    switch moment {
    case .endOf(let date): return last { $0 <= date }
    case .before(let event):
      if let turn = turns[event] { return turn.before }
      let step = steps.last { step in
        guard let date = step.date else { return true }
        return date < event.date || date == event.date && (step.place.map { $0 < event.place } ?? true)
      }
      return step?.register
    }
  }

  /// The register after an event of the entity itself that is completed.
  func register(after event: EquityEvent) -> ShareRegister? { turns[event]?.after }

  /// What the earlier register and the events make of the register of a date.
  func expectedRegister(on date: CalendarDate) -> ShareRegister? { expected[date] }

  private func last(_ isBy: (CalendarDate) -> Bool) -> ShareRegister? {
    steps.last { $0.date.map(isBy) ?? true }?.register
  }
}

extension ShareRegister {
  /// The register that lines of one date make; shares that are not in issue are left out.
  init(_ holdings: [Holding]) {
    self.init(
      lines: holdings.filter(\.isInIssue).map {
        Line(holder: $0.holder, shares: $0.shares, fraction: $0.fraction, kind: $0.kind, note: $0.note, place: $0.place)
      }, asAt: holdings.first?.date)
  }
}
