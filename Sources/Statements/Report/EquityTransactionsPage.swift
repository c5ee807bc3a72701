/// The page of changes of ownership: the deal, the treatment with its paragraph, the workings, the proofs, the entry.
struct EquityTransactionsPage {
  private let report: GroupReport
  private var accounts: GroupAccounts { report.accounts }
  private var printer: TextPrinter { report.printer }
  private let structures: [StructurePictures]

  init(_ report: GroupReport, _ structures: [StructurePictures]) {
    self.report = report
    self.structures = structures
  }

  var bytes: [UInt8] {
    var page = Markdown(report.printer)
    page.heading(1, "Changes of ownership")
    if accounts.transactions.isEmpty { page.paragraph("No event is on file.") }
    if accounts.transactions.contains(where: { SizeTestSection(report, $0) != nil }) {
      page.paragraph("What an announcement of a listed parent has to say of them: [draft announcement](announcement.md).")
    }
    for (number, transaction) in accounts.transactions.enumerated() {
      write(transaction, number: number + 1, &page)
    }
    DisclosureSections(report).write(&page)
    page.paragraph("[Group](README.md) · [Checks](checks.md) · [How the files were read](intake.md)")
    return page.bytes
  }

  private func write(_ transaction: EquityTransaction, number: Int, _ page: inout Markdown) {
    page.heading(2, "\(number) · \(words: transaction.event.name)")
    page.paragraph(deal(transaction))
    page.paragraph(conclusion(transaction))
    if let reason = transaction.reason { page.paragraph("**Effect on equity: not determinable.** \(Text.sentence(reason))") }
    bounds(transaction, &page)
    if let remedy = transaction.remedy { page.paragraph("**To settle it:** \(remedy).") }
    if transaction.treatment == .equityTransaction { effect(transaction, &page) }
    if transaction.treatment == .lossOfControl { gain(transaction, &page) }
    alternatives(transaction, &page)
    holders(transaction, &page)
    if structures.indices.contains(number - 1) { structures[number - 1].show(on: &page) }
    workings(transaction, &page)
    proofs(transaction, &page)
    entry(transaction, &page)
    DraftDisclosure(report, transaction).write(&page)
    findings(transaction, &page)
    SizeTestSection(report, transaction)?.write(&page)
  }

  // MARK: The deal and what it is

  private func deal(_ transaction: EquityTransaction) -> Text {
    let event = transaction.event
    let date = Text.date(event.date)
    var sentences: [Text] = [
      event.status == .signed ? "**Signed \(date), not completed: nothing is booked.**" : "**Completed \(date).**",
      "\(Text.name(accounts.entities[event.entity])): \(movement(event)).",
    ]
    if let stated = event.statedConsideration { sentences.append(.sentence(consideration(transaction, stated))) }
    if event.movesNetAssets, event.movements.allSatisfy({ ($0.to ?? $0.from).map(accounts.isInGroup) == true }) {
      sentences.append("It is paid within the group: nothing comes in from outside.")
    }
    if !event.note.isEmpty { sentences.append("*\(words: event.note)*") }
    return sentences.joined(.sentences)
  }

  /// What happens, how many shares move, and between whom.
  private func movement(_ event: EquityEvent) -> Text {
    var words = event.kind.text
    if let shares = event.shares { words = "\(words) of \(Text.number(shares, mostPlaces: 4)) shares" }
    if let from = event.from { words = "\(words) from \(Text.name(accounts.entities[from]))" }
    if let to = event.to { words = "\(words) to \(Text.name(accounts.entities[to]))" }
    return words
  }

  /// What is paid, from how many shares at which price, and what it comes to in the reports' currency.
  private func consideration(_ transaction: EquityTransaction, _ stated: Amount) -> Text {
    let event = transaction.event
    var words: Text = "Consideration \(trimmedCents(stated, event.currency ?? transaction.currency))"
    if let shares = event.shares, let price = event.price, shares * price == stated.ratio {
      words = "\(words) = \(Text.number(shares, mostPlaces: 4)) × \(Text.number(price, mostPlaces: 8))"
    }
    guard let rate = transaction.rate, let consideration = transaction.consideration else { return words }
    let evidence = RateEvidence(rate, accounts)
    let place: [Text] =
      rate.legs.isEmpty
      ? (rate.note.isEmpty ? [] : [.words(rate.note)]) + [report.address(rate.place)] : [evidence.origin, evidence.source]
    let translated = Text.money(Money(consideration, accounts.display, showsUnit: true))
    return "\(words); \(translated) at \(Text.number(rate.rate, mostPlaces: 8)) (\(place.joined(.semicolon)))"
  }

