import ArgumentParser
import Statements

/// `tieout verify`: derives the reports again and names the first place where what stands there differs.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Derive the reports again and name the first figure that differs.")

  @OptionGroup var input: InputOptions

  @Option(name: .long, help: ArgumentHelp("The folder with the reports.", valueName: "dir"))
  var reports = "Reports"

  @Flag(name: .long, help: "Print nothing unless something differs.")
  var quiet = false

  func run() throws {
    guard ReportFolder.content(of: reports + "/README.md") != nil else {
      Terminal.error("\(reports)/README.md: there are no reports to verify; run `tieout` first, or name another folder with `--reports`")
      throw Ending.failure
    }
    let past = try RunHistory.past(reports)
    let files = Pipeline.run(try input.deliveries(), earlier: past.earlier).files + past.pages
    for file in files {
      let path = reports + "/" + file.path
      guard let bytes = ReportFolder.content(of: path) else {
        Terminal.error("\(path): the report is missing or cannot be read")
        throw Ending.findings
      }
      guard bytes != file.bytes else { continue }
      for line in difference(path, found: bytes, expected: file.bytes) { Terminal.note(line) }
      throw Ending.findings
    }
    if !quiet { try Terminal.print(["\(files.count) reports agree with \(input.inputs)"]) }
  }

  private func difference(_ path: String, found: [UInt8], expected: [UInt8]) -> [String] {
    let newline = UInt8(ascii: "\n")
    let foundLines = found.split(separator: newline, omittingEmptySubsequences: false)
    let expectedLines = expected.split(separator: newline, omittingEmptySubsequences: false)
    let count = max(foundLines.count, expectedLines.count)
    let number = (0..<count).first { index in
      guard index < foundLines.count, index < expectedLines.count else { return true }
      return foundLines[index] != expectedLines[index]
    }
    guard let number else { return ["\(path): error: the report differs"] }
    let text = { (lines: [ArraySlice<UInt8>]) in number < lines.count ? String(decoding: lines[number], as: UTF8.self) : "(no such line)" }
    return [
      "\(path):\(number + 1): error: the report is not what the inputs give [verify]", "  found:    \(text(foundLines))",
      "  expected: \(text(expectedLines))",
      "  = remedy: run `tieout` again if the inputs have changed, else find out who changed the report",
    ]
  }
}
