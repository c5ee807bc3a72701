import Testing

@testable import DelimitedText

/// The quick scanner against libcsv: what it gives must be what libcsv gives, for every text and wherever the blocks are cut.
@Suite struct BlockScannerTests {
  /// How many random texts; a million by `TIEOUT_FUZZ_TEXTS=1000000`.
  static let textCount = environment("TIEOUT_FUZZ_TEXTS").flatMap { Int($0) } ?? 4_000

  static let seeds: [String] = [
    "a,b,c\n1,\"x,y\",2\n", "\"a\",\"b\"\n\"\",\"\"\n", "a,b\r\n\r\n\"c\",d\r\n", "x,\"y\"\"z\",\"\"\"\"\n1,2,3\n", "one\n\n\ntwo,\n",
    "entity,date,account,name,amount\nCo,2023-01-31,1000,\"Cash, bank\",-12.50\nCo,2023-01-31,1040,Debtors,12.50\n",
    "a,\"b\nc\",d\n\"e\r\nf\",\"g\"\r\n", ",,,\n,\"\",\n", "资产,\"净,利\",5\n", "a\rb\rc,\"d\"\r",
    "\"long text that goes over more than sixteen bytes, and on\",1\n",
  ]

  static let pieces: [[UInt8]] = [
    [0x22], [0x22], [0x22, 0x22], [0x2C], [0x2C], [0x0A], [0x0A], [0x0D], [0x0D, 0x0A], [0x22, 0x2C], [0x2C, 0x22], [0x22, 0x0A],
    [0x0A, 0x22],
    [0x20], [0x27], [0x3B], [0xE8, 0xB5, 0x84], Array("0123456789abcdef".utf8), Array("x,y,z".utf8), [0x2D], [0x2E],
  ]

  static func text(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
      case 2: if place < bytes.count { bytes.remove(at: place) }
      default: bytes.append(contentsOf: bytes[place...].prefix(40))
      }
    }
    return bytes
  }

  /// The records by the scanner, over blocks that begin with `capacity` bytes; nil where it leaves the text to libcsv as a whole.
  static func scan(_ bytes: [UInt8], capacity: Int, limit: Int = .max) -> (rows: [Row], end: Int, lines: Int)? {
    let scanner = BlockScanner(delimiter: 0x2C, quote: 0x22, capacity: capacity)
    var rows: [Row] = []
    var read = 0
    var blockStart = 0
    var line = 1
    while blockStart < min(limit, bytes.count) {
      let count = min(scanner.capacity - scanner.byteCount, bytes.count - read)
      for index in 0..<count { scanner.base[scanner.byteCount + index] = bytes[read + index] }
      scanner.byteCount += count
      read += count
      guard
        let consumed = try? scanner.scan(limit: limit == .max ? .max : limit - blockStart, isLast: read == bytes.count)
      else { return nil }
      for record in scanner.records.elements {
        var fields: [String] = []
        for field in 0..<Int(record.fieldCount) {
          let start = Int(scanner.bounds[Int(record.firstBound) + field * 2])
          let end = Int(scanner.bounds[Int(record.firstBound) + field * 2 + 1])
          fields.append(String(decoding: UnsafeBufferPointer(start: scanner.base + start, count: end - start), as: UTF8.self))
        }
        rows.append(Row(line: line + Int(record.line), fields: fields))
      }
      line += scanner.lineCount
      blockStart += consumed
      scanner.removeFirst(consumed)
      if consumed == 0, scanner.byteCount == scanner.capacity { scanner.grow(to: scanner.capacity * 2) }
      if consumed == 0, read == bytes.count { return nil }
    }
    return (rows, blockStart, line)
  }

  @Test func everyTextIsCutAsLibcsvCutsIt() {
    var random = SeededGenerator(seed: 27)
    var served = 0
    for _ in 0..<Self.textCount {
      let bytes = Self.text(&random)
      let expected = parse(bytes, chunk: 1 << 20)
      for capacity in [8, 1 << 12] {
        let found = Self.scan(bytes, capacity: capacity)
        if expected.error != nil {
          #expect(found == nil, "\(bytes)")
        } else if let found {
          served += 1
          #expect(found.rows == expected.rows, "\(bytes)")
        } else {
          // A carriage return at the very end is left to libcsv.
          #expect(bytes.last == 0x0D, "\(bytes)")
        }
      }
    }
    #expect(served > Self.textCount / 2)
  }

  @Test func aPartEndsWhereTheNextBegins() {
    var random = SeededGenerator(seed: 28)
    for _ in 0..<Self.textCount / 4 {
      let bytes = Self.text(&random)
      guard parse(bytes, chunk: 1 << 20).error == nil, let whole = Self.scan(bytes, capacity: 64) else { continue }
      let nominal = Int.random(in: 0...bytes.count, using: &random)
      guard let first = Self.scan(bytes, capacity: 64, limit: nominal), first.end < bytes.count else { continue }
      guard let rest = Self.scan(Array(bytes[first.end...]), capacity: 64) else { continue }
      let shifted = rest.rows.map { Row(line: $0.line + first.lines - 1, fields: $0.fields) }
      #expect(first.rows + shifted == whole.rows, "\(bytes) \(nominal)")
    }
  }

  @Test func recordsBeyondTheBlockAreReadWhole() throws {
    let long = String(repeating: "x", count: 10_000)
    let text = "a,\"\(long)\",b\n\"\(long)\n\",c\nd\n"
    let found = try #require(Self.scan(Array(text.utf8), capacity: 16))
    #expect(found.rows.map(\.line) == [1, 2, 4])
    #expect(found.rows.map(\.fields.count) == [3, 2, 1])
    #expect(found.lines == 5)
  }
}