  /// Without decimals where an amount has no cents.
  private func trimmedCents(_ amount: Amount, _ currency: Currency?) -> Text {
    var display = Display.cents(currency)
    if amount.magnitude.text(exponent: 0, places: 2).hasSuffix(".00") { display.places = 0 }
    return .money(Money(amount, display, showsUnit: true))
  }

  private func conclusion(_ transaction: EquityTransaction) -> Text {
    let citation = transaction.standard.equityTransaction.text
    switch (transaction.treatment, transaction.controlIsKept) {
    case (.equityTransaction, _), (.notDeterminable, true?):
      let policy = policyWords(transaction)
      let kept: Text =
        transaction.event.controlAfter == true
        ? "Control is kept, as the event's line says" : "Control is kept, by more than half of the votes"
      return
        "**Treatment: equity transaction.** \(kept); profit or loss and goodwill are not touched (\(printed: citation)). Non-controlling interests by policy \(printed: transaction.policy.letter), \(transaction.policy.text)\(policy)."
    case (.lossOfControl, _):
      return
        "**Treatment: loss of control.** \(Self.lossWords(transaction)); its net assets, goodwill and non-controlling interests leave the group, what is kept is measured at fair value, and the difference is a gain or loss in profit or loss, attributable to the owners (\(printed: transaction.standard.lossOfControl.text)). No difference is taken to equity. The gain is before tax."
    case (.notDeterminable, false?):
      return
        "**Treatment: loss of control, not determinable.** \(Self.lossWords(transaction)) (\(printed: transaction.standard.lossOfControl.text))."
    case (.notDeterminable, nil):
      return "**Treatment: not determinable.** Whether control is kept is not known; while it is, \(printed: citation) applies."
    }
  }

  private static func lossWords(_ transaction: EquityTransaction) -> Text {
    if transaction.event.kind == .sale, let votes = transaction.votesAfter, votes.isZero { return "The group is left without a share" }
    return transaction.event.controlAfter == false ? "The event's line says that control is lost" : "Control lapses with no share moving"
  }

  /// Whether the policy was given, and what that means where no goodwill is on file.
  private func policyWords(_ transaction: EquityTransaction) -> Text {
    let hasGoodwill = transaction.goodwillBefore.map { $0.sign != 0 } ?? false
    switch (transaction.policyIsAssumed, hasGoodwill) {
    case (true, true): return " (none is given, so this one is taken; the others are shown below)"
    case (true, false): return " (none is given, so this one is taken; no goodwill is on file, so every policy gives the same)"
    case (false, true): return ""
    case (false, false): return transaction.policy == .proportionate ? "" : " (no goodwill is on file: it is taken as nil)"
    }
  }

  /// What the other policies would give, where none was chosen.
  private func alternatives(_ transaction: EquityTransaction, _ page: inout Markdown) {
    guard !transaction.alternatives.isEmpty else { return }
    let cents = Display.cents(transaction.currency)
    page.paragraph("No policy for non-controlling interests is given. Each would give:")
    page.table(
      ["Policy, \(Text.unit(cents.unit))", "Owners' equity", "Non-controlling interests"], alignedRight: [false, true, true],
      rows: transaction.alternatives.map { other in
        [
          "\(printed: other.policy.letter), \(other.policy.text)", signed(other.ownersAdjustment, cents),
          signed(other.nciAdjustment, cents),
        ]
      })
  }

  // MARK: Figures

  private func bounds(_ transaction: EquityTransaction, _ page: inout Markdown) {
    guard !transaction.bounds.isEmpty else { return }
    let display = accounts.display
    page.paragraph("While control rests on more than half of the shares, the effect lies between:")
    page.table(
      [Text.unit(display.unit), "Owners' interest after", "Owners' equity", "Non-controlling interests"],
      alignedRight: [false, true, true, true],
      rows: transaction.bounds.map { bound in
        [
          bound.description, limit(bound),
          signed(bound.ownersAdjustment, display), signed(bound.nciAdjustment, display),
        ]
      })
    if let cameIn = transaction.cameIn {
      page.paragraph("Both rows sum to the \(report.money(cameIn, display)) that comes in.")
    }
  }

