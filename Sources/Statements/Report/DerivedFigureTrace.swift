/// From a figure to those that the reports derive from it: its change, its part of owners and of non-controlling interests, its
/// translation, the result by the month.
struct DerivedFigureTrace {
  let accounts: GroupAccounts
  /// The figures that are divided between owners and non-controlling interests.
  let attributed: [AttributedFigure]
  private var figures: FigureTrace { FigureTrace(accounts: accounts) }

  /// Every figure that rests on `fact`, in the order of the pages.
  func traces(_ fact: Fact) -> [Trace] {
    guard figures.isCounted(fact) else { return [] }
    return [change(fact), perMonth(fact), attribution(fact), translation(fact)].compactMap { $0 }
      + MovementTrace(accounts: accounts, attributed: attributed).traces(fact)
  }

  private func caption(_ fact: Fact) -> Text {
    "\(quoted: accounts.entities[fact.entity].name), \(code: accounts.catalogue[fact.item].id), \(fact.period)"
  }

  // MARK: Change

  private func change(_ fact: Fact) -> Trace? {
    guard let comparison = accounts.comparisons(of: fact.entity, fact.item).first(where: { $0.current == fact }),
      let prior = comparison.prior, case .compared(let amount, let percent, let note) = comparison.outcome
    else { return nil }
    let exact = { (value: Amount) in FigureTrace.exact(value, fact.currency) }
    var trace = Trace("\(caption(fact)), change since \(prior.period): \(exact(amount))")
    figures.write(fact, to: &trace, depth: 1)
    figures.write(prior, to: &trace, depth: 1)
    trace.add("\(exact(fact.value)) − \(exact(prior.value)) = \(exact(amount))")
    if let percent {
      trace.add("÷ \(exact(prior.value.magnitude)) = \(code: Figures.changePercent(percent)), rounded to one decimal")
    } else if let note {
      trace.add("no percentage, \(note.reason)")
    }
    return trace
  }

  // MARK: By the month

  /// As below the table of results, where the periods of a page are of different lengths.
  private func perMonth(_ fact: Fact) -> Trace? {
    guard fact.item == accounts.items.profitAfterTax, let months = fact.period.wholeMonths else { return nil }
    let periods = accounts.index.items(of: fact.entity).flatMap { accounts.index.series(fact.entity, $0).map(\.period) }
      .filter { !$0.isInstant }
    guard Set(periods.map(\.wholeMonths)).count > 1 else { return nil }
    let display = accounts.display(of: fact.entity)
    // Rounded once, as shown.
    guard let monthly = Amount(fact.value.ratio / Ratio(months), roundedTo: display.decimals) else { return nil }
    var trace = Trace("\(caption(fact)), by the month: \(FigureTrace.exact(monthly, fact.currency))")
    figures.write(fact, to: &trace, depth: 1)
    trace.add("÷ \(months) months, rounded to what the table shows = \(FigureTrace.exact(monthly, fact.currency))")
    return trace
  }

  // MARK: Attribution

  private func attribution(_ fact: Fact) -> Trace? {
    guard
      let figure = attributed.first(where: { $0.entity == fact.entity && $0.item == fact.item && $0.period == fact.period })
    else { return nil }
    let exact = { (value: Amount) in FigureTrace.exact(value, fact.currency) }
    var trace = Trace(
      "\(caption(fact)), attributable to owners: \(exact(figure.owners)), to non-controlling interests: \(exact(figure.nci))")
    figures.write(fact, to: &trace, depth: 1)
    if fact.period.isInstant {
      let moment = AttributedFigure.moment(of: fact, accounts)
      trace.add("the owners' effective interest on that day is \(percent: figure.effectiveInterest, places: 6)")
      registers(above: fact.entity, at: moment, to: &trace)
    } else if let parts = accounts.parts(of: fact) {
      for part in parts.parts {
        trace.add("\(part.period): \(number: part.amount, mostPlaces: 2) at the owners' interest of \(percent: part.interest, places: 6)")
        if let start = part.period.start { registers(above: fact.entity, at: .endOf(start), to: &trace) }
      }
      if parts.isByTime { trace.add("no file gives the parts: they are taken by time") }
    }
    trace.add("owners \(percent: figure.effectiveInterest, places: 6) of \(exact(fact.value))")
    trace.add("non-controlling interests, rounded to the cent = \(exact(figure.nci)); owners have the rest = \(exact(figure.owners))")
    return trace
  }

  /// The lines of the registers on the way from the parent to an entity.
  private func registers(above entity: EntityID, at moment: OwnershipHistory.Moment, to trace: inout Trace) {
    for held in [entity] + accounts.ownership.chain(above: entity).subtracting([entity]).sorted() {
      guard let register = accounts.ownership.register(of: held, at: moment) else { continue }
      accounts.write(register, of: held, to: &trace, depth: 2)
    }
  }

  // MARK: Translation

  private func translation(_ fact: Fact) -> Trace? {
    guard case .translated(let figure) = accounts.translated(fact) else { return nil }
    let amount = FigureTrace.exact(figure.amount, figure.rate.quote)
    var trace = Trace("\(caption(fact)), translated: \(amount)")
    figures.write(fact, to: &trace, depth: 1)
    accounts.write(figure.rate, to: &trace, depth: 1)
    trace.add("× \(number: figure.rate.rate), rounded to the cent = \(amount)")
    return trace
  }
}

extension GroupAccounts {
  /// Adds the lines of a register to a trace, each with its cells as written.
  func write(_ register: ShareRegister, of entity: EntityID, to trace: inout Trace, depth: Int) {
    for line in register.lines {
      let (holder, held) = (entities[line.holder].name, entities[entity].name)
      let part: Text = register.fraction(of: line).map { " (\(percent: $0, places: 6))" } ?? ""
      let shares: Text = line.shares.map { "\(number: $0) shares of" } ?? "a part of"
      trace.add("\(quoted: holder) has \(shares) \(quoted: held)\(part)", at: line.place, depth: depth)
      if let written = written(at: line.place) { trace.add("\(quoted: written) as written", depth: depth + 1) }
    }
  }

  /// Adds a rate to a trace: the line it was read from, or the two that it was crossed from.
  func write(_ rate: Rate, to trace: inout Trace, depth: Int) {
    for leg in rate.legs.isEmpty ? [rate] : rate.legs {
      trace.add(
        "rate (\(RateEvidence(leg, self).use)): 1 \(code: leg.base.code) costs \(number: leg.rate) \(code: leg.quote.code)",
        at: leg.place, depth: depth)
      if let written = written(at: leg.place) { trace.add("\(quoted: written) as written", depth: depth + 1) }
    }
    if !rate.legs.isEmpty {
      trace.add("so 1 \(code: rate.base.code) costs \(number: rate.rate) \(code: rate.quote.code)", depth: depth)
    }
  }
}
