import ArgumentParser
import Statements

/// `tieout trace`: where a figure came from.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Say where a figure came from, with each step from the cell to the report.",
    discussion: """
      Each figure has a heading; below it stand the cells as written, with file, line and column, and the steps from them: scale, sign,
      sums, interests, treatment, translation. What is left out of the command line is all: `tieout trace --item "Net assets"`.
      The figures of equity-transactions.csv are asked for by their columns, `--item nci-adjustment`, and the ratios of the Listing Rules
      by `--item size-tests`. Periods are written as headings have them, or as the pages do: `--period "12 months to 30 June 2025"`.

      Exit codes: 0 found, 1 nothing found, 2 nothing to read, 64 the command line is wrong.
      """)

  @OptionGroup var input: InputOptions

  @Option(name: .long, help: ArgumentHelp("An entity, by any of its names.", valueName: "name"))
  var entity: String?

  @Option(name: .long, help: ArgumentHelp("A line item, by its id or a label; or a column of equity-transactions.csv.", valueName: "name"))
  var item: String?

  @Option(name: .long, help: ArgumentHelp("2012-09-30, Q3 2012, FY2012, 30 September 2012 …", valueName: "period"))
  var period: String?

  func run() throws {
    let outcome = Pipeline.run(try input.deliveries())
    switch outcome.traces(entity: entity, item: item, period: period, inputs: input.prefix) {
    case .found(let traces):
      try Terminal.print(Array(traces.joined(separator: [""])))
    case .nothing(let lines):
      for line in lines { Terminal.note(line) }
      throw Ending.findings
    case .unclear(let words):
      Terminal.error(words)
      throw Ending.usage
    }
  }
}
