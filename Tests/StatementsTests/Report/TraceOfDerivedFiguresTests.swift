import Testing

@testable import Statements

/// What `tieout trace` says of figures that no cell has.
@Suite struct TraceOfDerivedFiguresTests {
  private static func lines(_ files: [String: String], _ entity: String?, _ item: String?, _ period: String?) -> [String] {
    guard case .found(let traces) = CSVGroup(files).outcome().traces(entity: entity, item: item, period: period, inputs: "") else {
      return []
    }
    return traces.flatMap { $0 + [""] }
  }

  /// Every account of the total, each with all of its rows.
  @Test func aTotalOfATrialBalanceHasAllItsAccounts() {
    let lines = Self.lines(
      [
        "entities.csv": "entity,role,functional currency\nPier,parent,HKD\n",
        "trial-balance.csv": """
        entity,date,account,item,debit,credit
        Pier,2024-12-31,1001,cash-and-cash-equivalents,50,
        Pier,2024-12-31,1002,cash-and-cash-equivalents,30,
        Pier,2024-12-31,1100,trade-receivables,40,
        Pier,2024-12-31,2000,trade-payables,,25
        Pier,2024-12-31,3000,share-capital,,60
        Pier,2024-12-31,4000,revenue,,35

        """,
      ], "Pier", "net-assets", "2024-12-31")
    #expect(lines.first == "‘Pier’, net-assets, 31 December 2024: HK$ 95")
    for place in [
      "group/trial-balance.csv:2:5", "group/trial-balance.csv:3:5", "group/trial-balance.csv:4:5", "group/trial-balance.csv:5:6",
    ] {
      #expect(lines.contains { $0.contains(place) }, "\(place) in \(lines)")
    }
    #expect(lines.contains { $0.contains("less trade-payables, HK$ 25") }, "\(lines)")
  }

  /// 100 of the year, 70 of this year's half, less 40 of the last one's.
  @Test func theLastTwelveMonthsHaveEachPart() {
    let lines = Self.lines(
      [
        "entities.csv": "entity,role,functional currency\nPier,parent,HKD\n",
        "results.csv":
          "Pier\nHK$,6 months ended 30 June 2024,Year ended 31 December 2024,6 months ended 30 June 2025\nRevenue,40,100,70\n",
      ], "Pier", "Revenue", "12 months to 30 June 2025")
    #expect(lines.first == "‘Pier’, revenue, 12 months to 30 June 2025, derived: HK$ 130")
    let written = lines.filter { $0.contains("as written") }.map { $0.trimmingCharacters }
    #expect(
      written == [
        "group/results.csv:3:3: ‘100’ as written, beside ‘Revenue’", "group/results.csv:3:4: ‘70’ as written, beside ‘Revenue’",
        "group/results.csv:3:2: ‘40’ as written, beside ‘Revenue’",
      ])
    #expect(lines.contains { $0.contains("less 6 months to 30 June 2024, HK$ 40") })
  }

  /// The interest falls from 80 to 60 % in the middle of the year.
  @Test func aResultOverTwoInterestsNamesBoth() {
    let lines = Self.lines(
      [
        "entities.csv": "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,HKD\nOthers,outside,\n",
        "holdings.csv":
          "date,entity,holder,shares\n2023-12-31,Pier,Harbour,80\n2023-12-31,Pier,Others,20\n2024-06-30,Pier,Harbour,60\n2024-06-30,Pier,Others,40\n",
        "results.csv":
          "Pier\nHK$,6 months ended 30 June 2024,Year ended 31 December 2024\nProfit after tax,40,100\n",
      ], "Pier", "Profit after tax", "FY2024")
    let words =
      "owners have the parts at 80.00 %, then 60.00 %; of the whole, HK$ 100, that comes to 68.00 %, which is shown as the effective interest"
    #expect(lines.contains { $0.trimmingCharacters == words }, "\(lines)")
  }
}

extension String {
  /// Without the blanks before it.
  fileprivate var trimmingCharacters: String { String(drop { $0 == " " }) }
}
