import DelimitedText

/// Looks over the records of a table for the heads of statements: which record speaks of time, which holds figures, which is a title.
struct TableScan: Sendable {
  let table: Table
  let fileIndex: Int
  let catalogue: LineItemCatalogue

  enum Kind: Sendable {
    case wide, transposed
  }

  /// The records that head a table, from `top` to `bottom`.
  struct Head: Sendable {
    let kind: Kind
    let top: Int
    let bottom: Int
  }

  /// What a cell is at first sight.
  enum CellKind: Sendable {
    case empty, number, time, words
  }

  /// How a cell looks; four digits from 1900 to 2099 and eight that are a day are time.
  func kind(_ record: Table.Record, _ field: Int) -> CellKind {
    record.withBytes(field) { bytes in
      switch AmountReader.read(bytes) {
      case .empty: return .empty
      case .number(let number), .open(let number, _):
        guard bytes.count <= 12 || number.currency != nil else { return .number }
        // `9M` heads a column of nine months more often than it is nine millions.
        if number.scale == 6, bytes.count <= 3, number.currency == nil { return .words }
        let digits = bytes.count { (0x30...0x39).contains($0) }
        let isPlain = number.exponent == 0 && !number.isBracketed && !number.hasMinus && number.separators.grouping == nil
        let canBeYear = isPlain && digits == 4 && (1900..<2100).contains(number.coefficient)
        guard canBeYear || (isPlain && digits == 8) || number.currency != nil else { return .number }
        return PeriodReader.looksLikePeriod(String(decoding: bytes, as: UTF8.self)) ? .time : .number
      case .notAvailable: return .empty
      case .tooManyDigits: return .number
      case .notANumber: return PeriodReader.looksLikePeriod(String(decoding: bytes, as: UTF8.self)) ? .time : .words
      }
    }
  }

  /// The next record that is not blank.
  func next(after index: Int) -> Int? {
    var next = index + 1
    while next < table.recordCount {
      if !table[next].isBlank { return next }
      next += 1
    }
    return nil
  }

  /// The record before that is not blank, if it is directly above.
  private func above(_ index: Int, floor: Int) -> Int? {
    index > floor && !table[index - 1].isBlank ? index - 1 : nil
  }

  /// The head of the next table at or below `start`.
  func nextHead(from start: Int, preamble: Preamble) -> Head? {
    let limit = min(table.recordCount, start + StatementLayout.searchDepth)
    guard start < limit else { return nil }
    for index in start..<limit where !table[index].isBlank {
      if isTransposedHead(index) { return Head(kind: .transposed, top: index, bottom: index) }
      if isTimeRecord(index), !isPair(index), !isPreambleLine(index) { return wideHead(around: index, floor: start) }
    }
    return datelessHead(from: start, limit: limit, preamble: preamble)
  }

  // MARK: Wide tables

  /// Whether cells beyond the first speak of time and none is a figure.
  func isTimeRecord(_ index: Int) -> Bool {
    let record = table[index]
    var times = 0
    for field in 0..<record.fieldCount {
      switch kind(record, field) {
      case .empty, .words: continue
      case .number: return false
      case .time: times += field > 0 ? 1 : 0
      }
    }
    return times > 0
  }

  /// Whether a record of two cells is a key with its value, `date,2012-09-30`, rather than the head of one column.
  func isPair(_ index: Int) -> Bool {
    let record = table[index]
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    guard cells.count == 2, cells[0] == 0, kind(record, 0) == .words else { return false }
    let text = record.text(0)
    if Preamble.periodKeys.contains(Folding.label(text)) { return !headsFigures(index, cells[1]) }
    if HeadingWords.role(of: text) != nil || UnitReader.whole(text) != nil || catalogue.find(label: text) != nil { return false }
    return !headsFigures(index, cells[1])
  }

  /// Whether a record with one date says in its other cells whose the table is or in what unit: `编制单位：甲公司,2012年12月31日,单位：元`.
  func isPreambleLine(_ index: Int) -> Bool {
    let record = table[index]
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    guard cells.count > 1, cells.count <= 4, cells.count(where: { kind(record, $0) == .time }) == 1 else { return false }
    var says = false
    for field in cells where kind(record, field) == .words {
      var probe = Preamble()
      probe.readFreeText(Cell.trimmed(record, field), at: Place(fileIndex: fileIndex), mayName: false)
      guard probe.entity != nil || probe.unit != nil || probe.currency != nil else { return false }
      says = says || probe.entity != nil || cells.count > 2
    }
    return says
  }

  /// Whether the next record of words has a figure below a cell, and is no pair of a preamble itself.
  private func headsFigures(_ index: Int, _ field: Int) -> Bool {
    var below = index
    for _ in 0..<4 {
      guard let next = next(after: below) else { return false }
      below = next
      switch kind(table[next], field) {
      case .number:
        var probe = Preamble()
        probe.read(table[next], fileIndex: fileIndex)
        return probe.unit == nil || UnitReader.whole(table[next].text(field)) == nil && catalogue.find(label: table[next].text(0)) != nil
      case .empty: continue
      case .words where UnitReader.whole(table[next].text(field)) != nil:
        // A row of units below the heading, or `unit,RMB'000`: the first has no key.
        if table[next].isEmpty(0) { continue }
        return false
      case .words, .time: return false
      }
    }
    return false
  }

