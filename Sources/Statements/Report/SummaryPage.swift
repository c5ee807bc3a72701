/// A group's page: its state, its entities, its changes of ownership, what needs attention first.
struct SummaryPage {
  private let report: GroupReport
  private var accounts: GroupAccounts { report.accounts }

  init(_ report: GroupReport) {
    self.report = report
  }

  var bytes: [UInt8] {
    var page = Markdown(report.printer)
    page.heading(1, SummaryPage.title(accounts))
    page.paragraph(
      accounts.sources.count == 1
        ? "**\(report.state())** · \(Text.unit(accounts.display.unit)) · 1 file"
        : "**\(report.state())** · \(Text.unit(accounts.display.unit)) · \(accounts.sources.count) files")
    entities(&page)
    events(&page)
    attention(&page)
    page.heading(2, "More")
    let announcement: Text = "[Draft announcement](announcement.md): what the files support of what a listed parent has to say"
    page.list(
      [
        "[Changes of ownership](equity-transactions.md): treatments, draft disclosures, the schedule, the roll-forward of non-controlling interests"
      ] + (accounts.transactions.contains { SizeTestSection(report, $0) != nil } ? [announcement] : []) + [
        "[Checks](checks.md): every finding, and how it came about",
        "[How the files were read](intake.md)",
        "Data: [facts](data/facts.csv), [findings](data/findings.csv), [comparison](data/comparison.csv), [equity transactions](data/equity-transactions.csv), [attribution](data/attribution.csv), [journal](data/journal.journal)",
      ])
    page.paragraph("[All groups](../README.md)")
    return page.bytes
  }

  static func title(_ accounts: GroupAccounts) -> Text {
    accounts.entities.parent.map { .name(accounts.entities[$0], .full) } ?? .words(accounts.name)
  }

  private func entities(_ page: inout Markdown) {
    page.heading(2, "Entities")
    guard !report.reported.isEmpty else {
      page.paragraph("No statement is on file.")
      return
    }
    page.table(
      ["", "Entity", Text.unit(accounts.display.unit), "Net assets", "Latest result after tax", "State"],
      alignedRight: [false, false, false, true, true, false],
      rows: report.reported.map { entity in
        let netAssets = accounts.index.series(entity, accounts.items.netAssets).last
        let result = accounts.index.series(entity, accounts.items.profitAfterTax).last
        return [
          report.sign(entity: entity), "[\(report.name(entity))](entities/\(printed: report.slugs[entity]).md)",
          (netAssets ?? result).map { Text.shortDate($0.period.end) } ?? "", netAssets.map(headline) ?? "",
          result.map { "\(headline($0)) (\(Text.period($0.period, short: true)))" } ?? "",
          report.state(entity: entity),
        ]
      })
  }

  /// A figure in the reports' currency, beside it the one that it was translated from; in its own where no rate is on file.
  private func headline(_ fact: Fact) -> Text {
    let own = Text.money(Money(fact.value, accounts.display(in: fact.currency), showsUnit: true))
    return switch accounts.translated(fact) {
    case .notNeeded, .notSingly: report.money(fact.value, accounts.display)
    case .translated(let figure): "\(report.money(figure.amount, accounts.display)) = \(own)"
    case .missing: "\(own), no rate on file"
    }
  }

