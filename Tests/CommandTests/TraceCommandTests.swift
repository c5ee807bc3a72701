import Foundation
import Testing

/// `tieout trace` through the real binary.
@Suite struct TraceCommandTests {
  static let files = [
    "Inputs/harbour/entities.csv": """
    entity,role,aliases,functional currency,nci policy
    Harbour Holdings,parent,,HKD,
    Pier Logistics,subsidiary,PLL,HKD,proportionate
    Founders,outside,,,
    Northwind,outside,,,

    """,
    "Inputs/harbour/holdings.csv": """
    date,entity,holder,shares
    2023-12-31,Pier Logistics,Harbour Holdings,800
    2023-12-31,Pier Logistics,Founders,200

    """,
    "Inputs/harbour/events.csv": """
    event,date,status,entity,kind,to,shares,consideration,currency
    New shares,2024-12-31,completed,Pier Logistics,issue,Northwind,250,12000,HKD

    """,
    "Inputs/harbour/position.csv": """
    Pier Logistics
    HK$'000,31 December 2023,30 December 2024
    Net assets,20,25.7

    """,
    "Inputs/harbour/results.csv": """
    Pier Logistics
    HK$'000,Year ended 31 December 2024
    Cost of sales,1.5
    Net losses,(2)

    """,
    "Inputs/harbour/ledger.csv": """
    entity,date,account,amount,item
    Harbour Holdings,2024-12-31,1001,5,cash-and-cash-equivalents
    Harbour Holdings,2024-12-31,1002,7,cash-and-cash-equivalents

    """,
  ]

  private func trace(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
    try WorkFolder(Self.files).run(["trace"] + arguments)
  }

  @Test func aCellIsShownAsWrittenWithItsScale() throws {
    let run = try trace("--entity", "pll", "--item", "Net assets", "--period", "30 December 2024")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        """
        ‘Pier Logistics’, net-assets, 30 December 2024: HK$ 25,700
          Inputs/harbour/position.csv:3:3: ‘25.7’ as written, beside ‘Net assets’
            × 1,000: the unit is HK$'000
          = HK$ 25,700

        """), "\(run.output)")
    #expect(run.output.contains("change since 31 December 2023: HK$ 5,700\n"))
    #expect(run.output.contains("to non-controlling interests: HK$ 5,140\n"))
    #expect(run.output.contains("  Inputs/harbour/holdings.csv:2: ‘Harbour Holdings’ has 800 shares of ‘Pier Logistics’ (80.00 %)\n"))
    #expect(run.output.contains("‘2023-12-31, Pier Logistics, Harbour Holdings, 800’ as written\n"))
  }

  @Test func aSignThatIsTurnedIsSaid() throws {
    let costs = try trace("--item", "cost-of-sales")
    #expect(costs.output.contains("its sign is turned: costs, charges, losses and dividends are negative\n"), "\(costs.output)")
    #expect(costs.output.contains("= HK$ -1,500\n"))
    let losses = try trace("--item", "profit-after-tax", "--period", "FY2024")
    #expect(losses.output.contains("    in brackets: negative\n"), "\(losses.output)")
  }

  @Test func aSumShowsEachOfItsRows() throws {
    let run = try trace("--item", "cash-and-cash-equivalents")
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        """
        ‘Harbour Holdings’, cash-and-cash-equivalents, 31 December 2024: HK$ 12
          the sum of 2 rows
            Inputs/harbour/ledger.csv:2:4: ‘5’ as written
            Inputs/harbour/ledger.csv:3:4: ‘7’ as written
          = HK$ 12

        """), "\(run.output)")
  }

  @Test func anEventIsTracedByItsColumnsWithTheWorkings() throws {
    let run = try trace("--item", "nci_adjustment", "--period", "2024-12-31")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("‘Pier Logistics’, ‘New shares’, 31 December 2024, nci-adjustment: HK$ "), "\(run.output)")
    #expect(run.output.contains("  Inputs/harbour/holdings.csv:2: Owners' interest before: 800 ÷ 1,000 = 80.00 %\n"))
    #expect(run.output.contains("‘25.7’ as written, beside ‘Net assets’\n"))
    #expect(run.output.contains("Change of non-controlling interests:"))
    #expect(run.output.contains("  ✓ "))
    #expect(try trace("--item", "gain-or-loss").status == 0)
  }

  @Test(arguments: ["2024-12-30", "20241230", "30/12/2024", "As at 30 December 2024"])
  func aDateIsReadInAnyForm(_ period: String) throws {
    #expect(try trace("--item", "net-assets", "--period", period).status == 0)
  }

  @Test(arguments: ["FY2024", "2024", "12 months to 31 December 2024", "2024-01-01/2024-12-31", "Year ended 31 December 2024"])
  func aPeriodIsReadInAnyForm(_ period: String) throws {
    #expect(try trace("--item", "profit-after-tax", "--period", period).status == 0)
  }

  @Test func everythingIsTracedTheSameEachTime() throws {
    let (first, second) = (try trace(), try trace())
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(first.output.contains("cost-of-sales") && first.output.contains("cash-and-cash-equivalents"))
  }

  @Test func whatIsNotFoundIsToldWithWhatThereIs() throws {
    let entity = try trace("--entity", "Pier Logistic")
    #expect(entity.status == 1 && entity.output.isEmpty)
    #expect(entity.errors.contains("there is no entity ‘Pier Logistic’\ndid you mean: Pier Logistics\n"), "\(entity.errors)")
    let item = try trace("--item", "net-asets")
    #expect(item.status == 1)
    #expect(item.errors.contains("did you mean: net-assets"), "\(item.errors)")
    let period = try trace("--item", "net-assets", "--period", "Q1 2020")
    #expect(period.status == 1)
    #expect(period.errors.contains("dates and periods: 2023-12-31, 2024-12-30"), "\(period.errors)")
  }

  @Test func aPeriodThatCannotBeReadIsAnErrorOfTheCommandLine() throws {
    #expect(try trace("--period", "soon").status == 64)
    let open = try trace("--period", "03/04/2024")
    #expect(open.status == 64)
    #expect(open.errors.contains("may be"), "\(open.errors)")
    #expect(try WorkFolder([:]).run(["trace"]).status == 2)
  }
}
