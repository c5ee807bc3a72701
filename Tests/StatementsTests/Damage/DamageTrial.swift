import Statements

/// What a run makes of a group of which one file was damaged.
///
/// **What must hold.** The damaged bytes lie in certain cells; every other cell of the group says what it said before.
///
/// 1. What is read from a cell that was not touched is what was read from it before, place moved with its line: entity, item, period, value,
///    currency, basis, scenario of a figure; every property of a register's line. Nothing is read where nothing was read before, and
///    nothing is missing.
/// 2. What is read from a touched cell is what it now says: where that is a plain number, it is that number in the unit and the sense of
///    the number before, found by arithmetic apart from the reader. Where it is no plain number, something else than before is read only if
///    something is said.
/// 3. A file that ends amid a line is named, whatever is read from it.
///
/// What breaks one of these must be said: by an error that was not there before, wherever in the group it stands; by such a warning in the
/// damaged file, or in that in which something is read otherwise; of a register's heading, by an information about its column; of the file's
/// end, by an information where the last record is whole. Else it is *silent*, and a defect. Five things are no defects, since the damaged words
/// say them and nobody can know better: the item of a row whose label was touched; the period, basis or scenario of a column whose heading was;
/// entity, basis, scenario and period of figures below a title that was; one property of a register's line in which one cell was; a register of
/// which two headings were exchanged. A line that is gone altogether leaves no trace that a reader of the file could find, and neither does a
/// file that was cut at the end of a line.
struct DamageTrial {
  /// What became of it.
  enum Verdict: String, CaseIterable, Sendable {
    /// All is read as before.
    case asBefore = "read as before"
    /// Something is read otherwise, and it is said.
    case said = "said"
    /// Only the touched words are read otherwise, as they now stand.
    case asWritten = "as written"
    /// Something is read otherwise, or not at all, and nothing is said.
    case silent = "silent"
  }

  let verdict: Verdict
  /// What was read otherwise in silence.
  let changes: [String]

  /// The files of a group, unharmed, with what is read from them.
  struct Subject: Sendable {
    let group: String
    let files: [SampleFile]
    fileprivate let whole: [Readings.Key: [Readings.Property]]
    fileprivate let findings: [[String]: Int]

    init(group: String, files: [SampleFile]) {
      self.group = group
      self.files = files
      let read = Subject.run(group, files.map { ($0.path, $0.bytes) })
      whole = Readings(read.accounts).all
      findings = Subject.findings(read).reduce(into: [:]) { $0[$1.words, default: 0] += 1 }
    }

    /// How many figures and lines of registers are read.
    var readingCount: Int { whole.count }

    fileprivate static func run(_ group: String, _ files: [(path: String, bytes: [UInt8])]) -> Pipeline.Group {
      Pipeline.check([group: files.map { Delivery(path: $0.path, bytes: $0.bytes, digest: "") }]).groups[0]
    }

    fileprivate static func findings(_ group: Pipeline.Group) -> [NewFinding] {
      group.findings.map { finding in
        let record = group.record(of: finding)
        return NewFinding(
          words: Array(record[0..<7]), path: record[6], isWeighty: finding.severity != .info, isError: finding.severity == .error)
      }
    }
  }

  init(_ subject: Subject, _ file: SampleFile, _ damage: Damage) {
    let bytes = damage.applied(to: file.bytes)
    let group = Subject.run(subject.group, subject.files.map { ($0.path, $0.path == file.path ? bytes : $0.bytes) })
    let now = Readings(group.accounts).all
    var comparison = Comparison(subject.whole, now, file, damage, bytes)
    comparison.compare()
    let endsAmidLine = bytes.last.map { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } ?? false
    let mustSay = damage.isCut && endsAmidLine
    guard !comparison.changes.isEmpty || mustSay else {
      verdict = comparison.isAsWritten ? .asWritten : .asBefore
      changes = []
      return
    }
    var known = subject.findings
    let new = Subject.findings(group).filter { finding in
      guard let count = known[finding.words], count > 0 else { return true }
      known[finding.words] = count - 1
      return false
    }
    let isEndSaid = new.contains { $0.path == file.path && ($0.isWeighty || $0.words[1] == "cut-short") }
    let isSaid = new.contains { finding in
      finding.isError
        || comparison.paths.contains(finding.path)
          && (finding.isWeighty || file.isLastCellSaid(finding)
            || (comparison.isOfHeading && finding.path == file.path && finding.words[1] == "unmapped"))
    }
    let silent = (isSaid ? [] : comparison.changes) + (mustSay && !isEndSaid ? ["the file ends amid a line"] : [])
    verdict = silent.isEmpty ? .said : .silent
    changes = silent
  }
}

/// What was found: its words without its line, the file, and how much it weighs.
private struct NewFinding {
  let words: [String]
  let path: String
  let isWeighty: Bool
  let isError: Bool
}

/// Holds what is read from a damaged group against what was read before.
private struct Comparison {
  typealias Key = Readings.Key
  typealias Property = Readings.Property

