/// Finds the encoding of a whole file and decodes it strictly: byte order mark, then UTF-8, then UTF-16 by its NUL bytes, then
/// the code pages by evidence.
struct TextDecoder {
  let bytes: [UInt8]

  /// Decodes the file in the encoding that its bytes show.
  ///
  /// - Throws: `ReadError` of kind `empty`, `notText`, `undecodable`, `nulByte` or `controlByte`.
  func decode() throws(ReadError) -> DecodedText {
    guard !bytes.isEmpty else { throw emptyFile(found: "a file of no bytes") }
    if let marked = ByteOrderMark.encoding(bytes) {
      return try decode(marked, evidence: "the encoding is \(marked.rawValue): the file begins with its byte order mark")
    }
    if let foreign = ForeignFormat.recognise(bytes) { throw foreign }
    let fault = bytes.withUnsafeBufferPointer { UTF8Check.firstFault($0) }
    let nul = bytes.firstIndex(of: 0)
    if nul != nil, let wide = WideText.recognise(bytes) {
      return try decode(
        wide.encoding, evidence: "the encoding is \(wide.encoding.rawValue): \(wide.evidence)")
    }
    guard let fault else {
      return try decode(.utf8, evidence: utf8Evidence())
    }
    if let nul { throw nulByte(at: nul) }
    return try CodePageChoice(bytes: bytes, utf8Fault: fault).decode()
  }

  /// Decodes the file in a given encoding; its byte order mark, where it has one, is passed over.
  ///
  /// - Throws: `ReadError` of kind `empty`, `undecodable`, `nulByte`, `controlByte` or `system`.
  func decode(_ encoding: Encoding, evidence: String) throws(ReadError) -> DecodedText {
    guard !bytes.isEmpty else { throw emptyFile(found: "a file of no bytes") }
    let isMarked = ByteOrderMark.encoding(bytes) == encoding
    let start = isMarked ? ByteOrderMark.length(encoding) : 0
    guard start < bytes.count else { throw emptyFile(found: "a byte order mark and nothing else") }
    guard encoding != .utf8 else {
      let fault = bytes.withUnsafeBufferPointer { UTF8Check.firstFault(UnsafeBufferPointer(rebasing: $0[start...])) }
      if let fault {
        throw Undecodable(bytes: bytes, encoding: .utf8, offset: start + fault, decoded: Array(bytes[start..<start + fault])).error()
      }
      return DecodedText(
        storage: bytes, range: start..<bytes.count, encoding: .utf8, hasByteOrderMark: isMarked, evidence: [evidence])
    }
    var furthest: Iconv.Outcome?
    for name in encoding.iconvNames {
      guard let conversion = Iconv(from: name) else { continue }
      let outcome = bytes.withUnsafeBufferPointer { conversion.convert(UnsafeBufferPointer(rebasing: $0[start...])) }
      if !outcome.isFaulty {
        return DecodedText(
          storage: outcome.text, range: 0..<outcome.text.count, encoding: encoding, hasByteOrderMark: isMarked, evidence: [evidence])
      }
      if outcome.readCount >= furthest?.readCount ?? 0 { furthest = outcome }
    }
    guard let furthest else {
      throw .unplaced(
        .system, found: "no table for \(encoding.rawValue) in the system's C library", expected: "iconv with \(encoding.iconvNames[0])",
        remedy: "install the C library's gconv modules, or save the file as CSV UTF-8")
    }
    throw Undecodable(bytes: bytes, encoding: encoding, offset: start + furthest.readCount, decoded: furthest.text).error()
  }

  private func utf8Evidence() -> String { TextDecoder.utf8Evidence(isASCII: bytes.allSatisfy { $0 < 0x80 }) }

  static func utf8Evidence(isASCII: Bool) -> String {
    isASCII
      ? "the encoding is UTF-8: every byte is ASCII"
      : "the encoding is UTF-8: every byte of the file is part of a well-formed character"
  }

  private func emptyFile(found: String) -> ReadError {
    .unplaced(.empty, found: found, expected: "records of cells", remedy: "save the file again, or take it out of the folder")
  }

  private func nulByte(at offset: Int) -> ReadError {
    PlaceFinder(text: bytes).error(
      .nulByte, at: offset, byteOffset: offset, found: "a byte of value zero at byte \(offset)", expected: "text",
      remedy: "copy the file again: a run of zero bytes is what an interrupted upload leaves")
  }
}
