import Foundation
import Testing

@testable import Statements

/// Files that are nearly right, by the thousand: none traps, and what comes out hangs together. `make fuzz` goes on from here, guided by
/// coverage; TIEOUT_RANDOM_RUNS makes each quarter as long as one likes.
@Suite struct RandomFilesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..").standardizedFileURL

  /// The samples, and the seeds of the fuzz target.
  private static func seeds() throws -> [[UInt8]] {
    var found: [[UInt8]] = []
    for folder in ["Inputs", "Tests/Fuzz/Seeds"] {
      let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?.allObjects as? [String] ?? []
      for path in paths.sorted() where path.hasSuffix(".csv") {
        found.append(Array(try Data(contentsOf: root.appendingPathComponent(folder).appendingPathComponent(path))))
      }
    }
    return found
  }

  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", " ", "-", "(", ")", "%", ".", "1,234", "1.234", "999999999999999999", "0.000000000001",
      "31/02/2025",
      "01/02/2025", "2025", "FY2025", "Total", "Debit", "Credit", "entity", "amount", "n/a", "#REF!", "RMB'000", "资产总计", "２０２５", "\u{FEFF}",
      "\u{1E}", "1e9",
      "-0", "1/0", "299999-12-31", "2299-12-31", "1800-01-01", "∞", "\u{0}",
    ].map { Array($0.utf8) } + [[0xFF], [0xE9], [0xD7, 0xCA], [0xFF, 0xFE]]

  private static func mutated(_ seeds: [[UInt8]], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
      case 1: bytes.removeSubrange(place..<min(place + Int.random(in: 1...12, using: &random), bytes.count))
      case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      case 3: bytes.insert(contentsOf: bytes[place...].prefix(Int.random(in: 1...60, using: &random)), at: place)
      case 4:
        // The tail of another file behind the head of this one.
        let other = seeds[Int.random(in: 0..<seeds.count, using: &random)]
        bytes = Array(bytes[..<place]) + other[Int.random(in: 0...other.count, using: &random)...]
      default:
        // A cell becomes a piece.
        guard let end = bytes[place...].firstIndex(of: 0x2C) else { continue }
        bytes.replaceSubrange(place..<end, with: pieces[Int.random(in: 0..<pieces.count, using: &random)])
      }
    }
    return Array(bytes.prefix(4096))
  }

  @Test(arguments: 0..<4) func noFileTrapsAndEveryFindingHasItsPlaceAndRemedy(quarter: Int) throws {
    let seeds = try Self.seeds()
    try #require(seeds.count >= 20)
    let catalogue = LineItemCatalogue.shipped()
    var random = SeededGenerator(seed: 20_121_130 + UInt64(quarter))
    let runs = ProcessInfo.processInfo.environment["TIEOUT_RANDOM_RUNS"].flatMap { Int($0) } ?? 5_000
    var takenCount = 0
    for run in 0..<runs {
      let input = Self.mutated(seeds, &random)
      let deliveries = input.split(separator: 0x1E, omittingEmptySubsequences: false).enumerated().map {
        Delivery(path: "group/\($0.offset).csv", bytes: Array($0.element), digest: "")
      }
      let intake = Intake(deliveries, catalogue: catalogue)
      takenCount += intake.sources.count { $0.form != nil }
      for fact in intake.facts { if fact.provenance.place == nil { Issue.record("run \(quarter).\(run): a fact without a place") } }
      for finding in intake.findings where finding.severity == .error {
        if finding.remedy == nil || finding.place == nil { Issue.record("run \(quarter).\(run): \(finding)") }
      }
      // The reports take longest: some of the runs go all the way.
      if run % 40 == 0 { #expect(!Pipeline.run(["group": deliveries]).files.isEmpty) }
    }
    #expect(takenCount > runs / 5)
  }
}
