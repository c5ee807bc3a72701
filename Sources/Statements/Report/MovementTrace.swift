/// From net assets to the figures of their movement: what moved them, the translation difference, the changes in equity as attributed.
struct MovementTrace {
  let accounts: GroupAccounts
  /// The figures that are divided between owners and non-controlling interests.
  let attributed: [AttributedFigure]
  private var figures: FigureTrace { FigureTrace(accounts: accounts) }

  /// The ways of the figures that close with `fact`, which are net assets.
  func traces(_ fact: Fact) -> [Trace] {
    guard fact.item == accounts.items.netAssets else { return [] }
    let movement = accounts.netAssetsMovements(of: fact.entity).first { $0.closing == fact }
    let translation = accounts.netAssetsTranslations(of: fact.entity).first { $0.movement.closing == fact }
    let changes = AttributedChanges.all(of: fact.entity, in: accounts, attributed.filter { $0.entity == fact.entity })
      .filter { $0.closing.date == fact.period.end }
    return [movement.map(trace), translation.flatMap(trace)].compactMap { $0 } + changes.map(trace)
  }

  private func name(_ entity: EntityID) -> Text { "\(quoted: accounts.entities[entity].name)" }

  private func trace(_ movement: NetAssetsMovement) -> Trace {
    let exact = { (value: Amount) in FigureTrace.exact(value, movement.closing.currency) }
    var trace = Trace(
      "\(name(movement.entity)), movement of net assets, \(movement.period): \(exact(movement.unexplained)) not explained")
    if let opening = movement.opening { figures.write(opening, to: &trace, depth: 1) }
    for cause in [movement.result] + movement.ownerMovements { trace.add("\(cause.label): \(exact(cause.amount))", at: cause.place) }
    figures.write(movement.closing, to: &trace, depth: 1)
    trace.add("closing less what explains it, \(exact(movement.explained)) = \(exact(movement.unexplained))")
    return trace
  }

  private func trace(_ translation: NetAssetsTranslation) -> Trace? {
    guard let difference = translation.difference, let rate = translation.lines.last?.rate else { return nil }
    let movement = translation.movement
    let exact = { (value: Amount) in FigureTrace.exact(value, rate.quote) }
    var trace = Trace("\(name(movement.entity)), translation difference, \(movement.period): \(exact(difference))")
    for line in translation.lines {
      trace.add("\(line.label): \(FigureTrace.exact(line.own, movement.closing.currency))", at: line.place)
      if let rate = line.rate { accounts.write(rate, to: &trace, depth: 2) }
      if let amount = line.amount { trace.add("translated, rounded to the cent = \(exact(amount))", depth: 2) }
    }
    trace.add("closing less the other lines = \(exact(difference))")
    return trace
  }

  private func trace(_ changes: ChangesInEquity) -> Trace {
    let exact = { (value: Amount) in FigureTrace.exact(value, changes.currency) }
    var trace = Trace(
      "\(name(changes.entity)), changes in equity, \(changes.period): non-controlling interests \(exact(changes.closing.nci))")
    trace.add("opening: owners \(exact(changes.opening.owners)), non-controlling interests \(exact(changes.opening.nci))")
    for line in changes.lines where !line.isItem {
      let parts: Text = "owners \(exact(line.owners ?? .zero)), non-controlling interests \(exact(line.nci ?? .zero))"
      if let interest = line.interests.last {
        trace.add("\(line.label): \(parts), at their interest of \(percent: interest, places: 6)", at: line.place)
      } else {
        trace.add("\(line.label): \(parts)", at: line.place)
      }
    }
    let rest = changes.unexplained
    if rest.owners.sign != 0 || rest.nci.sign != 0 {
      trace.add("no line explains: owners \(exact(rest.owners)), non-controlling interests \(exact(rest.nci))")
    }
    trace.add("closing: owners \(exact(changes.closing.owners)), non-controlling interests \(exact(changes.closing.nci))")
    return trace
  }
}
