/// The table of what moved an entity's net assets from date to date, with what no file explains.
struct NetAssetsBridge {
  private let report: GroupReport
  private let movements: [NetAssetsMovement]
  private let withheld: [WithheldFigure]
  private let display: Display

  init(_ report: GroupReport, _ entity: EntityID, _ display: Display) {
    self.report = report
    movements = report.accounts.netAssetsMovements(of: entity)
    withheld = report.accounts.resultsWithheld(of: entity)
    self.display = display
  }

  func write(_ page: inout Markdown) {
    let shown = movements.filter { $0.opening != nil }
    if !shown.isEmpty || !withheld.isEmpty { page.heading(2, "What moved net assets") }
    if !shown.isEmpty {
      page.table(
        [Text.unit(display.unit)] + shown.map { Text.period($0.period, short: true) }, alignedRight: [false] + shown.map { _ in true },
        rows: rows(shown))
    }
    for movement in shown where movement.result.isFirstReported {
      page.paragraph(
        "The result of the \(movement.period) is worked out from figures as first reported, since not all of them were restated; net assets stand beside it as they were first reported."
      )
    }
    for figure in withheld {
      page.paragraph(
        "What moved net assets in the \(figure.period) is not worked out, since \(short: figure.restated) was restated and \(short: figure.other) is as first reported."
      )
    }
    for movement in movements where movement.opening == nil {
      page.paragraph(
        "Before the first date on file: opening net assets and contributions of the \(Text.period(movement.period)) together are implied at \(report.money(movement.unexplained, display)), the closing \(report.money(movement.closing.value, display)) less the result \(report.money(movement.result.amount, display))."
      )
    }
  }

  private func rows(_ shown: [NetAssetsMovement]) -> [[Text]] {
    let results = shown.map(\.result.amount)
    var rows: [[Text]] = [
      ["Opening" as Text] + shown.map { report.money($0.opening?.value ?? .zero, display) },
      [Caption.of(report.accounts.catalogue[resultItem(shown)], results)] + results.map { report.money($0, display) },
    ]
    let labels = shown.flatMap { $0.ownerMovements.map { $0.label } }
    var listed: Set<Text> = []
    for label in labels where listed.insert(label).inserted {
      rows.append(
        [label]
          + shown.map { movement in
            let causes = movement.ownerMovements.filter { $0.label == label }
            return causes.isEmpty ? "-" as Text : report.money(causes.reduce(.zero) { $0 + $1.amount }, display)
          })
    }
    if labels.isEmpty { rows.append(["Contributions and events on file" as Text] + shown.map { _ in "-" as Text }) }
    rows.append(["**Unexplained**" as Text] + shown.map(unexplained))
    rows.append(["Closing" as Text] + shown.map { report.money($0.closing.value, display) })
    return rows
  }

  /// What the results are: total comprehensive income where one of them is.
  private func resultItem(_ shown: [NetAssetsMovement]) -> ItemID {
    let items = report.accounts.items
    let name = report.accounts.catalogue[items.totalComprehensiveIncome].english.lowercased()
    let printer = TextPrinter(.plain)
    return shown.contains { printer.string($0.result.label).lowercased().hasPrefix(name) }
      ? items.totalComprehensiveIncome : items.profitAfterTax
  }

  /// The unexplained amount with its tolerance; nil where rounding explains it.
  private func unexplained(_ movement: NetAssetsMovement) -> Text {
    let interval = movement.unexplainedInterval
    if movement.unexplained.sign == 0 { return "-" }
    let tolerance = Text.money(Money(interval.tolerance, Display(unit: display.unit, places: display.places + 1)))
    let amount = report.money(movement.unexplained, display)
    return interval.contains(.zero) ? "\(amount) (rounding)" : "**\(amount)** ± \(tolerance)"
  }
}
