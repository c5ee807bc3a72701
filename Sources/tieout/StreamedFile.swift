import Crypto
import DelimitedText
import Glibc
import Statements

/// A long file, kept open and read piece by piece: into buffers that are used again, never mapped, so that a file that is cut short meanwhile
/// ends its reading and not the program.
final class StreamedFile: Sendable {
  /// The longest file that is read: 64 GiB.
  static let mostBytes = 64 << 30

  private let descriptor: Int32
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// - Parameter status: what the file was when it was opened.
  init(descriptor: Int32, _ status: stat) {
    self.descriptor = descriptor
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  deinit { close(descriptor) }

  /// The file as a delivery, which keeps it open.
  func delivery(as path: String) -> Delivery {
    Delivery(
      path: path, stream: ByteSource(byteCount: size, read: { self.read(from: $0, into: $1) }), digest: { self.digest() },
      isUnchanged: { self.isUnchanged })
  }

  /// Whether size and time are what they were when the file was opened.
  private var isUnchanged: Bool {
    var now = stat()
    return fstat(descriptor, &now) == 0 && Int(now.st_size) == size && now.st_mtim.tv_sec == seconds && now.st_mtim.tv_nsec == nanoseconds
  }

  private func read(from offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if count < 0 {
        if errno == EINTR { continue }
        return -1
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  private func digest() -> String {
    var hash = SHA256()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let count = read(from: offset, into: buffer)
      if count <= 0 { break }
      hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      offset += count
    }
    return hash.finalize().hexadecimal
  }
}

extension SHA256.Digest {
  /// Its bytes as 64 digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
