/// What is said of how a statement's table was read.
extension Intake {
  mutating func describe(
    _ block: StatementBlock, _ lines: [ResolvedLine], _ owners: StatementOwners, _ kinds: Set<LineItem.Statement>, fileIndex: Int,
    into taken: inout TakenStatement
  ) {
    guard let first = block.series.first, let last = block.series.last else { return }
    let preamble = block.preamble
    let said = lines.filter { !block.lines[$0.line].isCounted && !block.lines[$0.line].isPercent }
    let lineUnits = said.map { block.lines[$0.line].unit ?? block.lines[$0.line].unitOfFirstSeries ?? $0.meaning.unit }
    let own = lineUnits.first { $0 != nil } ?? nil
    let unit = FigureReader.unit([own, first.unit], preamble, currency: said.lazy.compactMap { block.lines[$0.line].currency }.first)
    let named = Set(owners.ofSeries.compactMap { $0 } + owners.ofLine.compactMap { $0 })
    for entity in named.isEmpty ? [owners.whole] : named.sorted() {
      taken.notes.append(
        StatementNote(
          fileIndex: fileIndex, entity: entity, basis: preamble.basis.map { ($0.value, $0.place) },
          gaap: preamble.gaap.map { ($0.value, $0.place) },
          isAudited: preamble.isAudited.map { ($0.value, $0.place) }, unitExponent: unit?.exponent, kinds: kinds))
    }
    switch block.orientation {
    case .wide:
      let isAbove = !PeriodReader.looksLikePeriod(first.heading) && !PeriodReader.looksLikePeriod(last.heading)
      taken.evidence.append(
        preamble.period.flatMap { isAbove ? $0.place : nil }.map {
          "statement, wide: the columns of figures are headed on line \(block.headerLineNumber), and their date or period stands on line \(Int($0.lineNumber))"
        }
          ?? "statement, wide: the headings on line \(block.headerLineNumber) read as dates or periods, from \(quoted: first.heading) to \(quoted: last.heading)"
      )
    case .transposed:
      taken.evidence.append(
        "statement, transposed: the records below line \(block.headerLineNumber) begin with dates or periods, from \(quoted: first.heading) to \(quoted: last.heading)"
      )
    }
    taken.evidence.append(named.count > 1 ? "entities: \(named.count)" : "entity: \(quoted: entities[named.first ?? owners.whole])")
    if let basis = preamble.basis { taken.evidence.append("basis: \(code: basis.value.word), line \(Int(basis.place.lineNumber))") }
    if let gaap = preamble.gaap { taken.evidence.append("framework: \(code: gaap.value), line \(Int(gaap.place.lineNumber))") }
    if let isAudited = preamble.isAudited {
      taken.evidence.append(
        isAudited.value ? "audited, line \(Int(isAudited.place.lineNumber))" : "unaudited, line \(Int(isAudited.place.lineNumber))")
    }
    if let scenario = preamble.scenario, scenario.value == Fact.restated {
      taken.evidence.append("restated, all figures of the table, line \(Int(scenario.place.lineNumber))")
    }
    if let unit {
      taken.evidence.append("unit: \(code: unit)")
    } else {
      taken.evidence.append("unit: none is given, the figures are taken as they stand")
      if preamble.unreadUnits.isEmpty {
        taken.sayOnce(
          Finding(
            .info, "unit-assumed", "no unit is given, and the figures are taken as units of currency", entity: owners.whole,
            place: first.place,
            remedy: "write the unit on a line above the table, such as `unit,RMB'000`"))
      }
    }
    for aside in block.asides {
      taken.evidence.append("left aside: \(quoted: aside.heading), since \(aside.reason)")
      guard aside.isDoubtful || aside.isSaid else { continue }
      taken.findings.append(
        Finding(
          aside.isDoubtful ? .warning : .info, "unmapped", "the figures under \(quoted: aside.heading) are left out, since \(aside.reason)",
          place: aside.place,
          actual: aside.heading,
          remedy: aside.remedy
            ?? (aside.isDoubtful ? "write the date or period in the heading" : "nothing, if these are not figures of one entity")))
    }
  }
}
