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
