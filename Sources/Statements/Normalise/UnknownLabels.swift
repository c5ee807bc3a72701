/// What is said of a line whose label is not known, or says of its figures what they cannot be.
extension Intake {
  /// A label that no table knows; a warning where a slip of the pen is likelier than a line of its own.
  mutating func unknownLabel(
    _ line: StatementBlock.Line, _ meaning: LabelMemory.Meaning, among stems: LabelStems, _ entity: EntityID, _ item: ItemID
  ) -> Finding {
    var finding = Finding(
      .info, "unmapped", "the label \(quoted: meaning.words) is not known, so it keeps a line of its own", entity: entity, item: item,
      place: line.place, actual: meaning.words,
      remedy: "say which line item it is in an `accounts` file with the columns label,item, or leave it so")
    if let unit = Preamble.unit(of: line.label), unit.exponent != 0 {
      finding.severity = .warning
      finding.message = "the label \(quoted: line.label) is a unit and names no line, so the line has no other name"
      finding.remedy = "write the unit on a line above the table, such as `unit,RMB'000`, and the name of the line before its figures"
    } else if let (known, item) = knownBeforeDigits(meaning.words, among: stems) {
      finding.severity = .warning
      finding.message = "the label \(quoted: meaning.words) is \(quoted: known) with digits at its end, and keeps a line of its own"
      finding.remedy = "put the digits back before the figure if they are its first, or take them out if they number a note"
      finding.details = ["nearest known label: \(code: catalogue[item].english) (\(code: catalogue[item].id))"]
      return finding
    }
    if let nearest = catalogue.nearestLabel(to: meaning.words) {
      finding.details = ["nearest known label: \(code: nearest.caption) (\(code: nearest.id))"]
    }
    return finding
  }

  /// The known label that words are but for digits at their end: of `Net assets9`, where a comma slipped, or of a note. Behind a blank they count
  /// behind a total alone, and where other lines are numbered likewise, `Sales1` and `Sales2`, not at all.
  private func knownBeforeDigits(_ words: String, among stems: LabelStems) -> (label: String, item: ItemID)? {
    let stem = LabelStem(words)
    guard stem.hasDigits, let item = catalogue.findAny(label: stem.text)?.item, !stem.hasBlank || !catalogue[item].sums.isEmpty,
      stems.labels(of: stem).count < 2
    else { return nil }
    return (stem.text, item)
  }

  /// Whether a label speaks of a change or a ratio, of which 350 % is nothing unusual.
  private func comparesOrDivides(_ label: String) -> Bool {
    HeadingWords.role(of: label.filter { $0 != "%" }) == .variance || catalogue.key(label).hasSuffix("growth")
  }

  /// Figures of a line are no amounts of money where its label has a sign of percent; where they are too large for percentages, that is said.
  func sayLargePercentages(
    _ line: StatementBlock.Line, _ grid: FigureGrid, _ index: Int, _ entity: EntityID, _ item: ItemID, into taken: inout TakenStatement
  ) {
    guard LabelMemory.hasPercent(line.label), let sign = line.label.firstIndex(of: "%"), !comparesOrDivides(line.label) else { return }
    // Right behind a letter it may have taken the place of another.
    let isWithinWords = line.label[..<sign].last?.isLetter ?? false
    let most = Amount(units: isWithinWords ? 200 : 1_000)
    guard (0..<grid.seriesCount).contains(where: { grid.number(index, $0)?.reaches(most) ?? false }) else { return }
    taken.findings.append(
      Finding(
        .warning, "unmapped",
        "the label \(quoted: line.label) has a sign of percent, and its figures are too large for percentages: they are taken as no amounts of money",
        entity: entity, item: item, place: line.place, actual: line.label,
        remedy: "correct the label, or take the sign of percent out where the figures are amounts"))
  }
}

extension AmountReading.Number {
  /// Whether it is as much or more to either side of nil.
  fileprivate func reaches(_ most: Amount) -> Bool {
    Amount(coefficient: coefficient, exponent: exponent).map { $0.magnitude >= most } ?? (exponent > 0)
  }
}

/// The labels of a table by what they are without the digits at their end, made where that is asked for.
final class LabelStems {
  private let lines: [StatementBlock.Line]
  private lazy var labels: [LabelStem: Set<String>] = {
    var labels: [LabelStem: Set<String>] = [:]
    for line in lines {
      let stem = LabelStem(line.label)
      if stem.hasDigits { labels[stem, default: []].insert(line.label) }
    }
    return labels
  }()

  init(_ lines: [StatementBlock.Line]) { self.lines = lines }

  /// The labels that differ by the digits at their end alone.
  func labels(of stem: LabelStem) -> Set<String> { labels[stem] ?? [] }
}

/// A label without the digits at its end.
struct LabelStem: Hashable {
  let text: String
  let hasDigits: Bool
  /// Whether a blank parts the digits from the words.
  let hasBlank: Bool

  init(_ label: String) {
    let known = label.reversed().drop(while: \.isDigit).reversed()
    let words = Cell.trim(String(known))
    let isWord = words.last.map { $0.isLetter || $0 == ")" || $0 == "）" } ?? false
    hasDigits = known.count < label.count && isWord
    hasBlank = words.count < known.count
    text = words
  }
}
