import DelimitedText

/// The page of files: how each was read and why, and which were not taken.
struct IntakePage {
  private let report: GroupReport

  init(_ report: GroupReport) {
    self.report = report
  }

  var bytes: [UInt8] {
    let accounts = report.accounts
    var page = Markdown(report.printer)
    page.heading(1, "How the files were read")
    let intakeFindings = Dictionary(grouping: report.numbered.filter(\.finding.isOfIntake)) {
      $0.finding.place.map { Int($0.fileIndex) } ?? -1
    }
    for (index, source) in accounts.sources.enumerated() {
      page.heading(2, report.address(Place(fileIndex: index)))
      let figures = accounts.index.figureCounts[Int32(index)] ?? 0
      var facts: [Text] = [
        "\(printed: Figures.grouped(String(source.byteCount))) bytes", .printed("SHA-256 `\(source.digest)`"),
      ]
      if figures > 0 { facts.append("\(printed: Figures.grouped(String(figures))) figures") }
      if source.form == nil { facts.insert("**not taken**", at: 0) }
      page.paragraph(facts.joined(.dot))
      var evidence = source.evidence
      if let table = source.table {
        evidence.insert(contentsOf: table.dialect.evidence.map { "\(code: $0)" }, at: 0)
      }
      page.list(evidence)
      let found = intakeFindings[index] ?? []
      if !found.isEmpty { report.findingsTable(&page, found) }
    }
    page.paragraph("As data: [facts.csv](data/facts.csv) · [Group](README.md)")
    return page.bytes
  }
}

extension Finding {
  /// Whether it is about reading a file rather than about the figures in it.
  fileprivate var isOfIntake: Bool {
    ReadingCheck(rawValue: check) != nil
  }
}
