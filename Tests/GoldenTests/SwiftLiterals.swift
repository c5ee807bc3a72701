/// The string literals of Swift code as templates: what is interpolated becomes a numbered hole, and literals within it count too.
struct SwiftLiterals {
  /// A literal with its place.
  struct Literal {
    let template: String
    let lineNumber: Int
    /// The code before it on its line and the one before, as far as it matters: `precondition(x, `.
    let before: String
  }

  private let characters: [Character]
  private var position = 0
  private var found: [Literal] = []

  /// The literals of `text`, in order of their ends.
  static func all(in text: String) -> [Literal] {
    var scanner = SwiftLiterals(characters: Array(text))
    while scanner.position < scanner.characters.count { scanner.step() }
    return scanner.found
  }

  private init(characters: [Character]) { self.characters = characters }

  private func looking(at text: String) -> Bool {
    characters[position...].starts(with: text)
  }

  /// One character of code, a comment, or a whole literal.
  private mutating func step() {
    if looking(at: "//") {
      while position < characters.count, characters[position] != "\n" { position += 1 }
    } else if looking(at: "#\"") {
      position += 2
      while position < characters.count, !looking(at: "\"#") { position += 1 }
      position += 2
    } else if characters[position] == "\"" {
      literal()
    } else {
      position += 1
    }
  }

  private mutating func literal() {
    let start = position
    let quote = looking(at: "\"\"\"") ? "\"\"\"" : "\""
    position += quote.count
    var template = ""
    var holes = 0
    while position < characters.count, !looking(at: quote) {
      guard characters[position] == "\\", position + 1 < characters.count else {
        template.append(characters[position])
        position += 1
        continue
      }
      let escaped = characters[position + 1]
      position += 2
      switch escaped {
      case "(":
        interpolation()
        template += "{\(holes)}"
        holes += 1
      case "n": template += "\n"
      case "t": template += "\t"
      case "r": template += "\r"
      case "0": template += "\0"
      case "u":
        let digits = characters[position...].dropFirst().prefix { $0 != "}" }
        position += digits.count + 2
        if let scalar = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) { template.unicodeScalars.append(scalar) }
      case "\n": break
      default: template.append(escaped)
      }
    }
    position += quote.count
    let before = String(characters[max(start - 120, 0)..<start])
    let lineNumber = characters[..<start].reduce(1) { $1 == "\n" ? $0 + 1 : $0 }
    found.append(Literal(template: template, lineNumber: lineNumber, before: before))
  }

  /// What is interpolated, to the parenthesis that closes it.
  private mutating func interpolation() {
    var depth = 1
    while position < characters.count {
      switch characters[position] {
      case "\"":
        literal()
        continue
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }
}
