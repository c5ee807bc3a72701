/// What a text looks like when it is cut with one delimiter and one quote: the evidence for and against them.
///
/// Only counts, so the order of the records does not matter.
struct Shape {
  let delimiter: UInt8
  let quote: UInt8

  /// How many records there are of each number of fields; blank lines are left out.
  private(set) var recordsByFieldCount: [Int: Int] = [:]
  private(set) var recordCount = 0
  private(set) var cellCount = 0
  /// The sum of how well each cell reads, in tenths.
  private(set) var cellWorth = 0

  /// Fields in well-formed quotes; those of them that hold a delimiter or a line end; and those with blanks around the quotes.
  private(set) var wrappedCount = 0
  private(set) var wrappedHoldingCount = 0
  private(set) var blanksAroundCount = 0
  private(set) var malformedCount = 0
  private(set) var unclosedCount = 0
  /// Plain fields that hold a quote somewhere inside, and plain fields of text.
  private(set) var literalCount = 0
  private(set) var plainTextCount = 0
  /// The text offset of the first quote inside a plain field.
  private(set) var firstLiteral: Int?
  /// Plain fields that begin with the other quote.
  private(set) var otherQuoteCount = 0

  private var delimiterCount = 0
  private var spacedDelimiterCount = 0
  /// The field counts of records in which a plain field holds an odd number of quotes, and of all others.
  private var oddQuoteFieldCounts: Set<Int> = []
  private var cleanFieldCounts: Set<Int> = []

  init(text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, quote: UInt8) {
    self.delimiter = delimiter
    self.quote = quote
    var walker = FieldWalker(text: text, delimiter: delimiter, quote: quote)
    var fieldsInRecord = 0
    var hasOddQuotes = false
    while let field = walker.next() {
      fieldsInRecord += 1
      if field.endsRecord, fieldsInRecord == 1, field.start == field.end {
        fieldsInRecord = 0
        continue
      }
      hasOddQuotes = add(field, text, walker) || hasOddQuotes
      guard field.endsRecord else { continue }
      recordsByFieldCount[fieldsInRecord, default: 0] += 1
      recordCount += 1
      if hasOddQuotes { oddQuoteFieldCounts.insert(fieldsInRecord) } else { cleanFieldCounts.insert(fieldsInRecord) }
      fieldsInRecord = 0
      hasOddQuotes = false
    }
  }

  /// Takes a field in; true where it holds an odd number of literal quotes.
  private mutating func add(_ field: FieldWalker.Field, _ text: UnsafeBufferPointer<UInt8>, _ walker: FieldWalker) -> Bool {
    cellCount += 1
    if !field.endsRecord {
      delimiterCount += 1
      if field.end + 1 < text.count, text[field.end + 1] == 0x20 { spacedDelimiterCount += 1 }
    }
    switch field.form {
    case .quoted:
      wrappedCount += 1
      cellWorth += 10
      if field.open > field.start || field.close + 1 < field.end { blanksAroundCount += 1 }
      if wrappedHoldingCount == 0, text[field.open...field.close].contains(where: { $0 == delimiter || $0 == 0x0A || $0 == 0x0D }) {
        wrappedHoldingCount = 1
      }
      return false
    case .malformed:
      malformedCount += 1
      cellWorth += 2
      return false
    case .unclosed:
      unclosedCount += 1
      cellWorth += 2
      return false
    case .plain:
      return addPlain(field, text, walker)
    }
  }

  private mutating func addPlain(_ field: FieldWalker.Field, _ text: UnsafeBufferPointer<UInt8>, _ walker: FieldWalker) -> Bool {
    cellWorth += worth(field, text)
    guard field.kinds & (ByteKind.letter | ByteKind.quote | ByteKind.numeric) != 0 else { return false }
    let content = text[field.start..<field.end].first { !walker.isBlank($0) }
    let other = quote == UInt8(ascii: "'") ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    if content == other { otherQuoteCount += 1 }
    if field.kinds & ByteKind.letter != 0 { plainTextCount += 1 }
    guard field.kinds & ByteKind.quote != 0 else { return false }
    literalCount += 1
    if firstLiteral == nil { firstLiteral = text[field.start..<field.end].firstIndex(of: quote) }
    return text[field.start..<field.end].count { $0 == quote } % 2 == 1
  }

  /// How well a plain cell reads, in tenths: figures and dates best, then words; a cell that holds another delimiter reads like
  /// several cells, unless the delimiter is a comma inside a figure or is followed by a space, as in prose.
  private func worth(_ field: FieldWalker.Field, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    if field.start == field.end { return 8 }
    let kinds = field.kinds
    guard kinds & ByteKind.foreign != 0 else {
      return kinds & ByteKind.letter == 0 && kinds & ByteKind.digit != 0 ? 10 : 6
    }
    var isProse = false
    for index in field.start..<field.end where DelimiterChoice.candidates.contains(text[index]) {
      let before = index > field.start ? text[index - 1] : 0
      let after = index + 1 < field.end ? text[index + 1] : 0
      if text[index] == UInt8(ascii: ","), isDigit(before), isDigit(after) { continue }
      guard text[index] != 0x09, after == 0x20 else { return 1 }
      isProse = true
    }
    return isProse ? 4 : kinds & ByteKind.letter == 0 ? 10 : 6
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension Shape {
  /// How good a table the text is, when it is cut so: the share of each record that the cuts explain, how alike the records are,
  /// how well the cells read, whether the cuts are no more than punctuation, and whether they break quoted cells.
  var score: Double {
    guard recordCount > 0, cellCount > 0 else { return 0 }
    var explained = 0.0
    var alike = 0.0
    for (fieldCount, count) in recordsByFieldCount.sorted(by: { $0.key < $1.key }) where fieldCount > 1 {
      explained += Double(count) * Double(fieldCount - 1) / Double(fieldCount)
      alike += Double(count) * Double(count)
    }
    let multiple = Double(multipleCount)
    guard multiple > 0 else { return 0 }
    let alikeness = (alike / (multiple * multiple)).squareRoot()
    let worth = Double(cellWorth) / Double(cellCount) / 10
    let spaced = delimiterCount == 0 ? 0 : Double(spacedDelimiterCount) / Double(delimiterCount)
    let broken = malformedCount + unclosedCount > 0 ? 0.25 : 1
    return explained / Double(recordCount) * alikeness * worth * (1 - 0.7 * spaced) * broken
  }

  /// How many records have more than one field.
  var multipleCount: Int { recordCount - (recordsByFieldCount[1] ?? 0) }

  /// The most frequent number of fields above one, the larger of equals; 1 where there is none.
  var usualFieldCount: Int {
    recordsByFieldCount.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
  }

  /// Whether the delimiter really cuts a table: a tenth of the records at least, and not as punctuation does in prose.
  var isTable: Bool {
    guard multipleCount > 0 else { return false }
    if recordCount == 1 { return true }
    return multipleCount * 10 >= recordCount && !(multipleCount * 2 < recordCount && isPunctuation)
  }

  private var isPunctuation: Bool { spacedDelimiterCount * 10 >= delimiterCount * 9 }

  /// Whether the quotes inside plain fields can be taken as they stand: none may be half of a pair that a delimiter parts, which
  /// would show in a record of an unusual length.
  var literalQuotesAreSafe: Bool {
    oddQuoteFieldCounts.allSatisfy { $0 == 1 || $0 == usualFieldCount || cleanFieldCounts.contains($0) }
  }
}
