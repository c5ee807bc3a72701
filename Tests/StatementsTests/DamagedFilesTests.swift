import Foundation
import Testing

@testable import Statements

/// Files that were cut off or changed in one byte: none traps, and no figure of another line changes unless something is said.
///
/// TIEOUT_DAMAGE_ALL in the environment takes every byte and every damage rather than a sample.
@Suite struct DamagedFilesTests {
  private static let samples = ["worked-example/pier-position.csv", "worked-example/pier-results.csv", "kingsoft-cloud/net-assets.csv"]
  private static let isWhole = ProcessInfo.processInfo.environment["TIEOUT_DAMAGE_ALL"] != nil

  private static func bytes(_ sample: String) throws -> [UInt8] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Inputs").standardizedFileURL
    return Array(try Data(contentsOf: root.appendingPathComponent(sample)))
  }

  /// A figure without the words beside it, by the cell it stands in.
  private static func figures(_ group: Pipeline.Group) -> [Place: String] {
    var figures: [Place: String] = [:]
    for fact in group.accounts.facts {
      guard let place = fact.provenance.place else { continue }
      figures[place] =
        "\(group.accounts.catalogue[fact.item].id) \(fact.period.isoText) \(fact.value.decimalText) \(fact.currency?.code ?? "")"
    }
    return figures
  }

  /// The figures that another line than `line` has otherwise than in the whole file, where nothing is said; nil in place of what is gone.
  private static func silentlyWrong(_ damaged: Pipeline.Group, _ whole: [Place: String], but line: Int) -> [String] {
    guard !damaged.findings.contains(where: { $0.severity != .info }) else { return [] }
    return figures(damaged).filter { place, figure in Int(place.lineNumber) < line && whole[place] != figure }
      .map { "\($0.key.lineNumber):\($0.key.columnNumber) \($0.value)" }.sorted()
  }

  @Test(arguments: samples)
  func aFileThatIsCutOffAnywhereHasNoWrongFigureBeforeTheCut(_ sample: String) throws {
    let bytes = try Self.bytes(sample)
    let whole = Self.figures(group([(sample, bytes)]))
    #expect(!whole.isEmpty)
    for count in stride(from: 0, through: bytes.count, by: Self.isWhole ? 1 : 2) {
      let line = bytes[..<count].count { $0 == 0x0A } + 1
      let wrong = Self.silentlyWrong(group([(sample, Array(bytes[..<count]))]), whole, but: line)
      #expect(wrong.isEmpty, "cut after \(count) bytes: \(wrong)")
    }
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

  @Test(arguments: samples)
  func aByteThatIsChangedLeavesTheFiguresOfTheLinesAboveIt(_ sample: String) throws {
    let bytes = try Self.bytes(sample)
    let whole = Self.figures(group([(sample, bytes)]))
    // The lines above the figures say what all figures are of: there one byte may change them all.
    let first = whole.keys.map { Int($0.lineNumber) }.min() ?? 0
    var line = 1
    let damages: [UInt8] = Array("\",\n;9-( ".utf8) + [0x00, 0xFF, 0x81]
    for index in bytes.indices {
      if line >= first, Self.isWhole || index % 7 == 0 {
        for damage in Self.isWhole ? damages : [damages[index / 7 % damages.count]] where damage != bytes[index] {
          var damaged = bytes
          damaged[index] = damage
          let wrong = Self.silentlyWrong(group([(sample, damaged)]), whole, but: line)
          #expect(wrong.isEmpty, "byte \(index) is \(damage): \(wrong)")
        }
      }
      if bytes[index] == 0x0A { line += 1 }
    }
  }
}
