import Glibc

/// Gives equal cells of one column one small number, by their bytes, as fast as rows can be cut.
///
/// Rows of a long file repeat themselves: a cell is compared with the one above it, then with the one that followed that one before, and
/// only then looked up.
struct WordTable {
  private(set) var count = 0
  /// The text of all words, one behind the other.
  private(set) var text = RawList<UInt8>()
  private(set) var ends = RawList<UInt32>()
  /// Where each word came first: the line, counted from the part's first.
  private(set) var lines = RawList<Int>()
  private var hashes = RawList<UInt32>()
  /// Which word came behind each.
  private var successors = RawList<Int32>()
  private var slots: UnsafeMutablePointer<Int32>
  private var slotMask: Int
  private var last: Int32 = 0
  /// Which words are marked, where a mark is asked for.
  private(set) var marks = RawList<Bool>()
  private(set) var hasMarks = false
  /// Whether a word is marked.
  var isMarked: (@Sendable (UnsafeBufferPointer<UInt8>) -> Bool)?
  /// Whether the words are wanted for their marks alone, so that those that come when there are many already get no number.
  private let isLoose: Bool
  /// Whether a word without a number begins with the other quote.
  private(set) var hasOtherQuote = false

  /// More different words than this are no column of names.
  static let mostWords = 1 << 20
  private static let mostBytes = 1 << 28
  /// More than this are not worth their numbers where those are not wanted.
  static let mostLooseWords = 1 << 14
  /// What `number` gives for a marked word without a number.
  static let markedAlone: Int32 = -3

  init(isLoose: Bool = false) {
    self.isLoose = isLoose
    slotMask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: -1, count: 256)
  }

  mutating func deallocate() {
    slots.deallocate()
    text.deallocate()
    ends.deallocate()
    lines.deallocate()
    hashes.deallocate()
    successors.deallocate()
    marks.deallocate()
  }

  /// The number of a cell; −1 where it is empty or has none, −2 where there are too many, −3 where it is marked and has none.
  ///
  /// Thirty-one bytes behind the cell may be looked at.
  @inline(__always)
  mutating func number(_ cell: UnsafePointer<UInt8>, _ length: Int, line: Int) -> Int32 {
    if length == 0 { return -1 }
    guard count > 0 else { return find(cell, length, line) }
    if isEqual(last, cell, length) { return last }
    let next = successors.base.unsafelyUnwrapped[Int(last)]
    if next >= 0, isEqual(next, cell, length) {
      last = next
      return next
    }
    return find(cell, length, line)
  }

  /// The bytes of a word.
  func word(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return UnsafeBufferPointer(rebasing: text.elements[start..<Int(ends[number])])
  }

  @inline(__always)
  private func isEqual(_ number: Int32, _ cell: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let ends = ends.base.unsafelyUnwrapped
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    guard Int(ends[Int(number)]) - start == length else { return false }
    let word = UnsafeRawPointer(text.base.unsafelyUnwrapped + start)
    let cell = UnsafeRawPointer(cell)
    var offset = 0
    while offset &+ 8 <= length {
      if word.loadUnaligned(fromByteOffset: offset, as: UInt64.self) != cell.loadUnaligned(fromByteOffset: offset, as: UInt64.self) {
        return false
      }
      offset &+= 8
    }
    guard offset < length else { return true }
    let difference =
      word.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ cell.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return difference << UInt64(truncatingIfNeeded: 64 &- ((length &- offset) << 3)) == 0
  }

  @inline(never)
  private mutating func find(_ cell: UnsafePointer<UInt8>, _ length: Int, _ line: Int) -> Int32 {
    if isWhiteSpace(UnsafeBufferPointer(start: cell, count: length)) { return -1 }
    let hash = WordTable.hash(cell, length)
    var slot = Int(hash) & slotMask
    while slots[slot] >= 0 {
      let number = slots[slot]
      if hashes.base.unsafelyUnwrapped[Int(number)] == hash, isEqual(number, cell, length) {
        if last != number { successors.base.unsafelyUnwrapped[Int(last)] = number }
        last = number
        return number
      }
      slot = (slot &+ 1) & slotMask
    }
    let bytes = UnsafeBufferPointer(start: cell, count: length)
    if isLoose, count >= WordTable.mostLooseWords {
      hasOtherQuote = hasOtherQuote || TallyWorker.beginsWithOther(bytes)
      return isMarked?(bytes) == true ? WordTable.markedAlone : -1
    }
    if let isMarked {
      let mark = isMarked(bytes)
      hasMarks = hasMarks || mark
      guard marks.append(mark) else { return -2 }
    }
    guard count < WordTable.mostWords, text.count + length < WordTable.mostBytes, text.reserve(length + 8),
      text.append(cell, count: length),
      ends.append(UInt32(truncatingIfNeeded: text.count)), lines.append(line), hashes.append(hash), successors.append(-1)
    else { return -2 }
    let number = Int32(truncatingIfNeeded: count)
    slots[slot] = number
    count &+= 1
    if count > 1 { successors.base.unsafelyUnwrapped[Int(last)] = number }
    last = number
    if count &* 2 > slotMask { grow() }
    return number
  }

  private mutating func grow() {
    let mask = slotMask &* 2 &+ 1
    let memory = UnsafeMutablePointer<Int32>.allocate(capacity: mask + 1)
    memory.initialize(repeating: -1, count: mask + 1)
    for number in 0..<count {
      var slot = Int(hashes.base.unsafelyUnwrapped[number]) & mask
      while memory[slot] >= 0 { slot = (slot &+ 1) & mask }
      memory[slot] = Int32(truncatingIfNeeded: number)
    }
    slots.deallocate()
    slots = memory
    slotMask = mask
  }

  private static func hash(_ cell: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawPointer(cell)
    var offset = 0
    while offset < length {
      var word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if length &- offset < 8 { word <<= UInt64(truncatingIfNeeded: 64 &- ((length &- offset) << 3)) }
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset &+= 8
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 17))
  }
}