  /// The rows of headings around one that speaks of time.
  private func wideHead(around index: Int, floor: Int) -> Head {
    var top = index
    while let above = above(top, floor: floor), index - above <= 3, isHeadingRow(above), !isPair(above) { top = above }
    var bottom = index
    while bottom + 1 < table.recordCount, bottom - index < 4, continuesHead(bottom + 1, head: index) { bottom += 1 }
    return Head(kind: .wide, top: top, bottom: bottom)
  }

  /// Whether a record has words beyond its first cell, no figure, and is no line of a preamble.
  private func isHeadingRow(_ index: Int) -> Bool {
    let record = table[index]
    let kinds = (0..<record.fieldCount).map { kind(record, $0) }
    guard !kinds.contains(.number), kinds.dropFirst().contains(where: { $0 == .words || $0 == .time }) else { return false }
    let cells = kinds.indices.filter { kinds[$0] != .empty }
    guard cells[0] == 0 else { return true }
    if cells.count == 2, Preamble.isPair(Cell.trimmed(record, 0), Cell.trimmed(record, cells[1])) { return false }
    // With words in the first cell it is a heading row only where those words head the labels, or where several columns are headed.
    var probe = Preamble()
    probe.read(record, fileIndex: fileIndex)
    let saysMuch =
      probe.entity != nil || probe.unit != nil || probe.period != nil || !probe.entityCandidates.isEmpty || !probe.unreadUnits.isEmpty
    return HeadingWords.role(of: record.text(0)) != nil || cells.count > 3
      || (cells.count > 2 && (!saysMuch || UnitReader.whole(record.text(0)) != nil && probe.entity == nil && probe.period == nil))
  }

  /// Whether a record below the first row of headings belongs to them: periods, units, words, and no figure.
  private func continuesHead(_ index: Int, head: Int) -> Bool {
    let record = table[index]
    let kinds = (1..<max(record.fieldCount, 1)).map { kind(record, $0) }
    let filled = kinds.filter { $0 != .empty }
    guard !filled.isEmpty, !filled.contains(.number) else { return false }
    let hasLabel = !record.isEmpty(0)
    let label = record.text(0)
    if filled.allSatisfy({ $0 == .time }) {
      // Years below `Year ended 31 December`, or a second language. A line of figures that look like years has a label that is known.
      return !areYears(index) || !hasLabel || HeadingWords.role(of: label) != nil || catalogue.find(label: label) == nil && lacksYear(head)
    }
    if filled.contains(.time) { return true }
    let texts = (1..<record.fieldCount).filter { !record.isEmpty($0) }.map { Cell.trimmed(record, $0) }
    if texts.allSatisfy(TableScan.isHeadingWord) || completesTimes(texts, of: head) { return true }
    guard !hasLabel || HeadingWords.role(of: label) != nil || catalogue.find(label: label) == nil else { return false }
    return !hasLabel && texts.count > 1
  }

  /// Whether words say a period together with a row above: `Q1` below `2012`.
  private func completesTimes(_ texts: [String], of head: Int) -> Bool {
    let record = table[head]
    guard let time = (1..<max(record.fieldCount, 1)).first(where: { kind(record, $0) == .time }).map({ Cell.trimmed(record, $0) }) else {
      return false
    }
    return texts.allSatisfy { PeriodReader.looksLikePeriod($0 + " " + time) || PeriodReader.looksLikePeriod(time + " " + $0) }
  }

  private func lacksYear(_ index: Int) -> Bool {
    let record = table[index]
    return (1..<max(record.fieldCount, 1)).contains { field in
      PeriodReader.readings(of: record.text(field)).contains { if case .endedDayMonth = $0.kind { true } else { false } }
    }
  }

  /// Whether a cell of words is a unit, a scenario, `Audited`, `Note` and the like.
  static func isHeadingWord(_ text: String) -> Bool {
    UnitReader.whole(text) != nil || HeadingWords.role(of: text) != nil || HeadingWords.scenario(of: text) != nil
      || HeadingWords.isRestated(text) || HeadingWords.isFormer(text) || BasisWords.isAudited(in: text) != nil
      || HeadingWords.basis(of: text) != nil || HeadingWords.relative(of: text) != nil
  }

