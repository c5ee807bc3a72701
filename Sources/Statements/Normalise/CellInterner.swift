import DelimitedText

/// Gives equal cells one small number, so that a long file's rows hold numbers and not words.
///
/// A cell is looked up by its bytes: no string is made for a row whose words have come before.
struct CellInterner: Sendable {
  /// The words of each number, in the order in which they first came.
  private(set) var words: [String] = []
  /// Where each came first.
  private(set) var places: [Place] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing: indices into `words`, −1 where a slot is free; its count is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var last: Int32 = -1

  init() {}

  /// Words that have been numbered already.
  init(words: [String], places: [Place]) {
    self.words = words
    self.places = places
  }

  /// The number of a cell; nil where it is empty.
  mutating func number(of record: Table.Record, _ field: Int?, fileIndex: Int) -> Int32? {
    guard let field, !record.isEmpty(field) else { return nil }
    return record.withBytes(field) { cell in
      if last >= 0, isEqual(last, cell) { return last }
      let found = find(cell)
      if let number = found.number {
        last = number
        return number
      }
      let number = Int32(clamping: words.count)
      words.append(Cell.trim(String(decoding: cell, as: UTF8.self)))
      places.append(Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1))
      bytes.append(contentsOf: cell)
      ends.append(bytes.count)
      slots[found.slot] = number
      if words.count * 2 > slots.count { grow() }
      last = number
      return number
    }
  }

  private func range(_ number: Int32) -> Range<Int> {
    (number == 0 ? 0 : ends[Int(number) - 1])..<ends[Int(number)]
  }

  private func isEqual(_ number: Int32, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    return range.count == cell.count && bytes[range].elementsEqual(cell)
  }

  private func find(_ cell: UnsafeBufferPointer<UInt8>) -> (number: Int32?, slot: Int) {
    var slot = CellInterner.hash(cell) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isEqual(slots[slot], cell) { return (slots[slot], slot) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (nil, slot)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in words.indices {
      let range = range(Int32(number))
      var slot = bytes.withUnsafeBufferPointer { CellInterner.hash(UnsafeBufferPointer(rebasing: $0[range])) } & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// Eight bytes at a step are not worth it for cells of a dozen.
  private static func hash(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
  }
}
