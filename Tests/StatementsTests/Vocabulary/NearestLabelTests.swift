import Testing

@testable import Statements

/// A label that is nearly known is suggested, never applied.
@Suite struct NearestLabelTests {
  @Test(arguments: [
    ("Net asets", "net-assets"), ("Total asset", "total-assets"), ("Trade receivabels, net", "trade-receivables"),
    ("Proft after tax", "profit-after-tax"), ("Inventorys", "inventories"),
  ])
  func aSlipOfThePenFindsItsLabel(label: String, id: String) {
    var catalogue = LineItemCatalogue.shipped()
    #expect(catalogue.nearestLabel(to: label)?.id == id || catalogue.find(label: label).map { catalogue[$0.item].id } == id)
  }

  @Test func aWordOfItsOwnSuggestsNothing() {
    var catalogue = LineItemCatalogue.shipped()
    #expect(catalogue.nearestLabel(to: "Zebra crossing") == nil)
  }

  @Test func aNearMissIsNotApplied() {
    let read = ReadStatement("entity,Alpha\n,2012-12-31\nNet asets,60.0\n")
    #expect(read.facts == ["net-asets 2012-12-31 60"])
    #expect(read.findings.contains("3:1 unmapped info"))
  }
}
