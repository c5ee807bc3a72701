import Foundation
import GRDB
import History
import Statements
import Testing

/// A folder of a test's own with a history in it; it goes with the test.
final class HistoryFolder {
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("tieout-history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var path: String { root.appendingPathComponent("history.sqlite").path }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted() }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  func write(_ bytes: [UInt8], as name: String = "history.sqlite") throws {
    try Data(bytes).write(to: root.appendingPathComponent(name))
  }

  /// Runs the pipeline over files of text with what the history says, and records it; the outcome.
  @discardableResult
  func run(_ files: [String: String], day: Int = 1, commits: Bool = true, isWaiting: Bool = false) throws -> Pipeline.Outcome {
    let history = try History.open(path)
    let outcome = Pipeline.run(["pier": Self.deliveries(files)], earlier: history.earlier)
    let run = History.Run(
      sequence: history.nextSequence, version: "1.0", startedAt: "2025-03-\(day < 10 ? "0" : "")\(day)T09:15:00Z", language: "en",
      inputsDigest: Self.digest(files.sorted { $0.key < $1.key }.description),
      reportsDigest: Self.digest(outcome.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()))
    if history.last.map({ $0.isLike(run) }) != true {
      let date = try #require(CalendarDate(year: 2025, month: 3, day: day))
      try history.stage(run, outcome.groups.map { $0.record(run: run.sequence, day: date) }, standing: isWaiting ? ["pier"] : [])
      if commits { try history.commit() }
    }
    history.close()
    return outcome
  }

  /// Rows of a query, each as text.
  func rows(_ sql: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "-" : "\(String.fromDatabaseValue($0) ?? $0.description)" }.joined(separator: " ")
      }
    }
  }

  /// Runs statements over the file that break its references.
  func damage(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: sql) }
  }

  /// Runs statements over the file, as an older program might have left it.
  func execute(_ sql: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }

  func changesPage() throws -> String {
    let history = try #require(try History.read(path))
    defer { history.close() }
    return String(decoding: ChangesPage(try history.changes()).file.bytes, as: UTF8.self)
  }

  static func deliveries(_ files: [String: String]) -> [Delivery] {
    files.sorted { $0.key < $1.key }.map { Delivery(path: $0.key, bytes: Array($0.value.utf8), digest: digest($0.value)) }
  }

  /// Sixty-four digits that differ with the text: enough for a test.
  static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }

  /// A statement with net assets at two year ends.
  static func position(_ first: Int, _ second: Int, firstHeading: String = "31 December 2023") -> String {
    """
    Pier
    HK$'000,\(firstHeading),31 December 2024
    Total assets,\(first + 30),\(second + 40)
    Total liabilities,30,40
    Net assets,\(first),\(second)

    """
  }
}

extension Pipeline.Outcome {
  /// `error restated net-assets 2023-12-31`, a line a finding of the id; `accepted` at its end where it is.
  func lines(_ check: String = "restated") -> [String] {
    groups.flatMap { group in
      group.findings.filter { $0.check == check }.map { finding in
        let record = group.record(of: finding)
        return "\(record[0]) \(record[3]) \(record[4]) \(record[9])→\(record[10])" + (finding.counts ? "" : " accepted")
      }
    }
  }
}
