import Testing

/// Nothing is declared that nothing mentions: a name that stands once in the whole tree is not used, as far as a machine can see.
///
/// Cases are left out: those with a raw value are made of it.
@Suite struct DeadDeclarationTests {
  private static let keywords: Set<String> = ["func", "struct", "enum", "class", "protocol", "actor", "typealias", "let", "var"]

  /// Called by others' code through a protocol of theirs: string interpolation, options, the linker's entry of a fuzzer.
  private static let calledFromOutside: Set<String> = ["appendLiteral", "validate", "fuzzOneInput"]

  /// `path:line: name` of each declaration whose name no other word of the files is; tests are called by their attribute.
  static func dead(_ files: [SourceText], mentionedIn others: [SourceText] = []) -> [String] {
    let scanned = files.map { (path: $0.path, words: WordScanner.words(of: $0.text)) }
    var counts: [String: Int] = [:]
    for words in scanned.map(\.words) + others.map({ WordScanner.words(of: $0.text) }) {
      for word in words { counts[word.text, default: 0] += 1 }
    }
    return scanned.flatMap { file in
      file.words.indices.dropFirst().compactMap { index in
        let (keyword, name) = (file.words[index - 1], file.words[index])
        guard keywords.contains(keyword.text), !keyword.isMember, !keywords.contains(name.text), counts[name.text] == 1,
          !calledFromOutside.contains(name.text), keyword.lineNumber == name.lineNumber
        else { return nil }
        return "\(file.path):\(name.lineNumber): \(name.text)"
      }
    }
  }

  @Test func everyDeclarationIsMentionedSomewhere() {
    let sources = SourceText.all(below: "Sources", endings: [".swift"])
    let tests = SourceText.all(below: "Tests", endings: [".swift"])
    #expect(sources.count > 300 && tests.count > 100, "the files were found")
    #expect(Self.dead(sources, mentionedIn: tests) == [])
  }

  @Test func plantedDeclarationsAreFound() {
    let files = [
      SourceText(
        path: "a.swift",
        text: """
          struct Used { let kept = 1; var dropped = 2 }
          enum Kind: String { case one, two }
          func idle(_ used: Used) -> Int { used.kept }  // idle
          // func spoken() {}
          """),
      SourceText(path: "b.swift", text: "let kind = Kind.one\nprint(kind)\n"),
    ]
    #expect(Self.dead(files) == ["a.swift:1: dropped", "a.swift:3: idle"])
    #expect(Self.dead(files, mentionedIn: [SourceText(path: "c.swift", text: "idle(Used()); dropped")]) == [])
  }
}
