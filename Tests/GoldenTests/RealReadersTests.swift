import DelimitedText
import Foundation
import FoundationXML
import Statements
import Testing

/// Programs that others wrote read what we write: hledger the journals, cmark-gfm the pages.
@Suite struct RealReadersTests {
  @Test(arguments: GoldenCase.all) func hledgerFindsEveryJournalBalanced(_ golden: GoldenCase) throws {
    let outcome = try golden.run()
    for group in outcome.groups {
      let journal = try #require(outcome.files.first { $0.path == "\(group.accounts.name)/data/journal.journal" })
      let check = try RealProgram.run("hledger", ["-f", "-", "check"], input: journal.bytes)
      #expect(check.status == 0, "\(golden.name): \(check.output)")
      let balances = try RealProgram.run(
        "hledger", ["-f", "-", "balance", "--flat", "--no-total", "--output-format", "csv"], input: journal.bytes)
      #expect(balances.status == 0, "\(balances.output)")
      // hledger's own sums of the equity accounts are those of equity-transactions.csv.
      let booked = group.accounts.transactions.filter { $0.event.status == .completed && $0.treatment == .equityTransaction }
      let owners = booked.compactMap(\.ownersAdjustment).reduce(Amount.zero, +)
      let lost = group.accounts.transactions.filter { $0.event.status == .completed && $0.treatment == .lossOfControl }
      let recycled = lost.flatMap(\.recycled).reduce(Amount.zero) { $0 + $1.amount }
      let printed = try balances.output.split(separator: "\n").filter { $0.contains("Attributable to owners") }.map { line in
        try #require(Amount(line.filter { "0123456789.-".contains($0) }))
      }
      #expect(printed.reduce(Amount.zero, +) == recycled - owners, "\(golden.name)")
      let profit = try balances.output.split(separator: "\n").filter { $0.contains("Income:") }.map { line in
        try #require(Amount(line.filter { "0123456789.-".contains($0) }))
      }
      #expect(profit.reduce(Amount.zero, +) == -lost.compactMap(\.gainOrLoss).reduce(Amount.zero, +), "\(golden.name)")
    }
  }

  @Test(arguments: GoldenCase.all) func everyPageRendersWithItsTablesAndLinks(_ golden: GoldenCase) throws {
    let files = try golden.run().files
    let paths = Set(files.map(\.path))
    for file in files where file.path.hasSuffix(".md") {
      let page = try RealProgram.run("cmark-gfm", ["--extension", "table", "--extension", "autolink", "--unsafe"], input: file.bytes)
      #expect(page.status == 0)
      let source = String(decoding: file.bytes, as: UTF8.self)
      // Every table of the source is a table of the page: its rule line is there once for each.
      let tables = source.split(separator: "\n").filter { $0.hasPrefix("|-") }.count
      #expect(page.output.components(separatedBy: "<table>").count - 1 == tables, "\(file.path)")
      for link in page.output.components(separatedBy: "href=\"").dropFirst() {
        let target = String(link.prefix { $0 != "\"" })
        #expect(!target.contains("://") && !target.hasPrefix("mailto:"), "\(file.path) links to \(target)")
        // A heading of the page itself: ChecksPageTests knows which there are.
        if target.hasPrefix("#") { continue }
        let parts = (target.removingPercentEncoding ?? target).split(separator: "#", maxSplits: 1).map(String.init)
        let base = URL(fileURLWithPath: "/" + file.path).deletingLastPathComponent()
        let resolved = String(URL(fileURLWithPath: parts[0], relativeTo: base).standardizedFileURL.path.dropFirst())
        #expect(paths.contains(resolved), "\(file.path) links to \(target)")
        if parts.count > 1, let page = files.first(where: { $0.path == resolved }) {
          #expect(Self.anchors(page).contains(parts[1]), "\(file.path) links to \(target), a heading that \(resolved) does not have")
        }
      }
      for image in page.output.components(separatedBy: "<img src=\"").dropFirst() {
        let target = String(image.prefix { $0 != "\"" })
        let base = URL(fileURLWithPath: "/" + file.path).deletingLastPathComponent()
        let resolved = URL(fileURLWithPath: target, relativeTo: base).standardizedFileURL.path
        #expect(target.hasSuffix(".svg") && paths.contains(String(resolved.dropFirst())), "\(file.path) shows \(target)")
      }
      let foreign = Self.tags(in: page.output).subtracting(Self.ownTags)
      #expect(foreign == [], "\(file.path): tags that no page of ours has")
    }
  }

