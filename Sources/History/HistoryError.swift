import GRDB
import Glibc

/// Why the history could not be had or written; the run ends, and the reports stay as they are.
public struct HistoryError: Error, CustomStringConvertible, Sendable {
  /// The history's file.
  public let path: String
  /// What was in the way, and what to do.
  public let reason: String

  /// `Reports/history.sqlite: it is in use by another program`.
  public var description: String { "\(path): \(reason)" }
}

/// What stands between a run and its history.
enum Obstacle: Error {
  /// The file is no whole history: it is set aside and a new one begun.
  case damaged(String)
  /// An operator must look.
  case refused(HistoryError)

  /// What SQLite's own error means for the history at `path`.
  init(_ error: DatabaseError, path: String) {
    let words = error.message ?? error.resultCode.description
    switch error.resultCode.primaryResultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH, .SQLITE_ERROR, .SQLITE_SCHEMA: self = .damaged(words)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ: self = .damaged(words)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .refused(
        HistoryError(path: path, reason: "another program has held it for \(History.patienceSeconds) seconds: close it and run again"))
    case .SQLITE_FULL: self = .refused(HistoryError(path: path, reason: "cannot write the history: the disk is full"))
    default: self = .refused(HistoryError(path: path, reason: "cannot read or write the history: \(words)"))
    }
  }

  /// The same as an error, where setting aside is out of the question.
  func error(path: String) -> HistoryError {
    switch self {
    case .refused(let error): error
    case .damaged(let reason): HistoryError(path: path, reason: "the history is damaged: \(reason)")
    }
  }
}

extension HistoryError {
  /// A system call that went wrong.
  init(path: String, doing: String, code: Int32) {
    self.init(path: path, reason: "cannot \(doing): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")")
  }
}
