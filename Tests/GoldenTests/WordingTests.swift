import DelimitedText
import Foundation
import Statements
import Synchronization
import Testing

/// Each sentence that can reach a page has its wording in every other language, and no table has one that no sentence needs.
///
/// The sentences are found in the sources, as the string literals of the stages, each interpolation a hole. Literals that are no words of
/// a page, such as the words by which a heading is recognised, stand in `NotWords.txt`.
@Suite struct WordingTests {
  static let languages = ["zh-Hans", "zh-Hant"]

  /// Files whose literals are what is looked for in inputs, names of data, the strokes of a drawing, or English by design, as what
  /// `tieout trace` prints is.
  private static let filesWithoutWords: Set<String> = [
    "HeadingWords", "ColumnHeadings", "Column", "Preamble", "PreambleKeys", "LedgerAccounts", "PublishedCurrencies", "EmbeddedTable",
    "Folding", "Currency", "RegisterForm",
    "Label", "LineItem", "Standard", "Citation", "DataFiles", "Glossary", "DialectLines", "Journal", "Slug", "Explanation", "Language",
    "LabelKeys", "Ratio", "Wording", "ChineseFigures", "Interval",
    "FigureTrace", "DerivedFigureTrace", "MovementTrace", "TransactionTrace", "FurtherTrace", "EquityTrace",
    "ScheduleTrace", "SizeTestTrace", "TraceSearch", "PeriodWish", "Drawing", "GlyphWidth",
  ]

  private static func hasWords(_ name: String) -> Bool {
    !filesWithoutWords.contains(name) && !name.hasPrefix("PeriodReader") && !name.hasPrefix("UnitReader")
  }

  /// The templates of the sources that have words, each with its first place.
  static let templates = literals.filter { $0.value.isOfPages }.mapValues(\.place)

