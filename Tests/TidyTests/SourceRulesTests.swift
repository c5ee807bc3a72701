import Testing

/// What no source file may hold; each rule names `path:line` and has a planted violation that it finds.
@Suite struct SourceRulesTests {
  private static let swiftFiles = SourceText.all(below: "Sources", endings: [".swift"])

  /// The places of words of code that are forbidden in the files below a folder.
  private static func uses(of forbidden: Set<String>, in files: [SourceText], below folder: String) -> [String] {
    files.filter { $0.path.hasPrefix(folder) }.flatMap { file in
      WordScanner.words(of: file.text).filter { forbidden.contains($0.text) }.map { "\(file.path):\($0.lineNumber): \($0.text)" }
    }
  }

  // MARK: No approximate numbers

  private static func approximateNumbers(_ files: [SourceText]) -> [String] {
    uses(of: ["Double", "Float", "Float16", "Float32", "Float64", "Float80", "CGFloat"], in: files, below: "Sources/Statements/")
  }

  @Test func moneyIsNeverAFloatingPointNumber() {
    #expect(Self.swiftFiles.count > 60, "the sources were found")
    #expect(Self.approximateNumbers(Self.swiftFiles) == [])
    let planted = SourceText(path: "Sources/Statements/Vocabulary/Coin.swift", text: "// no Double\nlet rate: Double = 6.2338\n")
    #expect(Self.approximateNumbers([planted]) == ["Sources/Statements/Vocabulary/Coin.swift:2: Double"])
  }

  // MARK: No Foundation

  private static func importsOfFoundation(_ files: [SourceText]) -> [String] {
    ["Sources/Statements/", "Sources/DelimitedText/"].flatMap { folder in
      files.filter { $0.path.hasPrefix(folder) }.flatMap { file in
        let words = WordScanner.words(of: file.text)
        return words.indices.dropFirst().filter { words[$0 - 1].text == "import" && words[$0].text.hasPrefix("Foundation") }
          .map { "\(file.path):\(words[$0].lineNumber)" }
      }
    }
  }

  @Test func theCoreDoesWithoutFoundation() {
    #expect(Self.importsOfFoundation(Self.swiftFiles) == [])
    let planted = [
      SourceText(path: "Sources/Statements/Check/Audit.swift", text: "import DelimitedText\nimport Foundation\n"),
      SourceText(path: "Sources/DelimitedText/Bytes.swift", text: "import FoundationEssentials\n// import Foundation\n"),
      SourceText(path: "Sources/tieout/Main.swift", text: "import Foundation\n"),
    ]
    #expect(Self.importsOfFoundation(planted) == ["Sources/Statements/Check/Audit.swift:2", "Sources/DelimitedText/Bytes.swift:1"])
  }

  // MARK: No database but in the history

  private static func importsOfGRDB(_ files: [SourceText]) -> [String] {
    files.filter { !$0.path.hasPrefix("Sources/History/") }.flatMap { file in
      let words = WordScanner.words(of: file.text)
      return words.indices.dropFirst().filter { words[$0 - 1].text == "import" && words[$0].text.hasPrefix("GRDB") }
        .map { "\(file.path):\(words[$0].lineNumber)" }
    }
  }

  @Test func onlyTheHistoryKnowsTheDatabase() {
    #expect(Self.importsOfGRDB(Self.swiftFiles) == [])
    let planted = [
      SourceText(path: "Sources/tieout/Main.swift", text: "import Statements\nimport GRDB\n"),
      SourceText(path: "Sources/History/Table.swift", text: "import GRDB\n"),
      SourceText(path: "Sources/Statements/Check/Audit.swift", text: "import GRDBSQLite\n"),
    ]
    #expect(Self.importsOfGRDB(planted) == ["Sources/tieout/Main.swift:2", "Sources/Statements/Check/Audit.swift:1"])
  }

  // MARK: Length

  /// A file of more than four hundred lines says why in a comment that begins with `// Long because`.
  private static func longFiles(_ files: [SourceText]) -> [String] {
    files.filter { file in
      let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
      return count > 400 && !file.lines.contains { $0.drop { $0 == " " }.hasPrefix("// Long because ") }
    }.map(\.path)
  }

  @Test func noFileIsOverFourHundredLinesWithoutAReason() {
    let files = Self.swiftFiles + SourceText.all(below: "Tests", endings: [".swift"])
    #expect(Self.longFiles(files) == [])
    let lines = String(repeating: "//\n", count: 400)
    let planted = [
      SourceText(path: "short.swift", text: lines), SourceText(path: "long.swift", text: lines + "//\n"),
      SourceText(path: "reason.swift", text: lines + "// Long because a table is read as one.\n"),
    ]
    #expect(Self.longFiles(planted) == ["long.swift"])
  }

  // MARK: Pages that comments name

  /// `path:line: page` of each page of `docs` that a file names and that is not there.
  private static func missingPages(_ files: [SourceText], exists: (String) -> Bool) -> [String] {
    files.flatMap { file in
      file.lines.enumerated().flatMap { index, line in
        line.matches(of: #/docs/[A-Za-z0-9_/\-]+\.md/#).map { String($0.output) }.filter { !exists($0) }
          .map { "\(file.path):\(index + 1): \($0)" }
      }
    }
  }

  @Test func everyPageThatACommentNamesIsThere() {
    let pages = Set(SourceText.all(below: "docs", endings: [".md"]).map(\.path))
    #expect(Self.missingPages(Self.swiftFiles, exists: pages.contains) == [])
    let planted = SourceText(path: "Sources/a.swift", text: "// see docs/HERE.md\n/// As docs/checks/gone.md has it.\n")
    #expect(Self.missingPages([planted]) { $0 == "docs/HERE.md" } == ["Sources/a.swift:2: docs/checks/gone.md"])
  }

  // MARK: Nothing left for later

  private static let marks: Set<String> = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]

  /// The places of marks for later, in code, comments and strings alike.
  private static func marksForLater(_ files: [SourceText]) -> [String] {
    files.flatMap { file in
      file.lines.enumerated().filter { _, line in
        line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { marks.contains(String($0)) }
      }.map { "\(file.path):\($0.offset + 1)" }
    }
  }

  @Test func nothingInTheSourcesIsLeftForLater() {
    let files = SourceText.all(below: "Sources", endings: [".swift", ".c", ".h", ".modulemap"])
    #expect(files.count > Self.swiftFiles.count, "the C files were found")
    #expect(Self.marksForLater(files) == [])
    for mark in Self.marks {
      let planted = SourceText(path: "Sources/a.swift", text: "let a = 1\n// \(mark): later\nlet \(mark)s = 2\n")
      #expect(Self.marksForLater([planted]) == ["Sources/a.swift:2"])
    }
  }
}
