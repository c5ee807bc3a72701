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
      [Text.period(translation.movement.period), .printed(codes.own), "Rate", .printed(codes.presentation), "Source"],
      alignedRight: [false, true, true, true, false], rows: rows)
    if translation.difference == nil { return page.paragraph("**Not determined:** \(gaps.joined(.semicolon)).") }
    page.paragraph("The proof: each amount times the closing rate less its own.")
    page.table(["", "How", .printed(codes.presentation)], alignedRight: [false, false, true], rows: proof)
    page.paragraph(conclusion)
  }

  private var rows: [[Text]] {
    var rows = translation.lines.map { line -> [Text] in
      let evidence = line.rate.map { RateEvidence($0, report.accounts) }
      let rate: Text? = evidence.map {
        "\($0.figure) \($0.use), \(Text.shortDate(line.rate?.date ?? translation.movement.closing.period.end))"
      }
      let places = [line.place.map(report.address), evidence?.source].compactMap { $0 }
      return [
        line.label, report.money(line.own, own), rate ?? "**missing**",
        line.amount.map { report.money($0, presentation) } ?? "not determined",
        places.dropFirst().reduce(places.first ?? "") { "\($0) × \($1)" },
      ]
    }
    let difference: Text = translation.difference.map { report.money($0, presentation) } ?? "not determined"
    rows.insert(["**Translation difference**", "", "", "**\(difference)**", ""], at: max(rows.count - 1, 0))
    return rows
  }

  private var gaps: [Text] {
    translation.missing.map { gap -> Text in
      let rate = gap.rate
      return
        "no \(rate.kind.text) rate from \(printed: rate.from.code) to \(printed: rate.to.code) for \(Text.period(rate.period)) is on file"
    } + translation.undated.map { "the day of \($0.label) is not on file" }
  }

  private var proof: [[Text]] {
    guard let closing = translation.lines.last?.rate else { return [] }
    let closingFigure = RateEvidence(closing, report.accounts).figure
    var rows: [[Text]] = translation.lines.dropLast().compactMap { line in
      guard let rate = line.rate, line.role != .unexplained else { return nil }
      let exact = line.own.ratio * (closing.rate - rate.rate)
      return [
        line.label,
        "\(report.money(line.own, own)) × (\(closingFigure) − \(RateEvidence(rate, report.accounts).figure))", shown(exact),
      ]
    }
    if let rounding = translation.rounding, rounding.sign != 0 {
      rows.append(["Rounding of \(translation.lines.count) lines to the cent", "", report.money(rounding, presentation)])
    }
    let sign: Text = translation.holds ? "✓" : "✗"
    rows.append([
      "\(sign) Translation difference", "the same as above", translation.difference.map { report.money($0, presentation) } ?? "",
    ])
    return rows
  }

  /// A term of the proof to four decimals, since terms are summed before they are rounded.
  private func shown(_ exact: Ratio) -> Text {
    let digits = Text.printed(Figures.grouped(exact.magnitude.text(places: 4)))
    return exact.sign < 0 ? "(\(digits))" : exact.isZero ? "-" : digits
  }

  private var conclusion: Text {
    let usual: Text =
      "It is other comprehensive income and stands in the translation reserve, the part of non-controlling interests with them (IAS 21.39(c), 41); a change of interest with control kept moves its share within equity (48C), a loss of control takes the owners' part to profit or loss (48)."
    guard translation.movement.unexplained.sign != 0, !translation.leavesOnlyRounding else { return usual }
    let open: Text =
      "**What no file explains has no day and so no rate of its own: it is taken at the closing rate. As soon as its day is known, the change of rates from that day on is part of the difference.**"
    return [usual, open].joined(.sentences)
  }
}
