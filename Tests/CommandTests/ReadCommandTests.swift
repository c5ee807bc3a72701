import Foundation
import Testing

/// The shared corpus lies beside the repository on the machine where the project is built; it is not part of it.
private let casesPath = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("shared/corpus/csv/cases.jsonl").path

/// `tieout read` through the real binary.
@Suite struct ReadCommandTests {
  /// What the binary gave.
  struct Ran {
    var status: Int32
    var output: Data
    var errors: String

    /// The records, of the JSON format.
    var records: [[String]] {
      get throws {
        try String(decoding: output, as: UTF8.self).split(separator: "\n").map {
          try JSONDecoder().decode([String].self, from: Data($0.utf8))
        }
      }
    }
  }

  /// The binary that was built beside the tests.
  private static let binary: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("tieout")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../.build/debug/tieout")
      .standardizedFileURL
  }()

  /// Reads `bytes` as a file in a folder of its own, in an empty environment.
  private func read(_ bytes: [UInt8], _ arguments: String...) throws -> Ran {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tieout-read-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: folder.appendingPathComponent("file.csv"))
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = ["read", "file.csv"] + arguments
    process.currentDirectoryURL = folder
    process.environment = WorkFolder.environment
    // Into files, so that neither output waits for the other to be read.
    let (outputPath, errorPath) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
    for path in [outputPath, errorPath] { try Data().write(to: path) }
    process.standardOutput = try FileHandle(forWritingTo: outputPath)
    process.standardError = try FileHandle(forWritingTo: errorPath)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Ran(
      status: process.terminationStatus, output: try Data(contentsOf: outputPath),
      errors: String(decoding: try Data(contentsOf: errorPath), as: UTF8.self))
  }

  private func read(_ text: String, _ arguments: String) throws -> Ran { try read(Array(text.utf8), "--format", arguments) }

  @Test func cellsComeOutAsCleanCSV() throws {
    let ran = try read("Item;\"2025\";x\r\nCash;\"1;2\";\"say \"\"so\"\"\"\r\n\r\nNet assets;5;\r\n", "csv")
    #expect(ran.status == 0)
    #expect(String(decoding: ran.output, as: UTF8.self) == "Item,2025,x\nCash,1;2,\"say \"\"so\"\"\"\n\nNet assets,5,\n")
  }

  @Test func everyEncodingComesOutAsUTF8() throws {
    let text = "项目,2025年12月31日\n资产总计,5\n"
    let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [utf16, marked] { #expect(String(decoding: try read(bytes, "--format", "csv").output, as: UTF8.self) == text) }
    #expect(try read(utf16, "--format", "csv").errors.hasPrefix("encoding: UTF-16LE ("))
  }

  @Test func jsonHasAnArrayForEachRecordAndEscapesWhatItMust() throws {
    let ran = try read("a,b\n\"x\ny\",\"q\"\"\t\"\n\nc\n", "json")
    #expect(try ran.records == [["a", "b"], ["x\ny", "q\"\t"], [""], ["c"]])
  }

  @Test(arguments: [
    (
      "entity,holder,shares\nPier,Harbour,5\n",
      ["encoding: UTF-8 (", "delimiter: comma (", "quote: double quote (", "form: holdings (", "header rows: 1 (", "unit: none ("]
    ),
    (
      "Pier\nRMB'000\n\nItem;31.12.2025;31.12.2024\nCash;1.234,5;2\n",
      [
        "encoding: UTF-8 (", "delimiter: semicolon (", "quote: double quote (", "form: statement, wide (", "header rows: 4 (",
        "unit: RMB'000",
      ]
    ),
    (
      "RMB'000\n,,2025,\naccount code,account name,Debit,Credit\n1,Cash,1,\n2,Capital,,1\n",
      ["encoding: ", "delimiter: comma (", "quote: ", "form: trial balance (", "header rows: 2 to 3 (", "unit: RMB'000 (line 1"]
    ),
    ("a,b\n1,2\n", ["encoding: ", "delimiter: comma (", "quote: ", "form: none ("]),
  ])
  func standardErrorSaysHowTheFileWasReadAndWhy(file: String, openings: [String]) throws {
    let ran = try read(file, "csv")
    #expect(ran.status == 0)
    let lines = ran.errors.split(separator: "\n").map(String.init)
    for (index, opening) in openings.enumerated() {
      #expect(lines.indices.contains(index) && lines[index].hasPrefix(opening), "\(opening) in \(ran.errors)")
    }
  }

  @Test func aFileThatIsNoTextEndsWithOneAndSaysWhere() throws {
    let ran = try read(Array("Item,2025\nCash,".utf8) + [0], "--format", "csv")
    #expect(ran.status == 1 && ran.output.isEmpty)
    #expect(ran.errors.contains("file.csv:2:2: error: ") && ran.errors.contains("remedy: "))
  }

  // MARK: The shared cases

  struct Case: Decodable {
    var id: String
    var bytes_b64: String
    var expected_rows: [[String]]?
    var expected_objects: [[String: String]]?
  }

  /// Cases whose reading hangs on a setting that the file does not show, by the number that follows `papaparse/`, with the reason.
  static let untellable: [(numbers: [Int], reason: String)] = [
    ([17], "blanks around quotes: PapaParse keeps blanks and quotes as text, libcsv and we trim the blanks; the file shows neither"),
    ([19, 20, 21, 22, 23], "the quotes are broken, and the case lists the errors itself: refused here"),
    ([39, 40, 41, 42, 43, 44, 45, 46, 48, 49, 50, 56], "a setting names the mark of comment lines; to us they are records"),
    ([57], "a setting ends the reading after two records"),
    ([59, 60, 61, 62], "a setting takes the first record for names and renames equal ones; the cells read are the cells written"),
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: casesPath), "the shared corpus is not on this machine"))
  func everySharedCaseThatCanBeToldFromTheFileReadsAsExpected() throws {
    var readCount = 0
    for line in try String(contentsOfFile: casesPath, encoding: .utf8).split(separator: "\n") {
      let example = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      let number = example.id.hasPrefix("papaparse/") ? Int(example.id.dropFirst(10).prefix { $0.isNumber }) : nil
      if let number, Self.untellable.contains(where: { $0.numbers.contains(number) }) { continue }
      var bytes = [UInt8](Data(base64Encoded: example.bytes_b64) ?? Data())
      // As the note of the case asks.
      if example.id == "csv-spectrum/newlines_crlf" { bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
      let ran = try read(bytes, "--format", "json")
      if bytes.isEmpty {
        #expect(ran.status == 1, "\(example.id)")
        continue
      }
      readCount += 1
      #expect(ran.status == 0, "\(example.id): \(ran.errors)")
      let records = try ran.records
      if let rows = example.expected_rows {
        // PapaParse counts what follows the last line end as one more record of an empty field.
        let expected = bytes.last == 0x0A && rows.last == [""] ? Array(rows.dropLast()) : rows
        #expect(records == expected, "\(example.id)")
      }
      if let objects = example.expected_objects {
        let header = try #require(records.first)
        #expect(records.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } } == objects, "\(example.id)")
      }
    }
    #expect(readCount >= 50)
  }
}
