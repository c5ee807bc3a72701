import Glibc
import Statements

/// The folder into which people drop files. It is only ever read, through descriptors, so that no name leads out of it.
enum InputFolder {
  /// The group of files that lie loose in the folder.
  static let looseGroup = "main"

  /// How many folders below one another are looked into.
  private static let mostLevels = 32

  /// Every file of every group: folders directly below are groups, folders below those mean nothing.
  ///
  /// - Throws: where the folder itself cannot be read; a file that cannot is a delivery with its problem.
  static func read(_ path: String) throws(SystemError) -> [String: [Delivery]] {
    let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { throw SystemError(path: path, doing: "read the folder", code: errno) }
    defer { close(root) }
    let listed: [FolderEntry]
    do throws(ErrorCode) {
      listed = try FolderEntry.all(in: root)
    } catch {
      throw SystemError(path: path, doing: "read the folder", code: error.code)
    }
    var groups: [String: [Delivery]] = [:]
    var names = GroupNames()
    for entry in listed {
      switch entry.kind {
      case .folder:
        var found: [Delivery] = []
        collect(in: root, entry, below: entry.name, level: 1, into: &found)
        if !found.isEmpty { groups[names.name(of: entry), default: []] += found }
      case .file, .unusable:
        if let delivery = deliver(entry, in: root, as: entry.name) { groups[looseGroup, default: []].append(delivery) }
      }
    }
    return groups
  }

  private static func collect(in parent: Int32, _ folder: FolderEntry, below relative: String, level: Int, into found: inout [Delivery]) {
    // Not followed: what was a folder when it was listed may be a link by now.
    let descriptor = openat(parent, folder.name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno != ENOENT { found.append(Delivery(path: relative, problem: SystemError.reason(errno), isForNextRun: true)) }
      return
    }
    defer { close(descriptor) }
    guard level <= mostLevels else {
      found.append(Delivery(path: relative, problem: "it lies more than \(mostLevels) folders deep, and is not looked into"))
      return
    }
    let listed: [FolderEntry]
    do throws(ErrorCode) {
      listed = try FolderEntry.all(in: descriptor)
    } catch {
      found.append(Delivery(path: relative, problem: SystemError.reason(error.code), isForNextRun: true))
      return
    }
    for entry in listed {
      let path = relative + "/" + entry.name
      switch entry.kind {
      case .folder: collect(in: descriptor, entry, below: path, level: level + 1, into: &found)
      case .file, .unusable: if let delivery = deliver(entry, in: descriptor, as: path) { found.append(delivery) }
      }
    }
  }

  private static func deliver(_ entry: FolderEntry, in folder: Int32, as path: String) -> Delivery? {
    if case .unusable(let problem) = entry.kind { return Delivery(path: path, problem: problem) }
    return InputFile.deliver(entry.name, in: folder, as: path)
  }
}

/// Names of groups in the reports: their folders' names, made different where a file system or a reader might take two for one.
private struct GroupNames {
  /// Names that the reports folder has for itself.
  private var taken: Set<String> = ["readme.md", "changes.md", "history.sqlite", "tieout.log"]

  mutating func name(of folder: FolderEntry) -> String {
    var name = String.UnicodeScalarView()
    var isWhole = true
    for scalar in folder.name.unicodeScalars {
      // What would act on a terminal or part a line is no part of a folder's name here.
      let acts = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
      name.append(acts ? "_" : scalar)
      if acts { isWhole = false }
    }
    // Two strings are equal here when they look alike, whichever way their accents are written.
    let folded = String(name).lowercased()
    if isWhole, taken.insert(folded).inserted { return String(name) }
    var distinct = String(String(name).prefix(60)) + "-" + InputFile.digest(Array(folder.name.utf8)).prefix(8)
    while !taken.insert(distinct.lowercased()).inserted { distinct += "-" }
    return distinct
  }
}

/// The system's number for what went wrong.
struct ErrorCode: Error {
  let code: Int32
}

/// An entry of a folder that may matter.
struct FolderEntry {
  let name: String
  let kind: Kind

  enum Kind {
    /// By its ending a file for us, whatever it turns out to be.
    case file
    case folder
    /// Something that cannot be taken, and why.
    case unusable(String)
  }

  /// The entries of an open folder in the order of their bytes; hidden and temporary ones and files of other kinds are left out.
  static func all(in folder: Int32) throws(ErrorCode) -> [FolderEntry] {
    // The stream owns its descriptor.
    let copy = fcntl(folder, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw ErrorCode(code: errno) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw ErrorCode(code: code)
    }
    defer { closedir(stream) }
    var found: [FolderEntry] = []
    while true {
      // Other calls set it too, so it says something of `readdir` only when it was clear before.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      // The kinds of `readdir` are those of `stat`, shifted.
      if !isPassedOver(bytes), let known = FolderEntry(bytes, in: folder, listedAs: mode_t(entry.pointee.d_type) << 12) {
        found.append(known)
      }
    }
    if errno != 0 { throw ErrorCode(code: errno) }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// - Parameter listed: the kind that the listing of the folder has, where the system has more than a name; 0 where it has not.
  private init?(_ bytes: [UInt8], in folder: Int32, listedAs listed: mode_t) {
    var status = stat()
    let isKnown = (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { name in
      name.baseAddress.map { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) == 0 } ?? false
    }
    // What cannot be looked at may be a folder: opening it says why, so that what lies in it is not taken for gone.
    let kind = isKnown ? status.st_mode & S_IFMT : listed != 0 ? listed : errno == ENOENT ? 0 : S_IFDIR
    let isOurs = FolderEntry.endings.contains { ending in bytes.suffix(ending.count).map { $0 | 0x20 } == ending }
    guard let name = String(validating: bytes, as: UTF8.self) else {
      guard isOurs || kind == S_IFDIR else { return nil }
      self.name = String(decoding: bytes, as: UTF8.self)
      self.kind = .unusable("its name is not UTF-8")
      return
    }
    self.name = name
    if isOurs {
      switch kind {
      case S_IFREG, 0: self.kind = .file
      case S_IFDIR where !isKnown && listed == 0: self.kind = .file
      case S_IFLNK: self.kind = .unusable("it is a symbolic link, which is not followed")
      default: self.kind = .unusable("it is no ordinary file, but a folder, a pipe or a device")
      }
    } else if kind == S_IFDIR {
      self.kind = .folder
    } else if kind == S_IFLNK, fstatat(folder, name, &status, 0) == 0, status.st_mode & S_IFMT == S_IFDIR {
      self.kind = .unusable("it is a symbolic link to a folder, which is not followed")
    } else {
      return nil
    }
  }

  /// With the bit of small letters set, which leaves the point as it is.
  private static let endings = [".csv", ".tsv", ".txt"].map { Array($0.utf8).map { $0 | 0x20 } }

  private static func isPassedOver(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".") || name.starts(with: "~$".utf8) || name.reversed().starts(with: "pmt.".utf8)
      || name.reversed().starts(with: "trap.".utf8)
  }
}
