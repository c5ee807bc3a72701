import Foundation
import Statements
import Testing

/// Every case gives exactly its expected reports.
@Suite struct GoldenTests {
  static let accepts = ProcessInfo.processInfo.environment["TIEOUT_ACCEPT"] == "1"

  @Test func casesAreFound() {
    #expect(GoldenCase.all.count >= 6)
    #expect(GoldenCase.all.contains { $0.name == "samples" })
  }

  @Test(arguments: GoldenCase.all) func theReportsAreAsExpected(_ golden: GoldenCase) throws {
    let files = try golden.run().files
    if Self.accepts { try golden.accept(files) }
    #expect(try golden.files(below: golden.expected) == files.map(\.path).sorted())
    for file in files {
      let expected = try Data(contentsOf: golden.expected.appendingPathComponent(file.path))
      guard Data(file.bytes) != expected else { continue }
      let found = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      let wanted = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      let line = zip(found, wanted).enumerated().first { $0.element.0 != $0.element.1 }
      Issue.record("\(golden.name)/\(file.path): line \((line?.offset ?? min(found.count, wanted.count)) + 1) differs")
      if let line { #expect(String(line.element.0) == String(line.element.1)) }
    }
  }

  @Test(arguments: GoldenCase.all) func theSameInputsGiveTheSameBytes(_ golden: GoldenCase) throws {
    #expect(try golden.run().files == golden.run().files)
  }
}
