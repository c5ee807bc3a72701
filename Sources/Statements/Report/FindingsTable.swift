/// Findings as pages show them, under short names: `E1`, `W1`, `I1`.
///
/// Names are counted within what a finding is about: for each entity from 1, and for the group as a whole. So a finding more in one entity
/// leaves the names of all others, and their pages, as they are. Where findings of several stand together, the table says what each is
/// about.
extension GroupReport {
  /// Findings with their short names, in the order shown.
  static func named(_ findings: [Finding]) -> [(name: String, finding: Finding)] {
    var counts: [EntityID?: [Severity: Int]] = [:]
    return findings.map { finding in
      let number = (counts[finding.entity]?[finding.severity] ?? 0) + 1
      counts[finding.entity, default: [:]][finding.severity] = number
      let letter =
        switch finding.severity {
        case .error: "E"
        case .warning: "W"
        case .info: "I"
        }
      return ("\(letter)\(number)", finding)
    }
  }

  /// What a finding is about: `Pier, 31 December 2024`.
  func about(_ finding: Finding) -> Text {
    let entity: Text = finding.entity.map(shortName) ?? "the group"
    return finding.period.map { [entity, Text.period($0, short: true)].joined(.clause) } ?? entity
  }

  /// The table of findings: what, where, what to do.
  ///
  /// - Parameter saysAbout: whether it says what each is about; only the page of one entity goes without.
  func findingsTable(_ page: inout Markdown, _ shown: [(name: String, finding: Finding)], saysAbout: Bool = true) {
    let headings: [Text] = ["", "Finding"] + (saysAbout ? ["About"] : []) + ["Where", "To do"]
    page.table(
      headings, alignedRight: headings.map { _ in false },
      rows: shown.map { name, finding in
        [
          finding.counts ? .printed(name) : "\(printed: name) (accepted)", "`\(printed: finding.check)` \(finding.message)",
        ] + (saysAbout ? [about(finding)] : []) + [finding.place.map(address) ?? "", finding.remedy ?? ""]
      })
  }
}
