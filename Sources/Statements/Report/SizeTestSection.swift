/// What the Listing Rules ask of the listed parent for one event: the ratios with their sources, the classes, what is missing.
struct SizeTestSection {
  private let report: GroupReport
  private let transaction: EquityTransaction
  let result: SizeTestResult
  private var accounts: GroupAccounts { report.accounts }

  /// Nil for a group that gives no size tests, and for the further lines of an event that several lines make up.
  init?(_ report: GroupReport, _ transaction: EquityTransaction) {
    guard SizeTestSection.isFirst(transaction, in: report.accounts),
      let result = SizeTestFigures.result(of: transaction, in: report.accounts)
    else { return nil }
    self.report = report
    self.transaction = transaction
    self.result = result
  }

  /// Whether it is the first line of its event: further lines that make it up have no tests of their own.
  static func isFirst(_ transaction: EquityTransaction, in accounts: GroupAccounts) -> Bool {
    let event = transaction.event
    let first = accounts.events.first { $0.name == event.name && $0.entity == event.entity && $0.kind == event.kind }
    return first.map { $0.place == event.place } ?? true
  }

  func write(_ page: inout Markdown) {
    page.heading(3, "Size tests (Listing Rules)")
    guard isMainBoard else {
      page.paragraph(
        "The listing regime is given as \(quoted: regimeSetting). Only the Main Board Listing Rules of the Stock Exchange of Hong Kong are held here, so no ratio is shown."
      )
      return
    }
    page.paragraph(introduction)
    if let part = result.partTaken, part.upperBound.isZero {
      page.paragraph("The issuer's interest does not change, so nothing is disposed of or acquired (14.29; for connected persons 14A.92).")
      return
    }
    ratios(&page)
    missing(&page)
    page.list(notes)
    classes(&page)
  }

  // MARK: What the deal is

  var regimeSetting: String { accounts.settings.other["listing regime"] ?? "" }

  /// Whether the setting names the Main Board or nothing else.
  var isMainBoard: Bool {
    let words = regimeSetting.lowercased().filter { $0 != " " && $0 != "-" }
    guard !["gem", "创业板", "創業板"].contains(where: { words.contains($0) }) else { return false }
    return words.isEmpty || ["mainboard", "hkex", "sehk", "hongkong", "主板", "港交所", "香港"].contains { words.contains($0) }
  }

  private var introduction: Text {
    let kind: Text =
      result.isDeemed
      ? "A deemed disposal (14.29)" : result.isDisposal ? "A disposal" : "An acquisition of a further interest"
    let regime: Text =
      regimeSetting.isEmpty ? "Main Board Listing Rules, which are taken since no `listing regime` is set" : "Main Board Listing Rules"
    return
      "\(kind), by the \(regime). Assets, profits and revenue of the subsidiary count at \(result.partFormula) (14.26-14.32)."
  }

  // MARK: Ratios

  private func ratios(_ page: inout Markdown) {
    page.table(
      ["Ratio", "The deal", "How", "The issuer", "Percentage", "Sources"], alignedRight: [false, true, false, true, true, false],
      rows: result.ratios.map { ratio in
        let places = (ratio.numerator?.places ?? []) + (ratio.denominator?.places ?? [])
        return [
          ratio.test.caption, ratio.numerator.map { amounts($0.range, ratio.currency) } ?? "not known",
          ratio.numerator.map { $0.formula } ?? "",
          ratio.denominator.map { $0.formula } ?? "not known", ratio.value.map(percentages) ?? "not determinable",
          places.map { Text.words(accounts.shortAddress(of: $0)) }.joined(.comma),
        ]
      })
    page.paragraph(
      "The equity capital ratio (14.07(5)) is for an acquisition that the issuer pays in shares of its own. The issuer's figures are the latest published, its assets less dividends since (14.16, 14.18); its market capitalisation is the average of the five business days before the deal (14.07(4))."
    )
  }

