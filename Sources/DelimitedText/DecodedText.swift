/// A file's text in UTF-8, with the way back from a place in it to the file as it lies on the disk.
struct DecodedText {
  /// The array that holds the text: the file's own bytes where they are UTF-8.
  var storage: [UInt8]
  /// The part of `storage` that is text, without a byte order mark or an end-of-file mark.
  var range: Range<Int>
  var encoding: Encoding
  var hasByteOrderMark: Bool
  var evidence: [String]
  /// Where in the text, before they were taken out, byte order marks stood at the start of fields.
  var removedMarks: [Int] = []

  /// How many bytes of the file stand before the text, where `range` no longer tells.
  var skippedByteCount = 0

  /// Lends the text.
  func withText<R>(_ body: (UnsafeBufferPointer<UInt8>) throws(ReadError) -> R) throws(ReadError) -> R {
    try storage.withUnsafeBufferPointer { (whole) throws(ReadError) -> R in
      try body(UnsafeBufferPointer(rebasing: whole[range]))
    }
  }

  /// The offset in the file of a place in the text.
  ///
  /// Not quick: other encodings than UTF-8 are decoded again up to the place.
  ///
  /// - Parameters:
  ///   - offset: counted from the start of the text.
  ///   - bytes: the file.
  func fileOffset(_ offset: Int, in bytes: [UInt8]) -> Int {
    var place = offset
    for mark in removedMarks where mark <= place { place += ByteOrderMark.utf8.count }
    let markLength = hasByteOrderMark ? ByteOrderMark.length(encoding) : 0
    guard encoding != .utf8 else { return place + skippedByteCount + range.lowerBound }
    if place == 0 { return markLength }
    return bytes.withUnsafeBufferPointer { whole in
      let encoded = UnsafeBufferPointer(rebasing: whole[markLength...])
      for name in encoding.iconvNames {
        guard let conversion = Iconv(from: name) else { continue }
        let outcome = conversion.convert(encoded, limit: place)
        if !outcome.isFaulty { return markLength + outcome.readCount }
      }
      return markLength
    }
  }
}

/// The mark U+FEFF at the start of a file, which tells its encoding.
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let utf16LittleEndian: [UInt8] = [0xFF, 0xFE]
  static let utf16BigEndian: [UInt8] = [0xFE, 0xFF]

  /// The encoding that the first bytes mark, if they mark one.
  static func encoding(_ bytes: [UInt8]) -> Encoding? {
    if bytes.starts(with: utf8) { return .utf8 }
    if bytes.starts(with: utf16LittleEndian) { return .utf16LittleEndian }
    if bytes.starts(with: utf16BigEndian) { return .utf16BigEndian }
    return nil
  }

  /// Units: bytes; 0 for the encodings that have no mark.
  static func length(_ encoding: Encoding) -> Int {
    switch encoding {
    case .utf8: 3
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .gb18030, .big5, .shiftJIS, .eucKR, .windows1252: 0
    }
  }
}
