/// How the ends of the lines of a file are written; line ends inside quoted fields do not count.
public enum LineEnding: String, Sendable, CaseIterable {
  /// A line feed: Unix.
  case lf = "LF"
  /// A carriage return and a line feed: Windows.
  case crlf = "CRLF"
  /// A carriage return alone: old Macintosh, and Excel's "CSV (Macintosh)".
  case cr = "CR"
  /// More than one of them in one file.
  case mixed
  /// No line ends at all: one record.
  case none
}

/// How the bytes of a file are to be read, with the evidence for each choice.
public struct Dialect: Sendable, Equatable {
  /// How characters are written as bytes.
  public var encoding: Encoding
  /// Whether the file begins with the mark U+FEFF, which is not part of its text.
  public var hasByteOrderMark: Bool
  /// The byte between two fields of the text in UTF-8: comma, semicolon, tab or pipe.
  public var delimiter: UInt8
  /// The byte that a field may be wrapped in, or nil where quotes are ordinary characters.
  public var quote: UInt8?
  /// How the lines end.
  public var lineEnding: LineEnding
  /// Whether the last line has its line end; a file without one may have been cut short.
  public var endsWithNewline: Bool
  /// One English sentence each: what was chosen, and on what evidence.
  public var evidence: [String]

  /// Creates a dialect; what is left out is as RFC 4180 has it, in UTF-8.
  public init(
    encoding: Encoding = .utf8,
    hasByteOrderMark: Bool = false,
    delimiter: UInt8 = UInt8(ascii: ","),
    quote: UInt8? = UInt8(ascii: "\""),
    lineEnding: LineEnding = .lf,
    endsWithNewline: Bool = true,
    evidence: [String] = []
  ) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.delimiter = delimiter
    self.quote = quote
    self.lineEnding = lineEnding
    self.endsWithNewline = endsWithNewline
    self.evidence = evidence
  }
}
