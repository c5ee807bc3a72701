/// Writes traditional characters as simplified ones, so that 資產淨值 and 资产净值 are one label.
struct Simplifier: Sendable {
  private let simplifiedByTraditional: [Unicode.Scalar: Unicode.Scalar]
  private let simplifiedOnly: Set<Unicode.Scalar>

  /// From the rows of `TraditionalSimplified.csv`: a traditional character and its simplified form.
  init(pairs: [[String]]) {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in pairs where pair.count >= 2 {
      if let traditional = pair[0].unicodeScalars.first, let simplified = pair[1].unicodeScalars.first { table[traditional] = simplified }
    }
    simplifiedByTraditional = table
    simplifiedOnly = Set(table.values).subtracting(table.keys)
  }

  /// How many characters of a text only traditional Chinese has, and how many only simplified.
  func script(of text: String) -> (traditional: Int, simplified: Int) {
    var count = (traditional: 0, simplified: 0)
    for scalar in text.unicodeScalars where scalar.value >= 0x3400 {
      if let simple = simplifiedByTraditional[scalar] {
        if simple != scalar { count.traditional += 1 }
      } else if simplifiedOnly.contains(scalar) {
        count.simplified += 1
      }
    }
    return count
  }

  /// The text with every traditional character that the table knows replaced.
  func simplified(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(simplifiedByTraditional[scalar] ?? scalar) }
    return String(result)
  }
}
