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
      if let written = accounts.written(at: line.place) { trace.add(FigureTrace.asWritten(written), depth: 2) }
    }
    if let before = transaction.registerBefore {
      trace.add("the register before")
      accounts.write(before, of: event.entity, to: &trace, depth: 2)
    }
    for working in transaction.workings {
      trace.add("\(working.label): \(working.formula) = \(working.result)", at: working.place)
      if let place = working.place { writeSource(place, to: &trace) }
    }
    if let after = transaction.registerAfter {
      trace.add("the register after")
      accounts.write(after, of: event.entity, to: &trace, depth: 2)
    }
    writeEffects(transaction, to: &trace)
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

  /// What the page shows beside the workings: the entry, reserves that move, other policies, bounds, the parts of a gain.
  private func writeEffects(_ transaction: EquityTransaction, to trace: inout Trace) {
    let exact = { (amount: Amount) in FigureTrace.exact(amount, transaction.currency) }
    if let before = transaction.interestBefore, let after = transaction.interestAfter {
      trace.add("the owners' interest changes by \(percent: after - before, places: 6)")
    }
    for line in transaction.entry {
      let account = line.account.text(
        "\(quoted: accounts.entities[transaction.event.entity].name)",
        cash: "\(quoted: accounts.entities[transaction.cashHolder(accounts)].name)", accounts.catalogue)
      trace.add(line.amount.sign < 0 ? "credit \(account): \(exact(line.amount.magnitude))" : "debit \(account): \(exact(line.amount))")
    }
    for reserve in transaction.reservesReattributed {
      trace.add(
        "\(code: accounts.catalogue[reserve.item].id) of the owners, \(reserve.basis): \(exact(reserve.ofOwnersBefore)), of which \(exact(reserve.amount)) is re-attributed = \(exact(reserve.ofOwnersBefore + reserve.amount))",
        at: reserve.place)
    }
    for other in transaction.alternatives {
      trace.add(
        "by policy \(code: other.policy.letter): owners \(exact(other.ownersAdjustment)), non-controlling interests \(exact(other.nciAdjustment))"
      )
    }
    for bound in transaction.bounds {
      trace.add(
        "\(bound.description): owners' interest \(percent: bound.interestAfter, places: 6), owners \(exact(bound.ownersAdjustment)), non-controlling interests \(exact(bound.nciAdjustment))"
      )
    }
    if let gain = transaction.gainOrLoss, let retained = transaction.gainOnRetained {
      let recycled = transaction.recycled.reduce(Amount.zero) { $0 + $1.amount }
      trace.add(
        "of \(exact(gain)): \(exact(retained)) by the interest kept, \(exact(recycled)) by reserves recycled, the rest, \(exact(gain - retained - recycled)), by what was given up"
      )
    }
    if let linked = transaction.gainOrLossIfLinked {
      for disposal in transaction.linked {
        trace.add("\(quoted: disposal.name), \(disposal.date), took \(exact(disposal.ownersAdjustment)) to owners' equity")
        if disposal.tax.sign != 0 { trace.add("of which tax, then a tax charge and no part of the gain: \(exact(-disposal.tax))") }
      }
      trace.add("if they are one transaction, the gain or loss = \(exact(linked))")
    }
  }

  /// What stands at the source of a working: a statement's figure with its own steps, or a cell of a register.
  private func writeSource(_ place: Place, to trace: inout Trace) {
    // Of figures that begin at one cell a total of accounts comes with all of its accounts.
    let here = accounts.facts.filter { $0.provenance.place == place }
    if let fact = here.first(where: { $0.isTotalOfAccounts && $0.item == accounts.items.netAssets }) ?? here.first {
      FigureTrace(accounts: accounts).write(fact, to: &trace, depth: 2)
    } else if let written = accounts.written(at: place) {
      trace.add(FigureTrace.asWritten(written), depth: 2)
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
