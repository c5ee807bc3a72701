import Glibc

/// Colour, on a terminal only, and none where `NO_COLOR` is set or the terminal is dumb.
enum Style {
  /// Whether what is written there may be coloured.
  static func isColoured(_ descriptor: Int32) -> Bool {
    guard isatty(descriptor) == 1 else { return false }
    if let none = getenv("NO_COLOR"), none.pointee != 0 { return false }
    guard let terminal = getenv("TERM") else { return false }
    return strcmp(terminal, "dumb") != 0 && terminal.pointee != 0
  }

  /// The first line of a finding with its weight coloured: red for an error, yellow for a warning, blue for what is only said.
  ///
  /// The line holds no control characters of its own: they were made visible when it was made.
  static func headline(_ line: String, severity: String, on descriptor: Int32) -> String {
    guard isColoured(descriptor), let word = line.firstRange(of: ": \(severity): ") else { return line }
    let colour = severity == "error" ? "31" : severity == "warning" ? "33" : "34"
    return line[..<word.lowerBound] + ": \u{1B}[1;\(colour)m\(severity)\u{1B}[0m: " + line[word.upperBound...]
  }
}
