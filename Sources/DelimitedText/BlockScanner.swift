import CLibCSV
import Glibc

/// Finds the records and fields of a block of bytes that begins with a record: most by looking for delimiters, quotes and line ends, sixteen
/// bytes at a step, the others by libcsv.
///
/// A record whose fields are plain, or wrapped whole in quotes without a quote or a line end inside, needs no state machine: cutting it at
/// its delimiters gives what libcsv gives. Every other record, and all that is in doubt, is libcsv's. Tests hold the two against each other.
///
/// It owns its memory; one thread uses it.
final class BlockScanner {
  /// A record: its fields are `fieldCount` pairs in `bounds` from `firstBound` on; none for a blank line.
  struct Mark: BitwiseCopyable {
    var firstBound: UInt32
    var fieldCount: UInt32
    /// The line that it begins in, counted from the block's first.
    var line: UInt32
  }

  /// Why a block cannot be cut.
  enum Failure: Error {
    /// libcsv refuses a record, or one is beyond the limits: whoever reads the whole file says which and why.
    case refused
    /// There is no memory.
    case memory
  }

  /// The block; behind it lies the text of those fields that libcsv read.
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// How many bytes of the block are filled.
  var byteCount = 0
  /// Pairs of start and end of each field, as offsets from `base`.
  private(set) var bounds = RawList<UInt32>()
  private(set) var records = RawList<Mark>()
  /// How many lines end in the records found.
  private(set) var lineCount = 0
  /// How many fields were wrapped in quotes.
  private(set) var wrappedCount = 0
  /// Line ends by kind.
  private(set) var lineFeedCount = 0
  private(set) var pairCount = 0
  private(set) var carriageReturnCount = 0

  private let delimiter: UInt8
  private let quote: UInt8
  private var spillEnd = 0
  private static let spillByteCount = 64 * 1024
  /// Bytes behind the text that may be looked at.
  private static let padding = 32

  init(delimiter: UInt8, quote: UInt8, capacity: Int) {
    self.delimiter = delimiter
    self.quote = quote
    self.capacity = capacity
    base = .allocate(capacity: capacity + BlockScanner.spillByteCount + BlockScanner.padding)
    base.initialize(repeating: 0, count: capacity + BlockScanner.spillByteCount + BlockScanner.padding)
  }

  deinit {
    base.deallocate()
    bounds.deallocate()
    records.deallocate()
  }

