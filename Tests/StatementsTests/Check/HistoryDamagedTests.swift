import Testing

@testable import Statements

/// `history-damaged`: a history that was set aside is a warning in every group, and may be accepted.
@Suite struct HistoryDamagedTests {
  private func group(setAside: [String], _ acceptances: String = "") -> Pipeline.Group {
    var files = ["a.csv": "Pier\nHK$'000,31 December 2024\nTotal assets,90\n"]
    if !acceptances.isEmpty { files["acceptances.csv"] = acceptances }
    let deliveries = files.map { Delivery(path: $0.key, bytes: Array($0.value.utf8), digest: "") }
    return Pipeline.run(["group": deliveries], earlier: EarlierFigures(setAside: setAside)).groups[0]
  }

  @Test func eachHistoryThatWasSetAsideIsAWarning() {
    #expect(group(setAside: []).findings.filter { $0.check == "history-damaged" } == [])
    let found = group(setAside: ["history.sqlite.damaged-1", "history.sqlite.damaged-2"]).findings.filter { $0.check == "history-damaged" }
    #expect(found.count == 2 && found.allSatisfy { $0.severity == .warning && $0.counts && $0.citation != nil && $0.remedy != nil })
  }

  @Test func itMayBeAccepted() {
    let accepted = group(setAside: ["history.sqlite.damaged-1"], "check,reason,by\nhistory-damaged,the disk was full,CFO\n")
    #expect(accepted.findings.filter { $0.check == "history-damaged" }.map(\.counts) == [false])
  }
}