  /// All string literals of the sources, each with its first place, and whether it must have its wording.
  static let literals: [String: (place: String, isOfPages: Bool)] = {
    var found: [String: (place: String, isOfPages: Bool)] = [:]
    let root = GoldenCase.repository.appendingPathComponent("Sources")
    for target in ["Statements", "DelimitedText"] {
      let folder = root.appendingPathComponent(target)
      let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".swift") }.sorted()
      for path in paths {
        let name = String((path.split(separator: "/").last ?? "").dropLast(6))
        guard hasWords(name), let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) else { continue }
        for literal in SwiftLiterals.all(in: text) {
          let known = found[literal.template]
          let place = known?.place ?? "Sources/\(target)/\(path):\(literal.lineNumber)"
          found[literal.template] = (place, known?.isOfPages == true || isOfPages(literal, path))
        }
      }
    }
    return found
  }()

  /// Whether a literal has words between its holes, and is no programmer's message; one word alone is looked at in pages and workings.
  private static func isOfPages(_ literal: SwiftLiterals.Literal, _ path: String) -> Bool {
    let words = literal.template.replacing(#/\{\d+\}/#, with: "").trimmingCharacters(in: .whitespacesAndNewlines)
    let isOneWord = !words.contains(" ") && !literal.template.contains("{0}")
    let mayBeOneWord = path.hasPrefix("Report/") || path.hasPrefix("Treat/")
    guard words.contains(where: { $0.isASCII && $0.isLetter }), !isOneWord || mayBeOneWord else { return false }
    if literal.before.contains(#/(precondition|preconditionFailure|fatalError)\([^"]*$/#) { return false }
    return words.wholeMatch(of: #/(IAS|IFRS|HKAS|HKFRS) [0-9A-Za-z.,()\- ]*/#) == nil
  }

  private static func table(_ language: String) throws -> [(template: String, wording: String)] {
    let file = GoldenCase.repository.appendingPathComponent("Sources/CTables/Wording.\(language).csv")
    let table = try DelimitedReader.read(Array(Data(contentsOf: file)))
    return (1..<table.recordCount).map { index in (table[index].text(0), table[index].text(1)) }
  }

  private static let notWords: Set<String> = {
    let file = GoldenCase.repository.appendingPathComponent("Tests/GoldenTests/NotWords.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return Set(text.split(separator: "\n").map { String($0).replacing("\\n", with: "\n") })
  }()

  /// English captions, and what they become for losses: the tables may word them otherwise than `LineItems.csv` does.
  private static let captions: Set<String> = {
    let english = LineItemCatalogue.shipped().all.map(\.english)
    let variants = [("Profit", ["Loss", "Profit/(loss)"]), ("Net assets", ["Net liabilities", "Net assets/(liabilities)"])]
    return Set(english).union(
      english.flatMap { caption in
        variants.filter { caption.hasPrefix($0.0) }.flatMap { positive, others in others.map { $0 + caption.dropFirst(positive.count) } }
      })
  }()

  @Test(arguments: languages) func everySentenceHasItsWording(_ language: String) throws {
    #expect(Self.templates.count > 1000)
    let worded = Set(try Self.table(language).map(\.template))
    let lacking = Self.templates.filter { !worded.contains($0.key) && !Self.notWords.contains($0.key) && !Self.captions.contains($0.key) }
    let lines = lacking.map { "\($0.value): \($0.key)" }.sorted()
    #expect(lines == [], "add a row to Wording.\(language).csv; what is no word of a page goes to Tests/GoldenTests/NotWords.txt")
  }

  @Test(arguments: languages) func everyCaptionOfALossHasItsWording(_ language: String) throws {
    let worded = Set(try Self.table(language).map(\.template))
    let plain = Set(LineItemCatalogue.shipped().all.filter { $0.sign == .natural }.map(\.english))
    let variants = Self.captions.subtracting(LineItemCatalogue.shipped().all.map(\.english))
    #expect(!plain.isEmpty && variants.subtracting(worded).sorted() == [])
  }

  @Test(arguments: languages) func everyClaimHasItsWording(_ language: String) throws {
    let worded = Set(try Self.table(language).map(\.template))
    #expect(Explanation.all.map(\.claim).filter { !worded.contains($0) } == [])
  }

  @Test(arguments: languages) func noWordingIsStale(_ language: String) throws {
    let claims = Set(Explanation.all.map(\.claim))
    let stale = try Self.table(language).map(\.template).filter { template in
      Self.literals[template] == nil && !claims.contains(template) && !Self.captions.contains(template) && !Self.single.contains(template)
    }
    #expect(stale == [])
  }

  /// Words of one word that pages show from values: forms, measures, kinds, bases.
  private static let single: Set<String> = {
    let forms = [
      "long", "trial balance", "holdings", "equity events", "rates", "entities", "accounts", "size tests", "acceptances", "settings",
    ]
    let kinds = RateKind.allCases.map(\.rawValue) + EquityEvent.Kind.allCases.map(\.rawValue) + Holding.Kind.allCases.map(\.rawValue)
    let roles = EntityRole.allCases.map(\.rawValue) + NCIPolicy.allCases.map(\.rawValue) + EquityEvent.Status.allCases.map(\.rawValue)
    let dialect = ["comma", "semicolon", "tab", "pipe", "double", "single", "even", "odd"]
    return Set(
      forms + kinds + roles + dialect + SizeTest.Measure.allCases.map(\.rawValue) + [
        "units", "PRC GAAP", "consolidated", "combined", "separate",
      ])
  }()

  @Test(arguments: languages) func theHolesAgree(_ language: String) throws {
    func holes(_ text: String) -> Set<String> { Set(text.matches(of: #/\{\d+\}/#).map { String($0.output) }) }
    let wrong = try Self.table(language).filter { holes($0.template) != holes($0.wording) }.map(\.template)
    #expect(wrong == [])
  }

  @Test func theTablesHaveTheSameTemplatesInOrder() throws {
    let (simplified, traditional) = (try Self.table("zh-Hans").map(\.template), try Self.table("zh-Hant").map(\.template))
    #expect(simplified == traditional)
    #expect(Set(simplified).count == simplified.count, "a template stands once")
  }

  @Test(arguments: GoldenCase.all) func noPageHasASentenceWithoutWording(_ golden: GoldenCase) throws {
    let lacking = Mutex<Set<String>>([])
    for language in [Language.simplifiedChinese, .traditionalChinese] {
      _ = try golden.run(ReportLanguages(language)) { language, template in
        lacking.withLock { _ = $0.insert("\(language.rawValue): \(template)") }
      }
    }
    #expect(lacking.withLock { $0.sorted() } == [])
  }

  @Test(arguments: GalleryCase.all) func noFindingHasASentenceWithoutWording(_ gallery: GalleryCase) throws {
    let lacking = Mutex<Set<String>>([])
    for side in GalleryCase.Side.allCases {
      guard try !gallery.files(side).isEmpty else { continue }
      _ = try gallery.run(side, ReportLanguages(.traditionalChinese)) { _, template in lacking.withLock { _ = $0.insert(template) } }
    }
    #expect(lacking.withLock { $0.sorted() } == [])
  }
}
