import DelimitedText

/// A finding as a terminal shows it: place, excerpt with a caret, how it came about, the paragraph, the remedy.
struct FindingText {
  let finding: Finding
  let accounts: GroupAccounts
  /// What stands before a file's path: the inputs folder with its slash, or nothing.
  let prefix: String
  private let printer: TextPrinter

  init(_ finding: Finding, _ accounts: GroupAccounts, prefix: String = "", _ languages: ReportLanguages = .english) {
    self.init(finding, accounts, prefix: prefix, TextPrinter(.plain, languages))
  }

  init(_ finding: Finding, _ accounts: GroupAccounts, prefix: String = "", _ printer: TextPrinter) {
    self.finding = finding
    self.printer = printer
    self.accounts = accounts
    self.prefix = prefix
  }

  /// `Inputs/kingsoft-cloud/net-assets.csv:4:4: warning: … [roll-forward]`.
  var headline: String {
    let address = finding.place.map { prefix + Printable.visible(accounts.address(of: $0)) } ?? prefix + Printable.visible(accounts.name)
    return printer.string(
      "\(printed: address): \(finding.severity.text): \(finding.message) [\(printed: finding.check)]")
  }

  /// All lines.
  var lines: [String] {
    var lines = [headline] + excerpt
    for line in explained { lines.append("  = " + printer.string(line)) }
    return lines
  }

  /// How it came about, the paragraph, the remedy, the acceptance.
  private var explained: [Text] {
    var lines = finding.details
    // Where amounts are compared, the message and the details have them as printed; the data has them exact.
    if finding.tolerance == nil, finding.expected != nil || finding.actual != nil {
      let found: Text? = finding.actual.map { $0.isEmpty ? "found nothing" : "found \(code: $0)" }
      let expected: Text? = finding.expected.map { "expected \(code: $0)" }
      lines.append([expected, found].compactMap { $0 }.joined(.clause))
    }
    if let citation = finding.citation { lines.append("see \(printed: citation.text)") }
    if let remedy = finding.remedy { lines.append("remedy: \(remedy)") }
    if let acceptance = finding.acceptance {
      lines.append(
        finding.signOff?.until.map { "accepted: \(words: acceptance), until \($0)" } ?? "accepted: \(words: acceptance)")
    }
    return lines
  }

  /// The record as CSV with a caret under the field, cut to what a terminal holds.
  private var excerpt: [String] {
    guard let place = finding.place, place.lineNumber > 0, accounts.sources.indices.contains(Int(place.fileIndex)),
      let table = accounts.sources[Int(place.fileIndex)].table, let record = table.record(onLine: Int(place.lineNumber))
    else { return [] }
    let delimiter = String(Unicode.Scalar(table.dialect.delimiter))
    var line = ""
    var caret: (start: Int, width: Int)?
    for field in 0..<record.fieldCount {
      if field > 0 { line += delimiter == "\t" ? " " : delimiter }
      let cell = FindingText.quotedCell(record.text(field), delimiter: delimiter)
      if field + 1 == Int(place.columnNumber) { caret = (DisplayWidth.of(line), max(DisplayWidth.of(cell), 1)) }
      line += cell
    }
    let number = String(place.lineNumber)
    let margin = String(repeating: " ", count: number.count)
    let window = FindingText.window(line, around: caret)
    var lines = ["\(number) | \(window.text)"]
    if let caret {
      lines.append(
        "\(margin) | " + String(repeating: " ", count: max(caret.start - window.dropped, 0))
          + String(repeating: "^", count: min(caret.width, 100)))
    }
    return lines
  }

  private static func quotedCell(_ text: String, delimiter: String) -> String {
    let shown = Printable.visible(text)
    guard text.contains(delimiter) || text.contains("\"") || text.contains("\n") else { return shown }
    return "\"" + shown.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// At most 120 columns, with the caret's field in them.
  private static func window(_ line: String, around caret: (start: Int, width: Int)?) -> (text: String, dropped: Int) {
    let most = 120
    guard DisplayWidth.of(line) > most else { return (line, 0) }
    let wantedStart = max((caret?.start ?? 0) - 40, 0)
    var dropped = 0
    var kept = ""
    var width = 0
    for character in line {
      let columns = DisplayWidth.of(String(character))
      if dropped < wantedStart {
        dropped += columns
      } else if width + columns <= most {
        kept.append(character)
        width += columns
      }
    }
    return (kept, dropped)
  }
}
