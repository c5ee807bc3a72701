import DelimitedText
import Foundation
import Statements
import Testing

/// What `tieout explain` says is what the doc comments of checks and treatments say, and every id is explained.
@Suite struct ExplanationTests {
  /// The parts that a doc comment must have, beside its claim. A reading and a check have all of them.
  static let demanded: [Explanation.Kind: [String]] = [
    .reading: Explanation.partNames, .check: Explanation.partNames, .treatment: ["Formula", "Example", "Cites"],
  ]

  @Test func theTableIsWhatTheDocCommentsSay() throws {
    var writer = DelimitedWriter()
    let rows = try RuleComment.all().map(\.row)
    for record in [["kind", "id", "claim", "meaning"] + Explanation.partNames.map { $0.lowercased() }] + rows {
      for field in record { writer.field(field) }
      writer.endRecord()
    }
    let file = GoldenCase.repository.appendingPathComponent("Sources/CTables/Explanations.csv")
    if GoldenTests.accepts { try Data(writer.bytes).write(to: file) }
    #expect(try Data(contentsOf: file) == Data(writer.bytes), "run `make accept`, then build again")
  }

  @Test func theBinaryCarriesTheTable() throws {
    #expect(try RuleComment.all().map(\.id) == Explanation.all.map(\.id), "run `make accept`, then build again")
  }

  @Test func everyDocCommentHasTheDemandedParts() throws {
    let comments = try RuleComment.all()
    #expect(comments.count >= 30, "the comments were read")
    let missing = comments.flatMap { comment in
      (comment.claim.isEmpty ? ["\(comment.id): its first sentence"] : [])
        + (Self.demanded[comment.kind] ?? []).filter { comment.parts[$0] == nil }.map { "\(comment.id): \($0)" }
    }
    #expect(missing == [], "the doc comments lack parts")
  }

  @Test func aDocCommentIsDividedIntoItsParts() {
    let comment = RuleComment(
      kind: .check, id: "x",
      lines: [
        "What must **hold** (DOMAIN X6).", "", "What it means.", "Formula (DOMAIN 1.4 E3): a = b; Example: none. Severity: error.", "",
        "Remedy: look", "again.", "", "Cites: IAS 1.54, DOMAIN 6.1 (1, 2), 6.0 (3); IAS 1.55.",
      ])
    #expect(comment.claim == "What must hold.")
    #expect(comment.meaning == ["What it means."])
    #expect(
      comment.parts == [
        "Formula": "a = b;", "Example": "none.", "Severity": "error.", "Remedy": "look again.", "Cites": "IAS 1.54; IAS 1.55",
      ])
    let alone = RuleComment(kind: .check, id: "x", lines: ["It holds.", "", "Cites: DOMAIN 6.0.", "", "Formula: a."])
    #expect(alone.meaning == [] && alone.parts == ["Formula": "a."])
  }

  @Test func noIdIsExplainedTwice() throws {
    let ids = try RuleComment.all().map(\.id)
    let twice = Set(ids.filter { id in ids.count { $0 == id } > 1 })
    #expect(twice == [], "an id has one file")
  }

  // MARK: Every id that a finding can carry

  @Test func everyIdThatAFindingCanCarryIsExplained() throws {
    let explained = Set(try RuleComment.all().filter { $0.kind != .treatment }.map(\.id))
    let folder = GoldenCase.repository.appendingPathComponent("Sources/Statements")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }.sorted()
    var used: Set<String> = []
    var problems: [String] = []
    for path in paths {
      let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      for id in FindingIDs.used(in: text) {
        switch id {
        case .literal(let id):
          used.insert(id)
          if !explained.contains(id) { problems.append("\(path): no explanation of \(id)") }
        // The id of the file's own check, or one that was handed in.
        case .name("id"), .name("check"), .name("Self.id"): continue
        case .name(let name): problems.append("\(path): which id is \(name)?")
        }
      }
    }
    #expect(used.contains("unreadable") && used.contains("unmapped"), "the ids were read")
    #expect(problems == [])
  }

  @Test(arguments: GoldenCase.all) func everyFindingOfACaseIsExplained(_ golden: GoldenCase) throws {
    let found = Set(try golden.run().groups.flatMap(\.findings).map(\.check))
    #expect(found.filter { Explanation.find($0) == nil } == [])
  }

  @Test(arguments: [
    ("Finding(.error, \"balance\", \"a {0}\")", ["balance"]),
    ("Finding(\n  list.contains { $0.a(b, c) } ? .info : .error, \"sign\",", ["sign"]), ("Finding(.error, id, \"x\")", ["<id>"]),
    ("Rejection(\n  \"unreadable\", place)", ["unreadable"]), ("Rejection(check, \"x\")", ["<check>"]),
    ("func a() -> Finding? { nil }", []), ("SomeFinding(.error, \"x\")", []),
  ])
  func idsAreFoundInSources(source: String, ids: [String]) {
    let found = FindingIDs.used(in: source).map { id in
      switch id {
      case .literal(let id): id
      case .name(let name): "<\(name)>"
      }
    }
    #expect(found == ids)
  }
}

/// The ids with which a source file makes findings: the second argument of `Finding(`, the first of `Rejection(`.
enum FindingIDs {
  case literal(String)
  case name(String)

  static func used(in source: String) -> [FindingIDs] {
    let text = source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    return text.matches(of: #/(?:^|[^A-Za-z.])(Finding|Rejection)\(/#).compactMap { match in
      let arguments = arguments(of: text[match.range.upperBound...], atMost: match.output.1 == "Finding" ? 2 : 1)
      guard let last = arguments.last, arguments.count == (match.output.1 == "Finding" ? 2 : 1) else { return nil }
      return last.hasPrefix("\"") ? .literal(last.filter { $0 != "\"" }) : .name(last)
    }
  }

  /// The first arguments of a call, divided at commas outside brackets.
  private static func arguments(of text: Substring, atMost most: Int) -> [String] {
    var found: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      if depth < 0 || (depth == 0 && character == ",") {
        found.append(current.trimmingCharacters(in: .whitespacesAndNewlines))
        current = ""
        if depth < 0 || found.count == most { break }
      } else {
        current.append(character)
      }
    }
    return found
  }
}
