import DelimitedText
import Glibc
import Statements
import Synchronization

/// Puts a set of reports in the place of another as one change that a death at any instant leaves undone or is finished by the next run.
///
/// Below `.tieout` in the reports folder the new files are written (`new/1`, `new/2` …) and made durable, and the old ones kept by a second
/// name (`old/1` …). Then `pending` says what is to be done. With it the change is decided: from here on a death leaves it to the next run,
/// which goes on, and `verify` says that a change is under way. Each file goes into place by `rename`, the way in last; then `pending` goes.
/// Where a step fails while the program lives, `pending` becomes `undo` and the old files go back.
struct ReportSwitch {
  private let root: String

  /// The change of the reports folder at `root`.
  init(_ root: String) {
    self.root = root
  }

  private var work: String { root + "/.tieout" }
  private var pending: String { work + "/pending" }
  private var undo: String { work + "/undo" }

  /// One thing to do.
  private enum Action {
    /// Put a new file in place; its digest tells whether that is done, `isNew` whether none stood there. The folder's permissions where it
    /// must be made.
    case put(path: String, digest: String, isNew: Bool, folderMode: Int?)
    /// Take a file away.
    case take(path: String)

    var path: String {
      switch self {
      case .put(let path, _, _, _), .take(let path): path
      }
    }
  }

  /// Whether a change was decided and not finished, so that the reports may be of two runs.
  var isUnderWay: Bool { FileSystem.exists(pending) || FileSystem.exists(undo) }

  // MARK: Doing it

  /// Makes the change: `changed` in place, the last of them last, and `stale` away before it.
  func replace(_ changed: [(file: ReportFile, mode: Int?)], takingAway stale: [String]) throws(SystemError) {
    var actions = Workers.map(changed.count, grain: 16) { index -> Action in
      let (file, mode) = changed[index]
      return .put(
        path: file.path, digest: InputFile.digest(file.bytes), isNew: !FileSystem.exists(root + "/" + file.path),
        folderMode: mode.map { $0 | ($0 & 0o444) >> 2 })
    }
    actions.insert(contentsOf: stale.map { .take(path: $0) }, at: max(actions.count - 1, 0))
    let filesByPath = Dictionary(uniqueKeysWithValues: changed.map { ($0.file.path, $0) })
    // One that is there already belongs to a change that was decided: it is not ours to sweep.
    guard mkdir(work, 0o700) == 0 else { throw SystemError(path: work, doing: "make the folder", code: errno) }
    // A file system without second names cannot give the old files back; then a failure below is left to the next run.
    var canGoBack = true
    do throws(SystemError) {
      for folder in ["/new", "/old"] {
        guard mkdir(work + folder, 0o700) == 0 else { throw SystemError(path: work + folder, doing: "make the folder", code: errno) }
      }
      try write(actions, filesByPath)
      for (index, action) in actions.enumerated() {
        let target = root + "/" + action.path
        if case .put(_, _, true, _) = action { continue }
        guard !FileSystem.isFolder(target) else { throw SystemError(path: target, doing: "put the report in place", code: EISDIR) }
        if link(target, kept(index)) != 0 { canGoBack = false }
      }
      try FileSystem.sync(folder: work + "/new")
      try FileSystem.sync(folder: work + "/old")
      try FileSystem.write(ReportSwitch.journal(actions), to: pending + ".tmp", mode: nil, for: pending)
      try FileSystem.rename(pending + ".tmp", to: pending, for: pending)
    } catch {
      sweep()
      throw error
    }
    do throws(SystemError) {
      try FileSystem.sync(folder: work)
      try FileSystem.sync(folder: root)
      try goForward(actions)
    } catch {
      // Where going back fails too, what is left says that a change is under way.
      if canGoBack, rename(pending, undo) == 0 { try goBack(actions) }
      throw error
    }
    sweep()
  }

  /// More files than these are written side by side, and made durable all at once.
  private static let mostOneByOne = 16

  /// Writes the new files below the working folder and makes their bytes durable.
  private func write(_ actions: [Action], _ files: [String: (file: ReportFile, mode: Int?)]) throws(SystemError) {
    let disk = files.count > ReportSwitch.mostOneByOne ? try FileSystem.Disk(of: work) : nil
    let hasFailed = Atomic<Bool>(false)
    let failures = Workers.map(actions.count, threadCount: disk == nil ? 1 : Workers.coreCount, grain: 16) { index -> SystemError? in
      // A full disk is not tried six thousand times.
      guard !hasFailed.load(ordering: .relaxed), let (file, mode) = files[actions[index].path] else { return nil }
      do throws(SystemError) {
        try FileSystem.write(file.bytes, to: staged(index), mode: mode, for: root + "/" + file.path, isDurable: disk == nil)
        return nil
      } catch {
        hasFailed.store(true, ordering: .relaxed)
        return error
      }
    }
    if let failure = failures.lazy.compactMap({ $0 }).first { throw failure }
    try disk?.sync()
  }

  private func staged(_ index: Int) -> String { work + "/new/\(index + 1)" }
  private func kept(_ index: Int) -> String { work + "/old/\(index + 1)" }

