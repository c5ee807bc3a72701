import Testing

@testable import Statements

/// A long file that has columns for a stretch and for a day: results fill the one, positions the other.
@Suite struct StretchOrDayTests {
  private static func group(_ rows: String) -> Pipeline.Group {
    CSVGroup([
      "entities.csv": "entity,role,functional currency\nPier,parent,HKD\n",
      "figures.csv": "entity,start,end,date,item,amount,currency\n\(rows)\n",
    ]).run()
  }

  @Test func aRowWithoutAStretchHasItsDay() {
    let group = Self.group(
      "Pier,2024-01-01,2024-12-31,,revenue,100,HKD\nPier,,,2024-12-31,net-assets,40,HKD\nPier,,2023-12-31,,net-assets,30,HKD")
    #expect(group.findings(of: "unreadable").isEmpty)
    #expect(
      group.accounts.facts.map { "\(group.accounts.catalogue[$0.item].id) \($0.period.isoText) \($0.value.decimalText)" } == [
        "revenue 2024-01-01/2024-12-31 100", "net-assets 2024-12-31 40", "net-assets 2023-12-31 30",
      ])
  }

  @Test func aRowWithNeitherIsNamed() {
    let group = Self.group("Pier,2024-01-01,2024-12-31,,revenue,100,HKD\nPier,,,,net-assets,40,HKD")
    #expect(group.findings(of: "unreadable").map { group.address(of: $0) } == ["figures.csv:3:3"])
  }

  @Test func theOrderOfDayAndMonthIsOneForAllThree() {
    let group = Self.group("Pier,01/04/2024,31/03/2025,,revenue,100,HKD\nPier,,,05/04/2025,net-assets,40,HKD")
    #expect(group.findings(of: "unreadable").isEmpty)
    #expect(group.accounts.facts.map(\.period.isoText) == ["2024-04-01/2025-03-31", "2025-04-05"])
  }
}
