import Foundation
import Glibc
import Testing

/// The real binary, in a folder of its own, ends as the contract says.
@Suite struct CommandTests {
  static let statement = """
    Pier
    HK$'000,31 December 2023,31 December 2024
    Total assets,90,100
    Total liabilities,30,40
    Net assets,60,60

    """

  @Test func reportsAreWrittenAndTheRunEndsWithZero() throws {
    let folder = try WorkFolder(["Inputs/pier/a b.csv": Self.statement])
    let run = try folder.tieout()
    #expect(run.status == 0)
    #expect(run.output.contains("0 errors, 0 warnings; see Reports/README.md"))
    #expect(try folder.text("Reports/pier/data/facts.csv").contains("Pier,total-assets,Total assets,,2024-12-31,100000,HKD,-3"))
  }

  @Test func nothingNewIsSaidAndNothingIsRewritten() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    _ = try folder.tieout()
    let before = try folder.inode("Reports/README.md")
    let again = try folder.tieout()
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("nothing new"))
    #expect(try folder.inode("Reports/README.md") == before)
  }

  @Test func aChangedFileRewritesThePageOfItsEntityAlone() throws {
    let file = { (name: String) in "Inputs/group/\(name).csv" }
    let statement = { (name: String) in Self.statement.replacingOccurrences(of: "Pier", with: name) }
    let names = ["Dock", "Pier", "Quay"]
    let folder = try WorkFolder(Dictionary(uniqueKeysWithValues: names.map { (file($0), statement($0)) }))
    _ = try folder.tieout()
    let pages =
      names.flatMap { ["entities/\($0.lowercased()).md", "pictures/\($0.lowercased())-net-assets.svg"] } + ["equity-transactions.md"]
    let inodes = { try Dictionary(uniqueKeysWithValues: pages.map { ($0, try folder.inode("Reports/group/\($0)")) }) }
    let before = try inodes()
    try folder.write(file("Pier"), statement("Pier").replacingOccurrences(of: "60,60", with: "60,55"))
    #expect(try folder.tieout().status == 1)
    let after = try inodes()
    #expect(Set(pages.filter { before[$0] != after[$0] }) == ["entities/pier.md", "pictures/pier-net-assets.svg"])
  }

  @Test func anErrorInTheDataEndsWithOneAndIsToldWithItsPlace() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement.replacingOccurrences(of: "60,60", with: "60,61")])
    let run = try folder.tieout()
    #expect(run.status == 0, "one unit of rounding in three figures is no error")
    try folder.write("Inputs/pier/a.csv", Self.statement.replacingOccurrences(of: "60,60", with: "60,62"))
    let broken = try folder.tieout()
    #expect(broken.status == 1)
    #expect(broken.errors.contains("Inputs/pier/a.csv:5:3: error: ‘Net assets’ is 62 but its parts come to 60"))
    #expect(try folder.text("Reports/pier/data/findings.csv").contains("error,balance,Pier,net-assets,2024-12-31"))
  }

  @Test func aRejectedFileEndsWithOneAndTheOthersGoOn() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "Inputs/pier/broken.csv": "a,\"b\nc,d\n"])
    let run = try folder.tieout()
    #expect(run.status == 1)
    #expect(run.errors.contains("Inputs/pier/broken.csv:1:2: error: the file cannot be read"))
    #expect(try folder.text("Reports/pier/data/facts.csv").contains("Pier,net-assets"))
    #expect(try folder.text("Inputs/pier/broken.csv") == "a,\"b\nc,d\n")
  }

  @Test func picturesThatNoPageShowsAreTakenAwayAndThoseOfSomebodyElseStay() throws {
    let results = "Pier\nHK$'000,Year ended 31 December 2024\nProfit after tax,10\n"
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "Inputs/pier/b.csv": results])
    _ = try folder.tieout()
    let (chart, bridge, own) = (
      "Reports/pier/pictures/pier-net-assets.svg", "Reports/pier/pictures/pier-bridge.svg", "Reports/pier/pictures/own.svg"
    )
    #expect(folder.exists(chart) && folder.exists(bridge))
    try folder.write(own, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
    try folder.remove("Inputs/pier/b.csv")
    _ = try folder.tieout()
    #expect(folder.exists(chart) && !folder.exists(bridge) && folder.exists(own))
    try folder.remove("Inputs/pier/a.csv")
    try folder.write("Inputs/other/a.csv", Self.statement)
    _ = try folder.tieout()
    #expect(!folder.exists(chart) && folder.exists(own) && !folder.exists("Reports/pier/README.md"))
  }

  @Test func strictCountsWarnings() throws {
    let results = "Pier\nHK$'000,Year ended 31 December 2024\nProfit after tax,10\n"
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "Inputs/pier/b.csv": results])
    #expect(try folder.tieout().status == 0)
    #expect(try folder.tieout("--strict").status == 1)
  }

  @Test func quietPrintsNothingOnZeroAndNoAmountOnOne() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    let run = try folder.tieout("--quiet")
    #expect(run.status == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
    try folder.write("Inputs/pier/a.csv", Self.statement.replacingOccurrences(of: "60,60", with: "60,7777"))
    let broken = try folder.tieout("--quiet")
    #expect(broken.status == 1)
    #expect(broken.output.isEmpty)
    #expect(broken.errors.contains("Inputs/pier/a.csv:5:3: error: [balance]"))
    #expect(!broken.errors.contains("7777") && !broken.errors.contains("7,777"))
  }

  @Test func nothingToReadEndsWithTwoAndLeavesTheReports() throws {
    let folder = try WorkFolder(["Inputs/notes.md": "no accounts here", "Reports/README.md": "as it was"])
    let run = try folder.tieout()
    #expect(run.status == 2)
    #expect(run.errors.contains("nothing to read"))
    #expect(try folder.text("Reports/README.md") == "as it was")
    #expect(try folder.tieout("--inputs", "Missing").status == 2)
  }

  @Test func reportsThatCannotBeWrittenEndWithTwo() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "file": "in the way"])
    let run = try folder.tieout("--reports", "file/Reports")
    #expect(run.status == 2)
    #expect(run.errors.contains("file/Reports: cannot make the folder"))
    #expect(try folder.text("file") == "in the way")
  }

  @Test(arguments: [["--no-such-option"], ["report", "--language", "xx"], ["check", "--format", "xml"], ["read"], ["no-such-command"]])
  func aWrongCommandLineEndsWithSixtyFour(_ arguments: [String]) throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    #expect(try folder.run(arguments).status == 64)
  }

  @Test(arguments: ["report", "verify", "check"]) func anUnknownLanguageIsNamedBesideThoseThatThereAre(_ command: String) throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    let run = try folder.run([command, "--language", "fr"])
    #expect(run.status == 64)
    #expect(run.errors.contains("there is no language 'fr'; there is: en, zh-Hans, zh-Hant, or two of them such as en+zh-Hant"))
  }

  @Test func theLanguageIsTheOptionsElseTheSettings() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "Inputs/pier/settings.csv": "setting,value\nlanguage,zh-Hant\n"])
    #expect(try folder.tieout().status == 0)
    #expect(try folder.text("Reports/README.md").contains("# 報告"))
    #expect(try folder.run(["verify"]).status == 0)
    #expect(try folder.run(["verify", "--language", "en"]).status == 1)
    #expect(try folder.tieout("--language", "zh-Hans").status == 0)
    #expect(try folder.text("Reports/README.md").contains("# 报告"))
    #expect(try folder.text("Reports/pier/data/findings.csv").hasPrefix("severity,check,"))
  }

  @Test func aSecondRunEndsWithSeventyFive() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "Reports/README.md": "as it was"])
    let descriptor = open(folder.path("Reports"), O_RDONLY | O_DIRECTORY)
    #expect(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let run = try folder.tieout()
    #expect(run.status == 75)
    #expect(try folder.text("Reports/README.md") == "as it was")
    close(descriptor)
    #expect(try folder.tieout().status == 0)
  }

  @Test func checkPrintsTheFindingsAndWritesNothing() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement.replacingOccurrences(of: "60,60", with: "60,62")])
    let text = try folder.run(["check"])
    #expect(text.status == 1)
    #expect(text.output.contains("5 | Net assets,60,62\n  |               ^^\n"))
    let csv = try folder.run(["check", "--format", "csv"])
    #expect(
      csv.output.hasPrefix("severity,check,entity,item,period,message,file,line,column,expected,actual,difference,tolerance,accepted\n"))
    let json = try folder.run(["check", "--format", "json"])
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: String]]
    #expect(parsed?.contains { $0["check"] == "balance" && $0["line"] == "5" && $0["difference"] == "2000" } == true)
    #expect(!FileManager.default.fileExists(atPath: folder.path("Reports")))
  }

  @Test func verifyNamesTheFirstLineThatDiffers() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    _ = try folder.tieout()
    #expect(try folder.run(["verify"]).status == 0)
    let facts = try folder.text("Reports/pier/data/facts.csv")
    try folder.write("Reports/pier/data/facts.csv", facts.replacingOccurrences(of: ",100000,", with: ",100001,"))
    let run = try folder.run(["verify"])
    #expect(run.status == 1)
    #expect(run.errors.contains("Reports/pier/data/facts.csv:3: error"))
  }

  @Test func aPageWhoseEntityIsGoneIsTakenAwayUnlessAFileWasRejected() throws {
    let folder = try WorkFolder([
      "Inputs/pier/a.csv": Self.statement, "Inputs/pier/b.csv": Self.statement.replacingOccurrences(of: "Pier", with: "Quay"),
    ])
    _ = try folder.tieout()
    try folder.write("Reports/pier/entities/notes.md", "somebody's own page\n")
    try folder.write("Inputs/pier/b.csv", "Quay,\"\n")
    _ = try folder.tieout()
    #expect(folder.exists("Reports/pier/entities/quay.md"))
    try folder.remove("Inputs/pier/b.csv")
    _ = try folder.tieout()
    #expect(!folder.exists("Reports/pier/entities/quay.md"))
    #expect(folder.exists("Reports/pier/entities/pier.md") && folder.exists("Reports/pier/entities/notes.md"))
  }

  @Test func whatIsNoRegularFileIsNamedAndNotFollowed() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "outside.csv": Self.statement])
    #expect(symlink(folder.path("outside.csv"), folder.path("Inputs/pier/link.csv")) == 0)
    #expect(mkfifo(folder.path("Inputs/pier/pipe.csv"), 0o600) == 0)
    #expect(mkdir(folder.path("Inputs/pier/folder.csv"), 0o700) == 0)
    let run = try folder.tieout()
    #expect(run.status == 1)
    #expect(run.errors.contains("Inputs/pier/link.csv: error: the file cannot be read: it is a symbolic link"))
    #expect(run.errors.contains("Inputs/pier/pipe.csv: error: the file cannot be read: it is no ordinary file"))
    #expect(run.errors.contains("Inputs/pier/folder.csv: error: the file cannot be read: it is no ordinary file"))
  }
}
