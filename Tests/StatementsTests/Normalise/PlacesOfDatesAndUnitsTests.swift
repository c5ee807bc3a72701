import Testing

@testable import Statements

/// Dates, units and names in places where few people put them.
@Suite struct PlacesOfDatesAndUnitsTests {
  @Test func theCornerMayHoldTheDateAndTheColumnsEntities() {
    let read = ReadStatement(
      """
      US$'000 at 31 December 2023,Nu Ltd,Xi Ltd,Eliminations,Consolidated
      Total assets,500,200,(50),650
      """, with: ["entities.csv": "entity,role\nPi Holdings,parent\n"])
    #expect(
      read.facts == [
        "Nu Ltd: total-assets 2023-12-31 500000", "Xi Ltd: total-assets 2023-12-31 200000", "Pi Holdings: total-assets 2023-12-31 650000",
      ])
    #expect(read.intake.facts.map(\.basis) == [.unstated, .unstated, .consolidated])
    #expect(read.doubts.sorted() == ["1:2 period-assumed info", "1:4 unmapped info"])
  }

  @Test func aTotalOfEntitiesIsNobodys() {
    let read = ReadStatement("31 December 2023,Nu Ltd,Xi Ltd,Total\nUS$'000\nTotal assets,500,200,700\n")
    #expect(read.facts == ["Nu Ltd: total-assets 2023-12-31 500000", "Xi Ltd: total-assets 2023-12-31 200000"])
  }

  @Test(arguments: ["日期：2023年12月31日", "编制单位：甲公司,2023年12月31日,单位：元"])
  func theDateMayStandBelowTheHeadings(_ line: String) {
    let read = ReadStatement("项目,期末余额,年初余额\n\(line)\n资产总计,100,90\n")
    #expect(read.facts == ["total-assets 2023-12-31 100", "total-assets 2022-12-31 90"])
  }

  @Test func anotherEraIsSaid() {
    let read = ReadStatement("台灣公司\n單位：新台幣仟元\n項目,112年12月31日,民國111年12月31日\n資產總計,\"1,000\",900.5\n")
    #expect(read.facts == ["total-assets 2023-12-31 1000000", "total-assets 2022-12-31 900500"])
    #expect(read.doubts.contains("3:2 period-assumed info"))
  }

  @Test func aCellMayNameItsScale() {
    let read = ReadStatement("Kappa Inc\n,FY2023,FY2022\nRevenue,$1.2m,$900k\nTotal assets,1.2bn,1.15bn\n")
    #expect(read.intake.facts.map(\.value.decimalText) == ["1200000", "900000", "1200000000", "1150000000"])
    #expect(read.intake.facts.map(\.decimals) == [-5, -3, -8, -7])
  }

  @Test func aCellsScaleAgainstTheTablesIsSaid() {
    let read = ReadStatement("Kappa Inc\n$ million,FY2023\nRevenue,1.2m\nTotal assets,5\n")
    #expect(read.facts.map { $0.split(separator: " ").last } == ["1200000", "5000000"])
    // Of the two, `$` on the second line is asked for its currency.
    #expect(read.doubts == ["3:2 unit-assumed warning", "2:1 unit-assumed warning"])
  }

  @Test(arguments: [
    "Zeta Ltd - HK$ million", "Zeta Ltd (HK$ million)", "Zeta Ltd, unaudited, HK$ million", "Zeta Ltd – balance sheet – HK$ million",
  ])
  func aLineMayHoldTheNameAndTheUnit(_ line: String) {
    let quoted = line.contains(",") ? "\"\(line)\"" : line
    let read = ReadStatement("\(quoted)\n,FY2023\nRevenue,10\n")
    #expect(read.intake.entities.entities.map(\.name) == ["Zeta Ltd"])
    #expect(read.facts == ["revenue 2023-01-01/2023-12-31 10000000"])
  }

  @Test func aRowMayHaveAScaleOfItsOwn() {
    let read = ReadStatement(
      """
      Beta Inc
      (In millions except per share data)
      ,FY2023
      Revenue,100
      Basic earnings per share,1.5
      Weighted average shares (thousands),6667
      Diluted weighted average shares (in thousands),6700
      Shares in issue (万股),30
      Employees (number),1200
      Headcount,1201
      Employee welfare costs,5
      """)
    #expect(
      read.facts.map { $0.split(separator: " ").last } == [
        "100000000", "1.5", "6667000", "6700000", "300000", "1200", "1201", "5000000",
      ])
  }

  @Test func wideBlanksPartWhatALineSays() {
    let read = ReadStatement(
      """
      资产负债表
      编制单位：丙公司　　　　2023年12月31日　　　　单位：万元
      资产,期末余额,年初余额,负债和所有者权益,期末余额,年初余额
      货币资金,100,90,短期借款,50,40
      资产总计,100,90,负债合计,50,40
      """)
    #expect(read.intake.entities.entities.map(\.name) == ["丙公司"])
    #expect(read.facts.contains("total-liabilities 2022-12-31 400000") && read.facts.contains("short-term-borrowings 2023-12-31 500000"))
  }

  @Test func groupAndCompanyAreTwoBases() {
    let read = ReadStatement("Pi Ltd\nAt 31 December 2023 (HK$'000),Group,Company\nTotal assets,500,300\n")
    #expect(read.facts == ["total-assets 2023-12-31 500000", "total-assets 2023-12-31 300000"])
    #expect(read.intake.facts.map(\.basis) == [.consolidated, .separate])
  }
}
