/// Reads a whole file as a `Table`: finds how its bytes are to be read, on the evidence of all of them, and reads them strictly.
public enum DelimitedReader {
  /// Reads a file whose dialect is to be found.
  ///
  /// The result does not depend on the locale, nor the dialect on the order of the records.
  ///
  /// - Throws: `ReadError`, at its exact place.
  public static func read(_ bytes: [UInt8]) throws(ReadError) -> Table {
    try read(bytes, decoded: TextDecoder(bytes: bytes).decode(), given: nil)
  }

  /// Reads a file in a given dialect: its encoding, delimiter and quote are taken as they are; the rest is found.
  ///
  /// - Throws: `ReadError`, at its exact place.
  public static func read(_ bytes: [UInt8], dialect: Dialect) throws(ReadError) -> Table {
    let decoded = try TextDecoder(bytes: bytes).decode(
      dialect.encoding, evidence: "the encoding is \(dialect.encoding.rawValue): it was given")
    return try read(bytes, decoded: decoded, given: dialect)
  }

  private static func read(_ bytes: [UInt8], decoded: DecodedText, given: Dialect?) throws(ReadError) -> Table {
    var decoded = decoded
    TextCheck.withoutEndMark(&decoded)
    TextCheck.withoutInnerMarks(&decoded)
    guard !decoded.range.isEmpty else {
      throw .unplaced(
        .empty, found: "marks of a text and no text", expected: "records of cells",
        remedy: "save the file again, or take it out of the folder")
    }
    do throws(ReadError) {
      return try decoded.withText { (text) throws(ReadError) -> Table in
        try refuseControls(text)
        return try TextReader(text: text, decoded: decoded, given: given).read()
      }
    } catch {
      var placed = error
      placed.byteOffset = decoded.fileOffset(error.byteOffset, in: bytes)
      throw placed
    }
  }

  private static func refuseControls(_ text: UnsafeBufferPointer<UInt8>) throws(ReadError) {
    guard let place = TextCheck.firstControl(text) else { return }
    let finder = PlaceFinder(text: Array(text))
    guard text[place] == 0 else {
      throw finder.error(
        .controlByte, at: place, byteOffset: place, found: "the control byte \(hexadecimal(text[place]))", expected: "text",
        remedy: "take the character out, or save the file again as CSV UTF-8 from the program it comes from")
    }
    throw finder.error(
      .nulByte, at: place, byteOffset: place, found: "a byte of value zero", expected: "text",
      remedy: "copy the file again: a run of zero bytes is what an interrupted upload leaves")
  }
}
