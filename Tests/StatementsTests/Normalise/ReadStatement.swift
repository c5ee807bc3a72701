import DelimitedText

@testable import Statements

/// What the tests compare of one statement's file.
struct ReadStatement {
  let intake: Intake

  init(_ text: String, path: String = "file.csv", with others: [String: String] = [:]) {
    self.init(Array(text.ended.utf8), path: path, with: others)
  }

  init(_ bytes: [UInt8], path: String = "file.csv", with others: [String: String] = [:]) {
    let deliveries =
      [Delivery(path: path, bytes: bytes, digest: "")]
      + others.map { Delivery(path: $0.key, bytes: Array($0.value.ended.utf8), digest: "") }
    intake = Intake(deliveries, catalogue: LineItemCatalogue.shipped())
  }

  /// `revenue 2012-01-01/2012-12-31 41200000`, in the order of the file; the entity before it where there are several.
  var facts: [String] {
    let isOne = Set(intake.facts.map(\.entity)).count <= 1
    return intake.facts.filter { !$0.isTotalOfAccounts }.map { fact in
      (isOne ? "" : intake.entities[fact.entity].name + ": ") + intake.catalogue[fact.item].id + " " + Self.text(fact.period) + " "
        + fact.value.decimalText + (fact.scenario == Fact.actual ? "" : " " + fact.scenario)
    }
  }

  /// `12:3 sign warning`, with the severity and the cell.
  var findings: [String] {
    intake.findings.map { finding in
      "\(finding.place?.lineNumber ?? 0):\(finding.place?.columnNumber ?? 0) \(finding.check) \(finding.severity.rawValue)"
    }
  }

  /// The findings but those that say which line was taken for the entity's name.
  var doubts: [String] {
    zip(findings, intake.findings).filter { !$0.1.message.template.contains("entity's name") }.map(\.0)
  }

  /// The template of each finding.
  var messages: [String] { intake.findings.map(\.message.template) }

  private static func text(_ period: Period) -> String {
    (period.start.map { $0.isoText + "/" } ?? "") + period.end.isoText
  }
}
