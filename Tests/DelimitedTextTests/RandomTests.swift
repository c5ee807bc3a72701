import DelimitedText
import Testing

@Suite struct RandomTests {
  static let seeds: [String] = [
    "a,b\n1,\"x,y\"\n", "Item;2012\r\nCash;1.234,5\r\n", "'a'\t'b'\n'c'\t'd'", "\u{FEFF}资产,5\n净利润,\"(6)\"\n", "x|\"y\"\"z\"|\r\r\n",
    "sep=;\na;b\n",
    "a, \"b\" ,c\n  d,e\"f,g\n",
  ]

  static let pieces: [[UInt8]] = [
    [0x22], [0x22, 0x22], [0x2C], [0x3B], [0x09], [0x7C], [0x0A], [0x0D], [0x0D, 0x0A], [0x20], [0x27], [0x00], [0x01],
    [0x02], [0x1A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFF], [0xE9], [0x80], [0xD7, 0xCA], [0xB2, 0xFA], [0x82, 0xA0], [0x8E],
    [0xF0, 0x9F, 0x98, 0x80], [0x31], [0x61],
  ]

  static func mutated(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
      case 1: if place < bytes.count { bytes.remove(at: place) }
      case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
      default: bytes.append(contentsOf: bytes[place...].prefix(12))
      }
    }
    return bytes
  }

  @Test func noInputTrapsAndTheCutsOfTheChunksDoNotMatter() {
    var random = SeededGenerator(seed: 20_120_930)
    var readCount = 0
    for _ in 0..<20_000 {
      let bytes = Self.mutated(&random)
      let whole = parse(bytes, chunk: 1 << 20)
      let single = parse(bytes, chunk: 1)
      #expect(whole.rows == single.rows && whole.error == single.error, "\(bytes)")
      do throws(ReadError) {
        let table = try DelimitedReader.read(bytes)
        readCount += 1
        // What was read is what a second reading in the dialect that was found gives.
        for index in 0..<table.recordCount { #expect(table[index].lineNumber > (index == 0 ? 0 : table[index - 1].lineNumber)) }
      } catch {
        #expect(error.lineNumber >= 1 && error.columnNumber >= 1, "\(bytes)")
        #expect(error.byteOffset >= 0 && error.byteOffset <= bytes.count, "\(bytes) \(error)")
      }
    }
    #expect(readCount > 2_000)
  }
}
