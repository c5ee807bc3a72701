/// The bytes of a file that is read a piece at a time, from any place and again, so that it need not be held whole.
public struct ByteSource: Sendable {
  /// How many bytes the file has.
  public let byteCount: Int
  private let read: @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int

  /// A source whose pieces `read` fills in.
  ///
  /// - Parameter read: puts the bytes from `offset` on into the buffer and returns how many; fewer than fit only at the file's end, a
  ///   negative number where they cannot be had. It is called by several threads at once.
  public init(byteCount: Int, read: @escaping @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int) {
    self.byteCount = byteCount
    self.read = read
  }

  /// A source over bytes that are held.
  public init(_ bytes: [UInt8]) {
    self.init(byteCount: bytes.count) { offset, buffer in
      let count = min(buffer.count, max(bytes.count - offset, 0))
      guard count > 0 else { return 0 }
      bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
      return count
    }
  }

  /// Fills the buffer from `offset` on; how many bytes came, or nil where they cannot be had.
  func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int) -> Int? {
    guard buffer.count > 0 else { return 0 }
    let count = read(offset, buffer)
    return count < 0 ? nil : count
  }

  /// The bytes of a range, fewer at the file's end; nil where they cannot be had.
  public func bytes(_ range: Range<Int>) -> [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      let filled = fill(UnsafeMutableRawBufferPointer(buffer), from: range.lowerBound)
      isRead = filled != nil
      count = filled ?? 0
    }
    return isRead ? bytes : nil
  }
}
