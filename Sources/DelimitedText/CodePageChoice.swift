/// Chooses between the code pages for a file that is neither UTF-8 nor UTF-16: each must decode the whole of it, and the text
/// that looks most like one of its language wins.
struct CodePageChoice {
  let bytes: [UInt8]
  /// The first byte that is not UTF-8.
  let utf8Fault: Int

  /// The first among equals first.
  private static let candidates: [Encoding] = [.gb18030, .big5, .shiftJIS, .eucKR, .windows1252]

  /// Decodes the file in the encoding that the evidence is for.
  ///
  /// - Throws: `ReadError` of kind `undecodable` where the file is UTF-8 with damage, or no encoding reads it.
  func decode() throws(ReadError) -> DecodedText {
    if isDamagedUTF8 {
      throw Undecodable(bytes: bytes, encoding: .utf8, offset: utf8Fault, decoded: Array(bytes[..<utf8Fault])).error()
    }
    let readings = Self.candidates.compactMap { CodePageReading(bytes, $0) }
    var whole = readings.filter(\.isAcceptable)
    let faulty = readings.filter { $0.firstFault != nil && $0.score >= 0.5 }.max { $0.score < $1.score }
    // The sort keeps the order of the candidates among equals.
    whole = whole.enumerated().sorted { ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset) }.map(\.element)
    guard let best = whole.first else { throw unreadable(faulty) }
    if let faulty, faulty.score > best.score + 0.2 { throw unreadable(faulty) }
    return DecodedText(
      storage: best.text, range: 0..<best.text.count, encoding: best.encoding, hasByteOrderMark: false,
      evidence: [evidence(best, whole.dropFirst().first)])
  }

  /// Whether nearly all bytes beyond ASCII are well-formed UTF-8: then it is UTF-8 with a fault, and to read it in a code page
  /// would turn every character into two or three others. Sequences of three bytes hardly ever arise by chance.
  private var isDamagedUTF8: Bool {
    var wellFormed = 0
    var triples = 0
    var faults = 0
    var isInFault = false
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let length = UTF8Check.sequenceLength(buffer, at: index, end: buffer.count)
        if length > 1 { wellFormed += length }
        if length == 3 { triples += 1 }
        let continuesFault = isInFault && buffer[index] & 0xC0 == 0x80
        if length == 0, !continuesFault { faults += 1 }
        isInFault = length == 0
        index += max(length, 1)
      }
    }
    return wellFormed >= faults * 9 || triples >= faults * 2
  }

  private func unreadable(_ best: CodePageReading?) -> ReadError {
    if let best, let fault = best.firstFault {
      return Undecodable(bytes: bytes, encoding: best.encoding, offset: fault, decoded: Array(best.text[..<best.textToFault])).error()
    }
    var error = Undecodable(bytes: bytes, encoding: .utf8, offset: utf8Fault, decoded: Array(bytes[..<utf8Fault])).error()
    error.expected = "text in \(Encoding.allCases.map(\.rawValue).joined(separator: ", "))"
    return error
  }

  private func evidence(_ best: CodePageReading, _ second: CodePageReading?) -> String {
    let (name, byte) = (best.encoding.rawValue, "byte \(hexadecimal(bytes[utf8Fault])) at byte \(utf8Fault)")
    let (share, language) = (percent(best.score), Self.language(best.encoding))
    guard let second else {
      return
        "the encoding is \(name): it is not UTF-8 (\(byte)), the whole file decodes and \(share) of its text looks like \(language), and no other reading is plausible"
    }
    return
      "the encoding is \(name): it is not UTF-8 (\(byte)), the whole file decodes and \(share) of its text looks like \(language), against \(percent(second.score)) for \(second.encoding.rawValue)"
  }

  private func percent(_ share: Double) -> String { "\(Int((min(max(share, 0), 1) * 100).rounded())) %" }

  private static func language(_ encoding: Encoding) -> String {
    switch encoding {
    case .gb18030: "Chinese"
    case .big5: "Chinese in traditional characters"
    case .shiftJIS: "Japanese"
    case .eucKR: "Korean"
    case .windows1252: "a Western European language"
    case .utf8, .utf16LittleEndian, .utf16BigEndian: "text"
    }
  }
}

/// A file as one code page reads it, with how plausible that is.
///
/// Bytes that are no character are passed over, a few of them, so that a file with one damaged byte is told from one in another
/// encoding, and the byte can be named; a reading with a fault is never used.
struct CodePageReading {
  let encoding: Encoding
  private(set) var text: [UInt8] = []
  /// Where the first byte that is no character lies in the file, and in `text`.
  private(set) var firstFault: Int?
  private(set) var textToFault = 0
  private(set) var score = 0.0

  private static let mostFaults = 16

  /// Reads the file; nil where the system has no table for the encoding.
  init?(_ bytes: [UInt8], _ encoding: Encoding) {
    self.encoding = encoding
    var best: (text: [UInt8], faults: [Int], textToFault: Int)?
    for name in encoding.iconvNames {
      guard let conversion = Iconv(from: name) else { continue }
      let reading = bytes.withUnsafeBufferPointer { Self.convert($0, conversion) }
      if best == nil || reading.faults.count < best?.faults.count ?? 0 { best = reading }
      if reading.faults.isEmpty { break }
    }
    guard let best else { return nil }
    text = best.text
    firstFault = best.faults.first
    textToFault = best.textToFault
    let plausibility = bytes.withUnsafeBufferPointer { Plausibility.score(encoding, bytes: $0, text: best.text) }
    let characterCount = text.reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) }
    score = plausibility * Double(characterCount) / Double(max(characterCount + 4 * best.faults.count, 1))
  }

  /// Below this the text looks like none of the language: a Cyrillic file decodes as Windows-1252 too.
  var isAcceptable: Bool { firstFault == nil && score >= (encoding == .windows1252 ? 0.5 : 0.3) }

  private static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, _ conversion: borrowing Iconv
  ) -> (text: [UInt8], faults: [Int], textToFault: Int) {
    var start = 0
    var text: [UInt8] = []
    var faults: [Int] = []
    var textToFault = 0
    while true {
      let outcome = conversion.convert(UnsafeBufferPointer(rebasing: bytes[start...]))
      text = text.isEmpty ? outcome.text : text + outcome.text
      start += outcome.readCount
      if faults.isEmpty { textToFault = text.count }
      guard outcome.isFaulty else { break }
      faults.append(start)
      start += 1
      guard faults.count < mostFaults, start < bytes.count else { break }
    }
    return (text, faults, textToFault)
  }
}
