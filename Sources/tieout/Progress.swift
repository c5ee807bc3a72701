import Glibc

/// One line on standard error for a person who waits: what is being done, once the run has taken a second; taken away at its end.
///
/// Nothing where standard error is no terminal, so cron never sees it. A signal of the clock writes the line, since the run itself has no
/// place where it could: the pipeline is pure.
enum Progress {
  /// The line, as bytes that a signal's handler may write; set once before the handler is.
  nonisolated(unsafe) private static var line: UnsafeMutableBufferPointer<UInt8>?
  nonisolated(unsafe) private static var isShown = false

  /// Shows `words` after a second, unless `end` comes first.
  static func begin(_ words: String) {
    guard isatty(STDERR_FILENO) == 1, line == nil else { return }
    let bytes = Array(("\rtieout: " + words + " …\u{1B}[K").utf8)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = buffer.initialize(from: bytes)
    line = buffer
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      guard let line = Progress.line else { return }
      let before = errno
      _ = write(STDERR_FILENO, line.baseAddress, line.count)
      errno = before
      Progress.isShown = true
    }
    // System calls go on where the signal interrupts them.
    action.sa_flags = Int32(SA_RESTART)
    sigaction(SIGALRM, &action, nil)
    alarm(1)
  }

  /// Takes the line away again.
  static func end() {
    alarm(0)
    guard isShown else { return }
    isShown = false
    let clear = Array("\r\u{1B}[K".utf8)
    _ = clear.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