  private func amounts(_ range: ClosedRange<Ratio>, _ currency: Currency?) -> Text {
    let (low, high) = (amount(range.lowerBound, currency), amount(range.upperBound, currency))
    return range.lowerBound == range.upperBound ? high : "\(low) to \(high)"
  }

  private func amount(_ ratio: Ratio, _ currency: Currency?) -> Text {
    Amount(ratio, roundedTo: 2).map { Text.money(Money($0, .cents(currency), showsUnit: true)) } ?? "more than can be shown"
  }

  func percentages(_ range: ClosedRange<Ratio>) -> Text {
    let (low, high) = (percentage(range.lowerBound), percentage(range.upperBound))
    return range.lowerBound == range.upperBound ? high : "\(low) to \(high)"
  }

  /// With so many decimals that a ratio just below a limit does not look like the limit.
  private func percentage(_ ratio: Ratio) -> Text {
    let limits = ["0.1", "1.00", "5.00", "25.00", "75.00", "100.00"].map { $0 + " %" }
    for places in [2, 4, 8] {
      let shown = Figures.percent(ratio, places: places)
      let isExact = Ratio(coefficient: ratio.rounded(places: places + 2) ?? 0, exponent: -places - 2) == ratio
      if isExact || !(limits + ["0.10 %"]).contains(shown) { return .percent(ratio, places: places) }
    }
    return Text.percent(ratio, places: 16)
  }

  // MARK: What is missing, and what follows all the same

  private func missing(_ page: inout Markdown) {
    let lines = result.ratios.filter { $0.value == nil }.map { ratio -> Text in
      let reasons = ratio.missing.joined(.semicolon)
      let open: Text = "**\(ratio.test.caption) is not determinable:** \(reasons)."
      return ([open] + [bounds(ratio)].compactMap { $0 }).joined(.sentences)
    }
    if !lines.isEmpty { page.list(lines) }
  }

  private func bounds(_ ratio: PercentageRatio) -> Text? {
    let limits = NotifiableClass.thresholds(isDisposal: result.isDisposal)
    let fine = [Ratio(numerator: 1, denominator: 1000)] + limits.map(\.ratio)
    if ratio.numerator != nil, ratio.denominator == nil {
      let measure = Text(stringLiteral: ratio.test.issuerMeasure.rawValue)
      let edges = fine.compactMap { limit in
        ratio.issuerFigure(at: limit).map { "\(Text.percent(limit, places: 2)) at \(amount($0, ratio.currency))" as Text }
      }
      return "The larger the issuer's \(measure), the smaller the ratio: it is \(edges.joined(.comma))."
    }
    if ratio.denominator != nil, ratio.numerator == nil {
      let edges = fine.compactMap { limit in
        ratio.dealFigure(at: limit).map { "\(Text.percent(limit, places: 2)) at \(amount($0, ratio.currency))" as Text }
      }
      return "The smaller what the deal comes to, the smaller the ratio: it is \(edges.joined(.comma))."
    }
    return nil
  }

  private var notes: [Text] {
    result.ratios.flatMap { ratio in
      ratio.notes.map { "\(ratio.test.caption): \($0)" as Text }
    } + result.notes.map(Text.sentence)
  }

  // MARK: Classes

  private func classes(_ page: inout Markdown) {
    guard let notifiable = result.notifiable() else {
      page.paragraph("**No ratio is known, so no class follows.**")
      return
    }
    var rows: [[Text]] = [
      [
        "Chapter 14", known(words(notifiable) { $0.name }, lacks: result.lacksARatio), words(notifiable) { $0.announcement },
        words(notifiable) { $0.circular },
        words(notifiable) { $0.approval },
      ]
    ]
    let regime = result.connectedRegime
    let cases: [(Text, Bool)] = [
      ("Chapter 14A, if the counterparty is a connected person", false), ("Chapter 14A, if connected only through the subsidiary", true),
    ]
    for (who, atSubsidiaryLevel) in cases {
      guard let connected = result.connected(atSubsidiaryLevel: atSubsidiaryLevel) else { continue }
      rows.append([
        who, known(words(connected) { $0.name(regime, atSubsidiaryLevel: atSubsidiaryLevel) }, lacks: connectedLacks),
        words(connected) { $0.announcement(regime) },
        words(connected) { $0.circular(regime) }, words(connected) { $0.approval(regime) },
      ])
    }
    page.table(
      ["", "Class", "Announcement", "Circular", "Shareholders' approval"], alignedRight: [false, false, false, false, false], rows: rows)
    page.list(conditions(notifiable))
  }

