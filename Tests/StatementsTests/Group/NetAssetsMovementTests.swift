import Testing

@testable import Statements

@Suite struct NetAssetsMovementTests {
  /// The movements of Sub as `period: opening + result + owners = closing, unexplained`.
  private static func movements(position: String, results: String, events: String = "") throws -> [String] {
    let accounts = CSVGroup([
      "entities.csv": "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,CNY\n",
      "events.csv": "event,date,status,entity,kind,to,shares,consideration,currency,costs\n\(events)\n",
      "position.csv": "entity,Sub\ncurrency,CNY\n\(position)\n", "results.csv": "entity,Sub\ncurrency,CNY\n\(results)\n",
    ]).run().accounts
    return accounts.netAssetsMovements(of: try #require(accounts.entities.find("Sub"))).map { movement in
      let owners = movement.ownerMovements.map(\.amount.decimalText).joined(separator: ", ")
      return
        "\(movement.period.isoText): \(movement.opening?.value.decimalText ?? "none") + \(movement.result.amount.decimalText) + [\(owners)]"
        + " = \(movement.closing.value.decimalText), \(movement.unexplained.decimalText)"
    }
  }

  @Test func theResultOfAStretchIsTheYearLessItsFirstMonths() throws {
    let found = try Self.movements(
      position: ",2023-12-31,2024-09-30,2024-12-31\nNet assets,100,130,150",
      results: ",Nine months ended 30 September 2024,Year ended 31 December 2024\nProfit after tax,30,50")
    #expect(
      found == [
        "2024-01-01/2024-09-30: 100 + 30 + [] = 130, 0", "2024-10-01/2024-12-31: 130 + 20 + [] = 150, 0",
      ])
  }

  /// The bridge takes its result by the rule of the tables: beside the restated quarter, as first reported, or not at all.
  @Test(arguments: [
    // the half year's columns, the figures; the old quarter's profit; the stretch to June
    (",Three months ended 31 March 2024 (restated),Six months ended 30 June 2024\nProfit after tax,12,25\n", "", "109 + 13 + [] = 122, 0"),
    (
      ",Three months ended 31 March 2024 (restated),Six months ended 30 June 2024\nProfit after tax,12,25\n", "15", "109 + 13 + [] = 122, 0"
    ),
    (",Six months ended 30 June 2024\nProfit after tax,25\n", "15", "112 + 10 + [] = 122, 0"),
    (",Six months ended 30 June 2024\nProfit after tax,25\n", "", nil),
  ])
  func aRestatedQuarterIsTakenOffWhatIsOnItsBasis(half: String, quarter: String, expected: String?) throws {
    var files = [
      "entities.csv": "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,CNY\n",
      "a.csv": "entity,Sub\n,2023-12-31,2024-03-31\nNet assets,97,112\n",
      "b.csv": "entity,Sub\n,2024-03-31 (restated)\nNet assets,109\n", "c.csv": "entity,Sub\n,2024-06-30\nNet assets,122\n",
      "half.csv": "entity,Sub\n\(half)",
    ]
    if !quarter.isEmpty { files["q.csv"] = "entity,Sub\n,Three months ended 31 March 2024\nProfit after tax,\(quarter)\n" }
    if !half.contains("restated") { files["r.csv"] = "entity,Sub\n,Three months ended 31 March 2024 (restated)\nProfit after tax,12\n" }
    let accounts = CSVGroup(files).accounts()
    let sub = try #require(accounts.entities.find("Sub"))
    let last = accounts.netAssetsMovements(of: sub).first { $0.period == .months(3, to: .day(2024, 6, 30)) }
    let said = last.map {
      "\($0.opening?.value.decimalText ?? "none") + \($0.result.amount.decimalText) + [] = \($0.closing.value.decimalText), \($0.unexplained.decimalText)"
    }
    #expect(said == expected)
    #expect(accounts.resultsWithheld(of: sub).count == (expected == nil ? 1 : 0))
    let row = accounts.figures(of: sub).row(accounts.items.profitAfterTax)
    #expect(row?.figure(.months(3, to: .day(2024, 6, 30)))?.value == last?.result.amount, "table and bridge have one figure")
  }

  @Test func otherComprehensiveIncomeAndWhatOwnersMovedAreCauses() throws {
    let found = try Self.movements(
      position: ",2023-12-31,2024-12-31\nNet assets,100,142",
      results: """
        ,Year ended 31 December 2024
        Profit after tax,30
        Other comprehensive income,(3)
        Capital contributions,20
        Dividends,5
        """)
    #expect(
      found == ["2024-01-01/2024-12-31: 100 + 27 + [20, -5] = 142, 0"], "a dividend takes away, whether printed with a minus or without")
  }

  @Test(arguments: [
    // the day of an issue of 50 less costs of 2, its status, closing net assets, what is on file
    ("2024-06-30", "completed", "178", "[48] = 178, 0"), ("2024-06-30", "signed", "178", "[] = 178, 48"),
    ("2024-01-01", "completed", "178", "[48] = 178, 0"), ("2025-01-01", "completed", "130", "[] = 130, 0"),
    // on the day of the closing position the money is in it, or it is not
    ("2024-12-31", "completed", "178", "[48] = 178, 0"), ("2024-12-31", "completed", "130", "[] = 130, 0"),
    ("2023-12-31", "completed", "178", "[48] = 178, 0"),
  ])
  func aCompletedIssueIsACauseInTheStretchOfItsDay(day: String, status: String, closing: String, expected: String) throws {
    let found = try Self.movements(
      position: ",2023-12-31,2024-12-31\nNet assets,100,\(closing)", results: ",Year ended 31 December 2024\nProfit after tax,30",
      events: "Round,\(day),\(status),Sub,issue,Newcomer,25,50,CNY,2")
    #expect(found == ["2024-01-01/2024-12-31: 100 + 30 + \(expected)"])
  }

  @Test func aStretchWithoutAResultSaysNothing() throws {
    let found = try Self.movements(
      position: ",2023-12-31,2024-06-30,2024-12-31\nNet assets,100,120,150", results: ",Year ended 31 December 2024\nProfit after tax,50")
    #expect(found == [], "half a year's result is not on file, and the year's is not cut in two by guess")
  }
}
