import Testing

@testable import Statements

/// Files that say that all their figures are restated.
@Suite struct RestatedFileTests {
  private static let entities = "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,CNY\n"
  private static let first = "Sub\n,31 December 2024,31 March 2025\nNet assets,90,100\n"

  /// Net assets of Sub at 31 March 2025: what counts, whether it is restated, and what was reported before.
  private static func netAssets(_ later: String, first: String = first) throws -> String {
    let accounts = CSVGroup(["entities.csv": entities, "a.csv": first, "b.csv": later]).accounts()
    let sub = try #require(accounts.entities.find("Sub"))
    let day = Period.asAt(.day(2025, 3, 31))
    let fact = try #require(accounts.index.fact(sub, accounts.items.netAssets, day))
    let before = accounts.index.original(sub, accounts.items.netAssets, day)?.value.decimalText ?? "-"
    #expect(Set(accounts.facts.map(\.scenario)).isSubset(of: [Fact.actual, Fact.asReported]))
    return "\(fact.value.decimalText) \(accounts.restatements.isRestated(fact)) \(before)"
  }

  @Test(arguments: [
    "Sub\nRestated\n", "Sub\n(restated)\n", "Sub\nAs restated\n", "Sub\n经重列\n", "Sub\n經重列\n", "Sub\n重列\n", "Sub\n（重述）\n",
    "entity,Sub\nSub - Balance sheet (restated)\n", "Sub\nBalance sheet (Restated)\n", "Sub\nBalance sheet (unaudited and restated)\n",
    "Sub\nBalance sheet - as restated\n", "Sub\n综合财务状况表（经重列）\n", "Sub\n綜合財務狀況表(經重列)\n", "Sub\nscenario,restated\n",
    "Sub\nbasis,restated\n", "Sub\nscenario,Restated\nbasis,consolidated\n", "entity,Sub\nversion,(restated)\n",
  ])
  func aLineAboveTheTableSaysThatAllIsRestated(lines: String) throws {
    #expect(try Self.netAssets(lines + ",31 December 2024,31 March 2025\nNet assets,90,97\n") == "97 true 100")
  }

  @Test(arguments: [
    "Comparative figures have been restated", "Comparative figures (restated)", "Certain figures were restated.", "上年比较数字已重列",
  ])
  func aSentenceAboutARestatementMarksNothing(line: String) throws {
    let later = "entity,Sub\nBalance sheet\n\(line)\n,31 March 2025,30 June 2025\nNet assets,100,120\n"
    #expect(try Self.netAssets(later) == "100 false -")
  }

  @Test func rowsOfALongFileMayBeRestated() throws {
    let later = "entity,date,item,amount,scenario\nSub,2025-03-31,net-assets,97,restated\nSub,2025-06-30,net-assets,120,actual\n"
    #expect(try Self.netAssets(later) == "97 true 100")
    let both = "entity,date,item,amount,version\nSub,2025-03-31,net-assets,100,actual\nSub,2025-03-31,net-assets,97,Restated\n"
    #expect(try Self.netAssets(both, first: "Sub\n,31 December 2024\nNet assets,90\n") == "97 true 100")
  }

  @Test func theOtherOrderOfFilesIsTheSame() throws {
    let restated = "Sub\nBalance sheet (restated)\n,31 December 2024,31 March 2025\nNet assets,90,97\n"
    #expect(try Self.netAssets(Self.first, first: restated) == "97 true 100")
  }

  /// A later statement that repeats the restated figure without the word is not what was reported before.
  @Test func theFigureBeforeIsTheOneThatDiffers() throws {
    let files = [
      "entities.csv": Self.entities, "a.csv": "Sub\n,31 March 2025,31 March 2026\nNet assets,97,130\n", "b.csv": Self.first,
      "c.csv": "Sub\nBalance sheet (restated)\n,31 March 2025\nNet assets,97\n",
    ]
    let accounts = CSVGroup(files).accounts()
    let sub = try #require(accounts.entities.find("Sub"))
    #expect(accounts.index.original(sub, accounts.items.netAssets, .asAt(.day(2025, 3, 31)))?.value == Amount("100"))
  }

  /// The title of the first of two tables holds for that one alone.
  @Test func theTitleOfATableIsItsOwn() throws {
    let later = """
      Sub
      Statement of financial position (restated)
      ,31 March 2025
      Net assets,97

      Income statement
      ,Three months ended 31 March 2025
      Revenue,40

      """
    let accounts = CSVGroup(["entities.csv": Self.entities, "b.csv": later]).accounts()
    let restated = accounts.facts.filter(accounts.restatements.isRestated).map { accounts.catalogue[$0.item].id }
    #expect(restated == ["net-assets"])
  }
}
