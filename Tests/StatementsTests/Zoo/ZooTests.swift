import DelimitedText
import Testing

@testable import Statements

/// One clean set of statements in every spelling gives the same facts.
@Suite struct ZooTests {
  @Test func everySpellingSaysTheSame() {
    let styles = ZooStyle.all
    #expect(styles.count >= 120)
    let catalogue = LineItemCatalogue.shipped()
    let expected = ZooStatement.facts
    for style in styles {
      let deliveries = ZooWriter(style: style).files.map { Delivery(path: $0.name, bytes: $0.bytes, digest: "") }
      let intake = Intake(deliveries, catalogue: catalogue)
      let facts = intake.facts.map { fact in
        "\(intake.catalogue[fact.item].id) \(fact.period.start.map { $0.isoText + "/" } ?? "")\(fact.period.end.isoText) \(fact.value.decimalText)"
      }.sorted()
      #expect(facts == expected, "\(style): \(Self.difference(facts, expected)) \(intake.findings.map(\.message.template))")
      #expect(Set(intake.facts.map { intake.entities[$0.entity].name }) == [ZooStatement.entity], "\(style)")
      #expect(Set(intake.facts.map(\.currency)) == [.renminbi], "\(style)")
      #expect(Set(intake.facts.map(\.basis)) == [.consolidated], "\(style)")
    }
  }

  private static func difference(_ facts: [String], _ expected: [String]) -> String {
    "more: \(facts.filter { !expected.contains($0) }.prefix(3)) fewer: \(expected.filter { !facts.contains($0) }.prefix(3))"
  }
}
