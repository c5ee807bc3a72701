/// Keeps a spreadsheet from taking words for a formula.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is worked out when a person opens the file, and a name in an input could so
/// send figures away. Such words get an apostrophe before them; figures never do. Words that begin with apostrophes and then such a character
/// get one more, so that a program that takes one away from `'=`, `''=` … has exactly what was written.
public enum FormulaGuard {
  /// The field as a file for people and programs has it.
  public static func guarded(_ field: String) -> String {
    let rest = field.unicodeScalars.drop { $0 == "'" }
    guard let first = rest.first, acts(first), !isFigure(field) else { return field }
    return "'" + field
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
    var digits = field[...]
    if digits.hasPrefix("-") || digits.hasPrefix("+") { digits = digits.dropFirst() }
    if digits.hasSuffix(" %") { digits = digits.dropLast(2) }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C } }
  }
}
