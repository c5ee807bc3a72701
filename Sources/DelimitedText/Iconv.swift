import Glibc

/// One conversion to UTF-8 by the C library, strict: a byte that is no character ends it.
///
/// The C library's tables do not depend on the locale. Owns the descriptor, hence not copyable.
struct Iconv: ~Copyable {
  /// What a conversion gave.
  struct Outcome {
    /// The text up to the fault or the limit, in UTF-8.
    var text: [UInt8]
    /// How many bytes were read.
    var readCount: Int
    /// Whether a byte that is no character, or half a character at the end, stopped it.
    var isFaulty: Bool
  }

  private let descriptor: iconv_t

  /// Opens a conversion from a code page by the C library's name; nil where it has no such table.
  init?(from name: String) {
    guard let descriptor = iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1 else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// Converts bytes, from the start of a text.
  ///
  /// - Parameter limit: how many bytes of UTF-8 to stop after at the latest; nil converts everything.
  func convert(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int? = nil) -> Outcome {
    iconv(descriptor, nil, nil, nil, nil)
    var readCount = 0
    var isFaulty = false
    // No character of the code pages that we read takes more than three bytes of UTF-8 for each of its own.
    let text = [UInt8](unsafeUninitializedCapacity: limit ?? bytes.count * 3 + 16) { output, writtenCount in
      let capacity = output.count
      var input = UnsafeMutablePointer(mutating: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self))
      var inputLeft = bytes.count
      var outputLeft = capacity
      var cursor = UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let result = iconv(descriptor, &input, &inputLeft, &cursor, &outputLeft)
      isFaulty = result == Int(bitPattern: UInt.max) && errno != E2BIG
      if !isFaulty, limit == nil { iconv(descriptor, nil, nil, &cursor, &outputLeft) }
      readCount = bytes.count - inputLeft
      writtenCount = capacity - outputLeft
    }
    return Outcome(text: text, readCount: readCount, isFaulty: isFaulty)
  }
}

extension Encoding {
  /// The C library's names for it, the first that reads a file being taken.
  var iconvNames: [String] {
    switch self {
    case .utf8: ["UTF-8"]
    case .utf16LittleEndian: ["UTF-16LE"]
    case .utf16BigEndian: ["UTF-16BE"]
    case .gb18030: ["GB18030"]
    case .big5: ["BIG5", "BIG5-HKSCS"]
    case .shiftJIS: ["CP932"]
    case .eucKR: ["CP949"]
    case .windows1252: ["CP1252"]
    }
  }
}
