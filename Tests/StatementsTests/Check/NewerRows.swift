@testable import Statements

/// The cases of the checks of what is missing, misplaced or misnamed, and of figures between entities.
extension AllChecksTests {
  static let newer = lines + totalsByParts + named + headings + betweenEntities + shares + placements

  private static func file(_ entity: String, _ heading: String, _ rows: String, currency: String = "CNY") -> String {
    "entity,\(entity)\ncurrency,\(currency)\n,\(heading)\n\(rows)\n"
  }

  private static let lines: [Row] = [
    Row(check: "missing-figure", says: "what a total leaves is rounding", files: currentAssets(total: "51")),
    Row(
      check: "missing-figure", says: "a total leaves something for an empty cell", files: currentAssets(total: "52"), severity: .warning,
      address: "position.csv:6:2", difference: "-2", tolerance: "1.5"),
    Row(check: "unit-jump", says: "a line grows a thousandfold below the total", files: inventories("4900,5")),
    Row(
      check: "unit-jump", says: "a line grows a thousandfold beyond the total", files: inventories("12000,12"), severity: .warning,
      address: "position.csv:4:2"),
    Row(check: "repeated-column", says: "three figures of four are the same", files: repeated("(90),(95)")),
    Row(
      check: "repeated-column", says: "all four figures are the same", files: repeated("(90),(90)"), severity: .warning,
      address: "results.csv:4:3"),
  ]

  private static let totalsByParts: [Row] = [
    Row(
      check: "balance", says: "parts stand for totals that are not on file, where the other columns show it",
      files: byParts(""), severity: .warning, address: "position.csv:8:3", difference: "5", tolerance: "2.5"),
    Row(check: "balance", says: "a line outside of them that makes up the rest is none", files: byParts("Assets held for sale,,5\n")),
    Row(
      check: "balance", says: "a line within them explains nothing",
      files: byParts("", current: "Inventories,6,5\nCash and cash equivalents,24,35\n"), severity: .warning, address: "position.csv:10:3",
      difference: "5", tolerance: "2.5"),
    Row(check: "balance", says: "nor are two", files: byParts("Provisions,,-4\nAmount due to ultimate holding company,,9\n")),
  ]

  /// Two dates without a total of assets or liabilities, the second 5 too much, with further lines.
  private static func byParts(_ lines: String, current: String = "") -> [String: String] {
    [
      "entities.csv": entities,
      "position.csv": statement(
        "2023-12-31,2024-12-31",
        "Non-current assets,50,60\n" + current
          + "Current assets,30,40\nNon-current liabilities,10,15\nCurrent liabilities,10,15\nNet assets,60,75\n"
          + lines),
    ]
  }

  private static func inventories(_ figures: String) -> [String: String] {
    ["entities.csv": entities, "position.csv": statement("2024-12-31,2023-12-31", "Inventories,\(figures)\nTotal assets,5000,4900")]
  }

  private static func currentAssets(total: String) -> [String: String] {
    let rows = "Current assets\nInventories,40,38\nTrade receivables,,29\nCash and cash equivalents,10,12\nTotal current assets,\(total),79"
    return ["entities.csv": entities, "position.csv": statement("2024-12-31,2023-12-31", rows)]
  }

  private static func repeated(_ expenses: String) -> [String: String] {
    let rows = "Revenue,400,400\nCost of sales,(200),(200)\nGross profit,200,200\nAdministrative expenses,\(expenses)"
    return ["entities.csv": entities, "results.csv": statement("FY2024,FY2023", rows)]
  }

