import Foundation
import Testing

@testable import Statements

/// Files that were cut off, or damaged as disks, wires and people do it: none traps, and nothing that was not touched is read otherwise in
/// silence. What must hold stands at `DamageTrial`; here is a sample, `make damage` takes every byte and ten thousand damages of each file.
@Suite struct DamagedFilesTests {
  private static let samples = [
    "kingsoft-cloud/entities.csv", "kingsoft-cloud/events.csv", "kingsoft-cloud/holdings.csv", "kingsoft-cloud/net-assets.csv",
    "kingsoft-cloud/net-losses.csv", "kingsoft-cloud/rates.csv", "kingsoft-cloud/settings.csv", "worked-example/entities.csv",
    "worked-example/events.csv", "worked-example/holdings.csv", "worked-example/pier-position.csv", "worked-example/pier-results.csv",
  ]

  /// The group of a sample, and the sample itself.
  private static func subject(_ sample: String) throws -> (DamageTrial.Subject, SampleFile) {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Inputs").standardizedFileURL
    let group = String(sample.prefix { $0 != "/" })
    let files = try samples.filter { $0.hasPrefix(group + "/") }.map { path in
      SampleFile(path: path, bytes: Array(try Data(contentsOf: root.appendingPathComponent(path))))
    }
    let file = try #require(files.first { $0.path == sample })
    return (DamageTrial.Subject(group: group, files: files), file)
  }

  @Test(arguments: samples) func nothingThatWasNotTouchedIsReadOtherwiseInSilence(_ sample: String) throws {
    let (subject, file) = try Self.subject(sample)
    #expect(subject.readingCount > 5)
    var numbers = DamageNumbers(seed: UInt64(file.bytes.count))
    let cuts = stride(from: numbers.below(17), through: file.bytes.count, by: 17).map { Damage.cut(file, at: $0) }
    for damage in cuts + (0..<30).map({ _ in Damage.random(file, &numbers) }) {
      let trial = DamageTrial(subject, file, damage)
      #expect(trial.verdict != .silent, "\(damage.kind), \(damage.described(in: file)): \(trial.changes)")
    }
  }

  @Test func theJudgeSeesWhatIsSilent() throws {
    let (subject, file) = try Self.subject("kingsoft-cloud/rates.csv")
    let place = try #require(file.bytes.lastIndex(of: UInt8(ascii: "8")))
    let damage = Damage(kind: "a byte lost", edits: [Damage.Edit(range: place..<place + 1, bytes: [])])
    #expect(DamageTrial(subject, file, damage).verdict == .asWritten)
    let cut = try #require(file.bytes.firstIndex(of: UInt8(ascii: "2")))
    #expect(DamageTrial(subject, file, .cut(file, at: cut + 2)).verdict == .said)
    #expect(DamageTrial(subject, file, .cut(file, at: cut)).verdict == .asWritten)
    #expect(DamageTrial(subject, file, Damage(kind: "nothing", edits: [])).verdict == .asBefore)
  }

  @Test func aFigureThatLostADigitDoesNotMakeTheOthersSmall() {
    let rows = (1...6).map { "Line \($0),\"2\($0),400\"" }.joined(separator: "\n")
    let damaged = group("Pier\nHK$'000,31 December 2025\nTotal assets,\"18,35\"\n\(rows)\n")
    #expect(damaged.factLines.isEmpty)
    #expect(damaged.findingLines() == ["error unreadable 3:2"])
    // Two numbers with other decimals leave no doubt.
    let german = group("Pier\nHK$'000,31 December 2025\nTotal assets,\"18,35\"\nNet assets,\"7,5\"\n\(rows)\n")
    #expect(german.factLines.first == "Pier total-assets 2025-12-31 18350 HKD")
  }