  private var connectedLacks: Bool { result.ratios.contains { $0.value == nil && $0.test != .profits } }

  private func known(_ words: Text, lacks: Bool) -> Text { lacks ? "by what is known: \(words)" : words }

  /// One wording, or two where bounds leave the class open.
  private func words<Class>(_ range: ClosedRange<Class>, _ text: (Class) -> Text) -> Text {
    let (low, high) = (text(range.lowerBound), text(range.upperBound))
    return low == high ? low : "between: \(low); \(high)"
  }

  private func conditions(_ notifiable: ClosedRange<NotifiableClass>) -> [Text] {
    var lines: [Text] = []
    let lacking = result.ratios.filter { $0.value == nil }.map { $0.test.caption }
    if !lacking.isEmpty {
      lines.append(
        lacking.count == 1
          ? "The class may be higher: \(lacking[0]) is not determinable."
          : "The class may be higher: \(lacking.joined(.comma)) are not determinable.")
    }
    if let without = result.notifiable(without: [.profits]), without != notifiable,
      result.ratios.contains(where: { $0.test == .profits && $0.denominator.map { $0.range.lowerBound.sign < 0 } ?? false })
    {
      lines.append("Without the profits ratio the class is: \(words(without) { $0.name }).")
    }
    if !result.isDisposal, notifiable.lowerBound == .belowAll {
      lines.append("If it is paid in shares of the issuer that are to be listed, it is a share transaction (14.06(1)) and is announced.")
    }
    lines.append(connectedLine)
    if let stake = largeStake { lines.append(stake) }
    return lines
  }

  private var connectedLine: Text {
    let dollars = result.hongKongDollarsFormula
    switch (result.connectedRegime, result.connectedRegime.smallConsideration) {
    case (.beforeRelief, _), (_, nil):
      return "Chapter 14A as it stood before 3 June 2010 is not held here."
    case (let regime, .some(let small)):
      let limit = Text.money(Money(small, Display(unit: MoneyUnit(currency: .hongKongDollar, exponent: 0), places: 0), showsUnit: true))
      let middle = Text.money(
        Money(
          ConnectedRegime.middleConsideration, Display(unit: MoneyUnit(currency: .hongKongDollar, exponent: 0), places: 0), showsUnit: true)
      )
      let rules: Text = regime == .present ? "as it stands since 1 July 2014" : "as it stood to 30 June 2014"
      return
        "Chapter 14A \(rules), on normal commercial terms and without the profits ratio; no file says who is connected. Limits in money: \(limit) below 5 %, \(middle) below 25 %; the consideration is \(dollars)."
    }
  }

  /// A holder of a tenth of the votes, if connected with the issuer, makes the subsidiary a connected one.
  private var largeStake: Text? {
    guard let to = transaction.event.to, !accounts.isInGroup(to), let after = transaction.registerAfter,
      let line = after.lines.first(where: { $0.holder == to && $0.kind == .equity }), let fraction = after.fraction(of: line),
      fraction >= Ratio(numerator: 1, denominator: 10)
    else { return nil }
    let rule = result.connectedRegime == .present ? "14A.16" : "14A.11(5)-(6)"
    return
      "\(report.name(to)) holds \(Text.percent(fraction, places: 4)) after the deal: if it is connected with the issuer, the subsidiary becomes a connected subsidiary (\(printed: rule))."
  }
}
