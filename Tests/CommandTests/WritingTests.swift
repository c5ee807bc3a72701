import Foundation
import Glibc
import Testing

/// How reports are put in place.
@Suite struct WritingTests {
  private func mode(_ folder: WorkFolder, _ path: String) -> Int {
    var status = stat()
    return lstat(folder.path(path), &status) == 0 ? Int(status.st_mode & 0o777) : -1
  }

  @Test func filesAreForTheOwnerAndTheGroupUnlessASettingSaysOtherwise() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": CommandTests.statement])
    let mask = umask(0o022)
    defer { umask(mask) }
    #expect(try folder.tieout().status == 0)
    #expect(mode(folder, "Reports/README.md") == 0o640 && mode(folder, "Reports/pier") == 0o750)
    try folder.write("Inputs/pier/settings.csv", "setting,value\nfile mode,660\n")
    #expect(try folder.tieout().status == 0)
    #expect(mode(folder, "Reports/README.md") == 0o660 && mode(folder, "Reports/pier/data/facts.csv") == 0o660)
    #expect(try folder.tieout().output.hasPrefix("nothing new"))
    try folder.write("Inputs/pier/settings.csv", "setting,value\nfile mode,all\n")
    let wrong = try folder.tieout()
    #expect(wrong.status == 1 && wrong.errors.contains("‘all’ is no file mode"), "\(wrong.errors)")
  }

  @Test func aFolderThatCannotBeWrittenLeavesEverythingAsItWas() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": CommandTests.statement])
    #expect(try folder.tieout().status == 0)
    // A folder stands where a page should: its rename fails after others were put in place.
    try folder.write("Inputs/pier/a.csv", CommandTests.statement.replacingOccurrences(of: "60,60", with: "60,61"))
    try folder.remove("Reports/pier/checks.md")
    try folder.write("Reports/pier/checks.md/mine.txt", "in the way")
    let before = try folder.text("Reports/pier/data/facts.csv")
    let run = try folder.tieout()
    #expect(run.status == 2)
    #expect(run.errors.contains("Reports/pier/checks.md: cannot put the report in place: Is a directory"), "\(run.errors)")
    #expect(try folder.text("Reports/pier/data/facts.csv") == before)
    #expect(!folder.exists("Reports/.tieout"))
    try folder.remove("Reports/pier/checks.md")
    let next = try folder.tieout()
    #expect(next.status == 1 && next.errors.contains("[restated]"), "\(next.errors)")
    #expect(try folder.run(["verify"]).status == 0)
  }

  @Test func aLinkInTheReportsIsNotWrittenThrough() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": CommandTests.statement, "elsewhere/mine.txt": "mine"])
    #expect(mkdir(folder.path("Reports"), 0o700) == 0)
    #expect(symlink("../elsewhere", folder.path("Reports/pier")) == 0)
    let run = try folder.tieout()
    #expect(run.status == 2 && run.errors.contains("Reports/pier"), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("elsewhere")) == ["mine.txt"])
    #expect(!folder.exists("Reports/README.md"))
  }

  @Test func whatADeadRunLeftIsSweptOrFinished() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": CommandTests.statement])
    try folder.write("Reports/.tieout/new/1", "half a page")
    #expect(try folder.tieout().status == 0)
    #expect(!folder.exists("Reports/.tieout"))
    // A change that was decided: one page in place already, one not yet.
    let page = "decided\n"
    try folder.write("Reports/.tieout/new/1", page)
    let digest = "1d5b1e9c3e1bb0c7f1a8c4f0b0f0000000000000000000000000000000000000"
    let fields = ["put", "pier/extra.txt", digest, "new", "", "take", "pier/gone.txt", "end"]
    try folder.write("Reports/.tieout/pending", fields.map { $0 + "\0" }.joined())
    try folder.write("Reports/pier/gone.txt", "old")
    #expect(try folder.tieout().status == 0)
    #expect(try folder.text("Reports/pier/extra.txt") == page)
    #expect(!folder.exists("Reports/pier/gone.txt") && !folder.exists("Reports/.tieout"))
  }

  @Test func theLogHasTheTimeAndNoAmount() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": CommandTests.statement.replacingOccurrences(of: "60,60", with: "60,7777")])
    #expect(try folder.tieout("--quiet", "--log", "Reports/tieout.log").status == 1)
    try folder.write("Inputs/pier/a.csv", CommandTests.statement)
    try folder.write("Inputs/pier/accepted.csv", "check,reason\nrestated,the figure was mistyped\n")
    #expect(try folder.tieout("--quiet", "--log", "Reports/tieout.log").status == 0)
    let log = try folder.text("Reports/tieout.log").split(separator: "\n")
    #expect(log.count == 3, "\(log)")
    #expect(log[0].contains("Z Inputs/pier/a.csv:5:3: error: [balance] see Reports/pier/checks.md"), "\(log)")
    #expect(log[1].hasSuffix("the run ended with 1"))
    #expect(log[2].contains("1 group") && log[2].contains("0 errors"))
    #expect(!log.joined().contains("7777") && !log.joined().contains("7,777"))
  }

  @Test func theLogStaysSmall() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": CommandTests.statement, "log": String(repeating: "x", count: 1_000_001)])
    #expect(try folder.tieout("--log", "log").status == 0)
    #expect(try folder.text("log").utf8.count < 300)
    #expect(try folder.text("log.1").utf8.count == 1_000_001)
  }
}
