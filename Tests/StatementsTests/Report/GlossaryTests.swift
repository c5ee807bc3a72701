import Testing

@testable import Statements

/// What `tieout explain` prints: checks, treatments and line items, found by the names that a person has for them.
@Suite struct GlossaryTests {
  @Test func aCheckIsExplainedWithItsParts() throws {
    let lines = try #require(Glossary.lines(of: "roll-forward"))
    #expect(lines[0] == "roll-forward: check")
    for part in ["formula", "severity", "example", "remedy", "cites"] { #expect(lines.contains { $0.hasPrefix("  \(part) ") }, "\(part)") }
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 100 }, "lines fit a terminal")
    #expect(!lines.contains { $0.contains("**") })
  }

  @Test(arguments: [
    ("net-assets", "net-assets"), ("Net assets", "net-assets"), ("NET ASSETS", "net-assets"), ("少数股东权益", "non-controlling-interests"),
    ("非控股權益", "non-controlling-interests"), ("资产总计", "total-assets"), ("資產總值", "total-assets"),
  ])
  func aLineItemIsFoundByAnyLabel(name: String, id: String) throws {
    let lines = try #require(Glossary.lines(of: name))
    #expect(lines[0] == "\(id): line item")
  }

  @Test func aLineItemSaysItsNamesItsSumsAndItsConcept() throws {
    let lines = try #require(Glossary.lines(of: "net-assets"))
    for line in [
      "  English    Net assets", "  简体       净资产", "  繁體       資產淨值", "  statement  statement of financial position, at a date",
      "  is         total-assets − total-liabilities", "  in         total-liabilities-and-equity = total-liabilities + net-assets",
      "  XBRL       ifrs-full:Equity",
    ] { #expect(lines.contains(line), "\(line) in \(lines)") }
    #expect(try #require(Glossary.lines(of: "income-tax")).contains { $0.contains("stored negative") })
  }

  @Test(arguments: [
    ("rol-forward", ["roll-forward"]), ("balence", ["balance"]), ("goodwil", ["goodwill"]), ("share-isue", ["share-issue"]), ("qqqqqq", []),
    ("", []),
  ])
  func aNameThatIsNotKnownHasItsNearest(name: String, nearest: [String]) {
    #expect(Glossary.lines(of: name) == nil)
    #expect(Array(Glossary.nearest(to: name).prefix(1)) == nearest)
    #expect(Glossary.nearest(to: name).count <= 3)
  }

  @Test func theListHasEveryNameOnce() {
    let names = Glossary.list.filter { $0.hasPrefix("  ") }.map { $0.split(separator: " ")[0] }.map(String.init)
    let expected = Explanation.all.map(\.id) + LineItemCatalogue.shipped().all.map(\.id)
    #expect(names.sorted() == expected.sorted())
  }

  @Test func everyCheckAndTreatmentIsExplained() {
    for check in AllChecks.list { #expect(Explanation.find(check.id)?.kind == .check, "\(check.id)") }
    for treatment in AllTreatments.list { #expect(Explanation.find(treatment.id)?.kind == .treatment, "\(treatment.id)") }
    for reading in ReadingCheck.allCases { #expect(Explanation.find(reading.rawValue) != nil, "\(reading.rawValue)") }
  }
}
