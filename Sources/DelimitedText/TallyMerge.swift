/// Puts the parts of a file together, in their order.
struct TallyMerge {
  private let plan: TallyPlan
  private var columns: [(table: WordTable, lines: [Int])]
  private let laneOf: [Int]
  private var groupNumbers: [SIMD8<Int32>: Int32] = [:]
  private var groups: [Tally.Group] = []
  private var accountNumbers: [SIMD8<Int32>: Int32] = [:]
  private var accounts: [Tally.Account] = []
  private var cells: [Tally.Cell] = []
  /// For the groups that an earlier part has too: their cells, by class.
  private var cellNumbers: [SIMD2<Int32>: Int] = [:]
  /// The accounts of each group, as bits.
  private var seen: [[UInt64]] = []
  private var watched: [Tally.Row] = []
  private var misshapen = TableBuilder()
  private var refused = TableBuilder()
  private var misshapenCount = 0
  private var refusedCount = 0
  private var line = 1
  private var result: Tally
  private var lineFeedCount = 0
  private var pairCount = 0
  private var carriageReturnCount = 0
  private var openGroups: Set<Int32> = []

  /// - Parameter cellCount: as many cells as may come.
  init(_ plan: TallyPlan, cellCount: Int) {
    self.plan = plan
    cells.reserveCapacity(cellCount)
    cells.withUnsafeMutableBufferPointer { [cellCount] in
      LargeMemory.prepare($0.baseAddress, byteCount: cellCount * MemoryLayout<Tally.Cell>.stride)
    }
    let lanes =
      plan.groupFields.indices.filter { plan.groupFields[$0] != nil }
      + plan.accountFields.indices.filter { plan.accountFields[$0] != nil }.map { 8 + $0 }
      + plan.otherFields.indices.map { 16 + $0 }
    laneOf = Array(lanes)
    columns = lanes.map { _ in (WordTable(), []) }
    let none = Table(dialect: Dialect(), storage: TableBuilder().storage())
    result = Tally(misshapen: Tally.Refused(records: none), refused: Tally.Refused(records: none))
  }

  /// Takes the next part; false where there are too many words.
  ///
  /// - Parameter isLast: whether no other part comes, in which a group may come again.
  mutating func take(_ worker: TallyWorker, isLast: Bool) -> Bool {
    // Numbers of this part's words among all words.
    var numbers = [[Int32]](repeating: [], count: 16)
    for column in laneOf.indices {
      let table = worker.columns[column]
      result.hasOtherQuote = result.hasOtherQuote || table.hasOtherQuote
      if laneOf[column] >= 16 {
        // Their marks have been taken, and their words are not wanted any more.
        for word in 0..<table.count where TallyWorker.beginsWithOther(table.word(word)) { result.hasOtherQuote = true }
        continue
      }
      var map: [Int32] = []
      map.reserveCapacity(table.count)
      for word in 0..<table.count {
        let bytes = table.word(word)
        guard let base = bytes.baseAddress else { return false }
        let number = columns[column].table.number(base, bytes.count, line: table.lines[word] + line)
        guard number >= 0 else { return false }
        map.append(number)
        if TallyWorker.beginsWithOther(bytes) { result.hasOtherQuote = true }
      }
      numbers[laneOf[column]] = map
    }
    let groupMap = takeGroups(worker, numbers, isLast: isLast)
    let accountMap = takeAccounts(worker, numbers, groupMap)
    takeCells(worker, groupMap, accountMap)
    let room = max(plan.mostWatched - watched.count, 0)
    if worker.isWatchedCut || worker.watched.count > room { result.isWatchedCut = true }
    for row in worker.watched.elements.prefix(room) {
      watched.append(
        Tally.Row(group: groupMap[Int(row.group)], account: accountMap[Int(row.account)], line: row.line + line, atoms: row.atoms))
    }
    let (shapes, rows) = (worker.misshapen, worker.refused)
    if misshapenCount < plan.mostRefused { misshapen.append(shapes.storage(), shift: line) }
    if refusedCount < plan.mostRefused { refused.append(rows.storage(), shift: line) }
    result.landmarks += worker.landmarks.map { Tally.Landmark(line: $0.line + line, offset: $0.offset) }
    misshapenCount += worker.misshapenCount
    refusedCount += worker.refusedCount
    result.rowCount += worker.rowCount
    result.hasRepeats = result.hasRepeats || worker.hasRepeats
    result.showsPoint = result.showsPoint || worker.showsPoint
    result.hasOpen = result.hasOpen || worker.hasOpen
    result.isASCII = result.isASCII && worker.isASCII
    result.hasOtherQuote = result.hasOtherQuote || worker.hasOtherQuote
    for (count, records) in worker.fieldCounts { result.recordsByFieldCount[count, default: 0] += records }
    result.wrappedCount += worker.wrappedCount
    lineFeedCount += worker.lineFeedCount
    pairCount += worker.pairCount
    carriageReturnCount += worker.carriageReturnCount
    line += worker.lineCount
    return true
  }

