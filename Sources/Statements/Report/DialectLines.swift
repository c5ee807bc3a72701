import DelimitedText

/// How a file was read, as `tieout read` says it: a line a choice, `name: value (evidence)`.
struct DialectLines {
  private let source: Source
  private let printer = TextPrinter(.plain)

  init(_ source: Source) {
    self.source = source
  }

  /// The lines; none for a file that cannot be read.
  var lines: [String] {
    guard let table = source.table else { return [] }
    return table.dialect.evidence.map(DialectLines.line) + formLines
  }

  /// A sentence of the dialect, `the delimiter is the comma: 5 of 5 records …`, as a line.
  private static func line(_ sentence: String) -> String {
    for name in ["encoding", "delimiter", "quote"] {
      let opening = "the \(name) is "
      guard sentence.hasPrefix(opening), let (value, evidence) = parts(sentence.dropFirst(opening.count)) else { continue }
      return "\(name): \(value.hasPrefix("the ") ? String(value.dropFirst(4)) : value) (\(evidence))"
    }
    if sentence.hasPrefix("quotes are ordinary characters"), let (_, evidence) = parts(sentence[...]) { return "quote: none (\(evidence))" }
    return "note: \(sentence)"
  }

  private static func parts(_ sentence: Substring) -> (value: String, evidence: String)? {
    guard let colon = sentence.firstRange(of: ": ") else { return nil }
    return (String(sentence[..<colon.lowerBound]), String(sentence[colon.upperBound...]))
  }

  /// The form, the header and the unit, and what else is said of the file.
  private var formLines: [String] {
    guard let form = source.form else { return ["form: none (no form of statement or register is recognised)"] }
    var rest = source.evidence.map(printer.string)
    var lines: [String] = []
    if let index = rest.firstIndex(where: { $0.hasPrefix("\(form): ") }) {
      let evidence = String(rest.remove(at: index).dropFirst(form.count + 2))
      lines.append("form: \(form) (\(evidence))")
      if let rows = DialectLines.lineNumbers(evidence) { lines.append("header rows: \(rows) (\(evidence))") }
    } else {
      lines.append("form: \(form)")
    }
    if let index = rest.firstIndex(where: { $0.hasPrefix("unit: ") }) {
      let unit = String(rest.remove(at: index).dropFirst(6))
      lines.append(unit.hasPrefix("none") ? "unit: none (none is given, and amounts are taken as they stand)" : "unit: \(unit)")
    } else {
      lines.append("unit: none (a file of \(form) counts in units)")
    }
    return lines + rest.map { $0.contains(": ") ? $0 : "note: \($0)" }
  }

  /// `3`, or `2 to 3`, after the word `line` or `lines`.
  private static func lineNumbers(_ sentence: String) -> String? {
    let words = sentence.split(separator: " ")
    guard let index = words.firstIndex(where: { $0 == "line" || $0 == "lines" }), index + 1 < words.count else { return nil }
    let number = words[index + 1].prefix { ("0"..."9").contains($0) }
    guard !number.isEmpty else { return nil }
    if words[index] == "lines", index + 3 < words.count { return "\(number) to \(words[index + 3])" }
    return String(number)
  }
}
