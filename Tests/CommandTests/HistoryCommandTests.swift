import Foundation
import GRDB
import Glibc
import Testing

/// The history and the page of changes through the real binary.
@Suite struct HistoryCommandTests {
  private static let statement = CommandTests.statement
  private static let restated = statement.replacingOccurrences(of: "90,100", with: "95,100").replacingOccurrences(
    of: "60,60", with: "65,60")

  private func rows(_ folder: WorkFolder, _ sql: String) throws -> [String] {
    try DatabaseQueue(path: folder.path("Reports/history.sqlite")).read { db in try String.fetchAll(db, sql: sql) }
  }

  @Test func everyRunIsKeptAndNothingNewAddsNone() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    #expect(try folder.tieout().status == 0)
    #expect(try folder.text("Reports/changes.md").contains("- new: ‘pier/a.csv’, which gives 6 figures"))
    let changes = try folder.inode("Reports/changes.md")
    #expect(try folder.tieout().output.hasPrefix("nothing new"))
    #expect(try rows(folder, "SELECT sequence || ' ' || version || ' ' || language FROM runs") == ["1 0.1.0 en"])
    #expect(try folder.inode("Reports/changes.md") == changes)
    #expect(!folder.exists("Reports/history.sqlite-wal") && !folder.exists("Reports/history.sqlite-shm"))
  }

  @Test func aRestatedFigureEndsWithOneUntilItIsAcceptedAndVerifyAgrees() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    _ = try folder.tieout()
    try folder.write("Inputs/pier/a.csv", Self.restated)
    let run = try folder.tieout()
    #expect(run.status == 1)
    #expect(run.errors.contains("Inputs/pier/a.csv:5:2: error: ‘Net assets’ of 31 December 2023 was reported as 60 and is 65 [restated]"))
    #expect(try folder.text("Reports/pier/data/findings.csv").contains("error,restated,Pier,net-assets,2023-12-31"))
    #expect(try folder.text("Reports/changes.md").contains("**2 figures that were reported before are restated:**"))
    #expect(try folder.run(["verify"]).status == 0)
    let again = try folder.tieout()
    #expect(again.status == 1 && again.output.hasPrefix("nothing new"))
    #expect(try folder.run(["verify"]).status == 0)
    try folder.write("Inputs/pier/acceptances.csv", "check,entity,reason,by\nrestated,Pier,an error of cut-off,CFO\n")
    #expect(try folder.tieout().status == 0)
    #expect(try folder.run(["verify"]).status == 0)
    #expect(try rows(folder, "SELECT CAST(count(*) AS TEXT) FROM sign_offs") == ["2"])
  }

  @Test func withoutItsHistoryNothingIsRestated() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    _ = try folder.tieout()
    try folder.write("Inputs/pier/a.csv", Self.restated)
    try folder.remove("Reports/history.sqlite")
    #expect(try folder.tieout().status == 0)
    let findings = try folder.text("Reports/pier/data/findings.csv")
    #expect(!findings.contains("restated"))
  }

  @Test func verifyNamesAPageOfChangesThatSomebodyChanged() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    _ = try folder.tieout()
    try folder.write("Reports/changes.md", try folder.text("Reports/changes.md").replacingOccurrences(of: "6 figures", with: "7 figures"))
    let run = try folder.run(["verify"])
    #expect(run.status == 1 && run.errors.contains("Reports/changes.md:"))
  }

  @Test func aDamagedHistoryIsSetAsideSaidAndNeverDeleted() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "Reports/history.sqlite": "what somebody saved here by mistake"])
    let run = try folder.tieout("--quiet")
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("Reports/history.sqlite: warning: the history was damaged ("))
    #expect(try folder.text("Reports/history.sqlite.damaged-1") == "what somebody saved here by mistake")
    #expect(try folder.text("Reports/pier/data/findings.csv").contains("warning,history-damaged"))
    let again = try folder.tieout()
    #expect(again.status == 0 && again.errors.isEmpty && again.output.hasPrefix("nothing new"))
    #expect(try folder.run(["verify"]).status == 0)
    #expect(try folder.tieout("--strict").status == 1)
  }

  @Test func aNewerHistoryEndsWithTwoAndLeavesTheReports() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    _ = try folder.tieout()
    try DatabaseQueue(path: folder.path("Reports/history.sqlite")).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 something new')")
    }
    let page = try folder.text("Reports/README.md")
    try folder.write("Inputs/pier/a.csv", Self.restated)
    for command in ["report", "verify"] {
      let run = try folder.run([command])
      #expect(run.status == 2)
      #expect(run.errors.contains("Reports/history.sqlite: a newer version of tieout wrote this history"))
    }
    #expect(try folder.text("Reports/README.md") == page)
  }

  @Test func aHistoryThatCannotBeWrittenEndsWithTwoAndLeavesTheReports() throws {
    let folder = try WorkFolder([
      "Inputs/pier/a.csv": Self.statement, "Reports/history.sqlite/file": "a folder in the way", "Reports/README.md": "as it was",
    ])
    let run = try folder.tieout()
    #expect(run.status == 2)
    #expect(run.errors.contains("Reports/history.sqlite: it is no regular file"))
    #expect(try folder.text("Reports/README.md") == "as it was")
    #expect(!folder.exists("Reports/pier"))
  }

  @Test func anotherProgramThatReadsDoesNotHoldUpARun() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    _ = try folder.tieout()
    try folder.write("Inputs/pier/a.csv", Self.restated)
    let reader = try DatabaseQueue(path: folder.path("Reports/history.sqlite"))
    let count = { (db: Database) in try Int.fetchOne(db, sql: "SELECT count(*) FROM runs") }
    let (before, status, during) = try reader.read { db in (try count(db), try folder.tieout().status, try count(db)) }
    #expect(before == 1 && status == 1 && during == 1)
    let after = try reader.read(count)
    #expect(after == 2)
  }
}
