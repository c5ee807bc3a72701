import ArgumentParser
import Statements

/// `tieout explain`: what a check, a treatment or a line item means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a check, a treatment or a line item means.",
    discussion: """
      Without a name, everything that has one is listed. A line item is found by its id or by any label that is known for it, in English
      or Chinese: `tieout explain 少数股东权益`.
      """)

  @Argument(help: ArgumentHelp("An id such as roll-forward, or a label such as Net assets.", valueName: "name"))
  var name: [String] = []

  func run() throws {
    let wanted = name.joined(separator: " ")
    if wanted.isEmpty {
      try Terminal.print(Glossary.list)
      return
    }
    if let lines = Glossary.lines(of: wanted) {
      try Terminal.print(lines)
      return
    }
    let near = Glossary.nearest(to: wanted).map { "‘\($0)’" }
    let hint = near.isEmpty ? "`tieout explain` lists all names" : "did you mean \(ExplainCommand.choice(near))?"
    Terminal.error("there is no check, treatment or line item ‘\(Glossary.visible(wanted))’: \(hint)")
    throw Ending.usage
  }

  /// `a`, `a or b`, `a, b or c`.
  private static func choice(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
