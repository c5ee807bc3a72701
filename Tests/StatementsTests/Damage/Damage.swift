/// What befalls a file: stretches of its bytes that become others.
struct Damage: Sendable {
  /// A stretch of bytes, and what stands there instead. Empty where bytes are only put in.
  struct Edit: Sendable {
    let range: Range<Int>
    let bytes: [UInt8]
  }

  /// What it is called in the tally.
  let kind: String
  /// In the order of the file, apart from each other.
  let edits: [Edit]
  /// Whether whole lines go, come or change places, so that the cells beside them are whole.
  var isOfLines = false

  /// The file without everything from a byte on.
  static func cut(_ file: SampleFile, at offset: Int) -> Damage {
    Damage(kind: "cut short", edits: [Edit(range: offset..<file.bytes.count, bytes: [])])
  }

  var isCut: Bool { kind == "cut short" }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for edit in edits {
      result += bytes[end..<edit.range.lowerBound] + edit.bytes
      end = edit.range.upperBound
    }
    return result + bytes[end...]
  }

  /// Where a byte of the file stands afterwards; the beginning of what stands there instead where it is gone.
  ///
  /// - Parameter isStart: whether what is put in just before it counts to it.
  func offset(of byte: Int, isStart: Bool = false) -> Int {
    var shift = 0
    for edit in edits {
      if edit.range.lowerBound > byte || (isStart && edit.range.isEmpty && edit.range.lowerBound == byte) { break }
      if edit.range.contains(byte) { return edit.range.lowerBound + shift }
      shift += edit.bytes.count - edit.range.count
    }
    return byte + shift
  }

  /// Whether a stretch of the file is gone as a whole.
  func takesAway(_ range: Range<Int>) -> Bool {
    edits.contains { $0.bytes.isEmpty && $0.range.lowerBound <= range.lowerBound && $0.range.upperBound >= range.upperBound }
  }

  /// Whether it lies in a cell, or in the comma, quote or line end beside it.
  func touches(_ range: Range<Int>) -> Bool {
    edits.contains { edit in
      isOfLines
        ? edit.range.lowerBound < range.upperBound && edit.range.upperBound > range.lowerBound
        : edit.range.lowerBound <= range.upperBound && edit.range.upperBound >= range.lowerBound
    }
  }

  /// The damage for a person: where, what was there and what is there now.
  func described(in file: SampleFile) -> String {
    edits.prefix(2).map { edit in
      let before = String(decoding: file.bytes[edit.range].prefix(40), as: UTF8.self).debugDescription
      let after = String(decoding: edit.bytes.prefix(40), as: UTF8.self).debugDescription
      let line = (file.lineStarts.lastIndex { $0 <= edit.range.lowerBound } ?? 0) + 1
      return "\(file.path):\(line) byte \(edit.range.lowerBound): \(before) -> \(after)"
    }.joined(separator: " and ")
  }
}

/// Numbers that look random and are the same on every machine: SplitMix64.
struct DamageNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &self) }
}

extension Damage {
  private static let marks: [UInt8] = Array("\",\n\r;\t.'-( )%0123456789OlxA".utf8) + [0x00, 0x1A, 0x81, 0xA0, 0xC2, 0xE9, 0xFF]

  /// One damage as disks, wires, programs and people do it.
  static func random(_ file: SampleFile, _ numbers: inout DamageNumbers) -> Damage {
    let place = numbers.below(file.bytes.count)
    let one = place..<place + 1
    switch numbers.below(12) {
    case 0, 1: return Damage(kind: "a bit flipped", edits: [Edit(range: one, bytes: [file.bytes[place] ^ (1 << UInt8(numbers.below(8)))])])
    case 2, 3: return Damage(kind: "a byte replaced", edits: [Edit(range: one, bytes: [marks[numbers.below(marks.count)]])])
    case 4: return Damage(kind: "a byte lost", edits: [Edit(range: one, bytes: [])])
    case 5: return Damage(kind: "a byte put in", edits: [Edit(range: place..<place, bytes: [marks[numbers.below(marks.count)]])])
    case 6:
      guard place + 1 < file.bytes.count else { return random(file, &numbers) }
      return Damage(
        kind: "two bytes exchanged", edits: [Edit(range: place..<place + 2, bytes: [file.bytes[place + 1], file.bytes[place]])])
    case 7:
      let end = min(place + 1 + numbers.below(40), file.bytes.count)
      return Damage(kind: "a stretch lost", edits: [Edit(range: place..<end, bytes: [])])
    case 8:
      let line = file.range(ofLine: 1 + numbers.below(file.lineCount))
      return Damage(kind: "a line dropped", edits: [Edit(range: line, bytes: [])], isOfLines: true)
    case 9:
      let line = file.range(ofLine: 1 + numbers.below(file.lineCount))
      return Damage(
        kind: "a line doubled", edits: [Edit(range: line.upperBound..<line.upperBound, bytes: Array(file.bytes[line]))], isOfLines: true)
    case 10:
      let cell = file.cells[numbers.below(file.cells.count)]
      return Damage(kind: "a cell emptied", edits: [Edit(range: cell.range, bytes: [])])
    default:
      let (one, other) = (file.cells[numbers.below(file.cells.count)], file.cells[numbers.below(file.cells.count)])
      guard one.range != other.range, file.bytes[one.range] != file.bytes[other.range] else { return random(file, &numbers) }
      let (first, second) = one.range.lowerBound < other.range.lowerBound ? (one, other) : (other, one)
      return Damage(
        kind: "two cells exchanged",
        edits: [
          Edit(range: first.range, bytes: Array(file.bytes[second.range])),
          Edit(range: second.range, bytes: Array(file.bytes[first.range])),
        ])
    }
  }
}
