import DelimitedText
import Glibc
import Statements

/// The folder of reports: locked for one run, all that changes put in place as one change, what would not change left alone.
struct ReportFolder: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// Whether this run made it.
  private let isNew: Bool

  /// Why it could not be had.
  enum Failure: Error {
    /// Another run holds it.
    case held
    /// The system refused.
    case system(SystemError)
  }

  private init(path: String, descriptor: Int32, isNew: Bool) {
    self.path = path
    self.descriptor = descriptor
    self.isNew = isNew
  }

  /// Makes the folder where it is missing, locks it, and finishes or undoes what a run that died left behind.
  ///
  /// The kernel frees the lock when the process ends, however it ends.
  static func lock(_ path: String) throws(Failure) -> ReportFolder {
    let isNew = !FileSystem.exists(path)
    do throws(SystemError) {
      try FileSystem.makeRoot(path)
    } catch {
      throw .system(error)
    }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(SystemError(path: path, doing: "open the folder", code: errno)) }
    let folder = ReportFolder(path: path, descriptor: descriptor, isNew: isNew)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? .held : .system(SystemError(path: path, doing: "lock the folder", code: errno))
    }
    do throws(SystemError) {
      try ReportSwitch(path).recover()
    } catch {
      throw .system(error)
    }
    return folder
  }

  deinit { close(descriptor) }

  /// Takes the folder away again where this run made it and nothing was written.
  func leaveAsItWas() {
    if isNew { rmdir(path) }
  }

  /// Puts the files that differ in place and takes others away, all or nothing; the way in comes last.
  ///
  /// - Returns: the paths that were written.
  func replace(_ files: [ReportFile], takingAway stale: [String], mode: (ReportFile) -> Int?) throws(SystemError) -> [String] {
    let modes = files.map(mode)
    let isSame = Workers.map(files.count, grain: 16) { [path] index in
      let target = path + "/" + files[index].path
      return FileSystem.content(of: target) == files[index].bytes && (modes[index] == nil || FileSystem.mode(of: target) == modes[index])
    }
    let changed = files.indices.filter { !isSame[$0] }.map { (file: files[$0], mode: modes[$0]) }
    if !changed.isEmpty || !stale.isEmpty { try ReportSwitch(path).replace(changed, takingAway: stale) }
    return changed.map(\.file.path)
  }

  // MARK: What is no longer reported

  /// What is no longer reported.
  struct Stale {
    /// The paths of files that the program wrote.
    var files: [String] = []
    /// What could not be looked at, so that it stays.
    var unread: [SystemError] = []

    /// What a look gives, or nothing where it fails.
    fileprivate mutating func look<Found>(_ look: () throws(SystemError) -> Found) -> Found? {
      do throws(SystemError) {
        return try look()
      } catch {
        unread.append(error)
        return nil
      }
    }
  }

  /// Adds the pages of entities that no file describes any more, and the pictures that no page shows; only those that bear the program's own
  /// mark.
  func addStalePages(group: String, keeping files: [ReportFile], to stale: inout Stale) {
    let kept = Set(files.map(\.path))
    let names = names(in: group + "/entities", ending: ".md", &stale) + names(in: group + "/pictures", ending: ".svg", &stale)
    for name in names + [group + "/announcement.md"] where !kept.contains(name) && isOurs(name, &stale) { stale.files.append(name) }
  }

  private func names(in folder: String, ending: String, _ stale: inout Stale) -> [String] {
    let names = stale.look { () throws(SystemError) in try FileSystem.namesIfAny(in: path + "/" + folder) } ?? []
    return names.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
  }

  private func isOurs(_ file: String, _ stale: inout Stale) -> Bool {
    stale.look { () throws(SystemError) in try ReportFolder.isOurs(path + "/" + file) } ?? false
  }

  /// Adds the reports of groups that are gone from the inputs: only where the group's own page bears the program's mark, and only files that
  /// the program writes.
  func addVanishedGroups(keeping groups: Set<String>, to stale: inout Stale) {
    let names = stale.look { () throws(SystemError) in try FileSystem.namesIfAny(in: path) } ?? []
    for group in names where !groups.contains(group) {
      guard isOurs(group + "/README.md", &stale) else { continue }
      addStalePages(group: group, keeping: [], to: &stale)
      let data =
        ["facts", "findings", "comparison", "equity-transactions", "attribution"].map { "data/\($0).csv" } + ["data/journal.journal"]
      stale.files += data.map { group + "/" + $0 }.filter { FileSystem.exists(path + "/" + $0) }
      for page in ["equity-transactions.md", "checks.md", "intake.md", "README.md"] where isOurs(group + "/" + page, &stale) {
        stale.files.append(group + "/" + page)
      }
    }
  }

  /// Whether a page is one that the program wrote.
  static func isOurs(_ path: String) throws(SystemError) -> Bool {
    try FileSystem.contentIfAny(of: path)?.reversed().starts(with: (ReportFile.mark + "\n").utf8.reversed()) ?? false
  }
}
