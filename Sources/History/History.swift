import GRDB
import GRDBSQLite
import Glibc
import Statements

/// `Reports/history.sqlite`: every run, source, figure, finding and equity transaction. Things are added to it and never taken from it.
///
/// A write-ahead log lets a person read the history while a run writes it. Its transactions are made durable one by one
/// (`synchronous = FULL`), since a run that ended well must still be there after a power cut.
public final class History: Sendable {
  /// How long a run waits for another program that writes the history.
  static let patienceSeconds = 10

  let path: String
  let queue: DatabaseQueue
  /// What earlier runs reported.
  public let earlier: EarlierFigures
  /// The last run; nil where there is none.
  public let last: Run?
  /// Under which name a damaged history was set aside just now, and what was wrong with it.
  public let setAsideNow: (name: String, reason: String)?

  /// A run as the history names it.
  public struct Run: Hashable, Sendable {
    /// From 1.
    public var sequence: Int
    /// The program's version.
    public var version: String
    /// When it began, in UTC: `2012-11-30T09:15:00Z`.
    public var startedAt: String
    /// The language of the reports.
    public var language: String
    /// SHA-256 over the paths and digests of all inputs.
    public var inputsDigest: String
    /// SHA-256 over the paths and bytes of all reports.
    public var reportsDigest: String

    /// A run with everything that is known of it.
    public init(sequence: Int, version: String, startedAt: String, language: String, inputsDigest: String, reportsDigest: String) {
      self.sequence = sequence
      self.version = version
      self.startedAt = startedAt
      self.language = language
      self.inputsDigest = inputsDigest
      self.reportsDigest = reportsDigest
    }

    /// Whether another run did the same: the same inputs, the same program, the same reports.
    public func isLike(_ other: Run) -> Bool { comesOfTheSame(as: other) && reportsDigest == other.reportsDigest }

    /// Whether another run had the same inputs, program and language, so that it may have given the same reports.
    public func comesOfTheSame(as other: Run) -> Bool {
      version == other.version && language == other.language && inputsDigest == other.inputsDigest
    }
  }

  /// The number that the next run has.
  public var nextSequence: Int { (last?.sequence ?? 0) + 1 }

  // MARK: Opening

  /// Opens the history, or begins it. One that is damaged is set aside under another name, never deleted, and a new one begun.
  public static func open(_ path: String) throws(HistoryError) -> History {
    do throws(Obstacle) {
      return try History(path, isReadOnly: false)
    } catch {
      guard case .damaged(let reason) = error else { throw error.error(path: path) }
      let name = try HistoryFile.setAside(path)
      do throws(Obstacle) {
        return try History(path, isReadOnly: false, setAside: (name, reason))
      } catch {
        throw error.error(path: path)
      }
    }
  }

  /// Opens the history to read it; nil where there is none.
  public static func read(_ path: String) throws(HistoryError) -> History? {
    guard access(path, F_OK) == 0 else { return nil }
    do throws(Obstacle) {
      return try History(path, isReadOnly: true)
    } catch {
      throw error.error(path: path)
    }
  }

  private init(_ path: String, isReadOnly: Bool, setAside: (name: String, reason: String)? = nil) throws(Obstacle) {
    self.path = path
    setAsideNow = setAside
    if !isReadOnly {
      do throws(HistoryError) {
        try HistoryFile.prepare(path)
      } catch {
        throw .refused(error)
      }
    }
    do {
      let name = HistoryFile.name(path, isReadOnly: isReadOnly)
      queue = try DatabaseQueue(path: name, configuration: History.configuration(isReadOnly: isReadOnly))
      let names = isReadOnly ? [] : HistoryFile.namesSetAside(path)
      try History.bringUpToDate(queue, path: path, setAside: names, isReadOnly: isReadOnly)
      (earlier, last) = try queue.writeWithoutTransaction { db in (try HistoryReader.earlier(db), try HistoryReader.lastRun(db)) }
    } catch let error as Obstacle {
      throw error
    } catch let error as DatabaseError {
      throw Obstacle(error, path: path)
    } catch {
      throw .refused(HistoryError(path: path, reason: "cannot read the history: \(error)"))
    }
  }

  /// Refuses what is not ours or newer than we are, has SQLite check the rest, and adds the tables that an older version had not.
  private static func bringUpToDate(_ queue: DatabaseQueue, path: String, setAside names: [String], isReadOnly: Bool) throws {
    let migrator = HistorySchema.migrator(setAside: names)
    let isCurrent = try queue.writeWithoutTransaction { db in
      try HistoryFile.examine(db)
      if try migrator.hasBeenSuperseded(db) {
        throw Obstacle.refused(
          HistoryError(path: path, reason: "a newer version of tieout wrote this history: run that version, or move the file away"))
      }
      return try migrator.hasCompletedMigrations(db)
    }
    if isCurrent { return }
    guard !isReadOnly else {
      throw Obstacle.refused(HistoryError(path: path, reason: "an older version of tieout wrote this history: run `tieout` first"))
    }
    try migrator.migrate(queue)
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(Double(patienceSeconds))
    // A run keeps its transaction open while the reports are put in place.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      if !isReadOnly { try db.execute(sql: "PRAGMA journal_mode = WAL") }
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON")
    }
    return configuration
  }
}
