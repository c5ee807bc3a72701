/// Reduces words to what matters in comparing them, so that `Net assets / (liabilities)` and `NET ASSETS/(LIABILITY)` are one label.
///
/// Full-width characters become half-width, case goes, punctuation and spacing become single blanks, Latin words lose a plural `s`.
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

  private static func words(_ text: String, singular: Bool) -> String {
    var folded = String.UnicodeScalarView()
    var wordStart = folded.startIndex
    var wordIsLatin = true
    func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }
    func closeWord() {
      if singular, wordIsLatin { dropPlural(&folded, from: wordStart) }
      if let last = folded.last, last != " " { folded.append(" ") }
      wordStart = folded.endIndex
      wordIsLatin = true
    }
    for original in text.unicodeScalars {
      let scalar = halfWidth(original)
      if scalar == "'" || scalar == "’" { continue }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        wordIsLatin = wordIsLatin && isASCIILetter(scalar)
        if scalar.isASCII {
          folded.append((0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
        } else {
          folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      } else {
        closeWord()
      }
    }
    closeWord()
    if folded.last == " " { folded.removeLast() }
    return String(folded)
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0x00A0: " "
    default: scalar
    }
  }

  /// `losses` becomes `loss`, `liabilities` `liability`, `assets` `asset`; `loss` and words under four letters stay.
  private static func dropPlural(_ word: inout String.UnicodeScalarView, from start: String.UnicodeScalarView.Index) {
    let tail = word[start...]
    guard tail.count >= 4, tail.last == "s" else { return }
    if tail.suffix(4).elementsEqual("sses".unicodeScalars) {
      word.removeLast(2)
    } else if tail.suffix(3).elementsEqual("ies".unicodeScalars) {
      word.removeLast(3)
      word.append("y")
    } else if !tail.suffix(2).elementsEqual("ss".unicodeScalars), !tail.suffix(2).elementsEqual("us".unicodeScalars),
      !tail.suffix(2).elementsEqual("is".unicodeScalars)
    {
      word.removeLast()
    }
  }
}
