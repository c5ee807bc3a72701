/// A byte that is no character, and how to say so.
struct Undecodable {
  let bytes: [UInt8]
  /// The encoding that reads the file best.
  let encoding: Encoding
  /// Where the byte lies in the file.
  let offset: Int
  /// The text up to it, in UTF-8.
  let decoded: [UInt8]

  func error() -> ReadError {
    var error = PlaceFinder(text: decoded).error(
      .undecodable, at: decoded.count, byteOffset: offset, found: found, expected: "a character in \(encoding.rawValue)",
      remedy: "save the file again as CSV UTF-8")
    error.excerpt += bytes.withUnsafeBufferPointer { whole in
      printable(UnsafeBufferPointer(rebasing: whole[min(offset, whole.count)..<min(offset + 4, whole.count)]))
    }
    return error
  }

  private var found: String {
    guard offset < bytes.count else { return "the end of the file inside a character, at byte \(offset)" }
    let isLast = bytes.count - offset < 4 && encoding != .windows1252
    let byte = "the byte \(hexadecimal(bytes[offset])) at byte \(offset)"
    return isLast && bytes[offset] >= 0x80 ? "\(byte), in the last character of the file" : byte
  }
}
