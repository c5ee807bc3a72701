import ArgumentParser
import DelimitedText
import Statements

/// `tieout read`: a file's cells as they were read.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Print a file's cells as they were read; how it was read goes to standard error.",
    discussion: """
      Standard error has a line for each choice, `name: value (evidence)`: encoding, delimiter, quote, form, header rows, unit.

      Exit codes: 0 the cells were read, 1 the file cannot be read as cells, 2 it cannot be opened.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, json
  }

  @Argument(help: "The file.")
  var file: String

  @Option(name: .long, help: "csv (RFC 4180: UTF-8, comma, LF) or json (an array a record).")
  var format = Format.csv

  func run() throws {
    let delivery = InputFile.deliverOne(file)
    if let problem = delivery.problem {
      Terminal.error("\(file): \(problem)")
      throw Ending.failure
    }
    let description = Pipeline.describe(delivery)
    for line in description.evidence + description.problems { Terminal.note(line) }
    guard let table = description.table else { throw Ending.findings }
    switch format {
    case .csv: try Terminal.print(bytes: ReadCommand.csv(table))
    case .json: try Terminal.print(ReadCommand.json(table))
    }
  }

  private static func csv(_ table: Table) -> [UInt8] {
    var writer = DelimitedWriter()
    for index in 0..<table.recordCount {
      let record = table[index]
      for field in 0..<record.fieldCount { writer.field(record.text(field)) }
      writer.endRecord()
    }
    return writer.bytes
  }

  private static func json(_ table: Table) -> [String] {
    (0..<table.recordCount).map { index in
      let record = table[index]
      // A blank line is a record with one empty cell.
      let cells = (0..<max(record.fieldCount, 1)).map { JSON.string(record.text($0)) }
      return "[" + cells.joined(separator: ",") + "]"
    }
  }
}
