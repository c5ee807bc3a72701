/// From the figures of files to those of an entity's statements that no file gives: quarters and halves from cumulative figures, years and
/// the last twelve months from their parts, changes, the result by the month, casting differences, variances against a plan.
struct FurtherTrace {
  let accounts: GroupAccounts
  private let entity: EntityID
  /// The figures that happened, and the sets that stand beside, each with its name where it has one.
  private let sets: [(name: String?, figures: FigureSet)]
  private var figures: FigureTrace { FigureTrace(accounts: accounts) }

  init(_ accounts: GroupAccounts, _ entity: EntityID) {
    self.accounts = accounts
    self.entity = entity
    let actual = accounts.figures(of: entity)
    let further = accounts.furtherFigures(of: entity, upTo: actual.latestResult.map { [$0] } ?? [])
    sets =
      [(nil, actual)]
      + further.map { set in
        let name =
          set.basis.isSeparate ? (set.scenario == Fact.actual ? "separate accounts" : "separate accounts, " + set.scenario) : set.scenario
        return (name, set.figures)
      }
  }

  /// The ways of all figures of the lines and periods that are asked about.
  func traces(_ item: ItemID?, _ isMeant: (Period) -> Bool) -> [Trace] {
    sets.flatMap { name, set in
      set.rows.filter { item == nil || $0.item == item }.flatMap { row in
        row.figures.filter { isMeant($0.period) }.flatMap { figure -> [Trace] in
          [derived(figure, name), change(figure, row, set, name)].compactMap { $0 } + byMonth(figure, set, name) + variance(figure, name)
        }
      } + casting(set, name, item, isMeant)
    }
  }

  /// The dates and periods of a line, those of derived figures among them.
  func periods(_ item: ItemID?) -> [Period] {
    sets.flatMap { $0.figures.rows.filter { item == nil || $0.item == item }.flatMap { $0.figures.map(\.period) } }
  }

  private func caption(_ figure: ComparedFigure, _ name: String?) -> Text {
    let whose: Text = "\(quoted: accounts.entities[entity].name), \(code: accounts.catalogue[figure.fact.item].id), \(figure.period)"
    return name.map { "\(whose), \(quoted: $0)" } ?? whose
  }

  // MARK: Derived

  private func derived(_ figure: ComparedFigure, _ name: String?) -> Trace? {
    guard figure.isDerived else { return nil }
    var trace = Trace("\(caption(figure, name)), derived: \(FigureTrace.exact(figure.fact))")
    figures.write(figure, to: &trace, depth: 1)
    return trace
  }

  // MARK: Change

  private func change(_ figure: ComparedFigure, _ row: FigureSet.Row, _ set: FigureSet, _ name: String?) -> Trace? {
    let comparison = set.comparison(of: figure, in: row)
    guard let prior = comparison.prior, case .compared(let amount, let percent, let note) = comparison.outcome else { return nil }
    let exact = { (value: Amount) in FigureTrace.exact(value, figure.fact.currency) }
    var trace = Trace("\(caption(figure, name)), change since \(prior.period): \(exact(amount))")
    figures.write(figure, to: &trace, depth: 1)
    figures.write(row.figure(prior.period) ?? ComparedFigure(prior), to: &trace, depth: 1)
    trace.add("\(exact(figure.value)) − \(exact(prior.value)) = \(exact(amount))")
    writePercent(percent, note, of: prior.value, to: &trace, exact)
    return trace
  }

  private func writePercent(
    _ percent: Percentage?, _ note: Comparison.PercentNote?, of prior: Amount, to trace: inout Trace, _ exact: (Amount) -> Text
  ) {
    if let percent {
      trace.add("÷ \(exact(prior.magnitude)) = \(code: Figures.changePercent(percent)), rounded to one decimal")
    } else if let note {
      trace.add("no percentage, \(note.reason)")
    }
  }

  /// What happened beside what was planned for the same date or period.
  private func variance(_ figure: ComparedFigure, _ name: String?) -> [Trace] {
    guard let name, !figure.fact.basis.isSeparate, let actual = sets[0].figures.row(figure.fact.item)?.figure(figure.period),
      case .compared(let amount, let percent, let note) = Comparison.of(actual.fact, figure.fact, yearEnd: sets[0].figures.yearEnd).outcome
    else { return [] }
    let exact = { (value: Amount) in FigureTrace.exact(value, actual.fact.currency) }
    var trace = Trace("\(caption(figure, nil)), variance against \(quoted: name): \(exact(amount))")
    figures.write(actual, to: &trace, depth: 1)
    figures.write(figure, to: &trace, depth: 1)
    trace.add("\(exact(actual.value)) − \(exact(figure.value)) = \(exact(amount))")
    writePercent(percent, note, of: figure.value, to: &trace, exact)
    return [trace]
  }

  // MARK: By the month

  /// As below the table of results, where the periods of a page are of different lengths.
  private func byMonth(_ figure: ComparedFigure, _ set: FigureSet, _ name: String?) -> [Trace] {
    guard let table = set.tables.first(where: { $0.family == .cumulative }), table.periods.contains(figure.period),
      Set(table.periods.map(\.wholeMonths)).count > 1, let months = figure.period.wholeMonths,
      StatementSections.lineByMonth(table, accounts) == figure.fact.item
    else { return [] }
    let exact = { (value: Amount) in FigureTrace.exact(value, figure.fact.currency) }
    // Rounded once, as shown.
    let decimals = accounts.display(of: entity).decimals
    guard let monthly = Amount(figure.value.ratio / Ratio(months), roundedTo: decimals),
      let yearly = Amount(figure.value.ratio * Ratio(12) / Ratio(months), roundedTo: decimals)
    else { return [] }
    var trace = Trace("\(caption(figure, name)), by the month: \(exact(monthly)), annualised: \(exact(yearly))")
    figures.write(figure, to: &trace, depth: 1)
    trace.add("÷ \(months) months, rounded to what the table shows = \(exact(monthly))")
    trace.add("÷ \(months) months × 12, rounded to what the table shows = \(exact(yearly))")
    return [trace]
  }

  // MARK: Casting

  /// What totals as shown differ by from their parts as shown.
  private func casting(_ set: FigureSet, _ name: String?, _ item: ItemID?, _ isMeant: (Period) -> Bool) -> [Trace] {
    let decimals = accounts.display(of: entity).decimals
    return set.tables.flatMap { table in
      CastingLine.all(in: table, of: entity, accounts, decimals: decimals).filter { item == nil || $0.total == item }.flatMap { line in
        table.periods.filter { isMeant($0) && line.differences[$0]?.sign ?? 0 != 0 }.compactMap { period -> Trace? in
          guard let difference = line.differences[period], let total = set.row(line.total)?.figure(period) else { return nil }
          let exact = { (value: Amount) in FigureTrace.exact(value, total.fact.currency) }
          var trace = Trace("\(caption(total, name)), casting difference: \(exact(difference))")
          trace.add("the total as shown: \(exact(total.value.rounded(to: decimals)))", at: total.places.first)
          for part in line.parts {
            guard let figure = set.row(part.item)?.figure(period) else { continue }
            let (words, amount): (Text, Text) = ("\(code: accounts.catalogue[part.item].id)", exact(figure.value.rounded(to: decimals)))
            trace.add(part.isAdded ? "less \(words) as shown: \(amount)" : "plus \(words) as shown: \(amount)", at: figure.places.first)
          }
          trace.add("= \(exact(difference))")
          return trace
        }
      }
    }
  }
}
