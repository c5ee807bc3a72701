import Foundation
import Testing

/// The pages of checks and treatments are what the doc comments and the gallery give.
@Suite struct RulePagesTests {
  @Test(arguments: RulePages.folders.keys.sorted()) func thePagesAreAsGenerated(folder: String) throws {
    let target = GoldenCase.repository.appendingPathComponent(folder)
    let files = try RulePages().files(folder)
    #expect(files.count >= 2, "the rules were read")
    if GoldenTests.accepts {
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: target.appendingPathComponent(name)) }
    }
    let there = Set(try FileManager.default.contentsOfDirectory(atPath: target.path))
    #expect(there.subtracting(files.keys).sorted() == [], "pages of no id: run `make accept`")
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let found = try? String(contentsOf: target.appendingPathComponent(name), encoding: .utf8)
      #expect(found == text, "\(folder)/\(name) is stale: run `make accept`")
    }
  }
}