  private func signed(_ amount: Amount, _ display: Display) -> Text {
    amount.sign > 0 ? "+\(report.money(amount, display))" : report.money(amount, display)
  }

  private func limit(_ bound: EquityTransaction.Bound) -> Text {
    let interest = Text.percent(bound.interestAfter, places: 4)
    return bound.isLimit ? "→ \(interest)" : interest
  }

  /// The unit of a table of what an event does, and whether it is only signed.
  private func heading(_ transaction: EquityTransaction) -> Text {
    let unit = Text.unit(Display.cents(transaction.currency).unit)
    return transaction.event.status == .signed ? "\(unit), pro forma" : unit
  }

  private func effect(_ transaction: EquityTransaction, _ page: inout Markdown) {
    guard let before = transaction.interestBefore, let after = transaction.interestAfter, let owners = transaction.ownersAdjustment,
      let nci = transaction.nciAdjustment
    else { return }
    let cents = Display.cents(transaction.currency)
    let reserves = transaction.reservesReattributed.map { reserve -> [Text] in
      [
        "of which \(Text.lowerCaption(accounts.catalogue[reserve.item])), re-attributed", report.money(reserve.ofOwnersBefore, cents),
        report.money(reserve.ofOwnersBefore + reserve.amount, cents), signed(reserve.amount, cents),
      ]
    }
    let carried = { (amount: Amount?) -> Text in amount.map { report.money($0, cents) } ?? "not given" }
    page.table(
      [heading(transaction), "Before", "After", "Change"],
      alignedRight: [false, true, true, true],
      rows: [
        ["Owners' interest", Text.percent(before, places: 4), Text.percent(after, places: 4), points(after - before)],
        ["Non-controlling interests", carried(transaction.nciBefore), carried(transaction.nciAfter), signed(nci, cents)],
        ["Equity attributable to owners", "", "", signed(owners, cents)],
      ] + reserves)
  }

  /// What a loss of control gives, and what it would give together with earlier disposals.
  private func gain(_ transaction: EquityTransaction, _ page: inout Markdown) {
    guard let gain = transaction.gainOrLoss else { return }
    let cents = Display.cents(transaction.currency)
    let heading = heading(transaction)
    let recycled = transaction.recycled.reduce(Amount.zero) { $0 + $1.amount }
    var rows: [[Text]] = [
      [gain.sign < 0 ? "**Loss in profit or loss**" : "**Gain in profit or loss**", "**\(report.money(gain, cents))**"]
    ]
    if let onRetained = transaction.gainOnRetained {
      rows.append(["due to the interest kept, at fair value", report.money(onRetained, cents)])
      if recycled.sign != 0 { rows.append(["reserves recycled, the owners' part", report.money(recycled, cents)]) }
      rows.append(["due to what was given up", report.money(gain - onRetained - recycled, cents)])
    }
    page.table([heading, ""], alignedRight: [false, true], rows: rows)
    guard let linked = transaction.gainOrLossIfLinked else { return }
    page.paragraph(
      "**May be one transaction with an earlier disposal** (\(printed: transaction.standard.linkedDisposals.text)): judgement is required, and both results are shown."
    )
    page.table(
      [heading, "Standing alone", "As one transaction"], alignedRight: [false, true, true],
      rows: transaction.linked.flatMap { disposal -> [[Text]] in
        let name: Text = "\(Text.words(disposal.name)), \(Text.date(disposal.date)): owners' equity"
        let tax: [[Text]] = disposal.tax.sign == 0 ? [] : [["of which tax, then a tax charge", signed(-disposal.tax, cents), "-"]]
        return [[name, signed(disposal.ownersAdjustment, cents), "-"]] + tax
      } + [["Gain or loss in profit or loss", report.money(gain, cents), report.money(linked, cents)]])
  }

