/// Reduces words to what matters in comparing them, so that `Net assets / (liabilities)` and `NET ASSETS/(LIABILITY)` are one label.
///
/// Full-width characters become half-width, case goes, `&` is `and`, apostrophes go, other punctuation and spacing become single
/// blanks, Latin words lose a plural `s`.
public enum Folding {
  /// The folded form of a line item's label.
  public static func label(_ text: String) -> String {
    words(text, singular: true)
  }

  /// The folded form of an entity's or a person's name: as a label, but plurals stay.
  public static func name(_ text: String) -> String {
    words(text, singular: false)
  }

  /// `text` in kebab case, as an id: `Bank overdrafts (secured)` gives `bank-overdrafts-secured`.
  public static func kebab(_ text: String) -> String {
    words(text, singular: false).split(separator: " ").joined(separator: "-")
  }

  /// The Latin and the other words of folded text apart, where it has both: `notes 附注` gives `notes` and `附注`.
  static func scripts(_ folded: String) -> [String] {
    if folded.utf8.allSatisfy({ $0 < 0x80 }) { return [folded] }
    let words = folded.split(separator: " ")
    let latin = words.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    let other = words.filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
    return latin.isEmpty ? [folded] : [latin.joined(separator: " "), other.joined(separator: " ")]
  }

  private static func words(_ text: String, singular: Bool) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var wordStart = 0
    var wordIsLatin = true
    func closeWord() {
      if singular, wordIsLatin { dropPlural(&folded, from: wordStart) }
      if let last = folded.last, last != 0x20 { folded.append(0x20) }
      wordStart = folded.count
      wordIsLatin = true
    }
    for original in text.unicodeScalars {
      let scalar = original.isASCII ? original : halfWidth(original)
      switch scalar {
      case "a"..."z": folded.append(UInt8(scalar.value))
      case "A"..."Z": folded.append(UInt8(scalar.value) | 0x20)
      case "0"..."9":
        folded.append(UInt8(scalar.value))
        wordIsLatin = false
      case "'", "’": break
      case "&":
        closeWord()
        folded += Array("and ".utf8)
        wordStart = folded.count
      default:
        if !scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          wordIsLatin = false
          folded += Array(scalar.properties.lowercaseMapping.utf8)
        } else {
          closeWord()
        }
      }
    }
    closeWord()
    if folded.last == 0x20 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0x00A0: " "
    default: scalar
    }
  }

  /// `losses` becomes `loss`, `taxes` `tax`, `liabilities` `liability`, `assets` `asset`; `loss`, `basis` and words under four letters stay.
  private static func dropPlural(_ word: inout [UInt8], from start: Int) {
    guard word.count - start >= 4, word.last == UInt8(ascii: "s") else { return }
    func ends(with letters: StaticString) -> Bool {
      letters.withUTF8Buffer { word[start...].suffix($0.count).elementsEqual($0) }
    }
    if ends(with: "sses") || ends(with: "xes") {
      word.removeLast(2)
    } else if ends(with: "ies") {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if !ends(with: "ss"), !ends(with: "us"), !ends(with: "is") {
      word.removeLast()
    }
  }
}
