import Crypto
import Glibc
import Statements

/// The folder into which people drop files. It is only ever read.
enum InputFolder {
  /// The largest file that is read whole: 2 GiB.
  private static let mostBytes = 2 << 30

  /// The group of files that lie loose in the folder.
  static let looseGroup = "main"

  /// Every file of every group: folders directly below are groups, folders below those mean nothing.
  ///
  /// - Throws: where the folder itself cannot be read; a file that cannot is a delivery with its problem.
  static func read(_ path: String) throws(SystemError) -> [String: [Delivery]] {
    var groups: [String: [Delivery]] = [:]
    for entry in try entries(of: path) {
      let full = path + "/" + entry.name
      switch entry.kind {
      case .folder:
        var found: [Delivery] = []
        collect(full, below: entry.name, into: &found)
        if !found.isEmpty { groups[groupName(entry.name), default: []] += found }
      case .file: groups[looseGroup, default: []].append(deliver(full, as: entry.name))
      case .unusable(let problem): groups[looseGroup, default: []].append(Delivery(path: entry.name, problem: problem))
      }
    }
    return groups
  }

  private static func collect(_ folder: String, below relative: String, into found: inout [Delivery]) {
    let listed: [Entry]
    do throws(SystemError) {
      listed = try entries(of: folder)
    } catch {
      found.append(Delivery(path: relative, problem: SystemError.reason(error.code)))
      return
    }
    for entry in listed {
      let (full, path) = (folder + "/" + entry.name, relative + "/" + entry.name)
      switch entry.kind {
      case .folder: collect(full, below: path, into: &found)
      case .file: found.append(deliver(full, as: path))
      case .unusable(let problem): found.append(Delivery(path: path, problem: problem))
      }
    }
  }

  // MARK: Names

  /// A group's name in the reports: its folder's, but for a folder that is called as one of the reports' own files.
  private static func groupName(_ folder: String) -> String {
    let taken = ["README.md", "changes.md", "history.sqlite", "tieout.log"]
    return taken.contains(folder) ? "group " + folder : folder
  }

  private struct Entry {
    let name: String
    let kind: Kind

    enum Kind {
      /// By its ending a file for us, whatever it turns out to be.
      case file
      case folder
      /// Something that cannot be taken, and why.
      case unusable(String)
    }
  }

  /// The entries of a folder in the order of their bytes, hidden and temporary ones left out.
  private static func entries(of path: String) throws(SystemError) -> [Entry] {
    guard let folder = opendir(path) else { throw SystemError(path: path, doing: "read the folder", code: errno) }
    defer { closedir(folder) }
    var found: [Entry] = []
    while true {
      // Other calls set it too, so it says something of `readdir` only when it was clear before.
      errno = 0
      guard let entry = readdir(folder) else { break }
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard !isPassedOver(bytes) else { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        found.append(Entry(name: String(decoding: bytes, as: UTF8.self), kind: .unusable("its name is not UTF-8")))
        continue
      }
      var status = stat()
      let isKnown = fstatat(dirfd(folder), name, &status, AT_SYMLINK_NOFOLLOW) == 0
      let kind = status.st_mode & S_IFMT
      // A folder that is called x.csv is named as no regular file: see `deliver`.
      let lowered = name.lowercased()
      let isFileName = lowered.hasSuffix(".csv") || lowered.hasSuffix(".tsv") || lowered.hasSuffix(".txt")
      if isFileName {
        found.append(Entry(name: name, kind: .file))
      } else if isKnown, kind == S_IFDIR {
        found.append(Entry(name: name, kind: .folder))
      } else if isKnown, kind == S_IFLNK, fstatat(dirfd(folder), name, &status, 0) == 0, status.st_mode & S_IFMT == S_IFDIR {
        found.append(Entry(name: name, kind: .unusable("it is a symbolic link to a folder, which is not followed")))
      }
    }
    if errno != 0 { throw SystemError(path: path, doing: "read the folder", code: errno) }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func isPassedOver(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".") || name.starts(with: "~$".utf8) || name.reversed().starts(with: "pmt.".utf8)
      || name.reversed().starts(with: "trap.".utf8)
  }

  // MARK: Bytes

  /// Reads one file that a person names, wherever it lies.
  static func deliverOne(_ path: String) -> Delivery {
    deliver(path, as: path, mayStream: false)
  }

  /// Reads a file; one that is no regular file, cannot be opened or changes meanwhile is delivered with its problem. A long one is opened
  /// only, and read when its figures are taken.
  private static func deliver(_ full: String, as path: String, mayStream: Bool = true) -> Delivery {
    // Neither followed (a link may lead anywhere) nor waited for (a pipe may never speak).
    let descriptor = open(full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return Delivery(path: path, problem: errno == ELOOP ? "it is a symbolic link, which is not followed" : SystemError.reason(errno))
    }
    var isStreamed = false
    defer { if !isStreamed { close(descriptor) } }
    var before = stat()
    guard fstat(descriptor, &before) == 0 else { return Delivery(path: path, problem: SystemError.reason(errno)) }
    guard before.st_mode & S_IFMT == S_IFREG else { return Delivery(path: path, problem: "it is no regular file") }
    if mayStream, before.st_size >= Delivery.streamedByteCount, before.st_size <= StreamedFile.mostBytes {
      isStreamed = true
      return StreamedFile(descriptor: descriptor, before).delivery(as: path)
    }
    guard before.st_size <= mostBytes else {
      return Delivery(path: path, problem: "it has \(before.st_size) bytes, more than the \(mostBytes) that can be read")
    }
    guard let bytes = readAll(descriptor, expecting: Int(before.st_size)) else {
      return Delivery(path: path, problem: SystemError.reason(errno))
    }
    var after = stat()
    guard fstat(descriptor, &after) == 0, after.st_size == before.st_size, Int(after.st_size) == bytes.count,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { return Delivery(path: path, problem: "it changed while it was being read; the next run takes it") }
    return Delivery(path: path, bytes: bytes, digest: digest(bytes))
  }

  private static func readAll(_ descriptor: Int32, expecting size: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func digest(_ bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }
}
