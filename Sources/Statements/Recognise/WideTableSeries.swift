import DelimitedText

/// Which columns of a wide table are series of figures, and of which date or period.
extension WideTable {
  func readSeries(_ columns: [Column], _ said: Preamble) throws(Rejection) -> ([StatementBlock.Series], [StatementBlock.Aside]) {
    var asides: [StatementBlock.Aside] = []
    var kept: [(column: Column, readings: [PeriodReading], assumption: Text?)] = []
    let hasTime = columns.contains { $0.heading.saysTime && !$0.heading.isVariance }
    try refuseFiguresAmongHeadings(columns, hasTime: hasTime)
    // Without a date of its own, a column of figures is of the date above the table: headed by an entity's name, or by `Amount`.
    let firstFigures = columns.first { $0.figures > 0 && $0.figures >= $0.words && $0.role == nil }?.field ?? Int.max
    for column in columns {
      let heading = column.heading
      let isOfFigures = column.figures > 0 && column.figures >= column.words
      if heading.isVariance || column.role == .variance {
        let isSlip = column.text.contains("%") && (WideTable.isSlip(column.text) || holdsAmounts(column, among: columns, large: true))
        if column.figures > 0 {
          let reason: Text = isSlip ? "it has a sign of percent, though its figures may be amounts" : "it compares other columns"
          var aside = aside(column, reason, isDoubtful: isSlip)
          if isSlip { aside.remedy = "take the sign of percent out of the heading where the figures are amounts" }
          asides.append(aside)
        }
        continue
      }
      // `Company` beside `Group` is a basis, though it heads names elsewhere.
      let isBasis = heading.basis != nil && isOfFigures && !hasTime && said.period != nil
      if let role = column.role, role != .time, !heading.saysTime, !isBasis {
        if role == .label || !isOfFigures || role == .note || role == .code || role == .remark { continue }
        asides.append(aside(column, "its heading names no date or period", isDoubtful: true))
        continue
      }
      if heading.saysTime {
        // Words where all figures of a date should be are named one by one later, as mistyped figures are.
        guard column.figures > 0 || column.words > 0 || columns.count(where: { $0.heading.saysTime }) == 1 else {
          var aside = aside(column, "all cells below it are empty", isDoubtful: false)
          aside.isEmpty = true
          asides.append(aside)
          continue
        }
        guard let (readings, assumption) = dated(heading, said, hasOwnDate: hasOwnDate(heading, among: columns.map(\.heading))) else {
          asides.append(aside(column, "no line above the table says which date or period that is", isDoubtful: true))
          continue
        }
        kept.append((column, readings, assumption))
      } else if isOfFigures, !hasTime, let period = said.period?.value, column.field >= firstFigures || isBasis {
        kept.append((column, [period], nil))
      } else if isOfFigures, column.field > 0,
        !column.text.isEmpty || kept.contains(where: { $0.column.field < column.field }) || holdsAmounts(column, among: columns)
      {
        asides.append(aside(column, "its heading names no date or period", isDoubtful: true))
      }
    }
    let style = try dateStyle(kept.map { ($0.column, $0.readings) })
    let namesEntities = !hasTime && kept.count > 1
    var series: [StatementBlock.Series] = []
    for (column, readings, assumption) in kept {
      let heading = column.heading
      guard let first = readings.first else { continue }
      var reading = readings.count == 1 ? first : readings.first { $0.style == style } ?? first
      if heading.isRestated { reading.isRestated = true }
      if HeadingWords.basis(of: column.text) == nil,
        ["elimination", "adjustment", "intercompany", "inter company", "抵销", "抵消", "抵銷"].contains(
          where: Folding.label(column.text).containsPhrase)
          || ["elim", "elims", "elimin", "consol adj"].contains(Folding.label(column.text))
      {
        var aside = aside(column, "eliminations and adjustments are nobody's accounts", isDoubtful: false)
        aside.isSaid = true
        asides.append(aside)
        continue
      }
      let name = heading.words.last { HeadingWords.role(of: $0) == nil && !HeadingWords.isAmountWord($0) && heading.basis == nil }
      series.append(
        StatementBlock.Series(
          index: column.field, reading: reading.completed(by: said.period?.value), place: column.place, heading: column.text,
          unit: heading.unit ?? reading.unit,
          entity: (hasTime || namesEntities) && !isSharedWord(name, kept.map(\.column.heading).filter { $0.basis == nil }.map(\.words))
            ? name.map { Said(value: $0, place: column.place) } : nil,
          basis: heading.basis, scenario: heading.isFormer ? "as previously reported" : heading.scenario,
          assumption: assumption ?? reading.era?.assumption))
    }
    leaveOutTotals(&series, columns, &asides)
    return (series, asides)
  }

  /// Whether a sign of percent seems a slip of the pen in the date of amounts: a currency or the unit of amounts stands beside it, or it stands
  /// within a word beside a year.
  private static func isSlip(_ heading: String) -> Bool {
    // `Change RMB'000 %` compares by its own words.
    if HeadingWords.role(of: heading.filter { $0 != "%" }) == .variance { return false }
    if touchesWord(heading), UnitReader.speaksOfMoney(heading) { return true }
    let unit = UnitReader.strippingUnit(fromLabel: heading.filter { $0 != "%" }).unit
    let letters = Array(heading)
    let isWithinWord = letters.indices.dropFirst().dropLast().contains { index in
      letters[index] == "%" && letters[index - 1].isLetter && letters[index + 1].isLetter
    }
    return unit?.exponent ?? 0 != 0 || (isWithinWord && heading.split { !$0.isNumber }.contains { $0.count == 4 })
  }

