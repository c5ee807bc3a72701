import Crypto
import DelimitedText
import Glibc
import History
import Statements

/// The history beside the reports, as one run uses it.
///
/// Its rows are written before any report is touched, in a transaction that is committed when the reports are in place: a death between leaves a
/// history without the run, and the next run finds the same inputs new, puts the same reports, and records it. docs/HISTORY.md has the order.
struct RunHistory: ~Copyable {
  private let history: History
  private var isStaged = false

  /// Opens the history of a reports folder, or begins one.
  init(reports: String) throws {
    let path = RunHistory.path(reports)
    do throws(HistoryError) {
      history = try History.open(path)
    } catch {
      Terminal.error(error.description)
      throw Ending.failure
    }
    if let (name, reason) = history.setAsideNow {
      Terminal.note(
        "\(path): warning: the history was damaged (\(reason)): it stands as \(name) now, and a new one is begun [history-damaged]")
    }
  }

  /// What earlier runs reported.
  var earlier: EarlierFigures { history.earlier }

  /// Makes the reports and writes what the run adds, where it adds anything, without making it last.
  ///
  /// All rows but the run's own, which has the digest of the reports, are written while the reports are made, where other inputs than those
  /// of the last run say at once that there is something to add.
  ///
  /// - Parameter prepared: the outcome without reports.
  /// - Returns: the outcome with them, and the page of changes.
  mutating func stage(
    _ prepared: Pipeline.Outcome, _ deliveries: [String: [Delivery]]
  ) throws -> (outcome: Pipeline.Outcome, changes: ReportFile) {
    let (startedAt, day) = RunHistory.now()
    var run = History.Run(
      sequence: history.nextSequence, version: Pipeline.version, startedAt: startedAt, language: prepared.languages.words,
      inputsDigest: RunHistory.digest(deliveries), reportsDigest: "")
    do throws(HistoryError) {
      let outcome: Pipeline.Outcome
      if let last = history.last, last.comesOfTheSame(as: run) {
        outcome = Pipeline.report(prepared)
        run.reportsDigest = RunHistory.digest(outcome.files)
        isStaged = !last.isLike(run)
        if isStaged { try RunHistory.stage(prepared, run, day, history) }
      } else {
        let staged: Result<Void, HistoryError>
        (outcome, staged) = Workers.both(
          { Pipeline.report(prepared) },
          { [history, run] in
            Result { () throws(HistoryError) in try RunHistory.stage(prepared, run, day, history) }
          })
        try staged.get()
        run.reportsDigest = RunHistory.digest(outcome.files)
        isStaged = true
      }
      if isStaged { try history.stageRun(run) }
      return (outcome, ChangesPage(try history.changes(), outcome.languages).file)
    } catch {
      Terminal.error(error.description)
      throw Ending.failure
    }
  }

  private static func stage(
    _ prepared: Pipeline.Outcome, _ run: History.Run, _ day: CalendarDate, _ history: History
  ) throws(HistoryError) {
    // A group that waits for the next run keeps its reports, and what the run before said of it.
    try history.stageGroups(
      run, prepared.groups.map { $0.record(run: run.sequence, day: day) },
      standing: Set(prepared.groups.filter(\.isForNextRun).map(\.accounts.name)))
  }

  /// Makes the run last, after its reports are in place.
  consuming func finish() throws {
    do throws(HistoryError) {
      if isStaged { try history.commit() }
    } catch {
      Terminal.error(error.description)
      throw Ending.failure
    }
    history.close()
  }

  /// What earlier runs reported, what each changed, and the language of the last, where there was any: for a look that writes nothing.
  static func past(_ reports: String) throws -> (earlier: EarlierFigures, changes: [RunChanges]?, language: String?) {
    do throws(HistoryError) {
      guard let history = try History.read(path(reports)), let last = history.last else { return (.none, nil, nil) }
      let changes = try history.changes()
      history.close()
      return (history.earlier, changes, last.language)
    } catch {
      Terminal.error(error.description)
      throw Ending.failure
    }
  }

  private static func path(_ reports: String) -> String { reports + (reports.hasSuffix("/") ? "" : "/") + "history.sqlite" }

  /// The time in UTC: the one clock of the program, and only the history has it.
  private static func now() -> (text: String, day: CalendarDate) {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let day = CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    let known = day ?? RunHistory.noDay
    let two = { (number: Int32) in (number < 10 ? "0" : "") + String(number) }
    return ("\(known.isoText)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(min(parts.tm_sec, 59)))Z", known)
  }

  /// A clock that stands outside of the calendar gives the day on which computers begin to count.
  private static var noDay: CalendarDate {
    guard let day = CalendarDate(year: 1970, month: 1, day: 1) else { preconditionFailure("1 January 1970 is a day") }
    return day
  }

  // MARK: Digests

  /// Over the names, digests and problems of all inputs.
  private static func digest(_ deliveries: [String: [Delivery]]) -> String {
    var parts: [[UInt8]] = []
    for group in deliveries.keys.sorted() {
      let files = (deliveries[group] ?? []).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      for file in files { parts += [group, file.path, file.digest, file.problem ?? ""].map { Array($0.utf8) } }
    }
    return digest(parts)
  }

  /// Over the paths of all reports and the digests of their bytes.
  private static func digest(_ files: [ReportFile]) -> String {
    let digests = Workers.map(files.count, grain: 16) { InputFile.digest(files[$0].bytes) }
    return digest(zip(files, digests).flatMap { [Array($0.path.utf8), Array($1.utf8)] })
  }

  /// Over parts whose ends cannot be mistaken.
  private static func digest(_ parts: [[UInt8]]) -> String {
    var hash = SHA256()
    for part in parts {
      hash.update(data: Array("\(part.count):".utf8))
      hash.update(data: part)
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
