import Foundation

/// A file of the repository as the tidy tests see it.
struct SourceText {
  /// Its path from the repository's root.
  let path: String
  /// All of it.
  let text: String

  /// Its lines, from 1 by adding one to the index.
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Its name without folders and ending.
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.split(separator: ".").first ?? "")
  }

  /// The repository's root.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files below `folder` of the root whose names end in one of `endings`, by path; hidden folders are passed over.
  static func all(below folder: String, endings: [String]) -> [SourceText] {
    let prefix = root.standardizedFileURL.path + "/"
    let start = folder.isEmpty ? root : root.appendingPathComponent(folder)
    guard
      let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
    else { return [] }
    var found: [SourceText] = []
    for case let file as URL in walk where endings.contains(where: { file.lastPathComponent.hasSuffix($0) }) {
      guard let data = try? Data(contentsOf: file) else { continue }
      let path = file.standardizedFileURL.path
      found.append(
        SourceText(path: String(path.dropFirst(path.hasPrefix(prefix) ? prefix.count : 0)), text: String(decoding: data, as: UTF8.self)))
    }
    return found.sorted { $0.path < $1.path }
  }
}

/// A word of Swift code with its line, outside comments and strings.
struct Word: Hashable {
  let text: String
  let lineNumber: Int
  /// How many braces are open around it.
  let depth: Int
  /// Whether a point stands before it, so that it is a member of something.
  let isMember: Bool
}

/// Finds the words of Swift code: comments and strings are left out, what is interpolated into a string is code again.
struct WordScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var lineNumber = 1
  private var depth = 0
  private var afterPoint = false
  private(set) var words: [Word] = []

  /// The words of `text`.
  static func words(of text: String) -> [Word] {
    var scanner = WordScanner(bytes: Array(text.utf8))
    scanner.code(untilParenthesis: false)
    return scanner.words
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func looking(at text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func step() {
    if bytes[position] == 0x0A { lineNumber += 1 }
    position += 1
  }

  /// Code up to the end, or to the parenthesis that closes an interpolation.
  private mutating func code(untilParenthesis: Bool) {
    var parentheses = 0
    while position < bytes.count {
      let byte = bytes[position]
      if looking(at: "//") {
        while position < bytes.count, bytes[position] != 0x0A { step() }
      } else if looking(at: "/*") {
        blockComment()
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") {
        if !string() { step() }
      } else if WordScanner.isWord(byte) {
        word()
      } else {
        switch byte {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "("): parentheses += 1
        case UInt8(ascii: ")"):
          if untilParenthesis, parentheses == 0 {
            step()
            return
          }
          parentheses -= 1
        default: break
        }
        if byte != 0x20, byte != 0x0A { afterPoint = byte == UInt8(ascii: ".") }
        step()
      }
    }
  }

  private mutating func blockComment() {
    var open = 0
    while position < bytes.count {
      if looking(at: "/*") {
        open += 1
        position += 2
      } else if looking(at: "*/") {
        open -= 1
        position += 2
        if open == 0 { return }
      } else {
        step()
      }
    }
  }

  /// A string literal, plain, raw or of several lines; false where none begins here.
  private mutating func string() -> Bool {
    var hashes = 0
    while position + hashes < bytes.count, bytes[position + hashes] == UInt8(ascii: "#") { hashes += 1 }
    guard position + hashes < bytes.count, bytes[position + hashes] == UInt8(ascii: "\"") else { return false }
    position += hashes
    let isLong = looking(at: "\"\"\"")
    position += isLong ? 3 : 1
    let end = [UInt8](repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1) + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let escape = [UInt8(ascii: "\\")] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    while position < bytes.count {
      if bytes[position...].starts(with: end) {
        position += end.count
        return true
      }
      if bytes[position...].starts(with: escape) {
        position += escape.count
        guard position < bytes.count else { return true }
        let isCode = bytes[position] == UInt8(ascii: "(")
        step()
        if isCode { code(untilParenthesis: true) }
      } else {
        step()
      }
    }
    return true
  }

  private mutating func word() {
    let start = position
    while position < bytes.count, WordScanner.isWord(bytes[position]) { position += 1 }
    words.append(
      Word(text: String(decoding: bytes[start..<position], as: UTF8.self), lineNumber: lineNumber, depth: depth, isMember: afterPoint))
    afterPoint = false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }
}