  /// Whether a sign of percent touches a letter, a digit or an apostrophe: `(RMB'0%0)`; `Change % (RMB)` and `(% of HK$)` have it apart.
  private static func touchesWord(_ heading: String) -> Bool {
    let letters = Array(heading)
    func isWord(_ index: Int) -> Bool {
      letters.indices.contains(index) && (letters[index].isLetter || letters[index].isNumber || "'’".contains(letters[index]))
    }
    return letters.indices.contains { letters[$0] == "%" && (isWord($0 - 1) || isWord($0 + 1)) }
  }

  /// Whether a column right of the labels has figures that are no references to notes, nor, where they must be `large`, percentages.
  private func holdsAmounts(_ column: Column, among columns: [Column], large: Bool = false) -> Bool {
    guard columns.contains(where: { $0.field < column.field && $0.words > 0 }) else { return false }
    return (head.bottom + 1..<max(min(table.recordCount, head.bottom + 81), head.bottom + 1)).contains { index in
      switch table[index].withBytes(column.field, { AmountReader.read($0) }) {
      case .number(let number), .open(let number, _):
        return number.exponent < 0 ? !large : number.coefficient.magnitude >= 1_000
      case .tooManyDigits: return true
      case .empty, .notAvailable, .notANumber: return false
      }
    }
  }

  /// A column `Total` beside columns of entities adds them up before eliminations: it is nobody's accounts.
  private func leaveOutTotals(_ series: inout [StatementBlock.Series], _ columns: [Column], _ asides: inout [StatementBlock.Aside]) {
    guard series.count(where: { $0.entity != nil }) > 1 else { return }
    let totals: Set = ["total", "sub total", "subtotal", "sum", "aggregate", "grand total", "合计", "合計", "总计", "總計", "小计", "小計"]
    for one in series where one.entity == nil && one.basis == nil && totals.contains(Folding.label(one.heading)) {
      guard let column = columns.first(where: { $0.field == one.index }) else { continue }
      var aside = aside(column, "it adds up the columns beside it, before eliminations", isDoubtful: false)
      aside.isSaid = true
      asides.append(aside)
      series.removeAll { $0.index == one.index }
    }
  }

  /// Whether words stand over every column, or name no entity that the table parts by: then they say nothing of one column.
  private func isSharedWord(_ word: String?, _ all: [[String]]) -> Bool {
    guard let word, all.count > 1 else { return true }
    return all.allSatisfy { $0.contains(word) } || all.contains { $0.isEmpty }
  }

  /// Whether a heading's date is its column's own: another column has another date.
  private func hasOwnDate(_ heading: Heading, among headings: [Heading]) -> Bool {
    guard heading.relative != nil, let own = heading.readings.first else { return false }
    return headings.contains { $0.readings.first.map { $0.kind != own.kind } ?? false }
  }

  private func aside(_ column: Column, _ reason: Text, isDoubtful: Bool) -> StatementBlock.Aside {
    StatementBlock.Aside(heading: column.text, place: column.place, reason: reason, isDoubtful: isDoubtful)
  }

  /// The readings of a heading, through the period above the table where it names a relation to that.
  ///
  /// - Parameter hasOwnDate: whether the column has a date of its own, beside which words such as `期初余额` say nothing more.
  private func dated(_ heading: Heading, _ said: Preamble, hasOwnDate: Bool) -> (readings: [PeriodReading], assumption: Text?)? {
    if hasOwnDate { return (heading.readings, nil) }
    guard let relative = heading.relative, heading.readings.isEmpty || heading.readings.allSatisfy({ $0.isBareYear == false }) else {
      return heading.readings.isEmpty ? nil : (heading.readings, nil)
    }
    guard let period = heading.readings.first ?? said.period?.value else { return nil }
    switch relative {
    case .current: return ([period], "the column is taken as that of the period that the table names")
    case .yearEarlier: return ([period.earlier(years: 1)], "the column is taken as that of the same period a year before")
    case .opening:
      guard let year = period.year, let last = CalendarDate(year: year - 1, month: 12, day: 31) else { return nil }
      return ([PeriodReading(kind: .asAt(last))], "the opening balance is taken as that of the 31 December before")
    }
  }

  /// The one order of day and month in which all headings can be read; refused where two remain.
  private func dateStyle(_ columns: [(Column, [PeriodReading])]) throws(Rejection) -> DateSpelling? {
    guard let open = columns.first(where: { $0.1.count > 1 }) else { return nil }
    let settled = Set(columns.filter { $0.1.count == 1 }.compactMap { $0.1[0].style })
    if settled.count == 1, let style = settled.first { return style }
    throw Rejection.openDate(open.0.text, at: open.0.place)
  }

  /// Of two columns of one period the restated one stands; the other keeps its figures under a scenario of its own.
  func nameFormer(_ series: inout [StatementBlock.Series]) {
    for index in series.indices where series[index].reading.isRestated {
      for other in series.indices
      where other != index && !series[other].reading.isRestated && series[other].scenario == nil
        && series[other].reading.kind == series[index].reading.kind && series[other].entity?.value == series[index].entity?.value
        && series[other].basis == series[index].basis
      {
        series[other].scenario = Fact.asReported
      }
    }
  }
}
