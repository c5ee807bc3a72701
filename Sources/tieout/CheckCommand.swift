import ArgumentParser
import Glibc
import Statements

/// `tieout check`: the findings alone.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: "Print the findings; write nothing.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @OptionGroup var input: InputOptions

  @OptionGroup var language: LanguageOption

  @Option(name: .long, help: "text, csv or json.")
  var format = Format.text

  func run() throws {
    Progress.begin("reading and checking \(input.inputs)")
    defer { Progress.end() }
    let outcome = Pipeline.check(try input.deliveries(), languages: language.languages)
    Lifetime.keep(outcome)
    Progress.end()
    switch format {
    case .text: try Terminal.print(text(outcome))
    case .csv: try Terminal.print(bytes: FindingsData.csv(outcome))
    case .json: try Terminal.print(bytes: FindingsData.json(outcome))
    }
    if outcome.count(.error) > 0 { throw Ending.findings }
  }

  private func text(_ outcome: Pipeline.Outcome) -> [String] {
    var lines: [String] = []
    for group in outcome.groups {
      for finding in group.findings {
        lines += Style.lines(group.lines(of: finding, inputs: input.prefix), severity: finding.severity.rawValue, on: STDOUT_FILENO) + [""]
      }
    }
    let (errors, warnings) = (outcome.count(.error), outcome.count(.warning))
    let counts = "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
    return lines + ["\(counts), \(outcome.count(.info)) info"]
  }
}
