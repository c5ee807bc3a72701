/// UTF-16 without a byte order mark, known by its NUL bytes: in a table the commas, digits and line ends have a NUL each, all on
/// the same side.
enum WideText {
  /// The encoding, with the evidence; nil where the NUL bytes lie otherwise.
  static func recognise(_ bytes: [UInt8]) -> (encoding: Encoding, evidence: String)? {
    var even = 0
    var odd = 0
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == 0 {
        if index & 1 == 0 { even += 1 } else { odd += 1 }
      }
    }
    let unitCount = bytes.count / 2
    guard unitCount > 0 else { return nil }
    let most = max(even, odd)
    // A fifth of the characters is far below what any table of figures has, and far above what damage to a UTF-8 file leaves
    // on one side only.
    guard most * 5 >= unitCount, min(even, odd) * 3 <= most else { return nil }
    let side = odd > even ? "odd" : "even"
    return (
      odd > even ? .utf16LittleEndian : .utf16BigEndian,
      "there is no byte order mark, and \(most) of \(even + odd) zero bytes lie at \(side) offsets, beside ASCII characters"
    )
  }
}