  /// Sums that the statement's own words name, with few digits or in one column.
  private static let named: [Row] = [
    Row(
      check: "subtotal", says: "four costs in three years, digits of the third total exchanged",
      files: years("North,500,560,590\nSouth,300,330,340\nIsland,250,290,280\nOther sites,154,197,205\nAll sites,1204,1377,1451"),
      severity: .error, address: "results.csv:8:4", difference: "36", tolerance: "2.5"),
    Row(check: "subtotal", says: "a total under its heading in one column", files: assets("Total stores,90")),
    Row(
      check: "subtotal", says: "a total under its heading in one column, out by 7", files: assets("Total stores,97"), severity: .warning,
      address: "position.csv:7:2", difference: "7", tolerance: "1.5"),
    Row(check: "subtotal", says: "operating profit below gross profit and costs", files: levels("60")),
    Row(
      check: "subtotal", says: "operating profit that is 37 more than they leave", files: levels("97"), severity: .warning,
      address: "results.csv:7:2", difference: "37", tolerance: "2"),
  ]

  private static func years(_ rows: String) -> [String: String] {
    ["entities.csv": entities, "results.csv": statement("FY2022,FY2023,FY2024", rows)]
  }

  private static func assets(_ total: String) -> [String: String] {
    ["entities.csv": entities, "position.csv": statement("2024-12-31", "Stores\nNorth store,50\nSouth store,40\n\(total)")]
  }

  private static func levels(_ profit: String) -> [String: String] {
    let rows = "Gross profit,100\nSelling expenses,(25)\nAdministrative expenses,(15)\nOperating profit,\(profit)"
    return ["entities.csv": entities, "results.csv": statement("FY2024", rows)]
  }

  private static let headings: [Row] = [
    Row(check: "period-heading", says: "positions at the ends of the results", files: positions("2024-12-31")),
    Row(
      check: "period-heading", says: "a position of a year without results", files: positions("2025-12-31"), severity: .warning,
      address: "position.csv:4:2"),
    Row(check: "currency-mismatch", says: "position and results in one currency", files: resultsIn("CNY")),
    Row(
      check: "currency-mismatch", says: "results in another currency than the position", files: resultsIn("USD"), severity: .warning,
      address: "results.csv:4:2"),
    Row(check: "audit-status", says: "both unaudited", files: status("Unaudited")),
    Row(check: "audit-status", says: "one audited", files: status("Audited"), severity: .info, address: "results.csv:3:1"),
  ]

  private static func positions(_ first: String) -> [String: String] {
    [
      "entities.csv": entities, "position.csv": statement("\(first),2023-12-31,2022-12-31", "Net assets,700,610,514"),
      "results.csv": statement("FY2024,FY2023,FY2022", "Profit after tax,90,96,51"),
    ]
  }

  private static func resultsIn(_ currency: String) -> [String: String] {
    [
      "entities.csv": entities, "position.csv": statement("2024-12-31", "Net assets,700"),
      "results.csv": file("Sub", "Year ended 31 December 2024", "Revenue,90", currency: currency),
    ]
  }

  private static func status(_ word: String) -> [String: String] {
    [
      "entities.csv": entities, "position.csv": "entity,Sub\ncurrency,CNY\nUnaudited\n,2024-12-31\nNet assets,700\n",
      "results.csv": "entity,Sub\ncurrency,CNY\n\(word)\n,Year ended 31 December 2024\nRevenue,90\n",
    ]
  }

  private static let betweenEntities: [Row] = [
    Row(check: "wrong-entity", says: "each position under its own name", files: two("Parent")),
    Row(
      check: "wrong-entity", says: "the parent's position under the subsidiary's name", files: two("Sub"), severity: .warning,
      address: "parent-position.csv:4:2"),
    Row(check: "intragroup-trade", says: "310 sold and 309 bought", files: trade("309")),
    Row(
      check: "intragroup-trade", says: "310 sold and 300 bought", files: trade("300"), severity: .error, address: "sub.csv:4:2",
      difference: "10", tolerance: "1"),
    Row(check: "investment-in-subsidiary", says: "99 for a capital of 100", files: investment("99")),
    Row(
      check: "investment-in-subsidiary", says: "80 for a capital of 100", files: investment("80"), severity: .warning,
      address: "parent.csv:4:2", difference: "-20", tolerance: "1"),
  ]

