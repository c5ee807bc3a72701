/// From net assets to the figures of their movement: what moved them, and the translation difference.
struct MovementTrace {
  let accounts: GroupAccounts
  private var figures: FigureTrace { FigureTrace(accounts: accounts) }

  /// The ways of the figures that close with `fact`, which are net assets.
  func traces(_ fact: Fact) -> [Trace] {
    guard fact.item == accounts.items.netAssets else { return [] }
    let movement = accounts.netAssetsMovements(of: fact.entity).first { $0.closing == fact }
    let translations = accounts.netAssetsTranslations(of: fact.entity)
    let index = translations.firstIndex { $0.movement.closing == fact }
    return [movement.map(trace), index.flatMap { trace(translations, $0) }].compactMap { $0 }
  }

  private func name(_ entity: EntityID) -> Text { "\(quoted: accounts.entities[entity].name)" }

  private func trace(_ movement: NetAssetsMovement) -> Trace {
    let exact = { (value: Amount) in FigureTrace.exact(value, movement.closing.currency) }
    var trace = Trace(
      "\(name(movement.entity)), movement of net assets, \(movement.period): \(exact(movement.unexplained)) not explained")
    if let opening = movement.opening { figures.write(opening, to: &trace, depth: 1) }
    trace.add("\(movement.result.label): \(exact(movement.result.amount))", at: movement.result.place)
    for item in resultItems(movement) { writeFlow(of: movement.entity, item, in: movement.period, to: &trace) }
    for cause in movement.ownerMovements {
      trace.add("\(cause.label): \(exact(cause.amount))", at: cause.place)
      guard let place = cause.place else { continue }
      if let fact = accounts.facts.first(where: { $0.provenance.place == place }) {
        if fact.value == cause.amount {
          figures.write(fact, to: &trace, depth: 2)
        } else {
          writeFlow(of: movement.entity, fact.item, in: movement.period, to: &trace)
        }
      } else if let written = accounts.written(at: place) {
        trace.add(FigureTrace.asWritten(written), depth: 2)
      }
    }
    figures.write(movement.closing, to: &trace, depth: 1)
    trace.add("closing less what explains it, \(exact(movement.explained)) = \(exact(movement.unexplained))")
    let interval = movement.unexplainedInterval
    trace.add("the \(movement.figureCount) figures as printed allow for ± \(exact(interval.tolerance)) together")
    return trace
  }

  /// What the result is made up of: total comprehensive income where it is on file, else profit and other comprehensive income.
  private func resultItems(_ movement: NetAssetsMovement) -> [ItemID] {
    let items = accounts.items
    let hasTotal = accounts.flow(of: movement.entity, items.totalComprehensiveIncome, in: movement.period) != nil
    return hasTotal ? [items.totalComprehensiveIncome] : [items.profitAfterTax, items.otherComprehensiveIncome]
  }

  /// The figures that a flow of exactly a period is taken from.
  private func writeFlow(of entity: EntityID, _ item: ItemID, in period: Period, to trace: inout Trace) {
    guard let (longer, earlier) = accounts.flowParts(of: entity, item, in: period) else { return }
    figures.write(longer, to: &trace, depth: 2)
    guard let earlier else { return }
    trace.add("less \(earlier.period)", depth: 2)
    figures.write(earlier, to: &trace, depth: 2)
    trace.add("= \(FigureTrace.exact(longer.value - earlier.value, longer.currency))", depth: 2)
  }

  private func trace(_ translations: [NetAssetsTranslation], _ index: Int) -> Trace? {
    let translation = translations[index]
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
    trace.add("the same by the direct way: each line times the closing rate less its own")
    for line in translation.lines.dropLast() {
      guard let own = line.rate, line.role != .unexplained else { continue }
      let term = line.own.ratio * (rate.rate - own.rate)
      trace.add(
        "\(line.label): \(FigureTrace.exact(line.own, movement.closing.currency)) × (\(number: rate.rate, mostPlaces: 12) − \(number: own.rate, mostPlaces: 12)) = \(number: term, mostPlaces: 4)",
        depth: 2)
    }
    if let rounding = translation.rounding { trace.add("what rounding of the lines leaves: \(exact(rounding))", depth: 2) }
    if let sum = since(translations, index) { trace.add("since the first date on file = \(exact(sum))") }
    return trace
  }

  /// The differences of all stretches up to one, where each joins the one before it; nil where one of them is not known.
  private func since(_ translations: [NetAssetsTranslation], _ index: Int) -> Amount? {
    var sum = Amount.zero
    for number in 0...index {
      let joins = number == 0 || translations[number - 1].movement.closing.period == translations[number].movement.opening?.period
      guard joins, let difference = translations[number].difference else { return nil }
      sum += difference
    }
    return sum
  }
}
