/// Turns sentences into characters, for a terminal or for a Markdown page, in the language of the reports.
struct TextPrinter: Sendable {
  /// Where the characters go.
  enum Medium: Sendable {
    /// A terminal or a CSV cell: as it is, with control characters made visible.
    case plain
    /// A Markdown page: words from files escaped, ids in code type.
    case markdown
  }

  let medium: Medium
  let languages: ReportLanguages
  /// Is told the template of each sentence that a language has no wording for; such a sentence stays English.
  let lacks: (@Sendable (Language, String) -> Void)?

  init(
    _ medium: Medium, _ languages: ReportLanguages = .english, lacks: (@Sendable (Language, String) -> Void)? = nil
  ) {
    self.medium = medium
    self.languages = languages
    self.lacks = lacks
  }

  /// The same for another medium.
  func to(_ medium: Medium) -> TextPrinter { TextPrinter(medium, languages, lacks: lacks) }

  /// The sentence with its holes filled, in the first language.
  func string(_ text: Text) -> String { LanguagePrinter(self, languages.first, isAlone: false).string(text) }

  /// In both languages where there are two: for headings, columns and captions.
  func both(_ text: Text) -> String {
    guard let second = languages.second else { return string(text) }
    let one = LanguagePrinter(self, languages.first, isAlone: true).string(text)
    let other = LanguagePrinter(self, second, isAlone: true).string(text)
    return one == other || other.isEmpty ? one : one + " " + other
  }
}

/// Prints in one language.
private struct LanguagePrinter {
  let printer: TextPrinter
  let language: Language
  /// Whether only this language's part is wanted, since the other's stands beside it.
  let isAlone: Bool
  let figures: ChineseFigures?
  let wording: Wording?

  init(_ printer: TextPrinter, _ language: Language, isAlone: Bool) {
    self.printer = printer
    self.language = language
    self.isAlone = isAlone
    figures = ChineseFigures(language)
    wording = Wording.of(language)
  }

  func string(_ text: Text) -> String {
    let template = wording.map { worded(text, $0) } ?? text.template
    guard !text.arguments.isEmpty else { return template }
    if template == "{0}" { return string(text.arguments[0]) }
    var result = ""
    var rest = template[...]
    // By bytes: braces are never part of another character, and finding the ends of characters takes most of the time.
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")), let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}")) {
      result += rest[..<open]
      if let number = Int(rest[rest.utf8.index(after: open)..<close]), text.arguments.indices.contains(number) {
        result += string(text.arguments[number])
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }

  /// The language's wording of a template; the template itself where there is none, as for one that has no words.
  private func worded(_ text: Text, _ wording: Wording) -> String {
    if let found = wording.find(text.template) { return found }
    if let lacks = printer.lacks, Wording.hasWords(text.template) { lacks(language, text.template) }
    return text.template
  }

  private func string(_ argument: Text.Argument) -> String {
    switch argument {
    case .quoted(let words): quoted(words)
    case .code(let words): escaped(wording?.phrase(words) ?? words)
    case .words(let words): escaped(words)
    case .printed(let words): words
    case .count(let count): String(count)
    case .money(let money): figures?.amount(money) ?? Figures.amount(money)
    case .date(let date): figures?.date(date) ?? Figures.date(date)
    case .shortDate(let date): figures?.date(date) ?? Figures.shortDate(date)
    case .period(let period): figures?.period(period) ?? Figures.period(period)
    case .shortPeriod(let period): figures?.period(period) ?? Figures.period(period, short: true)
    case .unit(let unit): figures?.heading(unit) ?? unit.heading
    case .writtenUnit(let unit): figures?.heading(unit) ?? escaped(unit.heading)
    case .percent(let ratio, let places): figures?.percent(ratio, places: places) ?? Figures.percent(ratio, places: places)
    case .number(let ratio, let places): Figures.grouped(ratio.shortestText(mostPlaces: places))
    case .name(let name): self.name(name)
    case .text(let text): string(text)
    case .list(let texts, let joint): list(texts.map(string), joint)
    case .sentence(let text): capital(string(text)) + (figures == nil ? "." : "。")
    case .opening(let text): capital(string(text))
    }
  }

  // MARK: Words from files

  private func escaped(_ words: String) -> String { printer.medium == .markdown ? Markdown.escaped(words) : Printable.visible(words) }

  private func quoted(_ words: String) -> String {
    let cut = words.unicodeScalars.count > 80 ? String(String.UnicodeScalarView(words.unicodeScalars.prefix(79))) + "…" : words
    let marks = language == .traditionalChinese ? ("「", "」") : language == .simplifiedChinese ? ("“", "”") : ("‘", "’")
    return marks.0 + escaped(cut) + marks.1
  }

  private func name(_ name: Text.Name) -> String {
    let isChinese = figures != nil
    let isBilingual = printer.languages.second != nil && !isAlone
    guard let chinese = name.chinese else { return name.form == .quoted ? quoted(name.name) : escaped(name.name) }
    if name.form == .quoted { return quoted(isChinese ? chinese : name.name) }
    if isChinese { return isBilingual ? escaped(chinese) + " " + escaped(name.name) : escaped(chinese) }
    let besides = isBilingual || (name.form == .full && !isAlone)
    return escaped(name.name) + (besides ? " " + escaped(chinese) : "")
  }

  // MARK: Lists and sentences

  private func list(_ items: [String], _ joint: Text.Joint) -> String {
    let isChinese = figures != nil
    let separator =
      switch joint {
      case .comma: isChinese ? "、" : ", "
      case .clause: isChinese ? "，" : ", "
      case .semicolon: isChinese ? "；" : "; "
      case .and: isChinese ? "及" : " and "
      case .commaAnd: isChinese ? "，以及" : ", and "
      case .then: isChinese ? (language == .traditionalChinese ? "，其後" : "，其后") : ", then "
      case .dot: " · "
      case .arrow: " → "
      case .sentences: isChinese ? "" : " "
      }
    return items.filter { !$0.isEmpty || joint != .sentences }.joined(separator: separator)
  }

  private func capital(_ words: String) -> String { figures == nil ? words.prefix(1).uppercased() + words.dropFirst() : words }
}

/// Makes characters visible that would act rather than show.
enum Printable {
  /// Control characters, marks that turn the direction of writing, characters of no width and those that no page may hold as `\u{…}`;
  /// line ends as blanks.
  static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text }
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