  private let whole: [Key: [Property]]
  private let now: [Key: [Property]]
  private let file: SampleFile
  private let damage: Damage
  private let bytes: [UInt8]
  private let touched: [SampleFile.Cell]
  /// The cells of the damaged bytes.
  private let cells: [SampleFile.Cell]
  /// The line of the first figure; above it stand titles and headings.
  private let firstFigureLine: Int
  private(set) var changes: [String] = []
  /// The damaged file, and those in which something is read otherwise.
  private(set) var paths: Set<String> = []
  private(set) var isAsWritten = false

  init(_ whole: [Key: [Property]], _ now: [Key: [Property]], _ file: SampleFile, _ damage: Damage, _ bytes: [UInt8]) {
    (self.whole, self.now, self.file, self.damage, self.bytes) = (whole, now, file, damage, bytes)
    cells = SampleFile(path: file.path, bytes: bytes).cells
    touched = file.cells.filter { damage.touches($0.range) }
    paths = [file.path]
    firstFigureLine = whole.keys.filter { $0.path == file.path }.map(\.line).min() ?? 0
  }

  /// Where a cell of the file is now: the cell of the damaged bytes in which its first byte lies.
  private func placeNow(of cell: SampleFile.Cell) -> (line: Int, column: Int)? {
    let offset = damage.offset(of: cell.range.lowerBound)
    return cells.first { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }.map { ($0.line, $0.column) }
  }

  /// The names that touched lines of a register of entities now give.
  private lazy var described: Set<String> = {
    let lines = Set(touched.map(\.line))
    return Set(
      now.filter { $0.key.path == file.path && $0.key.column == 0 && lines.contains($0.key.line) && $0.value.count > 1 }
        .filter { $0.value[0].name == "entity" && $0.value[1].name == "name zh" }.map { $0.value[0].text })
  }()

  /// Whether a register of entities says with its touched words that who was called by the old name is another, and nothing is called by
  /// that name any more.
  private mutating func isRenamed(_ old: Property, _ new: Property) -> Bool {
    ["entity", "holder", "from", "to"].contains(old.name) && described.contains(new.text)
      && !now.values.contains { $0.contains { $0.name == old.name && $0.text == old.text } }
  }

  mutating func compare() {
    var met: Set<Key> = []
    for (key, before) in whole.sorted(by: { $0.key < $1.key }) {
      if isExchangeOfHeadings, key.path == file.path {
        isAsWritten = true
        continue
      }
      guard key.path == file.path, key.line > 0 else {
        met.insert(key)
        if key.path == file.path { compareLine(key, before, now[key], touched) } else { compare(key, before, now[key], allowed: []) }
        continue
      }
      // A register's line is where its last cell is.
      let cell = file.cells.last { $0.line == key.line && (key.column == 0 || $0.column == key.column) }
      let moved = cell.flatMap { placeNow(of: $0) }
      let place = Key(path: key.path, line: moved?.line ?? 0, column: key.column == 0 ? 0 : moved?.column ?? 0)
      met.insert(place)
      if key.column == 0 {
        let own = touched.filter { $0.line == key.line }
        if own.isEmpty { compare(place, before, now[place], allowed: []) } else { compareLine(place, before, now[place], own) }
      } else if let cell = touched.first(where: { $0.line == key.line && $0.column == key.column }) {
        compareCell(place, before, now[place], cell)
      } else {
        compare(place, before, now[place], allowed: allowed(key))
      }
    }
    for (key, properties) in now where !met.contains(key) && !(isExchangeOfHeadings && key.path == file.path) {
      changes.append("\(described(key)) is new: \(properties.map(\.text).joined(separator: " "))")
    }
  }

  private func described(_ key: Key) -> String { "\(key.path):\(key.line):\(key.column)" }

  /// Which properties of a figure the touched words may say otherwise.
  private func allowed(_ key: Key) -> Set<String> {
    var allowed: Set<String> = []
    for cell in touched {
      if cell.line == key.line, cell.column < key.column { allowed.insert("item") }
      guard cell.line < firstFigureLine else { continue }
      if cell.column == key.column { allowed.formUnion(["period", "basis", "scenario"]) }
      if cell.column == 1 { allowed.formUnion(["entity", "basis", "scenario", "period"]) }
    }
    return allowed
  }

  /// Whether only the first line of a register was touched.
  var isOfHeading: Bool {
    !touched.isEmpty && whole.keys.contains { $0.path == file.path && $0.column == 0 } && touched.contains { $0.line == 1 }
  }

  /// Whether two headings of a register changed places, so that each column is of what its heading says.
  private var isExchangeOfHeadings: Bool { damage.kind == "two cells exchanged" && isOfHeading && touched.allSatisfy { $0.line == 1 } }

