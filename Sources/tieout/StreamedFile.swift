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
  /// Whether the open file is still what it was when it was opened.
  private let isUnchanged: @Sendable (Int32) -> Bool

  /// Takes over an open file.
  init(descriptor: Int32, size: Int, isUnchanged: @escaping @Sendable (Int32) -> Bool) {
    self.descriptor = descriptor
    self.size = size
    self.isUnchanged = isUnchanged
  }

  deinit { close(descriptor) }

  /// The file as a delivery, which keeps it open.
  func delivery(as path: String) -> Delivery {
    Delivery(
      path: path, stream: ByteSource(byteCount: size, read: { self.read(from: $0, into: $1) }), digest: { self.digest() },
      isUnchanged: { self.isUnchanged(self.descriptor) })
  }

  /// Whether its last byte ends a line.
  var endsLine: Bool {
    var byte: UInt8 = 0
    return withUnsafeMutableBytes(of: &byte) { read(from: size - 1, into: $0) == 1 } && (byte == 0x0A || byte == 0x0D || byte == 0)
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