  /// The tags that our pages come to; whatever else is there came out of a cell.
  private static let ownTags: Set<String> = [
    "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "th align=\"right\"", "td", "td align=\"right\"", "ul", "li", "a", "img",
    "code", "strong", "em", "blockquote", "pre", "pre lang", "code class=\"language-text\"",
  ]

  /// The tags of a rendered page with their attributes; of links, pictures and closing tags the name alone. The empty comments that keep
  /// addresses from becoming links, and the mark of the program, are its own.
  private static func tags(in html: String) -> Set<String> {
    let text = html.replacingOccurrences(of: "<!-- -->", with: "").replacingOccurrences(of: ReportFile.mark, with: "")
    return Set(
      text.components(separatedBy: "<").dropFirst().map { rest in
        let tag = rest.prefix { $0 != ">" }.drop { $0 == "/" }
        let name = String(tag.prefix { $0.isLetter || $0.isNumber })
        if name == "a", tag.hasPrefix("a href=\"") || tag == "a" { return name }
        if name == "img", tag.hasPrefix("img src=\"") { return name }
        return tag.hasSuffix(" /") ? String(tag.dropLast(2)) : String(tag)
      })
  }

  @Test(arguments: GoldenCase.all) func everyPictureIsXMLWithATitleAndWithoutScripts(_ golden: GoldenCase) throws {
    for file in try golden.run().files where file.path.hasSuffix(".svg") {
      let document = try XMLDocument(data: Data(file.bytes))
      let root = try #require(document.rootElement())
      #expect(root.name == "svg" && String(decoding: file.bytes, as: UTF8.self).contains(" role=\"img\" "), "\(file.path)")
      #expect(root.elements(forName: "title").count == 1 && root.elements(forName: "desc").count == 1, "\(file.path)")
      let scripts = try root.nodes(
        forXPath: "//*[local-name()='script' or local-name()='a' or local-name()='image' or local-name()='foreignObject']")
      #expect(scripts.isEmpty, "\(file.path)")
    }
  }

  @Test(arguments: GoldenCase.all) func noCellOfADataFileIsAFormula(_ golden: GoldenCase) throws {
    for file in try golden.run().files where file.path.hasSuffix(".csv") && !file.path.hasSuffix("facts.csv") {
      let table = try DelimitedReader.read(file.bytes)
      for record in 0..<table.recordCount {
        for field in 0..<table[record].fieldCount {
          let text = table[record].text(field)
          let acts = text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
          #expect(!acts || text.dropFirst().allSatisfy { "0123456789.,% ".contains($0) }, "\(file.path): \(text)")
        }
      }
    }
  }
}

extension RealReadersTests {
  /// The anchors of a page's headings, as GitHub makes them: small letters, hyphens for blanks, no other punctuation.
  fileprivate static func anchors(_ page: ReportFile) -> Set<String> {
    let headings = String(decoding: page.bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("#") }
    var counts: [String: Int] = [:]
    return Set(
      headings.map { heading in
        var words = heading.drop { $0 == "#" || $0 == " " }.lowercased()
        for mark in ["<!-- -->", "\\", "&amp;", "&lt;", "&gt;"] { words = words.replacing(mark, with: "") }
        let anchor = words.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.replacing(" ", with: "-")
        let count = counts[anchor, default: 0]
        counts[anchor] = count + 1
        return count == 0 ? anchor : "\(anchor)-\(count)"
      })
  }
}

/// A program of the machine, run with bytes on its standard input.
enum RealProgram {
  static func run(_ name: String, _ arguments: [String], input: [UInt8]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.environment = ["PATH": "/usr/bin:/bin:/usr/local/bin", "LC_ALL": "C.UTF-8"]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stdout
    try process.run()
    // Our inputs are far smaller than a pipe holds, or are read as they come.
    try stdin.fileHandleForWriting.write(contentsOf: Data(input))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

extension Amount {
  /// An amount that a program printed: `-1234.56`; nil where it is none.
  fileprivate init?(_ digits: String) {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let coefficient = Int128(parts.joined()) else { return nil }
    self.init(coefficient: coefficient, exponent: parts.count == 2 ? -parts[1].count : 0)
  }
}
