/// The figures of one deal's size tests, from the size-tests file and from what else is on file.
struct SizeTestFigures {
  private let transaction: EquityTransaction
  private let accounts: GroupAccounts
  private var event: EquityEvent { transaction.event }

  /// The size tests of a deal; nil for a group that has neither a size-tests file nor the setting `listing regime`.
  static func result(of transaction: EquityTransaction, in accounts: GroupAccounts) -> SizeTestResult? {
    guard !accounts.sizeTests.isEmpty || accounts.settings.other["listing regime"] != nil else { return nil }
    return SizeTestFigures(transaction: transaction, accounts: accounts).result
  }

  private var result: SizeTestResult {
    let part = PartTaken(transaction)
    let value = ConsiderationValue(transaction, accounts, isDisposal: part.isDisposal)
    let dollars = inHongKongDollars(value)
    return SizeTestResult(
      isDisposal: part.isDisposal, isDeemed: part.isDisposal && event.issuesShares, partTaken: part.range, partFormula: part.formula,
      ratios: PercentageRatio.Test.allCases.map { $0 == .consideration ? consideration(value) : ratio($0, part) },
      connectedRegime: ConnectedRegime(on: event.date), hongKongDollars: dollars.amount, hongKongDollarsFormula: dollars.formula,
      notes: notes)
  }

  // MARK: Assets, profits, revenue

  private func ratio(_ test: PercentageRatio.Test, _ part: PartTaken) -> PercentageRatio {
    var ratio = PercentageRatio(test)
    let line = line(of: test, &ratio)
    setIssuer(line, &ratio)
    guard let figure = subsidiaryFigure(test, line, &ratio) else { return ratio }
    guard let range = part.range else {
      ratio.missing.append(part.formula)
      return ratio
    }
    let whole = figure.amount.magnitude
    if figure.amount.sign < 0 { ratio.notes.append("the subsidiary made a loss: it counts by its amount") }
    let share: Text =
      range.lowerBound == range.upperBound
      ? "\(percent: range.lowerBound, places: 6)" : "\(percent: range.lowerBound, places: 6) to \(percent: range.upperBound, places: 6)"
    ratio.numerator = PercentageRatio.Side(
      (whole * range.lowerBound)...(whole * range.upperBound), formula: "\(share) × \(figure.formula)", places: figure.places)
    return ratio
  }

  /// The line of the size-tests file that counts: the latest on or before the deal, else one without a date.
  private func line(of test: PercentageRatio.Test, _ ratio: inout PercentageRatio) -> SizeTest? {
    let lines = accounts.sizeTests.filter { $0.measure == test.issuerMeasure }
    let dated = lines.filter { $0.date.map { $0 <= event.date } ?? false }
    let latest = dated.compactMap(\.date).max()
    let usable = latest.map { day in dated.filter { $0.date == day } } ?? lines.filter { $0.date == nil }
    guard let line = usable.first else {
      let name = Text(stringLiteral: test.issuerMeasure.rawValue)
      ratio.missing.append(
        lines.isEmpty
          ? "the issuer's \(name) is not on file" : "the issuer's \(name) on file is of a day after the deal: one on or before it is needed"
      )
      return nil
    }
    for other in usable.dropFirst() {
      ratio.notes.append("a further line of the same date is left aside: \(code: accounts.address(of: other.issuerPlace))")
    }
    return line
  }

  private func setIssuer(_ line: SizeTest?, _ ratio: inout PercentageRatio) {
    guard let line else { return }
    ratio.currency = line.currency ?? accounts.presentationCurrency
    if line.currency == nil {
      ratio.notes.append("the line gives no currency: that of the reports is taken")
    }
    let money = Money(line.issuer, .cents(ratio.currency), showsUnit: true)
    ratio.denominator = PercentageRatio.Side(
      line.issuer.ratio...line.issuer.ratio, formula: line.date.map { "\(money), \($0)" } ?? "\(money)", places: [line.issuerPlace])
    if let date = line.date, isOld(date, ratio.test) {
      ratio.notes.append("the issuer's figure is of \(date), long before the deal: a later one should be on file")
    }
    if line.issuer.sign == 0 { ratio.missing.append("the issuer's figure is nil, so nothing can be compared with it") }
    if line.issuer.sign < 0, ratio.test == .profits {
      ratio.notes.append(
        "the issuer made a loss: it counts by its amount, and the ratio is usually set aside as anomalous (14.20): ask the Exchange")
    } else if line.issuer.sign < 0 {
      ratio.notes.append("the issuer's figure is negative: it counts by its amount")
    }
  }

  /// Whether a later figure must have been published by the day of the deal: accounts within a year and a half, a market price at once.
  private func isOld(_ date: CalendarDate, _ test: PercentageRatio.Test) -> Bool {
    test == .consideration ? event.date.days(since: date) > 10 : date.adding(months: 18) < event.date
  }

  private struct Figure {
    let amount: Ratio
    let formula: Text
    let places: [Place]
  }

