/// Keeps a spreadsheet from taking words for a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is worked out when a person opens the file, and a name in an input could so
/// send figures away. Such words get an apostrophe before them; figures never do. Words that begin with apostrophes and then such a character
/// get one more, so that a program that takes one away from `'=`, `''=` … has exactly what was written.
public enum FormulaGuard {
  /// The field as a file for people and programs has it.
  public static func guarded(_ field: String) -> String {
    // Nearly all fields begin with a letter or a digit.
    guard let byte = field.utf8.first, !FormulaGuard.isPlain(byte) else { return field }
    let rest = field.unicodeScalars.drop { $0 == "'" }
    guard let first = rest.first, acts(first), !isFigure(field) else { return field }
    return "'" + field
  }

  /// Whether a byte is a letter or a digit of ASCII.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// The characters that begin a formula, those of full width among them.
  private static func acts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// `-1,552.5`, `+3`, `-12.5 %`: a sign and digits, with one point at most.
  private static func isFigure(_ field: String) -> Bool {
    var bytes = field.utf8[...]
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    if bytes.suffix(2).elementsEqual(" %".utf8) { bytes = bytes.dropLast(2) }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C } }
  }
}
