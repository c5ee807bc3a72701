/// Writes records as RFC 4180 has them: UTF-8, comma, quotes only where a field needs them; lines end in LF.
///
/// A field needs quotes when it holds a comma, a quote or a line end, or is the only field of its record and empty (so that the
/// record is not a blank line). Formula injection is not its concern: it writes what it is given.
public struct DelimitedWriter {
  private var output: [UInt8] = []
  private var fieldsInRecord = 0
  private var recordIsOneEmptyField = false

  /// Creates a writer with nothing written.
  public init() {}

  /// What has been written so far.
  public var bytes: [UInt8] { output }

  /// Adds a field to the record under way.
  public mutating func field(_ text: String) {
    if fieldsInRecord > 0 { output.append(UInt8(ascii: ",")) }
    recordIsOneEmptyField = fieldsInRecord == 0 && text.isEmpty
    fieldsInRecord += 1
    let utf8 = text.utf8
    guard Self.needsQuotes(utf8) else {
      output.append(contentsOf: utf8)
      return
    }
    let quote = UInt8(ascii: "\"")
    output.append(quote)
    for byte in utf8 {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }

  /// Ends the record under way; without fields it is a blank line.
  public mutating func endRecord() {
    if recordIsOneEmptyField {
      output.append(UInt8(ascii: "\""))
      output.append(UInt8(ascii: "\""))
    }
    output.append(UInt8(ascii: "\n"))
    fieldsInRecord = 0
    recordIsOneEmptyField = false
  }

  private static func needsQuotes(_ utf8: String.UTF8View) -> Bool {
    utf8.withContiguousStorageIfAvailable { needsQuotes(bytes: $0) } ?? needsQuotes(bytes: utf8)
  }

  private static func needsQuotes(bytes: some Sequence<UInt8>) -> Bool {
    for byte in bytes where byte <= UInt8(ascii: ",") {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return true }
    }
    return false
  }
}
