/// One stretch of net assets in both currencies, the translation difference, and its proof by the direct way.
struct TranslationProofTable {
  private let report: GroupReport
  private let translation: NetAssetsTranslation
  private let own: Display
  private let presentation: Display
  private let codes: (own: String, presentation: String)

  init(_ report: GroupReport, _ translation: NetAssetsTranslation, own: Currency, presentation: Currency) {
    self.report = report
    self.translation = translation
    self.own = .cents(own)
    self.presentation = .cents(presentation)
    codes = (own.code, presentation.code)
  }

  func write(_ page: inout Markdown) {
    page.table(
      [Figures.period(translation.movement.period), codes.own, "Rate", codes.presentation, "Source"],
      alignedRight: [false, true, true, true, false], rows: rows)
    if translation.difference == nil { return page.paragraph("**Not determined:** " + gaps.joined(separator: "; ") + ".") }
    page.paragraph("The proof: each amount times the closing rate less its own.")
    page.table(["", "How", codes.presentation], alignedRight: [false, false, true], rows: proof)
    page.paragraph(conclusion)
  }

  private var rows: [[String]] {
    var rows = translation.lines.map { line in
      let evidence = line.rate.map { RateEvidence($0, report.accounts) }
      let rate = evidence.map { "\($0.figure) \($0.use), \(Figures.shortDate(line.rate?.date ?? translation.movement.closing.period.end))" }
      let places = [line.place.map { Markdown.escaped(report.accounts.shortAddress(of: $0)) }, evidence?.source].compactMap { $0 }
      return [
        report.printer.string(line.label), report.money(line.own, own), rate ?? "**missing**",
        line.amount.map { report.money($0, presentation) } ?? "not determined", places.joined(separator: " × "),
      ]
    }
    let difference = translation.difference.map { report.money($0, presentation) } ?? "not determined"
    rows.insert(["**Translation difference**", "", "", "**\(difference)**", ""], at: max(rows.count - 1, 0))
    return rows
  }

  private var gaps: [String] {
    translation.missing.map { gap in
      let rate = gap.rate
      return "no \(rate.kind.rawValue) rate from \(rate.from.code) to \(rate.to.code) for \(Figures.period(rate.period)) is on file"
    } + translation.undated.map { "the day of \(report.printer.string($0.label)) is not on file" }
  }

  private var proof: [[String]] {
    guard let closing = translation.lines.last?.rate else { return [] }
    let closingFigure = RateEvidence(closing, report.accounts).figure
    var rows: [[String]] = translation.lines.dropLast().compactMap { line in
      guard let rate = line.rate, line.role != .unexplained else { return nil }
      let exact = line.own.ratio * (closing.rate - rate.rate)
      return [
        report.printer.string(line.label),
        "\(report.money(line.own, own)) × (\(closingFigure) − \(RateEvidence(rate, report.accounts).figure))", shown(exact),
      ]
    }
    if let rounding = translation.rounding, rounding.sign != 0 {
      rows.append(["Rounding of \(translation.lines.count) lines to the cent", "", report.money(rounding, presentation)])
    }
    let sign = translation.holds ? "✓" : "✗"
    rows.append([
      "\(sign) Translation difference", "the same as above", translation.difference.map { report.money($0, presentation) } ?? "",
    ])
    return rows
  }

  /// A term of the proof to four decimals, since terms are summed before they are rounded.
  private func shown(_ exact: Ratio) -> String {
    let digits = Figures.grouped(exact.magnitude.text(places: 4))
    return exact.sign < 0 ? "(\(digits))" : exact.isZero ? "-" : digits
  }

  private var conclusion: String {
    var words =
      "It is other comprehensive income and stands in the translation reserve, the part of non-controlling interests with them (IAS 21.39(c), 41); a change of interest with control kept moves its share within equity (48C), a loss of control takes the owners' part to profit or loss (48)."
    if translation.movement.unexplained.sign != 0, !translation.leavesOnlyRounding {
      words +=
        " **What no file explains has no day and so no rate of its own: it is taken at the closing rate. As soon as its day is known, the change of rates from that day on is part of the difference.**"
    }
    return words
  }
}
