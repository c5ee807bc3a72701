import Foundation
import Testing

/// The commands of the tutorial, run in order in an empty folder, print what the tutorial says.
///
/// A block of ```` ```console ```` holds commands, each after `$ `, and what they print, standard output and standard error together.
/// `TIEOUT_ACCEPT=1` writes what they print into the page.
@Suite struct TutorialTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../docs/TUTORIAL.md").standardizedFileURL

  @Test func everyCommandPrintsWhatThePageSays() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tieout-tutorial-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var made: [String] = []
    var isInBlock = false
    var count = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") { isInBlock = line == "```console" }
      if isInBlock, line.hasPrefix("$ ") {
        count += 1
        made.append(line)
        made += try Self.output(of: String(line.dropFirst(2)), in: folder)
      } else if !isInBlock || line == "```console" {
        made.append(line)
      }
    }
    let result = made.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["TIEOUT_ACCEPT"] == "1" { try Data(result.utf8).write(to: Self.page) }
    #expect(count > 10)
    #expect(result == text, "docs/TUTORIAL.md is stale: run `make accept`, and read it")
  }

  /// The lines that a command prints, without blanks at their ends, and without blank lines at the end.
  private static func output(of command: String, in folder: URL) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; " + command]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": WorkFolder.binary.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
