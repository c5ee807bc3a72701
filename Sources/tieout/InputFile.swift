import Crypto
import Glibc
import Statements

/// Reads one file whole, opens one that is too long for that, or says why it is not whole yet.
enum InputFile {
  /// The largest file that is read whole: 2 GiB.
  private static let mostBytes = 2 << 30
  /// How long a file without a last line end must have lain still before it counts as whole.
  private static let settleNanoseconds: Int64 = 2_000_000_000

  /// Reads one file that a person names, wherever it lies and whoever has it open.
  static func deliverOne(_ path: String) -> Delivery {
    deliver(path, in: AT_FDCWD, as: path, isWatched: false) ?? Delivery(path: path, problem: "there is no such file")
  }

  /// Reads a file of a folder; one that is no regular file, cannot be opened, or is being written is delivered with its problem.
  ///
  /// - Returns: nil where it is gone since the folder was listed.
  static func deliver(_ name: String, in folder: Int32, as path: String, isWatched: Bool = true) -> Delivery? {
    let later = { (problem: String) in Delivery(path: path, problem: problem, isForNextRun: true) }
    // Neither followed (a link may lead anywhere) nor waited for (a pipe may never speak).
    let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: return nil
      case ELOOP: return Delivery(path: path, problem: "it is a symbolic link, which is not followed")
      case ENXIO, ENODEV: return Delivery(path: path, problem: "it is no ordinary file, but a folder, a pipe or a device")
      // That stays so until somebody mends it: the file is refused, and the others go on.
      case EACCES, EPERM: return Delivery(path: path, problem: SystemError.reason(errno))
      default: return later(SystemError.reason(errno))
      }
    }
    var isKeptOpen = false
    defer { if !isKeptOpen { close(descriptor) } }
    guard let before = Stamp(descriptor) else { return later(SystemError.reason(errno)) }
    guard before.isRegular else { return Delivery(path: path, problem: "it is no ordinary file, but a folder, a pipe or a device") }
    let isLong = isWatched && before.size >= Delivery.streamedByteCount && before.size <= StreamedFile.mostBytes
    guard isLong || before.size <= mostBytes else {
      return Delivery(path: path, problem: "it has \(before.size) bytes, more than the \(mostBytes) that can be read")
    }
    if isWatched, isOpenForWriting(descriptor) { return later("it is still open for writing; the next run takes it") }
    if isLong {
      isKeptOpen = true
      // It is read piece by piece while its figures are taken, and must be the same when that is done.
      let file = StreamedFile(descriptor: descriptor, size: Int(before.size)) { Stamp($0) == before && !isOpenForWriting($0) }
      if !file.endsLine { waitUntilSettled(before) }
      return file.delivery(as: path)
    }
    guard let bytes = readAll(descriptor, expecting: Int(before.size)) else { return later(SystemError.reason(errno)) }
    if isWatched, !endsLine(bytes) { waitUntilSettled(before) }
    guard let after = Stamp(descriptor), after == before, Int(after.size) == bytes.count, !isWatched || !isOpenForWriting(descriptor) else {
      return later("it changed while it was being read; the next run takes it")
    }
    return Delivery(path: path, bytes: bytes, digest: digest(bytes))
  }

  // MARK: Whole or not

  /// What a file looks like from outside: a writer moves at least one of these.
  private struct Stamp: Equatable {
    let size: Int64
    let isRegular: Bool
    let modified: Int64
    let changed: Int64

    init?(_ descriptor: Int32) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return nil }
      size = Int64(status.st_size)
      isRegular = status.st_mode & S_IFMT == S_IFREG
      modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
      // The time of the last change of anything: copying tools set the other one.
      changed = Int64(status.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_ctim.tv_nsec)
    }
  }

  /// Whether somebody on this machine has the file open for writing: the kernel refuses a lease then. Where it gives none at all, no.
  ///
  /// The lease is given back at once: one that is held would make the next writer wait.
  private static func isOpenForWriting(_ descriptor: Int32) -> Bool {
    // F_SETLEASE, which the headers hide from Swift.
    let setLease: Int32 = 1024
    if fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 {
      _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
      return false
    }
    return errno == EAGAIN && !isOnServer(descriptor)
  }

  /// Whether a file lies on a server, which refuses leases for reasons of its own.
  private static func isOnServer(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0, let mounts = FileSystem.content(of: "/proc/self/mountinfo") else { return false }
    let device = UInt64(status.st_dev)
    let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    let minor = device & 0xFF | (device >> 12) & ~0xFF
    for line in String(decoding: mounts, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == "\(major):\(minor)", let dash = words.firstIndex(of: "-"), dash + 1 < words.count else { continue }
      return ["nfs", "cifs", "smb", "9p", "fuse", "ceph", "afs", "virtiofs"].contains { words[dash + 1].hasPrefix($0) }
    }
    return false
  }

  /// Whether the last characters end a line; UTF-16 and UTF-32 have it among the last four bytes.
  private static func endsLine(_ bytes: [UInt8]) -> Bool {
    bytes.isEmpty || bytes.suffix(4).contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// A file that ends amid a line may be half of one that is being sent: it counts once it has lain still for two seconds.
  private static func waitUntilSettled(_ stamp: Stamp) {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return }
    let age = Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec) &- stamp.changed
    // A time in the future says that the clock was set, and nothing of the file.
    guard age >= 0, age < settleNanoseconds else { return }
    let rest = settleNanoseconds - age
    var pause = timespec(tv_sec: Int(rest / 1_000_000_000), tv_nsec: Int(rest % 1_000_000_000))
    var left = timespec()
    while nanosleep(&pause, &left) != 0, errno == EINTR { pause = left }
  }

  // MARK: Bytes

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
      // A file that grows without end is being written.
      if bytes.count > mostBytes { return bytes }
    }
  }

  /// SHA-256 in hexadecimal digits.
  static func digest(_ bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }
}
