/// A whole file as records of cells.
///
/// Compact: the text of all cells lies in one array of UTF-8, with the end of each field and the start of each record. A value
/// that never changes, so copies share it.
public struct Table: Sendable {
  /// How the file was read, and on what evidence.
  public let dialect: Dialect
  let storage: TableStorage

  /// How many records the file has, blank lines among them.
  public var recordCount: Int { storage.records.count }

  /// A record of the file.
  ///
  /// - Parameter record: counted from 0, below `recordCount`.
  public subscript(record: Int) -> Record {
    precondition(record >= 0 && record < recordCount, "there is no record of this number")
    return Record(storage: storage, index: record)
  }

  /// A cheap view of one record.
  public struct Record: Sendable {
    let storage: TableStorage
    let index: Int

    /// The line of the file that the record begins in; `\n`, `\r\n` and `\r` each end a line, inside quotes too.
    ///
    /// Units: counted from 1.
    public var lineNumber: Int { Int(storage.records[index].lineNumber) }

    /// How many fields the record has; none for a blank line.
    public var fieldCount: Int { Int(storage.records[index].fieldEnd) - firstField }

    /// Whether no field of the record holds anything but white space; so it is for a blank line.
    public var isBlank: Bool { (0..<fieldCount).allSatisfy(isEmpty) }

    /// The text of a field as it stands, untrimmed; "" where the record has no such field.
    ///
    /// - Parameter field: counted from 0.
    public func text(_ field: Int) -> String {
      withBytes(field) { String(decoding: $0, as: UTF8.self) }
    }

    /// Lends the bytes of a field, in UTF-8; none where the record has no such field.
    ///
    /// - Parameter field: counted from 0.
    public func withBytes<R>(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
      guard field >= 0, field < fieldCount else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
      let index = firstField + field
      let start = index == 0 ? 0 : Int(storage.fieldEnds[index - 1])
      let end = Int(storage.fieldEnds[index])
      return storage.text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// Whether a field holds nothing but white space, or is not there.
    ///
    /// - Parameter field: counted from 0.
    public func isEmpty(_ field: Int) -> Bool {
      withBytes(field, isWhiteSpace)
    }

    private var firstField: Int { index == 0 ? 0 : Int(storage.records[index - 1].fieldEnd) }
  }
}

/// What the views of a table share.
final class TableStorage: Sendable {
  /// A record: how many fields the file has up to and with it, and the line it begins in.
  struct Mark {
    var fieldEnd: UInt32
    var lineNumber: UInt32
  }

  let text: [UInt8]
  let fieldEnds: [UInt32]
  let records: [Mark]

  init(text: [UInt8], fieldEnds: [UInt32], records: [Mark]) {
    self.text = text
    self.fieldEnds = fieldEnds
    self.records = records
  }
}

/// Whether text holds nothing but white space: of ASCII, no-break, ideographic and typographic, and of no width.
func isWhiteSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let first = bytes[index]
    if first == 0x20 || (first >= 0x09 && first <= 0x0D) {
      index += 1
    } else if first == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
      index += 2
    } else if index + 2 < bytes.count, isThreeByteSpace(first, bytes[index + 1], bytes[index + 2]) {
      index += 3
    } else {
      return false
    }
  }
  return true
}

private func isThreeByteSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
  switch (first, second) {
  case (0xE2, 0x80): (0x80...0x8B).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF  // U+2000…200B, 2028, 2029, 202F
  case (0xE2, 0x81): third == 0x9F  // U+205F
  case (0xE3, 0x80): third == 0x80  // U+3000
  case (0xEF, 0xBB): third == 0xBF  // U+FEFF
  default: false
  }
}
