import Glibc

/// Adds up one part of a file.
struct TallyWorker {
  /// The sum of one class in one group, while it grows; nothing has come where `rowCount` is 0.
  struct Cell: BitwiseCopyable {
    var atoms: Int128 = 0
    var line: UInt32 = 0
    var rowCount: UInt32 = 0
    var account: Int32 = 0
    /// Index into `raws`; −1 where the digits say it.
    var raw: Int32 = -1
    var decimals: Int32 = 0
  }

  struct Group: BitwiseCopyable {
    var debits: Int128 = 0
    var credits: Int128 = 0
    var line = 0
    var rowCount = 0
    var finest = Int.min
    /// Its cells, one for each class so far.
    var firstCell = 0
    var cellCapacity: Int32 = 0
    /// Bits for the accounts that have come.
    var wordCapacity: Int32 = 0
    var firstWord = 0
    var isWatched = false
  }

  struct Account: BitwiseCopyable {
    var kind: Int32
    var group: Int32
    var line: Int
    var atoms: Int128
    var positiveCount = 0
    var negativeCount = 0
    var isWatched = false
  }

  struct Watched: BitwiseCopyable {
    var atoms: Int128
    var group: Int32
    var account: Int32
    var line: Int
  }

  /// Why a part is not served.
  enum Failure: Error {
    /// The whole file must be seen: something is refused, strange, or beyond what is added up here.
    case beyond
    /// The part ends inside a record, cut within quotes, or before its head does: the file must be read in one part.
    case cut
  }

  let plan: TallyPlan
  let columnFields: [Int]
  var columns: UnsafeMutablePointer<WordTable>
  var groupTable = TupleTable()
  var accountTable = TupleTable()
  var groups = RawList<Group>()
  var accounts = RawList<Account>()
  var cells = RawList<Cell>()
  var seen = RawList<UInt64>()
  var watched = RawList<Watched>()
  var raws: [String] = []
  var misshapen = TableBuilder()
  var refused = TableBuilder()
  var misshapenCount = 0
  var refusedCount = 0
  var rowCount = 0
  var hasRepeats = false
  var isWatchedCut = false
  var showsPoint = false
  var hasOpen = false
  var isASCII = true
  var hasOtherQuote = false
  var fieldCounts: [Int: Int] = [:]
  var widthCount = 0
  var wrappedCount = 0
  var lineFeedCount = 0
  var pairCount = 0
  var carriageReturnCount = 0
  /// How many lines end in the part.
  var lineCount = 0
  var landmarks: [Tally.Landmark] = []
  private var headLeft = 0
  /// Where the lanes of a record's group and account are written: eight of each, then one for each further field.
  let lanes: UnsafeMutablePointer<Int32>
  let laneOf: [Int]

  init(_ plan: TallyPlan, isFirst: Bool) {
    self.plan = plan
    headLeft = isFirst ? plan.headCount : 0
    var fields: [Int] = []
    var lanes: [Int] = []
    for (lane, field) in plan.groupFields.enumerated() { if let field { fields.append(field); lanes.append(lane) } }
    for (lane, field) in plan.accountFields.enumerated() { if let field { fields.append(field); lanes.append(8 + lane) } }
    for (lane, field) in plan.otherFields.enumerated() { fields.append(field); lanes.append(16 + lane) }
    columnFields = fields
    laneOf = lanes
    columns = .allocate(capacity: max(fields.count, 1))
    for index in fields.indices {
      var table = WordTable(isLoose: lanes[index] >= 16)
      if fields[index] != plan.unmarkedField { table.isMarked = plan.marks }
      (columns + index).initialize(to: table)
    }
    self.lanes = .allocate(capacity: 16 + plan.otherFields.count)
    self.lanes.initialize(repeating: -1, count: 16 + plan.otherFields.count)
  }

  mutating func deallocate() {
    for index in columnFields.indices { columns[index].deallocate() }
    columns.deallocate()
    lanes.deallocate()
    groupTable.deallocate()
    accountTable.deallocate()
    groups.deallocate()
    accounts.deallocate()
    cells.deallocate()
    seen.deallocate()
    watched.deallocate()
  }

