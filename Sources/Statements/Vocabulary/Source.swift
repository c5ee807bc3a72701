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

  /// Its bytes piece by piece, where there are too many to hold; `bytes` is then empty.
  public private(set) var stream: ByteSource?
  /// The digest of a streamed file, made when it is asked for.
  private var digestOfStream: (@Sendable () -> String)?
  /// Says of a streamed file, when it has been read, whether it is still what it was when reading began.
  public private(set) var isUnchanged: (@Sendable () -> Bool)?

  /// What is said of a file that changed meanwhile.
  public static let hasChanged = "it changed while it was being read; the next run takes it"

  /// From this size on a file is streamed. Units: bytes.
  public static let streamedByteCount = 8 << 20

  /// How many bytes it has.
  var byteCount: Int { stream?.byteCount ?? bytes.count }

  /// A file that is read piece by piece; `digest` makes its SHA-256, and is called only where a report needs it.
  public init(path: String, stream: ByteSource, digest: @escaping @Sendable () -> String, isUnchanged: @escaping @Sendable () -> Bool) {
    self.init(path: path, bytes: [], digest: "")
    self.stream = stream
    digestOfStream = digest
    self.isUnchanged = isUnchanged
  }

  /// The digest, that of a streamed file only where it is needed.
  func digest(isNeeded: Bool) -> String { isNeeded ? digestOfStream?() ?? digest : digest }

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
  public internal(set) var isForNextRun: Bool
  /// Its cells; nil where it could not be read. Of a file that is too long to be held, the records that findings name.
  public var table: Table?
  /// Such a file, for its records to be found again.
  var long: LongSource?
  /// What it is, as docs/INPUTS.md names the forms; nil where it was rejected.
  public var form: String?
  /// Those whose statement it says to be, by their names, kept where it was refused too.
  var owners: Set<String> = []
  /// How it was read, and what shows it.
  public var evidence: [Text] = []

  /// A file that was delivered.
  init(_ delivery: Delivery, needsDigest: Bool = true) {
    path = delivery.path
    digest = delivery.digest(isNeeded: needsDigest)
    byteCount = delivery.byteCount
    isForNextRun = delivery.isForNextRun
  }
}

/// A file that was added up as it was read, and what is needed to find a record of it again.
struct LongSource: Sendable {
  let text: LongText
  let landmarks: [Tally.Landmark]
  let dialect: Dialect

  /// The records that begin on some lines, as a table of them alone.
  func records(onLines lines: [Int]) -> Table { text.records(onLines: lines, landmarks, dialect) }
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
  /// The date or period in words that can be read one way; empty for any.
  public var period: String
  /// Why.
  public var reason: String
  /// Who.
  public var by: String
  /// The last day on which it holds; nil for always.
  public var until: CalendarDate?
  /// The line in its file.
  public var place: Place

  /// What the line says, wherever it stands: `restated,Pier,,2023-12-31,an error of cut-off,CFO,`.
  public var words: String {
    var writer = DelimitedWriter()
    for field in [check, entity, item, period, reason, by, until?.isoText ?? ""] { writer.field(field) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
