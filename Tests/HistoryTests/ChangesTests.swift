import Foundation
import Statements
import Testing

/// `changes.md`: what changed since the run before, and only that.
@Suite struct ChangesTests {
  private static let one = HistoryFolder.position(60, 70)

  @Test func newestFirstWithOldAndNew() throws {
    let folder = try HistoryFolder()
    try folder.run(["pier/a.csv": Self.one])
    try folder.run(["pier/a.csv": HistoryFolder.position(65, 70)], day: 2)
    let page = try folder.changesPage()
    #expect(page.contains("## 2 March 2025, 09:15 UTC: run 2, by version 1.0"))
    #expect(page.contains("**2 figures that were reported before are restated:**"))
    #expect(
      page.contains("| Pier   | net-assets   | 31 December 2023 | HK$60,000 | HK$65,000 |  5,000 | pier/a.csv:5:2 | pier/a.csv:5:2 |"))
    #expect(page.contains("- changed: ‘pier/a.csv’, which gives 6 figures"))
    let second = try #require(page.range(of: "run 2"))
    let first = try #require(page.range(of: "run 1"))
    #expect(second.lowerBound < first.lowerBound)
  }

  @Test func theSameFileUnderAnotherNameIsNoNews() throws {
    let folder = try HistoryFolder()
    try folder.run(["pier/a.csv": Self.one])
    let before = try folder.changesPage()
    try folder.run(["pier/renamed.csv": Self.one], day: 2)
    #expect(try folder.rows("SELECT count(*) FROM runs") == ["2"])
    #expect(try folder.changesPage() == before)
  }

  @Test func aFileThatIsGoneAndAFigureThatIsGoneAreNamed() throws {
    let folder = try HistoryFolder()
    let other = "Quay\nHK$'000,31 December 2024\nTotal assets,5\nTotal liabilities,2\nNet assets,3\n"
    try folder.run(["pier/a.csv": Self.one, "pier/b.csv": other])
    let shorter = Self.one.split(separator: "\n").filter { !$0.hasPrefix("Total liabilities") }.joined(separator: "\n") + "\n"
    try folder.run(["pier/a.csv": shorter], day: 2)
    let page = try folder.changesPage()
    #expect(page.contains("- gone: ‘pier/b.csv’, and with it 3 figures that no other file gives"))
    #expect(page.contains("- no longer given: total-liabilities of ‘Pier’ for 31 December 2023, which stood in ‘pier/a.csv’"))
  }

  @Test func manyFiguresThatAreGoneAreCounted() throws {
    let folder = try HistoryFolder()
    let rows = (1...11).map { "Line \($0),\($0),\($0 + 1)\n" }.joined()
    try folder.run(["pier/a.csv": Self.one + rows, "pier/b.csv": "Quay\nHK$'000,31 December 2024\nTotal assets,5\n"])
    try folder.run(["pier/a.csv": "\"", "pier/b.csv": "Quay\nHK$'000,31 December 2024\nTotal assets,5\n"], day: 2)
    let page = try folder.changesPage()
    #expect(page.contains("- changed: ‘pier/a.csv’\n"))
    #expect(page.contains("- no longer given: 28 figures of ‘pier/a.csv’, which the history still has"))
  }

  @Test func aFileWhoseFiguresAnotherGivesIsSuperseded() throws {
    let folder = try HistoryFolder()
    try folder.run(["pier/a.csv": Self.one])
    try folder.run(["pier/b.csv": Self.one + "Share capital,1,1\n"], day: 2)
    let page = try folder.changesPage()
    #expect(page.contains("- superseded: 6 figures of ‘pier/a.csv’, now given by ‘pier/b.csv’"))
    #expect(page.contains("- gone: ‘pier/a.csv’; no figure is gone with it"))
    #expect(page.contains("- new: ‘pier/b.csv’, which gives 8 figures"))
  }

  @Test func aGroupThatWaitsForAFileKeepsWhatTheRunBeforeSaid() throws {
    let folder = try HistoryFolder()
    try folder.run(["pier/a.csv": Self.one])
    let before = try folder.changesPage()
    try folder.run(["pier/a.csv": "\""], day: 2, isWaiting: true)
    #expect(try folder.changesPage() == before)
    #expect(try folder.rows("SELECT run, count(*) FROM facts_by_run GROUP BY run") == ["1 6", "2 6"])
    #expect(try folder.rows("SELECT run FROM run_groups ORDER BY run") == ["1", "2"])
    try folder.run(["pier/a.csv": HistoryFolder.position(65, 70)], day: 3)
    #expect(try folder.changesPage().contains("- changed: ‘pier/a.csv’, which gives 6 figures"))
  }

  @Test func aGroupThatIsGoneIsNamed() {
    let file = GroupState.File(path: "quay/a.csv", digest: "1")
    let state = GroupState(files: [file], figures: [ReportedFigure.Key(entity: "Quay", item: "revenue", period: .asAt(Self.day)): file])
    let changes = Change.ofFiles(in: "quay", from: state, to: GroupState())
    #expect(changes == [Change(group: "quay", kind: .goneFile, file: "quay/a.csv", figureCount: 1)])
  }

  private static var day: CalendarDate {
    guard let day = CalendarDate(isoText: "2024-12-31") else { preconditionFailure("it is a day") }
    return day
  }

  @Test(arguments: ["1", "-1552500", "0.02", "-0.000000000001", "0", "999999999999999999"]) func decimalsComeBack(_ text: String) {
    #expect(Amount(decimalText: text)?.decimalText == text)
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "1,234", "1e3", "+1", "--1", "1.2.3", " 1", "1000000000000000000", "0.0000000000001"])
  func whatIsNoDecimalIsRefused(_ text: String) {
    #expect(Amount(decimalText: text) == nil)
  }

  @Test(arguments: ["2024-02-30", "24-12-31", "2024-1-01", "2024-12-31x", "+024-12-31", ""]) func whatIsNoDayIsRefused(_ text: String) {
    #expect(CalendarDate(isoText: text) == nil)
  }
}
