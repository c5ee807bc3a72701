/// What is to be added up in a long file, too long to be held: one column of amounts, by the words of the others.
///
/// The words of up to eight columns make a group (whose, of which day, in which currency), those of up to eight others an account; amounts are
/// added up for each group and each class of accounts. What an amount is where it is not written as plain digits, and which rows are none, the
/// caller judges.
public struct TallyPlan: Sendable {
  /// The byte between fields.
  public var delimiter = UInt8(ascii: ",")
  /// The byte that fields may be wrapped in.
  public var quote = UInt8(ascii: "\"")
  /// Where the text begins, behind a byte order mark.
  public var start = 0
  /// How many records come before the rows: titles, the header.
  public var headCount = 1
  /// How many fields a row has.
  public var width = 0
  /// The field of the amounts, from 0.
  public var amountField = 0
  /// The fields of a group; nil where the file has no such column.
  public var groupFields: [Int?] = []
  /// Which of them must not be empty.
  public var requiredGroupFields: [Int] = []
  /// The fields of an account.
  public var accountFields: [Int?] = []
  /// Fields of accounts of which one must not be empty.
  public var namingFields: [Int] = []
  /// Further fields whose words may mark a row.
  public var otherFields: [Int] = []
  /// A field whose words mark no row: that of the dates.
  public var unmarkedField: Int?
  /// Bytes that must not occur anywhere in the file.
  public var strangeBytes: [UInt8] = []
  /// In how many parts the file is read at once.
  public var threadCount = Workers.coreCount
  /// Units: bytes; a part is no shorter.
  public var partByteCount = 4 << 20
  /// Units: bytes that are read at a time.
  public var blockByteCount = 1 << 18
  /// A line that is wanted again is found within so many records.
  public var recordsBetweenLandmarks = 512
  /// How many refused rows are kept of each kind; the others are counted.
  public var mostRefused = 500
  /// How many rows of watched groups are kept; where there are more, some are left out.
  public var mostWatched = 1 << 20

  /// The class of an account, from the words of its fields as they stand; called once for each account, by several threads.
  public var classOf: @Sendable (_ words: [String?]) -> Int32
  /// Whether the rows of a group are wanted one by one, from the words of its fields.
  public var isWatched: @Sendable (_ words: [String?]) -> Bool
  /// Of which accounts such rows are wanted, from the words of their fields.
  public var isWatchedAccount: @Sendable (_ words: [String?]) -> Bool = { _ in true }
  /// Whether a word marks its row, which then is added up apart from the others of its group.
  public var marks: @Sendable (_ word: UnsafeBufferPointer<UInt8>) -> Bool = { _ in false }
  /// What a row is that is not as long as the header, lacks a word, or whose amount is not plain.
  public var judge: @Sendable (_ record: Table.Record) -> Verdict

  /// Where a group's words say whether its rows are marked: behind those of its fields.
  static let markLane = 7

  /// A plan for one file.
  public init(
    classOf: @escaping @Sendable (_ words: [String?]) -> Int32, isWatched: @escaping @Sendable (_ words: [String?]) -> Bool,
    judge: @escaping @Sendable (_ record: Table.Record) -> Verdict
  ) {
    self.classOf = classOf
    self.isWatched = isWatched
    self.judge = judge
  }

  /// What a row is.
  public enum Verdict: Sendable {
    /// No row: a blank line, a rule.
    case skip
    /// Not of the table's shape.
    case misshapen
    /// A row in which so many things cannot be taken.
    case refused(Int)
    /// A row without an amount.
    case empty
    /// A row with an amount: 10⁻¹² units of it, and its decimals. `isOpen` where the separators could be read in two ways.
    case amount(atoms: Int128, decimals: Int, showsPoint: Bool, isOpen: Bool)
    /// Something for which the whole file must be seen.
    case beyond
  }
}

/// What adding up a file gave. Lines are those of the file; numbers of words, groups and accounts are in the order in which they came.
public struct Tally: Sendable {
  /// The words of a column, each once, with the line where it came first.
  public struct Column: Sendable {
    /// The words as they stand, untrimmed.
    public var words: [String] = []
    /// Where each came first.
    public var lines: [Int] = []
  }

