/// The cells that the lines of a table rest on: `Net assets net-assets.csv:4`, the first mention of a file linked to how it was read.
struct TableSources {
  private let report: GroupReport
  private static let mostRuns = 6

  init(_ report: GroupReport) {
    self.report = report
  }

  /// Each line with its places, file by file.
  func words(_ rows: [(caption: Text, places: [Place])]) -> Text {
    var linked: Set<Int32> = []
    return rows.map { row -> Text in
      let files = Dictionary(grouping: Set(row.places), by: \.fileIndex).sorted { $0.key < $1.key }
      let addresses = files.map { file, places -> Text in
        let name = report.address(Place(fileIndex: Int(file)))
        let isFirst = linked.insert(file).inserted
        let shown: Text = isFirst ? "[\(name)](../intake.md#\(printed: report.accounts.intakeAnchor(of: Int(file))))" : name
        return "\(shown):\(printed: TableSources.runs(Set(places.map { Int($0.lineNumber) }).sorted()))"
      }
      return "\(row.caption) \(addresses.joined(.clause))"
    }.joined(.dot)
  }

  /// `4`, `4, 7`, `4-9`: the lines, neighbours together; of many the first and the last with their number.
  static func runs(_ lines: [Int]) -> String {
    var runs: [(first: Int, last: Int)] = []
    for line in lines {
      if let open = runs.last, open.last + 1 == line { runs[runs.count - 1].last = line } else { runs.append((line, line)) }
    }
    if runs.count > mostRuns, let first = lines.first, let last = lines.last { return "\(first)…\(last) (\(lines.count))" }
    return runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }.joined(separator: ", ")
  }
}

extension GroupAccounts {
  /// The anchor of a file's heading on the page of how files were read, by the rule of GitHub: small letters, blanks as hyphens, other
  /// punctuation left out.
  func intakeAnchor(of file: Int) -> String {
    var anchor = ""
    for character in shortAddress(of: Place(fileIndex: file)).lowercased() {
      if character.isLetter || character.isNumber || character == "-" || character == "_" { anchor.append(character) }
      if character == " " { anchor.append("-") }
    }
    return anchor
  }
}
