/// The page of findings: every one, heaviest first within each entity, with how it came about.
struct ChecksPage {
  private let report: GroupReport

  init(_ report: GroupReport) {
    self.report = report
  }

  var bytes: [UInt8] {
    var page = Markdown()
    page.heading(1, "Checks")
    page.paragraph("**\(report.state())**")
    if report.findings.isEmpty { page.paragraph("Nothing was found: what can be checked ties.") }
    for (title, severity) in [("Errors", Severity.error), ("Warnings", .warning), ("Information", .info)] {
      let shown = report.numbered.filter { $0.finding.severity == severity }
      guard !shown.isEmpty else { continue }
      page.heading(2, title)
      for (name, finding) in shown {
        let entity = finding.entity.map { " · " + Markdown.escaped(report.accounts.entities[$0].name) } ?? ""
        page.heading(3, "\(name) · \(finding.check)\(entity)")
        page.verbatim(FindingText(finding, report.accounts).lines)
      }
    }
    page.paragraph("As data: [findings.csv](data/findings.csv) · [Group](README.md)")
    return page.bytes
  }
}