  /// Makes room for a block of `capacity` bytes; what is filled stays.
  func grow(to capacity: Int) {
    guard capacity > self.capacity else { return }
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + BlockScanner.spillByteCount + BlockScanner.padding)
    memory.initialize(repeating: 0, count: capacity + BlockScanner.spillByteCount + BlockScanner.padding)
    memory.update(from: base, count: byteCount)
    base.deallocate()
    base = memory
    self.capacity = capacity
  }

  /// Takes the first `count` bytes out of the block.
  func removeFirst(_ count: Int) {
    memmove(base, base + count, byteCount - count)
    byteCount -= count
  }

  /// Cuts the records that end in the block, in front of `limit`: a record that begins at `limit` or later is left.
  ///
  /// - Parameter isLast: whether the file ends with the block; its last record then needs no line end.
  /// - Returns: how many bytes the records take; the next block begins there.
  func scan(limit: Int, isLast: Bool) throws(Failure) -> Int {
    bounds.removeAll()
    records.removeAll()
    lineCount = 0
    spillEnd = byteCount
    var end = byteCount
    if isLast, byteCount > 0, base[byteCount - 1] != 0x0A, base[byteCount - 1] != 0x0D {
      // The end of the file ends its last record as a line end does.
      base[byteCount] = 0x0A
      end += 1
      spillEnd = end
    }
    var place = 0
    while place < end, place < limit {
      let next = try simpleRecords(from: place, end: end, limit: limit)
      place = next
      guard place < end, place < limit else { break }
      guard let special = try specialRecords(from: place, end: end, isLast: isLast) else { break }
      place = special
      if spillEnd - byteCount > BlockScanner.spillByteCount / 2 { break }
    }
    if end > byteCount, place == end {
      lineCount -= 1
      lineFeedCount -= 1
    }
    return min(place, byteCount)
  }

  /// Cuts simple records until one is not, or has no end in the block.
  ///
  /// - Returns: where that one begins.
  private func simpleRecords(from first: Int, end: Int, limit: Int) throws(Failure) -> Int {
    // The lists are worked on where nobody else has them: a property's every access would be watched.
    var bounds = self.bounds
    var records = self.records
    var lineCount = self.lineCount
    var wrappedCount = self.wrappedCount
    var lineFeedCount = self.lineFeedCount
    var pairCount = self.pairCount
    let (delimiter, quote) = (delimiter, quote)
    defer {
      self.bounds = bounds
      self.records = records
      self.lineCount = lineCount
      self.wrappedCount = wrappedCount
      self.lineFeedCount = lineFeedCount
      self.pairCount = pairCount
    }
    let text = UnsafePointer(base)
    let delimiters = SIMD16<UInt8>(repeating: delimiter)
    let quotes = SIMD16<UInt8>(repeating: quote)
    let lineFeeds = SIMD16<UInt8>(repeating: 0x0A)
    let carriageReturns = SIMD16<UInt8>(repeating: 0x0D)
    var recordStart = first
    var fieldStart = first
    /// Where the field's content ends, where that is before the delimiter; −1 where it is not.
    var contentEnd = -1
    var contentStart = first
    var recordWraps = 0
    var firstBound = bounds.count
    var place = first
    guard bounds.reserve(4_096), records.reserve(1) else { throw .memory }
    while place < end {
      let chunk = UnsafeRawPointer(text + place).loadUnaligned(as: SIMD16<UInt8>.self)
      let found = (chunk .== delimiters) .| (chunk .== quotes) .| (chunk .== lineFeeds) .| (chunk .== carriageReturns)
      let flags = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      var low = flags[0]
      var high = flags[1]
      var next = place &+ 16
      while low | high != 0 {
        let index: Int
        if low != 0 {
          index = place &+ (low.trailingZeroBitCount >> 3)
          low &= ~(0xFF << UInt64(truncatingIfNeeded: low.trailingZeroBitCount & ~7))
        } else {
          index = place &+ 8 &+ (high.trailingZeroBitCount >> 3)
          high &= ~(0xFF << UInt64(truncatingIfNeeded: high.trailingZeroBitCount & ~7))
        }
        guard index < end else { break }
        let byte = text[index]
        if byte == delimiter {
          guard bounds.reserve(4) else { throw .memory }
          bounds.appendUnchecked(UInt32(truncatingIfNeeded: contentStart))
          bounds.appendUnchecked(UInt32(truncatingIfNeeded: contentEnd < 0 ? index : contentEnd))
          fieldStart = index &+ 1
          contentStart = fieldStart
          contentEnd = -1
        } else if byte == 0x0A {
          let isBlank = bounds.count == firstBound && contentEnd < 0 && index == fieldStart
          let isPairBlank = bounds.count == firstBound && contentEnd == fieldStart && contentStart == fieldStart && recordWraps == 0
          if !isBlank, !isPairBlank {
            guard bounds.reserve(4) else { throw .memory }
            bounds.appendUnchecked(UInt32(truncatingIfNeeded: contentStart))
            bounds.appendUnchecked(UInt32(truncatingIfNeeded: contentEnd < 0 ? index : contentEnd))
          }
          let fieldCount = (bounds.count &- firstBound) >> 1
          guard index &- recordStart <= Limits.fieldByteCount, fieldCount <= Limits.fieldCount else { throw .refused }
          let mark = Mark(
            firstBound: UInt32(truncatingIfNeeded: firstBound), fieldCount: UInt32(truncatingIfNeeded: fieldCount),
            line: UInt32(truncatingIfNeeded: lineCount))
          guard records.append(mark) else { throw .memory }
          lineCount &+= 1
          if index > recordStart, text[index &- 1] == 0x0D { pairCount &+= 1 } else { lineFeedCount &+= 1 }
          wrappedCount &+= recordWraps
          recordWraps = 0
          recordStart = index &+ 1
          fieldStart = recordStart
          contentStart = recordStart
          contentEnd = -1
          firstBound = bounds.count
          if recordStart >= limit { return recordStart }
        } else if byte == 0x0D {
          // Half of a line end, or one of its own, which is libcsv's.
          guard index &+ 1 < end, text[index &+ 1] == 0x0A else { return BlockScanner.abandon(&bounds, firstBound, recordStart) }
          if contentEnd < 0 { contentEnd = index }
        } else {
          // A quote that opens a field, closes it before a delimiter or a line end, and has none inside.
          guard index == fieldStart, contentEnd < 0, let found = memchr(text + index + 1, Int32(quote), end &- index &- 1) else {
            return BlockScanner.abandon(&bounds, firstBound, recordStart)
          }
          let close = UnsafeRawPointer(found) - UnsafeRawPointer(text)
          guard close &+ 1 < end else { return BlockScanner.abandon(&bounds, firstBound, recordStart) }
          let after = text[close &+ 1]
          let isClosed = after == delimiter || after == 0x0A || (after == 0x0D && close &+ 2 < end && text[close &+ 2] == 0x0A)
          guard isClosed, !BlockScanner.hasLineEnd(text, index &+ 1, close) else {
            return BlockScanner.abandon(&bounds, firstBound, recordStart)
          }
          contentStart = index &+ 1
          contentEnd = close
          recordWraps &+= 1
          next = close &+ 1
          break
        }
      }
      place = next
    }
    return BlockScanner.abandon(&bounds, firstBound, recordStart)
  }

  private static func hasLineEnd(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      if text[index] == 0x0A || text[index] == 0x0D { return true }
      index &+= 1
    }
    return false
  }

  /// Leaves a record to others: its fields so far are taken out again.
  private static func abandon(_ bounds: inout RawList<UInt32>, _ firstBound: Int, _ recordStart: Int) -> Int {
    bounds.removeLast(bounds.count - firstBound)
    return recordStart
  }

  /// Gives the lines from `first` on to libcsv, until what it has read ends with one of them.
  ///
  /// - Returns: where the next record begins; nil where the block ends before that.
  private func specialRecords(from first: Int, end: Int, isLast: Bool) throws(Failure) -> Int? {
    let parser: RecordParser
    do throws(ReadError) {
      parser = try RecordParser(delimiter: delimiter, quote: quote, firstLine: lineCount)
    } catch {
      throw .memory
    }
    var place = first
    while place < end {
      guard let found = memchr(base + place, 0x0A, end - place) else { return try unfinished(first, isLast) }
      let next = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(base) + 1
      do throws(ReadError) {
        try parser.parse(UnsafeRawBufferPointer(start: base + place, count: next - place))
      } catch {
        throw .refused
      }
      place = next
      if parser.parser.pointee.pstate == 0, parser.state.pointee.fieldsInRecord == 0 {
        try take(parser, from: first, to: next)
        return next
      }
    }
    return try unfinished(first, isLast)
  }

  /// A record without an end: the next block has it, but for the last.
  private func unfinished(_ first: Int, _ isLast: Bool) throws(Failure) -> Int? {
    if isLast || byteCount - first > Limits.recordByteCount { throw .refused }
    return nil
  }

  /// Takes over what libcsv has read.
  private func take(_ parser: RecordParser, from start: Int, to end: Int) throws(Failure) {
    let state = parser.state
    let text = state.pointee.text.elements
    if spillEnd + text.count > capacity + BlockScanner.spillByteCount {
      let room = spillEnd + text.count
      let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: room + BlockScanner.spillByteCount + BlockScanner.padding)
      memory.initialize(repeating: 0, count: room + BlockScanner.spillByteCount + BlockScanner.padding)
      memory.update(from: base, count: spillEnd)
      base.deallocate()
      base = memory
      capacity = room
    }
    if let source = text.baseAddress { (base + spillEnd).update(from: source, count: text.count) }
    var fieldStart = 0
    var firstField = 0
    for mark in state.pointee.records.elements {
      let firstBound = bounds.count
      for field in firstField..<mark.fieldEnd {
        let fieldEnd = Int(state.pointee.fieldEnds[field])
        guard bounds.append(UInt32(truncatingIfNeeded: spillEnd + fieldStart)),
          bounds.append(UInt32(truncatingIfNeeded: spillEnd + fieldEnd))
        else { throw .memory }
        fieldStart = fieldEnd
      }
      let record = Mark(
        firstBound: UInt32(truncatingIfNeeded: firstBound), fieldCount: UInt32(truncatingIfNeeded: mark.fieldEnd - firstField),
        line: UInt32(truncatingIfNeeded: mark.lineNumber))
      guard records.append(record) else { throw .memory }
      firstField = mark.fieldEnd
    }
    spillEnd += text.count
    lineCount = state.pointee.line
    lineFeedCount += state.pointee.lineFeedCount
    pairCount += state.pointee.pairCount
    carriageReturnCount += state.pointee.carriageReturnCount
    var walker = FieldWalker(
      text: UnsafeBufferPointer(start: base + start, count: end - start), delimiter: delimiter, quote: quote)
    while let field = walker.next() { if field.form == .quoted { wrappedCount += 1 } }
  }
}