  private func goForward(_ actions: [Action]) throws(SystemError) {
    var folders: [String] = [root]
    for (index, action) in actions.enumerated() {
      let target = root + "/" + action.path
      let parent = action.path.split(separator: "/").dropLast().joined(separator: "/")
      switch action {
      case .put(_, let digest, _, let folderMode):
        if !FileSystem.exists(staged(index)), FileSystem.content(of: target).map(InputFile.digest) == digest { continue }
        try FileSystem.makeFolders(parent, below: root, mode: folderMode)
        try FileSystem.rename(staged(index), to: target, for: target)
      case .take:
        guard unlink(target) == 0 || errno == ENOENT || errno == ENOTDIR else {
          throw SystemError(path: target, doing: "take the page away", code: errno)
        }
      }
      for folder in ReportSwitch.folders(of: action.path).map({ root + "/" + $0 }) where !folders.contains(folder) {
        folders.append(folder)
      }
    }
    for folder in folders where FileSystem.exists(folder) { try FileSystem.sync(folder: folder) }
    removeEmptyFolders(of: actions)
  }

  private func goBack(_ actions: [Action]) throws(SystemError) {
    for (index, action) in actions.enumerated().reversed() {
      let target = root + "/" + action.path
      if case .put(_, let digest, true, _) = action {
        guard FileSystem.content(of: target).map(InputFile.digest) == digest else { continue }
        guard unlink(target) == 0 else { throw SystemError(path: target, doing: "take the new page away", code: errno) }
      } else if rename(kept(index), target) != 0, errno != ENOENT {
        // It is not there when it went back before a death.
        throw SystemError(path: target, doing: "put the old page back", code: errno)
      }
    }
    for folder in Set(actions.flatMap { ReportSwitch.folders(of: $0.path) }).map({ root + "/" + $0 }) + [root]
    where FileSystem.exists(folder) {
      try FileSystem.sync(folder: folder)
    }
    removeEmptyFolders(of: actions)
    sweep()
  }

  /// Takes folders away that are empty now, the deepest first; those that hold anything stay.
  private func removeEmptyFolders(of actions: [Action]) {
    let folders = Set(actions.flatMap { ReportSwitch.folders(of: $0.path) })
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) { rmdir(root + "/" + folder) }
  }

  /// `group/data` and `group` for `group/data/facts.csv`.
  private static func folders(of path: String) -> [String] {
    let parts = Array(path.split(separator: "/").dropLast())
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  // MARK: After a death

  /// Goes on with what a run that died had decided, or takes away what it had not.
  func recover() throws(SystemError) {
    guard FileSystem.exists(work) else { return }
    if let bytes = try decided(undo) {
      if let actions = ReportSwitch.actions(bytes) { try goBack(actions) }
    } else if let bytes = try decided(pending), let actions = ReportSwitch.actions(bytes) {
      try goForward(actions)
    }
    sweep()
    // What cannot be taken away would be in the way of the next change.
    guard !FileSystem.exists(work) else { throw SystemError(path: work, doing: "take away what an earlier run left", code: EBUSY) }
  }

  /// What a change that was decided is to do; nil where there is none.
  private func decided(_ journal: String) throws(SystemError) -> [UInt8]? {
    if let bytes = FileSystem.content(of: journal) { return bytes }
    guard !FileSystem.exists(journal) else { throw SystemError(path: journal, doing: "read what an earlier run decided", code: EIO) }
    return nil
  }

  /// Takes the working folder away; `pending` first, so that what is left decides nothing.
  private func sweep() {
    for name in ["/pending", "/undo", "/pending.tmp"] { unlink(work + name) }
    for folder in ["/new", "/old"] {
      for name in FileSystem.names(in: work + folder) { unlink(work + folder + "/" + name) }
      rmdir(work + folder)
    }
    rmdir(work)
  }

  // MARK: The journal

  /// Fields that end in NUL, which no path has; the last says that it is whole.
  private static func journal(_ actions: [Action]) -> [UInt8] {
    var fields: [String] = []
    for action in actions {
      switch action {
      case .put(let path, let digest, let isNew, let mode):
        fields += ["put", path, digest, isNew ? "new" : "old", mode.map { String($0) } ?? ""]
      case .take(let path): fields += ["take", path]
      }
    }
    return (fields + ["end"]).flatMap { Array($0.utf8) + [0] }
  }

  private static func actions(_ bytes: [UInt8]) -> [Action]? {
    var fields = bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }[...]
    var actions: [Action] = []
    while let word = fields.popFirst() {
      switch word {
      case "put":
        guard let path = fields.popFirst(), let digest = fields.popFirst(), let age = fields.popFirst(), let mode = fields.popFirst() else {
          return nil
        }
        actions.append(.put(path: path, digest: digest, isNew: age == "new", folderMode: Int(mode)))
      case "take":
        guard let path = fields.popFirst() else { return nil }
        actions.append(.take(path: path))
      case "end": return actions
      default: return nil
      }
    }
    return nil
  }
}
