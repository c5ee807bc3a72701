import Testing

/// Checks and treatments: one file each, named for its id, and one line in the list.
@Suite struct RegistryTests {
  /// A folder of rules: the protocols of which each follows one, and the file with their list.
  struct Registry: Sendable {
    let folder: String
    let ruleProtocols: Set<String>
    let listFile: String
  }

  static let checks = Registry(folder: "Sources/Statements/Check/", ruleProtocols: ["Check", "EntityCheck"], listFile: "AllChecks")
  static let treatments = Registry(folder: "Sources/Statements/Treat/", ruleProtocols: ["TreatmentRule"], listFile: "AllTreatments")

  /// The rules that a file declares at top level: `enum Balance: Check`.
  private static func rules(_ words: [Word], of ruleProtocols: Set<String>) -> [String] {
    words.indices.dropFirst(2).compactMap { index in
      let (kind, name, parent) = (words[index - 2], words[index - 1], words[index])
      guard kind.depth == 0, ["enum", "struct", "class", "actor"].contains(kind.text), ruleProtocols.contains(parent.text) else {
        return nil
      }
      return name.text
    }
  }

  /// `id` as a file declares it: `static let id = "balance"`.
  static func id(_ file: SourceText) -> String? {
    guard let line = file.lines.first(where: { $0.contains("static let id = \"") }) else { return nil }
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : nil
  }

  /// `RollForward` as `roll-forward`.
  static func kebab(_ name: String) -> String {
    var result = ""
    for character in name {
      if character.isUppercase, !result.isEmpty { result += "-" }
      result += character.lowercased()
    }
    return result
  }

  /// The names in a list: `Balance.self`.
  private static func listed(_ file: SourceText) -> [String] {
    file.lines.compactMap { line in
      let trimmed = line.drop { $0 == " " }
      guard let end = trimmed.firstIndex(of: "."), trimmed[end...].hasPrefix(".self") else { return nil }
      return String(trimmed[..<end])
    }
  }

  /// What is wrong with a folder of rules, file by file.
  static func violations(_ files: [SourceText], _ registry: Registry) -> [String] {
    guard let list = files.first(where: { $0.path == registry.folder + registry.listFile + ".swift" }) else {
      return ["\(registry.folder)\(registry.listFile).swift is not there"]
    }
    let listed = listed(list)
    var violations: [String] = []
    var found: [String] = []
    for file in files where file.path.hasPrefix(registry.folder) {
      let rules = rules(WordScanner.words(of: file.text), of: registry.ruleProtocols)
      found += rules
      if rules.count > 1 { violations.append("\(file.path): holds \(rules.count) rules") }
      for rule in rules {
        if rule != file.name { violations.append("\(file.path): \(rule) is not named for its file") }
        if !listed.contains(rule) { violations.append("\(file.path): \(rule) is not in \(registry.listFile)") }
        let id = id(file)
        if id != kebab(file.name) {
          violations.append("\(file.path): the id is \(id ?? "none"), the file's name gives \(kebab(file.name))")
        }
      }
    }
    for name in listed where !found.contains(name) { violations.append("\(list.path): \(name) has no file") }
    if Set(listed).count != listed.count { violations.append("\(list.path): lists a rule twice") }
    return violations
  }

  @Test(arguments: [(checks, 15), (treatments, 1)])
  func everyRuleIsOneFileAndOneLine(registry: Registry, least: Int) throws {
    let files = SourceText.all(below: registry.folder, endings: [".swift"])
    let list = try #require(files.first { $0.name == registry.listFile })
    #expect(Self.listed(list).count >= least, "the list was read")
    #expect(Self.violations(files, registry) == [])
  }

  @Test func plantedViolationsAreFound() {
    let folder = Self.checks.folder
    let files = [
      SourceText(
        path: folder + "AllChecks.swift",
        text: "protocol Check {}\nenum AllChecks {\n  static let list = [\n    Balance.self,\n    Gone.self,\n  ]\n}\n"),
      SourceText(path: folder + "Balance.swift", text: "enum Balance: Check {\n  static let id = \"balances\"\n}\n"),
      SourceText(path: folder + "UnitJump.swift", text: "enum UnitJump: Check {\n  static let id = \"unit-jump\"\n}\n"),
      SourceText(path: folder + "Helper.swift", text: "// enum Other: Check\nstruct Helper: Sendable {}\n"),
    ]
    #expect(
      Self.violations(files, Self.checks) == [
        "\(folder)Balance.swift: the id is balances, the file's name gives balance",
        "\(folder)UnitJump.swift: UnitJump is not in AllChecks",
        "\(folder)AllChecks.swift: Gone has no file",
      ])
    #expect(Self.violations([], Self.checks) == ["\(folder)AllChecks.swift is not there"])
  }

  // MARK: The ids that people and scripts rely on

  /// The checks whose ids are fixed, as the contract spells them.
  private static let fixedIDs = """
    unreadable unrecognised unmapped period-assumed duplicate-fact restated balance footing tax-bridge attribution roll-forward
    opening-balance trial-balance period-gap period-length basis-mismatch gaap-mismatch unit-jump sign price-times-shares register-total
    register-movement shares-missing rate-missing stale-net-assets control-review linked-disposals equity-identity nci-deficit pending-event
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// The fixed id that an id is nearly and not quite: one or two letters off, or divided in another way.
  private static func misspelt(_ id: String) -> String? {
    guard !fixedIDs.contains(id) else { return nil }
    return fixedIDs.first { distance(Array(id.utf8.filter { $0 != 0x2D }), Array($0.utf8.filter { $0 != 0x2D })) <= 2 }
  }

  /// How many letters must be changed, added or taken out to make one word of the other.
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (line, letter) in first.enumerated() {
      var next = [line + 1]
      for column in second.indices {
        next.append(min(row[column] + (letter == second[column] ? 0 : 1), row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[second.count]
  }

  @Test func theIdsOfTheContractAreSpeltAsThere() {
    let ids = SourceText.all(below: Self.checks.folder, endings: [".swift"]).compactMap(Self.id)
    #expect(Set(ids).intersection(Self.fixedIDs).count >= 15, "the ids were read")
    #expect(ids.compactMap { id in Self.misspelt(id).map { "\(id) should be \($0)" } } == [])
    #expect(Self.fixedIDs.count == 30)
  }

  @Test(
    arguments: [
      ("balance", nil), ("balances", "balance"), ("rollforward", "roll-forward"), ("gaap-missmatch", "gaap-mismatch"),
      ("going-concern", nil),
      ("share-missing", "shares-missing"),
    ] as [(String, String?)])
  func aMisspeltIdIsFound(id: String, meant: String?) {
    #expect(Self.misspelt(id) == meant)
  }
}
