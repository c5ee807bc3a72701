/// Strict UTF-8, with the place of what is not: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// The length of the well-formed sequence at the start of the bytes, or 0.
  @inline(__always)
  static func sequenceLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    sequenceLength(bytes.base, at: bytes.startIndex, end: bytes.endIndex)
  }

  /// The length of the well-formed sequence at an index, or 0.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let left = end - index
    func isContinuation(_ offset: Int) -> Bool { bytes[index + offset] & 0xC0 == 0x80 }
    switch first {
    case 0xC2...0xDF:
      return left >= 2 && isContinuation(1) ? 2 : 0
    case 0xE0...0xEF:
      guard left >= 3, isContinuation(1), isContinuation(2) else { return 0 }
      let second = bytes[index + 1]
      return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 0 : 3
    case 0xF0...0xF4:
      guard left >= 4, isContinuation(1), isContinuation(2), isContinuation(3) else { return 0 }
      let second = bytes[index + 1]
      return (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 0 : 4
    default:
      return 0
    }
  }

  /// The index of the first byte that is not part of a well-formed sequence, or nil.
  static func firstFault(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      if index &+ 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index &+= 8
        continue
      }
      let length = sequenceLength(bytes, at: index, end: bytes.count)
      if length == 0 { return index }
      index &+= length
    }
    return nil
  }
}
