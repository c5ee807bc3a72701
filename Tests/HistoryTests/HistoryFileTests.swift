import Foundation
import GRDB
import History
import Statements
import Testing

/// The history as a file: append-only, small, examined before it is trusted, set aside where it is damaged.
@Suite struct HistoryFileTests {
  private static let files = ["pier/a.csv": HistoryFolder.position(60, 70)]

  @Test func theFileHasItsModeAndItsMarksAndNoLogIsLeft() throws {
    let folder = try HistoryFolder()
    try folder.run(Self.files)
    #expect(folder.names == ["history.sqlite"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
    #expect(mode.map { $0 & 0o137 } == 0)
    #expect(try folder.rows("PRAGMA application_id") == ["1953064303"])
    #expect(try folder.rows("PRAGMA journal_mode") == ["wal"])
    #expect(try folder.rows("PRAGMA integrity_check") == ["ok"])
    #expect(try folder.rows("PRAGMA foreign_key_check") == [])
  }

  @Test func nothingCanBeChangedOrTakenAway() throws {
    let folder = try HistoryFolder()
    try folder.run(Self.files)
    try folder.run(["pier/a.csv": HistoryFolder.position(65, 70)], day: 2)
    let queue = try DatabaseQueue(path: folder.path)
    let tables = try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'grdb_*' AND name NOT GLOB 'sqlite_*'")
    }
    #expect(tables.count == 16)
    for table in tables where try queue.read({ db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }) > 0 {
      let column = try queue.read { db in try db.columns(in: table)[0].name }
      #expect(throws: DatabaseError.self, "\(table)") { try queue.write { try $0.execute(sql: "DELETE FROM \(table)") } }
      #expect(throws: DatabaseError.self, "\(table)") {
        try queue.write { try $0.execute(sql: "UPDATE \(table) SET \(column) = \(column)") }
      }
    }
  }

  @Test(arguments: [
    "INSERT INTO facts SELECT reading, 99, entity, item, label, start, end, '1,5', currency, decimals, basis, scenario, line, column, raw, 1 FROM facts LIMIT 1",
    "INSERT INTO facts SELECT 99, position, entity, item, label, start, end, value, currency, decimals, basis, scenario, line, column, raw, 1 FROM facts LIMIT 1",
    "INSERT INTO runs VALUES (9, '1', 'yesterday', 'en', '', '')",
    "INSERT INTO reported_figures SELECT NULL, 1, group_name, entity, item, label, start, '31 December', value, currency, decimals, file, sha256, line, column, raw FROM reported_figures LIMIT 1",
  ])
  func whatIsNoFigureIsRefused(_ sql: String) throws {
    let folder = try HistoryFolder()
    try folder.run(Self.files)
    let queue = try DatabaseQueue(path: folder.path)
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
  }

  @Test func theSameContentIsStoredOnce() throws {
    let folder = try HistoryFolder()
    for day in 1...6 {
      try folder.run(Self.files.merging(["pier/notes.csv": "Quay\nHK$'000,31 December 2024\nRevenue,\(day)\n"]) { $1 }, day: day)
    }
    #expect(try folder.rows("SELECT count(*) FROM runs") == ["6"])
    #expect(
      try folder.rows("SELECT count(*) FROM readings JOIN sources ON sources.reading = id WHERE path = 'pier/a.csv' GROUP BY id") == ["6"])
    #expect(try folder.rows("SELECT count(*) FROM facts WHERE entity = 'Pier'") == ["6"])
    #expect(try folder.rows("SELECT run, count(*) FROM facts_by_run WHERE entity = 'Pier' GROUP BY run").count == 6)
  }

  @Test func aRunThatWasNotCommittedLeavesNoTrace() throws {
    let folder = try HistoryFolder()
    try folder.run(Self.files)
    let restated = ["pier/a.csv": HistoryFolder.position(65, 70)]
    let first = try folder.run(restated, day: 2, commits: false)
    #expect(try folder.rows("SELECT count(*) FROM runs") == ["1"])
    let second = try folder.run(restated, day: 3)
    #expect(first.files == second.files)
    #expect(try folder.rows("SELECT sequence, started_at FROM runs") == ["1 2025-03-01T09:15:00Z", "2 2025-03-03T09:15:00Z"])
  }

  // MARK: Damage

  @Test(arguments: ["no database at all, but a text that is long enough to be one", "SQLite format 3\0 and then nothing"])
  func whatIsNoDatabaseIsSetAside(_ text: String) throws {
    let folder = try HistoryFolder()
    try folder.write(Array(text.utf8))
    let outcome = try folder.run(Self.files)
    #expect(folder.names == ["history.sqlite", "history.sqlite.damaged-1"])
    #expect(outcome.lines("history-damaged").count == 1)
    // It stays in the reports, and running again changes nothing.
    #expect(try folder.run(Self.files, day: 2).files == outcome.files)
    #expect(try folder.rows("SELECT name FROM set_aside") == ["history.sqlite.damaged-1"])
  }

  @Test func anotherProgramsDatabaseIsSetAsideAndKept() throws {
    let folder = try HistoryFolder()
    try DatabaseQueue(path: folder.path).write { try $0.execute(sql: "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)") }
    try folder.run(Self.files)
    #expect(folder.names == ["history.sqlite", "history.sqlite.damaged-1"])
  }

  @Test func anEmptyFileIsBegun() throws {
    let folder = try HistoryFolder()
    try folder.write([])
    #expect(try folder.run(Self.files).lines("history-damaged") == [])
    #expect(folder.names == ["history.sqlite"])
  }

  /// Every sixteenth part of the file overwritten, and the file cut there: always refused, set aside, or as good as before; never a trap.
  @Test func damageAnywhereIsSurvived() throws {
    let folder = try HistoryFolder()
    try folder.run(Self.files)
    try folder.run(["pier/a.csv": HistoryFolder.position(65, 70)], day: 2)
    let whole = try folder.bytes()
    for part in 0..<32 {
      let start = part * whole.count / 32
      for isCut in [false, true] {
        let other = try HistoryFolder()
        var bytes = whole
        if isCut {
          bytes.removeLast(bytes.count - start)
        } else {
          for index in start..<min(start + 40, bytes.count) { bytes[index] ^= 0x5A }
        }
        try other.write(bytes)
        let outcome = try other.run(Self.files, day: 3)
        #expect(!outcome.files.isEmpty)
        #expect(try other.rows("PRAGMA quick_check") == ["ok"], "\(start) \(isCut)")
        #expect(other.names.contains("history.sqlite"))
      }
    }
  }

  @Test func aNewerSchemaIsRefusedAndLeftAlone() throws {
    let folder = try HistoryFolder()
    try folder.run(Self.files)
    try DatabaseQueue(path: folder.path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 something new')") }
    let error = #expect(throws: HistoryError.self) { try History.open(folder.path) }
    #expect(error?.reason.hasPrefix("a newer version of tieout wrote this history") == true)
    #expect(folder.names.filter { $0.contains("damaged") } == [])
  }

  @Test func whatIsNoRegularFileIsRefused() throws {
    let folder = try HistoryFolder()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
    #expect(throws: HistoryError.self) { try History.open(folder.path) }
  }
}
