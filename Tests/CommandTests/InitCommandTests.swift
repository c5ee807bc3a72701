import Foundation
import Testing

/// `tieout init` through the real binary.
@Suite struct InitCommandTests {
  /// Runs the binary in a folder; its standard output as text.
  private func run(_ folder: URL, _ arguments: String...) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = WorkFolder.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = WorkFolder.environment
    let output = folder.appendingPathComponent("output-of-the-run")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self))
  }

  @Test func theTemplatesRunAsTheyAreAndAreNeverOverwritten() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tieout-init-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try run(folder, "init", "new").status == 0)
    let check = try run(folder, "check", "--inputs", "new")
    #expect(check.status == 0 && check.output.hasSuffix("0 errors, 0 warnings, 1 info\n"), "\(check.output)")

    let forms = [
      "acceptances", "accounts", "entities", "equity-events", "holdings", "long", "rates", "settings", "size-tests", "statement",
      "trial-balance",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("new").path).sorted()
    #expect(names == forms.map { $0 + ".csv" })

    let mine = folder.appendingPathComponent("new/rates.csv")
    try Data("mine".utf8).write(to: mine)
    #expect(try run(folder, "init", "new").status == 2)
    #expect(try Data(contentsOf: mine) == Data("mine".utf8))
  }
}