  private mutating func compare(_ key: Key, _ before: [Property], _ after: [Property]?, allowed: Set<String>) {
    if after != before { paths.insert(key.path) }
    guard let after, after.count == before.count else {
      changes.append("\(described(key)) \(after == nil ? "is missing" : "is read twice"): \(before.map(\.text).joined(separator: " "))")
      return
    }
    for (old, new) in zip(before, after) where old != new && !isRenamed(old, new) {
      if allowed.contains(old.name), old.name == new.name {
        isAsWritten = true
      } else {
        changes.append("\(described(key)) \(old.name): \(old.text) -> \(new.text)")
      }
    }
  }

  /// What the touched cell says now; nil where its line is gone.
  private func text(of cell: SampleFile.Cell) -> String? {
    if damage.isOfLines { return nil }
    let (start, end) = (damage.offset(of: cell.range.lowerBound, isStart: true), damage.offset(of: cell.range.upperBound))
    return start <= end && end <= bytes.count ? SampleFile.text(bytes, start..<end) : nil
  }

  /// A figure whose own cell was touched.
  private mutating func compareCell(_ key: Key, _ before: [Property], _ after: [Property]?, _ cell: SampleFile.Cell) {
    guard let said = text(of: cell), !(damage.isCut && said.isEmpty) else {
      isAsWritten = true
      return
    }
    guard let after else {
      // A cell without a digit or a letter says that there is no figure, and so does what is left of several.
      if touched.count(where: { $0.line == cell.line }) > 2 {
        isAsWritten = true
      } else if said.contains(where: { $0.isNumber || $0.isLetter }) {
        changes.append("\(described(key)) is missing, and stands there as \(said.debugDescription)")
      } else {
        isAsWritten = true
      }
      return
    }
    isAsWritten = isAsWritten || after != before
    let allowed = allowed(key)
    for (old, new) in zip(before, after) where old.name != "value" && old != new && !allowed.contains(old.name) {
      changes.append("\(described(key)) \(old.name): \(old.text) -> \(new.text)")
    }
    guard let old = before.first(where: { $0.name == "value" })?.number, let new = after.first(where: { $0.name == "value" })?.number,
      let printed = SampleFile.plainNumber(file.text(cell)), printed.digits != 0
    else { return }
    let scale = old / Ratio(coefficient: printed.digits, exponent: -printed.places)
    if let number = SampleFile.plainNumber(said) {
      let expected = Ratio(coefficient: number.digits, exponent: -number.places) * scale
      if expected != new {
        changes.append("\(described(key)) is \(new.shortestText(mostPlaces: 6)), and stands there as \(said.debugDescription)")
      }
    } else if new != old {
      changes.append("\(described(key)) is \(new.shortestText(mostPlaces: 6)), and stands there as \(said.debugDescription)")
    }
  }

  /// Whether nothing but commas is left of a line.
  private func isBlankNow(_ line: Int) -> Bool {
    let words = file.words(ofLine: line)
    let (start, end) = (damage.offset(of: words.lowerBound, isStart: true), damage.offset(of: words.upperBound))
    return start <= end && end <= bytes.count && bytes[start..<end].allSatisfy { $0 == UInt8(ascii: ",") }
  }

  /// A line of a register in which cells were touched.
  private mutating func compareLine(_ key: Key, _ before: [Property], _ after: [Property]?, _ own: [SampleFile.Cell]) {
    let texts = own.map { text(of: $0) }
    let isGone = !own.isEmpty && Set(own.map(\.line)).allSatisfy { damage.takesAway(file.words(ofLine: $0)) || isBlankNow($0) }
    if damage.isOfLines || isGone || (damage.isCut && own.first?.column == 1 && texts.first == "") {
      isAsWritten = true
      return
    }
    guard let after, after.count == before.count else {
      changes.append("\(described(key)) is missing or read twice: \(before.map(\.text).joined(separator: " "))")
      return
    }
    let changed = zip(before, after).filter { $0 != $1 }
    if !changed.isEmpty { isAsWritten = true }
    if changed.count > own.count {
      changes.append(changed.map { "\(described(key)) \($0.name): \($0.text) -> \($1.text)" }.joined(separator: ", "))
      return
    }
    for (old, new) in changed {
      guard let value = old.number else { continue }
      let isSaid = zip(own, texts).contains { cell, said in
        guard let said, let printed = SampleFile.plainNumber(file.text(cell)), printed.digits != 0 else { return false }
        let scale = value / Ratio(coefficient: printed.digits, exponent: -printed.places)
        guard let number = SampleFile.plainNumber(said) else { return said.isEmpty && new.text.isEmpty }
        return new.number.map { Ratio(coefficient: number.digits, exponent: -number.places) * scale == $0 } ?? false
      }
      if !isSaid {
        changes.append("\(described(key)) \(old.name): \(old.text) -> \(new.text), and stands there as \(texts.map { $0 ?? "" })")
      }
    }
  }
}

extension SampleFile {
  /// Whether a finding says of this file that its last cell may be half of what was written: not that lines behind it may be lost.
  fileprivate func isLastCellSaid(_ finding: NewFinding) -> Bool {
    finding.path == path && finding.words[1] == "cut-short" && finding.words[5].hasSuffix("may have been cut short")
  }
}
