import History
import Statements
import Testing

/// What was reported and is not on file any more is said, and a history with a hole in it ends a run before its reports.
@Suite struct VanishedTests {
  private static let pier = "Pier\nHK$,2023-12-31,2024-12-31\nTotal assets,90,100\nTotal liabilities,30,40\nNet assets,60,60\n"
  private static let quay = "Quay\nHK$,2023-12-31,2024-12-31\nTotal assets,9,10\nTotal liabilities,3,4\nNet assets,6,6\n"
  private static let entities = "entity,role,perimeter to\nNorthgate,parent,\nPier,subsidiary,\nQuay,subsidiary,\n"

  private func said(_ outcome: Pipeline.Outcome, _ severity: Severity) -> [String] {
    outcome.groups[0].findings.filter { $0.check == "missing-statement" && $0.severity == severity }.map {
      outcome.groups[0].lines(of: $0, inputs: "")[0]
    }
  }

  @Test func anEntityWithoutAnyFileIsWarnedOf() throws {
    let folder = try HistoryFolder()
    let all = ["entities.csv": Self.entities, "pier.csv": Self.pier, "quay.csv": Self.quay]
    #expect(said(try folder.run(all), .warning).isEmpty)
    let rest = all.filter { $0.key != "quay.csv" }
    for day in [2, 3] {
      let warnings = said(try folder.run(rest, day: day), .warning)
      #expect(warnings.count == 1 && warnings[0].contains("no file gives figures of ‘Quay’ any more"), "\(warnings)")
    }
    let ended = rest.merging(["entities.csv": "entity,role,perimeter to\nNorthgate,parent,\nPier,subsidiary,\nQuay,subsidiary,2024-12-31\n"]
    ) { $1 }
    #expect(said(try folder.run(ended, day: 4), .warning).isEmpty)
    #expect(said(try folder.run(all, day: 5), .warning).isEmpty)
  }

  @Test func figuresThatAreGoneAreCounted() throws {
    let folder = try HistoryFolder()
    try folder.run(["pier.csv": Self.pier])
    let shorter = "Pier\nHK$,2024-12-31\nTotal assets,100\nTotal liabilities,40\nNet assets,60\n"
    let infos = said(try folder.run(["pier.csv": shorter], day: 2), .info)
    #expect(infos.count == 1 && infos[0].contains("3 figures of ‘Pier’ that were reported stand in no file any more"), "\(infos)")
  }

  /// What a refused file may have is not said to be gone.
  @Test func aRefusedFileIsNotGone() throws {
    let folder = try HistoryFolder()
    try folder.run(["pier.csv": Self.pier, "quay.csv": Self.quay])
    let outcome = try folder.run(["pier.csv": Self.pier, "quay.csv": Self.quay.replacing("10", with: "ten")], day: 2)
    #expect(said(outcome, .warning).isEmpty && said(outcome, .info).isEmpty)
  }

  @Test func aRowThatNamesAMissingOneEndsTheRunWhileItIsStaged() throws {
    let folder = try HistoryFolder()
    try folder.run(["pier.csv": Self.pier])
    try folder.damage("DROP TRIGGER readings_refuses_delete; DELETE FROM readings")
    #expect(throws: HistoryError.self) {
      try folder.run(["pier.csv": Self.quay], day: 2, commits: false, isWaiting: true)
    }
  }
}
