/// From a figure to those that the reports derive from it: its part of owners and of non-controlling interests, its translation, the
/// movement of net assets that it closes.
struct DerivedFigureTrace {
  let accounts: GroupAccounts
  /// The figures that are divided between owners and non-controlling interests.
  let attributed: [AttributedFigure]
  private var figures: FigureTrace { FigureTrace(accounts: accounts) }

  /// Every figure that rests on `fact`, in the order of the pages.
  func traces(_ fact: Fact) -> [Trace] {
    guard figures.isCounted(fact) else { return [] }
    return [attribution(fact), translation(fact)].compactMap { $0 } + MovementTrace(accounts: accounts).traces(fact)
  }

  private func caption(_ fact: Fact) -> Text {
    "\(quoted: accounts.entities[fact.entity].name), \(code: accounts.catalogue[fact.item].id), \(fact.period)"
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
      trace.add("owners \(percent: figure.effectiveInterest, places: 6) of \(exact(fact.value))")
    } else if let parts = accounts.parts(of: fact) {
      for part in parts.parts {
        let owners = part.interest * part.amount
        trace.add(
          "\(part.period): \(number: part.amount, mostPlaces: 2) at the owners' interest of \(percent: part.interest, places: 6), theirs \(number: owners, mostPlaces: 4)"
        )
        if let start = part.period.start { registers(above: fact.entity, at: .endOf(start), to: &trace) }
      }
      if parts.isByTime { trace.add("no file gives the parts: they are taken by time") }
      let applied = parts.parts.map(\.interest).reduce(into: [Ratio]()) { if $0.last != $1 { $0.append($1) } }
      if applied.count > 1 {
        let interests = applied.map { Text.percent($0, places: 6) }.joined(.then)
        trace.add(
          "owners have the parts at \(interests); of the whole, \(exact(fact.value)), that comes to \(percent: figure.effectiveInterest, places: 6), which is shown as the effective interest"
        )
      } else {
        trace.add("owners \(percent: figure.effectiveInterest, places: 6) of \(exact(fact.value))")
      }
    }
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
      if let written = written(at: line.place) { trace.add(FigureTrace.asWritten(written), depth: depth + 1) }
    }
  }

  /// Adds a rate to a trace: the line it was read from, or the two that it was crossed from.
  func write(_ rate: Rate, to trace: inout Trace, depth: Int) {
    for leg in rate.legs.isEmpty ? [rate] : rate.legs {
      trace.add(
        "rate (\(RateEvidence(leg, self).use)): 1 \(code: leg.base.code) costs \(number: leg.rate) \(code: leg.quote.code)",
        at: leg.place, depth: depth)
      if let written = written(at: leg.place) { trace.add(FigureTrace.asWritten(written), depth: depth + 1) }
    }
    if !rate.legs.isEmpty {
      trace.add("so 1 \(code: rate.base.code) costs \(number: rate.rate) \(code: rate.quote.code)", depth: depth)
    }
  }
}
