/// From the cells of an event, its accounts and the issuer's figures to the percentage ratios of the Listing Rules.
struct SizeTestTrace {
  let accounts: GroupAccounts

  /// By what the ratios are asked for: all of them, or one.
  static let columns = ["size-tests"] + PercentageRatio.Test.allCases.map { $0.rawValue + "-ratio" }

  /// The ways of an event's ratios; `column` names one of them, nil all.
  func traces(_ transaction: EquityTransaction, column: String?) -> [Trace] {
    guard SizeTestSection.isFirst(transaction, in: accounts), let result = SizeTestFigures.result(of: transaction, in: accounts) else {
      return []
    }
    return result.ratios.filter { column == nil || column == "size-tests" || column == $0.test.rawValue + "-ratio" }
      .map { trace($0, result, transaction) }
  }

  private func trace(_ ratio: PercentageRatio, _ result: SizeTestResult, _ transaction: EquityTransaction) -> Trace {
    let event = transaction.event
    let value = ratio.value.map(percent) ?? "not determinable"
    var trace = Trace(
      "\(quoted: accounts.entities[event.entity].name), \(quoted: event.name), \(event.date), \(code: ratio.test.rawValue + "-ratio"): \(value)"
    )
    if ratio.test != .consideration, let part = result.partTaken {
      trace.add("the part of the subsidiary's figure that counts: \(percent(part)), \(result.partFormula)")
    }
    side("the deal", ratio.numerator, ratio.currency, to: &trace)
    side("the issuer", ratio.denominator, ratio.currency, to: &trace)
    for missing in ratio.missing { trace.add("missing: \(missing)") }
    for note in ratio.notes { trace.add(note) }
    for limit in [Ratio(numerator: 1, denominator: 1000)] + NotifiableClass.thresholds(isDisposal: result.isDisposal).map(\.ratio) {
      let edge = ratio.value != nil ? nil : ratio.numerator != nil ? ratio.issuerFigure(at: limit) : ratio.dealFigure(at: limit)
      guard let edge else { continue }
      trace.add("the ratio is \(percent: limit, places: 2) at \(amount(edge, ratio.currency))")
    }
    if ratio.value != nil { trace.add("= \(value)") }
    return trace
  }

  private func side(_ which: Text, _ side: PercentageRatio.Side?, _ currency: Currency?, to trace: inout Trace) {
    guard let side else { return trace.add("\(which): not known") }
    let (low, high) = (amount(side.range.lowerBound, currency), amount(side.range.upperBound, currency))
    trace.add(
      side.range.lowerBound == side.range.upperBound
        ? "\(which): \(side.formula) = \(high)" : "\(which): \(side.formula) = \(low) to \(high)")
    for place in side.places {
      if let fact = accounts.facts.first(where: { $0.provenance.place == place }) {
        FigureTrace(accounts: accounts).write(fact, to: &trace, depth: 2)
      } else if let written = accounts.written(at: place) {
        trace.add(FigureTrace.asWritten(written), at: place, depth: 2)
      }
    }
  }

  /// To the cent, as the table shows it.
  private func amount(_ ratio: Ratio, _ currency: Currency?) -> Text {
    Amount(ratio, roundedTo: 2).map { FigureTrace.exact($0, currency) } ?? "more than can be shown"
  }

  private func percent(_ range: ClosedRange<Ratio>) -> Text {
    let (low, high): (Text, Text) = ("\(percent: range.lowerBound, places: 8)", "\(percent: range.upperBound, places: 8)")
    return range.lowerBound == range.upperBound ? high : "\(low) to \(high)"
  }
}
