import Testing

@testable import Statements

/// Units and currencies that stand beside the lines: by row, in one column or in two, whatever heads them.
@Suite struct UnitColumnTests {
  private func values(_ read: ReadStatement) -> [String] {
    read.intake.facts.map { "\($0.value.decimalText) \($0.currency?.code ?? "")" }
  }

  @Test(arguments: [
    ",USD,31 Dec 2023\nNet assets,'000,500\n",
    ",,31 Dec 2023\nNet assets,US$'000,500\n",
    "Item,Currency,Unit,31 Dec 2023\nNet assets,USD,thousands,500\n",
    "Item,Currency,,31 Dec 2023\nNet assets,USD,000,500\n",
    "Item,USD,,31 Dec 2023\nNet assets,,'000,500\n",
    "Item,Currency,31 Dec 2023\nNet assets,US$'000,500\n",
    "Item,31 Dec 2023,Unit\nNet assets,500,USD '000\n",
    "Item,Scale,Ccy,31 Dec 2023\nNet assets,\"1,000\",USD,500\n",
    "Item,Measured in,31 Dec 2023\nNet assets,USD thousand,500\n",
    "Item,Currency,31 Dec 2023 ('000)\nNet assets,USD,500\n",
    ",,31 December,\n,USD,2023,2022\nNet assets,'000,500,\n",
    "in thousands\nUSD,31 Dec 2023\nNet assets,500\n",
    "Date,Currency,Unit,Net assets\n31 Dec 2023,USD,'000,500\n",
    "Date,Currency,,Net assets\n31 Dec 2023,USD,'000,500\n",
  ])
  func aScaleBesideACurrencyIsApplied(table: String) {
    #expect(values(ReadStatement("entity,Alpha\n" + table)) == ["500000 USD"])
  }

  @Test func unitsThatDifferFromLineToLineHoldForTheirLines() {
    let read = ReadStatement(
      """
      entity,Alpha
      Item,Currency,Unit,31 Dec 2023
      Revenue,HKD,thousands,"1,200.0"
      Net assets,USD,millions,5
      Gross margin,,%,12.5
      Number of employees,,people,300
      Basic earnings per share,HKD,per share,0.25
      """)
    #expect(values(read).prefix(2) == ["1200000 HKD", "5000000 USD"])
    #expect(read.intake.facts.dropFirst(2).map(\.value.decimalText) == ["12.5", "300", "0.25"])
    #expect(!read.findings.contains { $0.contains("unreadable") || $0.contains("warning") })
  }

  @Test func aBareYuanBelowTenThousandsIsOfYuan() {
    let read = ReadStatement("entity,甲公司\n2024年12月31日\n项目,单位,期末余额\n资产总计,万元,900\n净资产,元,500\n")
    #expect(values(read) == ["9000000 CNY", "500 CNY"])
    #expect(!read.findings.contains { $0.contains("warning") })
  }

  @Test func aCellThatIsNoUnitIsNamed() {
    let read = ReadStatement(
      "entity,Alpha\nItem,Unit,2023\nRevenue,RMB'000,1\nNet assets,furlongs,5\nCash,bushels,6\nNotes,see below,\n")
    #expect(read.facts.isEmpty && read.doubts == ["4:2 unreadable error", "5:2 unreadable error"])
  }

  @Test func cellsOfOneLineThatContradictEachOtherAreNamed() {
    let read = ReadStatement("entity,Alpha\nItem,Currency,Unit,2023\nRevenue,HKD,RMB'000,1\nNet assets,HKD,HK$'000,5\n")
    #expect(read.facts.isEmpty && read.doubts == ["3:3 unreadable error"])
  }

  @Test func aLineWithoutAUnitWhereOthersHaveOneIsNamed() {
    let read = ReadStatement("entity,Alpha\n,USD,31 Dec 2023\nTotal assets,'000,900\nNet assets,,500\n")
    #expect(values(read) == ["900000 USD", "500 USD"])
    #expect(read.findings.contains("4:1 unit-assumed warning"))
  }

  @Test func aColumnOfCurrenciesLeavesTheScaleOfTheTable() {
    let read = ReadStatement("entity,Alpha\nin thousands\nItem,Currency,31 Dec 2023\nTotal assets,HKD,900\nNet assets,USD,500\n")
    #expect(values(read) == ["900000 HKD", "500000 USD"])
  }

  @Test func aUnitWithoutTheScaleOfItsTableIsNamed() {
    let read = ReadStatement("entity,Alpha\nunit,RMB'000\nItem,Unit,31 Dec 2023\nTotal assets,RMB,900\nNet assets,RMB,500\n")
    #expect(values(read) == ["900000 CNY", "500000 CNY"])
    #expect(read.findings.contains("4:2 unit-assumed warning"))
  }

  @Test func aColumnOfNilIsNoScale() {
    let read = ReadStatement("entity,Alpha\nDate,Net assets (万元),Goodwill (万元)\n2023-12-31,500.00,0.00\n2022-12-31,400.00,0.00\n")
    #expect(read.intake.facts.map(\.value.decimalText) == ["5000000", "4000000", "0", "0"])
  }

  @Test func aLongFileTakesTheScaleFromItsColumnOfCurrencies() {
    let read = ReadStatement("entity,date,item,amount,currency\nPier,2025-12-31,Net assets,5,HK$'000\nPier,2025-12-31,Total assets,9,HKD\n")
    #expect(values(read) == ["5000 HKD", "9 HKD"])
  }
}