  /// Who holds the subsidiary before and after, as far as the registers say.
  private func holders(_ transaction: EquityTransaction, _ page: inout Markdown) {
    guard let before = transaction.registerBefore else { return }
    page.heading(3, "Who holds \(Text.name(accounts.entities[transaction.event.entity]))")
    let after = transaction.registerAfter
    var lines = before.lines.map { (holder: $0.holder, kind: $0.kind) }
    for line in after?.lines ?? [] where !lines.contains(where: { $0.holder == line.holder && $0.kind == line.kind }) {
      lines.append((holder: line.holder, kind: line.kind))
    }
    func cells(_ register: ShareRegister?, _ line: (holder: EntityID, kind: Holding.Kind)) -> [Text] {
      guard let register else { return ["not determinable"] }
      guard let held = register.lines.first(where: { $0.holder == line.holder && $0.kind == line.kind }) else { return ["-"] }
      let fraction: Text = register.fraction(of: held).map { .percent($0, places: 4) } ?? "not given"
      return [held.shares.map { "\(Text.number($0, mostPlaces: 4)) · \(fraction)" } ?? fraction]
    }
    let notes = lines.map { line -> Text in
      before.lines.first { $0.holder == line.holder && $0.kind == line.kind }.map { $0.note.isEmpty ? "" : .words($0.note) } ?? ""
    }
    let hasNotes = notes.contains { !$0.isEmpty }
    page.table(
      // An empty hole tells this word from the one over who accepts a finding.
      ["Holder", "By\(printed: "")", "Before", "After"] + (hasNotes ? ["As the register says"] : []),
      alignedRight: [false, false, true, true] + (hasNotes ? [false] : []),
      rows: zip(lines, notes).map { line, note in
        [report.name(line.holder), line.kind.text] + cells(before, line) + cells(after, line) + (hasNotes ? [note] : [])
      })
  }

  private func points(_ change: Ratio) -> Text {
    let digits = Figures.percent(change.magnitude, places: 4).dropLast(2)
    return "\(printed: change.sign < 0 ? "(\(digits))" : String(digits)) percentage points"
  }

  private func workings(_ transaction: EquityTransaction, _ page: inout Markdown) {
    guard !transaction.workings.isEmpty else { return }
    page.heading(3, "Workings")
    page.paragraph("Amounts in \(Text.unit(Display.cents(transaction.currency).unit)), to the cent.")
    page.table(
      ["", "How", "Result", "Source"], alignedRight: [false, false, true, false],
      rows: transaction.workings.map { line in
        [
          line.label, line.formula, line.result,
          line.place.map(report.address) ?? "",
        ]
      })
  }

  private func proofs(_ transaction: EquityTransaction, _ page: inout Markdown) {
    guard !transaction.proofs.isEmpty else { return }
    page.heading(3, "Proofs")
    page.table(
      ["", "Proof", "Shown by"], alignedRight: [false, false, false],
      rows: transaction.proofs.map { [$0.holds ? "✓" : "✗", $0.statement, $0.shown] })
  }

  private func entry(_ transaction: EquityTransaction, _ page: inout Markdown) {
    guard !transaction.entry.isEmpty else { return }
    page.heading(3, transaction.event.status == .completed ? "Journal entry" : "Journal entry on completion (pro forma)")
    let cents = Display.cents(transaction.currency)
    page.table(
      ["Consolidated, \(Text.unit(cents.unit))", "Debit", "Credit"], alignedRight: [false, true, true],
      rows: transaction.entry.map { posting in
        let amount = Text.money(Money(posting.amount.magnitude, cents))
        let account = posting.account.text(
          .name(accounts.entities[transaction.event.entity]), cash: .name(accounts.entities[transaction.cashHolder(accounts)]),
          accounts.catalogue)
        return [account, posting.amount.sign >= 0 ? amount : "", posting.amount.sign < 0 ? amount : ""]
      })
    page.paragraph(
      transaction.treatment == .lossOfControl
        ? "Disclosed: the gain or loss, and the part due to the interest kept (\(printed: transaction.standard.lossDisclosure.text))."
        : "Disclosed in the schedule of changes in ownership interests (\(printed: transaction.standard.disclosure.text)).")
  }

  private func findings(_ transaction: EquityTransaction, _ page: inout Markdown) {
    let shown = report.numbered(of: transaction.event.entity).filter { $0.finding.period?.end == transaction.event.date }
    guard !shown.isEmpty else { return }
    page.heading(3, "Findings on this event")
    report.findingsTable(&page, shown)
  }
}
