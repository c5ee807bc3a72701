import Testing

@testable import DelimitedText

/// Long files added up in parts, against the same sums made from the whole table.
@Suite struct TallyTests {
  /// A random long file; the rows in any order, some of them broken.
  static func file(_ random: inout SeededGenerator) -> String {
    let lineEnd = Int.random(in: 0..<4, using: &random) == 0 ? "\r\n" : "\n"
    let isDirty = Int.random(in: 0..<3, using: &random) == 0
    var text = "entity,date,account,name,amount,note" + lineEnd
    for _ in 0..<Int.random(in: 0...120, using: &random) {
      let account = Int.random(in: 1...9, using: &random)
      let names = ["Cash", "\"Cash, bank\"", "\"Say \"\"so\"\"\"", "\"Two\(lineEnd)lines\"", "资产", "", "  "]
      let name = names[account % names.count]
      var amount = "\(Int.random(in: -99...99, using: &random)).\(Int.random(in: 10...99, using: &random))"
      if isDirty {
        let odd = ["n.k.", "", "-", "(12.50)", "1 000", "0012.5", "\"1,234.50\"", "12", "-0.00"]
        if Int.random(in: 0..<6, using: &random) == 0 { amount = odd[Int.random(in: 0..<odd.count, using: &random)] }
        if Int.random(in: 0..<20, using: &random) == 0 { text += lineEnd }
        if Int.random(in: 0..<20, using: &random) == 0 { text += "short,row" + lineEnd }
      }
      let entity = isDirty && Int.random(in: 0..<30, using: &random) == 0 ? "" : "Co \(Int.random(in: 1...3, using: &random))"
      text += "\(entity),2023-0\(Int.random(in: 1...4, using: &random))-28,\(1000 + account),\(name),\(amount),"
      text += (Int.random(in: 0..<9, using: &random) == 0 ? "seen" : "") + lineEnd
    }
    if Int.random(in: 0..<5, using: &random) == 0, text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  static func plan(threads: Int, part: Int, block: Int) -> TallyPlan {
    var plan = TallyPlan(
      classOf: { words in Int32(words[0].flatMap { Int($0) } ?? 0) % 3 }, isWatched: { $0[0] == "Co 1" },
      judge: { record in
        if record.isBlank { return .skip }
        if record.fieldCount != 6 { return .misshapen }
        let text = record.text(4)
        if record.isEmpty(0) { return .refused(1) }
        switch text {
        case "": return .empty
        case "-": return .amount(atoms: 0, decimals: 0, showsPoint: false, isOpen: false)
        case "(12.50)": return .amount(atoms: -12_500_000_000_000, decimals: 2, showsPoint: true, isOpen: false)
        case "1,234.50": return .amount(atoms: 1_234_500_000_000_000, decimals: 2, showsPoint: true, isOpen: false)
        default: return Self.plain(text).map { .amount(atoms: $0.0, decimals: $0.1, showsPoint: true, isOpen: false) } ?? .refused(1)
        }
      })
    plan.width = 6
    plan.amountField = 4
    plan.groupFields = [0, 1]
    plan.requiredGroupFields = [0, 1]
    plan.accountFields = [2, 3]
    plan.namingFields = [2, 3]
    plan.otherFields = [5]
    plan.threadCount = threads
    plan.partByteCount = part
    plan.blockByteCount = block
    return plan
  }

  private static func plain(_ text: String) -> (Int128, Int)? {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 32)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { PlainAmount($0, text.utf8.count) }.map { ($0.atoms, Int($0.decimals)) }
    }
  }

  /// The rows' sums by the words of group and class, made in the plainest way.
  private static func sums(_ table: Table, _ plan: TallyPlan) -> [String: Int128] {
    var sums: [String: Int128] = [:]
    for index in 1..<max(table.recordCount, 1) {
      let record = table[index]
      guard case .amount(let atoms, _, _, _) = plan.judge(record) else { continue }
      let kind = (Int(record.text(2)) ?? 0) % 3
      sums["\(record.text(0))|\(record.text(1))|\(kind)", default: 0] += atoms
    }
    return sums
  }

  private static func words(_ tally: Tally, _ group: Tally.Group) -> String {
    (0..<2).map { group.words[$0] < 0 ? "" : tally.columns[$0].words[Int(group.words[$0])] }.joined(separator: "|")
  }

  @Test func theSumsAreThoseOfTheTable() throws {
    var random = SeededGenerator(seed: 4_711)
    for _ in 0..<400 {
      let bytes = Array(Self.file(&random).utf8)
      let plan = Self.plan(threads: 1, part: 1 << 20, block: 64)
      guard let tally = TallyReader.read(ByteSource(bytes), plan) else {
        Issue.record("not served: \(String(decoding: bytes, as: UTF8.self))")
        continue
      }
      let table = try DelimitedReader.read(bytes, dialect: Dialect())
      var found: [String: Int128] = [:]
      for cell in tally.cells { found["\(Self.words(tally, tally.groups[Int(cell.group)]))|\(cell.kind)", default: 0] += cell.atoms }
      #expect(found == Self.sums(table, plan))
      let recordCounts = Dictionary(grouping: (0..<table.recordCount).map { table[$0].fieldCount }.filter { $0 > 0 }) { $0 }.mapValues(
        \.count)
      #expect(tally.recordsByFieldCount == recordCounts)
      #expect(tally.lineEnding == table.dialect.lineEnding)
      #expect(tally.endsWithNewline == table.dialect.endsWithNewline)
      for line in tally.columns.flatMap(\.lines) { #expect((0..<table.recordCount).contains { table[$0].lineNumber == line }) }
    }
  }

  @Test func theNumberOfPartsDoesNotShow() {
    var random = SeededGenerator(seed: 4_712)
    for _ in 0..<300 {
      let source = ByteSource(Array(Self.file(&random).utf8))
      let whole = TallyReader.read(source, Self.plan(threads: 1, part: 1 << 20, block: 4096)).map(TallyTests.text)
      for (threads, block) in [(2, 64), (8, 32), (3, 4096)] {
        #expect(TallyReader.read(source, Self.plan(threads: threads, part: 8, block: block)).map(TallyTests.text) == whole)
      }
    }
  }

  @Test func ofTooManyWatchedRowsTheFirstAreKept() throws {
    var random = SeededGenerator(seed: 4_713)
    var cut = 0
    for _ in 0..<100 {
      let source = ByteSource(Array(Self.file(&random).utf8))
      let all = try #require(TallyReader.read(source, Self.plan(threads: 1, part: 1 << 20, block: 4096)))
      for threads in [1, 2, 8] {
        var plan = Self.plan(threads: threads, part: 8, block: 64)
        plan.mostWatched = 12
        var some = try #require(TallyReader.read(source, plan))
        #expect(some.watched.map(\.line) == all.watched.prefix(12).map(\.line))
        #expect(some.isWatchedCut == (all.watched.count > 12))
        if some.isWatchedCut { cut += 1 }
        // Nothing else is lost by it.
        (some.watched, some.isWatchedCut) = (all.watched, false)
        #expect(Self.text(some) == Self.text(all))
      }
    }
    #expect(cut > 30)
  }

  @Test func everyLineIsFoundAgain() throws {
    var random = SeededGenerator(seed: 4_714)
    var withinBlocks = 0
    for _ in 0..<200 {
      let bytes = Array(Self.file(&random).utf8)
      let source = ByteSource(bytes)
      guard let text = LongText(source, recordCount: 1) else { continue }
      let table = try DelimitedReader.read(bytes, dialect: Dialect())
      let lines = (0..<table.recordCount).filter { table[$0].fieldCount > 0 }.map { table[$0].lineNumber }
      for (threads, block, distance) in [(1, 1 << 12, 1), (2, 1 << 12, 3), (3, 128, 2), (1, 1 << 12, 1 << 20)] {
        var plan = Self.plan(threads: threads, part: 8, block: block)
        plan.recordsBetweenLandmarks = distance
        let tally = try #require(TallyReader.read(source, plan))
        if tally.landmarks.count > threads + bytes.count / block + 1 { withinBlocks += 1 }
        let places = tally.landmarks.map(\.offset)
        #expect(places == places.sorted())
        let found = text.records(onLines: lines, tally.landmarks, Dialect())
        #expect((0..<found.recordCount).map { found[$0].lineNumber } == lines)
        for index in 0..<found.recordCount {
          let own = try #require(
            (0..<table.recordCount).first { table[$0].lineNumber == found[index].lineNumber && table[$0].fieldCount > 0 })
          #expect((0..<found[index].fieldCount).map(found[index].text) == (0..<table[own].fieldCount).map(table[own].text))
        }
        let last = text.lastRecord(tally.landmarks, Dialect())
        #expect(last.recordCount == 1 && last[0].lineNumber == table[table.recordCount - 1].lineNumber)
      }
    }
    #expect(withinBlocks > 100)
  }

  /// Everything that a tally says.
  private static func text(_ tally: Tally) -> String {
    var copy = tally
    let empty = Table(dialect: Dialect(), storage: TableBuilder().storage())
    let tables = "\(rows(copy.misshapen.records)) \(rows(copy.refused.records)) \(copy.misshapen.count) \(copy.refused.count)"
    copy.misshapen.records = empty
    copy.refused.records = empty
    copy.landmarks = []
    // Where amounts as written are kept may differ, not what they are.
    let raws = copy.cells.map { copy.raw(of: $0) ?? "plain" }
    for index in copy.cells.indices { copy.cells[index].raw = -1 }
    let counts = copy.recordsByFieldCount.sorted { $0.key < $1.key }.map { "\($0)" }.joined()
    copy.recordsByFieldCount = [:]
    copy.watched.sort { $0.line < $1.line }
    return
      "\(copy.columns) \(copy.groups) \(copy.accounts) \(copy.cells) \(raws) \(copy.watched) \(copy.isWatchedCut) \(copy.rowCount) \(copy.hasRepeats) \(copy.isComplete) "
      + "\(copy.showsPoint) \(copy.hasOpen) \(copy.isASCII) \(copy.wrappedCount) \(copy.lineEnding) \(copy.endsWithNewline) " + counts
      + tables
  }

  @Test func controlsAreSeenWhereverTheyStand() {
    for byte in UInt8.min...UInt8.max {
      for place in [0, 5, 15, 16, 31, 40] {
        var bytes = [UInt8](repeating: 0x61, count: 41)
        bytes[place] = byte
        bytes.withUnsafeBufferPointer { text in
          let found = TallyWorker.survey(text)
          #expect(found.hasControls == (TextCheck.firstControl(text) != nil) && found.isASCII == (byte < 0x80))
        }
      }
    }
  }

  @Test func whatTheReaderRefusesIsLeftToIt() {
    for text in ["a,b\nc,\"d\n", "a,b\nc\"d,e\n", "a,b\n\u{1},c\n", "a;b,c\n1,2\n"] {
      var plan = Self.plan(threads: 2, part: 4, block: 64)
      plan.strangeBytes = Array(";".utf8)
      #expect(TallyReader.read(ByteSource(Array(text.utf8)), plan) == nil)
    }
    #expect(TallyReader.read(ByteSource([0x61, 0xFF, 0x0A]), Self.plan(threads: 1, part: 4, block: 64)) == nil)
  }
}
