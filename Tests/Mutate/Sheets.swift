import DelimitedText
import Statements

/// A cell of a set of files: which file, row and column, from nought.
struct Cell: Hashable {
  var file: Int
  var row: Int
  var column: Int
}

/// A file as rows of cells; row `n` is written on line `n + 1`.
struct Sheet {
  let name: String
  var rows: [[String]]

  /// The cells of a file that our own reader reads; nil where it does not, or where a record has several lines.
  init?(name: String, bytes: [UInt8]) {
    guard let table = try? DelimitedReader.read(bytes) else { return nil }
    var rows: [[String]] = []
    for index in 0..<table.recordCount {
      let record = table[index]
      while rows.count + 1 < record.lineNumber { rows.append([]) }
      guard rows.count + 1 == record.lineNumber else { return nil }
      rows.append((0..<record.fieldCount).map { record.text($0) })
    }
    guard !rows.contains(where: { $0.contains { $0.contains("\n") } }) else { return nil }
    self.init(name: name, rows: rows)
  }

  init(name: String, rows: [[String]]) {
    self.name = name
    self.rows = rows
  }

  /// As CSV.
  var bytes: [UInt8] {
    var text = ""
    for row in rows {
      text += row.map { $0.contains { ",\";\t|".contains($0) } ? "\"" + $0.replacing("\"", with: "\"\"") + "\"" : $0 }.joined(
        separator: ",")
      text += "\n"
    }
    return Array(text.utf8)
  }

  func text(_ row: Int, _ column: Int) -> String? {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : nil
  }
}

/// A set of statements of one group, without an error in it.
struct StatementSet {
  enum Origin: String, CaseIterable {
    case zoo, random, corpus
  }

  let origin: Origin
  let name: String
  var sheets: [Sheet]

  /// What the pipeline makes of it.
  func run() -> Pipeline.Outcome {
    Pipeline.run(["main": sheets.map { Delivery(path: $0.name, bytes: $0.bytes, digest: "") }])
  }

  subscript(cell: Cell) -> String {
    get { sheets[cell.file].rows[cell.row][cell.column] }
    set { sheets[cell.file].rows[cell.row][cell.column] = newValue }
  }
}

/// A figure in plain digits: `1,234.5`, `(1,234.5)`, `-1,234.5`; other spellings are left alone.
struct Printed {
  var value: Double
  let places: Int
  let isGrouped: Bool
  let hasBrackets: Bool

  init?(_ text: String) {
    var digits = text
    hasBrackets = digits.hasPrefix("(") && digits.hasSuffix(")")
    if hasBrackets { digits = String(digits.dropFirst().dropLast()) }
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    isGrouped = digits.contains(",")
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, !digits.isEmpty, groups.dropFirst().allSatisfy({ $0.count == 3 }),
      let number = Double(digits.filter { $0 != "," }), digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") })
    else { return nil }
    places = parts.count > 1 ? parts[1].count : 0
    value = hasBrackets || isNegative ? -number : number
  }

  /// The value in the same spelling.
  var text: String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    var digits = String(Int64((value.magnitude * scale).rounded()))
    while digits.count <= places { digits = "0" + digits }
    var whole = String(digits.dropLast(places))
    if isGrouped || whole.count > 3 {
      var grouped = ""
      while whole.count > 3, isGrouped {
        grouped = "," + whole.suffix(3) + grouped
        whole = String(whole.dropLast(3))
      }
      whole += grouped
    }
    let text = whole + (places > 0 ? "." + digits.suffix(places) : "")
    if value >= 0 { return text }
    return hasBrackets ? "(\(text))" : "-\(text)"
  }
}
