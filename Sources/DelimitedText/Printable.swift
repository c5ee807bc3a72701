/// A byte as a person would name it: `';'`, `tab`, `0xE9`.
func describe(_ byte: UInt8) -> String {
  switch byte {
  case 0x09: "tab"
  case 0x0A: "line feed"
  case 0x0D: "carriage return"
  case 0x20: "space"
  case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
  default: hexadecimal(byte)
  }
}

/// A byte in the form `0xE9`.
func hexadecimal(_ byte: UInt8) -> String {
  "0x" + hexadecimalDigits(byte)
}

private func hexadecimalDigits(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return byte < 16 ? "0" + digits : digits
}

/// Bytes as one line of text: what is no UTF-8, and control characters, are written `\xE9`.
func printable(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var result = ""
  var rest = bytes[...]
  while let first = rest.first {
    let length = rest.startIndex == rest.endIndex ? 0 : UTF8Check.sequenceLength(rest)
    if length == 0 || (length == 1 && (first < 0x20 || first == 0x7F)) {
      result += first == 0x09 ? "\\t" : first == 0x0A ? "\\n" : first == 0x0D ? "\\r" : "\\x" + hexadecimalDigits(first)
      rest = rest.dropFirst()
    } else {
      result += String(decoding: rest.prefix(length), as: UTF8.self)
      rest = rest.dropFirst(length)
    }
  }
  return result
}

extension ReadError {
  /// An error of the file as a whole, at its first byte.
  static func unplaced(_ kind: Kind, found: String, expected: String, remedy: String) -> ReadError {
    ReadError(
      kind: kind, lineNumber: 1, columnNumber: 1, byteOffset: 0, excerpt: "", found: found, expected: expected, remedy: remedy)
  }
}
