/// A Markdown page as it grows: headings, paragraphs, tables that read well as plain text too.
struct Markdown {
  private(set) var text = ""
  private let printer: TextPrinter

  /// An empty page in the printer's languages.
  init(_ printer: TextPrinter = TextPrinter(.markdown)) {
    self.printer = printer
  }

  /// Escapes words from a file, so that they show as they were written and do nothing.
  static func escaped(_ words: String) -> String { escaped(words, breaksAddresses: true) }

  /// - Parameter breaksAddresses: not where the words stand for a picture: there nothing is a link, and a comment would be read out.
  private static func escaped(_ words: String, breaksAddresses: Bool) -> String {
    if isHarmless(words) { return words }
    var result = ""
    var previous: Unicode.Scalar = " "
    let scalars = Array(Printable.visible(words).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "$", "^": result += "\\" + String(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // Addresses would become links, even from character references: an empty comment breaks them.
      case "@" where breaksAddresses: result += "@<!-- -->"
      case ":" where breaksAddresses: result += index + 1 < scalars.count && scalars[index + 1] == "/" ? ":<!-- -->" : ":"
      case "." where breaksAddresses: result += previous == "w" || previous == "W" ? ".<!-- -->" : "."
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// Whether words have only characters that mean nothing wherever they stand, as nearly all have.
  private static func isHarmless(_ words: String) -> Bool {
    words.utf8.allSatisfy { byte in
      switch byte {
      // Digits and letters, then a blank and , ( ) - ' /
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2C, 0x28, 0x29, 0x2D, 0x27, 0x2F:
        true
      default: false
      }
    }
  }

  /// A heading; level 1 is the page's title.
  mutating func heading(_ level: Int, _ words: Text) {
    separate()
    text += String(repeating: "#", count: level) + " " + printer.both(words) + "\n"
  }

  /// A paragraph.
  mutating func paragraph(_ words: Text) {
    separate()
    text += printer.string(words) + "\n"
  }

  /// A picture, with what it shows in words for those who do not see it.
  ///
  /// - Parameters:
  ///   - path: of this project's own making: it needs no escaping.
  ///   - words: plain words.
  mutating func picture(_ path: String, inWords words: String) {
    separate()
    text += "![" + Markdown.escaped(words, breaksAddresses: false) + "](" + path + ")\n"
  }

  /// A sentence that stands out.
  mutating func quote(_ words: Text) {
    separate()
    text += "> " + printer.string(words) + "\n"
  }

  /// A list.
  mutating func list(_ items: [Text]) {
    guard !items.isEmpty else { return }
    separate()
    for item in items { text += "- " + printer.string(item) + "\n" }
  }

  /// Lines as they stand, in a fence longer than any in them.
  mutating func verbatim(_ lines: [String]) {
    separate()
    let fence = String(repeating: "`", count: max(3, (lines.lazy.map(Markdown.longestRunOfBackticks).max() ?? 0) + 1))
    text += fence
    text += "text\n"
    for line in lines {
      text += line
      text += "\n"
    }
    text += fence
    text += "\n"
  }

  private static func longestRunOfBackticks(_ line: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in line.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// A table whose columns are aligned for the eye; the first column to the left, the others as said.
  ///
  /// Headings, and first cells that are captions, are in both languages where the page has two.
  mutating func table(_ headings: [Text], alignedRight: [Bool], rows: [[Text]]) {
    let printed = rows.map { row in
      row.enumerated().map { index, cell in index == 0 && cell.isCaption ? printer.both(cell) : printer.string(cell) }
    }
    table(printed: headings.map(printer.both), alignedRight: alignedRight, rows: printed)
  }

  private mutating func table(printed headings: [String], alignedRight: [Bool], rows: [[String]]) {
    separate()
    let lengths = ([headings] + rows).map { $0.map(DisplayWidth.of) }
    let widths = headings.indices.map { column in max(lengths.map { $0[column] }.max() ?? 3, 3) }
    func add(_ cells: [String], _ lengths: [Int]) {
      text += "|"
      for column in cells.indices {
        let blanks = String(repeating: " ", count: max(widths[column] - lengths[column], 0))
        text += " "
        text += alignedRight[column] ? blanks : cells[column]
        text += alignedRight[column] ? cells[column] : blanks
        text += " |"
      }
      text += "\n"
    }
    add(headings, lengths[0])
    text +=
      "|"
      + headings.indices.map { column in
        alignedRight[column] ? String(repeating: "-", count: widths[column] + 1) + ":" : String(repeating: "-", count: widths[column] + 2)
      }.joined(separator: "|") + "|\n"
    for (row, lengths) in zip(rows, lengths.dropFirst()) { add(row, lengths) }
  }

  /// The line by which the program knows a page as its own.
  static let mark = "<!-- Written by tieout from the inputs: changes made by hand are lost. -->"

  /// The page's bytes, ending with its mark.
  var bytes: [UInt8] { Array((text + "\n" + Markdown.mark + "\n").utf8) }

  private mutating func separate() {
    if !text.isEmpty { text += "\n" }
  }
}

extension Text {
  /// Whether it is a caption rather than a sentence: words alone, or one caption with marks about it.
  fileprivate var isCaption: Bool {
    if arguments.isEmpty { return true }
    guard !Wording.hasWords(template), arguments.count == 1, let inner = arguments[0].within else { return false }
    return inner.isCaption
  }
}

extension Text.Argument {
  /// The text that it shows, as it is or with a capital.
  fileprivate var within: Text? {
    switch self {
    case .text(let text), .opening(let text): text
    default: nil
    }
  }
}

/// How many columns of a terminal a string takes: East Asian wide characters take two.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    var width = 0
    for scalar in text.unicodeScalars { width += of(scalar) }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