  /// The whole of the subsidiary's figure in the currency of the line: as the file gives it, else from its accounts.
  private func subsidiaryFigure(_ test: PercentageRatio.Test, _ line: SizeTest?, _ ratio: inout PercentageRatio) -> Figure? {
    if let line, let given = line.subsidiary {
      if namesItsSubsidiary {
        let money = Money(given, .cents(ratio.currency), showsUnit: true)
        return Figure(amount: given.ratio, formula: line.date.map { "\(money), \($0)" } ?? "\(money)", places: [line.subsidiaryPlace])
      }
      ratio.notes.append(
        "the file does not say whose figure stands at \(code: accounts.address(of: line.subsidiaryPlace)), and several subsidiaries have deals: it is left aside"
      )
    }
    guard let fact = fact(of: test) else {
      ratio.missing.append(
        test == .assets
          ? "total assets of \(quoted: name) on or before the deal are not on file"
          : "\(Text(stringLiteral: test == .profits ? "profit before tax" : "revenue")) of \(quoted: name) of a whole year before the deal is not on file"
      )
      return nil
    }
    if isOld(fact.period.end, test) {
      ratio.notes.append("the subsidiary's figure is of \(fact.period.end), long before the deal: a later one should be on file")
    }
    let money = Money(fact.value, .cents(fact.currency), showsUnit: true)
    let places = [fact.provenance.place].compactMap { $0 }
    guard let own = fact.currency, let wanted = ratio.currency, own != wanted else {
      ratio.currency = ratio.currency ?? fact.currency
      return Figure(amount: fact.value.ratio, formula: "\(money), \(fact.period)", places: places)
    }
    let kind: RateKind = test == .assets ? .closing : .average
    guard let rate = accounts.rates.rate(from: own, to: wanted, on: fact.period.end, for: kind, start: fact.period.start) else {
      ratio.missing.append(
        "no \(code: kind.rawValue) rate from \(code: own.code) to \(code: wanted.code) for \(fact.period) is on file, for the figure at \(fact.placeText(accounts))"
      )
      return nil
    }
    return Figure(
      amount: fact.value.ratio * rate.rate, formula: "\(money), \(fact.period), × \(number: rate.rate)", places: places + rate.places)
  }

  private var name: Entity { accounts.entities[event.entity] }

  /// Whether the file's figures can only be of this deal's subsidiary: it has no column that says so.
  private var namesItsSubsidiary: Bool { Set(accounts.events.map(\.entity)).count <= 1 }

  /// The latest figure of the accounts before the deal: total assets at a date, a result of a whole year.
  private func fact(of test: PercentageRatio.Test) -> Fact? {
    switch test {
    case .assets: return accounts.index.series(event.entity, accounts.items.totalAssets).last { $0.period.end <= event.date }
    case .profits, .revenue:
      let item = test == .profits ? accounts.items.profitBeforeTax : accounts.items.revenue
      return accounts.index.series(event.entity, item).last { $0.period.end <= event.date && $0.period.wholeMonths == 12 }
    case .consideration: return nil
    }
  }

  // MARK: Consideration

  private func consideration(_ value: ConsiderationValue) -> PercentageRatio {
    var ratio = PercentageRatio(.consideration)
    setIssuer(line(of: .consideration, &ratio), &ratio)
    ratio.missing += value.missing
    ratio.notes += value.notes
    guard let range = value.range else { return ratio }
    let own = event.currency ?? accounts.presentationCurrency
    // Without a market capitalisation the value is shown in Hong Kong dollars, in which that will be, where a rate is on file.
    let hongKong = own.flatMap { accounts.rates.rate(from: $0, to: .hongKongDollar, on: event.date, for: .spot) }
    let wanted = ratio.currency ?? (hongKong == nil ? own : .hongKongDollar)
    ratio.currency = wanted
    guard let own, let wanted, own != wanted else {
      ratio.numerator = PercentageRatio.Side(range, formula: value.formula, places: value.places)
      return ratio
    }
    guard let rate = accounts.rates.rate(from: own, to: wanted, on: event.date, for: .spot) else {
      ratio.missing.append("no rate from \(code: own.code) to \(code: wanted.code) on \(event.date) is on file, for the consideration")
      return ratio
    }
    ratio.numerator = PercentageRatio.Side(
      (range.lowerBound * rate.rate)...(range.upperBound * rate.rate), formula: "\(value.formula) × \(number: rate.rate)",
      places: value.places + rate.places)
    return ratio
  }

  /// The whole consideration in Hong Kong dollars, by which chapter 14A exempts small deals.
  private func inHongKongDollars(_ value: ConsiderationValue) -> (amount: Ratio?, formula: Text) {
    guard let whole = value.whole else { return (nil, "the consideration is not on file, so no limit in money can be tested") }
    guard let own = event.currency ?? accounts.presentationCurrency else {
      return (nil, "the currency of the consideration is not on file, so no limit in money can be tested")
    }
    guard own != .hongKongDollar else { return (whole.ratio, "\(Money(whole, .cents(own), showsUnit: true))") }
    guard let rate = accounts.rates.rate(from: own, to: .hongKongDollar, on: event.date, for: .spot) else {
      return (nil, "no rate from \(code: own.code) to HKD on \(event.date) is on file, so no limit in money can be tested")
    }
    let dollars = whole.ratio * rate.rate
    guard let shown = Amount(dollars, roundedTo: 2) else { return (dollars, "× \(number: rate.rate)") }
    return (
      dollars,
      "\(Money(whole, .cents(own), showsUnit: true)) × \(number: rate.rate) = \(Money(shown, .cents(.hongKongDollar), showsUnit: true))"
    )
  }

  // MARK: Notes

  private var notes: [Text] {
    var notes: [Text] = []
    let linked = Set(
      accounts.events.filter { other in
        let (early, late) = (min(other.date, event.date), max(other.date, event.date))
        return other.entity == event.entity && other.name != event.name && late <= early.adding(months: 12)
      }.map(\.name)
    ).sorted()
    if !linked.isEmpty {
      let names = linked.reduce(Text("")) { $0.template.isEmpty ? "\(quoted: $1)" : "\($0), \(quoted: $1)" }
      notes.append(
        "within twelve months of \(names): the Exchange may add them together (14.22-14.23; since 1 July 2014 14A.81-14A.83 for connected persons)"
      )
    }
    return notes
  }
}

extension Rate {
  /// Where it was read: its own line, or those that it was worked out from.
  var places: [Place] { legs.isEmpty ? [place] : legs.map(\.place) }
}
