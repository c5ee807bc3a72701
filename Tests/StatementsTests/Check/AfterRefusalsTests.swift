import Testing

@testable import Statements

/// What is missing because a file was refused is said to be so: the reader has one thing to mend.
@Suite struct AfterRefusalsTests {
  private static func group(_ rates: String) -> Pipeline.Group {
    CSVGroup([
      "entities.csv": "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,USD\n",
      "position.csv": "entity,Pier\ncurrency,USD\n,2024-12-31\nNet assets,1000\n",
      "rates.csv": "date,base,quote,rate,kind\n2024-12-31,USD,HKD,\(rates),closing\n",
    ]).run()
  }

  @Test func theFindingNamesTheFileThatWasRefused() throws {
    let group = Self.group("many")
    let finding = try #require(group.findings(of: "rate-missing").first)
    let remedy = try #require(group.words(finding.remedy))
    #expect(remedy.hasPrefix("mend group/rates.csv first, which was refused; if this stays, "), "\(remedy)")
    #expect(finding.details.compactMap { group.words($0) }.contains("a file of the group was refused, and may have it: group/rates.csv"))
  }

  /// Of two refused files each finding names the one that is about it.
  @Test func theFileThatIsAboutItIsNamed() throws {
    let statement = { (entity: String, last: String) in "\(entity)\nHK$,30 June 2024,31 December 2024\nNet assets,10,\(last)\n" }
    let group = CSVGroup([
      "entities.csv":
        "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,HKD\nQuay,subsidiary,HKD\nDock,subsidiary,HKD\n",
      "pier.csv": statement("Pier", "many"), "pier-before.csv": "Pier\nHK$,30 June 2024\nNet assets,10\n",
      "quay.csv": statement("Quay", "20"), "dock.csv": statement("Dock", "20"),
      "rates.csv": "date,base,quote,rate,kind\n2024-12-31,USD,HKD,many,closing\n",
    ]).run()
    let finding = try #require(group.findings(of: "missing-statement").first)
    let remedy = try #require(group.words(finding.remedy))
    #expect(remedy.hasPrefix("mend group/pier.csv first, which was refused; if this stays, "), "\(remedy)")
  }

  /// A file that is somebody else's has nothing of what is missing here, also where no other file names that one.
  @Test(arguments: ["Quay", "Quay Limited", "entity,Quay"]) func aFileOfSomebodyElseIsNotNamed(_ heading: String) throws {
    let group = CSVGroup([
      "pier.csv": "Pier\nHK$,31 December 2023,31 December 2024\nNet assets,10,20\nProfit after tax,5,5\n",
      "quay.csv": "\(heading)\nHK$,31 December 2023,31 December 2024\nNet assets,10,many\n",
    ]).run()
    #expect(group.accounts.refusedFiles.count == 1)
    let finding = try #require(group.findings(of: "roll-forward").first { $0.severity == .warning })
    #expect(group.words(finding.remedy)?.contains("refused") == false)
  }

  /// One that says of nobody that it is his may have it.
  @Test func aFileThatNamesNobodyIsNamed() throws {
    let group = CSVGroup([
      "pier.csv": "Pier\nHK$,31 December 2023,31 December 2024\nNet assets,10,20\nProfit after tax,5,5\n",
      "more.csv": "HK$,31 December 2023,31 December 2024\nDividends,0,many\n",
    ]).run()
    let finding = try #require(group.findings(of: "roll-forward").first { $0.severity == .warning })
    #expect(group.words(finding.remedy)?.hasPrefix("mend group/more.csv first, which was refused") == true)
  }

  @Test func withoutARefusedFileTheFindingIsAsItWas() throws {
    let group = CSVGroup([
      "entities.csv": "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,USD\n",
      "position.csv": "entity,Pier\ncurrency,USD\n,2024-12-31\nNet assets,1000\n",
    ]).run()
    let finding = try #require(group.findings(of: "rate-missing").first)
    #expect(group.words(finding.remedy)?.contains("refused") == false)
  }
}
