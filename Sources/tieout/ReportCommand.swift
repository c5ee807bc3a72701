import ArgumentParser
import Glibc
import Statements

/// `tieout report`: reads the inputs, writes the reports.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Read the inputs and write the reports (the default).")

  @OptionGroup var input: InputOptions

  @Option(name: .long, help: ArgumentHelp("The folder for the reports.", valueName: "dir"))
  var reports = "Reports"

  @OptionGroup var language: LanguageOption

  @Flag(name: .long, help: "End with 1 for warnings too.")
  var strict = false

  @Flag(name: .long, help: "Print nothing unless something is wrong; for cron.")
  var quiet = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Add what is told, without amounts, and how the run ended to a file of at most 1 MB and one before it.", valueName: "file"))
  var log: String?

  func run() throws {
    let runLog = RunLog(log)
    do {
      runLog.add(try report(runLog))
    } catch let ending as ExitCode {
      runLog.add("the run ended with \(ending.rawValue)")
      throw ending
    }
  }

  /// - Returns: what the log says of the run.
  private func report(_ log: RunLog) throws -> String {
    if FileSystem.lies(reports, in: input.inputs) {
      error(
        "\(reports): the reports would lie in the folder of the inputs and be read as inputs; `--reports DIR` names another folder", log)
      throw Ending.usage
    }
    let folder = try lockedFolder(log)
    if !quiet { Progress.begin("reading \(input.inputs), writing \(reports)") }
    defer { Progress.end() }
    let deliveries: [String: [Delivery]]
    do {
      deliveries = try input.deliveries { error($0, log) }
    } catch {
      folder.leaveAsItWas()
      throw error
    }
    var history = try RunHistory(reports: reports)
    let prepared = Pipeline.prepare(deliveries, earlier: history.earlier, languages: language.languages)
    let (outcome, changes) = try history.stage(prepared, deliveries)
    Lifetime.keep(outcome)
    let (written, stale) = try put(outcome, changes, in: folder, log)
    try history.finish()
    Progress.end()
    let errors = outcome.count(.error)
    let warnings = outcome.count(.warning)
    tell(outcome, log)
    for unread in stale.unread { error("\(unread); a report that is no longer given may stand there until the next run", log) }
    let summary = summary(outcome, written: written.count, removed: stale.files.count, errors: errors, warnings: warnings)
    if !quiet { try Terminal.print([summary]) }
    if errors > 0 || (strict && warnings > 0) || !stale.unread.isEmpty { throw Ending.findings }
    return summary
  }

  private func error(_ line: String, _ log: RunLog) {
    Terminal.error(line)
    log.add("error: " + line)
  }

  private func lockedFolder(_ log: RunLog) throws -> ReportFolder {
    do throws(ReportFolder.Failure) {
      return try ReportFolder.lock(reports)
    } catch {
      switch error {
      case .held:
        if !quiet { Terminal.error("\(reports): another run is writing there; nothing was done: try again when it has ended") }
        throw Ending.held
      case .system(let system):
        self.error(system.description, log)
        throw Ending.failure
      }
    }
  }

  private func put(
    _ outcome: Pipeline.Outcome, _ changes: ReportFile, in folder: borrowing ReportFolder, _ log: RunLog
  ) throws -> (written: [String], stale: ReportFolder.Stale) {
    // A group with a file that is not whole yet keeps its pages as they are.
    let waiting = outcome.groups.filter(\.isForNextRun).map { $0.accounts.name + "/" }
    let files = outcome.files.filter { file in !waiting.contains { file.path.hasPrefix($0) } }
    var stale = ReportFolder.Stale()
    // While a file of the group is not taken, the page that it reported before stays.
    for group in outcome.groups where !group.hasRejectedFile {
      folder.addStalePages(group: group.accounts.name, keeping: outcome.files, to: &stale)
    }
    folder.addVanishedGroups(keeping: Set(outcome.groups.map(\.accounts.name)), to: &stale)
    let modes = FileModes(outcome)
    do throws(SystemError) {
      return (try folder.replace([changes] + files, takingAway: stale.files) { modes.mode(of: $0.path) }, stale)
    } catch {
      self.error(error.description, log)
      throw Ending.failure
    }
  }

  private func summary(_ outcome: Pipeline.Outcome, written: Int, removed: Int, errors: Int, warnings: Int) -> String {
    let groups = outcome.groups.count == 1 ? "1 group" : "\(outcome.groups.count) groups"
    let found = "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
    if written == 0, removed == 0 { return "nothing new: \(reports)/README.md is up to date (\(groups), \(found))" }
    let removedWords = removed == 0 ? "" : ", \(removed) taken away"
    return "\(groups), \(outcome.files.count + 1) reports, \(written) written\(removedWords); \(found); see \(reports)/README.md"
  }

  /// Errors on standard error, twenty at most and then how many more: in full for a person, without amounts for a log.
  private func tell(_ outcome: Pipeline.Outcome, _ log: RunLog) {
    let weights: Set<Severity> = strict ? [.error, .warning] : [.error]
    let most = 20
    var told = 0
    var left = 0
    for group in outcome.groups {
      for finding in group.findings where finding.counts && weights.contains(finding.severity) {
        // Without a file that is for the next run, what is missing says nothing.
        if group.isForNextRun, !group.isAboutNextRun(finding) { continue }
        guard told < most else {
          left += 1
          continue
        }
        told += 1
        let brief = "\(group.briefLine(of: finding, inputs: input.prefix)) see \(reports)/\(group.accounts.name)/checks.md"
        log.add(brief)
        let lines = Style.lines(group.lines(of: finding, inputs: input.prefix), severity: finding.severity.rawValue, on: STDERR_FILENO)
        for line in quiet ? [brief] : lines { Terminal.note(line) }
      }
    }
    if left > 0 {
      Terminal.note("and \(left) more: see \(reports)/README.md")
      log.add("and \(left) more")
    }
  }
}

/// The permissions of report files, as the groups' settings have them; the way in may be read by those who may read every group.
struct FileModes {
  private let byGroup: [String: Int]
  private let ofWayIn: Int?

  init(_ outcome: Pipeline.Outcome) {
    var byGroup: [String: Int] = [:]
    for group in outcome.groups { byGroup[group.accounts.name] = group.accounts.settings.fileMode }
    self.byGroup = byGroup
    ofWayIn = byGroup.isEmpty || byGroup.count < outcome.groups.count ? nil : byGroup.values.reduce(0o777) { $0 & $1 }
  }

  /// The permissions of a report; nil where no setting gives them.
  func mode(of path: String) -> Int? {
    guard let slash = path.firstIndex(of: "/") else { return ofWayIn }
    return byGroup[String(path[..<slash])]
  }
}

extension Pipeline.Group {
  /// Whether a file of the group was not taken.
  var hasRejectedFile: Bool { accounts.sources.contains { $0.form == nil } }

  /// Whether a file of the group may be read by the next run only, so that its reports wait for it.
  var isForNextRun: Bool { accounts.sources.contains(where: \.isForNextRun) }

  /// Whether a finding is about such a file.
  func isAboutNextRun(_ finding: Finding) -> Bool {
    guard let place = finding.place, accounts.sources.indices.contains(Int(place.fileIndex)) else { return false }
    return accounts.sources[Int(place.fileIndex)].isForNextRun
  }
}
