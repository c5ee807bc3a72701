import Statements

/// What may be wrong with a folder of reports, each as the lines to print; nil where that is right.
struct Verification {
  let reports: String
  let inputs: String
  let outcome: Pipeline.Outcome
  /// The reports that the inputs and the history give.
  let files: [ReportFile]
  /// What stands in the reports folder for each file that the inputs give.
  private let found: [String: [UInt8]]

  /// - Parameter pages: those that the history gives.
  init(reports: String, inputs: String, outcome: Pipeline.Outcome, pages: [ReportFile]) {
    self.reports = reports
    self.inputs = inputs
    self.outcome = outcome
    files = outcome.files + pages
    var found: [String: [UInt8]] = [:]
    for file in files { found[file.path] = FileSystem.content(of: reports + "/" + file.path) }
    self.found = found
  }

  private func error(_ address: String, _ words: String, _ details: [String], remedy: String) -> [String] {
    ["\(address): error: \(words) [verify]"] + details.map { "  " + $0 } + ["  = remedy: " + remedy]
  }

  // MARK: The set as a whole

  /// A run that died while it put the reports in place.
  var interruption: [String]? {
    guard ReportSwitch(reports).isUnderWay else { return nil }
    return error(
      reports, "a run was broken off while it put reports in place: they may be of two runs", [],
      remedy: "run `tieout` again: it finishes the change first")
  }

