import Testing

/// What the reports' words mean stands in `docs`: fixed headings of pages, abbreviations, and the glossary's own terms.
@Suite struct GlossaryPageTests {
  /// The templates of sentences and captions: the first column of a table of wordings.
  private static let templates: [String] = {
    let table = SourceText.all(below: "Sources/CTables", endings: ["Wording.zh-Hant.csv"]).first
    return table?.lines.dropFirst().map(firstField) ?? []
  }()

  private static let pages = SourceText.all(below: "docs", endings: ["GLOSSARY.md", "REPORTS.md"])

  /// The first field of a line of CSV.
  private static func firstField(_ line: Substring) -> String {
    guard line.first == "\"" else { return String(line.prefix { $0 != "," }) }
    var field = ""
    var rest = line.dropFirst()
    while let quote = rest.firstIndex(of: "\"") {
      field += rest[..<quote]
      rest = rest[rest.index(after: quote)...]
      guard rest.first == "\"" else { break }
      field += "\""
      rest = rest.dropFirst()
    }
    return field
  }

  /// The terms that a glossary explains: the first column of its tables, parted at commas.
  static func terms(_ page: SourceText) -> [String] {
    page.lines.filter { $0.hasPrefix("| ") && !$0.hasPrefix("| word |") }.flatMap { line in
      line.dropFirst(2).prefix { $0 != "|" }.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    }
  }

  // MARK: Headings

  /// The headings of reports that no page of `docs` has; one with a name or a date in it is no template, and needs no explanation.
  static func unexplainedHeadings(_ reports: [SourceText], templates: Set<String>, docs: [SourceText]) -> [String] {
    let explained = docs.map { $0.text.lowercased().split { $0.isWhitespace }.joined(separator: " ") }
    var found: Set<String> = []
    for report in reports {
      for line in report.lines where line.hasPrefix("## ") || line.hasPrefix("### ") {
        let heading = String(line.drop { $0 == "#" }.dropFirst())
        if templates.contains(heading), !explained.contains(where: { $0.contains(heading.lowercased()) }) { found.insert(heading) }
      }
    }
    return found.sorted()
  }

  @Test func everyFixedHeadingOfAReportIsExplained() {
    let reports = SourceText.all(below: "Reports", endings: [".md"]) + SourceText.all(below: "Tests/GoldenTests/Cases", endings: [".md"])
    #expect(reports.count > 100 && Self.templates.count > 1000, "the reports and the templates were found")
    #expect(Self.unexplainedHeadings(reports, templates: Set(Self.templates), docs: Self.pages) == [])
  }

  // MARK: Abbreviations

  /// Currencies, formats of files and names of files, which are no words of accounting.
  private static let names: Set<String> = [
    "AUD", "CNY", "EUR", "HK", "HKD", "JPY", "MOP", "RMB", "SGD", "TWD", "USD", "CSV", "JPEG", "OLE", "PDF", "PNG", "RAR", "XML", "ZIP",
    "README", "NAME",
  ]

  /// The abbreviations of templates, words of capital letters alone, that a glossary does not have.
  static func unexplainedAbbreviations(_ templates: [String], terms: [String]) -> [String] {
    let words = templates.flatMap { $0.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) } }
    let abbreviations = Set(words.filter { $0.count > 1 && $0.allSatisfy(\.isUppercase) }.map(String.init))
    return abbreviations.subtracting(names).subtracting(terms).sorted()
  }

  @Test func everyAbbreviationIsExplained() throws {
    let glossary = try #require(Self.pages.first { $0.name == "GLOSSARY" })
    #expect(Self.unexplainedAbbreviations(Self.templates, terms: Self.terms(glossary)) == [])
  }

  // MARK: Terms

  /// The terms of a glossary that no template has, and those that are there twice.
  static func idleTerms(_ terms: [String], templates: [String]) -> [String] {
    let text = templates.joined(separator: "\n").lowercased()
    return terms.filter { !text.contains($0.lowercased()) } + Dictionary(grouping: terms) { $0 }.filter { $1.count > 1 }.keys.sorted()
  }

  @Test func everyTermOfTheGlossaryIsAWordOfTheReports() throws {
    let glossary = try #require(Self.pages.first { $0.name == "GLOSSARY" })
    let terms = Self.terms(glossary)
    #expect(terms.count > 50)
    #expect(Self.idleTerms(terms, templates: Self.templates) == [])
  }

  @Test func plantedGapsAreFound() {
    let glossary = SourceText(
      path: "docs/GLOSSARY.md", text: "| word | means |\n|---|---|\n| NCI, stretch | a part |\nHow it was\nworked out.\n")
    let page = SourceText(path: "Reports/a.md", text: "## How it was worked out\n\n## The unheard of\n\n## Of Pier\n")
    #expect(Self.terms(glossary) == ["NCI", "stretch"])
    let templates: Set = ["How it was worked out", "The unheard of"]
    #expect(Self.unexplainedHeadings([page], templates: templates, docs: [glossary]) == ["The unheard of"])
    #expect(Self.unexplainedAbbreviations(["NCI and EBITDA in HKD'000"], terms: ["NCI"]) == ["EBITDA"])
    #expect(Self.idleTerms(["NCI", "tranche"], templates: ["of NCI"]) == ["tranche"])
    #expect(Self.firstField("\"a \"\"b\"\", c\",d") == "a \"b\", c" && Self.firstField("a,b") == "a")
  }
}
