import ArgumentParser
import DelimitedText
import Statements

/// `tieout read`: a file's cells as they were read.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Print a file's cells as they were read; how it was read goes to standard error.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, json
  }

  @Argument(help: "The file.")
  var file: String

  @Option(name: .long, help: "csv or json (an array a record).")
  var format = Format.csv

  func run() throws {
    let delivery = InputFolder.deliverOne(file)
    if let problem = delivery.problem {
      Terminal.error("\(file): \(problem)")
      throw Ending.failure
    }
    let description = Pipeline.describe(delivery)
    for line in description.evidence { Terminal.note(line) }
    for line in description.problems { Terminal.note(line) }
    guard let table = description.table else { throw Ending.findings }
    switch format {
    case .csv:
      var writer = DelimitedWriter()
      for index in 0..<table.recordCount {
        let record = table[index]
        for field in 0..<record.fieldCount { writer.field(record.text(field)) }
        writer.endRecord()
      }
      try Terminal.print(bytes: writer.bytes)
    case .json:
      try Terminal.print(
        (0..<table.recordCount).map { index in
          let record = table[index]
          // A blank line is a record with one empty cell.
          let cells = (0..<max(record.fieldCount, 1)).map { JSON.string(record.text($0)) }
          return "[" + cells.joined(separator: ",") + "]"
        })
    }
  }
}