  /// What rows are added up under.
  public struct Group: Sendable {
    /// The numbers of its words, by the plan's `groupFields`; −1 where there is none.
    public var words: SIMD8<Int32>
    /// Whether its rows are marked.
    public var isMarked: Bool { words[TallyPlan.markLane] >= 0 }
    /// The sum of the positive amounts, in 10⁻¹² units.
    public var debits: Int128 = 0
    /// The sum of the negative amounts, without the minus.
    public var credits: Int128 = 0
    /// How many rows.
    public var rowCount = 0
    /// The most decimals that a row has.
    public var finest = Int.min
    /// The first row.
    public var line: Int
    /// How many accounts it has.
    public var accountCount = 0
  }

  /// An account.
  public struct Account: Sendable {
    /// The numbers of its words, by the plan's `accountFields`.
    public var words: SIMD8<Int32>
    /// Its class.
    public var kind: Int32
    /// The group of its first row.
    public var group: Int32
    /// The first row.
    public var line: Int
    /// Its amount, in 10⁻¹² units.
    public var atoms: Int128
    /// How many rows have a positive amount.
    public var positiveCount = 0
    /// How many rows have a negative amount.
    public var negativeCount = 0
  }

  /// The sum of the accounts of one class in one group.
  public struct Cell: Sendable, BitwiseCopyable {
    /// The group.
    public var group: Int32
    /// The class.
    public var kind: Int32
    /// The sum, in 10⁻¹² units.
    public var atoms: Int128
    /// How many rows.
    public var rowCount: Int32
    /// The account of the first row.
    public var account: Int32
    /// The first row.
    public var line: Int
    /// The fewest decimals that a row has.
    public var decimals: Int
    /// Where `raws` has the amount of the first row as written; −1 where it is written as plain digits are.
    public var raw: Int32
  }

  /// The amount of a cell's first row as written; nil where it is written as plain digits are.
  public func raw(of cell: Cell) -> String? { cell.raw < 0 ? nil : raws[Int(cell.raw)] }

  /// A row of a watched group.
  public struct Row: Sendable {
    /// The group.
    public var group: Int32
    /// The account.
    public var account: Int32
    /// The line.
    public var line: Int
    /// The amount, in 10⁻¹² units.
    public var atoms: Int128
  }

  /// Rows that are refused.
  public struct Refused: Sendable {
    /// The first of them, as they stand.
    public var records: Table
    /// How often something was refused in all of them.
    public var count = 0
  }

  /// The columns: the plan's group fields and account fields, in this order; those that the file has not are empty.
  public var columns: [Column] = []
  /// The groups.
  public var groups: [Group] = []
  /// The accounts.
  public var accounts: [Account] = []
  /// The sums, by first row.
  public var cells: [Cell] = []
  /// Amounts as written.
  public var raws: [String] = []
  /// The rows of watched groups, or some of them.
  public var watched: [Row] = []
  /// Rows that are not of the table's shape.
  public var misshapen: Refused
  /// Rows with a cell that cannot be taken.
  public var refused: Refused
  /// How many rows have an amount.
  public var rowCount = 0
  /// Whether rows of watched groups are left out, since there are too many.
  public var isWatchedCut = false
  /// Whether a group and account come twice.
  public var hasRepeats = false
  /// Whether all groups that differ in the second of their words only have the same accounts.
  public var isComplete = true
  /// Whether an amount shows the decimal point.
  public var showsPoint = false
  /// Whether an amount could be read in two ways.
  public var hasOpen = false
  /// Whether every byte is ASCII.
  public var isASCII = true
  /// How many records are not blank, by how many fields they have.
  public var recordsByFieldCount: [Int: Int] = [:]
  /// How many fields are wrapped in quotes.
  public var wrappedCount = 0
  /// Whether a field begins with the other quote.
  public var hasOtherQuote = false
  /// How the lines end.
  public var lineEnding = LineEnding.none
  /// Whether the last line has its line end.
  public var endsWithNewline = false
  /// Lines with their places in the file, some records apart.
  public var landmarks: [Landmark] = []

  /// A place at which a record begins.
  public struct Landmark: Sendable {
    /// Its line.
    public var line: Int
    /// Units: bytes from the file's start.
    public var offset: Int
  }
}
