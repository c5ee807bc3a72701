import Testing

@testable import Statements

/// Units and currencies in words: those of the languages of Europe are read, and what is not understood is asked, never passed over.
@Suite struct UnitsThatAreAskedTests {
  private func values(_ read: ReadStatement) -> [String] {
    read.intake.facts.map { "\(read.intake.entities[$0.entity].name) \($0.value.decimalText) \($0.currency?.code ?? "")" }
  }

  @Test(arguments: [
    ("Beta SA\nEn milliers d'euros\n,31/12/2023\nTotal assets,1250\n", "Beta SA 1250000 EUR"),
    ("entity;Beta\nWährung;EUR\n;31.12.2023\nTotal assets;1.250,00\n", "Beta 1250 EUR"),
    ("entity;Beta\nEinheit;TEUR\n;31.12.2023\nTotal assets;1250\n", "Beta 1250000 EUR"),
    ("entity;Beta\nJednostka;tys. zł\n;31.12.2023\nTotal assets;1250\n", "Beta 1250000 PLN"),
    ("entity,Beta\nCurrency,RMB'000\n,31/12/2023\nTotal assets,1250\n", "Beta 1250000 CNY"),
    ("entity,Beta\ncurrency,EUR\nunit,1000\n,31/12/2023\nTotal assets,1250\n", "Beta 1250000 EUR"),
    ("单位：甲公司\n2023年12月31日\n单位：万元\n项目,期末余额\n资产总计,900\n", "甲公司 9000000 CNY"),
  ])
  func aUnitIsRead(file: String, fact: String) {
    let read = ReadStatement(file)
    #expect(values(read) == [fact], "\(file)")
    #expect(!read.findings.contains { $0.contains("unit-assumed warning") }, "\(file)")
  }

  @Test(arguments: [
    ("entity,Beta\nUnit: zillions of quatloos\n,31/12/2023\nTotal assets,1250\n", 2),
    ("entity,Beta\nunit,furlongs\n,31/12/2023\nTotal assets,1250\n", 2),
    ("entity,Beta\nWährung,Taler\n,31/12/2023\nTotal assets,1250\n", 2),
    ("entity,Beta\nRMB'000 or US$'000\n,31/12/2023\nTotal assets,1250\n", 2),
    ("entity,Beta\n(€ mil),31/12/2023\nTotal assets,1250\n", 2),
    ("As at 31 December 2023\nunit,gold bars\nAccount code,Account name,Debit,Credit\n1000,Cash at bank,5,\n3000,Share capital,,5\n", 2),
  ])
  func aUnitThatIsNotUnderstoodIsAWarning(file: String, line: Int) {
    let read = ReadStatement(file)
    #expect(
      read.findings.filter { $0.contains("unit-assumed warning") }.map { $0.hasPrefix("\(line):") } == [true], "\(file) \(read.findings)")
    #expect(Set(read.intake.facts.map(\.entity)).count == 1)
  }

  @Test func eachPeriodHasTheUnitOfItsOwnColumn() {
    let left = ReadStatement("entity,Alpha\n,Unit,31 Dec 2023,Unit,31 Dec 2022\nTotal assets,RMB'000,1250,RMB,1100000\n")
    #expect(left.intake.facts.map(\.value.decimalText) == ["1250000", "1100000"])
    let right = ReadStatement("entity,Alpha\n,31 Dec 2023,Unit,31 Dec 2022,Unit\nTotal assets,1250,HKD million,1100,HK$'000\n")
    #expect(right.intake.facts.map(\.value.decimalText) == ["1250000000", "1100000"])
    let scaled = ReadStatement("entity,Alpha\nin thousands\n,Currency,31 Dec 2023,Currency,31 Dec 2022\nTotal assets,HKD,1250,USD,1100\n")
    #expect(scaled.intake.facts.map(\.value.decimalText) == ["1250000", "1100000"])
    let whole = ReadStatement("entity,Alpha\n,Currency,Unit,31 Dec 2023,31 Dec 2022\nTotal assets,HKD,'000,1250,1100\n")
    #expect(whole.intake.facts.map(\.value.decimalText) == ["1250000", "1100000"])
  }
}
