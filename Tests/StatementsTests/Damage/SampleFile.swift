/// A file as it was delivered, with its cells cut apart without any help from the reader that is tested.
struct SampleFile: Sendable {
  /// A cell: its line and column from 1, and the bytes that it has in the file, its quotes among them.
  struct Cell: Sendable {
    let line: Int
    let column: Int
    let range: Range<Int>
  }

  /// Its path below Inputs.
  let path: String
  let bytes: [UInt8]
  let cells: [Cell]
  /// Where each record begins, and where the last one ends.
  let lineStarts: [Int]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    (cells, lineStarts) = SampleFile.cells(of: bytes)
  }

  /// The cells of a text with commas, double quotes and line ends of any kind; a quote counts only where a cell begins, be it behind blanks. A record stands on
  /// the line that it begins in.
  static func cells(of bytes: [UInt8]) -> (cells: [Cell], lineStarts: [Int]) {
    var cells: [Cell] = []
    var starts = [0]
    var (line, column, start, isQuoted, lineEnds) = (1, 1, 0, false, 0)
    for (index, byte) in bytes.enumerated() {
      let isPair = byte == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
      let endsLine = byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isPair)
      if endsLine { lineEnds += 1 }
      if byte == UInt8(ascii: "\""), isQuoted || bytes[start..<index].allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: ",") {
        cells.append(Cell(line: line, column: column, range: start..<index))
        (column, start) = (column + 1, index + 1)
      } else if endsLine, !isQuoted {
        cells.append(Cell(line: line, column: column, range: start..<index))
        (line, column, start) = (lineEnds + 1, 1, index + 1)
        starts.append(start)
      }
    }
    if start < bytes.count || column > 1 { cells.append(Cell(line: line, column: column, range: start..<bytes.count)) }
    if starts[starts.count - 1] < bytes.count { starts.append(bytes.count) }
    return (cells, starts)
  }

  /// How many lines it has.
  var lineCount: Int { lineStarts.count - 1 }

  /// The bytes of a line with its end; from 1.
  func range(ofLine line: Int) -> Range<Int> { lineStarts[line - 1]..<lineStarts[line] }

  /// The bytes of a line without its end; from 1.
  func words(ofLine line: Int) -> Range<Int> {
    let range = range(ofLine: line)
    return range
      .lowerBound..<(range.last { bytes[$0] != UInt8(ascii: "\n") && bytes[$0] != UInt8(ascii: "\r") }.map { $0 + 1 } ?? range.lowerBound)
  }

  /// What a cell says, without its quotes.
  func text(_ cell: Cell) -> String { SampleFile.text(bytes, cell.range) }

  /// The same of other bytes; those that are no UTF-8 are taken as Latin-1, as the reader takes them where one byte is beyond ASCII.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var text =
      String(validating: bytes[range], as: UTF8.self) ?? String(String.UnicodeScalarView(bytes[range].map { Unicode.Scalar($0) }))
    let inner = text.drop { $0 == " " || $0 == "\t" }
    if inner.count > 1, inner.hasPrefix("\""), inner.hasSuffix("\"") {
      text = String(inner.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }
    return text
  }

  /// A number that leaves no doubt: digits, commas between thousands or none, a decimal point, brackets or a minus, a sign of percent; blanks
  /// stand around it or within its brackets, and a sign of money that names no currency before its digits.
  static func plainNumber(_ text: String) -> (digits: Int128, places: Int)? {
    var rest = text[...]
    func trim() {
      while let first = rest.first, " \t\u{A0}".contains(first) { rest.removeFirst() }
      while let last = rest.last, " \t\u{A0}".contains(last) { rest.removeLast() }
    }
    trim()
    var isNegative = false
    if rest.first == "(", rest.last == ")" {
      isNegative = true
      rest = rest.dropFirst().dropLast()
      trim()
    } else if rest.first == "-" {
      isNegative = true
      rest.removeFirst()
    }
    if rest.first == "¥" { rest.removeFirst() }
    if rest.last == "%" { rest.removeLast() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, rest.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }) else {
      return nil
    }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count == 1 || (groups.dropFirst().allSatisfy({ $0.count == 3 }) && (1...3).contains(groups[0].count)),
      parts.count == 1 || !parts[1].contains(","), rest.count < 30
    else { return nil }
    guard let digits = Int128(rest.filter(\.isNumber)) else { return nil }
    return (isNegative ? -digits : digits, parts.count > 1 ? parts[1].count : 0)
  }
}
