/// What is said of a line whose label is not known, or says of its figures what they cannot be.
extension Intake {
  /// A label that no table knows; a warning where a slip of the pen is likelier than a line of its own.
  mutating func unknownLabel(_ line: StatementBlock.Line, _ meaning: LabelMemory.Meaning, _ entity: EntityID, _ item: ItemID) -> Finding {
    var finding = Finding(
      .info, "unmapped", "the label \(quoted: meaning.words) is not known, so it keeps a line of its own", entity: entity, item: item,
      place: line.place, actual: meaning.words,
      remedy: "say which line item it is in an `accounts` file with the columns label,item, or leave it so")
    if let unit = Preamble.unit(of: line.label), unit.exponent != 0 {
      finding.severity = .warning
      finding.message = "the label \(quoted: line.label) is a unit and names no line, so the line has no other name"
      finding.remedy = "write the unit on a line above the table, such as `unit,RMB'000`, and the name of the line before its figures"
    } else if let known = knownBeforeDigits(meaning.words) {
      finding.severity = .warning
      finding.message =
        "the label \(quoted: meaning.words) is \(quoted: known) with digits at its end, and keeps a line of its own"
      finding.remedy = "put the digits back before the figure if they are its first, or take them out if they number a note"
    }
    if let nearest = catalogue.nearestLabel(to: meaning.words) {
      finding.details = ["nearest known label: \(code: nearest.caption) (\(code: nearest.id))"]
    }
    return finding
  }

  /// The known label that words are but for digits that follow it without a blank: of `Net assets9`, where a comma slipped, or of a note.
  private func knownBeforeDigits(_ words: String) -> String? {
    let known = words.reversed().drop { $0.isASCII && $0.isNumber }.reversed()
    guard known.count < words.count, let last = known.last, !last.isWhitespace, last.isLetter || last == ")" else { return nil }
    let label = String(known)
    return catalogue.findAny(label: label) == nil ? nil : label
  }

  /// Figures of a line are no amounts of money where its label has a sign of percent; where they are too large for percentages, that is said.
  func sayLargePercentages(
    _ line: StatementBlock.Line, _ grid: FigureGrid, _ index: Int, _ entity: EntityID, _ item: ItemID, into taken: inout TakenStatement
  ) {
    guard let sign = line.label.firstIndex(of: "%") else { return }
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
