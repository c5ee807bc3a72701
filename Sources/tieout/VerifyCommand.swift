import ArgumentParser
import Statements

/// `tieout verify`: derives the reports again and names the first place where what stands there differs.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Derive the reports again and name the first figure that differs.",
    discussion: """
      Looked at in this order: whether a run was broken off, the version that wrote the reports, the digest of each input, pages that are \
      missing or that no input gives, then each page and data file, figure by figure.

      Exit codes: 0 the reports are what the inputs give, 1 they are not, 2 there is nothing to verify.
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var language: LanguageOption

  @Option(name: .long, help: ArgumentHelp("The folder with the reports.", valueName: "dir"))
  var reports = "Reports"

  @Flag(name: .long, help: "Print nothing unless something differs.")
  var quiet = false

  func run() throws {
    guard let wayIn = FileSystem.content(of: reports + "/README.md") else {
      Terminal.error("\(reports)/README.md: there are no reports to verify; run `tieout` first, or name another folder with `--reports`")
      throw Ending.failure
    }
    let past = try RunHistory.past(reports)
    let deliveries = try input.deliveries()
    var outcome = Pipeline.run(deliveries, earlier: past.earlier, languages: language.languages)
    // The run may have been asked for another language than the settings have.
    if language.languages == nil, let words = past.language, words != outcome.languages.words, let last = ReportLanguages(words: words) {
      outcome = Pipeline.run(deliveries, earlier: past.earlier, languages: last)
    }
    let pages = past.changes.map { [ChangesPage($0, outcome.languages).file] } ?? []
    let verification = Verification(reports: reports, inputs: input.prefix, outcome: outcome, pages: pages)
    if let lines = verification.interruption ?? verification.version(wayIn) ?? verification.waiting ?? verification.digests
      ?? verification.pages ?? verification.figures
    {
      for line in lines { Terminal.note(line) }
      throw Ending.findings
    }
    if !quiet { try Terminal.print(["\(verification.files.count) reports agree with \(input.inputs)"]) }
  }
}
