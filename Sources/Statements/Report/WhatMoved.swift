/// One sentence for each change worth a word, below the table that shows it.
struct WhatMoved {
  private let report: GroupReport
  private let display: Display
  private let figures: FigureSet
  private let table: PeriodTable
  /// The columns whose changes are shown.
  private let periods: [Period]
  private static let mostSentences = 12

  init(_ report: GroupReport, _ display: Display, _ figures: FigureSet, _ table: PeriodTable, _ periods: [Period]) {
    self.report = report
    self.display = display
    self.figures = figures
    self.table = table
    self.periods = periods
  }

  /// Writes a paragraph and a list for the latest column that is compared, and for those before it what changed its sign.
  func write(_ page: inout Markdown) {
    var isLatest = true
    for period in periods.reversed() {
      let compared = table.rows.compactMap { row -> Change? in
        guard let cell = row.cells[period], let prior = cell.comparison.comparedWith,
          case .compared(let change, let percent, _) = cell.comparison.outcome, let before = cell.comparison.prior?.value
        else { return nil }
        return Change(item: row.item, prior: prior, current: cell.figure.value, before: before, change: change, percent: percent)
      }
      for (prior, changes) in Dictionary(grouping: compared, by: \.prior).sorted(by: { $0.key > $1.key }) {
        if isLatest { write(&page, period, prior, changes) } else { writeChangesOfSign(&page, period, prior, changes) }
      }
      if !compared.isEmpty { isLatest = false }
    }
  }

  /// A change of a line.
  struct Change {
    let item: ItemID
    let prior: Period
    let current: Amount
    let before: Amount
    let change: Amount
    let percent: Percentage?
  }

  private func write(_ page: inout Markdown, _ period: Period, _ prior: Period, _ changes: [Change]) {
    let materiality = Materiality(report.accounts, isPosition: table.family == .positions, display: display) { item in
      table.rows.first { $0.item == item }?.cells[period]?.figure.value
    }
    let items = report.accounts.catalogue
    let worth = changes.filter { change in
      guard let word = ChangeWord(items[change.item], current: change.current, prior: change.before) else { return false }
      if word.isSignChange { return true }
      return items[change.item].statement != .perShare && materiality.map { $0.isReached(by: change.change) } ?? true
    }
    let threshold = materiality.map { thresholdText($0) }
    guard !worth.isEmpty else {
      if let threshold { page.paragraph("\(period) against \(prior): no change reaches \(threshold).") }
      return
    }
    let intro: Text =
      threshold.map { "What moved, \(period) against \(prior), from \($0), and each change of sign:" }
      ?? "What moved, \(period) against \(prior), each change, as nothing is on file to measure it by:"
    page.paragraph(intro)
    // Of many, the largest; they keep the order of the table.
    let kept = Set(worth.indices.sorted { worth[$0].change.magnitude > worth[$1].change.magnitude }.prefix(WhatMoved.mostSentences))
    var sentences = worth.indices.filter(kept.contains).map { ChangeSentence(report, display, figures.entity).text(worth[$0]) }
    if worth.count > kept.count { sentences.append("\(worth.count - kept.count) smaller changes reach it too: they stand in the table") }
    page.list(sentences)
  }

  private func writeChangesOfSign(_ page: inout Markdown, _ period: Period, _ prior: Period, _ changes: [Change]) {
    let items = report.accounts.catalogue
    let turned = changes.filter { ChangeWord(items[$0.item], current: $0.current, prior: $0.before)?.isSignChange ?? false }
    guard !turned.isEmpty else { return }
    page.paragraph("What changed its sign, \(period) against \(prior):")
    page.list(turned.map { ChangeSentence(report, display, figures.entity).text($0) })
  }

  /// `72.2 (0.5 % of net assets)`.
  private func thresholdText(_ materiality: Materiality) -> Text {
    let amount = Money(materiality.threshold, display)
    return switch materiality.base {
    case .setting: "\(amount) (the setting materiality)"
    case .totalAssets: "\(amount) (0.5 % of total assets)"
    case .netAssets: "\(amount) (0.5 % of net assets)"
    case .profitBeforeTax: "\(amount) (5 % of the result before tax)"
    case .revenue: "\(amount) (1 % of revenue)"
    case .profitAfterTax: "\(amount) (5 % of the result after tax)"
    }
  }
}

/// The sentence for one change: what rose, fell, turned or widened, by how much, and whether that is good news.
struct ChangeSentence {
  private let report: GroupReport
  private let display: Display
  private let entity: EntityID

  init(_ report: GroupReport, _ display: Display, _ entity: EntityID) {
    self.report = report
    self.display = display
    self.entity = entity
  }

  func text(_ change: WhatMoved.Change) -> Text {
    let item = report.accounts.catalogue[change.item]
    let name = Names(report, entity).captionText(change.item, [change.before, change.current])
    guard let word = ChangeWord(item, current: change.current, prior: change.before) else { return "\(name) is unchanged" }
    let sentence = ChangeSentence.text(
      word, name, current: Money(change.current, display), before: Money(change.before, display),
      size: ChangeSentence.size(change.change, change.percent, display))
    switch Judgement(item, change: change.change) {
    case .favourable: return "\(sentence): favourable"
    case .adverse: return "\(sentence): adverse"
    case nil: return sentence
    }
  }

  /// `1,550.7` or `12.0, 10.5 %`.
  static func size(_ change: Amount, _ percent: Percentage?, _ display: Display) -> Text {
    let amount = Money(change.magnitude, display)
    guard let percent else { return "\(amount)" }
    return "\(amount), \(number: Ratio(coefficient: Int128(abs(percent.tenths)), exponent: -1), mostPlaces: 1) %"
  }

  /// The sentence by its word; amounts of losses and liabilities stand without brackets where the word says what they are.
  static func text(_ word: ChangeWord, _ name: Text, current: Money, before: Money, size: Text) -> Text {
    let (amount, amountBefore) = (current.unsigned, before.unsigned)
    return switch word {
    case .rose: "\(name) rose by \(size), to \(current)"
    case .fell: "\(name) fell by \(size), to \(current)"
    case .turnedToProfit: "\(name) turned to profit: \(current) after \(before)"
    case .turnedToLoss: "\(name) turned to loss: \(current) after \(before)"
    case .lossWidened: "\(name) widened by \(size), to \(amount)"
    case .lossNarrowed: "\(name) narrowed by \(size), to \(amount)"
    case .movedToNetLiabilities: "Net assets of \(amountBefore) moved to net liabilities of \(amount)"
    case .movedToNetAssets: "Net liabilities of \(amountBefore) moved to net assets of \(amount)"
    case .netLiabilitiesWidened: "Net liabilities widened by \(size), to \(amount)"
    case .netLiabilitiesNarrowed: "Net liabilities narrowed by \(size), to \(amount)"
    case .changedSign: "\(name) changed sign: \(current) after \(before)"
    case .arose: "\(name) came to \(current) after none"
    case .ended: "\(name) came to none after \(before)"
    }
  }
}

extension Money {
  /// Without its sign.
  fileprivate var unsigned: Money { Money(amount.magnitude, display, showsUnit: showsUnit) }
}