  private func events(_ page: inout Markdown) {
    guard !accounts.transactions.isEmpty else { return }
    page.heading(2, "Changes of ownership")
    let hasGains = accounts.transactions.contains { isLoss($0) }
    page.table(
      ["Event", "Date", "Status", "Treatment", "Owners' equity, \(Text.unit(accounts.display.unit))", "Non-controlling interests"]
        + (hasGains ? ["Gain or loss"] : []),
      alignedRight: [false, false, false, false, true, true] + (hasGains ? [true] : []),
      rows: accounts.transactions.map { transaction in
        let display = accounts.display
        let range = { (values: [Amount]) -> Text in
          guard let low = values.min(), let high = values.max() else { return "not determinable" }
          return "between \(report.money(low, display)) and \(report.money(high, display))"
        }
        return [
          "[\(Text.words(transaction.event.name))](equity-transactions.md)", Text.shortDate(transaction.event.date),
          transaction.event.status == .signed ? "signed: pro forma" : "completed", treatment(transaction),
          // A loss of control takes nothing to equity: its effect on owners is the gain or loss.
          transaction.treatment == .lossOfControl
            ? "-" : transaction.ownersAdjustment.map { report.money($0, display) } ?? range(transaction.bounds.map(\.ownersAdjustment)),
          transaction.nciAdjustment.map { report.money($0, display) } ?? range(transaction.bounds.map(\.nciAdjustment)),
        ]
          + (hasGains ? [isLoss(transaction) ? transaction.gainOrLoss.map { report.money($0, display) } ?? "not determinable" : "-"] : [])
      })
  }

  private func isLoss(_ transaction: EquityTransaction) -> Bool {
    transaction.treatment == .lossOfControl || transaction.controlIsKept == false
  }

  /// What it is, and whether its effect can be told.
  private func treatment(_ transaction: EquityTransaction) -> Text {
    let isKnownButOpen = transaction.treatment == .notDeterminable && transaction.controlIsKept == true
    return isKnownButOpen ? "equity transaction, effect not determinable" : transaction.treatment.text
  }

  private func attention(_ page: inout Markdown) {
    page.heading(2, "What needs attention")
    let shown = report.numbered.filter { $0.finding.severity != .info && $0.finding.counts }.sorted {
      $0.finding.severity < $1.finding.severity
    }
    guard !shown.isEmpty else {
      page.paragraph("Nothing: what can be checked ties.")
      return
    }
    report.findingsTable(&page, shown)
  }
}

/// The way in: every group with its state and its headline figures.
struct WayInPage {
  private let reports: [GroupReport]
  private let version: String
  private let printer: TextPrinter

  init(_ reports: [GroupReport], version: String, printer: TextPrinter = TextPrinter(.markdown)) {
    self.reports = reports
    self.version = version
    self.printer = printer
  }

  var bytes: [UInt8] {
    var page = Markdown(printer)
    page.heading(1, "Reports")
    page.table(
      ["", "Group", "State", "Entity", "Date", "Net assets", "Latest result after tax"],
      alignedRight: [false, false, false, false, false, true, true],
      rows: reports.flatMap(rows))
    page.paragraph("✓ nothing to do · ! warnings to sign off · ✗ errors to mend")
    page.paragraph("tieout \(printed: version)")
    return page.bytes
  }

  private func rows(_ report: GroupReport) -> [[Text]] {
    let accounts = report.accounts
    let link: Text = "[\(SummaryPage.title(accounts))](\(printed: WayInPage.linkPath(accounts.name))/README.md)"
    let lead: [Text] = [report.sign(), link, report.state()]
    if let waiting = accounts.sources.firstIndex(where: \.isForNextRun) {
      let file = accounts.shortAddress(of: Place(fileIndex: waiting))
      return [["…", link, "left as it was: \(quoted: file) is for the next run", "", "", "", ""]]
    }
    guard !report.reported.isEmpty else { return [lead + ["", "", "", ""]] }
    return report.reported.prefix(12).enumerated().map { index, entity in
      let display = accounts.display(of: entity, beside: report.reported)
      let unit = Text.unit(display.unit)
      let netAssets = accounts.index.series(entity, accounts.items.netAssets).last
      let result = accounts.index.series(entity, accounts.items.profitAfterTax).last
      return (index == 0 ? lead : ["", "", ""] as [Text]) + [
        report.name(entity), (netAssets ?? result).map { Text.shortDate($0.period.end) } ?? "",
        netAssets.map { "\(unit) \(report.money($0.value, display))" } ?? "",
        result.map { "\(unit) \(report.money($0.value, display))" } ?? "",
      ]
    }
  }

  /// A folder's name as the target of a link.
  private static func linkPath(_ name: String) -> String {
    var path = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: path.unicodeScalars.append(Unicode.Scalar(byte))
      default: path += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return path
  }
}
