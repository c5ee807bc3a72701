/// Why a file cannot be read, at an exact place, with what to do about it.
public struct ReadError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// The file ends inside a quoted field.
    case unclosedQuote
    /// A quote stands where it neither opens nor closes a field.
    case strayQuote
    /// Bytes that are no character in the encoding of the file, or in any.
    case undecodable
    /// A byte of value zero in text: as a rule, an upload that was broken off.
    case nulByte
    /// A control byte other than tab, line feed, vertical tab, form feed and carriage return.
    case controlByte
    /// A field longer than `Limits.fieldByteCount`.
    case fieldTooLong
    /// A record longer than `Limits.recordByteCount`.
    case recordTooLong
    /// A record of more than `Limits.fieldCount` fields.
    case tooManyFields
    /// More text than `Limits.tableByteCount`.
    case fileTooLong
    /// A file of no bytes, or of nothing but a byte order mark.
    case empty
    /// A workbook, a PDF, an archive, a picture or a web page under the name of a CSV.
    case notText
    /// Two delimiters explain the file equally well.
    case ambiguousDelimiter
    /// A given dialect whose delimiter or quote cannot serve.
    case unusableDialect
    /// The system has no memory, or lacks a table that decoding needs.
    case system
  }

  /// What is wrong.
  public var kind: Kind
  /// The line of the place; `\n`, `\r\n` and `\r` each end a line, inside quotes too.
  ///
  /// Units: counted from 1.
  public var lineNumber: Int
  /// The field of its record that the place lies in.
  ///
  /// Units: counted from 1.
  public var columnNumber: Int
  /// The place in the file as it lies on the disk.
  ///
  /// Units: bytes, counted from 0.
  public var byteOffset: Int
  /// The text around the place; bytes that are no text are written `\xE9`.
  public var excerpt: String
  /// What stands there.
  public var found: String
  /// What would have been right.
  public var expected: String
  /// What a person can do about it.
  public var remedy: String

  /// Creates an error from its parts.
  public init(
    kind: Kind,
    lineNumber: Int,
    columnNumber: Int,
    byteOffset: Int,
    excerpt: String,
    found: String,
    expected: String,
    remedy: String
  ) {
    self.kind = kind
    self.lineNumber = lineNumber
    self.columnNumber = columnNumber
    self.byteOffset = byteOffset
    self.excerpt = excerpt
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }
}
