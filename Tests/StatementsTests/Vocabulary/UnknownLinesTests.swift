import Testing

@testable import Statements

/// A line that no table knows is of one item with its likes: same words, and both at a date or both over a period.
@Suite struct UnknownLinesTests {
  @Test func figuresAtADateAndOverAPeriodAreNotOfOneItem() {
    var catalogue = LineItemCatalogue.shipped()
    let flow = catalogue.add(label: "Wobbles", isInstant: false)
    let stock = catalogue.add(label: "Wobbles", isInstant: true)
    #expect(flow != stock && !catalogue[flow].isInstant && catalogue[stock].isInstant)
    #expect(catalogue.add(label: "WOBBLES", isInstant: true) == stock && catalogue.add(label: "wobbles", isInstant: false) == flow)
    #expect(catalogue[flow].id == "wobbles" && catalogue.all(id: "wobbles") == [flow, stock])
    #expect(catalogue.find(id: "wobbles", isInstant: true) == stock && catalogue.find(id: "wobbles", isInstant: false) == flow)
    #expect(catalogue.known(id: "wobbles") == nil && catalogue.find(label: "wobbles") == nil)
  }

  /// Of an item of the user's own `accounts` file nobody says which of the two it is.
  @Test func anItemOfTheUsersOwnStandsForBoth() {
    var catalogue = LineItemCatalogue.shipped()
    let own = catalogue.name(label: "Wobbles")
    #expect(catalogue.add(label: "Wobbles", isInstant: true) == own && catalogue.add(label: "Wobbles", isInstant: false) == own)
    #expect(catalogue.known(id: "wobbles") == own)
  }

  @Test func eachEntityHasItsOwnSpelling() {
    var catalogue = LineItemCatalogue.shipped()
    let (first, second, third) = (EntityID(index: 0), EntityID(index: 1), EntityID(index: 2))
    let item = catalogue.add(label: "Wobbles", isInstant: true, of: [first])
    #expect(catalogue.add(label: "WOBBLES", isInstant: true, of: [second]) == item)
    catalogue.add(label: "wobbles", isInstant: true, of: [first, third])
    #expect([first, second, third].map { catalogue[item, of: $0].english } == ["Wobbles", "WOBBLES", "wobbles"])
  }

  /// A file that is refused leaves no spelling behind, also where its entity is known.
  @Test func aRefusedFileSpellsNothing() {
    let good = "Quay\nHK$,31 December 2023,31 December 2024\nTotal assets,9,9\nwobbles,3,4\nNet assets,9,9\n"
    let bad = "Quay\nHK$,31 December 2021,31 December 2022\nTotal assets,9,9\nWOBBLES,3,4\nNet assets,9,nine\n"
    let group = CSVGroup(["a.csv": bad, "b.csv": good, "entities.csv": "entity,role\nQuay,subsidiary\n"]).run()
    let words = group.accounts.entities.find("Quay").map { quay in
      group.accounts.facts.filter { $0.label == "wobbles" }.map { group.accounts.catalogue[$0.item, of: quay].english }
    }
    #expect(words == ["wobbles", "wobbles"] && group.accounts.sources[0].form == nil)
  }

  /// A file of results does not make results of another entity's position, and both are found again.
  @Test func aPositionStaysOne() throws {
    let group = CSVGroup([
      "a.csv": "Alpha\nHK$,Year ended 31 December 2024\nWobbles,3\nRevenue,9\nProfit after tax,9\n",
      "b.csv": "Pier\nHK$,31 December 2023,31 December 2024\nTotal assets,9,9\nWobbles,3,4\nNet assets,9,9\n",
    ])
    let outcome = group.outcome()
    let facts = outcome.groups[0].factLines.filter { $0.contains(" wobbles ") }
    #expect(facts == ["Alpha wobbles 2024-01-01/2024-12-31 3 HKD", "Pier wobbles 2023-12-31 3 HKD", "Pier wobbles 2024-12-31 4 HKD"])
    #expect(outcome.groups[0].findings.count { $0.check == "unmapped" } == 2)
    guard case .found(let traces) = outcome.traces(entity: nil, item: "Wobbles", period: nil, inputs: "") else {
      Issue.record("the line is found under its words")
      return
    }
    let lines = traces.flatMap { $0 }.joined(separator: "\n")
    #expect(lines.contains("Alpha") && lines.contains("Pier"))
  }
}
