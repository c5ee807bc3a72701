import Foundation
import Testing

/// Every relative link in every Markdown file of the repository leads somewhere.
@Suite struct MarkdownLinkTests {
  /// The targets of a page's links, with their lines; what stands in a fence or in code type is no link.
  static func targets(in page: SourceText) -> [(target: String, lineNumber: Int)] {
    var found: [(target: String, lineNumber: Int)] = []
    var fence: String?
    for (index, line) in page.lines.enumerated() {
      let trimmed = line.drop { $0 == " " }
      if let open = fence {
        if trimmed.hasPrefix(open), trimmed.allSatisfy({ $0 == open.first || $0 == " " }) { fence = nil }
        continue
      }
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        let mark = trimmed.first ?? "`"
        fence = String(trimmed.prefix { $0 == mark })
        continue
      }
      found += targets(inLine: withoutCode(line)).map { ($0, index + 1) }
    }
    return found
  }

  /// A line without its code spans.
  private static func withoutCode(_ line: Substring) -> String {
    var kept = ""
    var rest = line
    while let open = rest.firstIndex(of: "`") {
      let ticks = rest[open...].prefix { $0 == "`" }
      kept += rest[..<open]
      let body = rest[ticks.endIndex...]
      if let close = body.firstRange(of: String(ticks)) {
        rest = body[close.upperBound...]
      } else {
        kept += ticks
        rest = body
      }
    }
    return kept + rest
  }

  /// `](target)` and `[name]: target`.
  private static func targets(inLine line: String) -> [String] {
    var found: [String] = []
    var rest = line[...]
    while let open = rest.firstRange(of: "](") {
      rest = rest[open.upperBound...]
      if rest.first == "<", let close = rest.firstIndex(of: ">") {
        found.append(String(rest[rest.index(after: rest.startIndex)..<close]))
      } else if let close = rest.firstIndex(where: { $0 == ")" || $0 == " " }) {
        found.append(String(rest[..<close]))
      }
    }
    if line.first == "[", let colon = line.firstRange(of: "]: ") {
      found.append(String(line[colon.upperBound...].prefix { $0 != " " }))
    }
    return found
  }

  /// The path from the root that a relative link of a page means; nil for an address elsewhere and for a heading of the page itself.
  static func path(of target: String, on page: String) -> String? {
    let path = target.prefix { $0 != "#" && $0 != "?" }
    if path.isEmpty || path.hasPrefix("/") { return path.isEmpty ? nil : String(path) }
    let scheme = path.prefix { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == "." }
    if path[scheme.endIndex...].first == ":" { return nil }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in (String(path).removingPercentEncoding ?? String(path)).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if folders.isEmpty { folders.append("..") } else { folders.removeLast() }
      default: folders.append(String(part))
      }
    }
    return folders.joined(separator: "/")
  }

  /// `path:line: target` of each relative link that leads nowhere.
  static func violations(_ pages: [SourceText], exists: (String) -> Bool) -> [String] {
    pages.flatMap { page in
      targets(in: page).compactMap { target, lineNumber in
        guard let path = path(of: target, on: page.path), !exists(path) else { return nil }
        return "\(page.path):\(lineNumber): \(target)"
      }
    }
  }

  // MARK: Headings

  /// The anchors of a page's headings, as GitHub makes them: small letters, digits, hyphens and underscores, blanks as hyphens; one that
  /// stands again is numbered.
  static func anchors(of page: SourceText) -> Set<String> {
    var anchors: Set<String> = []
    var counts: [String: Int] = [:]
    var isInFence = false
    for line in page.lines {
      if line.hasPrefix("```") { isInFence.toggle() }
      let marks = line.prefix { $0 == "#" }
      guard !isInFence, (1...6).contains(marks.count), line[marks.endIndex...].first == " " else { continue }
      let heading = line[marks.endIndex...].dropFirst().lowercased().replacing(#/<!--.*?-->|&[a-z]+;/#, with: "")
      var anchor = ""
      for scalar in heading.unicodeScalars {
        if scalar == " " || scalar == "-" {
          anchor += "-"
        } else if scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          anchor.unicodeScalars.append(scalar)
        }
      }
      let count = counts[anchor, default: 0]
      counts[anchor] = count + 1
      anchors.insert(count == 0 ? anchor : "\(anchor)-\(count)")
    }
    return anchors
  }

  /// `path:line: target` of each link to a heading that its page does not have.
  static func brokenAnchors(_ pages: [SourceText]) -> [String] {
    let anchors = Dictionary(pages.map { ($0.path, Self.anchors(of: $0)) }, uniquingKeysWith: { first, _ in first })
    return pages.flatMap { page in
      targets(in: page).compactMap { target, lineNumber in
        guard let hash = target.firstIndex(of: "#") else { return nil }
        let path = hash == target.startIndex ? page.path : path(of: target, on: page.path)
        let anchor = String(target[target.index(after: hash)...])
        guard let path, let known = anchors[path], !known.contains(anchor.removingPercentEncoding ?? anchor) else { return nil }
        return "\(page.path):\(lineNumber): \(target)"
      }
    }
  }

  @Test func everyLinkToAHeadingFindsIt() {
    #expect(Self.brokenAnchors(SourceText.all(below: "", endings: [".md"])) == [])
    let page = SourceText(
      path: "docs/a.md", text: "# What `goes` in, 1\n\n## Same\n\n## Same\n\n[a](#what-goes-in-1) [b](#same-1) [c](#same-2) [d](b.md#x_y)\n"
    )
    let other = SourceText(
      path: "docs/b.md", text: "## x\\_y\n[a](a.md#what) [a](../docs/a.md#same)\n```\n# no heading\n```\n[a](#no-heading)\n")
    #expect(Self.brokenAnchors([page, other]) == ["docs/a.md:7: #same-2", "docs/b.md:2: a.md#what", "docs/b.md:6: #no-heading"])
  }

  @Test func everyRelativeLinkLeadsSomewhere() {
    let pages = SourceText.all(below: "", endings: [".md"])
    #expect(pages.contains { $0.path == "Inputs/kingsoft-cloud/README.md" }, "the pages were found")
    let broken = Self.violations(pages) { FileManager.default.fileExists(atPath: SourceText.root.appendingPathComponent($0).path) }
    #expect(broken == [])
  }

  @Test(arguments: [
    ("[a](b.md)", ["docs/page.md:1: b.md"]), ("[a](here.md)", []), ("[a](../README.md#top)", []), ("[a](#top)", []),
    ("[a](https://x.example/b.md)", []), ("[a](mailto:a@x.example)", []),
    ("![p](pictures/none.svg)", ["docs/page.md:1: pictures/none.svg"]),
    ("`[a](b.md)`", []), ("```\n[a](b.md)\n```\n[a](c.md)", ["docs/page.md:4: c.md"]), ("[a]: b.md", ["docs/page.md:1: b.md"]),
    ("[a](two%20words.md) [b](<two words.md>)", []), ("[a](b.md \"title\")", ["docs/page.md:1: b.md"]),
    ("| [a](here.md) | [b](gone.md) |", ["docs/page.md:1: gone.md"]), ("[a](../../outside.md)", ["docs/page.md:1: ../../outside.md"]),
    ("[a](/here.md)", ["docs/page.md:1: /here.md"]),
  ])
  func aPlantedLinkToNothingIsFound(text: String, broken: [String]) {
    let there: Set<String> = ["docs/here.md", "README.md", "docs/two words.md"]
    let page = SourceText(path: "docs/page.md", text: text)
    #expect(Self.violations([page], exists: there.contains) == broken)
  }
}
