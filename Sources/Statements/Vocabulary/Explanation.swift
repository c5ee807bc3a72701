import CTables
import DelimitedText

/// What a check or a treatment means, in words for a person who meets its id in a report.
///
/// The words are the doc comments of the checks and treatments themselves. `make accept` gathers them into `Explanations.csv`, which the
/// binary carries; a test fails when the two do not agree.
public struct Explanation: Hashable, Sendable {
  /// What is explained.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What is found while a file is read.
    case reading
    /// What must hold in a group's accounts.
    case check
    /// A way of accounting for an event.
    case treatment
  }

  /// What it is.
  public let kind: Kind
  /// Its id, in kebab case.
  public let id: String
  /// What must hold, or what happens, as one sentence.
  public let claim: String
  /// What that means, paragraph by paragraph.
  public let meaning: [String]
  /// The other parts by name, in the order of `partNames`; a part that nobody wrote is left out.
  public let parts: [(name: String, words: String)]

  /// The parts of an explanation that have a name.
  public static let partNames = ["Formula", "Severity", "Example", "Remedy", "Cites"]

  /// All of them: readings, checks, treatments, each in the order of its list.
  public static let all: [Explanation] = EmbeddedTable.rows(tieout_explanations()).compactMap(Explanation.init(row:))

  /// The one with an id.
  public static func find(_ id: String) -> Explanation? { all.first { $0.id == id } }

  /// A row of `Explanations.csv`: `kind,id,claim,meaning,formula,severity,example,remedy,cites`; paragraphs are parted by blank lines.
  private init?(row: [String]) {
    guard row.count == 4 + Explanation.partNames.count, let kind = Kind(rawValue: row[0]) else { return nil }
    self.kind = kind
    id = row[1]
    claim = row[2]
    meaning = row[3].split(separator: "\n\n").map(String.init)
    parts = zip(Explanation.partNames, row[4...]).filter { !$0.1.isEmpty }.map { (name: $0, words: $1) }
  }

  /// Equal when the ids are.
  public static func == (left: Explanation, right: Explanation) -> Bool { left.id == right.id }

  /// By id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