  /// Whether a record within a table, whose head is at `head`, begins another one below it.
  func beginsAnother(_ index: Int, head: Int) -> Bool {
    let record = table[index]
    var seen = 0
    // Most records are figures: the first two cells beyond the label decide.
    for field in 1..<max(record.fieldCount, 1) {
      switch kind(record, field) {
      case .empty: continue
      case .number: return false
      case .time, .words: seen += 1
      }
      if seen == 2 { break }
    }
    guard seen > 0 else { return false }
    if isTimeRecord(index) {
      let first = record.text(0)
      if record.isEmpty(0) || HeadingWords.role(of: first) != nil { return true }
      // `Net assets,2000` may be a title over years, and is a figure unless the years are those of the head above.
      let mayBeFigures = catalogue.find(label: first) != nil && areYears(index)
      if BasisWords.isTitle(first), !mayBeFigures || areSameYears(index, head) { return true }
      guard catalogue.find(label: first) == nil, !isPair(index) else { return false }
      return !areYears(index) || (index > 0 && table[index - 1].isBlank) || areSameYears(index, head)
    }
    return index > 0 && table[index - 1].isBlank && isTransposedHead(index)
  }

  /// Whether all cells beyond the first are bare numbers, as years are.
  private func areYears(_ index: Int) -> Bool {
    let record = table[index]
    return (1..<max(record.fieldCount, 1)).allSatisfy { record.isEmpty($0) || record.withBytes($0) { $0.allSatisfy { $0 < 0x3A } } }
  }

  /// Whether a record of years names those of the head above.
  private func areSameYears(_ index: Int, _ head: Int) -> Bool {
    guard head >= 0 else { return false }
    let (record, above) = (table[index], table[head])
    return (1..<max(record.fieldCount, 1)).allSatisfy { field in
      if record.isEmpty(field) { return true }
      let year = PeriodReader.readings(of: record.text(field)).first?.year
      return year != nil && PeriodReader.readings(of: above.text(field)).first?.year == year
    }
  }

  // MARK: Transposed tables

  /// Whether a record names line items over records that begin with a date or period.
  func isTransposedHead(_ index: Int) -> Bool {
    let record = table[index]
    guard record.fieldCount >= 2, let first = next(after: index), table[first].fieldCount >= 2 else { return false }
    guard let field = (0..<min(3, table[first].fieldCount)).first(where: { kind(table[first], $0) == .time }) else { return false }
    guard kind(record, field) == .words || record.isEmpty(field) else { return false }
    var named = 0
    var figures = 0
    for other in 0..<record.fieldCount where other != field {
      switch kind(record, other) {
      case .number, .time: return false
      case .empty: continue
      case .words:
        if kind(table[first], other) == .number { figures += 1 }
        if catalogue.findAny(label: UnitReader.strippingUnit(fromLabel: Cell.trimmed(record, other)).label) != nil { named += 1 }
      }
    }
    guard figures > 0, named > 0 else { return false }
    guard let second = next(after: first) else { return true }
    return kind(table[second], field) == .time || kind(table[second], field) == .words
  }

  // MARK: Tables without dates

  /// The head of a table whose date or period stands above it: columns headed by names, by `期末余额`, or by nothing.
  private func datelessHead(from start: Int, limit: Int, preamble: Preamble) -> Head? {
    var known = preamble
    for index in start..<limit {
      let record = table[index]
      let figures = (1..<max(record.fieldCount, 1)).filter { kind(record, $0) == .number }
      if !figures.isEmpty, known.period != nil, index > 0, kind(record, 0) == .words || record.isEmpty(0), isFirstLine(index) {
        // The headings stand in the nearest record above that has words over figures; headings of sections may lie between.
        for above in (max(start, index - 4)..<index).reversed() where headsAny(above, figures) {
          var top = above
          while top > start, above - top < 3, !table[top - 1].isBlank, headsAny(top - 1, figures) { top -= 1 }
          return Head(kind: .wide, top: top, bottom: above)
        }
        return Head(kind: .wide, top: index, bottom: index - 1)
      }
      known.read(record, fileIndex: fileIndex)
    }
    return nil
  }

  private func isFirstLine(_ index: Int) -> Bool {
    let record = table[index]
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    // `Cash,USD,500`: the unit stands beside the figure, in a column of them.
    if cells.count > 2, cells[0] == 0, HeadingWords.role(of: record.text(0)) == nil, kind(record, cells[cells.count - 1]) == .number,
      cells.dropFirst().contains(where: { UnitCell(record.text($0)) != nil && kind(record, $0) == .words })
    {
      return true
    }
    var probe = Preamble()
    probe.read(table[index], fileIndex: fileIndex)
    return probe.unit == nil && probe.entity == nil && probe.period == nil && probe.periods == nil
  }

  /// Whether a record has words over columns of figures, and is no line of the preamble.
  private func headsAny(_ index: Int, _ figures: [Int]) -> Bool {
    let record = table[index]
    guard !isPreambleLine(index) else { return false }
    let cells = (0..<record.fieldCount).filter { !record.isEmpty($0) }
    if cells.count == 2, cells[0] == 0, Preamble.isPair(Cell.trimmed(record, 0), Cell.trimmed(record, cells[1])) { return false }
    return figures.contains { kind(record, $0) == .words || kind(record, $0) == .time }
  }
}