  private func renumbered(_ tuple: SIMD8<Int32>, _ numbers: [[Int32]], firstLane: Int) -> SIMD8<Int32> {
    var words = tuple
    for lane in 0..<8 where tuple[lane] >= 0 && !numbers[firstLane + lane].isEmpty {
      words[lane] = numbers[firstLane + lane][Int(tuple[lane])]
    }
    return words
  }

  private mutating func takeGroups(_ worker: TallyWorker, _ numbers: [[Int32]], isLast: Bool) -> [Int32] {
    let isFirst = groups.isEmpty
    openGroups = []
    if !isLast { groupNumbers.reserveCapacity(groups.count + worker.groups.count) }
    seen.reserveCapacity(groups.count + worker.groups.count)
    groups.reserveCapacity(groups.count + worker.groups.count)
    return (0..<worker.groups.count).map { index in
      let part = worker.groups[index]
      let words = renumbered(worker.groupTable.tuples[index], numbers, firstLane: 0)
      if !isFirst, let known = groupNumbers[words] {
        openGroups.insert(known)
        groups[Int(known)].debits += part.debits
        groups[Int(known)].credits += part.credits
        groups[Int(known)].rowCount += part.rowCount
        groups[Int(known)].finest = max(groups[Int(known)].finest, part.finest)
        return known
      }
      let number = Int32(truncatingIfNeeded: groups.count)
      if !isLast { groupNumbers[words] = number }
      groups.append(
        Tally.Group(
          words: words, debits: part.debits, credits: part.credits, rowCount: part.rowCount, finest: part.finest, line: part.line + line))
      seen.append([])
      return number
    }
  }

  private mutating func takeAccounts(_ worker: TallyWorker, _ numbers: [[Int32]], _ groupMap: [Int32]) -> [Int32] {
    (0..<worker.accounts.count).map { index in
      let part = worker.accounts[index]
      let words = renumbered(worker.accountTable.tuples[index], numbers, firstLane: 8)
      let number: Int32
      if let known = accountNumbers[words] {
        number = known
      } else {
        number = Int32(truncatingIfNeeded: accounts.count)
        accountNumbers[words] = number
        accounts.append(
          Tally.Account(words: words, kind: part.kind, group: groupMap[Int(part.group)], line: part.line + line, atoms: part.atoms))
      }
      accounts[Int(number)].positiveCount += part.positiveCount
      accounts[Int(number)].negativeCount += part.negativeCount
      return number
    }
  }

  private mutating func takeCells(_ worker: TallyWorker, _ groupMap: [Int32], _ accountMap: [Int32]) {
    let isSame = accountMap.indices.allSatisfy { accountMap[$0] == Int32(truncatingIfNeeded: $0) }
    // Groups that an earlier part has too: few, where a file is sorted.
    if !openGroups.isEmpty {
      for (index, cell) in cells.enumerated() where openGroups.contains(cell.group) { cellNumbers[SIMD2(cell.group, cell.kind)] = index }
    }
    for index in 0..<worker.groups.count {
      let part = worker.groups[index]
      let group = groupMap[Int(index)]
      for kind in 0..<Int(part.cellCapacity) {
        let cell = worker.cells[part.firstCell + kind]
        guard cell.rowCount > 0 else { continue }
        if openGroups.contains(group), let known = cellNumbers[SIMD2(group, Int32(truncatingIfNeeded: kind))] {
          cells[known].atoms += cell.atoms
          cells[known].rowCount += Int32(truncatingIfNeeded: cell.rowCount)
          cells[known].decimals = min(cells[known].decimals, Int(cell.decimals))
          continue
        }
        cells.append(
          Tally.Cell(
            group: group, kind: Int32(truncatingIfNeeded: kind), atoms: cell.atoms, rowCount: Int32(truncatingIfNeeded: cell.rowCount),
            account: accountMap[Int(cell.account)], line: Int(cell.line) + line, decimals: Int(cell.decimals),
            raw: cell.raw < 0 ? -1 : Int32(truncatingIfNeeded: result.raws.count) + cell.raw))
      }
      markSeen(worker, part, group, isSame ? nil : accountMap)
    }
    result.raws += worker.raws
    cellNumbers = [:]
  }

