/// The line `sep=;` that Excel reads, and writes on request, before the first record.
struct SeparatorLine {
  let delimiter: UInt8
  /// Units: bytes, with the line end.
  let byteCount: Int

  /// Recognises the line at the start of a text.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let isQuoted = text.first == DelimiterChoice.doubleQuote
    var index = isQuoted ? 1 : 0
    let word = Array("sep=".utf8)
    guard text.count >= index + word.count + 1 else { return nil }
    for byte in word {
      guard text[index] | 0x20 == byte | 0x20 else { return nil }
      index += 1
    }
    guard DelimiterChoice.candidates.contains(text[index]) else { return nil }
    delimiter = text[index]
    index += 1
    if isQuoted {
      guard index < text.count, text[index] == DelimiterChoice.doubleQuote else { return nil }
      index += 1
    }
    if index < text.count {
      guard text[index] == 0x0A || text[index] == 0x0D else { return nil }
      index += text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A ? 2 : 1
    }
    byteCount = index
  }
}
