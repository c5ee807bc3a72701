import Foundation
import Glibc

/// A folder of a test's own, with files in it, in which the real binary runs; it goes with the test.
final class WorkFolder {
  private let root: URL

  /// The binary that was built beside the tests.
  static let binary: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("tieout")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../.build/debug/tieout")
      .standardizedFileURL
  }()

  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("tieout-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  func write(_ relative: String, _ text: String) throws {
    let target = root.appendingPathComponent(relative)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }

  func text(_ relative: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appendingPathComponent(relative)), as: UTF8.self)
  }

  func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

  func remove(_ relative: String) throws { try FileManager.default.removeItem(at: root.appendingPathComponent(relative)) }

  func inode(_ relative: String) throws -> UInt64 {
    var status = stat()
    guard stat(path(relative), &status) == 0 else { throw POSIXError(.ENOENT) }
    return UInt64(status.st_ino)
  }

  /// `tieout report`.
  func tieout(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
    try run(["report"] + arguments)
  }

  /// An empty environment, but for what a sanitizer of the tests is told.
  static var environment: [String: String] { ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") } }

  /// The binary with an empty environment, as cron has it nearly.
  func run(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = Self.environment
    // Errors go to a file: two pipes that are read one after the other stand still where the second is full.
    let path = root.path + "-errors-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let stdout = Pipe()
    let stderr = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    process.standardOutput = stdout
    process.standardError = stderr
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try stderr.close()
    let errors = FileManager.default.contents(atPath: path) ?? Data()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self), String(decoding: errors, as: UTF8.self))
  }
}