  @Test func sharesOfWhichOneLostADigitDoNotMakeTheOthersSmall() {
    func read(_ shares: String...) -> (holdings: Int, findings: [String]) {
      let rows = shares.enumerated().map { "2023-12-31,Pier,Holder \($0.offset),\"\($0.element)\"\n" }
      let found = group([("holdings.csv", Array(("date,entity,holder,shares\n" + rows.joined()).utf8))])
      return (found.accounts.holdings.count, found.findingLines().filter { $0.contains("unreadable") })
    }
    #expect(read("800,00", "200,000") == (0, ["error unreadable 2:4"]))
    #expect(read("800,000", "200,000", "20,00") == (0, ["error unreadable 4:4"]))
    #expect(read("800,000", "200,000").holdings == 2 && read("800,50", "200,25").holdings == 2)
    // Two numbers with other decimals leave no doubt, nor does one that has thousands too.
    #expect(read("800,5", "200,25", "200,125").holdings == 3 && read("1.800,5", "200,125").holdings == 2)
  }

  @Test func aSlipInAHeadingIsSaid() {
    func found(_ heading: String, _ row: String = "Net assets,95.3,(456.6)") -> [String] {
      group("Pier\n,31 December 2010 (RMB'000),\(heading)\n\(row)\n").findingLines()
    }
    #expect(found("31 December 2011 (RMB'000)").isEmpty)
    #expect(found("31 D%cember 2011 (RMB'000)").contains("warning unmapped 2:3"))
    #expect(found("31 December 2011 (R%B'000)").contains("warning unmapped 2:3"))
    #expect(found("Change %", "Net assets,95.3,4.6").isEmpty)
    // One date in another currency; a second column of the same date is a translation.
    #expect(found("31 December 2011 (RM'000)").contains("warning currency-mismatch 3:3"))
    #expect(!found("31 December 2010 (US$'000)").contains { $0.contains("currency-mismatch") })
    let exchanged = group(
      "Pier\n,\"(1,552.5)\",31 December 2011 (RMB'000)\nNet assets,31 December 2010 (RMB'000),\"(456.6)\"\nTotal equity,95.3,(456.6)\n")
    #expect(exchanged.findingLines().contains { $0.hasPrefix("error") })
  }

  @Test func aSlipInALabelIsSaid() {
    func found(_ corner: String, _ label: String) -> [String] {
      group("Pier\n\(corner),Year ended 31 December 2024,Year ended 31 December 2025\nRevenue,4120,4790\n\(label),1133,1425\n")
        .findingLines().filter { $0.contains("unmapped") }
    }
    #expect(found("HK$'000", "Gross profit").isEmpty && found("HK$'000", "Zorblax").isEmpty)
    #expect(found("HK$'000", "Gros% profit") == ["warning unmapped 4:1"])
    #expect(found("Gross profit", "HK$'000") == ["warning unmapped 4:1"])
    #expect(group("Pier\n,Year ended 31 December 2024\nRevenue,4120\nGross margin %,27.5\n").findingLines().isEmpty)
  }

  @Test func aFileThatEndsAmidALineIsNamed() {
    func found(_ text: String, in name: String = "rates.csv") -> [String] {
      group([(name, Array(text.utf8))]).findingLines(info: true).filter { $0.contains("cut-short") }
    }
    let head = "date,base,quote,rate\n2024-12-31,USD,HKD,7.7625\n2025-12-31,USD,HKD,7.78"
    #expect(found(head) == ["info cut-short 3:4"])
    #expect(found(head + "\n").isEmpty && found(head + "\n  ").isEmpty)
    // Fewer cells than in other lines show that some are lost.
    let statement = "Pier\nHK$,31 December 2024,31 December 2025\nNet assets,10,20\nShare capital,1"
    #expect(found(statement, in: "pier.csv") == ["warning cut-short 4:2"])
    #expect(found(statement + ",1", in: "pier.csv") == ["info cut-short 4:3"])
    // A closing quotation mark shows that the cell is whole, and as many cells as in the others that its line is.
    #expect(found("date,base,quote,rate\n2025-12-31,USD,HKD,\"7.78\"") == ["info cut-short 2:4"])
  }
}