  /// The version that the way in names.
  func version(_ wayIn: [UInt8]) -> [String]? {
    let lines = String(decoding: wayIn, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let expected = "tieout " + Pipeline.version
    let index = lines.lastIndex { $0.hasPrefix("tieout ") }
    guard index.map({ lines[$0] != expected }) ?? true else { return nil }
    return error(
      "\(reports)/README.md" + (index.map { ":\($0 + 1)" } ?? ""), "the reports were written by another version",
      ["found:    \(index.map { Glossary.visible(String(lines[$0])) } ?? "no version")", "expected: \(expected)"],
      remedy: "run `tieout` again with this version, or verify with the one that wrote them")
  }

  /// A file that is still being written: its group cannot be derived now.
  var waiting: [String]? {
    for group in outcome.groups where group.isForNextRun {
      guard let source = group.accounts.sources.first(where: \.isForNextRun) else { continue }
      return error(
        inputs + Glossary.visible(source.path),
        "the file is not whole or cannot be read now, so the reports of its group cannot be verified",
        [], remedy: "verify again when it is")
    }
    return nil
  }

  // MARK: Inputs

  /// The inputs whose digest on the page of files is not their own; twenty at most.
  var digests: [String]? {
    var lines: [String] = []
    for group in outcome.groups {
      let path = group.accounts.name + "/intake.md"
      guard let page = found[path], let ours = outcome.files.first(where: { $0.path == path }) else { continue }
      let (written, expected) = (IntakeDigests(page), IntakeDigests(ours.bytes))
      for (index, entry) in expected.entries.enumerated() where lines.count < 60 {
        guard group.accounts.sources.indices.contains(index) else { break }
        let file = inputs + Glossary.visible(group.accounts.sources[index].path)
        guard let other = written.entries.first(where: { $0.heading == entry.heading }) else {
          lines += error(
            "\(reports)/\(path)", "\(file) is not among the files that the reports rest on", [], remedy: "run `tieout` to take it in")
          continue
        }
        guard other.digest != entry.digest else { continue }
        let isAltered = isNamedElsewhere(entry.digest, than: path)
        lines += error(
          "\(reports)/\(path):\(other.lineNumber)",
          isAltered
            ? "the digest of \(file) on this page was altered: another page has the file's own"
            : "the digest is not that of \(file): the file has changed since the reports were written, or the page was altered",
          ["found:    \(other.digest ?? "none")", "expected: \(entry.digest ?? "none")"],
          remedy: isAltered
            ? "run `tieout` again, and find out who changed the page" : "run `tieout` again if the file was changed on purpose")
      }
      for entry in written.entries where !expected.entries.contains(where: { $0.heading == entry.heading }) {
        lines += error(
          "\(reports)/\(path):\(entry.lineNumber)",
          "the reports rest on \(Glossary.visible(entry.heading)), which is no longer in \(inputs)",
          [], remedy: "put it back, or run `tieout` without it")
      }
    }
    return lines.isEmpty ? nil : lines
  }

  /// Whether a page of an entity has the first digits of a file's digest, as those that it rests on are named there.
  private func isNamedElsewhere(_ digest: String?, than path: String) -> Bool {
    guard let digest else { return false }
    let short = Array("`\(digest.prefix(8))…`".utf8)
    return found.contains { name, bytes in
      name != path && name.hasSuffix(".md") && bytes.split(separator: UInt8(ascii: "\n")).contains { Verification.contains($0, short) }
    }
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ words: [UInt8]) -> Bool {
    guard line.count >= words.count else { return false }
    return (line.startIndex...(line.endIndex - words.count)).contains { line[$0..<($0 + words.count)].elementsEqual(words) }
  }

  // MARK: Pages

  /// Pages that are missing, then pages that no input gives.
  var pages: [String]? {
    var lines: [String] = []
    for file in files where found[file.path] == nil {
      lines += error("\(reports)/\(file.path)", "the report is missing or cannot be read", [], remedy: "run `tieout` again")
    }
    for page in extraPages {
      lines += error(
        "\(reports)/\(Glossary.visible(page))", "no input gives this page", [],
        remedy: "run `tieout` again, which takes away what is no longer reported; what it leaves was put there by hand")
    }
    return lines.isEmpty ? nil : lines
  }

  /// Pages of ours, data and pictures that the run does not give. The page of an entity stays while a file of its group is not taken.
  private var extraPages: [String] {
    let expected = Set(files.map(\.path))
    let keeping = Set(outcome.groups.filter(\.hasRejectedFile).map(\.accounts.name))
    var extra: [String] = []
    for group in FileSystem.names(in: reports) where isOurs("\(group)/README.md") {
      for folder in ["", "data/", "entities/", "pictures/"] {
        if folder == "entities/" || folder == "pictures/", keeping.contains(group) { continue }
        for name in FileSystem.names(in: "\(reports)/\(group)/\(folder)") {
          let path = "\(group)/\(folder)\(name)"
          let isData = folder == "data/" && (name.hasSuffix(".csv") || name.hasSuffix(".journal"))
          let isPicture = folder == "pictures/" && name.hasSuffix(".svg")
          guard !expected.contains(path) else { continue }
          if isData || isPicture || (name.hasSuffix(".md") && isOurs(path)) { extra.append(path) }
        }
      }
    }
    return extra
  }

  /// Whether a page is ours; one that cannot be read may be.
  private func isOurs(_ page: String) -> Bool { (try? ReportFolder.isOurs("\(reports)/\(page)")) ?? true }

  // MARK: Figures

  /// The first figure that differs, and which other files do.
  var figures: [String]? {
    let differing = files.filter { found[$0.path] != $0.bytes }
    guard let first = differing.first, let bytes = found[first.path] else { return nil }
    let difference = ReportDifference(first.path, found: bytes, expected: first.bytes)
    var lines = error(
      "\(reports)/\(first.path):\(difference.lineNumber)", "the report is not what the inputs give", difference.details,
      remedy: "run `tieout` again, and find out who changed the report")
    if differing.count > 1 {
      let others = differing.dropFirst().map(\.path)
      let more = others.count > 10 ? " and \(others.count - 10) more" : ""
      lines.append("  = these differ too: \(others.prefix(10).joined(separator: ", "))\(more)")
    }
    return lines
  }
}

/// The digests on a page of files: below each heading of a file the first run of 64 hexadecimal digits.
private struct IntakeDigests {
  struct Entry {
    let heading: String
    var digest: String?
    var lineNumber: Int
  }

  private(set) var entries: [Entry] = []

  init(_ page: [UInt8]) {
    let lines = String(decoding: page, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("## ") {
        entries.append(Entry(heading: String(line.dropFirst(3)), digest: nil, lineNumber: index + 1))
      } else if !entries.isEmpty, entries[entries.count - 1].digest == nil, line.contains("SHA-256"),
        let digest = line.split(separator: "`").first(where: { $0.utf8.count > 50 || $0.utf8.allSatisfy(IntakeDigests.isHexadecimal) })
      {
        entries[entries.count - 1].digest = String(digest)
        entries[entries.count - 1].lineNumber = index + 1
      }
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
