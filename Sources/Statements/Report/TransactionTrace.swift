/// From the lines of an event, its registers and net assets to what its treatment reports.
struct TransactionTrace {
  let accounts: GroupAccounts

  /// The figures of `equity-transactions.csv`, by their columns in kebab case.
  static let columns = [
    "interest-before", "interest-after", "net-assets-before", "consideration", "costs", "net-assets-after", "nci-before", "nci-after",
    "nci-adjustment", "owners-equity-adjustment", "goodwill-adjustment", "gain-or-loss",
  ]

  /// The way of one column's figure, or of all of them.
  func trace(_ transaction: EquityTransaction, column: String?) -> Trace {
    let event = transaction.event
    let caption: Text = "\(quoted: accounts.entities[event.entity].name), \(quoted: event.name), \(event.date)"
    var trace: Trace
    if let column {
      let value = figure(transaction, column) ?? "not determined"
      trace = Trace("\(caption), \(code: column): \(value)")
    } else {
      trace = Trace("\(caption), \(code: transaction.treatment.rawValue)")
    }
    for line in event.movements {
      trace.add("the event's line", at: line.place)
      if let written = accounts.written(at: line.place) { trace.add("\(quoted: written) as written", depth: 2) }
    }
    if let before = transaction.registerBefore {
      trace.add("the register before")
      accounts.write(before, of: event.entity, to: &trace, depth: 2)
    }
    for working in transaction.workings {
      trace.add("\(working.label): \(working.formula) = \(working.result)", at: working.place)
      if let place = working.place { writeSource(place, to: &trace) }
    }
    if let reason = transaction.reason { trace.add("not determined: \(reason)") }
    for proof in transaction.proofs {
      let mark = proof.holds ? "✓" : "✗"
      trace.add("\(code: mark) \(proof.statement): \(proof.shown)")
    }
    for name in column.map({ [$0] }) ?? TransactionTrace.columns {
      if let value = figure(transaction, name) { trace.add("= \(code: name) \(value)") }
    }
    return trace
  }

  /// What stands at the source of a working: a statement's figure with its own steps, or a cell of a register.
  private func writeSource(_ place: Place, to trace: inout Trace) {
    if let fact = accounts.facts.first(where: { $0.provenance.place == place }) {
      FigureTrace(accounts: accounts).write(fact, to: &trace, depth: 2)
    } else if let written = accounts.written(at: place) {
      trace.add("\(quoted: written) as written", depth: 2)
    }
  }

  private func figure(_ transaction: EquityTransaction, _ column: String) -> Text? {
    let amount: Amount? =
      switch column {
      case "net-assets-before": transaction.netAssetsBefore
      case "consideration": transaction.consideration
      case "costs": transaction.costs
      case "net-assets-after": transaction.netAssetsAfter
      case "nci-before": transaction.nciBefore
      case "nci-after": transaction.nciAfter
      case "nci-adjustment": transaction.nciAdjustment
      case "owners-equity-adjustment": transaction.ownersAdjustment
      case "goodwill-adjustment": transaction.goodwillAdjustment
      case "gain-or-loss": transaction.gainOrLoss
      default: nil
      }
    if let amount { return FigureTrace.exact(amount.rounded(to: 2), transaction.currency) }
    let interest = column == "interest-before" ? transaction.interestBefore : column == "interest-after" ? transaction.interestAfter : nil
    return interest.map { "\(percent: $0, places: 6)" }
  }
}
