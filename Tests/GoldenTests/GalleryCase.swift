import Foundation
import Statements
import Testing

/// A folder of the gallery: for an id a case that breaks it and one that just does not, or for a treatment one that it fits.
///
/// `Gallery/<id>/breaks/*.csv` and `Gallery/<id>/holds/*.csv` are small folders of inputs that a person can read and run:
/// `tieout check --inputs Tests/GoldenTests/Gallery/balance/breaks`. `Gallery/<id>/expected.txt` is what a terminal shows of that id's
/// findings. `Gallery/<id>/case.md` may say in words what is put in. A treatment has `fits/` and what it gives.
struct GalleryCase: Sendable, CustomTestStringConvertible {
  /// A folder of inputs.
  enum Side: String, Sendable, CaseIterable {
    case breaks, holds, fits
  }

  let id: String

  var testDescription: String { id }

  static let gallery = GoldenCase.repository.appendingPathComponent("Tests/GoldenTests/Gallery")

  /// The ids that no inputs can break: only a defect of the program could, for which a test changes the figures behind its back, or a
  /// history that was damaged.
  static let brokenByNoInputs: Set<String> = ["equity-identity", "translation-difference", "history-damaged"]

  /// The folders that are there, of ids that there are.
  static let all: [GalleryCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: gallery.path)) ?? []
    let ids = Set(((try? RuleComment.all()) ?? []).map(\.id))
    return names.filter(ids.contains).sorted().map(GalleryCase.init)
  }()

  /// The sides that an id must have.
  static func demanded(_ comment: RuleComment) -> [Side] {
    if comment.kind == .treatment { return [.fits] }
    return brokenByNoInputs.contains(comment.id) ? [.holds] : [.breaks, .holds]
  }

  private var folder: URL { Self.gallery.appendingPathComponent(id) }

  /// Where the expected text stands.
  var expected: URL { folder.appendingPathComponent("expected.txt") }

  /// What the case says of itself.
  var words: String? {
    (try? String(contentsOf: folder.appendingPathComponent("case.md"), encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The input files of a side, by name; empty where the folder is not there.
  func files(_ side: Side) throws -> [(name: String, bytes: [UInt8])] {
    let inputs = folder.appendingPathComponent(side.rawValue)
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: inputs.path)) ?? []).filter { $0.hasSuffix(".csv") }.sorted()
    return try names.map { ($0, Array(try Data(contentsOf: inputs.appendingPathComponent($0)))) }
  }

  /// What the pipeline makes of a side.
  func run(
    _ side: Side, _ languages: ReportLanguages? = nil, lacks: (@Sendable (Language, String) -> Void)? = nil
  ) throws -> Pipeline.Outcome {
    let deliveries = try files(side).map { Delivery(path: $0.name, bytes: $0.bytes, digest: String(repeating: "0", count: 64)) }
    return Pipeline.run(["main": deliveries], languages: languages, lacks: lacks)
  }

  /// The findings of this id, as a terminal shows them.
  func findings(_ side: Side) throws -> String {
    let group = try run(side).groups[0]
    let found = group.findings.filter { $0.check == id }
    return found.map { group.lines(of: $0, inputs: "Inputs/").map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// What a treatment gives: the record of each event in `equity-transactions.csv`, and the journal.
  func treatment() throws -> String {
    let outcome = try run(.fits)
    func file(_ name: String) -> String {
      outcome.files.first { $0.path == "main/data/" + name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    let records = file("equity-transactions.csv").split(separator: "\n").map { Self.fields($0) }
    var lines: [String] = []
    for record in records.dropFirst() {
      for (name, value) in zip(records[0], record) where !value.isEmpty { lines.append("\(name): \(value)") }
      lines.append("")
    }
    return lines.map { $0 + "\n" }.joined() + file("journal.journal")
  }

  /// The text that belongs in `expected.txt`.
  func text() throws -> String {
    try files(.fits).isEmpty ? findings(.breaks) : treatment()
  }

  /// The fields of a record as we write it.
  private static func fields(_ record: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in record {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
