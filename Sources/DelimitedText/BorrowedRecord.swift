/// A record lent by `RecordParser` for the length of one call: copy what is to be kept.
///
/// It points into the parser's buffers, so it cannot be copied, and must not be stored.
public struct BorrowedRecord: ~Copyable {
  /// The line of the file that the record begins in.
  ///
  /// Units: counted from 1.
  public let lineNumber: Int
  /// How many fields the record has; none for a blank line.
  public let fieldCount: Int
  private let firstField: Int
  private let text: UnsafeBufferPointer<UInt8>
  private let fieldEnds: UnsafeBufferPointer<UInt32>

  init(
    lineNumber: Int, firstField: Int, fieldCount: Int, text: UnsafeBufferPointer<UInt8>, fieldEnds: UnsafeBufferPointer<UInt32>
  ) {
    self.lineNumber = lineNumber
    self.firstField = firstField
    self.fieldCount = fieldCount
    self.text = text
    self.fieldEnds = fieldEnds
  }

  /// Lends the bytes of a field; none where the record has no such field.
  ///
  /// - Parameter field: counted from 0.
  public func withBytes<R>(_ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    guard field >= 0, field < fieldCount else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let index = firstField + field
    let start = index == 0 ? 0 : Int(fieldEnds[index - 1])
    return body(UnsafeBufferPointer(rebasing: text[start..<Int(fieldEnds[index])]))
  }

  /// The text of a field, untrimmed; "" where the record has no such field.
  ///
  /// - Parameter field: counted from 0.
  public func text(_ field: Int) -> String {
    withBytes(field) { String(decoding: $0, as: UTF8.self) }
  }
}
