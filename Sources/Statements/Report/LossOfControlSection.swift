/// What is disclosed where control of a subsidiary is lost: the gain or loss, how it came about, and the part due to what is kept.
///
/// Cites: IAS 27 (2008).41(f), IFRS 12.19; IAS 7.39-40 for the cash.
struct LossOfControlSection {
  private let report: GroupReport
  private let schedule: OwnershipSchedule
  private let cents: Display
  private var accounts: GroupAccounts { report.accounts }

  init(_ report: GroupReport, _ schedule: OwnershipSchedule) {
    self.report = report
    self.schedule = schedule
    cents = Display.cents(report.accounts.presentationCurrency)
  }

  func write(_ page: inout Markdown) {
    let pairs = schedule.pairs(yearEnd: accounts.yearEndOfGroup).filter { !$0.current.lost.isEmpty || !$0.comparative.lost.isEmpty }
    guard !pairs.isEmpty else { return }
    page.heading(2, "Loss of control of subsidiaries")
    for pair in pairs {
      let lost = pair.current.lost + pair.comparative.lost
      // Before IAS 27 was revised nothing specific was asked for.
      let asked = Set(lost.map(\.standard)).subtracting([.beforeRevision]).map(\.lossDisclosure.text).sorted()
      page.paragraph(
        asked.isEmpty
          ? "To the cent, before tax." : "As \(asked.map(Text.printed).joined(.and)) requires, to the cent, before tax.")
      var table = YearColumns(report, cents, pair.current.year, pair.comparative.year)
      for transaction in lost { write(transaction, &table) }
      table.total("Gain/(loss) on loss of control, in profit or loss") { year in
        let gains = (year == pair.current.year ? pair.current : pair.comparative).lost.map(\.gainOrLoss)
        return gains.contains(nil) ? nil : gains.compactMap { $0 }.reduce(.zero, +)
      }
      table.write(&page, "Loss of control")
      for transaction in lost where transaction.gainOrLoss == nil {
        let reason = transaction.reason ?? "the gain or loss is not known"
        page.paragraph("Not determinable: \(words: transaction.event.name): \(reason).")
      }
      page.paragraph(lineItem(lost))
    }
  }

  private func write(_ transaction: EquityTransaction, _ table: inout YearColumns) {
    let year = FinancialYear(containing: transaction.event.date, yearEnd: accounts.yearEndOfGroup)
    table.heading(ChangeWords(report, transaction).title, isMain: false)
    guard transaction.treatment == .lossOfControl, let gain = transaction.gainOrLoss, let netAssets = transaction.netAssetsBefore else {
      table.words("Gain or loss in profit or loss", "not determinable", in: year)
      return
    }
    let lines: [(Text, Amount)] = [
      ("Consideration received", transaction.consideration ?? .zero),
      ("Costs", -transaction.costs),
      ("Fair value of the interest retained", transaction.retainedFairValue ?? .zero),
      ("Net assets disposed of, 100 %", -netAssets),
      ("Goodwill disposed of", -(transaction.goodwillBefore ?? .zero)),
      ("Non-controlling interests derecognised", transaction.nciBefore ?? .zero),
    ]
    for (label, amount) in lines where amount.sign != 0 { table.line(label, amount, in: year) }
    for reserve in transaction.recycled {
      table.line("\(Text.caption(accounts.catalogue[reserve.item])), reclassified to profit or loss", reserve.amount, in: year)
    }
    table.line(gain.sign < 0 ? "Loss on loss of control" : "Gain on loss of control", gain, in: year)
    if let retained = transaction.gainOnRetained {
      guard transaction.retainedInterest?.isZero != true else { return }
      table.line("of which due to measuring the interest retained at fair value", retained, in: year)
    } else {
      table.words("of which due to measuring the interest retained at fair value", "not determinable", in: year)
    }
  }

  /// Where the gain or loss stands in profit or loss, as far as the parent's accounts on file say.
  private func lineItem(_ lost: [EquityTransaction]) -> Text {
    let gains = accounts.catalogue.find(id: "gain-on-disposal-of-subsidiaries")
    let facts = accounts.entities.parent.flatMap { parent in gains.map { accounts.index.series(parent, $0) } } ?? []
    let own = facts.filter { fact in lost.contains { Self.holds(fact, $0) } }
    let item = lost[0].standard.lossDisclosure.text
    guard !own.isEmpty else {
      return
        "Line item: no line of its own is on file in the parent's profit or loss; name the line that has it (\(printed: item)). Cash received less cash disposed of is an investing cash flow (IAS 7.39-40)."
    }
    let named = own.map { fact -> Text in
      let display = accounts.display(of: fact.entity)
      let when: [Text] = [.period(fact.period, short: true)] + (fact.provenance.place.map { [report.address($0)] } ?? [])
      let figure: Text =
        "\(Text.caption(accounts.catalogue[fact.item])), \(Text.unit(display.unit)) \(report.money(fact.value, display)) (\(when.joined(.clause)))"
      let gains = lost.filter { Self.holds(fact, $0) }.map(\.gainOrLoss)
      let sum = gains.compactMap { $0 }.reduce(Amount.zero, +)
      if gains.contains(nil) || fact.currency != accounts.presentationCurrency { return figure }
      return fact.interval.contains(sum)
        ? "\(figure), which agrees" : "\(figure), which differs by \(report.money(fact.value - sum, cents))"
    }
    return
      "Line item in the parent's accounts: \(named.joined(.semicolon)). Cash received less cash disposed of is an investing cash flow (IAS 7.39-40)."
  }

  private static func holds(_ fact: Fact, _ transaction: EquityTransaction) -> Bool {
    guard let start = fact.period.start else { return false }
    return start <= transaction.event.date && transaction.event.date <= fact.period.end
  }
}
