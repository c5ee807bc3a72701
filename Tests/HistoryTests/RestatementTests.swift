import Foundation
import Statements
import Testing

/// The restatement radar: a figure reported before and now different is named until somebody says why.
@Suite struct RestatementTests {
  private let asReported = ["pier/a.csv": HistoryFolder.position(60, 70)]
  private let restated = ["pier/a.csv": HistoryFolder.position(65, 70)]
  private static let errors = ["error total-assets 2023-12-31 90000→95000", "error net-assets 2023-12-31 60000→65000"]

  @Test func aChangedFigureIsAnErrorWithWhatItWasAndWhatItMoves() throws {
    let folder = try HistoryFolder()
    #expect(try folder.run(asReported).lines() == [])
    let outcome = try folder.run(restated, day: 2)
    #expect(outcome.lines() == Self.errors)
    let group = outcome.groups[0]
    let finding = try #require(group.findings.last { $0.check == "restated" })
    #expect(
      group.lines(of: finding, inputs: "Inputs/") == [
        "Inputs/pier/a.csv:5:2: error: ‘Net assets’ of 31 December 2023 was reported as 60 and is 65 [restated]", "5 | Net assets,65,70",
        "  |            ^^", "  = first reported in run 1 of 1 March 2025, from pier/a.csv:5:2",
        "  = it is the comparative of 31 December 2024, at pier/a.csv:5:3", "  = see IAS 8.42",
        "  = remedy: head the column or the table `(restated)`, or write `restated` into the column `scenario` of its rows, and keep what was reported beside it; or give the reason in a line `restated` of an acceptances file",
      ])
  }

  @Test func anOpeningAnEventAndTheNextMovementThatRestOnItAreNamed() throws {
    let folder = try HistoryFolder()
    let rest = [
      "pier/changes.csv": "Pier\nHK$'000,Year ended 31 December 2024\nOpening equity,60\nProfit after tax,10\n",
      "pier/entities.csv": "entity,role,functional currency\nHarbour,parent,HKD\nPier,subsidiary,HKD\n",
      "pier/holdings.csv": "entity,holder,shares,date\nPier,Harbour,80,2023-01-01\nPier,Founders,20,2023-01-01\n",
      "pier/events.csv":
        "event,date,status,entity,kind,from,to,shares,consideration,currency,control after\nSale of ten,2023-12-31,completed,Pier,sale,Harbour,Founders,10,9000,HKD,yes\n",
    ]
    try folder.run(rest.merging(asReported) { $1 })
    let group = try folder.run(rest.merging(restated) { $1 }, day: 2).groups[0]
    let finding = try #require(group.findings.last { $0.check == "restated" })
    let lines = group.lines(of: finding, inputs: "").filter { $0.contains("it is") || $0.contains("it opens") || $0.contains("rests") }
    #expect(
      lines == [
        "  = it is the comparative of 31 December 2024, at pier/a.csv:5:3",
        "  = it opens 12 months to 31 December 2024, at pier/changes.csv:3:2",
        "  = the event ‘Sale of ten’ of 31 December 2023 rests on it",
      ])
  }

  @Test func theErrorStaysWhileOtherFilesComeAndGo() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    try folder.run(restated, day: 2)
    let other = ["pier/b.csv": "Pier\nHK$'000,Year ended 31 December 2024\nRevenue,12\n"]
    #expect(try folder.run(restated.merging(other) { $1 }, day: 3).lines() == Self.errors)
    #expect(try folder.run(restated, day: 4).lines() == Self.errors)
    #expect(try folder.run(asReported, day: 5).lines() == [])
    #expect(
      try folder.rows("SELECT run, entity, item FROM restatements") == [
        "2 Pier total-assets", "2 Pier net-assets", "5 Pier total-assets", "5 Pier net-assets",
      ])
  }

  @Test func runningAgainChangesNoByteAndAddsNoRun() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    let first = try folder.run(restated, day: 2)
    let again = try folder.run(restated, day: 3)
    #expect(first.files == again.files)
    #expect(try folder.rows("SELECT count(*) FROM runs") == ["2"])
  }

  @Test func anAcceptanceIsShownAndTheNextChangeIsHeldAgainstTheAcceptedAmount() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    try folder.run(restated, day: 2)
    let acceptance = [
      "pier/acceptances.csv": "check,entity,item,period,reason,by,until\nrestated,Pier,,2023-12-31,an error of cut-off,CFO,\n"
    ]
    let accepted = try folder.run(restated.merging(acceptance) { $1 }, day: 3)
    #expect(accepted.lines() == Self.errors.map { $0 + " accepted" })
    #expect(try folder.run(restated.merging(acceptance) { $1 }, day: 4).files == accepted.files)
    let changedAgain = ["pier/a.csv": HistoryFolder.position(66, 70)]
    let lines = try folder.run(changedAgain, day: 5).lines()
    #expect(lines == ["error total-assets 2023-12-31 95000→96000", "error net-assets 2023-12-31 65000→66000"])
    #expect(try folder.run(changedAgain, day: 6).lines() == lines)
    // The line taken out again, the accepted amounts ask once more.
    #expect(try folder.run(restated, day: 7).lines() == [])
  }

  /// A line signs off the change for which it was written: one that stays is of no later change of the same figure.
  @Test func anAcceptanceThatStaysIsOfNoLaterChange() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    func accepting(_ reason: String) -> [String: String] {
      ["pier/acceptances.csv": "check,entity,item,period,reason,by,until\nrestated,Pier,,2023-12-31,\(reason),CFO,\n"]
    }
    let again = ["pier/a.csv": HistoryFolder.position(66, 70)]
    try folder.run(restated.merging(accepting("cut-off")) { $1 }, day: 2)
    let later = try folder.run(again.merging(accepting("cut-off")) { $1 }, day: 3)
    let errors = ["error total-assets 2023-12-31 95000→96000", "error net-assets 2023-12-31 65000→66000"]
    #expect(later.lines() == errors)
    let group = try #require(later.groups.first)
    let told = group.findings.filter { $0.check == "restated" }.flatMap { group.lines(of: $0, inputs: "") }
    #expect(
      told.contains("  = the acceptance at pier/acceptances.csv:2 is of an earlier change of the figure; this one needs a line of its own"),
      "\(told)")
    #expect(try folder.run(again.merging(accepting("cut-off")) { $1 }, day: 4).files == later.files, "running again changes nothing")
    // A reason of its own signs it off, and for as long as it stands.
    let accepted = errors.map { $0 + " accepted" }
    #expect(try folder.run(again.merging(accepting("audit")) { $1 }, day: 5).lines() == accepted)
    #expect(try folder.run(again.merging(accepting("audit")) { $1 }, day: 6).lines() == accepted)
    // Put into other words, it is still of that change alone.
    try folder.run(again.merging(accepting("audit adjustment")) { $1 }, day: 7)
    let third = ["pier/a.csv": HistoryFolder.position(67, 70)]
    #expect(
      try folder.run(third.merging(accepting("audit adjustment")) { $1 }, day: 8).lines().allSatisfy {
        $0.hasPrefix("error") && !$0.hasSuffix("accepted")
      })
    #expect(
      try folder.rows("SELECT DISTINCT line FROM accepted_by ORDER BY run") == [
        "restated,Pier,,2023-12-31,cut-off,CFO,", "restated,Pier,,2023-12-31,audit,CFO,", "restated,Pier,,2023-12-31,audit adjustment,CFO,",
      ])
  }

  /// A file of acceptances that is only added to: no line comes back to life at the change after next.
  @Test func acceptancesOfEarlierChangesStaySpent() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    let (first, second) = ("restated,Pier,,2023-12-31,cut-off,CFO,\n", "restated,Pier,,2023-12-31,audit,CFO,\n")
    func accepting(_ lines: String, _ netAssets: Int) -> [String: String] {
      ["pier/a.csv": HistoryFolder.position(netAssets, 70), "pier/acceptances.csv": "check,entity,item,period,reason,by,until\n" + lines]
    }
    #expect(try folder.run(accepting(first, 65), day: 2).lines().allSatisfy { $0.hasSuffix(" accepted") })
    let both = try folder.run(accepting(first + second, 66), day: 3)
    #expect(both.lines().count == 2 && both.lines().allSatisfy { $0.hasSuffix(" accepted") })
    let group = try #require(both.groups.first)
    #expect(!group.findings.flatMap { group.lines(of: $0, inputs: "") }.contains { $0.contains("needs a line of its own") })
    let third = try folder.run(accepting(first + second, 67), day: 4)
    #expect(third.lines().count == 2 && third.lines().allSatisfy { $0.hasPrefix("error") && !$0.hasSuffix("accepted") })
  }

  @Test func anAcceptedRestatementThatTheFilesShowStaysAccepted() throws {
    let folder = try HistoryFolder()
    let files = [
      "pier/a.csv": HistoryFolder.position(60, 70),
      "pier/b.csv": "Pier\nHK$'000,31 December 2023 (restated)\nTotal assets,95\nTotal liabilities,30\nNet assets,65\n",
      "pier/acceptances.csv": "check,entity,reason,by\nrestated,Pier,known,CFO\n",
    ]
    let once = try folder.run(files)
    #expect(!once.lines().isEmpty && once.lines().allSatisfy { $0.hasSuffix(" accepted") })
    #expect(try folder.run(files, day: 2).files == once.files)
  }

  @Test func aColumnThatSaysSoIsInformation() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    let outcome = try folder.run(["pier/a.csv": HistoryFolder.position(65, 70, firstHeading: "31 December 2023 (restated)")], day: 2)
    #expect(outcome.lines() == Self.errors.map { "info" + $0.dropFirst(5) })
  }

  @Test func whatAColumnOnceSaidHolds() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    try folder.run(["pier/a.csv": HistoryFolder.position(65, 70, firstHeading: "31 December 2023 (restated)")], day: 2)
    #expect(try folder.run(restated, day: 3).lines() == Self.errors.map { "info" + $0.dropFirst(5) })
    #expect(
      try folder.run(["pier/a.csv": HistoryFolder.position(66, 70)], day: 4).lines() == [
        "error total-assets 2023-12-31 95000→96000", "error net-assets 2023-12-31 65000→66000",
      ])
  }

  @Test func aRestatementThatTheFilesShowIsNamedOnce() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    let both = asReported.merging([
      "pier/b.csv": "Pier\nHK$'000,31 December 2023 (restated)\nTotal assets,95\nTotal liabilities,30\nNet assets,65\n"
    ]) { $1 }
    #expect(try folder.run(both, day: 2).lines() == Self.errors.map { "info" + $0.dropFirst(5) })
  }

  @Test func aFigurePrintedMorePreciselyIsNoRestatement() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    let precise = "Pier\nHK$,31 December 2023\nTotal assets,90012\nTotal liabilities,30000\nNet assets,60012\n"
    #expect(try folder.run(["pier/a.csv": precise], day: 2).lines() == [])
    #expect(try folder.run(["pier/a.csv": HistoryFolder.position(61, 70)], day: 3).lines().count == 2, "one unit of the last digit")
  }

  @Test func theSameCellReadOtherwiseIsAWarning() throws {
    let folder = try HistoryFolder()
    let file = "Pier\n,31 December 2023\nTotal assets,90\nTotal liabilities,30\nNet assets,60\n"
    try folder.run(["pier/a.csv": file, "pier/entities.csv": "entity,functional currency\nPier,HKD\n"])
    let outcome = try folder.run(
      [
        "pier/a.csv": file, "pier/entities.csv": "entity,functional currency\nPier,HKD\n",
        "pier/accounts.csv": "label,item\nNet assets,total-assets\n",
      ],
      day: 2)
    for line in outcome.lines() { #expect(line.hasPrefix("warning")) }
  }

  @Test func anEntityThatGotAnotherNameKeepsItsFigures() throws {
    let folder = try HistoryFolder()
    try folder.run(asReported)
    let renamed = [
      "pier/a.csv": HistoryFolder.position(65, 70).replacingOccurrences(of: "Pier", with: "Pier Limited"),
      "pier/entities.csv": "entity,aliases\nPier Limited,Pier\n",
    ]
    #expect(try folder.run(renamed, day: 2).lines() == Self.errors)
  }

  /// Whatever comes and goes, is accepted or is not: a second run over the same inputs finds the same, though its own figures are on file.
  @Test(arguments: 1...12) func aRunsOwnFiguresDoNotChangeWhatIsFound(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let folder = try HistoryFolder()
    for day in 1...8 {
      var files = ["pier/a.csv": HistoryFolder.position(60 + next(3), 70 + next(2))]
      if next(4) == 0 { files["pier/a.csv"] = nil }
      if next(3) == 0 { files["pier/acceptances.csv"] = "check,entity,reason,by\nrestated,Pier,known,CFO\n" }
      if next(2) == 0 { files["pier/z.csv"] = HistoryFolder.position(60 + next(3), 71).replacingOccurrences(of: "2024", with: "2025") }
      files["pier/b.csv"] = "Quay\nHK$'000,31 December 2024\nRevenue,\(next(2))\n"
      let first = try folder.run(files, day: day)
      let second = try folder.run(files, day: day + 10)
      let differing = zip(first.files, second.files).filter { $0 != $1 }.map {
        String(decoding: $0.bytes, as: UTF8.self) + "\n=====\n" + String(decoding: $1.bytes, as: UTF8.self)
      }
      #expect(first.files.map(\.path) == second.files.map(\.path))
      #expect(differing.isEmpty, "seed \(seed), step \(day): \(differing.first ?? "")")
    }
    #expect(try folder.rows("PRAGMA integrity_check") == ["ok"])
  }
}
