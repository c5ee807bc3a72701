import Crypto
import Glibc
import History
import Statements

/// The history beside the reports, as one run uses it.
///
/// The order of a run, so that a death at any instant leaves the old or the new and the next run mends the rest:
/// 1. the history is opened and examined; its figures go into the pipeline;
/// 2. the run's rows are written in a transaction that stays open, so that a history that cannot be written stops the run before any
///    report is touched;
/// 3. the reports are put in place, one by one;
/// 4. the transaction is committed.
/// A death before 4 leaves a history without the run; the next run finds the same inputs new, puts the same reports, and records it.
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

  /// Writes what the run adds, where it adds anything, without making it last.
  ///
  /// - Returns: the page of changes.
  mutating func stage(_ outcome: Pipeline.Outcome, _ deliveries: [String: [Delivery]]) throws -> ReportFile {
    let (startedAt, day) = RunHistory.now()
    let run = History.Run(
      sequence: history.nextSequence, version: Pipeline.version, startedAt: startedAt, language: outcome.languages.words,
      inputsDigest: RunHistory.digest(deliveries), reportsDigest: RunHistory.digest(outcome.files))
    do throws(HistoryError) {
      if history.last.map({ !$0.isLike(run) }) ?? true {
        // A group that waits for the next run keeps its reports, and what the run before said of it.
        try history.stage(
          run, outcome.groups.map { $0.record(run: run.sequence, day: day) },
          standing: Set(outcome.groups.filter(\.isForNextRun).map(\.accounts.name)))
        isStaged = true
      }
      return ChangesPage(try history.changes(), outcome.languages).file
    } catch {
      Terminal.error(error.description)
      throw Ending.failure
    }
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

  /// Over the paths and bytes of all reports.
  private static func digest(_ files: [ReportFile]) -> String {
    digest(files.flatMap { [Array($0.path.utf8), $0.bytes] })
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