/// Gives equal sets of numbers one small number: what rows are added up under, or an account that several columns name.
struct TupleTable {
  private(set) var tuples = RawList<SIMD8<Int32>>()
  private var successors = RawList<Int32>()
  private var slots: UnsafeMutablePointer<Int32>
  private var slotMask: Int
  private var last: Int32 = 0

  var count: Int { tuples.count }

  init() {
    slotMask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: -1, count: 256)
  }

  mutating func deallocate() {
    slots.deallocate()
    tuples.deallocate()
    successors.deallocate()
  }

  /// The number of the tuple that lies at an address, which is `count` before the call where it is new; −2 where there is no memory.
  @inline(__always)
  mutating func number(_ tuple: UnsafeRawPointer) -> Int32 {
    guard tuples.count > 0 else { return find(tuple.loadUnaligned(as: SIMD8<Int32>.self)) }
    let base = UnsafeRawPointer(tuples.base.unsafelyUnwrapped)
    if TupleTable.isEqual(base + Int(last) &* 32, tuple) { return last }
    let next = successors.base.unsafelyUnwrapped[Int(last)]
    if next >= 0, TupleTable.isEqual(base + Int(next) &* 32, tuple) {
      last = next
      return next
    }
    return find(tuple.loadUnaligned(as: SIMD8<Int32>.self))
  }

  /// Eight numbers are compared as four words: lane by lane it takes as long as all else of a row.
  @inline(__always)
  private static func isEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
    let first = left.loadUnaligned(as: UInt64.self) ^ right.loadUnaligned(as: UInt64.self)
    let second = left.loadUnaligned(fromByteOffset: 8, as: UInt64.self) ^ right.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let third = left.loadUnaligned(fromByteOffset: 16, as: UInt64.self) ^ right.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    let fourth = left.loadUnaligned(fromByteOffset: 24, as: UInt64.self) ^ right.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    return first | second | third | fourth == 0
  }

  @inline(never)
  private mutating func find(_ tuple: SIMD8<Int32>) -> Int32 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in 0..<8 {
      hash = (hash ^ UInt64(UInt32(bitPattern: tuple[index]))) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 29
    }
    var slot = Int(truncatingIfNeeded: hash >> 8) & slotMask
    while slots[slot] >= 0 {
      if tuples[Int(slots[slot])] == tuple {
        let number = slots[slot]
        if last != number { successors[Int(last)] = number }
        last = number
        return number
      }
      slot = (slot &+ 1) & slotMask
    }
    guard tuples.append(tuple), successors.append(-1) else { return -2 }
    let number = Int32(truncatingIfNeeded: tuples.count - 1)
    slots[slot] = number
    if number > 0 { successors[Int(last)] = number }
    last = number
    if tuples.count &* 2 > slotMask { grow() }
    return number
  }

  private mutating func grow() {
    let old = tuples
    let mask = slotMask &* 2 &+ 1
    slots.deallocate()
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: -1, count: mask + 1)
    slotMask = mask
    for number in 0..<old.count {
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      for index in 0..<8 {
        hash = (hash ^ UInt64(UInt32(bitPattern: old[number][index]))) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 29
      }
      var slot = Int(truncatingIfNeeded: hash >> 8) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
