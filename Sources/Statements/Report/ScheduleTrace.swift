/// From the changes of ownership to the schedule of a year: its totals, and the gains and losses where control was lost.
struct ScheduleTrace {
  private let accounts: GroupAccounts
  private let schedule: OwnershipSchedule

  init(_ accounts: GroupAccounts) {
    self.accounts = accounts
    schedule = OwnershipSchedule(accounts)
  }

  /// The ways of the years whose stretch or last day is meant, where the parent or a subsidiary of the schedule is asked about.
  func traces(of entities: Set<EntityID>, _ isMeant: (Period) -> Bool) -> [Trace] {
    schedule.years.filter { year in
      let isAsked =
        accounts.entities.parent.map(entities.contains) ?? false
        || (year.kept.map(\.transaction) + year.lost).contains { entities.contains($0.event.entity) }
      return isAsked && (isMeant(.asAt(year.year.end)) || Period.from(year.year.start, to: year.year.end).map(isMeant) ?? false)
    }.flatMap { [kept($0), lost($0)].compactMap { $0 } }
  }

  private func exact(_ amount: Amount) -> Text { FigureTrace.exact(amount, accounts.presentationCurrency) }

  private func caption(_ year: OwnershipSchedule.Year) -> Text {
    let group: Text = accounts.entities.parent.map { "\(quoted: accounts.entities[$0].name)" } ?? "\(quoted: accounts.name)"
    return Period.from(year.year.start, to: year.year.end).map { "\(group), \($0)" } ?? group
  }

  private func kept(_ year: OwnershipSchedule.Year) -> Trace? {
    guard !year.kept.isEmpty, !year.isUnknown else { return nil }
    let total = year.total
    var trace = Trace("\(caption(year)), changes of ownership without loss of control: owners \(exact(total.owners))")
    for entry in year.kept {
      let event = entry.transaction.event
      guard let effect = entry.effect else {
        trace.add("\(quoted: event.name), \(event.date): not determinable", at: event.place)
        continue
      }
      let costs = entry.transaction.costs
      let before: Text = costs.sign == 0 ? "" : ", \(exact(effect.total + costs)) before costs and tax of \(exact(costs))"
      trace.add("\(quoted: event.name), \(event.date): \(words(effect))\(before)", at: event.place)
      for reserve in entry.transaction.reservesReattributed {
        trace.add("of which \(code: accounts.catalogue[reserve.item].id) \(exact(reserve.amount))", at: reserve.place, depth: 2)
      }
    }
    trace.add("= \(words(total))")
    return trace
  }

  private func words(_ effect: OwnershipSchedule.Effect) -> Text {
    "other reserve \(exact(effect.otherReserve)), reserves re-attributed \(exact(effect.reattributed)), owners \(exact(effect.owners)), non-controlling interests \(exact(effect.nci)), together \(exact(effect.total))"
  }

  private func lost(_ year: OwnershipSchedule.Year) -> Trace? {
    guard !year.lost.isEmpty else { return nil }
    let total = year.lost.compactMap(\.gainOrLoss).reduce(Amount.zero, +)
    var trace = Trace("\(caption(year)), gain or loss on loss of control: \(exact(total))")
    for transaction in year.lost {
      let event = transaction.event
      let gain = transaction.gainOrLoss.map(exact) ?? "not determinable"
      trace.add("\(quoted: event.name), \(event.date): \(gain)", at: event.place)
    }
    trace.add("= \(exact(total))")
    return trace
  }
}
