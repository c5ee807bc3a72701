extension PeriodReader {
  /// The bytes of a cell by kind: enough to see that most cells are no period without reading them.
  struct Census {
    private(set) var digits = 0
    private var letters = 0
    private var wide = 0
    private var points = 0
    private var joints = 0
    private var otherMarks = 0

    /// Counts one byte.
    mutating func count(_ byte: UInt8) {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x80...: wide += 1
      case 0x2E: points += 1
      case 0x2D, 0x2F: joints += 1
      default: otherMarks += 1
      }
    }

    /// Whether the cell must be read to know.
    func canBePeriod(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      if wide > 0 { return digits > 0 || hasChineseTime(bytes) }
      if letters == 0 {
        guard digits >= 4 else { return false }
        // A year with a footnote, or numbers with joints; all else without a letter is an amount.
        return joints > 0 || points > 1 || startsWithYear(bytes)
      }
      return digits > 0 || hasTwelveMonths(bytes)
    }

    /// 年, 月, 季 or a full-width digit, without one of which no Chinese cell is a period.
    private func hasChineseTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      for index in bytes.indices.dropLast(2) {
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE5, 0xB9, 0xB4), (0xE6, 0x9C, 0x88), (0xE5, 0xAD, 0xA3), (0xEF, 0xBC, 0x90...0x99): return true
        default: continue
        }
      }
      return false
    }

    private func startsWithYear(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard bytes.count > 4, points == 0 else { return false }
      return bytes[..<4].allSatisfy { (0x30...0x39).contains($0) } && !(0x30...0x39).contains(bytes[4])
    }

    /// `TTM`, `LTM`, `trailing twelve months`: the only periods without a digit.
    private func hasTwelveMonths(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard bytes.count <= 60, bytes.count >= 3 else { return false }
      for index in 0..<bytes.count - 1 {
        let pair = (bytes[index] | 0x20, bytes[index + 1] | 0x20)
        if pair == (0x74, 0x6D) || pair == (0x77, 0x65) { return true }
      }
      return false
    }
  }
}
