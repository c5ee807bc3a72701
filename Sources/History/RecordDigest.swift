import Crypto

/// SHA-256 over records whose fields and ends cannot be mistaken for each other.
struct RecordDigest {
  private var hash = SHA256()
  private var bytes: [UInt8] = []
  private static let mostBuffered = 1 << 16

  init() {}

  /// Another field of the record: how many bytes it has, then the bytes.
  mutating func add(_ field: String) {
    bytes.append(contentsOf: String(field.utf8.count).utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: field.utf8)
  }

  /// What comes next belongs to another record.
  mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    guard bytes.count >= RecordDigest.mostBuffered else { return }
    hash.update(data: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The digest of all records so far, in 64 hexadecimal digits.
  mutating func hexadecimal() -> String {
    hash.update(data: bytes)
    bytes.removeAll()
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