  private mutating func markSeen(_ worker: TallyWorker, _ part: TallyWorker.Group, _ group: Int32, _ accountMap: [Int32]?) {
    var bits = [UInt64](repeating: 0, count: (accounts.count + 63) >> 6)
    for word in 0..<Int(part.wordCapacity) {
      var rest = worker.seen[part.firstWord + word]
      if rest == 0 { continue }
      guard let accountMap else {
        bits[word] = rest
        continue
      }
      while rest != 0 {
        let account = accountMap[word * 64 + rest.trailingZeroBitCount]
        rest &= rest &- 1
        let bit: UInt64 = 1 << UInt64(account & 63)
        // Two spellings of the words of one account cannot be: words are told apart by their bytes.
        bits[Int(account >> 6)] |= bit
      }
    }
    if seen[Int(group)].isEmpty {
      seen[Int(group)] = bits
      return
    }
    for word in bits.indices {
      let before = word < seen[Int(group)].count ? seen[Int(group)][word] : 0
      if before & bits[word] != 0 { result.hasRepeats = true }
      if word < seen[Int(group)].count { seen[Int(group)][word] |= bits[word] } else { seen[Int(group)].append(bits[word]) }
    }
  }

  /// All parts together; nil where the file's end cannot be had.
  consuming func tally(_ source: ByteSource) -> Tally? {
    defer { for column in columns.indices { columns[column].table.deallocate() } }
    guard let last = source.bytes(source.byteCount - 1..<source.byteCount)?.first else { return nil }
    result.endsWithNewline = last == 0x0A || last == 0x0D
    result.lineEnding =
      switch (lineFeedCount, pairCount, carriageReturnCount) {
      case (0, 0, 0): .none
      case (_, 0, 0): .lf
      case (0, _, 0): .crlf
      case (0, 0, _): .cr
      default: .mixed
      }
    result.columns = [Tally.Column](repeating: Tally.Column(), count: plan.groupFields.count + plan.accountFields.count)
    for (index, lane) in laneOf.enumerated() where lane < 16 {
      let place = lane < 8 ? lane : plan.groupFields.count + lane - 8
      let table = columns[index].table
      result.columns[place] = Tally.Column(
        words: (0..<table.count).map { String(decoding: table.word($0), as: UTF8.self) }, lines: (0..<table.count).map { table.lines[$0] })
    }
    for index in groups.indices { groups[index].accountCount = seen[index].reduce(0) { $0 + $1.nonzeroBitCount } }
    result.isComplete = isComplete()
    result.groups = groups
    result.accounts = accounts
    if !zip(cells, cells.dropFirst()).allSatisfy({ $0.line <= $1.line }) { cells.sort { $0.line < $1.line } }
    result.cells = cells
    result.watched = watched
    let dialect = Dialect(delimiter: plan.delimiter, quote: plan.quote)
    let (shapes, rows) = (misshapen, refused)
    result.misshapen = Tally.Refused(records: Table(dialect: dialect, storage: shapes.storage()), count: misshapenCount)
    result.refused = Tally.Refused(records: Table(dialect: dialect, storage: rows.storage()), count: refusedCount)
    return result
  }

  /// Whether the groups that differ in the second of their words only have the same accounts.
  private func isComplete() -> Bool {
    var first: [SIMD8<Int32>: Int] = [:]
    // Neighbours are mostly of one series.
    var last: (series: SIMD8<Int32>, index: Int)?
    for index in groups.indices {
      var series = groups[index].words
      series[1] = -1
      let known = last?.series == series ? last?.index : first[series]
      guard let other = known else {
        first[series] = index
        last = (series, index)
        continue
      }
      last = (series, other)
      if groups[index].accountCount != groups[other].accountCount { return false }
      let (one, two) = (seen[index], seen[other])
      for word in 0..<min(one.count, two.count) where one[word] != two[word] { return false }
    }
    return true
  }
}
