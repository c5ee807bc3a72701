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
