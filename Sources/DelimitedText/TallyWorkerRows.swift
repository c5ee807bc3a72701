/// Rows that are not plain, and text beyond ASCII.
extension TallyWorker {
  @inline(never)
  mutating func takeSlowly(_ record: BlockScanner.Mark, _ scanner: BlockScanner) throws(Failure) {
    countFields(Int(record.fieldCount))
    let line = lineCount + Int(record.line)
    var one = TableBuilder()
    one.append(scanner, record, lineNumber: line)
    let table = Table(dialect: Dialect(delimiter: plan.delimiter, quote: plan.quote), storage: one.storage())
    let verdict = plan.judge(table[0])
    switch verdict {
    case .skip: return
    case .beyond: throw .beyond
    case .misshapen:
      if misshapenCount < plan.mostRefused { misshapen.append(scanner, record, lineNumber: line) }
      misshapenCount += 1
      noteQuotes(record, scanner)
      return
    case .refused, .empty, .amount: break
    }
    let fields = scanner.bounds.elements
    var isMarked = false
    for (index, field) in columnFields.enumerated() {
      guard field < Int(record.fieldCount) else {
        lanes[laneOf[index]] = -1
        continue
      }
      let start = Int(fields[Int(record.firstBound) + field * 2])
      let number = columns[index].number(scanner.base + start, Int(fields[Int(record.firstBound) + field * 2 + 1]) - start, line: line)
      if number < -1, number != WordTable.markedAlone { throw .beyond }
      if number == WordTable.markedAlone || (number >= 0 && columns[index].hasMarks && columns[index].marks[Int(number)]) {
        isMarked = true
      }
      lanes[laneOf[index]] = number
    }
    lanes[TallyPlan.markLane] = isMarked ? 0 : -1
    switch verdict {
    case .refused(let count):
      if refusedCount < plan.mostRefused { refused.append(scanner, record, lineNumber: line) }
      refusedCount += count
    case .amount(let atoms, let decimals, let point, let isOpen):
      showsPoint = showsPoint || point
      hasOpen = hasOpen || isOpen
      let start = Int(fields[Int(record.firstBound) + plan.amountField * 2])
      let count = Int(fields[Int(record.firstBound) + plan.amountField * 2 + 1]) - start
      try add(atoms, decimals: Int32(truncatingIfNeeded: decimals), line: line, raw: (UnsafePointer(scanner.base + start), count))
    case .skip, .misshapen, .empty, .beyond: break
    }
  }

  /// Notes where a record begins; false where that is not seen before its first field, as where it is rewritten.
  @inline(never)
  mutating func addLandmark(_ record: BlockScanner.Mark, _ scanner: BlockScanner, _ blockStart: Int) -> Bool {
    guard record.fieldCount > 0 else { return false }
    var start = Int(scanner.bounds.elements[Int(record.firstBound)])
    guard start > 1, start < scanner.byteCount else { return false }
    if scanner.base[start - 1] == plan.quote { start -= 1 }
    guard scanner.base[start - 1] == 0x0A else { return false }
    landmarks.append(Tally.Landmark(line: lineCount + Int(record.line), offset: blockStart + start))
    return true
  }

  mutating func countFields(_ count: Int) {
    if count > 0 { fieldCounts[count, default: 0] += 1 }
  }

  /// Notes whether a field begins with the other quote.
  mutating func noteQuotes(_ record: BlockScanner.Mark, _ scanner: BlockScanner) {
    let bounds = scanner.bounds.elements
    for field in 0..<Int(record.fieldCount) {
      let (start, end) = (Int(bounds[Int(record.firstBound) + field * 2]), Int(bounds[Int(record.firstBound) + field * 2 + 1]))
      if TallyWorker.beginsWithOther(UnsafeBufferPointer(start: scanner.base + start, count: end - start)) { hasOtherQuote = true }
    }
  }

  static func beginsWithOther(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "'")
  }

  /// Text beyond ASCII: well-formed, and without marks of joined files.
  func checkText(_ scanner: BlockScanner) throws(Failure) {
    let text = UnsafeBufferPointer(start: UnsafePointer(scanner.base), count: scanner.byteCount)
    var end = text.count
    // A character may be cut at the block's end: its record comes again whole.
    while end > 0, text[end - 1] != 0x0A { end -= 1 }
    let whole = UnsafeBufferPointer(rebasing: text[..<end])
    if UTF8Check.firstFault(whole) != nil { throw .beyond }
    var index = 0
    while let place = whole[index...].firstIndex(of: ByteOrderMark.utf8[0]) {
      if whole[place...].starts(with: ByteOrderMark.utf8) { throw .beyond }
      index = place + 1
    }
  }
}
