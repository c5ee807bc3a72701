import Testing

@testable import Statements

/// A change in the file of one entity alters the page and the pictures of that entity, and no others; so that one new file rewrites one
/// page of a thousand.
@Suite struct PagesApartTests {
  // MARK: Statements

  private static let halfYears = 6
  private static let changed = 7

  private static func name(_ number: Int) -> String { "Subsidiary \(number < 10 ? "0" : "")\(number) Limited" }

  private static func slug(_ number: Int) -> String { "subsidiary-\(number < 10 ? "0" : "")\(number)-limited" }

  /// A number below `span` that looks like chance and is none.
  private static func spread(_ number: Int, _ period: Int, _ line: Int, _ span: Int) -> Int {
    (number * 7_919 + period * 104_729 + line * 1_299_709 + 12_345) * 2_654_435_761 % 4_294_967_296 % span
  }

  /// A statement whose sums hold and whose results do not explain its net assets, so that every entity has findings.
  private static func statement(_ number: Int) -> String {
    var rows: [String: [Int]] = [:]
    for period in 0..<halfYears {
      func set(_ label: String, _ value: Int) { rows[label, default: []].append(value) }
      let half = period % 2 + 1
      set("Revenue", (900_000 + spread(number, period, 1, 90_000)) * half)
      set("Other income", (60_000 + spread(number, period, 2, 9_000)) * half)
      set("Administrative expenses", -(80_000 + spread(number, period, 3, 9_000)) * half)
      set("Profit before tax", ["Revenue", "Other income", "Administrative expenses"].reduce(0) { $0 + (rows[$1]?.last ?? 0) })
      set("Income tax", -(rows["Profit before tax"]?.last ?? 0) / 6)
      set("Profit for the period", (rows["Profit before tax"]?.last ?? 0) + (rows["Income tax"]?.last ?? 0))
      set("Inventories", 400_000 + spread(number, period, 4, 100_000))
      set("Cash and cash equivalents", 900_000 + spread(number, period, 5, 300_000))
      set("Total assets", (rows["Inventories"]?.last ?? 0) + (rows["Cash and cash equivalents"]?.last ?? 0))
      set("Total liabilities", 300_000 + spread(number, period, 6, 40_000))
      set("Net assets", (rows["Total assets"]?.last ?? 0) - (rows["Total liabilities"]?.last ?? 0))
      set("Memorandum item", 10_000 + spread(number, period, 7, 9_000))
    }
    let labels = [
      "Revenue", "Other income", "Administrative expenses", "Profit before tax", "Income tax", "Profit for the period", "Inventories",
      "Cash and cash equivalents", "Total assets", "Total liabilities", "Net assets", "Memorandum item",
    ]
    let heads = (0..<halfYears).map { $0 % 2 == 0 ? "30 June \(2021 + $0 / 2)" : "31 December \(2021 + $0 / 2)" }
    let lines = labels.map { label in ([label] + (rows[label] ?? []).map(String.init)).joined(separator: ",") }
    return ([name(number), (["RMB'000"] + heads).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static func file(_ number: Int) -> String { "statement-\(number < 10 ? "0" : "")\(number).csv" }

  /// Twelve entities of which nothing but their statements is known.
  private static let plain = Dictionary(uniqueKeysWithValues: (1...12).map { (file($0), statement($0)) })

  /// The same as subsidiaries of a parent with statements of its own, in part held by others, with an issue and rates on file.
  private static let withRegisters: [String: String] = {
    let subsidiaries = (1...12).map(name)
    var files = plain
    files["parent.csv"] = statement(0).replacing(name(0), with: "Harbour Holdings")
    files["entities.csv"] =
      "entity,role,functional currency\nHarbour Holdings,parent,CNY\nOthers,outside,\n"
      + subsidiaries.map { "\($0),subsidiary,CNY\n" }.joined()
    files["holdings.csv"] =
      "date,entity,holder,shares\n"
      + subsidiaries.map { "2021-01-01,\($0),Harbour Holdings,800\n2021-01-01,\($0),Others,200\n" }.joined()
    files["events.csv"] =
      "event,date,status,entity,kind,to,shares,price,consideration,currency\n"
      + "Issue to others,2022-06-30,completed,\(name(3)),issue,Others,100,50,5000,CNY\n"
    files["rates.csv"] = "date,base,quote,rate,kind\n2022-12-31,HKD,CNY,0.89,closing\n2023-12-31,HKD,CNY,0.91,closing\n"
    return files
  }()

  // MARK: Changes

  /// A change of one statement.
  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let apply: @Sendable (String) -> String

    /// The lines of a statement, each changed.
    static func lines(_ name: String, _ apply: @escaping @Sendable (Int, [String]) -> [String]?) -> Change {
      Change(testDescription: name) { text in
        text.split(separator: "\n").enumerated().compactMap { number, line in
          apply(number, line.split(separator: ",").map(String.init))?.joined(separator: ",")
        }.joined(separator: "\n") + "\n"
      }
    }

    /// Another text in the first column of figures of a line.
    static func cell(_ name: String, _ label: String, _ apply: @escaping @Sendable (String) -> String) -> Change {
      lines(name) { _, cells in cells[0] == label ? [label, apply(cells[1])] + cells.dropFirst(2) : cells }
    }
  }

  private static let changes: [Change] = [
    .cell("a figure that no sum has", "Memorandum item") { $0 + "1" },
    .cell("a figure with a finding of its own", "Total assets") { "1" + $0 },
    .cell("a figure a thousand times too large", "Inventories") { $0 + "000" },
    .cell("a figure with decimals", "Cash and cash equivalents") { $0 + ".25" },
    .cell("a figure of the other sign", "Inventories") { "-" + $0 },
    .cell("a cell that is no amount", "Inventories") { _ in "n.k." },
    .lines("a known line under other words") { _, cells in cells[0] == "Other income" ? ["Other income (rents)"] + cells.dropFirst() : cells
    },
    .lines("a line of unknown words") { _, cells in cells[0] == "Other income" ? ["Wobbling of quays"] + cells.dropFirst() : cells },
    .lines("a line less") { _, cells in cells[0] == "Income tax" ? nil : cells },
    .lines("a column more") { number, cells in number == 0 ? cells : cells + [number == 1 ? "30 June 2024" : cells[cells.count - 1]] },
    .lines("a column of a later year") { number, cells in
      number == 0 ? cells : cells + [number == 1 ? "31 December 2031" : cells[cells.count - 1]]
    },
    .lines("a column less") { number, cells in number == 0 ? cells : cells.dropLast() },
    .lines("another unit") { number, cells in number == 1 ? ["RMB million"] + cells.dropFirst() : cells },
    .lines("another currency") { number, cells in number == 1 ? ["HK$'000"] + cells.dropFirst() : cells },
    .lines("no currency") { number, cells in number == 1 ? ["'000"] + cells.dropFirst() : cells },
    .lines("another name") { number, cells in number == 0 ? ["Breakwater Limited"] : cells },
  ]

  // MARK: Pages

  private static func outcome(_ files: [String: String], threads: Int = 2) -> Pipeline.Outcome {
    let deliveries = files.sorted { $0.key < $1.key }.map { name, text in
      // Pages show the digests of their files: any that changes with the text will do.
      let digest = text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
      return Delivery(path: "group/\(name)", bytes: Array(text.utf8), digest: String(digest, radix: 16))
    }
    return Pipeline.run(["group": deliveries], Effort(threadCount: threads))
  }

  /// The pages of entities and their pictures, by path; those of events are of the group.
  private static func pages(_ files: [String: String]) -> [String: [UInt8]] {
    let shown = outcome(files).files.filter { file in
      file.path.hasPrefix("group/entities/") || (file.path.hasPrefix("group/pictures/") && !file.path.contains("/event-"))
    }
    return Dictionary(uniqueKeysWithValues: shown.map { ($0.path, $0.bytes) })
  }

  /// Whose pages and pictures differ, by the names of their pages.
  private static func owners(of differing: Set<String>) -> Set<String> {
    Set(
      differing.map { path in
        var name = path.split(separator: "/").last.map(String.init) ?? path
        for ending in ["-net-assets.svg", "-bridge.svg", ".svg", ".md"] where name.hasSuffix(ending) {
          name.removeLast(ending.count)
          break
        }
        return name
      })
  }

  private static func differing(_ before: [String: [UInt8]], _ after: [String: [UInt8]]) -> Set<String> {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }

  private static let plainPages = pages(plain)
  private static let pagesWithRegisters = pages(withRegisters)

  @Test(arguments: changes) func aChangeInOneFileAltersOnePage(_ change: Change) {
    var files = Self.plain
    let text = Self.statement(Self.changed)
    files[Self.file(Self.changed)] = change.apply(text)
    #expect(change.apply(text) != text)
    let owners = Self.owners(of: Self.differing(Self.plainPages, Self.pages(files))).subtracting(["breakwater-limited"])
    #expect(owners == [Self.slug(Self.changed)])
  }

  /// With a parent: its page, which has the group's figures, may differ too.
  @Test(arguments: changes.filter { $0.testDescription != "another name" }) func aChangeInOneSubsidiaryLeavesItsSisters(_ change: Change) {
    var files = Self.withRegisters
    files[Self.file(Self.changed)] = change.apply(Self.statement(Self.changed))
    let owners = Self.owners(of: Self.differing(Self.pagesWithRegisters, Self.pages(files))).subtracting(["harbour-holdings"])
    #expect(owners == [Self.slug(Self.changed)])
  }

  @Test(arguments: ["statement-00.csv", "statement-99.csv"]) func aFileOfANewEntityAddsItsPageAlone(_ file: String) {
    for (files, pages) in [(Self.plain, Self.plainPages), (Self.withRegisters, Self.pagesWithRegisters)] {
      var files = files
      files[file] = Self.statement(99).replacing("Memorandum item", with: "Wobbling of quays")
      let owners = Self.owners(of: Self.differing(pages, Self.pages(files))).subtracting(["harbour-holdings"])
      #expect(owners == [Self.slug(99)])
    }
  }

  /// Lines that no table knows have no caption, place or kind but those of their own files.
  @Test(arguments: [
    "2024-06-30,2024-12-31\nRipples held,3,4\nCalms held,5,6\nWobbles held,7,8\nRipples,1,2\nWobbles,3,4\nNet assets,9,9",
    "2024-06-30,2024-12-31\nWOBBLES-held,3,4\nRevenue,5,6\nWobbles (%),7,8\nNet assets,9,9",
    "2024-06-30,2024-12-31\nWobbles,3,4\nRipples,5,6\nNet assets,9,9",
    "Six months ended 30 June 2024\nWobbles held,3\nRipples held,4\nProfit after tax,9",
  ]) func linesThatNobodyKnowsAreOfTheirOwnFilesAlone(_ first: String) {
    let statement = { (name: String) in
      "\(name)\nUS$'000,2024-06-30,2024-12-31\nRevenue,100,250\nWobbles,3,7\nRipples,4,8\nProfit after tax,50,110\nTotal assets,500,700\n"
        + "Total liabilities,200,250\nNet assets,300,450\nWobbles held,3,7\nRipples held,4,8\nCalms held,5,9\n"
    }
    var files = [
      "entities.csv": "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,USD\nQuay,subsidiary,USD\n",
      "pier.csv": statement("Pier"), "quay.csv": statement("Quay"),
      "rates.csv": "date,base,quote,rate,kind\n2024-12-31,USD,HKD,7.8,closing\n",
    ]
    let before = Self.pages(files)
    files["a.csv"] = "Alpha\nUS$'000,\(first)\n"
    #expect(Self.owners(of: Self.differing(before, Self.pages(files))) == ["alpha"])
  }

  @Test func namesOfFindingsAreCountedForEachEntity() throws {
    let outcome = Self.outcome(Self.plain)
    for number in 1...12 {
      let page = try #require(outcome.files.first { $0.path == "group/entities/\(Self.slug(number)).md" })
      let text = String(decoding: page.bytes, as: UTF8.self)
      let names = text.split(separator: "\n").filter { $0.hasPrefix("| W") }.map { $0.dropFirst(2).prefix { $0 != " " } }
      #expect(!names.isEmpty && names.map(String.init) == names.indices.map { "W\($0 + 1)" })
      #expect(text.contains("How each came about: [checks](../checks.md#\(Self.slug(number)))."))
    }
  }

  @Test func threadsAlterNothing() {
    let files = [1, 2, 8].map { Self.outcome(Self.withRegisters, threads: $0).files }
    #expect(files[0] == files[1] && files[0] == files[2])
  }
}
