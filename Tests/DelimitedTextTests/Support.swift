import DelimitedText
import Glibc

/// A variable of the environment; nil where it is not set.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// A record as the tests compare it.
struct Row: Equatable, CustomStringConvertible {
  var line: Int
  var fields: [String]

  init(_ line: Int, _ fields: String...) {
    self.line = line
    self.fields = fields
  }

  init(line: Int, fields: [String]) {
    self.line = line
    self.fields = fields
  }

  var description: String { "\(line): \(fields)" }
}

/// What reading gave: records, or the error.
enum Outcome: Equatable {
  case rows([Row])
  case error(ReadError)
}

func rows(_ table: Table) -> [Row] {
  (0..<table.recordCount).map { index in
    let record = table[index]
    return Row(line: record.lineNumber, fields: (0..<record.fieldCount).map { record.text($0) })
  }
}

func fields(_ bytes: [UInt8]) throws -> [[String]] {
  rows(try DelimitedReader.read(bytes)).map(\.fields)
}

func fields(_ text: String) throws -> [[String]] {
  try fields(Array(text.utf8))
}

/// The error of a text that must be refused.
func refusal(_ bytes: [UInt8]) -> ReadError? {
  do throws(ReadError) {
    _ = try DelimitedReader.read(bytes)
    return nil
  } catch {
    return error
  }
}

func refusal(_ text: String) -> ReadError? { refusal(Array(text.utf8)) }

/// Feeds a parser in chunks of one size and gathers what it hands over.
func parse(
  _ bytes: [UInt8], chunk: Int, delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\"")
) -> (rows: [Row], error: ReadError?) {
  var result: [Row] = []
  do throws(ReadError) {
    let parser = try RecordParser(delimiter: delimiter, quote: quote)
    func take(_ record: borrowing BorrowedRecord) {
      var fields: [String] = []
      for field in 0..<record.fieldCount { fields.append(record.text(field)) }
      result.append(Row(line: record.lineNumber, fields: fields))
    }
    var start = 0
    while start < bytes.count {
      let end = min(start + chunk, bytes.count)
      try parser.feed(Array(bytes[start..<end])) { (record) throws(ReadError) in take(record) }
      start = end
    }
    try parser.finish { (record) throws(ReadError) in take(record) }
    return (result, nil)
  } catch {
    return (result, error)
  }
}
