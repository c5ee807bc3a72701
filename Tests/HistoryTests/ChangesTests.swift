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
    #expect(page.contains("- no longer given: total-liabilities of ‘Pier’ for 31 December 2023, which was HK$30,000 at pier/a.csv:4:2"))
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
    let figure = GroupState.Figure(
      file: file, amount: Change.Amounted(value: .zero, currency: nil, address: "quay/a.csv:2:2"))
    let state = GroupState(files: [file], figures: [ReportedFigure.Key(entity: "Quay", item: "revenue", period: .asAt(Self.day)): figure])
    let changes = Change.ofFiles(in: "quay", from: state, to: GroupState())
    #expect(changes == [Change(group: "quay", kind: .goneFile, file: "quay/a.csv", figureCount: 1)])
  }

  // MARK: Equity transactions

  private static func group(consideration: String? = "9000", date: String = "2024-12-31", kind: String = "sale") -> [String: String] {
    var files = [
      "pier/a.csv": one,
      "pier/entities.csv": "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,HKD\n",
      "pier/holdings.csv": "entity,holder,shares,date\nPier,Harbour,80,2023-12-31\nPier,Founders,20,2023-12-31\n",
    ]
    if let consideration {
      files["pier/events.csv"] = """
        event,date,status,entity,kind,from,to,shares,consideration,currency,control after
        Sale of ten,\(date),completed,Pier,\(kind),Harbour,Founders,10,\(consideration),HKD,yes

        """
    }
    return files
  }

  private static func page(_ runs: [[String: String]]) throws -> String {
    let folder = try HistoryFolder()
    for (index, files) in runs.enumerated() { try folder.run(files, day: index + 1) }
    return try folder.changesPage()
  }

  @Test func anEffectOnEquityThatChangedIsNamedWithOldAndNew() throws {
    let page = try Self.page([Self.group(), Self.group(consideration: "9500")])
    #expect(page.contains("**One equity transaction has changed, is new or is gone:**"))
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| Pier ") }.map { $0.replacing(#/ +/#, with: " ") }
    #expect(
      rows == [
        "| Pier | Sale of ten | 31 December 2024 | Consideration | HK$9,000.00 | HK$9,500.00 | 500.00 | pier/events.csv:2 | pier/events.csv:2 |",
        "| Pier | Sale of ten | 31 December 2024 | Effect on owners' equity | HK$2,000.00 | HK$2,500.00 | 500.00 | pier/events.csv:2 | pier/events.csv:2 |",
      ])
  }

  @Test func anEventWhoseFileIsGoneIsNamedWithWhatItCameTo() throws {
    let page = try Self.page([Self.group(), Self.group(consideration: nil)])
    #expect(page.contains("- gone: ‘pier/events.csv’; no figure is gone with it"))
    let row = try #require(page.split(separator: "\n").first { $0.contains("Effect on owners' equity") }).replacing(#/ +/#, with: " ")
    #expect(
      row == "| Pier | Sale of ten | 31 December 2024 | Effect on owners' equity | HK$2,000.00 | no such event | | pier/events.csv:2 | |")
  }

  @Test func anEventThatIsNewIsNamedAndOneOfANewGroupIsNot() throws {
    let page = try Self.page([Self.group(consideration: nil), Self.group()])
    #expect(page.contains("| no such event |"))
    #expect(page.components(separatedBy: "## ").last?.contains("Sale of ten") == false)
  }

  @Test func anEventOfAnotherDayOrKindIsTheSameOne() throws {
    let moved = try Self.page([Self.group(date: "2024-12-30"), Self.group()])
    #expect(moved.contains("| 30 December 2024 |") && !moved.contains("no such event"))
  }

  @Test func anEventThatOnlyMovedWithinItsFileIsNoNews() throws {
    var later = Self.group()
    later["pier/events.csv"] = later["pier/events.csv"]?.replacingOccurrences(of: "event,date", with: "\n\nevent,date")
    let page = try Self.page([Self.group(), later])
    #expect(!page.contains("Sale of ten"))
  }

  /// What a version before knew nothing of is added to its history, and nothing is lost.
  @Test func aHistoryOfTheVersionBeforeIsBroughtUpToDate() throws {
    let folder = try HistoryFolder()
    try folder.run(Self.group())
    try folder.execute(
      """
      DROP VIEW transactions_by_run; CREATE VIEW transactions_by_run AS SELECT 1; DROP TABLE transaction_changes;
      ALTER TABLE equity_transactions DROP COLUMN line; ALTER TABLE equity_transactions DROP COLUMN file;
      DROP TABLE accepted_by; DELETE FROM grdb_migrations WHERE identifier NOT LIKE '1 %';
      """)
    try folder.run(Self.group(consideration: "9500"), day: 2)
    #expect(folder.names == ["history.sqlite"])
    let rows = try folder.changesPage().split(separator: "\n").filter { $0.hasPrefix("| Pier ") }.map { $0.replacing(#/ +/#, with: " ") }
    #expect(
      rows.first == "| Pier | Sale of ten | 31 December 2024 | Consideration | HK$9,000.00 | HK$9,500.00 | 500.00 | | pier/events.csv:2 |")
    #expect(try folder.rows("SELECT run, line FROM transactions_by_run ORDER BY run") == ["1 -", "2 2"])
  }

  @Test func transactionsOfAHistoryWithoutTheirLinesAreStillTold() {
    let columns = RunRecord.transactionColumns
    let of = { (value: String, file: String) in
      ReportedTransaction(
        fields: columns.map { ["entity": "Pier", "event": "Sale", "owners_equity_adjustment": value][$0] ?? "" }, file: file,
        lineNumber: file.isEmpty ? 0 : 2)
    }
    let changes = TransactionChange.all(in: "pier", from: [of("1.00", "")], to: [of("2.00", "events.csv")])
    #expect(changes.map(\.figure) == ["owners_equity_adjustment"])
    #expect(changes.first?.before?.address == "" && changes.first?.after?.address == "events.csv:2")
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
