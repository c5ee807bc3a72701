/// Finds line, field and excerpt of a place in a text: only when an error is told, so it may take its time.
struct PlaceFinder {
  /// The text in UTF-8; it may end at the place.
  let text: [UInt8]
  /// The line that the text begins in.
  var firstLine = 1
  /// The dialect, where it is known; otherwise it is found from the text.
  var delimiter: UInt8?
  var quote: UInt8? = UInt8(ascii: "\"")

  /// Units: bytes of excerpt on each side of the place.
  private static let reach = 60

  /// An error at a place in the text.
  func error(
    _ kind: ReadError.Kind, at offset: Int, byteOffset: Int, found: String, expected: String, remedy: String
  ) -> ReadError {
    let (line, column) = lineAndColumn(offset)
    return ReadError(
      kind: kind, lineNumber: line, columnNumber: column, byteOffset: byteOffset, excerpt: excerpt(around: offset),
      found: found, expected: expected, remedy: remedy)
  }

  /// Reads up to the place, to see in which line and field it lies.
  func lineAndColumn(_ offset: Int) -> (line: Int, column: Int) {
    text.withUnsafeBufferPointer { whole in
      let before = UnsafeBufferPointer(rebasing: whole[..<min(offset, whole.count)])
      let line = firstLine + countLineEnds(UnsafeRawBufferPointer(before))
      let delimiter = delimiter ?? ((try? DelimiterChoice(text: before).choose())?.delimiter ?? UInt8(ascii: ","))
      guard let parser = try? RecordParser(delimiter: delimiter, quote: quote) else { return (line, 1) }
      var start = 0
      while start < before.count {
        let end = min(start + 65_536, before.count)
        do throws(ReadError) {
          try parser.parse(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: before[start..<end])))
          parser.discardRecords()
        } catch {
          return (line, error.columnNumber)
        }
        start = end
      }
      return (line, parser.state.pointee.fieldsInRecord + 1)
    }
  }

  /// The text around a place, within its line.
  func excerpt(around offset: Int) -> String {
    text.withUnsafeBufferPointer { whole in
      let place = min(offset, whole.count)
      var start = place
      while start > 0, place - start < Self.reach, !isLineEnd(whole[start - 1]) { start -= 1 }
      while start < place, whole[start] & 0xC0 == 0x80 { start += 1 }
      var end = place
      while end < whole.count, end - place < Self.reach, !isLineEnd(whole[end]) { end += 1 }
      while end > place, end < whole.count, whole[end] & 0xC0 == 0x80 { end -= 1 }
      return printable(UnsafeBufferPointer(rebasing: whole[start..<end]))
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
