/// Turns sentences into characters, for a terminal or for a Markdown page.
struct TextPrinter: Sendable {
  /// Where the characters go.
  enum Medium: Sendable {
    /// A terminal or a CSV cell: as it is, with control characters made visible.
    case plain
    /// A Markdown page: words from files escaped, ids in code type.
    case markdown
  }

  let medium: Medium
  let language: Language

  init(_ medium: Medium, _ language: Language = .english) {
    self.medium = medium
    self.language = language
  }

  /// The sentence with its holes filled.
  func string(_ text: Text) -> String {
    guard !text.arguments.isEmpty else { return text.template }
    var result = ""
    var rest = text.template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      if let number = Int(rest[rest.index(after: open)..<close]), text.arguments.indices.contains(number) {
        result += string(text.arguments[number])
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func string(_ argument: Text.Argument) -> String {
    switch argument {
    case .quoted(let words): quoted(words)
    case .code(let words): medium == .markdown ? Markdown.escaped(words) : Printable.visible(words)
    case .count(let count): String(count)
    case .money(let money): Figures.amount(money)
    case .date(let date): Figures.date(date)
    case .period(let period): Figures.period(period)
    case .shortPeriod(let period): Figures.period(period, short: true)
    case .percent(let ratio, let places): Figures.percent(ratio, places: places)
    case .number(let ratio, let places): Figures.grouped(ratio.shortestText(mostPlaces: places))
    case .text(let text): string(text)
    }
  }

  private func quoted(_ words: String) -> String {
    let cut = words.unicodeScalars.count > 80 ? String(String.UnicodeScalarView(words.unicodeScalars.prefix(79))) + "…" : words
    return "‘" + (medium == .markdown ? Markdown.escaped(cut) : Printable.visible(cut)) + "’"
  }
}

/// Makes characters visible that would act rather than show.
enum Printable {
  /// Control characters, marks that turn the direction of writing, characters of no width and those that no page may hold as `\u{…}`;
  /// line ends as blanks.
  static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180E, 0x200B...0x200F, 0x202A...0x202E,
        0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE00FF,
        0xFDD0...0xFDEF:
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      case let value where value & 0xFFFE == 0xFFFE:
        result.append(contentsOf: "\\u{\(String(value, radix: 16, uppercase: true))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
