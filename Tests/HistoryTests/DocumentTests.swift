import Foundation
import GRDB
import Testing

/// The queries of `docs/HISTORY.md` work as they stand.
@Suite struct DocumentTests {
  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent("docs/HISTORY.md"), encoding: .utf8)) ?? ""
  }()

  /// What stands between ```` ```sql ```` and ```` ``` ````.
  private static var queries: [String] {
    page.components(separatedBy: "```sql\n").dropFirst().compactMap { $0.components(separatedBy: "```").first }
  }

  @Test func everyQueryGivesRows() throws {
    let folder = try HistoryFolder()
    let register = """
      entity,holder,shares,date
      Pier,Harbour,80,2024-12-31
      Pier,Founders,20,2024-12-31

      """
    let event = """
      event,date,status,entity,kind,from,to,shares,consideration,currency,control after
      Sale of ten,2024-12-31,completed,Pier,sale,Harbour,Founders,10,9000,HKD,yes

      """
    let entities = "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,HKD\n"
    let registers = ["pier/holdings.csv": register, "pier/events.csv": event, "pier/entities.csv": entities]
    try folder.run(registers.merging(["pier/a.csv": HistoryFolder.position(60, 70)]) { $1 })
    let other = registers.merging(["pier/events.csv": event.replacingOccurrences(of: "9000", with: "9500")]) { $1 }
    try folder.run(other.merging(["pier/a.csv": HistoryFolder.position(65, 70)]) { $1 }, day: 2)
    #expect(Self.queries.count >= 8, "the queries were found")
    for query in Self.queries {
      let rows = try folder.rows(query)
      #expect(!rows.isEmpty, "\(query)")
    }
  }

  @Test func everyTableIsDescribed() throws {
    let folder = try HistoryFolder()
    try folder.run(["pier/a.csv": HistoryFolder.position(60, 70)])
    let names = try folder.rows(
      "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT GLOB 'grdb_*' AND name NOT GLOB 'sqlite_*'")
    #expect(names.filter { !Self.page.contains("`\($0)`") } == [])
  }
}
