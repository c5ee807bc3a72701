import DelimitedText

/// A file as it was delivered, before anything is known of it.
public struct Delivery: Sendable {
  /// Its path below Inputs, with `/` between folders.
  public let path: String
  /// All its bytes.
  public let bytes: [UInt8]
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  public let digest: String
  /// Why its bytes could not be had, in words: no regular file, no permission; nil where they could.
  public let problem: String?
  /// Whether it is a file of ours that is not whole yet or cannot be read just now: the reports of its group wait for the next run.
  public let isForNextRun: Bool

  /// A file's bytes with their digest.
  public init(path: String, bytes: [UInt8], digest: String) {
    self.path = path
    self.bytes = bytes
    self.digest = digest
    problem = nil
    isForNextRun = false
  }

  /// A file whose bytes could not be had.
  public init(path: String, problem: String, isForNextRun: Bool = false) {
    self.path = path
    self.problem = problem
    self.isForNextRun = isForNextRun
    bytes = []
    digest = ""
  }
}

/// A file of a group: where it lies, what it was read as, and on what evidence.
public struct Source: Sendable {
  /// Its path below Inputs.
  public let path: String
  /// SHA-256 of its bytes.
  public let digest: String
  /// How many bytes it has.
  public let byteCount: Int
  /// Whether it is left for the next run.
  public let isForNextRun: Bool
  /// Its cells; nil where it could not be read.
  public var table: Table?
  /// What it is, as CONTRACT names the forms; nil where it was rejected.
  public var form: String?
  /// How it was read, and what shows it.
  public var evidence: [Text] = []

  /// A file that was delivered.
  public init(_ delivery: Delivery) {
    path = delivery.path
    digest = delivery.digest
    byteCount = delivery.bytes.count
    isForNextRun = delivery.isForNextRun
  }
}

/// What a group's `settings` file says.
public struct Settings: Hashable, Sendable {
  /// The currency of the reports, where it is said.
  public var presentationCurrency: Currency?
  /// The unit of the reports, where it is said.
  public var presentationUnit: MoneyUnit?
  /// The amount from which a change is worth a comment, where it is said, in units of currency.
  public var materiality: Amount?
  /// The languages of the reports, where they are said.
  public var languages: ReportLanguages?
  /// The permissions of the report files, where they are said: 0o640, say.
  public var fileMode: Int?
  /// All settings as written, by name in lower case.
  public var other: [String: String] = [:]

  /// Nothing set.
  public init() {}
}

/// A line of the `acceptances` file: a finding that somebody has looked at and signed off.
public struct Acceptance: Hashable, Sendable {
  /// The check's id.
  public var check: String
  /// The entity's name as written; empty for any.
  public var entity: String
  /// The item's id or label; empty for any.
  public var item: String
  /// The date or period's end; nil for any.
  public var end: CalendarDate?
  /// Why.
  public var reason: String
  /// Who.
  public var by: String
  /// The last day on which it holds; nil for always.
  public var until: CalendarDate?
  /// The line in its file.
  public var place: Place
}
