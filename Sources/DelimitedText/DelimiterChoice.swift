/// Chooses delimiter and quote by the whole text.
struct DelimiterChoice {
  let text: UnsafeBufferPointer<UInt8>

  /// The first among equals first.
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]

  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")

  /// What was chosen, and the evidence.
  struct Choice {
    var delimiter: UInt8
    var shape: Shape
    var evidence: String
  }

  /// Weighs the delimiters that occur.
  ///
  /// - Throws: `ReadError` of kind `ambiguousDelimiter`, at the first place that two readings cut differently.
  func choose() throws(ReadError) -> Choice {
    let shapes = Self.candidates.filter { text.contains($0) }.map { shape($0) }
    let ranked = shapes.filter { $0.multipleCount > 0 }.enumerated().sorted {
      ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset)
    }.map(\.element)
    guard let best = ranked.first, best.delimiter == Self.candidates[0] || best.isTable else { return singleColumn() }
    if ranked.count > 1, ranked[1].isTable, ranked[1].score > best.score * 0.995 { throw ambiguous(best, ranked[1]) }
    let (name, fields) = (Self.name(best.delimiter), best.usualFieldCount)
    var evidence =
      best.recordCount == 1
      ? "the delimiter is the \(name): the one record has \(fields) fields"
      : "the delimiter is the \(name): \(count(best)) of \(best.recordCount) records that are not blank have \(fields) fields"
    if let next = ranked.dropFirst().first {
      evidence =
        "\(evidence); the \(Self.name(next.delimiter)) would give \(next.usualFieldCount) in \(count(next)) with cells that read worse"
    }
    return Choice(delimiter: best.delimiter, shape: best, evidence: evidence)
  }

  /// The shape with the quote that fits a delimiter.
  ///
  /// Single quotes count where fields are wrapped in them and none in double ones, and where it matters: a delimiter inside, or
  /// most cells of words.
  func shape(_ delimiter: UInt8) -> Shape {
    let double = Shape(text: text, delimiter: delimiter, quote: Self.doubleQuote)
    guard double.otherQuoteCount > 0, double.wrappedCount + double.malformedCount + double.unclosedCount == 0 else { return double }
    let single = Shape(text: text, delimiter: delimiter, quote: Self.singleQuote)
    let isUsed = single.wrappedCount > 0 && single.malformedCount + single.unclosedCount + single.otherQuoteCount == 0
    let isMeant = single.wrappedHoldingCount > 0 || single.wrappedCount > single.plainTextCount
    return isUsed && isMeant ? single : double
  }

  private func singleColumn() -> Choice {
    let comma = Self.candidates[0]
    return Choice(
      delimiter: comma, shape: shape(comma),
      evidence: "the delimiter is the comma: no delimiter cuts the records into fields, so each is one field")
  }

  private func count(_ shape: Shape) -> Int { shape.recordsByFieldCount[shape.usualFieldCount] ?? 0 }

  static func name(_ delimiter: UInt8) -> String {
    switch delimiter {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case 0x09: "tab"
    case UInt8(ascii: "|"): "pipe"
    default: "byte " + describe(delimiter)
    }
  }

  private func ambiguous(_ first: Shape, _ second: Shape) -> ReadError {
    let place = text.firstIndex { $0 == first.delimiter || $0 == second.delimiter } ?? 0
    return PlaceFinder(text: Array(text), delimiter: first.delimiter).error(
      .ambiguousDelimiter, at: place, byteOffset: place,
      found:
        "records that the \(Self.name(first.delimiter)) cuts into \(first.usualFieldCount) fields and the \(Self.name(second.delimiter)) into \(second.usualFieldCount), equally well",
      expected: "one delimiter that explains the file",
      remedy: "begin the file with a line `sep=,` or `sep=;`, or put the cells that hold a delimiter in double quotes")
  }
}
