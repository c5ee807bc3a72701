import Crypto
import Foundation
import Statements
import Testing

/// A folder with `case.md`, `inputs/` and `expected/`: what goes in, and every report that must come out.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String
  let inputs: URL
  let expected: URL

  var testDescription: String { name }

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

  /// The cases of `Cases/`, and the samples with the reports that are committed for readers of the repository.
  static let all: [GoldenCase] = {
    let cases = repository.appendingPathComponent("Tests/GoldenTests/Cases")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    let folders = names.map { name in
      let folder = cases.appendingPathComponent(name)
      return GoldenCase(name: name, inputs: folder.appendingPathComponent("inputs"), expected: folder.appendingPathComponent("expected"))
    }
    let samples = GoldenCase(
      name: "samples", inputs: repository.appendingPathComponent("Inputs"), expected: repository.appendingPathComponent("Reports"))
    return folders + [samples]
  }()

  /// What the pipeline makes of the inputs.
  func run(_ languages: ReportLanguages? = nil, lacks: (@Sendable (Language, String) -> Void)? = nil) throws -> Pipeline.Outcome {
    var groups: [String: [Delivery]] = [:]
    for path in try files(below: inputs) where path.hasSuffix(".csv") {
      let bytes = try Array(Data(contentsOf: inputs.appendingPathComponent(path)))
      let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
      let parts = path.split(separator: "/")
      groups[parts.count > 1 ? String(parts[0]) : "main", default: []].append(Delivery(path: path, bytes: bytes, digest: digest))
    }
    return Pipeline.run(groups, languages: languages, lacks: lacks)
  }

  /// The paths of all files below a folder, hidden ones and the history left out.
  func files(below folder: URL) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return all.filter { path in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path, isDirectory: &isFolder) else { return false }
      let name = path.split(separator: "/").last ?? ""
      return !isFolder.boolValue && !name.hasPrefix(".") && !name.hasPrefix("history.sqlite") && name != "changes.md"
    }.sorted()
  }

  /// Rewrites what is expected; only `make accept` asks for that.
  func accept(_ files: [ReportFile]) throws {
    for path in try FileManager.default.fileExists(atPath: expected.path) ? self.files(below: expected) : [] {
      try FileManager.default.removeItem(at: expected.appendingPathComponent(path))
    }
    for file in files {
      let target = expected.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: target)
    }
  }
}
