import Testing

/// The stages of `Statements` are folders of one target: a file uses only types of its own folder or of an earlier one.
@Suite struct StageOrderTests {
  private static let stages = ["Vocabulary", "Recognise", "Normalise", "Group", "Check", "Treat", "Compare", "Report", "Pipeline.swift"]
  private static let folder = "Sources/Statements/"

  /// The stage of a file as a place in the order; nil for a file that is in none.
  private static func stage(of path: String) -> Int? {
    guard path.hasPrefix(folder) else { return nil }
    let stage = path.dropFirst(folder.count).split(separator: "/").first.map(String.init) ?? ""
    return stages.firstIndex(of: stage)
  }

  private static let keywords: Set<String> = ["struct", "enum", "class", "protocol", "actor", "typealias"]

  /// The types that files declare at top level, with the stage of each; a private one is known in its own file alone.
  private static func types(in files: [(path: String, words: [Word])]) -> [String: Int] {
    var types: [String: Int] = [:]
    for file in files {
      guard let stage = stage(of: file.path) else { continue }
      for index in file.words.indices.dropLast() where file.words[index].depth == 0 && keywords.contains(file.words[index].text) {
        let isPrivate = index > 0 && ["private", "fileprivate"].contains(file.words[index - 1].text)
        if !isPrivate { types[file.words[index + 1].text] = stage }
      }
    }
    return types
  }

  /// `path:line: what` for each use of a later stage's type, and for each file that is in no stage.
  static func violations(_ files: [SourceText]) -> [String] {
    let scanned = files.map { (path: $0.path, words: WordScanner.words(of: $0.text)) }
    let types = types(in: scanned)
    var violations: [String] = []
    for file in scanned {
      guard let own = stage(of: file.path) else {
        violations.append("\(file.path):1: is in no stage")
        continue
      }
      for word in file.words where !word.isMember {
        guard let other = types[word.text], other > own else { continue }
        violations.append("\(file.path):\(word.lineNumber): \(word.text) is of the later stage \(stages[other])")
      }
    }
    return violations
  }

  @Test func noFileUsesATypeOfALaterStage() {
    let files = SourceText.all(below: "Sources/Statements", endings: [".swift"])
    #expect(files.count > 60, "the sources were found")
    #expect(Self.violations(files) == [])
  }

  @Test func aPlantedViolationIsFoundAtItsLine() {
    let files = [
      SourceText(
        path: "Sources/Statements/Vocabulary/Coin.swift",
        text: "struct Coin {}\n\nextension Coin {\n  func check() { Audit.run(self) }\n}\n"),
      SourceText(path: "Sources/Statements/Check/Audit.swift", text: "public enum Audit {\n  static func run(_ coin: Coin) {}\n}\n"),
      SourceText(path: "Sources/Statements/Report/Page.swift", text: "private struct Page {}\nstruct Sheet { let audit: Audit }\n"),
      SourceText(path: "Sources/Statements/Pipeline.swift", text: "let way = Sheet()\n"),
    ]
    #expect(Self.violations(files) == ["Sources/Statements/Vocabulary/Coin.swift:4: Audit is of the later stage Check"])
    #expect(
      Self.violations(files + [SourceText(path: "Sources/Statements/Loose.swift", text: "")]).last
        == "Sources/Statements/Loose.swift:1: is in no stage")
  }

  @Test(arguments: [
    ("let a: Page", true), ("// Page", false), ("/* Page /* Page */ Page */ let a = 1", false), ("let a = \"Page\"", false),
    ("let a = \"\\(Page())\"", true), ("let a = \"\\(b(\"Page\")) Page\"", false), ("let a = #\"\\(Page())\"#", false),
    ("let a = #\"\\#(Page())\"#", true), ("let a = \"\"\"\n  Page \"Page\"\n  \"\"\"", false), ("let a = \"\\\"\"; Page()", true),
    ("a.Page()", false),
    ("let page: PageOne", false), ("typealias Own = Page", true), ("extension Page {}", true), ("let a = [Page]()", true),
  ])
  func namesInCommentsAndStringsAreNoUse(code: String, isUse: Bool) {
    let files = [
      SourceText(path: "Sources/Statements/Check/Own.swift", text: code),
      SourceText(path: "Sources/Statements/Report/Page.swift", text: "struct Page { struct Inner {} }"),
    ]
    #expect(Self.violations(files).count == (isUse ? 1 : 0))
  }
}
