/// From the cells of one figure to the figure: the text as written, its scale, its sign, its currency; a sum with each of its rows.
struct FigureTrace {
  let accounts: GroupAccounts

  /// The way of a figure of its own.
  func trace(_ fact: Fact) -> Trace {
    let caption: Text = "\(quoted: accounts.entities[fact.entity].name), \(code: accounts.catalogue[fact.item].id)"
    let value = FigureTrace.exact(fact)
    var trace =
      fact.isActual
      ? Trace("\(caption), \(fact.period): \(value)") : Trace("\(caption), \(fact.period), \(quoted: fact.scenario): \(value)")
    write(fact, to: &trace, depth: 1)
    if !isCounted(fact) { trace.add("it stands in facts.csv and in no table: \(whyNotCounted(fact))") }
    return trace
  }

  /// Adds the steps that lead to a figure.
  func write(_ fact: Fact, to trace: inout Trace, depth: Int) {
    switch fact.provenance {
    case .read(let place):
      trace.add("\(quoted: fact.raw) as written, beside \(line: fact)", at: place, depth: depth)
      guard let number = FigureTrace.number(fact.raw, for: fact.value) else { break }
      if number.isNilMark { trace.add("it stands for nil", depth: depth + 1) }
      if number.isBracketed, number.coefficient != 0 { trace.add("in brackets: negative", depth: depth + 1) }
      if number.isCredit { trace.add("marked as a credit", depth: depth + 1) }
      addScale(Ratio(coefficient: number.coefficient, exponent: number.exponent), fact, to: &trace, depth: depth + 1)
    case .derived(let rule, let sources):
      trace.add(rule, depth: depth)
      if fact.isTotalOfAccounts { return writeTotal(fact, sources.all, to: &trace, depth: depth) }
      var sum = Ratio.zero
      var isWhole = true
      for source in sources.all {
        let written = accounts.written(at: source) ?? ""
        trace.add(FigureTrace.asWritten(written), at: source, depth: depth + 1)
        if let number = FigureTrace.number(written, for: fact.value) {
          sum += Ratio(coefficient: number.coefficient, exponent: number.exponent)
        } else if !written.isEmpty {
          isWhole = false
        }
      }
      if isWhole { addScale(sum, fact, to: &trace, depth: depth + 1) }
    }
    trace.add("= \(FigureTrace.exact(fact))", depth: depth)
  }

  /// Adds the steps that lead to a figure of a table: where no file gives it, each figure that it follows from.
  func write(_ figure: ComparedFigure, to trace: inout Trace, depth: Int) {
    guard let derivation = figure.derivation else { return write(figure.fact, to: &trace, depth: depth) }
    trace.add("derived: \(derivation.rule)", depth: depth)
    for part in derivation.parts {
      let words: Text = "\(part.fact.period), \(FigureTrace.exact(part.fact))"
      trace.add(part.isAdded ? "plus \(words)" : "less \(words)", depth: depth + 1)
      write(part.fact, to: &trace, depth: depth + 2)
    }
    if derivation.basis != .asOnFile { trace.add("a part of it was restated since", depth: depth) }
    trace.add("= \(FigureTrace.exact(figure.fact))", depth: depth)
  }

  /// The accounts that a total of a trial balance is the sum of, each with its rows.
  private func writeTotal(_ total: Fact, _ sources: [Place], to trace: inout Trace, depth: Int) {
    let wanted = Set(sources)
    let accountsOfTotal = accounts.facts.filter { fact in
      fact.entity == total.entity && fact.period.end == total.period.end && fact.scenario == total.scenario && !fact.isTotalOfAccounts
        && fact.provenance.place.map(wanted.contains) ?? false
    }
    for account in accountsOfTotal {
      let isTakenOff = total.item == accounts.items.netAssets && LedgerSide.liabilities.contains(accounts.catalogue[account.item].id)
      let words: Text = "\(code: accounts.catalogue[account.item].id), \(FigureTrace.exact(account))"
      trace.add(isTakenOff ? "less \(words)" : "plus \(words)", depth: depth + 1)
      write(account, to: &trace, depth: depth + 2)
    }
    trace.add("= \(FigureTrace.exact(total))", depth: depth)
  }

  // MARK: Scale and sign

  /// The steps between what is printed and what is stored, where they are a power of ten and a sign.
  private func addScale(_ printed: Ratio, _ fact: Fact, to trace: inout Trace, depth: Int) {
    guard printed.sign != 0, fact.value.sign != 0, let exponent = FigureTrace.powerOfTen(fact.value.ratio.magnitude / printed.magnitude)
    else { return }
    if exponent != 0 {
      let unit = MoneyUnit(currency: fact.currency, exponent: exponent).heading
      let factor = Ratio(coefficient: 1, exponent: exponent)
      if exponent > 0 {
        trace.add("× \(number: factor): the unit is \(code: unit)", depth: depth)
      } else {
        trace.add("× \(number: factor): as its line's own unit says", depth: depth)
      }
    }
    if printed.sign != fact.value.sign { trace.add("its sign is turned: \(whyTurned(fact))", depth: depth) }
  }

  private func whyTurned(_ fact: Fact) -> Text {
    let item = accounts.catalogue[fact.item]
    if accounts.catalogue.find(label: fact.label)?.sense == .loss {
      return "\(line: fact) is a loss or a deficit, which is negative"
    }
    if item.sign == .negative, fact.value.sign < 0 { return "costs, charges, losses and dividends are negative" }
    return "\(code: item.id) is positive in its ordinary sense, and the table's sides or sums show that it is printed the other way round"
  }

  /// The exponent of a power of ten; nil for any other number.
  private static func powerOfTen(_ ratio: Ratio) -> Int? {
    (-12...18).first { Ratio(coefficient: 1, exponent: $0) == ratio }
  }

  /// What a cell says as a number; where its separators leave two readings open, the one that leads to `value`.
  private static func number(_ raw: String, for value: Amount) -> AmountReading.Number? {
    switch AmountReader.read(raw) {
    case .number(let number): return number
    case .open(let grouped, let decimal):
      let leads = { (number: AmountReading.Number) in
        number.coefficient != 0
          && powerOfTen(value.ratio.magnitude / Ratio(coefficient: number.coefficient, exponent: number.exponent).magnitude) != nil
      }
      return leads(grouped) && !leads(decimal) ? grouped : leads(decimal) && !leads(grouped) ? decimal : grouped
    case .empty, .notAvailable, .notANumber, .tooManyDigits: return nil
    }
  }

  /// The text of a cell or a line, whole, however long it is.
  static func asWritten(_ words: String) -> Text { "‘\(words: words)’ as written" }

  /// A figure with all its decimals, in units of its currency.
  static func exact(_ fact: Fact) -> Text { exact(fact.value, fact.currency) }

  /// An amount with all its decimals, in units of its currency.
  static func exact(_ amount: Amount, _ currency: Currency?) -> Text {
    if let currency { return "\(code: currency.symbol) \(number: amount.ratio, mostPlaces: 12)" }
    return "\(number: amount.ratio, mostPlaces: 12)"
  }

  // MARK: Whether it counts

  /// Whether it is the figure that tables and treatments take for its item and period.
  func isCounted(_ fact: Fact) -> Bool {
    fact.isActual && accounts.index.fact(fact.entity, fact.item, fact.period) == fact
  }

  private func whyNotCounted(_ fact: Fact) -> Text {
    if fact.scenario != Fact.actual { return "it is \(quoted: fact.scenario)" }
    if fact.basis.isSeparate { return "it is of the entity's separate accounts" }
    return "another cell gives this figure first, see duplicate-fact"
  }
}
