import GRDB
import Glibc

/// The history as a file: begun with its mode, examined before it is trusted, set aside where it is damaged.
enum HistoryFile {
  /// Makes an empty file of mode 0640 where there is none; what is no regular file is refused.
  static func prepare(_ path: String) throws(HistoryError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      guard errno == ENOENT else { throw HistoryError(path: path, doing: "look at the history", code: errno) }
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
      guard descriptor >= 0 else { throw HistoryError(path: path, doing: "begin the history", code: errno) }
      close(descriptor)
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw HistoryError(path: path, reason: "it is no regular file: move it away, and the history is begun there")
    }
    guard access(path, R_OK | W_OK) == 0 else { throw HistoryError(path: path, doing: "write the history", code: errno) }
  }

  /// The name by which SQLite opens the history.
  ///
  /// A log wants files of its own beside the database even from a reader, so one who only reads, where no log is, opens the history as a
  /// file that nobody changes: nothing is written, and the folder may be one that cannot be written.
  static func name(_ path: String, isReadOnly: Bool) -> String {
    // SQLite takes a name that begins so for an address.
    let plain = path.hasPrefix("file:") ? "./" + path : path
    guard isReadOnly, access(path + "-wal", F_OK) != 0 else { return plain }
    let safe = Set("/._-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let escaped = plain.utf8.flatMap { safe.contains($0) ? [$0] : [UInt8(ascii: "%"), digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "file:" + String(decoding: escaped, as: UTF8.self) + "?immutable=1"
  }

  /// Whose database it is and whether it is whole.
  ///
  /// - Throws: `Obstacle.damaged` where it is another program's, or SQLite's own check finds a page, a constraint or a type that is wrong.
  static func examine(_ db: Database) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application == 0 {
      let others = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sqlite_master WHERE name NOT GLOB 'grdb_*' AND name NOT GLOB 'sqlite_*'")
      guard others == 0 else { throw Obstacle.damaged("it is another program's database") }
      return
    }
    guard application == HistorySchema.applicationID else { throw Obstacle.damaged("it is another program's database") }
    let found = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
    // The last line says what is wrong, those before it where.
    let reason = found.first?.split(separator: "\n").last.map(String.init)
    guard found == ["ok"] else { throw Obstacle.damaged(reason ?? "SQLite's check of it says nothing") }
  }

  // MARK: Setting aside

  private static let mark = ".damaged-"

  /// Gives a damaged history another name, with what belongs to it, and makes that durable.
  ///
  /// - Returns: the name without its folder.
  static func setAside(_ path: String) throws(HistoryError) -> String {
    let (folder, name) = parts(path)
    var number = 1
    while access(path + mark + String(number), F_OK) == 0 { number += 1 }
    let target = path + mark + String(number)
    // The log first: without its database it means nothing to anybody, while a new database must not find it.
    for ending in ["-wal", "-shm"] where access(path + ending, F_OK) == 0 {
      guard rename(path + ending, target + ending) == 0 else { throw HistoryError(path: path + ending, doing: "set aside", code: errno) }
    }
    guard rename(path, target) == 0 else { throw HistoryError(path: path, doing: "set aside", code: errno) }
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw HistoryError(path: folder, doing: "open the folder", code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw HistoryError(path: folder, doing: "make the folder durable", code: errno) }
    return name + mark + String(number)
  }

  /// The damaged histories that stand beside a history, by name.
  static func namesSetAside(_ path: String) -> [String] {
    let (folder, name) = parts(path)
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let found = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if found.hasPrefix(name + mark), found.dropFirst(name.count + mark.count).allSatisfy(\.isNumber) { names.append(found) }
    }
    return names.sorted()
  }

  private static func parts(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
