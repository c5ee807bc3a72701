/// How much a decoded text looks like a text that people write in its language: the evidence between code pages that all decode.
enum Plausibility {
  /// How plausible a file is in an encoding, between 0 and 1 in practice, over its characters beyond ASCII.
  ///
  /// Two halves in the encodings of East Asia: whether the characters are of the encoding's own set of everyday ones, which its
  /// bytes show, and whether they are among `CommonCharacters`.
  ///
  /// - Parameters:
  ///   - bytes: the file as it lies, up to its first fault in this encoding.
  ///   - text: the same in UTF-8.
  static func score(_ encoding: Encoding, bytes: UnsafeBufferPointer<UInt8>, text: [UInt8]) -> Double {
    guard let lists = commonCharacters(encoding) else { return westernScore(bytes) }
    let levels = levelScore(encoding, bytes)
    let common = text.withUnsafeBufferPointer { commonScore(encoding, lists, $0) }
    return levels + common
  }

  private static func commonCharacters(_ encoding: Encoding) -> [CommonCharacters]? {
    switch encoding {
    case .gb18030: [.simplifiedChinese, .traditionalChinese]
    case .big5: [.traditionalChinese]
    case .shiftJIS: [.japanese]
    case .eucKR: [.korean]
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252: nil
    }
  }

  /// Up to 0.5: the share of the characters that are common ones.
  private static func commonScore(_ encoding: Encoding, _ lists: [CommonCharacters], _ text: UnsafeBufferPointer<UInt8>) -> Double {
    var count = 0
    var sum = 0
    var index = 0
    while index < text.count {
      let length = max(1, UTF8Check.sequenceLength(text, at: index, end: text.count))
      if length > 1 {
        count += 1
        sum += commonWeight(encoding, lists, scalar(text, at: index, length: length))
      }
      index += length
    }
    return count == 0 ? 0 : Double(sum) / Double(count) / 20
  }

  /// In tenths.
  private static func commonWeight(_ encoding: Encoding, _ lists: [CommonCharacters], _ scalar: UInt32) -> Int {
    if let first = lists.first, first.contains(scalar) { return 10 }
    // A traditional character in GB18030 lies outside the everyday level, so it makes up for that here.
    if lists.count > 1, lists[1].contains(scalar) { return 15 }
    switch scalar {
    case 0x3041...0x30FF: return encoding == .shiftJIS ? 10 : 1
    case 0x3000...0x3029, 0xFF01...0xFF5E, 0xFFE0...0xFFE6: return 6
    case 0x80...0x9F, 0xE000...0xF8FF, 0x3400...0x4DBF, 0x10000...: return -10
    default: return 0
    }
  }

  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> UInt32 {
    var value = UInt32(text[index]) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return value
  }

  /// Up to 0.5: the share of the characters that lie in the encoding's first, everyday level.
  private static func levelScore(_ encoding: Encoding, _ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    var count = 0
    var sum = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      count += 1
      let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch encoding {
      case .shiftJIS where (0xA1...0xDF).contains(lead) || lead == 0x80 || lead == 0xA0 || lead >= 0xFD:
        sum += halfWidthKanaWeight(bytes, index)
        index += 1
      case .gb18030 where (0x30...0x39).contains(trail):
        index += 4
      default:
        sum += levelWeight(encoding, lead, trail)
        index += 2
      }
    }
    return count == 0 ? 0 : Double(sum) / Double(count) / 20
  }

  /// In tenths. Half-width kana come in words; one alone is half of a Chinese character.
  private static func halfWidthKanaWeight(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    func isKana(_ index: Int) -> Bool { index >= 0 && index < bytes.count && (0xA6...0xDF).contains(bytes[index]) }
    return isKana(index) && (isKana(index - 1) || isKana(index + 1)) ? 3 : -5
  }

  /// In tenths. Korean fills a narrower band of bytes than Chinese does, so a text that lies in it all is the likelier Korean.
  private static func levelWeight(_ encoding: Encoding, _ lead: UInt8, _ trail: UInt8) -> Int {
    switch encoding {
    case .gb18030:
      guard trail >= 0xA1 else { return 0 }
      return (0xB0...0xD7).contains(lead) ? 8 : lead == 0xA1 || lead == 0xA3 ? 5 : (0xD8...0xF7).contains(lead) ? 2 : 0
    case .big5:
      return (0xA4...0xC6).contains(lead) ? 8 : (0xA1...0xA2).contains(lead) ? 5 : (0xC9...0xF9).contains(lead) ? 2 : 0
    case .shiftJIS:
      return (0x82...0x83).contains(lead) ? 10 : (0x88...0x97).contains(lead) ? 8 : lead == 0x81 ? 5 : 2
    case .eucKR:
      guard trail >= 0xA1 else { return 0 }
      return (0xB0...0xC8).contains(lead) ? 10 : lead == 0xA1 || lead == 0xA3 ? 5 : (0xCA...0xFD).contains(lead) ? 1 : 0
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252:
      return 0
    }
  }

  /// The share of the bytes beyond ASCII that stand as accented letters and signs do in a Latin text.
  private static func westernScore(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    var count = 0
    var sum = 0
    for index in bytes.indices where bytes[index] >= 0x80 {
      count += 1
      sum += westernWeight(
        bytes[index], before: index > 0 ? bytes[index - 1] : 0x20, after: index + 1 < bytes.count ? bytes[index + 1] : 0x20)
    }
    return count == 0 ? 0 : Double(sum) / Double(count) / 10
  }

  /// In tenths.
  private static func westernWeight(_ byte: UInt8, before: UInt8, after: UInt8) -> Int {
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    let besideHigh = before >= 0x80 || after >= 0x80
    switch byte {
    case 0xD7, 0xF7: return besideHigh ? 0 : 5
    case 0xC0...0xFF:
      if !besideHigh { return isLetter(before) || isLetter(after) ? 10 : 6 }
      let bothSmall = byte >= 0xE0 && (before >= 0xE0 || before < 0x80) && (after >= 0xE0 || after < 0x80)
      return bothSmall && (isLetter(before) || isLetter(after)) ? 5 : 0
    case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F, 0x83, 0x88, 0x98: return besideHigh ? 0 : 4
    case 0x80, 0xA2, 0xA3, 0xA5: return besideHigh ? 3 : 9
    case 0x91, 0x92, 0xAD, 0xB7: return besideHigh ? 1 : 7
    default: return besideHigh ? 1 : isLetter(before) && isLetter(after) ? 2 : 7
    }
  }
}
