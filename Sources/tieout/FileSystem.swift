import CLinux
import Glibc

/// The few operations on files that the reports need, each with its error named.
enum FileSystem {
  /// What stands in a regular file; nil where there is none or it cannot be read.
  static func content(of path: String) -> [UInt8]? { (try? contentIfAny(of: path)) ?? nil }

  /// What stands in a regular file; nil where there is none: nothing, a link, something else.
  static func contentIfAny(of path: String) throws(SystemError) -> [UInt8]? {
    func failure() -> SystemError { SystemError(path: path, doing: "read the file", code: errno) }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if [ENOENT, ENOTDIR, ELOOP, ENXIO].contains(errno) { return nil }
      throw failure()
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a new file and makes its bytes durable, unless that is left to `Disk.sync`.
  ///
  /// - Parameters:
  ///   - mode: its permissions, whatever the umask; nil for 0640 under the umask.
  ///   - target: the path to name where it goes wrong.
  static func write(
    _ bytes: [UInt8], to path: String, mode: Int?, for target: String, isDurable: Bool = true
  ) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw SystemError(path: target, doing: "write the report", code: errno) }
    var failure = writeAll(bytes, to: descriptor)
    if failure == 0, let mode, fchmod(descriptor, mode_t(mode)) != 0 { failure = errno }
    if failure == 0, isDurable, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else { throw SystemError(path: target, doing: "write the report", code: failure) }
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

  /// The file system of a folder, all of which can be made durable at once: six thousand pages one by one take a disk ten times as long.
  ///
  /// Opened before the files are written, it tells of every failure to write them since. It waits for what other programs have written there too,
  /// and fails where theirs failed.
  final class Disk: Sendable {
    private let folder: String
    private let descriptor: Int32

    /// - Returns: nil where the system does not tell of such failures: a kernel before 5.8, or a file system of a program's own (FUSE).
    init?(of folder: String) throws(SystemError) {
      guard Disk.tells else { return nil }
      self.folder = folder
      descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError(path: folder, doing: "open the folder", code: errno) }
      if is_on_fuse(descriptor) != 0 { return nil }
    }

    deinit { close(descriptor) }

    func sync() throws(SystemError) {
      guard syncfs(descriptor) == 0 else { throw SystemError(path: folder, doing: "make the reports durable", code: errno) }
    }

    private static var tells: Bool {
      var names = utsname()
      guard uname(&names) == 0 else { return false }
      let release = withUnsafeBytes(of: names.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let numbers = release.split(whereSeparator: { !("0"..."9").contains($0) }).prefix(2).compactMap { Int($0) }
      return numbers.count == 2 && (numbers[0], numbers[1]) >= (5, 8)
    }
  }

  /// Makes what was renamed or taken away in a folder durable.
  static func sync(folder: String) throws(SystemError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(path: folder, doing: "open the folder", code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemError(path: folder, doing: "make the folder durable", code: errno) }
  }

  /// Puts a file in the place of another.
  static func rename(_ path: String, to target: String, for report: String) throws(SystemError) {
    guard Glibc.rename(path, target) == 0 else { throw SystemError(path: report, doing: "put the report in place", code: errno) }
  }

  /// Makes the folders of a path that are missing. A part of it that is a link may stand there; what is below the reports may be none.
  ///
  /// - Parameters:
  ///   - root: what is there already, or may lead anywhere.
  ///   - mode: the permissions of those that are made, whatever the umask; nil for 0750 under the umask.
  static func makeFolders(_ relative: String, below root: String, mode: Int?) throws(SystemError) {
    var path = root
    for part in relative.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o750) == 0 {
        if let mode, chmod(path, mode_t(mode)) != 0 { throw SystemError(path: path, doing: "make the folder", code: errno) }
        continue
      }
      let code = errno
      var status = stat()
      guard code == EEXIST, lstat(path, &status) == 0 else { throw SystemError(path: path, doing: "make the folder", code: code) }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(path: path, doing: "make the folder", code: ENOTDIR) }
    }
  }

  /// Makes every folder of a path that a person named, each of them durable.
  static func makeRoot(_ path: String) throws(SystemError) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      let parent = made.isEmpty ? "/" : made
      made += "/" + part
      if mkdir(made, 0o750) == 0 {
        // Else the reports would go with their folder when the power goes. One that may not be read cannot be made durable.
        let descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { continue }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SystemError(path: parent, doing: "make the folder durable", code: errno) }
      } else if errno != EEXIST {
        // Where it stands already, folders above it need not be ours to look into.
        let code = errno
        var status = stat()
        if stat(path, &status) == 0 { return }
        throw SystemError(path: path, doing: "make the folder", code: code)
      }
    }
  }

  /// The permissions of a file; nil where there is none.
  static func mode(of path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_mode & 0o7777) : nil
  }

  /// Whether it is a folder itself, not a link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path, of which the end need not be there yet, is a folder or lies below it.
  static func lies(_ path: String, in folder: String) -> Bool {
    guard let outer = real(folder) else { return false }
    var known = path
    while true {
      if let inner = real(known) { return inner == outer || inner.hasPrefix(outer == "/" ? outer : outer + "/") }
      guard let slash = known.lastIndex(of: "/") else { return real(".").map { ($0 + "/").hasPrefix(outer + "/") } ?? false }
      known = slash == known.startIndex ? "/" : String(known[..<slash])
    }
  }

  /// A path without links and points; nil where nothing is there.
  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether something has that name, whatever it is; where that cannot be told, yes.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR)
  }

  /// The names in a folder, in order, without hidden ones.
  static func names(in path: String) -> [String] { (try? namesIfAny(in: path)) ?? [] }

  /// The names in a folder; none where there is no folder.
  static func namesIfAny(in path: String) throws(SystemError) -> [String] {
    guard let listing = opendir(path) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw SystemError(path: path, doing: "read the folder", code: errno)
    }
    defer { closedir(listing) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(listing) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    guard errno == 0 else { throw SystemError(path: path, doing: "read the folder", code: errno) }
    return names.sorted()
  }
}
