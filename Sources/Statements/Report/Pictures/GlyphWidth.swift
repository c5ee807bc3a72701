import DelimitedText

/// How wide words are at most, whatever sans-serif font a reader's machine has.
///
/// A picture is laid out without the font that it will be shown in, so each class of characters counts as wide as the widest of the usual
/// fonts draws it (those of Verdana and DejaVu Sans are the widest). Units: thousandths of the size of the type.
enum GlyphWidth {
  static func of(_ words: String, size: Int, bold: Bool = false) -> Int {
    // Bold type is wider by up to a sixth.
    (words.unicodeScalars.reduce(0) { $0 + of($1) } * size * (bold ? 7 : 6) + 5999) / 6000
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", ".", ",", ":", ";", "'", "!", "|", " ", "\u{A0}", "‘", "’": 460
    case "f", "t", "r", "s", "I", "J", "(", ")", "[", "]", "{", "}", "/", "\\", "-", "\"", "*", "·", "`": 560
    case "0"..."9", "a"..."z", "$", "?", "_", "^", "v", "–": 660
    case "m", "w", "M", "W", "@", "&": 1020
    case "%": 1100
    case "A"..."Z", "+", "=", "<", ">", "#", "~", "×", "−": 840
    default: of(value: scalar.value)
    }
  }

  private static func of(value: UInt32) -> Int {
    switch value {
    // Marks that stand over the letter before them.
    case 0x0300...0x036F, 0xFE00...0xFE0F: 0
    // Letters of Europe with their accents.
    case 0x00C0...0x024F, 0x0370...0x03FF: 900
    case 0x1F000...0x1FFFF: 1500
    // East Asian characters fill their square; other scripts are seldom wider.
    default: 1120
    }
  }
}

/// Words of a picture broken into lines that fit a width.
struct WrappedWords {
  /// The lines, each no wider than asked for.
  let lines: [String]
  /// Whether something had to be left out, so that an ellipsis stands for it.
  let isShortened: Bool
  /// Whether a word had to be cut where a line ends.
  let cutsWords: Bool

  /// - Parameters:
  ///   - words: as they are to be read; what would act rather than show is made visible.
  ///   - width: units of the picture.
  ///   - size: of the type, in units of the picture.
  ///   - most: how many lines there is room for.
  init(_ words: String, width: Int, size: Int, bold: Bool = false, most: Int) {
    func isWithin(_ line: String) -> Bool { GlyphWidth.of(line, size: size, bold: bold) <= width }
    var lines: [String] = []
    var line = ""
    var cutsWords = false
    for piece in WrappedWords.pieces(Printable.visible(words)) {
      if isWithin(WrappedWords.trimmed(line + piece)) {
        line += piece
        continue
      }
      if !WrappedWords.trimmed(line).isEmpty { lines.append(WrappedWords.trimmed(line)) }
      line = ""
      // A piece that is wider than a line is cut where the line ends.
      for character in piece where !(line.isEmpty && character == " ") {
        if !isWithin(line + String(character)), !line.isEmpty {
          lines.append(line)
          line = ""
          cutsWords = true
        }
        line.append(character)
      }
      if lines.count > most { break }
    }
    if !WrappedWords.trimmed(line).isEmpty { lines.append(WrappedWords.trimmed(line)) }
    isShortened = lines.count > most
    if isShortened, most > 0 {
      lines = Array(lines.prefix(most))
      var last = lines[most - 1]
      while !last.isEmpty, !isWithin(last + "…") { last.removeLast() }
      lines[most - 1] = WrappedWords.trimmed(last) + "…"
    }
    self.lines = lines
    self.cutsWords = cutsWords
  }

  /// Words with the blank that follows them; a line may end after each East Asian character too, but neither before a mark that closes
  /// nor after one that opens, nor within `30日`.
  private static func pieces(_ words: String) -> [String] {
    // Most words are of Latin letters, which end lines at blanks alone.
    if words.utf8.allSatisfy({ $0 < 0x80 }) { return latinPieces(words) }
    var pieces: [String] = []
    var piece = ""
    for character in words {
      let isWide = character.unicodeScalars.first.map { (0x2E80...0xD7A3).contains($0.value) || $0.value >= 0x20000 } ?? false
      if closing.contains(character), piece.isEmpty, let last = pieces.last, !last.hasSuffix(" ") {
        pieces[pieces.count - 1].append(character)
        continue
      }
      let isOfDate = datemarks.contains(character) && piece.last?.isNumber == true
      if isWide, !isOfDate, !piece.allSatisfy(opening.contains) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      if (isWide && !opening.contains(character)) || character == " " {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func latinPieces(_ words: String) -> [String] {
    var pieces: [String] = []
    var rest = words[...]
    while let blank = rest.utf8.firstIndex(of: UInt8(ascii: " ")) {
      let end = rest.utf8.index(after: blank)
      pieces.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return rest.isEmpty ? pieces : pieces + [String(rest)]
  }

  private static let closing: Set<Character> = ["、", "。", "，", "；", "：", "！", "？", "）", "」", "』", "》", "】", "”", "’", "…", "%", ")"]
  /// What follows the number of a date.
  private static let datemarks: Set<Character> = ["年", "月", "日"]
  private static let opening: Set<Character> = ["（", "「", "『", "《", "【", "“", "‘", "("]

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line.drop { $0 == " " })
  }
}
