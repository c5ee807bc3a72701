import DelimitedText
import Foundation
import Testing

/// The shared corpus lies beside the repository on the machine where the project is built; it is not part of it.
private let casesPath = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("shared/corpus/csv/cases.jsonl").path

@Suite struct CorpusTests {
  struct Case: Decodable {
    var id: String
    var bytes_b64: String
    var expected_rows: [[String]]?
    var expected_objects: [[String: String]]?
    var note: String?
  }

  /// Cases whose reading hangs on a setting that the file does not show, by the number that follows `papaparse/`, with the reason.
  static let untellable: [(numbers: [Int], reason: String)] = [
    ([17], "blanks around quotes: PapaParse keeps blanks and quotes as text, libcsv and we trim the blanks; the file shows neither"),
    ([19, 21, 22, 23], "the quotes are broken (the case lists the errors itself): refused here, where PapaParse reads on"),
    ([20], "a quote inside a quoted field is not doubled (the case lists the error itself): refused here"),
    ([39, 40, 41, 42, 43, 44, 45, 46, 48, 49, 50, 56], "a setting names the mark of comment lines; to us they are records"),
    ([57], "a setting ends the reading after two records"),
    ([59, 60, 61, 62], "a setting takes the first record for names and renames equal ones; the cells read are the cells written"),
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: casesPath), "the shared corpus is not on this machine"))
  func everyCaseThatCanBeToldFromTheFileReadsAsExpected() throws {
    let lines = try String(contentsOfFile: casesPath, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 70)
    for line in lines {
      let example = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      guard !Self.isUntellable(example.id) else { continue }
      let bytes = Self.bytes(example)
      let actual = bytes.isEmpty ? [] : try fields(bytes).map { $0.isEmpty ? [""] : $0 }
      if let rows = example.expected_rows {
        // PapaParse counts what follows the last line end as one more record of an empty field.
        let expected = bytes.last == 0x0A && rows.last == [""] ? Array(rows.dropLast()) : rows
        #expect(actual == expected, "\(example.id)")
      }
      if let objects = example.expected_objects {
        let header = try #require(actual.first)
        let records = actual.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
        #expect(records == objects, "\(example.id)")
      }
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: casesPath), "the shared corpus is not on this machine"))
  func brokenQuotesAreErrorsAtTheirPlace() throws {
    let lines = try String(contentsOfFile: casesPath, encoding: .utf8).split(separator: "\n")
    var refusedCount = 0
    for line in lines {
      let example = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      guard [19, 20, 21, 22, 23].contains(Self.number(example.id)) else { continue }
      refusedCount += 1
      let kind = refusal(Self.bytes(example))?.kind
      #expect(kind == .unclosedQuote || kind == .strayQuote, "\(example.id)")
    }
    #expect(refusedCount == 5)
  }

  private static func isUntellable(_ id: String) -> Bool {
    number(id).map { number in untellable.contains { $0.numbers.contains(number) } } ?? false
  }

  private static func number(_ id: String) -> Int? {
    guard id.hasPrefix("papaparse/") else { return nil }
    return Int(id.dropFirst("papaparse/".count).prefix { $0.isNumber })
  }

  private static func bytes(_ example: Case) -> [UInt8] {
    let bytes = [UInt8](Data(base64Encoded: example.bytes_b64) ?? Data())
    guard example.id == "csv-spectrum/newlines_crlf" else { return bytes }
    // As the note of the case asks.
    return bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }
}
