import ArgumentParser
import Statements

/// `tieout report`: reads the inputs, writes the reports.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Read the inputs and write the reports (the default).")

  @OptionGroup var input: InputOptions

  @Option(name: .long, help: ArgumentHelp("The folder for the reports.", valueName: "dir"))
  var reports = "Reports"

  @Option(name: .long, help: ArgumentHelp("The language of the reports: en.", valueName: "language"))
  var language = "en"

  @Flag(name: .long, help: "End with 1 for warnings too.")
  var strict = false

  @Flag(name: .long, help: "Print nothing unless something is wrong; for cron.")
  var quiet = false

  func validate() throws {
    guard Language(rawValue: language) != nil else {
      throw ValidationError(
        "there is no language '\(language)'; there is: \(Language.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }

  func run() throws {
    let deliveries = try input.deliveries()
    let folder = try lockedFolder()
    var history = try RunHistory(reports: reports)
    let outcome = Pipeline.run(deliveries, earlier: history.earlier)
    let changes = try history.stage(outcome, deliveries, language: language)
    let (written, removed) = try put(outcome, changes, in: folder)
    try history.finish()
    let errors = outcome.count(.error)
    let warnings = outcome.count(.warning)
    tell(outcome)
    if !quiet { try Terminal.print(summary(outcome, written: written.count, removed: removed.count, errors: errors, warnings: warnings)) }
    if errors > 0 || (strict && warnings > 0) { throw Ending.findings }
  }

  private func lockedFolder() throws -> ReportFolder {
    do throws(ReportFolder.Failure) {
      return try ReportFolder.lock(reports)
    } catch {
      switch error {
      case .held:
        if !quiet { Terminal.error("\(reports): another run holds the folder; this one leaves it alone") }
        throw Ending.held
      case .system(let system):
        Terminal.error(system.description)
        throw Ending.failure
      }
    }
  }

  private func put(
    _ outcome: Pipeline.Outcome, _ changes: ReportFile, in folder: borrowing ReportFolder
  ) throws -> (written: [String], removed: [String]) {
    do throws(SystemError) {
      let written = try folder.write([changes] + outcome.files)
      var removed: [String] = []
      // While a file of the group is not taken, the page that it reported before stays.
      for group in outcome.groups where !group.hasRejectedFile {
        removed += try folder.removeStalePages(group: group.accounts.name, keeping: outcome.files)
      }
      removed += try folder.removeVanishedGroups(keeping: Set(outcome.groups.map(\.accounts.name)))
      return (written, removed)
    } catch {
      Terminal.error(error.description)
      throw Ending.failure
    }
  }

  private func summary(_ outcome: Pipeline.Outcome, written: Int, removed: Int, errors: Int, warnings: Int) -> [String] {
    let groups = outcome.groups.count == 1 ? "1 group" : "\(outcome.groups.count) groups"
    let found = "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
    if written == 0, removed == 0 { return ["nothing new: \(reports)/README.md is up to date (\(groups), \(found))"] }
    let removedWords = removed == 0 ? "" : ", \(removed) taken away"
    return ["\(groups), \(outcome.files.count + 1) reports, \(written) written\(removedWords); \(found); see \(reports)/README.md"]
  }

  /// Errors on standard error, twenty at most and then how many more: in full for a person, without amounts for a log.
  private func tell(_ outcome: Pipeline.Outcome) {
    let weights: Set<Severity> = strict ? [.error, .warning] : [.error]
    let most = 20
    var told = 0
    var left = 0
    for group in outcome.groups {
      for finding in group.findings where finding.counts && weights.contains(finding.severity) {
        guard told < most else {
          left += 1
          continue
        }
        told += 1
        if quiet {
          Terminal.note("\(group.briefLine(of: finding, inputs: input.prefix)) see \(reports)/\(group.accounts.name)/checks.md")
        } else {
          for line in group.lines(of: finding, inputs: input.prefix) { Terminal.note(line) }
        }
      }
    }
    if left > 0 { Terminal.note("and \(left) more: see \(reports)/README.md") }
  }
}

extension Pipeline.Group {
  /// Whether a file of the group was not taken.
  var hasRejectedFile: Bool { accounts.sources.contains { $0.form == nil } }
}
