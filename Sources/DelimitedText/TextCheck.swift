/// What may not be in a text, whatever its encoding; and the marks that are no part of it.
enum TextCheck {
  /// The index of the first control byte that text does not have, or nil.
  ///
  /// Tab, line feed, vertical tab, form feed and carriage return are text: the middle two are what some programs leave for a
  /// line break inside a cell.
  static func firstControl(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(text)
    var index = 0
    while index < text.count {
      if index &+ 8 <= text.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // A byte below 0x20 borrows from its top bit here; one of 0x80 and more is masked out.
        if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 == 0 {
          index &+= 8
          continue
        }
      }
      let last = min(index &+ 8, text.count)
      while index < last {
        if text[index] < 0x20, !(0x09...0x0D).contains(text[index]) { return index }
        index &+= 1
      }
    }
    return nil
  }

  /// The mark that old systems put after the end of a text (Ctrl-Z), taken off its end.
  static func withoutEndMark(_ text: inout DecodedText) {
    let endMark: UInt8 = 0x1A
    var end = text.range.upperBound
    while end > text.range.lowerBound, text.storage[end - 1] == endMark { end -= 1 }
    guard end < text.range.upperBound else { return }
    text.range = text.range.lowerBound..<end
    text.evidence.append("the end-of-file mark 0x1A at the end is not part of the text")
  }

  /// Byte order marks at the start of later fields, as programs leave that join files, taken out.
  static func withoutInnerMarks(_ text: inout DecodedText) {
    let places = innerMarks(text)
    guard !places.isEmpty else { return }
    var kept: [UInt8] = []
    kept.reserveCapacity(text.range.count)
    var start = text.range.lowerBound
    for place in places {
      kept.append(contentsOf: text.storage[start..<place])
      start = place + ByteOrderMark.utf8.count
    }
    kept.append(contentsOf: text.storage[start..<text.range.upperBound])
    text.removedMarks = places.map { $0 - text.range.lowerBound }
    text.skippedByteCount = text.encoding == .utf8 ? text.range.lowerBound : 0
    text.storage = kept
    text.range = 0..<kept.count
    text.evidence.append(
      places.count == 1
        ? "a byte order mark at the start of a field was taken out"
        : "\(places.count) byte order marks at the start of fields were taken out")
  }

  private static func innerMarks(_ text: DecodedText) -> [Int] {
    text.storage.withUnsafeBufferPointer { storage in
      var places: [Int] = []
      var index = text.range.lowerBound
      while let place = storage[index..<text.range.upperBound].firstIndex(of: ByteOrderMark.utf8[0]) {
        index = place + 1
        guard storage[place..<text.range.upperBound].starts(with: ByteOrderMark.utf8) else { continue }
        let isStart = place == text.range.lowerBound || beginsField(after: storage[place - 1]) || places.last == place - 3
        if isStart { places.append(place) }
      }
      return places
    }
  }

  private static func beginsField(after byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == DelimiterChoice.doubleQuote || byte == DelimiterChoice.singleQuote
      || DelimiterChoice.candidates.contains(byte)
  }
}
