import Glibc

/// A log of runs: a line for each thing told, with the time in UTC, never an amount; at most 1 MB, and as much of what came before.
///
/// The log is a help for the operator: where it cannot be written, the run goes on.
struct RunLog {
  private let path: String?
  private static let mostBytes: Int64 = 1_000_000

  /// The log at a path; none for nil.
  init(_ path: String?) {
    self.path = path
  }

  /// Adds a line.
  func add(_ line: String) {
    guard let path else { return }
    var status = stat()
    if lstat(path, &status) == 0, Int64(status.st_size) > RunLog.mostBytes { _ = rename(path, path + ".1") }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array("\(RunLog.now) \(line)\n".utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// `2026-11-26T07:00:00Z`.
  private static var now: String {
    var seconds = time(nil)
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return "-" }
    let two = { (number: Int32) in (number < 10 ? "0" : "") + String(number) }
    return
      "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
