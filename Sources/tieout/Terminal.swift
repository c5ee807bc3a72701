import Glibc

/// Printing: to standard output and standard error, with the result of each write looked at.
enum Terminal {
  /// Lines on standard output; a run whose output cannot be written has not done its job.
  static func print(_ lines: [String]) throws {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    guard write(bytes, to: STDOUT_FILENO) else {
      error("standard output: \(SystemError.reason(errno))")
      throw Ending.failure
    }
  }

  /// Bytes on standard output.
  static func print(bytes: [UInt8]) throws {
    guard write(bytes, to: STDOUT_FILENO) else {
      error("standard output: \(SystemError.reason(errno))")
      throw Ending.failure
    }
  }

  /// One line on standard error, headed by the program's name.
  static func error(_ line: String) {
    note("tieout: error: " + line)
  }

  /// One line on standard error. Nothing can be done where that fails too.
  static func note(_ line: String) {
    _ = write(Array((line + "\n").utf8), to: STDERR_FILENO)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += written
    }
    return true
  }
}

/// A system call that went wrong: on what, doing what, why.
struct SystemError: Error, CustomStringConvertible {
  let path: String
  let doing: String
  let code: Int32

  var description: String { "\(path): cannot \(doing): \(SystemError.reason(code))" }

  /// The system's own words.
  static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
