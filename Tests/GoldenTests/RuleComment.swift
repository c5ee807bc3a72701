import Foundation
import Statements

/// What a doc comment says of a check or a treatment: the claim, what it means, and the parts that have a name.
struct RuleComment {
  let kind: Explanation.Kind
  let id: String
  var claim = ""
  var meaning: [String] = []
  var parts: [String: String] = [:]

  /// The comment of a rule from its lines without their slashes.
  init(kind: Explanation.Kind, id: String, lines: [String]) {
    self.kind = kind
    self.id = id
    let paragraphs = lines.split { $0.allSatisfy { $0 == " " } }.map { $0.joined(separator: " ") }
    for (index, paragraph) in paragraphs.enumerated() {
      let (before, named) = Self.divided(Self.withoutDesk(paragraph))
      if index == 0 { claim = before } else if !before.isEmpty { meaning.append(before) }
      for (name, words) in named { parts[name] = [parts[name], words].compactMap { $0 }.joined(separator: " ") }
    }
    // A list of paragraphs is no sentence.
    if let cites = parts["Cites"] { parts["Cites"] = cites.hasSuffix(".") ? String(cites.dropLast()) : cites }
    parts = parts.filter { !$0.value.isEmpty }
  }

  /// What stands before the first part of a paragraph, and the parts: `Formula: …`, also with where it comes from in brackets.
  private static func divided(_ paragraph: String) -> (before: String, named: [(String, String)]) {
    let marks = paragraph.matches(of: #/(?:^|\s)(Formula|Severity|Example|Remedy|Cites)(?: \([^)]*\))?: /#)
    let before = paragraph[..<(marks.first?.range.lowerBound ?? paragraph.endIndex)]
    let named = marks.indices.map { index in
      let end = index + 1 < marks.count ? marks[index + 1].range.lowerBound : paragraph.endIndex
      return (String(marks[index].output.1), paragraph[marks[index].range.upperBound..<end].trimmingCharacters(in: .whitespaces))
    }
    return (before.trimmingCharacters(in: .whitespaces), named)
  }

  /// A paragraph without the numbers of the working papers, which readers of a report do not have.
  private static func withoutDesk(_ paragraph: String) -> String {
    let kept = paragraph.replacing(#/ \((?:DOMAIN )?X\d+[a-z]?\)/#, with: "")
      .replacing(#/ \(DOMAIN [^()]*\)/#, with: "")
      .replacing(#/(?<before>[,;] |^|Cites: )DOMAIN \d+(?:\.\d+)*(?: \([^()]*\))?(?:, \d+\.\d+(?: \([^()]*\))?)*/#) { match in
        match.output.before == "Cites: " ? "Cites: " : ""
      }
      .replacing("**", with: "")
    return kept.replacing(#/\s*Cites: \.?$/#, with: "").replacing(#/\s+\./#, with: ".").replacing("Cites: , ", with: "Cites: ")
  }

  /// As a row of `Explanations.csv`.
  var row: [String] {
    [kind.rawValue, id, claim, meaning.joined(separator: "\n\n")] + Explanation.partNames.map { parts[$0] ?? "" }
  }

  // MARK: All of them

  /// Readings, checks and treatments, each in the order of its list. Where reading a file and a check give findings of one id, the check's
  /// own file explains it.
  static func all() throws -> [RuleComment] {
    let checks = try listed("Check", list: "AllChecks", kind: .check)
    let readings = try readings().filter { reading in !checks.contains { $0.id == reading.id } }
    return try readings + checks + listed("Treat", list: "AllTreatments", kind: .treatment)
  }

  private static func source(_ path: String) throws -> [String] {
    let file = GoldenCase.repository.appendingPathComponent("Sources/Statements/" + path)
    return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  /// The rules of a folder: a line `Name.self,` of the list is the file `Name.swift`.
  private static func listed(_ folder: String, list: String, kind: Explanation.Kind) throws -> [RuleComment] {
    try source("\(folder)/\(list).swift").compactMap { line in
      guard let name = line.firstMatch(of: #/^\s+(\w+)\.self,?$/#)?.output.1 else { return nil }
      let lines = try source("\(folder)/\(name).swift")
      guard let start = lines.firstIndex(where: { $0.contains("enum \(name):") || $0.contains("struct \(name):") }),
        let id = lines.compactMap({ $0.firstMatch(of: #/static let id = "([^"]+)"/#)?.output.1 }).first
      else { return nil }
      return RuleComment(kind: kind, id: String(id), lines: comment(before: start, in: lines))
    }
  }

  private static func readings() throws -> [RuleComment] {
    let lines = try source("Vocabulary/ReadingCheck.swift")
    return lines.indices.compactMap { index in
      guard let found = lines[index].firstMatch(of: #/^  case (\w+)(?: = "([^"]+)")?$/#) else { return nil }
      return RuleComment(kind: .reading, id: String(found.output.2 ?? found.output.1), lines: comment(before: index, in: lines))
    }
  }

  /// The doc comment that ends on the line before `index`.
  private static func comment(before index: Int, in lines: [String]) -> [String] {
    let doc = lines[..<index].reversed().prefix { $0.trimmingCharacters(in: .whitespaces).hasPrefix("///") }
    return doc.reversed().map { line in
      let words = line.trimmingCharacters(in: .whitespaces).dropFirst(3)
      return String(words.hasPrefix(" ") ? words.dropFirst() : words)
    }
  }
}