  /// Reads the records that begin in a range of the file.
  mutating func read(_ source: ByteSource, _ range: Range<Int>) throws(Failure) {
    let scanner = BlockScanner(delimiter: plan.delimiter, quote: plan.quote, capacity: plan.blockByteCount)
    var blockStart = range.lowerBound
    var fileEnd = range.lowerBound
    while true {
      let room = UnsafeMutableRawBufferPointer(start: scanner.base + scanner.byteCount, count: scanner.capacity - scanner.byteCount)
      guard let count = source.fill(room, from: fileEnd) else { throw .beyond }
      try check(UnsafeBufferPointer(start: scanner.base + scanner.byteCount, count: count))
      fileEnd += count
      scanner.byteCount += count
      let isLast = fileEnd >= source.byteCount
      if isLast, fileEnd > source.byteCount { throw .beyond }
      if !isLast, count < room.count { throw .beyond }
      let consumed: Int
      landmarks.append(Tally.Landmark(line: lineCount, offset: blockStart))
      do throws(BlockScanner.Failure) {
        consumed = try scanner.scan(limit: range.upperBound - blockStart, isLast: isLast)
      } catch {
        throw .beyond
      }
      try take(scanner, from: blockStart)
      blockStart += consumed
      scanner.removeFirst(consumed)
      if blockStart >= range.upperBound { break }
      if isLast, consumed == 0 { throw .beyond }
      if consumed == 0, scanner.byteCount == scanner.capacity { scanner.grow(to: scanner.capacity * 2) }
    }
    if blockStart != range.upperBound { throw .cut }
    if headLeft > 0, range.upperBound < source.byteCount { throw .cut }
    wrappedCount = scanner.wrappedCount
    lineFeedCount = scanner.lineFeedCount
    pairCount = scanner.pairCount
    carriageReturnCount = scanner.carriageReturnCount
    if widthCount > 0 { fieldCounts[plan.width, default: 0] += widthCount }
  }

