import Glibc
import Statements

/// The folder of reports: locked for one run, each file put in place whole, one that would not change left alone.
struct ReportFolder: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// Why it could not be had.
  enum Failure: Error {
    /// Another run holds it.
    case held
    /// The system refused.
    case system(SystemError)
  }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Makes the folder where it is missing, and locks it; the kernel frees the lock when the process ends, however it ends.
  static func lock(_ path: String) throws(Failure) -> ReportFolder {
    do throws(SystemError) {
      try makeFolders(path)
    } catch {
      throw .system(error)
    }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(SystemError(path: path, doing: "open the folder", code: errno)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .held : .system(SystemError(path: path, doing: "lock the folder", code: code))
    }
    return ReportFolder(path: path, descriptor: descriptor)
  }

  deinit { close(descriptor) }

  /// Writes the files that differ from what stands there, in their order, so that the way in comes last.
  ///
  /// - Returns: the paths that were written.
  func write(_ files: [ReportFile]) throws(SystemError) -> [String] {
    var written: [String] = []
    for file in files where ReportFolder.content(of: path + "/" + file.path) != file.bytes {
      try put(file)
      written.append(file.path)
    }
    return written
  }

  /// Takes away the pages of entities that no file describes any more, and the pictures that no page shows; only those that bear the
  /// program's own mark.
  ///
  /// - Returns: the paths that were taken away.
  func removeStalePages(group: String, keeping files: [ReportFile]) throws(SystemError) -> [String] {
    let kept = Set(files.map(\.path))
    let entities = names(in: "\(group)/entities", ending: ".md")
    let pictures = names(in: "\(group)/pictures", ending: ".svg")
    let stale = (entities + pictures + ["\(group)/announcement.md"])
      .filter { !kept.contains($0) && ReportFolder.isOurs(path + "/" + $0) }
    for page in stale {
      guard unlink(path + "/" + page) == 0 else { throw SystemError(path: path + "/" + page, doing: "take the page away", code: errno) }
    }
    return stale
  }

  private func names(in folder: String, ending: String) -> [String] {
    ReportFolder.names(in: path + "/" + folder).filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
  }

  /// Takes away the reports of groups that are gone from the inputs: only where the group's own page bears the program's mark, and only
  /// files that the program writes.
  func removeVanishedGroups(keeping groups: Set<String>) throws(SystemError) -> [String] {
    var removed: [String] = []
    for group in ReportFolder.names(in: path) where !groups.contains(group) {
      let folder = path + "/" + group
      guard ReportFolder.isOurs(folder + "/README.md") else { continue }
      removed += try removeStalePages(group: group, keeping: [])
      let pages = ["equity-transactions.md", "checks.md", "intake.md", "README.md"].filter { ReportFolder.isOurs(folder + "/" + $0) }
      let data =
        ["facts", "findings", "comparison", "equity-transactions", "attribution"].map { "data/\($0).csv" } + ["data/journal.journal"]
      for name in data + pages where unlink(folder + "/" + name) == 0 { removed.append(group + "/" + name) }
      // Folders that hold something of somebody else stay.
      for name in ["/data", "/entities", "/pictures", ""] { rmdir(folder + name) }
    }
    return removed
  }

  private static func isOurs(_ path: String) -> Bool {
    content(of: path)?.reversed().starts(with: (ReportFile.mark + "\n").utf8.reversed()) ?? false
  }

  /// The names in a folder, in order.
  private static func names(in path: String) -> [String] {
    guard let listing = opendir(path) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// What stands in a file; nil where there is none.
  static func content(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  // MARK: One file

  /// Temporary name, write, fsync, rename, fsync of the folder: at every instant the old file or the new one stands there whole.
  private func put(_ file: ReportFile) throws(SystemError) {
    let target = path + "/" + file.path
    let folder = String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])
    try ReportFolder.makeFolders(folder)
    let temporary = target + ".\(getpid()).tmp"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw SystemError(path: target, doing: "write the report", code: errno) }
    var failure = ReportFolder.writeAll(file.bytes, to: descriptor)
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, target) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw SystemError(path: target, doing: "write the report", code: failure)
    }
    let folderDescriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { throw SystemError(path: folder, doing: "open the folder", code: errno) }
    defer { close(folderDescriptor) }
    guard fsync(folderDescriptor) == 0 else { throw SystemError(path: folder, doing: "make the folder durable", code: errno) }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += count
    }
    return 0
  }

  private static func makeFolders(_ path: String) throws(SystemError) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o750) != 0, errno != EEXIST { throw SystemError(path: path, doing: "make the folder", code: errno) }
    }
  }
}