  private static func two(_ name: String) -> [String: String] {
    [
      "entities.csv": AllChecksTests.entities,
      "parent-position.csv": file(name, "2024-12-31,2023-12-31", "Net assets,12345,10101"),
      "parent-results.csv": file("Parent", "Year ended 31 December 2024", "Profit after tax,2244"),
      "sub-position.csv": file("Sub", "2024-12-31,2023-12-31", "Net assets,31907,28505"),
      "sub-results.csv": file("Sub", "Year ended 31 December 2024", "Profit after tax,3402"),
    ]
  }

  private static func trade(_ bought: String) -> [String: String] {
    [
      "entities.csv": AllChecksTests.entities, "sub.csv": file("Sub", "Year ended 31 December 2024", "Sales to Parent,310"),
      "parent.csv": file("Parent", "Year ended 31 December 2024", "Purchases from Sub,\(bought)"),
    ]
  }

  private static func investment(_ cost: String) -> [String: String] {
    [
      "entities.csv": AllChecksTests.entities, "holdings.csv": "entity,holder,shares\nSub,Parent,100\n",
      "sub.csv": file("Sub", "2024-12-31", "Share capital,100"), "parent.csv": file("Parent", "2024-12-31", "Investment in Sub,\(cost)"),
    ]
  }

  private static let shares: [Row] = [
    Row(
      check: "nci-share-of-profit", says: "10 % of 100 shown as 11",
      files: partlyHeld("Profit attributable to non-controlling interests,11", "Profit after tax,100")),
    Row(
      check: "nci-share-of-profit", says: "10 % of 100 shown as 12",
      files: partlyHeld("Profit attributable to non-controlling interests,12", "Profit after tax,100"), severity: .warning,
      address: "parent.csv:4:2", difference: "2", tolerance: "1"),
    Row(
      check: "nci-dividends", says: "10 % of 100 shown as 11",
      files: partlyHeld("Dividends to non-controlling interests,(11)", "Dividends,(100)")),
    Row(
      check: "nci-dividends", says: "10 % of 100 shown as 12",
      files: partlyHeld("Dividends to non-controlling interests,(12)", "Dividends,(100)"), severity: .warning, address: "parent.csv:4:2",
      difference: "-2", tolerance: "1"),
  ]

  private static func partlyHeld(_ group: String, _ subsidiary: String) -> [String: String] {
    [
      "entities.csv": AllChecksTests.entities, "holdings.csv": "entity,holder,shares\nSub,Parent,90\nSub,Others,10\n",
      "parent.csv": file("Parent", "Year ended 31 December 2024", group), "sub.csv": file("Sub", "Year ended 31 December 2024", subsidiary),
    ]
  }

  private static let placements: [Row] = [
    Row(check: "issue-below-book", says: "at the book value of a share", files: issue("25,,250,CNY,,")),
    Row(
      check: "issue-below-book", says: "below the book value of a share", files: issue("25,,249,CNY,,"), severity: .info,
      address: "events.csv:2"),
    Row(check: "costs-in-profit", says: "a cost of another amount", files: costs("(21)")),
    Row(
      check: "costs-in-profit", says: "the costs of the issue among the results", files: costs("(20)"), severity: .warning,
      address: "results.csv:5:2"),
    Row(check: "cash-flow-placement", says: "cash of another amount", files: sale("203")),
    Row(
      check: "cash-flow-placement", says: "a sale with control kept among investing activities", files: sale("200"), severity: .warning,
      address: "cash.csv:4:2"),
  ]

  private static func costs(_ amount: String) -> [String: String] {
    issue("25,,500,CNY,20,") {
      $0.others["results.csv"] = statement("Year ended 31 December 2025", "Revenue,100\nListing expenses,\(amount)")
    }
  }

  private static func sale(_ cash: String) -> [String: String] {
    issue { files in
      files.events =
        "event,date,status,entity,kind,from,to,shares,consideration,currency,control after\nSale,2025-01-01,completed,Sub,sale,Parent,Newcomer,10,200,CNY,yes\n"
      files.others["cash.csv"] = file("Parent", "Year ended 31 December 2025", "Disposal of subsidiaries,\(cash)")
    }
  }
}