  /// Looks at bytes as they come: for what text does not have, and for what is not served.
  private mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    let (hasControls, isASCII) = TallyWorker.survey(bytes)
    if hasControls { throw .beyond }
    for byte in plan.strangeBytes where memchr(base, Int32(byte), bytes.count) != nil { throw .beyond }
    if !isASCII { self.isASCII = false }
  }

  /// Whether control bytes occur that no text has, as `TextCheck.firstControl` finds them, and whether all bytes are ASCII.
  static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> (hasControls: Bool, isASCII: Bool) {
    let raw = UnsafeRawBufferPointer(bytes)
    let space = SIMD16<UInt8>(repeating: 0x20)
    let tab = SIMD16<UInt8>(repeating: 0x09)
    let width = SIMD16<UInt8>(repeating: 0x05)
    var controls = SIMDMask<SIMD16<Int8>>(repeating: false)
    var all = SIMD16<UInt8>(repeating: 0)
    var index = 0
    while index &+ 16 <= raw.count {
      let chunk = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      all |= chunk
      controls = controls .| ((chunk .< space) .& ((chunk &- tab) .>= width))
      index &+= 16
    }
    var rest: UInt8 = 0
    var restHasControls = false
    while index < raw.count {
      let byte = raw[index]
      rest |= byte
      if byte < 0x20, !(0x09...0x0D).contains(byte) { restHasControls = true }
      index &+= 1
    }
    let found = unsafeBitCast(controls, to: SIMD2<UInt64>.self)
    let words = unsafeBitCast(all, to: SIMD2<UInt64>.self)
    return (
      restHasControls || found[0] | found[1] != 0, (words[0] | words[1]) & 0x8080_8080_8080_8080 == 0 && rest < 0x80
    )
  }

  // MARK: Rows

  /// - Parameter blockStart: where the scanner's bytes begin in the file.
  private mutating func take(_ scanner: BlockScanner, from blockStart: Int) throws(Failure) {
    let base = UnsafePointer(scanner.base)
    let records = scanner.records.elements
    guard let bounds = scanner.bounds.base, records.count > 0 else {
      lineCount += scanner.lineCount
      return
    }
    if !isASCII { try checkText(scanner) }
    let width = UInt32(plan.width)
    let amountBound = plan.amountField &* 2
    let lanes = lanes
    let columns = columns
    let columnCount = columnFields.count
    // Each record's own way through the columns: the bound of its field and the lane of its number.
    let way = UnsafeMutablePointer<(bound: Int, lane: Int)>.allocate(capacity: max(columnCount, 1))
    defer { way.deallocate() }
    for index in 0..<columnCount { (way + index).initialize(to: (columnFields[index] * 2, laneOf[index])) }
    let required = plan.requiredGroupFields.compactMap { field in columnFields.firstIndex(of: field).map { laneOf[$0] } }
    let naming = plan.namingFields.compactMap { field in columnFields.firstIndex(of: field).map { laneOf[$0] } }
    var recordsToLandmark = plan.recordsBetweenLandmarks
    for record in records {
      recordsToLandmark &-= 1
      if recordsToLandmark <= 0, addLandmark(record, scanner, blockStart) { recordsToLandmark = plan.recordsBetweenLandmarks }
      if headLeft > 0 {
        headLeft -= 1
        countFields(Int(record.fieldCount))
        noteQuotes(record, scanner)
        continue
      }
      let fields = bounds + Int(record.firstBound)
      let amount: PlainAmount?
      if record.fieldCount == width {
        let start = Int(fields[amountBound])
        amount = PlainAmount(base + start, Int(fields[amountBound &+ 1]) &- start)
      } else {
        amount = nil
      }
      guard let amount else {
        try takeSlowly(record, scanner)
        continue
      }
      widthCount &+= 1
      let line = lineCount &+ Int(record.line)
      var tooMany = false
      var isMarked = false
      for index in 0..<columnCount {
        let step = way[index]
        let start = Int(fields[step.bound])
        let number = columns[index].number(base + start, Int(fields[step.bound &+ 1]) &- start, line: line)
        if number < -1 {
          if number == WordTable.markedAlone { isMarked = true } else { tooMany = true }
        } else if columns[index].hasMarks, number >= 0, columns[index].marks[Int(number)] {
          isMarked = true
        }
        lanes[step.lane] = number
      }
      lanes[TallyPlan.markLane] = isMarked ? 0 : -1
      if tooMany { throw .beyond }
      var isWhole = naming.isEmpty
      for lane in naming where lanes[lane] >= 0 { isWhole = true }
      for lane in required where lanes[lane] < 0 { isWhole = false }
      guard isWhole else {
        widthCount &-= 1
        try takeSlowly(record, scanner)
        continue
      }
      if amount.showsPoint { showsPoint = true }
      try add(
        amount.atoms, decimals: amount.decimals, line: line,
        raw: amount.isCanonical ? nil : (base + Int(fields[amountBound]), Int(fields[amountBound &+ 1]) &- Int(fields[amountBound])))
    }
    lineCount += scanner.lineCount
  }

  /// Adds an amount to the group and the account whose numbers stand in the lanes.
  @inline(__always)
  mutating func add(_ atoms: Int128, decimals: Int32, line: Int, raw: (start: UnsafePointer<UInt8>, count: Int)?) throws(Failure) {
    let lanePointer = UnsafeRawPointer(lanes)
    let groupNumber = groupTable.number(lanePointer)
    if groupNumber < 0 { throw .beyond }
    if groupNumber == groups.count { try addGroup(line) }
    let accountNumber = accountTable.number(lanePointer + 32)
    if accountNumber < 0 { throw .beyond }
    if accountNumber == accounts.count { try addAccount(groupNumber, line, atoms) }
    let group = groups.base.unsafelyUnwrapped + Int(groupNumber)
    let account = accounts.base.unsafelyUnwrapped + Int(accountNumber)
    if atoms >= 0 { group.pointee.debits &+= atoms } else { group.pointee.credits &-= atoms }
    if atoms > 0 { account.pointee.positiveCount &+= 1 } else if atoms < 0 { account.pointee.negativeCount &+= 1 }
    group.pointee.rowCount &+= 1
    if Int(decimals) > group.pointee.finest { group.pointee.finest = Int(decimals) }
    rowCount &+= 1
    let kind = account.pointee.kind
    if kind >= group.pointee.cellCapacity { try growCells(group, kind) }
    if accountNumber >> 6 >= group.pointee.wordCapacity { try growSeen(group, accountNumber) }
    let word = seen.base.unsafelyUnwrapped + group.pointee.firstWord + Int(accountNumber >> 6)
    let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: accountNumber & 63)
    if word.pointee & bit != 0 { hasRepeats = true }
    word.pointee |= bit
    let cell = cells.base.unsafelyUnwrapped + group.pointee.firstCell + Int(kind)
    if cell.pointee.rowCount == 0 {
      cell.pointee.line = UInt32(truncatingIfNeeded: line)
      cell.pointee.account = accountNumber
      cell.pointee.decimals = decimals
      if let raw {
        cell.pointee.raw = Int32(truncatingIfNeeded: raws.count)
        raws.append(String(decoding: UnsafeBufferPointer(start: raw.start, count: raw.count), as: UTF8.self))
      }
    } else if decimals < cell.pointee.decimals {
      cell.pointee.decimals = decimals
    }
    cell.pointee.atoms &+= atoms
    cell.pointee.rowCount &+= 1
    if group.pointee.isWatched, account.pointee.isWatched {
      if watched.count >= plan.mostWatched {
        isWatchedCut = true
      } else if !watched.append(Watched(atoms: atoms, group: groupNumber, account: accountNumber, line: line)) {
        throw .beyond
      }
    }
  }

  @inline(never)
  private mutating func addGroup(_ line: Int) throws(Failure) {
    var group = Group()
    group.line = line
    group.isWatched = plan.isWatched(words(plan.groupFields, firstLane: 0))
    guard groups.append(group) else { throw .beyond }
  }

  @inline(never)
  private mutating func addAccount(_ group: Int32, _ line: Int, _ atoms: Int128) throws(Failure) {
    let words = words(plan.accountFields, firstLane: 8)
    let kind = plan.classOf(words)
    var account = Account(kind: kind, group: group, line: line, atoms: atoms)
    account.isWatched = plan.isWatchedAccount(words)
    guard kind >= 0, accounts.append(account) else { throw .beyond }
  }

  /// The words whose numbers stand in the lanes.
  private func words(_ fields: [Int?], firstLane: Int) -> [String?] {
    fields.indices.map { index in
      guard lanes[firstLane + index] >= 0, let column = laneOf.firstIndex(of: firstLane + index) else { return nil }
      return String(decoding: columns[column].word(Int(lanes[firstLane + index])), as: UTF8.self)
    }
  }

  @inline(never)
  private mutating func growCells(_ group: UnsafeMutablePointer<Group>, _ kind: Int32) throws(Failure) {
    let capacity = max(kind + 1 + kind / 2, 8, accounts.count == 1 ? 0 : (groups.count > 1 ? groups[groups.count - 2].cellCapacity : 0))
    let first = cells.count
    guard cells.reserve(Int(capacity)) else { throw .beyond }
    let index = group - groups.base.unsafelyUnwrapped
    for cell in 0..<Int(capacity) {
      cells.appendUnchecked(cell < Int(groups[index].cellCapacity) ? cells[groups[index].firstCell + cell] : Cell())
    }
    groups[index].firstCell = first
    groups[index].cellCapacity = capacity
  }

  @inline(never)
  private mutating func growSeen(_ group: UnsafeMutablePointer<Group>, _ account: Int32) throws(Failure) {
    let needed = max(Int(account >> 6) + 1, (accountTable.count + 63) >> 6)
    let capacity = needed + needed / 4
    guard seen.count + capacity < 1 << 26, seen.reserve(capacity) else { throw .beyond }
    let index = group - groups.base.unsafelyUnwrapped
    let first = seen.count
    for word in 0..<capacity { seen.appendUnchecked(word < Int(groups[index].wordCapacity) ? seen[groups[index].firstWord + word] : 0) }
    groups[index].firstWord = first
    groups[index].wordCapacity = Int32(truncatingIfNeeded: capacity)
  }
}
