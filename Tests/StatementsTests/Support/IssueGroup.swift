@testable import Statements

/// A parent with one subsidiary that issues shares: the files of most tests of that treatment, each of which a test may replace.
struct IssueGroup {
  /// `entities.csv`.
  var entities = """
    entity,role,functional currency,year end,nci policy
    Parent,parent,CNY,31 December,
    Sub,subsidiary,CNY,31 December,
    Others,outside,,,
    Newcomer,outside,,,

    """
  /// `holdings.csv`: 90 of 100 shares.
  var holdings = "entity,holder,shares\nSub,Parent,90\nSub,Others,10\n"
  /// `position.csv`.
  var position = "entity,Sub\ncurrency,CNY\n,2024-12-31\nNet assets/(liabilities),1000\n"
  /// `events.csv`.
  var events = IssueGroup.event("25,,500,CNY,,")
  /// Files beside those.
  var others: [String: String] = [:]

  /// An events file of one completed issue to Newcomer; `cells` are shares to control after.
  static func event(_ cells: String, date: String = "2025-01-01", status: String = "completed") -> String {
    """
    event,date,status,entity,kind,to,shares,price,consideration,currency,costs,control after
    Round A,\(date),\(status),Sub,issue,Newcomer,\(cells)

    """
  }

  /// All files by name.
  var files: [String: String] {
    var files = ["entities.csv": entities, "holdings.csv": holdings, "position.csv": position, "events.csv": events]
    files.merge(others) { _, other in other }
    return files
  }

  /// What the pipeline makes of it.
  func run() -> Pipeline.Group { CSVGroup(files).run() }
}
